"""The command `coach`; `python -m coach` is the same."""

from __future__ import annotations

import gc
import io
import sys
from types import TracebackType

from coach.errors import crash_report


def main() -> None:
    """Run the command line; leaves with 0 done, 1 a finding, 2 wrong use, 3 storage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets a question mark, not an error.
            stream.reconfigure(errors="replace")
    if not sys.flags.dev_mode:
        sys.excepthook = _tell_crash
    # What is made at a start stays: looking for garbage in it, then and once more at the end, is a fifth of a
    # command's time (tests.bench.daily --only status).  The app has it looked for again once it is on the screen.
    gc.disable()
    try:
        from coach.cli.root import root

        root.main()
    finally:
        gc.freeze()


def _tell_crash(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    sys.stderr.write(f"{crash_report(error)}\n")


if __name__ == "__main__":
    main()
