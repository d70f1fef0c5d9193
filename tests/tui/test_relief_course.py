"""How far the relief is: the order that is safe, whatever is pressed and however time goes by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relief_courses import START, course, plan, watched

from coach.tui.widgets.relief_course import CLOT, LATE, Course, Place
from coach.tui.widgets.relief_pages import Known, page_of
from coach.tui.widgets.relief_text import muscle_letters

pytestmark = pytest.mark.usefixtures("answered")


def test_the_first_step_is_there_at_once() -> None:
    assert (course().place, course().step, course().left_s(START)) == (Place.STEP, 0, 20)


def test_time_alone_goes_on_and_a_whole_step_opens_the_steps_that_wait() -> None:
    first = watched(course(), START, START + 19.9)
    assert (first.step, first.seen) == (0, False)
    second = first.tick(START + 20)
    assert (second.step, second.seen) == (1, True)
    third = watched(second, START + 20, START + 40)
    assert (third.place, third.step) == (Place.STEP, 2)


def test_hurrying_through_leads_to_the_question_which_takes_a_whole_step() -> None:
    gate = course().next(START + 1).next(START + 2)
    assert gate.place is Place.GATE
    assert gate.next(START + 3) == gate
    assert watched(gate, START + 2, START + 21.9).place is Place.GATE
    opened = watched(gate, START + 2, START + 22)
    assert (opened.place, opened.step) == (Place.STEP, 2)


def test_no_to_the_question_opens_what_waits_at_once() -> None:
    gate = course().next(START + 1).next(START + 2)
    assert (gate.answer(START + 3, fits=False).place, gate.answer(START + 3, fits=False).step) == (Place.STEP, 2)


def test_a_raised_clot_risk_is_asked_before_anything_and_time_does_not_answer() -> None:
    asked = course(ask_first=True)
    assert asked.place is Place.ASK
    assert watched(asked, START, START + 599).place is Place.ASK
    assert asked.next(START) == asked
    stopped = asked.answer(START + 5, fits=True)
    assert (stopped.place, stopped.flag) == (Place.STOP, CLOT)
    assert asked.answer(START + 5, fits=False).place is Place.STEP


def test_red_flags_that_were_opened_want_an_answer_and_time_stands_still_meanwhile() -> None:
    check = watched(course(), START, START + 5).read_flags(START + 5)
    assert check.place is Place.CHECK
    assert check.tick(START + 300).place is Place.CHECK
    back = check.answer(START + 300, fits=False)
    assert (back.place, back.step, back.left_s(START + 300)) == (Place.STEP, 0, 15)
    stopped = check.answer(START + 300, fits=True)
    assert (stopped.place, stopped.flag) == (Place.STOP, "")
    assert stopped.answer(START + 301, fits=False).place is Place.STEP


def test_ten_minutes_from_the_beginning_bring_the_page_once() -> None:
    late = course().tick(START + 600)
    assert (late.place, late.flag) == (Place.LATE, LATE)
    back = late.next(START + 610)
    assert back.place is Place.STEP
    assert back.tick(START + 611).place is Place.STEP


def test_minutes_that_it_began_earlier_count() -> None:
    begun = course()
    for _ in range(10):
        begun = begun.earlier()
    assert begun.tick(START).place is Place.LATE


def test_what_covers_the_screen_stops_the_count() -> None:
    covered = watched(course(), START, START + 5).pause(START + 5)
    assert covered.tick(START + 100).left_s(START + 100) == 15
    assert covered.resume(START + 100).left_s(START + 100) == 15


def test_after_the_last_step_it_can_begin_again() -> None:
    end = course().answer(START, fits=False)
    for _ in range(4):
        end = end.next(START)
    assert end.place is Place.END
    assert (end.next(START).place, end.next(START).step) == (Place.STEP, 0)


def test_another_muscle_begins_with_its_first_step_and_keeps_the_answer() -> None:
    other = course().answer(START, fits=False).next(START + 1).with_plan(plan(before=3), START + 2)
    assert (other.step, other.answered, other.left_s(START + 2)) == (0, False, 20)


ACTIONS: dict[str, Callable[[Course, float], Course]] = {
    "next": Course.next,
    "wait": lambda now, _: now,
    "long": lambda now, _: now,
    "gap": lambda now, _: now,
    "earlier": lambda now, _: now.earlier(),
    "yes": lambda now, at: now.answer(at, fits=True),
    "no": lambda now, at: now.answer(at, fits=False),
    "flags": Course.read_flags,
    "muscle": lambda now, at: now.with_plan(now.plan, at),
}
PASSED = {"wait": 3.0, "long": 25.0, "gap": 300.0}
SHOWN = frozenset({Place.STEP, Place.GATE, Place.END})


@given(st.booleans(), st.lists(st.sampled_from(sorted(ACTIONS)), max_size=60))
def test_standing_rubbing_and_warmth_never_come_before_the_question(ask_first: bool, actions: list[str]) -> None:
    at, on_screen = START, 0.0
    now = course(ask_first=ask_first)
    cleared = not ask_first
    said_no = stopped = False
    for action in actions:
        passed = PASSED.get(action, 0.1)
        on_screen += passed if now.place in SHOWN and action != "gap" else 0
        now = now if action == "gap" else watched(now, at, at + passed)
        at += passed
        if action == "no":
            cleared |= now.place is Place.ASK
            said_no |= now.place not in {Place.ASK, Place.LATE}
        stopped = action != "no" and (stopped or (action == "yes" and now.place in {Place.ASK, Place.CHECK}))
        now = ACTIONS[action](now, at).tick(at)
        assert page_of(now, Known({"calf": "Calf"}), at).big
        if now.place is Place.STEP:
            waits = now.plan.steps[now.step].after_question
            assert not waits or said_no or on_screen >= 20
            assert cleared or said_no
        assert not stopped or now.place is Place.STOP


def test_every_muscle_has_a_letter_of_its_own_that_means_nothing_else() -> None:
    sites = {
        "calf": "Calf",
        "foot": "Foot",
        "shin": "Shin",
        "hamstring": "Back of the thigh",
        "toes": "Foot and toes",
    }
    letters = muscle_letters(sites)
    assert list(letters.values()) == list(sites)
    assert not set(letters) & set("cdlnquwy")
