"""Finding a page by a word, typed in haste: titles first, then texts, medicines and foods."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property

import msgspec

from coach.advice.links import Address, Shelf

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORTEST_MENDED = 4
"""Shorter words are too like each other to guess at."""
_ALIKE = 0.8
_LONGEST_WORD = 40
"""No word of the content is longer; what is longer was not typed to find one."""
_MOST_WORDS = 12
_LAST = chr(sys.maxunicode)
"""Stands behind every letter, in the order of words."""
_LONGEST_EXCERPT = 120


class Document(msgspec.Struct, frozen=True):
    """A page that can be found; `names` are other words for its title, `text` is plain."""

    address: Address
    title: str
    text: str
    names: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True, dict=True):
    """A document that speaks of what was asked; `words` begin words of its text, none when its title says it."""

    document: Document
    words: tuple[str, ...] = ()

    @cached_property
    def excerpt(self) -> str:
        """The sentence that says one of the words first; nothing when the title says them all."""
        for sentence in _SENTENCE_END.split(self.document.text) if self.words else ():
            if any(_begins(one, self.words) for one in words_of(sentence)):
                return around(sentence.strip("#-*> "), self.words, _LONGEST_EXCERPT)
        return ""


class Finds(msgspec.Struct, frozen=True):
    """What was found, the best first, by which `words`, and those words where some typed had to be mended."""

    found: tuple[Found, ...]
    words: tuple[str, ...] = ()
    mended: str = ""


class Index:
    """Documents made ready to be searched again and again, as while somebody types."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = [_Indexed(document) for document in documents]
        self._known = sorted({word for indexed in self._documents for word in indexed.all})

    def search(self, said: str) -> Finds:
        """The documents that have every word of `said` in them, or the words nearest to those.

        Documents with the words in their title stand before those with them in their text, of which warning signs
        come first; medicines that only speak of them, and all foods, come last. A word also finds the words that
        begin with it.
        """
        typed = words_of(said)[:_MOST_WORDS]
        if not typed:
            return Finds(())
        words = [self._mended(word) for word in typed]
        meant = [self._beginning(word) for word in words]
        found = [indexed for indexed in self._documents if indexed.speaks(indexed.all, meant)]
        found.sort(key=lambda indexed: indexed.place(words, meant))
        beginnings = tuple(words)
        return Finds(
            tuple(
                Found(indexed.document, () if indexed.speaks(indexed.titles, meant) else beginnings)
                for indexed in found
            ),
            beginnings,
            " ".join(words) if words != typed else "",
        )

    def _mended(self, typed: str) -> str:
        """The word typed when a known one begins with it, or else the known one most like it, or else itself."""
        if not _SHORTEST_MENDED <= len(typed) <= _LONGEST_WORD or self._begins_one(typed):
            return typed
        matcher = SequenceMatcher(b=typed, autojunk=False)
        best, alike = typed, _ALIKE
        for word in self._known:
            matcher.set_seq1(word)
            if matcher.real_quick_ratio() > alike and matcher.quick_ratio() > alike and matcher.ratio() > alike:
                best, alike = word, matcher.ratio()
        return best

    def _beginning(self, word: str) -> frozenset[str]:
        """The known words that begin with `word`."""
        begin = bisect_left(self._known, word)
        return frozenset(self._known[begin : bisect_left(self._known, f"{word}{_LAST}", begin)])

    def _begins_one(self, typed: str) -> bool:
        place = bisect_left(self._known, typed)
        return place < len(self._known) and self._known[place].startswith(typed)


def held_back(finds: Finds, is_held_back: Callable[[Address], bool], instead: Document) -> Finds:
    """The finds with what is not offered to this person behind the rest; alone it stands behind `instead`."""
    offered = [found for found in finds.found if not is_held_back(found.document.address)]
    others = [found for found in finds.found if found not in offered]
    if others and not offered:
        offered = [Found(instead)]
    return msgspec.structs.replace(finds, found=(*offered, *others))


def around(text: str, words: Sequence[str], most: int) -> str:
    """So much of `text` as fits into `most` characters, with the first of the words in it that begins with one."""
    if len(text) <= most:
        return text
    at = next((found.start() for found in _WORD.finditer(text) if _begins(found[0].lower(), words)), 0)
    begin = 0 if at < most * 2 // 3 else text.rfind(" ", 0, at - most // 4) + 1
    lead = "… " if begin else ""
    rest = text[begin:]
    room = most - len(lead)
    return lead + (rest if len(rest) <= room else f"{rest[: room - 2].rsplit(' ', 1)[0]} …")


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [word.lower() for word in _WORD.findall(text)]


class _Indexed:
    def __init__(self, document: Document) -> None:
        self.document = document
        self._id = words_of(document.address.id)
        self.titles = frozenset(words_of(" ".join((document.title, *document.names))))
        self.all = self.titles | frozenset(self._id) | frozenset(words_of(document.text))

    @staticmethod
    def speaks(text: frozenset[str], meant: Iterable[frozenset[str]]) -> bool:
        return not any(text.isdisjoint(words) for words in meant)

    def place(self, words: Sequence[str], meant: Sequence[frozenset[str]]) -> tuple[int, int, bool]:
        in_title = self.speaks(self.titles, meant) or words == self._id
        shelf = self.document.address.shelf
        is_last = shelf is Shelf.FOOD or (shelf is Shelf.MEDICINE and not in_title)
        place = -1 if shelf is Shelf.RED_FLAG and not in_title else shelf.place
        return (2 if is_last else 0 if in_title else 1), place, not self.titles.issuperset(words)


def _begins(word: str, words: Iterable[str]) -> bool:
    return any(word.startswith(one) for one in words)
