"""Searching: titles before texts, medicines and foods last, slips of the finger mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.advice.links import FOODS, Address, Shelf
from coach.advice.search import Document, Finds, Index, around, held_back


def document(shelf: Shelf, id_: str, title: str, text: str, *names: str) -> Document:
    return Document(Address(shelf, id_), title, text, names)


PAGES = (
    document(Shelf.CAUSE, "deficiency", "Lack of potassium, calcium, magnesium", "Magnesium tablets failed."),
    document(Shelf.CAUSE, "age", "Age", "Tendons shorten. Many take a statin."),
    document(Shelf.MEDICINE, "statin", "Statins", "Mostly not the medicine.", "simvastatin"),
    document(Shelf.MEDICINE, "ppi", "Stomach tablets", "They can lower magnesium."),
    document(Shelf.MOVE, "hamstring-chair", "Seated hamstring stretch", "Sit tall. For the back of the thigh."),
    document(Shelf.FOOD, "banana", "Banana", "422 mg potassium"),
)


def find(said: str) -> Finds:
    return Index(PAGES).search(said)


def ids(said: str) -> list[str]:
    return [found.document.address.id for found in find(said).found]


def test_titles_come_first_then_texts_and_medicines_that_only_speak_of_it() -> None:
    assert ids("magnesium") == ["deficiency", "ppi"]
    assert ids("tablets") == ["ppi", "deficiency"]


def test_of_titles_on_one_shelf_the_one_with_the_whole_word_comes_first() -> None:
    agent, age = (document(Shelf.CAUSE, id_, id_.capitalize(), "") for id_ in ("agents", "age"))
    assert [found.document for found in Index((agent, age)).search("age").found] == [age, agent]


def test_a_medicine_is_found_by_any_of_its_names_before_the_texts() -> None:
    assert ids("simva") == ["statin"]
    assert ids("statin") == ["statin", "age"]


def test_a_warning_sign_that_speaks_of_it_comes_before_other_texts() -> None:
    sign = document(Shelf.RED_FLAG, "heart", "A heart attack", "Chest pain.")
    cause = document(Shelf.CAUSE, "age", "Age", "Chest pain is an emergency.")
    assert [found.document for found in Index((cause, sign)).search("chest pain").found] == [sign, cause]


def test_a_whole_id_counts_as_a_title_and_a_word_of_it_as_text() -> None:
    pages = (document(Shelf.CAUSE, "calf-pain", "A clot", ""), document(Shelf.MOVE, "wall", "Calf stretch", ""))
    assert [found.document for found in Index(pages).search("calf").found] == [pages[1], pages[0]]
    assert [found.document for found in Index(pages).search("calf-pain").found] == [pages[0]]


def test_foods_come_last() -> None:
    assert ids("potassium") == ["deficiency", "banana"]


@pytest.mark.parametrize(
    ("typed", "meant", "first"),
    [
        ("hamsting", "hamstring", "hamstring-chair"),
        ("magnesum", "magnesium", "deficiency"),
        ("statn", "statin", "age"),
    ],
)
def test_a_slip_of_the_finger_is_mended_and_said(typed: str, meant: str, first: str) -> None:
    finds = find(typed)
    assert finds.mended == meant
    assert finds.words == (meant,)
    assert first in [found.document.address.id for found in finds.found]


def test_every_word_must_be_there() -> None:
    assert ids("seated thigh") == ["hamstring-chair"]
    assert ids("seated banana") == []


@pytest.mark.parametrize("said", ["", "   ", "[/]", "…"])
def test_nothing_said_finds_nothing(said: str) -> None:
    assert find(said).found == ()


@pytest.mark.parametrize("said", ["zxqwvk", "x" * 10_000, "שלום"])
def test_what_is_like_nothing_finds_nothing_and_is_not_mended(said: str) -> None:
    assert find(said).found == ()
    assert find(said).mended == ""


def test_the_excerpt_is_the_sentence_that_says_it_and_empty_where_the_title_does() -> None:
    deficiency, ppi = find("magnesium").found
    assert deficiency.excerpt == ""
    assert ppi.excerpt == "They can lower magnesium."


def test_a_long_sentence_is_cut_between_words_around_the_one_that_was_sought() -> None:
    long = document(Shelf.CAUSE, "long", "Long", "word " * 60 + "magnesium " + "more " * 60)
    (found,) = Index((long,)).search("magnesium").found
    assert len(found.excerpt) <= 120
    assert "word magnesium more" in found.excerpt
    assert found.excerpt.startswith("… word")
    assert found.excerpt.endswith("more …")


@given(st.text("abc .,", max_size=300), st.integers(10, 150))
def test_what_is_cut_out_never_takes_more_than_its_room(text: str, most: int) -> None:
    assert len(around(text, ("b",), most)) <= most


class TestHeldBack:
    """What is not offered to the person stands behind the rest, and never first."""

    instead = Document(FOODS, "Foods", "")

    def order(self, said: str, *kept: str) -> list[str]:
        finds = held_back(find(said), lambda address: address.id in kept, self.instead)
        return [found.document.address.id for found in finds.found]

    def test_it_goes_behind_what_is_offered(self) -> None:
        assert self.order("magnesium", "deficiency") == ["ppi", "deficiency"]

    def test_alone_it_stands_behind_the_list(self) -> None:
        assert self.order("banana", "banana") == ["foods", "banana"]

    def test_what_is_offered_stays_in_its_order(self) -> None:
        assert self.order("magnesium") == ids("magnesium")

    def test_nothing_found_stays_nothing(self) -> None:
        assert self.order("zxqwvk", "banana") == []
