"""A list that narrows while a few letters are typed: the arrows choose, enter takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.tui.dialogs.dialog import Dialog
from coach.tui.widgets.choice_list import ChoiceList
from coach.tui.widgets.plain_input import PlainInput

T = TypeVar("T")


class NarrowingDialog(Dialog[T]):
    """What such dialogs share: a line to type in, what it finds beneath, and a word on the one under the cursor.

    A dialog says what is found for a word, what to say about one of them, and what taking it does.
    """

    PLACEHOLDER: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NarrowingDialog {
        OptionList { height: 10; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size: 0 1; }
        #about { color: $muted; height: 2; margin-top: 1; }
        &.-short OptionList { height: 6; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]

    def found(self, word: str) -> Iterable[tuple[str, Content]]:
        """The id and the line of each thing that `word` finds."""
        raise NotImplementedError

    def about(self, chosen: str | None) -> Content:
        """What is said beneath the list; `chosen` is None when nothing was found."""
        raise NotImplementedError

    def take(self, chosen: str) -> None:
        """What enter does with the thing under the cursor."""
        raise NotImplementedError

    def content(self) -> ComposeResult:
        yield PlainInput(placeholder=self.PLACEHOLDER)
        yield ChoiceList()
        yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.narrow()

    def on_input_changed(self) -> None:
        self.narrow()

    def on_input_submitted(self) -> None:
        self._take()

    def on_option_list_option_selected(self) -> None:
        self._take()

    def on_option_list_option_highlighted(self) -> None:
        self.say_about()

    def action_move(self, by: int) -> None:
        """Put the cursor on the next thing, or the one before."""
        found = self.query_one(OptionList)
        if found.option_count:
            found.highlighted = ((found.highlighted or 0) + by) % found.option_count

    def narrow(self) -> None:
        """Find anew what the line that was typed finds."""
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(line, id=one) for one, line in self.found(self.query_one(Input).value))
        options.highlighted = 0 if options.option_count else None
        self.say_about()

    def say_about(self) -> None:
        """Say what there is to say about the thing under the cursor."""
        self.query_one("#about", Static).update(self.about(self._chosen()))

    def _chosen(self) -> str | None:
        options = self.query_one(OptionList)
        return None if options.highlighted is None else options.get_option_at_index(options.highlighted).id

    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.take(chosen)
