"""Experiments from the coach: declared, stopped, gone on with, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.advice.experiment import Phase
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.ninety_days import keep_ninety_days

pytestmark = pytest.mark.usefixtures("answered")
DAY_S = 24 * 3600


def test_without_a_word_it_is_the_stretch_before_bed(coach: Coach) -> None:
    view = coach.experiments.start()
    assert (view.change, view.phase, view.day_number) == ("stretch-before-bed", Phase.BASELINE, 1)
    assert view.id == "2026-11-22"
    assert coach.experiments.current() == view


def test_an_item_of_the_persons_own_may_be_tried(coach: Coach) -> None:
    assert "covers-loose" in {item.id for item in coach.experiments.changes()}
    assert "potassium-food" not in {item.id for item in coach.experiments.changes()}
    assert coach.experiments.start("covers-loose").name == "Covers loose at the feet"


@pytest.mark.parametrize(
    "said", ["magnesium", "potassium-food", "more water", "no alcohol", "stop my statin", "naps"]
)
def test_what_may_not_be_tried_is_refused_and_nothing_is_written(coach: Coach, said: str) -> None:
    with pytest.raises(BadInputError) as refused:
        coach.experiments.start(said)
    assert refused.value.hint
    assert coach.experiments.views() == ()


def test_a_medicine_by_its_name_is_refused(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="a medicine is not tried"):
        coach.experiments.start("salmeterol")


def test_what_is_withheld_from_this_person_is_refused(coach: Coach) -> None:
    coach.profile.set("condition.suspected-dvt", "yes")
    with pytest.raises(BadInputError, match="withheld"):
        coach.experiments.start()
    assert coach.experiments.start("covers-loose").warnings == ()


def test_one_change_at_a_time(coach: Coach) -> None:
    coach.experiments.start()
    with pytest.raises(BadInputError, match="one change at a time"):
        coach.experiments.start("covers-loose")


def test_it_is_stopped_gone_on_with_and_begun_again(coach: Coach, clock: FakeClock) -> None:
    coach.experiments.start()
    clock.advance(3 * DAY_S)
    assert coach.experiments.stop().phase is Phase.STOPPED
    with pytest.raises(BadInputError, match="no experiment is running"):
        coach.experiments.stop()
    clock.advance(2 * DAY_S)
    view = coach.experiments.resume()
    assert (view.phase, view.day_number) == (Phase.BASELINE, 4)
    with pytest.raises(BadInputError, match="no experiment is stopped"):
        coach.experiments.resume()
    coach.experiments.stop()
    clock.advance(DAY_S)
    coach.experiments.start("covers-loose")
    assert [one.phase for one in coach.experiments.views()] == [Phase.BASELINE, Phase.STOPPED]


def test_begun_again_on_the_day_it_was_stopped_it_is_new(coach: Coach) -> None:
    coach.experiments.start()
    coach.experiments.stop()
    coach.experiments.start("covers-loose")
    (view,) = coach.experiments.views()
    assert (view.change, view.phase) == ("covers-loose", Phase.BASELINE)


def test_undo_takes_the_start_and_the_stop_back(coach: Coach) -> None:
    coach.experiments.start()
    coach.experiments.stop()
    coach.entries.undo()
    view = coach.experiments.current()
    assert view is not None
    assert view.phase is Phase.BASELINE
    coach.entries.undo()
    assert coach.experiments.current() is None


def test_what_was_stopped_while_a_clot_is_suspected_does_not_go_on(coach: Coach) -> None:
    coach.experiments.start()
    coach.profile.set("condition.suspected-dvt", "yes")
    view = coach.experiments.current()
    assert view is not None
    assert view.reminder is None
    assert "Stop the experiment until that is settled" in view.warnings[-1]
    coach.experiments.stop()
    with pytest.raises(BadInputError, match="withheld"):
        coach.experiments.resume()


def test_a_condition_told_since_is_a_second_change(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set("condition.statin", "yes")
    coach.experiments.start("covers-loose")
    clock.advance(20 * DAY_S)
    coach.profile.set("condition.thiazide", "yes")
    view = coach.experiments.current()
    assert view is not None
    (warning,) = view.warnings
    assert "thiazide" in warning
    assert "do not stop it, show this to your pharmacist" in warning
    assert "statin" not in warning


def test_ninety_days_with_an_experiment_in_them(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    view = coach.experiments.current()
    assert view is not None
    assert (view.phase, view.after.days, view.before.days) == (Phase.OVER, 42, 14)
    assert view.after.done >= 25
    assert view.verdict.startswith("Fewer days with cramps while you did it")


def test_a_cramp_after_the_last_day_changes_nothing(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    before = coach.experiments.current()
    coach.diary.add([Draft("cramp", coach.current_day() - timedelta(days=1), {})], "cramp")
    assert coach.experiments.current() == before
