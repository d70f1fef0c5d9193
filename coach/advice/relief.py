"""What to do about the cramp that is happening now, for this person, in the order that is safe."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from coach.advice.safety import Safety, Withheld
from coach.model.cause import RedFlag, Relief, ReliefStep, Urgency
from coach.model.ruling import Topic

QUESTION = (
    "Was the leg swollen, hot or darker before the cramp? Chest pain, breathless? New weakness, not just soreness?"
)
CLOT_QUESTION = "Was one leg swollen, hot, darker or throbbing before this began?"
CLOT_RISK = "raised-clot-risk"


class LeftOut(msgspec.Struct, frozen=True):
    """A step that is withheld, and why."""

    text: str
    why: Withheld


class ReliefPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The steps in order; those that wait for the red-flag question come after `question`.

    `ask_first` means that the clot question must be answered before anything else is shown; `cautions` say
    how this person does the steps.
    """

    site: str
    name: str
    steps: tuple[ReliefStep, ...]
    question: str
    ask_first: bool
    left_out: tuple[LeftOut, ...]
    cautions: tuple[str, ...]
    follow_up: tuple[str, ...]
    never: str


def plan_relief(relief: Relief, safety: Safety, *, clot_ruled_out: bool = False) -> ReliefPlan:
    """The relief of one site as this person may do it; the first step is always there.

    Rubbing and warmth wait until the clot question was answered with no (`clot_ruled_out`).
    """
    if clot_ruled_out:
        answered = {(CLOT_RISK, topic) for topic in Topic}
        safety = msgspec.structs.replace(safety, cleared=safety.cleared | answered)
    kept: list[ReliefStep] = []
    left_out: list[LeftOut] = []
    for step in sorted(relief.steps, key=lambda step: step.after_question):
        if why := safety.why_withheld(step.withhold_if, step.topics):
            left_out.append(LeftOut(step.text, why))
        else:
            kept.append(step)
    ask_first = CLOT_RISK in safety.held
    return ReliefPlan(
        site=relief.id,
        name=relief.name,
        steps=tuple(kept),
        question=CLOT_QUESTION if ask_first else QUESTION,
        ask_first=ask_first,
        left_out=tuple(left_out),
        cautions=safety.cautions(dict.fromkeys(topic for step in kept for topic in step.topics)),
        follow_up=relief.follow_up,
        never=relief.never,
    )


def by_urgency(flags: Mapping[str, RedFlag]) -> tuple[tuple[Urgency, tuple[RedFlag, ...]], ...]:
    """The red flags in three lists, the most urgent first."""
    return tuple((level, tuple(flag for flag in flags.values() if flag.level == level)) for level in Urgency)
