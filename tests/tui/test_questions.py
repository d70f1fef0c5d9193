"""The first questions: they come once by themselves, all of them can be left, and leaving is not answering."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.errors import StorageError
from coach.model.condition import UNANSWERED, ConditionGroup
from coach.service.coach import Coach
from coach.service.settings import SettingsService
from coach.tui.app import CoachApp
from coach.tui.dialogs.questions import QuestionsDialog
from coach.tui.dialogs.resume import ResumeDialog
from coach.tui.widgets.row_list import RowList
from tests.support.clock import FakeClock
from tests.support.cut_off import cut_off, next_start, write_own_routine
from tests.support.questions import answer_questions
from tests.support.tui import dialog_text, screen_text, wait_for

SIZES = [(60, 20), (80, 24), (120, 40)]
TITLE = "A few questions about your health"


async def asked(pilot: Pilot[int]) -> None:
    await wait_for(pilot, lambda: TITLE in screen_text(pilot.app))


def flat(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


def go_to(app: CoachApp, row: str) -> None:
    app.screen.query_one(RowList).cursor = row


@pytest.mark.parametrize("size", SIZES)
async def test_they_come_first_and_say_what_they_mean(coach: Coach, size: tuple[int, int]) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await asked(pilot)
        await wait_for(pilot, lambda: "Where you live" in dialog_text(app))
        said = dialog_text(app)
        assert "Nothing leaves this machine" in said
        assert "Not ticked is not cleared" in said
        assert "Unanswered, coach pushes nothing" in said
        assert "esc not now" in said
        assert "How old you are" in said


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_can_be_reached_and_is_said_in_full(coach: Coach, size: tuple[int, int]) -> None:
    known = coach.day.safety().known.values()
    wanted = [one for group in ConditionGroup for one in known if one.asked and one.group is group]
    assert len(wanted) > 20
    app = CoachApp(coach)
    async with app.run_test(size=size, notifications=True) as pilot:
        await asked(pilot)
        await pilot.press("down", "down")
        assert "See the warning signs" in screen_text(app)
        for condition in wanted:
            await pilot.press("down")
            await wait_for(pilot, lambda c=condition: c.why in dialog_text(app))  # type: ignore[misc]
            shown = screen_text(app)
            assert f"▸ ·  {condition.name[:30]}" in shown
        assert app.screen.query_one(RowList).cursor == wanted[-1].id
        await pilot.press("down")
        assert "▸ ›  Save: none of these fits me" in screen_text(app)
        await pilot.press("home")
        await wait_for(pilot, lambda: "Nothing leaves this machine" in dialog_text(app))


async def test_answers_are_written_as_one_action_on_the_last_row(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        await pilot.press("right", "right", "right", "down", "right")
        assert "‹ 50 to 64 ›" in screen_text(app)
        assert "‹ United Kingdom ›" in screen_text(app)
        assert "emergency 999, advice 111" in dialog_text(app)
        go_to(app, "kidney-disease")
        await pilot.press("space")
        go_to(app, "pregnancy")
        await pilot.press("enter", "left", "right")
        assert coach.profile.settings() == {}
        await pilot.press("end")
        assert "Save: 2 of these fit me" in screen_text(app)
        await pilot.press("enter")
        await wait_for(pilot, lambda: TITLE not in screen_text(app))
        assert coach.profile.settings() == {
            "age": "50-64",
            "region": "uk",
            "condition.kidney-disease": True,
            "condition.pregnancy": True,
            "since.pregnancy": "2026-11-22",
            "answered": "2026-11-22",
        }
        assert "ask first: kidney disease" in screen_text(app)
        await pilot.press("u")
        assert {key for key, value in coach.profile.settings().items() if value is not None} == set()


async def test_nothing_ticked_is_an_answer_only_when_it_is_said(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        await pilot.press("enter", "left", "enter", "left")
        assert TITLE in screen_text(app)
        assert not coach.day.safety().answered
        await pilot.press("end", "enter")
        await wait_for(pilot, lambda: TITLE not in screen_text(app))
        assert coach.day.safety().answered
        assert coach.person().conditions == frozenset()
        assert coach.person().age is None


async def test_leaving_is_not_answering_and_they_do_not_come_again_by_themselves(
    coach: Coach, clock: FakeClock
) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        go_to(app, "dialysis")
        await pilot.press("space", "escape")
        await wait_for(pilot, lambda: TITLE not in screen_text(app))
        assert coach.profile.settings() == {}
        assert UNANSWERED in coach.day.safety().held
        assert "withheld: not answered yet" in screen_text(app)
    again = CoachApp(Coach(coach.places, clock))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Answer a few questions" in screen_text(again))
        assert TITLE not in screen_text(again)
        await pilot.press("s")
        await asked(pilot)
        await pilot.press("end", "space")
        await wait_for(pilot, lambda: TITLE not in screen_text(again))
        assert "Answer a few questions" not in screen_text(again)
        assert "withheld" not in screen_text(again)


async def test_an_end_without_esc_is_no_leave(coach: Coach, clock: FakeClock) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        app.exit()
    again = CoachApp(Coach(coach.places, clock))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)


async def test_help_with_a_cramp_comes_before_them_and_they_wait(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await asked(pilot)
        go_to(app, "heart-failure")
        await pilot.press("space", "c")
        await wait_for(pilot, lambda: "Light on. Stay in bed or sit down." in flat(app))
        await pilot.press("escape")
        await asked(pilot)
        await wait_for(pilot, lambda: "▸ ✓  heart failure" in screen_text(app))


async def test_a_warning_sign_shows_what_to_do_at_once(coach: Coach) -> None:
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        for row in ("?flags", "red-flag-active"):
            go_to(app, row)
            await pilot.press("space")
            await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))
            await pilot.press("escape")
            await asked(pilot)
        await pilot.press("exclamation_mark")
        await wait_for(pilot, lambda: "CALL FOR HELP NOW" in screen_text(app))


@pytest.mark.parametrize("mode", ["causes", "stretch", "diary"])
async def test_they_lie_over_nothing_but_today(coach: Coach, mode: str) -> None:
    app = CoachApp(coach, mode=mode)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "CRAMP NOW" in screen_text(app))
        assert not isinstance(app.screen, QuestionsDialog)


async def test_whoever_has_answered_is_not_asked(coach: Coach, tmp_path: Path) -> None:
    answer_questions(tmp_path)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "STRETCH AND POSTURE" in screen_text(app))
        assert TITLE not in screen_text(app)


async def test_a_session_that_was_cut_off_is_settled_before(coach: Coach, clock: FakeClock) -> None:
    write_own_routine(coach)
    cut_off(coach, clock)
    app = CoachApp(next_start(coach, clock))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: isinstance(app.screen, ResumeDialog))
        assert TITLE not in screen_text(app)


async def test_what_was_ticked_before_stands_ticked(coach: Coach) -> None:
    coach.profile.set_all({"condition.dialysis": "yes", "age": "65-plus"})
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        await wait_for(pilot, lambda: "‹ 65 or older ›" in screen_text(app))
        go_to(app, "dialysis")
        await wait_for(pilot, lambda: "✓  dialysis" in screen_text(app))
        await pilot.press("end", "enter")
        assert coach.person().conditions == frozenset({"dialysis"})


async def test_a_diary_that_refuses_keeps_them_open(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    from coach.diary.diary import Diary

    def full(*_: object) -> None:
        raise StorageError("the disk is full: nothing was written", "make room and try again")

    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Diary, "put", full)
            await pilot.press("end", "enter")
            await wait_for(pilot, lambda: "the disk is full" in screen_text(app))
        assert isinstance(app.screen, QuestionsDialog)
        await pilot.press("enter")
        assert coach.day.safety().answered


async def test_settings_that_cannot_be_written_are_told(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise StorageError("the settings cannot be written", "make the folder writable")

    monkeypatch.setattr(SettingsService, "set", refused)
    app = CoachApp(coach)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await asked(pilot)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "the settings cannot be written" in screen_text(app))
        assert "STRETCH AND POSTURE" in screen_text(app)
