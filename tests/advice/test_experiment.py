"""An experiment: its days, its pauses, and how it is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.advice.experiment import Experiment, Pause, Phase, experiments_of, settings_of

START = date(2026, 9, 1)
BEGUN = Experiment(started=START, change="covers-loose", label="Covers loose at the feet")


def on(number: int) -> date:
    """The day with that number, 1 the first."""
    return START + timedelta(days=number - 1)


@pytest.mark.parametrize(
    ("number", "phase"),
    [(1, Phase.BASELINE), (14, Phase.BASELINE), (15, Phase.TRYING), (56, Phase.TRYING), (57, Phase.OVER)],
)
def test_a_fortnight_then_six_weeks(number: int, phase: Phase) -> None:
    assert BEGUN.phase(on(number)) is phase


def test_its_days_and_its_end() -> None:
    assert BEGUN.baseline(on(100)) == tuple(on(n) for n in range(1, 15))
    assert BEGUN.trying(on(100)) == tuple(on(n) for n in range(15, 57))
    assert BEGUN.trying(on(14)) == ()
    assert {BEGUN.last_day(on(n)) for n in (1, 14, 15, 56, 57, 300)} == {on(56)}


def test_stopped_days_do_not_count_and_the_end_moves() -> None:
    stopped = BEGUN.stopped(on(20))
    assert stopped.phase(on(19)) is Phase.TRYING
    assert stopped.phase(on(20)) is Phase.STOPPED
    assert stopped.last_day(on(20)) is None
    assert len(stopped.days(on(90))) == 19
    resumed = stopped.resumed(on(25))
    assert resumed.phase(on(25)) is Phase.TRYING
    assert resumed.trying(on(25)) == (on(15), on(16), on(17), on(18), on(19), on(25))
    assert resumed.last_day(on(25)) == on(61)
    assert resumed.phase(on(62)) is Phase.OVER


def test_one_that_is_stopped_before_the_change_goes_on_before_it() -> None:
    resumed = BEGUN.stopped(on(5)).resumed(on(9))
    assert len(resumed.baseline(on(18))) == 14
    assert resumed.phase(on(18)) is Phase.BASELINE
    assert resumed.phase(on(19)) is Phase.TRYING


def test_stopped_and_resumed_on_one_day_was_never_stopped() -> None:
    assert BEGUN.stopped(on(9)).resumed(on(9)) == BEGUN


def test_it_is_kept_and_read_back() -> None:
    kept = BEGUN.stopped(on(5)).resumed(on(9)).stopped(on(30))
    settings = settings_of(kept)
    assert settings == {
        "experiment.2026-09-01.change": "covers-loose",
        "experiment.2026-09-01.label": "Covers loose at the feet",
        "experiment.2026-09-01.pauses": "2026-09-05/2026-09-09,2026-09-30/",
    }
    assert experiments_of(settings) == (kept,)
    assert settings_of(BEGUN)["experiment.2026-09-01.pauses"] is None


def test_several_are_read_newest_first_and_what_cannot_be_read_is_left_alone() -> None:
    older = Experiment(started=date(2026, 1, 1), change="warm-up", label="Warm up")
    broken = {
        "experiment.whenever.change": "x",
        "experiment.2026-02-01.label": "no change",
        "experiment.2026-02-02.change": True,
        "experiment.2026-02-03.change": "x",
        "experiment.2026-02-03.pauses": "soon/",
        "units": "ml",
    }
    assert experiments_of({**settings_of(older), **broken, **settings_of(BEGUN)}) == (BEGUN, older)


def test_a_pause_ends_before_the_day_on_which_it_goes_on() -> None:
    pause = Pause(on(2), on(4))
    assert [pause.holds(on(n)) for n in (1, 2, 3, 4)] == [False, True, True, False]
