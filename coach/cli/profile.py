"""The profile, which travels with the diary, and the settings of this machine, which do not."""

from __future__ import annotations

import click

from coach.cli import ids
from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import complain, print_json, say, table
from coach.cli.words import scalar_words
from coach.model.keymap import shown_keys
from coach.model.keys import ACTIONS
from coach.model.setting import KEYS as PROFILE_KEYS
from coach.model.setting_words import setting_words
from coach.paths import DATA_FOLDER
from coach.service.coach import Coach
from coach.service.key_settings import KEYMAP
from coach.service.settings import KEYS as SETTING_KEYS


@click.command()
@click.argument("key", required=False, shell_complete=ids.profile_keys)
@click.argument("value", nargs=-1)
@json_option
@pass_coach
def profile(coach: Coach, key: str | None, value: tuple[str, ...], as_json: bool) -> None:
    """What coach knows about you, which travels with the diary.

    With KEY, its value; with VALUE too, it is set, from now on. `none` unsets it.
    """
    if key is None:
        known = coach.profile.effective()
        if as_json:
            print_json(known)
            return
        written = coach.person().notation
        table(
            (name, setting_words(name, held, written) or "none", PROFILE_KEYS.get(name, ""))
            for name, held in known.items()
        )
        say()
        say("More keys: " + ", ".join(name for name in PROFILE_KEYS if name not in known))
        return
    key = key.strip().lower()
    held = coach.profile.set(key, " ".join(value)) if value else coach.profile.get(key)
    if as_json:
        print_json({key: held})
        return
    said = setting_words(key, held, coach.person().notation) or "none"
    say(f"{key} = {said}" if value else said)


@click.command()
@click.argument("key", required=False, shell_complete=ids.setting_keys)
@click.argument("value", nargs=-1)
@pass_coach
def settings(coach: Coach, key: str | None, value: tuple[str, ...]) -> None:
    """Settings of this machine.

    With KEY, its value; with VALUE too, it is set. `none` unsets it. `keymap` lists every action with its keys,
    `keymap.today.note m` gives one another key, `keymap none` lets go of all of yours.
    `data-dir PATH` moves the diary and your own content to another folder: copied, verified, then used; the old
    folder stays as it is.
    """
    for fault in coach.settings.faults():
        complain(fault, "the default holds; mend it, or set it anew")
    if key is None:
        keys = [name for name in SETTING_KEYS if name != DATA_FOLDER]
        table((name, scalar_words(coach.settings.get(name)), SETTING_KEYS[name]) for name in keys)
        say()
        say(f"{DATA_FOLDER} = {coach.places.data}")
        say(SETTING_KEYS[DATA_FOLDER], indent=2)
        return
    key = key.strip().lower().replace("-", "_")
    if key == KEYMAP and not value:
        _list_keys(coach)
        return
    if key == DATA_FOLDER and value:
        _move_data(coach, " ".join(value))
        return
    held = coach.settings.set(key, " ".join(value)) if value else coach.settings.get(key)
    say(f"{key} = {scalar_words(held)}" if value else scalar_words(held))


def _list_keys(coach: Coach) -> None:
    """Every action with its keys, and those it comes with where they are others."""
    held = coach.settings.keys.now()
    table(
        (
            action.id,
            shown_keys(held.keys[action.id]),
            f"{action.does} (comes with {shown_keys(action.given)})" if action.id in held.changed else action.does,
        )
        for action in ACTIONS
    )


def _move_data(coach: Coach, said: str) -> None:
    """Move the data folder and say what became of it."""
    old = coach.places.data
    copied = coach.settings.move_data(None if said.strip().lower() == "none" else said)
    say(f"the data folder is {coach.places.data} now: {copied.files} files copied and read back")
    if copied.already:
        say(f"{copied.already} were there already")
    for name in copied.renamed:
        say(f"{name}: another file of that name was there; both are kept")
    say(f"{old} is as it was; remove it when you have seen that all is well, and leave any coach that is open")
