"""Which entries of the diary are shown: of a kind, of a muscle, of a leg, that woke, with a note, with words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from coach.advice.describe import describe
from coach.model.entry import Cramp, Entry, Note, Side, Site
from coach.tui.widgets.entry_kinds import KIND_NAMES

CRAMP = "cramp"
_SIDES = {Side.LEFT: "left leg", Side.RIGHT: "right leg", Side.BOTH: "both legs"}


@dataclass(frozen=True)
class Filter:
    """What an entry must be to be shown; all of it together. Nothing is asked of it where nothing is said."""

    kind: str | None = None
    site: Site | None = None
    side: Side | None = None
    woke: bool = False
    noted: bool = False
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether every entry is shown."""
        return self == Filter()

    def of_kind(self, kind: str | None) -> Self:
        """The same for another kind; what only a cramp has goes with it."""
        if kind == CRAMP:
            return replace(self, kind=kind)
        return replace(self, kind=kind, site=None, side=None, woke=False)

    def shows(self, entry: Entry, notes: Sequence[Note]) -> bool:
        """Whether an entry, with the notes that are on it, is one of these; a leg is in both legs too."""
        if self.kind is not None and entry.kind != self.kind:
            return False
        if isinstance(entry, Cramp):
            if self.site not in {None, entry.site} or (self.woke and not entry.woke):
                return False
            if self.side is not None and entry.side not in {self.side, Side.BOTH}:
                return False
        if self.noted and not (notes or isinstance(entry, Note) or (isinstance(entry, Cramp) and entry.note)):
            return False
        return self._has_words(entry, notes)

    def said(self) -> str:
        """In words: `Cramps: calf, left leg, woke you, with a note, “stairs”`."""
        name = KIND_NAMES[self.kind].many if self.kind else "Everything"
        parts = [
            str(self.site).replace("-", " ") if self.site else "",
            _SIDES[self.side] if self.side else "",
            "woke you" if self.woke else "",
            "with a note" if self.noted else "",
            f"“{self.words}”" if self.words else "",
        ]
        more = ", ".join(part for part in parts if part)
        return f"{name}: {more}" if more else name

    def _has_words(self, entry: Entry, notes: Sequence[Note]) -> bool:
        if not self.words:
            return True
        name = KIND_NAMES[entry.kind].one if entry.kind in KIND_NAMES else entry.kind
        text = " ".join([name, describe(entry), *(note.text for note in notes)]).casefold()
        return all(word in text for word in self.words.casefold().split())


def narrower(
    now: Filter, word: str, entries: Iterable[Entry], notes: dict[str, list[Note]]
) -> Iterator[tuple[Filter, str]]:
    """What the filter can go on to, as far as there are entries: filters, each with the name of its choice.

    Those whose name begins with `word`, or has a word that does, then the entries with these words.
    """
    known = list(entries)
    wanted = word.strip().casefold()
    for name, one in _choices(now):
        if wanted and not any(part.startswith(wanted) for part in (name.casefold(), *name.casefold().split())):
            continue
        if one != now and any(one.shows(entry, notes.get(entry.id, [])) for entry in known):
            yield one, name
    if wanted:
        yield replace(now, words=word.strip()), f"with the words “{word.strip()}”"


def _choices(now: Filter) -> Iterator[tuple[str, Filter]]:
    cramps = now.of_kind(CRAMP)
    if not now.is_open:
        yield "everything", Filter()
    yield from ((str(site).replace("-", " "), replace(cramps, site=site)) for site in Site)
    yield from ((name, replace(cramps, side=side)) for side, name in _SIDES.items())
    yield "woke you", replace(cramps, woke=True)
    yield "with a note", replace(now, noted=True)
    yield from ((name.many, now.of_kind(kind)) for kind, name in KIND_NAMES.items())
