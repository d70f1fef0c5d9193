"""The profile and this machine's settings from the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.support.commands import Commands


def test_the_profile_with_its_defaults(run: Commands) -> None:
    known = run.json("profile")
    assert known["day_starts_at"] == "04:00"
    assert known["usual_vessel"] == "glass"
    assert known["vessel.glass"] == 250
    assert known["water.goal_ml"] is None, "there is no goal until someone sets one"
    lines = run.out("profile").splitlines()
    assert "day_starts_at     04:00   when a new day begins, like 04:00" in lines
    assert "item.ID.target" in lines[-1]


@pytest.mark.usefixtures("answered")
def test_a_key_is_set_read_and_unset(run: Commands) -> None:
    assert run.out("profile", "water.goal_ml", "2000") == "water.goal_ml = 2000\n"
    assert run.out("profile", "water.goal_ml") == "2000\n"
    assert run.json("profile", "water.goal_ml") == {"water.goal_ml": 2000}
    assert run.json("today")["water"]["goal_ml"] == 2000
    run.out("profile", "water.goal_ml", "none")
    assert run.out("profile", "water.goal_ml") == "none\n"


def test_keys_of_many_are_listed_once_they_are_set(run: Commands) -> None:
    run.out("profile", "condition.diuretic", "yes")
    run.out("profile", "item.sitting-break.target", "4")
    known = run.json("profile")
    assert known["condition.diuretic"] is True
    assert known["item.sitting-break.target"] == 4
    assert run.out("profile", "condition.diuretic") == "yes\n"
    assert run.out("profile", "condition.dialysis") == "none\n"


def test_setting_can_be_taken_back(run: Commands) -> None:
    run.out("profile", "units", "oz")
    assert run.out("undo") == "taken back: profile: units\n"
    assert run.out("profile", "units") == "ml\n"


@pytest.mark.parametrize(
    "args",
    [
        ("day_starts_at", "25:00"),
        ("units", "cups"),
        ("water.goal_ml", "-1"),
        ("water.goal_ml", "nan"),
        ("water.goal_ml", "100000"),
        ("water.gaol_ml", "2000"),
        ("water.gaol_ml",),
        ("item.sitting-brake.on", "yes"),
        ("item.sitting-brake.on",),
        ("item.sitting-break.target", "1.5"),
        ("condition.dialisys", "yes"),
        ("condition.dialysis", "perhaps"),
        ("usual_vessel", "bucket"),
        ("vessel.[/]", "300"),
        ("\x1b[31m", "x"),
    ],
    ids=" ".join,
)
def test_what_a_key_does_not_take_is_refused(run: Commands, args: tuple[str, ...]) -> None:
    assert "\x1b" not in run.refused("profile", *args)


def settings_file(run: Commands) -> Path:
    return run.home / "config" / "settings.toml"


def test_settings_lie_with_the_machine_and_not_with_the_diary(run: Commands) -> None:
    assert "theme none" in " ".join(run.out("settings").split())
    assert run.out("settings", "theme", "coach-light") == "theme = coach-light\n"
    assert run.out("settings", "reduced_motion", "yes") == "reduced_motion = yes\n"
    assert run.out("settings", "theme") == "coach-light\n"
    assert tomllib.loads(settings_file(run).read_text()) == {"theme": "coach-light", "reduced_motion": True}
    assert settings_file(run).stat().st_mode & 0o777 == 0o600
    assert run.written() == {}


def test_a_setting_is_unset_and_others_are_kept(run: Commands) -> None:
    settings_file(run).parent.mkdir(parents=True)
    settings_file(run).write_text('theme = "coach-light"\nof_a_newer_coach = 3\n', encoding="utf-8")
    run.out("settings", "theme", "none")
    assert tomllib.loads(settings_file(run).read_text()) == {"of_a_newer_coach": 3}
    assert run.out("settings", "theme") == "none\n"


@pytest.mark.parametrize(
    "args",
    [("them",), ("them", "x"), ("theme", "a b"), ("theme", "[/]"), ("reduced_motion", "a bit")],
    ids=" ".join,
)
def test_what_a_setting_does_not_take_is_refused(run: Commands, args: tuple[str, ...]) -> None:
    told = run.refused("settings", *args)
    assert args[0] != "them" or "did you mean theme?" in told
    assert not settings_file(run).exists()


def test_a_broken_settings_file_is_named_and_the_defaults_hold(run: Commands) -> None:
    settings_file(run).parent.mkdir(parents=True)
    settings_file(run).write_text("theme = coach", encoding="utf-8")
    result = run("settings")
    assert result.exit_code == 0
    assert "theme none" in " ".join(result.stdout.split())
    assert "settings.toml: not TOML: " in result.stderr
    assert run("today").stderr == ""
    assert run("settings", "theme", "coach-light").exit_code == 3
    assert settings_file(run).read_text() == "theme = coach", "what someone wrote there is not lost"


def test_one_broken_setting_leaves_the_others(run: Commands) -> None:
    settings_file(run).parent.mkdir(parents=True)
    settings_file(run).write_text("theme = 7.5\nreduced_motion = true\n", encoding="utf-8")
    result = run("settings")
    assert "reduced_motion yes" in " ".join(result.stdout.split())
    assert "settings.toml: theme: theme cannot be '7.5'" in result.stderr
