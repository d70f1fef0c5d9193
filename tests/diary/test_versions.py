"""Which version of an entry counts, in whatever order versions are met."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.diary.version import Version, by_id, newest, version_of
from coach.model.entry import Drink
from tests.support.diaries import record


def version(**fields: Any) -> Version:
    """A version that reads well."""
    made = version_of(record(**fields))
    assert made is not None
    return made


def logged(minutes: int) -> str:
    return (datetime(2026, 11, 22, 19, tzinfo=UTC) + timedelta(minutes=minutes)).isoformat()


VERSIONS = st.builds(
    version,
    id=st.sampled_from(["aaaa", "bbbb", "cccc"]),
    rev=st.integers(1, 4),
    logged=st.integers(0, 3).map(logged),
    device=st.sampled_from(["one", "two", "three"]),
    ml=st.sampled_from([100, 200]),
    gone=st.booleans(),
)
PILES = st.lists(VERSIONS, max_size=12)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_highest_rev_then_the_latest_then_the_device_counts(order: tuple[int, ...]) -> None:
    versions = [
        version(rev=1, logged=logged(59), device="z"),
        version(rev=2, logged=logged(1), device="z"),
        version(rev=2, logged=logged(2), device="a"),
        version(rev=2, logged=logged(2), device="b"),
    ]
    assert newest(versions[place] for place in order) == {"abcdef12": versions[3]}


def test_clones_that_wrote_at_the_same_moment_are_told_apart_by_what_they_wrote() -> None:
    one, two = version(ml=100), version(ml=200)
    assert newest([one, two]) == newest([two, one])


def test_a_later_time_is_later_whatever_its_offset() -> None:
    early = version(logged="2026-11-22T23:30:00+02:00")
    late = version(logged="2026-11-22T22:00:00+00:00")
    assert newest([late, early])["abcdef12"] == newest([early, late])["abcdef12"] == late


@given(PILES, st.randoms(use_true_random=False))
def test_the_union_does_not_depend_on_order_or_repetition(pile: list[Version], chance: Any) -> None:
    other = [*pile, *chance.choices(pile, k=5)] if pile else []
    chance.shuffle(other)
    assert newest(other) == newest(pile)
    assert newest(newest(pile).values()) == newest(pile)


@given(PILES, PILES)
def test_the_union_of_unions_is_the_union(one: list[Version], two: list[Version]) -> None:
    assert newest([*newest(one).values(), *newest(two).values()]) == newest([*one, *two])


@given(PILES)
def test_versions_by_id_lose_none(pile: list[Version]) -> None:
    found = by_id(pile)
    assert sum(len(versions) for versions in found.values()) == len(pile)
    assert all(one.id == wanted for wanted, versions in found.items() for one in versions)


@pytest.mark.parametrize("key", ["id", "rev", "kind", "day", "logged", "device", "action"])
def test_a_record_without_what_every_version_has_is_none(key: str) -> None:
    made = record()
    del made[key]
    assert version_of(made) is None


@pytest.mark.parametrize(
    "fields",
    [{"rev": "1"}, {"logged": "2026-11-22T19:00:00"}, {"logged": "yesterday"}, {"day": "22.11.2026"}, {"gone": 1}],
)
def test_a_record_that_cannot_be_compared_is_none(fields: dict[str, Any]) -> None:
    assert version_of(record(**fields)) is None


def test_a_version_is_the_entry_of_its_kind() -> None:
    entry = version(at="2026-11-22T08:00:00+01:00", said="2 dl").entry
    assert isinstance(entry, Drink)
    assert (entry.ml, entry.what, entry.said) == (200, "water", "2 dl")


@pytest.mark.parametrize(
    "fields",
    [{"kind": "mood"}, {"ml": "much"}, {"ml": -1}, {"ml": None}, {"at": "2026-11-22T08:00:00"}, {"at": "08:00"}],
)
def test_a_version_of_an_unknown_kind_or_shape_is_no_entry(fields: dict[str, Any]) -> None:
    assert version(**fields).entry is None
