"""Two fields for the first and last date of a filter, as one types them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app.dates.typed import TypedDateError, read_typed_date
from timeline_app.dates.wording import day_in_words
from timeline_app.ui.text_field import TextField


class DateFields(QWidget):
    """``chosen`` gives both bounds in civil seconds or None; what is no date is answered in a sentence."""

    chosen = Signal(object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._bounds: tuple[int | None, int | None] = (None, None)
        self.first, self.last = TextField(), TextField()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("tone", "caption")
        self.note.hide()
        line = QHBoxLayout()
        for field, name in ((self.first, self.tr("from")), (self.last, self.tr("to"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setMinimumWidth(40)
            field.editingFinished.connect(self._take)
            line.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 6, 0)
        column.addLayout(line)
        column.addWidget(self.note)

    def show_bounds(self, start: int | None, end: int | None) -> None:
        """Show the bounds of the filter; what was typed stays until they change."""
        changed = (start, end) != self._bounds
        self._bounds = (start, end)
        for field, time in ((self.first, start), (self.last, None if end is None else end - 1)):
            if changed or not field.isModified():
                text = "" if time is None else day_in_words(time, self._language)
                if field.text() != text and not field.hasFocus():
                    field.setText(text)
                    field.setCursorPosition(0)
                field.setModified(False)
        if changed:
            self.note.hide()

    def _take(self) -> None:
        if not (self.first.isModified() or self.last.isModified()):
            return
        try:
            start, end = self._bound(self.first), self._bound(self.last)
        except TypedDateError as error:
            self._say(str(error))
            return
        if start is not None and end is not None and start >= end:
            self._say(self.tr("The first date is after the second."))
            return
        self.note.hide()
        self.first.setModified(False)
        self.last.setModified(False)
        self.chosen.emit(start, end)

    def _bound(self, field: TextField) -> int | None:
        is_first = field is self.first
        if not field.isModified():  # a bound finer than a day is not rounded by showing it
            return self._bounds[0 if is_first else 1]
        text = field.text().strip()
        if not text:
            return None
        span = read_typed_date(text, self._language)
        return int(span.start if is_first else span.end)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()
