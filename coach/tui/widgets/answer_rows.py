"""The rows on which people say what changes what is safe for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from coach.model.condition import Condition, ConditionGroup
from coach.model.profile import Profile
from coach.model.region import Region
from coach.model.setting import AgeBand
from coach.tui.widgets.row import Cell, Row, heading

AGE, REGION, FLAGS = "?age", "?region", "?flags"
"""Rows that are no conditions; no id begins with a question mark."""
_AGES = {
    "": "not said",
    AgeBand.UNDER_18: "under 18",
    AgeBand.UNDER_50: "18 to 49",
    AgeBand.UNDER_65: "50 to 64",
    AgeBand.OLDER: "65 or older",
}
_VALUE = 26


@dataclass(frozen=True)
class Answers:
    """What is said so far; an empty age or region is not said."""

    age: str = ""
    region: str = ""
    ticked: frozenset[str] = frozenset()

    def turned(self, row: str, by: int, regions: Iterable[str]) -> Self:
        """The answers after the row was turned: a tick changes, an age or region goes `by` one."""
        if row == AGE:
            return replace(self, age=_after(self.age, [str(age) for age in _AGES], by))
        if row == REGION:
            return replace(self, region=_after(self.region, ["", *regions], by))
        return replace(self, ticked=self.ticked ^ {row})

    def changed(self, before: Answers) -> dict[str, str]:
        """The profile keys that differ from `before`, with what to set them to."""
        values = {f"condition.{one}": "yes" for one in sorted(self.ticked - before.ticked)}
        values |= {f"condition.{one}": "no" for one in sorted(before.ticked - self.ticked)}
        if self.age != before.age:
            values["age"] = self.age or "none"
        if self.region != before.region:
            values["region"] = self.region or "none"
        return values


@dataclass(frozen=True)
class Told:
    """What was told before: the profile, what of it has run out, and the day that it is."""

    profile: Profile
    run_out: frozenset[str]
    today: date

    def answers(self) -> Answers:
        """The answers that hold; what has run out is to be ticked again if it still does."""
        return Answers(str(self.profile.age or ""), self.profile.region, self.profile.conditions - self.run_out)

    def term(self, condition: Condition, *, ticked: bool) -> str:
        """Until when a condition holds that does not hold for ever, or when it ran out; else nothing."""
        one = condition.id
        if condition.lasts_days is None:
            return ""
        lasts = timedelta(days=condition.lasts_days)
        if ticked and one in self.profile.conditions and one not in self.run_out:
            since = self.profile.since.get(one)
            return f"until {day_said(since + lasts, self.today)}" if since else ""
        if ticked:
            return f"until {day_said(self.today + lasts, self.today)}"
        return f"ran out {day_said(self.profile.since[one] + lasts, self.today)}" if one in self.run_out else ""


def about_rows(answers: Answers, regions: Mapping[str, Region]) -> list[Row]:
    """How old, and where."""
    region = regions[answers.region].name if answers.region in regions else answers.region or "not said"
    return [
        heading("you"),
        _choice("How old you are", _AGES.get(answers.age, answers.age), AGE, said=bool(answers.age)),
        _choice("Where you live", region, REGION, said=bool(answers.region)),
    ]


def condition_rows(conditions: Sequence[Condition], answers: Answers, told: Told) -> list[Row]:
    """The conditions under the names of their groups, ticked or not, with the time they hold.

    What is right now begins with the way to the warning signs.
    """
    rows: list[Row] = []
    for group in ConditionGroup:
        of_group = [condition for condition in conditions if condition.group is group]
        if of_group:
            rows += [Row(), heading(group)]
            if group is ConditionGroup.NOW:
                rows.append(opening("See the warning signs, the most urgent first", FLAGS))
            rows.extend(_condition(one, answers, told) for one in of_group)
    return rows


def day_said(day: date, today: date) -> str:
    """A day as it is said beside others: `14 Feb`, with its year when that is another than today's."""
    return f"{day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


def opening(name: str, row: str) -> Row:
    """A row that opens something else."""
    return Row((Cell("›", "primary", 1), Cell(name)), row)


def _condition(condition: Condition, answers: Answers, told: Told) -> Row:
    ticked = condition.id in answers.ticked
    cells = [Cell(*(("✓", "good") if ticked else ("·", "faint")), 1), Cell(condition.name)]
    if term := told.term(condition, ticked=ticked):
        cells.append(Cell(term, "muted" if ticked else "warning", len(term)))
    return Row(tuple(cells), condition.id)


def _choice(name: str, value: str, row: str, *, said: bool) -> Row:
    text = (("‹ ", "primary"), (value, "text" if said else "muted"), (" ›", "primary"))
    return Row((Cell("", width=1), Cell(name), Cell(text, width=max(_VALUE, len(value) + 4))), row)


def _after(value: str, values: Sequence[str], by: int) -> str:
    return values[(values.index(value) + by) % len(values)] if value in values else values[0]
