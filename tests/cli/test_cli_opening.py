"""From the command line into the app."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from coach.cli import opening
from coach.service.coach import Coach
from tests.support.commands import Commands

Opened = list[dict[str, str | None]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the app was opened with; it ends with 7."""
    calls: Opened = []

    def run_app(coach: Coach, **given: str | None) -> int:
        assert isinstance(coach, Coach)
        calls.append(given)
        return 7

    monkeypatch.setitem(sys.modules, "coach.tui.app", SimpleNamespace(run_app=run_app))
    monkeypatch.setattr(opening, "_is_terminal", lambda _: True)
    return calls


@pytest.mark.parametrize(
    ("args", "mode", "routine", "site"),
    [
        ([], "today", None, None),
        (["stretch"], "stretch", None, None),
        (["stretch", "Bedtime"], "today", "bedtime", None),
        (["now"], "today", None, "calf"),
        (["now", "foot"], "today", None, "foot"),
    ],
    ids=str,
)
def test_the_app_opens_with_what_was_asked(
    run: Commands, opened: Opened, args: list[str], mode: str, routine: str | None, site: str | None
) -> None:
    assert run(*args).exit_code == 7
    assert opened == [{"mode": mode, "routine": routine, "site": site}]


@pytest.mark.parametrize("args", [["stretch", "bedtim"], ["now", "elbow"], ["now", "--plane"]], ids=" ".join)
def test_what_there_is_not_is_refused_before_the_app_opens(run: Commands, opened: Opened, args: list[str]) -> None:
    run.refused(*args)
    assert opened == []


def test_a_withheld_routine_does_not_open_the_app(run: Commands, opened: Opened) -> None:
    run.out("profile", "condition.balance-problem", "yes")
    assert "withheld" in run.refused("stretch", "bedtime")
    assert opened == []
