"""Own keys in the settings: set, refused, unset, and what of a hand-written table does not hold."""

from __future__ import annotations

import tomllib

import pytest

from coach.errors import BadInputError, StorageError
from coach.service.coach import Coach


def written(coach: Coach) -> dict[str, object]:
    return tomllib.loads((coach.places.config / "settings.toml").read_text(encoding="utf-8"))


def write(coach: Coach, text: str) -> None:
    coach.places.config.mkdir(parents=True, exist_ok=True)
    (coach.places.config / "settings.toml").write_text(text, encoding="utf-8")


def test_a_key_is_set_read_and_given_back(coach: Coach) -> None:
    assert coach.settings.set("keymap.today.note", "m, ]") == "m ]"
    assert written(coach) == {"keymap": {"today.note": "m,right_square_bracket"}}
    assert coach.settings.get("keymap") == "today.note m ]"
    assert coach.settings.set("keymap.today.note", "none") == "n"
    assert written(coach) == {}


def test_all_own_keys_are_let_go_of_at_once_and_the_rest_stays(coach: Coach) -> None:
    coach.settings.set("sound", "no")
    coach.settings.set("keymap.today.note", "m")
    coach.settings.set("keymap.app.undo", "U")
    assert coach.settings.set("keymap", "none") is None
    assert written(coach) == {"sound": False}
    with pytest.raises(BadInputError, match="keymap"):
        coach.settings.set("keymap", "vim")


def test_a_clash_is_refused_with_who_has_it_and_nothing_is_written(coach: Coach) -> None:
    with pytest.raises(BadInputError) as refused:
        coach.settings.set("keymap.today.note", "w")
    assert str(refused.value.message) == "today.note cannot be w: that is drink the usual vessel (app.drink)"
    assert "coach settings keymap.app.drink KEY" in refused.value.hint
    assert not (coach.places.config / "settings.toml").exists()
    with pytest.raises(BadInputError) as kept:
        coach.settings.set("keymap.app.drink", "h")
    assert kept.value.hint == "take another key"


def test_a_key_comes_free_when_its_action_moves_and_is_not_given_back_while_it_is_taken(coach: Coach) -> None:
    coach.settings.set("keymap.today.food", "F")
    coach.settings.set("keymap.today.note", "f")
    with pytest.raises(BadInputError, match=r"today\.note cannot be f"):
        coach.settings.set("keymap.today.food", "none")
    assert coach.settings.get("keymap.today.food") == "F"


def test_vim_keys_are_refused_while_an_own_key_is_in_their_way(coach: Coach) -> None:
    coach.settings.set("keymap.today.note", "j")
    with pytest.raises(BadInputError, match=r"today\.note cannot be j: that is down"):
        coach.settings.set("vim_keys", "yes")
    coach.settings.set("keymap.today.note", "none")
    coach.settings.set("vim_keys", "yes")
    assert coach.settings.keys.now().keys["list.down"] == ("down", "j")


def test_a_table_written_by_hand_holds_but_for_what_is_wrong_with_it(coach: Coach) -> None:
    write(
        coach,
        '[keymap]\n"today.note" = "m"\n"today.food" = "w"\n"today.nite" = "x"\n"app.undo" = 7\n'
        '"app.quit" = "ctrl+h"\n',
    )
    assert coach.settings.keys.now().own == {"today.note": ("m",)}
    told = "\n".join(coach.settings.faults())
    for said in (
        "keymap.today.nite: no action",
        "keymap.app.undo: 7 is no key",
        "keymap.app.quit: ctrl+h is backspace",
        "keymap: today.food cannot be w: that is drink the usual vessel (app.drink)",
    ):
        assert said in told
    coach.settings.set("keymap.today.note", "b")
    assert written(coach)["keymap"]["today.nite"] == "x", "what a newer coach may know is kept"  # type: ignore[index]


@pytest.mark.parametrize(("text", "told"), [("keymap = 3", "keymap is no table"), ("keymap = ", "not TOML")])
def test_a_table_that_is_none_leaves_the_keys_as_they_come(coach: Coach, text: str, told: str) -> None:
    write(coach, text)
    assert coach.settings.keys.now().changed == {}
    assert [fault for fault in coach.settings.faults() if told in fault] == coach.settings.faults() != []
    with pytest.raises(StorageError, match=told):
        coach.settings.set("keymap.today.note", "m")
