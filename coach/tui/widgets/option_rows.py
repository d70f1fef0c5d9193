"""The options of a routine as rows, each with its value in words and those to either side of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from coach.model.entry import Side
from coach.model.options import DoseChoice, Options
from coach.model.order import MOST_ROUNDS, Order
from coach.model.routine import Routine
from coach.tui.widgets.dose_words import seconds_said
from coach.tui.widgets.row import Cell, Row

_SECONDS = (3, 5, 8, 10, 12, 15, 20, 30, 45, 60, 90, 120)
_DOSES = {
    DoseChoice.ROUTINE: "as written",
    DoseChoice.FLEXIBILITY: "for flexibility",
    DoseChoice.TRIAL: "as in the trial",
}
_ORDERS = {Order.LEG_BY_LEG: "leg by leg", Order.ALTERNATE: "legs in turn"}
_LABEL = 14
_VALUE = 20


class _Choice(NamedTuple):
    """An option: its label, what it means, what can be chosen, and how a value is said, here and elsewhere."""

    label: str
    about: str
    values: tuple[Any, ...]
    said: Callable[[Any], str]
    alone: Callable[[Any], str]


_CHOICES: Mapping[str, _Choice] = MappingProxyType(
    {
        "dose": _Choice(
            "Dose of holds",
            "For flexibility: as each move says, mostly 20 to 30 s. As in the trial: 3 × 10 s with 10 s of rest. "
            "Only holds change.",
            tuple(DoseChoice),
            _DOSES.__getitem__,
            lambda dose: f"holds {_DOSES[dose]}",
        ),
        "rounds": _Choice(
            "Rounds",
            "How often all of it is done.",
            tuple(range(1, MOST_ROUNDS + 1)),
            lambda rounds: "once" if rounds == 1 else f"{rounds} times",
            lambda rounds: f"{rounds} rounds",
        ),
        "order": _Choice(
            "Legs",
            "In turn, one leg rests while the other holds.",
            tuple(Order),
            _ORDERS.__getitem__,
            _ORDERS.__getitem__,
        ),
        "start_side": _Choice(
            "Begins with",
            "The leg that goes first.",
            (Side.LEFT, Side.RIGHT),
            lambda side: f"the {side} leg",
            lambda side: f"the {side} leg first",
        ),
        "lead_in_s": _Choice(
            "To get ready",
            "The time before the first move begins.",
            _SECONDS,
            seconds_said,
            lambda seconds: f"{seconds_said(seconds)} to get ready",
        ),
        "change_position_s": _Choice(
            "Between moves",
            "The time to come into the next position.",
            _SECONDS,
            seconds_said,
            lambda seconds: f"{seconds_said(seconds)} between moves",
        ),
        "change_side_s": _Choice(
            "To change legs",
            "The time to change sides.",
            _SECONDS,
            seconds_said,
            lambda seconds: f"{seconds_said(seconds)} to change legs",
        ),
        "wait": _Choice(
            "Each move",
            "One that waits begins when you press space, so that there is no hurry.",
            (False, True),
            lambda wait: "waits for a key" if wait else "begins by itself",
            lambda wait: "each move waits for a key" if wait else "no waiting",
        ),
    }
)
OPTION_ROWS = len(_CHOICES)


def option_rows(options: Options, written: Routine) -> list[Row]:
    """Each option with its value; one that differs from the routine as `written` has a mark."""
    chosen = options.chosen()
    rows = []
    for name, choice in _CHOICES.items():
        value = _effective(options, written)[name]
        differs = name in chosen
        said = choice.said(value)
        cells = (
            Cell(choice.label, "text" if differs else "muted", _LABEL),
            Cell((("‹ ", "faint"), (said, "primary" if differs else "text"), (" ›", "faint")), width=_VALUE),
            Cell("● yours" if differs else "", "primary"),
        )
        rows.append(Row(cells, name))
    return rows


def about_option(name: str) -> str:
    """What an option means, in a sentence or two."""
    return _CHOICES[name].about


def stepped(options: Options, written: Routine, name: str, by: int) -> Options:
    """The options with one of them a value further up or down; what is as written is not chosen."""
    now = _effective(options, written)[name]
    plain = _effective(replace(options, **{name: None}), written)[name]
    values = sorted({*_CHOICES[name].values, now, plain}) if name.endswith("_s") else list(_CHOICES[name].values)
    place = values.index(now) + by
    # Times and rounds have an end; the others go round.
    value = values[max(0, min(len(values) - 1, place))] if len(values) > 3 else values[place % len(values)]
    return replace(options, **{name: None if value == plain else value})


def options_said(options: Options) -> str:
    """The options that were chosen, in one line; empty when there are none."""
    chosen = options.chosen()
    return ", ".join(choice.alone(chosen[name]) for name, choice in _CHOICES.items() if name in chosen)


def _effective(options: Options, written: Routine) -> dict[str, Any]:
    """The value that holds for each option."""
    change_s = written.change_position_s if options.change_position_s is None else options.change_position_s
    plain: dict[str, Any] = {
        "dose": DoseChoice.ROUTINE,
        "rounds": written.rounds,
        "order": written.order,
        "start_side": written.start_side,
        "lead_in_s": change_s,
        "change_position_s": written.change_position_s,
        "change_side_s": written.change_side_s,
        "wait": False,
    }
    return {**plain, **options.chosen()}
