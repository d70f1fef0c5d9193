"""Cramp now: no form before relief; one key, and the first safe step is on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer

from coach.advice.describe import describe
from coach.advice.relief import in_bed_hours
from coach.model.entry import Cramp, Entry, Side
from coach.service.coach import Coach
from coach.tui.night import BAND, GROUND, PANEL, TEXT
from coach.tui.screens.relief_drawing import Drawing
from coach.tui.telling import telling
from coach.tui.text import one_line
from coach.tui.widgets.relief_course import Course, Place
from coach.tui.widgets.relief_pages import Known, page_of
from coach.tui.widgets.relief_text import muscle_letters
from coach.tui.widgets.relief_view import ReliefView

LOOKS_A_SECOND = 5
LEAST_MINUTES = 0.5
LONGEST_SAID = 140


class CrampNowScreen(ModalScreen[None]):
    """Relief step by step for one muscle (`site`; None: the last one), dark whatever the theme.

    It is modal so that a key pressed half asleep does nothing else. Logging comes after, in one key.
    """

    DEFAULT_CSS = f"CrampNowScreen {{ background: {GROUND}; }}"
    CSS = f"CrampNowScreen Toast {{ background: {PANEL}; color: {TEXT}; border-left: outer {BAND}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "let_go", "it has let go, then back"),
        Binding("space", "next", "next step"),
        Binding("exclamation_mark", "red_flags", "red flags by urgency", key_display="!"),
        Binding("y", "answer(True)", "yes, a sign fits"),
        Binding("n", "answer(False)", "no sign fits"),
        Binding("left", "leg('left')", "left leg"),
        Binding("right", "leg('right')", "right leg"),
        Binding("minus", "earlier", "it began a minute earlier", key_display="-"),
        Binding("d", "details", "details of the cramp"),
        Binding("l", "log_and_leave", "log it and leave"),
        Binding("u", "undo", "do not log it"),
        Binding("escape,q", "leave", "leave"),
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
        Binding("pageup", "move(-8)", "page up", show=False),
        Binding("pagedown", "move(8)", "page down", show=False),
    ]

    def __init__(self, coach: Coach, site: str | None = None) -> None:
        super().__init__()
        self.coach = coach
        self._clot_ruled_out = False
        self._course = Course.start(coach.cramps.relief(site), coach.clock.monotonic())
        self._sites = coach.cramps.sites()
        self._side: Side | None = None
        self._logged: Cramp | None = None
        self._looking: Timer | None = None
        self._view = ReliefView()
        self._drawing = Drawing(coach, self._view)

    def compose(self) -> ComposeResult:
        yield self._view

    def on_mount(self) -> None:
        self._looking = self.set_interval(1 / LOOKS_A_SECOND, self._look)
        self.app.app_suspend_signal.subscribe(self, self._covered)
        self.app.app_resume_signal.subscribe(self, self._uncovered)
        self._show()
        # The first instruction is on the screen by then.
        self.call_after_refresh(self.call_later, self._begin_to_draw)

    def on_screen_suspend(self) -> None:
        if self._looking is not None:
            self._looking.pause()
        self._covered()

    def on_screen_resume(self) -> None:
        if self._looking is not None:
            self._looking.resume()
        self._uncovered()

    def on_key(self, event: events.Key) -> None:
        site = muscle_letters(self._sites).get(event.character or "")
        if site is not None:
            event.stop()
            self.action_muscle(site)

    async def on_relief_view_chosen(self, message: ReliefView.Chosen) -> None:
        await self.run_action(message.action)

    def action_muscle(self, site: str) -> None:
        """Begin with the steps for another muscle."""
        if self._course.place is not Place.AFTER and site != self._course.plan.site:
            with telling(self):
                plan = self.coach.cramps.relief(site, clot_ruled_out=self._clot_ruled_out)
                self._go(self._course.with_plan(plan, self._now))

    def action_leg(self, side: str) -> None:
        if self._course.place is not Place.AFTER:
            self._side = Side(side)
            self._show()

    def action_next(self) -> None:
        self._go(self._course.next(self._now))

    def action_earlier(self) -> None:
        """Each press moves the beginning back by a minute; ten minutes bring the same-day page."""
        if self._course.place is not Place.AFTER:
            self._go(self._course.earlier())

    def action_answer(self, fits: bool) -> None:
        """The answer to the question that is shown; where it stands below the steps, yes opens the flags."""
        if fits and self._course.place not in {Place.ASK, Place.CHECK, Place.AFTER}:
            self.action_red_flags()
        elif not fits and self._course.place in {Place.ASK, Place.STOP} and not self._course.asked:
            self._rule_out_clot()
        else:
            self._go(self._course.answer(self._now, fits=fits))
            if self._course.place is Place.AFTER:
                self._answered_after(fits)

    def _answered_after(self, fits: bool) -> None:
        """Keep the answer with the cramp, and show what each sign means where one fits."""
        with telling(self):
            if self._logged is not None:
                signs = "yes" if self._course.signs else "no"
                self._detailed(self.coach.entries.edit(self._logged.id, {"signs": signs}))
        if fits:
            self.action_red_flags()

    def _rule_out_clot(self) -> None:
        """No clot: what waited for that answer comes among the steps."""
        self._clot_ruled_out = True
        course = self._course.answer(self._now, fits=False)
        with telling(self):
            plan = self.coach.cramps.relief(course.plan.site, clot_ruled_out=True)
            course = course.with_plan(plan, self._now)
        self._go(course)

    def action_red_flags(self) -> None:
        from coach.tui.dialogs.red_flags import RedFlagsDialog

        self._course = self._course.read_flags(self._now)
        self.app.push_screen(RedFlagsDialog(self.coach, night=True))

    def action_let_go(self) -> None:
        """Log what is known and show what follows; from there, go back."""
        if self._course.place is Place.AFTER:
            self.dismiss(None)
        elif self._course.place is not Place.ASK:
            stretched = self._course.stretched
            self._go(self._course.let_go(self._now))
            self._log(over=True, stretched=stretched)

    def action_log_and_leave(self) -> None:
        """Log a cramp that has not let go, and leave; or one that could not be logged when it let go."""
        over = self._course.place is Place.AFTER
        if self._logged is None:
            self._log(over=over)
        if self._logged is not None and not over:
            undo = self.coach.settings.keys.now().shown("app.undo")
            self.app.notify(f"logged: {self._said}; {undo} takes it back", timeout=5, markup=False)
            self.dismiss(None)

    def action_details(self) -> None:
        from coach.tui.dialogs.cramp import CrampDialog

        if self._logged is not None:
            self.app.push_screen(CrampDialog(self.coach, self._logged), self._detailed)

    def action_undo(self) -> None:
        if self._logged is not None:
            with telling(self):
                self.coach.entries.delete(self._logged.id)
                self._logged = None
        self._show()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_move(self, lines: int) -> None:
        self._view.move(lines)

    @property
    def _said(self) -> str:
        """What was logged, in words, and no longer than can be taken in."""
        return one_line(describe(self._logged), LONGEST_SAID).strip() if self._logged else ""

    @property
    def _now(self) -> float:
        return self.coach.clock.monotonic()

    def _look(self) -> None:
        self._go(self._course.tick(self._now))

    def _go(self, course: Course) -> None:
        self._course = course.tick(self._now)
        self._show()

    def _covered(self, _: App[object] | None = None) -> None:
        self._course = self._course.pause(self._now)

    def _uncovered(self, _: App[object] | None = None) -> None:
        self._course = self._course.resume(self._now)
        self._show()

    def _show(self) -> None:
        known = Known(
            self._sites,
            self._side,
            self.coach.knowledge.red_flags[self._course.flag] if self._course.flag else None,
            self._said,
        )
        self._view.page = page_of(self._course, known, self._now)
        self._drawing.show(self._course, self._side, self._now)

    async def _begin_to_draw(self) -> None:
        await self._drawing.begin()
        self._show()

    def _log(self, *, over: bool, stretched: bool = False) -> None:
        """Write the cramp with what is known of it; what cannot be written is told, and can be tried again."""
        began = self.coach.clock.local(self.coach.now() - timedelta(seconds=self._course.elapsed_s(self._now)))
        with telling(self):
            done = self.coach.cramps.log(
                at=began,
                site=self._course.plan.site,
                side=self._side,
                minutes=max(LEAST_MINUTES, round(self._course.lasted_s / 30) / 2) if over else None,
                woke=in_bed_hours(began.time(), self.coach.profile.now()) or None,
                released_by=["stretch"] if stretched else None,
                signs=self._course.signs,
            )
            self._logged = next((entry for entry in done.entries if isinstance(entry, Cramp)), None)
        self._show()

    def _detailed(self, entry: Entry | None) -> None:
        if isinstance(entry, Cramp):
            self._logged = entry
            self._show()
