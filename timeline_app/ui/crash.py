"""An error nobody caught: the program goes on, and the report can be copied; nothing is ever sent."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__, logs


def report_text(error: BaseException) -> str:
    """Versions and traceback, for whoever is to mend it."""
    story = "".join(traceback.format_exception(error))
    return (
        f"timeline-app {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n\n{story}"
    )


class CrashDialog(QDialog):
    """Says that something went wrong, shows the report and copies it."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 380)
        column = QVBoxLayout(self)
        words = QLabel(
            self.tr("The program goes on. This report helps to mend it; it is sent nowhere by itself.")
        )
        words.setWordWrap(True)
        column.addWidget(words)
        self.report = QPlainTextEdit(report_text(error))
        self.report.setReadOnly(True)
        column.addWidget(self.report, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: self._copy(copy))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _copy(self, button: QPushButton) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        button.setText(self.tr("Copied"))


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
