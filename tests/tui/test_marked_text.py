"""The little of Markdown that the content is written in, as lines."""

from __future__ import annotations

import pytest

from coach.tui.widgets.marked import marked
from coach.tui.widgets.prose import wrapped


def shown(text: str, columns: int = 40) -> str:
    return "\n".join(row.plain.rstrip() for row in wrapped(marked(text), columns))


def test_blocks_are_apart_and_a_heading_stands_on_what_it_names() -> None:
    text = "First.\n\n## What happens\n\nSecond\nline.\n\nThird.\n## Again\nFourth."
    assert shown(text) == "First.\n\nWHAT HAPPENS\nSecond line.\n\nThird.\n\nAGAIN\nFourth."


def test_points_hang_behind_their_mark() -> None:
    assert shown("Lists:\n- one two three\n- four\n  five", 12) == "Lists:\n• one two\n  three\n• four five"


def test_bold_words_are_strong_and_their_stars_gone() -> None:
    (line,) = marked("Do **not stop** it, **ever**.")
    assert line.text == (
        ("Do ", "text"),
        ("not stop", "strong"),
        (" it, ", "text"),
        ("ever", "strong"),
        (".", "text"),
    )
    assert shown("Do **not stop** it, **ever**.") == "Do not stop it, ever."


@pytest.mark.parametrize(
    "text", ["[x](https://example.org)", "[/] [@click=app.quit]x[/]", "2 * 3 * 4", "#1", "-5"]
)
def test_anything_else_stands_as_it_is_written(text: str) -> None:
    assert shown(text) == text


def test_nothing_is_one_empty_line() -> None:
    assert shown("") == ""
