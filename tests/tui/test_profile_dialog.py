"""The profile: all of it optional, checked where it is typed, saved as one action."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from coach.errors import BadInputError
from coach.model.amount import Unit
from coach.model.notation import SUNDAY, Notation
from coach.model.setting import Scalar
from coach.model.time_of_day import HourClock
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.dialogs.profile import parse_vessels
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")
SIZES = [(60, 20), (80, 24), (120, 40)]
FIELDS = (
    "emergency",
    "advice",
    "goal",
    "limit",
    "units",
    "clock",
    "week_starts",
    "day_starts_at",
    "awake_from",
    "awake_until",
    "work_from",
    "work_until",
    "work_days",
    "usual_vessel",
    "vessels",
)


async def opened(pilot: Pilot[int]) -> None:
    await pilot.press("comma")
    await wait_for(pilot, lambda: "About you" in screen_text(pilot.app))


async def typed(pilot: Pilot[int], **said: str) -> None:
    """Type into the named fields; what stood there is replaced."""
    for number, name in enumerate(FIELDS):
        if name in said:
            while getattr(pilot.app.focused, "id", None) != f"value-{number}":
                await pilot.press("tab")
            await pilot.press("end", "ctrl+u", *said[name])


def told(coach: Coach) -> dict[str, Scalar]:
    """What the profile holds beside the day of the answers."""
    return {
        key: value for key, value in coach.profile.settings().items() if key != "answered" and value is not None
    }


@pytest.mark.parametrize("size", SIZES)
async def test_everything_is_optional_and_nothing_is_written_by_looking(
    coach: Coach, size: tuple[int, int]
) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(pilot)
        assert "▸ ✓  I have gone through these questions" in screen_text(app)
        seen = screen_text(app)
        for _ in FIELDS:
            await pilot.press("tab")
            seen += screen_text(app)
        for said in (
            "04:00",
            "07:00",
            "22:00",
            "none is needed: drink to thirst",
            "only if your team gave you one",
        ):
            assert said in seen
        await pilot.press("enter")
        assert told(coach) == {}
        assert "1 Today" in screen_text(app)


async def test_what_was_typed_is_saved_as_one_action(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await typed(
            pilot,
            units="oz",
            awake_until="23:30",
            usual_vessel="flask",
            vessels="flask=750, tea cup=200ml",
            goal="2l",
        )
        await pilot.press("ctrl+s")
        assert told(coach) == {
            "units": "oz",
            "awake_until": "23:30",
            "usual_vessel": "flask",
            "vessel.flask": 750,
            "vessel.tea-cup": 200,
            "water.goal_ml": 2000,
        }
        await pilot.press("u")
        assert told(coach) == {}


async def test_faults_are_said_at_their_fields_and_nothing_typed_is_lost(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot)
        await typed(pilot, units="stone", awake_from="25:00", usual_vessel="bucket", vessels="flask", goal="9l")
        await pilot.press("ctrl+s")
        shown = screen_text(app)
        for said in (
            "units cannot be 'stone'",
            "25:00",
            "no vessel 'bucket'",
            "not a vessel: 'flask'",
            "cannot be '9l'",
        ):
            assert said in shown
        assert told(coach) == {}
        await typed(pilot, units="ml", awake_from="06:30", usual_vessel="mug", vessels="", goal="")
        await pilot.press("ctrl+s")
        assert told(coach) == {"units": "ml", "awake_from": "06:30", "usual_vessel": "mug"}


async def test_a_value_that_is_emptied_is_unset(coach: Coach) -> None:
    coach.profile.set_all({"water.goal_ml": "2000", "vessel.flask": "750", "vessel.jar": "400"})
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("shift+tab")
        assert "flask=750, jar=400" in screen_text(app)
        await typed(pilot, vessels="flask=700", goal="")
        await pilot.press("ctrl+s")
        person = coach.person()
        assert person.goal_ml is None
        assert person.vessels["flask"] == 700
        assert "jar" not in person.vessels


async def test_units_clock_week_and_working_hours(coach: Coach) -> None:
    american = Coach(coach.places, coach.clock, Notation(Unit.OUNCE, HourClock.H12, SUNDAY))
    american.profile.set_all({"water.goal_ml": "2000", "vessel.flask": "750", "awake_until": "23:30"})
    app = CoachApp(american)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot)
        await typed(pilot, week_starts="monday", work_from="9am", vessels="flask=25.4 oz, jar=12oz")
        shown = screen_text(app)
        for said in ("67.6 oz", "oz, as your locale has it", "12h, as your locale", "11:30 pm", "7:00 am"):
            assert said in shown
        await pilot.press("ctrl+s")
        assert "working hours have two ends" in screen_text(app)
        await typed(pilot, work_until="5:30 pm")
        await pilot.press("ctrl+s")
        assert told(american) == {
            "water.goal_ml": 2000,
            "vessel.flask": 750,
            "vessel.jar": 354.9,
            "awake_until": "23:30",
            "week_starts": "monday",
            "work_from": "09:00",
            "work_until": "17:30",
        }


async def test_how_old_and_where_and_own_numbers(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("down", "left", "down", "right", "right")
        assert "‹ 65 or older ›" in screen_text(app)
        assert "‹ Ireland ›" in screen_text(app)
        assert "You can enter your own" in screen_text(app)
        await typed(pilot, emergency="112", advice="[/]", goal="2l")
        await pilot.press("ctrl+s")
        assert "[/]" in screen_text(app)
        assert told(coach) == {}
        await pilot.press("end", "ctrl+u", *"0800 1", "ctrl+s")
        assert told(coach) == {
            "age": "65-plus",
            "region": "ireland",
            "emergency_number": "112",
            "advice_number": "0800 1",
            "water.goal_ml": 2000,
        }


async def test_escape_leaves_everything_as_it_was(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await typed(pilot, units="oz")
        await pilot.press("space", "escape")
        assert told(coach) == {}


async def test_a_hostile_vessel_is_refused_in_place(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await typed(pilot, vessels="[/]=200")
        await pilot.press("ctrl+s")
        assert "[/]" in screen_text(app)
        assert "About you" in screen_text(app)
        assert told(coach) == {}


@pytest.mark.parametrize(
    ("said", "vessels"),
    [
        ("", {}),
        (" , ", {}),
        ("flask=750", {"flask": "750"}),
        ("Tea Cup = 200 ml,flask=0.5l", {"tea-cup": "200 ml", "flask": "0.5l"}),
    ],
)
def test_vessels_as_they_are_typed(said: str, vessels: dict[str, str]) -> None:
    assert parse_vessels(said) == vessels


@pytest.mark.parametrize("said", ["flask", "=300", "flask=", "flask=1, mug"])
def test_what_is_no_vessel(said: str) -> None:
    with pytest.raises(BadInputError, match="not a vessel"):
        parse_vessels(said)
