"""One writer at a time: a shell command may log while the app is open."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from coach.diary.files import private_folder
from coach.errors import StorageError

NAME = "diary.lock"
_LOOK_EVERY_S = 0.005
"""Short, so that a busy writer cannot starve another one."""
_SIGNATURE_BYTES = 20
_HELD = {errno.EAGAIN, errno.EACCES}


def _say_nothing(_: str) -> None:
    """Nobody is told of the wait."""


class Patience(msgspec.Struct, frozen=True):
    """How long to wait for another program that is writing, and whom to `tell` that this one waits.

    Seconds; `tell` is called once, when the wait is longer than `tell_after_s`.
    """

    wait_s: float = 10
    tell: Callable[[str], None] = _say_nothing
    tell_after_s: float = 1


@contextmanager
def locked(state: Path, patience: Patience | None = None) -> Iterator[None]:
    """Hold the diary's lock; it is free again when its holder ends, however it ends.

    Raises StorageError when another program holds it for longer than the patience lasts.
    """
    descriptor = _opened(state)
    try:
        _acquire(descriptor, state / NAME, patience or Patience())
        yield
    finally:
        os.close(descriptor)


def holder_of(state: Path) -> str:
    """Which other program holds the lock now, in words; empty when none does or nobody can tell."""
    try:
        descriptor = os.open(state / NAME, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        ours = _holder(descriptor) == str(os.getpid()).encode()
        return "" if ours or _taken(descriptor) else _named(descriptor)
    except OSError:
        return ""
    finally:
        os.close(descriptor)


def _opened(state: Path) -> int:
    private_folder(state)
    try:
        descriptor = os.open(state / NAME, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unusable(state, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _unusable(state, OSError(errno.EINVAL, f"{NAME} is no file"))
    return descriptor


class Claim:
    """A file of the state folder that one program deals with at a time, by a lock file beside it.

    It is free again however its holder ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        return self._descriptor is not None

    def hold(self) -> bool:
        """Take it at once; False when another program has it. Raises StorageError."""
        if self._descriptor is None:
            try:
                private_folder(self._path.parent)
                self._descriptor = _taken_at_once(self._path.with_suffix(".lock"))
            except OSError as error:
                raise StorageError(
                    f"{self._path}: {error.strerror or error}", "make the state folder writable"
                ) from error
        return self.is_held

    def release(self) -> None:
        """Let another program have it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _taken_at_once(path: Path) -> int | None:
    """The descriptor of a lock file that is held until it is closed; None when another program holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    try:
        if _taken(descriptor):
            return descriptor
    except OSError:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _acquire(descriptor: int, path: Path, patience: Patience) -> None:
    began = time.monotonic()
    told = False
    try:
        while not _taken(descriptor):
            waited_s = time.monotonic() - began
            if waited_s >= patience.wait_s:
                message = f"{_named(descriptor)} has been writing to the diary for {patience.wait_s:g} s"
                raise StorageError(f"{message}; nothing was written", "end that program, then try again")
            if waited_s >= patience.tell_after_s and not told:
                told = True
                patience.tell(f"waiting for {_named(descriptor)}, which is writing to the diary")
            from random import uniform

            time.sleep(_LOOK_EVERY_S * uniform(0.2, 1))  # So that waiters do not look all at once.
        _sign(descriptor)
    except OSError as error:
        raise _unusable(path.parent, error) from error


def _taken(descriptor: int) -> bool:
    """Take the lock if it is free; whether it was."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _sign(descriptor: int) -> None:
    """Say who holds the lock, for whoever waits; it is a help, not what the lock rests on."""
    signature = f"{os.getpid():<{_SIGNATURE_BYTES}}".encode()
    with suppress(OSError):
        if os.pread(descriptor, _SIGNATURE_BYTES, 0) != signature:
            os.fchmod(descriptor, 0o600)
            os.pwrite(
                descriptor, signature, 0
            )  # Not cut first: ext4 forces a file to disk that was cut to nothing.


def _holder(descriptor: int) -> bytes:
    return os.pread(descriptor, _SIGNATURE_BYTES, 0).rstrip()


def _named(descriptor: int) -> str:
    number = _holder(descriptor)
    return f"another coach (process {number.decode()})" if number.isdigit() else "another coach"


def _unusable(state: Path, error: OSError) -> StorageError:
    message = f"the state folder {state} cannot be used: {error.strerror or error}; nothing was written"
    return StorageError(message, "make it a folder you can write to")
