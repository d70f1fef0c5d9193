"""What holds for every test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from coach.library import reading
from coach.paths import folders
from coach.service.coach import Coach
from tests.support.clock import FakeClock
from tests.support.questions import answer_questions

settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(autouse=True, scope="session")
def _content_parsed_once() -> Iterator[None]:
    """Every test has a library of its own; the same text in the same file is parsed once for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coach.library.reading.parse_toml", lru_cache(maxsize=1024)(reading.parse_toml))
        yield


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps tests off the developer's own diary, settings, state and terminal colours."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("SSH_CONNECTION", "test")  # over SSH no player starts, so no test is heard
    # The letters of this machine's locale, and the times and amounts of none.
    letters = [os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    monkeypatch.setenv("LC_CTYPE", next(filter(None, letters), "C.UTF-8"))
    monkeypatch.setenv("LC_TIME", "C")
    monkeypatch.setenv("LC_MEASUREMENT", "C")
    monkeypatch.setenv("COLORTERM", "truecolor")  # with fewer colours the app would wear another theme
    for name in ("NO_COLOR", "COLUMNS", "LINES", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> FakeClock:
    """Sunday 22 November 2026, 20:00 in Berlin."""
    return FakeClock()


@pytest.fixture
def coach(tmp_path: Path, clock: FakeClock) -> Coach:
    """A coach at home in `tmp_path`."""
    return Coach(folders(tmp_path), clock)


@pytest.fixture
def answered(tmp_path: Path) -> None:
    """The person at home in `tmp_path` answered the safety questions long ago, and ticked nothing.

    For tests that are not about them: without it nothing is pushed, and no move is done standing.
    """
    answer_questions(tmp_path)
