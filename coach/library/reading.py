"""Content files made into values; every fault names the file and the key."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec
import tomli

from coach.errors import ContentError
from coach.model.text import clean

T = TypeVar("T")
LARGEST_FILE = 1_000_000
_FENCE = "+++\n"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def content_files(folder: Path, ending: str) -> Iterator[Path]:
    """The files of a folder in the order of their names, without what editors and file syncs hide there."""
    for path in sorted(folder.glob(f"*{ending}")):
        if not path.name.startswith((".", "~")):
            yield path


def read_text(path: Path) -> str:
    """The file's text; raises ContentError when it cannot be read, is too large or holds control characters."""
    name = clean(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ContentError(f"{name}: not a file", "content is text; remove what is there")
        if status.st_size > LARGEST_FILE:
            raise ContentError(f"{name}: larger than 1 MB", "content is text; split the file")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ContentError(f"{name}: {error.strerror or error}", "make the file readable") from None
    except UnicodeDecodeError as error:
        raise ContentError(f"{name}: not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    if found := _CONTROL.search(text):
        number = text.count("\n", 0, found.start()) + 1
        raise ContentError(f"{name}: control character in line {number}", "remove it")
    return text


def decode(document: dict[str, object], kind: type[T], name: str) -> T:
    """`document` as a `kind`; raises ContentError with the file's name and the key's path."""
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        what = clean(f"{name}: {error}")
        raise ContentError(what, "mend that key; the README says what a file holds") from None


def decode_file(document: dict[str, object], kind: type[T], folder: str, path: Path) -> T:
    """The one thing that a file holds; its id is the name of the file, and not said again in it."""
    name = f"{folder}/{clean(path.name)}"
    if "id" in document:
        raise ContentError(f"{name}: id: the id is the name of the file", "remove the key, or rename the file")
    return decode({"id": path.stem} | document, kind, name)


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as a dict; raises ContentError with the line the parser gives."""
    return parse_toml(read_text(path), path)


def read_page(path: Path) -> dict[str, object]:
    """A Markdown file with TOML front matter between `+++` lines, as a dict with the body under `text`."""
    text = read_text(path)
    front, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    if not text.startswith(_FENCE) or not fence:
        raise ContentError(f"{clean(path.name)}: no front matter", "begin with +++, keys, +++, then the text")
    # The empty line stands for the first fence, so that the parser's line numbers are the file's.
    return parse_toml(f"\n{front}\n", path) | {"text": body.strip()}


def parse_toml(text: str, path: Path) -> dict[str, object]:
    """The TOML in `text`; raises ContentError with the name of `path` and the line the parser gives.

    tomli is the standard library's parser, compiled: a quarter of its time, see `tests.bench.daily --only status`.
    """
    try:
        return tomli.loads(text)
    except RecursionError:
        raise ContentError(f"{clean(path.name)}: nested too deeply", "content is lists of plain values") from None
    except ValueError as error:
        what = clean(f"{path.name}: not TOML: {error}")
        raise ContentError(what, "mend that line") from None


ONE_EACH: Mapping[str, tuple[str, Callable[[Path], dict[str, object]]]] = MappingProxyType(
    {
        "causes": (".md", read_page),
        "moves": (".toml", read_toml),
        "routines": (".toml", read_toml),
        "relief": (".toml", read_toml),
    }
)
"""Folders in which each file holds one thing: how it ends, and how it is read."""


def read_one(path: Path, folder: str, kind: type[T]) -> T:
    """The one thing that a file of that folder holds; raises ContentError."""
    _, read = ONE_EACH[folder]
    return decode_file(read(path), kind, folder, path)
