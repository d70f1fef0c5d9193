"""A dialog of named fields: each is checked where it stands, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from coach.errors import CoachError
from coach.model.text import clean
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.word_input import WordInput

T = TypeVar("T")
KEYS_REST_S = 0.2
"""So long after a key what is typed is kept: a disk may take its time, and nobody is to wait for it."""


@dataclass(frozen=True)
class Field:
    """A field by name, what it is called, its value as a person would type it, and what it takes.

    `words` are known values, one of which or, with `several`, some of which can be chosen without typing.
    """

    name: str
    label: str
    value: str = ""
    takes: str = ""
    words: tuple[str, ...] = ()
    several: bool = False


class FieldsDialog(Dialog[T]):
    """Rows of label and value; `write` gets what was changed, and a fault in it is said at its field."""

    KEYS_TEXT = "enter save   tab next   esc leave"
    DEFAULT_CSS = """
    FieldsDialog {
        .row { height: auto; }
        .row Static { width: 17; color: $muted; }
        .row Input { width: 1fr; }
        .row TextArea { width: 1fr; height: 5; border: none; padding: 0 1; background: $panel; }
        .fault { margin-left: 17; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save", show=False)]
    _resting: Timer | None = None

    def content(self) -> ComposeResult:
        self._fields = list(self.fields())
        for number, field in enumerate(self._fields):
            yield from _row(number, field)
        yield from self.below()
        yield _fault("")

    def below(self) -> ComposeResult:
        """What stands below the fields."""
        yield from ()

    def fields(self) -> Sequence[Field]:
        """The fields, from top to bottom."""
        raise NotImplementedError

    def check(self, name: str, text: str) -> None:
        """Raise CoachError when `text` cannot be in the field."""
        raise NotImplementedError

    def write(self, changed: Mapping[str, str]) -> None:
        """Write what was changed and dismiss; raises CoachError."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what is typed where no end of the program can lose it; raises CoachError."""

    def texts(self) -> dict[str, str]:
        """What stands in each field."""
        return {field.name: self._text(number) for number, field in enumerate(self._fields)}

    def changed(self) -> dict[str, str]:
        """The fields whose text is another one now."""
        texts = self.texts()
        return {field.name: texts[field.name] for field in self._fields if texts[field.name] != _shown(field)}

    @on(Input.Changed)
    @on(TextArea.Changed)
    def typed(self) -> None:
        """Keep what is typed as soon as the keys rest."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(KEYS_REST_S, self._keep)

    def leave(self) -> None:
        """Nothing more is kept: what was typed is written, or not wanted."""
        if self._resting is not None:
            self._resting.stop()

    def action_leave(self) -> None:
        self.leave()
        super().action_leave()

    def _keep(self) -> None:
        try:
            self.keep()
        except CoachError as error:
            self._say("fault-", f"what you type is not kept until you save: {_said(error)}")

    def on_input_submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Check every field that was changed, say what is wrong where it is wrong, or else write all."""
        changed = self.changed()
        faulty = []
        for number, field in enumerate(self._fields):
            fault = self._fault_in(field.name, changed[field.name]) if field.name in changed else ""
            self._say(f"fault-{number}", fault)
            if fault:
                faulty.append(number)
        self._say("fault-", "")
        if faulty:
            self.query_one(f"#value-{faulty[0]}").focus()
            return
        try:
            self.write(changed)
        except CoachError as error:
            self._say("fault-", _said(error))

    def _fault_in(self, name: str, text: str) -> str:
        try:
            self.check(name, text)
        except CoachError as error:
            return _said(error)
        return ""

    def _say(self, wanted: str, fault: str) -> None:
        line = self.query_one(f"#{wanted}", Static)
        line.update(plain(fault))
        line.display = bool(fault)
        if fault:
            line.scroll_visible(animate=False, immediate=True)

    def _text(self, number: int) -> str:
        value = self.query_one(f"#value-{number}")
        return value.text if isinstance(value, TextArea) else value.value if isinstance(value, Input) else ""


def _row(number: int, field: Field) -> ComposeResult:
    with Horizontal(classes="row"):
        yield Static(plain(field.label), markup=False)
        shown = _shown(field)
        if "\n" in shown:
            yield TextArea(shown, id=f"value-{number}")
        elif field.words:
            line = WordInput(shown, field.words, several=field.several, takes=field.takes)
            line.id = f"value-{number}"
            yield line
        else:
            yield Input(shown, placeholder=field.takes, select_on_focus=False, id=f"value-{number}")
    yield _fault(str(number))


def _fault(number: str) -> Static:
    line = Static("", classes="fault", id=f"fault-{number}", markup=False)
    line.display = False
    return line


def _shown(field: Field) -> str:
    return clean(field.value, lines=True)


def _said(error: CoachError) -> str:
    return f"{error.message}; {error.hint}" if error.hint else error.message
