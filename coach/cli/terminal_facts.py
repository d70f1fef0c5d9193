"""What the terminal says of itself; read from the environment, nothing is asked of the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

_OF_COLOUR = ("COLORTERM", "NO_COLOR", "FORCE_COLOR")
_OF_TERMINAL = ("TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION")
_OF_LANGUAGE = ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")
_DEEP = {"256color": "256 colours", "kitty": "256 colours", "16color": "16 colours"}


def colour_system(environment: Mapping[str, str], *, is_terminal: bool) -> str:
    """How many colours the app will use, by the rule of the library that draws it."""
    if not is_terminal:
        return "none, for this is no terminal"
    term = environment.get("TERM", "").strip().lower()
    if term in {"dumb", "unknown"}:
        return f"none, for TERM is {term}"
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return "true colour"
    return _DEEP.get(term.rpartition("-")[2], "16 colours")


def terminal_facts(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The terminal, its size, colours and encoding; of what may name a person, only that it is set."""
    out = sys.stdout
    size = shutil.get_terminal_size()
    around = [
        name
        for name, variable in (("tmux", "TMUX"), ("screen", "STY"), ("ssh", "SSH_CONNECTION"))
        if environment.get(variable)
    ]
    encodings = f"stdout {out.encoding}, files {sys.getfilesystemencoding()}, default {_default_encoding()}"
    return {
        "Terminal": _named(environment, ("TERM", *_OF_TERMINAL)) or "TERM is not set",
        "Inside": ", ".join(around) or "nothing else",
        "Streams": ", ".join(_stream(name, stream) for name, stream in _streams()),
        "Size": f"{size.columns} by {size.lines}",
        "Colours": ", ".join(
            part
            for part in (
                colour_system(environment, is_terminal=out.isatty()),
                _named(environment, _OF_COLOUR),
            )
            if part
        ),
        "Encoding": encodings,
        "Language": _named(environment, _OF_LANGUAGE) or "none set",
    }


def _streams() -> tuple[tuple[str, TextIO | None], ...]:
    return ("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)


def _stream(name: str, stream: TextIO | None) -> str:
    return f"{name} {'a terminal' if stream is not None and stream.isatty() else 'no terminal'}"


def _named(environment: Mapping[str, str], names: tuple[str, ...]) -> str:
    return ", ".join(f"{name}={environment[name]}" for name in names if environment.get(name))


def _default_encoding() -> str:
    import locale

    return locale.getencoding()
