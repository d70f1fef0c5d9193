"""What the pages say: sourced, linked both ways, without a dose and without a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach.library.check import CITATION
from coach.library.library import Library
from coach.model.cause import Advice, Cause, LookAlike, Remedy, Urgency
from coach.model.ruling import Topic
from coach.paths import content_root

LIBRARY = Library(content_root())
Page = Cause | Advice | LookAlike | Remedy
DOSE = re.compile(
    r"\d\s*(mg|µg|mcg|micrograms?|milligrams?|IU|drops|tablets|capsules|ml|teaspoons?)\b", re.IGNORECASE
)
PROMISE = re.compile(r"\b(cures?|prevents|detox\w*|guarantee\w*|always works?|miracle)\b", re.IGNORECASE)
POINT = re.compile(r"\bpoint(s|ed|ing)?\b", re.IGNORECASE)
LONGEST_PARAGRAPH = 480
"""Ten lines beside the list on a screen 80 columns wide."""


def pages() -> Iterator[Page]:
    yield from LIBRARY.causes.values()
    yield from LIBRARY.advice.values()
    yield from LIBRARY.lookalikes.values()
    yield from LIBRARY.remedies.values()


ALL = {page.id: page for page in pages()}


def blocks(text: str) -> list[str]:
    """The paragraphs and points of a page."""
    return [line for line in text.split("\n") if line.strip() and not line.startswith("## ")]


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_page_has_a_source_or_is_marked_as_judgement(name: str) -> None:
    page = ALL[name]
    assert page.sources or getattr(page, "judgement", False)
    assert set(page.sources) <= set(LIBRARY.sources)


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_page_cites_what_it_lists_and_lists_what_it_cites(name: str) -> None:
    assert set(CITATION.findall(ALL[name].text)) == set(ALL[name].sources)


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_page_is_not_a_wall(name: str) -> None:
    assert [block for block in blocks(ALL[name].text) if len(block) > LONGEST_PARAGRAPH] == []


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_page_gives_no_dose_and_promises_nothing(name: str) -> None:
    text = ALL[name].text
    assert DOSE.findall(text) == []
    assert PROMISE.findall(text) == []
    assert POINT.findall(text) == []


def test_everything_that_is_named_is_there() -> None:
    for page in ALL.values():
        for key, shelf in (
            ("routines", LIBRARY.routines),
            ("items", {*LIBRARY.items, "water"}),
            ("red_flags", LIBRARY.red_flags),
            ("conditions", LIBRARY.conditions),
            ("causes", LIBRARY.causes),
        ):
            assert set(getattr(page, key, ())) <= set(shelf), (page.id, key)


def test_every_routine_item_and_warning_sign_is_reached_from_a_cause() -> None:
    causes = LIBRARY.causes.values()
    assert set(LIBRARY.routines) - {name for cause in causes for name in cause.routines} == set()
    assert set(LIBRARY.items) - {name for cause in causes for name in cause.items} == set()
    assert set(LIBRARY.red_flags) - {name for cause in causes for name in cause.red_flags} == set()


def test_every_kind_of_advice_that_people_try_has_a_remedy_that_says_what_is_known() -> None:
    not_tried = {"targets", "routine", "calcium-food", "magnesium-food"}
    covered = {remedy.topic for remedy in LIBRARY.remedies.values()}
    assert {topic for topic in Topic if topic not in not_tried} - covered == set()


def test_a_look_alike_says_how_urgent_it_is() -> None:
    assert {other.id: str(other.urgency) for other in LIBRARY.lookalikes.values()} == {
        "clot": "today",
        "claudication": "soon",
        "restless-legs": "soon",
        "sciatica": "soon",
        "strain": "soon",
        "bakers-cyst": "today",
        "achilles-rupture": "today",
        "bleeding-muscle": "today",
        "compartment": "emergency",
        "muscle-breakdown": "emergency",
        "infection": "today",
        "bone-pain": "today",
        "medicine-muscle-pain": "soon",
        "spasticity": "soon",
        "low-calcium-spasm": "emergency",
    }


def test_an_urgent_look_alike_names_a_sign_of_that_urgency() -> None:
    for other in LIBRARY.lookalikes.values():
        if other.urgency is not Urgency.SOON:
            assert other.urgency in {LIBRARY.red_flags[flag].level for flag in other.red_flags}, other.id


@pytest.mark.parametrize("level", list(Urgency))
def test_a_warning_sign_has_a_source_or_is_marked_as_judgement(level: Urgency) -> None:
    flags = [flag for flag in LIBRARY.red_flags.values() if flag.level is level]
    assert flags
    assert [flag.id for flag in flags if not flag.sources and not flag.judgement] == []


def test_a_change_of_colour_is_told_for_all_skins() -> None:
    for flag in LIBRARY.red_flags.values():
        said = f"{flag.signs} {flag.ask}"
        if re.search(r"\bred\b", said):
            assert re.search(r"darker or purple", said), flag.id
        if re.search(r"\bpale\b", said):
            assert re.search(r"grey or blue", said), flag.id
