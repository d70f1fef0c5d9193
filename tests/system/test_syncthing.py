"""Two machines with a folder that Syncthing keeps in step: they log apart, meet, and show the same."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.diaries import MONTH, record, write_volume
from tests.support.syncthing import Node, two_nodes

pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
CHECKOUT = Path(__file__).parents[2]
THIRD = f"{MONTH}.third.json"
DAY = "2026-11-20"


class Device:
    """A person's machine: a home of its own, its data in a folder that a node keeps in step."""

    def __init__(self, home: Path, node: Node) -> None:
        self.home, self.node = home, node

    def coach(self, *args: str) -> str:
        """What a command that must do its work prints."""
        command = [sys.executable, "-m", "coach", "--data", str(self.home), *args]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert ran.stderr == ""
        return ran.stdout

    def json(self, *args: str) -> Any:
        return json.loads(self.coach(*args, "--json"))

    def drink(self, ml: int) -> str:
        """The id of a drink on a day of all devices."""
        (entry,) = self.json("drink", str(ml), "--day", DAY)["entries"]
        return str(entry["id"])

    def versions(self) -> set[tuple[str, int, str, str]]:
        """What tells apart all versions that the device knows."""
        entries = json.loads(self.coach("export", "-"))["entries"]
        return {(one["id"], one["rev"], one["logged"], one["device"]) for one in entries}

    def view(self) -> tuple[Any, ...]:
        """What the person sees of the days and the profile, without the new day's own state."""
        log = self.json("log", "--days", "40000")
        return (
            sorted(log, key=lambda entry: str(entry["id"])),
            self.json("profile"),
            self.json("today", "--day", DAY),
        )


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[tuple[Device, Device]]:
    with two_nodes(tmp_path) as (one, two):
        yield Device(tmp_path / "home-one", one), Device(tmp_path / "home-two", two)


def files(node: Node) -> dict[str, bytes]:
    return {
        str(path.relative_to(node.folder)): path.read_bytes()
        for path in sorted(node.folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(node.folder).parts)
    }


def settled(node: Node) -> bool:
    """Whether a node is linked to the other one and neither has nor wants anything more."""
    status = node.ask("db/status?folder=coach") or {}
    links = (node.ask("system/connections") or {"connections": {}})["connections"]
    linked = any(link["connected"] for name, link in links.items() if name != node.id)
    return linked and status.get("state") == "idle" and status.get("needTotalItems") == 0


def meet(one: Device, two: Device) -> None:
    """Start both nodes, wait until both folders hold the same, and end them."""
    for device in (one, two):
        device.node.start()

    def same() -> bool:
        for device in (one, two):
            device.node.scan()
        return settled(one.node) and settled(two.node) and files(one.node) == files(two.node)

    one.node.wait_for(same)
    for device in (one, two):
        device.node.stop()


def test_two_machines_that_logged_apart_show_the_same_when_they_meet(devices: tuple[Device, Device]) -> None:
    one, two = devices
    shared = one.drink(200)
    contested = one.drink(300)
    two.drink(400)
    for device in devices:
        told = device.coach("settings", "data-dir", str(device.node.folder))
        assert str(device.node.folder) in told
    meet(one, two)
    assert one.view() == two.view()
    assert len(one.json("log", "--days", "40000")) == 3

    one.coach("edit", shared, "ml=210")
    one.coach("delete", contested)
    one.coach("profile", "units", "oz")
    one.coach("profile", "vessel.mug", "310")
    one.drink(500)
    two.coach("edit", contested, "ml=310")
    two.coach("edit", contested, "ml=320")
    two.coach("delete", shared)
    two.coach("profile", "units", "ml")
    two.coach("profile", "water.goal_ml", "1900")
    two.drink(600)
    two.drink(700)
    two.coach("undo")
    for device, wanted in ((one, "aaaa1111"), (two, "bbbb2222")):
        volume = write_volume(device.node.folder / "diary" / THIRD, record(id=wanted, day=DAY, device="third"))
        volume.chmod(0o600)
    known = one.versions() | two.versions()
    assert one.view() != two.view()

    meet(one, two)
    assert one.view() == two.view()
    assert one.versions() == two.versions() == known
    conflicts = [path for path in files(one.node) if "sync-conflict" in path]
    assert [Path(path).name.startswith(THIRD.removesuffix(".json")) for path in conflicts] == [True]
    living = {entry["id"]: entry.get("ml") for entry in one.json("log", "--days", "40000")}
    assert living[contested] == 320, "two edits count for more than one deletion"
    assert {"aaaa1111", "bbbb2222"} <= set(living)
    profile = one.json("profile")
    assert (profile["vessel.mug"], profile["water.goal_ml"]) == (310, 1900)
    for device in devices:
        assert device.coach("check").startswith("all well")
        device.drink(800)
    meet(one, two)
    assert one.view() == two.view()
