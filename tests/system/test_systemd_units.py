"""The units as systemd itself reads them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from coach.reminders.job import Job
from coach.reminders.plans import Scheme, plan

pytestmark = pytest.mark.system


@pytest.fixture(params=["plain", "a b 100% $x", 'it\'s "q" \\s $x'])
def program(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / request.param / "coach"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    units = sorted(str(path) for path in folder.iterdir())
    command = ["systemd-analyze", "--user", "verify", "--man=no", "--recursive-errors=no", *units]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={"XDG_RUNTIME_DIR": str(folder)}
    )


def write(folder: Path, job: Job) -> Path:
    made = plan(Scheme.SYSTEMD, job, folder, folder / "config", 1000)
    for path, data in made.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return next(iter(made.files)).parent


def test_systemd_finds_nothing_wrong_with_the_units(program: Path, tmp_path: Path) -> None:
    job = Job((str(program), "--data", "/a % $HOME", "due", "--notify"), program.parent, {"XDG_DATA_HOME": "/d %"})
    ran = verify(write(tmp_path, job))
    assert (ran.returncode, ran.stderr.strip()) == (0, "")


def test_systemd_would_find_something_wrong(tmp_path: Path) -> None:
    ran = verify(write(tmp_path, Job(("/no/such/coach", "due"))))
    assert ran.returncode != 0
    assert "/no/such/coach" in ran.stderr
