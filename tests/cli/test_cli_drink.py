"""Drinks logged from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import Commands, Wall


@pytest.mark.parametrize(
    ("said", "ml"),
    [
        (["250"], 250),
        (["250ml"], 250),
        (["0.5l"], 500),
        (["0,5", "l"], 500),
        (["8oz"], 236.6),
        (["mug"], 300),
        ([], 250),
    ],
    ids=str,
)
def test_an_amount_as_people_say_it(run: Commands, said: list[str], ml: float) -> None:
    (entry,) = run.json("drink", *said)["entries"]
    assert entry["ml"] == ml
    assert entry["what"] == "water"


def test_the_usual_vessel_is_the_persons_own(run: Commands) -> None:
    run.out("profile", "vessel.beaker", "410")
    run.out("profile", "usual_vessel", "beaker")
    (entry,) = run.json("drink")["entries"]
    assert (entry["ml"], entry["said"]) == (410, "beaker")


@pytest.mark.usefixtures("answered")
def test_people_are_told_what_was_written_and_the_total(run: Commands) -> None:
    run.out("profile", "water.goal_ml", "2000")
    run.out("drink", "1l")
    assert run.out("drink", "250", "--what", "tea").splitlines() == [
        "250 ml tea",
        "total: 1.25 l of 2 l, no need to catch up",
    ]


def test_json_has_these_keys(run: Commands) -> None:
    told = run.json("drink", "250", "--what", "tea")
    assert set(told) == {"said", "entries", "warnings"}
    assert told["said"] == "250 ml tea"
    assert told["warnings"] == []
    (entry,) = told["entries"]
    assert entry["name"] == "250 ml tea"
    assert {"id", "kind", "day", "at", "ml", "what", "said", "logged", "device"} <= set(entry)
    assert entry["day"] == "2026-11-22"


@pytest.mark.parametrize(
    "said",
    ["-5", "-250ml", "0", "2001", "2.1l", "nan", "inf", "1e3", "lots", "99999999999", "", "250;rm", "250 tea"],
)
def test_what_is_no_drink_is_refused_and_nothing_is_written(run: Commands, said: str) -> None:
    run.out("drink", "100")
    run.refused("drink", said)


def test_an_amount_below_zero_is_said_to_be_that(run: Commands) -> None:
    assert "amounts are above zero" in run.refused("drink", "-5")


def test_two_litres_at_once_are_written_and_one_ml_more_is_not(run: Commands) -> None:
    assert run("drink", "2000").exit_code == 0
    assert "more than 2 l at once" in run.refused("drink", "2001")


def test_more_than_a_litre_at_once_is_written_and_answered_plainly(run: Commands) -> None:
    result = run("drink", "1.2l")
    assert result.exit_code == 0
    assert "1.2 l water" in result.stdout
    assert result.stderr.startswith("coach: More than 1 l at once.")
    assert len(run.json("log")) == 1


def test_more_than_a_litre_within_an_hour_is_answered_in_json_too(run: Commands) -> None:
    assert run.json("drink", "600")["warnings"] == []
    run.clock.advance(30 * 60)
    (warning,) = run.json("drink", "600")["warnings"]
    assert "within an hour" in warning


def test_more_than_the_persons_limit_is_answered(run: Commands) -> None:
    run.out("profile", "water.limit_ml", "500")
    assert "300 ml over your limit" in run("drink", "800").stderr


def test_an_unknown_drink_is_refused_with_the_nearest(run: Commands) -> None:
    assert "cofee" in (told := run.refused("drink", "250", "--what", "cofee"))
    assert "did you mean coffee?" in told


def test_hostile_text_comes_out_as_letters(run: Commands) -> None:
    assert "\x1b" not in run.refused("drink", "\x1b[31m250\x07")
    assert "\x1b" not in run.refused("drink", "250", "--what", "\x1b]0;x\x07")


def test_a_time_alone_is_the_latest_that_is_not_in_the_future(run: Commands, at: Wall) -> None:
    at(14, 0)
    (today,) = run.json("drink", "--at", "13:30")["entries"]
    (before,) = run.json("drink", "--at", "14:30")["entries"]
    assert today["at"].startswith("2026-11-22T13:30")
    assert (before["day"], before["at"][:16]) == ("2026-11-21", "2026-11-21T14:30")


@pytest.mark.parametrize(
    ("said", "moment", "day"),
    [
        ("yesterday 22:00", "2026-11-21T22:00", "2026-11-21"),
        ("2026-11-20T09:15", "2026-11-20T09:15", "2026-11-20"),
        ("2026-11-20T08:15Z", "2026-11-20T09:15", "2026-11-20"),
        ("03:10", "2026-11-22T03:10", "2026-11-21"),
    ],
)
def test_forms_of_time(run: Commands, said: str, moment: str, day: str) -> None:
    (entry,) = run.json("drink", "--at", said)["entries"]
    assert (entry["at"][:16], entry["day"]) == (moment, day)


@pytest.mark.parametrize(
    ("said", "day"),
    [("today", "2026-11-22"), ("yesterday", "2026-11-21"), ("-2", "2026-11-20"), ("2026-10-31", "2026-10-31")],
)
def test_forms_of_day(run: Commands, said: str, day: str) -> None:
    (entry,) = run.json("drink", "--day", said)["entries"]
    assert entry["day"] == day


def test_a_time_with_a_day_is_the_one_within_that_day(run: Commands) -> None:
    (noon,) = run.json("drink", "--day", "-2", "--at", "21:30")["entries"]
    (night,) = run.json("drink", "--day", "-2", "--at", "03:10")["entries"]
    assert (noon["day"], noon["at"][:16]) == ("2026-11-20", "2026-11-20T21:30")
    assert (night["day"], night["at"][:16]) == ("2026-11-20", "2026-11-21T03:10")


def test_a_past_day_is_named_in_the_answer(run: Commands) -> None:
    assert "on Friday 20 November 2026" in run.out("drink", "--day", "-2")
    assert "November" not in run.out("drink")


@pytest.mark.parametrize(
    "args",
    [
        ("--day", "2026-11-23"),
        ("--day", "tomorrow"),
        ("--day", "2026-13-01"),
        ("--day", "-99999999"),
        ("--at", "25:00"),
        ("--at", "noon"),
        ("--at", "2026-11-23T10:00"),
        ("--day", "today", "--at", "23:30"),
    ],
    ids=" ".join,
)
def test_no_day_no_time_and_the_future_are_refused(run: Commands, args: tuple[str, ...]) -> None:
    run.refused("drink", "250", *args)


def test_a_diary_that_cannot_be_written_ends_with_3(run: Commands, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "diary").write_text("a file where the folder should be", encoding="utf-8")
    result = run("drink", "250")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.startswith("coach: ")


def test_a_state_folder_that_cannot_be_used_ends_with_3(run: Commands, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")
    result = run("drink", "250")
    assert (result.exit_code, result.stdout) == (3, "")
    assert not (tmp_path / "data").exists()
