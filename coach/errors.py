"""What can go wrong in words a person can act on, and the exit code that goes with it."""

from __future__ import annotations

from enum import IntEnum
from types import TracebackType

_TOLD = """\
coach broke, and left. What you logged is on disk.
To report it, copy these lines: they name places in the code and hold nothing of your diary.
"""


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


def crash_report(error: BaseException) -> str:
    """The kinds of an error and of those that led to it, and the lines of code they came by.

    No values and no messages: they may quote what a person wrote.
    """
    lines = [_TOLD]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += [type(cause).__qualname__, *_places(cause.__traceback__)]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"  {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return places
