"""What the page of the experiment says, phase by phase."""

from __future__ import annotations

from datetime import date

import msgspec

from coach.advice.experiment import Phase
from coach.advice.experiment_view import ExperimentView, Period
from coach.tui.widgets.diary_experiment import experiment_lines, experiment_title
from coach.tui.widgets.prose import wrapped

BEFORE = Period(days=14, answered=13, cramp_days=10, done=0, of=14, per_week=5.4, pain=5.5, minutes=3)
WITH = Period(days=42, answered=39, cramp_days=15, done=31, of=42, per_week=2.7, pain=6)
OVER = ExperimentView(
    id="2026-09-23",
    name="Covers [loose]",
    change="covers-loose",
    phase=Phase.OVER,
    day_number=42,
    of_days=42,
    ends=date(2026, 11, 17),
    before=BEFORE,
    after=WITH,
    verdict="Fewer days with cramps while you did it.",
    warnings=("A second change is mixed in: a water tablet.",),
)
TRYING = msgspec.structs.replace(
    OVER, phase=Phase.TRYING, day_number=12, reminder="Day 12 of 42.", verdict="Too early to say.", warnings=()
)


def said(*views: ExperimentView, columns: int = 76) -> list[str]:
    rows = [str(row).rstrip() for row in wrapped(experiment_lines(views), columns)]
    assert all(len(row) <= columns for row in rows)
    return rows


def test_while_it_runs_the_page_reminds_and_counts_and_tells_no_outcome() -> None:
    rows = said(TRYING)
    assert rows[:3] == ["TODAY", "Day 12 of 42.", ""]
    assert [row for row in rows if row.endswith("days")] == [
        f"before   {'·' * 28}  0 of 14 days",
        f"with it  {'█' * 21}{'·' * 7}  31 of 42 days",
    ]
    assert "BEFORE AND AFTER" not in rows
    assert rows[-1] == "Too early to say."


def test_at_the_end_before_and_after_stand_side_by_side_under_what_to_mind() -> None:
    rows = said(OVER, TRYING)
    assert rows[0] == "DONE"
    assert rows.index("MIND") < rows.index("BEFORE AND AFTER")
    assert "▌ A second change is mixed in: a water tablet." in rows
    table = rows[rows.index("BEFORE AND AFTER") + 1 :][:6]
    assert [row.split() for row in table] == [
        ["before", "with", "it"],
        ["days", "answered", "13", "of", "14", "39", "of", "42"],
        ["with", "a", "cramp", "10", "15"],
        ["in", "seven", "days", "5.4", "2.7"],
        ["pain,", "median", "5.5", "6"],
        ["minutes,", "median", "3", "–"],
    ]
    assert rows[-3:] == [
        "BEFORE THIS ONE",
        "Covers [loose]: trying, day 12 of 42, until 17 November 2026.",
        "Too early to say.",
    ]
    assert said(OVER, columns=54)


def test_a_title_names_what_is_tried_as_it_was_written() -> None:
    assert str(experiment_title([OVER])) == "Covers [loose]\nover, ended 17 November 2026"
    assert "nothing is being tried" in str(experiment_title([]))
    assert any("Never a medicine" in row for row in said())
