"""One value in a cell of a sheet: readable, exact, and never a formula."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import msgspec

from coach.model.entry import Side, StepDone
from coach.model.setting import Scalar

_UNSAFE = re.compile(r"""'*(?:\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|]|""$)""")
"""What a spreadsheet may take for a formula, and what stands for a text that is empty."""
_STEP = re.compile(rf"(\S+) ({'|'.join(Side)}) (\S+)/(\S+)")
_EMPTY = '""'


def guarded(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet might run; `unguarded` takes it off."""
    return f"'{text}" if _UNSAFE.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell."""
    return cell[1:] if cell.startswith("'") and _UNSAFE.match(cell) else cell


def to_cell(value: object, field: msgspec.structs.FieldInfo) -> str:
    """A field's value as it stands in a sheet; an empty cell is the field's default, which has nothing in it."""
    if value in {None, "", ()} and not field.required and value == field.default:
        return ""
    if is_setting(field):
        return guarded(_scalar(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, tuple):
        return guarded(_listed(value))
    return guarded(str(msgspec.to_builtins(value))) or _EMPTY


def from_cell(cell: str, field: msgspec.structs.FieldInfo, *, decimal_comma: bool) -> Any:
    """The value to decode for a cell that is not empty; what is no such value stays a text."""
    text = unguarded(cell)
    if is_setting(field):
        return _from_scalar(text)
    if cell == _EMPTY:
        return ""
    names = " ".join(map(str, (field.type, *get_args(field.type))))
    word = text.strip().lower()
    if "tuple" in names:
        value: object = _from_listed(text, steps="StepDone" in names)
    elif "bool" in names:
        value = {"yes": True, "true": True, "no": False, "false": False}.get(word, text)
    elif "enum" in names:
        value = word
    elif "float" in names or "int" in names:
        value = _number(word, decimal_comma=decimal_comma)
    else:
        value = text
    return value


def is_setting(field: msgspec.structs.FieldInfo) -> bool:
    """Whether a field takes any scalar, so that its cell must say of which kind it is."""
    return {str, float, bool} <= set(get_args(field.type))


def number(value: float) -> str:
    """A number with a decimal point, whole ones without."""
    return (
        str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else repr(value)
    )


def _number(text: str, *, decimal_comma: bool) -> float | str:
    try:
        value = float(text.replace(",", ".") if decimal_comma else text)
    except ValueError:
        return text
    return int(value) if value.is_integer() else value


def _scalar(value: object) -> str:
    """A scalar so that a text cannot be taken for a number or a yes."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return number(value)
        case _:
            text = str(value)
            plain = _from_scalar(text)
            return text if text and plain == text else json.dumps(text, ensure_ascii=False)


def _from_scalar(text: str) -> Scalar:
    if text in {"yes", "no"}:
        return text == "yes"
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    value = _number(text, decimal_comma=False)
    return value if isinstance(value, str) else float(value)


def _listed(values: tuple[object, ...]) -> str:
    if all(isinstance(value, StepDone) for value in values):
        steps = [_step(value) for value in values if isinstance(value, StepDone)]
        if all(_STEP.fullmatch(step) and "; " not in step for step in steps):
            return "; ".join(steps)
    elif all(_is_plain(str(value)) for value in values):
        return "; ".join(str(value) for value in values)
    return json.dumps(msgspec.to_builtins(values), ensure_ascii=False)


def _is_plain(text: str) -> bool:
    return text == text.strip() != "" and ";" not in text and not text.startswith("[")


def _step(step: StepDone) -> str:
    return f"{step.move} {step.side} {number(step.held_s)}/{number(step.planned_s)}"


def _from_listed(text: str, *, steps: bool) -> object:
    if text.startswith("["):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return [_from_step(part) for part in parts] if steps else parts


def _from_step(text: str) -> object:
    match = _STEP.fullmatch(text)
    if match is None:
        return text
    move, side, held, planned = match.groups()
    return {
        "move": move,
        "side": side,
        "planned_s": _number(planned, decimal_comma=False),
        "held_s": _number(held, decimal_comma=False),
    }
