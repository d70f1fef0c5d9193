"""A backup: one zip with the diary's volumes, the person's own content, and a manifest of checksums."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from coach.errors import StorageError

FORMAT = "coach-backup"
VERSION = 1
MANIFEST = "manifest.json"
DIARY, CONTENT = "diary", "content"
LARGEST_CONTENT_FILE = 1_000_000
MOST_CONTENT_FILES = 1_000
LARGEST_IN_ALL = 200_000_000
"""Of everything in a backup, unpacked."""
_WANTED = re.compile(
    r"diary/(?:\d{4}-(?:0[1-9]|1[0-2])|profile)\.[^/\\\n\ud800-\udfff]{1,200}\.json"
    r"|content/(?:(?:moves|routines)/)?[^/\\\x00-\x1f\ud800-\udfff.~][^/\\\x00-\x1f\ud800-\udfff]{0,200}\.toml"
)
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 0, 0, 0)
"""The times a zip can name."""
_TRIES = 3


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the manifest says of a file: its size and the SHA-256 of its bytes in hex."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """The table of contents of a backup, by path within it."""

    format: str
    version: int
    made: datetime
    files: dict[str, Listed]


def is_wanted(name: str) -> bool:
    """Whether a path within a backup is that of a volume or of a content file, and of nothing else."""
    return _WANTED.fullmatch(name) is not None


def listed(data: bytes) -> Listed:
    """The line of the manifest for a file with these bytes."""
    return Listed(len(data), hashlib.sha256(data).hexdigest())


def pack(data: Path, now: datetime) -> tuple[bytes, int]:
    """The zip of a data folder, and how many volumes are in it; raises StorageError.

    Nothing is locked. If a volume is written meanwhile the folder is read anew, at most three times: a zip with
    volumes of two moments is no harm, for a restore is a union.
    """
    for _ in range(_TRIES):
        before = _stamps(data)
        total = sum(size for *_, size in before)
        if total > LARGEST_IN_ALL:
            raise StorageError(
                f"{data} has {total / 1e6:.0f} MB, more than a backup holds; none was made", "copy the folder"
            )
        packed = _packed(data, [name for name, *_ in before], now)
        if _stamps(data) == before:
            break
    return packed, sum(name.startswith(f"{DIARY}/") for name, *_ in before)


def _stamps(data: Path) -> list[tuple[str, int, int, int]]:
    """Every file to be packed: its path within the zip, inode, time and size."""
    stamps = []
    for folder in (DIARY, CONTENT, f"{CONTENT}/moves", f"{CONTENT}/routines"):
        try:
            with os.scandir(data / folder) as found:
                for file in found:
                    name = f"{folder}/{file.name}"
                    status = file.stat(follow_symlinks=False)
                    if is_wanted(name) and _fits(folder, status):
                        stamps.append((name, status.st_ino, status.st_mtime_ns, status.st_size))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _unreadable(data / folder, error) from error
    return sorted(stamps)


def _fits(folder: str, status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and (folder == DIARY or status.st_size <= LARGEST_CONTENT_FILE)


def _packed(data: Path, names: Iterable[str], now: datetime) -> bytes:
    files: dict[str, Listed] = {}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(name, min(max(now.timetuple()[:6], _EARLIEST), _LATEST))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(entry, content)

        for name in names:
            try:
                content = (data / name).read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise _unreadable(data / name, error) from error
            files[name] = listed(content)
            add(name, content)
        manifest = Manifest(FORMAT, VERSION, now, files)
        add(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    return written.getvalue()


def _unreadable(path: Path, error: OSError) -> StorageError:
    return StorageError(f"{path}: {error.strerror or error}; no backup was made", "make it readable")
