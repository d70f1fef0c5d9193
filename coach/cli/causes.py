"""Why legs cramp, and everything else there is to read, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click
import msgspec

from coach.advice.for_you import for_you
from coach.advice.links import FOODS, INTAKES, MEDICINES, RED_FLAGS, Address, Shelf
from coach.advice.search import Finds
from coach.cli import ids
from coach.cli.cause_pages import SOON, show_page
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.see_also import command_for, related_object
from coach.errors import BadInputError
from coach.model.cause import Cause
from coach.service.coach import Coach


@click.command()
@click.argument("word", nargs=-1, metavar="[ID|WORD]", shell_complete=ids.causes)
@json_option
@pass_coach
def causes(coach: Coach, word: tuple[str, ...], as_json: bool) -> None:
    """Why legs cramp, what may help, what is no cramp, what people try: a list, one page, or a search.

    With an ID it is that page; `coach causes about` says what a cramp is. With any other WORD it is a search over
    everything that coach knows, medicines and foods last.
    """
    wanted = " ".join(word).strip()
    address = coach.search.named(wanted.lower())
    if not wanted:
        _show_lists(coach, as_json=as_json)
    elif address is None:
        _show_finds(coach, wanted, as_json=as_json)
    elif as_json:
        print_json(_page_object(coach, address))
    else:
        show_page(coach, address)


def _page_object(coach: Coach, address: Address) -> dict[str, Any]:
    known, id_ = coach.knowledge, address.id
    content: msgspec.Struct
    more: dict[str, Any] = {}
    match address.shelf:
        case Shelf.ABOUT:
            content = known.about
        case Shelf.CAUSE:
            return _cause_object(coach, known.causes[id_], known.concerning())
        case Shelf.ADVICE:
            content = known.advice[id_]
        case Shelf.LOOK_ALIKE:
            content = coach.search.lookalikes[id_]
        case Shelf.REMEDY:
            content = coach.search.remedies[id_]
            yours = for_you(coach.search.remedies[id_], coach.day.safety())
            more = {"for_you": msgspec.to_builtins(yours)}
        case Shelf.RED_FLAG:
            content = known.red_flags[id_]
        case _:
            content = known.items[id_]
            why = coach.day.safety().why_withheld(known.items[id_].withhold_if, known.items[id_].topics)
            more = {"withheld": str(why) if why else None}
    return _whole(coach, address, content) | more


def _cause_object(coach: Coach, cause: Cause, concerning: Mapping[str, str]) -> dict[str, Any]:
    whole = _whole(coach, Address(Shelf.CAUSE, cause.id), cause)
    return whole | {"concerns_you": concerning.get(cause.id)}


def _whole(coach: Coach, address: Address, content: msgspec.Struct) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(content)
    related = [related_object(coach, link) for link in coach.search.related(address)]
    named = {"id": address.id, "name": coach.search.title(address), "kind": str(address.shelf)}
    return named | fields | {"related": related}


def _show_lists(coach: Coach, *, as_json: bool) -> None:
    known = coach.knowledge
    concerning = known.concerning()
    if as_json:
        print_json([_cause_object(coach, cause, concerning) for cause in known.causes.values()])
        return
    table(
        (cause.id, cause.title, f"{cause.evidence} evidence", concerning.get(cause.id, ""))
        for cause in known.causes.values()
    )
    _show_group("What may help", ((a.id, a.title, f"{a.evidence} evidence") for a in known.advice.values()))
    others = coach.search.lookalikes.values()
    _show_group("Look-alikes", ((other.id, other.title, SOON[other.urgency]) for other in others))
    tried = coach.search.remedies.values()
    _show_group("What people try", ((one.id, one.title, f"{one.evidence} evidence") for one in tried))
    _show_group(
        "To look up",
        (
            (command_for(coach, address), coach.search.title(address))
            for address in (RED_FLAGS, MEDICINES, FOODS, INTAKES)
        ),
    )
    say()
    say("One of them: coach causes ID. What a cramp is: coach causes about.")
    say("To search everything: coach causes WORD.")


def _show_group(title: str, rows: Iterable[tuple[str, ...]]) -> None:
    say()
    say(title)
    table(rows)


def _show_finds(coach: Coach, wanted: str, *, as_json: bool) -> None:
    finds = coach.search(wanted)
    if not finds.found:
        raise BadInputError(f"nothing speaks of {wanted!r}", "say it in another word, or see: coach causes")
    if as_json:
        print_json([_find_object(coach, finds, place) for place in range(len(finds.found))])
        return
    if finds.mended:
        say(f"Nothing speaks of {wanted}; taken for {finds.mended}.")
        say()
    widest = max(len(found.document.address.id) for found in finds.found)
    for found in finds.found:
        address = found.document.address
        say(f"{address.id:<{widest}}  {found.document.title} ({address.shelf})")
        if found.excerpt:
            paragraph(found.excerpt, indent=widest + 2)
        say(command_for(coach, address), indent=widest + 2)


def _find_object(coach: Coach, finds: Finds, place: int) -> dict[str, Any]:
    found = finds.found[place]
    return related_object(coach, found.document.address) | {
        "excerpt": found.excerpt,
        "taken_for": finds.mended or None,
    }
