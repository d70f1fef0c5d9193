"""Is it said well?  No promises, no slips with "point", and cues that can be followed half asleep."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from coach.library.library import Library
from coach.library.shelves import everything, texts
from coach.model.cause import Relief
from coach.model.move import Move

LONGEST_CUE_WORDS = 18
"""Our own figure: about what is taken in at one reading."""
MOST_SYLLABLES_A_WORD = 1.8
"""Our own figure; plain English has about one and a half."""
FEWEST_TO_JUDGE = 6
_PROMISE = re.compile(r"\b(cures?|detox\w*|guarantee\w*|prevents all)\b", re.IGNORECASE)
_POINT = re.compile(r"\bpoint(?:s|ed|ing)?\b(?!\s+(?:of|out)\b)", re.IGNORECASE)
_FORBIDS = re.compile(r"\b(?:never|not|no|don't|without|stop|away)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def wording_faults(library: Library) -> Iterator[tuple[str, str]]:
    """Where something is said badly, and what; the person's own content is theirs to word."""
    for where, thing in everything(library):
        if library.is_own(thing):
            continue
        if promise := _PROMISE.search(" ".join(texts(msgspec.to_builtins(thing)))):
            yield where, f"a promise nobody can keep: {promise[0]!r}"
    for where, thing, key, said in _instructions(library):
        if library.is_own(thing):
            continue
        if any(_POINT.search(part) and not _FORBIDS.search(part) for part in _SENTENCE.split(said)):
            yield f"{where}: {key}", "“point” is for the forbidden thing alone"
        if key != "start" and (hard := hard_to_read(said)):
            yield f"{where}: {key}", f"hard to follow: {hard} in {said!r}"


def hard_to_read(said: str) -> str:
    """Why a cue is hard to follow for someone half asleep; empty when it is not."""
    for sentence in _SENTENCE.split(said):
        words = re.findall(r"[A-Za-z’'-]+", sentence)
        if len(words) > LONGEST_CUE_WORDS:
            return f"{len(words)} words at once"
        if len(words) >= FEWEST_TO_JUDGE and sum(map(_syllables, words)) / len(words) > MOST_SYLLABLES_A_WORD:
            return "long words"
    return ""


def _syllables(word: str) -> int:
    plain = re.sub(r"(?:es|ed|e)$", "", word.lower()) or word
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def _instructions(library: Library) -> Iterator[tuple[str, Move | Relief, str, str]]:
    for move in library.moves.values():
        where = f"moves/{move.id}.toml"
        yield from ((where, move, f"cues[{number}]", cue) for number, cue in enumerate(move.cues, start=1))
        yield where, move, "start", move.start
    for relief in library.reliefs.values():
        where = f"relief/{relief.id}.toml"
        yield from ((where, relief, f"steps[{n}]", step.text) for n, step in enumerate(relief.steps, start=1))
