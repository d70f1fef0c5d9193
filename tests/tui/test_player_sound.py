"""What is heard of a session, when it is silent, and what the terminal is told meanwhile."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cues.cues import Cues
from coach.service.coach import Coach
from coach.service.settings import MachineSettings
from coach.tui.app import CoachApp
from tests.cues.fake_programs import Machine, machine_with
from tests.support.clock import FakeClock
from tests.support.short_routine import READY_S, let_pass, write_short_routine
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")

SIZE = (80, 24)


@pytest.fixture
def machine(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine that can play tones and speak, in whose programs nothing runs."""
    machine = machine_with(monkeypatch, ["pw-play", "espeak-ng", "light"])

    def make(coach: Coach, settings: MachineSettings, bell: Callable[[], None]) -> Cues:
        del bell
        folder = coach.places.state / "sounds"
        return machine.cues(folder, sound=settings.sound, speech=settings.speech, on_step=settings.on_step)

    monkeypatch.setattr("coach.tui.sounding.make_cues", make)
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)
    write_short_routine(coach)
    return machine


def heard(machine: Machine) -> list[str]:
    """The tones that were played, in order, by the cue."""
    return [
        Path(child.command[-1]).stem.rsplit("-", 1)[0]
        for child in machine.children
        if child.command[0] == "pw-play"
    ]


async def test_every_cue_is_heard_once_in_order(coach: Coach, clock: FakeClock, machine: Machine) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, 100)
        await wait_for(pilot, lambda: "is done" in screen_text(app))
        assert "done" in heard(machine)
        last = machine.last()
        assert last.signals == [], "the last tone sounds on over the end page"
        await pilot.press("enter")
        await wait_for(pilot, lambda: "STEPS" in screen_text(app))
        assert last.signals, "and ends with it"
    counted = ["three", "two", "one"]
    hold = ["start", "halfway", *counted]
    assert heard(machine) == ["ready", *counted, *hold, "change-side", *hold, "done"]


async def test_m_silences_the_session_and_says_so(coach: Coach, clock: FakeClock, machine: Machine) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, 1)
        await pilot.press("m")
        await wait_for(pilot, lambda: "move 1 of 1  sound off" in screen_text(app))
        await let_pass(pilot, clock, READY_S)
        assert heard(machine) == ["ready"]
        await pilot.press("m")
        assert "sound off  " not in screen_text(app)
        await pilot.press("n")
        assert heard(machine) == ["ready", "change-side"]
    assert coach.settings.now().sound, "the setting is not touched"


async def test_at_night_it_is_quiet_until_m(coach: Coach, clock: FakeClock, machine: Machine) -> None:
    clock.set(clock.now().replace(hour=23))
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        assert "quiet hours" in screen_text(app)
        assert machine.children == []
        await pilot.press("m", "n")
        assert heard(machine) == ["change-side"]


async def test_sound_can_be_off_for_good_and_the_hour_does_not_matter_then(
    coach: Coach, clock: FakeClock, machine: Machine
) -> None:
    coach.settings.set("sound", "no")
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        assert "sound off" in screen_text(app)
        assert heard(machine) == []


async def test_the_command_of_the_settings_runs_at_every_cue_even_when_it_is_quiet(
    coach: Coach, clock: FakeClock, machine: Machine
) -> None:
    coach.settings.set("on_step", "light 'a b'")
    clock.set(clock.now().replace(hour=23))
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        first = machine.children[0]
        assert first.command == ["light", "a b"]
        assert first.options["env"]["COACH_CUE"] == "ready"
        assert first.options["env"]["COACH_QUIET"] == "1"
        assert first.options["stdout"] is subprocess.DEVNULL


async def test_a_command_that_cannot_run_is_told_once_as_it_is_written(
    coach: Coach, clock: FakeClock, machine: Machine
) -> None:
    coach.settings.set("on_step", "[@click=app.quit]x[/]")
    assert machine.children == []
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        await wait_for(pilot, lambda: "[@click=app.quit]x[/]" in screen_text(app))
        assert len(app._notifications) == 1


async def test_the_sound_dialog_tells_what_is_heard_tests_it_and_turns_it(
    coach: Coach, clock: FakeClock, machine: Machine
) -> None:
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await let_pass(pilot, clock, 1)
        await pilot.press("M")
        await wait_for(pilot, lambda: "by pw-play" in screen_text(app))
        await pilot.press("enter")
        assert heard(machine) == ["ready", "all"]
        await pilot.press("v")
        await wait_for(pilot, lambda: "names each move and side" in screen_text(app))
        await pilot.press("enter")
        assert machine.run()[-2:] == ["pw-play", "espeak-ng"]
        await pilot.press("s", "escape")
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))
    assert (coach.settings.now().sound, coach.settings.now().speech) == (False, True)


async def test_sound_can_be_tested_before_a_session_begins(coach: Coach, machine: Machine) -> None:
    app = CoachApp(coach, mode="stretch")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await wait_for(pilot, lambda: "M sound" in screen_text(app).splitlines()[-1])
        await pilot.press("M")
        await wait_for(pilot, lambda: "by pw-play" in screen_text(app))
        await pilot.press("enter")
        assert heard(machine) == ["all"]
        await pilot.press("escape")
        await wait_for(pilot, lambda: "by pw-play" not in screen_text(app))
        assert all(child.signals for child in machine.children)


async def test_over_a_slow_line_nothing_is_played_and_the_bell_is_rung(
    coach: Coach, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    write_short_routine(coach)
    monkeypatch.setattr("coach.tui.screens.player.BEAT_S", 0.05)
    monkeypatch.setattr(CoachApp, "bell", lambda _: rung.append("bell"))
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await let_pass(pilot, clock, READY_S + 1)
        assert len(rung) == len(["ready", "three", "two", "one", "start"])


@pytest.mark.parametrize(
    ("form", "begins"), [("osc9", "\x1b]9;Short"), ("osc777", "\x1b]777;notify;Short"), ("off", None)]
)
async def test_the_terminal_is_told_of_a_change_only_while_someone_looks_elsewhere(
    coach: Coach, clock: FakeClock, machine: Machine, form: str, begins: str | None
) -> None:
    del machine
    coach.settings.set("notices", form)
    written: list[str] = []
    app = CoachApp(coach, routine="short")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert app._driver is not None
        app._driver.write = written.append  # type: ignore[method-assign]
        await let_pass(pilot, clock, READY_S + 1)
        assert written == []
        app.app_focus = False
        await let_pass(pilot, clock, 10)
        told = [text for text in written if "Change side, right leg." in text]
        assert len(told) == (begins is not None)
        assert all(text.startswith(begins or "") and text.endswith("\x1b\\") for text in told)
