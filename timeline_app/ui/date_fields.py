"""Two fields for the first and last date of a filter, as one types them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from timeline_app.dates.typed import TypedDateError, read_typed_date
from timeline_app.dates.wording import day_in_words
from timeline_app.ui.text_field import TextField

Bounds = tuple[int | None, int | None]


class DateFields(QWidget):
    """``chosen`` gives both bounds in civil seconds or None.

    Each field is judged alone: what is no date is answered in a sentence under it, and its bound
    stays as it was, while the other field does what it says.
    """

    chosen = Signal(object, object)
    edited = Signal()  # ``holds_more`` may be another now

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._bounds: Bounds = (None, None)
        self.first, self.last = TextField(), TextField()
        self.notes = (QLabel(), QLabel())  # one for each field
        column = QVBoxLayout(self)  # side by side, the fields would cut "2015년 12월 31일"
        column.setContentsMargins(4, 0, 6, 0)
        names = (self.tr("from"), self.tr("to"))
        for field, note, name in zip(self._fields, self.notes, names, strict=True):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.textEdited.connect(self.edited)
            field.editingFinished.connect(self._take)
            note.setWordWrap(True)
            note.setProperty("tone", "error")
            note.hide()
            column.addWidget(field)
            column.addWidget(note)

    @property
    def _fields(self) -> tuple[TextField, TextField]:
        return self.first, self.last

    @property
    def holds_more(self) -> bool:
        """Whether a field holds a text that is not the bound of the filter: not taken yet, or refused."""
        return any(field.isModified() for field in self._fields)

    def show_bounds(self, start: int | None, end: int | None) -> None:
        """Show the bounds of the filter; what was typed stays until they change elsewhere."""
        if (start, end) != self._bounds:
            self._bounds = (start, end)
            self.forget_typed()
            return
        for number, field in enumerate(self._fields):
            if not field.isModified() and not field.hasFocus():
                self._write(number)

    def take_up(self, other: "DateFields") -> None:
        """Go on with what is being typed in the fields that these replace."""
        for mine, theirs in zip(self._fields, other._fields, strict=True):
            if theirs.isModified():
                mine.setText(theirs.text())
                mine.setModified(True)
            if theirs.hasFocus():
                mine.setFocus(Qt.FocusReason.OtherFocusReason)
                mine.setCursorPosition(theirs.cursorPosition())
        if any(note.text() for note in other.notes):
            self._take()

    def forget_typed(self) -> None:
        """Show the bounds of the filter in place of whatever was typed."""
        for number in range(len(self._fields)):
            self._write(number)
            self._say(number, "")

    def _write(self, number: int) -> None:
        time, field = self._bounds[number], self._fields[number]
        text = "" if time is None else day_in_words(time - number, self._language)  # the end is exclusive
        if field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)
        field.setModified(False)

    def _take(self) -> None:
        if not self.holds_more:
            return
        bounds, refusals = list(self._bounds), ["", ""]
        for number, field in enumerate(self._fields):
            if field.isModified():  # else a bound finer than a day would be rounded by showing it
                try:
                    bounds[number] = self._read(number)
                except TypedDateError as error:
                    refusals[number] = str(error)
        start, end = bounds
        in_order = start is None or end is None or start < end
        if not in_order:
            wrong = (self.tr("from: after the last date."), self.tr("to: before the first date."))
            refusals = [refusal or sentence for refusal, sentence in zip(refusals, wrong, strict=True)]
        for number, refusal in enumerate(refusals):
            self._say(number, refusal)
            if not refusal:
                self._fields[number].setModified(False)
        if in_order and (start, end) != self._bounds:
            self._bounds = start, end
            self.chosen.emit(start, end)
        self.edited.emit()

    def _read(self, number: int) -> int | None:
        text = self._fields[number].text().strip()
        if not text:
            return None
        span = read_typed_date(text, self._language)
        return int(span.end if number else span.start)

    def _say(self, number: int, sentence: str) -> None:
        field, note = self._fields[number], self.notes[number]
        note.setText(sentence)
        note.setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)
        if field.property("refused") != bool(sentence):
            field.setProperty("refused", bool(sentence))
            field.style().unpolish(field)
            field.style().polish(field)
