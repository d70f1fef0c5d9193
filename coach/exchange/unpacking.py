"""A backup opened: nothing in it is believed before it is verified, and nothing is unpacked to a folder."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

import msgspec

from coach.errors import BadInputError
from coach.exchange.archive import (
    CONTENT,
    DIARY,
    FORMAT,
    LARGEST_CONTENT_FILE,
    LARGEST_IN_ALL,
    MANIFEST,
    MOST_CONTENT_FILES,
    VERSION,
    Listed,
    Manifest,
    is_wanted,
    listed,
)
from coach.exchange.incoming import LARGEST_FILE, Broken, too_large
from coach.model.text import clean

LARGEST_BACKUP = 100_000_000
"""Of the zip itself."""
_LARGEST_MANIFEST = 10_000_000
_MOST_FILES = 50_000
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)
"""What zipfile raises for bytes that are no zip of ours."""
_MEND = "try an older backup; coach backup --list shows the automatic ones"


class Backup(msgspec.Struct, frozen=True):
    """A verified backup: volumes and content files by name, and what of it is damaged."""

    made: datetime
    volumes: Mapping[str, bytes]
    content: Mapping[str, bytes]
    """Paths are those below the content folder."""
    broken: tuple[Broken, ...] = ()


def unpack(data: bytes, name: str) -> Backup:
    """What is in a backup, each file checked against its checksum.

    Raises BadInputError for a zip that coach did not make, for a path, a size or a packing that no backup
    has, and for one without a whole manifest. A file that is damaged is named in `broken`.
    """
    if not data.startswith(b"PK"):
        raise BadInputError(
            f"{name} is no backup: not a zip", "coach backup FILE makes one; coach import takes others"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = _manifest(archive, name)
            _check_entries(archive, manifest, name)
            return _unpacked(archive, manifest)
    except _DAMAGED as error:
        raise BadInputError(f"{name} is damaged: {clean(str(error))}; nothing was restored", _MEND) from None


def _manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    foreign = BadInputError(f"{name} is a zip, but no backup of coach", "name a file that coach backup made")
    try:
        entry = archive.getinfo(MANIFEST)
    except KeyError:
        raise foreign from None
    _check_packing(entry, name)
    if entry.file_size > _LARGEST_MANIFEST:
        raise foreign
    try:
        manifest = msgspec.json.decode(_bytes(archive, entry, entry.file_size), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise foreign from None
    if manifest.format != FORMAT:
        raise foreign
    if manifest.version > VERSION:
        raise BadInputError(f"{name} was made by a newer coach", "restore it with that one, or a newer")
    return manifest


def _check_entries(archive: zipfile.ZipFile, manifest: Manifest, name: str) -> None:
    """That the zip holds what its manifest lists, within bounds, and nothing else."""
    entries = archive.infolist()
    if len(entries) > _MOST_FILES:
        raise BadInputError(f"{name} has {len(entries)} files; no backup has so many", _MEND)
    for path, times in Counter(entry.filename for entry in entries).items():
        if path != MANIFEST and (path not in manifest.files or not is_wanted(path)):
            raise BadInputError(f"{name} has a file that is none of a backup: {clean(path)!r}", _MEND)
        if times > 1:
            raise BadInputError(f"{name} has two files named {clean(path)!r}", _MEND)
    if sum(path.startswith(f"{CONTENT}/") for path in manifest.files) > MOST_CONTENT_FILES:
        raise BadInputError(f"{name} has more than {MOST_CONTENT_FILES} content files", _MEND)
    for entry in entries:
        _check_packing(entry, name)
        most = LARGEST_FILE if entry.filename.startswith(f"{DIARY}/") else LARGEST_CONTENT_FILE
        if entry.filename != MANIFEST and entry.file_size > most:
            raise too_large(f"{clean(entry.filename)} in {name}", entry.file_size, most)
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_IN_ALL:
        raise too_large(f"what is in {name}", total, LARGEST_IN_ALL)


def _check_packing(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & 0x1:
        raise BadInputError(f"{name} is encrypted", "unpack it and pack it again without a password")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BadInputError(f"{name} is packed in a way that no backup is", _MEND)


def _unpacked(archive: zipfile.ZipFile, manifest: Manifest) -> Backup:
    found: dict[str, dict[str, bytes]] = {DIARY: {}, CONTENT: {}}
    broken: list[Broken] = []
    for path, expected in manifest.files.items():
        folder, _, rest = path.partition("/")
        try:
            data = _bytes(archive, archive.getinfo(path), expected.bytes)
        except KeyError:
            broken.append(Broken(clean(path), "it is missing"))
        except _DAMAGED as error:
            broken.append(Broken(clean(path), f"it is damaged: {clean(str(error))}"))
        else:
            why = _difference(listed(data), expected)
            if why:
                broken.append(Broken(clean(path), why))
            elif folder in found:
                found[folder][rest] = data
    return Backup(manifest.made, found[DIARY], found[CONTENT], tuple(broken))


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """At most one byte more than `most`, whatever the zip says of its size."""
    with archive.open(entry) as file:
        return file.read(max(most, 0) + 1)


def _difference(found: Listed, expected: Listed) -> str:
    if found.bytes != expected.bytes:
        return f"it has not the {expected.bytes} bytes that the manifest says"
    return "" if found.sha256 == expected.sha256 else "its checksum is not that of the manifest"
