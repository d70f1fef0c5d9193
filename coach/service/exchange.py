"""The diary carried out of here and into here; what comes in is the union of both, whatever comes when."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from coach.diary.files import private_folder, replace_file
from coach.diary.taking import Arrivals, Fate, Taking
from coach.errors import BadInputError, StorageError
from coach.exchange.document import export, read_document
from coach.exchange.incoming import Broken, Incoming, read_bytes, refusal
from coach.exchange.sheet import Sheet, sheets
from coach.exchange.sheet_reading import read_sheet
from coach.exchange.unpacking import LARGEST_BACKUP, unpack
from coach.model.entry import KINDS
from coach.model.nearest import hint_for
from coach.model.text import clean

if TYPE_CHECKING:
    from coach.service.coach import Coach

_SHEETS = {".csv", ".tsv"}
_ZIP = b"PK\x03\x04"


class Arrived(msgspec.Struct, frozen=True):
    """What was taken in, or would be: how many entries of which kind met which fate, and what was left out.

    `content` are the person's own files that were put where there was none, `otherwise` those that stay because
    they say something else here.
    """

    fates: Mapping[tuple[str, Fate], int]
    undoable: bool
    left_out: tuple[Broken, ...] = ()
    content: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many entries met that fate."""
        return sum(number for (_, met), number in self.fates.items() if met is fate)


class ExchangeService:
    """Exports, imports, and restores backups."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def export(self) -> dict[str, Any]:
        """Every version of every entry, with what a reader needs to know the format by."""
        return export(self._coach.diary.versions(), self._coach.now())

    def export_to(self, path: Path) -> int:
        """Write the export to a file, whole or not at all, mode 0600, and tell how many versions it holds.

        Raises StorageError, and then the file is as it was.
        """
        made = self.export()
        replace_file(path, msgspec.json.encode(made))
        return len(made["entries"])

    def sheet(self, kind: str) -> Sheet:
        """The entries of one kind as CSV; raises BadInputError for an unknown kind."""
        if kind not in KINDS:
            raise BadInputError(f"no kind of entry {kind!r}", hint_for(kind, KINDS))
        return sheets(self._coach.diary.versions())[kind]

    def sheet_to(self, path: Path, kind: str) -> int:
        """Write one sheet to a file and tell how many entries it has; raises BadInputError and StorageError."""
        sheet = self.sheet(kind)
        replace_file(path, sheet.text.encode())
        return sheet.entries

    def sheets_to(self, folder: Path) -> dict[str, int]:
        """Write a sheet for every kind into a folder, which is made; gives how many entries each has.

        Raises BadInputError and StorageError.
        """
        if folder.exists() and not folder.is_dir():
            raise BadInputError(f"{folder} is a file; sheets go into a folder", "name a folder, or one --kind")
        made = sheets(self._coach.diary.versions())
        private_folder(folder)
        for kind, sheet in made.items():
            replace_file(folder / f"{kind}.csv", sheet.text.encode())
        return {kind: sheet.entries for kind, sheet in made.items()}

    def bring_in(
        self, path: Path, *, skip_bad: bool = False, bring_back: bool = False, dry_run: bool = False
    ) -> Arrived:
        """Take in an export, a diary file or sheets; nothing is written unless all is well or `skip_bad`.

        Entries that were deleted here since stay so unless `bring_back`. Raises BadInputError that names what
        is broken by number.
        """
        name = clean(path.name)
        found = self._read(path)
        versions = tuple(placed.version for placed in found.versions)
        preview = self._coach.diary.taking(Arrivals(versions, found.entries, bring_back))
        clashing = {id(version) for version in preview.clashes}
        clashes = [
            Broken(one.place, f"entry {one.version.id[:8]} says something else here; change it with coach edit")
            for one in found.versions
            if id(one.version) in clashing
        ]
        broken = (*found.broken, *clashes)
        if broken and not skip_bad:
            raise refusal(name, broken)
        if dry_run and not clashes:
            return Arrived(preview.fates, preview.undoable, broken)
        sound = tuple(version for version in versions if id(version) not in clashing)
        arrivals = Arrivals(sound, found.entries, bring_back)
        taking = self._take(arrivals, f"import of {name}", dry_run=dry_run)
        return Arrived(taking.fates, taking.undoable, broken)

    def restore(
        self, path: Path, *, skip_bad: bool = False, bring_back: bool = False, dry_run: bool = False
    ) -> Arrived:
        """Add what is in a backup to what is here, verified first; no volume is deleted or rewritten.

        Entries that were deleted here since stay so unless `bring_back`. What is damaged is left out only if
        `skip_bad`. Raises BadInputError, and then nothing was restored.
        """
        name = clean(path.name)
        backup = unpack(read_bytes(path, LARGEST_BACKUP), name)
        if backup.broken and not skip_bad:
            raise refusal(name, backup.broken)
        found = Incoming(broken=backup.broken)
        for volume, data in backup.volumes.items():
            try:
                found += read_document(data, volume, of_newer_coach=True).within(clean(volume))
            except BadInputError as error:
                found += Incoming(broken=(Broken(clean(volume), error.message),))
        arrivals = Arrivals(tuple(placed.version for placed in found.versions), (), bring_back)
        content, otherwise = self._content(backup.content, dry_run=dry_run)
        taking = self._take(arrivals, f"restoring {name}", dry_run=dry_run)
        return Arrived(taking.fates, taking.undoable, found.broken, content, otherwise)

    def _take(self, arrivals: Arrivals, label: str, *, dry_run: bool) -> Taking:
        diary = self._coach.diary
        return diary.taking(arrivals) if dry_run else diary.take_in(arrivals, label)

    def _read(self, path: Path) -> Incoming:
        if not path.is_dir():
            return self._read_file(path)
        files = [path / f"{kind}.csv" for kind in KINDS]
        found = Incoming()
        for file in (file for file in files if file.exists()):
            found += self._read_file(file).within(file.name)
        if not any(file.exists() for file in files):
            raise BadInputError(f"{path} has no sheets in it", f"they are named {files[0].name} and so on")
        return found

    def _read_file(self, path: Path) -> Incoming:
        data = read_bytes(path)
        if data.startswith(_ZIP):
            raise BadInputError(f"{clean(path.name)} is a zip", f"if it is a backup: coach restore {path}")
        if path.suffix.lower() in _SHEETS:
            return read_sheet(data, clean(path.stem), self._coach)
        return read_document(data, clean(path.name))

    def _content(self, files: Mapping[str, bytes], *, dry_run: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The content files that were missing here, and are written, and those that say something else here."""
        missing, otherwise = [], []
        for name, data in sorted(files.items()):
            path = self._coach.places.own_content / name
            try:
                if path.read_bytes() != data:
                    otherwise.append(name)
            except FileNotFoundError:
                missing.append(name)
            except OSError as error:
                raise StorageError(f"{path}: {error.strerror or error}", "make it readable") from error
        if not dry_run:
            for name in missing:
                path = self._coach.places.own_content / name
                private_folder(path.parent)
                replace_file(path, files[name])
            self._coach.forget_content()
        return tuple(missing), tuple(otherwise)
