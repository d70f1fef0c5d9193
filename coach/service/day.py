"""What a person does with a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from coach.advice.checklist import amount_of, target_of
from coach.advice.water import drink_warnings, fullest_hour
from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.library.library import find
from coach.model.amount import check_drink, format_amount, parse_amount
from coach.model.checklist import Item
from coach.model.entry import Cramp, Drink, Entry, Skip, Tick
from coach.model.food import Food
from coach.model.nearest import nearest
from coach.model.text import clean, clean_note
from coach.service.day_reader import DayReader


class Done(msgspec.Struct, frozen=True):
    """What was written (nothing when it was so already), in words, and what should be said about it."""

    said: str
    entries: tuple[Entry, ...] = ()
    warnings: tuple[str, ...] = ()


class DayService(DayReader):
    """What a person does with a day; `day` is the current one unless another is named."""

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
        with self._coach.diary.undisturbed():
            day = day or self._coach.current_day()
            drinks = self._coach.diary.on(day).of(Drink)
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
        with self._coach.diary.undisturbed():
            at, day = self._moment(None, day)
            _, person = self._person(day)
            recent = self._since_the_night(day)
            safety = self._safety(day, person, recent.of(Cramp))
            if why := safety.why_withheld(known.withhold_if, known.topics):
                hint = "nothing was written; coach profile shows what coach knows about you"
                raise BadInputError(f"{known.label} is {why}", hint)
            target = target_of(known, person)
            if target == 1 and amount_of(known, recent.on(day)) >= target:
                return Done(f"{known.label}: done already")
            fields = {"item": known.id, "label": known.label, "amount": amount}
            return Done(known.label, tuple(self._coach.diary.add([Draft("tick", day, fields, at)], known.label)))

    def untick(self, item: str, *, everything: bool = False, day: date | None = None) -> Done:
        """Take off the newest tick of an item, or all of that day.

        What a session or a food counted for the item is not a tick; it goes when that entry is deleted.
        """
        known = self.item(item)
        with self._coach.diary.undisturbed():
            day = day or self._coach.current_day()
            ticks = [tick for tick in self._coach.diary.on(day).of(Tick) if tick.item == known.id]
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
        with self._coach.diary.undisturbed():
            day = day or self._coach.current_day()
            if self._coach.diary.on(day).of(Skip):
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
