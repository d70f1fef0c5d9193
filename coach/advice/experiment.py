"""One change tried for six weeks after a fortnight of doing as always, as the trials of cramps do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from coach.model.setting import Scalar

BASELINE_DAYS = 14
TRYING_DAYS = 42
"""A fortnight of diary first, then the six weeks of the trial that found a benefit (facts H2, H3, S1)."""
PREFIX = "experiment."
_FIELDS = ("change", "label", "pauses")


class Phase(StrEnum):
    """Where an experiment stands."""

    BASELINE = "baseline"
    TRYING = "trying"
    STOPPED = "stopped"
    OVER = "over"


class Pause(msgspec.Struct, frozen=True):
    """The days from `first` on that do not count, up to but without `until`; None while it lasts."""

    first: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` does not count."""
        return self.first <= day and (self.until is None or day < self.until)


class Experiment(msgspec.Struct, frozen=True, kw_only=True):
    """A change that was declared: `change` is the id of a checklist item, `label` its name as it was then."""

    started: date
    change: str
    label: str
    pauses: tuple[Pause, ...] = ()

    def days(self, until: date) -> tuple[date, ...]:
        """The days that count, in order, up to and with `until`; at most 56."""
        counted: list[date] = []
        day = self.started
        while day <= until and len(counted) < BASELINE_DAYS + TRYING_DAYS:
            if not any(pause.holds(day) for pause in self.pauses):
                counted.append(day)
            day += timedelta(days=1)
        return tuple(counted)

    def baseline(self, until: date) -> tuple[date, ...]:
        """The days of doing as always, up to and with `until`."""
        return self.days(until)[:BASELINE_DAYS]

    def trying(self, until: date) -> tuple[date, ...]:
        """The days of the change, up to and with `until`."""
        return self.days(until)[BASELINE_DAYS:]

    def phase(self, day: date) -> Phase:
        """Where it stands on `day`; it is over on the day after the last."""
        counted = len(self.days(day - timedelta(days=1)))
        if counted == BASELINE_DAYS + TRYING_DAYS:
            return Phase.OVER
        if any(pause.until is None and pause.first <= day for pause in self.pauses):
            return Phase.STOPPED
        return Phase.BASELINE if counted < BASELINE_DAYS else Phase.TRYING

    def runs(self, day: date) -> bool:
        """Whether it is neither over nor stopped on `day`."""
        return self.phase(day) in {Phase.BASELINE, Phase.TRYING}

    def last_day(self, day: date) -> date | None:
        """Its last day, were it never stopped after `day`; None while it is stopped."""
        phase = self.phase(day)
        if phase is Phase.STOPPED:
            return None
        if phase is Phase.OVER:
            return self.days(day)[-1]
        return day + timedelta(days=BASELINE_DAYS + TRYING_DAYS - 1 - len(self.days(day - timedelta(days=1))))

    def stopped(self, day: date) -> Experiment:
        """The same, stopped from `day` on."""
        return msgspec.structs.replace(self, pauses=(*self.pauses, Pause(day)))

    def resumed(self, day: date) -> Experiment:
        """The same, going on from `day`; what was stopped and resumed on one day was never stopped."""
        ended = tuple(Pause(pause.first, pause.until or day) for pause in self.pauses)
        kept = tuple(pause for pause in ended if pause.until is not None and pause.first < pause.until)
        return msgspec.structs.replace(self, pauses=kept)


def asked_of(experiment: Experiment, day: date) -> str | None:
    """What an experiment asks of a day in words, without a full stop; None while it does not run."""
    number = len(experiment.days(day))
    match experiment.phase(day):
        case Phase.BASELINE:
            return f"day {number} of {BASELINE_DAYS} before the change: do as always, and say how each night was"
        case Phase.TRYING:
            return f"day {number - BASELINE_DAYS} of {TRYING_DAYS} of what you are trying: {experiment.label}"
        case _:
            return None


def settings_of(experiment: Experiment) -> dict[str, Scalar]:
    """The profile keys that an experiment is kept as: each has its own, so that two machines mix none up."""
    pauses = ",".join(f"{pause.first}/{pause.until or ''}" for pause in experiment.pauses)
    values: tuple[Scalar, ...] = (experiment.change, experiment.label, pauses or None)
    return {f"{PREFIX}{experiment.started}.{field}": value for field, value in zip(_FIELDS, values, strict=True)}


def experiments_of(settings: Mapping[str, Scalar]) -> tuple[Experiment, ...]:
    """The experiments that profile keys tell of, the newest first; what cannot be read is left alone."""
    fields: dict[str, dict[str, str]] = {}
    for key, value in settings.items():
        if key.startswith(PREFIX) and isinstance(value, str):
            started, _, field = key.removeprefix(PREFIX).partition(".")
            fields.setdefault(started, {})[field] = value
    found = [read for started, known in fields.items() if (read := _read(started, known)) is not None]
    return tuple(sorted(found, key=lambda experiment: experiment.started, reverse=True))


def _read(started: str, fields: Mapping[str, str]) -> Experiment | None:
    if not fields.get("change"):
        return None
    try:
        return Experiment(
            started=date.fromisoformat(started),
            change=fields["change"],
            label=fields.get("label") or fields["change"],
            pauses=tuple(_pause(said) for said in fields.get("pauses", "").split(",") if said),
        )
    except ValueError:
        return None


def _pause(said: str) -> Pause:
    first, _, until = said.partition("/")
    return Pause(date.fromisoformat(first), date.fromisoformat(until) if until else None)
