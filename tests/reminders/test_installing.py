"""What is installed is what is shown, and exactly that is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.errors import BadInputError, CoachError
from coach.reminders.children import Ran
from coach.reminders.installing import install, receipt_in, remove
from coach.reminders.job import Job
from coach.reminders.plans import Plan, Scheme, plan


class Programs:
    """Notes what is run; `failing` is the word of a command that fails."""

    def __init__(self, failing: str = "") -> None:
        self.failing = failing
        self.ran: list[str] = []

    def __call__(self, command: Sequence[str]) -> Ran:
        self.ran.append(" ".join(command))
        return Ran(1, "no bus") if self.failing and self.failing in command else Ran(0)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def units(tmp_path: Path) -> Plan:
    return plan(Scheme.SYSTEMD, Job(("/usr/bin/coach", "due", "--notify")), tmp_path, tmp_path / "config", 1000)


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if "state" not in path.parts
    }


def test_it_comes_and_goes_without_a_trace(tmp_path: Path, state: Path, units: Plan) -> None:
    (tmp_path / "config" / "systemd").mkdir(parents=True)
    before = tree(tmp_path)
    programs = Programs()
    install(units, state, programs)
    assert {path: path.read_bytes() for path in units.files} == units.files
    assert programs.ran == [" ".join(command) for command in units.switch_on]
    removed = remove(state, programs)
    assert removed is not None
    assert set(removed.files) == set(units.files)
    assert programs.ran[2:] == [" ".join(command) for command in (*units.switch_off, *units.afterwards)]
    assert tree(tmp_path) == before
    assert receipt_in(state) is None
    assert remove(state, programs) is None


def test_what_others_keep_beside_it_stays(tmp_path: Path, state: Path, units: Plan) -> None:
    install(units, state, Programs())
    other = next(iter(units.files)).parent / "other.service"
    other.write_text("theirs", encoding="utf-8")
    remove(state, Programs())
    assert tree(tmp_path)["config/systemd/user/other.service"] == b"theirs"
    assert len([name for name, data in tree(tmp_path).items() if data is not None]) == 1


def test_a_file_that_was_changed_since_stays_and_is_named(state: Path, units: Plan) -> None:
    install(units, state, Programs())
    changed = next(iter(units.files))
    changed.write_text("mine now", encoding="utf-8")
    removed = remove(state, Programs())
    assert removed is not None
    assert removed.changed == (changed,)
    assert changed.read_text(encoding="utf-8") == "mine now"
    assert len(removed.files) == 1


def test_a_file_of_somebody_else_is_never_overwritten(state: Path, units: Plan) -> None:
    path = next(iter(units.files))
    path.parent.mkdir(parents=True)
    path.write_text("theirs", encoding="utf-8")
    programs = Programs()
    with pytest.raises(BadInputError, match="was not written from here"):
        install(units, state, programs)
    assert path.read_text(encoding="utf-8") == "theirs"
    assert (programs.ran, receipt_in(state)) == ([], None)


def test_installing_again_puts_the_new_in_place_of_the_old(tmp_path: Path, state: Path, units: Plan) -> None:
    install(units, state, Programs())
    newer = plan(Scheme.SYSTEMD, Job(("/opt/coach", "due", "--notify")), tmp_path, tmp_path / "config", 1000)
    install(newer, state, Programs())
    assert {path: path.read_bytes() for path in newer.files} == newer.files
    remove(state, Programs())
    assert [path for path in newer.files if path.exists()] == []


def test_when_switching_on_fails_nothing_is_left(tmp_path: Path, state: Path, units: Plan) -> None:
    before = tree(tmp_path)
    with pytest.raises(CoachError, match="no bus"):
        install(units, state, Programs(failing="enable"))
    assert tree(tmp_path) == before
    assert receipt_in(state) is None


def test_what_does_not_go_off_is_told(state: Path, units: Plan) -> None:
    install(units, state, Programs())
    removed = remove(state, Programs(failing="disable"))
    assert removed is not None
    assert removed.faults == ("systemctl --user disable --now coach-reminders.timer: no bus",)
    assert len(removed.files) == 2


def test_files_that_somebody_removed_already_are_no_error(state: Path, units: Plan) -> None:
    install(units, state, Programs())
    for path in units.files:
        path.unlink()
    programs = Programs()
    removed = remove(state, programs)
    assert removed is not None
    assert (removed.files, removed.changed) == ((), ())
    assert not any("disable" in command for command in programs.ran)
