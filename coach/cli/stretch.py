"""A routine started: in the app, in lines, or only its timeline."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import click

from coach.cli.environment import Environment, environment, pass_coach
from coach.cli.guide import Guide, Keys, Silence, segment_words
from coach.cli.opening import open_app
from coach.cli.printing import complain, say, table
from coach.cli.routines import show_replacements
from coach.cli.words import length, offset
from coach.errors import BadInputError
from coach.model.entry import Session as Kept
from coach.service.coach import Coach
from coach.service.day import Done
from coach.session.session import Session, State
from coach.session.timeline import Timeline

LEAST_KEPT_S = 1


@click.command()
@click.argument("routine", required=False)
@click.option("--plain", is_flag=True, help="guide in lines, without the app")
@click.option("--dry-run", is_flag=True, help="print what happens when, and leave")
@pass_coach
def stretch(coach: Coach, routine: str | None, plain: bool, dry_run: bool) -> None:
    """Start a routine.

    `coach routines` lists them. With --plain on a terminal: space pauses, n next, b back, q ends.
    """
    if routine is None:
        if plain or dry_run:
            names = ", ".join(view.id for view in coach.sessions.routines())
            raise BadInputError("which routine?", f"there is: {names}")
        open_app(coach, mode="stretch")
    view = coach.sessions.routine(routine)
    timeline = coach.sessions.timeline(view.id)
    if not (plain or dry_run):
        open_app(coach, routine=view.id)
    say(f"{view.name}, {length(timeline.total_s)}")
    show_replacements(coach, view.fitted.replacements)
    if dry_run:
        table((offset(segment.start_s), segment_words(segment)) for segment in timeline.segments)
        say(f"{offset(timeline.total_s)}  the end")
    else:
        _guide(coach, timeline)


def _guide(coach: Coach, timeline: Timeline) -> None:
    from coach.cli.terminal import ended_by_signals

    started = coach.now()
    with _keys(environment()) as keys:
        if keys.listening:
            say("space pauses, n next, b back, q ends and keeps what you did")
        guide = Guide(timeline, coach.knowledge.moves, coach.clock.monotonic, keys, click.echo)
        try:
            with ended_by_signals():
                guide.run()
        finally:
            guide.stop()
            done = _kept(coach, guide.session, started)
            # It is kept; if the terminal is gone, nobody is left to be told.
            with suppress(OSError):
                _tell_end(guide.session, done)


@contextmanager
def _keys(surroundings: Environment) -> Iterator[Keys]:
    """The terminal's keys when there is a terminal, else nobody's."""
    if sys.stdin is not None and sys.stdin.isatty():
        from coach.cli.terminal import TerminalKeys

        with TerminalKeys(sys.stdin.fileno()) as keys:
            yield keys
    else:
        yield Silence(surroundings.wait)


def _kept(coach: Coach, session: Session, started: datetime) -> Done | None:
    """Log the session, unless next to nothing was held."""
    steps = session.result()
    if sum(step.held_s for step in steps) < LEAST_KEPT_S:
        return None
    return coach.sessions.log(session.timeline.routine, started, steps)


def _tell_end(session: Session, done: Done | None) -> None:
    if done is None:
        say("Ended before the first stretch had begun; nothing was logged.")
        return
    held_s = sum(step.held_s for step in session.result())
    end = "Done" if session.state is State.DONE else "Ended"
    say(f"{end}: {done.said}, {offset(held_s)} held. It is in the diary.")
    if not any(isinstance(entry, Kept) and entry.finished for entry in done.entries):
        say("It was not done to the end, so it ticks nothing.")
    for warning in done.warnings:
        complain(warning)
