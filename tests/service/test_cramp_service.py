from __future__ import annotations

from datetime import date, datetime, timedelta
from unittest.mock import patch

import pytest

from coach.errors import BadInputError, StorageError
from coach.model.cause import Urgency
from coach.model.entry import Cramp, Side
from coach.service.coach import Coach
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def wake_at(clock: FakeClock, moment: str) -> None:
    clock.set(datetime.fromisoformat(moment))


def test_the_muscles_in_their_order_and_the_calf_first(coach: Coach) -> None:
    assert list(coach.cramps.sites()) == ["calf", "foot", "hamstring", "quadriceps", "shin", "inner-thigh"]
    assert coach.cramps.last_site() == "calf"
    assert coach.cramps.relief().site == "calf"


def test_relief_begins_where_the_last_cramp_was(coach: Coach, clock: FakeClock) -> None:
    coach.cramps.log(site="foot")
    clock.advance(60)
    coach.cramps.log(site="toes")
    assert coach.cramps.last_site() == "foot"
    assert coach.cramps.relief().site == "foot"
    assert coach.cramps.relief("Hamstring").site == "hamstring"


@pytest.mark.parametrize(("ago", "site"), [(0, "shin"), (21, "shin"), (22, "shin"), (365, "shin"), (366, "calf")])
def test_the_last_cramp_counts_for_a_year_in_whatever_month(coach: Coach, ago: int, site: str) -> None:
    coach.cramps.log(day=date(2026, 11, 22) - timedelta(days=ago), site="shin")
    assert coach.cramps.last_site() == site


def test_only_the_months_back_to_the_last_cramp_are_read(coach: Coach) -> None:
    coach.cramps.log(day=date(2026, 9, 30), site="foot")
    coach.cramps.log(day=date(2026, 8, 31), site="shin")
    with patch.object(coach.diary, "entries", wraps=coach.diary.entries) as entries:
        assert coach.cramps.last_site() == "foot"
    assert [str(call.args[0]) for call in entries.call_args_list] == ["2026-11-01", "2026-10-01", "2026-09-01"]


def test_relief_for_an_unknown_muscle_is_refused_with_the_nearest(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no muscle 'calv'") as refusal:
        coach.cramps.relief("calv")
    assert "calf" in refusal.value.hint


def test_relief_leaves_out_what_the_profile_speaks_against(coach: Coach) -> None:
    coach.profile.set_all({"condition.cannot-stand-safely": "yes", "condition.pregnancy": "yes"})
    plan = coach.cramps.relief("calf")
    assert plan.ask_first
    assert len(plan.left_out) == 4


def test_help_does_not_wait_for_a_diary_that_cannot_be_read(coach: Coach) -> None:
    coach.places.data.mkdir(parents=True)
    coach.places.diary.write_text("not a folder", encoding="utf-8")
    plan = coach.cramps.relief()
    assert (plan.site, plan.ask_first) == ("calf", True)
    assert "Toes UP" in plan.steps[0].text
    assert not any(word in step.text for step in plan.steps for word in ("stand up", "walk", "Rub", "warm"))
    assert coach.cramps.relief("foot").site == "foot"
    with pytest.raises(BadInputError, match="no muscle"):
        coach.cramps.relief("knee")
    with pytest.raises(StorageError):
        coach.cramps.log()


def test_red_flags_the_most_urgent_first(coach: Coach) -> None:
    levels = [level for level, flags in coach.cramps.red_flags() if flags]
    assert levels == [Urgency.EMERGENCY, Urgency.TODAY, Urgency.SOON]


def test_a_cramp_with_all_there_is_to_say(coach: Coach, clock: FakeClock) -> None:
    done = coach.cramps.log(
        site="hamstring",
        side="left",
        minutes=2.5,
        pain=7,
        woke=True,
        released_by=("stretching",),
        activity="run\x1bning",
        triggers=["he\x07at", "wine"],
        note="[/] 👩‍⚕️\r\nשמאל \x1b[31m",
    )
    (entry,) = done.entries
    assert isinstance(entry, Cramp)
    assert (entry.site, entry.side, entry.minutes, entry.pain, entry.woke) == (
        "hamstring",
        Side.LEFT,
        2.5,
        7,
        True,
    )
    assert (entry.released_by, entry.activity, entry.triggers) == (("stretching",), "running", ("heat", "wine"))
    assert entry.note == "[/] 👩‍⚕️\nשמאל [31m"
    assert (entry.at, entry.day, done.said) == (clock.now(), TODAY, "cramp, hamstring")


def test_a_cramp_with_nothing_said_is_one_of_the_calf_now(coach: Coach, clock: FakeClock) -> None:
    (entry,) = coach.cramps.log().entries
    assert isinstance(entry, Cramp)
    assert (entry.site, entry.side, entry.pain, entry.woke, entry.at) == ("calf", None, None, None, clock.now())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("site", "knee"),
        ("side", "up"),
        ("pain", 11),
        ("pain", -1),
        ("pain", 5.5),
        ("minutes", -1),
        ("minutes", 1441),
        ("minutes", float("nan")),
        ("minutes", float("inf")),
        ("woke", "perhaps"),
        ("note", "x" * 10_001),
        ("colour", "red"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_named(coach: Coach, field: str, value: object) -> None:
    with pytest.raises(BadInputError) as refusal:
        coach.cramps.log(**{field: value})
    said = f"{refusal.value.message} {refusal.value.hint}"
    assert {"site": "muscle 'knee'", "note": "10001"}.get(field, field) in said
    assert coach.diary.entries(TODAY, TODAY) == []


def test_a_cramp_at_ten_past_three_is_of_the_day_before_and_of_this_mornings_night(
    coach: Coach, clock: FakeClock
) -> None:
    wake_at(clock, "2026-11-22T03:10")
    (entry,) = coach.cramps.log(woke=True).entries
    assert entry.day == YESTERDAY
    wake_at(clock, "2026-11-22T09:00")
    view = coach.day.today()
    assert (view.day, view.night and view.night.cramps, view.cramps) == (TODAY, 1, ())
    assert [cramp.at for cramp in coach.day.today(YESTERDAY).cramps] == [entry.at]
    assert coach.day.today(YESTERDAY).night is None


def test_after_a_night_with_a_cramp_the_calf_has_a_quiet_day(coach: Coach, clock: FakeClock) -> None:
    wake_at(clock, "2026-11-22T03:10")
    coach.cramps.log(site="calf")
    for morning in ("2026-11-22T03:30", "2026-11-22T09:00", "2026-11-22T23:00"):
        wake_at(clock, morning)
        assert "calf-cramp-today" in coach.day.safety().held
        moves = [step.move for step in coach.sessions.routine("before-run").fitted.routine.steps]
        assert "heel-raise" not in moves
    wake_at(clock, "2026-11-23T09:00")
    assert "calf-cramp-today" not in coach.day.safety().held


def test_no_cramp_last_night_is_an_answer_given_once(coach: Coach) -> None:
    assert coach.day.today().night is None
    (entry,) = coach.cramps.no_cramp().entries
    assert entry.day == TODAY
    again = coach.cramps.no_cramp()
    assert (again.entries, again.said) == ((), "last night: no cramp, noted already")
    night = coach.day.today().night
    assert night is not None
    assert night.cramps == 0


def test_the_answer_can_be_taken_back(coach: Coach) -> None:
    coach.cramps.no_cramp()
    assert coach.cramps.unanswer().entries
    assert coach.day.today().night is None
    assert coach.cramps.unanswer().said == "last night has no answer"


def test_no_cramp_after_one_was_logged_is_said_to_count_for_little(coach: Coach, clock: FakeClock) -> None:
    wake_at(clock, "2026-11-22T03:10")
    coach.cramps.log()
    wake_at(clock, "2026-11-22T09:00")
    done = coach.cramps.no_cramp()
    assert "A cramp is logged for 03:10 of that night" in done.warnings[0]
    night = coach.day.today().night
    assert night is not None
    assert night.cramps == 1


def test_an_answer_for_a_past_day(coach: Coach) -> None:
    coach.cramps.no_cramp(day=YESTERDAY)
    assert coach.day.today().night is None
    past = coach.day.today(YESTERDAY).night
    assert past is not None
    assert past.cramps == 0


@pytest.mark.usefixtures("answered")
def test_cramps_that_wake_bring_up_the_clinician(coach: Coach, clock: FakeClock) -> None:
    for day in (17, 19, 21):
        wake_at(clock, f"2026-11-{day}T03:10")
        coach.cramps.log(woke=True)
    wake_at(clock, "2026-11-22T12:00")
    upcoming = coach.day.today().next
    assert upcoming is not None
    assert (upcoming.action, upcoming.why) == ("clinician", "cramps woke you on 3 of the last 14 nights")
    upcoming = coach.day.today(declined=frozenset({"clinician"})).next
    assert upcoming is not None
    assert upcoming.action == "night"
