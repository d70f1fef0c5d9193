"""The profile as it lies in the diary: one entry for each key, the same on every device."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from coach.diary.version import Version, newest
from coach.model.entry import Setting
from coach.model.setting import Scalar

_NAMESPACE = UUID("5a3c6a0e-6f0f-4d3f-9d55-0c3a1f6c2b71")


def id_of(key: str) -> str:
    """The id of a profile key: made from its name, so that two devices change one entry, not two."""
    return uuid5(_NAMESPACE, key).hex


def settings_of(versions: Iterable[Version], until: datetime | None = None) -> dict[str, Scalar]:
    """The value of every key that is set, as it stood at `until`."""
    standing = newest(version for version in versions if until is None or version.head.logged <= until)
    settings: dict[str, Scalar] = {}
    for version in standing.values():
        entry = version.entry
        if isinstance(entry, Setting) and not version.head.gone and entry.value is not None:
            settings[entry.key] = entry.value
    return settings
