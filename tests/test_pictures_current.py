"""The README's pictures are what the app looks like now; `python -m tests.pictures.draw` draws them anew."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.pictures.draw import HERE, PICTURES

CHECKOUT = Path(__file__).parents[1]


def test_the_pictures_are_those_that_the_app_draws_now(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tests.pictures.draw", str(tmp_path)], cwd=CHECKOUT, check=True)
    drawn = {path.name: path.read_bytes() for path in tmp_path.glob("*.svg")}
    assert set(drawn) == {f"{picture.name}.svg" for picture in PICTURES}
    stale = [name for name, picture in drawn.items() if picture != (HERE / name).read_bytes()]
    assert not stale, f"no longer so: {stale}; draw them anew: python -m tests.pictures.draw"


def test_the_readme_shows_every_picture_and_says_what_is_on_it() -> None:
    shown = re.findall(r"!\[([^\]]+)\]\(tests/pictures/([^)]+)\)", (CHECKOUT / "README.md").read_text("utf-8"))
    assert sorted(name for _, name in shown) == sorted(path.name for path in HERE.glob("*.svg"))
    assert all(len(said) > 40 for said, _ in shown)
