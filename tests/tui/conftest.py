"""What holds for every test of the app."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session over SSH starts no player and no voice, so no test is heard on the machine it runs on."""
    monkeypatch.setenv("SSH_CONNECTION", "test")
