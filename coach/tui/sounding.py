"""What is heard of a session, when it stays silent, and what the terminal tells someone who looks elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from coach.cues.cue import Cue
from coach.cues.due import cues_between
from coach.cues.notice import Form, terminal_notice
from coach.cues.players import is_remote
from coach.cues.quiet import is_quiet
from coach.cues.speech import words
from coach.model.profile import Profile
from coach.service.coach import Coach
from coach.service.settings import MachineSettings
from coach.session.session import Session

if TYPE_CHECKING:
    from coach.cues.cues import Cues

NOTICED = frozenset({Cue.READY, Cue.CHANGE_SIDE, Cue.DONE})
_FORMS = {"osc9": Form.OSC_9, "osc777": Form.OSC_777}


def make_cues(coach: Coach, settings: MachineSettings, bell: Callable[[], None]) -> Cues:
    """The cues of this machine; tests put another machine in its place."""
    from coach.cues.cues import Cues

    return Cues(
        coach.places.state / "sounds",
        bell=bell,
        # With neither set, the key for sound still has something to turn on.
        sound=settings.sound or not settings.speech,
        speech=settings.speech,
        on_step=settings.on_step,
        remote=is_remote(os.environ),
        monotonic=coach.clock.monotonic,
    )


class Sounding:
    """The sound of one session; programs are looked for at the first cue."""

    def __init__(self, coach: Coach, app: App[Any]) -> None:
        self._coach = coach
        self._app = app
        self._wanted: bool | None = None
        self._person = Profile()
        self._made: Cues | None = None
        self._told: set[str] = set()
        self.settings = MachineSettings()

    @property
    def is_heard(self) -> bool:
        """Whether cues are heard now: as the person chose for this session, else by settings and hour."""
        if self._wanted is not None:
            return self._wanted
        return (self.settings.sound or self.settings.speech) and not self._is_night

    @property
    def said(self) -> str:
        """Why nothing is heard, in a word or two; empty when something is."""
        if self.is_heard:
            return ""
        return "quiet hours" if self._wanted is None and self._is_night else "sound off"

    @property
    def heard_by(self) -> str:
        """The program that plays the tones, or `bell`."""
        return self._cues.heard_by

    def reload(self) -> None:
        """Take the settings and the waking hours as they are now; raises StorageError."""
        settings = self._coach.settings.now()
        if settings != self.settings:
            self.close()
            self.settings = settings
        self._person = self._coach.person()

    def toggle(self) -> bool:
        """Turn sound on or off for this session, whatever the hour; whether it is on now."""
        self._wanted = not self.is_heard
        return self._wanted

    def hear(self, before: Session | None, after: Session) -> None:
        """Make heard what fell due between two looks, and noticed while the person looks elsewhere."""
        for event in cues_between(before, after):
            self._cues.play(event, quiet=not self.is_heard)
            form = _FORMS.get(self.settings.notices)
            if form is not None and event.cue in NOTICED and not self._app.app_focus:
                self._tell_terminal(terminal_notice(after.timeline.name, words(event), form))

    def test(self) -> None:
        """All tones in turn, and the voice when it is on."""
        self._cues.test()

    def tend(self) -> list[str]:
        """See to what was started; returns what of the person's setup is newly found not to work."""
        if self._made is None:
            return []
        self._made.tend()
        news = [fault for fault in self._made.faults if fault not in self._told]
        self._told.update(news)
        return news

    def close(self) -> None:
        """End what sounds; a later cue begins anew."""
        if self._made is not None:
            self._made.close()
            self._made = None

    def _tell_terminal(self, notice: bytes) -> None:
        # The driver's own queue: what is sent between two pictures moves no cursor and leaves no mark.
        driver = self._app._driver
        if driver is not None:
            driver.write(notice.decode())

    @property
    def _is_night(self) -> bool:
        return is_quiet(self._coach.now(), self._person.awake_from, self._person.awake_until)

    @property
    def _cues(self) -> Cues:
        if self._made is None:
            self._made = make_cues(self._coach, self.settings, self._app.bell)
        return self._made
