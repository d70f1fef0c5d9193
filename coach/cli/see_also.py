"""What a page leads to, as the commands that show it."""

from __future__ import annotations

from itertools import groupby

from coach.advice.links import FOODS, INTAKES, MEDICINES, RED_FLAGS, Address, Shelf
from coach.cli.printing import say, table
from coach.service.coach import Coach

MOST_NAMED = 8
"""Of more links of one kind only the list is named."""
_COMMANDS = {
    Shelf.ROUTINE: "coach routines",
    Shelf.MOVE: "coach moves",
    Shelf.MEDICINE: "coach medicines",
    Shelf.FOOD: "coach foods",
    Shelf.RED_FLAG: "coach red-flags",
    Shelf.ITEM: "coach today",
}
_LISTS = {
    RED_FLAGS: "coach red-flags",
    MEDICINES: "coach medicines",
    FOODS: "coach foods",
    INTAKES: "coach foods --intakes",
}
_SEVERAL = {
    Shelf.RED_FLAG: "warning signs",
    Shelf.ROUTINE: "routines",
    Shelf.MOVE: "moves",
    Shelf.MEDICINE: "medicines",
    Shelf.FOOD: "foods",
    Shelf.ITEM: "items of the checklist",
}


def command_for(coach: Coach, address: Address) -> str:
    """The command that shows a page; that of its list where the id alone is another page's."""
    if address in _LISTS:
        return _LISTS[address]
    if coach.search.named(address.id) == address:
        return f"coach causes {address.id}"
    command = _COMMANDS.get(address.shelf, "coach causes")
    return command if address.shelf in {Shelf.RED_FLAG, Shelf.ITEM} else f"{command} {address.id}"


def related_object(coach: Coach, address: Address) -> dict[str, str]:
    """A page as a program knows it: `id`, `name`, `kind`, and the command that shows it."""
    return {
        "id": address.id,
        "name": coach.search.title(address),
        "kind": str(address.shelf),
        "command": command_for(coach, address),
    }


def show_see_also(coach: Coach, address: Address) -> None:
    """Name the pages that the one at `address` leads to; nothing when it leads to none."""
    rows: list[tuple[str, str]] = []
    related = coach.search.related(address)
    withheld = coach.search.withheld(related)
    for shelf, group in groupby(related, key=lambda link: link.shelf):
        links = list(group)
        if len(links) > MOST_NAMED and shelf in _SEVERAL:
            rows.append((_COMMANDS[shelf], f"{len(links)} {_SEVERAL[shelf]}"))
        else:
            for link in links:
                command, how = command_for(coach, link), f" ({withheld[link].how})" if link in withheld else ""
                if link not in _LISTS or command not in dict(rows):
                    rows.append((command, f"{coach.search.title(link)}{how}"))
    if rows:
        say()
        say("See also")
        table(rows, indent=2)
