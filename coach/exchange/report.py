"""What a clinician is told: one page's worth of the diary, as values; others put it into words and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median

import msgspec

from coach.advice.days import cramp_days, day_of_cramp
from coach.advice.experiment_view import ExperimentView
from coach.advice.history import first_of_week
from coach.advice.pattern_view import PatternsView
from coach.exchange.told import Told
from coach.model.entry import Cramp, Entry, Night, Note, Session, Side, Tick
from coach.model.text import clean

LONG_MINUTES = 10
"""A cramp that holds on for longer than this is a same-day matter."""
MOST_TALLIES = 5
MOST_QUESTIONS = 5
LONGEST_QUESTION = 220
LONGEST_NAME = 40


class Week(msgspec.Struct, frozen=True):
    """Seven days from `first` on (fewer at both ends): days that were answered, and those of them with a cramp."""

    first: date
    days: int
    answered: int
    cramp_days: int


class Spread(msgspec.Struct, frozen=True):
    """The middle, the least and the most of `of` values."""

    median: float
    least: float
    most: float
    of: int


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """How many cramps a muscle had, by leg; `unknown` are those of which the leg was not said."""

    name: str
    left: int
    right: int
    both: int
    unknown: int

    @property
    def total(self) -> int:
        return self.left + self.right + self.both + self.unknown


class Tally(msgspec.Struct, frozen=True):
    """Something and how often."""

    name: str
    times: int


class Question(msgspec.Struct, frozen=True):
    """A line that the person wrote down to ask."""

    day: date
    text: str


class Signs(msgspec.Struct, frozen=True):
    """What was answered about warning signs at the cramps: days on which one fitted, and cramps by answer."""

    fitted: tuple[date, ...]
    none_fitted: int
    unanswered: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The days from `first` to `last`, each from getting up to getting up; lists are cut to fit one page.

    `per_week` is days with a cramp in seven answered days, `woken` days whose cramp woke the person, `activities`
    what they did before, `triggers` what they suspect, `tried` by days. Pain is 0 to 10.
    """

    made: datetime
    first: date
    last: date
    days: int
    answered: int
    cramps: int
    cramp_days: int
    woken: int
    per_week: float | None
    over_ten_minutes: int
    signs: Signs
    pain: Spread | None
    minutes: Spread | None
    weeks: tuple[Week, ...]
    places: tuple[Place, ...]
    released_by: tuple[Tally, ...]
    activities: tuple[Tally, ...]
    triggers: tuple[Tally, ...]
    tried: tuple[Tally, ...]
    experiments: tuple[ExperimentView, ...]
    patterns: PatternsView
    told: Told
    see_professional: str | None
    questions: tuple[Question, ...]
    more_questions: int


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What the report says beside the entries themselves."""

    experiments: tuple[ExperimentView, ...]
    patterns: PatternsView
    told: Told
    see_professional: str | None


def report_of(
    entries: Sequence[Entry],
    last: date,
    days: int,
    *,
    made: datetime,
    awake_from: time,
    week_starts: int,
    beside: Beside,
) -> Report:
    """The `days` days up to `last`, by weeks from `week_starts` (0 is Monday); `entries` reach a day further."""
    first = last - timedelta(days=days - 1)
    answers = {day: known for day, known in cramp_days(entries, awake_from).items() if first <= day <= last}
    cramps = [
        entry for entry in entries if isinstance(entry, Cramp) and first <= day_of_cramp(entry, awake_from) <= last
    ]
    with_cramp = sum(answers.values())
    questions = [asked for entry in entries if first <= entry.day <= last and (asked := _question(entry))]
    return Report(
        made=made,
        first=first,
        last=last,
        days=days,
        answered=len(answers),
        cramps=_count(entries, cramps, answers, awake_from),
        cramp_days=with_cramp,
        woken=len({day_of_cramp(cramp, awake_from) for cramp in cramps if cramp.woke}),
        per_week=round(7 * with_cramp / len(answers), 1) if answers else None,
        over_ten_minutes=sum((cramp.minutes or 0) > LONG_MINUTES for cramp in cramps),
        signs=Signs(
            fitted=tuple(dict.fromkeys(day_of_cramp(cramp, awake_from) for cramp in cramps if cramp.signs)),
            none_fitted=sum(cramp.signs is False for cramp in cramps),
            unanswered=sum(cramp.signs is None for cramp in cramps),
        ),
        pain=_spread(cramp.pain for cramp in cramps),
        minutes=_spread(cramp.minutes for cramp in cramps),
        weeks=tuple(_weeks(answers, first, last, week_starts)),
        places=_places(cramps),
        released_by=_tallies(means for cramp in cramps for means in cramp.released_by),
        activities=_tallies(cramp.activity for cramp in cramps),
        triggers=_tallies(trigger for cramp in cramps for trigger in cramp.triggers),
        tried=_tried(entries, first, last),
        experiments=beside.experiments,
        patterns=beside.patterns,
        told=beside.told,
        see_professional=beside.see_professional,
        questions=tuple(reversed(questions))[:MOST_QUESTIONS],
        more_questions=max(0, len(questions) - MOST_QUESTIONS),
    )


def _count(
    entries: Iterable[Entry], cramps: Sequence[Cramp], answers: Mapping[date, bool], awake_from: time
) -> int:
    """How many cramps there were: those logged, and those that an answer about a night knows besides."""
    logged = Counter(day_of_cramp(cramp, awake_from) for cramp in cramps)
    told = {entry.day - timedelta(days=1): entry.cramps for entry in entries if isinstance(entry, Night)}
    return sum(max(logged[day], told.get(day, 0)) for day in answers)


def _weeks(answers: Mapping[date, bool], first: date, last: date, week_starts: int) -> Iterable[Week]:
    """The weeks from `first` to `last`; the first and the last one may have fewer days."""
    begins = first_of_week(first, week_starts)
    while begins <= last:
        days = [day for day in (begins + timedelta(days=n) for n in range(7)) if first <= day <= last]
        known = [answers[day] for day in days if day in answers]
        yield Week(days[0], len(days), len(known), sum(known))
        begins += timedelta(days=7)


def _spread(values: Iterable[float | None]) -> Spread | None:
    known = sorted(value for value in values if value is not None)
    return Spread(median(known), known[0], known[-1], len(known)) if known else None


def _places(cramps: Sequence[Cramp]) -> tuple[Place, ...]:
    sites = Counter(cramp.site for cramp in cramps)

    def on(site: str, side: Side | None) -> int:
        return sum(cramp.site == site and cramp.side is side for cramp in cramps)

    return tuple(
        Place(
            name=site.replace("-", " "),
            left=on(site, Side.LEFT),
            right=on(site, Side.RIGHT),
            both=on(site, Side.BOTH),
            unknown=on(site, None),
        )
        for site, _ in sites.most_common()
    )


def _tallies(said: Iterable[str]) -> tuple[Tally, ...]:
    """The commonest of what was said, in small letters, cut to a line."""
    counted = Counter(short(one.lower(), LONGEST_NAME) for one in said if one.strip())
    return tuple(Tally(name, times) for name, times in counted.most_common(MOST_TALLIES))


def _tried(entries: Iterable[Entry], first: date, last: date) -> tuple[Tally, ...]:
    """Routines done to the end and items ticked, by how many days, the most first."""
    days: dict[str, set[date]] = {}
    for entry in entries:
        if not first <= entry.day <= last:
            continue
        if isinstance(entry, Session) and entry.finished:
            days.setdefault(f"{short(entry.title, LONGEST_NAME)} (routine)", set()).add(entry.day)
        elif isinstance(entry, Tick):
            days.setdefault(short(entry.label, LONGEST_NAME), set()).add(entry.day)
    most = sorted(days.items(), key=lambda done: (-len(done[1]), done[0]))
    return tuple(Tally(name, len(done)) for name, done in most[:MOST_TALLIES])


def _question(entry: Entry) -> Question | None:
    """What a note asks, of a day, an entry or a cramp: one with a question mark, or that begins with `ask`."""
    text = entry.text if isinstance(entry, Note) else entry.note if isinstance(entry, Cramp) else ""
    if "?" not in text and not text.lower().startswith(("ask ", "ask:", "question")):
        return None
    return Question(entry.day, short(text, LONGEST_QUESTION))


def short(text: str, longest: int) -> str:
    """`text` on one line, without control characters, cut at a word to at most `longest` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= longest else f"{line[: longest - 2].rsplit(' ', 1)[0]} …"
