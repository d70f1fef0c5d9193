"""Completion by the tab key: what is offered, and that it costs and breaks nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.root import COMMANDS
from coach.service.coach import Coach
from tests.support.commands import Commands

CHECKOUT = Path(__file__).parents[2]


def tab(line: str, shell: str = "bash", **environment: str) -> list[str]:
    """What a shell is offered at the end of `line`, and nothing on stderr."""
    words = line.split(" ")
    asked = {"_COACH_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    if shell == "fish":
        asked["COMP_CWORD"] = words[-1]
    ran = subprocess.run(
        [sys.executable, "-m", "coach"],
        cwd=CHECKOUT,
        env={**os.environ, **asked, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    return [offered for offered in ran.stdout.splitlines() if offered]


def offered(line: str) -> set[str]:
    return {one.removeprefix("plain,") for one in tab(line)}


def test_every_command_is_offered_with_what_it_does() -> None:
    assert offered("coach ") == set(COMMANDS)
    assert offered("coach st") == {"status", "stretch"}
    assert "plain,status\tOne line for a prompt or a status bar" in tab("coach st", "fish")
    assert "--version" in offered("coach --")


def test_the_ids_are_those_of_the_content(coach: Coach) -> None:
    library = coach.library
    assert offered("coach stretch ") == offered("coach routines ") == set(library.routines)
    assert offered("coach moves ") == set(library.moves)
    assert offered("coach tick ") == {*library.items, *coach.marks.known()}
    assert offered("coach eat ") == offered("coach foods ") == set(library.foods)
    assert offered("coach causes ") >= {*library.causes, *library.lookalikes, *library.remedies, library.about.id}
    assert offered("coach medicines ") == set(library.medicines)
    assert offered("coach now ") == set(library.reliefs)
    assert offered("coach drink --what ") == set(library.drinks)


def test_options_of_a_command_are_offered() -> None:
    assert {"--plain", "--resume", "--dry-run"} <= offered("coach stretch --")
    assert offered("coach cramp --side ") == {"left", "right", "both"}
    assert offered("coach remind ") == {"install", "remove", "status"}
    assert offered("coach completion ") == {"bash", "zsh", "fish"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_answered(shell: str) -> None:
    assert any("bedtime-in-bed" in line for line in tab("coach stretch bedtime-", shell))


def test_the_persons_own_content_and_vessels_are_offered(run: Commands) -> None:
    routines = run.home / "data" / "content" / "routines"
    routines.mkdir(parents=True)
    text = (CHECKOUT / "content" / "routines" / "desk-break.toml").read_text(encoding="utf-8")
    (routines / "zz-mine.toml").write_text(text, encoding="utf-8")
    run.out("profile", "vessel.zz-flask", "700")
    assert offered("coach stretch zz") == {"zz-mine"}
    assert offered("coach drink zz") == {"zz-flask"}
    assert "vessel.zz-flask" in offered("coach profile vessel.")


def test_the_folder_named_with_data_is_the_one_that_is_read(run: Commands, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    run.out("--data", str(other), "profile", "vessel.zz-flask", "700")
    assert offered(f"coach --data {other} drink zz") == {"zz-flask"}
    assert offered("coach drink zz") == set()


def test_a_second_word_is_offered_nothing() -> None:
    assert offered("coach eat banana ") == set()
    assert offered("coach tick covers-loose ") == set()


@pytest.mark.parametrize("line", ["coach nope ", "coach drink --nope ", "coach --nope x", "coach stretch 'b"])
def test_a_line_that_is_wrong_is_not_scolded_in_the_middle(line: str) -> None:
    tab(line)


def test_a_diary_that_cannot_be_read_offers_nothing_and_says_nothing(run: Commands) -> None:
    settings = run.home / "config" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('data_dir = "not a whole path"\n', encoding="utf-8")
    assert offered("coach drink ") == set()
    assert "drink" in offered("coach d")


def test_nothing_is_written_by_completing(run: Commands) -> None:
    for line in ("coach ", "coach stretch ", "coach drink ", "coach profile ", "coach settings "):
        assert tab(line)
    assert not (run.home / "data").exists()
    assert not (run.home / "state").exists()


def test_completing_loads_neither_textual_nor_rich() -> None:
    script = (
        "import sys\nfrom coach.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', sorted({'textual', 'rich', 'tinydb', 'filelock'} & set(sys.modules)))\n"
        "print('ROOMS', sorted(name for name in sys.modules if name.startswith('coach.cli.')))"
    )
    asked = {"_COACH_COMPLETE": "bash_complete", "COMP_WORDS": "coach stretch be", "COMP_CWORD": "2"}
    environment = {**os.environ, **asked}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True)
    lines = ran.stdout.splitlines()
    assert "plain,bedtime" in lines
    assert lines[-2] == "LOADED []"
    environment["COMP_WORDS"], environment["COMP_CWORD"] = "coach st", "1"
    ran = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True)
    rooms = ["completion", "environment", "plain", "printing", "root"]
    assert ran.stdout.splitlines()[-1] == f"ROOMS {[f'coach.cli.{room}' for room in rooms]}"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_asks_coach(run: Commands, shell: str) -> None:
    script = run.out("completion", shell)
    assert f"_COACH_COMPLETE={shell}_complete" in script


def test_a_shell_that_is_not_known_is_refused_with_those_that_are(run: Commands) -> None:
    assert "bash" in run.refused("completion", "tcsh")


def test_a_variable_that_no_script_set_is_told_and_no_traceback() -> None:
    environment = {**os.environ, "_COACH_COMPLETE": "bash_complete"}
    for name in ("COMP_WORDS", "COMP_CWORD"):
        environment.pop(name, None)
    ran = subprocess.run(
        [sys.executable, "-m", "coach", "today"],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("coach: ")
    assert "Traceback" not in ran.stderr
