"""What was typed into a form that was cut off is in the diary after, all of it, once."""

from __future__ import annotations

from filelock import FileLock

from coach.model.entry import Cramp, Entry, Note
from coach.service.coach import Coach
from tests.support.clock import FakeClock


def cramp(coach: Coach) -> Cramp:
    (entry,) = coach.cramps.log(site="calf").entries
    assert isinstance(entry, Cramp)
    return entry


def cut_off(coach: Coach, clock: FakeClock, entry: Entry, texts: dict[str, str]) -> Coach:
    """The next start after a form with `texts` in it was cut off."""
    coach.forms.open(entry, lambda: texts)
    coach.forms.keep()
    assert (coach.places.state / "form.json").stat().st_mode & 0o777 == 0o600
    coach.forms._claim.release()  # as the system does when the program is killed
    clock.advance(60)
    return Coach(coach.places, clock)


def entries(coach: Coach) -> list[Entry]:
    return coach.entries.log(days=3)


def test_every_field_that_was_typed_is_written_and_one_undo_takes_it_back(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7", "side": "left", "released_by": "stretch, walking"})
    done = again.forms.settle()
    assert done is not None
    assert done.said == "kept: what you typed about the cramp of 20:00"
    (entry,) = entries(again)
    assert isinstance(entry, Cramp)
    assert (entry.pain, entry.side, entry.released_by) == (7, "left", ("stretch", "walking"))
    assert again.forms.settle() is None
    assert not (coach.places.state / "form.json").exists()
    again.entries.undo()
    assert [one.pain for one in entries(again) if isinstance(one, Cramp)] == [None]


def test_what_the_entry_does_not_take_is_noted_on_it(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "12", "side": "lefft", "activity": "running"})
    assert again.forms.settle() is not None
    (entry,) = (one for one in entries(again) if isinstance(one, Cramp))
    (note,) = (one for one in entries(again) if isinstance(one, Note))
    assert (entry.pain, entry.activity) == (None, "running")
    assert (note.of, note.text) == (entry.id, "typed, and not saved: pain: 12; side: lefft")


def test_an_entry_that_was_changed_since_keeps_its_change(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7", "side": "left"})
    again.entries.edit(begun.id, {"pain": "3", "side": "left"})
    again.forms.settle()
    (entry,) = (one for one in entries(again) if isinstance(one, Cramp))
    (note,) = (one for one in entries(again) if isinstance(one, Note))
    assert (entry.pain, entry.side, note.text) == (3, "left", "typed, and not saved: pain: 7")


def test_an_end_between_writing_and_forgetting_writes_nothing_twice(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7", "note": "at the desk"})
    kept = (coach.places.state / "form.json").read_bytes()
    again.forms.settle()
    (coach.places.state / "form.json").write_bytes(kept)
    assert again.forms.settle() is None
    assert [one.kind for one in entries(again)] == ["cramp"]


def test_an_entry_that_is_gone_and_a_file_nobody_can_read_are_let_go(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7"})
    again.entries.delete(begun.id)
    assert again.forms.settle() is None
    (coach.places.state / "form.json").write_text("{")
    assert again.forms.settle() is None
    assert entries(again) == []


def test_a_form_that_is_saved_or_not_wanted_leaves_nothing(coach: Coach) -> None:
    begun = cramp(coach)
    coach.forms.open(begun, lambda: {"pain": "7"})
    coach.forms.keep()
    coach.forms.close()
    assert coach.forms.settle() is None
    assert [one.rev for one in entries(coach)] == [1]


def test_a_form_that_is_open_in_another_window_is_left_alone(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7"})
    lock = str(coach.places.state / "form.lock")
    with FileLock(lock):
        assert again.forms.settle() is None
    assert again.forms.settle() is not None


def test_a_diary_that_cannot_be_written_leaves_it_for_later(coach: Coach, clock: FakeClock) -> None:
    begun = cramp(coach)
    again = cut_off(coach, clock, begun, {"pain": "7"})
    folder, away = coach.places.diary, coach.places.diary.with_name("away")
    folder.rename(away)
    folder.write_text("in the way")
    assert again.forms.settle() is None
    folder.unlink()
    away.rename(folder)
    assert again.forms.settle() is not None
