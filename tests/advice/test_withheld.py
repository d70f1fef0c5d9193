from __future__ import annotations

import msgspec
import pytest
from advice_examples import CONDITIONS, MOVES, ROUTINES, cramp, move, routine, safety

from coach.advice.fitted import fit, instead_of
from coach.library.library import Library
from coach.model.entry import Site
from coach.model.move import Move
from coach.paths import content_root


def moves_of(fitted_moves: tuple[str, ...], *told: str, among: dict[str, Move] | None = None) -> list[str]:
    fitted = fit(routine("any", *fitted_moves), {**MOVES, **(among or {})}, safety(*told))
    return [] if fitted.withheld else [step.move for step in fitted.routine.steps]


def test_nothing_is_withheld_from_who_told_nothing() -> None:
    assert safety().why_withheld(("balance-problem", "suspected-dvt")) is None
    assert fit(ROUTINES["bedtime"], MOVES, safety()).routine == ROUTINES["bedtime"]


def test_the_reason_is_the_condition_that_was_told_with_its_own_words() -> None:
    why = safety("heart-failure").why_withheld(("suspected-dvt", "heart-failure"))
    assert why is not None
    assert (why.condition, why.name, why.why) == ("heart-failure", "heart failure", "Why.")
    assert why.ask == "about heart-failure"


def test_a_condition_that_nobody_describes_withholds_all_the_same() -> None:
    why = safety("own-condition").why_withheld(("own-condition",))
    assert why is not None
    assert (why.name, why.ask) == ("own condition", "a clinician")


@pytest.mark.parametrize("tags", [("balance-problem", "suspected-dvt"), ("suspected-dvt", "balance-problem")])
def test_of_several_reasons_the_gravest_is_given(tags: tuple[str, ...]) -> None:
    why = safety("balance-problem", "suspected-dvt").why_withheld(tags)
    assert why is not None
    assert why.condition == "suspected-dvt"


@pytest.mark.parametrize(
    "tags", [("balance-problem", "cannot-stand-safely"), ("cannot-stand-safely", "balance-problem")]
)
def test_what_only_follows_is_not_given_as_the_reason(tags: tuple[str, ...]) -> None:
    why = safety("cannot-stand-safely").why_withheld(tags)
    assert why is not None
    assert why.condition == "cannot-stand-safely"


def test_what_follows_from_a_condition_holds_too_however_far() -> None:
    assert safety("cannot-stand-safely").held == {"cannot-stand-safely", "balance-problem"}
    assert safety("late-pregnancy").held == {"late-pregnancy", "pregnancy", "raised-clot-risk"}


def test_conditions_that_follow_from_each_other_come_to_an_end() -> None:
    circle = {
        "a": msgspec.structs.replace(CONDITIONS["pregnancy"], id="a", implies=("b",)),
        "b": msgspec.structs.replace(CONDITIONS["pregnancy"], id="b", implies=("a",)),
    }
    both = safety("a", among=circle)
    assert both.held == {"a", "b"}
    assert both.why_withheld(("b", "a")) is not None


@pytest.mark.parametrize(
    ("site", "held"),
    [
        (Site.CALF, {"calf-cramp-today"}),
        (Site.FOOT, {"foot-cramp-today"}),
        (Site.TOES, {"foot-cramp-today"}),
        (Site.QUADRICEPS, set()),
    ],
)
def test_a_muscle_that_cramped_today_has_a_quiet_day(site: Site, held: set[str]) -> None:
    assert safety(cramps=(cramp(site=site),)).held == held


def test_a_withheld_move_gives_way_to_a_gentler_one_with_its_own_dose() -> None:
    fitted = fit(ROUTINES["bedtime-in-bed"], MOVES, safety())
    assert fitted.replacements == ()
    fitted = fit(routine("any", "heel-raise", "calf-wall"), MOVES, safety("balance-problem"))
    assert [step.move for step in fitted.routine.steps] == ["calf-towel"]
    assert fitted.routine.steps[0].hold_s is None
    assert [(done.move, done.instead) for done in fitted.replacements] == [
        ("heel-raise", None),
        ("calf-wall", "calf-towel"),
    ]


def test_a_gentler_move_that_is_withheld_gives_way_in_its_turn() -> None:
    assert moves_of(("calf-wall",), "balance-problem") == ["calf-towel"]
    assert moves_of(("calf-wall",), "balance-problem", "kidney-disease") == ["toe-pull"]


def test_a_gentler_move_does_not_come_twice() -> None:
    assert moves_of(("march", "march-seated"), "balance-problem") == ["march-seated"]
    assert moves_of(("march-seated", "march"), "balance-problem") == ["march-seated"]
    assert moves_of(("march", "march"), "balance-problem") == ["march-seated"]


def test_without_a_gentler_move_the_answer_is_rest() -> None:
    assert moves_of(("heel-raise", "toe-pull"), "calf-cramp-today") == ["toe-pull"]


def test_gentler_moves_that_go_round_in_a_circle_end_in_rest() -> None:
    circle = {"a": move("a", "balance-problem", gentler="b"), "b": move("b", "balance-problem", gentler="a")}
    assert moves_of(("a", "toe-pull"), "balance-problem", among=circle) == ["toe-pull"]


def test_a_gentler_move_that_is_not_there_ends_in_rest() -> None:
    assert moves_of(
        ("a", "toe-pull"), "balance-problem", among={"a": move("a", "balance-problem", gentler="gone")}
    ) == ["toe-pull"]


def test_a_routine_of_which_nothing_is_left_is_withheld() -> None:
    fitted = fit(routine("any", "heel-raise"), MOVES, safety("balance-problem"))
    assert fitted.withheld is not None
    assert fitted.withheld.condition == "balance-problem"


def test_a_routine_can_be_withheld_as_a_whole() -> None:
    fitted = fit(ROUTINES["bedtime"], MOVES, safety("cannot-stand-safely"))
    assert fitted.withheld is not None


def test_a_withheld_routine_names_one_to_do_instead_unless_that_is_withheld_too() -> None:
    bedtime = ROUTINES["bedtime"]
    assert instead_of(bedtime, ROUTINES, MOVES, safety("balance-problem")) == "bedtime-in-bed"
    assert instead_of(bedtime, ROUTINES, MOVES, safety("suspected-dvt")) is None
    assert instead_of(routine("x", "toe-pull", instead="gone"), ROUTINES, MOVES, safety()) is None
    assert instead_of(routine("x", "toe-pull"), ROUTINES, MOVES, safety()) is None


def test_the_search_for_another_routine_goes_on_and_comes_to_an_end() -> None:
    first = routine("first", "toe-pull", instead="bedtime")
    assert instead_of(first, {**ROUTINES, "first": first}, MOVES, safety("balance-problem")) == "bedtime-in-bed"
    round_about = {
        "a": routine("a", "toe-pull", withhold_if=("suspected-dvt",), instead="b"),
        "b": routine("b", "toe-pull", withhold_if=("suspected-dvt",), instead="a"),
    }
    assert instead_of(round_about["a"], round_about, MOVES, safety("suspected-dvt")) is None


SHIPPED = Library(content_root())


def test_in_the_shipped_content_who_cannot_stand_safely_has_a_balance_problem() -> None:
    held = safety("cannot-stand-safely", among=SHIPPED.conditions).held
    assert "balance-problem" in held


@pytest.mark.parametrize("told", ["balance-problem", "cannot-stand-safely", "sedative-tonight"])
def test_in_the_shipped_content_who_is_unsteady_stretches_in_bed_at_night(told: str) -> None:
    unsteady = safety(told, among=SHIPPED.conditions)
    assert fit(SHIPPED.routines["bedtime"], SHIPPED.moves, unsteady).withheld is not None
    instead = instead_of(SHIPPED.routines["bedtime"], SHIPPED.routines, SHIPPED.moves, unsteady)
    assert instead == "bedtime-in-bed"


@pytest.mark.parametrize("told", ["balance-problem", "cannot-stand-safely"])
def test_in_the_shipped_content_who_is_unsteady_is_never_made_to_stand(told: str) -> None:
    unsteady = safety(told, among=SHIPPED.conditions)
    for each in SHIPPED.routines.values():
        fitted = fit(each, SHIPPED.moves, unsteady)
        if fitted.withheld is None:
            positions = {SHIPPED.moves[step.move].position for step in fitted.routine.steps}
            assert positions.isdisjoint({"standing", "walking", "kneeling", "half kneeling"}), each.id


@pytest.mark.parametrize("told", ["suspected-dvt", "red-flag-active"])
def test_in_the_shipped_content_a_leg_in_danger_is_left_alone(told: str) -> None:
    danger = safety(told, among=SHIPPED.conditions)
    for each in SHIPPED.routines.values():
        fitted = fit(each, SHIPPED.moves, danger)
        assert fitted.withheld is not None, each.id
        assert fitted.withheld.condition == told
        assert instead_of(each, SHIPPED.routines, SHIPPED.moves, danger) is None


@pytest.mark.parametrize("told", sorted(SHIPPED.conditions))
def test_in_the_shipped_content_nothing_withheld_is_left_in_a_routine(told: str) -> None:
    held = safety(told, among=SHIPPED.conditions)
    for each in SHIPPED.routines.values():
        fitted = fit(each, SHIPPED.moves, held)
        for step in () if fitted.withheld else fitted.routine.steps:
            assert held.why_withheld(SHIPPED.moves[step.move].withhold_if) is None, (each.id, step.move)
