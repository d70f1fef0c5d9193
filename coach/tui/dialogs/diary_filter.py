"""What of the diary to show: chosen from what is there, or words to look for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from coach.model.entry import Entry
from coach.tui.dialogs.narrowing import NarrowingDialog
from coach.tui.text import plain
from coach.tui.widgets.diary_filter import Filter, narrower
from coach.tui.widgets.diary_rows import notes_on


class FilterDialog(NarrowingDialog[Filter]):
    """Choices that narrow `now`, with how many of `entries` each would show; gives back the filter then."""

    TITLE_TEXT = "Show only"
    KEYS_TEXT = "↑ ↓ choose   enter take it   esc leave"
    PLACEHOLDER = "calf, left, woke, or words to look for"

    def __init__(self, now: Filter, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._now = now
        self._listed = entries
        self._notes = notes_on(entries)
        self._found: dict[str, Filter] = {}

    def found(self, word: str) -> Iterable[tuple[str, Content]]:
        self._found = {name: one for one, name in narrower(self._now, word, self._listed, self._notes)}
        for name, one in self._found.items():
            count = sum(one.shows(entry, self._notes.get(entry.id, [])) for entry in self._listed)
            yield name, Content.assemble(plain(name), "   ", (f"{count}", "$muted"))

    def about(self, chosen: str | None) -> Content:
        if chosen is None:
            return plain("nothing to choose from")
        return plain(f"{self._found[chosen].said()}\nesc on the list shows everything again")

    def take(self, chosen: str) -> None:
        self.dismiss(self._found[chosen])
