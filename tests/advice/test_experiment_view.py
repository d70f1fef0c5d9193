"""An experiment as it stands, and what can honestly be said of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from advice_examples import COVERS, cramp, night, skip, tick, told

from coach.advice.experiment import Experiment, Phase
from coach.advice.experiment_view import Beside, ExperimentView, experiment_view, progress_words
from coach.model.entry import Entry

START = date(2026, 9, 1)
BEGUN = Experiment(started=START, change=COVERS.id, label="Covers loose")


def on(number: int) -> date:
    return START + timedelta(days=number - 1)


def view(
    number: int, *entries: Entry, experiment: Experiment = BEGUN, beside: Beside | None = None
) -> ExperimentView:
    return experiment_view(experiment, on(number), entries, told(), beside or Beside(item=COVERS))


def nights(first: int, pattern: str) -> list[Entry]:
    """The nights from that day on: `x` a cramp, `.` none, `?` not answered."""
    answers = {"x": 1, ".": 0}
    return [night(answers[how], day=on(first + n + 1)) for n, how in enumerate(pattern) if how in answers]


def done(*numbers: int) -> list[Entry]:
    return [tick(COVERS.id, day=on(number)) for number in numbers]


BEFORE = nights(1, "x.xx.x.xx.x.xx")
AFTER = nights(15, "...x......x......x.........x..........x...")
KEPT = done(*range(15, 57))


def test_the_first_fortnight_asks_for_nothing_but_answers() -> None:
    found = view(5, *nights(1, "x.?x"))
    assert (found.phase, found.day_number, found.of_days, found.ends) == (Phase.BASELINE, 5, 14, on(56))
    assert found.reminder == "Day 5 of 14 before the change: do as always, and say how each night was."
    assert (found.before.answered, found.before.cramp_days, found.before.per_week) == (3, 2, 4.7)
    assert found.difference is None
    assert "Nothing to compare yet" in found.verdict
    assert progress_words(found) == "before the change, day 5 of 14, until 26 October 2026"


def test_while_it_is_tried_the_day_reminds_until_it_is_done() -> None:
    found = view(20, *BEFORE, *done(15, 16, 18))
    assert (found.phase, found.day_number, found.of_days) == (Phase.TRYING, 6, 42)
    assert found.reminder == "Day 6 of 42 of what you are trying: Covers loose."
    assert (found.after.done, found.after.of) == (3, 5), "today is not over"
    assert view(20, *BEFORE, *done(20)).reminder is None
    assert view(20, *BEFORE, skip(day=on(20))).reminder is None


def test_nobody_is_told_a_difference_before_the_end() -> None:
    found = view(56, *BEFORE, *AFTER, *KEPT)
    assert found.difference is None
    assert "Too early to say" in found.verdict


def test_fewer_cramps_at_the_end_may_be_but_prove_nothing() -> None:
    found = view(57, *BEFORE, *AFTER, *KEPT)
    assert found.phase is Phase.OVER
    assert (found.before.cramp_days, found.before.answered) == (9, 14)
    assert (found.after.cramp_days, found.after.answered) == (5, 42)
    assert found.high is not None
    assert found.high < 0
    assert found.verdict.startswith("Fewer days with cramps while you did it: a cramp on 9 of 14 answered days")
    assert "It may have helped." in found.verdict
    assert "no proof" in found.verdict
    assert found.warnings == ()
    assert found.reminder is None


def test_more_cramps_lead_to_a_clinician() -> None:
    found = view(57, *nights(1, ".x...........x"), *nights(15, "x.xx.x.xx.x.xx" * 3), *KEPT)
    assert found.verdict.startswith("More days with cramps")
    assert "telling a clinician" in found.verdict


def test_no_clear_difference_says_what_it_cannot_tell() -> None:
    found = view(57, *nights(1, "x..x.x...x.x.."), *nights(15, "x...x.x......x" * 3), *KEPT)
    assert found.difference is not None
    assert found.difference < 0
    assert found.verdict.startswith("No clear difference: ")
    assert "helped, done nothing or made it worse" in found.verdict


def test_too_few_answers_say_how_many_were_missing() -> None:
    found = view(57, *nights(1, "x..x.x"), *nights(15, "x...x"), *KEPT)
    assert found.difference is None
    assert found.verdict == (
        "Not enough to say: 1 more answered day before and 9 more answered days with the change "
        "would have been needed."
    )


def test_one_that_was_stopped_is_compared_as_far_as_it_went() -> None:
    stopped = BEGUN.stopped(on(40))
    found = view(45, *BEFORE, *AFTER[:25], *done(*range(15, 40)), experiment=stopped)
    assert (found.phase, found.ends, found.reminder) == (Phase.STOPPED, None, None)
    assert found.difference is not None
    assert progress_words(found) == "stopped after 25 of 42 days of trying"


@pytest.mark.parametrize(("days", "warned"), [(26, False), (25, True)])
def test_what_was_hardly_done_says_little(days: int, warned: bool) -> None:
    found = view(57, *BEFORE, *AFTER, *done(*range(15, 15 + days)))
    assert any("so this says little" in warning for warning in found.warnings) is warned


@pytest.mark.parametrize(("days", "warned"), [(3, False), (4, True)])
def test_what_was_done_before_too_is_no_change(days: int, warned: bool) -> None:
    found = view(20, *BEFORE, *done(*range(1, 1 + days)))
    assert any("the two are alike" in warning for warning in found.warnings) is warned


def test_skipped_days_are_left_out_of_everything() -> None:
    found = view(57, *BEFORE, *AFTER, *KEPT, skip(day=on(18)), skip(day=on(30)))
    assert (found.after.days, found.after.of, found.after.answered, found.after.cramp_days) == (40, 40, 40, 4)


def test_a_second_change_is_warned_of() -> None:
    found = view(20, *BEFORE, beside=Beside(item=COVERS, mixed_in=("Warm up",), told_since=("your water goal",)))
    (warning,) = found.warnings
    assert warning.startswith("A second change is mixed in: Warm up; your water goal.")


def test_what_is_withheld_now_is_not_reminded_of() -> None:
    found = view(20, *BEFORE, beside=Beside(item=COVERS, withheld="withheld: a clot."))
    assert found.reminder is None
    assert found.warnings == (
        "Left out for you now, withheld: a clot. Stop the experiment until that is settled.",
    )


def test_an_item_that_is_gone_cannot_be_counted() -> None:
    assert "no longer on any checklist" in view(20, beside=Beside(item=None)).warnings[0]


def test_pain_and_minutes_have_their_medians() -> None:
    cramps = [cramp(day=on(2), pain=4, minutes=2), cramp(day=on(3), pain=8, minutes=5), cramp(day=on(16), pain=3)]
    found = view(20, *cramps)
    assert (found.before.pain, found.before.minutes) == (6, 3.5)
    assert (found.after.pain, found.after.minutes) == (3, None)


def test_a_cramp_of_today_waits_until_the_day_is_over() -> None:
    entries = [*nights(1, "x.x"), cramp(day=on(4))]
    assert (view(4, *entries).before.answered, view(5, *entries).before.answered) == (3, 4)
