"""The report in a real browser: one page of A4, and what somebody typed does nothing.

Needs Debian's `chromium`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from coach.diary.diary import Draft
from coach.service.coach import Coach
from coach.service.reporting import ReportFormat
from tests.support.clock import FakeClock
from tests.support.ninety_days import TODAY, keep_ninety_days

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.system
HOSTILE = """<script>document.title='owned'</script>"><img src=x onerror="document.title='owned'">"""


def browse(tmp_path: Path, *args: str) -> str:
    """Stdout of a headless browser that is shown the report."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}"]
    done = subprocess.run(
        [*command, *args, f"file://{tmp_path / 'r.html'}"], capture_output=True, check=True, text=True
    )
    return done.stdout


def pages(tmp_path: Path) -> int:
    browse(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'r.pdf'}")
    return len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "r.pdf").read_bytes()))


@pytest.mark.parametrize("conditions", [0, 12, 45])
def test_it_prints_on_one_page(coach: Coach, clock: FakeClock, tmp_path: Path, conditions: int) -> None:
    keep_ninety_days(coach, clock)
    known = [one.id for one in coach.library.conditions.values() if not one.derived and one.group != "right now"]
    told = {f"condition.{one}": "yes" for one in known[:conditions]}
    if told:
        coach.profile.set_all(told)
    coach.reports.write(tmp_path / "r.html", ReportFormat.HTML, 366 if conditions else 90)
    assert pages(tmp_path) == 1


@pytest.mark.parametrize("letter", ["W", "\u6f22", "\u0634", "m "])
def test_very_long_texts_in_any_script_keep_to_one_page(
    coach: Coach, clock: FakeClock, tmp_path: Path, letter: str
) -> None:
    keep_ninety_days(coach, clock)
    days = [TODAY - timedelta(days=back) for back in range(6)]
    texts = [f"{number}{letter * 10_000}" for number in range(6)]
    coach.diary.add(
        [Draft("note", day, {"text": f"{text}?"}) for day, text in zip(days, texts, strict=True)]
        + [
            Draft("cramp", day, {"activity": text, "triggers": texts, "released_by": texts, "note": f"{text}?"})
            for day, text in zip(days, texts, strict=True)
        ]
        + [Draft("tick", day, {"item": f"own-{text[0]}", "label": text}) for day in days for text in texts],
        "long",
    )
    coach.reports.write(tmp_path / "r.html", ReportFormat.HTML)
    assert pages(tmp_path) == 1


def test_what_was_typed_does_nothing(coach: Coach, clock: FakeClock, tmp_path: Path) -> None:
    keep_ninety_days(coach, clock)
    days = [TODAY - timedelta(days=back) for back in range(5)]
    texts = {"activity": HOSTILE, "triggers": [HOSTILE], "released_by": [HOSTILE]}
    coach.diary.add(
        [Draft("note", day, {"text": f"{HOSTILE} {'word ' * 99}?", "of": ""}) for day in days], "notes"
    )
    coach.diary.add([Draft("cramp", day, texts) for day in days * 30], "cramps")
    coach.reports.write(tmp_path / "r.html", ReportFormat.HTML)
    shown = browse(tmp_path, "--dump-dom")
    assert "<title>Leg cramps, 25 August 2026 to 22 November 2026</title>" in shown
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
    assert "<img" not in shown
    assert pages(tmp_path) == 1
