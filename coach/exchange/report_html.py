"""The report as one HTML file that prints on one A4 page: nothing is fetched, nothing in it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from math import sqrt
from unicodedata import east_asian_width

from coach.exchange.report import Report
from coach.exchange.report_chart import chart
from coach.exchange.report_words import Section, footing, sections, title_of

LARGEST_PT, SMALLEST_PT = 9.2, 6.0
_ROOM = 295_000
"""Letters of 1 pt by 1 pt that a page holds beside the chart, measured in Chromium with a wide font."""
LONGEST_WORD = 25
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
@page { size: A4; margin: 11mm 13mm }
* { box-sizing: border-box }
body { font: 9.2pt/1.22 "Liberation Sans", "DejaVu Sans", Arial, Helvetica, sans-serif; color: #111;
  background: #fff; margin: 0 auto; max-width: 184mm; padding: 4mm 0; overflow-wrap: anywhere }
@media print { body { padding: 0 } }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .3em }
h2 { font-size: 1.05em; margin: .8em 0 .25em; border-bottom: .4pt solid #777; break-after: avoid }
.who { display: flex; gap: 6mm; margin: 0 0 .6em }
.who span { flex: 1; border-bottom: .4pt dotted #777 }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm }
p { margin: 0 0 .15em } .pair p { padding-left: 1em; text-indent: -1em }
svg { display: block; width: 100%; height: auto }
svg text { font-family: inherit; font-size: 10px; fill: #111 } svg .axis { fill: #444 }
.answered { fill: #fff; stroke: #555; stroke-width: .8 } .cramps { fill: #333 }
.grid { stroke: #ccc; stroke-width: .6 }
.key { color: #333; margin: .1em 0 0; font-size: .9em } footer { margin-top: .9em; color: #333; font-size: .88em }
"""
_SHORT = frozenset(
    {"In short", "Where", "Around the cramps", "Warning signs", "Medicines ticked", "Conditions ticked"}
)
"""Sections that stand two beside each other."""


def html(report: Report) -> str:
    """The whole file; every text from the diary or the content is escaped."""
    parts = sections(report)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title_of(report))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f'<body style="font-size: {_size(parts)}pt">\n<h1>{escape(title_of(report))}</h1>\n'
        '<div class="who">Name <span></span> Born <span></span></div>\n'
        f"{chart(report.weeks)}\n"
        '<p class="key">Days of each week: dark, with a cramp; box, answered (3/6 is 3 of 6; ? is none).</p>\n'
        f"{''.join(_blocks(parts))}"
        f"<footer>{escape(footing(report))}</footer>\n</body>\n</html>\n"
    )


def _size(parts: Iterable[Section]) -> float:
    """The type in points, 6 to 9.2, in which so many letters keep to one page."""
    letters = sum(
        _widths(part.title) + sum(_widths(fact.about) + _widths(fact.said) for fact in part.facts)
        for part in parts
    )
    return round(max(SMALLEST_PT, min(LARGEST_PT, sqrt(_ROOM / (letters + 1200)))), 1)


def _widths(text: str) -> int:
    """How many letters' room a text takes: one of a wide script, or of no real word, takes that of two."""
    return sum(
        len(word) * 2
        if len(word) > LONGEST_WORD
        else sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word) + 1
        for word in text.split()
    )


def _blocks(parts: Iterable[Section]) -> Iterator[str]:
    """The sections in order, the short ones in pairs."""
    for is_short, together in groupby(parts, lambda part: part.title in _SHORT):
        written = "".join(map(_section, together))
        yield f'<div class="pair">{written}</div>\n' if is_short else written


def _section(section: Section) -> str:
    facts = "".join(
        f"<p>{f'<b>{escape(fact.about)}:</b> ' if fact.about else ''}{escape(fact.said)}</p>"
        for fact in section.facts
    )
    return f"<section><h2>{escape(section.title)}</h2>{facts}</section>\n"
