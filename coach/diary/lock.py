"""One writer at a time: a shell command may log while the app is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.diary.files import private_folder
from coach.errors import StorageError

WAIT_S = 10
_LOOK_EVERY_S = 0.01
"""Short, so that a busy writer cannot starve another one."""


@contextmanager
def locked(state: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the diary's lock; it is free again when its holder ends, however it ends.

    Raises StorageError when another program holds it for longer than `wait_s` seconds.
    """
    from filelock import FileLock, Timeout

    try:
        private_folder(state)
        lock = FileLock(state / "diary.lock", timeout=wait_s, mode=0o600, poll_interval=_LOOK_EVERY_S)
        lock.acquire()
    except Timeout:
        message = f"another coach has been writing to the diary for {wait_s:g} s; nothing was written"
        raise StorageError(message, "end that program, then try again") from None
    except OSError as error:
        message = f"the state folder {state} cannot be used: {error.strerror or error}; nothing was written"
        raise StorageError(message, "make it a folder you can write to") from error
    try:
        yield
    finally:
        lock.release()
