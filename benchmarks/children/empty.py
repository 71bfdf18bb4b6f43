"""An empty main window in a process that imports numpy and msgspec, too; ends after its first frame."""

import os
import sys

import msgspec  # noqa: F401
import numpy  # noqa: F401  # before PySide6, which slows every later import
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Tells when it has been painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # QWidget
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


application = QApplication(sys.argv[:1])
window = EmptyWindow()
window.resize(1440, 900)
window.show()
application.exec()
