"""What holds for the whole house: its top level, its file sizes, its names, its floors."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AGREED = {"pyproject.toml", "README.md", "coach", "content", "tests", "LICENSE", ".gitignore", ".ci"}
LONGEST_FILE = 250
NO_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("an unpacked sdist has no list of its files")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def test_the_top_level_holds_only_what_was_agreed() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= AGREED


def test_no_room_has_more_than_250_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix == ".py" and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_names_say_what_is_inside() -> None:
    assert [path for path in tracked() if path.suffix == ".py" and path.stem in NO_NAMES] == []


def test_what_is_imported_comes_with_an_installed_coach() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in project["dependencies"]}
    imported = set()
    for path in (ROOT / "coach").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).partition(".")[0])
    brought_by_textual = {"rich"}
    assert imported - set(sys.stdlib_module_names) - {"coach"} - brought_by_textual == declared


def test_the_readme_has_two_commands_that_need_only_python() -> None:
    commands = [
        line
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("python3 -m venv ")
    ]
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/coach")
    assert "pytest" in commands[1]


def test_every_picture_in_the_readme_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = [part.split(")")[0] for part in text.split("](")[1:] if part.startswith("tests/pictures/")]
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_importing_the_package_opens_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, coach.__main__; print(sorted({'textual', 'rich', 'tinydb', 'filelock'} & set(sys.modules)))"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert asked.stdout.strip() == "[]"
