from __future__ import annotations

from datetime import date, time
from typing import Any

import msgspec
import pytest
from advice_examples import (
    CHECKLIST,
    KNOWLEDGE,
    TODAY,
    ago,
    cramp,
    drink,
    eat,
    here,
    night,
    note,
    safety,
    session,
    skip,
    tick,
)

from coach.advice.checklist import Kept
from coach.advice.night import Trend
from coach.advice.recent import Recent
from coach.advice.today import Knowledge, TodayView, When, today_view
from coach.model.checklist import Checklist
from coach.model.entry import Entry
from coach.model.profile import Profile


def view(
    *entries: Entry,
    day: date = TODAY,
    at: str = "12:00",
    profile: Profile | None = None,
    told: tuple[str, ...] = (),
    declined: tuple[str, ...] = (),
    knowledge: Knowledge = KNOWLEDGE,
) -> TodayView:
    when = When(day, here(at), here)
    return today_view(
        when, Recent.among(entries), knowledge, profile or Profile(), safety(*told), declined=frozenset(declined)
    )


def encoded(shown: TodayView) -> Any:
    return msgspec.json.decode(msgspec.json.encode(shown))


def test_an_empty_diary() -> None:
    shown = view()
    assert (shown.is_today, shown.until, shown.water.ml, shown.night) == (True, time(4), 0, None)
    assert (shown.trend, shown.kept, shown.skipped) == (Trend(0, 0), Kept(0, 14), None)
    assert (shown.sessions, shown.cramps, shown.notes) == ((), (), ())
    assert shown.next is not None


def test_json_has_the_keys_of_the_contract() -> None:
    shown = encoded(
        view(
            drink(250),
            night(0),
            tick("covers-loose", at="11:00"),
            eat("Banana", potassium_mg=422.4),
            session("bedtime", at="11:30"),
            cramp(at="10:00", pain=6),
            at="13:00",
            told=("kidney-disease",),
        )
    )
    assert {"day", "water", "night", "items", "logged", "sessions", "cramps", "kept", "next"} <= set(shown)
    assert shown["day"] == "2026-11-22"
    assert set(shown["water"]) == {"ml", "goal_ml", "limit_ml", "pace_ml", "why", "withheld", "caution"}
    assert shown["night"] == {"cramps": 0}
    keys = {"id", "label", "group", "done", "amount", "target", "withheld"}
    assert all(keys <= set(item) for item in shown["items"])
    assert {item["withheld"] is None for item in shown["items"]} == {True, False}
    assert shown["logged"] == {"potassium_mg": 422, "calcium_mg": 0, "magnesium_mg": 0}
    assert all({"id", "name"} <= set(row) for row in (*shown["sessions"], *shown["cramps"], *shown["groups"]))
    assert set(shown["kept"]) == {"days", "of"}
    assert shown["kept"]["of"] == 14
    assert set(shown["next"]) == {"text", "why", "action"}


def test_json_says_null_where_there_is_nothing_to_say() -> None:
    shown = encoded(view(cramp(), session("bedtime"), skip()))
    assert (shown["night"], shown["next"], shown["water"]["goal_ml"]) == (None, None, None)
    assert {key: shown["cramps"][0][key] for key in ("at", "side", "minutes", "pain")} == {
        "at": None,
        "side": None,
        "minutes": None,
        "pain": None,
    }


def test_only_what_is_of_the_day_is_shown_of_it() -> None:
    of_day = [drink(250), session("bedtime", 0.5), cramp(at="10:00"), note("slept badly"), note("about", of="abc")]
    before = [drink(500, day=ago(1)), session("bedtime", day=ago(1)), cramp(day=ago(1)), note("old", day=ago(1))]
    shown = view(*before, *of_day)
    assert shown.water.ml == 250
    assert [(done.routine, done.held_s, done.finished) for done in shown.sessions] == [("bedtime", 30, False)]
    assert [each.at for each in shown.cramps] == [here("10:00")]
    assert shown.notes == ("slept badly",)
    assert shown.trend == Trend(2, 0)


def test_after_midnight_it_is_still_the_day_before() -> None:
    late = view(at="2026-11-23T03:59")
    assert (late.is_today, late.next) == (True, None)
    assert not view(at="2026-11-23T04:00").is_today


def test_a_past_day_asks_for_nothing_and_has_no_pace() -> None:
    past = view(drink(500, day=ago(3)), day=ago(3), profile=Profile(goal_ml=2000))
    assert (past.is_today, past.next, past.water.pace_ml, past.water.goal_ml) == (False, None, None, 2000)


def test_today_does_not_count_as_missed_before_it_is_over() -> None:
    kept = [session("bedtime", day=ago(day)) for day in range(1, 15)]
    assert view(*kept).kept == Kept(14, 14)
    assert view(*kept, day=ago(0), at="2026-11-23T12:00").kept == Kept(13, 14)


@pytest.mark.parametrize("reason", ["", "sick"])
def test_a_skipped_day_asks_for_nothing(reason: str) -> None:
    shown = view(skip(reason), profile=Profile(goal_ml=2000), at="21:00")
    assert (shown.skipped, shown.next) == (reason, None)


def test_declined_steps_make_room_for_the_next() -> None:
    first = view().next
    assert first is not None
    assert first.action == "night"
    second = view(declined=("night",)).next
    assert second is not None
    assert second.action == "routine:desk-break"
    assert view(declined=("night", "routine:desk-break")).next is None


def test_a_withheld_routine_is_not_pushed() -> None:
    def evening(*told: str) -> str | None:
        upcoming = view(at="21:00", told=told).next
        return upcoming.action if upcoming else None

    assert evening() == "routine:bedtime"
    assert evening("balance-problem") == "routine:bedtime-in-bed"
    assert evening("suspected-dvt") is None


def test_whose_heart_withholds_it_is_never_told_to_drink() -> None:
    profile = Profile(goal_ml=3000)
    moved = session("chair", at="14:30")
    healthy = view(moved, night(), at="15:00", profile=profile)
    assert healthy.next is not None
    assert healthy.next.action == "drink"
    ill = view(moved, night(), at="15:00", profile=profile, told=("heart-failure",))
    assert (ill.water.goal_ml, ill.water.pace_ml, ill.next) == (None, None, None)


def test_a_withheld_core_item_does_not_make_a_day_kept_or_missed() -> None:
    core = tuple(msgspec.structs.replace(each, core=each.id != "sitting-break") for each in CHECKLIST.items)
    knowledge = msgspec.structs.replace(KNOWLEDGE, checklist=Checklist(groups=CHECKLIST.groups, items=core))
    done = [session("bedtime"), tick("covers-loose")]
    assert view(*done, knowledge=knowledge).kept.days == 0
    assert view(*done, knowledge=knowledge, told=("kidney-disease",)).kept.days == 1
    assert view(*done, knowledge=knowledge, profile=Profile(listed={"potassium-food": False})).kept.days == 1


def test_who_took_the_stretch_off_the_list_after_six_weeks_is_told_of_a_clinician_all_the_same() -> None:
    trial = [session("bedtime", day=ago(day)) for day in range(10, 41)]
    cramps = [cramp(day=ago(day)) for day in (2, 30)]
    off = Profile(listed={"stretch-before-bed": False})
    upcoming = view(*trial, *cramps, profile=off).next
    assert upcoming is not None
    assert upcoming.action == "clinician"


def test_a_worker_of_the_night_is_not_sent_to_bed_in_the_afternoon() -> None:
    worker = Profile(day_starts_at=time(12), awake_from=time(15), awake_until=time(7))
    afternoon = view(night(), at="17:00", profile=worker).next
    assert afternoon is not None
    assert afternoon.action == "routine:desk-break"
    morning = view(night(), at="2026-11-23T06:00", profile=worker).next
    assert morning is not None
    assert morning.action == "routine:bedtime"
