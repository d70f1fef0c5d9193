"""How sure anyone can be, in shapes and in words."""

from __future__ import annotations

from coach.model.evidence import Evidence
from coach.tui.widgets.prose import Line

METERS = {
    Evidence.STRONG: "▪▪▪▪",
    Evidence.MODERATE: "▪▪▪▫",
    Evidence.WEAK: "▪▫▫▫",
    Evidence.CONTESTED: "▪▫▫▪",
}
"""Contested is no rung of the ladder: findings at both ends, and nothing between them."""


def evidence_line(evidence: Evidence, note: str = "") -> Line:
    """The grade as a meter and a word, and what there is to say about it."""
    told = f"{note[0].lower()}{note[1:]}" if note else ""
    word = "Evidence" if told.startswith(evidence) else f"{evidence.capitalize()} evidence"
    return Line(((word, "text"), (f": {told}" if told else "", "muted")), f"{METERS[evidence]}  ", "primary")
