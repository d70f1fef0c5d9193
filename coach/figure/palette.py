"""What each part of a picture is drawn with: colours on dark and on light, the sixteen colours, characters."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, auto
from types import MappingProxyType
from typing import NamedTuple

Colour = int
"""Red, green and blue in one number, 0xRRGGBB: quick to mix, compare and keep."""
_RED_BLUE = 0xFF00FF
_GREEN = 0x00FF00
FULL = 16
"""The level of what is wholly covered."""


class Ink(IntEnum):
    """A part of the picture; what belongs to the far side of the body steps back."""

    GROUND = 0
    BACKDROP = auto()
    RUG = auto()
    RING = auto()
    FLOOR = auto()
    WALL = auto()
    WALL_FACE = auto()
    WOOD = auto()
    WOOD_DARK = auto()
    MAT = auto()
    SHEET = auto()
    BED = auto()
    PILLOW = auto()
    STRAP = auto()
    FAR_SKIN = auto()
    FAR_SLEEVE = auto()
    FAR_PANTS = auto()
    FAR_SHOE = auto()
    SHIRT = auto()
    SKIN = auto()
    HAIR = auto()
    PANTS = auto()
    SHOE = auto()
    SLEEVE = auto()
    TARGET = auto()
    DIGIT = auto()


PROPS = frozenset(ink for ink in Ink if Ink.BACKDROP <= ink <= Ink.STRAP)
UNFILLED = frozenset({Ink.BACKDROP, Ink.RUG})
"""Wide grounds that sixteen colours cannot show quietly enough."""
BEHIND = UNFILLED | {Ink.RING}
"""What only hints at something, and must not hide what stands before it."""
FAR = frozenset(ink for ink in Ink if Ink.FAR_SKIN <= ink <= Ink.FAR_SHOE)

_DARK: Mapping[Ink, Colour] = MappingProxyType(
    {
        Ink.BACKDROP: 0x1C2A2E,
        Ink.RUG: 0x1E332F,
        Ink.FLOOR: 0x3A494D,
        Ink.WALL: 0x26363A,
        Ink.WALL_FACE: 0x55686C,
        Ink.WOOD: 0x846751,
        Ink.WOOD_DARK: 0x4A4239,
        Ink.MAT: 0x35574F,
        Ink.SHEET: 0x54656F,
        Ink.BED: 0x2E3A40,
        Ink.PILLOW: 0x93A3A8,
        Ink.STRAP: 0xE3B062,
        Ink.RING: 0x6C7F82,
        Ink.SHIRT: 0x4A8C92,
        Ink.SLEEVE: 0x63AAAD,
        Ink.SKIN: 0xE2BEA0,
        Ink.HAIR: 0x6B4A36,
        Ink.PANTS: 0x56618A,
        Ink.SHOE: 0xDCDCE1,
    }
)
_ON_BLACK: Mapping[Ink, Colour] = MappingProxyType(
    {
        **_DARK,
        Ink.FLOOR: 0x7A8C91,
        Ink.WALL: 0x4A5F65,
        Ink.WALL_FACE: 0x8FA3A8,
        Ink.WOOD: 0xB48D6F,
        Ink.WOOD_DARK: 0x7D6D5C,
        Ink.MAT: 0x5C8A7F,
        Ink.SHEET: 0x8496A1,
        Ink.BED: 0x66757C,
        Ink.SHIRT: 0x63B5BC,
        Ink.SLEEVE: 0x86CFD2,
        Ink.HAIR: 0xA87A5C,
        Ink.PANTS: 0x8C99D2,
    }
)
"""High contrast: on black, what is drawn stands out by 3 to 1, the far leg too."""
_LIGHT: Mapping[Ink, Colour] = MappingProxyType(
    {
        Ink.BACKDROP: 0xE8E4DA,
        Ink.RUG: 0xC9DDD5,
        Ink.FLOOR: 0xC3C0B4,
        Ink.WALL: 0xDDD8CB,
        Ink.WALL_FACE: 0xA9A698,
        Ink.WOOD: 0xB0946F,
        Ink.WOOD_DARK: 0xD0C0A8,
        Ink.MAT: 0xB5D0C6,
        Ink.SHEET: 0xBCC9D1,
        Ink.BED: 0xD5D3CA,
        Ink.PILLOW: 0x93A3AD,
        Ink.STRAP: 0xC08A1E,
        Ink.RING: 0x9AA09A,
        Ink.SHIRT: 0x2F7F84,
        Ink.SLEEVE: 0x43989B,
        Ink.SKIN: 0xD9A47E,
        Ink.HAIR: 0x5B3E2D,
        Ink.PANTS: 0x4A5578,
        Ink.SHOE: 0x6A7074,
    }
)
_FAR_OF: Mapping[Ink, Ink] = MappingProxyType(
    {
        Ink.FAR_SKIN: Ink.SKIN,
        Ink.FAR_SLEEVE: Ink.SHIRT,
        Ink.FAR_PANTS: Ink.PANTS,
        Ink.FAR_SHOE: Ink.SHOE,
    }
)
FAR_ON_BLACK = 11
FAR_ON_DARK = 9
FAR_ON_LIGHT = 10
"""How much of its colour the far side keeps, of FULL."""


class Palette(NamedTuple):
    """Colours by ink, on the ground of the picture."""

    colours: tuple[Colour, ...]
    is_dark: bool

    @property
    def ground(self) -> Colour:
        return self.colours[Ink.GROUND]


def mix(under: Colour, over: Colour, level: int) -> Colour:
    """`over` laid on `under`, covering it by `level` of 16; red and blue are mixed in one go."""
    rest = FULL - level
    red_blue = ((under & _RED_BLUE) * rest + (over & _RED_BLUE) * level) >> 4
    green = ((under & _GREEN) * rest + (over & _GREEN) * level) >> 4
    return red_blue & _RED_BLUE | green & _GREEN


def palette(ground: Colour, accent: Colour) -> Palette:
    """The colours that suit a ground, light or dark; `accent` is that of the muscle, or of digits."""
    is_dark = brightness(ground) < 128
    table = _ON_BLACK if ground == 0 else _DARK if is_dark else _LIGHT
    far = FAR_ON_BLACK if ground == 0 else FAR_ON_DARK if is_dark else FAR_ON_LIGHT
    colours = [ground] * len(Ink)
    for ink, colour in table.items():
        colours[ink] = colour
    for ink, near in _FAR_OF.items():
        colours[ink] = mix(ground, table[near], far)
    colours[Ink.TARGET] = colours[Ink.DIGIT] = accent
    return Palette(tuple(colours), is_dark)


def brightness(colour: Colour) -> float:
    """How bright a colour looks, 0 to 255."""
    return 0.299 * (colour >> 16) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255)


def _sixteen(**numbers: int) -> tuple[int, ...]:
    return tuple(numbers.get(ink.name.lower(), 0) for ink in Ink)


SIXTEEN_ON_DARK = _sixteen(
    ring=8, floor=8, wall=8, wall_face=7, wood=3, wood_dark=3, mat=2, sheet=8, bed=8, pillow=7, strap=11,
    far_skin=8, far_sleeve=8, far_pants=8, far_shoe=8,
    shirt=6, skin=7, hair=3, pants=4, shoe=15, sleeve=6, target=9, digit=14,
)  # fmt: skip
SIXTEEN_ON_LIGHT = _sixteen(
    ring=8, floor=7, wall=7, wall_face=8, wood=3, wood_dark=7, mat=7, sheet=7, bed=7, pillow=8, strap=3,
    far_skin=8, far_sleeve=8, far_pants=8, far_shoe=8,
    shirt=6, skin=3, hair=0, pants=4, shoe=0, sleeve=6, target=1, digit=0,
)  # fmt: skip
"""The number of the terminal's own sixteen colours for each ink; a backdrop and a rug are not filled."""
SIXTEEN: tuple[Colour, ...] = (
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
    0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
)  # fmt: skip
"""What the sixteen look like; exactly these are sent to a terminal as its own sixteen."""


def _letters(**letters: str) -> tuple[str, ...]:
    return tuple(letters.get(ink.name.lower(), " ") for ink in Ink)


LETTERS = _letters(
    backdrop=".", rug=".", ring=".", floor="=", wall="|", wall_face="|", wood="+", wood_dark="+", mat="_",
    sheet="-", bed="'", pillow="%", strap="~", far_skin=":", far_sleeve=":", far_pants=":", far_shoe=":",
    shirt="H", skin="o", hair="@", pants="X", shoe="n", sleeve="H", target="#", digit="#",
)  # fmt: skip
"""The character for each ink where there are no blocks."""
