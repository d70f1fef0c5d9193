"""Ten minutes from when the cramp began, gaps in between, and what the answers come to."""

from __future__ import annotations

import pytest
from relief_courses import START, course, watched

from coach.tui.widgets.relief_course import LATE, Course, Place
from coach.tui.widgets.relief_pages import Known, page_of


@pytest.mark.parametrize("waits", ["tick", "pause"])
def test_a_gap_between_two_looks_counts_for_the_ten_minutes_and_not_for_the_step(waits: str) -> None:
    """A look that was due when the app was stopped comes late, before anything says that it was stopped."""
    five = watched(course(), START, START + 5)
    woken = five.tick(START + 305) if waits == "tick" else five.pause(START + 305).resume(START + 305)
    assert (woken.step, woken.left_s(START + 305), woken.elapsed_s(START + 305)) == (0, 15, 305)
    assert woken.tick(START + 307).left_s(START + 307) == 13
    assert five.tick(START + 605).place is Place.LATE


def test_a_key_after_a_gap_begins_the_next_step_whole() -> None:
    pressed = course().next(START + 100).tick(START + 100)
    assert (pressed.step, pressed.left_s(START + 100)) == (1, 20)


def places() -> dict[Place, Course]:
    """A course on every page, five seconds after the beginning."""
    check = course().read_flags(START + 5)
    after_no = course().answer(START, fits=False)
    return {
        Place.ASK: course(ask_first=True),
        Place.STEP: course(),
        Place.GATE: course().next(START + 1).next(START + 2),
        Place.CHECK: check,
        Place.STOP: check.answer(START + 6, fits=True),
        Place.END: after_no.next(START).next(START).next(START).next(START),
        Place.AFTER: course().let_go(START + 5),
    }


@pytest.mark.parametrize("page", [Place.ASK, Place.STEP, Place.GATE, Place.CHECK, Place.END])
def test_ten_minutes_bring_their_page_from_whatever_page_and_lead_back_to_it(page: Place) -> None:
    before = places()[page]
    assert before.place is page
    assert before.tick(START + 599).place is not Place.LATE
    late = before.tick(START + 600)
    assert (late.place, late.flag) == (Place.LATE, LATE)
    assert late.tick(START + 700).place is Place.LATE
    assert late.next(START + 700).place is page
    assert late.next(START + 700).tick(START + 700).place is page


def test_ten_minutes_change_nothing_once_it_let_go_and_wait_where_the_steps_are_stopped() -> None:
    assert places()[Place.AFTER].tick(START + 900).place is Place.AFTER
    stopped = places()[Place.STOP].tick(START + 900)
    assert stopped.place is Place.STOP
    assert "more than ten minutes" in page_of(stopped, Known({}), START + 900).below[0].text
    assert stopped.answer(START + 901, fits=False).tick(START + 901).place is Place.LATE


def test_from_the_page_about_ten_minutes_the_red_flags_want_an_answer_too() -> None:
    late = course().tick(START + 600)
    check = late.read_flags(START + 601)
    assert check.place is Place.CHECK
    assert check.answer(START + 602, fits=False).place is Place.STEP
    asked = course(ask_first=True).tick(START + 600)
    assert asked.read_flags(START + 601) == asked


def test_the_answers_are_kept_as_whether_a_sign_fitted() -> None:
    assert course().signs is None
    assert course().answer(START, fits=False).let_go(START + 5).signs is False
    assert course().read_flags(START).answer(START, fits=True).let_go(START + 5).signs is True
    clot = course(ask_first=True).answer(START, fits=True)
    assert (clot.signs, clot.answer(START, fits=False).signs) == (True, None)
    over = course().let_go(START + 5)
    assert [over.answer(START + 6, fits=fits).signs for fits in (True, False)] == [True, False]
    assert course().answer(START, fits=False).let_go(START + 5).answer(START + 6, fits=True).signs is True


def test_only_a_step_that_was_there_may_have_released_it() -> None:
    stretched = {page: before.stretched for page, before in places().items()}
    assert not stretched[Place.ASK]
    assert not stretched[Place.STOP]
    assert stretched[Place.STEP]
    assert not course(ask_first=True).tick(START + 600).stretched
