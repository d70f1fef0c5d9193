"""What the person tells coach about themselves; all of it optional."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.errors import BadInputError
from coach.model.nearest import hint_for
from coach.model.profile import Scalar, parse_setting
from coach.service.coach import Coach
from coach.tui.dialogs.fields import Field, FieldsDialog
from coach.tui.text import plain
from coach.tui.widgets.row_list import Cell, Row, RowList

VESSELS = "vessels"
_VESSEL = "vessel."
_CONDITION = "condition."
_FROM_THE_DIARY = "-today"
"""Conditions with ids that end so follow from the cramps of the day; nobody ticks them."""
_PLAIN = (
    ("units", "amounts in", "ml, l, oz or pint"),
    ("day_starts_at", "a new day at", "04:00"),
    ("awake_from", "you get up at", "07:00"),
    ("awake_until", "bedtime", "22:00"),
    ("usual_vessel", "usual vessel", "glass, cup, mug, bottle or yours"),
)
_WATER = (
    ("water.goal_ml", "water goal", "none is needed: drink to thirst"),
    ("water.limit_ml", "water limit", "only if your team gave you one"),
)


class ProfileDialog(FieldsDialog[None]):
    """Units, hours, vessels, water and conditions; everything that was changed is saved as one action."""

    TITLE_TEXT = "About you"
    KEYS_TEXT = "enter save   tab next   space tick   esc leave"
    DEFAULT_CSS = """
    ProfileDialog {
        RowList { height: 8; margin: 1 0; }
        .page-heading { color: $muted; text-style: bold; margin-top: 1; }
        .about { color: $muted; }
        #why { height: 4; }
        &.-short RowList { height: 6; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
        Binding("space", "tick", "tick", show=False),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
        self._coach = coach
        self._settings = coach.profile.settings()
        known = coach.day.safety().known
        self._known = {one: known[one] for one in known if not one.endswith(_FROM_THE_DIARY)}
        self._ticked = self._held()

    def fields(self) -> list[Field]:
        own = {key.removeprefix(_VESSEL): ml for key, ml in self._settings.items() if key.startswith(_VESSEL)}
        vessels = ", ".join(f"{name}={_typed(ml)}" for name, ml in sorted(own.items()) if ml is not None)
        return [
            *(Field(key, label, _typed(self._settings.get(key)), takes) for key, label, takes in _PLAIN),
            Field(VESSELS, "your vessels", vessels, "flask=750, teacup=200"),
            *(Field(key, label, _typed(self._settings.get(key)), takes) for key, label, takes in _WATER),
        ]

    def below(self) -> ComposeResult:
        yield Static("WHAT COACH SHOULD KNOW", classes="page-heading", markup=False)
        yield Static(
            "What you tick changes what is offered. What is not ticked is not cleared: if in doubt, ask first.",
            classes="about",
            markup=False,
        )
        yield RowList()
        yield Static(id="why", classes="about", markup=False)

    def on_mount(self) -> None:
        self._show_conditions()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the whole list into sight, with what is said below it."""
        if isinstance(event.widget, RowList):
            self.page.scroll_end(animate=False, immediate=True)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Say in full what the condition is, and what it changes."""
        known = self._known[message.row]
        self.query_one("#why", Static).update(plain(f"{known.name[0].upper()}{known.name[1:]}. {known.why}"))

    def on_row_list_marked(self) -> None:
        self.action_tick()

    def on_row_list_opened(self) -> None:
        self.action_tick()

    def action_tick(self) -> None:
        """Tick the condition under the cursor, or take the tick off."""
        if (condition := self.query_one(RowList).cursor) is not None:
            self._ticked ^= {condition}
            self._show_conditions()

    def check(self, name: str, text: str) -> None:
        if name == VESSELS:
            for vessel, ml in parse_vessels(text).items():
                parse_setting(f"{_VESSEL}{vessel}", ml)
        elif name == "usual_vessel":
            self._check_vessel(text.strip().lower())
        else:
            parse_setting(name, text)

    def write(self, changed: Mapping[str, str]) -> None:
        values = {key: text for key, text in changed.items() if key != VESSELS}
        if VESSELS in changed:
            kept = parse_vessels(changed[VESSELS])
            gone = {key: "none" for key in self._settings if key.startswith(_VESSEL)}
            values |= gone | {f"{_VESSEL}{name}": ml for name, ml in kept.items()}
        ticked, held = self._ticked, self._held()
        values |= {f"{_CONDITION}{one}": "yes" for one in ticked - held}
        values |= {f"{_CONDITION}{one}": "no" for one in held - ticked}
        if values:
            self._coach.profile.set_all(values)
        self.dismiss(None)

    def _check_vessel(self, name: str) -> None:
        vessels = set(self._coach.profile.now().vessels)
        # A fault in the vessels is said at the vessels.
        with suppress(BadInputError):
            vessels |= set(parse_vessels(self.texts()[VESSELS]))
        if name not in {"", "none", *vessels}:
            raise BadInputError(f"no vessel {name!r}", hint_for(name, sorted(vessels)))

    def _held(self) -> set[str]:
        return {one for one in self._known if self._settings.get(f"{_CONDITION}{one}") is True}

    def _show_conditions(self) -> None:
        self.query_one(RowList).rows = [
            Row((Cell(*(("✓", "good") if one in self._ticked else ("·", "faint")), 1), Cell(known.name)), one)
            for one, known in self._known.items()
        ]


def parse_vessels(text: str) -> dict[str, str]:
    """The vessels in `flask=750, tea cup=200`: names as they are stored, amounts as typed.

    Raises BadInputError for what is no name with an amount.
    """
    vessels = {}
    for part in text.split(","):
        name, equals, ml = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not equals or not name or not ml:
            raise BadInputError(f"not a vessel: {part.strip()!r}", "say name=ml, like flask=750")
        vessels[name.lower().replace(" ", "-")] = ml
    return vessels


def _typed(value: Scalar) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
