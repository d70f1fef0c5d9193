"""Diaries of some years, written straight into volumes: what a person would have logged by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec

from coach.diary.files import private_folder
from coach.diary.machine import stamp_at, volume_path
from coach.paths import folders
from coach.service.coach import Coach

DAYS_A_YEAR = 365
TEN_YEARS = 10
_MEALS = (("banana", "Banana", 420.0, 6.0, 32.0), ("yoghurt", "Yoghurt, plain", 350.0, 275.0, 28.0))
_TICKS = (
    ("sitting-break", "Break from sitting"),
    ("sitting-break", "Break from sitting"),
    ("covers-loose", "Covers loose at the feet"),
    ("clear-path", "Light and slippers at the bed"),
    ("uncrossed-legs", "Legs uncrossed, feet flat"),
)


def home_with(home: Path, years: float) -> Path:
    """A home whose person has answered the questions and logged 15 entries a day, today too; gives `home`."""
    coach = Coach(folders(home))
    coach.profile.answer({})
    coach.finish()
    device = coach.diary._machine.device()
    today = coach.current_day()
    by_month: dict[str, list[dict[str, Any]]] = {}
    for age in range(round(years * DAYS_A_YEAR)):
        day = today - timedelta(days=age)
        by_month.setdefault(day.isoformat()[:7], []).extend(_day(day, device, timed=age > 0))
    private_folder(coach.places.diary)
    for month, entries in by_month.items():
        path = volume_path(coach.places.diary, month, device)
        table = {str(place): entry for place, entry in enumerate(entries, 1)}
        path.write_bytes(msgspec.json.encode({"entries": table}))
        path.chmod(0o600)
        coach.diary._machine.note({path.name: (stamp_at(path),)})
    return home


def _day(day: date, device: str, *, timed: bool) -> Iterator[dict[str, Any]]:
    """The 15 entries of a day; those of today have no time, for part of it is still to come."""
    for place, (kind, hour, fields) in enumerate(_logged(day)):
        at = datetime.combine(day, time(hour)).astimezone()
        yield {
            "id": f"{day.toordinal():08x}{place:024x}",
            "rev": 1,
            "kind": kind,
            "day": day.isoformat(),
            "at": at.isoformat() if timed else None,
            "logged": at.isoformat() if timed else datetime.combine(day, time(0, 1)).astimezone().isoformat(),
            "device": device,
            "action": f"{day.toordinal():08x}{place:02x}",
            **fields,
        }


def _logged(day: date) -> Iterator[tuple[str, int, dict[str, Any]]]:
    if day.toordinal() % 3:
        yield "night", 7, {"cramps": 0}
    else:
        cramp = {"site": "calf", "side": "left", "minutes": 2, "pain": 5 + day.toordinal() % 4, "woke": True}
        yield "cramp", 4, {**cramp, "released_by": ["toes up"], "triggers": [], "activity": "sleep", "note": ""}
    for hour in (8, 10, 12, 15, 18, 20):
        yield "drink", hour, {"ml": 250, "what": "water" if hour != 15 else "tea", "said": ""}
    for hour, (item, label) in enumerate(_TICKS, 9):
        yield "tick", hour, {"item": item, "label": label, "amount": 1}
    for hour, (food, label, potassium, calcium, magnesium) in zip((8, 16), _MEALS, strict=True):
        minerals = {"potassium_mg": potassium, "calcium_mg": calcium, "magnesium_mg": magnesium}
        yield "eat", hour, {"food": food, "label": label, "portions": 1, **minerals}
    started = datetime.combine(day, time(21)).astimezone().isoformat()
    steps = [
        {"move": move, "side": side, "planned_s": 30, "held_s": 30}
        for move in ("calf-wall", "hamstring-standing")
        for side in ("left", "right")
    ]
    routine = "bedtime" if day.toordinal() % 2 else "desk-break"
    yield "session", 21, {"routine": routine, "title": "Stretch", "started": started, "steps": steps}
