"""The command `coach`; `python -m coach` is the same."""

from __future__ import annotations

import io
import sys

from coach.cli.root import root


def main() -> None:
    """Run the command line; leaves with 0 done, 1 a finding, 2 wrong use, 3 storage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets a question mark, not an error.
            stream.reconfigure(errors="replace")
    root.main()


if __name__ == "__main__":
    main()
