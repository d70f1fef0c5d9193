"""Entries of every kind with any content, as strategies; and where a sheet made by hand is read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from hypothesis import strategies as st

from coach.diary.profile import id_of
from coach.diary.version import Version
from coach.exchange.record import read_record
from coach.model.day import parse_moment, person_day
from coach.model.entry import Felt, Side, Site
from tests.support.clock import FakeClock
from tests.support.diaries import DAY

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|cmd", "＝1", " =1"]
ODD = ["'=1", "''x", "'", '""', '"', "a;b", "[1]", "x,y"]
TEXTS = st.one_of(
    st.sampled_from(FORMULAS + ODD),
    st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp"]), max_size=12),
).map(str.strip)
LINES = st.lists(TEXTS, max_size=3).map("\n".join).map(str.strip)
LISTS = st.lists(TEXTS, max_size=3)
NUMBERS = st.floats(0, 1000, allow_nan=False)
DAYS = st.integers(0, 400).map(lambda back: DAY - timedelta(days=back))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2026, 11, 22)).map(lambda at: f"{at.isoformat()}+01:00")
STEPS = st.fixed_dictionaries(
    {
        "move": st.sampled_from(["calf-wall", "toe-pull-chair", "odd; move 1/2", "odd"]),
        "side": st.sampled_from(list(Side)),
        "planned_s": NUMBERS,
        "held_s": NUMBERS,
    }
)
KINDS_OF_FIELDS: dict[str, Any] = {
    "drink": {"ml": st.floats(0.1, 2000), "what": TEXTS, "said": TEXTS},
    "tick": {"item": TEXTS, "label": TEXTS, "amount": st.floats(0.5, 100)},
    "eat": {"food": TEXTS, "label": TEXTS, "portions": st.floats(0.1, 20), "potassium_mg": NUMBERS},
    "cramp": {
        "site": st.sampled_from(list(Site)),
        "side": st.none() | st.sampled_from(list(Side)),
        "minutes": st.none() | st.floats(0, 1440),
        "pain": st.none() | st.integers(0, 10),
        "woke": st.none() | st.booleans(),
        "released_by": LISTS,
        "triggers": LISTS,
        "note": LINES,
    },
    "night": {"cramps": st.integers(0, 50)},
    "session": {
        "routine": TEXTS,
        "title": TEXTS,
        "started": MOMENTS,
        "steps": st.lists(STEPS, max_size=3),
        "felt": st.none() | st.sampled_from(list(Felt)),
    },
    "skip": {"reason": LINES},
    "note": {"text": LINES, "of": TEXTS},
    "profile": {
        "value": st.none() | st.booleans() | TEXTS | NUMBERS | st.sampled_from(["yes", "12", "1e5", "nan"])
    },
}


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A version of an entry of any kind; few ids, so that several are of one entry."""
    kind = draw(st.sampled_from(list(KINDS_OF_FIELDS)))
    fields = draw(st.fixed_dictionaries({}, optional=KINDS_OF_FIELDS[kind]))
    needed = {name: draw(KINDS_OF_FIELDS[kind][name]) for name in _REQUIRED.get(kind, ()) if name not in fields}
    number = draw(st.integers(0, 5))
    key = draw(st.sampled_from(["units", "vessel.mug", "advice_number"]))
    made = {
        **fields,
        **needed,
        "id": id_of(key) if kind == "profile" else f"{kind}{number:04}",
        "kind": kind,
        "day": (DAY - timedelta(days=40 * number)).isoformat(),
        "at": draw(st.none() | MOMENTS),
        "rev": draw(st.integers(1, 3)),
        "logged": draw(MOMENTS),
        "device": draw(st.sampled_from(["one", "two"])),
        "action": "a",
        **draw(st.just({}) | st.just({"flavour": ["=mint", {"x": None}]})),
        **draw(st.just({}) | st.just({"gone": True})),
    }
    record: dict[str, Any] = msgspec.to_builtins(made)
    return record | ({"key": key, "day": DAY.isoformat()} if kind == "profile" else {})


_REQUIRED = {
    "drink": ("ml",),
    "tick": ("item", "label"),
    "eat": ("food", "label"),
    "session": ("routine", "title", "started"),
    "note": ("text",),
}


@st.composite
def piles(draw: st.DrawFn) -> list[Version]:
    """Versions of some entries, no two of one order."""
    found = draw(st.lists(records(), max_size=12, unique_by=lambda one: (one["id"], one["rev"], one["logged"])))
    return [read_record(one) for one in found]


class Home:
    """What a time without an offset means on 22 November 2026 in Berlin."""

    clock = FakeClock()

    def moment(self, said: str, day: date | None = None) -> datetime:
        if day is not None and len(said) < len("2026-11-22"):
            said = f"{day}T{said:0>5}"
        return parse_moment(said, self.clock.now(), self.clock.local)

    def day_of(self, at: datetime | None, day: date | None) -> date:
        return day or person_day(at or self.clock.now(), datetime(2026, 1, 1, 4).time())

    def current_day(self) -> date:
        return DAY
