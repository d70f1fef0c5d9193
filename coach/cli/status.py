"""One line for a prompt or a status bar."""

from __future__ import annotations

import click

from coach.advice.today import TodayView
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import print_json, say
from coach.cli.words import night_words
from coach.errors import BadInputError
from coach.model.amount import Unit, format_amount
from coach.model.nearest import hint_for
from coach.service.coach import Coach

FIELDS = ("water", "goal", "due", "kept", "night")
STANDARD = ("water", "due")


@click.command()
@click.option("--format", "template", metavar="TEXT", help=f"text with {{{'}, {'.join(FIELDS)}}}")
@json_option
@pass_coach
def status(coach: Coach, template: str | None, as_json: bool) -> None:
    """One line for a prompt or a status bar."""
    pieces = [(" ", field) for field in STANDARD] if template is None else _pieces(template)
    view = coach.day.today()
    if as_json:
        print_json(
            {"day": view.day, "water": view.water, "due": view.next, "kept": view.kept, "night": view.night}
        )
        return
    values = _values(view, coach.person().units)
    say(" ".join("".join(text + values.get(field, "") for text, field in pieces).split()))


def _pieces(template: str) -> list[tuple[str, str]]:
    """The template as text and the field after it; raises BadInputError for a field there is not."""
    from string import Formatter

    pieces = []
    try:
        for text, field, form, conversion in Formatter().parse(template):
            if field is not None and (field not in FIELDS or form or conversion):
                raise BadInputError(f"no field {{{field}}}", hint_for(field, FIELDS))
            pieces.append((text, field or ""))
    except ValueError as error:
        raise BadInputError(f"not a format: {template!r}: {error}", f"fields are: {', '.join(FIELDS)}") from None
    return pieces


def _values(view: TodayView, units: Unit) -> dict[str, str]:
    return {
        "water": format_amount(view.water.ml, units),
        "goal": "" if view.water.goal_ml is None else format_amount(view.water.goal_ml, units),
        "due": "" if view.next is None else view.next.text,
        "kept": f"{view.kept.days}/{view.kept.of}" if view.has_targets else "",
        "night": night_words(view.night),
    }
