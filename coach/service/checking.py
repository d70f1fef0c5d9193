"""Looking through all content for faults, the figures included."""

from __future__ import annotations

from pathlib import Path

from coach.errors import ContentError
from coach.figure.check import pose_faults
from coach.library.check import check_content
from coach.library.library import Library
from coach.paths import content_root


def content_faults(library: Library) -> list[ContentError]:
    """Every fault in the shipped content and in the person's own; an empty list is a clean bill."""
    return check_content(library) or _figures(library)


def folder_faults(path: Path) -> list[ContentError]:
    """Faults of one content folder at `path`: a whole one, or a person's own beside the shipped."""
    if not path.is_dir():
        return [ContentError(f"{path}: no such folder", "name a folder with content in it")]
    is_whole = (path / "about.md").exists()
    return content_faults(Library(path) if is_whole else Library(content_root(), path))


def _figures(library: Library) -> list[ContentError]:
    """Moves that nobody has drawn, and figures, of relief too, that are not whole; an own move may go undrawn."""
    faults = []
    for move in library.moves.values():
        where = f"moves/{move.id}.toml: pose"
        if move.pose is not None:
            faults += [ContentError(f"{where}: {what}", "draw it anew") for what in pose_faults(move.pose)]
        elif not library.is_own(move):
            faults.append(ContentError(f"{where}: there is none", "draw the move"))
    for relief in library.reliefs.values():
        drawn = ((number, step.pose) for number, step in enumerate(relief.steps, start=1) if step.pose)
        for number, pose in drawn:
            where = f"relief/{relief.id}.toml: steps[{number}].pose"
            faults += [ContentError(f"{where}: {what}", "draw it anew") for what in pose_faults(pose)]
    return faults
