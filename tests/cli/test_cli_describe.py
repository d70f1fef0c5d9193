"""Entries in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from coach.advice.describe import describe
from coach.model.amount import Unit
from coach.model.entry import KINDS, Entry

WHEN = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
STEP = {"move": "calf-wall", "side": "left", "planned_s": 60, "held_s": 60}


def entry(kind: str, **fields: Any) -> Entry:
    common = {
        "id": "a",
        "kind": kind,
        "rev": 1,
        "day": date(2026, 11, 22),
        "logged": WHEN,
        "device": "d",
        "action": "a",
    }
    return msgspec.convert({**common, **fields}, KINDS[kind])


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("drink", {"ml": 250, "what": "herbal-tea"}, "250 ml herbal tea"),
        ("tick", {"item": "x", "label": "Covers loose"}, "Covers loose"),
        ("tick", {"item": "x", "label": "Break", "amount": 2}, "Break, 2 times"),
        ("eat", {"food": "banana", "label": "Banana"}, "Banana"),
        ("eat", {"food": "banana", "label": "Banana", "portions": 0.5}, "Banana, 0.5 portions"),
        ("cramp", {}, "calf"),
        (
            "cramp",
            {"site": "inner-thigh", "side": "both", "woke": False},
            "inner thigh, both legs, did not wake you",
        ),
        (
            "cramp",
            {"minutes": 2.5, "released_by": ["walking"], "note": "a\nb"},
            "calf, 2.5 min, released by walking, a b",
        ),
        ("cramp", {"woke": True, "signs": True}, "calf, woke you, a red-flag sign fitted"),
        ("cramp", {"signs": False}, "calf, no red-flag sign"),
        ("night", {"cramps": 0}, "no cramp last night"),
        ("night", {"cramps": 1}, "1 cramp last night"),
        ("night", {"cramps": 3}, "3 cramps last night"),
        ("session", {"routine": "x", "title": "Bedtime", "started": WHEN, "steps": [STEP]}, "Bedtime, 1:00 held"),
        (
            "session",
            {"routine": "x", "title": "Bedtime", "started": WHEN, "steps": [STEP | {"held_s": 9.6}]},
            "Bedtime, 0:10 held, not to the end",
        ),
        ("skip", {"reason": ""}, "a day off"),
        ("skip", {"reason": "sick"}, "a day off, sick"),
        ("note", {"text": "\x1b[1mhm\x1b[0m"}, "[1mhm[0m"),
        ("note", {"text": "hm", "of": "0123456789abcdef"}, "about 01234567, hm"),
        ("profile", {"key": "units", "value": "oz"}, "units = oz"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_of_entry_in_words(kind: str, fields: dict[str, Any], words: str) -> None:
    assert describe(entry(kind, **fields)) == words


def test_drinks_are_in_the_persons_units() -> None:
    assert describe(entry("drink", ml=236.6), Unit.OUNCE) == "8 oz water"
