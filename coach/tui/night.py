"""The colours of the small hours: near-black and warm, whatever the theme, so that nobody is dazzled awake."""

from __future__ import annotations

GROUND = "#060504"
PANEL = "#12100d"
BAND = "#2b2419"
TEXT = "#efe6d6"
MUTED = "#a1978a"
KEY = "#dcab62"
URGENT = "#ff9f7c"
TINT = 0xB5936A
"""What the figure is drawn in, as a number, for it is mixed."""


def night_dialog(name: str) -> str:
    """The style sheet that makes the dialog class `name` dark when it has the class `-night`."""
    return f"""
    {name}.-night {{
        background: {GROUND} 85%;
        #panel {{ background: {PANEL}; color: {TEXT}; }}
        #page {{
            scrollbar-color: {BAND};
            scrollbar-color-hover: {MUTED};
            scrollbar-color-active: {MUTED};
            scrollbar-background: {PANEL};
            scrollbar-background-hover: {PANEL};
            scrollbar-background-active: {PANEL};
        }}
        .title {{ color: {TEXT}; }}
        .keys, .row Static {{ color: {MUTED}; background: {PANEL}; }}
        .fault {{ color: {URGENT}; }}
        Input, TextArea {{ color: {TEXT}; background: {GROUND}; }}
        Input:focus, TextArea:focus {{ background: {BAND}; }}
        .input--placeholder, .input--suggestion {{ color: {MUTED}; }}
        .input--cursor {{ background: {TEXT}; color: {GROUND}; text-style: none; }}
    }}
    """
