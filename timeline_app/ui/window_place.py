"""Where a window stands on the screen: put back at the start, and kept whenever it has been moved.

A window that is killed has no time to tell where it was; so its place is written a moment after each change.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from timeline_app.ui.settings import Settings

KEY = "geometry"
MINIMUM_SIZE = (760, 520)
DEFAULT_SIZE = (1440, 900)
FRAME_PX = 48  # the title bar that the desktop adds
SAVE_DELAY_MS = 400  # after the last of many small moves
CHANGES = frozenset((QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange))


class WindowPlace(QObject):
    """Keeps size, position and whether the window is maximised."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_DELAY_MS)
        self._saving.timeout.connect(self._save_shown)

    def restore(self) -> None:
        """Give the window the size and place it had, else one that fits the screen."""
        window = self._window
        window.setMinimumSize(*MINIMUM_SIZE)
        geometry = self._settings.bytes(KEY)
        if geometry.isEmpty() or not window.restoreGeometry(geometry):
            available = window.screen().availableSize()
            height = available.height() - FRAME_PX
            window.resize(min(DEFAULT_SIZE[0], available.width()), min(DEFAULT_SIZE[1], height))

    def note(self, event: QEvent) -> None:
        """Hear of an event of the window, and keep its place soon if that is what has changed."""
        if event.type() in CHANGES:
            self._saving.start()

    def save(self) -> None:
        """Keep the place now."""
        self._saving.stop()
        self._settings.put(KEY, self._window.saveGeometry())

    def _save_shown(self) -> None:
        if self._window.isVisible():
            self.save()
