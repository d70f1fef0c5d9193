from __future__ import annotations

from pathlib import Path

import pytest

from coach.cues.cue import Cue
from coach.cues.cues import Cues
from coach.cues.hook import MOST_AT_ONCE
from coach.model.entry import Side
from coach.session.timeline import Kind
from tests.cues.fake_programs import FakeChild, Machine, event, machine_with, segment

COMMAND = ("blink", "--colour", "$COACH_CUE; touch x")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return machine_with(monkeypatch, ["blink"])


def told(child: FakeChild) -> dict[str, str]:
    return {name: value for name, value in child.options["env"].items() if name.startswith("COACH_")}


def test_the_command_gets_its_arguments_as_they_are_and_the_fields_in_its_environment(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACH_HOME")
    monkeypatch.setenv("PATH", "/usr/bin")
    machine.cues(tmp_path, on_step=COMMAND).play(event(Cue.HALFWAY, seconds=7.5))
    assert machine.last().command == list(COMMAND)
    assert machine.last().options["env"]["PATH"] == "/usr/bin"
    assert told(machine.last()) == {
        "COACH_CUE": "halfway",
        "COACH_MOVE": "calf-wall",
        "COACH_MOVE_NAME": "Wall calf stretch",
        "COACH_SIDE": "left",
        "COACH_SECONDS": "7.5",
        "COACH_STEP": "2",
        "COACH_STEPS": "3",
        "COACH_ROUTINE": "bedtime",
        "COACH_QUIET": "0",
    }


def test_it_runs_when_all_else_is_silent_and_is_told_so(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, sound=False, remote=True, on_step=COMMAND)
    cues.play(event(Cue.DONE, segment(Kind.STEADY, Side.BOTH), 0.0), quiet=True)
    fields = told(machine.last())
    assert (fields["COACH_CUE"], fields["COACH_SIDE"], fields["COACH_SECONDS"]) == ("done", "both", "0")
    assert fields["COACH_QUIET"] == "1"


def test_a_name_that_no_environment_can_hold_is_cleaned(machine: Machine, tmp_path: Path) -> None:
    hostile = segment(name="a\0b\x1b]0;c\x07\ud800d")
    machine.cues(tmp_path, on_step=COMMAND).play(event(of=hostile))
    assert told(machine.last())["COACH_MOVE_NAME"] == "ab]0;cd"


def test_a_command_that_is_not_there_is_one_fault_and_not_tried_again(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, on_step=("blnik",))
    cues.play(event())
    machine.programs.add("blnik")
    cues.play(event())
    assert machine.run() == []
    assert cues.faults == ("on_step: blnik cannot be run: No such file or directory",)


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (("/no/such/blink",), "on_step: /no/such/blink cannot be run: No such file or directory"),
        (("/",), "on_step: / cannot be run: Permission denied"),
        (("sh", "-c", "\0"), "on_step: sh cannot be run: embedded null byte"),
        (("sh", "-c", "\ud800"), "on_step: sh cannot be run: 'utf-8' codec can't encode"),
    ],
)
def test_what_the_system_refuses_to_start_is_a_fault(tmp_path: Path, command: tuple[str, ...], fault: str) -> None:
    cues = Cues(tmp_path, bell=lambda: None, sound=False, on_step=command)
    cues.play(event())
    assert [each.startswith(fault) for each in cues.faults] == [True]


@pytest.mark.parametrize(("code", "what"), [(3, "ended with exit code 3"), (-9, "was ended by signal 9")])
def test_a_command_that_fails_is_one_fault_and_is_run_again(
    machine: Machine, tmp_path: Path, code: int, what: str
) -> None:
    cues = machine.cues(tmp_path, on_step=COMMAND)
    cues.play(event())
    assert cues.faults == ()
    machine.last().code = code
    cues.tend()
    assert cues.faults == (f"on_step: blink {what}",)
    cues.play(event())
    machine.last().code = 127
    cues.close()
    assert cues.faults == (f"on_step: blink {what}",)
    assert machine.run() == ["blink"] * 2


def test_a_command_that_never_ends_does_not_pile_up(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, on_step=COMMAND)
    for _ in range(MOST_AT_ONCE + 2):
        cues.play(event())
    assert machine.run() == ["blink"] * MOST_AT_ONCE
    assert cues.faults == (f"on_step: blink is still busy with {MOST_AT_ONCE} cues; one was left out",)
    machine.last().code = 0
    cues.play(event())
    assert machine.run() == ["blink"] * (MOST_AT_ONCE + 1)


def test_no_command_is_nothing_at_all(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, sound=False)
    cues.play(event())
    cues.tend()
    cues.close()
    assert (machine.run(), cues.faults) == ([], ())
