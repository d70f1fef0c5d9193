"""Which themes there are, which is worn, and what a theme of Textual's lacks."""

from __future__ import annotations

from collections.abc import Collection

from textual.color import Color
from textual.theme import Theme

from coach.tui.themes.ansi import ANSI, own_colours
from coach.tui.themes.calm import DARK, LIGHT
from coach.tui.themes.contrast import CONTRAST
from coach.tui.themes.variables import NIGHT

THEMES = (DARK, LIGHT, CONTRAST, ANSI)
ABOUT = {
    DARK.name: "calm and dark",
    LIGHT.name: "calm and light",
    CONTRAST.name: "high contrast",
    ANSI.name: "your terminal's",
}
_RICH_ENOUGH = {"truecolor", "256"}
"""Rich's names of the colour systems in which a theme looks as it was made."""


def theme_to_wear(
    wanted: str | None, there: Collection[str], colour_system: str | None, *, no_colour: bool
) -> str:
    """The theme for a terminal; `wanted` is that of the settings, if one was set.

    Where no colour is wanted, or few are there and nothing was chosen, it is the one without any.
    """
    if no_colour:
        return ANSI.name
    if wanted is not None and wanted in there:
        return wanted
    return DARK.name if colour_system in _RICH_ENOUGH else ANSI.name


def about(theme: Theme) -> str:
    """A theme in a few words."""
    if theme.name in ABOUT:
        return ABOUT[theme.name]
    tone = "dark" if theme.dark else "light"
    return f"16 colours, {tone}" if theme.ansi else tone


def missing_variables(theme: Theme) -> dict[str, str]:
    """For a theme of Textual's, which does not know ours, the variables of our style sheets."""
    generated = theme.to_color_system().generate()
    if theme.ansi:
        return own_colours() | {"water": generated["secondary"]}
    ground, text = Color.parse(generated["background"]), Color.parse(generated["foreground"])
    primary = Color.parse(generated["primary"])
    return NIGHT | {
        "water": generated["secondary"],
        "muted": text.blend(ground, 0.25).hex6,
        "faint": text.blend(ground, 0.35).hex6,
        "band": ground.blend(primary, 0.22).hex6,
    }
