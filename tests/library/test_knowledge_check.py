"""What `coach check` finds in medicines, look-alikes, remedies, regions and sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_examples import WHOLE, but, content, faults

CONDITIONS, SOURCES = WHOLE["conditions.toml"], WHOLE["sources.toml"]


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("medicines.toml", '"age"', '"x"', "medicines.toml: statin: causes: no cause 'x'"),
        ("medicines.toml", '"balance"', '"x"', "medicines.toml: statin: conditions: no condition 'x'"),
        ("medicines.toml", '"chest-pain"', '"x"', "medicines.toml: statin: red_flags: no red flag 'x'"),
        ("lookalikes.toml", '"balance"', '"x"', "lookalikes.toml: strain: conditions: no condition 'x'"),
        ("lookalikes.toml", '"chest-pain"', '"x"', "lookalikes.toml: strain: red_flags: no red flag 'x'"),
        ("remedies.toml", '"age"', '"x"', "remedies.toml: warmth: causes: no cause 'x'"),
        ("remedies.toml", '"balance"', '"x"', "remedies.toml: warmth: conditions: no condition 'x'"),
        ("remedies.toml", '"warmth"', '"age"', "remedies.toml: age: the id stands in causes already"),
        ("lookalikes.toml", '"strain"', '"about"', "lookalikes.toml: about: the id stands in about.md already"),
        ("intakes.toml", 'sources = ["S1"]', "", "intakes.toml: potassium-eu: sources: a claim without a source"),
        ("regions.toml", 'sources = ["S1"]', "", "regions.toml: uk: a number without a source"),
        (
            "conditions.toml",
            "judgement = true",
            "",
            "conditions.toml: balance: neither a source nor marked as clinical judgement",
        ),
    ],
)
def test_what_does_not_fit_together_is_named(tmp_path: Path, name: str, old: str, new: str, fault: str) -> None:
    text = WHOLE[name]
    assert old in text
    assert faults(content(tmp_path, {name: text.replace(old, new, 1)})) == [fault]


@pytest.mark.parametrize(
    ("name", "where"),
    [("intakes.toml", "intakes.toml: potassium-eu"), ("regions.toml", "regions.toml: uk")],
)
def test_no_figure_rests_on_a_source_that_nobody_has_read(tmp_path: Path, name: str, where: str) -> None:
    unread = SOURCES + '\n[[sources]]\nid = "S2"\nshort = "Lore"\ntitle = "Lore"\nby = "Someone"\nread = "R"\n'
    text = but(WHOLE[name], '["S1"]', '["S2"]')
    assert faults(content(tmp_path, {"sources.toml": unread, name: text})) == [
        f"{where}: sources: a figure from S2, which was not read in any text"
    ]


def test_what_nobody_has_read_may_support_a_warning_without_a_figure(tmp_path: Path) -> None:
    unread = SOURCES + '\n[[sources]]\nid = "S2"\nshort = "Lore"\ntitle = "Lore"\nby = "Someone"\nread = "R"\n'
    text = CONDITIONS.replace("judgement = true", 'sources = ["S2"]')
    assert faults(content(tmp_path, {"sources.toml": unread, "conditions.toml": text})) == []
