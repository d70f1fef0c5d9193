"""`coach check` finds every fault in the diary and says what it would do; `--repair` does it, after a backup."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.homes import WELL, diary, logged
from tests.support.commands import Commands
from tests.support.diaries import DAY, MONTH, record, records, snapshot, volume, write_volume


def remembered(run: Commands) -> Path:
    """The machine's own part of the state folder."""
    (folder,) = (run.home / "state").glob("machine-*")
    return folder


def torn(run: Commands) -> None:
    path = volume(diary(run))
    path.write_bytes(path.read_bytes()[:-25])


def emptied(run: Commands) -> None:
    volume(diary(run)).write_bytes(b"")


def gone(run: Commands) -> None:
    volume(diary(run)).unlink()


def restored(run: Commands) -> None:
    path = volume(diary(run))
    shutil.copy(path, path.with_suffix(".new"))
    path.with_suffix(".new").chmod(0o600)
    path.with_suffix(".new").replace(path)


def set_aside(run: Commands) -> None:
    aside = diary(run) / f"{MONTH}.aaaa1111.json.set-aside-20261101T100000-abcd"
    write_volume(aside, record(id="aside123", day=str(DAY), ml=700)).chmod(0o600)
    aside.write_bytes(aside.read_bytes()[:-1])


def leftover(run: Commands) -> None:
    path = volume(diary(run))
    path.with_name(f".{path.name}.abcd1234.tmp").write_bytes(b"{")


def open_to_others(run: Commands) -> None:
    volume(diary(run)).chmod(0o644)
    diary(run).chmod(0o755)


def closed_to_oneself(run: Commands) -> None:
    volume(diary(run)).chmod(0o000)


def no_generation_before(run: Commands) -> None:
    shutil.rmtree(remembered(run) / "previous")


def torn_generation_before(run: Commands) -> None:
    for path in (remembered(run) / "previous").iterdir():
        path.write_bytes(b"{")


def torn_memory(run: Commands) -> None:
    for name in ("device.jsonl", "actions.jsonl"):
        with (remembered(run) / name).open("ab") as file:
            file.write(b'\n{"volu')


MENDED: dict[Callable[[Commands], None], tuple[str, list[float]]] = {
    torn: ("set it aside under a new name", [100, 200]),
    emptied: ("set it aside under a new name", [100, 200]),
    gone: ("write the 2 entries that are still known", [100, 200]),
    restored: ("leave it alone, and begin new files under another device id", [100, 200, 300]),
    set_aside: ("write them to the diary", [100, 200, 300, 700]),
    leftover: ("remove it", [100, 200, 300]),
    open_to_others: ("give it the mode 700", [100, 200, 300]),
    closed_to_oneself: ("give it the mode 600", [100, 200, 300]),
    no_generation_before: ("keep a copy in the state folder", [100, 200, 300]),
    torn_generation_before: ("keep a copy in the state folder", [100, 200, 300]),
    torn_memory: ("write it anew without them", [100, 200, 300]),
}


@pytest.mark.parametrize("fault", MENDED)
def test_a_fault_is_found_told_and_mended_after_a_backup(run: Commands, fault: Callable[[Commands], None]) -> None:
    mend, kept = MENDED[fault]
    fault(run)
    found = run("check")
    assert found.exit_code == 1
    assert f"coach check --repair would {mend}" in found.stdout
    assert found.stderr == ""
    result = run("check", "--repair")
    assert result.exit_code == 0, result.output
    first, *done, last = result.stdout.splitlines()
    assert first.startswith("backup: ")
    assert Path(first.removeprefix("backup: ")).stat().st_mode & 0o777 == 0o600
    assert done
    assert all(line.startswith("done: ") for line in done)
    assert last.startswith(WELL)
    assert logged(run) == kept
    assert run.out("check").startswith(WELL)
    run.out("drink", "400")
    assert logged(run) == sorted([*kept, 400])
    assert run.out("check").startswith(WELL)


def test_looking_changes_nothing(run: Commands) -> None:
    for fault in (torn, set_aside, leftover, open_to_others, torn_memory):
        fault(run)
    before = snapshot(diary(run)), snapshot(remembered(run) / "previous")
    assert run("check").exit_code == 1
    assert (snapshot(diary(run)), snapshot(remembered(run) / "previous")) == before


def test_all_faults_at_once_are_mended_at_once(run: Commands) -> None:
    for fault in (torn, set_aside, leftover, open_to_others, torn_memory):
        fault(run)
    assert run("check", "--repair").exit_code == 0
    assert logged(run) == [100, 200, 700]
    assert len(list(diary(run).glob("*.set-aside-*"))) == 2


def test_where_nothing_is_wrong_nothing_is_done_and_no_backup_made(run: Commands) -> None:
    before = snapshot(diary(run))
    assert run.out("check", "--repair").startswith(WELL)
    assert snapshot(diary(run)) == before
    assert list((run.home / "state" / "backups").glob("before-repair-*")) == []


def test_without_a_backup_nothing_is_repaired(run: Commands) -> None:
    torn(run)
    backups = run.home / "state" / "backups"
    shutil.rmtree(backups)
    backups.write_text("a file")
    before = snapshot(diary(run))
    assert run("check", "--repair").exit_code == 3
    assert snapshot(diary(run)) == before


def test_a_torn_volume_of_another_device_is_told_and_stays(run: Commands) -> None:
    theirs = write_volume(diary(run) / f"{MONTH}.other.json", record(ml=700), record(id="beef1234", ml=800))
    theirs.write_bytes(theirs.read_bytes()[:-20])
    theirs.chmod(0o600)
    before = snapshot(diary(run))
    result = run("check", "--repair")
    assert result.exit_code == 1
    assert "another device wrote it, and mends it" in result.stdout
    assert snapshot(diary(run)) == before
    assert logged(run) == [100, 200, 300, 700]


def test_what_was_set_aside_is_readable_again_by_import(run: Commands) -> None:
    torn(run)
    run.out("drink", "400")
    (aside,) = diary(run).glob("*.set-aside-*")
    lost = write_volume(aside, *records(volume(diary(run))), record(id="aside123", ml=700))
    run.out("import", str(lost))
    assert logged(run) == [100, 200, 400, 700]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_files_of_another_user_are_told(run: Commands) -> None:
    os.chown(volume(diary(run)), 12345, -1)
    found = run("check")
    assert found.exit_code == 1
    assert "belongs to another user (number 12345)" in found.stdout
    assert "sudo chown" in found.stdout
