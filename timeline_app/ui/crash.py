"""An error nobody caught: the program goes on, and the report can be copied; nothing is ever sent."""

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from timeline_app import logs

if TYPE_CHECKING:
    from timeline_app.ui.crash_dialog import CrashDialog


class CrashReporter(QObject):
    """Opens the dialog for an error, once for each place in the program that fails.

    The dialog opens from the event loop, never from inside the event that failed: an error may come
    from a thread or from the middle of painting.
    """

    _failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[tuple[str, str, int]] = set()
        self._dialog: CrashDialog | None = None
        self._failed.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Write the error into the log file and tell of it."""
        logs.record_crash(error)
        place = _place(error)
        if place not in self._seen:  # an error in painting comes back with every frame
            self._seen.add(place)
            self._failed.emit(error)

    def _open(self, error: BaseException) -> None:
        from timeline_app.ui.crash_dialog import CrashDialog

        if self._dialog is None:  # a second dialog would help nobody; its error is in the log
            self._dialog = CrashDialog(error, QApplication.activeWindow())
            self._dialog.destroyed.connect(self._forget)
            self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None


def _place(error: BaseException) -> tuple[str, str, int]:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return type(error).__name__, last.filename if last else "", (last.lineno or 0) if last else 0


def show_crashes(parent: QObject | None = None) -> CrashReporter:
    """Let errors in slots, events and threads open the dialog, after they were written into the log file."""
    reporter = CrashReporter(parent)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            reporter.report(error)

    sys.excepthook = hook
    return reporter
