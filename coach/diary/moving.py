"""Moving the data folder: copied, verified, and only then named as the place; the old one stays as it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from coach.diary.files import explain, private_folder, remove_leftovers, replace_file
from coach.errors import BadInputError, StorageError

PARTS = ("diary", "content")
"""What a data folder holds."""
SPARE_BYTES = 1 << 20
_ROUNDS = 3


class Copied(msgspec.Struct, frozen=True):
    """What was copied: how many files, how many were there already, and which got another name."""

    files: int
    already: int
    renamed: tuple[str, ...]


def refuse_bad_target(old: Path, new: Path, private: tuple[Path, ...]) -> None:
    """Raises BadInputError or StorageError when `new` cannot become the data folder in the place of `old`.

    `private` are this machine's own folders, which must not lie in what is synced. An empty folder will do, a
    missing one, and one that is a data folder already: then the two are united.
    """
    hint = "name an empty folder, one that is not there yet, or a data folder of coach"
    target, source = new.resolve(), old.resolve()
    if target == source:
        raise BadInputError(f"the data folder is {new} already", hint)
    for taken in (source, *(folder.resolve() for folder in private)):
        if target.is_relative_to(taken) or taken.is_relative_to(target):
            raise BadInputError(f"{new} and {taken} lie one in the other", hint)
    there = next(place for place in (new, *new.parents) if place.exists())
    if not there.is_dir():
        raise BadInputError(f"{there} is no folder", hint)
    try:
        strange = sorted(_names(new) - set(PARTS)) if new.exists() else []
        if strange:
            raise BadInputError(f"{new} holds other things, such as {strange[0]}", hint)
        _refuse_without_room(old, there)
    except OSError as error:
        raise StorageError(f"{new}: {error.strerror or error}; nothing was moved", hint) from error


def copy_over(old: Path, new: Path, now: datetime) -> Copied:
    """Bring everything in `old` to `new`, and read it back; nothing there is replaced, nothing here is touched.

    What differs from a file of the same name there gets another name under which it is read as well. Raises
    StorageError when a file cannot be copied or keeps changing; then all stays as it is.
    """
    renamed: dict[str, str] = {}
    private_folder(new / PARTS[0])
    for _ in range(_ROUNDS):
        before = _digests(old)
        copied = [_bring(old, new, name, now, renamed) for name in before]
        if _digests(old) == before:
            return Copied(sum(copied), len(copied) - sum(copied), tuple(renamed.values()))
    raise StorageError(f"the files in {old} keep changing; nothing was moved", "pause your file sync meanwhile")


def _refuse_without_room(old: Path, there: Path) -> None:
    if not os.access(there, os.W_OK | os.X_OK):
        raise StorageError(f"no permission to write to {there}; nothing was moved", "make the folder writable")
    needed = sum((old / name).stat().st_size for name in _files(old)) + SPARE_BYTES
    if shutil.disk_usage(there).free < needed:
        message = f"no room in {there}: {needed >> 20} MiB are needed; nothing was moved"
        raise StorageError(message, "make room and try again")


def _bring(old: Path, new: Path, name: str, now: datetime, renamed: dict[str, str]) -> bool:
    """Copy one file; False when it was there."""
    try:
        data = (old / name).read_bytes()
        target = new / renamed.get(name, name)
        if target.exists():
            if target.read_bytes() == data:
                return False
            renamed[name] = _other_name(name, now)
            target = new / renamed[name]
        private_folder(target.parent)
        remove_leftovers(target)
        replace_file(target, data)
        if target.read_bytes() != data:
            raise StorageError(f"{target} is not what was written to it; nothing was moved", "mend that disk")
    except OSError as error:
        raise explain(error, new / name) from error
    return True


def _other_name(name: str, now: datetime) -> str:
    """A name under which a volume is read as one more, and own content is told as a copy."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.sync-conflict-{now:%Y%m%d-%H%M%S}-moved{dot}{ending}"


def _digests(folder: Path) -> dict[str, str]:
    try:
        return {name: sha256((folder / name).read_bytes()).hexdigest() for name in _files(folder)}
    except OSError as error:
        raise explain(error, folder) from error


def _files(folder: Path) -> Iterator[str]:
    """The names of all files of a data folder, without hidden ones, which belong to others."""
    for part in PARTS:
        for place, folders, files in os.walk(folder / part, onerror=_told):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for path in (Path(place, name) for name in folders):
                if path.is_symlink():
                    raise StorageError(f"{path} is a link; nothing was moved", "put the folder in its place")
            for path in (Path(place, name) for name in sorted(files)):
                if not path.name.startswith(".") and path.is_file():
                    yield str(path.relative_to(folder))


def _told(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")} - {"lost+found"}
