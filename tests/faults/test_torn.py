"""Files cut at every length or scribbled over at random: what stands whole is kept, and the coach goes on."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from coach.diary.machine import stamp_at
from coach.diary.salvage import salvaged, united
from tests.support.clock import FakeClock
from tests.support.commands import Commands
from tests.support.diaries import add, amounts, diary_in, records, volume
from tests.support.faults import killed_while_replacing

AMOUNTS = [100.0, 200.0, 300.0, 400.0]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with four drinks in one volume; the previous generation holds three."""
    home = tmp_path / "home"
    diary = diary_in(home)
    for ml in AMOUNTS:
        add(diary, ml)
    return home


def standing(data: bytes, length: int, ml: float) -> bool:
    """Whether the record of a drink stands whole in the first bytes."""
    at = data.index(b'"ml":%.1f' % ml)
    return length > data.index(b"}", at)


def test_a_volume_cut_at_every_length_keeps_what_stands_whole_and_the_generation_before(home: Path) -> None:
    path = volume(home / "diary")
    data = path.read_bytes()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        kept = AMOUNTS if standing(data, length, AMOUNTS[-1]) else AMOUNTS[:-1]
        diary = diary_in(home)
        assert amounts(diary) == kept, length
        assert len(diary.faults()) == 1, length


def test_without_a_generation_before_it_what_stands_whole_is_kept(home: Path) -> None:
    shutil.rmtree(home / "state" / "machine-this" / "previous")
    path = volume(home / "diary")
    data = path.read_bytes()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        assert amounts(diary_in(home)) == [ml for ml in AMOUNTS if standing(data, length, ml)], length


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_cut_volume_is_repaired_and_its_bytes_are_kept(home: Path, cut: int) -> None:
    path = volume(home / "diary")
    torn = path.read_bytes()[:-cut]
    path.write_bytes(torn)
    diary = diary_in(home)
    kept = amounts(diary)
    assert diary.repair(lambda: None)
    assert amounts(diary) == amounts(diary_in(home)) == kept
    assert diary.survey() == []
    (aside,) = (home / "diary").glob("*.set-aside-*")
    assert aside.read_bytes() == torn


@pytest.mark.parametrize("nth", [1, 2])
def test_a_repair_that_is_killed_loses_nothing_and_can_be_repeated(home: Path, nth: int) -> None:
    path = volume(home / "diary")
    torn = path.read_bytes()[:-20]
    path.write_bytes(torn)
    kept = amounts(diary_in(home))
    with killed_while_replacing(nth):
        diary_in(home).repair(lambda: None)
    assert amounts(diary_in(home)) == kept
    diary = diary_in(home)
    diary.repair(lambda: None)
    assert amounts(diary) == kept
    assert diary.survey() == []
    assert {aside.read_bytes() for aside in (home / "diary").glob("*.set-aside-*")} == {torn}


def scribbled(data: bytes, chance: Random) -> bytes:
    """The bytes after something else wrote into them: flipped, cut, doubled or zeroed."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(damaged) + 1)
        match chance.randrange(4):
            case 0:
                damaged[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del damaged[at:]
            case 2:
                damaged[at:at] = damaged[: chance.randrange(60)]
            case _:
                damaged[at : at + 20] = bytes(20)
    return bytes(damaged)


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_anywhere_never_stops_the_coach(tmp_path: Path, seed: int) -> None:
    """Whatever is scribbled over: every command answers, errors are in words, and what is logged then is kept."""
    chance = Random(seed)
    run = Commands(tmp_path, FakeClock())
    for ml in (100, 200, 300):
        run.out("drink", str(ml))
    run.out("profile", "units", "oz")
    run.out("undo")
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file() and path.suffix in {".json", ".jsonl"})
    for path in chance.sample(files, 2):
        path.write_bytes(scribbled(path.read_bytes(), chance))
    for command in ("today", "log", "check", "drink 400", "undo", "drink 500", "check --repair"):
        assert run(*command.split()).exit_code in {0, 1}, command
    assert 500 in [entry.get("ml") for entry in run.json("log")]
    assert run("check").exit_code in {0, 1}


def test_what_is_salvaged_is_only_what_can_be_trusted() -> None:
    sound = b'{"id":"ab","rev":1,"kind":"note","day":"2026-11-22","logged":"2026-11-22T19:00:00Z",'
    sound += b'"device":"d","action":"a","text":"{\\"x\\": na\xc3\xafve}"}'
    assert len(salvaged(b'{"entries":{"1":' + sound)) == 1
    assert len(salvaged(sound + b"\x00\x00" + sound)) == 2
    assert salvaged(b'{"entries":{"1":' + sound.replace(b"\xc3", b"")) == []
    assert salvaged(b'{"entries":{"1":' + sound[:-1]) == []
    assert salvaged(b'{"entries":{"1":' + sound.replace(b'"rev":1,', b"")) == []
    assert salvaged(b'{"a":' * 100_000) == salvaged(b"") == []
    assert len(united(salvaged(sound + b"x"), salvaged(sound + b"y"))) == 1


def test_a_record_in_a_file_of_strange_document_ids_is_carried_along(home: Path) -> None:
    path = volume(home / "diary")
    path.write_bytes(path.read_bytes().replace(b'"2":{', b'"x":{').replace(b'"3":{', b'"0":{'))
    diary = diary_in(home)
    diary._machine.note({path.name: (stamp_at(path),)})
    add(diary, 500)
    assert amounts(diary) == [*AMOUNTS, 500]
    assert len(records(path)) == 5
