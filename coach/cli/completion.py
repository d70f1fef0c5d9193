"""Completion by the tab key: the script a shell reads, and what coach answers it."""

from __future__ import annotations

import os
from typing import Any

import click

from coach.cli.printing import complain
from coach.cli.root import COMPLETING
from coach.errors import CoachError, ExitCode

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands and ids by the tab key.

    \b
    bash: eval "$(coach completion bash)"          in ~/.bashrc
    zsh:  eval "$(coach completion zsh)"           in ~/.zshrc, after compinit
    fish: coach completion fish > ~/.config/fish/completions/coach.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise CoachError(f"click knows no {shell}", f"there is: {', '.join(SHELLS)}")
    click.echo(script(ctx.find_root().command, {}, "coach", COMPLETING).source())


def complete(command: click.Command, surroundings: Any) -> int:
    """Answer a shell that asks what could come next, and give the exit code for it.

    Nothing is told to the terminal that goes wrong meanwhile: the person is in the middle of a line.
    """
    asked = os.environ[COMPLETING]
    from click.shell_completion import shell_complete

    try:
        return shell_complete(command, {"obj": surroundings}, "coach", COMPLETING, asked)
    except (CoachError, click.UsageError):
        return ExitCode.DONE
    except (KeyError, ValueError):
        complain(f"{COMPLETING} is for the script that coach completion prints", f"it is {asked!r} here")
        return ExitCode.WRONG_USE
