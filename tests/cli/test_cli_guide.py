"""A routine guided in lines, in simulated time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from coach.cli.guide import Guide, Silence, segment_words
from coach.service.coach import Coach
from coach.session.session import State
from coach.session.timeline import unroll
from tests.support.clock import FakeClock
from tests.support.commands import Commands

pytestmark = pytest.mark.usefixtures("answered")


class Script:
    """Keys pressed at given seconds from the beginning; time goes by only in `read`."""

    listening = True

    def __init__(self, clock: FakeClock, presses: dict[float, str]) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._presses = sorted(presses.items())

    def read(self, wait_s: float) -> str | None:
        passed_s = self._clock.monotonic() - self._began
        if self._presses and self._presses[0][0] <= passed_s + wait_s:
            when_s, key = self._presses.pop(0)
            self._clock.advance(max(0.0, when_s - passed_s))
            return key
        self._clock.advance(wait_s)
        return None


class Told(list[str]):
    """The lines told, without the cues."""

    def __call__(self, line: str) -> None:
        if not line.startswith("      "):
            self.append(line)


Start = Callable[..., tuple[Guide, Told]]


@pytest.fixture
def start(coach: Coach, clock: FakeClock) -> Start:
    def start(routine: str = "desk-break", presses: dict[float, str] | None = None) -> tuple[Guide, Told]:
        told = Told()
        keys = Silence(clock.advance) if presses is None else Script(clock, presses)
        moves = coach.knowledge.moves
        return Guide(coach.sessions.timeline(routine), moves, clock.monotonic, keys, told), told

    return start


def test_a_routine_runs_to_its_end_with_one_line_a_change(start: Start, clock: FakeClock) -> None:
    began = clock.monotonic()
    guide, told = start("bedtime")
    guide.run()
    assert guide.session.state is State.DONE
    timeline = guide.session.timeline
    assert clock.monotonic() - began == pytest.approx(timeline.total_s, abs=0.1)
    assert len(told) == len(timeline.segments)
    assert told[:3] == [
        "0:00  Get ready, 10 s: Wall calf stretch, left leg",
        "0:10  Wall calf stretch, left leg, hold 10 s (1 of 3)",
        "0:20  Change side, 5 s: right leg",
    ]
    assert all(step.held_s == step.planned_s for step in guide.session.result())


@pytest.mark.parametrize("routine", ["before-run", "after-run", "bedtime-in-bed", "chair"])
def test_every_routine_runs_to_its_end(start: Start, routine: str) -> None:
    guide, told = start(routine)
    guide.run()
    assert guide.session.state is State.DONE
    assert len(told) == len(guide.session.timeline.segments)


def test_how_to_stand_is_told_with_each_move(coach: Coach, clock: FakeClock) -> None:
    lines: list[str] = []
    moves = coach.knowledge.moves
    Guide(coach.sessions.timeline("bedtime"), moves, clock.monotonic, Silence(clock.advance), lines.append).run()
    move = moves["calf-wall"]
    assert lines[1 : 2 + len(move.cues)] == [f"      {said}" for said in (move.start, *move.cues)]


def test_space_pauses_and_goes_on(start: Start) -> None:
    guide, told = start(presses={12.0: " ", 60.0: " ", 61.0: "q"})
    guide.run()
    assert told[2:] == ["Paused. Space goes on, q ends.", "Going on, 0:18 left of this."]
    assert sum(step.held_s for step in guide.session.result()) == pytest.approx(3)


def test_n_and_b_move_between_segments(start: Start) -> None:
    guide, told = start("bedtime", presses={1.0: "n", 6.0: "b", 7.0: "n", 8.0: "q"})
    guide.run()
    assert [line[:5] for line in told] == ["0:00 ", "0:10 ", "0:10 ", "0:20 "]
    assert guide.session.state is State.STOPPED


def test_q_keeps_what_was_done(start: Start) -> None:
    guide, _ = start("bedtime", presses={15.0: "q"})
    guide.run()
    assert sum(step.held_s for step in guide.session.result()) == pytest.approx(5)


def test_other_keys_do_nothing(start: Start) -> None:
    guide, told = start("desk-break", presses={1.0: "x", 2.0: "7", 3.0: "q"})
    guide.run()
    assert len(told) == 1


class Stopped(Silence):
    """A clock that jumps once, as it does when the machine was asleep."""

    def __init__(self, clock: FakeClock, *, listening: bool) -> None:
        super().__init__(clock.advance)
        self.listening = listening
        self._jumps: Iterator[float] = iter([0.5] * 30 + [3600.0])

    def read(self, wait_s: float) -> str | None:
        jump_s = next(self._jumps, None)
        if jump_s is None and self.listening:
            return "q"
        return super().read(wait_s if jump_s is None else jump_s)


def test_a_clock_that_stood_still_pauses_when_someone_can_go_on(coach: Coach, clock: FakeClock) -> None:
    told = Told()
    keys = Stopped(clock, listening=True)
    guide = Guide(coach.sessions.timeline("bedtime"), coach.knowledge.moves, clock.monotonic, keys, told)
    guide.run()
    assert told[-1].startswith("Paused, because the clock stood still")
    assert sum(step.held_s for step in guide.session.result()) == pytest.approx(5)


def test_a_clock_that_stood_still_goes_on_by_itself_in_a_pipe(coach: Coach, clock: FakeClock) -> None:
    told = Told()
    keys = Stopped(clock, listening=False)
    guide = Guide(coach.sessions.timeline("bedtime"), coach.knowledge.moves, clock.monotonic, keys, told)
    guide.run()
    assert any("going on" in line for line in told)
    assert guide.session.state is State.DONE
    assert all(step.held_s == pytest.approx(step.planned_s) for step in guide.session.result())


def test_words_for_every_kind_of_segment(coach: Coach) -> None:
    routines, moves = coach.library.routines, coach.knowledge.moves
    said = {segment_words(segment) for routine in routines.values() for segment in unroll(routine, moves).segments}
    assert {
        "Marching on the spot, keep going for 60 s",
        "Standing heel raises, 10 repetitions of 8 s",
        "Wall calf stretch, left leg, hold 10 s (1 of 3)",
        "Change side, 5 s: right leg",
        "Rest 5 s",
    } <= said
    assert not any("None" in words for words in said)


def test_a_session_is_logged_and_ticks_its_item(run: Commands) -> None:
    out = run.out("stretch", "bedtime", "--plain")
    assert out.startswith("Bedtime, 5 minutes\n0:00  Get ready")
    assert out.endswith("Done: Bedtime, 3:00 held. It is in the diary.\n")
    (session,) = run.json("today")["sessions"]
    assert (session["routine"], session["held_s"], session["finished"]) == ("bedtime", 180, True)
    (item,) = [item for item in run.json("today")["items"] if item["id"] == "stretch-before-bed"]
    assert item["done"] is True


def test_an_interrupted_session_keeps_what_was_done(run: Commands) -> None:
    passed = 0.0

    def wait(seconds: float) -> None:
        nonlocal passed
        passed += seconds
        if passed > 15:
            raise KeyboardInterrupt
        run.clock.advance(seconds)

    result = run.waiting(wait, "stretch", "bedtime", "--plain")
    assert result.exit_code == 130
    assert "Ended: Bedtime, 0:05 held" in result.stdout
    assert "ticks nothing" in result.stdout
    (session,) = run.json("log")
    assert session["name"] == "Bedtime, 0:05 held, not to the end"


def test_a_reader_that_leaves_ends_it_quietly_and_keeps_what_was_done(run: Commands) -> None:
    passed = 0.0

    def wait(seconds: float) -> None:
        nonlocal passed
        passed += seconds
        run.clock.advance(seconds)
        if passed > 25:
            raise BrokenPipeError

    result = run.waiting(wait, "stretch", "bedtime", "--plain")
    assert (result.exit_code, result.stderr) == (141, "")
    (session,) = run.json("log")
    assert sum(step["held_s"] for step in session["steps"]) == pytest.approx(10.5, abs=0.6)


def test_a_session_that_never_began_is_not_logged(run: Commands) -> None:
    def wait(_: float) -> None:
        raise KeyboardInterrupt

    result = run.waiting(wait, "stretch", "bedtime", "--plain")
    assert result.exit_code == 130
    assert "nothing was logged" in result.stdout
    assert run.json("log") == []


def test_the_dry_run_prints_the_timeline_and_logs_nothing(run: Commands) -> None:
    before = run.written()
    lines = run.out("stretch", "bedtime", "--dry-run").splitlines()
    assert lines[0] == "Bedtime, 5 min"
    assert lines[1] == "0:00  Get ready, 10 s: Wall calf stretch, left leg"
    assert lines[-1] == "4:45  the end"
    assert run.written() == before


def test_what_the_profile_withholds_is_named_before_it_begins(run: Commands) -> None:
    run.out("cramp")
    lines = run.out("stretch", "before-run", "--dry-run").splitlines()
    assert lines[1].startswith("Seated heel and toe raises instead: Standing heel raises is withheld: ")
    run.out("profile", "condition.balance-problem", "yes")
    told = run.refused("stretch", "bedtime", "--plain")
    assert "withheld" in told
    assert "the routine bedtime-in-bed" in told


def test_an_unknown_routine_and_none_at_all_are_refused(run: Commands) -> None:
    assert "did you mean bedtime" in run.refused("stretch", "bedtim", "--plain")
    assert "bedtime" in run.refused("stretch", "--plain")
    assert "needs a terminal" in run.refused("stretch", "bedtime")
