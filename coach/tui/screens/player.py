"""The Player: a routine guided in time, from the first position to the last hold."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from coach.model import entry
from coach.model.text import clean
from coach.service.coach import Coach
from coach.service.day import Done
from coach.service.progress import SAVE_EVERY_S, Progress
from coach.session.session import Session, State
from coach.session.timeline import Kind, Timeline
from coach.tui.dialogs.stop import Stop, StopDialog
from coach.tui.messages import SessionOver, SessionWaits
from coach.tui.screens.session_end import SessionEndScreen
from coach.tui.telling import telling
from coach.tui.widgets.hold_view import HoldView
from coach.tui.widgets.move_panel import MovePanel
from coach.tui.widgets.player_words import shown
from coach.tui.widgets.session_bar import SessionBar
from coach.tui.widgets.top_line import TopLine

BEAT_S = 0.1
FLASH_S = 0.5
LEAST_HELD_S = 1.0
"""Less than this is a slip of the finger, and nothing worth a line in the diary."""


class PlayerScreen(Screen[None]):
    """Guides through a timeline; whatever ends it, what was held is logged once, or nothing is."""

    DEFAULT_CSS = """
    PlayerScreen {
        Footer { padding-left: 2; background: $background; FooterLabel { margin: 0 1; } }
        #stage { height: 1fr; margin: 1 0 0 0; }
        MovePanel { width: 1fr; margin: 0 2 0 3; }
        HoldView { width: 36; margin: 0 3 0 2; }
        #said { display: none; }
        &.-narrow #said, &.-short #said, #said.-paused { display: block; }
        &.-wide #stage { margin: 3 0 0 0; }
        &.-wide HoldView { width: 48; margin: 0 6 0 4; }
        &.-narrow Footer { padding-left: 0; }
        &.-narrow #stage, &.-short #stage { margin: 1 0 0 0; }
        &.-narrow MovePanel, &.-short MovePanel, &.-digits MovePanel { display: none; }
        &.-narrow HoldView, &.-short HoldView { width: 1fr; margin: 0 3; }
        &.-narrow #side, &.-short #side, &.-short #purpose { margin: 0; }
        &.-digits #stage { align: center middle; }
        &.-digits HoldView {
            width: 1fr;
            height: auto;
            margin: 0 3;
            #name, #purpose, #said, #said.-paused { display: none; }
            #kind { width: 1fr; }
            #kind, #side, #side.-right, #next, Digits { text-align: center; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause"),
        Binding("space", "go_on", "go on"),
        Binding("right,n", "next", "next", key_display="→"),
        Binding("left,b", "back", "back", key_display="←"),
        Binding("plus,equals_sign", "more", "10 s more", key_display="+"),
        Binding("z", "digits", "digits only"),
        Binding("q,escape", "stop", "stop", key_display="q"),
    ]

    def __init__(self, coach: Coach, timeline: Timeline, begun: Progress | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
        self.coach = coach
        self.timeline = timeline
        self._begun = begun
        self._started = begun.started if begun else coach.now()
        self.session = begun.session if begun else Session.start(timeline, coach.clock.monotonic())
        self._saved_at = coach.clock.monotonic()
        self._changed_at = coach.clock.monotonic()
        self._over = False
        self._beating: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TopLine("stretch")
        yield SessionBar(self.timeline.name)
        with Horizontal(id="stage"):
            yield MovePanel()
            yield HoldView()
        yield Footer(show_command_palette=False, compact=True)

    def keep(self) -> Done | None:
        """Log what was held, once; None when there was nothing to log or it is logged already.

        Raises StorageError; then the session is as it was, and can be kept again.
        """
        if self._over:
            return None
        stopped = self.session.stop(self.coach.clock.monotonic())
        steps = stopped.result()
        if sum(step.held_s for step in steps) < LEAST_HELD_S:
            self.coach.progress.end()
            return None
        done = self.coach.progress.log(Progress(self._started, stopped))
        self.session = stopped
        self._over = True
        return done

    # Time

    def on_mount(self) -> None:
        # Opening may take a while on a slow machine, and is no part of the routine.
        if self._begun is None:
            self.session = Session.start(self.timeline, self.coach.clock.monotonic())
        self._beating = self.set_interval(BEAT_S, self._beat)
        self.call_after_refresh(self._beat)

    def on_screen_suspend(self) -> None:
        if self._beating is not None:
            self._beating.pause()
        if not self._over:
            self.session = self.session.pause(self.coach.clock.monotonic())
            self.post_message(SessionWaits(clean(self.timeline.name)))

    def on_screen_resume(self) -> None:
        if self._over:
            return
        if self._beating is not None:
            self._beating.resume()
        self.post_message(SessionWaits(""))
        self._show()
        if self.session.state is State.DONE:
            self._end()

    def _beat(self) -> None:
        if self.session.state is State.RUNNING:
            self._go_to(self.session.tick(self.coach.clock.monotonic()))
        else:
            self._show()

    def _go_to(self, session: Session) -> None:
        before, self.session = self.session, session
        now = self.coach.clock.monotonic()
        if session.index != before.index:
            self._changed_at = now
        if (
            session.index != before.index
            or session.state is not before.state
            or now - self._saved_at >= SAVE_EVERY_S
        ):
            self._save(now)
        self._show()
        if session.state is not before.state:
            self.refresh_bindings()
            if session.state is State.DONE:
                self._end()

    def _save(self, now: float) -> None:
        """Keep where the session is, against a crash; done too seldom to be felt."""
        self._saved_at = now
        with telling(self):
            self.coach.progress.save(Progress(self._started, self.session))

    def _show(self) -> None:
        now = self.coach.clock.monotonic()
        view = self.session.view(self.session.seen)
        move = self.coach.knowledge.moves[view.segment.move]
        words = shown(view, move)
        flash = words.works and now - self._changed_at < FLASH_S
        self.query_one(SessionBar).show(words, view.total_progress)
        self.query_one(HoldView).show(words, view.segment_progress, flash=flash)
        self.query_one(MovePanel).show(move, words.cue, preparing=view.segment.kind is Kind.PREPARE)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        running = self.session.state is State.RUNNING
        return {"pause": running, "go_on": not running}.get(action, True)

    def action_pause(self) -> None:
        self._go_to(self.session.pause(self.coach.clock.monotonic()))

    def action_go_on(self) -> None:
        """Go on where it stood still, or try again to save what is done."""
        if self.session.state is State.DONE:
            self._end()
        else:
            self._go_to(self.session.resume(self.coach.clock.monotonic()))

    def action_next(self) -> None:
        self._go_to(self.session.next(self.coach.clock.monotonic()))

    def action_back(self) -> None:
        self._go_to(self.session.back(self.coach.clock.monotonic()))

    def action_more(self) -> None:
        self._go_to(self.session.more(self.coach.clock.monotonic()))

    def action_digits(self) -> None:
        """Only the countdown, to be read from across the room; again for everything."""
        self.toggle_class("-digits")

    def action_stop(self) -> None:
        """Stop, and ask what becomes of what was held; when nothing was, there is nothing to ask."""
        running = self.session.state is State.RUNNING
        self._go_to(self.session.pause(self.coach.clock.monotonic()))
        if self._over:
            return
        held_s = self.session.view(self.session.seen).held_s
        if held_s < LEAST_HELD_S:
            self._leave(None)
            return

        def stopped(choice: Stop | None) -> None:
            if choice is Stop.KEEP:
                self._end()
            elif choice is Stop.DISCARD:
                self._leave(None)
            elif running:
                self.action_go_on()

        self.app.push_screen(StopDialog(self.timeline.name, held_s), stopped)

    # The end

    def _end(self) -> None:
        """Log, and show what was done; what cannot be logged is told and stays here to be tried again."""
        with telling(self):
            self._leave(self.keep())

    def _leave(self, done: Done | None) -> None:
        self._over = True
        self.coach.progress.end()
        if self._beating is not None:
            self._beating.stop()
        self.post_message(SessionOver())
        logged = [one for one in (done.entries if done else ()) if isinstance(one, entry.Session)]
        if logged:
            self.app.switch_screen(SessionEndScreen(self.coach, logged[0]))
        else:
            self.notify("nothing was logged", timeout=4, markup=False)
            self.dismiss()
