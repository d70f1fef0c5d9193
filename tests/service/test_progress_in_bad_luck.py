"""A session that was cut off survives other windows, kills, versions and clocks."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from coach.service.coach import Coach
from coach.session.session import State
from tests.support.clock import FakeClock
from tests.support.cut_off import cut_off, held, next_start, offered, under_way, write_own_routine


@pytest.fixture(autouse=True)
def own_routine(coach: Coach) -> Path:
    return write_own_routine(coach)


def test_one_left_for_later_is_not_lost_to_the_next_session(coach: Coach, clock: FakeClock) -> None:
    first = cut_off(coach, clock)
    later = next_start(coach, clock)
    assert later.progress.cut_off() is not None
    later.progress.release()
    second = under_way(later, clock, 20)
    later.progress.save(second)
    assert offered(later, clock).started == second.started
    again = next_start(later, clock)
    found = again.progress.cut_off()
    assert found is not None
    again.progress.log(found)
    assert offered(again, clock).started == first.started


def test_a_session_ended_before_it_was_saved_takes_no_other_one_with_it(coach: Coach, clock: FakeClock) -> None:
    first = cut_off(coach, clock)
    later = next_start(coach, clock)
    assert later.progress.cut_off() is not None
    later.progress.release()
    later.progress.end()
    assert offered(later, clock).started == first.started


def test_a_window_that_was_open_meanwhile_does_not_write_over_it(coach: Coach, clock: FakeClock) -> None:
    other_window = Coach(coach.places, clock)
    first = under_way(coach, clock)
    coach.progress.save(first)
    second = under_way(other_window, clock)
    other_window.progress.save(second)
    coach.progress.release()
    other_window.progress.save(second)
    other_window.progress.log(second)
    assert offered(other_window, clock).started == first.started
    assert held(coach) == [5]


def test_killed_between_the_two_steps_of_a_save_it_is_still_there(coach: Coach, clock: FakeClock) -> None:
    progress = under_way(coach, clock)
    coach.progress.save(under_way(coach, clock, 1))
    coach.progress.save(progress)
    coach.finish()
    with patch("pathlib.Path.replace", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        coach.progress.save(progress)
    assert not (coach.places.state / "session.json").exists()
    assert offered(coach, clock).session.result() == progress.session.result()


def test_a_file_of_a_newer_coach_is_kept_for_it(coach: Coach, clock: FakeClock) -> None:
    newer = cut_off(coach, clock)
    path = coach.places.state / "session.json"
    told = json.loads(path.read_bytes())
    told["session"]["state"] = "of a kind not known yet"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert next_start(coach, clock).progress.cut_off() is None
    later = next_start(coach, clock)
    later.progress.save(under_way(later, clock))
    later.progress.end()
    (kept,) = coach.places.state.glob("session*.json")
    assert json.loads(kept.read_bytes()) == told
    told["session"]["state"] = "running"
    kept.write_text(json.dumps(told), encoding="utf-8")
    assert offered(later, clock).started == newer.started


def test_what_a_newer_coach_added_does_not_matter(coach: Coach, clock: FakeClock) -> None:
    progress = cut_off(coach, clock)
    path = coach.places.state / "session.json"
    told = json.loads(path.read_bytes())
    path.write_text(json.dumps({**told, "mood": 3, "session": {**told["session"], "heart": 60}}), encoding="utf-8")
    assert offered(coach, clock).session.result() == progress.session.result()


@pytest.mark.parametrize("wrong", [{"index": 99}, {"index": -1}, {"ran": []}], ids=str)
def test_a_file_that_makes_no_sense_is_not_offered(
    coach: Coach, clock: FakeClock, wrong: dict[str, object]
) -> None:
    cut_off(coach, clock)
    path = coach.places.state / "session.json"
    told = json.loads(path.read_bytes())
    told["session"] |= wrong
    path.write_text(json.dumps(told), encoding="utf-8")
    assert next_start(coach, clock).progress.cut_off() is None


def test_after_a_reboot_it_goes_on_by_the_new_clock(coach: Coach, clock: FakeClock) -> None:
    cut_off(coach, clock)
    rebooted = FakeClock()
    rebooted.advance(-990)
    found = offered(coach, rebooted).session
    assert found.state is State.TAKEN_UP
    gone_on = found.resume(rebooted.monotonic())
    rebooted.advance(2)
    assert gone_on.tick(rebooted.monotonic()).result()[0].held_s == 7


@pytest.mark.parametrize("set_to", [datetime(2026, 11, 20, 3), datetime(2026, 12, 24, 12)], ids=["back", "on"])
def test_with_the_clock_set_it_still_belongs_to_the_day_it_began(
    coach: Coach, clock: FakeClock, set_to: datetime
) -> None:
    progress = cut_off(coach, clock)
    clock.set(set_to)
    later = next_start(coach, clock)
    found = later.progress.cut_off()
    assert found is not None
    (entry,) = later.progress.log(found).entries
    assert entry.at == progress.started
    assert str(entry.day) == "2026-11-22"


def test_one_in_the_diary_is_known_though_days_begin_at_another_hour_now(coach: Coach, clock: FakeClock) -> None:
    clock.set(datetime(2026, 11, 22, 3, 30))
    progress = cut_off(coach, clock)
    coach.sessions.log("own", progress.started, progress.session.result())
    coach.profile.set("day_starts_at", "03:00")
    assert next_start(coach, clock).progress.cut_off() is None
