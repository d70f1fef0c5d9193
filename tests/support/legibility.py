"""How well what stands on the screen can be read: WCAG's contrast of every cell that has a sign in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.geometry import Region
from textual.widget import Widget

from coach.tui.widgets.canvas import Canvas

TEXT, GRAPHICS = 4.5, 3.0
"""WCAG's least contrast of text (AA, whatever its size) and of graphics that mean something."""


class Sign(NamedTuple):
    """A run of text with the colours it has in the end."""

    text: str
    ink: Color
    ground: Color
    style: Style

    @property
    def is_graphic(self) -> bool:
        """Bars, lines and blocks, and nothing else."""
        return all("\u2500" <= char <= "\u259f" or char.isspace() for char in self.text)

    @property
    def contrast(self) -> float:
        return contrast(self.ink.get_truecolor(), self.ground.get_truecolor())


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def signs(app: App[int]) -> Iterator[Sign]:
    """What stands on the screen; of a dialog its panel and toasts, for the rest is set aside; no figures."""
    regions = _regions(app)
    left_out = [one.region for one in app.screen.query(Canvas)]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            here = Region(x, y, segment.cell_length, 1)
            x += segment.cell_length
            if segment.style is None or not segment.text.strip():
                continue
            if any(one.overlaps(here) for one in regions) and not any(
                one.contains_region(here) for one in left_out
            ):
                yield _sign(segment.text, segment.style)


def _regions(app: App[int]) -> list[Region]:
    panels: list[Widget] = [*app.screen.query("#panel"), *app.screen.query("#--input, CommandList")]
    return [one.region for one in (*panels, *app.screen.query("Toast"))] if panels else [app.screen.region]


def _sign(text: str, style: Style) -> Sign:
    ink, ground = style.color or Color.default(), style.bgcolor or Color.default()
    return Sign(text, *((ground, ink) if style.reverse else (ink, ground)), style)
