"""Being killed at a chosen moment of a write, without a process of one's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest


@contextmanager
def killed_while_replacing(nth: int = 1) -> Iterator[None]:
    """What is done inside is interrupted just before the `nth` volume of a diary takes its place."""
    real = os.replace
    replaced: list[Path] = []

    def replace(source: Path, target: Path) -> None:
        if target.parent.name == "diary":
            replaced.append(target)
            if len(replaced) == nth:
                raise KeyboardInterrupt
        real(source, target)

    with patch("os.replace", replace), pytest.raises(KeyboardInterrupt):
        yield
