"""Foods and what a portion holds, and reference intakes."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from coach.advice.foods import FoodList, FoodOrder, IntakeView
from coach.cli import ids
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.errors import BadInputError
from coach.model.food import Food
from coach.model.intake import IntakeUnit
from coach.service.coach import Coach

NOTES_UP_TO = 12
"""In a longer list the notes on single foods would drown the foods."""


@click.command()
@click.argument("word", nargs=-1, shell_complete=ids.foods)
@click.option(
    "--sort", "order", type=click.Choice([str(one) for one in FoodOrder]), default="name", help="name without it"
)
@click.option("--intakes", is_flag=True, help="what bodies of experts call enough for healthy people, instead")
@json_option
@pass_coach
def foods(coach: Coach, *, word: tuple[str, ...], order: str, intakes: bool, as_json: bool) -> None:
    """Foods and what a portion holds; reference intakes.

    WORD is part of a name. Amounts are milligrams in one portion. Sorted by potassium, calcium or magnesium the
    most comes first, by sodium the least.
    """
    if intakes:
        if word or order != FoodOrder.NAME:
            raise click.UsageError("--intakes lists no foods; it goes alone")
        _show_intakes(coach, as_json=as_json)
        return
    listed = coach.knowledge.food_list(" ".join(word), FoodOrder(order))
    if listed.refused is not None:
        hint = "coach foods lists them by name; coach profile shows what coach knows about you"
        raise BadInputError(f"no list sorted by {order}: {listed.refused}", hint)
    if as_json:
        print_json([_food_object(listed, place) for place in range(len(listed.foods))])
    else:
        _show_foods(coach, listed)


def _food_object(listed: FoodList, place: int) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(listed.foods[place])
    return fields | {"caution": listed.caution}


def _show_foods(coach: Coach, listed: FoodList) -> None:
    if listed.caution:
        paragraph(listed.caution)
        say()
    if listed.has_figures:
        names = ("id", "food", "portion", "potassium", "calcium", "magnesium", "sodium")
        table(map(_row, listed.foods), head=names)
    else:
        table((food.id, food.name, food.measure) for food in listed.foods)
    say()
    if len(listed.foods) <= NOTES_UP_TO:
        for food in listed.foods:
            if food.note:
                paragraph(coach.knowledge.cited(food.note), first=f"{food.name}: ")
        paragraph("; ".join(dict.fromkeys(food.row for food in listed.foods)), first="From: ")
    else:
        say("Notes on one: coach foods ID.")
    say("To log one: coach eat ID. Check labels and allergies yourself.")


def _row(food: Food) -> tuple[str, ...]:
    held = food.portion
    amounts = (held.potassium_mg, held.calcium_mg, held.magnesium_mg, held.sodium_mg)
    milligrams = ("" if mg is None else f"{mg:g} mg" for mg in amounts)
    return (food.id, food.name, f"{food.measure}, {food.portion_g:g} g", *milligrams)


def _show_intakes(coach: Coach, *, as_json: bool) -> None:
    views = coach.knowledge.intakes()
    if as_json:
        print_json([_intake_object(view) for view in views])
        return
    paragraph(
        "What bodies of experts call enough a day for healthy people. A day below one of these is not a shortage, "
        "and coach counts nobody towards them."
    )
    for nutrient in dict.fromkeys(view.intake.nutrient for view in views):
        say()
        say(nutrient.capitalize())
        group = [view for view in views if view.intake.nutrient is nutrient]
        if why := group[0].withheld:
            paragraph(f"{why}", indent=2)
            continue
        by_whom: dict[str, list[IntakeView]] = {}
        for view in group:
            by_whom.setdefault(_who_says_so(coach, view), []).append(view)
        for who, said in by_whom.items():
            paragraph(who, indent=2)
            table([(_amount(view), view.intake.kind, view.intake.people) for view in said], indent=4)


def _who_says_so(coach: Coach, view: IntakeView) -> str:
    intake = view.intake
    sources = "; ".join(source.short for source in coach.knowledge.sources(intake.sources))
    return f"{intake.area}, {intake.by}{f': {intake.counts}' if intake.counts else ''} ({sources})"


def _amount(view: IntakeView) -> str:
    """`310–320 mg`, `2 l`, `6–8 cups or glasses`."""
    intake = view.intake
    per = 1000 if intake.unit is IntakeUnit.ML else 1
    unit = "l" if intake.unit is IntakeUnit.ML else intake.unit
    most = f"–{intake.most / per:g}" if intake.most is not None else ""
    return f"{intake.amount / per:g}{most} {unit}"


def _intake_object(view: IntakeView) -> dict[str, Any]:
    """The figures of what is withheld are left out."""
    fields: dict[str, Any] = msgspec.to_builtins(view.intake)
    name = f"{view.intake.nutrient}, {view.intake.area}, {view.intake.people}, {view.intake.kind}"
    fields = {"id": view.intake.id, "name": name} | fields | {"withheld": None}
    if view.withheld:
        fields |= {"amount": None, "most": None, "withheld": str(view.withheld)}
    return fields
