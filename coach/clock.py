"""The only place that asks for the time."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where everything that needs the time gets it from."""

    def now(self) -> datetime:
        """The wall clock: aware, in local time."""
        ...

    def local(self, wall: datetime) -> datetime:
        """A naive wall time here, made aware with the offset that holds at that time."""
        ...

    def monotonic(self) -> float:
        """Seconds of a clock that never goes back, for durations."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def local(self, wall: datetime) -> datetime:
        return wall.astimezone()

    def monotonic(self) -> float:
        return time.monotonic()
