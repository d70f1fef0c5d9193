"""A hung program that holds the lock: the wait is told, then an error; never a hang."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli.environment import Environment
from coach.cli.root import root
from coach.diary.lock import Patience
from coach.paths import Folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.writing import started


def hasty(places: Folders) -> Coach:
    """A coach that soon loses its patience."""
    coach = Coach(places, FakeClock())
    coach.patience = Patience(wait_s=0.05, tell_after_s=0)
    return coach


def run(*args: str) -> Result:
    return CliRunner().invoke(root, args, obj=Environment(make=hasty))


@pytest.mark.parametrize("stopped", [False, True])
def test_a_hung_program_is_waited_for_in_words_and_then_given_up(tmp_path: Path, *, stopped: bool) -> None:
    with started("hold", str(tmp_path)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        if stopped:
            os.kill(holder.pid, signal.SIGSTOP)
        result = run("drink", "250")
        assert result.exit_code == 3
        waiting, gave_up, mend = result.stderr.splitlines()
        whom = f"another coach (process {holder.pid})"
        assert waiting == f"coach: waiting for {whom}, which is writing to the diary"
        assert gave_up == f"coach: {whom} has been writing to the diary for 0.05 s; nothing was written"
        assert mend == "end that program, then try again"
        assert run("today").exit_code == 0
        holder.kill()
        holder.wait()
        after = run("drink", "250")
        assert (after.exit_code, after.stderr) == (0, "")


def test_who_is_named_is_the_one_who_holds_it_now(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "diary.lock").write_text("4711")
    assert run("drink", "250").exit_code == 0
    assert (tmp_path / "state" / "diary.lock").read_text().strip() == str(os.getpid())


def test_an_app_waits_for_less_than_a_command() -> None:
    from coach.cli.opening import APP_WAITS_S

    assert Patience().wait_s > APP_WAITS_S
