"""JSON with entries in it, in all its shapes and states."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.errors import BadInputError
from coach.exchange.document import read_document
from tests.support.diaries import record

ONE, TWO, THREE = (record(id=f"{name}{name}{name}{name}1234", said=name) for name in "abc")


def export(*records: Any, **top: Any) -> bytes:
    return json.dumps({"format": "coach-export", "version": 1, "entries": list(records)} | top).encode()


def volume(*records: Any) -> bytes:
    return json.dumps({"entries": dict(enumerate(records, 1))}, separators=(",", ":")).encode()


def said(data: bytes) -> list[str]:
    return [placed.version.record["said"] for placed in read_document(data, "x.json").versions]


def broken(data: bytes) -> list[str]:
    return [str(one) for one in read_document(data, "x.json").broken]


@pytest.mark.parametrize("data", [export(ONE, TWO), volume(ONE, TWO), b"\xef\xbb\xbf" + export(ONE, TWO)])
def test_an_export_and_a_volume_are_read(data: bytes) -> None:
    assert said(data) == ["a", "b"]
    assert broken(data) == []


def test_an_empty_export_has_nothing_in_it() -> None:
    assert said(export()) == said(volume()) == []


def test_a_broken_entry_is_named_by_its_number_and_the_others_are_read() -> None:
    data = export(ONE, TWO | {"ml": "much"}, "no entry", THREE)
    assert said(data) == ["a", "c"]
    assert [one.partition(":")[0] for one in broken(data)] == ["entry 2", "entry 3"]


def test_of_a_torn_volume_every_whole_record_is_found_at_every_length() -> None:
    whole = volume(ONE, TWO, THREE)
    ends = [whole.index(b'"2":{'), whole.index(b'"3":{')]
    first = whole.index(b"{", 13)
    for length in range(ends[0], len(whole)):
        data = whole[:length]
        complete = sum(length >= end - 1 for end in ends) + (length >= len(whole) - 2)
        assert said(data) == ["a", "b", "c"][:complete], length
        assert broken(data)[-1].startswith("the file: it is damaged")
    with pytest.raises(BadInputError):
        read_document(whole[:first], "x.json")


def test_scribbles_cost_no_more_than_the_record_they_hit() -> None:
    for scribble in (b'"said":"\xff\xfe"', b'"said":"\x00"', b'"said":NaN', b'"said":"b' + b"\x00" * 30):
        data = volume(ONE, TWO, THREE).replace(b'"said":"b"', scribble)
        assert said(data) == ["a", "c"], scribble
        assert [one.partition(":")[0] for one in broken(data)] == ["entry 2", "the file"]


def test_bytes_after_the_end_are_damage_though_every_record_is_whole() -> None:
    data = volume(ONE, TWO) + b'34"}}'
    assert said(data) == ["a", "b"]
    assert len(broken(data)) == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no entries that can be read"),
        (bytes(1000), "no entries that can be read"),
        (b"[" * 100_000, "no entries"),
        (b"{" * 100_000, "no entries that can be read"),
        (b'{"entries":' + b'{"a":' * 100_000, "nested too deeply|truncated"),  # since Python 3.13 depth has no end
        (b"[1,2,3]", "no entries"),
        (b'"text"', "no entries"),
        (b"{}", "no entries"),
        (b'{"entries":5}', "no entries"),
        (b'{"_default":{"1":{}}}', "no entries"),
        (b'{"format":"other","entries":[]}', "another format"),
        (b'{"format":["coach-export"],"entries":[]}', "another format"),
        (export(version=2), "newer coach"),
        (export(version="1"), "which version"),
        (export(version=True), "which version"),
        (export(version=None), "which version"),
        (b"\xff\xfe{\x00}\x00", "no entries that can be read"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_neither_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(BadInputError, match=why) as refused:
        read_document(data, "x.json")
    assert refused.value.message.startswith("x.json")
    assert refused.value.hint


def test_a_record_nested_too_deeply_is_broken_and_ends_the_salvage() -> None:
    bomb = b'{"id":"aaaa1234","x":' + b'{"y":' * 5000
    data = volume(ONE)[:-2] + b',"2":' + bomb
    assert said(data) == ["a"]
    assert any(why in broken(data)[0] for why in ("nested too deeply", "it is torn"))  # the depth is Python's own


def test_numbers_that_are_none_break_their_entry_only() -> None:
    data = export(ONE, TWO).replace(b'"ml": 200', b'"ml": 1e999', 1)
    assert said(data) == ["b"]
    data = export(ONE, TWO).replace(b'"ml": 200', b'"ml": ' + b"9" * 5000, 1)
    assert said(data) == ["b"]
