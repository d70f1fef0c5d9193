"""A session that is killed in any of its phases is offered at the next start, and ends as one diary entry."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from coach.model.entry import Session, StepDone
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.questions import answer_questions
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach", "stretch", "short"]
CHECKOUT = Path(__file__).parents[2]
OFFERED = "A session was cut off"
ENDED = "how did it feel"
MOST_LOST_S = 5
SLACK_S = 1.5
"""What may be held between the last look at the screen and the end of the program."""

HEAD = """
name = "Short"
when = "In a test"
why = "Short enough to be watched to its end."
evidence = "weak"
sources = ["S63"]
"""
STEP = '[[steps]]\nmove = "{}"\nhold_s = {}\nrepetitions = {}\nrest_s = {}\n'
HOLDS = STEP.format("hamstring-chair", 1, 1, 0)
PHASES = {
    "GET READY": (1, 0.2, STEP.format("march-seated", 1, 1, 0) * 2),
    "HOLD": (0.2, 0.2, HOLDS),
    "REST": (0.2, 0.2, STEP.format("hamstring-chair", 0.5, 2, 1)),
    "CHANGE SIDE": (0.2, 1.5, HOLDS),
    "REPEAT": (0.2, 0.2, STEP.format("march-seated", 1, 2, 0)),
    "KEEP GOING": (0.2, 0.2, STEP.format("brisk-walk", 2, 1, 0)),
    "PAUSED": (0.2, 0.2, HOLDS),
}
"""For each phase a routine that is over soon: seconds to get ready and to change side, and the step."""


def write_routine(home: Path, ready_s: float, change_s: float, steps: str) -> None:
    own = home / "data" / "content" / "routines"
    own.mkdir(parents=True)
    answer_questions(home)
    text = f"{HEAD}change_position_s = {ready_s}\nchange_side_s = {change_s}\n{steps}"
    (own / "short.toml").write_text(text, encoding="utf-8")


def open_coach(home: Path) -> Terminal:
    return Terminal(COACH, {"COACH_HOME": str(home)}, CHECKOUT)


def kill(terminal: Terminal, home: Path) -> None:
    """Kill it; not before it has kept anything, for then there is nothing to be lost."""
    terminal.wait_for(lambda text: (home / "state" / "session.json").exists() or ENDED in text)
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_for_end() == -signal.SIGKILL


def logged(home: Path) -> list[Session]:
    return [entry for entry in Coach(folders(home)).entries.log(days=7) if isinstance(entry, Session)]


def held_s(steps: tuple[StepDone, ...]) -> float:
    return sum(step.held_s for step in steps)


@pytest.mark.parametrize("phase", PHASES)
def test_killed_in_any_phase_it_goes_on_to_its_end_and_counts_everything_once(phase: str, tmp_path: Path) -> None:
    write_routine(tmp_path, *PHASES[phase])
    with open_coach(tmp_path) as terminal:
        if phase == "PAUSED":
            terminal.wait_for("HOLD")
            terminal.press(" ")
        if phase == "GET READY":
            terminal.wait_for("REPEAT")
        terminal.wait_for(phase)
        kill(terminal, tmp_path)
    assert logged(tmp_path) == []
    with open_coach(tmp_path) as terminal:
        terminal.wait_for(OFFERED)
        terminal.press("enter")
        terminal.wait_for("PAUSED")
        terminal.press(" ")
        terminal.wait_for(ENDED)
    (session,) = logged(tmp_path)
    assert [step.held_s for step in session.steps] == [step.planned_s for step in session.steps]


def test_killed_while_getting_ready_for_the_first_move_it_is_offered(tmp_path: Path) -> None:
    write_routine(tmp_path, 30, 0.2, HOLDS)
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("GET READY")
        kill(terminal, tmp_path)
    with open_coach(tmp_path) as terminal:
        assert "nothing was held yet" in terminal.wait_for(OFFERED)
    assert logged(tmp_path) == []


def test_killed_on_the_page_at_the_end_it_is_not_offered_again(tmp_path: Path) -> None:
    write_routine(tmp_path, 0.2, 0.2, STEP.format("brisk-walk", 1.5, 1, 0))
    with open_coach(tmp_path) as terminal:
        terminal.wait_for(ENDED)
        kill(terminal, tmp_path)
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("KEEP GOING")
        assert OFFERED not in terminal.text()
    assert [held_s(session.steps) for session in logged(tmp_path)] == [1.5]


def test_at_most_five_seconds_of_holding_are_lost_and_what_is_left_can_be_kept(tmp_path: Path) -> None:
    write_routine(tmp_path, 1, 1, STEP.format("desk-reset", 60, 1, 0))
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("0:53 left")
        seen_s = 60 - 53
        kill(terminal, tmp_path)
    with open_coach(tmp_path) as terminal:
        screen = terminal.wait_for(OFFERED)
        said = re.search(r"0:(\d\d) held so far", screen)
        assert said is not None
        terminal.press("k")
        terminal.wait_for(lambda text: OFFERED not in text)
        (session,) = logged(tmp_path)
        assert seen_s - MOST_LOST_S <= held_s(session.steps) <= seen_s + SLACK_S
        assert int(held_s(session.steps)) == int(said[1])
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("GET READY")
        assert OFFERED not in terminal.text()
    assert logged(tmp_path) == [session]


def test_killed_again_and_again_it_is_still_one_session(tmp_path: Path) -> None:
    write_routine(tmp_path, 0.2, 0.2, STEP.format("hamstring-chair", 1, 2, 0.8))
    for wanted in ("REST", "CHANGE SIDE"):
        with open_coach(tmp_path) as terminal:
            terminal.wait_for(lambda text: OFFERED in text or "HOLD" in text)
            if OFFERED in terminal.text():
                terminal.press("enter")
                terminal.wait_for("PAUSED")
                terminal.press(" ")
            terminal.wait_for(wanted)
            kill(terminal, tmp_path)
    with open_coach(tmp_path) as terminal:
        terminal.wait_for(OFFERED)
        terminal.press("enter")
        terminal.wait_for("PAUSED")
        terminal.press(" ")
        terminal.wait_for(ENDED)
    (session,) = logged(tmp_path)
    assert [step.held_s for step in session.steps] == [2, 2]


@pytest.mark.parametrize("answer", ["d", "escape"])
def test_it_can_be_let_go_or_left_for_later(answer: str, tmp_path: Path) -> None:
    write_routine(tmp_path, 0.2, 0.2, STEP.format("brisk-walk", 30, 1, 0))
    with open_coach(tmp_path) as terminal:
        terminal.wait_for("KEEP GOING")
        kill(terminal, tmp_path)
    with open_coach(tmp_path) as terminal:
        terminal.wait_for(OFFERED)
        terminal.press(answer)
        terminal.wait_for(lambda text: OFFERED not in text)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with open_coach(tmp_path) as terminal:
        terminal.wait_for(OFFERED if answer == "escape" else "KEEP GOING")
        assert (OFFERED in terminal.text()) == (answer == "escape")
    assert logged(tmp_path) == []
