"""A torn volume: reading makes do with what there is, the next write mends it, nothing is overwritten."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.diary.diary import Diary
from coach.diary.volume import UnreadableError, decode_raw_volume, decode_records
from coach.errors import StorageError
from tests.support.diaries import DAY, MONTH, add, amounts, diary_in, record, snapshot, volume, write_volume


def cut(data: bytes) -> bytes:
    return data[:-30]


def emptied(_: bytes) -> bytes:
    return b""


def zeroed(data: bytes) -> bytes:
    return bytes(len(data))


def scribbled(data: bytes) -> bytes:
    return data.replace(b'"drink"', b'"dr\xff\xfek"', 1)


def longer(data: bytes) -> bytes:
    return data + data[-10:]


def deep(_: bytes) -> bytes:
    return b'{"entries":{"1":{"a":' + b"[" * 100_000


def no_tables(_: bytes) -> bytes:
    return b'{"entries":[1,2,3]}'


Damage = Callable[[bytes], bytes]
LEFT: dict[Damage, list[float]] = {
    cut: [100, 200],
    emptied: [],
    zeroed: [],
    scribbled: [200, 300],
    longer: [100, 200, 300],
    deep: [],
    no_tables: [],
}
"""What still stands whole in a volume of three drinks after each damage."""
DAMAGES = list(LEFT)


def with_previous(damage: Damage) -> list[float]:
    """What there is when the generation before the last drink is known too."""
    return sorted({100, 200, *LEFT[damage]})


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    """Three drinks in one volume; the previous generation holds two."""
    diary = diary_in(tmp_path)
    for ml in (100, 200, 300):
        add(diary, ml)
    return diary


@pytest.mark.parametrize("damage", DAMAGES)
def test_reading_a_torn_volume_takes_the_previous_generation_and_tells(
    tmp_path: Path, diary: Diary, damage: Damage
) -> None:
    path = volume(tmp_path / "diary")
    path.write_bytes(damage(path.read_bytes()))
    found = snapshot(tmp_path / "diary")
    assert amounts(diary) == amounts(diary_in(tmp_path)) == with_previous(damage)
    (fault,) = diary.faults()
    assert path.name in fault
    assert "previous generation is used" in fault
    assert snapshot(tmp_path / "diary") == found


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_next_write_sets_a_torn_volume_aside_and_tells(tmp_path: Path, diary: Diary, damage: Damage) -> None:
    path = volume(tmp_path / "diary")
    torn = damage(path.read_bytes())
    path.write_bytes(torn)
    add(diary, 400)
    assert amounts(diary) == amounts(diary_in(tmp_path)) == [*with_previous(damage), 400]
    assert volume(tmp_path / "diary") == path
    (aside,) = [other for other in (tmp_path / "diary").iterdir() if other != path]
    assert aside.read_bytes() == torn
    assert aside.stat().st_mode & 0o777 == 0o600
    told = " ".join(diary.notices())
    assert aside.name in told
    assert "the very last entry may be missing" in told
    assert diary.notices() == []
    add(diary, 500)
    assert diary.faults() == diary.notices() == []
    assert amounts(diary) == [*with_previous(damage), 400, 500]


@pytest.mark.parametrize("damage", DAMAGES)
def test_without_a_previous_generation_the_torn_bytes_are_kept_all_the_same(
    tmp_path: Path, diary: Diary, damage: Damage
) -> None:
    path = volume(tmp_path / "diary")
    torn = damage(path.read_bytes())
    path.write_bytes(torn)
    shutil.rmtree(tmp_path / "state" / "machine-this" / "previous")
    assert amounts(diary) == LEFT[damage]
    assert len(diary.faults()) == 1
    add(diary, 400)
    add(diary, 500)
    assert amounts(diary) == [*LEFT[damage], 400, 500]
    (aside,) = [other for other in (tmp_path / "diary").iterdir() if other != path]
    assert aside.read_bytes() == torn
    named, *further = diary.notices()
    assert aside.name in named
    assert len(further) == bool(LEFT[damage])


@pytest.mark.parametrize("previous", [True, False])
def test_a_volume_that_rots_on_disk_is_set_aside_though_it_looks_as_it_was_left(
    tmp_path: Path, diary: Diary, *, previous: bool
) -> None:
    path = volume(tmp_path / "diary")
    status = path.stat()
    torn = path.read_bytes().replace(b"100", b'1"0', 1)
    path.write_bytes(torn)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    generations = tmp_path / "state" / "machine-this" / "previous"
    if not previous:
        shutil.rmtree(generations)
    add(diary, 400)
    assert amounts(diary) == ([100, 200, 300, 400] if previous else [200, 300, 400])
    assert len(diary.notices()) == 2
    assert torn not in [kept.read_bytes() for kept in generations.glob("*")]


def test_a_torn_previous_generation_is_not_taken(tmp_path: Path, diary: Diary) -> None:
    path = volume(tmp_path / "diary")
    path.write_bytes(b"")
    (tmp_path / "state" / "machine-this" / "previous" / path.name).write_bytes(b"{")
    add(diary, 400)
    assert amounts(diary) == [400]
    assert len(diary.notices()) == 1


def test_a_torn_volume_twice_is_set_aside_twice(tmp_path: Path, diary: Diary) -> None:
    path = volume(tmp_path / "diary")
    for torn in (b"once", b"twice"):
        path.write_bytes(torn)
        add(diary)
    kept = {other.read_bytes() for other in (tmp_path / "diary").iterdir() if other != path}
    assert kept == {b"once", b"twice"}


def test_a_disk_full_while_setting_aside_loses_nothing(
    tmp_path: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = volume(tmp_path / "diary")
    path.write_bytes(b"torn")
    real = os.fsync
    for spared in range(4):
        calls: list[int] = []

        def full(descriptor: int, calls: list[int] = calls, spared: int = spared) -> None:
            calls.append(descriptor)
            if len(calls) > spared:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(descriptor)

        with monkeypatch.context() as fault:
            fault.setattr("os.fsync", full)
            with pytest.raises(StorageError):
                add(diary, 400)
        assert amounts(diary) == [100, 200]
    add(diary, 400)
    assert amounts(diary) == [100, 200, 400]
    kept = [other.read_bytes() for other in (tmp_path / "diary").iterdir() if other != path]
    assert set(kept) == {b"torn"}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_torn_volume_of_another_device_is_told_and_left_alone(
    tmp_path: Path, diary: Diary, damage: Damage
) -> None:
    write_volume(tmp_path / "diary" / f"{MONTH}.third.json", record(ml=700))
    theirs = write_volume(tmp_path / "diary" / f"{MONTH}.other.json", record(id="beef1234", ml=800))
    theirs.write_bytes(damage(theirs.read_bytes()))
    found = snapshot(tmp_path / "diary")
    left = [800.0] if damage is longer else []
    assert amounts(diary) == [100, 200, 300, 700, *left]
    (fault,) = diary.check()
    assert theirs.name in fault
    assert "previous" not in fault
    add(diary, 400)
    assert amounts(diary) == [100, 200, 300, 400, 700, *left]
    after = snapshot(tmp_path / "diary")
    assert {name: after[name] for name in found if "other" in name or "third" in name}.items() <= found.items()
    assert set(after) == set(found)


def test_a_torn_profile_is_mended_likewise(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    diary.put({"units": "oz"}, DAY, "units")
    diary.put({"units": "ml", "vessel.mug": 320}, DAY, "units")
    path = volume(tmp_path / "diary", "profile")
    path.write_bytes(path.read_bytes()[:-1])
    assert diary.settings() == {"units": "ml", "vessel.mug": 320}
    diary.put({"vessel.mug": 350}, DAY, "mug")
    assert diary.settings() == {"units": "ml", "vessel.mug": 350}
    assert len(diary.notices()) == 2


@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_quick_look_finds_every_damage_that_the_thorough_one_finds(chance: Random, flips: int) -> None:
    sound = b'{"entries":{"1":{"id":"ab","note":"na\xc3\xafve","at":null,"ml":25.5,"of":["x",{"y":true}]}}}'
    data = bytearray(sound)
    for _ in range(flips):
        data[chance.randrange(len(data))] = chance.randrange(256)
    thorough = quick = True
    try:
        decode_records(bytes(data), "volume")
    except UnreadableError:
        thorough = False
    try:
        decode_raw_volume(bytes(data), "volume")
    except UnreadableError:
        quick = False
    assert thorough or not quick
