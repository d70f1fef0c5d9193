"""The countdown as large as the screen allows."""

from __future__ import annotations

from typing import ClassVar

from coach.figure.cells import Grid
from coach.figure.digits import digit_cells
from coach.tui.widgets.canvas import Canvas


class BigDigits(Canvas):
    """Shows a countdown such as `0:07` in seven-segment digits that fill the widget."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"digits--lit"}
    DEFAULT_CSS = """
    BigDigits {
        width: 1fr;
        height: 1fr;
        .digits--lit { color: $primary; }
    }
    """

    text = ""

    def show(self, text: str) -> None:
        """Show digits, colons, minus signs and spaces; what else there is stays blank."""
        if text != self.text:
            self.text = text
            self.redraw()

    def draw(self, columns: int, rows: int) -> Grid:
        return digit_cells(self.text, columns, rows, self.tier, self.colours("digits--lit"))
