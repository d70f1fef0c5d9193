"""The profile: what the person told coach, asked and answered key by key."""

from __future__ import annotations

from collections.abc import Mapping
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

    def set(self, key: str, text: str) -> Scalar:
        """Set one key; `none` unsets it. Raises BadInputError that names the key and what it takes."""
        return self.set_all({key: text})[key]

    def set_all(self, values: Mapping[str, str]) -> Mapping[str, Scalar]:
        """Set several keys as one action; all are checked before any is written."""
        checked = {key: self._checked(key, text) for key, text in values.items()}
        changed = {key: value for key, value in checked.items() if self.settings().get(key) != value}
        if changed:
            self._coach.diary.put(changed, self._coach.current_day(), f"profile: {', '.join(changed)}")
        return checked

    def _checked(self, key: str, text: str) -> Scalar:
        value = parse_setting(key, text)
        match key.split("."):
            case ["item", item, _]:
                self._coach.day.item(item)
            case ["condition", condition]:
                find(self._coach.library.conditions, condition, "condition")
            case ["usual_vessel"] if value is not None and value not in self.now().vessels:
                vessels = self.now().vessels
                raise BadInputError(f"no vessel {value!r}", hint_for(str(value), vessels))
        return value
