"""Three devices that write, crash, import, restore and sync in any order end with one view, and lose nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import permutations
from operator import itemgetter
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coach.diary.diary import Diary
from coach.model.entry import Entry
from coach.paths import folders
from coach.service.backups import BackupService
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.diaries import DAY, drink, records, shown
from tests.support.faults import killed_while_replacing

NAMES = ("one", "two", "three")
DEVICES = st.sampled_from(NAMES)
DAYS = st.sampled_from([DAY, DAY - timedelta(days=1), date(2026, 10, 31), date(2026, 12, 1)])
AMOUNTS = st.integers(1, 20).map(lambda tenths: tenths * 100.0)
KEYS = st.sampled_from(["units", "vessel.mug", "condition.dialysis"])
VALUES = st.sampled_from([None, "oz", 300.0, True, False])
PICK = st.integers(0, 1000)
Stamp = tuple[str, int, Any, str]
MOST_FILES = 6


def fixed_uuid(dice: Random) -> UUID:
    """Ids that are the same each time, so that a failure can be repeated and made smaller."""
    return UUID(int=dice.getrandbits(128), version=4)


class ThreeDevices(RuleBasedStateMachine):
    """Each has a home and a clock of its own; what travels are volumes, exports and backups."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp())
        self.clocks = {name: FakeClock() for name in NAMES}
        self.acknowledged: set[Stamp] = set()
        self.exports: list[tuple[Path, set[Stamp]]] = []
        self.backups: list[tuple[Path, set[Stamp]]] = []
        self.patches = ExitStack()
        self.patches.enter_context(patch("os.fsync"))
        self.patches.enter_context(patch.object(BackupService, "after_write"))
        dice = Random(0)
        for module in ("change", "machine", "writer", "aside"):
            self.patches.enter_context(patch(f"coach.diary.{module}.uuid4", partial(fixed_uuid, dice)))
        self.coaches = {name: self.opened(name) for name in NAMES}

    def teardown(self) -> None:
        try:
            self.meet()
        finally:
            self.patches.close()
            shutil.rmtree(self.root)

    def opened(self, name: str) -> Coach:
        coach = Coach(folders(self.root / name), self.clocks[name])
        coach.places.diary.mkdir(parents=True, exist_ok=True, mode=0o700)
        with patch("coach.diary.machine.machine_key", return_value=name):
            assert coach.diary is not None
        return coach

    def diary(self, name: str) -> Diary:
        return self.coaches[name].diary

    def folder(self, name: str) -> Path:
        return self.coaches[name].places.diary

    def own(self, name: str) -> set[str]:
        device = self.diary(name)._machine.device()
        return {path.name for path in self.folder(name).glob(f"*.{device}.json")}

    def acknowledge(self, entries: list[Entry]) -> None:
        self.acknowledged |= {(entry.id, entry.rev, entry.logged, entry.device) for entry in entries}

    def some_entry(self, name: str, pick: int) -> str | None:
        entries = shown(self.diary(name))
        return entries[pick % len(entries)].id if entries else None

    @contextmanager
    def nothing_is_forgotten(self, name: str) -> Iterator[Diary]:
        """Whatever the device does inside, every version it had is there afterwards."""
        before = stamps(self.diary(name))
        yield self.diary(name)
        assert before <= stamps(self.diary(name))

    @rule(name=DEVICES, ml=AMOUNTS, day=DAYS, count=st.integers(1, 3))
    def add(self, name: str, ml: float, day: date, count: int) -> None:
        with self.nothing_is_forgotten(name) as diary:
            self.acknowledge(diary.add([drink(ml, day)] * count, "drink"))

    @rule(name=DEVICES, pick=PICK, ml=AMOUNTS, day=st.none() | DAYS)
    def edit(self, name: str, pick: int, ml: float, day: date | None) -> None:
        if wanted := self.some_entry(name, pick):
            with self.nothing_is_forgotten(name) as diary:
                fields = {"ml": ml} if day is None else {"ml": ml, "day": day}
                self.acknowledge([diary.edit(wanted, fields, "edit")])

    @rule(name=DEVICES, pick=PICK)
    def delete(self, name: str, pick: int) -> None:
        if wanted := self.some_entry(name, pick):
            with self.nothing_is_forgotten(name) as diary:
                self.acknowledge(diary.delete([wanted], "deletion"))

    @rule(name=DEVICES)
    def undo(self, name: str) -> None:
        with self.nothing_is_forgotten(name) as diary:
            diary.undo()

    @rule(name=DEVICES, values=st.dictionaries(KEYS, VALUES, min_size=1))
    def put(self, name: str, values: dict[str, Any]) -> None:
        with self.nothing_is_forgotten(name) as diary:
            diary.put(values, DAY, "profile")

    @rule(name=DEVICES, ml=AMOUNTS, late=st.booleans())
    def crash(self, name: str, ml: float, *, late: bool) -> None:
        """Killed just before a volume takes its place, or just after; and started again."""
        with self.nothing_is_forgotten(name) as diary, killed_late() if late else killed_while_replacing():
            diary.add([drink(ml)], "crash")
        self.coaches[name] = self.opened(name)

    @precondition(lambda self: len(self.exports) < MOST_FILES)
    @rule(name=DEVICES)
    def export(self, name: str) -> None:
        path = self.root / f"{len(self.exports)}.json"
        self.coaches[name].exchange.export_to(path)
        self.exports.append((path, stamps(self.diary(name))))

    @precondition(lambda self: self.exports)
    @rule(name=DEVICES, pick=PICK)
    def bring_in(self, name: str, pick: int) -> None:
        path, held = self.exports[pick % len(self.exports)]
        with self.nothing_is_forgotten(name) as diary:
            self.coaches[name].exchange.bring_in(path)
            assert held <= stamps(diary)

    @precondition(lambda self: len(self.backups) < MOST_FILES)
    @rule(name=DEVICES)
    def back_up(self, name: str) -> None:
        path, _ = self.coaches[name].backups.make(self.root / f"{len(self.backups)}.zip")
        self.backups.append((path, stamps(self.diary(name))))

    @precondition(lambda self: self.backups)
    @rule(name=DEVICES, pick=PICK, bring_back=st.booleans())
    def restore(self, name: str, pick: int, *, bring_back: bool) -> None:
        gone = deleted(self.diary(name))
        path, held = self.backups[pick % len(self.backups)]
        with self.nothing_is_forgotten(name) as diary:
            self.coaches[name].exchange.restore(path, bring_back=bring_back)
            assert held <= stamps(diary)
            if not bring_back:
                assert gone <= deleted(diary)

    @rule(source=DEVICES, onto=DEVICES, seed=PICK, share=st.sampled_from([0.3, 1]))
    def sync(self, source: str, onto: str, seed: int, share: float) -> None:
        """Some volumes go over, in any order."""
        paths = sorted(self.folder(source).glob("*.json"))
        Random(seed).shuffle(paths)
        for path in paths[: round(len(paths) * share)]:
            self.carry(path, onto)

    @rule(name=DEVICES, pick=PICK)
    def touched(self, name: str, pick: int) -> None:
        """Something replaces a volume by a copy of itself: it is no longer as the device left it."""
        if paths := sorted(self.folder(name).glob("*.json")):
            path = paths[pick % len(paths)]
            shutil.copy(path, path.with_suffix(".tmp"))
            path.with_suffix(".tmp").replace(path)

    @rule(name=DEVICES, seconds=st.sampled_from([1, 3600, -7200, 150_000_000, -150_000_000]))
    def time_passes(self, name: str, seconds: int) -> None:
        self.clocks[name].advance(seconds)

    @rule()
    def meet(self) -> None:
        for source, target in [*permutations(NAMES, 2)] * 2:
            for path in self.folder(source).glob("*.json"):
                self.carry(path, target)
        one, *others = (self.diary(name) for name in NAMES)
        for other in others:
            assert shown(one) == shown(other)
            assert one.settings() == other.settings()
            assert stamps(one) == stamps(other)
        assert self.acknowledged <= stamps(one)
        assert {entry.id: entry.rev for entry in shown(one)} == self.winners()

    def carry(self, path: Path, target: str) -> None:
        """Bring a volume over; what the other device writes itself is never sent back to it."""
        there = self.folder(target) / path.name
        if path.name not in self.own(target) and not (
            there.exists() and there.stat().st_size >= path.stat().st_size
        ):
            shutil.copy2(path, there.with_suffix(".tmp"))
            there.with_suffix(".tmp").replace(there)

    def winners(self) -> dict[str, int]:
        """The revision that counts for each living id by the rule of the format, read without the diary."""
        best: dict[str, dict[str, Any]] = {}
        for path in self.folder("one").glob("20*.json"):
            for one in records(path):
                best[one["id"]] = max(one, best.get(one["id"], one), key=itemgetter("rev", "logged", "device"))
        return {wanted: one["rev"] for wanted, one in best.items() if not one.get("gone")}

    @invariant()
    def nothing_is_unreadable(self) -> None:
        for name in NAMES:
            assert self.diary(name).check() == self.diary(name).notices() == []


def stamps(diary: Diary) -> set[Stamp]:
    return {(one.id, one.head.rev, one.head.logged, one.head.device) for one in diary.versions()}


def deleted(diary: Diary) -> set[str]:
    living = {entry.id for entry in shown(diary)}
    return {version.id for version in diary.versions() if version.head.kind == "drink"} - living


@contextmanager
def killed_late() -> Iterator[None]:
    """What is done inside is interrupted when its volumes are in place, and not acknowledged."""
    dying = patch("coach.diary.writer.sync_folder", side_effect=KeyboardInterrupt)
    with dying, pytest.raises(KeyboardInterrupt):
        yield


TestThreeDevices = ThreeDevices.TestCase
TestThreeDevices.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
