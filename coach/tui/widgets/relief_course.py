"""How far the relief of a cramp is: which page, which step, how long, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from enum import Enum, auto
from typing import Self

from coach.advice.relief import ReliefPlan
from coach.model.profile import Profile

LATE_S = 600
"""From so long after it began on, the cramp is one to ask about today (safety review 4.4)."""
EARLIER_S = 60
CLOT = "swollen-leg"
LATE = "cramp-over-ten-minutes"


class Place(Enum):
    """What is on the screen."""

    ASK = auto()
    """The clot question, alone, before anything else."""
    STEP = auto()
    GATE = auto()
    """The red-flag question, large, before the steps that wait for it."""
    CHECK = auto()
    """The red flags were read; whether one fits is not said yet."""
    STOP = auto()
    """A red flag fits: no more steps."""
    LATE = auto()
    """Ten minutes are over."""
    END = auto()
    """There is no further step."""
    AFTER = auto()
    """It has let go."""


_COUNTED = frozenset({Place.STEP, Place.GATE})


@dataclass(frozen=True)
class Course:
    """One cramp from the first step to the follow-up; times are seconds of a monotonic clock.

    `seen` is whether the question was on the screen during a whole step, `answered` whether one of its
    signs fits (None: nothing was answered). Only a step's own seconds count; what covers it stops them.
    """

    plan: ReliefPlan
    began: float
    place: Place
    step: int = 0
    spent: float = 0.0
    counted_from: float | None = None
    back: Place = Place.STEP
    seen: bool = False
    asked: bool = False
    answered: bool | None = None
    late_told: bool = False
    lasted_s: float = 0.0

    @classmethod
    def start(cls, plan: ReliefPlan, at: float) -> Self:
        """The first step at once; only a raised clot risk is asked about before."""
        if plan.ask_first:
            return cls(plan, at, Place.ASK)
        return cls(plan, at, Place.STEP, counted_from=at)

    @property
    def flag(self) -> str:
        """The id of the red flag that the page is about; empty when it is about none or any."""
        if self.place is Place.LATE:
            return LATE
        return CLOT if self.place is Place.STOP and not self.asked else ""

    def elapsed_s(self, at: float) -> float:
        """Seconds since the cramp began."""
        return at - self.began

    def left_s(self, at: float) -> float:
        """Seconds until the next step comes by itself."""
        step = self.plan.steps[0 if self.place is Place.GATE else self.step]
        counted = self.spent + (at - self.counted_from if self.counted_from is not None else 0.0)
        return max(0.0, step.seconds - counted)

    def tick(self, at: float) -> Self:
        """What the time alone changes: the next step, and once the page about ten minutes."""
        running = self.place in _COUNTED or self.place is Place.END
        if running and not self.late_told and self.elapsed_s(at) >= LATE_S:
            return replace(self._aside(Place.LATE, at), late_told=True)
        if self.place in _COUNTED and self.counted_from is not None and self.left_s(at) <= 0:
            return replace(self, seen=True)._on(at)
        return self

    def next(self, at: float) -> Self:
        """What the person goes on to: the next step; nothing where an answer is waited for."""
        match self.place:
            case Place.STEP:
                return self._on(at)
            case Place.END:
                return self._at(Place.STEP, at)
            case Place.LATE:
                return self._returned(at)
            case _:
                return self

    def earlier(self) -> Self:
        """It began a minute earlier than was thought."""
        return replace(self, began=self.began - EARLIER_S)

    def answer(self, at: float, *, fits: bool) -> Self:
        """Whether a sign of the question fits; an answer taken back goes on where it stopped."""
        match self.place:
            case Place.ASK | Place.CHECK if fits:
                return replace(self, place=Place.STOP, answered=True if self.asked else None)
            case Place.ASK:
                return self._at(Place.STEP, at)
            case Place.STOP if not (fits or self.asked):
                return self._at(Place.STEP, at)
            case Place.CHECK | Place.STOP | Place.GATE | Place.STEP | Place.END if not fits:
                return replace(self, answered=False)._after_no(at)
        return self

    def read_flags(self, at: float) -> Self:
        """The red flags were opened; when they close, one is asked whether any fits."""
        if self.place in {Place.AFTER, Place.CHECK, Place.STOP, Place.ASK}:
            return self
        back = self.back if self.place is Place.LATE else self.place
        return replace(self._aside(Place.CHECK, at), back=back, asked=True)

    def pause(self, at: float) -> Self:
        """Something covers the screen: neither the step nor the question counts meanwhile."""
        if self.counted_from is None:
            return self
        return replace(self, spent=self.spent + at - self.counted_from, counted_from=None)

    def resume(self, at: float) -> Self:
        return replace(self, counted_from=at) if self.place in _COUNTED and self.counted_from is None else self

    def with_plan(self, plan: ReliefPlan, at: float) -> Self:
        """The steps for another muscle, from the first on; what was answered stays answered."""
        changed = replace(self, plan=plan, step=0)
        if self.place in _COUNTED or self.place is Place.END:
            return changed._at(Place.STEP, at)
        return replace(changed, spent=0.0, back=Place.STEP)

    def let_go(self, at: float) -> Self:
        """The cramp is over."""
        return replace(self.pause(at), place=Place.AFTER, lasted_s=self.elapsed_s(at))

    def _on(self, at: float) -> Self:
        """The next step, if it may come; the steps that wait for the question come only after it."""
        coming = self.step + 1
        if coming >= len(self.plan.steps):
            return self._at(Place.END, at)
        if self.plan.steps[coming].after_question and not self.seen and self.answered is None:
            return self._at(Place.GATE, at, self.step)
        return self._at(Place.STEP, at, coming)

    def _at(self, place: Place, at: float, step: int = 0) -> Self:
        return replace(self, place=place, step=step, spent=0.0, counted_from=at if place in _COUNTED else None)

    def _aside(self, place: Place, at: float) -> Self:
        return replace(self.pause(at), place=place, back=self.place)

    def _after_no(self, at: float) -> Self:
        """On from where the answer was waited for; elsewhere it changes nothing else."""
        if self.place is Place.GATE:
            return self._on(at)
        return self._returned(at) if self.place in {Place.CHECK, Place.STOP} else self

    def _returned(self, at: float) -> Self:
        """Back to what was left, with the time it had left; a gate that was answered is open."""
        returned = replace(self, place=self.back).resume(at)
        return returned._on(at) if self.back is Place.GATE and self.answered is False else returned


def in_bed_hours(at: time, profile: Profile) -> bool:
    """Whether the person is usually in bed at that time of day, by their waking hours."""
    if profile.awake_from <= profile.awake_until:
        return not profile.awake_from <= at < profile.awake_until
    return profile.awake_until <= at < profile.awake_from
