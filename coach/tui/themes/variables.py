"""The variables of our style sheets that a theme of our own gives values to."""

from __future__ import annotations

from typing import NamedTuple

NIGHT = {
    "night-ground": "#060504",
    "night-panel": "#12100d",
    "night-band": "#2b2419",
    "night-text": "#efe6d6",
    "night-muted": "#a1978a",
    "night-key": "#dcab62",
    "night-urgent": "#ff9f7c",
}
"""Near-black and warm, whatever the theme, so that nobody is dazzled awake."""


class Inks(NamedTuple):
    """What text is written in, and the band under the row where one is."""

    text: str
    muted: str
    faint: str
    water: str
    key: str
    band: str


def variables(inks: Inks, *, bar: str, scroll: tuple[str, str, str]) -> dict[str, str]:
    """Our own variables, and Textual's for footer, scrollbars (at rest, under the mouse, held) and cursors."""
    at_rest, hovered, held = scroll
    return {
        "water": inks.water,
        "muted": inks.muted,
        "faint": inks.faint,
        "band": inks.band,
        "text-muted": inks.muted,
        "text-disabled": inks.faint,
        "scrollbar": at_rest,
        "scrollbar-hover": hovered,
        "scrollbar-active": held,
        "scrollbar-background": bar,
        "scrollbar-background-hover": bar,
        "scrollbar-background-active": bar,
        "footer-background": bar,
        "footer-key-foreground": inks.key,
        "footer-description-foreground": inks.muted,
        "block-cursor-background": inks.band,
        "block-cursor-foreground": inks.text,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": inks.band,
        "block-cursor-blurred-foreground": inks.text,
        "input-selection-background": inks.band,
        **NIGHT,
    }
