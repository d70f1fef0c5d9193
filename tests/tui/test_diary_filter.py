"""Which entries of the diary are shown."""

from __future__ import annotations

from datetime import date

import pytest

from coach.model.entry import Cramp, Entry, Note, Side, Site
from coach.service.coach import Coach
from coach.tui.app import CoachApp
from coach.tui.widgets.diary_filter import Filter, narrower
from coach.tui.widgets.diary_rows import notes_on
from tests.support.tui import screen_text, wait_for

TODAY = date(2026, 11, 22)


@pytest.fixture
def written(coach: Coach) -> list[Entry]:
    """Three cramps, one of them with a note on it, a drink and a note about the day."""
    coach.cramps.log(site="calf", side="left", woke=True, triggers=["heat"])
    foot = coach.cramps.log(site="foot", side="both", note="after the stairs")
    plain = coach.cramps.log(site="calf", side="right", woke=False)
    coach.day.note("asked the pharmacist", of=plain.entries[0].id)
    coach.day.drink("250")
    coach.day.note("long walk")
    assert foot.entries
    return coach.entries.log(days=1)


@pytest.mark.parametrize(
    ("only", "said", "shown"),
    [
        (Filter(), "Everything", 6),
        (Filter(kind="cramp"), "Cramps", 3),
        (Filter(kind="cramp", site=Site.CALF), "Cramps: calf", 2),
        (Filter(kind="cramp", side=Side.LEFT), "Cramps: left leg", 2),
        (Filter(kind="cramp", site=Site.CALF, side=Side.LEFT), "Cramps: calf, left leg", 1),
        (Filter(kind="cramp", woke=True), "Cramps: woke you", 1),
        (Filter(noted=True), "Everything: with a note", 4),
        (Filter(kind="cramp", noted=True), "Cramps: with a note", 2),
        (Filter(words="STAIRS"), "Everything: “STAIRS”", 1),
        (Filter(words="pharmacist calf"), "Everything: “pharmacist calf”", 1),
        (Filter(words="heat drink"), "Everything: “heat drink”", 0),
    ],
)
def test_a_filter_shows_what_it_says(written: list[Entry], only: Filter, said: str, shown: int) -> None:
    notes = notes_on(written)
    assert only.said() == said
    assert sum(only.shows(entry, notes.get(entry.id, [])) for entry in written) == shown
    assert only.is_open == (only == Filter())


def test_another_kind_drops_what_only_a_cramp_has() -> None:
    cramps = Filter(kind="cramp", site=Site.CALF, side=Side.LEFT, woke=True, words="heat")
    assert cramps.of_kind("cramp") == cramps
    assert cramps.of_kind("drink") == Filter(kind="drink", words="heat")


def test_only_what_is_there_is_offered_and_a_word_narrows_it(written: list[Entry]) -> None:
    def offered(now: Filter, word: str) -> list[str]:
        return [name for _, name in narrower(now, word, written, notes_on(written))]

    assert offered(Filter(), "")[:4] == ["calf", "foot", "left leg", "right leg"]
    assert "Foods" not in offered(Filter(), "")
    assert offered(Filter(), "le") == ["left leg", "right leg", "both legs", "with the words “le”"]
    assert offered(Filter(kind="cramp", site=Site.FOOT), "")[:2] == ["everything", "calf"]
    assert "woke you" not in offered(Filter(kind="cramp", site=Site.FOOT), "")


async def test_a_filter_is_chosen_said_and_cleared(coach: Coach, written: list[Entry]) -> None:
    assert any(isinstance(entry, Note) for entry in written)
    assert any(isinstance(entry, Cramp) for entry in written)
    app = CoachApp(coach, mode="diary")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wait_for(pilot, lambda: "Everything   6 since" in screen_text(app))
        await pilot.press("slash", *"calf", "enter")
        assert "Cramps: calf   2 since" in screen_text(app)
        assert "esc all" in screen_text(app)
        await pilot.press("slash", *"stairs", "enter")
        assert "Cramps: calf, “stairs”: nothing here." in screen_text(app)
        await pilot.press("escape")
        assert "Everything   6 since" in screen_text(app)
