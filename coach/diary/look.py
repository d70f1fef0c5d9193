"""The diary's folder as it is looked at: which volumes are in it, and how they look."""

from __future__ import annotations

import os
import stat
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from coach.diary.volume import PROFILE, Mark, mark_of, part_of
from coach.errors import StorageError


class Listed(NamedTuple):
    """What is in the folder: the names of the volumes of each month and of the profile, and hidden names.

    `months` are in their order, so that some are found without going through all of ten years.
    """

    months: Sequence[str]
    volumes: Mapping[str, Sequence[str]]
    hidden: Sequence[str]


class _Seen(threading.local):
    """What one look of one thread has seen; `depth` is how many that asked for one are not done yet."""

    def __init__(self) -> None:
        self.depth = 0
        self.listed: Listed | None = None
        self.marks: dict[str, Mark | None] = {}


class Look:
    """Looks at the folder at each question anew, or `once` for many.

    `expect` raises StorageError when the folder should be there and is not.
    """

    def __init__(self, folder: Path, expect: Callable[[Path], None]) -> None:
        self.folder = folder
        self._expect = expect
        self._seen = _Seen()

    @contextmanager
    def once(self) -> Iterator[None]:
        """Look once for all that is asked meanwhile; what others write then is seen at the next look.

        Ten years take longer to list than a month, and a tick asks ten times (tests.bench.daily --only tick).
        """
        self._seen.depth += 1
        try:
            yield
        finally:
            self._seen.depth -= 1
            if not self._seen.depth:
                self.again()

    def again(self) -> None:
        """From here on see what is there now, for something is to be built on it."""
        self._seen.listed = None
        self._seen.marks.clear()

    def wrote(self, mark: Mark) -> None:
        """A volume looks like that now, for this program wrote it."""
        if self._seen.depth:
            self._seen.marks[mark.name] = mark

    def listed(self) -> Listed:
        """What is there; raises StorageError when the folder cannot be read."""
        if not self._seen.depth:
            return self._list()
        if self._seen.listed is None:
            self._seen.listed = self._list()
        return self._seen.listed

    def months(self, first: str, last: str) -> Sequence[str]:
        """The months from `first` to `last` that there are volumes of, oldest first."""
        months = self.listed().months
        return months[bisect_left(months, first) : bisect_right(months, last)]

    def marks(self, parts: Iterable[str]) -> tuple[Mark, ...]:
        """How the volumes of some months (or of the profile) look, by name."""
        volumes = self.listed().volumes
        names = [name for part in parts for name in volumes.get(part, ())]
        return tuple(sorted(mark for name in names if (mark := self._mark(name)) is not None))

    def _mark(self, name: str) -> Mark | None:
        if not self._seen.depth:
            return self._mark_now(name)
        if name not in self._seen.marks:
            self._seen.marks[name] = self._mark_now(name)
        return self._seen.marks[name]

    def _mark_now(self, name: str) -> Mark | None:
        try:
            status = (self.folder / name).stat()
        except OSError:
            return None
        return mark_of(name, status) if stat.S_ISREG(status.st_mode) else None

    def _list(self) -> Listed:
        try:
            return _sorted_out(tuple(os.listdir(self.folder)))  # noqa: PTH208 - at every look; faster than iterdir
        except FileNotFoundError:
            self._expect(self.folder)
            return _sorted_out(())
        except OSError as error:
            raise StorageError(f"{self.folder}: {error.strerror or error}", "make the folder readable") from error


@lru_cache(maxsize=1)  # At most looks they are what they were.
def _sorted_out(names: tuple[str, ...]) -> Listed:
    volumes: dict[str, list[str]] = {}
    for name in names:
        if (part := part_of(name)) is not None:
            volumes.setdefault(part, []).append(name)
    return Listed(sorted(volumes.keys() - {PROFILE}), volumes, [name for name in names if name.startswith(".")])
