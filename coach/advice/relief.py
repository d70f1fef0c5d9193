"""What to do about the cramp that is happening now, for this person, in the order that is safe."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

import msgspec

from coach.advice.safety import Safety, Withheld
from coach.model.cause import RedFlag, Relief, ReliefStep, Urgency
from coach.model.entry import Side, Site
from coach.model.pose import Muscle, Pose
from coach.model.profile import Profile
from coach.model.ruling import Topic

QUESTION = (
    "Was the leg swollen, hot or darker before the cramp? Chest pain, breathless? New weakness, not just soreness?"
)
QUESTION_AFTER = (
    "Is the leg still swollen, hot or darker? Chest pain, breathless? New weakness, not just soreness?"
)
CLOT_QUESTION = "Was one leg swollen, hot, darker or throbbing before this began?"
CLOT_RISK = "raised-clot-risk"
UNTOUCHED = ("suspected-dvt", "red-flag-active")
"""With one of these a leg is neither stretched nor rubbed nor warmed, not even afterwards."""
REST = (
    "It has let go. Rest the leg: no stretch, no rubbing, no warmth.",
    "Have it looked at before you stretch it again. The red flags say how soon.",
)
_MUSCLES = {
    Site.CALF: Muscle.CALF,
    Site.FOOT: Muscle.FOOT_SOLE,
    Site.SHIN: Muscle.SHIN,
    Site.HAMSTRING: Muscle.HAMSTRING,
    Site.QUADRICEPS: Muscle.QUADRICEPS,
    Site.INNER_THIGH: Muscle.INNER_THIGH,
}
_OTHER = {Side.LEFT: "right", Side.RIGHT: "left"}


class LeftOut(msgspec.Struct, frozen=True):
    """A step that is withheld, and why."""

    text: str
    why: Withheld


class ReliefPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The steps in order; those that wait for the red-flag question come after `question`.

    `ask_first` means that the clot question must be answered before anything else is shown; `cautions` say
    how this person does the steps. `rest_only` comes in the place of `follow_up` when a red flag fits.
    """

    site: str
    name: str
    steps: tuple[ReliefStep, ...]
    question: str
    ask_first: bool
    left_out: tuple[LeftOut, ...]
    cautions: tuple[str, ...]
    follow_up: tuple[str, ...]
    rest_only: tuple[str, ...] = REST
    never: str


def plan_relief(
    relief: Relief, safety: Safety, *, clot_ruled_out: bool = False, by_night: bool = False
) -> ReliefPlan:
    """The relief of one site as this person may do it; the first step is always there.

    Rubbing and warmth wait until the clot question was answered with no (`clot_ruled_out`). What follows
    depends on whether it is night for this person.
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
    rest, ask = REST
    rest_only = tuple(line for line in (rest, relief.by_night if by_night else "", ask) if line)
    return ReliefPlan(
        site=relief.id,
        name=relief.name,
        steps=tuple(kept),
        question=CLOT_QUESTION if ask_first else QUESTION,
        ask_first=ask_first,
        left_out=tuple(left_out),
        cautions=safety.cautions(dict.fromkeys(topic for step in kept for topic in step.topics)),
        follow_up=rest_only if safety.held.intersection(UNTOUCHED) else _follow_up(relief, by_night=by_night),
        rest_only=rest_only,
        never=relief.never,
    )


def _follow_up(relief: Relief, *, by_night: bool) -> tuple[str, ...]:
    first, *further = relief.follow_up
    now = relief.by_night if by_night else relief.by_day
    return tuple(line for line in (first, now, *further) if line)


def for_leg(text: str, side: Side | None) -> str:
    """A step with the leg named where it is known: the left leg, and the good side that is the right one."""
    if side is None or side not in _OTHER:
        return text
    return text.replace("cramped leg", f"{side.value} leg").replace("good side", f"{_OTHER[side]} side")


def limb_named(name: str, side: Side | None) -> str:
    """The cramping muscle with its side: `left calf`, `back of the left thigh`."""
    lower = name[:1].lower() + name[1:]
    if side is None:
        return lower
    if side is Side.BOTH:
        return f"{lower}, both legs"
    before, of_the, after = lower.partition(" of the ")
    return f"{before}{of_the}{side.value} {after}" if of_the else f"{side.value} {lower}"


def glowing(pose: Pose, site: str) -> Pose:
    """The pose with the muscle that cramps as what glows, in the one leg."""
    muscle = _MUSCLES.get(Site(site)) if site in set(Site) else None
    return msgspec.structs.replace(pose, target=(muscle,) if muscle else (), both_legs=False)


def in_bed_hours(at: time, profile: Profile) -> bool:
    """Whether the person is usually in bed at that time of day, by their waking hours."""
    if profile.awake_from <= profile.awake_until:
        return not profile.awake_from <= at < profile.awake_until
    return profile.awake_until <= at < profile.awake_from


def by_urgency(flags: Mapping[str, RedFlag]) -> tuple[tuple[Urgency, tuple[RedFlag, ...]], ...]:
    """The red flags in three lists, the most urgent first."""
    return tuple((level, tuple(flag for flag in flags.values() if flag.level == level)) for level in Urgency)
