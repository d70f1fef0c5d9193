"""What can go wrong in words a person can act on, and the exit code that goes with it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The command line's contract with scripts."""

    DONE = 0
    FINDING = 1
    WRONG_USE = 2
    STORAGE = 3


class CoachError(Exception):
    """Something the person can mend: `message` names the thing, `hint` the mend."""

    exit_code = ExitCode.WRONG_USE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInputError(CoachError):
    """Input that cannot be used; nothing was written."""


class StorageError(CoachError):
    """The diary could not be read or written; what was acknowledged before is untouched."""

    exit_code = ExitCode.STORAGE


class ContentError(CoachError):
    """A content file that cannot be used; the message names the file and the key."""
