"""Plain output, to be read aloud: the option that asks for it, and text with units and symbols as words."""

from __future__ import annotations

import re

import click

_ASKED = "coach.plain"
_WORDS = {
    "ml": "millilitre",
    "l": "litre",
    "oz": "fluid ounce",
    "pint": "pint",
    "mg": "milligram",
    "min": "minute",
    "s": "second",
    "h": "hour",
}
_QUANTITY = rf"(?<![\w.])(\d+(?:\.\d+)?)\s({'|'.join(_WORDS)})\b"
_SYMBOLS = str.maketrans(
    {
        "–": " to ",
        "—": ", ",
        "·": ",",
        "…": "",
        "×": " times ",
        "°": " degrees ",
        "≥": " at least ",
        "≤": " at most ",
        "→": " to ",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "½": " one half",
    }
)


def is_plain() -> bool:
    """Whether the command that runs now was asked for plain output."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(_ASKED))


def in_words(text: str) -> str:
    """`text` on one line with its units and symbols as words: `250 ml` becomes `250 millilitres`."""

    def named(found: re.Match[str]) -> str:
        word = _WORDS[found[2]]
        return f"{found[1]} {word}{'' if float(found[1]) == 1 else 's'}"

    return " ".join(re.sub(_QUANTITY, named, text.translate(_SYMBOLS)).split()).replace(" ,", ",")


def spoken(text: str) -> str:
    """`text` in words, as one sentence."""
    said = in_words(text).strip(" .,")
    return f"{said[:1].upper()}{said[1:]}{'' if said[-1:] in '!?' else '.'}"


def ask_plain(ctx: click.Context, _: click.Parameter, wanted: bool) -> bool:
    """Note in the context that plain output is wanted."""
    if wanted:
        ctx.meta[_ASKED] = True
    return wanted


def with_plain(command: click.Command) -> click.Command:
    """Let a command, or every command of a group, take `--plain`; one that has its own keeps that."""
    if isinstance(command, click.Group):
        for part in command.commands.values():
            with_plain(part)
    elif all(parameter.name != "plain" for parameter in command.params):
        said = "without columns or symbols, to be read aloud"
        option = click.Option(["--plain"], is_flag=True, expose_value=False, callback=ask_plain, help=said)
        command.params.append(option)
    return command
