"""Medicines that go together with cramps, in lines."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from coach.advice.links import Address, Shelf
from coach.cli import ids
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import paragraph, print_json, say, table
from coach.cli.see_also import show_see_also
from coach.model.medicine import DO_NOT_STOP, SHOW_THIS, Medicine
from coach.service.coach import Coach


@click.command()
@click.argument("word", nargs=-1, metavar="[ID|WORD]", shell_complete=ids.medicines)
@json_option
@pass_coach
def medicines(coach: Coach, word: tuple[str, ...], as_json: bool) -> None:
    """Medicines that go together with cramps or leg pain: all, or those of a name.

    What is not on the list is not cleared by that: ask your pharmacist.
    """
    found = coach.knowledge.medicines(" ".join(word))
    if as_json:
        print_json([_medicine_object(coach, medicine) for medicine in found])
    elif len(found) == 1:
        _show_medicine(coach, found[0])
    else:
        _show_list(coach, found)


def _medicine_object(coach: Coach, medicine: Medicine) -> dict[str, Any]:
    """Each carries the sentence and the exceptions, so that none can be shown without them."""
    fields: dict[str, Any] = msgspec.to_builtins(medicine)
    exceptions = [coach.knowledge.cited(text) for text in coach.knowledge.exceptions()]
    return fields | {"do_not_stop": DO_NOT_STOP, "exceptions": exceptions, "show_this": SHOW_THIS}


def _show_list(coach: Coach, found: list[Medicine]) -> None:
    _show_rule(coach)
    say()
    table((one.id, one.name, _grade(one), ", ".join(one.examples)) for one in found)
    say()
    say("One of them: coach medicines ID. What is not on the list is not cleared by that: ask your pharmacist.")


def _show_medicine(coach: Coach, medicine: Medicine) -> None:
    known = coach.knowledge
    say(medicine.name)
    paragraph(", ".join(medicine.examples), first="For example: ")
    say()
    _show_rule(coach)
    say()
    paragraph(f"{_grade(medicine)}. {known.cited(medicine.found)}", first="What was found: ")
    if medicine.warning:
        paragraph(known.cited(medicine.warning), first="Mind: ")
    if flags := [known.red_flags[flag] for flag in medicine.red_flags]:
        say()
        say("Warning signs")
        for flag in flags:
            paragraph(flag.signs, indent=2, first="- ")
            paragraph(flag.action, indent=4, first="Do: ")
    if sources := known.sources(medicine.sources):
        say()
        say("Sources")
        for source in sources:
            paragraph(f"{source.short}: {source.title}. {source.by}", indent=2, first="- ")
    show_see_also(coach, Address(Shelf.MEDICINE, medicine.id))


def _show_rule(coach: Coach) -> None:
    paragraph(f"{DO_NOT_STOP} {SHOW_THIS}")
    say("Three exceptions:")
    for exception in coach.knowledge.exceptions():
        paragraph(coach.knowledge.cited(exception), indent=2, first="- ")


def _grade(medicine: Medicine) -> str:
    return "clinical judgement" if medicine.judgement else f"{medicine.evidence} evidence"
