"""What `coach check` finds in the gating table and in what it gates."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_examples import WHOLE, but, content, faults

CONDITIONS = WHOLE["conditions.toml"]
RULES = '[conditions.rules]\nstanding = { ruling = "withhold" }\n'


def test_rules_by_topic_are_read(tmp_path: Path) -> None:
    assert faults(content(tmp_path, {"conditions.toml": CONDITIONS + RULES})) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("standing =", "standng =", "standng"),
        ('"withhold"', '"never"', "never"),
        ('"withhold"', '"ask", why = "x"', "why"),
        ("{ ruling", "{ text", "ruling"),
    ],
)
def test_a_rule_that_is_none_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    (fault,) = faults(content(tmp_path, {"conditions.toml": CONDITIONS + but(RULES, old, new)}))
    assert fault.startswith("conditions.toml: ")
    assert said in fault


@pytest.mark.parametrize("more", ["asked = true", "lasts_days = 84"])
def test_what_follows_from_other_answers_is_not_asked(tmp_path: Path, more: str) -> None:
    text = CONDITIONS + f"derived = true\n{more}\n"
    (fault,) = faults(content(tmp_path, {"conditions.toml": text}))
    assert fault.startswith("conditions.toml: cannot-stand: derived: what follows from other answers is not asked")


@pytest.mark.parametrize("days", [0, -1, 3661])
def test_how_long_a_condition_holds_has_bounds(tmp_path: Path, days: int) -> None:
    (fault,) = faults(content(tmp_path, {"conditions.toml": f"{CONDITIONS}lasts_days = {days}\n"}))
    assert "lasts_days" in fault


def test_the_first_step_of_relief_belongs_to_no_topic(tmp_path: Path) -> None:
    relief = but(WHOLE["relief/calf.toml"], "seconds", 'topics = ["heat"]\nseconds')
    assert faults(content(tmp_path, {"relief/calf.toml": relief})) == [
        "relief/calf.toml: steps: the first step must be safe for everyone"
    ]
