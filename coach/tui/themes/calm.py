"""The two calm themes: dark, which is worn unless another is chosen, and light for bright rooms."""

from __future__ import annotations

from textual.theme import Theme

from coach.tui.themes.variables import Inks, variables

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
    variables=variables(
        Inks(text="#d5e0de", muted="#a3b3b1", faint="#90a1a0", water="#8fb3d9", key="#6cc0ad", band="#253230"),
        bar="#131d20",
        scroll=("#5c7779", "#7c9798", "#6cc0ad"),
    ),
)
LIGHT = Theme(
    name="coach-light",
    dark=False,
    background="#f6f4ef",
    surface="#fffdf8",
    panel="#eae7e1",
    foreground="#2b3434",
    primary="#186658",
    secondary="#2e5a88",
    accent="#a62c14",
    warning="#6c4b00",
    success="#286a2d",
    error="#a62c14",
    variables=variables(
        Inks(text="#2b3434", muted="#4f5a58", faint="#566160", water="#2e5a88", key="#186658", band="#dfe7e3"),
        bar="#eae7e1",
        scroll=("#7b857c", "#667067", "#186658"),
    ),
)
