"""A clock that tests set and turn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

START = datetime(2026, 11, 22, 20, 0)
BERLIN = ZoneInfo("Europe/Berlin")


class FakeClock:
    """Stands still until it is told otherwise; change `zone` for a flight.

    Like the real clock it gives times with a fixed offset, so that differences are true across a change to
    summer time.
    """

    def __init__(self, start: datetime = START, zone: ZoneInfo = BERLIN) -> None:
        self.zone = zone
        self._now = self.local(start).astimezone(UTC)
        self._monotonic = 1000.0

    def now(self) -> datetime:
        """The wall clock: aware, in local time."""
        return self._here(self._now)

    def local(self, wall: datetime) -> datetime:
        """A naive wall time here, made aware; one with an offset is turned to local time."""
        moment = wall if wall.tzinfo is not None else wall.replace(tzinfo=self.zone)
        return self._here(moment.astimezone(UTC))

    def monotonic(self) -> float:
        """Seconds that only `advance` adds to."""
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def set(self, moment: datetime) -> None:
        """Set the wall clock, forward or back, as a person does; the monotonic clock does not notice."""
        self._now = self.local(moment).astimezone(UTC)

    def _here(self, moment: datetime) -> datetime:
        here = moment.astimezone(self.zone)
        return here.replace(tzinfo=timezone(here.utcoffset() or timedelta(), here.tzname() or ""))
