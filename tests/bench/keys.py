"""From a key to what it does on the screen, with ten years of diary."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.opening import TODAY
from tests.bench.replay import KEYS, Replay, pressed
from tests.bench.table import Row, ms, p95
from tests.bench.watched import Watched

DONE, OPEN = "✓  An easy evening", "·  An easy evening"
MODES = {"2": "What a cramp is", "3": "start → read", "4": "v view", "1": "STRETCH AND POSTURE"}
BARE_MODES = {"1": "The first of two.", "2": "The second of two."}
QUERIES = ("night cramps", "hamsting", "magnesum", "statin", "toe pull")
STARTS = 3
BETWEEN_S = 0.12
QUIET_S = 0.3
LIST_COLUMNS = 46
"""The page beside the list turns later, once nobody types any more."""
MEANWHILE_S = 2.0


def ready(app: Watched, shows: tuple[str, ...]) -> Replay:
    """Wait until the app shows itself whole."""
    for words in shows:
        app.wait_for_bytes(words.encode())
    replay = Replay(app)
    replay.first(lambda text: all(words in text for words in shows))
    replay.settled(QUIET_S)
    return replay


def home(folder: Path) -> dict[str, str]:
    """The environment in which the coach lives there."""
    return {"COACH_HOME": str(folder)}


def ticks(ten_years: Path, empty: Path, rounds: int) -> Iterator[Row]:
    """A tick and an untick by turns, in two apps by turns; opened three times, for no two starts are alike."""
    taken: dict[Path, list[float]] = {ten_years: [], empty: []}
    for _ in range(STARTS):
        with Watched(["coach"], home(ten_years)) as full_app, Watched(["coach"], home(empty)) as empty_app:
            apps = {ten_years: (full_app, ready(full_app, TODAY)), empty: (empty_app, ready(empty_app, TODAY))}
            for app, replay in apps.values():
                app.press(KEYS["end"] + KEYS["up"])
                replay.first(lambda text: f"▸ {OPEN}" in text or f"▸ {DONE}" in text)
            for number in range(4 * rounds + 2):
                for place, (app, replay) in apps.items():
                    wanted = DONE if OPEN in replay.text else OPEN
                    seconds = pressed(app, replay, " ", lambda text, wanted=wanted: wanted in text)  # type: ignore[misc]
                    if number > 1:
                        taken[place].append(seconds)
                    time.sleep(BETWEEN_S)
    full, none = p95(taken[ten_years]), p95(taken[empty])
    yield Row("a tick on the screen, p95, ten years / empty", ms(full), ms(none), full / none, 1.15, 1.15)
    yield Row("the same in ms", ms(full), "", 1000 * full, 60, 40, "ms")


def modes(ten_years: Path, rounds: int) -> Iterator[Row]:
    """Each mode opened for the second time and later, beside a bare mode switch."""
    bare: list[float] = []
    ours: dict[str, list[float]] = {key: [] for key in MODES}
    with Watched(["tests.bench.bare_modes"], {}) as bare_app, Watched(["coach"], home(ten_years)) as app:
        beside, replay = ready(bare_app, (BARE_MODES["1"],)), ready(app, TODAY)
        for number in range(rounds + 1):
            for key, shows in MODES.items():
                other = "2" if BARE_MODES["1"] in beside.text else "1"
                bare_s = pressed(bare_app, beside, other, lambda text, other=other: BARE_MODES[other] in text)  # type: ignore[misc]
                seconds = pressed(app, replay, key, lambda text, shows=shows: shows in text)  # type: ignore[misc]
                replay.settled(QUIET_S)
                if number:
                    bare.append(bare_s)
                    ours[key].append(seconds)
    beside_s = statistics.median(bare)
    for key, name in (("1", "Today"), ("2", "Causes"), ("3", "Stretch"), ("4", "Diary")):
        seconds = statistics.median(ours[key])
        yield Row(f"switching to {name} / a bare switch", ms(seconds), ms(beside_s), seconds / beside_s, 2, 1.3)


def diary(ten_years: Path, rounds: int) -> Iterator[Row]:
    """The Diary opened for the first time; and the cursor moved meanwhile, which it does on each key."""
    opened, answered = [], []
    for _ in range(rounds):
        with Watched(["coach"], home(ten_years)) as app:
            replay = ready(app, TODAY)
            opened.append(pressed(app, replay, "4", lambda text: "250 ml water" in text))
            until = time.monotonic() + MEANWHILE_S
            while time.monotonic() < until:
                answered += [_moved_s(app, replay, key) for key in ("down", "up")]
    worst, opened_s = max(answered), statistics.median(opened)
    yield Row("opening Diary, ten years", ms(opened_s), "", 1000 * opened_s, 500, 200, "ms")
    yield Row("the slowest key meanwhile", ms(worst), "", 1000 * worst, 60, 60, "ms")


def _moved_s(app: Watched, replay: Replay, key: str) -> float:
    """Seconds until the cursor stands elsewhere."""
    here = _cursor(replay.text)
    seconds = pressed(app, replay, key, lambda text: _cursor(text) not in {here, None})
    time.sleep(BETWEEN_S)
    return seconds


def _cursor(text: str) -> int | None:
    return next((number for number, line in enumerate(text.splitlines()) if "▸" in line), None)


def search(ten_years: Path, rounds: int) -> Iterator[Row]:
    """Words typed letter by letter over all content: each key until the list stays as it is."""
    taken = []
    with Watched(["coach"], home(ten_years)) as app:
        replay = ready(app, TODAY)
        pressed(app, replay, "2", lambda text: MODES["2"] in text)
        pressed(app, replay, "/", lambda text: "a word:" in text)
        pressed(app, replay, "x", lambda text: "a word:" not in text)
        app.press("\x7f")
        replay.settled(QUIET_S)
        for query in QUERIES[: max(2, rounds // 2)]:
            for letter in query:
                began = time.monotonic()
                app.press(letter)
                settled = replay.settled(QUIET_S, LIST_COLUMNS)
                if settled is not None:
                    taken.append(settled - began)
            app.press("\x7f" * len(query))
            replay.settled(QUIET_S)
    yield Row("search: a key to its finds on the screen, p95", ms(p95(taken)), "", 1000 * p95(taken), 30, 10, "ms")
