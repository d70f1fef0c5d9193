"""Where the cramps were: a pair of legs from the front and from behind, shaded by how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.advice.history import SiteHistory
from coach.model.entry import Side, Site
from coach.tui.widgets.diary_words import SHADES

_SITES = {
    "Q": Site.QUADRICEPS,
    "I": Site.INNER_THIGH,
    "S": Site.SHIN,
    "F": Site.FOOT,
    "T": Site.TOES,
    "H": Site.HAMSTRING,
    "C": Site.CALF,
}
DRAWN = frozenset(_SITES.values())
# One leg, the outer side at the left: letters are sites, `k` is what has no site of its own.
_FRONT = (
    "QQQQQQIII",
    "QQQQQQIII",
    " QQQQQIII",
    " QQQQQII ",
    "  kkkkk  ",
    " SSSSSSS ",
    " SSSSSSS ",
    "  SSSSS  ",
    "   SSS   ",
    " FFFFFF  ",
    "FFFFFFF  ",
    "TTTTTT   ",
)
_BACK = (
    "HHHHHHHHH",
    "HHHHHHHHH",
    " HHHHHHHH",
    " HHHHHHH ",
    "  kkkkk  ",
    " CCCCCCC ",
    "CCCCCCCC ",
    " CCCCCCC ",
    "  CCCCC  ",
    "   kkk   ",
    "   kkkk  ",
    "         ",
)
_NUMBERED = {"Q": 1, "I": 1, "S": 6, "F": 10, "T": 11, "H": 1, "C": 6}
"""In which line of a site its number stands."""
_NAMES_LEFT = {1: "thigh", 6: "shin", 10: "foot", 11: "toes"}
_NAMES_RIGHT = {1: "hamstring", 6: "calf"}
_LABEL, _LEG, _BETWEEN = 9, 9, 3


class LegMap(Widget):
    """Front and back of both legs; a site is the darker the more cramps it had, and says how many."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"legs--label", "legs--none", "legs--some", "legs--number"}
    DEFAULT_CSS = """
    LegMap {
        height: 14;
        width: 60;
        .legs--label { color: $muted; }
        .legs--none { color: $faint; }
        .legs--some { color: $accent; }
        .legs--number { color: $foreground; text-style: bold; }
    }
    """

    sites: reactive[Sequence[SiteHistory]] = reactive[Sequence[SiteHistory]](())

    def render_line(self, y: int) -> Strip:
        if y < 2:
            return self._strip([Segment(_heading(y), self._style("label"))])
        line = y - 2
        if line >= len(_FRONT):
            return self._strip([])
        counts = {leg: _counts(self.sites, leg) for leg in (Side.LEFT, Side.RIGHT)}
        most = max((n for leg in counts.values() for n in leg.values()), default=0)
        segments = [Segment(_NAMES_LEFT.get(line, "").rjust(_LABEL - 1) + " ", self._style("label"))]
        for number, (shape, leg, mirrored) in enumerate(_views()):
            if number:
                segments.append(Segment(" " * (_BETWEEN if number == 2 else 1)))
            segments += self._leg(shape[line], line, counts[leg], most, mirrored=mirrored)
        segments.append(Segment(" " + _NAMES_RIGHT.get(line, ""), self._style("label")))
        return self._strip(segments)

    def _leg(
        self, shape: str, line: int, counts: Mapping[Site, int], most: int, *, mirrored: bool
    ) -> list[Segment]:
        runs = [(letter, len(list(run))) for letter, run in groupby(shape[::-1] if mirrored else shape)]
        segments: list[Segment] = []
        for letter, width in runs:
            site = _SITES.get(letter)
            count = counts.get(site, 0) if site is not None else 0
            if letter == " ":
                segments.append(Segment(" " * width))
            elif not count:
                segments.append(Segment(SHADES[0] * width, self._style("none")))
            else:
                shade = SHADES[min(3, 1 + (3 * count - 1) // most)]
                segments += self._numbered(shade, width, count if _NUMBERED[letter] == line else None)
        return segments

    def _numbered(self, shade: str, width: int, count: int | None) -> list[Segment]:
        """A run of a site, with the number in its middle where it stands."""
        some = self._style("some")
        if count is None:
            return [Segment(shade * width, some)]
        number = f"{count}" if len(f"{count}") > width - 2 else f" {count} "
        before = (width - len(number)) // 2
        return [
            Segment(shade * before, some),
            Segment(number[:width], self._style("number")),
            Segment(shade * (width - before - len(number)), some),
        ]

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(f"legs--{tone}", partial=True)

    def _strip(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)


def _views() -> tuple[tuple[tuple[str, ...], Side, bool], ...]:
    """The four legs from left to right: from the front, the person's right leg stands at the left."""
    return (
        (_FRONT, Side.RIGHT, False),
        (_FRONT, Side.LEFT, True),
        (_BACK, Side.LEFT, False),
        (_BACK, Side.RIGHT, True),
    )


def _counts(sites: Sequence[SiteHistory], leg: Side) -> dict[Site, int]:
    return {one.site: one.in_leg(leg) for one in sites if one.site in DRAWN}


def _heading(line: int) -> str:
    pair = 2 * _LEG + 1
    if line == 0:
        names = ("FRONT".center(pair), "BACK".center(pair))
    else:
        names = (f"{'right':^9} {'left':^9}", f"{'left':^9} {'right':^9}")
    return " " * _LABEL + (" " * _BETWEEN).join(names)


def beside(sites: Sequence[SiteHistory]) -> str:
    """What the figure cannot show: cramps elsewhere, and those whose side was not said."""
    elsewhere = sum(one.cramps for one in sites if one.site not in DRAWN)
    no_side = {one.site: one.sides.get(None, 0) for one in sites if one.site in DRAWN and one.sides.get(None)}
    parts = []
    if no_side:
        named = ", ".join(f"{site.replace('-', ' ')} {number}" for site, number in no_side.items())
        parts.append(f"side not said: {named}")
    if elsewhere:
        parts.append(f"elsewhere: {elsewhere}")
    if any(one.sides.get(Side.BOTH) for one in sites):
        parts.append("one in both legs counts in each")
    return "; ".join(parts)
