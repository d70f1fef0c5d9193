"""Stretch: the routines as this person can do them; enter starts one, and each can be made one's own."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from coach.service.coach import Coach
from coach.service.sessions import RoutineView
from coach.tui.help import HELP
from coach.tui.messages import RoutineWanted
from coach.tui.screens.mode import ModeScreen
from coach.tui.telling import telling
from coach.tui.widgets.routine_card import RoutineCard, card_lines
from coach.tui.widgets.routine_rows import routine_rows
from coach.tui.widgets.row_list import RowList

LINES_EACH = 3


class StretchScreen(ModeScreen):
    """A list of routines, and the card of the one under the cursor."""

    MODE = "stretch"
    HELP = HELP["stretch"]
    DEFAULT_CSS = """
    StretchScreen {
        #shelf { layout: horizontal; height: 1fr; margin: 1 0 0 0; }
        RowList { width: 34; }
        RoutineCard { margin: 0 0 0 2; width: 1fr; }
        &.-wide RowList { width: 46; }
        &.-wide RoutineCard { margin: 0 0 0 4; }
        &.-narrow #shelf { layout: vertical; margin: 0; }
        &.-narrow RowList { width: 1fr; height: 8; }
        &.-narrow RoutineCard { margin: 1 0 0 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "start", key_display="enter", id="stretch.start"),
        Binding("right", "read", "read", key_display="→", id="stretch.read"),
        Binding("left,escape", "back", "back", key_display="←", id="stretch.back"),
        Binding("g", "gentler", "gentler", id="stretch.gentler"),
        Binding("o", "options", "options", id="stretch.options"),
        Binding("e", "edit", "edit", id="stretch.edit"),
        Binding("e", "copy", "copy", id="stretch.edit"),
        Binding("delete", "delete", "delete", key_display="del", id="stretch.delete"),
        Binding("M", "sound", "sound", id="stretch.sound"),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._routines: dict[str, RoutineView] = {}

    def body(self) -> ComposeResult:
        with Container(id="shelf"):
            yield RowList()
            yield RoutineCard()

    def reload(self) -> None:
        self._routines = {view.id: view for view in self.coach.sessions.routines()}
        rows = self.query_one(RowList)
        airy = rows.size.height >= LINES_EACH * len(self._routines)
        columns = rows.size.width or self.size.width
        rows.rows = routine_rows(self._routines.values(), columns=columns, airy=airy)
        self._show_card()

    def on_resize(self, event: events.Resize) -> None:
        # The list's own size, which the rows are made for, is known only once all is laid out.
        super().on_resize(event)
        self.call_after_refresh(self.refresh_view)

    def on_row_list_moved(self) -> None:
        self._show_card()
        self.query_one(RoutineCard).scroll_home(animate=False)

    def on_row_list_opened(self) -> None:
        self.action_start()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self.query(RoutineCard):  # Asked while the screen is made, or left.
            return True
        reading = self.query_one(RoutineCard).has_focus
        view = self._view
        own = view is not None and view.own
        gentler = view is not None and view.hurt and view.fitted.withheld is None
        shown = {
            "read": not reading,
            "back": reading,
            "gentler": gentler,
            "edit": own,
            "copy": not own,
            "delete": own,
        }
        return shown.get(action, True)

    def action_start(self) -> None:
        """Start the routine; from one that is withheld, go to the one in its place and say why."""
        view = self._view
        if view is None:
            return
        why = view.fitted.withheld
        if why is None:
            self.post_message(RoutineWanted(view.id))
            return
        instead = self._instead(view)
        if instead is not None:
            self.query_one(RowList).cursor = instead.id
        told = f"{view.name} is {why}"
        hint = f"\nIn its place: {instead.name}. enter starts it." if instead else ""
        self.notify(f"{told}{hint}", severity="warning", timeout=10, markup=False)

    def action_gentler(self) -> None:
        """Start the gentler way of a routine that hurt the last time."""
        if self._view is not None:
            self.post_message(RoutineWanted(self._view.id, gentler=True))

    def action_options(self) -> None:
        """How the routine is guided: dose, rounds, legs, times."""
        from coach.tui.dialogs.options import OptionsDialog

        if self._view is not None:
            with telling(self):
                self.app.push_screen(OptionsDialog(self.coach, self._view.id), self._after_dialog)

    def action_sound(self) -> None:
        """What is heard of a session on this machine, to be tried before one begins."""
        from coach.tui.dialogs.sound import SoundDialog
        from coach.tui.sounding import Sounding

        sounding = Sounding(self.coach, self.app)
        with telling(self):
            sounding.reload()
            self.app.push_screen(SoundDialog(self.coach, sounding), lambda _: sounding.close())

    def action_edit(self) -> None:
        """Change a routine of one's own."""
        self._edit(new=False)

    def action_copy(self) -> None:
        """Make a routine of one's own from one that came with coach."""
        self._edit(new=True)

    def action_delete(self) -> None:
        """Delete a routine of one's own, after asking."""
        from coach.tui.dialogs.choice import ChoiceDialog

        view = self._view
        if view is None:
            return

        def decided(choice: str | None) -> None:
            if choice == "delete":
                with telling(self):
                    self.coach.routine_files.delete(view.id)
                    self.notify(f"{view.name} is deleted", timeout=4, markup=False)
                self.refresh_view()

        options = [("keep", "Keep it", ""), ("delete", "Delete it", "sessions stay in the diary")]
        self.app.push_screen(ChoiceDialog(f"Delete {view.name}?", options), decided)

    def action_read(self) -> None:
        """Go into the card, to scroll it."""
        self.query_one(RoutineCard).focus()

    def action_back(self) -> None:
        self.query_one(RowList).focus()

    def _edit(self, *, new: bool) -> None:
        from coach.tui.screens.editor import EditorScreen

        if self._view is not None:
            with telling(self):
                draft = self.coach.routine_files.draft(self._view.id)
                self.app.push_screen(EditorScreen(self.coach, draft, new=new), self._edited)

    def _edited(self, routine: str | None) -> None:
        self.refresh_view()
        if routine is not None:
            self.query_one(RowList).cursor = routine

    def _after_dialog(self, _: object) -> None:
        self.refresh_view()

    def _show_card(self) -> None:
        view = self._view
        self.refresh_bindings()
        if view is None:
            return
        with telling(self):
            instead = self._instead(view)
            known = self.coach.knowledge
            name = instead.name if instead else None
            gentler = self.coach.settings.keys.now().shown("stretch.gentler")
            self.query_one(RoutineCard).lines = card_lines(view, known.moves, known.cited, name, gentler)

    @property
    def _view(self) -> RoutineView | None:
        """The routine under the cursor."""
        return self._routines.get(self.query_one(RowList).cursor or "")

    def _instead(self, view: RoutineView) -> RoutineView | None:
        """The routine in the place of a withheld one, when there is one for this person."""
        return self._routines.get(view.instead) if view.instead else None
