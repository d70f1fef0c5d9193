"""High contrast: black ground, white and yellow; what a colour says elsewhere is said here by shape and weight."""

from __future__ import annotations

from textual.theme import Theme

from coach.tui.themes.variables import Inks, variables

_YELLOW = "#ffe14d"
CONTRAST = Theme(
    name="coach-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#262626",
    foreground="#ffffff",
    primary=_YELLOW,
    secondary="#ffffff",
    accent=_YELLOW,
    warning=_YELLOW,
    success="#ffffff",
    error=_YELLOW,
    variables=variables(
        Inks(text="#ffffff", muted="#e2e2e2", faint="#cfcfcf", water="#ffffff", key=_YELLOW, band="#002a80"),
        bar="#000000",
        scroll=("#a0a0a0", "#ffffff", _YELLOW),
    )
    | {
        "border": "#ffffff",
        "night-ground": "#000000",
        "night-panel": "#000000",
        "night-band": "#2b2419",
        "night-text": "#fff6e6",
        "night-muted": "#e0d6c6",
        "night-key": "#ffd98a",
        "night-urgent": "#ffc0a6",
    },
)
