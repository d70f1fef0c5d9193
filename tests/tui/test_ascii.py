"""Without UTF-8 every sign has one that looks like it, in as many cells."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

import coach.tui
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.ascii import AsciiOnly, ascii_text
from tests.support.tui import screen_text, wait_for


def test_every_sign_of_the_screens_has_one_that_looks_like_it() -> None:
    sources = Path(coach.tui.__file__).parent.rglob("*.py")
    signs = {char for source in sources for char in source.read_text(encoding="utf-8") if not char.isascii()}
    assert len(signs) > 20
    assert {sign for sign in signs if not ascii_text(sign).isascii() or "?" in ascii_text(sign)} == set()


def test_what_is_full_of_a_bar_differs_from_the_rest_and_one_side_from_the_other() -> None:
    assert ascii_text("██▌····") == "##|...."
    assert (ascii_text("◀ LEFT LEG"), ascii_text("RIGHT LEG ▶")) == ("< LEFT LEG", "RIGHT LEG >")


def test_a_countdown_can_be_read() -> None:
    assert [ascii_text(row) for row in ("┏━┓ ╺┓ ", "┃ ┃  ┃ ", "┗━┛ ╺┻╸")] == ["+-+ -+ ", "| |  | ", "+-+ -+-"]


@given(st.text(st.characters(exclude_categories=("C", "M"))))
def test_it_is_ascii_in_as_many_cells(text: str) -> None:
    assert ascii_text(text).isascii()
    assert len(ascii_text(text)) == cell_len(text)


def test_colours_stay() -> None:
    segment = Segment("Café ▸", Style(bold=True))
    assert AsciiOnly().apply([segment], Color(0, 0, 0)) == [Segment("Cafe >", Style(bold=True))]


async def test_a_terminal_without_utf8_is_shown_ascii_alone(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.__stderr__", TextIOWrapper(BytesIO(), encoding="latin-1"))
    app = CoachApp(coach, routine="bedtime")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "< LEFT LEG" in screen_text(app))
        assert screen_text(app).isascii()
