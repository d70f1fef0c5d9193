"""Files written whole or not at all, for their owner's eyes only."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coach.errors import StorageError

Stamp = tuple[int, int, int]
"""Size, modification time in ns and inode: enough to tell whether a file is as it was left."""


def stamp_of(status: os.stat_result) -> Stamp:
    """What tells a file from a later or another one of the same name."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def explain(error: OSError, path: Path) -> StorageError:
    """An operating-system error in words that name the place and the mend."""
    place = path.parent
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return StorageError(f"the disk is full: nothing was written to {place}", "make room and try again")
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return StorageError(
                f"no permission to write to {place}: nothing was written", "make the folder writable"
            )
        case _:
            return StorageError(
                f"{path}: {error.strerror or error}; nothing was written", "mend that and try again"
            )


def private_folder(path: Path) -> None:
    """Make `path` and its missing parents, readable by their owner alone whatever the umask."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)


def replace_file(
    path: Path, data: bytes, before: Callable[[os.stat_result], None] | None = None, *, forced: bool = True
) -> None:
    """Put `data` in the place of `path`, whole or not at all; mode 0600.

    `forced` (the default) means it is on disk when this returns; without, a power cut may lose it. `before`
    is called with the new file's status just before it takes its place. Raises StorageError; then `path`
    is as it was.
    """
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if forced:
                os.fsync(file.fileno())
            status = os.fstat(file.fileno())
        if before is not None:
            before(status)
        Path(temporary).replace(path)
        temporary = ""
        if forced:
            _sync_folder(path.parent)
    except OSError as error:
        raise explain(error, path) from error
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def remove_leftovers(path: Path) -> None:
    """Remove what a killed writer of `path` left beside it; only while nobody else writes."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            leftover.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
