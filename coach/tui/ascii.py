"""The screen in plain ASCII, for a terminal that has no UTF-8."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ALIKE = {
    **dict.fromkeys("█▉▊▋▓▀▁▂▃▄▅▆▇", "#"),
    **dict.fromkeys("▌▍▎▏▐┃│║‖┊", "|"),
    **dict.fromkeys("━─═╸╺╹╻–—−", "-"),
    **dict.fromkeys("┏┓┗┛┣┫┳┻╋┌┐└┘├┤┬┴┼╭╮╰╯", "+"),
    **dict.fromkeys("·…▫░", "."),
    **dict.fromkeys("▸▶›→", ">"),
    **dict.fromkeys("◀‹←", "<"),
    **dict.fromkeys("▴↑", "^"),
    **dict.fromkeys("▾▼↓", "v"),
    **dict.fromkeys("●◐▪•✓▒", "*"),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    "×": "x",
    "°": "o",
    " ": " ",
}


def ascii_text(text: str) -> str:
    """`text` in ASCII, in as many terminal cells: signs by what looks alike, letters without their accents."""
    return text if text.isascii() else "".join(map(_ascii, text))


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    cells = cell_len(char)
    alike = _ALIKE.get(char) or unicodedata.normalize("NFKD", char)[0]
    return alike if alike.isascii() and cells == 1 else "?" * cells


class AsciiOnly(LineFilter):
    """Shows every widget in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [Segment(ascii_text(text), style, control) for text, style, control in segments]
