"""What Cramp now shows, page by page: pure text made from how far the relief is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coach.advice.relief import QUESTION, QUESTION_AFTER, LeftOut, for_leg, limb_named
from coach.model.cause import RedFlag
from coach.model.entry import Side
from coach.tui.widgets.red_flag_text import HEADINGS
from coach.tui.widgets.relief_course import Course, Place
from coach.tui.widgets.relief_text import Key, Piece, Text, choice, in_lines, joined, keys, large, muscle_letters

LONGEST_COUNT_S = 60
"""What takes longer than a minute is not counted along with; it only says what is left."""
BREATH_S = 5.0
"""As slowly as the figure breathes: twelve breaths a minute."""
_LET_GO: Key = ("enter", "it has let go", "let_go")
_LEAVE: Key = ("esc", "leave", "leave")
_FLAGS: Key = ("!", "red flags", "red_flags")
_LOG: Key = ("l", "log it and leave", "log_and_leave")
_STRIP = 56
"""So many cells a line of the strip has at 60 columns."""
_YES = "answer(True)"
_NO = "answer(False)"


@dataclass(frozen=True)
class Page:
    """The parts of the screen from top to bottom; `count` is for large digits."""

    head: Text = ()
    big: Text = ()
    count: str = ""
    beside: Text = ()
    below: Text = ()
    question: Text = ()
    strip: Text = ()
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


def page_of(course: Course, known: Known, at: float) -> Page:
    """The page for this moment."""
    match course.place:
        case Place.ASK:
            return Page(
                head=(Piece("ONE QUESTION FIRST", "heading"),),
                big=large(course.plan.question),
                below=(Piece("This comes first because clots may be likelier for you.", "muted"),),
                keys=keys([("y", "yes, or not sure", _YES), ("n", "no", _NO), _LEAVE]),
            )
        case Place.STEP | Place.GATE | Place.END:
            return _step(course, known, at)
        case Place.CHECK:
            return Page(
                head=(Piece("BEFORE YOU GO ON", "heading"),),
                big=large("Does a sign of CALL FOR HELP NOW or of TODAY fit?"),
                keys=keys([("y", "yes, or not sure", _YES), ("n", "no, none", _NO)], [_FLAGS, _LEAVE]),
            )
        case Place.STOP | Place.LATE:
            return _stop(course, known, at)
        case Place.AFTER:
            return _after(course, known)


def _step(course: Course, known: Known, at: float) -> Page:
    steps, coming = course.plan.steps, course.step + 1
    count, beside = _count(course, at)
    below: Text = ()
    onward: Key = ("space", "next step", "next")
    place = f"step {coming} of {len(steps)}"
    match course.place:
        case Place.END:
            big, count, beside = "That was the last step. Stay with what eases it.", "", ""
            onward = ("space", "begin again", "next")
            place = "the last step is over"
            below = _left_out(course.plan.left_out)
        case Place.GATE:
            big, beside = QUESTION, f"of {course.step_s}\nIf nothing fits, it goes on by itself."
            onward = ("n", "nothing fits", _NO)
            place = "before the next step"
        case _:
            big = for_leg(steps[course.step].text, known.side)
            if steps[course.step].after_question and course.plan.cautions:
                below = (Piece(" ".join(course.plan.cautions), "muted"),)
    limb = limb_named(course.plan.name, known.side).upper()
    return Page(
        head=(Piece(limb, "heading"), Piece(f"   {place}", "muted")),
        big=large(big),
        count=count,
        beside=(Piece(beside, "muted"),),
        below=below,
        question=_question(course),
        strip=_strip(course, known, at),
        keys=keys([_LET_GO, onward, _LEAVE]),
    )


def _count(course: Course, at: float) -> tuple[str, str]:
    """The slow count of a step with the breath beside it, or the time that is left of a long one."""
    of_s = course.step_s
    left_s = math.ceil(course.left_s(at))
    done_s = of_s - course.left_s(at)
    breath = "breathe in" if done_s % BREATH_S < BREATH_S / 2 else "breathe out"
    if of_s > LONGEST_COUNT_S:
        return f"{left_s // 60}:{left_s % 60:02}", f"left\n{breath}, slowly"
    return str(min(of_s, math.floor(done_s) + 1)), f"of {of_s}, slowly\n{breath}"


def _stop(course: Course, known: Known, at: float) -> Page:
    if known.flag is None:
        head = "STOP HERE"
        do = "Do what the sign says. No stretch, no rubbing, no warmth until someone has looked at it."
        below = ""
    else:
        head, do = HEADINGS[known.flag.level], known.flag.action
        below = f"{known.flag.problem}\n\n{known.flag.signs}"
    back: Key = ("n", "nothing fits", _NO)
    if course.place is Place.LATE:
        back = ("space", "back to the steps" if course.late_back is not Place.ASK else "back", "next")
    elif course.is_late(at):
        below = f"It has lasted more than ten minutes. That alone is for a doctor today.\n\n{below}"
    return Page(
        head=(Piece(head, "urgent heading"),),
        big=large(do),
        below=(Piece(below, "muted"),),
        keys=keys([_LET_GO, back], [_FLAGS, _LOG, _LEAVE]),
    )


def _after(course: Course, known: Known) -> Page:
    first, *further = course.plan.rest_only if course.signs else course.plan.follow_up
    parts: list[Text] = [(Piece(text),) for text in further]
    if course.plan.rest_only != (first, *further):
        parts.append((Piece(course.plan.never, "urgent"),))
    if course.plan.left_out:
        parts.append(_left_out(course.plan.left_out))
    more: list[Key] = [("l", "log it", "log_and_leave")]
    if known.logged:
        more = [("d", "details", "details"), ("u", "take it back", "undo")]
    return Page(
        head=(Piece("STOP HERE", "urgent heading"),) if course.signs else (),
        big=large(first),
        below=joined(parts, "\n\n"),
        question=_question_after(course),
        strip=(Piece(f"Logged: {known.logged}" if known.logged else "Not logged.", "muted"),),
        keys=keys([("enter", "back", "let_go"), *more, _FLAGS]),
    )


def _strip(course: Course, known: Known, at: float) -> Text:
    """What can be said in one key: which muscle and which leg (underlined once said), and since when."""
    choices = [
        choice(letter, known.sites[site], f"muscle('{site}')", here=site == course.plan.site)
        for letter, site in muscle_letters(known.sites).items()
    ]
    choices += [
        choice(key, f"{side.value} leg", f"leg('{side.value}')", here=known.side is side)
        for key, side in (("←", Side.LEFT), ("→", Side.RIGHT))
    ]
    minutes = int(course.elapsed_s(at) // 60)
    since = Piece(f"   began {minutes} min ago" if minutes else "   began just now", "muted")
    earlier = choice("-", "a minute earlier", "earlier", here=False)
    return (*in_lines(choices, _STRIP), Piece("\n"), *earlier, since)


def _question(course: Course) -> Text:
    """The red-flag question, in sight as long as there are steps."""
    no = course.answered is False
    tone = "muted" if no else "urgent"
    asked = () if course.place is Place.GATE else (Piece(f"{QUESTION}\n", tone),)
    press = " if that has changed; you said no" if no else " if one fits, or you are not sure"
    return (*asked, Piece("!", "key", "red_flags"), Piece(press, tone, "red_flags"))


def _question_after(course: Course) -> Text:
    """What is asked once it has let go; nothing more when a sign fitted before."""
    if course.answered:
        return ()
    tone = "muted" if course.still is False else "urgent"
    yes, no = choice("y", "yes, or not sure", _YES, here=course.still is True), choice("n", "no", _NO, here=False)
    answers = (Piece("you said no", "muted"),) if course.still is False else joined((yes, no), "   ")
    return (Piece(f"{QUESTION_AFTER}\n", tone), *answers)


def _left_out(left_out: Iterable[LeftOut]) -> Text:
    """What is withheld, by reason."""
    by_reason: dict[str, list[str]] = {}
    for one in left_out:
        reason = f"Left out: {one.why.name}. {one.why.why} {one.why.way_on}"
        by_reason.setdefault(reason, []).append(f"\n– {one.text}")
    reasons = ((Piece(reason), Piece("".join(texts), "muted")) for reason, texts in by_reason.items())
    return joined(reasons, "\n\n")
