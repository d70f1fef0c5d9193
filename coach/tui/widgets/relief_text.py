"""What the pages of Cramp now are made of: pieces of text in a few tones, and keys that can be clicked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_NOT_MUSCLES = frozenset("cdlnquwy")
"""Letters that mean something else here or in the rest of coach."""
_BETWEEN = "   "
_SENTENCES = re.compile(r"(?<=[.?!]) +")


class Piece(NamedTuple):
    """A piece of text in one of the view's tones; a click on one with an `action` does it."""

    text: str
    tone: str = "text"
    action: str = ""


Text = tuple[Piece, ...]
Key = tuple[str, str, str]
"""A key as it is written on the keyboard, what it does in words, and the action."""


def muscle_letters(sites: Mapping[str, str]) -> dict[str, str]:
    """A letter of its own for each muscle: the first of its name that is free."""
    letters: dict[str, str] = {}
    for site, name in sites.items():
        free = (char for char in f"{name}{site}".lower() if char.isalpha() and char not in _NOT_MUSCLES)
        letter = next((char for char in free if char not in letters), None)
        if letter is not None:
            letters[letter] = site
    return letters


def large(text: str) -> Text:
    """A text for who has no glasses on: each sentence on a line of its own."""
    return (Piece("\n".join(_SENTENCES.split(text)), "strong"),)


def choice(key: str, name: str, action: str, *, here: bool) -> Text:
    """One of several things to choose from; the one that is chosen stands out."""
    return Piece(f"{key} ", "key", action), Piece(name, "here" if here else "muted", action)


def keys(*lines: Sequence[Key]) -> Text:
    """The keys of a page, in lines that fit 60 columns."""
    return joined((joined((_key(*key) for key in line), _BETWEEN) for line in lines), "\n")


def in_lines(texts: Iterable[Text], cells: int) -> Text:
    """The texts beside each other, in as few lines as they fit; none is parted from its key."""
    lines: list[list[Text]] = []
    room = 0
    for text in texts:
        width = sum(len(piece.text) for piece in text) + len(_BETWEEN)
        if width > room:
            lines.append([])
            room = cells + len(_BETWEEN)
        lines[-1].append(text)
        room -= width
    return joined((joined(line, _BETWEEN) for line in lines), "\n")


def joined(texts: Iterable[Text], between: str) -> Text:
    """The texts one after another, `between` every two."""
    pieces: list[Piece] = []
    for text in texts:
        if pieces:
            pieces.append(Piece(between))
        pieces.extend(text)
    return tuple(pieces)


def _key(key: str, name: str, action: str) -> Text:
    return Piece(f"{key} ", "key", action), Piece(name, "strong", action)
