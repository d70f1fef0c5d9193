"""Cramps: what to do now, and the record of them."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from coach.advice.night import cramps_of_night
from coach.advice.relief import CLOT_RISK, ReliefPlan, by_urgency, glowing, in_bed_hours, plan_relief
from coach.advice.safety import Safety, safety_now
from coach.diary.diary import Draft
from coach.errors import BadInputError, StorageError
from coach.library.library import find
from coach.model.cause import RedFlag, Urgency
from coach.model.entry import COMMON_FIELDS, Cramp, Night, Site
from coach.model.medicine import DO_NOT_STOP
from coach.model.nearest import hint_for
from coach.model.pose import Pose
from coach.model.profile import Profile
from coach.model.text import clean, clean_note
from coach.model.time_of_day import time_of_day
from coach.service.day import Done

if TYPE_CHECKING:
    from coach.service.coach import Coach

LOOK_BACK_DAYS = 365
CAUTIOUS = frozenset({CLOT_RISK, "cannot-stand-safely", "peripheral-neuropathy"})
_FIELDS = tuple(field for field in Cramp.__struct_fields__ if field not in COMMON_FIELDS)


class CrampService:
    """Help with the cramp that is happening, and logging it afterwards."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def sites(self) -> dict[str, str]:
        """The muscles there is relief for: id and name, in the order they are offered."""
        return {relief.id: relief.name for relief in self._coach.library.reliefs.values()}

    def last_site(self) -> str:
        """Where the last cramp with a relief of its own was; the calf when there was none."""
        last = self._coach.current_day()
        earliest = last - timedelta(days=LOOK_BACK_DAYS)
        # Month by month, for help waits for this: most often the newest knows.
        while last >= earliest:
            first = last.replace(day=1)
            for entry in reversed(self._coach.diary.entries(max(first, earliest), last)):
                if isinstance(entry, Cramp) and entry.site in self._coach.library.reliefs:
                    return str(entry.site)
            last = first - timedelta(days=1)
        return Site.CALF

    def relief(self, site: str | None = None, *, clot_ruled_out: bool = False) -> ReliefPlan:
        """The steps for one muscle, as this person may do them; raises BadInputError for an unknown one.

        `clot_ruled_out` says that the clot question was answered with no just now.
        """
        reliefs = self._coach.library.reliefs
        try:
            relief = find(reliefs, site or self.last_site(), "muscle")
            by_night = self._by_night(self._coach.person())
            return plan_relief(relief, self._coach.day.safety(), clot_ruled_out=clot_ruled_out, by_night=by_night)
        except StorageError:
            cautious, by_night = self._unread(), self._by_night(Profile())
            return plan_relief(find(reliefs, site or Site.CALF, "muscle"), cautious, by_night=by_night)

    def poses(self, plan: ReliefPlan) -> tuple[Pose | None, ...]:
        """How each step looks; None where nothing looks like it, or it is a move this person must not do.

        Reading the moves takes longer than all the rest of a plan.
        """
        try:
            safety = self._coach.day.safety()
        except StorageError:
            safety = self._unread()
        poses = [step.pose or self._pose_of(step.move, safety) for step in plan.steps]
        return tuple(glowing(pose, plan.site) if pose else None for pose in poses)

    def _pose_of(self, name: str, safety: Safety) -> Pose | None:
        move = self._coach.library.moves.get(name)
        return None if move is None or safety.why_no_move(move) else move.pose

    def _unread(self) -> Safety:
        """For a diary that cannot be read: what it might have said against a step is taken as said."""
        told = Profile(conditions=CAUTIOUS)
        return safety_now(told, (), self._coach.library.conditions, self._coach.now().date())

    def _by_night(self, person: Profile) -> bool:
        return in_bed_hours(self._coach.now().time(), person)

    def red_flags(self) -> tuple[tuple[Urgency, tuple[RedFlag, ...]], ...]:
        """All red flags, the most urgent first, with whom this person calls in what to do."""
        return by_urgency(self._coach.knowledge.red_flags)

    def log(self, *, at: datetime | None = None, day: date | None = None, **fields: Any) -> Done:
        """Log a cramp; every field of `Cramp` is optional. Raises BadInputError that names the field."""
        said = {key: _cleaned(value) for key, value in fields.items() if value is not None}
        if unknown := [key for key in said if key not in _FIELDS]:
            raise BadInputError(f"a cramp has no {unknown[0]!r}", hint_for(unknown[0], _FIELDS))
        if said.get("site", Site.CALF) not in set(Site):
            raise BadInputError(f"no muscle {said['site']!r}", hint_for(str(said["site"]), list(Site)))
        if "minutes" in said and not math.isfinite(said["minutes"]):
            raise BadInputError(f"minutes cannot be {said['minutes']:g}", "give a number of minutes")
        if "note" in said:
            said["note"] = clean_note(said["note"])
        at = at or (self._coach.now() if day is None or day == self._coach.current_day() else None)
        draft = Draft("cramp", self._coach.day_of(at, day), said, at)
        label = f"cramp, {said.get('site', Site.CALF)}"
        added = self._coach.diary.add([draft], label)
        return Done(label, tuple(added), (DO_NOT_STOP,) if said.get("new_medicine") else ())

    def no_cramp(self, *, day: date | None = None) -> Done:
        """The answer "no cramp last night", for the night that ended on the morning of `day`."""
        with self._coach.diary.undisturbed():
            day = day or self._coach.current_day()
            answered = self._coach.diary.on(day).of(Night)
            clock = self._coach.person().clock
            warnings = tuple(
                f"A cramp is logged for {time_of_day(cramp.moment, clock)} of that night, and it counts. "
                "Delete it if it was none."
                for cramp in self._of_night(day)
            )
            if answered and max(answered, key=lambda answer: answer.logged).cramps == 0:
                return Done("last night: no cramp, noted already", warnings=warnings)
            draft = Draft(
                "night", day, {"cramps": 0}, self._coach.now() if day == self._coach.current_day() else None
            )
            added = self._coach.diary.add([draft], "no cramp last night")
            return Done("last night: no cramp", tuple(added), warnings)

    def unanswer(self, *, day: date | None = None) -> Done:
        """Take back the answer about the night before `day`."""
        with self._coach.diary.undisturbed():
            day = day or self._coach.current_day()
            answers = [night.id for night in self._coach.diary.on(day).of(Night)]
            if not answers:
                return Done("last night has no answer")
            label = "last night: answer taken back"
            return Done(label, tuple(self._coach.diary.delete(answers, label)))

    def _of_night(self, day: date) -> list[Cramp]:
        entries = self._coach.diary.entries(day - timedelta(days=1), day)
        return cramps_of_night(day, entries, self._coach.person(day), self._coach.clock.local)


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value, lines=True)
        case list() | tuple():
            return [_cleaned(part) for part in value]
        case _:
            return value
