"""A session that was cut off is offered again, once, with everything that was held."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from coach.paths import folders
from coach.service.coach import Coach
from coach.service.progress import Progress
from coach.session.session import Session, State
from tests.support.clock import FakeClock

HOLD_ELSEWHERE = """
import sys
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def under_way(coach: Coach, clock: FakeClock) -> Progress:
    started = coach.now()
    session = Session.start(coach.sessions.timeline("desk-break"), clock.monotonic())
    for _ in range(15):
        clock.advance(1)
        session = session.tick(clock.monotonic())
    return Progress(started, session)


def again(coach: Coach, clock: FakeClock) -> Coach:
    """The next start, after the program was killed."""
    coach.progress.release()
    return Coach(coach.places, clock)


def test_what_was_cut_off_is_paused_where_it_was_seen_last(coach: Coach, clock: FakeClock) -> None:
    progress = under_way(coach, clock)
    coach.progress.save(progress)
    clock.advance(3600)
    found = again(coach, clock).progress.cut_off()
    assert found is not None
    assert found.started == progress.started
    assert found.session.state is State.TAKEN_UP
    assert found.session.result() == progress.session.result()
    assert found.session.result()[0].held_s == 5


def test_nothing_is_offered_when_it_ended_or_never_was(coach: Coach, clock: FakeClock) -> None:
    assert coach.progress.cut_off() is None
    coach.progress.save(under_way(coach, clock))
    coach.progress.end()
    assert again(coach, clock).progress.cut_off() is None


def test_what_is_in_the_diary_already_is_not_offered_again(coach: Coach, clock: FakeClock) -> None:
    progress = under_way(coach, clock)
    coach.progress.save(progress)
    coach.sessions.log("desk-break", progress.started, progress.session.result())
    assert again(coach, clock).progress.cut_off() is None
    assert not (coach.places.state / "session.json").exists()


def test_a_session_in_another_window_is_neither_offered_nor_overwritten(
    coach: Coach, clock: FakeClock, tmp_path: Path
) -> None:
    coach.progress.save(under_way(coach, clock))
    coach.progress.release()
    kept = (coach.places.state / "session.json").read_bytes()
    lock = str(coach.places.state / "session.lock")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_ELSEWHERE, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        here = Coach(folders(tmp_path), clock)
        assert here.progress.cut_off() is None
        here.progress.save(under_way(here, clock))
        assert (coach.places.state / "session.json").read_bytes() == kept
        other.kill()
    assert again(coach, clock).progress.cut_off() is not None


def test_a_torn_file_is_let_go(coach: Coach, clock: FakeClock) -> None:
    coach.progress.save(under_way(coach, clock))
    path = coach.places.state / "session.json"
    path.write_bytes(path.read_bytes()[:40])
    assert again(coach, clock).progress.cut_off() is None


def test_it_is_for_its_owner_alone(coach: Coach, clock: FakeClock) -> None:
    coach.progress.save(under_way(coach, clock))
    path = coach.places.state / "session.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_bytes())["session"]["timeline"]["routine"] == "desk-break"
