"""Does everything fit together?"""

from __future__ import annotations

from pathlib import Path

import pytest
from library_examples import (
    CAUSE,
    CHECKLIST,
    GENTLE_MOVE,
    MOVE,
    RELIEF,
    ROUTINE,
    ROUTINE_IN_BED,
    WHOLE,
    but,
    content,
    faults,
)

ADVICE, FLAGS, CONDITIONS = WHOLE["advice.toml"], WHOLE["red_flags.toml"], WHOLE["conditions.toml"]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("causes/age.md", but(CAUSE, '["bedtime"]', '["nap"]'), "causes/age.md: routines: no routine 'nap'"),
        ("causes/age.md", but(CAUSE, '"stretch"', '"strech"'), "causes/age.md: items: no checklist item 'strech'"),
        ("causes/age.md", but(CAUSE, "chest-pain", "chest"), "causes/age.md: red_flags: no red flag 'chest'"),
        ("causes/age.md", but(CAUSE, '"balance"', '"age"'), "causes/age.md: conditions: no condition 'age'"),
        ("advice.toml", but(ADVICE, '["bedtime"]', '["nap"]'), "advice.toml: stretch: routines: no routine 'nap'"),
        ("advice.toml", but(ADVICE, '"water"', '"wine"'), "advice.toml: stretch: items: no checklist item 'wine'"),
        ("advice.toml", but(ADVICE, '["age"]', '["agee"]'), "advice.toml: stretch: causes: no cause 'agee'"),
        ("moves/calf-wall.toml", but(MOVE, '"toe-pull"', '"x"'), "moves/calf-wall.toml: gentler: no move 'x'"),
        (
            "moves/calf-wall.toml",
            but(MOVE, '"balance"', '"balanse"'),
            "moves/calf-wall.toml: withhold_if: no condition 'balanse'",
        ),
        ("routines/bedtime.toml", but(ROUTINE, "calf-wall", "x"), "routines/bedtime.toml: steps: no move 'x'"),
        ("routines/bedtime.toml", but(ROUTINE, "in-bed", "x"), "routines/bedtime.toml: instead: no routine 'x'"),
        (
            "routines/bedtime.toml",
            but(ROUTINE, '"balance"', '"x"'),
            "routines/bedtime.toml: withhold_if: no condition 'x'",
        ),
        (
            "routines/in-bed.toml",
            but(ROUTINE_IN_BED, '[[steps]]\nmove = "toe-pull"\n', "").replace("sources", "steps = []\nsources"),
            "routines/in-bed.toml: steps: a routine without steps",
        ),
        (
            "checklist.toml",
            but(CHECKLIST, 'group = "night"', 'group = "x"'),
            "checklist.toml: stretch: group: no group 'x'",
        ),
        (
            "checklist.toml",
            but(CHECKLIST, '["bedtime"]', '["x"]'),
            "checklist.toml: stretch: routines: no routine 'x'",
        ),
        ("checklist.toml", but(CHECKLIST, '["age"]', '["x"]'), "checklist.toml: stretch: causes: no cause 'x'"),
        (
            "checklist.toml",
            but(CHECKLIST, '["balance"]', '["x"]'),
            "checklist.toml: stretch: withhold_if: no condition 'x'",
        ),
        ("relief/calf.toml", but(RELIEF, '"balance"', '"x"'), "relief/calf.toml: steps: no condition 'x'"),
        ("relief/calf.toml", f'{RELIEF}move = "x"\n', "relief/calf.toml: steps: no move 'x'"),
        (
            "conditions.toml",
            but(CONDITIONS, '["balance"]', '["x"]'),
            "conditions.toml: cannot-stand: implies: no condition 'x'",
        ),
    ],
)
def test_a_name_of_what_is_not_there(tmp_path: Path, name: str, text: str, fault: str) -> None:
    assert faults(content(tmp_path, {name: text})) == [fault]


def test_gentler_moves_that_go_round_in_a_circle(tmp_path: Path) -> None:
    back = but(GENTLE_MOVE, "sources", 'gentler = "calf-wall"\nsources')
    assert faults(content(tmp_path, {"moves/toe-pull.toml": back})) == [
        "moves/calf-wall.toml: gentler: the gentler moves go round in a circle",
        "moves/toe-pull.toml: gentler: the gentler moves go round in a circle",
    ]


def test_a_move_that_is_its_own_gentler_one(tmp_path: Path) -> None:
    (fault,) = faults(content(tmp_path, {"moves/calf-wall.toml": but(MOVE, '"toe-pull"', '"calf-wall"')}))
    assert "circle" in fault


def test_routines_that_stand_in_for_each_other_in_a_circle(tmp_path: Path) -> None:
    back = but(ROUTINE_IN_BED, "sources", 'instead = "bedtime"\nsources')
    found = faults(content(tmp_path, {"routines/in-bed.toml": back}))
    assert [fault for fault in found if "instead: the routines go round" in fault] == found
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        but(RELIEF, "seconds = 30\n\n", 'seconds = 30\nwithhold_if = ["balance"]\n\n'),
        but(RELIEF, "seconds = 30\n\n", "seconds = 30\nafter_question = true\n\n"),
        RELIEF.partition("[[steps]]")[0] + "steps = []\n",
    ],
)
def test_a_first_step_that_is_not_for_everyone(tmp_path: Path, text: str) -> None:
    assert "relief/calf.toml: steps: the first step must be safe for everyone" in faults(
        content(tmp_path, {"relief/calf.toml": text})
    )


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("about.md", "about.md: sources"),
        ("causes/age.md", "causes/age.md: sources"),
        ("advice.toml", "advice.toml: stretch: sources"),
        ("routines/bedtime.toml", "routines/bedtime.toml: sources"),
        ("checklist.toml", "checklist.toml: stretch: sources"),
    ],
)
def test_a_claim_without_a_source_and_one_that_cites_what_it_does_not_list(
    tmp_path: Path, name: str, where: str
) -> None:
    text = but(WHOLE[name], 'sources = ["S1"]', "sources = []")
    assert faults(content(tmp_path, {name: text})) == [
        f"{where}: a claim without a source",
        f"{where}: the text cites S1",
    ]


@pytest.mark.parametrize("name", [*(name for name in WHOLE if 'sources = ["S1"]' in WHOLE[name])])
def test_a_source_that_is_not_listed(tmp_path: Path, name: str) -> None:
    text = but(WHOLE[name], 'sources = ["S1"]', 'sources = ["S1", "S99"]')
    (fault,) = faults(content(tmp_path, {name: text}))
    assert fault.endswith("sources: no source 'S99'")


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("causes/age.md", "are over 50"),
        ("causes/age.md", "Strong."),
        ("causes/age.md", "with age [S1]."),
        ("drinks.toml", "Counts [S1]."),
        ("moves/calf-wall.toml", "Heel down"),
        ("relief/calf.toml", "Toes up."),
    ],
)
def test_a_citation_anywhere_in_the_text_must_be_listed(tmp_path: Path, name: str, old: str) -> None:
    found = faults(content(tmp_path, {name: but(WHOLE[name], old, f"{old} [S66b]")}))
    assert [fault.partition("sources: ")[2] for fault in found] == ["no source 'S66b'", "the text cites S66b"]


def test_a_red_flag_without_a_source_must_be_marked_as_judgement(tmp_path: Path) -> None:
    (fault,) = faults(content(tmp_path, {"red_flags.toml": but(FLAGS, "judgement = true\n", "")}))
    assert fault == "red_flags.toml: chest-pain: neither a source nor marked as clinical judgement"


@pytest.mark.parametrize("promise", ["cures", "Cure", "a detoxifying drink", "we guarantee", "prevents all"])
@pytest.mark.parametrize("name", ["causes/age.md", "routines/bedtime.toml", "drinks.toml", "relief/calf.toml"])
def test_a_promise_that_nobody_can_keep(tmp_path: Path, name: str, promise: str) -> None:
    text = WHOLE[name]
    old = "[S1]." if "[S1]." in text else "Toes up."
    (fault,) = faults(content(tmp_path, {name: text.replace(old, f"{old} It {promise} cramps.", 1)}))
    assert "a promise nobody can keep" in fault


def test_words_that_only_look_like_a_promise(tmp_path: Path) -> None:
    text = but(CAUSE, "grow more common with age", "are an obscure thing; a secure chair helps with age")
    assert faults(content(tmp_path, {"causes/age.md": text})) == []
