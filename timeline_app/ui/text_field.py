"""A field to type in, which leaves the window's own Ctrl keys, and dropped files, to the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

# Some desktops edit with Ctrl E, D, F and more; these are what everyone expects of a field.
EDITING_KEYS = frozenset(
    {
        Qt.Key.Key_A,
        Qt.Key.Key_C,
        Qt.Key.Key_V,
        Qt.Key.Key_X,
        Qt.Key.Key_Y,
        Qt.Key.Key_Z,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
    }
)


class TextField(QLineEdit):
    """Single letters are typed; Ctrl with a letter that no field edits with is the window's."""

    def event(self, event: QEvent) -> bool:  # QLineEdit
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if with_ctrl and event.key() not in EDITING_KEYS:
                event.ignore()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # QLineEdit
        if event.mimeData().hasUrls():
            event.ignore()  # a file is opened, not spelt out
        else:
            super().dragEnterEvent(event)
