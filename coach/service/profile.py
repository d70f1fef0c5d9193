"""The profile: what the person told coach about themselves, and what a clinician said yes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.errors import BadInputError
from coach.library.library import find
from coach.model.amount import check_pint
from coach.model.nearest import hint_for
from coach.model.profile import Profile
from coach.model.ruling import Ruling, Topic
from coach.model.setting import Scalar, parse_setting
from coach.model.work import DAY_NAMES

if TYPE_CHECKING:
    from coach.service.coach import Coach

_DATES = re.compile(r"answered|since\..*|cleared\..*")
_TODAY = {"today", "yes"}
_AMOUNTS = ("water.", "vessel.")
_PREFIXES = ("item.", "condition.", "since.", "cleared.", "routine.")
"""Keys of which there are many."""


class ProfileService:
    """Reading and setting profile keys; a setting holds from now on, past days keep theirs."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def now(self) -> Profile:
        """The profile as values, defaults included."""
        return self._coach.person()

    def settings(self) -> Mapping[str, Scalar]:
        """The keys that were set."""
        return self._coach.diary.settings()

    def get(self, key: str) -> Scalar:
        """The value that holds for one key, None when there is none; raises BadInputError for an unknown key."""
        self._checked(key, "none")
        return self.effective().get(key)

    def effective(self) -> dict[str, Scalar]:
        """Every plain key with the value that holds, defaults included, then the keys of many that were set."""
        person, held = self.now(), self.settings()
        plain: dict[str, Scalar] = {
            "day_starts_at": f"{person.day_starts_at:%H:%M}",
            "awake_from": f"{person.awake_from:%H:%M}",
            "awake_until": f"{person.awake_until:%H:%M}",
            **{key: held.get(key) for key in ("work_from", "work_until", "work_days")},
            "units": str(person.units),
            "clock": str(person.clock),
            "week_starts": DAY_NAMES[person.week_starts],
            "usual_vessel": person.usual_vessel,
            "water.goal_ml": person.goal_ml,
            "water.limit_ml": person.limit_ml,
            "answered": person.answered.isoformat() if person.answered else None,
            "age": person.age,
            "region": person.region or None,
            "emergency_number": person.emergency_number or None,
            "advice_number": person.advice_number or None,
        }
        vessels: dict[str, Scalar] = {f"vessel.{name}": ml for name, ml in person.vessels.items()}
        many = {key: value for key, value in held.items() if key.startswith(_PREFIXES)}
        return plain | vessels | dict(sorted(many.items()))

    def set(self, key: str, text: str) -> Scalar:
        """Set one key; `none` unsets it. Raises BadInputError that names the key and what it takes."""
        return self.set_all({key: text})[key]

    def set_all(self, values: Mapping[str, str]) -> Mapping[str, Scalar]:
        """Set several keys as one action; all are checked before any is written.

        A condition that holds for a time only is noted with the day it was told; one that is told again holds
        anew from today.
        """
        checked = {key: self._checked(key, text, values) for key, text in values.items()}
        self._write(checked | self._told_on(checked), f"profile: {', '.join(checked)}")
        return checked

    def answer(self, values: Mapping[str, str]) -> Mapping[str, Scalar]:
        """Set what the safety questions brought, and that they were answered today, as one action.

        Raises BadInputError that names the key and what it takes.
        """
        checked = {key: self._checked(key, text, values) for key, text in {**values, "answered": "today"}.items()}
        self._write(checked | self._told_on(checked), "the safety questions")
        return checked

    def clinician_said_yes(self, topic: Topic) -> tuple[str, ...]:
        """Note that a clinician said yes to `topic` today, for every condition that asks; gives those conditions.

        It holds for 365 days. Raises BadInputError when nothing asks, or when something stricter forbids it.
        """
        verdict = self._coach.day.safety().verdict(topic)
        if verdict.ruling is not Ruling.ASK:
            if verdict.withheld is None:
                raise BadInputError(f"{topic.words}: nothing asks for a clinician's yes", "it is not held back")
            raise BadInputError(
                f"{topic.words}: a yes does not change that. {verdict.withheld.why}", verdict.withheld.way_on
            )
        today = self._coach.current_day().isoformat()
        self._write(
            {f"cleared.{one}.{topic}": today for one in verdict.asking}, f"a clinician's yes to {topic.words}"
        )
        return verdict.asking

    def take_back_yes(self, topic: Topic) -> tuple[str, ...]:
        """Forget every clinician's yes to `topic`; gives the conditions that ask again."""
        given = tuple(condition for condition, said in self.now().cleared if said is topic)
        self._write({f"cleared.{one}.{topic}": None for one in given}, f"no yes to {topic.words}")
        return given

    def _write(self, values: Mapping[str, Scalar], label: str) -> None:
        settings = self.settings()
        changed = {key: value for key, value in values.items() if settings.get(key) != value}
        if changed:
            self._coach.diary.put(changed, self._coach.current_day(), label)

    def _told_on(self, checked: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """The days to note for the conditions among `checked` that hold for a time only."""
        known = self._coach.library.conditions
        today = self._coach.current_day().isoformat()
        told = {key.removeprefix("condition."): on for key, on in checked.items() if key.startswith("condition.")}
        return {
            f"since.{one}": today if on is True else None
            for one, on in told.items()
            if one in known and known[one].lasts_days is not None and f"since.{one}" not in checked
        }

    def _checked(self, key: str, text: str, beside: Mapping[str, str] = MappingProxyType({})) -> Scalar:
        """The value for `key`; what is set `beside` it counts, and what is set already can always be unset."""
        if _DATES.fullmatch(key) and text.strip().lower() in _TODAY:
            text = self._coach.current_day().isoformat()
        value = parse_setting(key, text)
        if key.startswith(_AMOUNTS):
            check_pint(text, self.now().units)
        if value is None and key in self.settings():
            return value
        if (
            value is not None
            and _DATES.fullmatch(key)
            and date.fromisoformat(str(value)) > self._coach.current_day()
        ):
            raise BadInputError(f"{key} cannot be {text!r}", "say a day that has been")
        library = self._coach.library
        match key.split("."):
            case ["item", item, _]:
                self._coach.day.item(item)
            case ["condition" | "since", one] if find(library.conditions, one, "condition").derived:
                raise BadInputError(f"{one} follows from other answers, or from the diary", "see: coach profile")
            case ["cleared", one, topic]:
                self._check_asks(one, Topic(topic))
            case ["routine", routine, _]:
                find(library.routines, routine, "routine")
            case ["region"] if value is not None:
                find(library.regions, str(value), "region")
            case ["usual_vessel"] if (
                value is not None and value not in self.now().vessels and f"vessel.{value}" not in beside
            ):
                vessels = self.now().vessels
                raise BadInputError(f"no vessel {value!r}", hint_for(str(value), vessels))
        return value

    def _check_asks(self, condition: str, topic: Topic) -> None:
        known = find(self._coach.library.conditions, condition, "condition")
        asking = [str(about) for about, rule in known.rules.items() if rule.ruling is Ruling.ASK]
        if topic not in asking:
            hint = f"it asks about {', '.join(asking)}" if asking else "it asks about nothing"
            raise BadInputError(f"{condition} does not ask about {topic}", hint)
