"""The report and the experiment, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.commands import Commands

DAY_S = 24 * 3600


def test_the_report_goes_to_stdout_as_text(run: Commands) -> None:
    run.out("cramp", "--pain", "6")
    text = run.out("report", "--days", "30")
    assert text.startswith("# Leg cramps, 24 October 2026 to 22 November 2026\n")
    assert "- **Cramps:** 1 on 1 day\n" in text
    assert run.out("report", "-") == run.out("report")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.html", "<!DOCTYPE html>"), ("r.csv", "\ufeffsection"), ("r.json", '{"made"'), ("r.txt", "# Leg")],
)
def test_a_file_is_of_the_format_that_its_name_ends_in(
    run: Commands, tmp_path: Path, name: str, begins: str
) -> None:
    file = tmp_path / name
    assert run.out("report", str(file)) == f"the last 90 days in {file}\n"
    assert file.read_text(encoding="utf-8").startswith(begins)
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_format_may_be_said(run: Commands, tmp_path: Path) -> None:
    run.out("report", "--format", "html", str(tmp_path / "page"))
    assert (tmp_path / "page").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(run.out("report", "--format", "json"))["days"] == 90


@pytest.mark.parametrize("args", [("--days", "3"), ("--format", "pdf")])
def test_a_report_that_cannot_be_is_refused(run: Commands, args: tuple[str, str]) -> None:
    run.refused("report", *args)


def test_a_folder_that_is_not_there_is_told(run: Commands, tmp_path: Path) -> None:
    run.refused("report", str(tmp_path / "nowhere" / "r.html"), code=3)


@pytest.mark.usefixtures("answered")
def test_an_experiment_from_its_start_to_going_on(run: Commands, clock: FakeClock) -> None:
    assert "no experiment yet" in run.out("experiment", "status")
    told = run.out("experiment", "start")
    assert told.startswith("experiment: Calf and hamstring stretch before bed\n")
    assert "Day 1 of 14 before the change" in told
    clock.advance(15 * DAY_S)
    (view,) = run.json("experiment", "status")
    assert (view["id"], view["phase"], view["day_number"]) == ("2026-11-22", "trying", 2)
    assert "Too early to say" in run.out("experiment", "status")
    assert "Stopped after 1 of 42 days" in run.out("experiment", "stop")
    assert run.json("experiment", "resume")["phase"] == "trying"


@pytest.mark.usefixtures("answered")
def test_an_experiment_of_an_item(run: Commands) -> None:
    assert run.json("experiment", "start", "covers-loose")["change"] == "covers-loose"
    assert "one change at a time" in run.refused("experiment", "start")


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("change", ["magnesium", "water", "salt", "wine", "statin", "xyzzy"])
def test_an_experiment_that_may_not_be_is_refused(run: Commands, change: str) -> None:
    run.refused("experiment", "start", change)


def test_stopping_nothing_is_refused(run: Commands) -> None:
    assert "no experiment is running" in run.refused("experiment", "stop")
    assert "no experiment is stopped" in run.refused("experiment", "resume")


def test_who_has_not_answered_the_questions_may_still_try_loose_covers(run: Commands) -> None:
    assert run.json("experiment", "start", "covers-loose")["phase"] == "baseline"
