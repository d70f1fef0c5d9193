"""The colours of the small hours, by the names that themes give them: near-black and warm in nearly all."""

from __future__ import annotations

GROUND = "$night-ground"
PANEL = "$night-panel"
BAND = "$night-band"
TEXT = "$night-text"
MUTED = "$night-muted"
KEY = "$night-key"
URGENT = "$night-urgent"
TINT = 0xB5936A
"""What the figure is drawn in where colours are mixed, as a number."""


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
