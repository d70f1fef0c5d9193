"""What somebody typed, or sent to be taken in, does nothing in any report."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from html import escape

import pytest
from markdown_it import MarkdownIt

from coach.diary.diary import Draft
from coach.exchange.sheet import BOM
from coach.model.text import clean
from coach.service.coach import Coach
from coach.service.reporting import ReportFormat
from tests.exchange.test_report import Text

TODAY = date(2026, 11, 22)
ELEMENTS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "div",
    "span",
    "svg",
    "line",
    "rect",
    "text",
    "p",
    "section",
    "b",
    "footer",
}
UNSEEN = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u061c\x1b\x07")
MOST_LETTERS = 20_000
"""What was typed is cut, however long it is."""
HOSTILE = [
    "<script>document.title='owned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></svg><svg onload=alert(1)>",
    "&lt;script&gt; &amp; <!-- ",
    "[click](javascript:alert(1)) ![x](http://e.example/x)",
    "**bold** `code` # no heading | a | b",
    '=HYPERLINK("http://e.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "\u202eevil\u2066\u200b",
    "\u061c\u200e\u202dleft\u202c \u2067\u05e9\u05dc\u05d5\u05dd\u2069 \x1b[31mred\x07",
    "<b>" * 3_333 + "!",
    "=1+1;" * 2_000,
    "\u6f22" * 10_000,
    "a\nb\r\n# heading\n- item",
]


@pytest.fixture(params=HOSTILE)
def typed(request: pytest.FixtureRequest, coach: Coach) -> str:
    """A diary in which every text that a person can type says it; gives the text."""
    text: str = request.param
    texts = {"site": "calf", "activity": text, "triggers": [text], "released_by": [text], "note": text}
    started = coach.now()
    step = {"move": "calf-wall", "side": "left", "planned_s": 1, "held_s": 1}
    session = {"routine": "own", "title": text, "started": started, "steps": [step]}
    coach.diary.add(
        [
            Draft("cramp", TODAY, texts),
            Draft("note", TODAY, {"text": f"{text} ?", "of": ""}),
            Draft("tick", TODAY, {"item": "own", "label": text}),
            Draft("session", TODAY, session, started),
            Draft("skip", TODAY, {"reason": text}),
        ],
        "hostile",
    )
    own = coach.places.own_content
    own.mkdir(parents=True)
    label = json.dumps(text.replace("\x1b", "").replace("\x07", "") or "own")
    items = "".join(
        f'[[items]]\nid = "{one}"\nlabel = {label}\ngroup = "night"\nwhy = "x"\nevidence = "weak"\n'
        for one in ("own", "own-too")
    )
    (own / "checklist.toml").write_text(items, encoding="utf-8")
    began = TODAY - timedelta(days=30)
    coach.diary.add(
        [Draft("drink", began + timedelta(days=n), {"ml": 200}) for n in range(14)]
        + [Draft("tick", TODAY - timedelta(days=n), {"item": "own-too", "label": text}) for n in range(1, 6)],
        "a second change",
    )
    coach.diary.put({f"experiment.{began}.change": "own", f"experiment.{began}.label": text}, TODAY, "hostile")
    return text


def test_a_second_change_with_any_name_is_told(coach: Coach, typed: str) -> None:
    assert "A second change is mixed in" in coach.reports.text(ReportFormat.MD), typed


def test_no_text_becomes_html(coach: Coach, typed: str) -> None:
    html = coach.reports.text(ReportFormat.HTML)
    page = Text(html)
    assert page.tags == ELEMENTS
    assert not {name for name in page.attributes if name.startswith("on")}
    line = " ".join(typed.split())
    if "\u202e" not in typed and escape(line) != line:
        assert line not in html
        assert escape(line[:15]) in html
    assert not set(html) & UNSEEN
    assert len(html) < MOST_LETTERS


def test_no_text_becomes_markdown(coach: Coach, typed: str) -> None:
    text = coach.reports.text(ReportFormat.MD)
    lines = [line for line in text.splitlines() if line]
    assert all(line.startswith(("# Leg cramps", "## ", "- **", "- ", "| ", "Written down")) for line in lines)
    assert not any(line in {"# heading", "- item"} for line in lines)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "strong_open", "strong_close"}, typed
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr", "ordered_list_open"}
    shown = " ".join("".join(child.content for child in token.children or ()) for token in tokens)
    assert " ".join(clean(typed).split())[:12] in shown
    assert not set(text) & UNSEEN
    assert len(text) < MOST_LETTERS


def test_no_text_becomes_a_formula(coach: Coach, typed: str) -> None:
    rows = list(csv.reader(io.StringIO(coach.reports.text(ReportFormat.CSV).removeprefix(BOM))))
    assert all(len(row) == 3 for row in rows), typed
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "|"))] == []
    assert not {letter for row in rows for cell in row for letter in cell} & UNSEEN
    assert sum(len(cell) for row in rows for cell in row) < MOST_LETTERS
