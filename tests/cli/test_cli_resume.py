"""A session guided in lines is kept against a crash, and gone on with only when that is asked for."""

from __future__ import annotations

import pytest

from coach.errors import StorageError
from coach.paths import folders
from coach.service.coach import Coach
from coach.service.progress import Progress
from coach.session.session import Session
from tests.support.commands import Commands

pytestmark = pytest.mark.usefixtures("answered")


def cut_off(run: Commands, seconds: float = 15) -> None:
    """Leave a session as `kill -9` does so many seconds after its beginning."""
    coach = Coach(folders(run.home), run.clock)
    started = coach.now()
    session = Session.start(coach.sessions.timeline("bedtime"), run.clock.monotonic())
    for _ in range(round(seconds)):
        run.clock.advance(1)
        session = session.tick(run.clock.monotonic())
    coach.progress.save(Progress(started, session))
    coach.progress.release()


def test_progress_is_saved_while_it_runs_and_let_go_at_the_end(run: Commands) -> None:
    kept = run.home / "state" / "session.json"
    seen: list[float] = []

    def wait(seconds: float) -> None:
        run.clock.advance(seconds)
        coach = Coach(folders(run.home), run.clock)
        found = coach.progress._read(kept)
        assert found is not None
        seen.append(sum(step.held_s for step in found.session.result()))

    run.waiting(wait, "stretch", "bedtime", "--plain")
    assert seen == sorted(seen)
    assert max(seen) > 170
    assert not kept.exists()
    (session,) = run.json("log")
    assert session["name"].startswith("Bedtime")


def test_a_session_that_was_cut_off_goes_on_where_it_was_and_is_one_entry(run: Commands) -> None:
    cut_off(run)
    run.clock.advance(3600)
    out = run.out("stretch", "--plain", "--resume")
    assert out.startswith("Bedtime, begun Sunday at 20:00, goes on\n0:10  Wall calf stretch, left leg, hold 10 s")
    assert out.endswith("Done: Bedtime, 3:00 held. It is in the diary.\n")
    (session,) = run.json("today")["sessions"]
    assert (session["held_s"], session["finished"]) == (180, True)
    assert "no session was cut off" in run.refused("stretch", "--plain", "--resume")


def test_another_session_says_so_in_one_line_and_leaves_it_waiting(run: Commands) -> None:
    cut_off(run)
    lines = run.out("stretch", "desk-break", "--plain").splitlines()
    assert [line for line in lines if "cut off" in line] == [
        "Bedtime was cut off with 0:05 held: coach stretch --plain --resume goes on with it"
    ]
    assert "Done: Bedtime, 3:00 held" in run.out("stretch", "--plain", "--resume")
    assert len(run.json("today")["sessions"]) == 2


def test_what_cannot_be_saved_is_told_once_and_the_session_goes_on(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("the disk is full", "make room")

    with monkeypatch.context() as patched:
        patched.setattr("coach.service.progress.replace_file", full)
        result = run("stretch", "bedtime", "--plain")
    assert result.stderr.count("coach: ") == 1
    assert "Done: Bedtime, 3:00 held" in result.stdout
