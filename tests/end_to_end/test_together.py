"""Shell commands while the app is open: nobody loses anything, and the app shows it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.questions import answer_questions
from tests.support.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
CHECKOUT = Path(__file__).parents[2]
PROCESSES = 10


def test_ten_shell_commands_at_once_while_the_app_is_open(tmp_path: Path) -> None:
    answer_questions(tmp_path)
    with Terminal(COACH, {"COACH_HOME": str(tmp_path)}, CHECKOUT) as terminal:
        terminal.wait_for("STRETCH AND POSTURE")
        command = [*COACH, "--data", str(tmp_path), "drink", "250", "--json"]
        writers = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(PROCESSES)
        ]
        ids = set()
        for writer in writers:
            answer, complaint = writer.communicate()
            assert writer.returncode == 0, complaint
            ids.add(json.loads(answer)["entries"][0]["id"])
        assert len(ids) == PROCESSES
        terminal.wait_for("2.5 l")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
