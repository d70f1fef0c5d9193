"""`kill -9` at any moment: what was acknowledged is there, and no file is unreadable."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from tests.support.diaries import DAY, add, diary_in, drink, shown
from tests.support.writing import started

WRITES = 200


def assert_sound(home: Path, acknowledged: set[str], unacknowledged: int) -> None:
    """All that was acknowledged is there, at most one action more, and the diary works on."""
    diary = diary_in(home)
    found = {entry.id for entry in shown(diary)}
    assert acknowledged <= found
    assert len(found) <= len(acknowledged) + unacknowledged
    assert diary.check() == []
    for path in (home / "diary").glob("*.json"):
        json.loads(path.read_bytes())
    assert add(diary) in shown(diary)
    assert diary.notices() == []


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_a_random_moment_of_two_hundred_writes(tmp_path: Path, seed: int) -> None:
    at = Random(seed).randrange(WRITES)
    acknowledged = set()
    with started("entries", str(tmp_path), str(WRITES)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            acknowledged.add(line.strip())
            if len(acknowledged) == at:
                process.kill()
    assert at <= len(acknowledged) < WRITES
    assert_sound(tmp_path, acknowledged, 1)


def test_killed_at_every_call_to_the_system(tmp_path: Path) -> None:
    with started("faults", str(tmp_path)) as process:
        told, complaints = process.communicate()
    assert process.returncode == 0, complaints
    acknowledged = defaultdict(set)
    for line in told.splitlines():
        number, entry_id = line.split()
        acknowledged[number].add(entry_id)
    *killed, spared = sorted(acknowledged, key=int)
    assert len(killed) > 60
    assert {len(acknowledged[number]) for number in killed} == {1, 2, 4}
    for number in killed:
        if len(acknowledged[number]) < 4:  # With all four acknowledged it was the undo that was killed.
            assert_sound(tmp_path / number, acknowledged[number], 2)
        diary = diary_in(tmp_path / number)
        diary.add([drink(), drink(day=DAY.replace(month=10))], "both volumes again")
        assert diary.check() == []
        assert list((tmp_path / number).rglob("*.tmp")) == []
        assert len(list((tmp_path / number / "diary").iterdir())) == 2
    assert len(acknowledged[spared]) == 4
    assert len(shown(diary_in(tmp_path / spared))) == 2
