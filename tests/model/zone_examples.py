"""Wall times in two places, made aware as the machine's own clock does it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.support.clock import FakeClock

_BERLIN = FakeClock()
_NEW_YORK = FakeClock(zone=ZoneInfo("America/New_York"))


def here(moment: datetime | str) -> datetime:
    """A moment, or a wall time, in Berlin."""
    return _BERLIN.local(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)


def new_york(moment: datetime) -> datetime:
    """A moment, or a wall time, in New York."""
    return _NEW_YORK.local(moment)
