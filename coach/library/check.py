"""Does all content fit together?  Every fault with file and key."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from coach.errors import ContentError
from coach.library.library import Library
from coach.library.references import fault, reference_faults, unknown
from coach.library.shelves import everything, texts
from coach.library.wording import wording_faults
from coach.model.cause import About, Advice, Cause, LookAlike, RedFlag, Remedy
from coach.model.checklist import Item
from coach.model.condition import Condition
from coach.model.evidence import Content
from coach.model.intake import Intake
from coach.model.medicine import Medicine
from coach.model.region import Region
from coach.model.routine import Routine

CITATION = re.compile(r"\[(S\d+[a-z]?)\]")
UNREAD = "R"
"""How the list of sources marks general knowledge, which may warn and never claims."""
_CLAIMS = About | Advice | Cause | Intake | Item | Routine
_WARNINGS = Condition | LookAlike | Medicine | RedFlag | Remedy


def check_content(library: Library) -> list[ContentError]:
    """Every fault in the shipped content and in the person's own; an empty list is a clean bill.

    How things refer to each other is looked at once all shipped files can be read.
    """
    return library.broken() or [
        *library.faults,
        *reference_faults(library),
        *_citations(library),
        *_wording(library),
    ]


def _citations(library: Library) -> Iterator[ContentError]:
    """Sources that are not listed, and what shipped content says without one."""
    for where, thing in everything(library):
        text = _said(thing)
        cited = set(CITATION.findall(text))
        named = sorted({*thing.sources, *cited})
        yield from unknown(f"{where}: sources", named, library.sources, "source")
        if not library.is_own(thing):
            yield from _unsupported(where, thing)
            unread = [one for one in named if one in library.sources and library.sources[one].read == UNREAD]
            if unread and (isinstance(thing, Intake) or re.search(r"\d", CITATION.sub("", text))):
                yield fault(f"{where}: sources", f"a figure from {unread[0]}, which was not read in any text")
        if unlisted := cited - set(thing.sources):
            yield fault(f"{where}: sources", f"the text cites {', '.join(sorted(unlisted))}")


def _unsupported(where: str, thing: Content) -> Iterator[ContentError]:
    """A claim without a source; a warning may rest on clinical judgement that is marked as such."""
    if thing.sources:
        return
    if isinstance(thing, _CLAIMS):
        yield fault(f"{where}: sources", "a claim without a source")
    if isinstance(thing, _WARNINGS) and not getattr(thing, "judgement", False):
        yield fault(where, "neither a source nor marked as clinical judgement")
    if isinstance(thing, Region) and (thing.emergency or thing.advice) and not thing.judgement:
        yield fault(where, "a number without a source")


def _said(thing: Content) -> str:
    fields = msgspec.to_builtins(thing)
    return " ".join(texts({key: value for key, value in fields.items() if key not in {"id", "sources"}}))


def _wording(library: Library) -> Iterator[ContentError]:
    for where, what in wording_faults(library):
        yield ContentError(f"{where}: {what}", "say it in other words")
