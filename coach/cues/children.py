"""Child processes that can never reach the screen."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

Child = subprocess.Popen[bytes]
Popen = Callable[..., Child]
"""`subprocess.Popen`, or what tests put in its place."""
GRACE_S = 0.5
"""From the request to end until it is enforced."""


def start(popen: Popen, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Child:
    """Start `command`, without a shell, with no stream and no terminal of ours to read or write.

    Raises OSError when it cannot be started, and ValueError when an argument holds what none can hold.
    """
    return popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )


def ask_to_end(child: Child) -> None:
    """Ask a child that was not yet waited for, and all it has started, to end."""
    _signal(child, signal.SIGTERM)


def end(children: Iterable[Child]) -> None:
    """Ask every child to end, and see that each has ended; takes up to 0.5 s for one that will not."""
    running = [child for child in children if child.poll() is None]
    for child in running:
        ask_to_end(child)
    for child in running:
        try:
            child.wait(timeout=GRACE_S)
        except subprocess.TimeoutExpired:
            _signal(child, signal.SIGKILL)
            with suppress(subprocess.TimeoutExpired):  # Stuck in the kernel: nothing more can be done.
                child.wait(timeout=GRACE_S)


def _signal(child: Child, number: signal.Signals) -> None:
    # Each child leads a group of its own, so this reaches what a script has started, and nothing else.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)
