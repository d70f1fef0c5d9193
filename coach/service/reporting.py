"""The report for a clinician, made from the diary when it is asked for."""

from __future__ import annotations

import os
from datetime import timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.advice.clinician import TRIAL_DAYS, see_professional, stretch_before_bed
from coach.advice.days import day_at
from coach.advice.recent import Recent
from coach.diary.files import replace_file
from coach.errors import BadInputError
from coach.exchange.report import Beside, Report, report_of
from coach.exchange.report_html import html
from coach.exchange.report_text import markdown, sheet
from coach.exchange.told import told

if TYPE_CHECKING:
    from coach.service.coach import Coach

USUAL_DAYS = 90
FEWEST_DAYS, MOST_DAYS = 7, 366


class ReportFormat(StrEnum):
    """How a report is written."""

    MD = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


ENDINGS = {
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".md": ReportFormat.MD,
    ".csv": ReportFormat.CSV,
    ".json": ReportFormat.JSON,
}


class ReportService:
    """Reports of the last days; nothing leaves this machine but by the person's own hand."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach

    def make(self, days: int = USUAL_DAYS) -> Report:
        """The last `days` days, 7 to 366, as values; raises BadInputError for any other number."""
        if not FEWEST_DAYS <= days <= MOST_DAYS:
            raise BadInputError(
                f"cannot report {days} days", f"give a number of days from {FEWEST_DAYS} to {MOST_DAYS}"
            )
        coach = self._coach
        now, person, today = coach.now(), coach.person(), coach.current_day()
        last = day_at(now, person.awake_from)
        first = last - timedelta(days=days - 1)
        entries = coach.diary.entries(first - timedelta(days=1), last + timedelta(days=1))
        recent = Recent(coach.diary.by_day(today - timedelta(days=TRIAL_DAYS), today))
        beside = Beside(
            experiments=tuple(
                view for view in coach.experiments.views() if view.ends is None or view.ends >= first
            ),
            patterns=coach.patterns.view(),
            told=told(coach.diary.versions(), coach.library.conditions, first, person.answered, now.tzinfo),
            see_professional=see_professional(today, recent, stretch_before_bed(coach.library.checklist)),
        )
        return report_of(
            entries,
            last,
            days,
            made=now,
            awake_from=person.awake_from,
            week_starts=person.week_starts,
            beside=beside,
        )

    def text(self, form: ReportFormat, days: int = USUAL_DAYS) -> str:
        """The report as the text of a file; raises BadInputError for a number of days that cannot be."""
        made = self.make(days)
        match form:
            case ReportFormat.HTML:
                return html(made)
            case ReportFormat.CSV:
                return sheet(made)
            case ReportFormat.JSON:
                return msgspec.json.encode(made).decode()
            case ReportFormat.MD:
                return markdown(made)

    def write(self, path: Path, form: ReportFormat, days: int = USUAL_DAYS) -> None:
        """Write the report to a file, whole or not at all, mode 0600.

        Raises BadInputError for a number of days that cannot be, and StorageError.
        """
        replace_file(path, self.text(form, days).encode())

    def suggested(self) -> Path:
        """Where a report of today may lie: a new file in the person's home folder, or here without one."""
        try:
            folder = Path.home()
        except RuntimeError:
            folder = Path()
        name = f"coach-report-{self._coach.current_day()}"
        return next(
            path
            for number in count(1)
            if not os.path.lexists(path := folder / f"{name}{f'-{number}' if number > 1 else ''}.html")
        )

    def write_new(self, said: Path, days: int = USUAL_DAYS) -> Path:
        """Write the report to a file that is not there yet, in the format of its ending; gives its whole path.

        Raises BadInputError for a file that is there, and for an ending that is none of a report; StorageError.
        """
        try:
            path = said.expanduser().absolute()
        except RuntimeError:
            raise BadInputError(f"no home folder for {said}", "give the whole path") from None
        form = ENDINGS.get(path.suffix.lower())
        if form is None:
            raise BadInputError(f"a report cannot be {path.name}", f"end the name in one of {', '.join(ENDINGS)}")
        if os.path.lexists(path):
            raise BadInputError(f"{path} is there already, and stays as it is", "give another name")
        self.write(path, form, days)
        return path
