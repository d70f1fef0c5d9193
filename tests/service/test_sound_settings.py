"""The settings for sound: what they take, how they are kept, and how they are shown back."""

from __future__ import annotations

import tomllib

import pytest

from coach.errors import BadInputError
from coach.service.coach import Coach
from coach.service.settings import MachineSettings


def written(coach: Coach) -> dict[str, object]:
    return tomllib.loads((coach.places.config / "settings.toml").read_text(encoding="utf-8"))


def test_a_command_is_kept_as_a_list_and_shown_as_one_text(coach: Coach) -> None:
    assert coach.settings.set("on_step", "notify-send 'a b' $HOME;") == "notify-send 'a b' '$HOME;'"
    assert written(coach) == {"on_step": ["notify-send", "a b", "$HOME;"]}
    assert coach.settings.now().on_step == ("notify-send", "a b", "$HOME;")
    assert coach.settings.set("on_step", "none") is None
    assert coach.settings.now() == MachineSettings()


@pytest.mark.parametrize(
    ("key", "said"),
    [("on_step", "say 'a"), ("on_step", "say\x1b[31m"), ("notices", "loud"), ("sound", "a bit"), ("speech", "2")],
)
def test_what_a_setting_does_not_take_is_refused(coach: Coach, key: str, said: str) -> None:
    with pytest.raises(BadInputError, match=key):
        coach.settings.set(key, said)


@pytest.mark.parametrize("value", ['["light", 3]', "7", "[[]]"])
def test_a_list_with_something_else_in_it_is_a_fault_and_runs_nothing(coach: Coach, value: str) -> None:
    coach.places.config.mkdir(parents=True)
    (coach.places.config / "settings.toml").write_text(f"on_step = {value}\nspeech = true\n", encoding="utf-8")
    now = coach.settings.now()
    assert now.speech
    if value == "7":
        assert now.on_step == ("7",)
    else:
        assert now.on_step == ()
        assert "on_step" in coach.settings.faults()[0]
