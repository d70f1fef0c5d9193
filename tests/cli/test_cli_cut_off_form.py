"""What a form that was cut off said is in the diary at the next command, but help does not wait for it."""

from __future__ import annotations

from coach.paths import folders
from coach.service.coach import Coach
from tests.support.commands import Commands


def test_the_next_command_writes_it_and_says_so_but_help_comes_first(run: Commands) -> None:
    coach = Coach(folders(run.home), run.clock)
    (begun,) = coach.cramps.log(site="calf").entries
    coach.forms.open(begun, lambda: {"pain": "7"})
    coach.forms.keep()
    coach.forms._claim.release()  # as the system does when the program is killed
    run.out("now", "calf", "--plain")
    assert (coach.places.state / "form.json").exists()
    told = run("log")
    assert "pain 7 of 10" in told.stdout
    assert told.stderr.startswith("coach: kept: what you typed about the cramp of 20:00\n")
    assert run("log").stderr == ""
