"""What a day was like, said in one go or mark by mark; each is a tick, so that it can be undone and deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from coach.advice.marks import ALCOHOL, MarksView, drank_alcohol, is_marked, marks_of
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.model.checklist import DAY_MARKS, Mark
from coach.model.day_entries import DayEntries
from coach.model.entry import Tick
from coach.model.nearest import hint_for
from coach.service.day import Done

if TYPE_CHECKING:
    from coach.service.coach import Coach


class MarkService:
    """The marks of a day; `day` is the current one unless another is named."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def offered(self) -> tuple[Mark, ...]:
        """What may be said about a day."""
        return self._coach.library.checklist.marks

    def known(self) -> Mapping[str, Mark]:
        """Every mark by its id, and the one that says that there is nothing else to say."""
        return {mark.id: mark for mark in (*self.offered(), DAY_MARKS)}

    def tickable(self, wanted: str) -> tuple[str, str]:
        """Id and label of the item or mark that is called so; raises BadInputError with the nearest."""
        items, marks = self._coach.library.items, self.known()
        if wanted in items:
            return wanted, items[wanted].label
        if wanted in marks:
            return wanted, marks[wanted].name
        raise BadInputError(f"no checklist item {wanted!r}", hint_for(wanted, [*items, *marks]))

    def of(self, day: date | None = None) -> MarksView:
        """What is said about a day."""
        return marks_of(self._entries(day), self.offered(), self._coach.library.drinks)

    def is_from_drinks(self, day: date | None = None) -> bool:
        """Whether the alcohol of a day is that of a drink that was logged, rather than a mark."""
        of_day = self._entries(day)
        return drank_alcohol(of_day, self._coach.library.drinks) and not is_marked(of_day, ALCOHOL)

    def say(self, so: Collection[str], *, day: date | None = None) -> Done:
        """Say that these were so and the others were not, as one action."""
        wanted = [mark for mark in self.known().values() if mark.id in {*so, DAY_MARKS.id}]
        with self._coach.diary.undisturbed():
            there = [one for one in self._entries(day).of(Tick) if one.item in self.known()]
            gone = [tick.id for tick in there if tick.item not in {mark.id for mark in wanted}]
            new = [mark for mark in wanted if mark.id not in {tick.item for tick in there}]
            names = [mark.name for mark in wanted if mark is not DAY_MARKS]
            label = f"about the day: {', '.join(names).lower() or 'none of these'}"
            if not (new or gone):
                return Done(f"{label}, noted already")
            return Done(label, tuple(self._coach.diary.add(self._drafts(new, day), label, instead_of=gone)))

    def mark(self, wanted: str, *, on: bool = True, day: date | None = None) -> Done:
        """Say one thing about a day, or take it back; raises BadInputError for an unknown one."""
        if (mark := self.known().get(wanted)) is None:
            raise BadInputError(f"no mark of a day {wanted!r}", hint_for(wanted, list(self.known())))
        with self._coach.diary.undisturbed():
            there = [one.id for one in self._entries(day).of(Tick) if one.item == mark.id]
            if on:
                if there:
                    return Done(f"{mark.name}: noted already")
                return Done(mark.name, tuple(self._coach.diary.add(self._drafts([mark], day), mark.name)))
            if not there:
                return Done(f"{mark.name}: nothing to take off")
            label = f"{mark.name} off"
            return Done(label, tuple(self._coach.diary.delete(there, label)))

    def _drafts(self, marks: Collection[Mark], day: date | None) -> list[Draft]:
        today = self._coach.current_day()
        at = self._coach.now() if day in {None, today} else None
        return [Draft("tick", day or today, {"item": mark.id, "label": mark.name}, at) for mark in marks]

    def _entries(self, day: date | None) -> DayEntries:
        day = day or self._coach.current_day()
        return self._coach.diary.on(day)
