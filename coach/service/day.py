"""The day: what it asks for, and ticking it off."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from coach.advice.checklist import amount_of, counting_alike, target_of
from coach.advice.night import cramps_of_night
from coach.advice.safety import Safety, safety_now
from coach.advice.water import WaterView, drink_warnings, fullest_hour, water_of
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.library.library import find
from coach.model.amount import check_drink, format_amount, parse_amount
from coach.model.checklist import Item
from coach.model.entry import Cramp, Drink, Entry, Session, Skip, Tick
from coach.model.food import Food
from coach.model.nearest import nearest
from coach.model.on_demand import OnDemand
from coach.model.ruling import Topic
from coach.model.text import clean, clean_note
from coach.reminders.declined import decline, declined_on

if TYPE_CHECKING:
    from coach.advice.today import Knowledge, TodayView
    from coach.service.coach import Coach


class Done(msgspec.Struct, frozen=True):
    """What was written (nothing when it was so already), in words, and what should be said about it."""

    said: str
    entries: tuple[Entry, ...] = ()
    warnings: tuple[str, ...] = ()


class DayService:
    """What a person does with a day; `day` is the current one unless another is named."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def today(self, day: date | None = None, *, declined: frozenset[str] = frozenset()) -> TodayView:
        """The view of a day; `declined` are actions of next steps not wanted now, besides those declined today."""
        from coach.advice.experiment import experiments_of
        from coach.advice.today import HISTORY_DAYS, When, today_view

        coach = self._coach
        day = day or coach.current_day()
        declined |= declined_on(coach.places.state, day)
        entries = coach.diary.entries(day - timedelta(days=HISTORY_DAYS), day)
        when = When(day, coach.now(), coach.clock.local)
        knowledge, safety = self._knowledge(entries), self.safety(day, entries)
        tried = next(iter(experiments_of(coach.diary.settings())), None)
        return today_view(when, entries, knowledge, coach.person(day), safety, declined=declined, experiment=tried)

    def decline(self, action: str) -> None:
        """Not now: that next step is not offered again today, on this machine. Raises StorageError."""
        decline(self._coach.places.state, self._coach.current_day(), action)

    def water(self, day: date) -> WaterView:
        """The water of a day, as its view has it, from a few days of the diary."""
        coach = self._coach
        drinks = [entry for entry in coach.diary.entries(day, day) if isinstance(entry, Drink)]
        kinds, verdict = coach.library.drinks, self.safety(day).verdict(Topic.WATER_GOAL)
        now, local = coach.now(), coach.clock.local
        return water_of(day, now, local, drinks, kinds=kinds, profile=coach.person(day), verdict=verdict)

    def safety(self, day: date | None = None, entries: list[Entry] | None = None) -> Safety:
        """What speaks against what, for this person, on that day; `entries` reach back to the night before it.

        A past day is as the person told it until then; that they answered the questions since counts for it too.
        """
        coach = self._coach
        day = day or coach.current_day()
        person = coach.person(day)
        if person.answered is None:
            person = replace(person, answered=coach.person().answered)
        if entries is None:
            entries = coach.diary.entries(day - timedelta(days=1), day)
        cramps = [entry for entry in entries if isinstance(entry, Cramp) and entry.day == day]
        cramps += cramps_of_night(day, entries, person, coach.clock.local)
        return safety_now(person, cramps, coach.library.conditions, day)

    def marks(self, day: date) -> object:
        """A value that changes when anyone writes to what a day's view is made from."""
        from coach.advice.today import HISTORY_DAYS

        return self._coach.diary.marks(day - timedelta(days=HISTORY_DAYS), day)

    def drink(
        self, said: str | None = None, *, what: str = "water", at: datetime | None = None, day: date | None = None
    ) -> Done:
        """Log a drink: an amount as people say it, or the usual vessel.

        Raises BadInputError, also for more than 2 l at once; then nothing is written.
        """
        coach = self._coach
        person = coach.person()
        kind = find(coach.library.drinks, what, "drink")
        ml = (
            check_drink(person.usual_ml, person.usual_vessel)
            if said is None
            else parse_amount(said, person.vessels, person.units)
        )
        at, day = self._moment(at, day)
        fields = {"ml": ml, "what": kind.id, "said": clean(said or person.usual_vessel)}
        label = f"{format_amount(ml, person.units)} {kind.name.lower()}"
        added = coach.diary.add([Draft("drink", day, fields, at)], label)
        around = coach.diary.entries(day - timedelta(days=1), day + timedelta(days=1))
        drinks = [entry for entry in around if isinstance(entry, Drink)]
        total = sum(drink.ml for drink in drinks if drink.day == day)
        warnings = [
            warning
            for entry in added
            if isinstance(entry, Drink)
            for warning in drink_warnings(fullest_hour(drinks, entry), total, entry, person)
        ]
        return Done(label, tuple(added), tuple(warnings))

    def undrink(self, *, day: date | None = None) -> Done:
        """Take off the drink that was logged last on that day."""
        day = day or self._coach.current_day()
        drinks = [entry for entry in self._coach.diary.entries(day, day) if isinstance(entry, Drink)]
        if not drinks:
            return Done("no drink to take off")
        last = max(drinks, key=lambda drink: (drink.logged, drink.id))
        label = f"{format_amount(last.ml, self._coach.person().units)} off"
        return Done(label, tuple(self._coach.diary.delete([last.id], label)))

    def tick(self, item: str, *, amount: float = 1, day: date | None = None) -> Done:
        """Tick an item; a second tick of one that is done once a day does nothing.

        Raises BadInputError with the reason when the item is withheld from this person.
        """
        known = self.item(item)
        if not 0 < amount <= 100:
            raise BadInputError(f"cannot tick {amount:g} times", "give an amount above 0, at most 100")
        at, day = self._moment(None, day)
        if why := self.safety(day).why_withheld(known.withhold_if, known.topics):
            hint = "nothing was written; coach profile shows what coach knows about you"
            raise BadInputError(f"{known.label} is {why}", hint)
        target = target_of(known, self._coach.person(day))
        if target == 1 and amount_of(known, self._coach.diary.entries(day, day)) >= target:
            return Done(f"{known.label}: done already")
        fields = {"item": known.id, "label": known.label, "amount": amount}
        return Done(known.label, tuple(self._coach.diary.add([Draft("tick", day, fields, at)], known.label)))

    def untick(self, item: str, *, everything: bool = False, day: date | None = None) -> Done:
        """Take off the newest tick of an item, or all of that day.

        What a session or a food counted for the item is not a tick; it goes when that entry is deleted.
        """
        known = self.item(item)
        day = day or self._coach.current_day()
        ticks = [e for e in self._coach.diary.entries(day, day) if isinstance(e, Tick) and e.item == known.id]
        if not ticks:
            return Done(f"{known.label}: no tick to take off")
        off = ticks if everything else [max(ticks, key=lambda tick: (tick.logged, tick.id))]
        label = f"{known.label} off"
        return Done(label, tuple(self._coach.diary.delete([tick.id for tick in off], label)))

    def eat(self, food: str, *, portions: float = 1, at: datetime | None = None, day: date | None = None) -> Done:
        """Log a food by its id or a word of its name; raises BadInputError when none or several match."""
        known = self.food(food)
        if not 0 < portions <= 20:
            raise BadInputError(f"cannot eat {portions:g} portions", "give a number above 0, at most 20")
        at, day = self._moment(at, day)
        fields = {
            "food": known.id,
            "label": known.name,
            "portions": portions,
            "potassium_mg": round(known.portion.potassium_mg * portions, 1),
            "calcium_mg": round(known.portion.calcium_mg * portions, 1),
            "magnesium_mg": round(known.portion.magnesium_mg * portions, 1),
        }
        return Done(known.name, tuple(self._coach.diary.add([Draft("eat", day, fields, at)], known.name)))

    def skip(self, reason: str = "", *, day: date | None = None) -> Done:
        """A day off, which neither breaks nor feeds the count of kept days; a second one does nothing."""
        day = day or self._coach.current_day()
        if any(isinstance(entry, Skip) for entry in self._coach.diary.entries(day, day)):
            return Done("this day is skipped already")
        draft = Draft("skip", day, {"reason": clean_note(reason)})
        return Done("a day off", tuple(self._coach.diary.add([draft], "a day off")))

    def note(self, text: str, *, of: str = "", day: date | None = None) -> Done:
        """A line about the day, or about the entry with the id `of`."""
        note = clean_note(text)
        if not note:
            raise BadInputError("the note is empty", "say something, or leave it")
        at, day = self._moment(None, day)
        of = self._coach.diary.find(of).id if of else ""
        return Done(
            "note", tuple(self._coach.diary.add([Draft("note", day, {"text": note, "of": of}, at)], "note"))
        )

    def list_item(self, item: str, *, on: bool) -> Done:
        """Put an item on the person's list, or off it."""
        known = self.item(item)
        label = f"{known.label} {'on' if on else 'off'} the list"
        self._coach.diary.put({f"item.{known.id}.on": on}, self._coach.current_day(), label)
        return Done(label)

    def item(self, wanted: str) -> Item:
        """The checklist item with that id; raises BadInputError with the nearest."""
        return find(self._coach.library.items, wanted, "checklist item")

    def food(self, wanted: str) -> Food:
        """The one food meant; raises BadInputError with the candidates when several match."""
        foods = self._coach.library.foods
        said = wanted.strip().lower()
        matches = [food for food in foods.values() if said in {food.id, food.name.lower()}]
        matches = matches or [food for food in foods.values() if said and said in f"{food.id} {food.name.lower()}"]
        if len(matches) == 1:
            return matches[0]
        if matches:
            names = ", ".join(food.id for food in matches)
            raise BadInputError(f"{wanted!r} matches several foods", f"one of: {names}")
        near = nearest(said, foods)
        raise BadInputError(
            f"no food {wanted!r}", f"did you mean {' or '.join(near)}?" if near else "see: coach foods"
        )

    def _moment(self, at: datetime | None, day: date | None) -> tuple[datetime | None, date]:
        """When something happened and on which day: on a past day without a time, nobody knows when."""
        coach = self._coach
        if at is None and day is not None and day != coach.current_day():
            return None, day
        at = at or coach.now()
        return at, coach.day_of(at, day)

    def _knowledge(self, entries: list[Entry]) -> Knowledge:
        """What of the content a view of these entries is made from."""
        from coach.advice.today import Knowledge

        library = self._coach.library
        done = dict.fromkeys(entry.routine for entry in entries if isinstance(entry, Session))
        known = [library.routines[routine] for routine in done if routine in library.routines]
        return Knowledge(
            checklist=counting_alike(library.checklist, known),
            drinks=library.drinks,
            moves=library.moves,
            routines=library.routines,
            lengths=OnDemand(library.routines.keys(), lambda routine: self._coach.sessions.lengths[routine]),
        )
