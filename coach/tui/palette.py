"""The command palette: every action with its key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.types import IgnoreReturnCallbackType

from coach.model.keymap import shown_keys
from coach.model.keys import ACTIONS

_NOT_OURS = frozenset({"focus_next", "focus_previous", "copy_text", "help_quit"})
_SIDEWAYS = frozenset({"scroll_left", "scroll_right", "page_left", "page_right"})
_MOVING = frozenset({"move", "move_page", "half", "to_end", "page_up", "page_down"})
_SCROLLING = "scroll_"
_ORDER = {action.id: number for number, action in enumerate(ACTIONS)}


def is_moving(active: ActiveBinding) -> bool:
    """Whether a key only moves about in a list or a page."""
    action = _action(active)
    return action in _MOVING or action.startswith(_SCROLLING)


def actions_of(screen: Screen[Any]) -> list[tuple[str, str, ActiveBinding]]:
    """What the keys do here: all keys of an action as they are written, what it does, and its binding.

    What moves about comes after the rest of the screen's, and what works everywhere comes last.
    """
    found: dict[str, tuple[list[str], ActiveBinding]] = {}
    for active in sorted(screen.active_bindings.values(), key=_rank):
        binding = active.binding
        if binding.description and not binding.system and _action(active) not in _NOT_OURS | _SIDEWAYS:
            keys, _ = found.setdefault(binding.action.removeprefix("app."), ([], active))
            keys.append(binding.key)
    return [(shown_keys(tuple(keys)), _sentence(one.binding.description), one) for keys, one in found.values()]


class CoachCommands(Provider):
    """The actions of the screen that is shown and of the app, by what they are called."""

    def _actions(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        for keys, name, active in actions_of(self.screen):
            if not is_moving(active) and _action(active) != "command_palette":
                said = f"Go to {name}" if _action(active) == "switch_mode" else name
                yield f"{said}  ({keys})", partial(self.app.run_action, active.binding.action, active.node)
        for command in self.app.get_system_commands(self.screen):
            yield command.title, command.callback

    async def discover(self) -> Hits:
        for name, action in self._actions():
            yield DiscoveryHit(name, action)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, action in self._actions():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), action)


def _rank(active: ActiveBinding) -> tuple[int, int]:
    if isinstance(active.node, App):
        return 3, _ORDER.get(active.binding.id or "", len(_ORDER))
    # A key of the app that a footer shows among its own comes after those that are only the screen's.
    place = 2 if is_moving(active) else 1 if (active.binding.id or "").startswith("app.") else 0
    return place, _ORDER.get(active.binding.id or "", len(_ORDER) if place else 0)


def _action(active: ActiveBinding) -> str:
    return active.binding.action.partition("(")[0].rpartition(".")[2]


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
