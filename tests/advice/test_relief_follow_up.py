"""Relief by the side that cramps, by night and by day, and for a leg that must not be touched."""

from __future__ import annotations

from datetime import time

import pytest
from advice_examples import safety

from coach.advice.relief import QUESTION_AFTER, REST, for_leg, glowing, in_bed_hours, limb_named, plan_relief
from coach.library.library import Library
from coach.model.entry import Side, Site
from coach.model.profile import Profile
from coach.paths import content_root

SHIPPED = Library(content_root())
SITES = list(SHIPPED.reliefs)


@pytest.mark.parametrize("site", SITES)
def test_by_night_it_is_back_to_bed_and_by_day_something_else(site: str) -> None:
    night = plan_relief(SHIPPED.reliefs[site], safety(), by_night=True).follow_up
    day = plan_relief(SHIPPED.reliefs[site], safety()).follow_up
    assert night[1].startswith("Back to bed, covers loose")
    assert not [line for line in day if "bed" in line]
    assert (night[0], night[2:]) == (day[0], day[2:])


@pytest.mark.parametrize("told", ["suspected-dvt", "red-flag-active"])
@pytest.mark.parametrize("site", SITES)
def test_a_leg_that_may_hold_a_clot_only_rests_afterwards(site: str, told: str) -> None:
    plan = plan_relief(SHIPPED.reliefs[site], safety(told, among=SHIPPED.conditions), by_night=True)
    rest, ask = REST
    assert plan.follow_up == (rest, SHIPPED.reliefs[site].by_night, ask)
    assert "no stretch, no rubbing, no warmth" in plan.follow_up[0]


@pytest.mark.parametrize("site", SITES)
def test_standing_is_only_ever_for_who_is_steady(site: str) -> None:
    for step in SHIPPED.reliefs[site].steps:
        upright = "stand" in step.text or "walk" in step.text
        assert step.text.startswith("Only if steady: ") == upright
        assert upright == ("standing" in step.topics)


def test_the_question_has_both_halves() -> None:
    assert "still swollen, hot or darker" in QUESTION_AFTER


@pytest.mark.parametrize(
    ("name", "side", "said"),
    [
        ("Calf", Side.LEFT, "left calf"),
        ("Back of the thigh", Side.RIGHT, "back of the right thigh"),
        ("Thigh (front)", Side.LEFT, "left thigh (front)"),
        ("Calf", Side.BOTH, "calf, both legs"),
        ("Inner thigh", None, "inner thigh"),
    ],
)
def test_the_muscle_is_named_with_its_side(name: str, side: Side | None, said: str) -> None:
    assert limb_named(name, side) == said


def test_a_step_names_the_leg_where_it_is_known() -> None:
    step = "Lie on your good side. Bend the cramped leg."
    assert for_leg(step, Side.LEFT) == "Lie on your right side. Bend the left leg."
    assert for_leg(step, None) == for_leg(step, Side.BOTH) == step


@pytest.mark.parametrize("site", SITES)
def test_the_cramping_muscle_of_one_leg_is_what_glows(site: str) -> None:
    pose = SHIPPED.moves["toe-spread"].pose
    assert pose is not None
    assert pose.both_legs
    shown = glowing(pose, site)
    assert len(shown.target) == 1
    assert not shown.both_legs
    assert glowing(pose, Site.OTHER).target == ()


@pytest.mark.parametrize(
    ("at", "in_bed"),
    [(time(21, 59), False), (time(22), True), (time(3), True), (time(6, 59), True), (time(7), False)],
)
def test_hours_in_bed(at: time, in_bed: bool) -> None:
    assert in_bed_hours(at, Profile()) is in_bed


def test_hours_in_bed_of_someone_who_goes_to_bed_after_midnight() -> None:
    late = Profile(awake_from=time(9), awake_until=time(1))
    assert [in_bed_hours(time(hour), late) for hour in (0, 1, 8, 9, 23)] == [False, True, True, False, False]
