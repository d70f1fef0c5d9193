"""Diaries on one machine or several, and what is logged in them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from coach.clock import Clock
from coach.diary.diary import Diary, Draft
from coach.model.entry import Drink, Entry
from tests.support.clock import FakeClock

DAY = date(2026, 11, 22)
MONTH = "2026-11"
EVER = (date(1990, 1, 1), date(2100, 12, 31))


def diary_in(home: Path, clock: Clock | None = None, machine: str = "this", folder: Path | None = None) -> Diary:
    """The diary under `home` (or in another `folder`), opened on the machine of that name."""
    with patch("coach.diary.machine.machine_key", return_value=machine):
        return Diary(folder or home / "diary", home / "state", clock or FakeClock())


def drink(ml: float = 250, day: date = DAY, **fields: Any) -> Draft:
    """A drink without a time."""
    return Draft("drink", day, {"ml": ml, **fields})


def add(diary: Diary, ml: float = 250, day: date = DAY) -> Entry:
    """One drink, logged."""
    (entry,) = diary.add([drink(ml, day)], f"{ml} ml")
    return entry


def shown(diary: Diary) -> list[Entry]:
    """All living entries, sorted by id."""
    return sorted(diary.entries(*EVER), key=lambda entry: entry.id)


def amounts(diary: Diary) -> list[float]:
    """The millilitres of all living drinks, smallest first."""
    return sorted(entry.ml for entry in diary.entries(*EVER) if isinstance(entry, Drink))


def volumes(folder: Path, part: str = MONTH) -> list[Path]:
    """The volumes of a month (or of the profile), by name."""
    return sorted(folder.glob(f"{part}.*.json"))


def volume(folder: Path, part: str = MONTH) -> Path:
    """The one volume of a month (or of the profile)."""
    (path,) = volumes(folder, part)
    return path


def records(path: Path) -> list[dict[str, Any]]:
    """The records in a volume as any other program would read them."""
    return list(json.loads(path.read_bytes())["entries"].values())


def write_volume(path: Path, *written: dict[str, Any]) -> Path:
    """A volume as another device would leave it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table = {str(place): record for place, record in enumerate(written, 1)}
    path.write_text(json.dumps({"entries": table}), encoding="utf-8")
    return path


def record(**fields: Any) -> dict[str, Any]:
    """A drink of another device, with some fields otherwise."""
    common = {"id": "abcdef12", "rev": 1, "kind": "drink", "day": str(DAY), "at": None, "ml": 200}
    stamp = {"logged": "2026-11-22T19:00:00.000000Z", "device": "other", "action": "a"}
    return {**common, **stamp, **fields}


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of a folder by name: its inode and bytes."""
    return {path.name: (path.stat().st_ino, path.read_bytes()) for path in folder.iterdir()}


def sync(source: Path, target: Path) -> None:
    """Copy every volume of one folder to the other, as a file sync between two devices does."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.glob("*.json"):
        shutil.copy2(path, target / path.name)
