"""Our themes: every ink can be read on every ground it may lie on; the one without colours has none."""

from __future__ import annotations

from itertools import product

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from coach.tui.theme import THEMES, about, missing_variables, theme_to_wear
from coach.tui.themes.ansi import ANSI, NIGHT_NAMES
from tests.support.legibility import GRAPHICS, TEXT, contrast

COLOURED = [theme for theme in THEMES if not theme.ansi]
INKS = ("foreground", "muted", "faint", "primary", "secondary", "accent", "warning", "success", "error", "water")
GROUNDS = ("background", "surface", "panel", "band", "block-cursor-background")
NIGHT_INKS = ("night-text", "night-muted", "night-key", "night-urgent")
NIGHT_GROUNDS = ("night-ground", "night-panel", "night-band")
BARS = ("scrollbar", "scrollbar-hover", "scrollbar-active")
THERE = {*BUILTIN_THEMES, *(theme.name for theme in THEMES)}


def ratio(theme: Theme, ink: str, ground: str, colours: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    generated = theme.to_color_system().generate() | theme.variables
    one, other = (Color.parse(generated[name]).rich_color.downgrade(colours) for name in (ink, ground))
    return contrast(one.get_truecolor(), other.get_truecolor())


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)
    assert contrast((0x5D, 0x6F, 0x70), (0x0E, 0x15, 0x17)) < TEXT


@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=lambda one: one.name)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme, colours: ColorSystem) -> None:
    pairs = [*product(INKS, GROUNDS), *product(NIGHT_INKS, NIGHT_GROUNDS)]
    assert [pair for pair in pairs if ratio(theme, *pair, colours) < TEXT] == []
    assert [bar for bar in BARS if ratio(theme, bar, "scrollbar-background") < GRAPHICS] == []


def test_high_contrast_is_at_least_seven_to_one() -> None:
    theme = next(theme for theme in THEMES if theme.name == "coach-contrast")
    pairs = [*product(INKS, GROUNDS), *product(NIGHT_INKS, NIGHT_GROUNDS)]
    assert [pair for pair in pairs if ratio(theme, *pair) < 7] == []


def test_the_theme_without_colours_has_none() -> None:
    generated = ANSI.to_color_system().generate() | ANSI.variables
    used = [*INKS, *GROUNDS, *BARS, *(f"night-{name}" for name in NIGHT_NAMES)]
    assert {Color.parse(generated[name]).ansi for name in used} <= {-1}


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_a_theme_of_textual_gets_what_it_lacks(theme: Theme) -> None:
    generated = missing_variables(theme) | theme.to_color_system().generate()
    assert {"muted", "faint", "water", "band", "night-ground", "night-text"} <= set(generated)
    muted, ground = Color.parse(generated["muted"]), Color.parse(generated["background"])
    if theme.ansi:
        assert muted.ansi == -1, "a blend of colours only the terminal knows would be black"
    else:
        assert contrast(muted.rgb, ground.rgb) > GRAPHICS


@pytest.mark.parametrize(
    ("wanted", "colours", "no_colour", "worn"),
    [
        (None, "truecolor", False, "coach-dark"),
        (None, "256", False, "coach-dark"),
        (None, "standard", False, "coach-ansi"),
        (None, None, False, "coach-ansi"),
        ("nord", "truecolor", False, "nord"),
        ("coach-light", "standard", False, "coach-light"),
        ("no-such-theme", "truecolor", False, "coach-dark"),
        ("nord", "truecolor", True, "coach-ansi"),
    ],
)
def test_what_is_worn_suits_the_terminal(
    wanted: str | None, colours: str | None, no_colour: bool, worn: str
) -> None:
    assert theme_to_wear(wanted, THERE, colours, no_colour=no_colour) == worn


def test_every_theme_says_what_it_is() -> None:
    assert {about(theme) for theme in BUILTIN_THEMES.values()} == {
        "dark",
        "light",
        "16 colours, dark",
        "16 colours, light",
    }
    assert len({about(theme) for theme in THEMES}) == len(THEMES)
