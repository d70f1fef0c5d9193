"""Each kind of page says what it must, for this person, and leads on to what belongs to it."""

from __future__ import annotations

import re

import pytest
from textual.widgets import OptionList

from coach.advice.links import Address
from coach.errors import BadInputError
from coach.model.medicine import DO_NOT_STOP, SHOW_THIS
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.dialogs.choice import ChoiceDialog
from coach.tui.screens.pages.making import make_page
from tests.support.tui import screen_text, wait_for
from tests.tui.causes_shown import TALL, cursor, go_to, page_text, page_title


def same(text: str) -> str:
    """Text as `page_text` gives it."""
    return " ".join(text.split())


@pytest.mark.usefixtures("answered")
async def test_medicines_always_come_with_the_rule_and_its_exceptions(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "list:medicines")
        await wait_for(pilot, lambda: page_title(app) == "Medicines linked with cramps")
        whole = page_text(app)
        await pilot.press("slash", *"salmeterol", "enter")
        await wait_for(pilot, lambda: page_title(app).startswith("Long-acting inhalers"))
        for text in (whole, page_text(app)):
            assert same(DO_NOT_STOP) in text
            assert SHOW_THIS in text
            for exception in coach.knowledge.exceptions():
                assert same(coach.knowledge.cited(exception)) in text
        for medicine in coach.knowledge.medicines():
            assert same(medicine.name) in whole
            assert medicine.examples[0] in whole


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    ("condition", "row", "said"),
    [
        ("", "remedy:heat", "nothing you told coach changes what this page says"),
        ("condition.kidney-disease", "remedy:potassium-foods", "ask first: kidney disease"),
        ("condition.kidney-disease", "remedy:potassium-tablets", "withheld: kidney disease"),
        ("condition.fluid-limit", "remedy:drinking-more", "your own limit: "),
        ("condition.anticoagulant", "remedy:vitamin-k2", "ask first: "),
    ],
)
async def test_what_people_try_says_first_what_holds_for_the_person(
    coach: Coach, condition: str, row: str, said: str
) -> None:
    if condition:
        coach.profile.set(condition, "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, row)
        await wait_for(pilot, lambda: "for you" in page_text(app))
        text = page_text(app)
        assert f"for you {said}" in text
        assert text.index("for you") < text.index("evidence")


async def test_until_the_questions_are_answered_what_people_try_is_withheld(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "remedy:massage")
        await wait_for(pilot, lambda: "for you withheld: the safety questions are not answered" in page_text(app))


@pytest.mark.usefixtures("answered")
async def test_a_look_alike_gives_the_clue_and_how_soon_before_all_else(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        for other in coach.search.lookalikes.values():
            go_to(app, f"look-alike:{other.id}")
            said = [other.clue, *(coach.knowledge.red_flags[flag].signs for flag in other.red_flags)]
            await wait_for(pilot, lambda: all(same(text) in page_text(app) for text in said))  # noqa: B023
            assert page_text(app).startswith(same(other.title))
            assert page_text(app).index(same(other.clue)) < page_text(app).index("WARNING SIGNS")


@pytest.mark.usefixtures("answered")
async def test_foods_stand_by_name_and_with_kidney_disease_with_the_warning(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "list:foods")
        await wait_for(pilot, lambda: "BY NAME" in page_text(app))
        text = page_text(app)
        assert "nothing here is a suggestion" not in text
        assert "Banana 1 medium 422 6 32 1" in text
        names = [food.name for food in coach.knowledge.foods()]
        at = [text.index(f" {name} ") for name in sorted(names, key=str.casefold)]
        assert at == sorted(at)
        coach.profile.set("condition.kidney-disease", "yes")
        await pilot.press("1", "2")
        await wait_for(pilot, lambda: "nothing here is a suggestion" in page_text(app))
        assert page_text(app).index("kidney disease") < page_text(app).index("BY NAME")


@pytest.mark.usefixtures("answered")
async def test_no_milligrams_are_shown_to_someone_for_whom_numbers_are_harm(coach: Coach) -> None:
    coach.profile.set("condition.eating-disorder", "yes")
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "list:foods")
        await wait_for(pilot, lambda: "Banana" in page_text(app))
        assert "422" not in page_text(app)
        await pilot.press("slash", *"banana", "down", "enter")
        await wait_for(pilot, lambda: page_title(app) == "Banana")
        assert "422" not in page_text(app)
        assert "Withheld: " in page_text(app)


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(("key", "value"), [("age", "under-18"), ("condition.kidney-disease", "yes")])
async def test_reference_intakes_are_withheld_with_the_reason(coach: Coach, key: str, value: str) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        go_to(app, "list:intakes")
        await wait_for(pilot, lambda: "US: women 2600 mg" in page_text(app))
        coach.profile.set(key, value)
        await pilot.press("1", "2")
        await wait_for(pilot, lambda: "US: women 2600 mg" not in page_text(app))
        assert "POTASSIUM –" in page_text(app)


@pytest.mark.usefixtures("answered")
async def test_a_move_tells_how_and_how_much_and_starts_a_routine_that_has_it(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await pilot.press("slash", *"wall calf", "enter")
        await wait_for(pilot, lambda: page_title(app) == "Wall calf stretch")
        move = coach.knowledge.moves["calf-wall"]
        text = page_text(app)
        at = [text.index(same(said)) for said in (move.start, *move.cues)]
        assert at == sorted(at)
        assert "2 × 30 s each leg" in text
        assert "Routines Bedtime" in text
        assert "Causes " in text
        await pilot.press("s")
        await wait_for(pilot, lambda: "Which one?" in screen_text(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))


async def test_a_withheld_move_says_why_and_names_the_gentler_one(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=TALL, notifications=True) as pilot:
        await pilot.press("slash", *"wall calf", "enter")
        await wait_for(pilot, lambda: page_title(app) == "Wall calf stretch")
        assert "Withheld: the safety questions are not answered yet" in page_text(app)
        assert "Gentler: Chair toe pull" in page_text(app)


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_o_opens_what_the_page_leads_to_and_escape_goes_back_the_way_it_came(
    coach: Coach, size: tuple[int, int]
) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=size, notifications=True) as pilot:
        go_to(app, "remedy:quinine")
        await pilot.press("enter", "o")
        await wait_for(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        options = app.screen.query_one(OptionList)
        offered = [options.get_option_at_index(place).id for place in range(options.option_count)]
        assert offered == [str(link) for link in coach.search.related(Address.read("remedy:quinine"))]
        options.highlighted = offered.index("medicine:quinine")
        await pilot.press("enter")
        await wait_for(pilot, lambda: page_title(app) == "Quinine")
        assert cursor(app) == "remedy:quinine", "this page has no row in the list"
        await pilot.press("o", "enter")
        await wait_for(pilot, lambda: page_title(app) == "Medicines")
        assert cursor(app) == "cause:medicines"
        await pilot.press("left")
        await wait_for(pilot, lambda: page_title(app) == "Quinine")
        await pilot.press("escape")
        await wait_for(pilot, lambda: page_title(app) == "Quinine and tonic water")
        assert cursor(app) == "remedy:quinine"
        await pilot.press("escape", "down")
        await wait_for(pilot, lambda: page_title(app) != "Quinine and tonic water")


@pytest.mark.usefixtures("answered")
async def test_o_on_a_page_that_leads_nowhere_says_so(coach: Coach) -> None:
    app = CoachApp(coach, mode="causes")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("o")
        await wait_for(pilot, lambda: "leads to no other" in screen_text(app))


@pytest.mark.parametrize("condition", ["", "kidney-disease", "eating-disorder", "red-flag-active"])
def test_every_page_that_another_leads_to_can_be_made_and_cites_by_name(coach: Coach, condition: str) -> None:
    if condition:
        coach.profile.set(f"condition.{condition}", "yes")
    seen = {Address.read("cause:age")}
    waiting = list(seen)
    while waiting:
        page = make_page(coach, waiting.pop())
        text = "".join(text for line in page.lines for text, _ in line.text)
        assert not re.search(r"\[S\d|\*\*|(^|\n)(#|- )", text), page.address
        new = set(page.links) - seen
        seen |= new
        waiting.extend(new)
    assert len(seen) > 250


def test_a_page_that_is_no_longer_there_is_told(coach: Coach) -> None:
    with pytest.raises(BadInputError, match="no routine 'gone'"):
        make_page(coach, Address.read("routine:gone"))
