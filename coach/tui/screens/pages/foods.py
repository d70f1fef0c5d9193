"""Pages to look up: foods, neutrally and by name, and reference intakes."""

from __future__ import annotations

from collections.abc import Sequence

from coach.advice.foods import IntakeView
from coach.advice.links import FOODS, INTAKES, LISTS, Address, Shelf
from coach.advice.safety import Withheld
from coach.model.food import Food, Minerals
from coach.model.intake import IntakeUnit
from coach.model.ruling import Topic
from coach.service.coach import Coach
from coach.tui.screens.pages.parts import page, withheld_lines
from coach.tui.widgets.page import Page
from coach.tui.widgets.prose import BLANK, Line, bars, paragraph, section

_COLUMNS = f"{'K':>5}{'Ca':>5}{'Mg':>4}{'Na':>5}"


def foods_page(coach: Coach) -> Page:
    """All foods by name, with what a portion holds; nothing is ranked."""
    listed = coach.knowledge.food_list()
    no_figures = _no_figures(coach)
    return Page(
        FOODS,
        (
            paragraph(LISTS[FOODS], "strong"),
            BLANK,
            *((*bars([listed.brief]), BLANK) if listed.brief else ()),
            *(
                withheld_lines(no_figures)
                if no_figures
                else (
                    paragraph(
                        "Milligrams in one portion: potassium (K), calcium (Ca), magnesium (Mg), sodium (Na)."
                    ),
                    paragraph("f on Today logs one. Check labels and allergies yourself.", "muted"),
                    BLANK,
                    Line((("BY NAME", "heading"),), aside=_COLUMNS),
                )
            ),
            *(_row(food, figures=no_figures is None) for food in listed.foods),
        ),
        links=coach.search.related(FOODS),
    )


def food_page(coach: Coach, id_: str) -> Page:
    """One food: what a portion and 100 g of it hold, what to know before eating it, which table says so."""
    food = coach.day.food(id_)
    caution = coach.knowledge.food_list(id_).brief
    no_figures = _no_figures(coach)
    figures = section(
        "What it holds, in mg",
        (
            Line((("", "text"),), aside=_COLUMNS),
            Line(((f"{food.measure}, {food.portion_g:g} g", "text"),), aside=_amounts(food.portion)),
            Line((("100 g", "muted"),), aside=_amounts(food.per_100g)),
        ),
    )
    return page(
        coach,
        Address(Shelf.FOOD, id_),
        (
            paragraph(food.name, "strong"),
            *((BLANK, *bars([caution])) if caution else ()),
            *((BLANK, *withheld_lines(no_figures)) if no_figures else figures),
            *((BLANK, paragraph(coach.knowledge.cited(food.note))) if food.note else ()),
            *((BLANK, paragraph(_little_used(food), "muted")) if food.poorly_absorbed else ()),
            BLANK,
            paragraph(f"From: {food.row}", "faint"),
        ),
        sources=food.sources,
    )


def intakes_page(coach: Coach) -> Page:
    """What bodies of experts call enough a day, and who says so."""
    views = coach.knowledge.intakes()
    lines: list[Line] = []
    told: Withheld | None = None
    for nutrient in dict.fromkeys(view.intake.nutrient for view in views):
        group = [view for view in views if view.intake.nutrient is nutrient]
        why = group[0].withheld
        lines += section(nutrient, _figures(coach, group) if why is None else _refused(why, told))
        told = why or told
    return Page(
        INTAKES,
        (
            paragraph(LISTS[INTAKES], "strong"),
            BLANK,
            paragraph(
                "What bodies of experts call enough a day for healthy people. A day below one of these is not a "
                "shortage, and coach counts nobody towards them."
            ),
            *lines,
        ),
        links=coach.search.related(INTAKES),
    )


def _no_figures(coach: Coach) -> Withheld | None:
    return coach.day.safety().why_withheld(topics=(Topic.TARGETS,))


def _row(food: Food, *, figures: bool) -> Line:
    said = ((food.name, "text"), (f"  {food.measure}", "faint"))
    return Line(said, aside=_amounts(food.portion) if figures else "", aside_tone="text")


def _amounts(held: Minerals) -> str:
    sodium = "" if held.sodium_mg is None else f"{held.sodium_mg:.0f}"
    return f"{held.potassium_mg:>5.0f}{held.calcium_mg:>5.0f}{held.magnesium_mg:>4.0f}{sodium:>5}"


def _little_used(food: Food) -> str:
    return f"The body takes up little of the {' and '.join(food.poorly_absorbed)} in it."


def _refused(why: Withheld, told: Withheld | None) -> Sequence[Line]:
    if why == told:
        return (Line(((f"{why.how}, as above", "muted"),), "–  ", "faint"),)
    return withheld_lines(why)


def _figures(coach: Coach, views: Sequence[IntakeView]) -> list[Line]:
    lines = []
    for view in views:
        intake = view.intake
        said = "; ".join(source.short for source in coach.knowledge.sources(intake.sources))
        counts = f". {intake.counts[0].upper()}{intake.counts[1:]}" if intake.counts else ""
        lines.append(Line(((f"{intake.area}: {intake.people}", "text"),), aside=_amount(view), aside_tone="text"))
        lines.append(Line(((f"{intake.kind}, {intake.by} ({said}){counts}.", "faint"),), "  "))
    return lines


def _amount(view: IntakeView) -> str:
    """`310–320 mg`, `2 l`, `6–8 cups or glasses`."""
    intake = view.intake
    per = 1000 if intake.unit is IntakeUnit.ML else 1
    unit = "l" if intake.unit is IntakeUnit.ML else intake.unit
    most = f"–{intake.most / per:g}" if intake.most is not None else ""
    return f"{intake.amount / per:g}{most} {unit}"
