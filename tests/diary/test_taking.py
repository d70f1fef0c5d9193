"""Versions from elsewhere: taken in any portion, order and number of times they end in the same union."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.diary.change import Change
from coach.diary.diary import Diary
from coach.diary.taking import MOST_UNDOABLE, Arrivals, Fate, plan_taking
from coach.diary.version import Version, newest, version_of
from coach.errors import StorageError
from tests.exchange.exchange_examples import piles
from tests.support.diaries import DAY, MONTH, add, amounts, diary_in, record, records, shown, snapshot, volumes
from tests.support.faults import killed_while_replacing


def version(**fields: Any) -> Version:
    """A version that reads well."""
    made = version_of(record(**fields))
    assert made is not None
    return made


def take(diary: Diary, *taken: Version, bring_back: bool = False) -> dict[tuple[str, Fate], int]:
    return dict(diary.take_in(Arrivals(taken, (), bring_back), "import").fates)


def view(diary: Diary) -> tuple[object, object]:
    return shown(diary), diary.settings()


@given(piles(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_any_portions_in_any_order_any_number_of_times_are_the_union(pile: list[Version], chance: Random) -> None:
    with tempfile.TemporaryDirectory() as home, patch("os.fsync"):
        at_once = diary_in(Path(home) / "one")
        at_once.take_in(Arrivals(tuple(pile)), "all")
        in_portions = diary_in(Path(home) / "two")
        for portion in [chance.sample(pile, chance.randint(0, len(pile))) for _ in range(3)] + [pile, pile]:
            in_portions.take_in(Arrivals(tuple(portion)), "some")
        assert view(at_once) == view(in_portions)
        stamps = sorted((one.id, str(one.order)) for one in pile)
        assert stamps == sorted((one.id, str(one.order)) for one in in_portions.versions())
        assert newest(at_once.versions()) == newest(in_portions.versions()) == newest(pile)


@given(piles())
@settings(max_examples=40)
def test_twice_is_once_to_the_byte(pile: list[Version]) -> None:
    with tempfile.TemporaryDirectory() as home, patch("os.fsync"):
        diary = diary_in(Path(home))
        diary.take_in(Arrivals(tuple(pile)), "all")
        folder = Path(home) / "diary"
        before = snapshot(folder) if folder.exists() else {}
        again = diary.take_in(Arrivals(tuple(pile)), "again")
        assert again.changes == ()
        assert {fate for _, fate in again.fates} <= {Fate.THERE, Fate.STAYS_DELETED}
        assert (snapshot(folder) if folder.exists() else {}) == before


def test_a_version_is_written_as_it_is_into_a_volume_of_ones_own(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    device = add(diary).device
    sent = record(flavour="mint")
    assert take(diary, version(flavour="mint")) == {("drink", Fate.NEW): 1}
    (path,) = volumes(tmp_path / "diary")
    assert path.name == f"{MONTH}.{device}.json"
    assert sent in records(path)


def test_what_becomes_of_each_entry_is_told(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    take(
        diary,
        version(id="aaaa1111"),
        version(id="bbbb2222"),
        version(id="cccc3333", rev=5),
        version(id="dddd4444"),
    )
    diary.delete(["dddd4444"], "deletion")
    assert take(
        diary,
        version(id="aaaa1111", rev=2, ml=300),
        version(id="bbbb2222", rev=2, gone=True),
        version(id="cccc3333", rev=4, ml=5),
        version(id="dddd4444"),
        version(id="eeee5555"),
        version(id="ffff6666", gone=True),
        version(id="ffff6666", rev=2, kind="skip", reason="", gone=True),
    ) == {
        ("drink", Fate.CHANGED): 1,
        ("drink", Fate.DELETED): 1,
        ("drink", Fate.OLDER): 1,
        ("drink", Fate.STAYS_DELETED): 1,
        ("drink", Fate.NEW): 1,
        ("skip", Fate.OLDER): 1,
    }
    assert [entry.id for entry in shown(diary)] == ["aaaa1111", "cccc3333", "eeee5555"]


def test_a_preview_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    before = snapshot(tmp_path / "diary")
    arrivals = Arrivals((version(), version(rev=2)))
    preview = diary.taking(arrivals)
    assert snapshot(tmp_path / "diary") == before
    assert diary.take_in(arrivals, "import") == preview


def test_what_was_deleted_here_since_stays_so_unless_it_is_brought_back(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    take(diary, version())
    diary.delete(["abcdef12"], "deletion")
    assert take(diary, version()) == {("drink", Fate.STAYS_DELETED): 1}
    assert amounts(diary) == []
    assert take(diary, version(), bring_back=True) == {("drink", Fate.BROUGHT_BACK): 1}
    assert [(entry.rev, entry.id) for entry in shown(diary)] == [(3, "abcdef12")]
    assert take(diary, version(), bring_back=True) == {("drink", Fate.THERE): 1}
    diary.undo()
    assert amounts(diary) == []


def test_bringing_back_does_not_bring_back_what_was_deleted_there_too(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    pile = (version(), version(rev=2, gone=True))
    assert take(diary, *pile, bring_back=True) == {("drink", Fate.OLDER): 1}
    assert amounts(diary) == []


def test_an_undo_takes_back_what_was_taken_in_and_nothing_else(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    add(diary, 100)
    take(diary, version(id="aaaa1111"), version(id="bbbb2222", ml=150))
    take(
        diary,
        version(id="aaaa1111", rev=2, ml=300),
        version(id="bbbb2222", rev=2, gone=True),
        version(id="cccc3333"),
    )
    assert amounts(diary) == [100, 200, 300]
    undone = diary.undo()
    assert undone is not None
    assert (undone.label, undone.taken_back, undone.changed_since) == ("import", 3, ())
    assert amounts(diary) == [100, 150, 200]
    diary.undo()
    assert amounts(diary) == [100]


def test_what_was_changed_since_an_import_is_left_by_its_undo(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    take(diary, version(id="aaaa1111"), version(id="bbbb2222"))
    other = diary_in(tmp_path / "elsewhere", machine="other", folder=tmp_path / "diary")
    other.edit("aaaa1111", {"ml": 300}, "edit")
    undone = diary.undo()
    assert undone is not None
    assert (undone.taken_back, [entry.id for entry in undone.changed_since]) == (1, ["aaaa1111"])
    assert amounts(diary) == [300]


def test_too_much_for_an_undo_is_said_and_leaves_no_notes(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    pile = tuple(version(id=f"many{number:05}") for number in range(MOST_UNDOABLE + 1))
    assert not diary.take_in(Arrivals(pile), "import").undoable
    assert len(amounts(diary)) == MOST_UNDOABLE + 1
    assert diary.undo() is None


def test_an_entry_without_a_stamp_gets_one_and_comes_once(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    entry = Change(MONTH, {"id": "made1111", "kind": "drink", "day": str(DAY), "ml": 200})
    arrivals = Arrivals((), (entry, entry))
    assert dict(diary.take_in(arrivals, "import").fates) == {("drink", Fate.NEW): 1}
    assert dict(diary.take_in(arrivals, "import").fates) == {("drink", Fate.THERE): 1}
    (written,) = shown(diary)
    assert (written.id, written.rev, bool(written.device)) == ("made1111", 1, True)
    diary.delete(["made1111"], "deletion")
    assert dict(diary.take_in(arrivals, "import").fates) == {("drink", Fate.STAYS_DELETED): 1}
    assert dict(diary.take_in(Arrivals((), (entry,), bring_back=True), "import").fates) == {
        ("drink", Fate.BROUGHT_BACK): 1
    }
    assert amounts(diary) == [200]


def test_versions_of_one_order_that_differ_clash_and_other_words_for_the_same_do_not() -> None:
    here = [version(ml=200, said="")]
    taking = plan_taking(Arrivals((version(ml=200.0), version(ml=300))), lambda _: here)
    assert [clash.record["ml"] for clash in taking.clashes] == [300]
    assert len(taking.changes) == 1


def test_killed_between_two_volumes_it_is_whole_after_the_next_time(tmp_path: Path) -> None:
    diary = diary_in(tmp_path)
    pile = (version(id="aaaa1111"), version(id="bbbb2222", day="2026-10-01"))
    with killed_while_replacing(2):
        take(diary, *pile)
    again = diary_in(tmp_path)
    assert len(amounts(again)) == 1
    take(again, *pile)
    assert amounts(again) == [200, 200]
    assert again.check() == []


def test_a_full_disk_takes_in_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = diary_in(tmp_path)
    add(diary)
    before = snapshot(tmp_path / "diary")
    with monkeypatch.context() as fault:
        fault.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(StorageError, match="disk is full"):
            take(diary, version())
    assert snapshot(tmp_path / "diary") == before
