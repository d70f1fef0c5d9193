"""What lives in a month is the same whether it was found at once or grew version by version."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.diary.living import NOTHING
from coach.diary.version import Version, newest, version_of
from tests.support.diaries import record

DAYS = st.sampled_from(["2026-11-20", "2026-11-21", "2026-11-22"])
VERSIONS = st.lists(
    st.builds(
        lambda number, rev, day, gone: version_of(
            record(id=f"{number:08x}", rev=rev, day=day, **({"gone": True} if gone else {}))
        ),
        st.integers(0, 4),
        st.integers(1, 4),
        DAYS,
        st.booleans(),
    ),
    max_size=20,
)


@given(VERSIONS, st.lists(st.integers(0, 20), max_size=4))
def test_it_grows_to_what_is_found_at_once(versions: list[Version], steps: list[int]) -> None:
    living = NOTHING
    for step in [*sorted(steps), len(versions)]:
        living = living.grown(tuple(versions[:step]))
    counting = [version for version in newest(versions).values() if not version.head.gone]
    expected: dict[date, set[str]] = {}
    for version in counting:
        expected.setdefault(version.head.day, set()).add(version.id)
    assert {day: {entry.id for entry in entries} for day, entries in living.days.items()} == expected


@given(VERSIONS, VERSIONS)
def test_other_versions_are_looked_at_anew(versions: list[Version], others: list[Version]) -> None:
    after = NOTHING.grown(tuple(versions)).grown(tuple(others))
    assert after.days == NOTHING.grown(tuple(others)).days


def test_a_day_that_nobody_wrote_to_stays_the_same() -> None:
    first = version_of(record(id="aaaa1111", day="2026-11-20"))
    later = version_of(record(id="bbbb2222", day="2026-11-22"))
    assert first is not None
    assert later is not None
    before = NOTHING.grown((first,))
    after = before.grown((first, later))
    assert after.days[date(2026, 11, 20)] is before.days[date(2026, 11, 20)]
