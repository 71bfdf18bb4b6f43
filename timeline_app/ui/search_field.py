"""The field of the search, with its sign, its key and the number of events found."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.ui.text_field import TextField

DELAY_MS = 120
KEY_LEAST_CHARACTERS = 12  # that can be typed beside the key
NOTE_LEAST_CHARACTERS = 8  # that can be read beside the full note
EDGE_PX = 10  # between the border and what stands at either end


class SearchField(TextField):
    """Filters as one types; Enter travels to the next hit, Down goes into the list, Escape clears."""

    query_changed = Signal(str)
    next_hit = Signal()
    into_list = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.note, self.key = QLabel(self), QLabel(self), QLabel(self)
        self.note.setProperty("tone", "caption")
        self.key.setProperty("role", "key")
        for label in (self.sign, self.note, self.key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._shown = ("", "", False)  # the note in full and in short, and whether there is text
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._send)
        self.textEdited.connect(lambda _text: self._delay.start())

    @property
    def is_pending(self) -> bool:
        """Whether something typed has not been searched for yet."""
        return self._delay.isActive()

    def _send(self) -> None:
        self._delay.stop()
        self.query_changed.emit(self.text())

    def show_query(self, query: str) -> None:
        """Show what is searched for, unless one is typing something else."""
        if not self.is_pending and self.text() != query:
            self.setText(query)

    def show_note(self, note: str, short: str = "") -> None:
        """The words at the right end, such as how many match; without them, the key stands there.

        ``short`` stands for them where they would leave too little of what is searched for.
        """
        shown = (note, short, bool(self.text()))
        if shown != self._shown:
            self._shown = shown
            self._place()

    def dress(self, sign: QPixmap, key: str) -> None:
        """Take on a theme, text size and language."""
        self.sign.setPixmap(sign)
        self.key.setText(key)
        self._place()

    def _place(self) -> None:
        full, short, _ = self._shown
        self.note.setText(full)
        for label in (self.sign, self.note, self.key):
            label.adjustSize()
        if short and not self._has_room(self.note, NOTE_LEAST_CHARACTERS):
            self.note.setText(short)
            self.note.adjustSize()
        self.note.setVisible(bool(full))
        self.key.setVisible(not full and not self.text() and self._has_room(self.key, KEY_LEAST_CHARACTERS))
        margin = 0
        for label in (self.note, self.key):
            if not label.isHidden():
                label.move(self.width() - label.width() - EDGE_PX, (self.height() - label.height()) // 2)
                margin = label.width()
        self.sign.move(EDGE_PX, (self.height() - self.sign.height()) // 2)
        self.setTextMargins(self.sign.width(), 0, margin, 0)

    def _has_room(self, label: QLabel, least: int) -> bool:
        """Whether that many characters can be read beside a label."""
        room = self.width() - self.sign.width() - label.width() - 4 * EDGE_PX
        return room >= least * self.fontMetrics().averageCharWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:  # QLineEdit
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # it clears this field before it closes anything else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QLineEdit
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_pending:
                self._send()
            self.next_hit.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.into_list.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._send()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
