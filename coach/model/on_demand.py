"""Things by name, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeVar

V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """A mapping that makes a thing when it is first asked for by its name, and keeps it.

    That a name is known costs nothing. Going through the things makes them all; with `rank`, in the order of
    what it gives for each, else in that of `names`, which are not gone through before. `make` raises what it
    will, each time.
    """

    def __init__(
        self, names: Collection[str], make: Callable[[str], V], *, rank: Callable[[V], Any] | None = None
    ) -> None:
        self._names = names
        self._make = make
        self._rank = rank
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        if self._rank is not None:
            rank = self._rank
            self._names = dict.fromkeys(sorted(self._names, key=lambda name: rank(self[name])))
            self._rank = None
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
