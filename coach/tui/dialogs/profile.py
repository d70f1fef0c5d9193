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
from coach.model.setting import parse_setting
from coach.model.setting_words import setting_words
from coach.model.time_of_day import parse_time, time_of_day
from coach.model.work import DAY_NAMES
from coach.service.coach import Coach
from coach.tui.dialogs.answer_sheet import AnswerSheet
from coach.tui.dialogs.fields import Field, FieldsDialog
from coach.tui.text import plain
from coach.tui.widgets.answer_rows import AGE, FLAGS, REGION, opening
from coach.tui.widgets.cleared_rows import said_yes
from coach.tui.widgets.row import Cell, Row
from coach.tui.widgets.row_list import RowList

VESSELS = "vessels"
ANSWERED, CLEARED = "?answered", "?cleared"
_VESSEL = "vessel."
_NUMBERS = (
    ("emergency_number", "emergency", "your own number, where coach knows none"),
    ("advice_number", "urgent advice", "your own number for it"),
)
_WATER = (
    ("water.goal_ml", "water goal", "none is needed: drink to thirst"),
    ("water.limit_ml", "water limit", "only if your team gave you one"),
)
_LOCALE = (
    ("units", "amounts in", "ml, l, oz (US) or pint (UK)"),
    ("clock", "clock", "24h or 12h"),
    ("week_starts", "a week begins", "monday or sunday"),
)
"""What the locale says unless the person does."""
_TIMES = (
    ("day_starts_at", "a new day at", "04:00"),
    ("awake_from", "you get up at", "07:00"),
    ("awake_until", "bedtime", "22:00"),
)
_WORK = (
    ("work_from", "work from", "sitting breaks are reminded of"),
    ("work_until", "work until", "in these hours only"),
    ("work_days", "work days", "mon-fri, or mon,wed,sat"),
)
_VESSELS = (("usual_vessel", "usual vessel", "glass, cup, mug, bottle or yours"),)
_ABOUT = {
    ANSWERED: "Until you say so, coach pushes nothing that is wrong for some people. Not ticked is not cleared.",
    CLEARED: "What coach holds back until a clinician said yes: noted with its date, asked again in a year.",
}


class ProfileDialog(FieldsDialog[None]):
    """Health, water, units, hours and vessels; everything that was changed is saved as one action."""

    TITLE_TEXT = "About you"
    KEYS_TEXT = "enter save   space tick   tab next   esc leave"
    DEFAULT_CSS = """
    ProfileDialog {
        RowList { height: 8; margin: 1 0; }
        .page-heading { color: $muted; text-style: bold; margin-top: 1; }
        .about { color: $muted; }
        #why { height: 4; }
        &.-narrow #why { height: 5; }
        &.-short RowList { height: 6; margin: 0 0 1 0; }
        &.-short .about.first { display: none; }
        &.-tall RowList { height: 18; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", show=False),
        Binding("space", "turn(1)", "tick", show=False),
        Binding("right", "choose(1)", "the next one", show=False, id="turn.more"),
        Binding("left", "choose(-1)", "the one before", show=False, id="turn.less"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (34, "-tall")]
        self._coach = coach
        self._settings = coach.profile.settings()
        self._sheet = AnswerSheet(coach, lambda _: True)
        self._was_answered = coach.day.safety().answered
        self._answered = self._was_answered

    def content(self) -> ComposeResult:
        yield Static(
            "What you tick changes what is offered. What is not ticked is not cleared: if in doubt, ask first.",
            classes="about first",
            markup=False,
        )
        yield RowList()
        yield Static(id="why", classes="about", markup=False)
        yield Static("NUMBERS, WATER, UNITS, HOURS, VESSELS", classes="page-heading", markup=False)
        yield from super().content()

    def fields(self) -> list[Field]:
        person = self._coach.profile.now()
        locale = self._coach.notation
        here = {"units": locale.units, "clock": locale.clock, "week_starts": DAY_NAMES[locale.week_starts]}
        takes = {key: f"{here[key]}, as your locale has it; {said}" for key, _, said in _LOCALE}
        takes |= {key: time_of_day(parse_time(said), person.clock) for key, _, said in _TIMES}
        plain_ones = [
            Field(key, label, setting_words(key, self._settings.get(key), person.notation), takes.get(key, said))
            for key, label, said in (*_NUMBERS, *_WATER, *_LOCALE, *_TIMES, *_WORK, *_VESSELS)
        ]
        vessels = ", ".join(f"{name}={said}" for name, said in self._own_vessels().items())
        return [*plain_ones, Field(VESSELS, "your vessels", vessels, "flask=750, teacup=8oz")]

    def _own_vessels(self) -> dict[str, str]:
        """The person's vessels by name, each with its amount as it is shown."""
        written = self._coach.profile.now().notation
        own = sorted((key, ml) for key, ml in self._settings.items() if key.startswith(_VESSEL) and ml is not None)
        return {key.removeprefix(_VESSEL): setting_words(key, ml, written) for key, ml in own}

    def on_mount(self) -> None:
        self._show()
        if self._sheet.ran_out:
            self.query_one(RowList).cursor = self._sheet.ran_out[0]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The whole list is in sight when it has the focus, with what is said above and below it."""
        if isinstance(event.widget, RowList):
            self.call_after_refresh(self._to_list)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.call_after_refresh(self._to_list)

    def on_row_list_moved(self) -> None:
        self._explain()

    def on_row_list_marked(self) -> None:
        self.action_turn(1)

    def on_row_list_opened(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Tick what is under the cursor, take the tick off, or open what it names."""
        row = self.query_one(RowList).cursor
        if row == CLEARED:
            from coach.tui.dialogs.cleared import ClearedDialog

            self.app.push_screen(ClearedDialog(self._coach), lambda _: self._show())
        elif row == FLAGS:
            from coach.tui.dialogs.red_flags import RedFlagsDialog

            self.app.push_screen(RedFlagsDialog(self._coach))
        elif row == ANSWERED:
            self._answered = not self._answered
            self._show()
        elif row is not None and self._sheet.turn(row, by):
            self._show()

    def action_choose(self, by: int) -> None:
        """Go through what a row offers; a tick is not changed by an arrow."""
        if self.query_one(RowList).cursor in {AGE, REGION}:
            self.action_turn(by)

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
            before, now = self._own_vessels(), parse_vessels(changed[VESSELS])
            values |= {f"{_VESSEL}{name}": "none" for name in before if name not in now}
            # What was left as it is shown stays as it is stored, to the tenth of a millilitre.
            values |= {f"{_VESSEL}{name}": said for name, said in now.items() if said != before.get(name)}
        self._check_work()
        values |= self._sheet.changed
        if self._answered and not self._was_answered:
            self._coach.profile.answer(values)
        elif not self._answered and self._was_answered:
            self._coach.profile.set_all(values | {"answered": "none"})
        elif values:
            self._coach.profile.set_all(values)
        self.dismiss(None)

    def _check_vessel(self, name: str) -> None:
        vessels = set(self._coach.profile.now().vessels)
        # A fault in the vessels is said at the vessels.
        with suppress(BadInputError):
            vessels |= set(parse_vessels(self.texts()[VESSELS]))
        if name not in {"", "none", *vessels}:
            raise BadInputError(f"no vessel {name!r}", hint_for(name, sorted(vessels)))

    def _check_work(self) -> None:
        texts = self.texts()
        given = [bool(texts[key].strip()) for key in ("work_from", "work_until")]
        if any(given) and not all(given):
            raise BadInputError("working hours have two ends", "say work from and work until, or leave both empty")

    def _to_list(self) -> None:
        if isinstance(self.focused, RowList):
            self.page.scroll_home(animate=False, immediate=True)

    def _show(self) -> None:
        mark = ("✓", "good") if self._answered else ("·", "faint")
        first = [Row((Cell(*mark, 1), Cell("I have gone through these questions")), ANSWERED)]
        safety = self._coach.day.safety()
        waiting, given = len(safety.waiting), len(said_yes(safety, self._coach.profile.now()))
        if waiting or given:
            first.append(opening(f"Ask first: {waiting} wait for a yes, {given} have one", CLEARED))
        self.query_one(RowList).rows = [*first, Row(), *self._sheet.rows()]
        self._explain()

    def _explain(self) -> None:
        """Say in full what the row is about, and what it changes."""
        row = self.query_one(RowList).cursor or ""
        self.query_one("#why", Static).update(plain(_ABOUT.get(row) or self._sheet.about(row)))


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
            raise BadInputError(f"not a vessel: {part.strip()!r}", "say name=amount, like flask=750")
        vessels[name.lower().replace(" ", "-")] = ml
    return vessels
