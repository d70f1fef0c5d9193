"""A course of writes that takes every way into the diary, to be killed anywhere in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.clock import SystemClock
from coach.diary.diary import Diary
from tests.support.diaries import DAY, EVER, add, drink, volumes

Stamp = tuple[str, int, str, str]
"""Id, revision, time of writing and device of a version: what no other version has."""
Step = Callable[[Diary], object]
OCTOBER = DAY.replace(month=10)
PREPARED = 95
"""Writes before the course, so that what the machine remembers is put together anew within it."""


def opened(home: Path) -> Diary:
    """The diary of the coach at `home`."""
    return Diary(home / "data" / "diary", home / "state", SystemClock())


def stamps(diary: Diary) -> set[Stamp]:
    """What tells apart all versions there are."""
    return {(one.id, one.head.rev, one.head.logged.isoformat(), one.head.device) for one in diary.versions()}


def prepare(home: Path) -> None:
    """A home in which somebody has logged for a while."""
    diary = opened(home)
    for _ in range(PREPARED):
        add(diary)
    add(diary, day=OCTOBER)
    diary.put({"units": "oz"}, DAY, "units")


def steps(home: Path) -> Iterator[Step]:
    """The writes of the course, one after the other."""
    yield lambda diary: add(diary, 100)
    yield lambda diary: diary.add([drink(200), drink(300, OCTOBER)], "two volumes")
    yield lambda diary: diary.edit(in_order(diary)[0], {"ml": 400}, "edit")
    yield lambda diary: diary.edit(in_order(diary)[1], {"day": OCTOBER}, "move")
    yield lambda diary: diary.delete(in_order(diary)[2:4], "deletion")
    yield lambda diary: diary.put({"units": "ml", "vessel.mug": 320}, DAY, "profile")
    yield lambda diary: diary.undo()
    yield lambda diary: diary.undo()
    yield lambda diary: (restore(home), add(diary, 500))
    yield lambda diary: add(diary, 600)
    yield lambda diary: diary.undo()


def in_order(diary: Diary) -> list[str]:
    """The ids of all living entries as they were logged, so that every walk is the same."""
    return [entry.id for entry in sorted(diary.entries(*EVER), key=lambda entry: entry.logged)]


def restore(home: Path) -> None:
    """What a file sync or a restore does: every volume is replaced by a copy, so that it is nobody's own."""
    for path in volumes(home / "data" / "diary"):
        shutil.copy2(path, path.with_suffix(".copy"))
        path.with_suffix(".copy").replace(path)
