"""A list of options whose chosen row has a mark, so that it is seen without colours too."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

_HERE, _ELSEWHERE = "▸ ", "  "


class ChoiceList(OptionList):
    """Textual's list with ▸ before the highlighted option."""

    DEFAULT_CSS = """
    ChoiceList > .option-list--option { padding: 0; }
    """

    def _get_left_gutter_width(self) -> int:
        return len(_HERE)

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        place = self.scroll_offset.y + y
        option, part = self._lines[place] if place < len(self._lines) else (None, 0)
        is_here = option is not None and option == self.highlighted
        # The style of what stands beside the mark carries the option that a click there means.
        beside = next((segment.style for segment in line), None)
        strip = Strip([Segment(_HERE if is_here and not part else _ELSEWHERE, beside), *line])
        return strip.apply_style(Style(reverse=True)) if is_here and self._is_reversed() else strip

    def _is_reversed(self) -> bool:
        """Whether the style sheet reverses the row, which Textual's own drawing of it leaves out."""
        return bool(self.get_component_styles("option-list--option-highlighted").text_style.reverse)
