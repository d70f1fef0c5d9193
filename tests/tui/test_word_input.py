"""A line to type in that knows words."""

from __future__ import annotations

import pytest

from coach.tui.widgets.word_input import turned

WORDS = ("stretch", "walking", "rubbing")


@pytest.mark.parametrize(
    ("text", "by", "one", "several"),
    [
        ("", 1, "stretch", "stretch"),
        ("", -1, "rubbing", "rubbing"),
        ("stretch", 1, "walking", "walking"),
        ("stretch", -1, "", ""),
        ("rubbing", 1, "", ""),
        ("wa", 1, "walking", "walking"),
        ("Walking", 1, "rubbing", "rubbing"),
        ("a hot bath", 1, "a hot bath", "a hot bath, stretch"),
        ("stretch, ", 1, "stretch, ", "stretch, walking"),
        ("stretch, rubbing", 1, "stretch, rubbing", "stretch"),
        ("stretch, walking, rubbing, ", 1, "stretch, walking, rubbing, ", "stretch, walking, rubbing, "),
    ],
)
def test_arrows_go_through_the_words_and_lose_nothing_that_was_typed(
    text: str, by: int, one: str, several: str
) -> None:
    assert turned(text, WORDS, by, several=False) == one
    assert turned(text, WORDS, by, several=True) == several
