"""Two themes of our own, calm by day and dark by night."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    dark=True,
    background="#0e1517",
    surface="#131d20",
    panel="#1a272b",
    foreground="#d5e0de",
    primary="#6cc0ad",
    secondary="#8fb3d9",
    accent="#ff7a5c",
    warning="#e3b062",
    success="#8ecf8a",
    error="#ff7a5c",
    variables={
        "water": "#8fb3d9",
        "muted": "#8b9c9b",
        "faint": "#5d6f70",
        "band": "#1f3431",
        "scrollbar": "#33484a",
        "scrollbar-hover": "#4a6466",
        "scrollbar-active": "#6cc0ad",
        "scrollbar-background": "#131d20",
        "scrollbar-background-hover": "#131d20",
        "scrollbar-background-active": "#131d20",
        "footer-background": "#131d20",
        "footer-key-foreground": "#6cc0ad",
        "footer-description-foreground": "#8b9c9b",
        "block-cursor-background": "#1f3431",
        "block-cursor-foreground": "#d5e0de",
        "block-cursor-text-style": "none",
        "input-selection-background": "#6cc0ad 35%",
    },
)
LIGHT = Theme(
    name="coach-light",
    dark=False,
    background="#f6f4ef",
    surface="#fffdf8",
    panel="#ebe7dd",
    foreground="#2b3434",
    primary="#1f7f6e",
    secondary="#35618f",
    accent="#c2401f",
    warning="#8a6100",
    success="#2f7a34",
    error="#c2401f",
    variables={
        "water": "#35618f",
        "muted": "#5f6a68",
        "faint": "#8d9591",
        "band": "#dcebe4",
        "scrollbar": "#c3c8bd",
        "scrollbar-hover": "#a5ada1",
        "scrollbar-active": "#1f7f6e",
        "scrollbar-background": "#f1eee6",
        "scrollbar-background-hover": "#f1eee6",
        "scrollbar-background-active": "#f1eee6",
        "footer-background": "#ebe7dd",
        "footer-key-foreground": "#1f7f6e",
        "footer-description-foreground": "#5f6a68",
        "block-cursor-background": "#dcebe4",
        "block-cursor-foreground": "#2b3434",
        "block-cursor-text-style": "none",
        "input-selection-background": "#1f7f6e 30%",
    },
)
THEMES = (DARK, LIGHT)


def missing_variables(theme: Theme) -> dict[str, str]:
    """For a theme of Textual's, which does not know ours, the variables of our style sheets."""
    system = theme.to_color_system()
    generated = system.generate()
    ground, text = Color.parse(generated["background"]), Color.parse(generated["foreground"])
    primary = Color.parse(generated["primary"])
    return {
        "water": generated["secondary"],
        "muted": text.blend(ground, 0.35).hex6,
        "faint": text.blend(ground, 0.5).hex6,
        "band": ground.blend(primary, 0.22).hex6,
    }
