"""Causes: why it happens, how sure anyone is, and what to do about it today."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widgets import Input

from coach.errors import BadInputError
from coach.model.nearest import nearest
from coach.service.coach import Coach
from coach.tui.dialogs.choice import ChoiceDialog
from coach.tui.messages import RoutineWanted
from coach.tui.screens.mode import ModeScreen
from coach.tui.screens.pages import ABOUT, RED_FLAGS, WATER, found_ids, make_page, page_entries
from coach.tui.telling import telling
from coach.tui.widgets.cause_rows import found_rows, page_rows
from coach.tui.widgets.page import Page, PageView
from coach.tui.widgets.plain_input import PlainInput
from coach.tui.widgets.row_list import RowList

SETTLE_S = 0.05
"""While a key is held down, only the row it comes to rest on is turned into a page."""
AIRY_FROM = 27


class CausesScreen(ModeScreen):
    """A list of what there is to read, and the page under its cursor."""

    MODE = "causes"
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
        Binding("enter", "read", "read", key_display="enter"),
        Binding("slash", "search", "search", key_display="/"),
        Binding("s", "start", "start"),
        Binding("a", "list_items", "put on list"),
        Binding("exclamation_mark", "red_flags", "signs", key_display="!"),
        Binding("escape", "back", "back"),
        Binding("right", "read", "read", show=False),
        Binding("left", "back", "back", show=False),
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._word = ""
        self._last = ABOUT
        self._turning: Timer | None = None

    def body(self) -> ComposeResult:
        with Container(id="shelf"):
            with Vertical(id="left"):
                yield PlainInput(placeholder="a word: statin, magnesium, night …", id="search")
                yield RowList()
            yield PageView()

    def reload(self) -> None:
        rows = self.query_one(RowList)
        columns = rows.size.width or self.size.width
        entries = page_entries(self.coach)
        concerning = self.coach.knowledge.concerning()
        if word := self._word.strip():
            by_id = {entry.id: entry for entry in entries}
            found = [by_id[id_] for id_ in found_ids(self.coach, word)]
            near = nearest(word, [entry.title for entry in entries], most=1)
            hint = f"did you mean {near[0]}?" if near else "esc shows all pages"
            rows.rows = found_rows(found, concerning, word=word, hint=hint, columns=columns)
        else:
            airy = rows.size.height >= AIRY_FROM
            rows.rows = page_rows(entries, concerning, columns=columns, airy=airy)
        self._turn()

    def on_resize(self, event: events.Resize) -> None:
        # The list's own size, which the rows are made for, is known only once all is laid out.
        super().on_resize(event)
        self.call_after_refresh(self.refresh_view)

    def open_page(self, page_id: str) -> None:
        """Show the page of a cause, a piece of advice, `about` or `red-flags`, ready to be read."""
        self._leave_search()
        with telling(self):
            make_page(self.coach, page_id)
            self.query_one(RowList).cursor = page_id
            self.query_one(PageView).focus()

    def on_row_list_moved(self) -> None:
        self._turn()

    def on_row_list_opened(self) -> None:
        self.query_one(PageView).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._word = event.value
        self.refresh_view()

    def on_input_submitted(self) -> None:
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "read":
            return not self.query_one(PageView).has_focus
        if action == "back":
            return self.query_one(PageView).has_focus or self.has_class("-searching")
        return True

    def action_read(self) -> None:
        """Go into the page, to scroll it."""
        self.query_one(RowList).open()

    def action_back(self) -> None:
        """Out of the page to the list; out of a search to all pages."""
        if self.query_one(PageView).has_focus:
            self.query_one(RowList).focus()
        else:
            self._leave_search()

    def action_move(self, by: int) -> None:
        self.query_one(RowList).action_move(by)

    def action_search(self) -> None:
        """Type a word, and only the pages that speak of it stay in the list."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_red_flags(self) -> None:
        """Show when it is not a matter for stretching."""
        self.open_page(RED_FLAGS)

    def action_start(self) -> None:
        """Start the page's routine; of several, ask which."""
        with telling(self):
            views = [self.coach.sessions.routine(routine) for routine in self._here().routines]
            ready = [view for view in views if view.fitted.withheld is None]
            if not ready:
                why = "the page says why" if views else "this page has no routine"
                raise BadInputError(f"nothing to start here: {why}")
            if len(ready) == 1:
                self.post_message(RoutineWanted(ready[0].id))
                return
            options = [(view.id, view.name, f"{max(1, round(view.seconds / 60))} min") for view in ready]
            self.app.push_screen(ChoiceDialog("Which one?", options), self._chosen)

    def action_list_items(self) -> None:
        """Put the page's items on the person's list."""
        with telling(self):
            items = [item for item in self._here().items if item != WATER]
            listed = self.coach.person().listed
            added = [item for item in items if not listed.get(item, True)]
            for item in added:
                done = self.coach.day.list_item(item, on=True)
                self.notify(done.said, timeout=4, markup=False)
            if not added:
                self.notify("on your list already" if items else "nothing here for the list", markup=False)
        self.refresh_view()

    def _chosen(self, routine: str | None) -> None:
        if routine is not None:
            self.post_message(RoutineWanted(routine))

    def _leave_search(self) -> None:
        self.remove_class("-searching")
        self.query_one(RowList).focus()
        self.query_one(Input).value = ""
        self._word = ""
        self.refresh_view()

    def _turn(self) -> None:
        """Turn to the cursor's page once the cursor has come to rest."""
        if self._turning is not None:
            self._turning.stop()
        self._turning = self.set_timer(SETTLE_S, self._turn_now)

    async def _turn_now(self) -> None:
        with telling(self):
            await self.query_one(PageView).turn_to(self._here())

    def _here(self) -> Page:
        """The page of the cursor's row; the last one stays while a search finds none."""
        self._last = self.query_one(RowList).cursor or self._last
        return make_page(self.coach, self._last)
