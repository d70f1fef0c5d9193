"""A routine short enough to be guided to its end in a test, and letting its time pass."""

from __future__ import annotations

from textual.pilot import Pilot

from coach.model.entry import Session
from coach.service.coach import Coach
from coach.session.session import State
from coach.tui.app import CoachApp
from coach.tui.screens.player import PlayerScreen
from tests.support.clock import FakeClock
from tests.support.tui import wait_for

STEP_S = 1.5
"""Below the gap of two seconds after which a session pauses."""
READY_S = 10
"""How long one has to get ready in the short routine."""


def write_short_routine(coach: Coach) -> None:
    """A short routine with a hostile move: 10 s to get ready, then 10 s for each leg with 5 s between them."""
    moves, routines = coach.places.own_content / "moves", coach.places.own_content / "routines"
    moves.mkdir(parents=True)
    routines.mkdir(parents=True)
    (moves / "pull.toml").write_text(
        'name = "Pull [/] [Mg]"\npurpose = "[@click=app.quit]calf[/]"\nsegment = "hold"\nmuscles = ["calf"]\n'
        'position = "seated"\nequipment = []\nstart = "Sit [/b] tall"\ncues = ["First [x]", "Second שלום 🦵🏽"]\n'
        'per_side = true\ncaution = "Gently [/]"\nsources = ["S63"]\n[dose]\nhold_s = 10\n',
        encoding="utf-8",
    )
    (routines / "short.toml").write_text(
        'name = "Short [/]"\nwhen = "now"\nwhy = "why"\nevidence = "weak"\nsources = ["S63"]\n'
        '[[steps]]\nmove = "pull"\n',
        encoding="utf-8",
    )
    (coach.places.own_content / "checklist.toml").write_text(
        '[[items]]\nid = "short-pull"\nlabel = "A short pull [/]"\ngroup = "movement"\nwhy = "why"\n'
        'evidence = "weak"\ntarget = 2\nroutines = ["short"]\nsources = ["S63"]\n',
        encoding="utf-8",
    )


def player(app: CoachApp) -> PlayerScreen:
    (screen,) = (one for stack in app._screen_stacks.values() for one in stack if isinstance(one, PlayerScreen))
    return screen


def playing(app: CoachApp) -> bool:
    return isinstance(app.screen, PlayerScreen)


async def let_pass(pilot: Pilot[int], clock: FakeClock, seconds: float) -> None:
    """Let time pass in steps that the Player sees, to the end of the session at most."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    await wait_for(pilot, lambda: playing(app))
    screen = player(app)
    left = seconds
    while left > 0 and screen.session.state is State.RUNNING:
        clock.advance(min(STEP_S, left))
        left -= STEP_S
        now = clock.monotonic()
        await wait_for(pilot, lambda: screen.session.seen == now or screen.session.state is not State.RUNNING)  # noqa: B023


def sessions(coach: Coach) -> list[Session]:
    return [entry for entry in coach.entries.log(days=7) if isinstance(entry, Session)]


def held(session: Session) -> list[tuple[str, float]]:
    return [(str(step.side), step.held_s) for step in session.steps]
