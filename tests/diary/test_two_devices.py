"""Two devices that write while apart and meet now and then always end with the same diary, and lose nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from coach.diary.diary import Diary
from coach.model.entry import Entry
from tests.support.clock import FakeClock
from tests.support.diaries import DAY, diary_in, drink, records, shown, snapshot

NAMES = ("one", "two")
DEVICES = st.sampled_from(NAMES)
DAYS = st.sampled_from([DAY, DAY - timedelta(days=1), date(2026, 10, 31), date(2026, 12, 1)])
AMOUNTS = st.integers(1, 20).map(lambda tenths: tenths * 100.0)
KEYS = st.sampled_from(["units", "vessel.mug", "condition.dialysis"])
VALUES = st.sampled_from([None, "oz", 300.0, True, False])
PICK = st.integers(0, 1000)
Stamp = tuple[str, int, Any, str]


def fixed_uuid(dice: Random) -> UUID:
    """Ids that are the same each time, so that a failure can be repeated and made smaller."""
    return UUID(int=dice.getrandbits(128), version=4)


class TwoDevices(RuleBasedStateMachine):
    """Both log, edit, delete, undo, move and set profile keys; volumes are copied in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp())
        self.clocks = {name: FakeClock() for name in NAMES}
        self.diaries = {name: self.opened(name) for name in NAMES}
        self.acknowledged: set[Stamp] = set()
        self.copies = 0
        self.patches = ExitStack()
        self.patches.enter_context(patch("os.fsync"))
        dice = Random(0)
        for module in ("change", "machine", "writer"):
            ids = partial(fixed_uuid, dice)
            self.patches.enter_context(patch(f"coach.diary.{module}.uuid4", ids))

    def teardown(self) -> None:
        try:
            self.meet()
        finally:
            self.patches.close()
            shutil.rmtree(self.root)

    def opened(self, name: str) -> Diary:
        return diary_in(self.root / name, self.clocks[name], machine=name)

    def folder(self, name: str) -> Path:
        folder = self.root / name / "diary"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def own(self, name: str) -> set[str]:
        """The volumes that this device writes."""
        device = self.diaries[name]._machine.device()
        return {path.name for path in self.folder(name).glob(f"*.{device}.json")}

    @contextmanager
    def only_own_files(self, name: str) -> Iterator[Diary]:
        """Whatever the device does inside, it changes no file but the volumes of its own id."""
        before = snapshot(self.folder(name))
        yield self.diaries[name]
        after = snapshot(self.folder(name))
        others = set(before) - self.own(name)
        assert {other: after[other] for other in others} == {other: before[other] for other in others}

    def acknowledge(self, entries: list[Entry]) -> None:
        self.acknowledged |= {(entry.id, entry.rev, entry.logged, entry.device) for entry in entries}

    def some_entry(self, name: str, pick: int) -> str | None:
        entries = shown(self.diaries[name])
        return entries[pick % len(entries)].id if entries else None

    @rule(name=DEVICES, ml=AMOUNTS, day=DAYS, count=st.integers(1, 3))
    def add(self, name: str, ml: float, day: date, count: int) -> None:
        with self.only_own_files(name) as diary:
            self.acknowledge(diary.add([drink(ml, day)] * count, "drink"))

    @rule(name=DEVICES, pick=PICK, ml=AMOUNTS)
    def edit(self, name: str, pick: int, ml: float) -> None:
        if wanted := self.some_entry(name, pick):
            with self.only_own_files(name) as diary:
                self.acknowledge([diary.edit(wanted, {"ml": ml}, "edit")])

    @rule(name=DEVICES, pick=PICK, day=DAYS)
    def move(self, name: str, pick: int, day: date) -> None:
        if wanted := self.some_entry(name, pick):
            with self.only_own_files(name) as diary:
                self.acknowledge([diary.edit(wanted, {"day": day}, "move")])

    @rule(name=DEVICES, pick=PICK, count=st.integers(1, 3))
    def delete(self, name: str, pick: int, count: int) -> None:
        wanted = [entry.id for entry in shown(self.diaries[name])][pick % 5 :][:count]
        with self.only_own_files(name) as diary:
            self.acknowledge(diary.delete(wanted, "deletion"))

    @rule(name=DEVICES)
    def undo(self, name: str) -> None:
        before = shown(self.diaries[name]), self.diaries[name].settings()
        with self.only_own_files(name) as diary:
            told = diary.undo()
        if told is None or not told.taken_back:
            assert (shown(self.diaries[name]), self.diaries[name].settings()) == before

    @rule(name=DEVICES, values=st.dictionaries(KEYS, VALUES, min_size=1))
    def put(self, name: str, values: dict[str, Any]) -> None:
        with self.only_own_files(name) as diary:
            diary.put(values, DAY, "profile")
        standing = self.diaries[name].settings()
        assert {key: standing.get(key) for key in values} == values

    @rule(source=DEVICES, seed=PICK, share=st.sampled_from([0.3, 1]))
    def sync(self, source: str, seed: int, share: float) -> None:
        """Some volumes go over, in any order; what the other device writes itself is never sent back to it."""
        (target,) = set(NAMES) - {source}
        paths = [path for path in sorted(self.folder(source).iterdir()) if path.name not in self.own(target)]
        Random(seed).shuffle(paths)
        for path in paths[: round(len(paths) * share)]:
            newer = self.folder(target) / path.name
            if not newer.exists() or newer.stat().st_size < path.stat().st_size:
                shutil.copy2(path, newer.with_suffix(".tmp"))
                newer.with_suffix(".tmp").replace(newer)

    @rule(name=DEVICES, pick=PICK)
    def conflict(self, name: str, pick: int) -> None:
        """The file sync leaves a copy of a volume, as it is now, under a new name."""
        paths = sorted(self.folder(name).iterdir())
        if paths and self.copies < 4:
            self.copies += 1
            path = paths[pick % len(paths)]
            shutil.copy2(path, path.with_suffix(f".sync-conflict-{self.copies}.json"))

    @rule(name=DEVICES, pick=PICK)
    def touched(self, name: str, pick: int) -> None:
        """Something restores a volume of the device's own: it is no longer as the device left it."""
        paths = sorted(path for path in self.folder(name).iterdir() if path.name in self.own(name))
        if paths:
            path = paths[pick % len(paths)]
            shutil.copy(path, path.with_suffix(".tmp"))
            path.with_suffix(".tmp").replace(path)

    @rule(name=DEVICES, seconds=st.sampled_from([1, 3600, -7200]))
    def time_passes(self, name: str, seconds: int) -> None:
        self.clocks[name].advance(seconds)

    @rule(name=DEVICES)
    def restart(self, name: str) -> None:
        self.diaries[name] = self.opened(name)

    @rule()
    def meet(self) -> None:
        for source, target in [*zip(NAMES, reversed(NAMES), strict=True)] * 2:
            own = self.own(target)
            for path in self.folder(source).iterdir():
                there = self.folder(target) / path.name
                if path.name not in own and not (there.exists() and there.stat().st_size >= path.stat().st_size):
                    shutil.copy2(path, there)
        one, two = self.diaries.values()
        assert shown(one) == shown(two)
        assert one.settings() == two.settings()
        kept = {(v.id, v.order.rev, v.order.logged, v.order.device) for v in one.versions()}
        assert self.acknowledged <= kept
        living = {entry.id: (entry.rev, str(entry.day), getattr(entry, "ml", None)) for entry in shown(one)}
        assert living == self.winners()

    def winners(self) -> dict[str, tuple[Any, ...]]:
        """What counts for each living id by the rule of the format, read without the diary."""
        best: dict[str, dict[str, Any]] = {}
        for path in self.folder("one").glob("20*.json"):
            for one in records(path):
                best[one["id"]] = max(one, best.get(one["id"], one), key=itemgetter("rev", "logged", "device"))
        living = {wanted: one for wanted, one in best.items() if not one.get("gone")}
        return {wanted: (one["rev"], one["day"], one["ml"]) for wanted, one in living.items()}

    @invariant()
    def nothing_is_unreadable(self) -> None:
        for diary in self.diaries.values():
            assert diary.check() == diary.notices() == []


TestTwoDevices = TwoDevices.TestCase
TestTwoDevices.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
