"""What follows from every row of the gating table: on Today, in Stretch, in Cramp now."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from advice_examples import TODAY, here, night, safety, told

from coach.advice.checklist import Kept
from coach.advice.fitted import fit
from coach.advice.recent import Recent
from coach.advice.relief import plan_relief
from coach.advice.today import Knowledge, TodayView, When, today_view
from coach.library.library import Library
from coach.model.ruling import Ruling, Topic
from coach.paths import content_root
from tests.support.gating_table import CONDITIONS, expected, held

SHIPPED = Library(content_root())
KNOWLEDGE = Knowledge(
    checklist=SHIPPED.checklist,
    drinks=SHIPPED.drinks,
    moves=SHIPPED.moves,
    routines=SHIPPED.routines,
    lengths=dict.fromkeys(SHIPPED.routines, 180.0),
)
FACTS = Path(__file__).parents[1] / "library" / "facts" / "moves.csv"
MOVES = {row["id"]: row for row in csv.DictReader(FACTS.read_text(encoding="utf-8").splitlines())}
"""Every move of the facts with its position and the tags that withhold it."""
UPRIGHT = {"standing", "walking", "kneeling", "half kneeling"}
ITEMS = {
    "potassium-food": Topic.POTASSIUM_FOOD,
    "magnesium-food": Topic.MAGNESIUM_FOOD,
    "calcium-food": Topic.CALCIUM_FOOD,
    "stretch-before-bed": Topic.ROUTINE,
    "warm-up": Topic.ROUTINE,
    "evening-easy": Topic.ROUTINE,
}
ITEMS_BESIDE = {"cardiac-uncleared": "warm-up", "recent-injury-or-surgery-same-leg": "stretch-before-bed"}
STANDING_ROUTINES = "bedtime before-run after-run evening-easy"
RESTING = "bedtime bedtime-in-bed chair before-run after-run morning travel pregnancy lower-body feet evening-easy"
"""What is left of the others is sitting well, and lying on the side."""
MOVES_BESIDE = {
    "fluoroquinolone-tendon-pain": "ankle-circles ankle-pumps brisk-walk foot-up-bed hamstring-standing "
    "heel-toe-raise-seated",
    "spine-osteoporosis": "sole-pull",
    "acute-sciatica": "sole-pull figure-four-chair",
}
"""Moves that the facts leave open: a tendon that hurts rests from these too, and these bend the trunk."""
ROUTINES = {
    "sedative-tonight": "bedtime evening-easy",
    "cardiac-uncleared": "before-run",
    "recent-heart-event": "before-run",
    "pregnancy-2nd-3rd-trimester": "after-run",
    "cannot-stand-safely": STANDING_ROUTINES,
    "balance-problem": STANDING_ROUTINES,
    "hip-replacement-recent": "before-run",
}
"""Routines that are withheld as a whole, beside those of whom no routine at all is for."""
RESTING_LEG = frozenset(
    {"recent-injury-or-surgery-same-leg", "acute-calf-tear", "acute-hamstring-tear", "achilles-repair-recent"}
)
EVERY_SITE = "calf foot hamstring quadriceps shin inner-thigh"
STRETCHES = {
    "suspected-dvt": EVERY_SITE,
    "red-flag-active": EVERY_SITE,
    "recent-injury-or-surgery-same-leg": EVERY_SITE,
    "fluoroquinolone-tendon-pain": "calf foot shin",
    "calf-cramp-today": "shin",
    "foot-cramp-today": "shin",
    "hip-replacement-recent": "hamstring quadriceps inner-thigh",
    "knee-replacement-recent": "quadriceps",
    "knee-pain": "quadriceps",
    "spine-osteoporosis": "hamstring",
    "acute-sciatica": "hamstring",
    "pelvic-girdle-pain": "inner-thigh",
    "ankle-sprain-recent": "shin",
}
"""In Cramp now: the muscles of which a step that stretches is left out."""


def offers(condition: str, topic: Topic) -> bool:
    return expected(condition)[topic] in {Ruling.SHOW, Ruling.REWORD}


def shown(condition: str) -> TodayView:
    goal = told(condition, goal_ml=2000)
    person = safety(condition, among=SHIPPED.conditions)
    return today_view(When(TODAY, here("12:00"), here), Recent.among([night()]), KNOWLEDGE, goal, person)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_water_on_today(condition: str) -> None:
    water = shown(condition).water
    ruling = expected(condition)[Topic.WATER_GOAL]
    assert water.goal_ml == (2000 if offers(condition, Topic.WATER_GOAL) else None)
    assert (water.pace_ml is None) == (ruling is not Ruling.SHOW)
    assert (water.withheld is None) == offers(condition, Topic.WATER_GOAL)
    assert (water.caution is not None) == (ruling is Ruling.REWORD)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_items_on_today(condition: str) -> None:
    view = shown(condition)
    left_out = {item for item, topic in ITEMS.items() if not offers(condition, topic)}
    left_out |= {ITEMS_BESIDE[one] for one in held(condition) if one in ITEMS_BESIDE}
    assert {item.id for item in view.items if item.withheld} == left_out
    assert {item.id for item in view.items} == set(SHIPPED.items), "what is withheld is never silently missing"
    for item in view.items:
        if item.id in ITEMS and item.id not in left_out:
            assert (item.caution is not None) == (expected(condition)[ITEMS[item.id]] is Ruling.REWORD)
        asks = {topic for one, topic in ITEMS.items() if one == item.id}
        assert item.asks_about is None or item.asks_about in asks


@pytest.mark.parametrize("condition", CONDITIONS)
def test_targets_on_today(condition: str) -> None:
    view = shown(condition)
    if offers(condition, Topic.TARGETS):
        assert (view.has_targets, view.kept.of) == (True, 14)
    else:
        assert (view.has_targets, view.kept, {item.target for item in view.items}) == (False, Kept(0, 0), {1})


@pytest.mark.parametrize("condition", CONDITIONS)
def test_moves_that_are_withheld(condition: str) -> None:
    tagged = {move for move, row in MOVES.items() if held(condition) & set(row["withhold_if"].split())}
    tagged |= set(MOVES_BESIDE.get(condition, "").split())
    if not offers(condition, Topic.STANDING):
        tagged |= {move for move, row in MOVES.items() if row["position"] in UPRIGHT} | {"sit-to-stand"}
    if not offers(condition, Topic.LYING_FLAT):
        tagged |= {move for move, row in MOVES.items() if row["position"] == "supine"}
    person = safety(condition, among=SHIPPED.conditions)
    assert {move.id for move in SHIPPED.moves.values() if person.why_no_move(move)} == tagged


@pytest.mark.parametrize("condition", CONDITIONS)
def test_routines_that_are_withheld(condition: str) -> None:
    left_out = set(ROUTINES.get(condition, "").split())
    if condition in RESTING_LEG:
        left_out |= set(RESTING.split())
    if "tear" in condition:
        left_out.add("after-cramp")
    if not offers(condition, Topic.ROUTINE):
        left_out = set(SHIPPED.routines)
    person = safety(condition, among=SHIPPED.conditions)
    fitted = {routine.id: fit(routine, SHIPPED.moves, person) for routine in SHIPPED.routines.values()}
    assert {name for name, one in fitted.items() if one.withheld} == left_out
    for one in fitted.values():
        assert one.withheld or not any(person.why_no_move(SHIPPED.moves[step.move]) for step in one.routine.steps)
        assert len({change.move for change in one.replacements}) == len(one.replacements) or one.withheld
    if expected(condition)[Topic.ROUTINE] is Ruling.REWORD:
        assert all(one.withheld or one.cautions for one in fitted.values())


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("site", SHIPPED.reliefs)
def test_cramp_now(condition: str, site: str) -> None:
    relief, person = SHIPPED.reliefs[site], safety(condition, among=SHIPPED.conditions)
    plan = plan_relief(relief, person)
    left_out = [step.text for step in plan.left_out]
    assert relief.steps[0].text not in left_out
    assert len(plan.steps) + len(plan.left_out) == len(relief.steps)
    assert plan.ask_first == ("raised-clot-risk" in held(condition))
    stretches = any(site in STRETCHES[one].split() for one in held(condition) if one in STRETCHES)
    for step in relief.steps[1:]:
        if "Rub" in step.text:
            assert (step.text in left_out) != offers(condition, Topic.MASSAGE), step.text
        elif "Something warm" in step.text:
            assert (step.text in left_out) != offers(condition, Topic.HEAT), step.text
        elif "Only if steady" in step.text and not offers(condition, Topic.STANDING):
            assert step.text in left_out
    others = [
        text for text in left_out if not any(word in text for word in ("Rub", "Something warm", "Only if steady"))
    ]
    assert bool(others) == stretches
