"""The keys of the diary, and where each of them does something."""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import Enum, auto

from textual.binding import Binding, BindingType


class Place(Enum):
    """What lies on the screen: the list, a picture or its table, the patterns, what is tried, or one day."""

    LIST = auto()
    PICTURE = auto()
    READING = auto()
    TRYING = auto()
    DAY = auto()


_TIME = Binding.Group("time", compact=True)
_ENTRIES = {Place.LIST, Place.DAY}
_WHERE: Mapping[str, Set[Place]] = {
    "open": {Place.LIST, Place.PICTURE, Place.DAY},
    "walk": {Place.PICTURE, Place.DAY},
    "walk_list": {Place.LIST},
    "edit": _ENTRIES,
    "delete": _ENTRIES,
    "note": _ENTRIES,
    "filter": {Place.LIST},
    "find": {Place.LIST},
    "all": {Place.LIST},
    "open_day": {Place.LIST},
    "measure": {Place.PICTURE},
    "table": {Place.PICTURE},
    "back": {Place.DAY},
    "begin_trying": {Place.TRYING},
    "stop_trying": {Place.TRYING},
    "resume_trying": {Place.TRYING},
    "report": {Place.READING, Place.TRYING},
}
KEYS: list[BindingType] = [
    Binding("o", "open_day", "day", id="diary.day"),
    Binding("left", "walk(-1)", "earlier", key_display="←", group=_TIME, id="diary.earlier"),
    Binding("right", "walk(1)", "later", key_display="→", group=_TIME, id="diary.later"),
    Binding("left", "walk_list(-1)", "the day before", show=False, id="diary.earlier"),
    Binding("right", "walk_list(1)", "the day after", show=False, id="diary.later"),
    Binding("f", "filter", "filter", id="diary.filter"),
    Binding("slash", "find", "show only …", show=False, key_display="/", id="diary.find"),
    Binding("escape", "all", "show everything", show=False, id="diary.back"),
    Binding("f", "measure", "what is shown", id="diary.filter"),
    Binding("t", "table", "table", id="diary.table"),
    Binding("v", "turn(1)", "view", id="diary.view"),
    Binding("V", "turn(-1)", "view before", show=False, id="diary.view_before"),
    Binding("escape", "back", "back", key_display="esc", id="diary.back"),
    Binding("u", "app.undo", "undo", id="app.undo"),
]


def place_of(page: str) -> Place:
    """What lies on the screen when a page is shown as a picture."""
    pages = {"list": Place.LIST, "patterns": Place.READING, "experiment": Place.TRYING}
    return pages.get(page, Place.PICTURE)


def does(action: str, place: Place) -> bool:
    """Whether a key does something there."""
    return action not in _WHERE or place in _WHERE[action]
