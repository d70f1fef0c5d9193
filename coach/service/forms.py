"""What is typed into the form of an entry, kept beside the diary until it is saved, so that no end loses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from coach.diary.files import remove_leftovers, replace_file
from coach.diary.lock import Claim
from coach.errors import BadInputError, StorageError
from coach.model.entry import Entry
from coach.model.time_of_day import time_of_day
from coach.service.day import Done
from coach.service.editing import edited

if TYPE_CHECKING:
    from coach.service.coach import Coach

Texts = Mapping[str, str]
"""What stands in the fields that were changed, by field."""


class Form(msgspec.Struct, frozen=True):
    """The entry a form is about, as it was `logged` when the form was opened, and what was typed."""

    entry: str
    logged: datetime
    texts: dict[str, str]


class FormService:
    """`form.json` in the state folder: what an open form says, forced to disk; written to the entry when cut off.

    A lock tells a form that is still open in another window from one that was cut off; it is free again however
    its holder ends. While another window has a form open, that one is kept and not this one.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._path = coach.places.state / "form.json"
        self._claim = Claim(self._path)
        self._entry: Entry | None = None
        self._texts: Callable[[], Texts] = dict

    def open(self, entry: Entry, texts: Callable[[], Texts]) -> None:
        """A form of `entry` is open; `texts` gives what is typed into it at any time."""
        self.settle()
        self._entry, self._texts = entry, texts

    def keep(self) -> None:
        """Keep what the open form says now; raises StorageError when that is impossible."""
        texts = dict(self._texts())
        if self._entry is None or not (texts or self._path.exists()) or not self._hold():
            return
        form = Form(self._entry.id, self._entry.logged, texts)
        replace_file(self._path, msgspec.json.encode(form))

    def close(self) -> None:
        """The form is saved, or not wanted."""
        self._entry, self._texts = None, dict
        if self._claim.is_held:
            self._forget()
            self._claim.release()

    def settle(self) -> Done | None:
        """Write what was typed into a form that was cut off, or is open here, to its entry.

        What the entry does not take, and what was typed about an entry that was changed since, becomes a note
        on it. None when there is nothing to write, or it cannot be written yet.
        """
        with suppress(StorageError):
            self.keep()
        if not self._path.exists():
            return None
        try:
            if not self._hold():
                return None
            done = self._written()
            self._forget()
        except StorageError:
            return None
        finally:
            self._entry, self._texts = None, dict
            self._claim.release()
        return done

    def _written(self) -> Done | None:
        try:
            form = msgspec.json.decode(self._path.read_bytes(), type=Form)
            entry = self._coach.entries.find(form.entry)
        except (OSError, msgspec.DecodeError, BadInputError):
            return None  # What is gone was deleted, or moved to another day by saving the form.
        taken, left = self._sorted(entry, form)
        about = entry
        if taken:
            about = self._coach.entries.edit(entry.id, taken)
        written = [about] if taken else []
        if left:
            said = "; ".join(f"{name.replace('_', ' ')}: {text}" for name, text in left.items())
            noted = self._coach.day.note(f"typed, and not saved: {said}", of=about.id, day=about.day)
            written.extend(noted.entries)
        if not written:
            return None
        clock = self._coach.person().clock
        at = f" of {time_of_day(entry.at, clock)}" if entry.at is not None else ""
        return Done(f"kept: what you typed about the {entry.kind}{at}", tuple(written))

    def _sorted(self, entry: Entry, form: Form) -> tuple[Texts, Texts]:
        """What the entry takes, and what it does not; what it says already is neither."""
        taken: dict[str, str] = {}
        left: dict[str, str] = {}
        for name, text in form.texts.items():
            try:
                fields = edited(self._coach, entry, {name: text})
            except BadInputError:
                left[name] = text
                continue
            if not all(_plain(getattr(entry, field)) == _plain(value) for field, value in fields.items()):
                (taken if entry.logged == form.logged else left)[name] = text
        return taken, left

    def _hold(self) -> bool:
        if not self._claim.is_held and self._claim.hold():
            remove_leftovers(self._path)
        return self._claim.is_held

    def _forget(self) -> None:
        with suppress(OSError):  # What stays is in the diary already, and is found to be so.
            self._path.unlink(missing_ok=True)


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, builtin_types=(date, datetime))
