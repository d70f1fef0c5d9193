"""The actions that have a key: what each is called in the settings, its keys, and what it does.

The screens bind the same keys themselves; a test holds that the two agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Action(NamedTuple):
    """One thing a key does; `id` begins with the place where it does it, `keys` are Textual's names for them."""

    id: str
    keys: str
    does: str

    @property
    def place(self) -> str:
        return self.id.partition(".")[0]

    @property
    def given(self) -> tuple[str, ...]:
        """The keys that coach comes with."""
        return tuple(self.keys.split(","))


ACTIONS: tuple[Action, ...] = (
    Action("app.today", "1", "Today"),
    Action("app.causes", "2", "Causes"),
    Action("app.stretch", "3", "Stretch"),
    Action("app.diary", "4", "Diary"),
    Action("app.cramp", "c", "cramp now"),
    Action("app.drink", "w", "drink the usual vessel"),
    Action("app.drink_other", "W", "drink something else"),
    Action("app.undo", "u", "undo"),
    Action("app.report", "R", "report for the clinician"),
    Action("app.reminded", "full_stop", "what coach reminded you of"),
    Action("app.profile", "comma", "about you"),
    Action("app.settings", "semicolon", "settings of this machine"),
    Action("app.keys", "question_mark", "keys and help"),
    Action("app.quit", "q", "quit"),
    Action("list.up", "up", "up"),
    Action("list.down", "down", "down"),
    Action("list.page_up", "pageup", "a page up"),
    Action("list.page_down", "pagedown", "a page down"),
    Action("list.half_up", "ctrl+u", "half a page up"),
    Action("list.half_down", "ctrl+d", "half a page down"),
    Action("list.first", "home", "to the first"),
    Action("list.last", "end", "to the last"),
    Action("turn.less", "left", "less, or the one before"),
    Action("turn.more", "right", "more, or the next one"),
    Action("today.tick", "space", "tick"),
    Action("today.more", "plus", "more"),
    Action("today.less", "minus", "less"),
    Action("today.open", "enter", "open"),
    Action("today.food", "f", "food"),
    Action("today.note", "n", "note"),
    Action("today.earlier", "left", "the day before"),
    Action("today.later", "right", "the day after"),
    Action("today.back", "t", "back to today"),
    Action("today.start", "s", "start what is next"),
    Action("today.why", "y", "why that is next"),
    Action("today.not_now", "x", "not now"),
    Action("today.no_cramp", "0", "no cramp last night"),
    Action("today.marks", "d", "about this day"),
    Action("today.skip", "k", "a day off"),
    Action("today.items", "a", "items on your list"),
    Action("causes.read", "enter,right", "read"),
    Action("causes.search", "slash", "search"),
    Action("causes.start", "s", "start the routine"),
    Action("causes.items", "a", "put on your list"),
    Action("causes.follow", "o", "open a page it leads to"),
    Action("causes.signs", "exclamation_mark", "warning signs"),
    Action("causes.back", "escape,left", "back"),
    Action("stretch.start", "enter", "start"),
    Action("stretch.read", "right", "read the card"),
    Action("stretch.back", "left,escape", "back to the list"),
    Action("stretch.gentler", "g", "the gentler way"),
    Action("stretch.options", "o", "options"),
    Action("stretch.edit", "e", "edit, or copy and edit"),
    Action("stretch.delete", "delete", "delete"),
    Action("stretch.sound", "M", "sound"),
    Action("diary.open", "enter", "open"),
    Action("diary.edit", "e", "edit"),
    Action("diary.delete", "d,delete", "delete"),
    Action("diary.note", "n", "note"),
    Action("diary.day", "o", "the day of an entry"),
    Action("diary.earlier", "left", "earlier"),
    Action("diary.later", "right", "later"),
    Action("diary.filter", "f", "what is shown"),
    Action("diary.find", "slash", "show only …"),
    Action("diary.table", "t", "table, or picture"),
    Action("diary.view", "v", "the next page"),
    Action("diary.view_before", "V", "the page before"),
    Action("diary.begin", "s", "try something"),
    Action("diary.resume", "g", "go on with what is tried"),
    Action("diary.stop", "x", "stop what is tried"),
    Action("diary.back", "escape", "back"),
    Action("player.pause", "space", "pause, or go on"),
    Action("player.next", "right,n", "next"),
    Action("player.back", "left,b", "back"),
    Action("player.more", "plus,equals_sign", "ten seconds more"),
    Action("player.mute", "m", "sound on or off"),
    Action("player.sound", "M", "sound settings and test"),
    Action("player.digits", "z", "only the digits"),
    Action("player.stop", "q,escape", "stop"),
    Action("editor.add", "a", "add a step"),
    Action("editor.drop", "x,delete", "drop a step"),
    Action("editor.dose", "enter", "dose"),
    Action("editor.up", "less_than_sign,shift+up,ctrl+up", "move a step up"),
    Action("editor.down", "greater_than_sign,shift+down,ctrl+down", "move a step down"),
    Action("editor.order", "o", "legs in turn or leg by leg"),
    Action("editor.side", "s", "which leg begins"),
    Action("editor.rounds", "r", "how often all is done"),
    Action("editor.name", "n", "name"),
    Action("editor.save", "ctrl+s", "save"),
    Action("editor.leave", "escape,q", "leave"),
)
_WITHIN = "space,enter,escape,delete,backspace"
FIXED: tuple[Action, ...] = (
    Action("dialogs.keys", f"a,c,o,r,exclamation_mark,plus,minus,{_WITHIN},ctrl+s", "kept by dialogs"),
    Action("end.keys", "e,s,h,p,exclamation_mark,enter,space,escape,q", "kept by the end of a session"),
    Action("pages.keys", "j,k,space", "kept by what is read"),
)
"""Keys that stay as they are, where a list has the same keys around it."""
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "today": ("today", "list", "app"),
    "causes": ("causes", "list", "app"),
    "stretch": ("stretch", "list", "app"),
    "diary": ("diary", "list", "app"),
    "editor": ("editor", "list", "app"),
    "player": ("player", "app"),
    "end": ("end", "app"),
    "dialogs": ("dialogs", "list", "turn"),
    "a page": ("causes", "pages", "app"),
    "a card": ("stretch", "pages", "app"),
}
"""The places whose keys are heard at the same time."""
VIM: Mapping[str, str] = {
    "list.up": "k",
    "list.down": "j",
    "list.first": "g",
    "list.last": "G",
    "turn.less": "h",
    "turn.more": "l",
    "today.earlier": "left,h",
    "today.later": "right,l",
    "today.skip": "K",
    "causes.read": "enter,right,l",
    "causes.back": "escape,left,h",
    "stretch.read": "right,l",
    "stretch.back": "left,escape,h",
    "stretch.gentler": "r",
    "diary.resume": "r",
    "diary.earlier": "left,h",
    "diary.later": "right,l",
}
"""What the setting `vim_keys` changes: three actions give up their letters to the list."""
