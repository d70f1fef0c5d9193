"""What a person is saying about themselves, before it is written."""

from __future__ import annotations

from collections.abc import Callable

from coach.advice.safety import LASTS_WEEKS, expired
from coach.model.condition import Condition
from coach.service.coach import Coach
from coach.tui.widgets.answer_rows import AGE, FLAGS, REGION, Told, about_rows, condition_rows
from coach.tui.widgets.row import Row

_ABOUT = {
    AGE: "Nobody under 18 is shown goals or amounts.",
    FLAGS: "What to do when it is more than a cramp. Look there first if something worries you now.",
}


class AnswerSheet:
    """The answers to the questions about those conditions for which `asks` holds; nothing is written here."""

    def __init__(self, coach: Coach, asks: Callable[[Condition], bool]) -> None:
        known = coach.day.safety().known
        person, today = coach.profile.now(), coach.current_day()
        self._known = known
        self._regions = coach.knowledge.regions
        self._conditions = [one for one in known.values() if asks(one) and not one.derived]
        self._told = Told(person, expired(person, known, today), today)
        self._before = self.answers = self._told.answers()

    @property
    def changed(self) -> dict[str, str]:
        """The profile keys that were answered otherwise than before."""
        return self.answers.changed(self._before)

    @property
    def ran_out(self) -> list[str]:
        """What was told for weeks or months and no longer counts, unless it is ticked again."""
        ended = self._told.run_out - self.answers.ticked
        return [one for one in self._known if one in ended and (self._known[one].lasts_days or 0) >= LASTS_WEEKS]

    def turn(self, row: str, by: int = 1) -> bool:
        """Tick a row or take its tick off, or go `by` one in what it offers; False when it is no question."""
        if row not in {AGE, REGION} and row not in self._known:
            return False
        self.answers = self.answers.turned(row, by, self._regions)
        return True

    def rows(self) -> list[Row]:
        """Every question with its answer."""
        return about_rows(self.answers, self._regions) + condition_rows(self._conditions, self.answers, self._told)

    def about(self, row: str) -> str:
        """What a question is about in full, and what its answer changes; nothing for other rows."""
        if row == REGION:
            return self._numbers()
        if row not in self._known:
            return _ABOUT.get(row, "")
        known = self._known[row]
        return f"{known.name[0].upper()}{known.name[1:]}. {known.why}"

    def _numbers(self) -> str:
        region = self._regions.get(self.answers.region)
        said = [
            f"{what} {number}"
            for what, number in (
                ("emergency", region.emergency if region else ""),
                ("advice", region.advice if region else ""),
            )
            if number
        ]
        if said:
            return f"For the numbers to call: {', '.join(said)}."
        if region:
            return "Coach knows no number for certain there. You can enter your own in your profile (,)."
        return "For the numbers to call. Left open, coach names none that is wrong elsewhere."
