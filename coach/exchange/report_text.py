"""The report as Markdown and as CSV; what a person typed is never markup, and never a formula."""

from __future__ import annotations

import csv
import io
import re

from coach.exchange.cell import guarded
from coach.exchange.report import Report, Week
from coach.exchange.report_words import footing, sections, title_of
from coach.exchange.sheet import BOM

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$^@!]|:(?=/)|(?<=www)\.", re.IGNORECASE)
"""What is markup within a line; nothing that a person typed begins one."""


def markdown(report: Report) -> str:
    """The report as Markdown in which only headings and lists are markup."""
    lines = [f"# {_plain(title_of(report))}", ""]
    for section in sections(report):
        lines += [f"## {_plain(section.title)}", ""]
        lines += [
            f"- {f'**{_plain(fact.about)}:** ' if fact.about else ''}{_plain(fact.said)}" for fact in section.facts
        ]
        lines.append("")
    lines += ["## By week", ""]
    lines += [f"- **From {week.first.day} {week.first:%B %Y}:** {_of_week(week)}" for week in report.weeks]
    lines += ["", _plain(footing(report)), ""]
    return "\n".join(lines)


def sheet(report: Report) -> str:
    """The report as CSV with a byte-order mark: section, about, said; then the weeks."""
    written = io.StringIO(newline="")
    written.write(BOM)
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("section", "about", "said"))
    for section in sections(report):
        for fact in section.facts:
            writer.writerow((guarded(section.title), guarded(fact.about), guarded(fact.said)))
    for week in report.weeks:
        said = f"{week.cramp_days} with a cramp, {week.answered} answered, of {week.days}"
        writer.writerow(("By week", week.first.isoformat(), said))
    return written.getvalue()


def _of_week(week: Week) -> str:
    """`2 days with a cramp, of 6 answered`: no table, for one is hard to hear."""
    if not week.answered:
        return "not answered"
    days = f"{week.cramp_days} day{'' if week.cramp_days == 1 else 's'}"
    return f"{days} with a cramp, of {week.answered} answered"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
