"""What screens and widgets ask of the app; they bubble up, nobody calls it."""

from __future__ import annotations

from datetime import date

from textual.message import Message


class RoutineWanted(Message):
    """The person wants to begin a routine, perhaps in its gentler way."""

    def __init__(self, routine: str, *, gentler: bool = False) -> None:
        self.routine = routine
        self.gentler = gentler
        super().__init__()


class CauseWanted(Message):
    """The person wants to read about a cause (or a page such as `about`)."""

    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__()


class DrinkWanted(Message):
    """The person wants to log a drink other than the usual one, on `day` (None: today)."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day
        super().__init__()


class AnswersWanted(Message):
    """The person wants to say something about themselves: in the `questions`, or in the `profile`."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__()


class RedFlagsWanted(Message):
    """The person wants to see when it is not a matter for stretching."""


class SessionWaits(Message):
    """A session is paused and out of sight; an empty name means that none is any more."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()


class ModeShown(Message):
    """A mode came to the front, perhaps for the first time."""


class SessionOver(Message):
    """A session ended and left the screen."""
