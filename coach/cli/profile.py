"""The profile, which travels with the diary, and the settings of this machine, which do not."""

from __future__ import annotations

import click

from coach.cli.environment import pass_coach
from coach.cli.options import json_option
from coach.cli.printing import complain, print_json, say, table
from coach.cli.words import scalar_words
from coach.model.profile import KEYS as PROFILE_KEYS
from coach.service.coach import Coach
from coach.service.settings import KEYS as SETTING_KEYS


@click.command()
@click.argument("key", required=False)
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
        table((name, scalar_words(held), PROFILE_KEYS.get(name, "")) for name, held in known.items())
        say()
        say("More keys: " + ", ".join(name for name in PROFILE_KEYS if name not in known))
        return
    key = key.strip().lower()
    held = coach.profile.set(key, " ".join(value)) if value else coach.profile.get(key)
    if as_json:
        print_json({key: held})
    else:
        say(f"{key} = {scalar_words(held)}" if value else scalar_words(held))


@click.command()
@click.argument("key", required=False)
@click.argument("value", nargs=-1)
@pass_coach
def settings(coach: Coach, key: str | None, value: tuple[str, ...]) -> None:
    """Settings of this machine.

    With KEY, its value; with VALUE too, it is set. `none` unsets it.
    """
    for fault in coach.settings.faults():
        complain(fault, "the default holds; mend it, or set it anew")
    if key is None:
        table((name, scalar_words(coach.settings.get(name)), what) for name, what in SETTING_KEYS.items())
        return
    key = key.strip().lower()
    held = coach.settings.set(key, " ".join(value)) if value else coach.settings.get(key)
    say(f"{key} = {scalar_words(held)}" if value else scalar_words(held))
