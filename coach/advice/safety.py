"""What this person's health says about each kind of advice and each move: the strictest rule wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from coach.model.condition import UNANSWERED, Condition
from coach.model.entry import Cramp, Site
from coach.model.position import Position
from coach.model.profile import Profile
from coach.model.ruling import Rule, Ruling, Topic

if TYPE_CHECKING:
    from coach.model.move import Move

CLEARED_FOR = timedelta(days=365)
"""How long a clinician's yes holds before coach asks again (review 2.1)."""
LASTS_WEEKS = 28
"""What lasts at least this many days is spoken of when it has run out."""
SAID_FOR = 14
_CRAMP_TODAY = {Site.CALF: "calf-cramp-today", Site.FOOT: "foot-cramp-today", Site.TOES: "foot-cramp-today"}
_UPRIGHT = frozenset({Position.STANDING, Position.WALKING, Position.KNEELING, Position.HALF_KNEELING})
_FLAT = frozenset({Position.SUPINE})
_NO_RULE = Rule(ruling=Ruling.SHOW)


class Withheld(msgspec.Struct, frozen=True):
    """Why something is left out for this person, and whom to ask; as words it is a reason to read after "is"."""

    condition: str
    name: str
    why: str
    ask: str
    ruling: Ruling = Ruling.WITHHOLD

    def __str__(self) -> str:
        how = "withheld until a clinician says yes" if self.ruling is Ruling.ASK else "withheld"
        return f"{how}: {self.name}. {self.why} {self.way_on}"

    @property
    def how(self) -> str:
        """The short mark: `ask first` for what a clinician can say yes to, else `withheld`."""
        return "ask first" if self.ruling is Ruling.ASK else "withheld"

    @property
    def way_on(self) -> str:
        """What the person can do about it, as a sentence."""
        if self.condition == UNANSWERED:
            return "Answer a few questions about your health first."
        if self.ruling is Ruling.ASK:
            return f"Ask {self.ask}; when they say yes, note it in your profile."
        return f"Ask {self.ask}."


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is done with one kind of advice: `text` is said, `asking` are the conditions that wait for a yes.

    A yes to all of `asking` unlocks it only where the ruling is `ask`; a stricter one stays.
    """

    topic: Topic
    ruling: Ruling
    condition: str = ""
    name: str = ""
    text: str = ""
    ask: str = ""
    asking: tuple[str, ...] = ()

    @property
    def withheld(self) -> Withheld | None:
        """Why it is not offered; None when it is, perhaps in other words."""
        if self.ruling.offers:
            return None
        return Withheld(self.condition, self.name, self.text, self.ask, self.ruling)


class Safety(msgspec.Struct, frozen=True):
    """The conditions that hold for the person now, what is known of each, and what a clinician said yes to."""

    held: frozenset[str]
    known: Mapping[str, Condition]
    cleared: frozenset[tuple[str, Topic]] = frozenset()

    @property
    def answered(self) -> bool:
        """Whether the person has answered the safety questions."""
        return UNANSWERED not in self.held

    def verdict(self, topic: Topic) -> Verdict:
        """The strictest rule on `topic`; of equally strict ones, that of the gravest condition.

        Rules that reword are all said.
        """
        ruling = [one for one in self._gravest_first(self.held) if self._rule(one, topic) is not _NO_RULE]
        if not ruling:
            return Verdict(topic=topic, ruling=Ruling.SHOW)
        strictest = max((self._rule(one, topic).ruling for one in ruling), key=lambda ruling: ruling.strictness)
        equally = self._not_followed([one for one in ruling if self._rule(one, topic).ruling is strictest])
        said = [self._rule(one, topic).text or self.known[one].why for one in equally]
        condition = self.known[equally[0]]
        return Verdict(
            topic=topic,
            ruling=strictest,
            condition=condition.id,
            name=condition.name,
            text=" ".join(dict.fromkeys(said)) if strictest is Ruling.REWORD else said[0],
            ask=condition.ask,
            asking=tuple(one for one in ruling if self._rule(one, topic).ruling is Ruling.ASK),
        )

    @property
    def waiting(self) -> tuple[Verdict, ...]:
        """What a clinician's yes would unlock, in the order of the topics."""
        return tuple(verdict for topic in Topic if (verdict := self.verdict(topic)).ruling is Ruling.ASK)

    def cautions(self, topics: Iterable[Topic]) -> tuple[str, ...]:
        """What is said beside a thing with these topics where it is offered in other words."""
        verdicts = [self.verdict(topic) for topic in topics]
        return tuple(dict.fromkeys(one.text for one in verdicts if one.ruling is Ruling.REWORD))

    def why_withheld(self, tags: Iterable[str] = (), topics: Iterable[Topic] = ()) -> Withheld | None:
        """Why a thing with these `withhold_if` tags and topics is left out; None when nothing speaks against it.

        Of several reasons it is the strictest, then the gravest: conditions are listed with those that stop
        everything first. One that only follows from another is no reason beside that other.
        """
        reasons = [verdict.withheld for topic in topics if (verdict := self.verdict(topic)).withheld]
        if holding := self._gravest_first(tag for tag in tags if tag in self.held):
            reasons.append(self._described(self._not_followed(holding)[0]))
        given = [reason for reason in reasons if reason]
        order = self._gravest_first(reason.condition for reason in given)
        return min(
            given, key=lambda reason: (-reason.ruling.strictness, order.index(reason.condition)), default=None
        )

    def why_no_move(self, move: Move) -> Withheld | None:
        """Why this person should not do a move; None when nothing speaks against it."""
        return self.why_withheld(move.withhold_if, topics_of(move))

    def _rule(self, condition: str, topic: Topic) -> Rule:
        known = self.known.get(condition)
        if known is None or topic not in known.rules:
            return _NO_RULE
        rule = known.rules[topic]
        return _NO_RULE if rule.ruling is Ruling.ASK and (condition, topic) in self.cleared else rule

    def _gravest_first(self, conditions: Iterable[str]) -> list[str]:
        wanted = set(conditions)
        return (
            [*(one for one in self.known if one in wanted), *sorted(wanted - self.known.keys())] if wanted else []
        )

    def _not_followed(self, conditions: list[str]) -> list[str]:
        followed = {implied for one in conditions if one in self.known for implied in self.known[one].implies}
        return [one for one in conditions if one not in followed] or conditions

    def _described(self, tag: str) -> Withheld:
        known = self.known.get(tag)
        if known is None:
            return Withheld(tag, tag.replace("-", " "), "It does not go with what you told coach.", "a clinician")
        return Withheld(tag, known.name, known.why, known.ask)


def topics_of(move: Move) -> tuple[Topic, ...]:
    """The kinds of advice that a move is one of: by its position, and for what it takes to do it.

    A move that begins on a chair is done standing when it is not for those who cannot stand.
    """
    topics = []
    if move.position in _UPRIGHT or "cannot-stand-safely" in move.withhold_if:
        topics.append(Topic.STANDING)
    if move.position in _FLAT:
        topics.append(Topic.LYING_FLAT)
    if move.leans:
        topics.append(Topic.LEANING)
    return tuple(topics)


def safety_now(
    profile: Profile, cramps_today: Iterable[Cramp], known: Mapping[str, Condition], today: date
) -> Safety:
    """What holds on `today`: what was told and has not run out, what follows from it, the day's cramps.

    Who has not answered the safety questions is not cleared of anything. A clinician's yes holds for 365 days.
    """
    held = set(profile.conditions) - expired(profile, known, today)
    held |= {_CRAMP_TODAY[cramp.site] for cramp in cramps_today if cramp.site in _CRAMP_TODAY}
    if profile.age is not None and profile.age.is_child:
        held.add("under-18")
    if profile.limit_ml is not None:
        held.add("fluid-limit")
    if profile.answered is None:
        held.add(UNANSWERED)
    unfollowed = list(held)
    while unfollowed:
        condition = known.get(unfollowed.pop())
        new = set(condition.implies if condition else ()) - held
        held |= new
        unfollowed.extend(new)
    cleared = frozenset(
        what for what, said_on in profile.cleared.items() if timedelta() <= today - said_on < CLEARED_FOR
    )
    return Safety(frozenset(held), known, cleared)


def expired(profile: Profile, known: Mapping[str, Condition], today: date) -> frozenset[str]:
    """The conditions that were told so long ago that they no longer hold, as an operation 13 weeks ago."""
    return frozenset(
        one
        for one in profile.conditions
        if one in known
        and (lasts := known[one].lasts_days) is not None
        and one in profile.since
        and (today - profile.since[one]).days >= lasts
    )


def run_out(profile: Profile, known: Mapping[str, Condition], today: date) -> str | None:
    """The name and the age of something recent that ran out in the last two weeks; None when nothing did.

    What holds for days only, like a tablet tonight, runs out in silence.
    """
    for one in known:
        lasts = known[one].lasts_days or 0
        if lasts < LASTS_WEEKS or one not in expired(profile, known, today):
            continue
        age = (today - profile.since[one]).days
        if age < lasts + SAID_FOR:
            return f"{known[one].name} (you said so {age // 7} weeks ago)"
    return None
