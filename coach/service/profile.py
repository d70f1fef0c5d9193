"""The profile: what the person told coach, asked and answered key by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.errors import BadInputError
from coach.library.library import find
from coach.model.nearest import hint_for
from coach.model.profile import Profile, Scalar, parse_setting

if TYPE_CHECKING:
    from coach.service.coach import Coach


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
        person = self.now()
        plain: dict[str, Scalar] = {
            "day_starts_at": f"{person.day_starts_at:%H:%M}",
            "awake_from": f"{person.awake_from:%H:%M}",
            "awake_until": f"{person.awake_until:%H:%M}",
            "units": str(person.units),
            "usual_vessel": person.usual_vessel,
            "water.goal_ml": person.goal_ml,
            "water.limit_ml": person.limit_ml,
        }
        vessels: dict[str, Scalar] = {f"vessel.{name}": ml for name, ml in person.vessels.items()}
        kinds = ("item.", "condition.", "routine.")
        many = {key: value for key, value in self.settings().items() if key.startswith(kinds)}
        return plain | vessels | dict(sorted(many.items()))

    def set(self, key: str, text: str) -> Scalar:
        """Set one key; `none` unsets it. Raises BadInputError that names the key and what it takes."""
        return self.set_all({key: text})[key]

    def set_all(self, values: Mapping[str, str]) -> Mapping[str, Scalar]:
        """Set several keys as one action; all are checked before any is written."""
        settings = self.settings()
        checked = {key: self._checked(key, text, values) for key, text in values.items()}
        changed = {key: value for key, value in checked.items() if settings.get(key) != value}
        if changed:
            self._coach.diary.put(changed, self._coach.current_day(), f"profile: {', '.join(changed)}")
        return checked

    def _checked(self, key: str, text: str, beside: Mapping[str, str] = MappingProxyType({})) -> Scalar:
        """The value for `key`; what is set `beside` it counts, and what is set already can always be unset."""
        value = parse_setting(key, text)
        if value is None and key in self.settings():
            return value
        match key.split("."):
            case ["item", item, _]:
                self._coach.day.item(item)
            case ["condition", condition]:
                find(self._coach.library.conditions, condition, "condition")
            case ["routine", routine, _]:
                find(self._coach.library.routines, routine, "routine")
            case ["usual_vessel"] if (
                value is not None and value not in self.now().vessels and f"vessel.{value}" not in beside
            ):
                vessels = self.now().vessels
                raise BadInputError(f"no vessel {value!r}", hint_for(str(value), vessels))
        return value
