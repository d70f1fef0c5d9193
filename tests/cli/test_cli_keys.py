"""Own keys from the command line."""

from __future__ import annotations

import subprocess
import sys

from tests.support.commands import Commands


def test_every_action_is_listed_with_its_keys(run: Commands) -> None:
    run.out("settings", "keymap.today.note", "m")
    lines = [" ".join(line.split()) for line in run.out("settings", "keymap").splitlines()]
    assert "today.note m note (comes with n)" in lines
    assert "app.drink w drink the usual vessel" in lines
    assert "keymap today.note m" in " ".join(run.out("settings").split())


def test_a_key_is_set_read_and_unset_and_a_clash_leaves_with_2(run: Commands) -> None:
    assert run.out("settings", "keymap.today.note", "m") == "keymap.today.note = m\n"
    assert run.out("settings", "keymap.today.note") == "m\n"
    assert "that is food (today.food)" in run.refused("settings", "keymap.today.note", "f")
    assert "did you mean today.note" in run.refused("settings", "keymap.today.nite", "m")
    assert "tab in many terminals" in run.refused("settings", "keymap.today.note", "ctrl+i")
    assert run.out("settings", "keymap", "none") == "keymap = none\n"
    assert run.out("settings", "keymap.today.note") == "n\n"


def test_what_does_not_hold_is_found_by_check_and_counted_by_doctor(run: Commands) -> None:
    folder = run.home / "config"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('[keymap]\n"today.note" = "f"\n"app.undo" = "U"\n', encoding="utf-8")
    found = run("check")
    assert found.exit_code == 1
    assert "keymap: today.note cannot be f: that is food (today.food)" in found.stdout
    told = run.out("doctor")
    assert "1 own keys, 1 faults" in told
    assert "vim_keys no" in told


def test_keys_are_checked_without_textual() -> None:
    code = "import sys, coach.model.keymap as k; k.keymap({'today.note': ('f',)}); print('textual' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "False"
