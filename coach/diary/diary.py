"""The diary: what was done on which day, by whichever device it was logged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.clock import Clock
from coach.diary.change import Change, Draft, Undone, addition, deletion, edition, setting
from coach.diary.finding import find_version
from coach.diary.living import Days, between, when
from coach.diary.lock import Patience
from coach.diary.machine import Machine
from coach.diary.profile import id_of, settings_of
from coach.diary.shelf import Shelf
from coach.diary.version import Version, by_id, newest
from coach.diary.volume import PROFILE, Mark, month_of
from coach.errors import BadInputError, StorageError
from coach.model.day_entries import DayEntries
from coach.model.entry import Entry
from coach.model.setting import Scalar

if TYPE_CHECKING:
    from coach.diary.faults import Fault, Ground
    from coach.diary.taking import Arrivals, Taking
    from coach.diary.writer import Writer

__all__ = ["Diary", "Draft", "Undone"]


class Diary:
    """All entries of all devices in one folder, and the writing of this device's own."""

    def __init__(
        self,
        folder: Path,
        state: Path,
        clock: Clock,
        on_written: Callable[[], None] = lambda: None,
        patience: Callable[[], Patience] = Patience,
    ) -> None:
        self._state = state
        self._clock = clock
        self._machine = Machine(state)
        self._shelf = Shelf(folder, self._machine.previous, self._machine.expect)
        self._on_written = on_written
        self._patience = patience

    @cached_property
    def _writer(self) -> Writer:
        from coach.diary.writer import Writer

        return Writer(
            self._shelf,
            self._machine,
            self._state,
            self._clock,
            on_written=self._on_written,
            patience=self._patience,
        )

    def one_look(self) -> AbstractContextManager[None]:
        """Look at the folder once for all that is read meanwhile, and not at each question."""
        return self._shelf.look.once()

    def undisturbed(self) -> AbstractContextManager[None]:
        """Nobody else writes meanwhile, so that what is read still holds at the write; raises StorageError."""
        return self._writer.holding_lock()

    def entries(self, first: date, last: date) -> list[Entry]:
        """The living entries of the days from `first` to `last`, in the order they happened."""
        return sorted((entry for of_day in self.by_day(first, last).values() for entry in of_day), key=when)

    def by_day(self, first: date, last: date) -> Days:
        """The same, by day; of a day to which nobody wrote since, the same value as before."""
        return between(self._shelf.living(month_of(first), month_of(last)), first, last)

    def on(self, day: date) -> DayEntries:
        """The living entries of a day."""
        return self.by_day(day, day).get(day, DayEntries())

    def days(self) -> tuple[date, date] | None:
        """The first and last day that may have entries, by whole months; None for an empty diary."""
        months = self._shelf.months()
        if not months:
            return None
        first, last = (date.fromisoformat(f"{month}-01") for month in (months[-1], months[0]))
        from calendar import monthrange

        return first, last.replace(day=monthrange(last.year, last.month)[1])

    def settings(self, until: datetime | None = None) -> dict[str, Scalar]:
        """The profile's keys and values, as they stood at `until`."""
        return settings_of(self._shelf.versions(PROFILE), until)

    def marks(self, first: date, last: date) -> tuple[Mark, ...]:
        """Changes whenever any process or device writes to these days or to the profile."""
        return self._shelf.marks(month_of(first), month_of(last))

    def versions(self) -> list[Version]:
        """Every version there is, newest month first, then the profile; for export."""
        return [version for part in [*self._shelf.months(), PROFILE] for version in self._shelf.versions(part)]

    def faults(self) -> list[str]:
        """What could not be read, of the volumes that were asked for so far."""
        return [*self._astray(), *self._shelf.faults()]

    def check(self) -> list[str]:
        """What cannot be read, of all that is in the folder."""
        unknown = len({version.id for version in self.versions() if version.entry is None})
        counted = f"{unknown} entries of a kind or shape this coach does not know; they are kept"
        return [*self.faults(), *([counted] if unknown else [])]

    def survey(self) -> list[Fault]:
        """Every fault in the diary's files, and what a repair would do about it; raises StorageError."""
        from coach.diary.faults import find_faults

        return find_faults(self._ground())

    def repair(self, back_up: Callable[[], object]) -> list[str]:
        """Mend what can be mended, after `back_up`; gives what was done. Raises StorageError."""
        from coach.diary.faults import find_faults
        from coach.diary.repair import mend, to_take_in
        from coach.diary.taking import Arrivals

        ground = self._ground()
        with self._writer.holding_lock():
            done = [line for fault in find_faults(ground) for line in mend(fault, ground, before_a_backup=True)]
            back_up()
            arrivals = Arrivals(tuple(to_take_in(ground)))
            done += [line for fault in find_faults(ground) for line in mend(fault, ground)]
        taken = self.take_in(arrivals, "repair")
        if taken.changes:
            done.append(f"{len(taken.changes)} versions were written to the diary that were not read before")
        return done

    def notices(self) -> list[str]:
        """What the person should know of the last writes; told once."""
        if "_writer" not in vars(self):
            return []
        notices, self._writer.notices = self._writer.notices, []
        return notices

    def find(self, wanted: str) -> Entry:
        """The living entry whose id begins with `wanted`; raises BadInputError when none or several do."""
        version = find_version(self._shelf, wanted.strip().lower())
        entry = version.entry
        if entry is None:
            raise BadInputError(f"{wanted} is of a kind this coach does not know", "use the coach that wrote it")
        return entry

    def add(self, drafts: Sequence[Draft], label: str, *, instead_of: Iterable[str] = ()) -> list[Entry]:
        """Write new entries as one action, in which those of `instead_of` are deleted.

        Raises BadInputError or StorageError, and then none is written.
        """
        new = [addition(draft) for draft in drafts]
        return _entries(self._writer.write(label, lambda: [*new, *self._deletions(instead_of)]))

    def edit(self, wanted: str, fields: Mapping[str, Any], label: str) -> Entry:
        """Write a new version of an entry with some `fields` changed (`day` and `at` too).

        An entry that changes its day is deleted and written anew, for the day of an id never changes.
        """
        return _entries(self._writer.write(label, lambda: edition(find_version(self._shelf, wanted), fields)))[0]

    def delete(self, wanted: Iterable[str], label: str) -> list[Entry]:
        """Delete entries as one action; they stay in the volumes as versions that are gone."""
        ids = dict.fromkeys(wanted)
        return _entries(self._writer.write(label, lambda: self._deletions(ids)))

    def put(self, values: Mapping[str, Scalar], day: date, label: str) -> None:
        """Set profile keys as one action; None unsets."""

        def compose() -> list[Change]:
            known = newest(self._shelf.versions(PROFILE))
            return [setting(known.get(id_of(key)), key, value, day) for key, value in values.items()]

        self._writer.write(label, compose)

    def taking(self, arrivals: Arrivals) -> Taking:
        """What taking in what comes from elsewhere would write; nothing is written."""
        from coach.diary.taking import plan_taking

        return plan_taking(arrivals, self._shelf.versions)

    def take_in(self, arrivals: Arrivals, label: str) -> Taking:
        """Write what is not here yet of what comes from elsewhere, as one action; gives what was written.

        Versions keep their stamps and go into this device's own volumes, so that the result is the union
        whatever comes when and how often. Raises StorageError.
        """
        taken = []

        def compose() -> Sequence[Change]:
            taken.append(self.taking(arrivals))
            return taken[0].changes

        self._writer.write(label, compose)
        return taken[0]

    def undo(self) -> Undone | None:
        """Take back this machine's last action that is not undone yet; None when there is none."""
        from coach.diary.undo import plan_undo

        plans = []

        def compose() -> list[Change]:
            plan = plan_undo(self._machine.actions(), self._versions_of())
            plans.append(plan)
            return list(plan.changes) if plan else []

        def undoes() -> str:
            return plans[0].action.action if plans[0] else ""

        self._writer.write("undo", compose, undoes)
        plan = plans[0]
        if plan is None:
            return None
        return Undone(plan.action.label, len(plan.changes), tuple(_entries(plan.changed_since)))

    def _deletions(self, wanted: Iterable[str]) -> list[Change]:
        return [deletion(find_version(self._shelf, one)) for one in wanted]

    def _astray(self) -> list[str]:
        """That the diary is somewhere else, if it is."""
        try:
            self._machine.expect(self._shelf.folder)
        except StorageError as error:
            return [f"{error.message}; {error.hint}"]
        return []

    def _ground(self) -> Ground:
        from coach.diary.faults import Ground

        return Ground(self._shelf, self._machine, self._state, self._clock.now())

    def _versions_of(self) -> Callable[[str, str], Sequence[Version]]:
        versions_by_id = cache(lambda part: by_id(self._shelf.versions(part)))
        return lambda part, wanted: versions_by_id(part).get(wanted, ())


def _entries(versions: Iterable[Version]) -> list[Entry]:
    return [entry for version in versions if (entry := version.entry) is not None]
