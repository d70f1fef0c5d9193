"""An experiment as it stands: how far, how often the change was done, what else changed, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

import msgspec

from coach.advice.checklist import amount_of, target_of
from coach.advice.days import cramp_days, day_of_cramp
from coach.advice.experiment import BASELINE_DAYS, TRYING_DAYS, Experiment, Phase, asked_of
from coach.advice.pattern_view import percent, points
from coach.advice.patterns import Known
from coach.advice.recent import Recent
from coach.advice.spells import Difference, difference
from coach.model.checklist import Item
from coach.model.entry import Cramp, Entry, Skip
from coach.model.profile import Profile

FEWEST_BEFORE = 7
FEWEST_AFTER = 14
ENOUGH_DONE = 0.6
DONE_BEFORE = 3
"""Answered days before and after, the share of days on which the change was done, and the days on which it was
done before it began: below or above these the outcome says little.  All four are our own figures."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """The days before the change, or with it; skipped days are left out of all of it.

    `per_week` is days with a cramp in seven answered days, `done` and `of` the days on which the change was done.
    """

    days: int
    answered: int
    cramp_days: int
    done: int
    of: int
    per_week: float | None = None
    pain: float | None = None
    minutes: float | None = None


class ExperimentView(msgspec.Struct, frozen=True, kw_only=True):
    """An experiment on a day: `day_number` counts from 1 within its phase.

    `difference`, `low` and `high` are of the rates of cramp days, after less before; None until it has ended
    with enough answers. `verdict` is what can honestly be said, `reminder` what today asks for.
    """

    id: str
    name: str
    change: str
    phase: Phase
    day_number: int
    of_days: int
    ends: date | None
    before: Period
    after: Period
    verdict: str
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    reminder: str | None = None
    warnings: tuple[str, ...] = ()


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What the view needs beside the diary: the item (None when it is gone), and what changed meanwhile."""

    item: Item | None
    withheld: str | None = None
    mixed_in: tuple[str, ...] = ()
    told_since: tuple[str, ...] = ()


def experiment_view(
    experiment: Experiment, day: date, entries: Sequence[Entry], profile: Profile, beside: Beside
) -> ExperimentView:
    """The view on `day`; `entries` reach from the day before it began to `day`."""
    phase = experiment.phase(day)
    trying = experiment.trying(day)
    diary = _Diary(entries, profile, beside.item, day)
    before, after = diary.period(experiment.baseline(day)), diary.period(trying)
    found = None
    if (
        phase in {Phase.OVER, Phase.STOPPED}
        and before.answered >= FEWEST_BEFORE
        and after.answered >= FEWEST_AFTER
    ):
        found = difference(diary.outcomes(experiment.baseline(day)), diary.outcomes(trying))
    in_baseline = phase is Phase.BASELINE or (phase is Phase.STOPPED and not trying)
    return ExperimentView(
        id=experiment.started.isoformat(),
        name=experiment.label,
        change=experiment.change,
        phase=phase,
        day_number=len(experiment.baseline(day)) if in_baseline else len(trying),
        of_days=BASELINE_DAYS if in_baseline else TRYING_DAYS,
        ends=experiment.last_day(day),
        before=before,
        after=after,
        verdict=_verdict(phase, before, after, found),
        difference=found.difference if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        reminder=_reminder(experiment, day, diary) if not beside.withheld else None,
        warnings=_warnings(phase, before, after, beside),
    )


class _Diary:
    """The entries by day, read once."""

    def __init__(self, entries: Sequence[Entry], profile: Profile, item: Item | None, today: date) -> None:
        self._recent = Recent.among(entries)
        self._answers = cramp_days(entries, profile.awake_from)
        self._cramps = self._recent.of(Cramp)
        self._profile = profile
        self._item = item
        self._today = today

    def skipped(self, day: date) -> bool:
        return bool(self._recent.on(day).of(Skip))

    def done(self, day: date) -> bool:
        item = self._item
        if item is None:
            return False
        return amount_of(item, self._recent.on(day)) >= target_of(item, self._profile)

    def outcomes(self, days: Iterable[date]) -> list[Known]:
        """Whether a cramp came, day by day; today is not over."""
        return [None if self.skipped(day) or day >= self._today else self._answers.get(day) for day in days]

    def period(self, days: Sequence[date]) -> Period:
        kept = [day for day in days if not self.skipped(day)]
        outcomes = [known for known in self.outcomes(kept) if known is not None]
        cramps = [one for one in self._cramps if day_of_cramp(one, self._profile.awake_from) in set(kept)]
        pains = [cramp.pain for cramp in cramps if cramp.pain is not None]
        minutes = [cramp.minutes for cramp in cramps if cramp.minutes is not None]
        # A day that is not over is not a day on which it was left undone.
        due = [day for day in kept if day < self._today or self.done(day)]
        return Period(
            days=len(kept),
            answered=len(outcomes),
            cramp_days=sum(outcomes),
            done=sum(self.done(day) for day in due),
            of=len(due),
            per_week=round(7 * sum(outcomes) / len(outcomes), 1) if outcomes else None,
            pain=median(pains) if pains else None,
            minutes=median(minutes) if minutes else None,
        )


def _reminder(experiment: Experiment, day: date, diary: _Diary) -> str | None:
    asked = asked_of(experiment, day)
    if asked is None or diary.skipped(day) or (experiment.phase(day) is Phase.TRYING and diary.done(day)):
        return None
    return f"{asked[0].upper()}{asked[1:]}."


def _warnings(phase: Phase, before: Period, after: Period, beside: Beside) -> tuple[str, ...]:
    warnings = []
    if beside.item is None:
        warnings.append("What you are trying is no longer on any checklist, so it cannot be counted.")
    if beside.withheld:
        warnings.append(f"Left out for you now, {beside.withheld} Stop the experiment until that is settled.")
    if others := (*beside.mixed_in, *beside.told_since):
        listed = "; ".join(others)
        warnings.append(f"A second change is mixed in: {listed}. What came of which cannot be told apart then.")
    if before.done > DONE_BEFORE:
        warnings.append(f"You did it on {before.done} of the {before.of} days before too, so the two are alike.")
    if phase in {Phase.OVER, Phase.STOPPED} and after.of and after.done < ENOUGH_DONE * after.of:
        warnings.append(f"It was done on {after.done} of {after.of} days, so this says little about it.")
    return tuple(warnings)


def _verdict(phase: Phase, before: Period, after: Period, found: Difference | None) -> str:
    if phase is Phase.BASELINE:
        return "Nothing to compare yet: these days are the measure that the change is held against."
    if phase is Phase.TRYING:
        return "Too early to say. Who looks early and stops on a good week is easily fooled; wait for the end."
    if found is None:
        missing = [
            _more(FEWEST_BEFORE - before.answered, "before"),
            _more(FEWEST_AFTER - after.answered, "with the change"),
        ]
        return f"Not enough to say: {' and '.join(part for part in missing if part)} would have been needed."
    rates = (
        f"a cramp on {before.cramp_days} of {before.answered} answered days before "
        f"({percent(before.cramp_days / before.answered)}), and on {after.cramp_days} of {after.answered} with it "
        f"({percent(after.cramp_days / after.answered)}); difference {points(*msgspec.structs.astuple(found))}"
    )
    if found.high < 0:
        return (
            f"Fewer days with cramps while you did it: {rates}. It may have helped. Cramps also come and go by "
            "themselves, and people begin when they are at their worst: one person's before and after is no proof."
        )
    if found.low > 0:
        return (
            f"More days with cramps while you did it: {rates}. It does not look as if it helped. "
            "That they became more is worth telling a clinician."
        )
    return f"No clear difference: {rates}. It may have helped, done nothing or made it worse; this cannot tell."


def _more(number: int, when: str) -> str:
    return "" if number <= 0 else f"{number} more answered {'day' if number == 1 else 'days'} {when}"


def progress_words(view: ExperimentView) -> str:
    """Where it stands, in a line: `trying, day 12 of 42, until 1 January 2027`."""
    stands: Mapping[Phase, str] = {
        Phase.BASELINE: f"before the change, day {view.day_number} of {view.of_days}",
        Phase.TRYING: f"trying, day {view.day_number} of {view.of_days}",
        Phase.STOPPED: f"stopped after {view.after.days} of {TRYING_DAYS} days of trying",
        Phase.OVER: "over",
    }
    ends = "" if view.ends is None else f", {'ended' if view.phase is Phase.OVER else 'until'} {_date(view.ends)}"
    return stands[view.phase] + ends


def _date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
