"""Each tier sends only what its terminal can show, and still tells what matters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from figure_examples import DARK, GROUND, LIGHT, MOVES, POSES, at, stage
from hypothesis import given
from hypothesis import strategies as st

from coach.figure.cells import BLANK, Cell, Grid, colour_cells, nearest_256
from coach.figure.motion import STEPS
from coach.figure.palette import SIXTEEN, Ink, brightness, palette
from coach.figure.stage import Stage
from coach.figure.tiers import Tier, choose_tier

CUBE = (0, 95, 135, 175, 215, 255)
XTERM = {r << 16 | g << 8 | b for r in CUBE for g in CUBE for b in CUBE} | {
    grey << 16 | grey << 8 | grey for grey in range(8, 239, 10)
}
CHARACTERS = {
    Tier.TRUE_COLOUR: " ▀▄",
    Tier.COLOURS_256: " ▀▄",
    Tier.COLOURS_16: " ▀▄█",
    Tier.ONE_COLOUR: " ▀▄█▓▒░·",
    Tier.ASCII: " .=|+_-'%~:HooX@n#",
}
SIZES = [(20, 8), (40, 20), (66, 34), (120, 38)]


def last(name: str, tier: Tier, columns: int = 40, rows: int = 20) -> Grid:
    return stage(POSES[name], columns, rows, tier).draw(at((len(POSES[name].keyframes) - 1) * STEPS))


def colours(grid: Grid) -> set[int]:
    both = {cell.colour for row in grid for cell in row} | {cell.under for row in grid for cell in row}
    return {colour for colour in both if colour is not None}


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("name", POSES)
def test_a_tier_uses_only_its_own_characters_and_colours(name: str, tier: Tier) -> None:
    grid = last(name, tier)
    assert {cell.char for row in grid for cell in row} <= set(CHARACTERS[tier])
    match tier:
        case Tier.COLOURS_256:
            assert colours(grid) <= XTERM | {GROUND}
        case Tier.COLOURS_16:
            assert colours(grid) <= set(SIXTEEN)
        case Tier.ONE_COLOUR | Tier.ASCII:
            assert colours(grid) == set()
        case Tier.TRUE_COLOUR:
            assert len(colours(grid)) > 16


@pytest.mark.parametrize("columns_rows", SIZES)
@pytest.mark.parametrize("tier", list(Tier))
def test_a_picture_is_as_large_as_it_was_asked_to_be(tier: Tier, columns_rows: tuple[int, int]) -> None:
    columns, rows = columns_rows
    grid = last("hamstring-chair", tier, columns, rows)
    assert [len(row) for row in grid] == [columns] * rows
    assert any(cell != BLANK for row in grid for cell in row)


@pytest.mark.parametrize(("tier", "mark"), [(Tier.ONE_COLOUR, "░"), (Tier.ASCII, "#")])
@pytest.mark.parametrize("name", POSES)
def test_without_colours_the_muscle_is_told_by_its_mark(name: str, tier: Tier, mark: str) -> None:
    assert any(cell.char == mark for row in last(name, tier) for cell in row)


@pytest.mark.parametrize("name", POSES)
def test_the_sixteen_colours_keep_bright_ones_out_of_the_ground(name: str) -> None:
    """The Linux console has no bright grounds: there they would come out dark."""
    bright = set(SIXTEEN[8:])
    for row in last(name, Tier.COLOURS_16):
        assert all(cell.under not in bright or cell.colour in bright for cell in row)


@pytest.mark.parametrize("tier", [Tier.TRUE_COLOUR, Tier.COLOURS_256])
def test_what_is_empty_is_left_to_the_terminals_own_ground(tier: Tier) -> None:
    grid = last("calf-wall", tier)
    assert grid[0][0] == BLANK
    assert GROUND not in {cell.colour for row in grid for cell in row}


@given(pixels=st.lists(st.sampled_from([GROUND, 0xFF0000, 0x00FF00]), min_size=24, max_size=24))
def test_half_blocks_hold_both_pixels_of_a_cell(pixels: list[int]) -> None:
    def seen(cell: Cell) -> tuple[int, int]:
        under = GROUND if cell.under is None else cell.under
        over = GROUND if cell.colour is None else cell.colour
        return {" ": (under, under), "▀": (over, under), "▄": (under, over)}[cell.char]

    grid = colour_cells(pixels, 6, DARK)
    for y, row in enumerate(grid):
        assert [seen(cell)[0] for cell in row] == pixels[12 * y : 12 * y + 6]
        assert [seen(cell)[1] for cell in row] == pixels[12 * y + 6 : 12 * y + 12]


def test_letters_tell_far_from_near_and_hair_from_shoes() -> None:
    text = "\n".join("".join(cell.char for cell in row) for row in last("calf-wall", Tier.ASCII, 60, 30))
    for letter in "@oHX#n:|=":
        assert letter in text


@pytest.mark.parametrize("colours_on", [DARK, LIGHT])
def test_the_palette_stands_out_from_its_ground_and_the_far_side_steps_back(colours_on: object) -> None:
    chosen = DARK if colours_on is DARK else LIGHT
    ground = brightness(chosen.ground)

    def contrast(ink: Ink) -> float:
        return abs(brightness(chosen.colours[ink]) - ground)

    for near, far in ((Ink.PANTS, Ink.FAR_PANTS), (Ink.SKIN, Ink.FAR_SKIN), (Ink.SHOE, Ink.FAR_SHOE)):
        assert contrast(near) > contrast(far) > 15
    assert contrast(Ink.TARGET) > 60
    assert contrast(Ink.BACKDROP) < 20


def test_a_ground_of_any_theme_gets_the_colours_that_suit_it() -> None:
    assert palette(0x002B36, 0xCB4B16).is_dark
    assert not palette(0xFDF6E3, 0xCB4B16).is_dark
    assert palette(0x002B36, 0xCB4B16).colours[Ink.TARGET] == 0xCB4B16


def test_brown_stays_brown_in_256_colours_and_greys_stay_grey() -> None:
    brown = nearest_256(0x6B4A36)
    assert brown >> 16 > brown >> 8 & 255
    assert nearest_256(0x808080) == 0x808080
    assert nearest_256(0xFF875F) == 0xFF875F
    assert nearest_256(0x000000) == 0x000000


@pytest.mark.parametrize(
    ("system", "encoding", "no_colour", "tier"),
    [
        ("truecolor", "utf-8", False, Tier.TRUE_COLOUR),
        ("256", "UTF8", False, Tier.COLOURS_256),
        ("standard", "utf-8", False, Tier.COLOURS_16),
        ("windows", "utf-8", False, Tier.COLOURS_16),
        ("truecolor", "utf-8", True, Tier.ONE_COLOUR),
        (None, "utf-8", False, Tier.ONE_COLOUR),
        ("truecolor", "ascii", False, Tier.ASCII),
        ("truecolor", "iso-8859-1", True, Tier.ASCII),
        ("truecolor", None, False, Tier.ASCII),
        ("truecolor", "klingon", False, Tier.ASCII),
        ("something new", "utf-8", False, Tier.ONE_COLOUR),
    ],
)
def test_the_tier_follows_from_what_the_terminal_says(
    system: str | None, encoding: str | None, no_colour: bool, tier: Tier
) -> None:
    assert choose_tier(system, encoding, no_colour=no_colour) is tier


def test_the_figure_knows_nothing_of_the_terminals_libraries() -> None:
    code = (
        "import sys, coach.figure.stage, coach.figure.digits;"
        "print(sorted({'textual', 'rich', 'coach.session', 'coach.library'} & set(sys.modules)))"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"


def test_a_stage_is_for_one_pose_and_leaves_it_as_it_was() -> None:
    before = POSES["march"]
    drawn = Stage(before, 40, 20, Tier.TRUE_COLOUR, DARK)
    drawn.draw(at(30))
    assert drawn.pose is before
    assert before == MOVES["march"].pose
