"""A list of one-line rows in columns, with a cursor; the backbone of every mode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.tui.text import one_line
from coach.tui.widgets.row import Cell, Row


class RowList(Widget, can_focus=True):
    """Rows with a cursor that steps over headings; the first `pinned` rows never scroll away."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--text",
        "rows--strong",
        "rows--muted",
        "rows--faint",
        "rows--heading",
        "rows--good",
        "rows--accent",
        "rows--warning",
        "rows--water",
        "rows--primary",
        "rows--cursor",
        "rows--cursor-blurred",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        .rows--text { color: $foreground; }
        .rows--strong { color: $foreground; text-style: bold; }
        .rows--muted { color: $muted; }
        .rows--faint { color: $faint; }
        .rows--heading { color: $muted; text-style: bold; }
        .rows--good { color: $success; }
        .rows--accent { color: $accent; }
        .rows--warning { color: $warning; }
        .rows--water { color: $water; }
        .rows--primary { color: $primary; }
        .rows--cursor { background: $band; }
        .rows--cursor-blurred { background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False, id="list.up"),
        Binding("down", "move(1)", "down", show=False, id="list.down"),
        Binding("pageup", "move(-10)", "page up", show=False, id="list.page_up"),
        Binding("pagedown", "move(10)", "page down", show=False, id="list.page_down"),
        Binding("ctrl+u", "half(-1)", "half a page up", show=False, id="list.half_up"),
        Binding("ctrl+d", "half(1)", "half a page down", show=False, id="list.half_down"),
        Binding("home", "move(-9999)", "first", show=False, id="list.first"),
        Binding("end", "move(9999)", "last", show=False, id="list.last"),
    ]

    rows: reactive[Sequence[Row]] = reactive[Sequence[Row]]((), repaint=False)
    cursor: reactive[str | None] = reactive[str | None](None, repaint=False)
    pinned = reactive(0, repaint=False)
    _top = reactive(0, repaint=False)

    def __init__(self, **of_widget: Any) -> None:
        super().__init__(**of_widget)
        self._drawn: list[tuple[Row | None, bool, str]] = []

    class Moved(Message):
        """The cursor went to the row `row`."""

        def __init__(self, rows: RowList, row: str) -> None:
            self.rows = rows
            self.row = row
            super().__init__()

        @property
        def control(self) -> RowList:
            return self.rows

    class Opened(Moved):
        """The row `row` was asked for, by enter or by a click on the cursor's row."""

    class Marked(Moved):
        """The mark at the beginning of the row `row` was clicked."""

    def validate_cursor(self, cursor: str | None) -> str | None:
        ids = self._ids()
        return cursor if cursor in ids else next(iter(ids), None)

    def watch_rows(self) -> None:
        """Keep the cursor where it was; when its row is gone, go to the first."""
        self.cursor = self.validate_cursor(self.cursor)
        self._show_cursor()
        self._draw()

    def watch_pinned(self) -> None:
        self._draw()

    def watch__top(self) -> None:
        self._draw()

    def watch_cursor(self, cursor: str | None) -> None:
        self._show_cursor()
        self._draw()
        if cursor is not None:
            self.post_message(self.Moved(self, cursor))

    def on_resize(self) -> None:
        self._show_cursor()
        self._draw()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows that can have it."""
        ids = self._ids()
        if self.cursor in ids:
            self.cursor = ids[max(0, min(len(ids) - 1, ids.index(self.cursor) + by))]

    def action_half(self, by: int) -> None:
        """Move the cursor by half of what is shown."""
        self.action_move(by * max(1, self.size.height // 2))

    def open(self) -> None:
        """Ask for the cursor's row; screens bind the key, for they know what it is called there."""
        if self.cursor is not None:
            self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        row = self._row_at(event.y)
        if row is None or row.id is None:
            return
        if event.x < 4:
            self.cursor = row.id
            self.post_message(self.Marked(self, row.id))
        elif self.cursor == row.id:
            self.open()
        else:
            self.cursor = row.id

    def on_mouse_scroll_down(self) -> None:
        self._top = min(self._top + 2, self._last_top())

    def on_mouse_scroll_up(self) -> None:
        self._top = max(self._top - 2, 0)

    def _draw(self) -> None:
        """Have those lines drawn that show something else now: a tick changes one of thirty."""
        lines = range(self.size.height)
        before, self._drawn = self._drawn, [self._line(y) for y in lines]
        if len(before) != len(self._drawn):
            self.refresh()
        elif changed := [y for y in lines if self._drawn[y] != before[y]]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _line(self, y: int) -> tuple[Row | None, bool, str]:
        """All that a line is drawn from: its row, whether the cursor is there, the arrow at its edge."""
        row = self._row_at(y)
        is_here = row is not None and row.id is not None and row.id == self.cursor
        return row, is_here, self._hidden_mark(y)

    def render_line(self, y: int) -> Strip:
        row, is_here, hidden = self._line(y)
        width = self.size.width
        if row is None:
            return Strip([Segment(" " * width, self.rich_style)], width)
        segments = self._segments(row, width, is_here=is_here)
        if hidden:
            segments[-1] = Segment(segments[-1].text[:-1] + hidden, segments[-1].style)
        return Strip(segments).adjust_cell_length(width, Style()).apply_style(self._ground(is_here=is_here))

    def _segments(self, row: Row, width: int, *, is_here: bool) -> list[Segment]:
        """The row's text: a column for the cursor's mark, then its cells, two spaces apart."""
        segments = [Segment(" ▸ " if is_here else "   ", self._style("primary"))]
        cells = [cell for cell in row.cells if width >= cell.from_columns]
        taken = sum(cell.width for cell in cells) + 2 * max(0, len(cells) - 1) + 4
        for number, cell in enumerate(cells):
            if number:
                segments.append(Segment("  ", self._style("text")))
            segments.extend(self._cell(cell, cell.width or max(0, width - taken)))
        return [*segments, Segment(" ", self._style("text"))]

    def _cell(self, cell: Cell, width: int) -> list[Segment]:
        if isinstance(cell.text, str):
            text = one_line(cell.text, width)
            return [Segment(text.strip().rjust(width) if cell.right else text, self._style(cell.tone))]
        strip = Strip([Segment(text, self._style(tone)) for text, tone in cell.text])
        return list(strip.adjust_cell_length(width, self._style("text")))

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(f"rows--{tone}", partial=True)

    def _ground(self, *, is_here: bool) -> Style:
        """What lies under a row's text: a soft band where the cursor is."""
        if not is_here:
            return self.rich_style
        return self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--cursor-blurred")

    def _ids(self) -> list[str]:
        return [row.id for row in self.rows if row.id is not None]

    def _row_at(self, y: int) -> Row | None:
        index = y if y < self.pinned else y + self._top
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def _last_top(self) -> int:
        return max(0, len(self.rows) - self.size.height)

    def _hidden_mark(self, y: int) -> str:
        """A small arrow at the edge where rows are hidden above or below."""
        if y == self.size.height - 1 and self._top < self._last_top():
            return "▾"
        return "▴" if y == self.pinned and self._top > 0 else ""

    def _show_cursor(self) -> None:
        """Scroll just so far that the cursor's row, and the heading right above it, can be seen."""
        index = next((n for n, row in enumerate(self.rows) if row.id is not None and row.id == self.cursor), None)
        height = self.size.height
        if index is None or height <= self.pinned or index < self.pinned:
            self._top = min(self._top, self._last_top())
            return
        first = index - 1 if index > self.pinned and self.rows[index - 1].id is None else index
        top = min(self._top, max(0, first - self.pinned))
        self._top = min(max(top, index - height + 1), self._last_top())
