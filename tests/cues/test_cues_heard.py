from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from coach.cues.cue import Cue
from coach.cues.players import PATIENCE_S, is_remote
from tests.cues.fake_programs import Machine, event, machine_with

PLAYERS = ["pw-play", "paplay", "aplay"]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return machine_with(monkeypatch, [*PLAYERS, "espeak-ng", "afplay", "say", "blink"])


@pytest.mark.parametrize(
    ("programs", "platform", "player"),
    [
        (PLAYERS, "linux", "pw-play"),
        (["aplay", "paplay"], "linux", "paplay"),
        (["aplay"], "linux", "aplay"),
        (["afplay"], "darwin", "afplay"),
        (["paplay"], "freebsd14", "paplay"),
    ],
)
def test_the_best_player_that_is_there_plays_the_file_of_the_cue(
    machine: Machine, tmp_path: Path, programs: list[str], platform: str, player: str
) -> None:
    machine.programs = set(programs)
    cues = machine.cues(tmp_path, platform=platform)
    assert cues.heard_by == player
    cues.play(event(Cue.CHANGE_SIDE))
    assert machine.run() == [player]
    path = Path(machine.last().command[-1])
    assert path.parent == tmp_path
    assert path.name.startswith("change-side-")
    assert machine.bells == 0


@pytest.mark.parametrize(("programs", "platform"), [([], "linux"), ([], "darwin"), (PLAYERS, "win32")])
def test_without_a_player_the_bell_rings(
    machine: Machine, tmp_path: Path, programs: list[str], platform: str
) -> None:
    machine.programs = set(programs)
    cues = machine.cues(tmp_path / "sounds", platform=platform)
    cues.play(event())
    assert (machine.run(), machine.bells, cues.heard_by, cues.faults) == ([], 1, "bell", ())
    assert not (tmp_path / "sounds").exists()


def test_over_ssh_the_bell_rings_and_nobody_speaks(machine: Machine, tmp_path: Path) -> None:
    assert is_remote({"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"})
    assert not is_remote({"SSH_AUTH_SOCK": "/run/agent"})
    machine.cues(tmp_path, remote=True, speech=True).play(event())
    assert (machine.run(), machine.bells) == ([], 1)


def test_every_child_has_no_stream_no_terminal_and_no_shell(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, speech=True, on_step=("blink", "--now"))
    cues.play(event())
    cues.test()
    assert machine.run() == ["pw-play", "espeak-ng", "blink", "pw-play", "espeak-ng"]
    for child in machine.children:
        assert {child.options[name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}
        assert child.options["start_new_session"] is True
        assert not child.options.get("shell")
        assert isinstance(child.command, list)


def test_a_player_that_failed_is_not_tried_again_and_its_tone_comes_from_the_next(
    machine: Machine, tmp_path: Path
) -> None:
    cues = machine.cues(tmp_path)
    cues.play(event(Cue.START))
    tone = machine.last().command[-1]
    for player in ("paplay", "aplay"):
        machine.last().code = 1
        cues.tend()
        assert (machine.run()[-1], machine.last().command[-1]) == (player, tone)
    assert machine.bells == 0
    machine.last().code = 1
    cues.tend()
    assert (machine.run(), machine.bells, cues.heard_by) == (PLAYERS, 1, "bell")
    cues.play(event())
    assert (machine.run(), machine.bells) == (PLAYERS, 2)


def test_untended_a_failure_is_found_at_the_next_cue(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path)
    cues.play(event())
    machine.last().code = 1
    cues.play(event())
    assert (machine.run(), machine.bells) == (["pw-play", "paplay"], 0)


def test_of_several_tones_that_failed_at_once_the_last_comes_again(machine: Machine, tmp_path: Path) -> None:
    machine.programs = {"paplay"}
    cues = machine.cues(tmp_path)
    for cue in (Cue.TWO, Cue.ONE):
        cues.play(event(cue))
    for child in machine.children:
        child.code = 1
    cues.tend()
    assert (machine.run(), machine.bells) == (["paplay"] * 2, 1)


def test_a_player_that_cannot_be_started_is_passed_over(machine: Machine, tmp_path: Path) -> None:
    machine.broken = {"pw-play"}
    cues = machine.cues(tmp_path)
    cues.play(event())
    assert (machine.run(), cues.heard_by, machine.bells) == (["paplay"], "paplay", 0)


def test_a_player_that_hangs_is_ended_and_not_tried_again(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path)
    cues.play(event(Cue.ONE))
    machine.now_s = PATIENCE_S
    cues.tend()
    assert machine.last().signals == []
    machine.now_s = PATIENCE_S + 1
    cues.tend()
    assert machine.last().signals == [signal.SIGTERM]
    cues.play(event())
    assert (machine.run(), machine.bells) == (["pw-play", "paplay"], 0)


def test_a_player_that_ends_well_is_used_again(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path)
    cues.play(event())
    machine.last().code = 0
    machine.now_s = 900
    cues.tend()
    cues.play(event())
    assert (machine.run(), machine.last().signals) == (["pw-play"] * 2, [])


def test_a_tone_does_not_wait_for_the_one_before(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path)
    for cue in (Cue.TWO, Cue.ONE, Cue.START):
        cues.play(event(cue))
    assert [(child.code, child.signals) for child in machine.children] == [(None, [])] * 3


def test_a_new_utterance_ends_the_one_before(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, sound=False, speech=True)
    cues.play(event(Cue.READY))
    cues.play(event(Cue.START))
    first, second = machine.children
    assert (first.command, first.signals) == (
        ["espeak-ng", "Next: Wall calf stretch, left leg."],
        [signal.SIGTERM],
    )
    assert (second.command, second.signals) == (["espeak-ng", "Hold, left leg."], [])
    cues.tend()
    cues.play(event(Cue.HALFWAY))
    assert machine.run() == ["espeak-ng"] * 3


def test_nobody_to_speak_is_silence(machine: Machine, tmp_path: Path) -> None:
    machine.programs = set()
    cues = machine.cues(tmp_path, sound=False, speech=True)
    cues.play(event())
    cues.tend()
    assert (machine.run(), machine.bells, cues.faults) == ([], 0, ())


@pytest.mark.parametrize("programs", [PLAYERS, []])
def test_sound_off_and_quiet_hours_ring_nothing(machine: Machine, tmp_path: Path, programs: list[str]) -> None:
    machine.programs = {*programs, "espeak-ng"}
    machine.cues(tmp_path, sound=False).play(event())
    machine.cues(tmp_path, speech=True).play(event(), quiet=True)
    assert (machine.run(), machine.bells) == ([], 0)


def test_the_test_plays_all_tones_though_sound_is_off_and_begins_anew_when_asked_again(
    machine: Machine, tmp_path: Path
) -> None:
    cues = machine.cues(tmp_path, sound=False)
    cues.test()
    cues.test()
    first, second = machine.children
    assert first.command == second.command
    assert Path(first.command[-1]).name.startswith("all-")
    assert (first.signals, second.signals) == ([signal.SIGTERM], [])
    machine.now_s = 12.8
    cues.tend()
    assert second.signals == []


def test_the_test_rings_the_bell_when_there_is_nothing_else(machine: Machine, tmp_path: Path) -> None:
    machine.programs = set()
    machine.cues(tmp_path).test()
    assert machine.bells == 1


def test_tones_that_cannot_be_written_are_the_bell_and_a_fault(machine: Machine, tmp_path: Path) -> None:
    in_the_way = tmp_path / "sounds"
    in_the_way.write_text("")
    cues = machine.cues(in_the_way)
    cues.play(event())
    cues.test()
    assert (machine.run(), machine.bells) == ([], 2)
    assert cues.faults == (f"the tones cannot be written to {in_the_way}: Not a directory",)


def test_close_ends_every_child_and_what_comes_later_is_ignored(machine: Machine, tmp_path: Path) -> None:
    cues = machine.cues(tmp_path, speech=True, on_step=("blink",))
    cues.play(event())
    cues.close()
    assert [child.signals for child in machine.children] == [[signal.SIGTERM]] * 3
    cues.play(event())
    cues.test()
    cues.tend()
    cues.close()
    assert (len(machine.children), machine.bells) == (3, 0)
