"""Content files made into values; every fault names the file and the key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from coach.errors import ContentError

T = TypeVar("T")
LARGEST_FILE = 1_000_000
_FENCE = "+++\n"


def read_text(path: Path) -> str:
    """The file's text; raises ContentError when it cannot be read, is too large or holds control characters."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ContentError(f"{path.name}: larger than 1 MB", "content is text; split the file")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ContentError(f"{path.name}: {error.strerror or error}", "make the file readable") from None
    except UnicodeDecodeError as error:
        raise ContentError(f"{path.name}: not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if any(ord(char) < 32 and char not in "\t\r" for char in line):
            raise ContentError(f"{path.name}: control character in line {number}", "remove it")
    return text


def decode(document: dict[str, object], kind: type[T], name: str) -> T:
    """`document` as a `kind`; raises ContentError with the file's name and the key's path."""
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        raise ContentError(f"{name}: {error}", "mend that key; the README says what a file holds") from None


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as a dict; raises ContentError with the line the parser gives."""
    return _parse(read_text(path), path)


def read_page(path: Path) -> dict[str, object]:
    """A Markdown file with TOML front matter between `+++` lines, as a dict with the body under `text`."""
    text = read_text(path).replace("\r\n", "\n")
    if not text.startswith(_FENCE) or _FENCE not in text[len(_FENCE) :]:
        raise ContentError(f"{path.name}: no front matter", "begin with +++, keys, +++, then the text")
    front, _, body = text[len(_FENCE) :].partition(_FENCE)
    return _parse(front, path) | {"text": body.strip()}


def _parse(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path.name}: not TOML: {error}", "mend that line") from None
