"""A line to type in that knows words: arrows go through them, letters bring one, any other text stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from coach.model.cramp_words import words_said
from coach.tui.widgets.plain_input import PlainInput

_BETWEEN = ", "


class WordInput(PlainInput):
    """An input with known words; with `several` they stand with commas between them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "turn(1)", "next word", show=False),
        Binding("up", "turn(-1)", "word before", show=False),
    ]

    def __init__(self, value: str, words: Sequence[str], *, several: bool = False, takes: str = "") -> None:
        super().__init__(
            value,
            placeholder=takes or words_said(words),
            select_on_focus=False,
            suggester=_Beginnings(words, several=several),
        )
        self._words = words
        self._several = several

    def action_turn(self, by: int) -> None:
        """Put the next known word, or the one before, in the place of the last one."""
        self.value = turned(self.value, self._words, by, several=self._several)
        self.cursor_position = len(self.value)


def turned(text: str, words: Sequence[str], by: int, *, several: bool) -> str:
    """The text with its last word `by` further in `words`, among which there is none too.

    A beginning of a known word becomes that word. What is none of them stays; with `several` a known word
    comes after it.
    """
    before, last = _parted(text) if several else ("", text.strip())
    taken = {part.strip() for part in before.split(",")} - {""}
    left = [word for word in words if word not in taken]
    known = last.casefold()
    if not known:
        return before + (left[0 if by > 0 else -1] if left else "")
    if known in left:
        places = ["", *left]
        return (before + places[(places.index(known) + by) % len(places)]).rstrip(_BETWEEN)
    if whole := _begun(known, left):
        return before + whole
    return before + last + _BETWEEN + left[0] if several and left else text


def _parted(text: str) -> tuple[str, str]:
    """What stands before the last comma, with it, and the word after it."""
    before, comma, last = text.rpartition(",")
    return (f"{before.rstrip()}{_BETWEEN}" if comma else ""), last.strip()


def _begun(beginning: str, words: Sequence[str]) -> str:
    return next((word for word in words if beginning and word.startswith(beginning)), "")


class _Beginnings(Suggester):
    """Offers the known word that begins as typed."""

    def __init__(self, words: Sequence[str], *, several: bool) -> None:
        super().__init__()
        self._words = words
        self._several = several

    async def get_suggestion(self, value: str) -> str | None:
        last = value.rpartition(",")[2].lstrip() if self._several else value
        whole = _begun(last, self._words)
        return value + whole[len(last) :] if whole else None
