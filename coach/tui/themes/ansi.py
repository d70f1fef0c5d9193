"""The terminal's own colours: its text on its ground, on dark and on light ones alike, and nothing told by a hue.

None of the sixteen can be read on every ground, so weight, underline and reverse say what colours say elsewhere.
"""

from __future__ import annotations

from textual.theme import Theme

OWN = "ansi_default"
NAMES = ("muted", "faint", "water", "band")
NIGHT_NAMES = ("ground", "panel", "band", "text", "muted", "key", "urgent")
_PLAIN = (
    "block-cursor-foreground",
    "block-cursor-background",
    "block-cursor-blurred-foreground",
    "block-cursor-blurred-background",
    "block-hover-background",
    "border",
    "border-blurred",
    "surface",
    "panel",
    "text-muted",
    "text-disabled",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
    "footer-foreground",
    "footer-background",
    "footer-key-foreground",
    "footer-description-foreground",
    "input-cursor-background",
    "input-cursor-foreground",
    "input-selection-background",
    "input-selection-foreground",
    "screen-selection-background",
    "screen-selection-foreground",
    "ansi-background",
    "ansi-foreground",
    "link-color",
    "link-background-hover",
    "link-color-hover",
    *(f"markdown-h{level}-color" for level in range(1, 7)),
)


def own_colours() -> dict[str, str]:
    """The variables of our style sheets for a theme of the terminal's own colours."""
    return dict.fromkeys((*NAMES, *(f"night-{name}" for name in NIGHT_NAMES)), OWN)


ANSI = Theme(
    name="coach-ansi",
    ansi=True,
    dark=True,
    primary=OWN,
    secondary=OWN,
    warning=OWN,
    error=OWN,
    success=OWN,
    accent=OWN,
    foreground=OWN,
    background=OWN,
    surface=OWN,
    panel=OWN,
    boost=OWN,
    variables=own_colours()
    | dict.fromkeys(_PLAIN, OWN)
    | {"block-cursor-text-style": "reverse", "input-cursor-text-style": "reverse"},
)
