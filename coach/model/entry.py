"""What the diary holds: one Struct for each kind of entry."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

Millilitres = Annotated[float, Meta(gt=0, le=2000)]
Pain = Annotated[int, Meta(ge=0, le=10)]
Minutes = Annotated[float, Meta(ge=0, le=1440)]


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Site(StrEnum):
    """Where a cramp sits."""

    CALF = "calf"
    FOOT = "foot"
    TOES = "toes"
    SHIN = "shin"
    HAMSTRING = "hamstring"
    QUADRICEPS = "quadriceps"
    INNER_THIGH = "inner-thigh"
    OTHER = "other"


class Felt(StrEnum):
    """How a session felt, beside the last time."""

    EASIER = "easier"
    SAME = "same"
    HARDER = "harder"
    PAIN = "pain"


class Entry(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What all entries have.

    `day` is the person's day and never changes; `at` is when it happened, `logged` when this version was
    written; `action` groups what one key press wrote.
    """

    id: str
    rev: int
    day: date
    logged: datetime
    device: str
    action: str
    at: datetime | None = None

    @property
    def kind(self) -> str:
        """The name of this kind, as it stands in the diary."""
        return str(self.__struct_config__.tag)

    @property
    def moment(self) -> datetime:
        """When it happened; one without a time stands at noon (UTC) of its day, to keep its place among others."""
        return self.at or datetime.combine(self.day, time(12), UTC)


class Drink(Entry, frozen=True, kw_only=True, tag="drink"):
    ml: Millilitres
    what: str = "water"
    said: str = ""


class Tick(Entry, frozen=True, kw_only=True, tag="tick"):
    item: str
    label: str
    amount: Annotated[float, Meta(gt=0, le=100)] = 1


class Eat(Entry, frozen=True, kw_only=True, tag="eat"):
    """A food eaten; milligrams are those of all `portions` together."""

    food: str
    label: str
    portions: Annotated[float, Meta(gt=0, le=20)] = 1
    potassium_mg: float = 0
    calcium_mg: float = 0
    magnesium_mg: float = 0


class Cramp(Entry, frozen=True, kw_only=True, tag="cramp"):
    """A cramp; `signs` is the answer about red flags: whether one fitted, None when nothing was answered."""

    site: Site = Site.CALF
    side: Side | None = None
    minutes: Minutes | None = None
    pain: Pain | None = None
    woke: bool | None = None
    released_by: tuple[str, ...] = ()
    activity: str = ""
    triggers: tuple[str, ...] = ()
    new_medicine: bool | None = None
    note: str = ""
    signs: bool | None = None


class Night(Entry, frozen=True, kw_only=True, tag="night"):
    """The answer about a night: 0 cramps is an answer, silence is none."""

    cramps: Annotated[int, Meta(ge=0, le=50)] = 0


class StepDone(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds planned and really held, for one move and side."""

    move: str
    side: Side
    planned_s: float
    held_s: float


class Session(Entry, frozen=True, kw_only=True, tag="session"):
    routine: str
    title: str
    started: datetime
    steps: tuple[StepDone, ...] = ()
    felt: Felt | None = None

    @property
    def finished(self) -> bool:
        """Whether nine tenths of every step were held; a shorter one is kept but ticks nothing."""
        return bool(self.steps) and all(step.held_s >= 0.9 * step.planned_s for step in self.steps)


class Skip(Entry, frozen=True, kw_only=True, tag="skip"):
    reason: str = ""


class Note(Entry, frozen=True, kw_only=True, tag="note"):
    """A line about an entry (`of` is its id) or about the day."""

    text: str
    of: str = ""


class Setting(Entry, frozen=True, kw_only=True, tag="profile"):
    """One key of the profile; it lives in the profile's file, not in a month's."""

    key: str
    value: str | float | bool | None = None


AnyEntry = Drink | Tick | Eat | Cramp | Night | Session | Skip | Note | Setting
KINDS: dict[str, type[Entry]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (Drink, Tick, Eat, Cramp, Night, Session, Skip, Note, Setting)
}
COMMON_FIELDS = frozenset(Entry.__struct_fields__) | {"kind", "gone"}
