"""A notice on the desktop: what the program is given, and what is told when it fails."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from coach.reminders.children import LONGEST_S, NOT_THERE, Ran, run
from coach.reminders.desktop import LONGEST, Shown, session_bus, show_notice

HOSTILE = '--urgency=critical <b>&x" end run\x1b[31m\n'


class Programs:
    """Stands in for the notice program of a platform."""

    def __init__(self, ran: Ran) -> None:
        self.ran = ran
        self.given: tuple[str, ...] = ()

    def which(self, program: str) -> str | None:
        return f"/usr/bin/{program}"

    def run(self, command: tuple[str, ...], environment: Mapping[str, str] | None) -> Ran:
        assert environment is None or "PATH" in environment
        self.given = command
        return self.ran


def show(platform: str, programs: Programs) -> Shown:
    return show_notice(
        HOSTILE,
        HOSTILE,
        platform=platform,
        which=programs.which,
        run_in=programs.run,
        environment={"PATH": "/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/tmp/bus"},
    )


def test_nothing_in_the_texts_is_an_option_or_markup() -> None:
    programs = Programs(Ran(0))
    assert show("linux", programs) == Shown("notify-send")
    options, title, body = programs.given[:-2], *programs.given[-2:]
    assert options == ("/usr/bin/notify-send", "--app-name=coach", "--")
    assert title == '--urgency=critical <b>&x" end run[31m'
    assert body == '--urgency=critical (b)+x" end run[31m'


def test_on_macos_the_texts_are_arguments_of_a_fixed_script() -> None:
    programs = Programs(Ran(0))
    assert show("darwin", programs) == Shown("osascript")
    assert programs.given[0] == "/usr/bin/osascript"
    script = [word for flag, word in zip(programs.given, programs.given[1:], strict=False) if flag == "-e"]
    assert len(script) == 3
    assert not any("urgency" in line for line in script)


def test_long_texts_are_cut() -> None:
    programs = Programs(Ran(0))
    show_notice("x" * 999, "y" * 999, platform="linux", which=programs.which, run_in=programs.run)
    assert [len(text) for text in programs.given[-2:]] == [LONGEST, LONGEST]


@pytest.mark.parametrize(
    ("ran", "fault"),
    [(Ran(1, "Cannot autolaunch D-Bus"), "Cannot autolaunch D-Bus"), (Ran(3), "notify-send ended with 3")],
)
def test_why_it_failed_is_told(ran: Ran, fault: str) -> None:
    assert show("linux", Programs(ran)) == Shown("notify-send", fault)


def test_a_program_that_is_missing_is_told_with_the_way_to_get_it() -> None:
    shown = show_notice("a", "b", platform="linux", which=lambda _: None)
    assert "notify-send is not installed" in shown.fault
    assert "libnotify-bin" in shown.fault


def test_the_session_bus_is_found_where_cron_names_none(tmp_path: Path) -> None:
    assert session_bus({}, tmp_path, 1000) == {}
    bus = tmp_path / "1000" / "bus"
    bus.parent.mkdir()
    bus.touch()
    assert session_bus({}, tmp_path, 1000) == {
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
        "XDG_RUNTIME_DIR": str(bus.parent),
    }
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/mine"}, tmp_path, 1000) == {}


def test_a_program_is_run_without_a_shell_and_never_raises() -> None:
    assert run(["printf", "%s\\n", "$HOME; a", "b"]) == Ran(0, "$HOME; a b")
    assert run(["sh", "-c", "echo wrong >&2; exit 3"]) == Ran(3, "wrong")
    assert run(["/no/such/program"]).code == NOT_THERE
    assert run(["printf", "\0"]).code == NOT_THERE
    assert LONGEST_S > 0
