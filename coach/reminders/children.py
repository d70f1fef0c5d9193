"""Programs of this machine that are asked one thing and answer at once."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence

import msgspec

LONGEST_S = 20


class Ran(msgspec.Struct, frozen=True):
    """How a program ended: 0 is well; what it said on both streams, in one line."""

    code: int
    said: str = ""


Run = Callable[[Sequence[str]], Ran]
"""Runs a command to its end, as `run` does, or what tests put in its place."""
NOT_THERE = 127


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run `command` without a shell and without input, for at most 20 s; never raises for what it does."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LONGEST_S,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return Ran(1, f"no answer within {LONGEST_S} s")
    except (OSError, ValueError) as error:
        return Ran(NOT_THERE, str(error))
    return Ran(done.returncode, " ".join(done.stdout.decode(errors="replace").split()))
