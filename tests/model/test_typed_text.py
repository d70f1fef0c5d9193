from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import BadInputError
from coach.model.text import LONGEST_NOTE, clean, clean_note


@pytest.mark.parametrize(
    "typed",
    [
        "[/]",
        "[@click=app.quit]x[/]",
        "[Mg]",
        "path[/x]",
        "\\[b]",
        "${HOME} `ls` %s {0}",
        "שוק שמאל",
        "تشنج في الساق",
        "नमस्ते क्ष",
        "می‌خواهم",
        "👩‍⚕️ 🦵🏽 🏳️‍🌈",
        "Krämpfe, crampé, 腿抽筋",
        "e\u0301",
    ],
)
def test_text_is_kept_as_typed(typed: str) -> None:
    assert clean(typed) == typed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07after", "]0;titleafter"),
        ("\x1b]8;;http://x\x1b\\link", "]8;;http://x\\link"),
        ("\x9b31mred", "31mred"),
        ("\x90q\x9c", "q"),
        ("a\x00b\x08c\x7fd\x85e", "abcde"),
        ("\u202eabc\u202c", "abc"),
        ("\u2066abc\u2069", "abc"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("\u200fשוק", "שוק"),
        ("lone \ud800 half", "lone  half"),
        ("\ue000private", "private"),
        ("a\tb", "a b"),
        ("  around  ", "around"),
    ],
)
def test_control_and_escape_characters_and_what_turns_text_go(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_line_breaks_of_every_kind_become_one_kind_or_spaces() -> None:
    typed = "a\nb\r\nc\rd\u2028e\u2029f"
    assert clean(typed, lines=True) == "a\nb\nc\nd\ne\nf"
    assert clean(typed) == "a b c d e f"


@given(st.text())
def test_what_is_kept_holds_nothing_a_terminal_obeys_and_is_clean_already(typed: str) -> None:
    kept = clean(typed, lines=True)
    assert {unicodedata.category(char) for char in kept.replace("\n", "")} & {
        "Cc",
        "Cs",
        "Co",
        "Zl",
        "Zp",
    } == set()
    assert clean(kept, lines=True) == kept


@pytest.mark.parametrize("char", ["x", "é", "🦵", "腿"])
def test_a_note_has_at_most_ten_thousand_characters(char: str) -> None:
    assert len(clean_note(char * LONGEST_NOTE)) == LONGEST_NOTE == 10_000
    with pytest.raises(BadInputError, match="10001 characters"):
        clean_note(char * (LONGEST_NOTE + 1))


def test_a_note_keeps_its_lines() -> None:
    assert clean_note("one\r\ntwo\n") == "one\ntwo"


def test_what_is_stripped_from_a_note_does_not_count() -> None:
    assert clean_note("\x1b" * 5 + "x" * LONGEST_NOTE + " \n") == "x" * LONGEST_NOTE
