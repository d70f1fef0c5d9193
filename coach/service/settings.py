"""This machine's settings: they lie beside the diary's folder, never in it, and do not travel."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.errors import BadInputError, StorageError
from coach.model.keymap import shown_keys
from coach.model.nearest import hint_for
from coach.model.text import clean
from coach.paths import DATA_FOLDER, SETTINGS
from coach.service.key_settings import KEYMAP, KeySettings
from coach.service.settings_file import SettingsFile

if TYPE_CHECKING:
    from coach.diary.moving import Copied
    from coach.service.coach import Coach

Value = str | bool
KEYS: Mapping[str, str] = {
    DATA_FOLDER: "the folder of diary and own content; a new one has them moved there, none moves them back",
    "theme": "the name of a theme of the app",
    "first_questions": "yes or no: the health questions come by themselves, until you answered or left them",
    "reduced_motion": "yes or no: nothing moves on the screen but the countdown",
    "sound": "yes or no: tones in a guided session, yes unless set",
    "speech": "yes or no: a voice names each move and side, no unless set",
    "on_step": "a command to run at each cue, as one quoted text; no shell reads it",
    "notices": "off, osc9 or osc777: a notice of your terminal while you look elsewhere",
    "vim_keys": "yes or no: h j k l g G move in lists, no unless set",
    KEYMAP: "your own keys: keymap.ACTION KEY sets one, none lets go of all; coach settings keymap lists them",
}
_OF_ACTION = f"{KEYMAP}."
NOTICES = ("off", "osc9", "osc777")


class MachineSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings as values; a theme that was never set is the app's own choice.

    `on_step` is an argument list, empty for none.
    """

    theme: str | None = None
    first_questions: bool = True
    reduced_motion: bool = False
    sound: bool = True
    speech: bool = False
    on_step: tuple[str, ...] = ()
    notices: str = "off"
    vim_keys: bool = False


def _theme(key: str, said: str) -> Value:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", said.lower()):
        raise BadInputError(f"{key} cannot be {said!r}", "a name has letters, digits and hyphens")
    return said.lower()


def _yes_no(key: str, said: str) -> Value:
    word = said.lower()
    if word not in {"yes", "true", "on", "no", "false", "off"}:
        raise BadInputError(f"{key} cannot be {said!r}", "say yes or no")
    return word in {"yes", "true", "on"}


def _notices(key: str, said: str) -> Value:
    if said.lower() not in NOTICES:
        raise BadInputError(f"{key} cannot be {said!r}", f"say one of: {', '.join(NOTICES)}")
    return said.lower()


def _folder(said: str) -> Path:
    """A folder as typed, from / on."""
    if clean(said) != said:
        raise BadInputError(
            f"{DATA_FOLDER} has characters that cannot be seen", "leave out line breaks and escapes"
        )
    try:
        return Path(os.path.normpath(Path(said).expanduser().absolute()))
    except RuntimeError as error:
        raise BadInputError(f"{DATA_FOLDER} cannot be {said!r}: {error}", "give a whole path, from / on") from None


def _arguments(key: str, said: str) -> tuple[str, ...]:
    """A command line split as a shell would, and nothing else done to it."""
    if clean(said) != said.strip():
        raise BadInputError(f"{key} has characters that cannot be seen", "leave out line breaks and escapes")
    try:
        return tuple(shlex.split(said))
    except ValueError as error:
        raise BadInputError(f"{key} cannot be {said!r}: {error}", "close every quotation mark") from None


_READERS: Mapping[str, Callable[[str, str], Value | tuple[str, ...]]] = {
    "theme": _theme,
    "first_questions": _yes_no,
    "reduced_motion": _yes_no,
    "sound": _yes_no,
    "speech": _yes_no,
    "on_step": _arguments,
    "notices": _notices,
    "vim_keys": _yes_no,
}


class SettingsService:
    """Reading and setting the keys of `settings.toml`; keys of a newer coach are kept.

    A file that cannot be used is left as it is, told in `faults`, and the defaults hold.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._file = SettingsFile(coach.places.config / SETTINGS)
        self.keys = KeySettings(self._file.read, self._put, lambda: self.now().vim_keys)

    def now(self) -> MachineSettings:
        """The settings as values, defaults included."""
        return self._read()[0]

    def faults(self) -> list[str]:
        """What of the file cannot be used: file, key and what is wrong."""
        settings, faults = self._read()[1], self.keys.faults()
        return settings + [f"{self._file.path}: {fault}" for fault in faults if fault not in settings]

    def get(self, key: str) -> Value | None:
        """The value that holds for one key, a command as one text; raises BadInputError for an unknown key."""
        if key.startswith(_OF_ACTION):
            return shown_keys(self.keys.get(key.removeprefix(_OF_ACTION)))
        self._known(key)
        if key == KEYMAP:
            own = self.keys.now().own
            return "; ".join(f"{action} {shown_keys(keys)}" for action, keys in own.items()) or None
        if key == DATA_FOLDER:
            return str(self._coach.places.data)
        value: Value | tuple[str, ...] | None = getattr(self.now(), key)
        return (shlex.join(value) or None) if isinstance(value, tuple) else value

    def set(self, key: str, text: str) -> Value | None:
        """Set one key; `none` unsets it.

        Raises BadInputError that names the key and what it takes, and StorageError when the file cannot
        be written or holds something that would be lost.
        """
        said = text.strip()
        unset = said.lower() in {"", "none"}
        if key.startswith(_OF_ACTION):
            self.keys.set(key.removeprefix(_OF_ACTION), said)
            return self.get(key)
        self._known(key)
        if key == DATA_FOLDER:
            self.move_data(None if unset else said)
        elif key == KEYMAP:
            self._reset_keys(said, unset=unset)
        else:
            value = None if unset else _READERS[key](key, said)
            if key == "vim_keys" and value:
                self.keys.expect_room_for_vim()
            self._put(key, value)
        return self.get(key)

    def move_data(self, said: str | None) -> Copied:
        """Move diary and own content to another folder, as typed, or to the usual one, and name it here.

        The old folder stays as it is; a data folder that is there already is united with. Raises
        BadInputError for a folder that will not do, StorageError when not all could be copied.
        """
        from coach.diary.lock import locked
        from coach.diary.machine import Machine
        from coach.diary.moving import copy_over, refuse_bad_target

        self._coach.reach_outside()
        places, machine = self._coach.places, Machine(self._coach.places.state)
        new = places.usual if said is None else _folder(said)
        refuse_bad_target(places.data, new, (places.state, places.config))
        with locked(places.state, self._coach.patience):
            machine.expect_there(places.diary)
            self._file.read()
            copied = copy_over(places.data, new, self._coach.now())
            self._put(DATA_FOLDER, None if new == places.usual else str(new))
            machine.moved(places.diary, new / places.diary.name)
        self._coach.reopen(msgspec.structs.replace(places, data=new))
        return copied

    def _reset_keys(self, said: str, *, unset: bool) -> None:
        if not unset:
            raise BadInputError(f"{KEYMAP} cannot be {said!r}", "say keymap.ACTION KEY, or none")
        self.keys.reset()

    def _put(self, key: str, value: Value | tuple[str, ...] | Mapping[str, str] | None) -> None:
        kept = {name: old for name, old in self._file.read().items() if name != key}
        self._file.write(kept if value is None else kept | {key: value})

    def _known(self, key: str) -> None:
        if key not in KEYS:
            raise BadInputError(f"no setting {key!r}", hint_for(key, KEYS))

    def _read(self) -> tuple[MachineSettings, list[str]]:
        try:
            document = self._file.read()
        except StorageError as fault:
            return MachineSettings(), [fault.message]
        values: dict[str, Value | tuple[str, ...]] = {}
        faults = []
        for key in _READERS:
            if key in document:
                try:
                    values[key] = _READERS[key](key, _typed(key, document[key]))
                except BadInputError as fault:
                    faults.append(f"{self._file.path}: {key}: {fault.message}; {fault.hint}")
        return msgspec.convert(values, MachineSettings), faults


def _typed(key: str, value: object) -> str:
    """A value of the file as a person would have typed it; raises BadInputError for a list with no texts."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and key == "on_step":
        if not all(isinstance(part, str) for part in value):
            raise BadInputError(f"{key} has something that is no text", "write every argument in quotes")
        return shlex.join(value)
    return str(value)
