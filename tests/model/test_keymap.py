"""Own keys: read as typed, laid over those coach comes with, and held against each other."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from coach.errors import BadInputError
from coach.model.keymap import AS_GIVEN, Clash, action_named, key_name, key_names, key_shown_as, keymap, shown_key
from coach.model.keys import ACTIONS, TOGETHER, VIM


def test_every_character_is_named_as_textual_names_it_and_written_as_typed() -> None:
    for character in map(chr, range(33, 127)):
        assert key_name(character) == _character_to_key(character)
        assert shown_key(key_name(character)) == character
        assert key_shown_as(character) == key_name(character)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("x", ("x",)),
        ("X, ?", ("X", "question_mark")),
        (",", ("comma",)),
        ("Ctrl+K", ("ctrl+k",)),
        ("F5 shift+up", ("f5", "shift+up")),
        ("esc del pgup", ("escape", "delete", "pageup")),
        ("ö", ("ö",)),
        ("x,x", ("x",)),
        ("+", ("plus",)),
    ],
)
def test_keys_are_read_as_people_type_them(said: str, names: tuple[str, ...]) -> None:
    assert key_names(said) == names


@pytest.mark.parametrize("said", ["", "foo", "ctrl+", "ctrl+foo", "win+x", "f13", "\x1b", "xx", "ctrl+ctrl+x"])
def test_what_is_no_key_is_refused(said: str) -> None:
    with pytest.raises(BadInputError, match="no key"):
        key_names(said)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        *((f"ctrl+{key}", "in many terminals") for key in "imhj["),
        *((f"ctrl+{key}", "everywhere") for key in "cqzp"),
        ("tab", "everywhere"),
        ("shift+a", "does not send"),
    ],
)
def test_keys_that_terminals_mix_up_and_the_ways_out_are_not_given_away(said: str, why: str) -> None:
    with pytest.raises(BadInputError, match=why):
        key_names(said)


def test_an_unknown_action_is_told_what_is_near() -> None:
    with pytest.raises(BadInputError) as refused:
        action_named("today.nite")
    assert refused.value.hint.startswith("did you mean today.note")
    assert action_named(" Today.Note ").id == "today.note"


def test_what_coach_comes_with_and_the_vim_keys_clash_nowhere() -> None:
    assert keymap().clashes == ()
    assert keymap().changed == {}
    as_own = {id_: tuple(keys.split(",")) for id_, keys in VIM.items()}
    assert keymap(as_own).clashes == (), "the vim keys would stand as a person's own"
    assert keymap(vim=True).keys["list.up"] == ("up", "k")
    assert keymap(vim=True).keys["today.skip"] == ("K",)


def test_ids_are_unique_and_every_place_is_heard_somewhere() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    heard = {place for places in TOGETHER.values() for place in places}
    assert {action.place for action in ACTIONS} <= heard
    assert set(VIM) <= {action.id for action in ACTIONS}


@pytest.mark.parametrize(
    ("action", "key", "other"),
    [
        ("today.note", "f", "today.food"),
        ("today.note", "w", "app.drink"),
        ("app.drink", "z", "player.digits"),
        ("app.drink", "e", "end.keys"),
        ("list.down", "o", "dialogs.keys"),
        ("causes.start", "j", "pages.keys"),
        ("today.note", "pagedown", "list.page_down"),
    ],
)
def test_a_key_that_another_action_has_is_not_given(action: str, key: str, other: str) -> None:
    held = keymap({action: (key,)})
    assert Clash(action, key, other) in held.clashes
    assert held.keys == AS_GIVEN.keys
    assert held.own == {}


def test_two_actions_may_change_places_and_screens_do_not_disturb_each_other() -> None:
    assert keymap({"today.note": ("f",), "today.food": ("n",)}).clashes == ()
    assert keymap({"today.note": ("v",)}).clashes == (), "v is a key of the Diary alone"


def test_of_two_own_keys_that_clash_neither_holds_and_the_third_does() -> None:
    held = keymap({"today.note": ("m",), "today.food": ("m",), "today.skip": ("p",)})
    assert held.own == {"today.skip": ("p",)}
    assert {clash.mine for clash in held.clashes} == {"today.note", "today.food"}
    assert str(held.clashes[0]) == "today.food cannot be m: that is note (today.note)"


def test_a_rebind_that_leaned_on_a_clashing_one_falls_with_it() -> None:
    held = keymap({"today.note": ("f",), "today.food": ("w",)})
    assert held.own == {}, "food keeps f when it cannot be w, so note cannot have it"


def test_arrows_stay_whatever_a_list_is_given() -> None:
    held = keymap({"list.up": ("p",), "turn.more": ("L",)})
    assert held.keys["list.up"] == ("up", "p")
    assert held.keys["turn.more"] == ("right", "L")
