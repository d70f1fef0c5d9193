"""What becomes of versions that come from elsewhere: the union with what is here, worked out before a write."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain

import msgspec

from coach.diary.change import Change
from coach.diary.version import Version, by_id, newest
from coach.diary.volume import PROFILE, month_of
from coach.model.entry import COMMON_FIELDS, KINDS

MOST_UNDOABLE = 1_000
"""An action that changes more entries is not noted for undo: each later write reads those notes."""
Known = Callable[[str], Sequence[Version]]
"""Every version of a part that is here."""


class Fate(StrEnum):
    """What becomes of an entry that comes from elsewhere.

    `older`: only versions that do not count are new. `stays deleted`: it was deleted here since.
    """

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"
    BROUGHT_BACK = "brought back"
    OLDER = "older"
    STAYS_DELETED = "stays deleted"
    THERE = "there already"


class Arrivals(msgspec.Struct, frozen=True):
    """What comes from elsewhere: `versions` as they are, and `entries` that nobody has stamped yet.

    `bring_back` lets entries live again that were deleted here since.
    """

    versions: tuple[Version, ...] = ()
    entries: tuple[Change, ...] = ()
    bring_back: bool = False


class Taking(msgspec.Struct, frozen=True):
    """What to write, and what becomes of how many entries, by kind.

    `clashes` are arriving versions that say something else than one here of the same order.
    """

    changes: tuple[Change, ...]
    fates: Mapping[tuple[str, Fate], int]
    clashes: tuple[Version, ...]

    @property
    def undoable(self) -> bool:
        """Whether an undo can take it back."""
        return sum(change.undoable for change in self.changes) > 0


def part_of(version: Version) -> str:
    """The part of the diary that a version belongs to."""
    return PROFILE if version.head.kind == "profile" else month_of(version.head.day)


def plan_taking(arrivals: Arrivals, known: Known) -> Taking:
    """The union of what arrives and what is here; the same for any order and repetition of the arrivals."""
    changes: list[Change] = []
    fates: Counter[tuple[str, Fate]] = Counter()
    clashes: list[Version] = []
    versions: dict[str, list[Version]] = defaultdict(list)
    for version in arrivals.versions:
        versions[part_of(version)].append(version)
    entries: dict[str, dict[str, Change]] = defaultdict(dict)
    for entry in arrivals.entries:
        entries[entry.part].setdefault(entry.record["id"], entry)
    for part in sorted({*versions, *entries}):
        here = by_id(known(part))
        for wanted, arriving in by_id(versions[part]).items():
            missing, clashing = _missing(arriving, here.get(wanted, []))
            fate, planned = _union(part, here.get(wanted, []), missing, arriving, bring_back=arrivals.bring_back)
            changes += planned
            clashes += clashing
            fates[newest(arriving)[wanted].head.kind, fate] += 1
            here[wanted] = [*here.get(wanted, []), *missing]
        for wanted, entry in entries[part].items():
            fate, planned = _addition(entry, here.get(wanted, []), bring_back=arrivals.bring_back)
            changes += planned
            fates[entry.record["kind"], fate] += 1
    if sum(change.undoable for change in changes) > MOST_UNDOABLE:
        changes = [msgspec.structs.replace(change, undoable=False) for change in changes]
    return Taking(tuple(changes), fates, tuple(clashes))


def same(one: Version, other: Version) -> bool:
    """Whether two versions of one order say the same, be it in other words: 250 and 250.0, a default or none."""
    if one.record == other.record:
        return True
    entry = one.entry
    return entry is not None and entry == other.entry and _unknown_keys(one) == _unknown_keys(other)


def _missing(arriving: Iterable[Version], here: Iterable[Version]) -> tuple[list[Version], list[Version]]:
    """The versions that are not here, and those of them that stand against one of the same order."""
    by_order = defaultdict(list)
    for version in here:
        by_order[version.order].append(version)
    missing, clashing = [], []
    for version in arriving:
        rivals = by_order[version.order]
        if not any(same(version, rival) for rival in rivals):
            missing.append(version)
            if rivals:
                clashing.append(version)
            rivals.append(version)
    return missing, clashing


def _union(
    part: str,
    here: Sequence[Version],
    missing: Sequence[Version],
    arriving: Sequence[Version],
    *,
    bring_back: bool,
) -> tuple[Fate, list[Change]]:
    before = next(iter(newest(here).values()), None)
    after = next(iter(newest(chain(here, missing)).values()))
    meant = next(iter(newest(arriving).values()))
    fate = _fate(before, after, meant, missing)
    changes = [Change(part, version.record, stamped=True, undoable=False) for version in missing]
    if bring_back and after.head.gone and not meant.head.gone:
        return Fate.BROUGHT_BACK, [*changes, _bringing_back(part, meant, after)]
    if fate in {Fate.NEW, Fate.CHANGED, Fate.DELETED}:
        place = next(place for place, version in enumerate(missing) if version is after)
        changes[place] = Change(part, after.record, before.order if before else None, stamped=True)
    return fate, changes


def _fate(before: Version | None, after: Version, meant: Version, missing: Sequence[Version]) -> Fate:
    if before is after or before is None:
        if after.head.gone and not meant.head.gone:
            return Fate.STAYS_DELETED
        if before is None and not after.head.gone:
            return Fate.NEW
        return Fate.OLDER if missing else Fate.THERE
    match before.head.gone, after.head.gone:
        case True, True:
            return Fate.OLDER
        case False, True:
            return Fate.DELETED
        case _:
            return Fate.CHANGED


def _addition(entry: Change, here: Sequence[Version], *, bring_back: bool) -> tuple[Fate, list[Change]]:
    """An entry without a stamp is the one here that has its id, whatever became of that since."""
    current = next(iter(newest(here).values()), None)
    if current is None:
        return Fate.NEW, [entry]
    if not current.head.gone:
        return Fate.THERE, []
    if not bring_back:
        return Fate.STAYS_DELETED, []
    return Fate.BROUGHT_BACK, [Change(entry.part, entry.record, current.order)]


def _bringing_back(part: str, meant: Version, gone: Version) -> Change:
    record = {key: value for key, value in meant.record.items() if key != "gone"}
    return Change(part, record, gone.order)


def _unknown_keys(version: Version) -> dict[str, object]:
    known = COMMON_FIELDS | set(KINDS[version.head.kind].__struct_fields__)
    return {key: value for key, value in version.record.items() if key not in known}
