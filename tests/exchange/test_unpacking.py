"""Backups opened with suspicion: what no backup has is refused, what is damaged is named."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import UTC, datetime

import msgspec
import pytest

from coach.errors import BadInputError
from coach.exchange.archive import MANIFEST, Listed, Manifest, is_wanted, listed
from coach.exchange.unpacking import unpack

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
VOLUME = "diary/2026-11.aaaa1111.json"
FILES = {VOLUME: b'{"entries":{}}', "diary/profile.aaaa1111.json": b"torn", "content/moves/mine.toml": b"x = 1"}


def made(files: dict[str, bytes], manifest: object = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these files and, unless another is given, a manifest that is right."""
    right = Manifest("coach-backup", 1, NOW, {name: listed(content) for name, content in files.items()})
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(MANIFEST, msgspec.json.encode(right if manifest is None else manifest))
    return written.getvalue()


def manifest_of(files: dict[str, Listed], **fields: object) -> dict[str, object]:
    return {"format": "coach-backup", "version": 1, "made": NOW, "files": files} | fields


def refused(data: bytes) -> str:
    with pytest.raises(BadInputError) as error:
        unpack(data, "b.zip")
    assert error.value.hint
    return error.value.message


@pytest.mark.parametrize(
    "name",
    [
        "../diary/2026-11.a.json",
        "/etc/passwd",
        "diary/../2026-11.a.json",
        "diary/2026-11.a/../../b.json",
        "diary\\2026-11.a.json",
        "diary/2026-11.a\\b.json",
        "content/../../x.toml",
        "content/moves/../../../x.toml",
        "content/deep/er/x.toml",
        "config/settings.toml",
        "diary/2026-13.a.json",
        "diary/2026-11.a.json/",
        "C:/x.toml",
        "content/.x.toml",
    ],
)
def test_a_path_that_no_backup_has_is_refused(name: str) -> None:
    assert not is_wanted(name)
    assert "none of a backup" in refused(made({name: b"x"}))


def test_what_is_not_in_the_manifest_is_refused() -> None:
    assert "none of a backup" in refused(made({VOLUME: b"x"}, manifest_of({})))


def test_what_the_manifest_has_and_the_zip_has_not_is_named() -> None:
    backup = unpack(made({}, manifest_of({VOLUME: listed(b"x")})), "b.zip")
    assert [str(one) for one in backup.broken] == [f"{VOLUME}: it is missing"]


@pytest.mark.parametrize("said", [listed(b"y"), Listed(2, listed(b"x").sha256), Listed(-5, ""), Listed(0, "")])
def test_a_file_that_is_not_as_the_manifest_says_is_named_and_left_out(said: Listed) -> None:
    files = {VOLUME: said, "diary/profile.a.json": listed(b"y")}
    backup = unpack(made({VOLUME: b"x", "diary/profile.a.json": b"y"}, manifest_of(files)), "b.zip")
    assert [one.place for one in backup.broken] == [VOLUME]
    assert dict(backup.volumes) == {"profile.a.json": b"y"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a zip"),
        (b'{"format":"coach-export"}', "not a zip"),
        (b"PK\x03\x04 and no more", "damaged"),
        (made({}, b"not json"), "no backup of coach"),
        (made({}, manifest_of({}, format="other")), "no backup of coach"),
        (made({}, manifest_of({}, version=2)), "newer coach"),
        (made({}, manifest_of({}, version="1")), "no backup of coach"),
        (made({}, manifest_of({}) | {"files": [1]}), "no backup of coach"),
        (made({}, {"files": {}}), "no backup of coach"),
        (made({VOLUME: b"x"}, method=zipfile.ZIP_LZMA), "packed in a way"),
        (made({VOLUME: b"x"}, method=zipfile.ZIP_BZIP2), "packed in a way"),
        (made({"content/big.toml": bytes(1_000_001)}), "too large"),
        (made({f"content/{n}.toml": b"" for n in range(1001)}), "more than 1000"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_backup_is_refused_in_words(data: bytes, why: str) -> None:
    assert why in refused(data)


def test_a_zip_of_something_else_is_named_clearly() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("holiday.jpg", b"x")
    assert refused(written.getvalue()) == "b.zip is a zip, but no backup of coach"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused() -> None:
    written = io.BytesIO(made({VOLUME: b"x"}))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(VOLUME, b"y")
    assert "two files" in refused(written.getvalue())


def test_an_encrypted_backup_is_refused() -> None:
    data = bytearray(made({VOLUME: b"x"}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "encrypted" in refused(bytes(data))


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = made({VOLUME: bytes(101_000_000)})
    assert len(bomb) < 1_000_000
    assert "too large" in refused(bomb)


def test_a_bomb_that_lies_about_its_size_yields_no_more_than_it_said() -> None:
    data = bytearray(made({VOLUME: bytes(10_000_000)}, manifest_of({VOLUME: listed(b"x" * 10)})))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    backup = unpack(bytes(data), "b.zip")
    assert [one.place for one in backup.broken] == [VOLUME]
    assert dict(backup.volumes) == {}
