"""What the person told coach about their health, with the days on which they said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, tzinfo

import msgspec

from coach.diary.version import Version
from coach.model.condition import Condition, ConditionGroup
from coach.model.entry import Setting

_PREFIX = "condition."
_NO_SIGN = frozenset({"sedative-tonight"})
"""Stands among what is so right now, and is no warning sign."""


class Since(msgspec.Struct, frozen=True):
    """Something that was ticked on a day; `until` is the day it was taken off, None while it stands."""

    name: str
    day: date
    until: date | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What was ticked in the days of a report, taken off since or not.

    `answered` is the day of the safety questions; None when they never were answered.
    """

    answered: date | None
    medicines: tuple[Since, ...]
    conditions: tuple[Since, ...]
    warning_signs: tuple[Since, ...]


def told(
    versions: Iterable[Version],
    known: Mapping[str, Condition],
    first: date,
    answered: date | None,
    here: tzinfo | None,
) -> Told:
    """What all versions of the profile tell of the days from `first` on; days are those of the zone `here`.

    What was ticked and taken off on one day was a slip, but for a warning sign.
    """
    history = _history(versions, here)
    spans = {one: _spans(history.get(f"{_PREFIX}{one}", ())) for one in known}

    def since(wanted: Callable[[ConditionGroup], bool], *, slips: bool = False) -> tuple[Since, ...]:
        return tuple(
            Since(known[one].name, day, until)
            for one, ticked in spans.items()
            if wanted(known[one].group) and one not in _NO_SIGN
            for day, until in ticked
            if until is None or (until >= first and (slips or until > day))
        )

    signs = since(lambda group: group is ConditionGroup.NOW, slips=True)
    return Told(
        answered=answered,
        medicines=since(lambda group: group is ConditionGroup.MEDICINES),
        conditions=since(lambda group: group not in {ConditionGroup.NOW, ConditionGroup.MEDICINES}),
        warning_signs=tuple(sorted(signs, key=lambda sign: sign.day)),
    )


def _history(versions: Iterable[Version], here: tzinfo | None) -> dict[str, list[tuple[date, bool]]]:
    """For every condition, whether it was ticked, version by version."""
    history: dict[str, list[tuple[date, bool]]] = {}
    settings = [version for version in versions if version.head.kind == "profile"]
    for version in sorted(settings, key=lambda version: version.order):
        entry = version.entry
        if isinstance(entry, Setting) and entry.key.startswith(_PREFIX):
            on = entry.value is True and not version.head.gone
            history.setdefault(entry.key, []).append((entry.logged.astimezone(here).date(), on))
    return history


def _spans(said: Sequence[tuple[date, bool]]) -> list[tuple[date, date | None]]:
    """From when to when it was ticked; the last may stand still."""
    spans: list[tuple[date, date | None]] = []
    for day, on in said:
        stands = bool(spans) and spans[-1][1] is None
        if on and not stands:
            spans.append((day, None))
        elif not on and stands:
            spans[-1] = (spans[-1][0], day)
    return spans
