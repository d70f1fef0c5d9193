"""The demo: a made-up diary in a folder of its own, which goes with it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from coach.errors import BadInputError
from coach.model.entry import Cramp, Entry, Session, Side, Site
from coach.reminders.plans import Plan, Scheme
from coach.service.demo import DemoCoach
from coach.service.demo_diary import DAYS
from tests.support.clock import FakeClock

SUNDAY_AFTERNOON = datetime(2026, 11, 22, 16, 20)
EVER = date(2020, 1, 1), date(2030, 1, 1)


def entries(moment: datetime = SUNDAY_AFTERNOON) -> list[Entry]:
    demo = DemoCoach(FakeClock(moment))
    try:
        return demo.diary.entries(*EVER)
    finally:
        demo.finish()


def test_it_is_120_days_up_to_now_of_everything_that_can_be_kept() -> None:
    kept = entries()
    today = SUNDAY_AFTERNOON.date()
    assert min(entry.day for entry in kept) == today - timedelta(days=DAYS - 1)
    assert max(entry.day for entry in kept) == today
    assert all(entry.at is not None and entry.at <= FakeClock(SUNDAY_AFTERNOON).now() for entry in kept)
    kinds = Counter(entry.kind for entry in kept)
    assert set(kinds) == {"drink", "tick", "eat", "cramp", "night", "session", "skip", "note"}
    cramps = [entry for entry in kept if isinstance(entry, Cramp)]
    assert 20 <= len(cramps) <= 60
    assert {cramp.site for cramp in cramps} >= {Site.CALF, Site.FOOT, Site.HAMSTRING}
    assert {cramp.side for cramp in cramps} >= {Side.LEFT, Side.RIGHT}
    assert any(cramp.note for cramp in cramps)
    sessions = [entry for entry in kept if isinstance(entry, Session)]
    assert any(not session.finished for session in sessions)
    assert all(sum(step.held_s for step in session.steps) > 0 for session in sessions)
    nights = kinds["night"] + len({cramp.day for cramp in cramps})
    assert 14 < nights < DAYS - 5  # some nights nobody answered


def test_one_day_has_one_demo_whatever_the_hour() -> None:
    afternoon, evening = entries(), entries(SUNDAY_AFTERNOON.replace(hour=22))
    assert entries() == afternoon
    assert len(evening) > len(afternoon)
    assert evening[: len(afternoon)] == afternoon
    assert entries(SUNDAY_AFTERNOON - timedelta(days=1)) != afternoon


@pytest.mark.parametrize("back", range(7))
def test_on_any_day_of_the_week_it_is_a_diary_that_says_something(back: int) -> None:
    demo = DemoCoach(FakeClock(SUNDAY_AFTERNOON - timedelta(days=back)))
    try:
        assert demo.diary.check() == []
        assert demo.day.today().night is not None
        assert demo.patterns.view().enough
        running = demo.experiments.current()
        assert running is not None
        assert running.phase == "trying"
        assert running.before.cramp_days > 0
    finally:
        demo.finish()


def test_the_questions_are_answered_and_where_they_live_is_left_open() -> None:
    demo = DemoCoach(FakeClock(SUNDAY_AFTERNOON))
    try:
        person = demo.person()
        assert person.answered == SUNDAY_AFTERNOON.date() - timedelta(days=DAYS - 1)
        assert person.region == ""
        assert person.conditions == frozenset()
        assert demo.person(SUNDAY_AFTERNOON.date() - timedelta(days=DAYS + 1)).answered is None
    finally:
        demo.finish()


def test_it_lives_in_a_folder_of_its_own_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    demo = DemoCoach(FakeClock(SUNDAY_AFTERNOON))
    demo.day.drink("250")
    demo.settings.set("sound", "no")
    assert demo.home.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]
    demo.finish()
    demo.finish()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_what_was_done_in_it_can_be_undone_and_what_was_made_up_cannot() -> None:
    demo = DemoCoach(FakeClock(SUNDAY_AFTERNOON))
    try:
        demo.day.drink("250")
        undone = demo.entries.undo()
        assert undone is not None
        assert undone.taken_back == 1
        assert demo.entries.undo() is None
    finally:
        demo.finish()


def test_nothing_is_done_beyond_its_folder(tmp_path: Path) -> None:
    demo = DemoCoach(FakeClock(SUNDAY_AFTERNOON))
    try:
        with pytest.raises(BadInputError, match="a folder of its own"):
            demo.settings.set("data_dir", str(tmp_path / "mine"))
        plan = Plan(Scheme.SYSTEMD, {tmp_path / "coach.timer": b""})
        with pytest.raises(BadInputError, match="a folder of its own"):
            demo.reminders.install(plan)
    finally:
        demo.finish()
    assert list(tmp_path.iterdir()) == []
