"""Two open apps and a shell: each sees what the others wrote, and undo takes back only what this machine wrote."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from coach.tui.screens.mode import LOOK_EVERY_S
from tests.support.diaries import record, write_volume
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
CHECKOUT = Path(__file__).parents[2]
SEEN_WITHIN_S = 3


def shell(home: Path, *args: str) -> str:
    command = [*COACH, "--data", str(home), *args]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout


def test_two_apps_and_a_shell_see_each_others_entries(tmp_path: Path) -> None:
    shell(tmp_path, "settings", "first_questions", "no")
    with ExitStack() as running:
        one, two = (
            running.enter_context(Terminal(COACH, {"COACH_HOME": str(tmp_path)}, CHECKOUT)) for _ in range(2)
        )
        for app in (one, two):
            app.wait_for("STRETCH AND POSTURE")
        one.press("w")
        for app in (one, two):
            app.wait_for("Water       250 ml")
        two.press("w")
        for app in (one, two):
            app.wait_for("Water       500 ml")
        assert "300 ml" in shell(tmp_path, "drink", "300")
        for app in (one, two):
            app.wait_for("Water       800 ml")
        two.press("u")
        two.wait_for("undone: 300 ml")
        for app in (one, two):
            app.wait_for("Water       500 ml")
        today = shell(tmp_path, "today")
        assert "500 ml" in today


def test_what_another_machine_wrote_is_seen_and_not_undone(tmp_path: Path) -> None:
    shell(tmp_path, "settings", "first_questions", "no")
    with Terminal(COACH, {"COACH_HOME": str(tmp_path)}, CHECKOUT) as app:
        app.wait_for("STRETCH AND POSTURE")
        app.press("w")
        app.wait_for("Water       250 ml")
        (own,) = (tmp_path / "data" / "diary").iterdir()
        part = own.name.partition(".")[0]
        day = next(word for word in own.read_text().split('"') if word.startswith(f"{part}-"))
        write_volume(own.with_name(f"{part}.other.json"), record(day=day, ml=400))
        app.wait_for("Water       650 ml")
        app.press("u")
        app.wait_for("undone: 250 ml")
        app.wait_for("Water       400 ml")
        app.press("u")
        app.wait_for("nothing to undo")
        assert "Water       400 ml" in app.text()


def test_an_app_looks_often_enough() -> None:
    assert LOOK_EVERY_S < SEEN_WITHIN_S
