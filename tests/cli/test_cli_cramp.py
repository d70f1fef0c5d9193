"""Cramps, relief and red flags from the command line."""

from __future__ import annotations

import pytest

from tests.support.commands import Commands

HOSTILE = "[/] [@click=app.quit]x[/] [Mg] \x1b[31mred\x1b[0m \u202eevil\u202c שלום 🦵🏽\r\nmore"


def test_a_cramp_with_all_that_is_known(run: Commands) -> None:
    said = ["--site", "foot", "--side", "left", "--pain", "7", "--minutes", "2.5", "--at", "03:10", "--woke"]
    told = run.json("cramp", *said, "--note", "after a long drive")
    assert set(told) == {"said", "entries", "warnings"}
    (entry,) = told["entries"]
    known = {"site": "foot", "side": "left", "pain": 7, "minutes": 2.5, "woke": True, "note": "after a long drive"}
    assert known.items() <= entry.items()
    assert entry["day"] == "2026-11-21", "at 03:10 the day before is not over"
    assert entry["name"] == "foot, left leg, 2.5 min, pain 7 of 10, woke you, after a long drive"


def test_what_came_before_a_cramp_and_what_released_it(run: Commands) -> None:
    said = ["--released-by", "stretch", "--released-by", "walking", "--activity", "running", "--trigger", "heat"]
    told = run.json("cramp", *said, "--trigger", "new shoes", "--new-medicine")
    (entry,) = told["entries"]
    assert (entry["released_by"], entry["activity"]) == (["stretch", "walking"], "running")
    assert (entry["triggers"], entry["new_medicine"]) == (["heat", "new shoes"], True)
    assert "Do not stop or change a prescribed medicine" in told["warnings"][0]
    assert "new medicine" in entry["name"]
    run.out("edit", entry["id"], "new_medicine=no", "released_by=none", "activity=in bed", "triggers=alcohol")
    assert "no new medicine" in run.out("log")
    assert "in bed, alcohol" in run.out("log")


def test_a_cramp_of_which_nothing_is_known_is_in_the_calf_now(run: Commands) -> None:
    (entry,) = run.json("cramp")["entries"]
    assert (entry["site"], entry["at"][:16], entry["woke"]) == ("calf", "2026-11-22T20:00", None)
    assert run.json("cramp", "--no-woke")["entries"][0]["woke"] is False


def test_a_cramp_on_a_past_day_whose_time_nobody_knows(run: Commands) -> None:
    (entry,) = run.json("cramp", "--day", "yesterday")["entries"]
    assert (entry["day"], entry["at"]) == ("2026-11-21", None)
    assert run.out("today", "--day", "yesterday").endswith("Cramps\n    calf\n")


def test_a_night_without_a_cramp(run: Commands) -> None:
    assert run.json("today")["night"] is None
    assert run.out("cramp", "--none") == "last night: no cramp\n"
    assert run.json("today")["night"] == {"cramps": 0}
    assert "noted already" in run.out("cramp", "--none")


@pytest.mark.parametrize(
    "args",
    [
        ("--pain", "11"),
        ("--pain", "-1"),
        ("--pain", "3.5"),
        ("--minutes", "-1"),
        ("--minutes", "1441"),
        ("--minutes", "nan"),
        ("--side", "middle"),
        ("--site", "elbow"),
        ("--none", "--pain", "3"),
        ("--none", "--no-woke"),
        ("--none", "--trigger", "heat"),
        ("--none", "--no-new-medicine"),
        ("--note", "x" * 10_001),
        ("--at", "2026-11-23T10:00"),
    ],
    ids=lambda args: " ".join(args)[:30],
)
def test_what_no_cramp_can_be_is_refused(run: Commands, args: tuple[str, ...]) -> None:
    run.refused("cramp", *args)


def test_an_unknown_muscle_is_refused_with_the_nearest(run: Commands) -> None:
    assert "did you mean hamstring?" in run.refused("cramp", "--site", "hamstrings")
    assert "did you mean hamstring?" in run.refused("now", "hamstrings", "--plain")


def test_a_hostile_note_is_shown_as_typed_without_its_control_characters(run: Commands) -> None:
    run.out("cramp", "--note", HOSTILE)
    shown = run.out("log")
    assert "[/] [@click=app.quit]x[/] [Mg] [31mred[0m evil שלום 🦵🏽 more" in shown
    assert len(shown.splitlines()) == 1
    assert not {"\x1b", "\u202e", "\r"} & set(shown)


def test_a_note_of_ten_thousand_characters_is_kept_whole(run: Commands) -> None:
    (entry,) = run.json("cramp", "--note", "y" * 10_000)["entries"]
    assert entry["note"] == "y" * 10_000
    assert "y" * 10_000 in run.out("log")


def test_relief_in_lines_begins_with_what_is_safe_and_asks_before_standing(run: Commands) -> None:
    lines = run.out("now", "--plain").splitlines()
    assert lines[0] == "Calf cramp, now"
    assert lines[2].startswith("1. Light on.")
    text = "\n".join(lines)
    places = [
        text.index(part)
        for part in (
            "Toes UP",
            "Never point",
            "Before you go on",
            "coach red-flags",
            "hold on, stand up",
            "When it has let go",
            "Is the leg still swollen, hot or darker?",
            "To note it",
        )
    ]
    assert places == sorted(places)


def test_relief_is_for_the_muscle_of_the_last_cramp(run: Commands) -> None:
    run.out("cramp", "--site", "foot")
    assert run.out("now", "--plain").startswith("Foot cramp, now")
    assert run.out("now", "calf", "--plain").startswith("Calf cramp, now")


def test_relief_with_a_raised_clot_risk_asks_first_and_names_what_is_left_out(run: Commands) -> None:
    run.out("profile", "condition.raised-clot-risk", "yes")
    text = run.out("now", "calf", "--plain")
    assert text.index("Before anything else: Was one leg swollen") < text.index("1. Light on.")
    left_out = text.index("Left out for you")
    assert text.index("Rub gently") > left_out
    assert "withheld: " in text[left_out:]


def test_relief_in_the_app_needs_a_terminal(run: Commands) -> None:
    assert "needs a terminal" in run.refused("now")


def test_red_flags_come_by_urgency(run: Commands) -> None:
    flags = run.json("red-flags")
    assert {"id", "name", "level", "signs", "problem", "action"} <= set(flags[0])
    levels = [flag["level"] for flag in flags]
    order = ["emergency", "today", "soon"]
    assert set(levels) == set(order)
    assert levels == sorted(levels, key=order.index)
    text = run.out("red-flags")
    assert text.startswith("Emergency: get help now")
    assert text.index("Today: ") < text.index("Soon: ")
