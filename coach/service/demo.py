"""The demo: a coach with a made-up diary in a folder that goes when the coach does."""

from __future__ import annotations

import shutil
import tempfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import msgspec

from coach.advice.next_step import BEDTIME_ITEM
from coach.clock import Clock
from coach.diary.diary import Diary
from coach.diary.taking import Arrivals
from coach.diary.version import version_of
from coach.errors import BadInputError, StorageError
from coach.model.entry import StepDone
from coach.paths import folders
from coach.service.coach import Coach
from coach.service.demo_diary import Kit, made_up_diary
from coach.service.demo_person import made_up_profile
from coach.session.timeline import unroll

if TYPE_CHECKING:
    from coach.library.library import Library

ROUTINES = ("bedtime", "before-run", "after-run", "after-cramp")


class DemoCoach(Coach):
    """A coach in a temporary folder of its own: nothing of the person's is read, and `finish` removes it all.

    Raises StorageError when there is no room for it.
    """

    is_demo: ClassVar[bool] = True

    def __init__(self, clock: Clock | None = None) -> None:
        try:
            self.home = Path(tempfile.mkdtemp(prefix="coach-demo-"))
        except OSError as error:
            raise StorageError(f"no folder for the demo: {error.strerror or error}", "set TMPDIR") from error
        super().__init__(folders(self.home), clock)

    @cached_property
    def diary(self) -> Diary:
        diary = Diary(self.places.diary, self.places.state, self.clock, patience=lambda: self.patience)
        _make_up(self, diary)
        return diary

    def reach_outside(self) -> None:
        raise BadInputError("the demo keeps to a folder of its own", "without --demo it is done to your own diary")

    def finish(self) -> None:
        super().finish()
        shutil.rmtree(self.home, ignore_errors=True)


def _make_up(coach: Coach, diary: Diary) -> None:
    now, local, library = coach.now(), coach.clock.local, coach.library
    entries = made_up_diary(now, local, _kit(library))
    today = max(entry.day for entry in entries)
    profile = made_up_profile(today, local, library.items[BEDTIME_ITEM].label)
    records = [msgspec.to_builtins(entry) for entry in (*profile, *entries)]
    versions = [version for record in records if (version := version_of(record)) is not None]
    diary.take_in(Arrivals(tuple(versions)), "the diary of the demo")


def _kit(library: Library) -> Kit:
    return Kit(
        items={item.id: item.label for item in library.items.values()},
        foods=library.foods,
        titles={routine: library.routines[routine].name for routine in ROUTINES},
        steps={routine: _done(library, routine) for routine in ROUTINES},
    )


def _done(library: Library, routine: str) -> tuple[StepDone, ...]:
    """The steps of a routine held to the end."""
    planned = unroll(library.routines[routine], library.moves).planned
    return tuple(
        StepDone(move=step.move, side=step.side, planned_s=step.seconds, held_s=step.seconds) for step in planned
    )
