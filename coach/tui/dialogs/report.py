"""The report for a clinician, written to a file that the person names."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from coach.errors import CoachError
from coach.service.coach import Coach
from coach.service.reporting import USUAL_DAYS
from coach.tui.dialogs.dialog import Dialog
from coach.tui.text import plain
from coach.tui.widgets.plain_input import PlainInput

WHAT = (
    f"One page about the last {USUAL_DAYS} days: how often, how bad, where, what was tried and what came of it, "
    "medicines and conditions you ticked, and your questions. A note with a question mark is a question; "
    "n on Today writes one."
)
PRINT = (
    "Open it in a browser and print it (ctrl+p there): it fits one sheet of A4. It fetches nothing and sends "
    "nothing. It is about your health, so mind where it lies."
)


class ReportDialog(Dialog[None]):
    """Asks for the file, writes it, and says how it is printed; no file that is there is written over."""

    TITLE_TEXT = "Report for the clinician"
    KEYS_TEXT = "enter write it   esc leave"

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._is_written = False

    def content(self) -> ComposeResult:
        yield Static(plain(WHAT), id="what", markup=False)
        yield Static("File", classes="label", markup=False)
        yield PlainInput(str(self._coach.reports.suggested()), id="file")
        yield Static(id="fault", classes="fault", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self._is_written:
            self.dismiss(None)
            return
        fault = self.query_one("#fault", Static)
        try:
            path = self._coach.reports.write_new(Path(event.value.strip()))
        except CoachError as error:
            fault.update(plain(f"{error.message}: {error.hint}"))
            return
        self._is_written = True
        fault.update("")
        self.query_one("#what", Static).update(plain(f"Written to {path}\n\n{PRINT}"))
        self.query_one(".label").display = self.query_one("#file").display = False
        self.query_one(".keys", Static).update("esc leave")
