"""What is left on the terminal when the app breaks: where in the code, and nothing that the person wrote."""

from __future__ import annotations

import sys

from rich.text import Text
from textual.app import App

from coach.errors import crash_report


class DiscreetApp(App[int]):
    """An app whose crash reports hold no values: no locals, and no messages, which may quote a note.

    Python's development mode (`python -X dev`) shows them, for whoever mends it.
    """

    def _handle_exception(self, error: Exception) -> None:
        if sys.flags.dev_mode:
            super()._handle_exception(error)
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.bell()
        self._exit_renderables.append(Text(crash_report(error)))
        self._close_messages_no_wait()
