"""Being told to leave from outside: signals, and a terminal that is gone."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from typing import NoReturn

TERMINAL_GONE = 129
TERMINAL_CHECK_S = 5
_CODES = {signal.SIGTERM: 143, signal.SIGHUP: TERMINAL_GONE}
_STDIN = 0
_HAD_TERMINAL = os.isatty(_STDIN)


def heed_signals(leave: Callable[[int], None]) -> None:
    """Leave properly on SIGTERM and SIGHUP, which else would leave the terminal broken."""
    loop = asyncio.get_running_loop()
    for number, code in _CODES.items():
        loop.add_signal_handler(number, leave, code)


def is_terminal_gone() -> bool:
    """Whether the terminal there was has vanished."""
    if not _HAD_TERMINAL:
        return False
    try:
        os.tcgetpgrp(_STDIN)
    except OSError:
        return True
    return False


def end_without_terminal() -> NoReturn:
    """End at once: nothing is left to restore, and Textual would wait for a writer that the hang-up killed."""
    os._exit(TERMINAL_GONE)
