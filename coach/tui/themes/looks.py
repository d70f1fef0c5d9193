"""What holds for the whole app: Textual's parts made legible, and what stands in for colour where none is."""

from __future__ import annotations

_LEGIBLE = """
Toast { background: $panel; }
Input, TextArea, OptionList { background-tint: transparent; }
CommandPalette SearchIcon { color: $foreground; }
CommandPalette #--input { border: hkey $muted; }
CommandPalette CommandList { border-bottom: hkey $muted; }
CommandPalette CommandList > .option-list--option { text-style: not bold; }
CommandPalette CommandList > .option-list--option-highlighted { text-style: bold underline; }
CommandPalette > .command-palette--help-text { color: $muted; text-style: not dim not bold; }
.-theme-coach-contrast Dialog #panel { border: round $muted; padding: 0 2; }
.-theme-coach-contrast QuestionsDialog.-short #panel { border-top: none; border-bottom: none; }
"""
"""Textual dims help and tints fields below what can be read, and tells the palette's row by colour alone."""

_WITHOUT_COLOUR = """
Dialog:ansi #panel { border: round ansi_default; padding: 0 2; }
QuestionsDialog.-short:ansi #panel { border-top: none; border-bottom: none; }
Screen:ansi Toast { border: round ansi_default; background: ansi_default; padding: 0 1; }
Input:ansi { text-style: underline; }
Input:ansi .input--placeholder { color: ansi_default; text-style: italic underline; }
Input:ansi .input--cursor, TextArea:ansi .text-area--cursor {
    color: ansi_default; background: ansi_default; text-style: reverse;
}
Input:ansi .input--selection, TextArea:ansi .text-area--selection { text-style: reverse; }
ChoiceList:ansi > .option-list--option-highlighted { text-style: reverse; }
RowList:ansi .rows--cursor { text-style: reverse; }
RowList:ansi .rows--primary { text-style: bold; }
RowList:ansi .rows--accent { text-style: bold; }
RowList:ansi .rows--warning { text-style: bold; }
DayLine:ansi .day--past { text-style: bold reverse; }
DayLine:ansi .day--arrow { text-style: bold; }
TopLine:ansi .top--key { text-style: bold; }
DiaryTabs:ansi .tabs--key { text-style: bold; }
WeekBars:ansi .weeks--cursor { text-style: reverse; }
"""
"""For themes of the terminal's own colours: weight, underline, reverse and frames for hues and grounds."""

LOOKS = _LEGIBLE + _WITHOUT_COLOUR
