"""Words for what is said of a cramp, offered so that nobody has to type at night; any other words do too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.model.entry import Side, Site

RELEASED_BY = ("stretch", "walking", "standing", "rubbing", "warmth", "by itself")
ACTIVITY = ("in bed", "sitting", "standing", "walking", "running", "cycling", "swimming", "sport", "hard work")
TRIGGERS = (
    "heat",
    "hard activity",
    "long sitting",
    "alcohol",
    "little to drink",
    "missed stretch",
    "awkward position",
    "new shoes",
)
YES_NO = ("yes", "no")
WORDS: Mapping[str, tuple[str, ...]] = {
    "site": tuple(Site),
    "side": tuple(Side),
    "pain": tuple(str(pain) for pain in range(10, -1, -1)),
    "woke": YES_NO,
    "new_medicine": YES_NO,
    "signs": YES_NO,
    "released_by": RELEASED_BY,
    "activity": ACTIVITY,
    "triggers": TRIGGERS,
}
"""For each field of a cramp that has known values, those values."""
SEVERAL = frozenset({"released_by", "triggers"})
"""Fields that take several, with commas between them."""


def words_said(words: Sequence[str]) -> str:
    """The first of the words, as an example of what can stand there."""
    return ", ".join(words[:3]) + (" …" if len(words) > 3 else "")
