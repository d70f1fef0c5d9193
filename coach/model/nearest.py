"""What someone may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names most like `word`, nearest first; those that contain it count as near."""
    from difflib import get_close_matches

    known = {name.lower(): name for name in names}
    said = word.strip().lower()
    within = [name for name in known if said and said in name]
    alike = get_close_matches(said, known, n=most, cutoff=0.5)
    return [known[name] for name in dict.fromkeys(within + alike)][:most]


def hint_for(word: str, names: Iterable[str]) -> str:
    """A line that says what is near `word`, or else all there is."""
    known = list(names)
    if near := nearest(word, known):
        return f"did you mean {' or '.join(near)}?"
    return f"there is: {', '.join(known)}"
