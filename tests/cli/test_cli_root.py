"""The command line as a program: its table, its exit codes, its streams, and what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from coach.cli.root import COMMANDS, Root, root
from tests.support.commands import Commands

CHECKOUT = Path(__file__).parents[2]
CONTRACT = (
    "today drink tick eat cramp now stretch skip edit delete undo log causes routines moves foods medicines "
    "red-flags profile settings status check due remind completion doctor export import "
    "backup restore report experiment"
)
TAKE_JSON = "today drink tick eat cramp undo log causes routines moves foods medicines red-flags profile status"


def program(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The real program, as a shell runs it."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "coach", *args],
        cwd=CHECKOUT,
        check=False,
        text=True,
        **{"capture_output": True, "stdin": subprocess.DEVNULL, **options},
    )


def command(name: str) -> click.Command:
    found = root.get_command(click.Context(root), name)
    assert found is not None
    return found


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(COMMANDS) == set(CONTRACT.split())
    assert {name for name in COMMANDS if any("--json" in option.opts for option in command(name).params)} == set(
        TAKE_JSON.split()
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_the_table_is_that_of_the_command(run: Commands, name: str) -> None:
    _, said = COMMANDS[name]
    assert command(name).get_short_help_str(limit=200).rstrip(".") == said
    assert f"Usage: coach {name} " in run.out(name, "--help")


def test_help_lists_every_command_and_imports_none_of_them() -> None:
    names = program("--help").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in names
    script = (
        "import sys; from coach.cli.root import root\n"
        "try: root.main(['--help'])\n"
        "except SystemExit: print(sorted(m for m in sys.modules if m.startswith('coach.cli.')))"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    rooms = ["environment", "plain", "printing", "root"]
    assert ran.stdout.splitlines()[-1] == str([f"coach.cli.{room}" for room in rooms])


@pytest.mark.parametrize(
    "args",
    [
        "drink 250",
        "today",
        "log",
        "causes",
        "status",
        "causes age",
        "now --plain",
        "tick covers-loose",
        "due",
        "today --plain",
        "completion zsh",
    ],
)
def test_the_command_line_loads_neither_textual_nor_rich(args: str) -> None:
    script = f"""
import sys
from coach.__main__ import main
sys.argv = ["coach", *{args.split()!r}]
try:
    main()
except SystemExit as ended:
    assert ended.code == 0, ended.code
loaded = {{name.split(".")[0] for name in sys.modules}}
print("LOADED", sorted(loaded & {{"textual", "rich", "tinydb", "filelock", "tomli_w", "platformdirs"}}))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    writes = args.startswith(("drink", "tick"))
    assert ran.stdout.splitlines()[-1] == f"LOADED {['tinydb'] if writes else []}"


@pytest.mark.parametrize(
    "args",
    [
        ["drnk"],
        ["--nope"],
        ["drink", "--nope"],
        ["drink", "2001"],
        ["eat"],
        ["tick", "a", "b"],
        ["log", "--days", "x"],
        ["now", "elbow"],
        ["\x1b[31m"],
        ["--data"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_in_two_lines_with_2(run: Commands, args: list[str]) -> None:
    assert len(run.refused(*args).splitlines()) == 2


def test_wrong_use_of_the_real_program() -> None:
    ran = program("drnk")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "coach: no command 'drnk'\ndid you mean coach drink?\n"


def test_a_wrong_option_is_answered_with_the_nearest(run: Commands) -> None:
    assert "did you mean --what" in run.refused("drink", "250", "--waht", "tea")


def test_data_names_the_folder_of_everything(run: Commands, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    run.out("--data", str(other), "drink", "250")
    run.out("--data", str(other), "settings", "theme", "coach-light")
    assert {path.name for path in other.iterdir()} == {"data", "state", "config"}
    assert run.json("log") == []
    assert len(json.loads(run.out("--data", str(other), "log", "--json"))) == 1


def test_the_version() -> None:
    said = program("--version").stdout
    assert said.startswith("coach")
    assert said.endswith(" (data schema 1)\n")


@pytest.mark.parametrize("args", [[], ["stretch"], ["stretch", "bedtime"], ["now"], ["now", "calf"]], ids=" ".join)
def test_without_a_terminal_the_app_is_refused_before_it_is_imported(args: list[str]) -> None:
    ran = program(*args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("coach: this needs a terminal\n")
    assert len(ran.stderr.splitlines()) == 2


def test_an_interrupt_ends_quietly_with_130(run: Commands) -> None:
    def wait(_: float) -> None:
        raise KeyboardInterrupt

    result = run.waiting(wait, "stretch", "bedtime", "--plain")
    assert (result.exit_code, result.stderr) == (130, "")


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = program("foods", capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_an_answer_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = program("foods", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 3
    assert ran.stderr.startswith("coach: ")
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


def test_letters_that_a_terminal_cannot_show_are_no_error() -> None:
    assert program("cramp", "--note", "café 🦵").returncode == 0
    ran = program("log", env={**os.environ, "PYTHONIOENCODING": "latin-1"}, encoding="latin-1")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith("calf, café ?\n")


def test_bytes_that_are_no_text_are_refused() -> None:
    ran = program("tick", os.fsdecode(b"\xff\xfe"))
    assert ran.returncode == 2
    assert ran.stderr.startswith("coach: no checklist item")


def test_the_group_is_lazy() -> None:
    assert isinstance(root, Root)
    assert root.commands == {}
