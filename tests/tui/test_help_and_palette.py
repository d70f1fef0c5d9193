"""Every action is found in the palette with its key, and `?` begins with what a screen is for."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.help import HELP
from coach.tui.palette import actions_of, is_moving
from tests.support.tui import dialog_text, screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def commands(app: CoachApp) -> list[str]:
    """What the open palette offers."""
    options = app.screen.query_one(OptionList)
    prompts = [options.get_option_at_index(number).prompt for number in range(options.option_count)]
    return [str(prompt).splitlines()[0] for prompt in prompts]


async def test_every_action_of_each_screen_is_in_the_palette_once_with_its_keys(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        for keys, shows in (("1", "FOOD"), ("2", "Dehydration"), ("3", "STEPS"), ("4", "List"), ("v", "Mon")):
            await pilot.press(keys)
            await wait_for(pilot, lambda shows=shows: shows in screen_text(app))  # type: ignore[misc]
            screen = app.screen
            bound = {
                one.binding.description.lower()
                for one in screen.active_bindings.values()
                if one.binding.description and not one.binding.system and not is_moving(one)
            } - {"palette", "focus next", "focus previous", "copy selected text", "quit"}
            await pilot.press("ctrl+p")
            await wait_for(pilot, lambda: isinstance(app.screen, CommandPalette) and len(commands(app)) > 10)
            offered = commands(app)
            named = [one.rpartition("  (")[0].removeprefix("Go to ").lower() for one in offered if "  (" in one]
            assert bound <= set(named)
            assert len(offered) == len(set(offered))
            assert "Settings of this machine  (;)" in offered
            assert "Go to Stretch  (3)" in offered
            assert [one for one in offered if "  (" not in one] == ["Theme", "Screenshot"]
            assert offered.index("Undo  (u)") > 0, "what is only the screen's comes first"
            await pilot.press("escape")
            await wait_for(pilot, lambda screen=screen: app.screen is screen)  # type: ignore[misc]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_help_begins_with_what_the_screen_is_for(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        for keys, place in (
            ("1", "today"),
            ("2", "causes"),
            ("3", "stretch"),
            ("e", "editor"),
            ("escape,down,enter,4", "list"),
            ("v", "year"),
            ("v", "weeks"),
            ("v", "legs"),
            ("v", "patterns"),
            ("v", "experiment"),
        ):
            await pilot.press(*keys.split(","))
            await pilot.press("question_mark")
            await wait_for(pilot, lambda: bool(app.screen.query("#help")))
            assert HELP[place][:60] in dialog_text(app), place
            await pilot.press("escape")


async def test_help_in_a_guided_stretch_pauses_it_and_says_so(coach: Coach) -> None:
    app = CoachApp(coach, routine="chair")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "GET READY" in screen_text(app))
        screen = app.screen
        assert ("→ n", "Next") in [(keys, name) for keys, name, _ in actions_of(screen)]
        await pilot.press("question_mark")
        await wait_for(pilot, lambda: "While you read this it is paused" in dialog_text(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: "PAUSED" in screen_text(app))


async def test_cramp_now_knows_no_help_but_its_own_line(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c")
        await wait_for(pilot, lambda: "it has let go" in screen_text(app))
        screen = app.screen
        await pilot.press("question_mark")
        assert app.screen is screen
