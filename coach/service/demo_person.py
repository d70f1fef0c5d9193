"""What the somebody of the demo told coach about themselves, and the experiment they are in the middle of."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from coach.advice.experiment import Experiment, settings_of
from coach.advice.next_step import BEDTIME_ITEM
from coach.advice.night import Local
from coach.diary.profile import id_of
from coach.model.entry import Setting
from coach.model.setting import Scalar
from coach.service.demo_diary import DAYS, EXPERIMENT_DAYS, stamp


def made_up_profile(today: date, local: Local, bedtime: str) -> tuple[Setting, ...]:
    """The profile, told on the first day of the diary, and the experiment with the item that is called `bedtime`.

    The safety questions are answered with nothing ticked; where they live they have not said.
    """
    first, began = (today - timedelta(days=days) for days in (DAYS - 1, EXPERIMENT_DAYS))
    told: dict[str, Scalar] = {
        "answered": first.isoformat(),
        "age": "50-64",
        "water.goal_ml": 2000.0,
        "usual_vessel": "glass",
        "work_from": "09:00",
        "work_until": "17:00",
    }
    tried = settings_of(Experiment(started=began, change=BEDTIME_ITEM, label=bedtime))
    return (*_settings(told, first, local), *_settings(tried, began, local))


def _settings(values: dict[str, Scalar], day: date, local: Local) -> tuple[Setting, ...]:
    at = local(datetime.combine(day, time(6, 50)))
    return tuple(
        Setting(**stamp(id_of(key), day, at), key=key, value=value)
        for key, value in values.items()
        if value is not None
    )
