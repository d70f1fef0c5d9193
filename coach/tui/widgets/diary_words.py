"""What the pictures of the diary say in words: titles, legends, and the day or week under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from textual.content import Content

from coach.advice.describe import describe
from coach.advice.history import (
    STRETCH_STEPS_MIN,
    WATER_STEPS_ML,
    DayHistory,
    Measure,
    SiteHistory,
    WeekHistory,
)
from coach.model.amount import Unit, format_amount
from coach.model.notation import Notation
from coach.model.time_of_day import HourClock, time_of_day
from coach.tui.text import plain

UNKNOWN, NONE = "·", "o"
SHADES = "░▒▓█"
"""How little to how much looks, without any colour."""


class Naming(NamedTuple):
    """A measure in words: what it is called, what its bars are, and the theme's colour of it."""

    name: str
    of_week: str
    colour: str


NAMES = {
    Measure.CRAMPS: Naming("Cramps", "Cramps a week", "$accent"),
    Measure.WATER: Naming("Water", "Water a day", "$water"),
    Measure.STRETCHING: Naming("Stretching", "Stretching a week", "$primary"),
}


def counted(number: int, word: str) -> str:
    """`no cramp`, `1 cramp`, `3 cramps`."""
    return f"{number or 'no'} {word}{'s' if number > 1 else ''}"


def span_words(first: date, last: date) -> str:
    """`24 Nov 2025 to 22 Nov 2026`; the year once, when it is the same."""
    begins = f"{first.day} {first:%b}" + (f" {first.year}" if first.year != last.year else "")
    return f"{begins} to {last.day} {last:%b} {last.year}"


def cramp_words(day: DayHistory) -> str:
    """What is known of the cramps of a day."""
    return "not answered" if day.cramps is None else counted(day.cramps, "cramp")


def stretch_words(stretched_s: float, stretches: int) -> str:
    """`6 min`; a tick without minutes is only ticked, and nothing is nothing."""
    if stretched_s >= 30:
        return f"{round(stretched_s / 60)} min"
    return "under 1 min" if stretched_s else "ticked" if stretches else ""


def title_of_days(measure: Measure, days: Sequence[DayHistory]) -> Content:
    """What the days together had: two lines."""
    if not days:
        return Content("")
    said = {Measure.CRAMPS: _all_cramps, Measure.WATER: _all_water, Measure.STRETCHING: _all_stretching}
    return _title(NAMES[measure].name, days[0].day, days[-1].day, said[measure](days), _next(measure))


def title_of_weeks(measure: Measure, weeks: Sequence[WeekHistory], last: date) -> Content:
    """What the bars are, from when to when, and what stands beneath them."""
    if not weeks:
        return Content("")
    beneath = {
        Measure.CRAMPS: "beneath: nights answered, median pain, median minutes",
        Measure.WATER: "mean of the days logged; beneath: cramps, nights answered",
        Measure.STRETCHING: "minutes held; beneath: cramps, nights answered",
    }
    return _title(NAMES[measure].of_week, weeks[0].first, last, beneath[measure], _next(measure))


def title_of_sites(days: Sequence[DayHistory], beside: str, other: str) -> Content:
    """Which cramps the figure shows and which stand `beside` it; `other` is the time that the key goes on to."""
    if not days:
        return Content("")
    cramps = sum(len(day.logged) for day in days)
    return _title(
        "Where",
        days[0].day,
        days[-1].day,
        "; ".join(filter(None, [f"{counted(cramps, 'cramp')} logged", beside])),
        other,
    )


def legend(measure: Measure, unit: Unit) -> Content:
    """What the signs of the calendar mean."""
    match measure:
        case Measure.CRAMPS:
            signs = [(UNKNOWN, "not answered"), (NONE, "no cramp")]
            shades = list(zip(SHADES[1:], ("one", "two", "more"), strict=True))
        case Measure.WATER:
            signs = [(UNKNOWN, "none")]
            bounds = [format_amount(ml, unit) for ml in WATER_STEPS_ML]
            if unit in {Unit.OUNCE, Unit.PINT}:
                bounds[:-1] = [bound.partition(" ")[0] for bound in bounds[:-1]]
            shades = _steps(bounds)
        case Measure.STRETCHING:
            signs = [(UNKNOWN, "none")]
            shades = _steps(f"{minutes}" for minutes in STRETCH_STEPS_MIN)
            shades[-1] = (shades[-1][0], f"{shades[-1][1]} min")
    colours = {UNKNOWN: "$faint", NONE: "$success"}
    parts: list[tuple[str, str]] = []
    for sign, meaning in (*signs, *shades):
        parts += [(sign, colours.get(sign, NAMES[measure].colour)), (f" {meaning}", "$muted"), ("   ", "")]
    return Content.assemble(*parts[:-1])


def _steps(bounds: Iterable[str]) -> list[tuple[str, str]]:
    """Each shade with the amounts it stands for."""
    known = list(bounds)
    meanings = [f"<{known[0]}", *(f"{bound}+" for bound in known)]
    return list(zip(SHADES, meanings, strict=True))


def day_lines(day: DayHistory, notation: Notation) -> Content:
    """The day under the cursor and the night after it: three lines."""
    name = f"{day.day:%A} {day.day.day} {day.day:%B} {day.day.year} and the night after it"
    drunk = "no drink logged" if day.water_ml is None else f"{format_amount(day.water_ml, notation.units)} drunk"
    stretched = stretch_words(day.stretched_s, day.stretches)
    done = f"stretched{'' if stretched == 'ticked' else f' {stretched}'}" if stretched else "no stretch logged"
    return Content.assemble((name, "bold"), "\n", _night(day, notation), "\n", (f"{drunk}, {done}", "$muted"))


def _night(day: DayHistory, notation: Notation) -> Content:
    if day.cramps is None:
        return Content.styled(f"{UNKNOWN} not answered whether there was a cramp", "$muted")
    if not day.cramps:
        return Content.styled(f"{NONE} no cramp", "$success")
    said = "; ".join(
        f"{_time(cramp.at, notation.clock)}{describe(cramp, notation.units)[:200]}" for cramp in day.logged
    )
    return Content.assemble((counted(day.cramps, "cramp"), "$accent"), ": " if said else "", plain(said))


def week_lines(week: WeekHistory, unit: Unit) -> Content:
    """The week under the cursor: three lines."""
    cramps = f"{counted(week.cramps, 'cramp')} on {counted(week.cramp_days, 'day')}" if week.cramps else "no cramp"
    if not week.answered:
        cramps = "not answered"
    parts = [cramps, f"{week.answered} of {week.days} days and nights answered"]
    medians = []
    if week.pain is not None:
        medians.append(f"median pain {week.pain:g} of 10")
    if week.minutes is not None:
        medians.append(f"median {week.minutes:g} min")
    drunk = "no drink logged" if week.water_ml is None else f"{format_amount(week.water_ml, unit)} a day"
    stretched = stretch_words(week.stretched_s, week.stretches)
    done = f"stretched {stretched}".replace(" ticked", "") if stretched else "no stretch logged"
    return Content.assemble(
        (f"Week from {week.first:%A} {week.first.day} {week.first:%B} {week.first.year}", "bold"),
        "\n",
        ", ".join(parts),
        "\n",
        (", ".join([*medians, drunk, done]), "$muted"),
    )


def site_line(sites: Sequence[SiteHistory]) -> str:
    """The site with the most cramps, in words."""
    if not sites:
        return "no cramp logged in this time"
    most = sites[0]
    parts = [f"{most.site.replace('-', ' ')} most: {counted(most.cramps, 'cramp')}"]
    if most.pain is not None:
        parts.append(f"median pain {most.pain:g} of 10")
    if most.minutes is not None:
        parts.append(f"median {most.minutes:g} min")
    return ", ".join(parts)


def _title(name: str, first: date, last: date, said: str, other: str) -> Content:
    """Two lines; the key that changes what is shown stands with what it goes on to."""
    key = (("f", "$primary"), (f" {other}", "$muted"))
    return Content.assemble(
        (name, "bold"), (f"   {span_words(first, last)}   ", "$muted"), *key, (f"\n{said}", "$muted")
    )


def _next(measure: Measure) -> str:
    measures = list(Measure)
    return NAMES[measures[(measures.index(measure) + 1) % len(measures)]].name.lower()


def _all_cramps(days: Sequence[DayHistory]) -> str:
    cramps, with_cramp = sum(day.cramps or 0 for day in days), sum(bool(day.cramps) for day in days)
    free = sum(day.cramps == 0 for day in days)
    unknown = len(days) - with_cramp - free
    found = f"{counted(cramps, 'cramp')} on {counted(with_cramp, 'day')}" if cramps else "no cramp known"
    return f"{found}, {free} without, {unknown} not answered"


def _all_water(days: Sequence[DayHistory]) -> str:
    logged = sum(day.water_ml is not None for day in days)
    return f"logged on {counted(logged, 'day')}"


def _all_stretching(days: Sequence[DayHistory]) -> str:
    return f"on {counted(sum(bool(day.stretches) for day in days), 'day')}"


def _time(at: datetime | None, clock: HourClock) -> str:
    return f"{time_of_day(at, clock)} " if at is not None else ""
