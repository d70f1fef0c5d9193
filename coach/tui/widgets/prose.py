"""Running text of a page: paragraphs, headings, numbered lines and bars, wrapped to the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from coach.tui.text import plain
from coach.tui.widgets.row import Spans

_STYLES = {
    "text": "$foreground",
    "strong": "bold $foreground",
    "muted": "$muted",
    "faint": "$faint",
    "heading": "bold $muted",
    "good": "$success",
    "accent": "$accent",
    "warning": "$warning",
    "primary": "$primary",
}
_LEAST_COLUMNS = 8


class Line(NamedTuple):
    """A paragraph behind a lead; `lead_again` says that wrapped rows begin with the lead too, as a bar does.

    `aside` stands at the right edge beside the first row, as the figures of a table do.
    """

    text: Spans
    lead: str = ""
    lead_tone: str = "muted"
    lead_again: bool = False
    aside: str = ""
    aside_tone: str = "muted"


BLANK = Line(())


def paragraph(text: str, tone: str = "text") -> Line:
    """A paragraph in one tone."""
    return Line(((text, tone),))


def section(name: str, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines under a small grey heading, with air above; nothing at all when there are none."""
    held = tuple(lines)
    return (BLANK, paragraph(name.upper(), "heading"), *held) if held else ()


def bars(texts: Iterable[str]) -> tuple[Line, ...]:
    """Lines that must not be missed, each with a bar at its left edge."""
    return tuple(Line(((text, "text"),), "▌ ", "accent", lead_again=True) for text in texts)


def points(texts: Iterable[str], tone: str = "text") -> tuple[Line, ...]:
    """Lines with a small mark at their left."""
    return tuple(Line(((text, tone),), "· ") for text in texts)


def wrapped(lines: Sequence[Line], columns: int) -> list[Content]:
    """The rows the lines take on a screen so many cells wide; wrapped text hangs behind its lead."""
    rows: list[Content] = []
    for line in lines:
        beside = len(line.aside) + 2 if line.aside else 0
        room = max(_LEAST_COLUMNS, columns - len(line.lead) - beside)
        text = Content.assemble(*(_span(text, tone) for text, tone in line.text))
        for number, row in enumerate(text.wrap(room)):
            lead = line.lead if number == 0 or line.lead_again else " " * len(line.lead)
            parts = [Content.styled(lead, _STYLES[line.lead_tone]), row]
            if line.aside and number == 0:
                gap = " " * (room - row.cell_length + 2)
                parts += [Content(gap), Content.styled(line.aside, _STYLES[line.aside_tone])]
            rows.append(Content.assemble(*parts))
    return rows


def _span(text: str, tone: str) -> Content:
    """`text` in a tone, with the spaces around it; brackets mean nothing."""
    before = len(text) - len(text.lstrip(" "))
    after = len(text) - len(text.rstrip(" ")) if text.strip(" ") else 0
    return Content.assemble(" " * before, plain(text).stylize(_STYLES[tone]), " " * after)


class Prose(Widget):
    """Lines of running text, as high as they need."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; max-width: 76; }
    """

    lines: reactive[tuple[Line, ...]] = reactive[tuple[Line, ...]]((), layout=True)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._laid: tuple[int, tuple[Line, ...], list[Content]] = (0, (), [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def render(self) -> Content:
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, columns: int) -> list[Content]:
        """The rows, laid out once for each width: it is asked again and again, and a long page takes its time."""
        if self._laid[:2] != (columns, self.lines):
            self._laid = (columns, self.lines, wrapped(self.lines, columns))
        return self._laid[2]
