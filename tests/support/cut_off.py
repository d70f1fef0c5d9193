"""Sessions that were cut off, and the next start of the program."""

from __future__ import annotations

from pathlib import Path

from coach.model.entry import Session as SessionEntry
from coach.service.coach import Coach
from coach.service.progress import Progress
from coach.session.session import Session
from tests.support.clock import FakeClock

OWN_MOVE = """
name = "Pull"
purpose = "calf"
segment = "hold"
muscles = ["calf"]
position = "seated"
equipment = []
start = "Sit"
cues = ["Pull"]
per_side = false
withhold_if = ["balance-problem"]
sources = ["S63"]
[dose]
hold_s = 60
"""
OWN_ROUTINE = """
name = "Own"
when = "now"
why = "why"
evidence = "weak"
sources = ["S63"]
[[steps]]
move = "pull"
"""


def write_own_routine(coach: Coach) -> Path:
    """The routine `own` of one hold of a minute; returns the folder of own content."""
    for folder, name, text in (("moves", "pull", OWN_MOVE), ("routines", "own", OWN_ROUTINE)):
        place = coach.places.own_content / folder
        place.mkdir(parents=True)
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return coach.places.own_content


def under_way(coach: Coach, clock: FakeClock, seconds: int = 15, routine: str = "own") -> Progress:
    """A session that began so many seconds ago; ten of them were for getting ready."""
    started = coach.now()
    session = Session.start(coach.sessions.timeline(routine), clock.monotonic())
    for _ in range(seconds):
        clock.advance(1)
        session = session.tick(clock.monotonic())
    return Progress(started, session)


def cut_off(coach: Coach, clock: FakeClock, seconds: int = 15) -> Progress:
    """One that was saved, and whose program was killed."""
    progress = under_way(coach, clock, seconds)
    coach.progress.save(progress)
    coach.progress.release()
    return progress


def next_start(coach: Coach, clock: FakeClock) -> Coach:
    """The program as it is started the next time."""
    coach.progress.release()
    return Coach(coach.places, clock)


def offered(coach: Coach, clock: FakeClock) -> Progress:
    later = next_start(coach, clock)
    found = later.progress.cut_off()
    later.progress.release()
    assert found is not None
    return found


def held(coach: Coach) -> list[float]:
    logged = [entry for entry in coach.entries.log(days=7) if isinstance(entry, SessionEntry)]
    return [sum(step.held_s for step in session.steps) for session in logged]
