"""How far the relief of a cramp is: which page, which step, how long, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from coach.advice.relief import ReliefPlan

LATE_S = 600
"""From so long after it began on, the cramp is one to ask about today (safety review 4.4)."""
EARLIER_S = 60
LONGEST_GAP_S = 2.0
"""After more than this without a look nobody knows whether the step went on, so it does not count for the step."""
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
    signs fits (None: nothing was answered), `still` the same once it has let go. Only a step's own seconds
    count: what covers it stops them, and a gap since the last look, at `looked`, is left out. `back` is what
    comes after the red flags were read, `late_back` what comes after the page about ten minutes.
    """

    plan: ReliefPlan
    began: float
    place: Place
    step: int = 0
    spent: float = 0.0
    counted_from: float | None = None
    looked: float = 0.0
    back: Place = Place.STEP
    late_back: Place = Place.STEP
    seen: bool = False
    asked: bool = False
    answered: bool | None = None
    still: bool | None = None
    late_told: bool = False
    lasted_s: float = 0.0

    @classmethod
    def start(cls, plan: ReliefPlan, at: float) -> Self:
        """The first step at once; only a raised clot risk is asked about before."""
        if plan.ask_first:
            return cls(plan, at, Place.ASK, looked=at)
        return cls(plan, at, Place.STEP, counted_from=at, looked=at)

    @property
    def flag(self) -> str:
        """The id of the red flag that the page is about; empty when it is about none or any."""
        if self.place is Place.LATE:
            return LATE
        return CLOT if self.place is Place.STOP and not self.asked else ""

    @property
    def signs(self) -> bool | None:
        """Whether a sign fitted, before or after it let go; None when nothing was answered."""
        answers = {self.answered, self.still} - {None}
        return any(answers) if answers else None

    @property
    def stretched(self) -> bool:
        """Whether a step was on the screen last, so that it may be what released the cramp."""
        place = self.late_back if self.place is Place.LATE else self.place
        return place not in {Place.ASK, Place.STOP}

    def is_late(self, at: float) -> bool:
        """Whether ten minutes are over since it began."""
        return self.elapsed_s(at) >= LATE_S

    def elapsed_s(self, at: float) -> float:
        """Seconds since the cramp began."""
        return at - self.began

    @property
    def step_s(self) -> int:
        """Seconds that the step takes, or the question large; that is as long as the first step."""
        return self.plan.steps[0 if self.place is Place.GATE else self.step].seconds

    def left_s(self, at: float) -> float:
        """Seconds until the next step comes by itself."""
        counted = self.spent + (at - self.counted_from if self.counted_from is not None else 0.0)
        return max(0.0, self.step_s - counted)

    def tick(self, at: float) -> Self:
        """What the time alone changes: the next step, and once, from whatever page, the one about ten minutes.

        Where the steps are stopped already, that page would say less; it comes when they go on.
        """
        now = self._without_gap(at)
        if not now.late_told and now.is_late(at) and now.place not in {Place.AFTER, Place.STOP}:
            return replace(now.pause(at), place=Place.LATE, late_back=now.place, late_told=True)
        if now.place in _COUNTED and now.counted_from is not None and now.left_s(at) <= 0:
            return replace(now, seen=True)._on(at)
        return now

    def next(self, at: float) -> Self:
        """What the person goes on to: the next step; nothing where an answer is waited for."""
        match self.place:
            case Place.STEP:
                return self._on(at)
            case Place.END:
                return self._at(Place.STEP, at)
            case Place.LATE:
                return replace(self, place=self.late_back).resume(at)
            case _:
                return self

    def earlier(self) -> Self:
        """It began a minute earlier than was thought."""
        return replace(self, began=self.began - EARLIER_S)

    def answer(self, at: float, *, fits: bool) -> Self:
        """Whether a sign of the question fits; an answer taken back goes on where it stopped."""
        match self.place:
            case Place.ASK | Place.CHECK if fits:
                return replace(self, place=Place.STOP, answered=True)
            case Place.ASK:
                return self._at(Place.STEP, at)
            case Place.STOP if not (fits or self.asked):
                return replace(self, answered=None)._at(Place.STEP, at)
            case Place.CHECK | Place.STOP | Place.GATE | Place.STEP | Place.END if not fits:
                return replace(self, answered=False)._after_no(at)
            case Place.AFTER:
                return replace(self, still=fits)
        return self

    def read_flags(self, at: float) -> Self:
        """The red flags were opened; when they close, one is asked whether any fits."""
        if self.place is Place.LATE:
            under = replace(self, place=self.late_back).read_flags(at)
            return under if under.place is Place.CHECK else self
        if self.place in {Place.AFTER, Place.CHECK, Place.STOP, Place.ASK}:
            return self
        return replace(self.pause(at), place=Place.CHECK, back=self.place, asked=True)

    def pause(self, at: float) -> Self:
        """Something covers the screen: neither the step nor the question counts meanwhile."""
        now = self._without_gap(at)
        if now.counted_from is None:
            return now
        return replace(now, spent=now.spent + at - now.counted_from, counted_from=None)

    def resume(self, at: float) -> Self:
        counts = self.place in _COUNTED and self.counted_from is None
        return replace(self, counted_from=at if counts else self.counted_from, looked=at)

    def with_plan(self, plan: ReliefPlan, at: float) -> Self:
        """The steps for another muscle, from the first on; what was answered stays answered."""
        changed = replace(self, plan=plan, step=0)
        if self.place in _COUNTED or self.place is Place.END:
            return changed._at(Place.STEP, at)
        late_back = self.late_back if self.late_back in {Place.ASK, Place.CHECK} else Place.STEP
        return replace(changed, spent=0.0, back=Place.STEP, late_back=late_back)

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
        counted_from = at if place in _COUNTED else None
        return replace(self, place=place, step=step, spent=0.0, counted_from=counted_from, looked=at)

    def _without_gap(self, at: float) -> Self:
        """Looked at now; what passed unseen since the last look does not count for the step."""
        if self.counted_from is None or at - self.looked <= LONGEST_GAP_S:
            return replace(self, looked=at)
        return replace(self, looked=at, counted_from=self.counted_from + at - max(self.looked, self.counted_from))

    def _after_no(self, at: float) -> Self:
        """On from where the answer was waited for; elsewhere it changes nothing else."""
        if self.place is Place.GATE:
            return self._on(at)
        return self._returned(at) if self.place in {Place.CHECK, Place.STOP} else self

    def _returned(self, at: float) -> Self:
        """Back to what was left, with the time it had left; a gate that was answered is open."""
        returned = replace(self, place=self.back).resume(at)
        return returned._on(at) if self.back is Place.GATE and self.answered is False else returned
