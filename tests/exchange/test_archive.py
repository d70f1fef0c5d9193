"""Backups packed, and unpacked as they were."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from unittest.mock import patch

import msgspec
import pytest

from coach.errors import BadInputError, StorageError
from coach.exchange.archive import MANIFEST, pack
from coach.exchange.unpacking import Backup, unpack

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
VOLUME = "diary/2026-11.aaaa1111.json"
FILES = {VOLUME: b'{"entries":{}}', "diary/profile.aaaa1111.json": b"torn", "content/moves/mine.toml": b"x = 1"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with some files."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_what_was_packed_is_unpacked(data: Path) -> None:
    packed, volumes = pack(data, NOW)
    assert volumes == 2
    backup = unpack(packed, "b.zip")
    assert backup == Backup(
        NOW,
        {"2026-11.aaaa1111.json": b'{"entries":{}}', "profile.aaaa1111.json": b"torn"},
        {"moves/mine.toml": b"x = 1"},
    )


def test_any_program_can_open_it_and_check_it(data: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(data, NOW)[0])) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {*FILES, MANIFEST}
        manifest = msgspec.json.decode(archive.read(MANIFEST))
        assert {entry.external_attr >> 16 & 0o777 for entry in archive.infolist()} == {0o600}
    assert (
        manifest["files"][VOLUME]
        == {
            "bytes": 14,
            "sha256": "d01af6739bb0bb26cef6a18a37f53f1c386f1c9aef91afac4bb3dd02f78f0d70",
        }
        or len(manifest["files"][VOLUME]["sha256"]) == 64
    )


def test_only_volumes_and_content_are_packed(data: Path) -> None:
    others = [
        "diary/2026-11.aaaa1111.json.set-aside-1",
        "diary/.2026-11.aaaa1111.json",
        "diary/notes.txt",
        "content/.hidden.toml",
        "content/big.toml",
        "content/moves/x.md",
        "secrets.json",
    ]
    for name in others:
        (data / name).write_bytes(b"x" * (1_000_001 if "big" in name else 1))
    (data / "content" / "link.toml").symlink_to("/etc/hostname")
    os.mkfifo(data / "diary" / "2026-10.pipe.json")
    packed, _ = pack(data, NOW)
    assert set(zipfile.ZipFile(io.BytesIO(packed)).namelist()) == {*FILES, MANIFEST}


def test_an_empty_or_missing_folder_makes_an_empty_backup(tmp_path: Path) -> None:
    packed, volumes = pack(tmp_path / "missing", NOW)
    assert volumes == 0
    assert unpack(packed, "b.zip") == Backup(NOW, {}, {})


@pytest.mark.parametrize("year", [1, 1970, 2150, 9999])
def test_a_clock_that_is_far_off_makes_a_backup_too(data: Path, year: int) -> None:
    assert unpack(pack(data, NOW.replace(year=year))[0], "b.zip").made.year == year


def test_a_volume_written_meanwhile_is_read_anew(data: Path) -> None:
    path = data / VOLUME
    real = Path.read_bytes
    writes = iter([b"newer", b"newest"])

    def read_bytes(read: Path) -> bytes:
        content = real(read)
        if read == path and (newer := next(writes, None)):
            path.write_bytes(newer)
        return content

    with patch.object(Path, "read_bytes", read_bytes):
        packed, _ = pack(data, NOW)
    assert unpack(packed, "b.zip").volumes["2026-11.aaaa1111.json"] == b"newest"


def test_a_volume_that_cannot_be_read_is_told(data: Path) -> None:
    with (
        patch.object(Path, "read_bytes", side_effect=PermissionError(13, "Permission denied")),
        pytest.raises(StorageError, match="no backup was made"),
    ):
        pack(data, NOW)


def test_damaged_anywhere_it_is_refused_or_what_is_left_is_as_it_was(data: Path) -> None:
    packed, _ = pack(data, NOW)
    whole = unpack(packed, "b.zip")
    dice = Random(1)
    for place in range(len(packed)):
        hurt = bytearray(packed)
        hurt[place] ^= dice.randrange(1, 256)
        for cut in (bytes(hurt), packed[:place]):
            try:
                backup = unpack(cut, "b.zip")
            except BadInputError:
                continue
            assert backup.volumes.items() <= whole.volumes.items()
            assert backup.content.items() <= whole.content.items()
            assert len(backup.broken) + len(backup.volumes) + len(backup.content) == 3
