"""Writing what wakes coach, and taking away exactly that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from coach.diary.files import explain, private_folder, replace_file
from coach.errors import BadInputError, CoachError
from coach.reminders.children import Run
from coach.reminders.plans import Command, Plan, Scheme

FILE = "reminders-installed.json"


class Receipt(msgspec.Struct, frozen=True):
    """What was written: each file with the digest of its content, the folders made for them, how it goes off.

    `is_on` and `program` as in a plan.
    """

    scheme: Scheme
    files: dict[str, str]
    folders: tuple[str, ...]
    switch_off: tuple[Command, ...]
    afterwards: tuple[Command, ...]
    is_on: Command
    program: str


class Removed(msgspec.Struct, frozen=True):
    """The files that went, those left because somebody changed them, and what did not work."""

    files: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


def receipt_in(state: Path) -> Receipt | None:
    """What was installed from this state folder, None when nothing was."""
    try:
        return msgspec.json.decode((state / FILE).read_bytes(), type=Receipt)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def install(plan: Plan, state: Path, run: Run) -> None:
    """Write the plan's files and switch them on; when that fails, all is as it was before.

    Raises BadInputError for a file that is there and not ours, CoachError when a command fails, StorageError.
    """
    known = receipt_in(state)
    ours = known.files if known else {}
    for path, data in plan.files.items():
        if _digest_at(path) not in {None, _digest(data), ours.get(str(path))}:
            raise BadInputError(f"{path} is there and was not written from here", "move it away, then try again")
    if known is not None:
        remove(state, run)
    made = _missing_folders(plan.files)
    digests = {str(path): _digest(data) for path, data in plan.files.items()}
    receipt = Receipt(
        scheme=plan.scheme,
        files=digests,
        folders=made,
        switch_off=plan.switch_off,
        afterwards=plan.afterwards,
        is_on=plan.is_on,
        program=plan.program,
    )
    private_folder(state)
    replace_file(state / FILE, msgspec.json.encode(receipt))
    try:
        for path, data in plan.files.items():
            private_folder(path.parent)
            replace_file(path, data)
        for command in plan.switch_on:
            _must(command, run)
    except CoachError:
        remove(state, run)
        raise


def remove(state: Path, run: Run) -> Removed | None:
    """Switch off and take away what was written, and nothing that was changed since; None when nothing was.

    Raises StorageError when a file cannot be removed.
    """
    receipt = receipt_in(state)
    if receipt is None:
        return None
    there = {path: _digest_at(path) for path in map(Path, receipt.files)}
    faults = _run_all(receipt.switch_off, run) if any(there.values()) else ()
    gone = [path for path, digest in there.items() if digest == receipt.files[str(path)]]
    for path in gone:
        try:
            path.unlink()
        except OSError as error:
            raise explain(error, path) from error
    for folder in receipt.folders:
        with suppress(OSError):  # It is not empty: somebody else keeps something there by now.
            Path(folder).rmdir()
    faults += _run_all(receipt.afterwards, run)
    (state / FILE).unlink(missing_ok=True)
    changed = tuple(path for path, digest in there.items() if digest and path not in gone)
    return Removed(tuple(gone), changed, faults)


def _must(command: Command, run: Run) -> None:
    ran = run(command)
    if ran.code != 0:
        raise CoachError(
            f"{' '.join(command)}: {ran.said or f'ended with {ran.code}'}",
            "nothing is installed; coach remind install --with cron prints a line for cron instead",
        )


def _run_all(commands: Iterable[Command], run: Run) -> tuple[str, ...]:
    ran = [(command, run(command)) for command in commands]
    return tuple(f"{' '.join(command)}: {done.said or done.code}" for command, done in ran if done.code != 0)


def _missing_folders(files: Iterable[Path]) -> tuple[str, ...]:
    """The folders that must be made for `files`, deepest first."""
    missing = {folder for path in files for folder in path.parents if not folder.exists()}
    return tuple(sorted(map(str, missing), key=len, reverse=True))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_at(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain(error, path) from error
