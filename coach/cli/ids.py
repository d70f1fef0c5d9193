"""What a word on the command line may be, offered at the tab key: real ids, the person's own too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from coach.cli.environment import Environment
from coach.errors import CoachError
from coach.model.cramp_words import ACTIVITY, RELEASED_BY, TRIGGERS
from coach.model.entry import KINDS, Site
from coach.service.coach import Coach

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from coach.model.cause import Advice, Cause, LookAlike, Remedy

Offers = Iterable[tuple[str, str]]
"""Ids, each with what it is called."""
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def offering(ids: Callable[[Coach], Offers]) -> Completer:
    """A completer that offers those of `ids` that begin as typed, for one word; none when they cannot be read."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        if param.nargs != 1 and ctx.params.get(param.name or ""):
            return []
        surroundings = ctx.ensure_object(Environment)
        surroundings.data = ctx.find_root().params.get("data")
        wanted = incomplete.lower()
        try:
            return [
                CompletionItem(one, help=name) for one, name in ids(surroundings.coach) if one.startswith(wanted)
            ]
        except (CoachError, OSError):
            return []

    return complete


def _pages(coach: Coach) -> Iterator[tuple[str, str]]:
    """What `coach causes` has a page of, by its id."""
    library = coach.library
    yield library.about.id, library.about.title
    pages: Iterable[Cause | Advice | LookAlike | Remedy] = chain(
        library.causes.values(), library.advice.values(), library.lookalikes.values(), library.remedies.values()
    )
    yield from ((page.id, page.title) for page in pages)


def _profile_keys(coach: Coach) -> Iterator[tuple[str, str]]:
    """Every profile key, spelt out for the items, conditions and routines that there are."""
    from coach.model.setting import KEYS

    library = coach.library
    many: dict[str, Iterable[str]] = {
        "vessel.NAME": coach.person().vessels,
        "item.": library.items,
        "condition.": [one.id for one in library.conditions.values() if not one.derived],
        "routine.": library.routines,
    }
    for key, what in KEYS.items():
        prefix = next((prefix for prefix in many if key.startswith(prefix)), None)
        if prefix is not None:
            yield from ((key.replace("NAME", one).replace("ID", one), what) for one in many[prefix])
        elif "ID" not in key:
            yield key, what


def _setting_keys(_: Coach) -> Offers:
    from coach.model.keys import ACTIONS
    from coach.service.settings import KEYS

    return {**KEYS, **{f"keymap.{action.id}": action.does for action in ACTIONS}}.items()


items = offering(lambda coach: ((item.id, item.label) for item in coach.library.items.values()))
ticks = offering(
    lambda coach: (
        *((item.id, item.label) for item in coach.library.items.values()),
        *((mark.id, mark.name) for mark in coach.marks.known().values()),
    )
)
routines = offering(lambda coach: ((one.id, one.name) for one in coach.library.routines.values()))
moves = offering(lambda coach: ((move.id, move.name) for move in coach.library.moves.values()))
foods = offering(lambda coach: ((food.id, food.name) for food in coach.library.foods.values()))
drinks = offering(lambda coach: ((drink.id, drink.name) for drink in coach.library.drinks.values()))
vessels = offering(lambda coach: ((name, f"{ml:g} ml") for name, ml in coach.person().vessels.items()))
causes = offering(_pages)
medicines = offering(lambda coach: ((one.id, one.name) for one in coach.library.medicines.values()))
sites = offering(lambda coach: ((one.id, one.name) for one in coach.library.reliefs.values()))
muscles = offering(lambda _: ((str(site), "") for site in Site))
released_by = offering(lambda _: ((word, "") for word in RELEASED_BY))
activities = offering(lambda _: ((word, "") for word in ACTIVITY))
triggers = offering(lambda _: ((word, "") for word in TRIGGERS))
kinds = offering(lambda _: ((kind, "") for kind in KINDS if kind != "profile"))
profile_keys = offering(_profile_keys)
setting_keys = offering(_setting_keys)
