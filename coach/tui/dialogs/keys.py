"""The keys: those of the screen beneath, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from coach.tui.dialogs.page import PageDialog

_NOT_OURS = frozenset({"app.focus_next", "app.focus_previous", "screen.copy_text", "app.help_quit"})
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
        .row { height: auto; padding-right: 1; }
        .row .key { width: 10; color: $primary; }
        .row .name { width: 1fr; }
        #about { color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "leave", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]

    def content(self) -> ComposeResult:
        here, everywhere = keys_of(self.app.screen_stack[-2])
        with Vertical(id="keys"):
            for heading, keys in (("HERE", here), ("EVERYWHERE", everywhere)):
                with Vertical():
                    yield Static(heading, classes="page-heading", markup=False)
                    for key, name in keys:
                        with Horizontal(classes="row"):
                            yield Static(key, classes="key", markup=False)
                            yield Static(name, classes="name", markup=False)
        yield Static(
            "ctrl+p finds every command by its name.\n"
            "In a shell, coach --help lists what coach does without this screen.\n"
            "Coach gives general advice; it is not a diagnosis and does not replace a clinician.",
            id="about",
            markup=False,
        )


def keys_of(screen: Screen[Any]) -> tuple[Keys, Keys]:
    """The keys of a screen, and those of the app: each as it is written on the keyboard, and what it does."""
    here: dict[str, tuple[list[str], str]] = {}
    everywhere: dict[str, tuple[list[str], str]] = {}
    # The screen's own keys come before those of the widget that has the focus.
    for active in sorted(screen.active_bindings.values(), key=lambda active: active.node is not screen):
        binding = active.binding
        if binding.description and not binding.system and binding.action not in _NOT_OURS:
            place = everywhere if isinstance(active.node, App) else here
            keys, _ = place.setdefault(binding.action, ([], binding.description))
            keys.append(screen.app.get_key_display(binding))
    return _sorted(here.values()), _sorted(everywhere.values())


def _sorted(found: Iterable[tuple[list[str], str]]) -> Keys:
    return [(" ".join(dict.fromkeys(keys)), f"{name[0].upper()}{name[1:]}") for keys, name in found]
