"""A person's own keys: read as typed, laid over those that coach comes with, and held against each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from coach.errors import BadInputError
from coach.model.keys import ACTIONS, FIXED, TOGETHER, VIM, Action
from coach.model.nearest import nearest

Keys = tuple[str, ...]
LEAVING = ("ctrl+c", "ctrl+q", "ctrl+z", "ctrl+p")
"""They leave, go to the shell and open the palette whatever the keymap says."""
_SAME_AS: Mapping[str, str] = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
_FOCUS = frozenset({"tab", "shift+tab"})
_ARROWS = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown"})
_NAMED = _ARROWS | _FOCUS | {"insert", "delete", "backspace", "enter", "space", "escape"}
_NAMED |= {f"f{number}" for number in range(1, 13)}
_ALSO: Mapping[str, str] = {"esc": "escape", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}
_SHORTER: Mapping[str, str] = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SHOWN: Mapping[str, str] = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "delete": "del",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
_BY_ID: Mapping[str, Action] = {action.id: action for action in (*ACTIONS, *FIXED)}
_STAY = frozenset({"list", "turn"})
"""In lists and dialogs new keys stand beside the arrows, which nobody can lose."""


def key_name(said: str) -> str:
    """The name of one key as typed (`x`, `?`, `ctrl+x`, `f5`, `space`); raises BadInputError."""
    *modifiers, key = [part if len(part) == 1 else part.lower() for part in re.split(r"\+(?=.)", said)]
    key = _ALSO.get(key, key.lower() if "ctrl" in modifiers else key)
    name = "+".join([*sorted(modifiers), _character(key) if len(key) == 1 else key])
    known = key in _NAMED or key in _SIGNS or (len(key) == 1 and key.isprintable())
    if not known or not set(modifiers) <= {"ctrl", "shift", "alt"} or len(modifiers) != len(set(modifiers)):
        raise BadInputError(f"no key {said!r}", "say x, X, ?, comma, space, enter, f5, ctrl+x, left or the like")
    if "shift" in modifiers and key not in _NAMED:
        raise BadInputError(f"a terminal does not send {said}", f"say {key.upper()} for the key with shift")
    if name in _SAME_AS:
        raise BadInputError(f"{name} is {_SAME_AS[name]} in many terminals", "take another key")
    if name in LEAVING or name in _FOCUS:
        raise BadInputError(f"{name} keeps what it does everywhere", "take another key")
    return name


def key_names(said: str) -> Keys:
    """The keys of an action as typed, with commas or spaces between them; raises BadInputError."""
    parts = ["comma"] if said.strip() == "," else [part for part in re.split(r"[,\s]+", said.strip()) if part]
    if not parts:
        raise BadInputError("no key", "say a key, or none for the one it comes with")
    return tuple(dict.fromkeys(key_name(part) for part in parts))


def shown_key(name: str) -> str:
    """A key as it is written for people: `?` for `question_mark`, `^s` for `ctrl+s`."""
    *modifiers, key = name.split("+")
    before = "".join("^" if modifier == "ctrl" else f"{modifier}+" for modifier in modifiers)
    return before + _SHOWN.get(key, _SIGNS.get(key, key))


def key_shown_as(text: str) -> str | None:
    """The name of the key that is written so for people, or None when no key is."""
    if text in _FOCUS:
        return text
    by_sign = {sign: name for name, sign in _SHOWN.items()}
    try:
        return by_sign.get(text) or key_name(text)
    except BadInputError:
        return None


def shown_keys(names: Keys) -> str:
    """Several keys, a space between them."""
    return " ".join(shown_key(name) for name in names)


def action_named(said: str) -> Action:
    """The action with that id; raises BadInputError that says what is near."""
    wanted = said.strip().lower()
    ids = [action.id for action in ACTIONS]
    if wanted in ids:
        return _BY_ID[wanted]
    near = nearest(wanted, ids)
    hint = f"did you mean {' or '.join(near)}?" if near else "coach settings keymap lists them"
    raise BadInputError(f"no action {wanted!r}", hint)


class Clash(NamedTuple):
    """The action `mine`, which a person gave the key `key`, and the one that has it already."""

    mine: str
    key: str
    other: str

    @property
    def is_with_fixed(self) -> bool:
        """Whether the other one cannot be given another key."""
        return _BY_ID[self.other] in FIXED

    def __str__(self) -> str:
        other = _BY_ID[self.other]
        name = other.does if self.is_with_fixed else f"{other.does} ({other.id})"
        return f"{self.mine} cannot be {shown_key(self.key)}: that is {name}"


@dataclass(frozen=True)
class Keymap:
    """The keys of every action; `own` are those that a person chose, but for what clashed."""

    keys: Mapping[str, Keys] = field(default_factory=dict)
    own: Mapping[str, Keys] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()

    @property
    def changed(self) -> Mapping[str, Keys]:
        """The actions with other keys than those they come with, chosen or by the vim keys."""
        return {id_: keys for id_, keys in self.keys.items() if keys != _BY_ID[id_].given}

    def shown(self, action: str) -> str:
        """The first key of an action, as it is written for people."""
        return shown_key(self.keys[action][0])


def keymap(own: Mapping[str, Keys] | None = None, *, vim: bool = False) -> Keymap:
    """The keys that hold when a person's own lie over those of coach; an own one that clashes does not hold.

    Two that change places do not clash.
    """
    return _keymap(tuple((own or {}).items()), vim)


@lru_cache(maxsize=8)  # The screens ask for it whenever they are drawn anew.
def _keymap(own: tuple[tuple[str, Keys], ...], vim: bool) -> Keymap:
    held = dict(own)
    clashes: list[Clash] = []
    while True:
        keys = _laid_over(held, vim=vim)
        found = list(dict.fromkeys(_clashes(keys, held)))
        if not found:
            return Keymap(keys, held, tuple(clashes))
        clashes += found
        for clash in found:
            held.pop(clash.mine, None)


def _laid_over(own: Mapping[str, Keys], *, vim: bool) -> dict[str, Keys]:
    base = {id_: tuple(keys.split(",")) for id_, keys in VIM.items()} if vim else {}
    added = base | dict(own)
    keys = {}
    for action in ACTIONS:
        new = added.get(action.id, ())
        kept = action.given if action.place in _STAY or not new else ()
        keys[action.id] = tuple(dict.fromkeys((*kept, *new)))
    return keys


def _clashes(keys: Mapping[str, Keys], own: Mapping[str, Keys]) -> Iterator[Clash]:
    """Every own key that another action of the same screen has too, unless coach comes with it so."""
    for places in TOGETHER.values():
        having: dict[str, list[str]] = {}
        for action in (*ACTIONS, *FIXED):
            if action.place in places:
                for key in keys.get(action.id, action.given):
                    having.setdefault(key, []).append(action.id)
        for key, ids in having.items():
            for mine, other in permutations(ids, 2):
                as_given = key in _BY_ID[mine].given and key in _BY_ID[other].given
                if mine in own and not as_given:
                    yield Clash(mine, key, other)


def _character(character: str) -> str:
    """Textual's name for the key of a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


_SIGNS: Mapping[str, str] = {_character(sign): sign for sign in map(chr, range(33, 127)) if not sign.isalnum()}
AS_GIVEN = keymap()
"""The keys that coach comes with."""
