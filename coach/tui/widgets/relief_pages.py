"""What Cramp now shows, page by page: pure text made from how far the relief is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coach.advice.relief import QUESTION, LeftOut
from coach.model.cause import RedFlag
from coach.model.entry import Side
from coach.tui.widgets.red_flag_text import HEADINGS
from coach.tui.widgets.relief_course import Course, Place

_NOT_MUSCLES = frozenset("cdlnquwy")
"""Letters that mean something else here or in the rest of coach."""
_LEGS = {Side.LEFT: "LEFT LEG", Side.RIGHT: "RIGHT LEG", Side.BOTH: "BOTH LEGS"}


class Piece(NamedTuple):
    """A piece of text in one of the view's tones; a click on one with an `action` does it."""

    text: str
    tone: str = "text"
    action: str = ""


Text = tuple[Piece, ...]
Key = tuple[str, str, str]
"""A key as it is written on the keyboard, what it does in words, and the action."""

_LET_GO = ("enter", "it has let go", "let_go")
_LEAVE = ("esc", "leave", "leave")
_FLAGS = ("!", "red flags", "red_flags")
_LOG = ("l", "log it and leave", "log_and_leave")
_STRIP = 56
"""So many cells a line of the strip has at 60 columns."""
_BETWEEN = "   "
_YES = "answer(True)"
_NO = "answer(False)"


@dataclass(frozen=True)
class Page:
    """The parts of the screen from top to bottom; `count` is for large digits."""

    strip: Text = ()
    head: Text = ()
    big: Text = ()
    count: str = ""
    beside: Text = ()
    below: Text = ()
    question: Text = ()
    keys: Text = ()


@dataclass(frozen=True)
class Known:
    """What the pages need beside the course.

    The muscles by id, which leg, the flag that the page is about, and what was logged, in words.
    """

    sites: Mapping[str, str]
    side: Side | None = None
    flag: RedFlag | None = None
    logged: str = ""


def muscle_letters(sites: Mapping[str, str]) -> dict[str, str]:
    """A letter of its own for each muscle: the first of its name that is free."""
    letters: dict[str, str] = {}
    for site, name in sites.items():
        free = (char for char in f"{name}{site}".lower() if char.isalpha() and char not in _NOT_MUSCLES)
        letter = next((char for char in free if char not in letters), None)
        if letter is not None:
            letters[letter] = site
    return letters


def page_of(course: Course, known: Known, at: float) -> Page:
    """The page for this moment."""
    match course.place:
        case Place.ASK:
            return Page(
                head=(Piece("ONE QUESTION FIRST", "heading"),),
                big=(Piece(course.plan.question, "strong"),),
                below=(Piece("You told coach that clots are likelier for you.", "muted"),),
                keys=_keys([("y", "yes, or not sure", _YES), ("n", "no", _NO), _LEAVE]),
            )
        case Place.STEP | Place.GATE | Place.END:
            return _step(course, known, at)
        case Place.CHECK:
            return Page(
                head=(Piece("BEFORE YOU GO ON", "heading"),),
                big=(Piece("Does a sign of CALL FOR HELP NOW or of TODAY fit?", "strong"),),
                keys=_keys([("y", "yes, or not sure", _YES), ("n", "no, none", _NO)], [_FLAGS, _LEAVE]),
            )
        case Place.STOP | Place.LATE:
            return _stop(course, known)
        case Place.AFTER:
            return _after(course, known)


def _step(course: Course, known: Known, at: float) -> Page:
    place, steps, coming = course.place, course.plan.steps, course.step + 1
    seconds = math.ceil(course.left_s(at))
    below: Text = ()
    match place:
        case Place.END:
            big, beside = "That was the last step. Stay with what eases it.", ""
            onward = ("space", "begin again", "next")
            below = _left_out(course.plan.left_out)
        case Place.GATE:
            big, beside = QUESTION, "If nothing fits, it goes on by itself."
            onward = ("n", "nothing fits", _NO)
        case _:
            following = f"Next: {steps[coming].text}" if coming < len(steps) else "This is the last step."
            big, beside = steps[course.step].text, f"step {coming} of {len(steps)}\n{following}"
            onward = ("space", "next step", "next")
            if steps[course.step].after_question:
                below = (Piece(" ".join(course.plan.cautions), "muted"),) if course.plan.cautions else ()
    return Page(
        strip=_strip(course, known, at),
        head=(Piece(_LEGS[known.side], "heading"),) if known.side else (),
        big=(Piece(big, "strong"),),
        count="" if place is Place.END else f"{seconds // 60}:{seconds % 60:02}",
        beside=(Piece(beside, "muted"),),
        below=below,
        question=_question(course),
        keys=_keys([_LET_GO, onward, _LEAVE]),
    )


def _stop(course: Course, known: Known) -> Page:
    if known.flag is None:
        head = "STOP HERE"
        do = "Do what the sign says. No stretch, no rubbing, no warmth until someone has looked at it."
        below = ""
    else:
        head, do = HEADINGS[known.flag.level], known.flag.action
        below = f"{known.flag.problem}\n\n{known.flag.signs}"
    back = ("space", "back to the steps", "next") if course.place is Place.LATE else ("n", "nothing fits", _NO)
    return Page(
        head=(Piece(head, "urgent heading"),),
        big=(Piece(do, "strong"),),
        below=(Piece(below, "muted"),),
        keys=_keys([_LET_GO, back], [_FLAGS, _LOG, _LEAVE]),
    )


def _after(course: Course, known: Known) -> Page:
    first, *further = course.plan.follow_up
    parts: list[Text] = [*((Piece(text),) for text in further), (Piece(course.plan.never, "urgent"),)]
    if course.plan.left_out:
        parts.append(_left_out(course.plan.left_out))
    if known.logged:
        parts.append((Piece(f"Logged: {known.logged}", "muted"),))
        more = [("d", "details", "details"), ("u", "take it back", "undo")]
    else:
        parts.append((Piece("Not logged.", "muted"),))
        more = [("l", "log it", "log_and_leave")]
    return Page(
        big=(Piece(first, "strong"),),
        below=_joined(parts, "\n\n"),
        keys=_keys([("enter", "back", "let_go"), *more, _FLAGS]),
    )


def _strip(course: Course, known: Known, at: float) -> Text:
    """What can be said in one key: which muscle and which leg (underlined once said), and since when."""
    choices = [
        _choice(letter, known.sites[site], f"muscle('{site}')", here=site == course.plan.site)
        for letter, site in muscle_letters(known.sites).items()
    ]
    choices += [
        _choice(key, f"{side.value} leg", f"leg('{side.value}')", here=known.side is side)
        for key, side in (("←", Side.LEFT), ("→", Side.RIGHT))
    ]
    minutes = int(course.elapsed_s(at) // 60)
    since = Piece(f"   began {minutes} min ago" if minutes else "   began just now", "muted")
    earlier = _choice("-", "a minute earlier", "earlier", here=False)
    return (*_in_lines(choices, _STRIP), Piece("\n"), *earlier, since)


def _in_lines(texts: Iterable[Text], cells: int) -> Text:
    """The texts beside each other, in as few lines as they fit; none is parted from its key."""
    lines: list[list[Text]] = []
    room = 0
    for text in texts:
        width = sum(len(piece.text) for piece in text) + len(_BETWEEN)
        if width > room:
            lines.append([])
            room = cells + len(_BETWEEN)
        lines[-1].append(text)
        room -= width
    return _joined((_joined(line, _BETWEEN) for line in lines), "\n")


def _choice(key: str, name: str, action: str, *, here: bool) -> Text:
    return Piece(f"{key} ", "key", action), Piece(name, "here" if here else "muted", action)


def _question(course: Course) -> Text:
    """The red-flag question, in sight as long as there are steps."""
    no = course.answered is False
    tone = "muted" if no else "urgent"
    asked = () if course.place is Place.GATE else (Piece(f"{QUESTION}\n", tone),)
    press = " if that has changed; you said no" if no else " if one fits, or you are not sure"
    return (*asked, Piece("!", "key", "red_flags"), Piece(press, tone, "red_flags"))


def _left_out(left_out: Iterable[LeftOut]) -> Text:
    """What is withheld, by reason."""
    by_reason: dict[str, list[str]] = {}
    for one in left_out:
        reason = f"Left out: {one.why.name}. {one.why.why} {one.why.way_on}"
        by_reason.setdefault(reason, []).append(f"\n– {one.text}")
    reasons = ((Piece(reason), Piece("".join(texts), "muted")) for reason, texts in by_reason.items())
    return _joined(reasons, "\n\n")


def _keys(*lines: Sequence[Key]) -> Text:
    """The keys of the page, in lines that fit 60 columns."""
    return _joined((_joined((_key(*key) for key in line), "   ") for line in lines), "\n")


def _key(key: str, name: str, action: str) -> Text:
    return Piece(f"{key} ", "key", action), Piece(name, "strong", action)


def _joined(texts: Iterable[Text], between: str) -> Text:
    pieces: list[Piece] = []
    for text in texts:
        if pieces:
            pieces.append(Piece(between))
        pieces.extend(text)
    return tuple(pieces)
