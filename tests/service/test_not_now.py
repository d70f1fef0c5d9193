"""What was declined is not offered again that day: not after a restart, not by another door."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.commands import Commands

pytestmark = pytest.mark.usefixtures("answered")


def offered(coach: Coach) -> str | None:
    step = coach.day.today().next
    return step.action if step else None


def test_not_now_holds_for_the_persons_day_and_survives_a_restart(
    coach: Coach, clock: FakeClock, tmp_path: Path
) -> None:
    clock.set(datetime(2026, 11, 22, 12))
    assert offered(coach) == "night"
    coach.day.decline("night")
    assert offered(coach) == "routine:desk-break"
    coach.day.decline("routine:desk-break")
    again = Coach(coach.places, clock)
    assert offered(again) is None
    assert again.reminders.due().step is None
    assert "Next" not in Commands(tmp_path, clock).out("today")
    clock.set(datetime(2026, 11, 23, 12))
    assert offered(again) == "night"


def test_the_day_of_not_now_ends_when_the_persons_day_does(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set_all({"awake_from": "15:00", "awake_until": "06:00", "day_starts_at": "12:00"})
    clock.set(datetime(2026, 11, 22, 23))
    coach.day.decline(str(offered(coach)))
    after = offered(coach)
    clock.set(datetime(2026, 11, 23, 1))
    assert offered(coach) == after


def test_a_spoilt_memory_is_an_empty_one(coach: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 22, 12))
    coach.day.decline("night")
    (file,) = coach.places.state.glob("declined.json")
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(b"\xff{")
    assert offered(coach) == "night"


def test_a_day_off_asks_only_what_safety_asks(coach: Coach, clock: FakeClock) -> None:
    for day in range(1, 7):
        clock.set(datetime(2026, 11, 14 + day, 7, 30))
        coach.cramps.log(site="calf", woke=True)
    clock.set(datetime(2026, 11, 21, 14))
    coach.day.skip("sick")
    assert offered(coach) == "clinician"
    coach.day.decline("clinician")
    assert offered(coach) is None


def test_the_change_of_an_experiment_is_what_comes_next(coach: Coach, clock: FakeClock) -> None:
    coach.profile.set("item.covers-loose.on", "no")
    began = coach.experiments.start("covers-loose")
    assert "covers-loose" in {item.id for item in coach.day.today().items}, "what is tried can be ticked"
    assert offered(coach) == "routine:bedtime", "as always"
    clock.set(datetime(2026, 12, 6, 21))
    coach.day.decline("routine:bedtime")
    step = coach.day.today().next
    assert step is not None
    assert (step.action, step.why) == (
        "tick:covers-loose",
        "day 1 of 42 of what you are trying: Covers loose at the feet",
    )
    view = coach.experiments.current()
    assert view is not None
    assert view.reminder is not None
    assert step.why.lower() == view.reminder.rstrip(".").lower(), "said in the same words everywhere"
    assert coach.reminders.due().step == step
    coach.day.tick("covers-loose")
    assert offered(coach) is None
    assert began.warnings == ()
