"""A bar in eighths of a cell."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(eighths: int, columns: int) -> tuple[str, str]:
    """The filled part and the rest of a bar; `eighths` of a cell are full."""
    full, part = divmod(max(0, min(columns * 8, eighths)), 8)
    filled = "█" * full + (_EIGHTHS[part] if part else "")
    return filled, "·" * (columns - len(filled))


class Bar(Widget):
    """How much of something is over; redrawn only when an eighth of a cell has changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--full", "bar--rest"}
    DEFAULT_CSS = """
    Bar {
        height: 1;
        .bar--full { color: $accent; }
        .bar--rest { color: $faint; }
        &.-waiting .bar--full { color: $muted; }
    }
    """

    eighths = reactive(0)

    def show(self, share: float) -> None:
        """Fill the bar by `share`, from 0 to 1."""
        self.eighths = round(share * self.size.width * 8)

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        filled, rest = bar(self.eighths, self.size.width)
        return Strip(
            [
                Segment(filled, self.get_component_rich_style("bar--full")),
                Segment(rest, self.get_component_rich_style("bar--rest")),
            ],
            self.size.width,
        )
