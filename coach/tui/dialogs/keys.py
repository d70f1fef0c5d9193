"""Help: what the screen beneath is for, its keys, and those that work everywhere."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from coach.tui.dialogs.page import PageDialog
from coach.tui.palette import actions_of, is_moving
from coach.tui.screens.mode import ModeScreen

Keys = list[tuple[str, str]]


class KeysDialog(PageDialog[None]):
    """Every key with what it does, read from the bindings themselves, so that the list is never out of date."""

    TITLE_TEXT = "Keys"
    DEFAULT_CSS = """
    KeysDialog {
        #panel { width: 92; }
        #keys { layout: vertical; height: auto; }
        #keys Vertical { height: auto; width: 1fr; margin-bottom: 1; }
        &.-wide #keys { layout: horizontal; }
        .row { height: auto; padding-right: 2; }
        .row .key { width: 10; color: $primary; }
        .row .name { width: 1fr; }
        #help { width: 1fr; max-width: 76; padding-right: 2; margin-bottom: 1; }
        #about { width: 1fr; max-width: 76; padding-right: 2; color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "leave", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]

    def content(self) -> ComposeResult:
        beneath = self.app.screen_stack[-2]
        here, everywhere = keys_of(beneath)
        if said := help_of(beneath):
            yield Static(said, id="help", markup=False)
        with Vertical(id="keys"):
            for heading, keys in (("HERE", here), ("EVERYWHERE", everywhere)):
                with Vertical():
                    yield Static(heading, classes="page-heading", markup=False)
                    for key, name in keys:
                        with Horizontal(classes="row"):
                            yield Static(key, classes="key", markup=False)
                            yield Static(name, classes="name", markup=False)
        yield Static(
            "ctrl+p finds every command by its name; another key for one is chosen in the settings.\n"
            "In a shell, coach --help lists what coach does without this screen.\n"
            "Coach gives general advice; it is not a diagnosis and does not replace a clinician.",
            id="about",
            markup=False,
        )


def keys_of(screen: Screen[Any]) -> tuple[Keys, Keys]:
    """The keys of a screen, and those of the app: each as it is written on the keyboard, and what it does."""
    here: Keys = []
    moving: Keys = []
    everywhere: Keys = []
    for keys, name, active in actions_of(screen):
        place = everywhere if isinstance(active.node, App) else moving if is_moving(active) else here
        place.append((keys, name))
    return [*here, *_paired(moving)], everywhere


def _paired(moving: Keys) -> Keys:
    """Up and down in one row, and so on."""
    pairs = zip_longest(moving[::2], moving[1::2], fillvalue=("", ""))
    return [
        (f"{keys} {other_keys}".strip(), f"{name}, {other.split()[-1].lower()}" if other else name)
        for (keys, name), (other_keys, other) in pairs
    ]


def help_of(screen: Screen[Any]) -> str:
    """What a screen is for and how one works in it, or nothing."""
    return screen.help_now() if isinstance(screen, ModeScreen) else screen.HELP or ""
