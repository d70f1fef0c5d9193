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
        Inks(text="#d5e0de", muted="#a3b3b1", faint="#8b9c9b", water="#8fb3d9", key="#6cc0ad", band="#1f3431"),
        bar="#131d20",
        scroll=("#5c7779", "#7c9798", "#6cc0ad"),
    ),
)
LIGHT = Theme(
    name="coach-light",
    dark=False,
    background="#f6f4ef",
    surface="#fffdf8",
    panel="#ebe7dd",
    foreground="#2b3434",
    primary="#186658",
    secondary="#35618f",
    accent="#a83618",
    warning="#755200",
    success="#286a2d",
    error="#a83618",
    variables=variables(
        Inks(text="#2b3434", muted="#4f5a58", faint="#5d6866", water="#35618f", key="#186658", band="#dcebe4"),
        bar="#ebe7dd",
        scroll=("#7b857c", "#667067", "#186658"),
    ),
)
