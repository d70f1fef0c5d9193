"""What the Causes mode shows: its list and its page, each by itself."""

from __future__ import annotations

from coach.tui.app import CoachApp
from coach.tui.widgets.page import PageView
from coach.tui.widgets.row_list import RowList
from tests.support.tui import screen_text

TALL = (120, 200)
"""A screen on which a whole page stands at once."""


def cursor(app: CoachApp) -> str | None:
    """The row under the cursor."""
    return app.screen.query_one(RowList).cursor


def go_to(app: CoachApp, row: str) -> None:
    """Put the cursor on a row of the list."""
    rows = app.screen.query_one(RowList)
    assert row in listed(app), f"no row {row}"
    rows.cursor = row


def listed(app: CoachApp) -> list[str]:
    """The rows that can have the cursor, in their order."""
    return [row.id for row in app.screen.query_one(RowList).rows if row.id]


def page_text(app: CoachApp) -> str:
    """The page as running text, without the list beside it and without its bars."""
    region = app.screen.query_one(PageView).region
    lines = screen_text(app).splitlines()[region.y : region.bottom]
    return " ".join(" ".join(line[region.x : region.right] for line in lines).replace("▌", "").split())


def page_title(app: CoachApp) -> str:
    """The first line of the page, while it is scrolled to its beginning."""
    region = app.screen.query_one(PageView).region
    return screen_text(app).splitlines()[region.y][region.x : region.right].strip()
