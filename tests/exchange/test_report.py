"""The report for a clinician: what it counts."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

import pytest

from coach.diary.diary import Draft
from coach.errors import BadInputError
from coach.exchange.report import Report
from coach.exchange.report_words import sections
from coach.exchange.sheet import BOM
from coach.exchange.told import Since
from coach.service.coach import Coach
from coach.service.reporting import ReportFormat
from tests.support.clock import FakeClock
from tests.support.ninety_days import BEGAN, QUESTIONS, keep_ninety_days

TODAY = date(2026, 11, 22)


def add(coach: Coach, kind: str, back: int, **fields: object) -> None:
    coach.diary.add([Draft(kind, TODAY - timedelta(days=back), fields)], kind)


def said(made: Report, section: str) -> dict[str, str]:
    return {fact.about: fact.said for part in sections(made) if part.title == section for fact in part.facts}


def test_an_empty_diary_has_a_report_too(coach: Coach) -> None:
    made = coach.reports.make()
    assert (made.first, made.last, made.days) == (date(2026, 8, 25), TODAY, 90)
    assert (made.cramps, made.answered, made.per_week, made.pain) == (0, 0, None, None)
    short = said(made, "In short")
    assert short["Days with a cramp"] == "no day was answered"
    assert short["Pain, 0 to 10"] == "not said"
    assert "?" in coach.reports.text(ReportFormat.HTML)


def test_unanswered_days_count_neither_as_good_nor_as_bad(coach: Coach) -> None:
    add(coach, "cramp", 1, pain=6, minutes=2, woke=True, side="left")
    add(coach, "cramp", 1, pain=8, minutes=12, side="right")
    add(coach, "cramp", 3, site="foot", woke=False)
    add(coach, "night", 4, cramps=0)
    add(coach, "night", 7, cramps=2)
    made = coach.reports.make(30)
    assert (made.answered, made.cramp_days, made.cramps, made.woken) == (4, 3, 5, 1)
    assert made.per_week == 5.2
    assert made.over_ten_minutes == 1
    assert made.pain is not None
    assert (made.pain.median, made.pain.least, made.pain.most, made.pain.of) == (7, 6, 8, 2)
    assert [(place.name, place.left, place.right, place.unknown) for place in made.places] == [
        ("calf", 1, 1, 0),
        ("foot", 0, 0, 1),
    ]
    assert said(made, "Where") == {"Calf": "2 (left 1, right 1)", "Foot": "1 (leg not said 1)"}


def test_days_outside_are_not_counted(coach: Coach) -> None:
    add(coach, "cramp", 30)
    add(coach, "cramp", 29)
    assert coach.reports.make(30).cramps == 1
    assert coach.reports.make(31).cramps == 2


def test_weeks_begin_as_the_persons_do_and_the_outer_ones_may_be_short(coach: Coach) -> None:
    add(coach, "cramp", 0)
    add(coach, "night", 9, cramps=0)
    weeks = coach.reports.make(10).weeks
    assert [(week.first, week.days, week.answered, week.cramp_days) for week in weeks] == [
        (date(2026, 11, 13), 3, 0, 0),
        (date(2026, 11, 16), 7, 1, 1),
    ]
    assert [week.answered for week in coach.reports.make(11).weeks] == [1, 1]
    coach.profile.set("week_starts", "sunday")
    assert [(week.first, week.days) for week in coach.reports.make(10).weeks] == [
        (date(2026, 11, 13), 2),
        (date(2026, 11, 15), 7),
        (date(2026, 11, 22), 1),
    ]


@pytest.mark.parametrize("days", [6, 367, -1])
def test_a_number_of_days_that_cannot_be_is_refused(coach: Coach, days: int) -> None:
    with pytest.raises(BadInputError, match=f"cannot report {days} days"):
        coach.reports.make(days)


def test_medicines_conditions_and_warning_signs_have_their_days(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    told = coach.reports.make().told
    assert told.answered == date(2026, 8, 20)
    assert told.medicines == (Since(coach.library.conditions["thiazide"].name, date(2026, 8, 20)),)
    assert told.conditions == (Since("high blood pressure", date(2026, 8, 20)),)
    assert told.warning_signs == (Since("signs of a clot in one leg", date(2026, 10, 3), date(2026, 10, 5)),)
    assert coach.reports.make(14).told.warning_signs == ()


def test_what_was_taken_off_and_ticked_again_counts_from_then(coach: Coach, clock: FakeClock) -> None:
    for back, word in ((40, "yes"), (30, "no"), (20, "yes")):
        clock.set(datetime.combine(TODAY - timedelta(days=back), datetime.min.time().replace(hour=12)))
        coach.profile.set("condition.statin", word)
    clock.set(datetime(2026, 11, 22, 20))
    before, since = coach.reports.make().told.medicines
    assert (before.day, before.until) == (TODAY - timedelta(days=40), TODAY - timedelta(days=30))
    assert (since.day, since.until) == (TODAY - timedelta(days=20), None)
    assert said(coach.reports.make(), "Medicines ticked")[""] == (
        "a statin (13 Oct 2026 to 23 Oct 2026); a statin (since 2 Nov 2026)."
    )
    assert coach.reports.make(14).told.medicines == (since,)


def test_a_slip_of_one_day_is_no_medicine_but_a_warning_sign_is_one(coach: Coach) -> None:
    for one in ("lithium", "suspected-dvt"):
        coach.profile.set(f"condition.{one}", "yes")
        coach.profile.set(f"condition.{one}", "no")
    told = coach.reports.make().told
    assert told.medicines == ()
    assert told.warning_signs == (Since("signs of a clot in one leg", TODAY, TODAY),)


def test_what_was_answered_about_signs_at_the_cramps_has_its_days(coach: Coach) -> None:
    add(coach, "cramp", 3)
    assert "Asked about at the cramps" not in said(coach.reports.make(), "Warning signs")
    for back, signs in ((4, False), (9, True), (7, True), (7, True)):
        add(coach, "cramp", back, signs=signs)
    assert said(coach.reports.make(), "Warning signs")["Asked about at the cramps"] == (
        "a sign fitted on 13 Nov, 15 Nov; none fitted at 1 cramp; not answered at 1"
    )
    for back in range(20, 28):
        add(coach, "cramp", back, signs=True)
    assert said(coach.reports.make(), "Warning signs")["Asked about at the cramps"].startswith(
        "a sign fitted on 10 days, lately 30 Oct, 31 Oct, 1 Nov, 2 Nov, 13 Nov, 15 Nov; none"
    )


def test_questions_are_the_notes_that_ask(coach: Coach) -> None:
    for back, text in enumerate(
        ["Slept well", "Is it the heat?", "ask about shoes", "Question: tablets", "Asking price"]
    ):
        add(coach, "note", back, text=text)
    add(coach, "note", 5, text="why then?", of="abcdef12")
    add(coach, "cramp", 6, note="Was it the tablet?")
    made = coach.reports.make()
    assert [question.text for question in made.questions] == [
        "Is it the heat?",
        "ask about shoes",
        "Question: tablets",
        "why then?",
        "Was it the tablet?",
    ]
    for number in range(5):
        add(coach, "note", 10, text=f"and {number}?")
    made = coach.reports.make()
    assert (len(made.questions), made.more_questions) == (5, 5)


def test_long_texts_are_cut_at_a_word(coach: Coach) -> None:
    add(coach, "note", 0, text="why " * 300 + "?")
    add(coach, "cramp", 0, triggers=["a very long story of what might have brought it on, day by day"])
    made = coach.reports.make()
    assert len(made.questions[0].text) <= 220
    assert made.questions[0].text.endswith("why …")
    assert len(made.triggers[0].name) <= 40


class Text(HTMLParser):
    """What a browser would show, and the elements it would make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


def test_every_format_says_the_same(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    made = coach.reports.make()
    facts = [fact for part in sections(made) for fact in part.facts]
    html = "".join(Text(coach.reports.text(ReportFormat.HTML)).shown)
    assert [fact.said for fact in facts if fact.said not in html] == []
    sheet = coach.reports.text(ReportFormat.CSV)
    assert sheet.startswith(BOM)
    rows = list(csv.reader(io.StringIO(sheet.removeprefix(BOM))))
    assert {fact.said for fact in facts} <= {row[2] for row in rows}
    text = re.sub(r"\\(.)", r"\1", coach.reports.text(ReportFormat.MD))
    assert [fact.said for fact in facts if fact.said not in text] == []
    as_json = json.loads(coach.reports.text(ReportFormat.JSON))
    assert as_json["cramps"] == made.cramps
    assert as_json["experiments"][0]["id"] == BEGAN.isoformat()
    assert [question["text"] for question in as_json["questions"]] == list(QUESTIONS)


def test_it_asks_for_nothing_from_outside(coach: Coach, clock: FakeClock) -> None:
    keep_ninety_days(coach, clock)
    html = coach.reports.text(ReportFormat.HTML)
    page = Text(html)
    assert not page.tags & {"script", "img", "link", "iframe", "object", "embed", "a", "form", "base"}
    assert not page.attributes & {"src", "href", "srcset", "action"}
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html
    assert re.findall(r"https?://\S+?\"", html) == ['http://www.w3.org/2000/svg"']
