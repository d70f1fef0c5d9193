"""The keys a person chose on this machine: the table `keymap` of `settings.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.errors import BadInputError, CoachError, StorageError
from coach.model.keymap import Clash, Keymap, Keys, action_named, key_names, keymap

KEYMAP = "keymap"


class KeySettings:
    """Reading and setting own keys; what clashes or cannot be read does not hold, and is told in `faults`."""

    def __init__(
        self,
        read: Callable[[], dict[str, object]],
        put: Callable[[str, Mapping[str, str] | None], None],
        has_vim: Callable[[], bool],
    ) -> None:
        self._read, self._put, self._has_vim = read, put, has_vim

    def now(self) -> Keymap:
        """The keys that hold."""
        try:
            return keymap(self._own()[0], vim=self._has_vim())
        except StorageError:
            return keymap()

    def faults(self) -> list[str]:
        """What of the table does not hold, and why."""
        try:
            own, faults = self._own()
        except StorageError as fault:
            return [fault.message]
        return [*faults, *(f"{KEYMAP}: {clash}" for clash in keymap(own, vim=self._has_vim()).clashes)]

    def get(self, action: str) -> Keys:
        """The keys that an action has; raises BadInputError for an unknown action."""
        return self.now().keys[action_named(action).id]

    def set(self, action: str, said: str) -> Keys:
        """Give an action the keys that were typed; `none` gives back those it comes with.

        Raises BadInputError for an unknown action or key and for a key that is another action's, and
        StorageError when the file cannot be written.
        """
        id_ = action_named(action).id
        own, _ = self._own()
        kept = {name: keys for name, keys in own.items() if name != id_}
        unset = said.strip().lower() in {"", "none"}
        new = kept if unset else kept | {id_: key_names(said)}
        self.refuse_clashes(own, new, vim=self._has_vim())
        table = {str(name): str(keys) for name, keys in self._table().items() if name != id_}
        if not unset:
            table[id_] = ",".join(new[id_])
        self._put(KEYMAP, table or None)
        return self.get(id_)

    def reset(self) -> None:
        """Give every action the keys it comes with."""
        self._put(KEYMAP, None)

    def expect_room_for_vim(self) -> None:
        """Raises BadInputError when an own key is one that the vim keys need."""
        own, _ = self._own()
        self.refuse_clashes(own, own, vim=True)

    def refuse_clashes(self, before: Mapping[str, Keys], after: Mapping[str, Keys], *, vim: bool) -> None:
        """Raises BadInputError for the first clash that is not there already."""
        there = keymap(before, vim=self._has_vim()).clashes
        for clash in keymap(after, vim=vim).clashes:
            if clash not in there:
                raise BadInputError(str(clash), _mend(clash))

    def _own(self) -> tuple[dict[str, Keys], list[str]]:
        own: dict[str, Keys] = {}
        faults = []
        for name, said in self._table().items():
            try:
                own[action_named(name).id] = key_names(_text(said))
            except CoachError as fault:
                faults.append(f"{KEYMAP}.{name}: {fault.message}; {fault.hint}")
        return own, faults

    def _table(self) -> Mapping[str, object]:
        table = self._read().get(KEYMAP, {})
        if not isinstance(table, dict):
            raise StorageError(
                f"{KEYMAP} is no table", 'write [keymap], and under it lines like: "today.note" = "m"'
            )
        return table


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise BadInputError(f"{said!r} is no key", "write it in quotes")
    return said


def _mend(clash: Clash) -> str:
    if clash.is_with_fixed:
        return "take another key"
    return f"take another key, or move that one first: coach settings {KEYMAP}.{clash.other} KEY"
