"""A routine started: in the app, in lines, or only its timeline."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import click

from coach.cli import ids
from coach.cli.environment import Environment, environment, pass_coach
from coach.cli.guide import Guide, Keys, Save, Silence, segment_words
from coach.cli.opening import open_app
from coach.cli.plain import ask_plain, is_plain
from coach.cli.printing import complain, say, table
from coach.cli.routines import show_fitting
from coach.cli.words import length, offset
from coach.errors import BadInputError, StorageError
from coach.model.entry import Session as Kept
from coach.model.time_of_day import time_of_day
from coach.service.coach import Coach
from coach.service.day import Done
from coach.service.progress import Progress
from coach.session.session import Session, State
from coach.session.timeline import Timeline


@click.command()
@click.argument("routine", required=False, shell_complete=ids.routines)
@click.option("--plain", is_flag=True, callback=ask_plain, help="guide in lines, without the app")
@click.option("--resume", is_flag=True, help="with --plain: go on with a session that was cut off")
@click.option("--dry-run", is_flag=True, help="print what happens when, and leave")
@pass_coach
def stretch(coach: Coach, routine: str | None, plain: bool, resume: bool, dry_run: bool) -> None:
    """Start a routine.

    `coach routines` lists them. With --plain on a terminal: space pauses, n next, b back, q ends.
    """
    plain = plain or is_plain()
    if resume:
        _guide_on(coach)
        return
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
    show_fitting(coach, view.fitted)
    if dry_run:
        table((offset(segment.start_s), segment_words(segment)) for segment in timeline.segments)
        say(f"{offset(timeline.total_s)}  the end")
    else:
        _guide(coach, timeline)


def _guide_on(coach: Coach) -> None:
    """Go on with the session that was cut off; raises BadInputError when there is none."""
    cut_off = coach.progress.cut_off()
    if cut_off is None:
        raise BadInputError("no session was cut off", "coach stretch ROUTINE --plain begins one")
    timeline = cut_off.session.timeline
    if cut_off.obstacle:
        coach.progress.release()
        raise BadInputError(f"{timeline.name} cannot go on: {cut_off.obstacle}", "coach keeps what was held of it")
    at = time_of_day(cut_off.started, coach.person().clock)
    say(f"{timeline.name}, begun {cut_off.started:%A} at {at}, goes on")
    _guide(coach, timeline, cut_off)


def _mention_cut_off(coach: Coach) -> None:
    """Say that a session was cut off; it waits until it is gone on with, or the app has asked about it."""
    cut_off = coach.progress.cut_off()
    if cut_off is not None:
        coach.progress.release()
        held_s = sum(step.held_s for step in cut_off.session.result())
        name = cut_off.session.timeline.name
        say(f"{name} was cut off with {offset(held_s)} held: coach stretch --plain --resume goes on with it")


def _guide(coach: Coach, timeline: Timeline, begun: Progress | None = None) -> None:
    from coach.cli.terminal import ended_by_signals

    if begun is None:
        _mention_cut_off(coach)
    started = begun.started if begun else coach.now()
    save = _saving(coach, started)
    with _keys(environment()) as keys:
        if keys.listening:
            say("space pauses, n next, b back, q ends and keeps what you did")
        cut_off = begun.session if begun else None
        moves = coach.knowledge.moves
        guide = Guide(timeline, moves, coach.clock.monotonic, keys, click.echo, begun=cut_off, save=save)
        try:
            with ended_by_signals():
                guide.run()
        finally:
            guide.stop()
            done = coach.progress.log(Progress(started, guide.session))
            # It is kept; if the terminal is gone, nobody is left to be told.
            with suppress(OSError):
                _tell_end(guide.session, done)


def _saving(coach: Coach, started: datetime) -> Save:
    """Keeps a session against a crash; that it cannot is told once, and no reason to end it."""
    told: list[StorageError] = []

    def save(session: Session) -> None:
        try:
            coach.progress.save(Progress(started, session))
        except StorageError as error:
            if not told:
                complain(error.message, error.hint)
            told.append(error)

    return save


@contextmanager
def _keys(surroundings: Environment) -> Iterator[Keys]:
    """The terminal's keys when there is a terminal, else nobody's."""
    if sys.stdin is not None and sys.stdin.isatty():
        from coach.cli.terminal import TerminalKeys

        with TerminalKeys(sys.stdin.fileno()) as keys:
            yield keys
    else:
        yield Silence(surroundings.wait)


def _tell_end(session: Session, done: Done) -> None:
    if not done.entries:
        say("Ended before the first stretch had begun; nothing was logged.")
        return
    held_s = sum(step.held_s for step in session.result())
    end = "Done" if session.state is State.DONE else "Ended"
    say(f"{end}: {done.said}, {offset(held_s)} held. It is in the diary.")
    if not any(isinstance(entry, Kept) and entry.finished for entry in done.entries):
        say("It was not done to the end, so it ticks nothing.")
    for warning in done.warnings:
        complain(warning)
