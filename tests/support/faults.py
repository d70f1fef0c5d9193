"""Faults put in on purpose: a kill in the middle of a write, a disk that is too small."""

from __future__ import annotations

import os
import subprocess
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


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A file system of so many kB at `place`; skips the test where nobody may mount one."""
    place.mkdir(parents=True, exist_ok=True)
    mounted = _mount("-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "tmpfs", str(place))
    if not mounted:
        pytest.skip("needs to mount a tmpfs")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def make_read_only(place: Path, *, read_only: bool) -> None:
    """Let a mounted file system be read only, or not any more."""
    assert _mount("-o", f"remount,{'ro' if read_only else 'rw'}", str(place))


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
