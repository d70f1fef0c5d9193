"""When cues are seen and not heard.  Pure."""

from __future__ import annotations

from datetime import datetime, time


def is_quiet(now: datetime, awake_from: time, awake_until: time, *, muted: bool = False) -> bool:
    """Whether there shall be no sound at `now` (local): muted, or outside the hours the person is awake.

    The waking hours begin with `awake_from`, end before `awake_until` and may go past midnight; when both
    are the same there is no night.
    """
    if muted:
        return True
    at = now.time()
    if awake_from <= awake_until:
        return awake_from != awake_until and not awake_from <= at < awake_until
    return awake_until <= at < awake_from
