"""What holds for this person of something that people try."""

from __future__ import annotations

import msgspec

from coach.advice.safety import Safety, Withheld
from coach.model.cause import Remedy
from coach.model.ruling import Ruling

NOTHING_KNOWN = "nothing you told coach changes what this page says. What you did not tick is not cleared by that."


class ForYou(msgspec.Struct, frozen=True):
    """The ruling, and what is said of it, to be read after "for you:"."""

    ruling: Ruling
    text: str


def for_you(remedy: Remedy, safety: Safety) -> ForYou | None:
    """What is done with a remedy for this person; None when it is a matter of nobody's health.

    The rule on its topic decides. A condition that its page names, and on which no rule speaks, asks first.
    """
    if remedy.topic is None and not remedy.conditions:
        return None
    verdict = safety.verdict(remedy.topic) if remedy.topic else None
    if verdict and (withheld := verdict.withheld):
        return ForYou(verdict.ruling, _said(withheld))
    asking = [one for one in remedy.conditions if one in safety.held and not _ruled(one, remedy, safety)]
    if asking and (reason := safety.why_withheld(asking)):
        first = msgspec.structs.replace(reason, ruling=Ruling.ASK)
        return ForYou(Ruling.ASK, f"{first.how}: {first.name}. {first.why} Ask {first.ask}.")
    if verdict and verdict.ruling is Ruling.REWORD:
        return ForYou(Ruling.REWORD, f"because of {verdict.name}: {verdict.text}")
    if not safety.answered:
        return ForYou(Ruling.SHOW, "the safety questions are not answered yet, and not answered is not cleared.")
    return ForYou(Ruling.SHOW, NOTHING_KNOWN)


def _ruled(condition: str, remedy: Remedy, safety: Safety) -> bool:
    """Whether the table has a rule for that condition on the remedy's topic, perhaps unlocked by a clinician."""
    return condition in safety.known and remedy.topic in safety.known[condition].rules


def _said(withheld: Withheld) -> str:
    if withheld.ruling is Ruling.LIMIT:
        return f"your own limit: {withheld.why}"
    return f"{withheld.how}: {withheld.name}. {withheld.why} {withheld.way_on}"
