"""Own keys and vim keys in the app: the bindings are those of the table, work, and are shown."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import coach.tui
from coach.model.keys import ACTIONS, FIXED
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.screens.mode import ModeScreen
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text, wait_for

pytestmark = pytest.mark.usefixtures("answered")


def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for under in kind.__subclasses__():
        if under.__module__.startswith("coach."):
            yield under
        yield from below(under)


def bindings() -> dict[str, list[Binding]]:
    """All bindings of coach by the class that has them."""
    for module in pkgutil.walk_packages(coach.tui.__path__, "coach.tui."):
        importlib.import_module(module.name)
    found = {kind.__name__: kind.__dict__.get("BINDINGS", []) for kind in below(DOMNode)}
    return {name: list(ones) for name, ones in found.items() if ones}


def keys_of(ones: list[Binding]) -> set[str]:
    return {key for one in ones if one.id is None for key in one.key.split(",")}


def test_the_table_of_actions_says_what_the_bindings_are() -> None:
    bound: dict[str, set[str]] = {}
    for ones in bindings().values():
        for one in ones:
            if one.id is not None:
                bound.setdefault(one.id, set()).add(one.key)
    assert bound == {action.id: {action.keys} for action in ACTIONS}


def test_what_has_no_id_is_known_to_keep_its_keys() -> None:
    all_of = bindings()
    fixed = {action.place: set(action.given) for action in FIXED}
    with_lists = ["SettingsDialog", "KeymapDialog", "OptionsDialog", "ProfileDialog", "QuestionsDialog"]
    with_lists += ["ItemsDialog", "ClearedDialog", "FieldsDialog", "Dialog"]
    assert set().union(*(keys_of(all_of[name]) for name in with_lists)) == fixed["dialogs"]
    assert keys_of(all_of["SessionEndScreen"]) == fixed["end"]
    assert keys_of(all_of["PageView"]) | keys_of(all_of["Reading"]) == fixed["pages"]
    rebound = {"PlayerScreen", "EditorScreen", "CoachApp", *(kind.__name__ for kind in below(ModeScreen))}
    without = {one.action for name in rebound for one in all_of.get(name, []) if one.id is None and not one.system}
    assert without == set()
    screens = {kind.__name__ for kind in below(Screen)} | {kind.__name__ for kind in below(App)}
    assert rebound <= screens


async def test_an_own_key_works_and_is_shown_where_the_old_one_was(coach: Coach) -> None:
    for action, key in {
        "app.cramp": "C",
        "app.keys": "f1",
        "app.drink": "l,L",
        "app.undo": "U",
        "today.tick": "m",
        "today.why": "Y",
        "diary.view": "b",
        "diary.delete": "X",
    }.items():
        if action == "app.drink":
            coach.settings.set("keymap.diary.delete", "X")
        coach.settings.set(f"keymap.{action}", key)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        shown = screen_text(app)
        assert "C CRAMP NOW   f1 keys" in shown
        assert "l +250 ml" in shown
        assert "0 no cramp" in shown
        assert "Y why" in shown
        footer = shown.splitlines()[-1]
        assert " m tick" in footer
        assert " U undo" in footer
        await pilot.press("l", "L")
        await wait_for(pilot, lambda: "500 ml" in screen_text(app))
        await pilot.press("w", "u")
        assert "500 ml" in screen_text(app), "the old keys do nothing now"
        await pilot.press("U")
        await wait_for(pilot, lambda: "Water       250 ml" in screen_text(app))
        await pilot.press("f1")
        await wait_for(pilot, lambda: "l L" in screen_text(app))
        await pilot.press("escape", "4", "X")
        await wait_for(pilot, lambda: "U brings it back" in screen_text(app))
        assert "b next" in screen_text(app)


async def test_what_does_not_hold_is_told_at_the_start_and_the_rest_does(coach: Coach) -> None:
    coach.places.config.mkdir(parents=True)
    (coach.places.config / "settings.toml").write_text(
        '[keymap]\n"today.note" = "f"\n"app.keys" = "f1"\n', encoding="utf-8"
    )
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "today.note cannot be" in screen_text(app))
        assert "f1 keys" in screen_text(app)
        await pilot.press("f")
        await wait_for(pilot, lambda: "portions" in screen_text(app))


async def test_vim_keys_move_in_every_list_and_the_arrows_still_do(coach: Coach) -> None:
    coach.settings.set("vim_keys", "yes")
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        for mode in "123":
            await pilot.press(mode)
            await wait_for(pilot, lambda: any(rows.rows for rows in app.screen.query(RowList)))
            rows = app.screen.query_one(RowList)
            ids = [row.id for row in rows.rows if row.id]
            await pilot.press("g")
            assert rows.cursor == ids[0]
            await pilot.press("j", "down", "k")
            assert rows.cursor == ids[1]
            await pilot.press("ctrl+d")
            assert ids.index(rows.cursor or "") > 2
            await pilot.press("ctrl+u", "G")
            assert rows.cursor == ids[-1]
        await pilot.press("l")
        assert app.focused is not rows, "l goes into the card as → does"
        await pilot.press("j", "h")
        assert app.focused is rows
        await pilot.press("1", "h")
        await wait_for(pilot, lambda: "a past day" in screen_text(app))
        await pilot.press("l", "K")
        await wait_for(pilot, lambda: "day off" in screen_text(app).lower())


async def test_a_mode_that_was_open_before_shows_the_new_key_too(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("4")
        await wait_for(pilot, lambda: "v next" in screen_text(app))
        await pilot.press("1", "semicolon")
        await wait_for(pilot, lambda: "reduced motion" in screen_text(app).lower())
        coach.settings.set("keymap.diary.view", "b")
        await pilot.press("escape", "4")
        await wait_for(pilot, lambda: "b next" in screen_text(app))
