"""The command palette: every action with its key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType


class CoachCommands(Provider):
    """The actions of the screen that is shown and of the app, by what they are called."""

    def _actions(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.description and not binding.system and binding.action not in seen:
                seen.add(binding.action)
                key = binding.key_display or self.app.get_key_display(binding)
                name = f"{binding.description[0].upper()}{binding.description[1:]}  ({key})"
                yield name, partial(self.app.run_action, binding.action, active.node)

    async def discover(self) -> Hits:
        for name, action in self._actions():
            yield DiscoveryHit(name, action)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, action in self._actions():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), action)
