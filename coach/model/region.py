"""Whom to call, by region."""

from __future__ import annotations

import msgspec

from coach.model.evidence import Content

ANYWHERE = "your local emergency number (112 works from mobiles in many countries)"
ADVICE_ANYWHERE = "an urgent medical advice line"


class Region(Content, frozen=True, kw_only=True):
    """Numbers of one region, as read in a text; an empty one is not known well enough to be printed.

    `judgement` marks numbers that are common knowledge there, without a text of their own.
    """

    name: str
    emergency: str = ""
    advice: str = ""
    judgement: bool = False


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to call, as it is said: a number, or words where none is known for certain."""

    emergency: str = ANYWHERE
    advice: str = ADVICE_ANYWHERE

    def fill(self, text: str) -> str:
        """`text` with whom to call in the place of `{emergency}` and `{advice}`."""
        return text.replace("{emergency}", self.emergency).replace("{advice}", self.advice)


def numbers_for(region: Region | None, own_emergency: str = "", own_advice: str = "") -> Numbers:
    """Whom to call: the person's own numbers, else their region's, else the words for anywhere.

    No number stands here that is not the region's: 111 is an advice line in one country and the emergency
    number in another.
    """
    return Numbers(
        emergency=own_emergency or (region.emergency if region else "") or ANYWHERE,
        advice=own_advice or (region.advice if region else "") or ADVICE_ANYWHERE,
    )
