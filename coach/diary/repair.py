"""Mending what can be mended of a diary's files; nothing of them is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from coach.diary.aside import set_aside
from coach.diary.faults import Fault, Ground, Repair, find_faults, left_in, not_in
from coach.diary.files import explain, private_folder, replace_file
from coach.diary.version import Version

TAKES_IN = {Repair.TAKE_IN, Repair.FORGET}


def mend(fault: Fault, ground: Ground, *, before_a_backup: bool = False) -> list[str]:
    """Do what the fault says would be done, but for taking versions in; only while the lock is held.

    `before_a_backup` means only what a backup needs: a file that cannot be read cannot be copied either. Gives
    what was done, for the person. Raises StorageError.
    """
    act = _ACTS.get(fault.repair) if fault.repair else None
    if act is None or before_a_backup != (fault.repair is Repair.CLOSE_MODE):
        return []
    try:
        return act(fault.path, ground)
    except OSError as error:
        raise explain(error, fault.path) from error


def _aside(path: Path, ground: Ground) -> list[str]:
    return set_aside(path, ground.machine, ground.now)


def _new_id(path: Path, ground: Ground) -> list[str]:
    ground.machine.renew()
    return [f"{path.name}: left alone; this machine writes under a new device id from now on"]


def _remove(path: Path, _: Ground) -> list[str]:
    path.unlink(missing_ok=True)
    return [f"{path.name}: removed"]


def _close(path: Path, _: Ground) -> list[str]:
    path.chmod(0o700 if path.is_dir() else 0o600)
    return [f"{path.name}: closed to others, and yours to read and write"]


def _copy(path: Path, ground: Ground) -> list[str]:
    private_folder(ground.machine.previous)
    replace_file(ground.machine.previous / path.name, path.read_bytes())
    return [f"{path.name}: copied to the state folder"]


def _rewrite(path: Path, ground: Ground) -> list[str]:
    ground.machine.rewrite_memory()
    return [f"{path.name}: written anew"]


_ACTS: Mapping[Repair, Callable[[Path, Ground], list[str]]] = {
    Repair.SET_ASIDE: _aside,
    Repair.FORGET: _new_id,
    Repair.NEW_ID: _new_id,
    Repair.REMOVE: _remove,
    Repair.CLOSE_MODE: _close,
    Repair.COPY: _copy,
    Repair.REWRITE: _rewrite,
}


def to_take_in(ground: Ground) -> list[Version]:
    """The versions that lie in files which are not read, or are still known of files that are gone."""
    versions = ground.versions()
    found: list[Version] = []
    for fault in find_faults(ground):
        if fault.repair in TAKES_IN:
            gone = fault.repair is Repair.FORGET
            source = ground.machine.previous / fault.path.name if gone else fault.path
            found += not_in(versions, left_in(source))
    return found
