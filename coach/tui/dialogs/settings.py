"""The settings of this machine, each a row to turn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Static

from coach.service.coach import Coach
from coach.service.settings import NOTICES
from coach.tui.dialogs.dialog import Dialog
from coach.tui.sounding import Sounding
from coach.tui.telling import telling
from coach.tui.widgets.row_list import RowList
from coach.tui.widgets.setting_rows import ABOUT, KEYS, TEST, setting_rows

TEND_EVERY_S = 0.5
_YES_NO = ("reduced_motion", "sound", "speech", "vim_keys")


class SettingsDialog(Dialog[None]):
    """Turns what belongs to this machine; each change is kept at once."""

    TITLE_TEXT = "Settings of this machine"
    KEYS_TEXT = "space change   ↑ ↓ move   esc done"
    DEFAULT_CSS = """
    SettingsDialog {
        RowList { height: 8; margin: 0 0 1 0; }
        #about { color: $muted; height: 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn(1)", "change, or open", show=False),
        Binding("right", "choose(1)", "the next one", show=False, id="turn.more"),
        Binding("left", "choose(-1)", "the one before", show=False, id="turn.less"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._sounding: Sounding | None = None
        self._tending: Timer | None = None

    def content(self) -> ComposeResult:
        yield RowList()
        yield Static(id="about", markup=False)

    def on_screen_resume(self) -> None:
        self._show()

    def on_unmount(self) -> None:
        if self._sounding is not None:
            self._sounding.close()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.query_one("#about", Static).update(ABOUT[message.row])

    def on_row_list_opened(self) -> None:
        self.action_turn(1)

    def on_row_list_marked(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Turn the setting under the cursor, or open what it names."""
        match self.query_one(RowList).cursor:
            case "theme":
                self.app.action_change_theme()
            case "notices":
                now = NOTICES.index(self._coach.settings.now().notices)
                self._set("notices", NOTICES[(now + by) % len(NOTICES)])
            case "test":
                self._test()
            case "keys":
                from coach.tui.dialogs.keymap import KeymapDialog

                self.app.push_screen(KeymapDialog(self._coach), lambda _: self._show())
            case str(key):
                self._set(key, "no" if self._coach.settings.get(key) else "yes")

    def action_choose(self, by: int) -> None:
        """Go through what a row offers; an arrow opens nothing."""
        if self.query_one(RowList).cursor in {"notices", *_YES_NO}:
            self.action_turn(by)

    def _set(self, key: str, said: str) -> None:
        with telling(self):
            self._coach.settings.set(key, said)
            if self._sounding is not None:
                self._sounding.reload()
        self._show()

    def _test(self) -> None:
        """Play all tones, and the voice when it is on; the terminal's bell when nothing can play them."""
        with telling(self):
            if self._sounding is None:
                self._sounding = Sounding(self._coach, self.app)
                self._sounding.reload()
                self._tending = self.set_interval(TEND_EVERY_S, self._tend)
            self._sounding.test()

    def _tend(self) -> None:
        for fault in self._sounding.tend() if self._sounding is not None else ():
            self.notify(fault, severity="warning", timeout=8, markup=False)

    def _show(self) -> None:
        self.query_one(RowList).rows = setting_rows(self._values())

    def _values(self) -> Mapping[str, str]:
        held = self._coach.settings.now()
        own = len(self._coach.settings.keys.now().own)
        return {
            **{key: "yes" if getattr(held, key) else "no" for key in _YES_NO},
            "theme": f"{self.app.theme} …",
            "notices": held.notices,
            TEST: "",
            KEYS: f"{own} of your own …" if own else "as they come …",
        }
