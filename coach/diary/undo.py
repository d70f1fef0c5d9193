"""Taking back what this device did last, and only where nobody has changed it since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from coach.diary.change import Change
from coach.diary.machine import Action, Written
from coach.diary.version import Order, Version, newest

VersionsOf = Callable[[str, str], Sequence[Version]]
"""All versions of an entry: part and id in, versions out."""


class Plan(msgspec.Struct, frozen=True):
    """The action to take back, what to write for it, and what somebody has changed since."""

    action: Action
    changes: tuple[Change, ...]
    changed_since: tuple[Version, ...]


def plan_undo(actions: Sequence[Action], versions_of: VersionsOf) -> Plan | None:
    """How to take back the last action that is not undone yet, or None when there is none.

    An action of which nothing is in the diary (the program was killed before it wrote) is passed over.
    """

    def happened(action: Action) -> bool:
        return not action.wrote or any(
            version.order == written.order
            for written in action.wrote
            for version in versions_of(written.part, written.id)
        )

    undone = {action.undoes for action in actions if action.undoes and happened(action)}
    restored = {
        (written.id, written.order): written.restores
        for action in actions
        for written in action.wrote
        if written.restores is not None
    }
    for action in reversed(actions):
        if not action.undoes and action.action not in undone and action.wrote and happened(action):
            return _taking_back(action, restored, versions_of)
    return None


def _taking_back(action: Action, restored: Mapping[tuple[str, Order], Order], versions_of: VersionsOf) -> Plan:
    changes, changed_since = [], []
    replaced = False
    for written in action.wrote:
        versions = versions_of(written.part, written.id)
        current = newest(versions).get(written.id)
        if current is None or all(version.order != written.order for version in versions):
            continue
        change = None
        if _as_restored(current, restored) == written.order:
            change = _previous_content(written, current, versions)
        if change is None:
            changed_since.append(current)
            replaced |= written.base is None
        else:
            changes.append(change)
    if replaced:  # What was moved and then changed stays where it is, and does not come back at the old place too.
        changes = [change for change in changes if change.restores is None]
    return Plan(action, tuple(changes), tuple(changed_since))


def _as_restored(current: Version, restored: Mapping[tuple[str, Order], Order]) -> Order:
    """The version whose content `current` holds: an undo brings back the content of an older one."""
    order = current.order
    while (older := restored.get((current.id, order))) is not None:
        order = older
    return order


def _previous_content(written: Written, current: Version, versions: Sequence[Version]) -> Change | None:
    """What brings back the version that was changed; None when that one is not in the folder just now."""
    if written.base is None:
        return Change(written.part, {**current.record, "gone": True}, current.order)
    base = next((version for version in versions if version.order == written.base), None)
    if base is None:
        return None
    record = {key: value for key, value in base.record.items() if key != "gone"}
    if base.head.gone:
        record["gone"] = True
    return Change(written.part, record, current.order, restores=base.order)
