"""The rows of the settings and of the keys, and what is said about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.model.keymap import Keymap, shown_keys
from coach.model.keys import ACTIONS
from coach.tui.widgets.row import Cell, Row, heading

TEST, KEYS = "test", "keys"
ABOUT: Mapping[str, str] = {
    "theme": "The colours of the screen.",
    "reduced_motion": "Nothing moves but the countdown: the figure stands still, and pages do not slide.",
    "sound": "Tones in a guided stretch; after your bedtime there are none.",
    "speech": "A voice names each move and side, where this machine has one.",
    "notices": "A notice of your terminal while you look elsewhere: off, or one of the two ways terminals know.",
    "vim_keys": "h j k l g G move in lists beside the arrows. A day off becomes K; the gentler way, and going on "
    "with what is tried, r.",
    TEST: "Plays every tone, and the voice when it is on.",
    KEYS: "Every action with its key, and another key for the one you choose.",
}
_NAMES: Mapping[str, str] = {
    "theme": "Theme",
    "reduced_motion": "Reduced motion",
    "sound": "Sound",
    "speech": "Voice",
    TEST: "Test sound",
    "notices": "Notices",
    "vim_keys": "Vim keys",
    KEYS: "Keys",
}
_PLACES: Mapping[str, str] = {
    "app": "Everywhere",
    "list": "In lists and pages",
    "turn": "In dialogs",
    "today": "Today",
    "causes": "Causes",
    "stretch": "Stretch",
    "diary": "Diary",
    "player": "In a guided stretch",
    "editor": "In the editor",
}


def setting_rows(values: Mapping[str, str]) -> tuple[Row, ...]:
    """A row for each setting; `values` says what each is now."""
    return tuple(
        Row((Cell(name, "text", 18), Cell(values.get(key, ""), "primary")), key) for key, name in _NAMES.items()
    )


def key_rows(keymap: Keymap) -> tuple[Row, ...]:
    """A row for each action under the place where its keys are heard; own keys are marked."""
    return tuple(_key_rows(keymap))


def about_keys(keymap: Keymap, action: str) -> str:
    """What there is to say about the keys of an action: which it comes with, and what became of them."""
    given = next((shown_keys(one.given) for one in ACTIONS if one.id == action), "")
    return f"{action} is yours; it comes with {given}." if action in keymap.own else f"{action} is as it comes."


def _key_rows(keymap: Keymap) -> Iterator[Row]:
    place = ""
    for action in ACTIONS:
        if action.place != place:
            place = action.place
            if action is not ACTIONS[0]:
                yield Row()
            yield heading(_PLACES[place])
        whose = "yours" if action.id in keymap.own else ""
        keys = shown_keys(keymap.keys[action.id])
        name = f"{action.does[0].upper()}{action.does[1:]}"
        yield Row((Cell(name), Cell(keys, "primary", 14), Cell(whose, "muted", 5)), action.id)
