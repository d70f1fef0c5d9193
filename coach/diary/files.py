"""Files written whole or not at all, for their owner's eyes only."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
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
    """Make `path` and its missing parents, readable by their owner alone whatever the umask.

    Raises StorageError.
    """
    try:
        if path.is_dir():
            return
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
            folder.chmod(0o700)
    except OSError as error:
        raise explain(error, path) from error


class StagedFile:
    """New content for `path`, lying beside it under another name until it takes its place; mode 0600.

    `forced` (the default) means it is on disk already, so that little can fail after this; without, a crash
    may lose it and what it replaces. Raises StorageError; then nothing is left behind.
    """

    def __init__(self, path: Path, data: bytes, *, forced: bool = True) -> None:
        self._path = path
        self._forced = forced
        self._temporary: Path | None = None
        import tempfile

        try:
            descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
            self._temporary = Path(name)
            with os.fdopen(descriptor, "wb") as file:
                os.fchmod(descriptor, 0o600)
                file.write(data)
                file.flush()
                if forced:
                    os.fsync(file.fileno())
                self.stamp = stamp_of(os.fstat(file.fileno()))
        except OSError as error:
            self.discard()
            raise explain(error, path) from error

    def commit(self) -> None:
        """Take the place of `path`; raises StorageError, and then `path` is as it was."""
        if self._temporary is None:
            return
        try:
            if not self._forced:  # A file renamed over another is forced to disk by ext4, which takes its time.
                self._path.unlink(missing_ok=True)
            self._temporary.replace(self._path)
        except OSError as error:
            self.discard()
            raise explain(error, self._path) from error
        self._temporary = None

    def discard(self) -> None:
        """Leave `path` as it is and clear away, unless it was committed."""
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink()
            self._temporary = None


def replace_file(path: Path, data: bytes, *, forced: bool = True) -> None:
    """Put `data` in the place of `path`, whole or not at all; `forced` as for a StagedFile.

    Raises StorageError.
    """
    StagedFile(path, data, forced=forced).commit()
    if forced:
        sync_folder(path.parent)


def remove_leftovers(path: Path, names: Iterable[str] | None = None) -> None:
    """Remove what a killed writer of `path` left beside it; only while nobody else writes it.

    `names` are those in its folder that it may have, where they are known already.
    """
    with suppress(OSError):
        for name in os.listdir(path.parent) if names is None else names:  # noqa: PTH208 - a third of iterdir's time
            if name.startswith(f".{path.name}.") and name.endswith(".tmp"):
                (path.parent / name).unlink()


def sync_folder(folder: Path) -> None:
    """Force the names in `folder` to disk, where the file system can; raises StorageError."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in {errno.EINVAL, errno.ENOTSUP}:
            return
        message = f"{folder}: the disk does not confirm what was just written: {error.strerror or error}"
        raise StorageError(message, "look whether it is there before you write it again") from error
