"""Drinks and foods logged."""

from __future__ import annotations

import click

from coach.cli import ids
from coach.cli.answer import answer
from coach.cli.environment import pass_coach
from coach.cli.options import at_option, day_option, day_said, json_option, moment_said
from coach.cli.printing import say
from coach.cli.words import water_words
from coach.service.coach import Coach


@click.command()
@click.argument("amount", nargs=-1, shell_complete=ids.vessels)
@click.option(
    "--what",
    default="water",
    metavar="DRINK",
    help="tea, coffee, milk, soup, ...; water without it",
    shell_complete=ids.drinks,
)
@at_option
@day_option
@json_option
@pass_coach
def drink(
    coach: Coach, *, amount: tuple[str, ...], what: str, at: str | None, day: str | None, as_json: bool
) -> None:
    """Log a drink: 250, 250ml, 0.5l, 8oz or mug; alone, your usual vessel.

    A bare number is millilitres. More than 2 l at once is refused.
    """
    on = day_said(coach, day)
    done = coach.day.drink(" ".join(amount) if amount else None, what=what, at=moment_said(coach, at, on), day=on)
    answer(coach, done, on, as_json=as_json)
    if not as_json:
        say(f"total: {water_words(coach.day.water(done.entries[0].day), coach.person().units)}")


@click.command()
@click.argument("food", nargs=-1, required=True, shell_complete=ids.foods)
@click.option("--portions", type=float, default=1, metavar="N", help="1 without it")
@at_option
@day_option
@json_option
@pass_coach
def eat(
    coach: Coach, *, food: tuple[str, ...], portions: float, at: str | None, day: str | None, as_json: bool
) -> None:
    """Log a food.

    FOOD is an id or a word of the name; `coach foods` lists them.
    """
    on = day_said(coach, day)
    done = coach.day.eat(" ".join(food), portions=portions, at=moment_said(coach, at, on), day=on)
    answer(coach, done, on, as_json=as_json)
