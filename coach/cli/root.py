"""The command `coach` and the table of its commands, each imported only when it runs."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from coach.cli.environment import Environment
from coach.cli.plain import ask_plain, with_plain
from coach.cli.printing import complain
from coach.errors import BadInputError, CoachError, ExitCode
from coach.model.nearest import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMPLETING = "_COACH_COMPLETE"
"""Set by the completion script of a shell when the person presses the tab key."""
INTERRUPTED = 128 + signal.SIGINT
BROKEN_PIPE = 128 + signal.SIGPIPE
SECTIONS = {
    "The day": {
        "today": ("today", "Water, last night, checklist, stretches, what comes next"),
        "drink": ("intake", "Log a drink: 250, 250ml, 0.5l, 8oz or mug; alone, your usual vessel"),
        "eat": ("intake", "Log a food"),
        "tick": ("tick", "Tick an item of the checklist, or take ticks off"),
        "skip": ("tick", "Take a day off, which neither breaks nor feeds the count of kept days"),
        "status": ("status", "One line for a prompt or a status bar"),
        "due": ("due", "What is due now, nothing when nothing is"),
    },
    "Cramps and stretches": {
        "now": ("cramp", "What to do about a cramp now, step by step"),
        "cramp": ("cramp", "Log a cramp, or a night without one"),
        "red-flags": ("cramp", "Signs that need a clinician, by urgency"),
        "stretch": ("stretch", "Start a routine"),
        "routines": ("routines", "The routines, or one of them"),
        "moves": ("routines", "The moves, or one of them"),
    },
    "What coach knows": {
        "causes": (
            "causes",
            "Why legs cramp, what may help, what is no cramp, what people try: a list, one page, or a search",
        ),
        "foods": ("foods", "Foods and what a portion holds; reference intakes"),
        "medicines": ("medicines", "Medicines that go together with cramps or leg pain: all, or those of a name"),
    },
    "The diary": {
        "log": ("diary", "The diary, newest first"),
        "report": ("report", "One page for a clinician: how often, how bad, what was tried, what to ask"),
        "experiment": ("experiment", "Try one change for six weeks and see what the diary says"),
        "edit": ("diary", "Change an entry"),
        "delete": ("diary", "Delete an entry"),
        "undo": ("diary", "Take back what was written last on this machine"),
        "export": ("export", "Everything in the diary as JSON, or what counts now as sheets"),
        "import": ("bring", "Take in an export, a sheet, a diary file, or a routine or a move"),
        "backup": ("backup", "Pack the diary and your own routines and moves into one zip"),
        "restore": ("backup", "Add what is in a backup to what is here"),
    },
    "Set up": {
        "profile": ("profile", "What coach knows about you, which travels with the diary"),
        "settings": ("profile", "Settings of this machine"),
        "remind": ("remind", "Reminders when the app is closed"),
        "completion": ("completion", "Print the script that completes commands and ids by the tab key"),
        "doctor": ("doctor", "What a bug report needs, and nothing of your diary"),
        "check": ("check", "Look for faults in the content and the diary"),
    },
}
COMMANDS = {name: entry for section in SECTIONS.values() for name, entry in section.items()}


class Root(click.Group):
    """Commands by name, from the table; what goes wrong is told in two lines and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"coach.cli.{COMMANDS[cmd_name][0]}")
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(module, f"{name}_" if iskeyword(name) else name)
        return with_plain(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for; raises BadInputError with the nearest."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            hint = (
                f"did you mean {' or '.join(f'coach {name}' for name in near)}?" if near else "see: coach --help"
            )
            raise BadInputError(f"no command {args[0]!r}", hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, said) for name, (_, said) in section.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        finally:
            surroundings = ctx.ensure_object(Environment)
            if "coach" in vars(surroundings):
                surroundings.coach.finish()
            for fault in surroundings.faults:
                complain(fault, "see: coach check")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin as typed, from the table: none of them is imported."""
        from click.shell_completion import CompletionItem

        named = [
            CompletionItem(name, help=said) for name, (_, said) in COMMANDS.items() if name.startswith(incomplete)
        ]
        return named + click.Command.shell_complete(self, ctx, incomplete)

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Run a command line and leave with its exit code."""
        sys.exit(self._run(sys.argv[1:] if args is None else list(args), extra.get("obj")))

    def _run(self, args: list[str], surroundings: Environment | None) -> int:
        try:
            if COMPLETING in os.environ:
                from coach.cli.completion import complete

                return complete(self, surroundings)
            with self.make_context("coach", args, obj=surroundings) as ctx:
                self.invoke(ctx)
        except click.exceptions.Exit as leaving:
            return leaving.exit_code
        except (KeyboardInterrupt, click.Abort):
            return INTERRUPTED
        except (CoachError, click.UsageError, OSError) as error:
            return _told(error)
        return ExitCode.DONE


def _told(error: CoachError | click.UsageError | OSError) -> int:
    """Tell what went wrong; the exit code that goes with it."""
    match error:
        case BrokenPipeError():
            _let_go_of_stdout()
            return BROKEN_PIPE
        case OSError():
            _let_go_of_stdout()
            said = f"could not finish: {error.strerror or error}", "mend that and try again", ExitCode.STORAGE
        case CoachError():
            said = error.message, error.hint, error.exit_code
        case _:
            said = *_in_our_words(error), ExitCode.WRONG_USE
    message, hint, code = said
    with suppress(OSError):
        complain(message, hint)
    return code


def _in_our_words(error: click.UsageError) -> tuple[str, str]:
    """What click says is wrong, and where to look."""
    asked = error.ctx.command_path if error.ctx else "coach"
    see = f"see: {asked} --help"
    match error:
        case click.NoSuchOption(option_name=name) if name[1:2].isdigit():
            return f"{name!r} is below zero, or no option", f"amounts are above zero; {see}"
        case click.NoSuchOption(option_name=name, possibilities=near):
            return f"no option {name!r}", f"did you mean {' or '.join(near)}?" if near else see
    said = error.format_message().rstrip(".")
    return said[:1].lower() + said[1:], see


def _let_go_of_stdout() -> None:
    """Nobody reads it any more; without this the interpreter would complain when it flushes at its end."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        # Not above: it would cost every command as much as the diary does.
        from importlib.metadata import PackageNotFoundError, version

        from coach.exchange.document import VERSION as SCHEMA

        try:
            said = f"coach {version('cramp-coach')}"
        except PackageNotFoundError:
            said = "coach, not installed"
        click.echo(f"{said} (data schema {SCHEMA})")
        ctx.exit()


def _begin_demo(ctx: click.Context, data: Path | None) -> None:
    """Say of every answer that it is made up, and let nothing end the command before it has cleared away."""
    if data is not None:
        raise BadInputError("--demo has a folder of its own", "leave out --demo or --data")
    from coach.cli.terminal import ended_by_signals

    ctx.with_resource(ended_by_signals())
    if ctx.invoked_subcommand is not None:
        complain("this is the demo: the diary is made up, and nothing is kept")


@click.command(cls=Root, invoke_without_command=True)
@click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="keep diary, state and settings in sub-folders of DIR, as COACH_HOME does",
)
@click.option(
    "--plain",
    is_flag=True,
    expose_value=False,
    callback=ask_plain,
    help="every answer without columns or symbols, to be read aloud; commands take it too",
)
@click.option("--demo", is_flag=True, help="a diary that is made up, to look around in; nothing of it is kept")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="show it")
@click.pass_context
def root(ctx: click.Context, data: Path | None, *, demo: bool) -> None:
    """A companion for people who get leg cramps. Alone it opens the app; a command does one thing and leaves."""
    environment = ctx.ensure_object(Environment)
    environment.data, environment.demo = data, demo
    if demo:
        _begin_demo(ctx, data)
    if ctx.invoked_subcommand is None:
        from coach.cli.opening import open_app

        open_app(environment.coach)
