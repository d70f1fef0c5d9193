"""The report in words: titled sections of facts, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from coach.advice.experiment_view import ExperimentView, Period, progress_words
from coach.exchange.report import LONGEST_NAME, Place, Report, Signs, Spread, Tally, short
from coach.exchange.told import Since

MOST_FINDINGS = 3
MOST_EXPERIMENTS = 2
MOST_PLACES = 5
MOST_SIGN_DAYS = 6
LONGEST_WARNING = 300


class Fact(msgspec.Struct, frozen=True):
    """A fact, and what it is about; `about` is empty when the fact speaks for itself."""

    about: str
    said: str


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands under it."""

    title: str
    facts: tuple[Fact, ...]


def title_of(report: Report) -> str:
    """`Leg cramps, 25 August 2026 to 22 November 2026`."""
    return f"Leg cramps, {day_words(report.first)} to {day_words(report.last)}"


def footing(report: Report) -> str:
    """How the report came about and how it counts."""
    return (
        "Written down by the person themselves with coach, a diary programme; no clinician has checked it. "
        "A day runs from getting up to getting up, so that a night's cramp counts for the day before it. "
        "A day without an answer counts neither as good nor as bad. "
        f"Made on {day_words(report.made.date())}."
    )


def sections(report: Report) -> tuple[Section, ...]:
    """Everything the report says, in the order it is read."""
    found = (
        Section("In short", tuple(_in_short(report))),
        Section("Where", tuple(_places(report.places))),
        Section("Around the cramps", tuple(_around(report))),
        Section("Warning signs", tuple(_warning_signs(report))),
        Section("What was tried", tuple(_tried(report))),
        Section("What happened together", tuple(_patterns(report))),
        Section("Medicines ticked", _since(report.told.medicines)),
        Section("Conditions ticked", _since(report.told.conditions)),
        Section("Questions to ask", tuple(_questions(report))),
    )
    return tuple(section for section in found if section.facts)


def day_words(day: date) -> str:
    """`22 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def _in_short(report: Report) -> Iterable[Fact]:
    weekly = "no day was answered" if report.per_week is None else f"{report.per_week:g} in seven answered days"
    yield Fact("Days with a cramp", weekly)
    yield Fact("Cramps", f"{report.cramps} on {_days(report.cramp_days)}")
    yield Fact("Answered", f"{report.answered} of {report.days} days and nights")
    yield Fact("Nights woken by a cramp", str(report.woken))
    yield Fact("Pain, 0 to 10", _spread(report.pain, ""))
    yield Fact("Duration", _spread(report.minutes, " min"))


def _spread(spread: Spread | None, unit: str) -> str:
    if spread is None:
        return "not said"
    of = "1 cramp" if spread.of == 1 else f"{spread.of} cramps"
    return f"median {spread.median:g}{unit}, {spread.least:g} to {spread.most:g}{unit} ({of})"


def _places(places: Sequence[Place]) -> Iterable[Fact]:
    for place in places[:MOST_PLACES]:
        sides = [
            f"{name} {number}"
            for name, number in (
                ("left", place.left),
                ("right", place.right),
                ("both", place.both),
                ("leg not said", place.unknown),
            )
            if number
        ]
        yield Fact(place.name.capitalize(), f"{place.total} ({', '.join(sides)})")
    if others := sum(place.total for place in places[MOST_PLACES:]):
        yield Fact("Elsewhere", str(others))


def _around(report: Report) -> Iterable[Fact]:
    for about, tallies in (
        ("Before it", report.activities),
        ("Suspected by the person", report.triggers),
        ("What released it", report.released_by),
    ):
        if tallies:
            yield Fact(about, _listed(tallies))


def _listed(tallies: Iterable[Tally]) -> str:
    return "; ".join(f"{tally.name} ({tally.times})" for tally in tallies)


def _warning_signs(report: Report) -> Iterable[Fact]:
    if report.told.answered is None:
        yield Fact("Safety questions", "never answered")
    else:
        yield Fact("Safety questions", f"answered on {day_words(report.told.answered)}")
    for sign in report.told.warning_signs:
        until = f", taken off on {day_words(sign.until)}" if sign.until else ", still ticked"
        yield Fact(f"{sign.name[0].upper()}{sign.name[1:]}", f"ticked on {day_words(sign.day)}{until}")
    if not report.told.warning_signs:
        yield Fact("Signs", "none ticked in these days, which does not mean that each was asked about")
    if report.signs.fitted or report.signs.none_fitted:
        yield Fact("Asked about at the cramps", _signs(report.signs))
    if report.over_ten_minutes:
        yield Fact("Longer than ten minutes", f"{report.over_ten_minutes} of the cramps")
    if report.see_professional:
        yield Fact("Why coach said to ask", report.see_professional)


def _signs(signs: Signs) -> str:
    """`a sign fitted on 3 Oct, 9 Oct; none fitted at 12 cramps; not answered at 30`."""
    listed = ", ".join(_short_day(day) for day in signs.fitted[-MOST_SIGN_DAYS:])
    lately = f"{len(signs.fitted)} days, lately " if len(signs.fitted) > MOST_SIGN_DAYS else ""
    fitted = f"a sign fitted on {lately}{listed}"
    none = "1 cramp" if signs.none_fitted == 1 else f"{signs.none_fitted} cramps"
    return "; ".join(
        said
        for said, holds in (
            (fitted, signs.fitted),
            (f"none fitted at {none}", signs.none_fitted),
            (f"not answered at {signs.unanswered}", signs.unanswered),
        )
        if holds
    )


def _tried(report: Report) -> Iterable[Fact]:
    if report.tried:
        yield Fact("Days on which it was done", _listed(report.tried))
    for view in report.experiments[:MOST_EXPERIMENTS]:
        yield Fact(short(view.name, LONGEST_NAME), _experiment(view))


def _experiment(view: ExperimentView) -> str:
    done = f"Done on {view.after.done} of {_days(view.after.of)}" if view.after.of else ""
    parts = [progress_words(view), done, *_beside(view)]
    said = " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)
    return " ".join((said, view.verdict, *(short(warning, LONGEST_WARNING) for warning in view.warnings)))


def _beside(view: ExperimentView) -> Iterable[str]:
    before, after = (_burden(period) for period in (view.before, view.after))
    if before and after:
        yield f"Medians before: {before}; with it: {after}"


def _burden(period: Period) -> str:
    parts = [
        "" if period.pain is None else f"pain {period.pain:g}",
        "" if period.minutes is None else f"{period.minutes:g} min",
    ]
    return ", ".join(part for part in parts if part)


def _patterns(report: Report) -> Iterable[Fact]:
    patterns = report.patterns
    span = f"{day_words(patterns.first)} to {day_words(patterns.last)}"
    yield Fact("", f"{patterns.answered} answered days, {span}. {patterns.summary}")
    for row in patterns.found[:MOST_FINDINGS]:
        yield Fact("", " ".join(part for part in (row.said, row.note) if part))
    for row in patterns.rows:
        if row.note and not row.found:
            yield Fact("", f"{row.said} {row.note}")
    if patterns.left_out:
        yield Fact("", " ".join(patterns.left_out))


def _since(ticked: Iterable[Since]) -> tuple[Fact, ...]:
    said = "; ".join(f"{one.name} ({_span(one)})" for one in ticked)
    return (Fact("", f"{said}."),) if said else ()


def _span(ticked: Since) -> str:
    if ticked.until is None:
        return f"since {_short_day(ticked.day)} {ticked.day.year}"
    return f"{_short_day(ticked.day)} {ticked.day.year} to {_short_day(ticked.until)} {ticked.until.year}"


def _short_day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _questions(report: Report) -> Iterable[Fact]:
    for question in report.questions:
        yield Fact(_short_day(question.day), question.text)
    if report.more_questions:
        yield Fact("", f"and {report.more_questions} more in the diary")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
