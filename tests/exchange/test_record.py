"""Records that anybody may have written."""

from __future__ import annotations

from typing import Any

import pytest

from coach.diary.profile import id_of
from coach.exchange.incoming import NotARecordError
from coach.exchange.record import DEEPEST, read_record
from tests.support.diaries import record


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


def test_a_sound_record_is_taken_to_the_letter() -> None:
    written = record(flavour={"of": ["mint", 1.5, None, True]}, said=" two spaces ")
    assert read_record(written).record == written


def test_an_unknown_kind_is_taken_as_it_is() -> None:
    assert read_record(record(kind="mood", colour="blue")).head.kind == "mood"


def test_a_shape_of_a_newer_coach_is_taken_only_where_that_is_meant() -> None:
    newer = record(kind="cramp", site="thumb")
    with pytest.raises(NotARecordError, match="site"):
        read_record(newer)
    assert read_record(newer, of_newer_coach=True).record == newer


def test_control_characters_are_cleaned_wherever_they_stand() -> None:
    taken = read_record(record(kind="note", text="a\x1b[2J\u202eb\nc", of="", more=[{"deep": "x\x07"}]))
    assert taken.record["text"] == "a[2Jb\nc"
    assert taken.record["more"] == [{"deep": "x"}]


def test_nesting_is_bounded_so_that_the_diary_can_always_be_read() -> None:
    read_record(record(more=nested(DEEPEST - 1)))
    for depth in (DEEPEST, 500):
        with pytest.raises(NotARecordError, match="nested"):
            read_record(record(more=nested(depth)))


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"ml": float("nan")}, "a number that is none"),
        ({"ml": float("inf")}, "a number that is none"),
        ({"more": 2**70}, "too large"),
        ({"rev": 2**63 - 1}, "rev"),
        ({"rev": 0}, "rev"),
        ({"rev": "1"}, "rev"),
        ({"ml": "much"}, "ml"),
        ({"ml": -1}, "ml"),
        ({"ml": None}, "ml"),
        ({"at": "2026-11-22T08:00:00"}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"at": 5}, "at"),
        ({"logged": "yesterday"}, "logged"),
        ({"logged": "9999-12-31T23:59:59-12:00"}, "logged"),
        ({"day": "22.11.2026"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"id": "../../etc"}, "id"),
        ({"id": "ab"}, "id"),
        ({"id": 7}, "id"),
        ({"kind": "x" * 50}, "kind"),
        ({"kind": "a/b"}, "kind"),
        ({"device": "../x"}, "device"),
        ({"said": "x" * 10_001}, "10001 characters"),
        ({"said": "\udcff"}, "no UTF-8"),
        ({"more": list(range(20_001))}, "more than 20000 values"),
        ({"gone": 1}, "gone"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_stand_in_a_diary_is_refused_in_words(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(NotARecordError, match=why):
        read_record(record(**fields))


@pytest.mark.parametrize("key", ["id", "rev", "kind", "day", "logged", "device", "action", "ml"])
def test_what_is_missing_is_named(key: str) -> None:
    made = record()
    del made[key]
    with pytest.raises(NotARecordError, match=key):
        read_record(made)


@pytest.mark.parametrize("value", [None, 1, "x", [], [record()]])
def test_no_record_is_refused(value: object) -> None:
    with pytest.raises(NotARecordError):
        read_record(value)


def test_a_profile_key_has_the_id_made_of_its_name() -> None:
    sound = record(kind="profile", key="units", value="oz", id=id_of("units"))
    assert read_record(sound).record == sound
    with pytest.raises(NotARecordError, match="id"):
        read_record(sound | {"id": "abcdef12"}, of_newer_coach=True)


def test_a_session_without_an_offset_is_refused() -> None:
    fields = {"routine": "bedtime", "title": "x", "started": "2026-11-22T20:00:00"}
    with pytest.raises(NotARecordError, match="started"):
        read_record(record(kind="session", **fields))


def test_numbers_beyond_all_reason_are_refused() -> None:
    with pytest.raises(NotARecordError, match="too large"):
        read_record(record(kind="eat", food="banana", label="Banana", potassium_mg=1e300))
