"""What was found in a file that somebody names, and what in it is broken."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

import msgspec

from coach.diary.change import Change
from coach.diary.version import Version
from coach.errors import BadInputError
from coach.model.text import clean

LARGEST_FILE = 100_000_000
MOST_TOLD = 10


class NotARecordError(ValueError):
    """A record that cannot be taken, in words."""


class Broken(msgspec.Struct, frozen=True):
    """Something that cannot be taken: `place` is its number in the file."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class Placed(msgspec.Struct, frozen=True):
    """A version, and its number in the file."""

    place: str
    version: Version


class Incoming(msgspec.Struct, frozen=True):
    """Versions as they are, entries that have no stamp yet, and what is broken, in the order of the file."""

    versions: tuple[Placed, ...] = ()
    entries: tuple[Change, ...] = ()
    broken: tuple[Broken, ...] = ()

    def __add__(self, other: Incoming) -> Incoming:
        return Incoming(self.versions + other.versions, self.entries + other.entries, self.broken + other.broken)

    def within(self, file: str) -> Incoming:
        """The same with places that name the file too."""
        return Incoming(
            tuple(Placed(f"{file}, {placed.place}", placed.version) for placed in self.versions),
            self.entries,
            tuple(Broken(f"{file}, {broken.place}", broken.why) for broken in self.broken),
        )


def refusal(name: str, broken: Iterable[Broken]) -> BadInputError:
    """The error that names what is broken by number."""
    found = [str(one) for one in broken]
    told = found[:MOST_TOLD]
    if len(found) > MOST_TOLD:
        told.append(f"and {len(found) - MOST_TOLD} more")
    total = "1 thing" if len(found) == 1 else f"{len(found)} things"
    return BadInputError(
        f"{name}: {total} in it cannot be taken; nothing was written",
        "\n".join([*told, "mend that, or leave it out with --skip-bad"]),
    )


def read_bytes(path: Path, most: int = LARGEST_FILE) -> bytes:
    """What is in a file of at most `most` bytes; raises BadInputError."""
    name = clean(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadInputError(f"{name} is no file", "name a file")
        if status.st_size > most:
            raise too_large(name, status.st_size, most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise BadInputError(f"{name}: {error.strerror or error}", "name a file that can be read") from None
    if len(data) > most:
        raise too_large(name, len(data), most)
    return data


def too_large(name: str, size: int, most: int) -> BadInputError:
    """The error for more bytes than can be taken at once."""
    return BadInputError(
        f"{name} has {size / 1e6:.0f} MB, which is too large", f"at most {most / 1e6:.0f} MB can be taken at once"
    )
