"""Output for pipes and ears: no drawing in any command, and the day in sentences."""

from __future__ import annotations

import re
import unicodedata

import pytest

from coach.cli.plain import spoken
from coach.cli.root import COMMANDS
from tests.support.clock import FakeClock
from tests.support.commands import Commands

EVERY = (
    "today",
    "drink 250",
    "eat banana",
    "tick covers-loose",
    "skip --reason sick",
    "status",
    "due",
    "now --plain",
    "cramp --side left --pain 3 --minutes 2",
    "red-flags",
    "stretch bedtime --dry-run",
    "stretch desk-break --plain",
    "routines",
    "routines bedtime",
    "moves",
    "moves calf-wall",
    "causes",
    "causes dehydration",
    "causes warm",
    "foods",
    "foods --intakes",
    "medicines",
    "medicines statin",
    "log",
    "report --format md",
    "experiment start stretch-before-bed",
    "experiment status",
    "experiment stop",
    "profile",
    "profile clock 12h",
    "settings",
    "remind status",
    "doctor",
    "check",
    "undo",
    "--help",
)
DRAWN = set("✓✗▸◂█▏▎▍▌▋▊▉░▒▓┊│─┌┐└┘├┤·•●◐→←↑↓")
"""What draws, or is spelt out by a screen reader."""
ALOUD = re.compile(r"[\w\s.,:;?!'\"()%/+=@~&<>#*{}\[\]-]*")


def said_by(run: Commands, line: str) -> str:
    """What a command prints; an experiment that cannot be is as good an answer."""
    return run(*line.split()).stdout


@pytest.mark.usefixtures("answered")
def test_no_command_draws_when_it_is_piped(run: Commands) -> None:
    for line in EVERY:
        said = said_by(run, line)
        drawn = {
            char
            for char in said
            if char in DRAWN or "\u2190" <= char <= "\u28ff" or unicodedata.category(char) == "Cc"
        } - {"\n"}
        assert not drawn, f"coach {line}: {sorted(drawn)}"
    tried = {line.split()[0] for line in EVERY}
    assert set(COMMANDS) - tried <= {"edit", "delete", "export", "import", "backup", "restore", "completion"}


@pytest.mark.usefixtures("answered")
def test_every_command_takes_plain_and_then_has_no_columns_and_no_symbols(run: Commands) -> None:
    for line in EVERY:
        words = line if "--plain" in line or line == "--help" else f"{line} --plain"
        result = run(*words.split())
        assert "no such option" not in result.stderr.lower()
        assert "no option" not in result.stderr
        for told in result.stdout.splitlines():
            if line.startswith(("report", "--help")):
                continue
            odd = set(told) - set("".join(ALOUD.findall(told)))
            assert not odd, f"coach {words}: {sorted(odd)} in {told!r}"
            if line.startswith("stretch desk-break"):
                continue  # The guide has a form of its own, a line at each change.
            assert "  " not in told, f"coach {words}: columns in {told!r}"
            assert not told.startswith((" ", "- ")), told
    assert run.out("--plain", "status") == run.out("status", "--plain")
    assert run.out("--plain", "today") == run.out("today", "--plain")


@pytest.mark.usefixtures("answered")
def test_the_diary_reads_well_aloud(run: Commands, clock: FakeClock) -> None:
    clock.set(clock.now().replace(hour=14, minute=5))
    run.out("drink", "1000")
    clock.advance(60)
    run.out("cramp", "--side", "left", "--minutes", "2")
    run.out("profile", "clock", "12h")
    lines = run.out("log", "--plain").splitlines()
    assert lines[0] == "Sunday 22 November 2026."
    assert re.fullmatch(r"At 2:06 pm, cramp: calf, left leg, 2 minutes. Id [0-9a-f]{8}.", lines[1])
    assert re.fullmatch(r"At 2:05 pm, drink: 1 litre water. Id [0-9a-f]{8}.", lines[2])
    assert run.out("profile", "awake_until", "--plain") == "10:00 pm\n"
    assert "awake_until, 10:00 pm, when you go to bed, like 22:00.\n" in run.out("profile", "--plain")
    assert "banana, Banana, portion 1 medium, 118 g, potassium 422 milligrams" in run.out(
        "foods", "banana", "--plain"
    )
    weeks = run.out("report", "--format", "md", "--days", "7").partition("## By week")[2]
    assert "- **From 16 November 2026:** 1 day with a cramp, of 1 answered" in weeks


@pytest.mark.usefixtures("answered")
def test_the_day_reads_well_aloud(run: Commands, clock: FakeClock) -> None:
    clock.set(clock.now().replace(hour=14, minute=5))
    run.out("cramp", "--side", "left", "--minutes", "2", "--pain", "3")
    run.out("drink", "1000")
    run.out("eat", "banana")
    run.out("tick", "covers-loose")
    run.out("profile", "water.goal_ml", "2000")
    lines = run.out("today", "--plain").splitlines()
    assert lines[0] == "Sunday 22 November 2026."
    assert "Water: 1 litre of 2 litres, on pace." in lines
    assert "Break from sitting: 0 of 6." in lines
    assert "Covers loose at the feet: done, 14:05." in lines
    assert "A potassium-rich food: 1 of 2, banana." in lines
    assert "To do it, type: coach cramp --none, or coach cramp." in lines
    assert "A cramp: calf, left leg, at 14:05, 2 minutes, pain 3 of 10." in lines
    for line in lines:
        assert line == line.strip()
        assert re.fullmatch(r"[\w\s.,:;?!'\"()-]*", line), line
        assert "  " not in line
        assert line == "" or line[-1] in ".?!"


def test_what_is_held_back_is_a_sentence_too(run: Commands) -> None:
    for line in run.out("today", "--plain").splitlines():
        assert re.fullmatch(r"[\w\s.,:;?!'\"()-]*", line), line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("250 ml", "250 millilitres."),
        ("1 l of 2 l", "1 litre of 2 litres."),
        ("1.25 l", "1.25 litres."),
        ("8 oz, 1 pint", "8 fluid ounces, 1 pint."),
        ("6–8 min", "6 to 8 minutes."),
        ("wait 1 s", "Wait 1 second."),
        ("Did it help?", "Did it help?"),
        ("calf-wall 3 large", "Calf-wall 3 large."),
        ("A · B…", "A, B."),
    ],
)
def test_units_and_symbols_become_words(text: str, said: str) -> None:
    assert spoken(text) == said
