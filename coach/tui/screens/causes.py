"""Causes: why it happens, how sure anyone is, and what to do about it today."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widgets import Input

from coach.advice.links import RED_FLAGS, Address, Shelf
from coach.errors import BadInputError
from coach.service.coach import Coach
from coach.tui.dialogs.choice import ChoiceDialog
from coach.tui.help import HELP
from coach.tui.messages import RoutineWanted
from coach.tui.screens.mode import ModeScreen
from coach.tui.screens.pages.making import make_page
from coach.tui.screens.pages.moves import startable
from coach.tui.screens.pages.parts import WATER
from coach.tui.screens.pages.shelf import kinds, shelf_rows, word_rows
from coach.tui.telling import telling
from coach.tui.widgets.page import Page, PageView
from coach.tui.widgets.plain_input import PlainInput
from coach.tui.widgets.row_list import RowList

SETTLE_S = 0.05
"""While a key is held down, only the row it comes to rest on is turned into a page."""


class CausesScreen(ModeScreen):
    """A list of what there is to read, and the page under its cursor or one it led to."""

    MODE = "causes"
    HELP = HELP["causes"]
    DEFAULT_CSS = """
    CausesScreen {
        #shelf { layout: horizontal; height: 1fr; margin: 1 0 0 0; }
        #left { width: 34; height: 1fr; }
        #search { display: none; border: none; height: 1; margin: 0 1 1 3; padding: 0 1; background: $panel; }
        #search:focus { border: none; background: $band; }
        &.-searching #search { display: block; }
        PageView { margin: 0 0 0 2; width: 1fr; }
        &.-wide #left { width: 46; }
        &.-wide PageView { margin: 0 0 0 4; }
        &.-narrow #shelf { layout: vertical; margin: 0; }
        &.-narrow #left { width: 1fr; height: 8; }
        &.-narrow PageView { margin: 1 0 0 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "read", "read", key_display="enter", id="causes.read"),
        Binding("slash", "search", "search", key_display="/", id="causes.search"),
        Binding("s", "start", "start", id="causes.start"),
        Binding("a", "list_items", "put on list", id="causes.items"),
        Binding("o", "follow", "open", id="causes.follow"),
        Binding("exclamation_mark", "red_flags", "signs", key_display="!", id="causes.signs"),
        Binding("escape,left", "back", "back", id="causes.back"),
        Binding("up", "move(-1)", "up", show=False, id="list.up"),
        Binding("down", "move(1)", "down", show=False, id="list.down"),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._word = ""
        self._shown = Address(Shelf.ABOUT, coach.knowledge.about.id)
        self._before: list[Address] = []
        self._row: str | None = None
        self._turning: Timer | None = None

    def body(self) -> ComposeResult:
        with Container(id="shelf"):
            with Vertical(id="left"):
                yield PlainInput(placeholder="a word: statin, magnesium, night …", id="search")
                yield RowList()
            yield PageView()

    def on_mount(self) -> None:
        # Unlike a message, at once: a letter and what it finds are one picture.
        self.watch(self.query_one(Input), "value", self._searched, init=False)

    def reload(self) -> None:
        rows = self.query_one(RowList)
        columns = rows.size.width or self.size.width
        word, height = self._word.strip(), rows.size.height
        rows.rows = (
            word_rows(self.coach, word, columns=columns, height=height)
            if word
            else shelf_rows(self.coach, columns=columns, height=height)
        )
        self._turn()

    def on_resize(self, event: events.Resize) -> None:
        # The list's own size, which the rows are made for, is known only once all is laid out.
        super().on_resize(event)
        self.call_after_refresh(self.refresh_view)

    def open_page(self, page_id: str) -> None:
        """Show the page with that id (of what is read: a cause, advice, `about`), ready to be read."""
        with telling(self):
            address = self.coach.search.named(page_id)
            if address is None:
                raise BadInputError(f"no page {page_id!r}", "/ finds what there is")
            self._open(address)

    def on_row_list_moved(self) -> None:
        self._follow_cursor()
        self._turn()

    def on_row_list_opened(self) -> None:
        self.query_one(PageView).focus()

    def _searched(self, word: str) -> None:
        self._word = word
        self.refresh_view()
        if self._word.strip():
            rows = self.query_one(RowList)
            rows.action_move(-len(rows.rows))
            self._return_to_cursor()

    def on_input_submitted(self) -> None:
        self.action_read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "read":
            return not self.query_one(PageView).has_focus
        if action == "back":
            return self.query_one(PageView).has_focus or self.has_class("-searching")
        return True

    def action_read(self) -> None:
        self.query_one(RowList).open()

    def action_back(self) -> None:
        """Out of a page to the one that led to it, or to the list; out of a search to all pages."""
        if not self.query_one(PageView).has_focus:
            self._leave_search()
        elif self._before:
            self._show(self._before.pop())
        else:
            self.query_one(RowList).focus()
            self._return_to_cursor()

    def action_move(self, by: int) -> None:
        self.query_one(RowList).action_move(by)

    def action_search(self) -> None:
        """Type a word, and only the pages that speak of it stay in the list."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_red_flags(self) -> None:
        """Show when it is not a matter for stretching."""
        with telling(self):
            self._open(RED_FLAGS)

    def action_follow(self) -> None:
        """Open one of the pages that this one leads to."""
        with telling(self):
            links = self._here().links
            if not links:
                raise BadInputError("this page leads to no other")
            options = [(str(link), self.coach.search.title(link), said) for link, said in kinds(self.coach, links)]
            self.app.push_screen(ChoiceDialog("Open which one?", options), self._followed)

    def action_start(self) -> None:
        """Start the page's routine; of several, ask which."""
        with telling(self):
            options = startable(self.coach, self._here().routines)
            if len(options) == 1:
                self.post_message(RoutineWanted(options[0][0]))
                return
            self.app.push_screen(ChoiceDialog("Which one?", options), self._chosen)

    def action_list_items(self) -> None:
        """Put the page's items on the person's list."""
        with telling(self):
            items = [item for item in self._here().items if item != WATER]
            listed = self.coach.person().listed
            added = [item for item in items if not listed.get(item, True)]
            for item in added:
                self.notify(self.coach.day.list_item(item, on=True).said, timeout=4, markup=False)
            if not added:
                self.notify("on your list already" if items else "nothing here for the list", markup=False)
        self.refresh_view()

    def _chosen(self, routine: str | None) -> None:
        if routine is not None:
            self.post_message(RoutineWanted(routine))

    def _followed(self, link: str | None) -> None:
        if link is not None:
            self._before.append(self._shown)
            self._show(Address.read(link))
            self.query_one(PageView).focus()

    def _open(self, address: Address) -> None:
        """Show a page that was asked for from outside the list, with all pages in the list."""
        make_page(self.coach, address)
        self._leave_search()
        self._before.clear()
        self._show(address)
        self.query_one(PageView).focus()

    def _show(self, address: Address) -> None:
        """Turn to a page; the cursor goes with it where the list has its row."""
        self._shown = address
        rows = self.query_one(RowList)
        if any(row.id == str(address) for row in rows.rows):
            rows.cursor = self._row = str(address)
        self._turn()

    def _follow_cursor(self) -> None:
        """Where the cursor went, its page is the one shown, and what led to the one before is forgotten."""
        cursor = self.query_one(RowList).cursor
        if cursor is not None and cursor != self._row:
            self._row = cursor
            if cursor != str(self._shown):
                self._before.clear()
                self._shown = Address.read(cursor)

    def _return_to_cursor(self) -> None:
        """Show the cursor's page again, wherever links have led."""
        self._row = None
        self._follow_cursor()
        self._turn()

    def _leave_search(self) -> None:
        self.remove_class("-searching")
        self.query_one(RowList).focus()
        self.query_one(Input).value = ""

    def _turn(self) -> None:
        """Turn to the page once the cursor has come to rest."""
        if self._turning is not None:
            self._turning.stop()
        self._turning = self.set_timer(SETTLE_S, self._turn_now)

    def _turn_now(self) -> None:
        with telling(self):
            self.query_one(PageView).turn_to(self._here())

    def _here(self) -> Page:
        """The page shown; while a search finds nothing it is the last one."""
        self._follow_cursor()
        return make_page(self.coach, self._shown)
