"""A picture of cells alone on the screen, and its colours."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.color import Color

from coach.figure.motion import STEPS, Frame
from coach.tui.theme import DARK, THEMES
from coach.tui.widgets.canvas import Canvas

START = Frame(0, 0, 4)
HELD = Frame(STEPS, 0, 4)
BREATHED = Frame(STEPS, 4, 2)


class Shown(App[int]):
    """One widget on the whole screen."""

    def __init__(self, widget: Canvas, theme: str = DARK.name) -> None:
        super().__init__()
        self.widget = widget
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.widget


def colours(app: App[int]) -> set[str]:
    """Every colour on the screen, as `#rrggbb`."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if colour is not None and colour.triplet is not None:
                    found.add(colour.triplet.hex)
    return found


def shows(app: App[int], colour: str | None) -> bool:
    """Whether a theme's colour is on the screen; the theme may round it by one."""
    assert colour is not None
    wanted = Color.parse(colour).rgb
    return any(
        max(abs(a - b) for a, b in zip(Color.parse(found).rgb, wanted, strict=True)) <= 1 for found in colours(app)
    )
