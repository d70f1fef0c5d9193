"""The coach: library, diary and clock, and the services built on them."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from coach.clock import Clock, SystemClock
from coach.diary.diary import Diary
from coach.diary.lock import Patience
from coach.library.library import Library
from coach.model.day import end_of, person_day, said_moment
from coach.model.notation import Notation, notation_of
from coach.model.profile import Profile, read_profile
from coach.paths import Folders, content_root, folders

if TYPE_CHECKING:
    from coach.service.backups import BackupService
    from coach.service.cramps import CrampService
    from coach.service.day import DayService
    from coach.service.entries import EntryService
    from coach.service.exchange import ExchangeService
    from coach.service.experiments import ExperimentService
    from coach.service.forms import FormService
    from coach.service.history import HistoryService
    from coach.service.knowledge import KnowledgeService
    from coach.service.marks import MarkService
    from coach.service.own_files import OwnFileService
    from coach.service.patterns import PatternService
    from coach.service.profile import ProfileService
    from coach.service.progress import ProgressService
    from coach.service.reminding import ReminderService
    from coach.service.reporting import ReportService
    from coach.service.routine_files import RoutineFileService
    from coach.service.searching import SearchService
    from coach.service.sessions import SessionService
    from coach.service.settings import SettingsService


class Coach:
    """Holds what the services share; nothing is opened or read before it is asked for."""

    is_demo: ClassVar[bool] = False

    def __init__(
        self, places: Folders | None = None, clock: Clock | None = None, notation: Notation | None = None
    ) -> None:
        self.places = places or folders()
        self.clock = clock or SystemClock()
        self.notation = notation or notation_of(os.environ)
        """How people write where this machine is; it holds for what they did not choose themselves."""
        self.patience = Patience()
        """How long a write waits for another program's, and who is told; set it before anything is written."""

    @cached_property
    def library(self) -> Library:
        return Library(content_root(), self.places.own_content)

    @cached_property
    def diary(self) -> Diary:
        return Diary(
            self.places.diary,
            self.places.state,
            self.clock,
            on_written=self.backups.after_write,
            patience=lambda: self.patience,
        )

    @cached_property
    def backups(self) -> BackupService:
        from coach.service.backups import BackupService

        return BackupService(self.places, self.clock)

    @cached_property
    def day(self) -> DayService:
        from coach.service.day import DayService

        return DayService(self)

    @cached_property
    def cramps(self) -> CrampService:
        from coach.service.cramps import CrampService

        return CrampService(self)

    @cached_property
    def sessions(self) -> SessionService:
        from coach.service.sessions import SessionService

        return SessionService(self)

    @cached_property
    def profile(self) -> ProfileService:
        from coach.service.profile import ProfileService

        return ProfileService(self)

    @cached_property
    def entries(self) -> EntryService:
        from coach.service.entries import EntryService

        return EntryService(self)

    @cached_property
    def exchange(self) -> ExchangeService:
        from coach.service.exchange import ExchangeService

        return ExchangeService(self)

    @cached_property
    def forms(self) -> FormService:
        from coach.service.forms import FormService

        return FormService(self)

    @cached_property
    def knowledge(self) -> KnowledgeService:
        from coach.service.knowledge import KnowledgeService

        return KnowledgeService(self)

    @cached_property
    def marks(self) -> MarkService:
        from coach.service.marks import MarkService

        return MarkService(self)

    @cached_property
    def progress(self) -> ProgressService:
        from coach.service.progress import ProgressService

        return ProgressService(self)

    @cached_property
    def reminders(self) -> ReminderService:
        from coach.service.reminding import ReminderService

        return ReminderService(self)

    @cached_property
    def settings(self) -> SettingsService:
        from coach.service.settings import SettingsService

        return SettingsService(self)

    @cached_property
    def routine_files(self) -> RoutineFileService:
        from coach.service.routine_files import RoutineFileService

        return RoutineFileService(self)

    @cached_property
    def own_files(self) -> OwnFileService:
        from coach.service.own_files import OwnFileService

        return OwnFileService(self)

    @cached_property
    def search(self) -> SearchService:
        from coach.service.searching import SearchService

        return SearchService(self)

    @cached_property
    def history(self) -> HistoryService:
        from coach.service.history import HistoryService

        return HistoryService(self)

    @cached_property
    def patterns(self) -> PatternService:
        from coach.service.patterns import PatternService

        return PatternService(self)

    @cached_property
    def experiments(self) -> ExperimentService:
        from coach.service.experiments import ExperimentService

        return ExperimentService(self)

    @cached_property
    def reports(self) -> ReportService:
        from coach.service.reporting import ReportService

        return ReportService(self)

    def faults(self) -> list[str]:
        """What of the diary could not be read so far, and what the last writes had to mend, which is told once."""
        return [*self.diary.notices(), *self.backups.notices(), *self.diary.faults()]

    def finish(self) -> None:
        """Let what goes on after a write come to its end."""
        if "backups" in vars(self):
            self.backups.wait()

    def reach_outside(self) -> None:
        """Asked before anything is done beyond the coach's own folders; the demo raises BadInputError."""

    def forget_content(self) -> None:
        """Read the content anew when it is next asked for: some of the person's own has changed."""
        for made_from_content in ("library", "search"):
            vars(self).pop(made_from_content, None)

    def reopen(self, places: Folders) -> None:
        """Go on in other folders."""
        self.places = places
        self.forget_content()
        for service in [
            name for name in vars(self) if isinstance(getattr(type(self), name, None), cached_property)
        ]:
            del vars(self)[service]

    def one_look(self) -> AbstractContextManager[None]:
        """Look at the diary's folder once for all that is asked meanwhile; a write sees what is there then."""
        return self.diary.one_look()

    def now(self) -> datetime:
        """This moment, aware, in local time."""
        return self.clock.now()

    def person(self, at_end_of: date | None = None) -> Profile:
        """The person's profile now, or as it stood at the end of a day."""
        current = read_profile(self.diary.settings(), self.notation)
        if at_end_of is None or at_end_of >= person_day(self.now(), current.day_starts_at):
            return current
        then = self.diary.settings(end_of(at_end_of, current.day_starts_at, self.clock.local))
        # How things are written is how they are written now, whatever the day.
        return read_profile(then).written_in(current.notation)

    def current_day(self) -> date:
        """The person's day that it is now."""
        return person_day(self.now(), self.person().day_starts_at)

    def day_of(self, at: datetime | None, day: date | None) -> date:
        """The day an entry belongs to: the one named, or the one in which it happened."""
        if day is not None:
            return day
        return person_day(at or self.now(), self.person().day_starts_at)

    def moment(self, said: str, day: date | None = None) -> datetime:
        """When something happened, as typed; a time of day with a day named is the one within that day.

        Raises BadInputError for what is no time, for a time that is not on `day`, and for the future.
        """
        return said_moment(said, day, self.now(), self.person().day_starts_at, self.clock.local)
