from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.cues.notice import LONGEST, Form, terminal_notice

SHOWN = "Change side — right leg"


def test_the_bytes_are_those_of_the_two_forms() -> None:
    assert terminal_notice("coach", SHOWN, Form.OSC_9) == f"\x1b]9;coach: {SHOWN}\x1b\\".encode()
    assert terminal_notice("coach", SHOWN, Form.OSC_777) == f"\x1b]777;notify;coach;{SHOWN}\x1b\\".encode()


def test_what_is_too_long_to_show_is_cut() -> None:
    assert terminal_notice("coach", "x" * 5000, Form.OSC_9) == b"\x1b]9;coach: " + b"x" * LONGEST + b"\x1b\\"


def test_a_missing_text_leaves_no_trace_of_the_other() -> None:
    assert terminal_notice("", "Done", Form.OSC_9) == b"\x1b]9;Done\x1b\\"
    assert terminal_notice("coach", "", Form.OSC_777) == b"\x1b]777;notify;coach;\x1b\\"


@pytest.mark.parametrize("form", Form)
@given(title=st.text(st.characters()), body=st.text(st.characters(), max_size=3 * LONGEST))
def test_no_text_ends_the_sequence_early_or_adds_a_field(form: Form, title: str, body: str) -> None:
    made = terminal_notice(f"\x1b\\{title};", f"\x07\x9c{body};4;1\n\x1b]0;x", form).decode()
    inside = made.removeprefix("\x1b]").removesuffix("\x1b\\")
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in inside)
    assert inside.count(";") == {Form.OSC_9: 1, Form.OSC_777: 3}[form]
    assert len(inside) <= 2 * LONGEST + 20
