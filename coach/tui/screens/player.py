"""The Player: a routine guided in time, from the first position to the last hold."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer

from coach.model import entry
from coach.model.text import clean
from coach.service.coach import Coach
from coach.service.day import Done
from coach.service.progress import LEAST_HELD_S, Progress
from coach.session.session import Session, State
from coach.session.timeline import Timeline
from coach.tui.dialogs.stop import Stop, StopDialog
from coach.tui.help import HELP
from coach.tui.messages import SessionOver, SessionWaits
from coach.tui.screens.guiding import Event, Guiding
from coach.tui.screens.session_end import SessionEndScreen
from coach.tui.sounding import Sounding
from coach.tui.telling import telling
from coach.tui.widgets.foot_line import FootLine
from coach.tui.widgets.next_look import next_look_s
from coach.tui.widgets.player_stage import PlayerStage
from coach.tui.widgets.player_words import shown
from coach.tui.widgets.session_bar import SessionBar
from coach.tui.widgets.top_line import TopLine

BEAT_S = 0.5
"""The longest time between two looks at the session; moments that matter are looked at when they come."""
SHORTEST_S = 0.005
FLASH_S = 0.45


class PlayerScreen(Screen[None]):
    """Guides through a timeline; whatever ends it, what was held is logged once, or nothing is."""

    HELP = HELP["player"]
    DEFAULT_CSS = """
    PlayerScreen {
        Footer { padding-left: 2; background: $background; FooterLabel { margin: 0 1; } }
        &.-narrow Footer { padding-left: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause", id="player.pause"),
        Binding("space", "go_on", "go on", id="player.pause"),
        Binding("right,n", "next", "next", key_display="→", id="player.next"),
        Binding("left,b", "back", "back", key_display="←", id="player.back"),
        Binding("plus,equals_sign", "more", "10 s", key_display="+", id="player.more"),
        Binding("m", "sound", "sound", id="player.mute"),
        Binding("M", "sound_settings", "sound settings and test", show=False, id="player.sound"),
        Binding("z", "digits", "digits", id="player.digits"),
        Binding("q,escape", "stop", "stop", key_display="q", id="player.stop"),
    ]

    def __init__(self, coach: Coach, timeline: Timeline, begun: Progress | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
        self.coach = coach
        self.timeline = timeline
        self._guiding = Guiding(coach, timeline, begun)
        self._sounding = Sounding(coach, self.app)
        self._looking: Timer | None = None

    @property
    def session(self) -> Session:
        """The session as it was last looked at."""
        return self._guiding.session

    def compose(self) -> ComposeResult:
        yield TopLine("stretch", self.coach.settings.keys.now())
        yield SessionBar(self.timeline.name)
        yield PlayerStage()
        yield FootLine()

    def keep(self) -> Done | None:
        """Log what was held, once, as `Guiding.keep` says; raises StorageError."""
        return self._guiding.keep()

    # Time

    def on_mount(self) -> None:
        with telling(self):
            self._sounding.reload()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._guiding.begin()
        self._sounding.hear(None, self.session)
        self._show()
        self.call_after_refresh(self._save, None)

    def on_screen_suspend(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        if not self._guiding.is_over:
            self._happen(Session.pause)
            self.post_message(SessionWaits(clean(self.timeline.name)))

    def on_screen_resume(self) -> None:
        if self._guiding.is_over:
            return
        with telling(self):
            self._sounding.reload()
        self.post_message(SessionWaits(""))
        self._show()
        if self.session.state is State.DONE:
            self._end()

    def on_unmount(self) -> None:
        self._sounding.close()

    def _look(self) -> None:
        self._looking = None
        self._happen(Session.tick)
        for fault in self._sounding.tend():
            self.notify(fault, severity="warning", timeout=8, markup=False)

    def _happen(self, event: Event) -> None:
        """Let something happen now: it is shown and heard, and kept when that is done."""
        before = self._guiding.happen(event)
        session = self.session
        self._show()
        self._sounding.hear(before, session)
        if self.is_current:
            # Writing to disk first would hold up the screen.
            self.call_after_refresh(self._save, before)
        else:
            self._save(before)
        if session.state is not before.state:
            self.refresh_bindings()
            if session.state is State.DONE:
                self._end()

    def _save(self, before: Session | None) -> None:
        with telling(self):
            self._guiding.save(before)

    def _press(self, event: Event) -> None:
        """Let a key do something, after the time until then has passed."""
        self._happen(Session.tick)
        if not self._guiding.is_over:
            self._happen(event)

    def _show(self) -> None:
        if not self.is_current or self._guiding.is_over:
            return
        view = self.session.view(self.session.seen)
        move = self.coach.knowledge.moves[view.segment.move]
        words = shown(view, move)
        self.query_one(SessionBar).show(words, view.total_progress, self._sounding.said)
        still = self.app.animation_level == "none"
        flash = words.works and not still and self._guiding.for_s < FLASH_S
        self.query_one(PlayerStage).show(view, move, words, flash=flash, still=still)
        self._look_in(next_look_s(view, move.pose, still=still, longest_s=BEAT_S))

    def _look_in(self, seconds: float) -> None:
        """Look again so many seconds after the last look, which drawing has taken a part of."""
        if self._looking is not None:
            self._looking.stop()
        since_s = self.coach.clock.monotonic() - self.session.seen if self._guiding.is_running else 0.0
        self._looking = self.set_timer(max(SHORTEST_S, seconds - since_s), self._look)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        running = self._guiding.is_running
        return {"pause": running, "go_on": not running}.get(action, True)

    def action_pause(self) -> None:
        self._press(Session.pause)

    def action_go_on(self) -> None:
        """Go on where it stood still, or try again to save what is done."""
        if self.session.state is State.DONE:
            self._end()
        else:
            self._press(Session.resume)

    def action_next(self) -> None:
        self._press(Session.next)

    def action_back(self) -> None:
        self._press(Session.back)

    def action_more(self) -> None:
        self._press(Session.more)

    def action_sound(self) -> None:
        """Sound on or off for this session, whatever the hour and the settings."""
        said = "sound on" if self._sounding.toggle() else "sound off, for this session"
        self.notify(said, timeout=3, markup=False)
        self._show()

    def action_sound_settings(self) -> None:
        from coach.tui.dialogs.sound import SoundDialog

        self.app.push_screen(SoundDialog(self.coach, self._sounding))

    def action_digits(self) -> None:
        """Only the countdown, to be read from across the room; again for everything."""
        self.query_one(PlayerStage).toggle_class("-digits")

    def action_stop(self) -> None:
        """Stop, and ask what becomes of what was held; when nothing was, there is nothing to ask."""
        running = self._guiding.is_running
        self._press(Session.pause)
        if self._guiding.is_over:
            return
        held_s = self._guiding.held_s
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
        self._guiding.end()
        if self._looking is not None:
            self._looking.stop()
        self.post_message(SessionOver())
        logged = [one for one in (done.entries if done else ()) if isinstance(one, entry.Session)]
        if logged:
            # The last tone still sounds: the end page takes it over.
            sounding, self._sounding = self._sounding, Sounding(self.coach, self.app)
            self.app.switch_screen(SessionEndScreen(self.coach, logged[0], sounding))
        else:
            self.notify("nothing was logged", timeout=4, markup=False)
            self.dismiss()
