"""Foods and what a portion holds."""

from __future__ import annotations

import click

from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import print_json, say, table
from coach.service.coach import Coach


@click.command()
@click.argument("word", nargs=-1)
@json_option
@pass_coach
def foods(coach: Coach, word: tuple[str, ...], as_json: bool) -> None:
    """Foods and what a portion holds.

    WORD is part of a name. Amounts are milligrams in one portion.
    """
    found = coach.knowledge.foods(" ".join(word))
    if as_json:
        print_json(found)
        return
    rows = [("id", "food", "portion", "potassium", "calcium", "magnesium")]
    for food in found:
        held = food.portion
        amounts = (f"{mg:g} mg" for mg in (held.potassium_mg, held.calcium_mg, held.magnesium_mg))
        potassium, calcium, magnesium = amounts
        rows.append((food.id, food.name, f"{food.measure}, {food.portion_g:g} g", potassium, calcium, magnesium))
    table(rows)
    say()
    say("To log one: coach eat ID. Check labels and allergies yourself.")
