"""The middle of the Player: the figure (or the move in words), and beside or beneath it the hold."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from coach.model.move import Move
from coach.session.session import View
from coach.session.timeline import Kind
from coach.tui.widgets.figure import FigureView, figure_frame
from coach.tui.widgets.hold_view import HoldView
from coach.tui.widgets.move_panel import MovePanel
from coach.tui.widgets.player_words import Shown


class PlayerStage(Container):
    """Shows one moment; laid out by the screen's `-narrow`, `-wide`, `-short` and `-tall`.

    A move without a pose is shown as a list of its cues. `-digits` leaves little but the countdown.
    """

    # The size is the screen's class, so the rules must be able to begin there.
    SCOPED_CSS: ClassVar[bool] = False
    DEFAULT_CSS = """
    PlayerStage {
        layout: horizontal;
        height: 1fr;
        margin: 1 0 0 0;
        FigureView { margin: 0 1 0 2; }
        MovePanel { display: none; width: 1fr; margin: 0 2 0 3; }
        HoldView { width: 36; margin: 0 3 0 1; }
        &.-list FigureView { display: none; }
        &.-list MovePanel { display: block; }
        &.-list HoldView { #said, #caution { display: none; } #said.-paused { display: block; } }
    }
    .-wide PlayerStage {
        HoldView { width: 32%; min-width: 46; margin: 1 5 0 3; }
        &.-list { margin: 3 0 0 0; }
    }
    .-wide.-tall PlayerStage HoldView {
        Digits { display: none; }
        BigDigits { display: block; width: 80vh; min-width: 34; max-width: 100%; height: 18vh; margin: 0 0 1 0; }
    }
    .-short PlayerStage HoldView { #purpose, #side, Bar, #said { margin: 0; } }
    .-narrow PlayerStage {
        layout: vertical;
        margin: 0;
        FigureView { margin: 1 2 0 2; }
        HoldView {
            width: 1fr;
            height: auto;
            margin: 0 3;
            #clock, #turn { layout: horizontal; }
            #turn { height: 1; }
            #kind { width: auto; }
            #words, #side { width: 1fr; }
            #name, #purpose { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
            #purpose, #side, Bar, #said { margin: 0; }
            #side { margin: 0 2; }
            Digits { width: auto; }
            #caution { display: none; margin: 0; }
            #caution.-prepares { display: block; }
        }
        &.-list MovePanel { display: none; }
        &.-list HoldView { margin: 1 3 0 3; Bar, #said { margin: 0 0 1 0; } #said, #caution { display: block; } }
    }
    PlayerStage.-digits {
        FigureView, MovePanel { display: none; }
        HoldView {
            width: 1fr;
            height: 1fr;
            margin: 0 3;
            #name, #purpose, #said, #caution, Digits { display: none !important; }
            #said.-paused { display: block !important; min-height: 1; margin: 0; text-align: center; }
            #clock { layout: vertical; height: 1fr; }
            #turn { layout: vertical; height: auto; }
            #kind { width: 1fr; }
            #kind, #side, #side.-right, #next { text-align: center; }
            BigDigits { display: block; width: 1fr !important; height: 1fr !important; margin: 0 0 1 0; }
        }
    }
    """

    def compose(self) -> ComposeResult:
        yield FigureView()
        yield MovePanel()
        yield HoldView()

    def show(self, view: View, move: Move, words: Shown, *, flash: bool, still: bool) -> None:
        """Show a moment of `move`; `flash` says that it has only just begun, `still` that no figure shall move."""
        self.set_class(move.pose is None, "-list")
        self.query_one(HoldView).show(words, view.segment_progress, flash=flash)
        if move.pose is None:
            self.query_one(MovePanel).show(move, words.cue, preparing=view.segment.kind is Kind.PREPARE)
        else:
            frame = figure_frame(move.pose, view, still=still)
            self.query_one(FigureView).show(move.pose, view.segment.side, frame)
