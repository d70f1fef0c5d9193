"""The keys of Today."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_STEP = Binding.Group("amount", compact=True)
_DAYS = Binding.Group("day", compact=True)
TODAY_KEYS: list[BindingType] = [
    Binding("space", "tick", "tick", id="today.tick"),
    Binding("plus", "more", "more", key_display="+", group=_STEP, id="today.more"),
    Binding("minus", "less", "less", key_display="-", group=_STEP, id="today.less"),
    Binding("enter", "open", "open", key_display="enter", id="today.open"),
    Binding("f", "food", "food", id="today.food"),
    Binding("n", "note", "note", id="today.note"),
    Binding("left", "walk(-1)", "day before", key_display="←", group=_DAYS, id="today.earlier"),
    Binding("right", "walk(1)", "day after", key_display="→", group=_DAYS, id="today.later"),
    Binding("t", "today", "today", show=False, id="today.back"),
    Binding("u", "app.undo", "undo", id="app.undo"),
    Binding("s", "start_next", "start what is next", show=False, id="today.start"),
    Binding("y", "why_next", "why that is next", show=False, id="today.why"),
    Binding("x", "decline_next", "not now", show=False, id="today.not_now"),
    Binding("0", "no_cramp", "no cramp last night", show=False, id="today.no_cramp"),
    Binding("d", "marks", "about this day", show=False, id="today.marks"),
    Binding("k", "skip", "a day off", show=False, id="today.skip"),
    Binding("a", "list_item", "items on your list", show=False, id="today.items"),
]
