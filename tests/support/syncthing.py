"""Two Syncthing nodes on this machine alone: loopback addresses, no discovery, no relays, no reports."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

PATIENCE_S = 90
FOLDER = "coach"
_KEY = "only-for-this-test"
_CONFIGURATION = """
<configuration version="35">
  <folder id="{folder}" path="{path}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="false">
    {members}
    <minDiskFree unit="">0</minDiskFree>
    <maxConflicts>10</maxConflicts>
  </folder>
  {devices}
  <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <reconnectionIntervalS>1</reconnectionIntervalS>
  </options>
</configuration>
"""


class Node:
    """One Syncthing with its own keys, configuration and index in `home`, keeping `folder` in step."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.port, self.gui = _free_port(), _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._since = 0
        folder.mkdir(parents=True, mode=0o700)
        home.mkdir(parents=True, mode=0o700)
        self._run("generate", "--no-default-folder", "--skip-port-probing")
        self.id = self._run("--device-id")

    def configure(self, *nodes: Self) -> None:
        """Keep the folder in step with these nodes, this one among them."""
        devices = "".join(
            f'<device id="{node.id}" name="{node.home.name}" compression="metadata">'
            f"<address>tcp://127.0.0.1:{node.port}</address></device>"
            for node in nodes
        )
        members = "".join(f'<device id="{node.id}"/>' for node in nodes)
        filled = _CONFIGURATION.format(
            folder=FOLDER,
            path=self.folder,
            members=members,
            devices=devices,
            gui=self.gui,
            port=self.port,
            key=_KEY,
        )
        (self.home / "config.xml").write_text(filled, encoding="utf-8")
        (self.folder / ".stfolder").mkdir(exist_ok=True)

    def start(self) -> None:
        """Run it; it answers when this returns."""
        command = ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"]
        surroundings = {**os.environ, "STNOUPGRADE": "1", "HOME": str(self.home)}
        with (self.home / "log").open("ab") as log:
            self._process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log)
        self.wait_for(lambda: self.ask("system/ping") is not None)

    def stop(self) -> None:
        """End it; nothing happens when it does not run."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def scan(self) -> None:
        """Let it look at its folder now."""
        self.ask(f"db/scan?folder={FOLDER}", post=True)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Look after each of the node's events whether something `holds`; fails with the node's log."""
        until = time.monotonic() + PATIENCE_S
        while not holds():
            assert self._process is not None
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"waited in vain:\n{(self.home / 'log').read_text()[-4000:]}")
            for event in self.ask(f"events?since={self._since}&timeout=1") or []:
                self._since = max(self._since, event["id"])

    def ask(self, what: str, *, post: bool = False) -> Any:
        """What the node answers; None when it does not yet."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{what}",
            headers={"X-API-Key": _KEY},
            method="POST" if post else "GET",
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                said = answer.read()
        except OSError:
            return None
        return json.loads(said) if said.strip() else {}

    def _run(self, *arguments: str) -> str:
        command = ["syncthing", *arguments, f"--home={self.home}"]
        ran = subprocess.run(
            command, capture_output=True, check=True, text=True, env={**os.environ, "HOME": str(self.home)}
        )
        return ran.stdout.strip()


@contextmanager
def two_nodes(place: Path) -> Iterator[tuple[Node, Node]]:
    """Two nodes that know each other and do not run yet; both have ended at the end."""
    one, two = (Node(place / f"node-{name}", place / f"folder-{name}") for name in ("one", "two"))
    with ExitStack() as ends:
        for node in (one, two):
            node.configure(one, two)
            ends.callback(node.stop)
        yield one, two


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
