"""What a machine remembers of its diary: small, of no worth to anyone else, and nothing lost without it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coach.diary.machine import ACTIONS_KEPT, machine_key
from coach.errors import StorageError
from tests.support.diaries import DAY, add, amounts, diary_in, snapshot, volumes


@pytest.mark.parametrize("damage", [b"", b"{", b'\n{"device":"aaaa1111"}\n{"volu', b"\x00\xff" * 50])
def test_a_torn_memory_costs_an_id_and_no_entry(tmp_path: Path, damage: bytes) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    found = snapshot(tmp_path / "diary")
    (tmp_path / "state" / "machine-this" / "device.jsonl").write_bytes(damage)
    add(diary)
    add(diary)
    assert found.items() <= snapshot(tmp_path / "diary").items()
    assert len(volumes(tmp_path / "diary")) == 2
    assert amounts(diary) == [250] * 3


def test_a_memory_that_cannot_be_opened_is_an_error_in_words(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    memory = tmp_path / "state" / "machine-this" / "device.jsonl"
    memory.unlink()
    memory.mkdir()
    with pytest.raises(StorageError, match="nothing was written"):
        add(diary)


def test_the_memory_stays_small_and_right(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    for count in range(4 * ACTIONS_KEPT + 20):
        add(diary, day=DAY.replace(month=1 + count % 10))
    memory = tmp_path / "state" / "machine-this"
    assert (memory / "device.jsonl").stat().st_size < 20_000
    assert (memory / "actions.jsonl").read_bytes().count(b"\n") <= 4 * ACTIONS_KEPT
    assert len(list((tmp_path / "diary").iterdir())) == 10


def test_a_volume_whose_folder_cannot_be_searched_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    real = Path.stat

    def no_search(path: Path, **options: bool) -> os.stat_result:
        if path.suffix == ".json":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", no_search)
    with pytest.raises(StorageError, match="nothing was written"):
        add(diary)


def test_the_machine_key_is_the_same_each_time_and_hides_the_machine_id() -> None:
    assert machine_key() == machine_key()
    place = Path("/etc/machine-id")
    if place.exists() and (found := place.read_text().strip()):
        assert found not in machine_key()
    assert len(machine_key()) == 12
