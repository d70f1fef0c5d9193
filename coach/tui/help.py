"""What each screen is for and how one works in it, as the first thing that `?` says."""

from __future__ import annotations

from collections.abc import Mapping

_DIARY = "The diary holds everything that was logged, on six pages. "
HELP: Mapping[str, str] = {
    "today": (
        "Today is your list for the day: last night, water, and small things that may help your legs. "
        "Go to a row with the arrows and tick what you did; that is all there is to do. "
        "Next offers one thing at a time, and days before are mended where they stand."
    ),
    "causes": (
        "Causes is for reading: why cramps happen, what may help, how sure anyone is of it, and when to see "
        "someone. Go through the list, go into a page to scroll it, and follow what it leads to. "
        "Searching looks through everything, and forgives a slip."
    ),
    "stretch": (
        "Stretch holds the routines, each with its steps and how long it takes. Start one, and it guides you "
        "move by move with a figure and a countdown. What is not for you is named with the reason, and a copy "
        "of any routine can be made your own."
    ),
    "player": (
        "A guided stretch: the figure shows the move, the digits count it down, and what comes next stands "
        "below. Stretch to where it pulls gently, never into pain. While you read this it is paused; "
        "going on is one key, and stopping keeps what you did."
    ),
    "editor": (
        "The editor changes a routine of your own, step by step: add a move, drop one, put it elsewhere, "
        "say how long and how often. Nothing is written until you save, and leaving asks first."
    ),
    "session_end": (
        "What you did is logged. One key says how it felt, if you like; when something hurt, coach offers "
        "the gentler way the next time."
    ),
    "list": _DIARY + "This is the list, newest first: open an entry to read it, mend it, or delete it; "
    "undo brings it back. A day can be opened whole.",
    "year": _DIARY + "This is the year as a calendar, each day with a sign that says how it was. "
    "Go to a day with the arrows and open it; the same can be read as a table.",
    "weeks": _DIARY + "This is the weeks beside one another: cramps, water and stretching. "
    "Walk back in time, or read the same as a table.",
    "legs": _DIARY + "This is where the cramps were, left and right. "
    "Take a longer or a shorter time, or read the same as a table.",
    "patterns": _DIARY + "This says what happened together with cramps, and when it may well be chance. "
    "What goes together need not be the cause.",
    "experiment": _DIARY + "Here one change is tried: two weeks of doing as always, then the weeks with it, "
    "and what the days before and after say. Begin one, stop it, or go on with it.",
    "day": "One day whole: what was logged on it, and the day before, which may matter for a cramp at night. "
    "Walk from day to day; its entries can be mended here too.",
}
