"""Draws every mode and dialog in our themes and in two sizes: `python -m tests.pictures.sheet FOLDER [NAME…]`.

One SVG each, FOLDER/THEME/SIZE/NAME.svg, for looking at; a NAME draws the scenes whose names begin with it.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ |= {"TEXTUAL_ANIMATIONS": "none", "COLORTERM": "truecolor", "TERM": "xterm-256color"}

from tests.pictures.scenes import SCENES, Scene, in_every_theme

SIZES = ((80, 24), (60, 20))


async def draw(scene: Scene, folder: Path) -> None:
    """Write the scene's pictures."""
    for columns, rows in SIZES:
        with tempfile.TemporaryDirectory() as home:
            async for theme, app in in_every_theme(scene, Path(home), (columns, rows)):
                place = folder / theme.name / f"{columns}x{rows}" / f"{scene.name}.svg"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(app.export_screenshot(title=scene.name), encoding="utf-8")


def main(folder: str, names: Sequence[str]) -> None:
    wanted = [scene for scene in SCENES if not names or scene.name.startswith(tuple(names))]
    for scene in wanted:
        asyncio.run(draw(scene, Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
