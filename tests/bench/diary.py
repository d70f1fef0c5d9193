"""What ten years of diary cost: `python -m tests.bench.diary [--quick]`.

Prints the cost of one acknowledged write and of reading a day with ten years of diary, beside an empty one, this
month alone, and stock TinyDB on the same data; ends with 1 when the years cost more than they may.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tinydb import TinyDB, where

from coach.clock import SystemClock
from coach.diary.diary import Diary, Draft
from coach.diary.machine import stamp_at
from tests.support.diaries import DAY, drink, record, write_volume

YEARS_DAYS = 3650
A_DAY = 15
"""Entries a day: some six drinks, the ticks, a food or two, a night."""
MOST_RATIO = 1.3
CHECKOUT = Path(__file__).parents[2]
_MS = 1000


def say(line: str = "") -> None:
    """A line on standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def days_of(days: int, until: date = DAY) -> Iterator[dict[str, object]]:
    """Every entry of the so many days that end with `until`."""
    for number in range(days * A_DAY):
        day = until - timedelta(days=number // A_DAY)
        yield record(id=f"{number:032x}", day=str(day), ml=250, what="water", said="")


def home_with(home: Path, days: int, until: date = DAY) -> Diary:
    """A home whose own device has logged for the so many days that end with `until`."""
    diary = Diary(home / "data" / "diary", home / "state", SystemClock())
    diary.add([drink(day=until)], "first")
    by_month: dict[str, list[dict[str, object]]] = {}
    for entry in days_of(days, until):
        by_month.setdefault(str(entry["day"])[:7], []).append(entry)
    for month, entries in by_month.items():
        path = diary._shelf.folder / f"{month}.{diary._machine.device()}.json"
        write_volume(path, *({**entry, "device": diary._machine.device()} for entry in entries))
        diary._machine.note({path.name: (stamp_at(path),)})
    return diary


def cost_ms(deed: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    deed()
    return _MS * (time.perf_counter() - began)


def medians_ms(deeds: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median cost of each deed, all of them done in turn so that the machine's moods meet each alike."""
    costs: dict[str, list[float]] = {name: [] for name in deeds}
    for _ in range(rounds):
        for name, deed in deeds.items():
            costs[name].append(cost_ms(deed))
    return {name: statistics.median(taken) for name, taken in costs.items()}


def stock(path: Path, days: int) -> TinyDB:
    """A stock TinyDB in one file with the same entries."""
    database = TinyDB(path)
    if days:
        database.insert_multiple(days_of(days))
    return database


def writing(folder: Path, rounds: int) -> dict[str, float]:
    """One acknowledged write."""
    draft = Draft("drink", DAY, {"ml": 250})
    diaries = {name: home_with(folder / name, days) for name, days in DIARIES.items()}
    return medians_ms({name: lambda d=d: d.add([draft], "drink") for name, d in diaries.items()}, rounds)  # type: ignore[misc]


def reading(folder: Path, rounds: int) -> dict[str, float]:
    """One day, by a diary that has read nothing yet."""

    def read(home: Path) -> object:
        return Diary(home / "data" / "diary", home / "state", SystemClock()).entries(DAY, DAY)

    return medians_ms({name: lambda n=name: read(folder / n) for name in DIARIES}, rounds)  # type: ignore[misc]


def asking(folder: Path, rounds: int) -> dict[str, float]:
    """One day, by a command from its start to its end."""

    def ask(home: Path) -> object:
        command = [sys.executable, "-m", "coach", "--data", str(home), "today", "--day", str(DAY)]
        return subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True)

    return medians_ms({name: lambda n=name: ask(folder / n) for name in DIARIES}, rounds)  # type: ignore[misc]


def stock_tinydb(folder: Path, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """The same with TinyDB as it comes: neither durable nor locked."""

    def search(database: TinyDB) -> object:
        database.clear_cache()
        return database.search(where("day") == str(DAY))

    databases = {name: stock(folder / f"{name}.json", days) for name, days in DIARIES.items()}
    one = next(days_of(1))
    written = medians_ms({name: lambda d=d: d.insert(one) for name, d in databases.items()}, rounds)  # type: ignore[misc]
    read = medians_ms(
        {name: lambda d=d: search(d) for name, d in databases.items()},  # type: ignore[misc]
        rounds,
    )
    return written, read


DIARIES = {"empty": 0, "this month": DAY.day, "ten years": YEARS_DAYS}


def row(what: str, costs: dict[str, float]) -> None:
    """The costs of one thing."""
    say(f"{what:<34}" + "".join(f"{costs[name]:>14.2f}" for name in DIARIES))


def verdict(what: str, ratio: float) -> bool:
    """Say a ratio beside what it may be, and whether it holds."""
    holds = ratio <= MOST_RATIO
    say(f"{what:<62}{ratio:>8.2f}   at most {MOST_RATIO:g}   {'yes' if holds else 'NO'}")
    return holds


def main() -> int:
    """Measure, print, and tell with 1 that the years cost too much."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.diary")
    asked.add_argument("--quick", action="store_true", help="a few rounds, for while you work")
    rounds = 15 if asked.parse_args().quick else 101
    with tempfile.TemporaryDirectory(dir=CHECKOUT.parent) as name:
        folder = Path(name)
        written = writing(folder, rounds)
        read = reading(folder, rounds)
        commands = asking(folder, max(rounds // 5, 5))
        stock_written, stock_read = stock_tinydb(folder, max(rounds // 10, 3))
    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {A_DAY} entries a day; medians in ms\n")
    say(f"{'':<34}" + "".join(f"{name:>14}" for name in DIARIES))
    row("one acknowledged write", written)
    row("reading a day, nothing read yet", read)
    row("coach today, start to end", commands)
    row("stock TinyDB: insert, not durable", stock_written)
    row("stock TinyDB: search of a day", stock_read)
    say()
    held = [
        verdict("a write: ten years / empty", written["ten years"] / written["empty"]),
        verdict("reading a day: ten years / this month alone", read["ten years"] / read["this month"]),
        verdict("coach today: ten years / empty", commands["ten years"] / commands["empty"]),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
