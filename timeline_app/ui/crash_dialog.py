"""The report of an error that nobody caught, to be read and copied."""

import platform
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__


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
