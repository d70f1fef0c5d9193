"""What is really drawn, in each of our themes: text 4.5 to 1, marks 3 to 1, no colour where none is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import Theme

from coach.tui.app import CoachApp
from tests.pictures.scenes import SCENES, Scene, in_every_theme
from tests.support.legibility import GRAPHICS, TEXT, Sign, signs

SHOWN_ALWAYS = {
    "today-withheld",
    "causes-page",
    "player-hold",
    "cramp-now",
    "diary-weeks",
    "dialog-food",
    "palette",
}
LEAST_SIGNS = 3
"""What a screen shows at least; fewer would mean that nothing was looked at."""


MARKED = [
    pytest.param(scene, marks=() if scene.name in SHOWN_ALWAYS else pytest.mark.looks, id=scene.name)
    for scene in SCENES
]


@pytest.mark.parametrize("scene", MARKED)
async def test_all_that_is_drawn_can_be_read(scene: Scene, tmp_path: Path) -> None:
    async for theme, app in in_every_theme(scene, tmp_path / "home", (80, 24)):
        assert hard_to_read(app, theme) == [], theme.name


def hard_to_read(app: CoachApp, theme: Theme) -> list[str]:
    there = list(signs(app))
    assert len(there) >= LEAST_SIGNS
    return [f"{sign.text.strip()}: {sign.style}" for sign in there if not is_legible(sign, theme)]


def is_legible(sign: Sign, theme: Theme) -> bool:
    if theme.ansi:
        return sign.ink.is_default and sign.ground.is_default and not sign.style.dim
    return sign.contrast >= (GRAPHICS if sign.is_graphic else TEXT) and not sign.style.dim
