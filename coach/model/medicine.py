"""A medicine that goes together with cramps or leg pain."""

from __future__ import annotations

from coach.model.evidence import Content, Evidence

DO_NOT_STOP = (
    "Do not stop or change a prescribed medicine on your own: some are dangerous to stop suddenly. "
    "Tell your pharmacist or prescriber that cramps started or got worse after it was started or changed."
)
SHOW_THIS = "Show this page to your pharmacist."


class Medicine(Content, frozen=True, kw_only=True):
    """A class of medicines: `found` is what was seen and how strongly, `warning` what matters more than cramps.

    `exception` marks the few of which the sentence “do not stop it on your own” is not the whole truth.
    `conditions` are those that somebody who takes it would tick. `judgement` marks clinical judgement without a
    text of its own.
    """

    name: str
    examples: tuple[str, ...]
    evidence: Evidence
    found: str
    warning: str = ""
    exception: str = ""
    causes: tuple[str, ...] = ("medicines",)
    conditions: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    judgement: bool = False
