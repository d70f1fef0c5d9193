"""What is never tried, and what else changed meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from advice_examples import CHECKLIST, COVERS, POTASSIUM, SITTING, STRETCH, ago, condition, item, session, tick
from msgspec.structs import replace

from coach.advice.experiment import Experiment
from coach.advice.experiment_change import check_item, check_words, mixed_in, told_since
from coach.errors import BadInputError
from coach.library.library import Library
from coach.model.condition import ConditionGroup
from coach.model.entry import Entry
from coach.paths import content_root

BEGUN = Experiment(started=ago(55), change=COVERS.id, label=COVERS.label)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("stop my statin", "whoever prescribes"),
        ("half the dose", "whoever prescribes"),
        ("new blood pressure tablets", "whoever prescribes"),
        ("tonic water with quinine", "whoever prescribes"),
        ("magnesium at night", "supplement"),
        ("Vitamin K2", "supplement"),
        ("a banana's potassium", "supplement"),
        ("two more glasses of water", "wrong for some people"),
        ("extra salt", "wrong for some people"),
        ("pickle juice", "wrong for some people"),
        ("drinking more", "wrong for some people"),
        ("no alcohol", "gravely ill"),
        ("giving up wine", "gravely ill"),
        ("less gin", "gravely ill"),
    ],
)
def test_what_is_never_tried_is_refused_with_its_reason(said: str, why: str) -> None:
    with pytest.raises(BadInputError, match="not tried as an experiment") as refused:
        check_words(said)
    assert why in refused.value.hint


def test_a_medicine_is_known_by_its_name() -> None:
    check_words("less Salmeterol")
    with pytest.raises(BadInputError):
        check_words("less Salmeterol", ["salmeterol"])


@pytest.mark.parametrize(
    "said", ["begin to stretch", "legs uncrossed", "light and slippers", "a pillow at the feet"]
)
def test_ordinary_words_are_let_through(said: str) -> None:
    check_words(said)


def test_of_the_shipped_checklist_food_for_a_mineral_alone_is_refused() -> None:
    refused = set()
    for known in Library(content_root()).checklist.items:
        try:
            check_item(known)
        except BadInputError:
            refused.add(known.id)
    assert refused == {"potassium-food", "calcium-food", "magnesium-food"}


@pytest.mark.parametrize("own", ["salt-and-sleep", "new-medicine", "less-beer"])
def test_items_of_the_persons_own_are_looked_at_too(own: str) -> None:
    with pytest.raises(BadInputError):
        check_item(item(own))


def mixed(*entries: Entry) -> tuple[str, ...]:
    return mixed_in(BEGUN, ago(0), [*entries], CHECKLIST)


def before(item_id: str, days: int) -> list[Entry]:
    return [tick(item_id, day=ago(55 - n)) for n in range(days)]


def after(item_id: str, days: int) -> list[Entry]:
    return [tick(item_id, day=BEGUN.started + timedelta(days=14 + n)) for n in range(days)]


def test_a_second_change_is_what_was_never_done_before_and_often_since() -> None:
    used = before(SITTING.id, 4)
    assert mixed(*used, *after(STRETCH.id, 4)) == (STRETCH.label,)
    assert mixed(*used, *(session("bedtime", day=ago(n)) for n in range(4))) == (STRETCH.label,)
    assert mixed(*used, *after(STRETCH.id, 3)) == ()
    assert mixed(*used, *before(STRETCH.id, 1), *after(STRETCH.id, 20)) == ()
    assert mixed(*used, *after(COVERS.id, 20)) == (), "the change itself"


def test_a_fortnight_in_which_hardly_anything_was_logged_tells_nothing() -> None:
    assert mixed(*before(SITTING.id, 3), *after(STRETCH.id, 20)) == ()
    assert mixed(*after(POTASSIUM.id, 20)) == ()


def test_what_was_told_since() -> None:
    tablet = replace(condition("thiazide"), name="a water tablet", group=ConditionGroup.MEDICINES)
    known = {
        "thiazide": tablet,
        "pregnancy": condition("pregnancy"),
    }
    then = {"condition.pregnancy": True, "water.goal_ml": 1500.0}
    now = {"condition.thiazide": True, "condition.pregnancy": False, "water.goal_ml": 2000.0, "units": "oz"}
    assert told_since(then, now, known) == (
        "your water goal",
        "a water tablet (ticked; do not stop it, show this to your pharmacist)",
        "pregnancy (taken off)",
    )
    assert told_since(now, now, known) == ()
