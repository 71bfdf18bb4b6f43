"""A small field to jump to a date as one types it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.dates.typed import TypedDateError, read_typed_date
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.text_field import TextField

DAY_S = 86_400
LEAST_WIDTH_S = 14 * DAY_S
WIDTH_CHARACTERS = 38


class JumpField(QFrame):
    """Pops up below a widget; Enter travels, a text that is no date is answered in one sentence."""

    def __init__(self, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._navigator = navigator
        self.setObjectName("jump")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        self.field = TextField()
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda: self._say(""))
        self.note = QLabel()
        self.note.setProperty("tone", "caption")
        self.note.setWordWrap(True)
        column.addWidget(self.field)
        column.addWidget(self.note)

    def _name(self) -> None:
        self.field.setPlaceholderText(self.tr("Jump to a date"))
        self.field.setAccessibleName(self.tr("Jump to a date"))
        self._examples = self.tr("Aug 2015 · 2015-08 · 25 August 2015 · Aug–Dec 2015 · 2015년 8월")
        self._say("")

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence or self._examples)
        self.adjustSize()  # a sentence may take another line

    def open_below(self, anchor: QWidget) -> None:
        """Show the field under a widget, inside the window."""
        self.ensurePolished()
        for part in (self.field, self.note):
            part.setFixedWidth(WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.field.clear()
        self._name()  # the language may be another now
        window = anchor.window()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        self.move(min(corner.x(), right - self.width() - 8), corner.y())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _go(self) -> None:
        state = self._navigator.target
        if not self.field.text().strip():
            return
        try:
            span = read_typed_date(self.field.text(), state.language)
        except TypedDateError as error:
            self._say(str(error))
            return
        self.hide()
        length = span.end - span.start
        if length <= DAY_S:  # a day: keep the zoom unless it is far out
            width = min(state.width, 120 * DAY_S)
            middle = (span.start + span.end) / 2
            self._navigator.travel(state.showing(middle - width / 2, middle + width / 2))
        else:
            pad = max(length * 0.06, (LEAST_WIDTH_S - length) / 2)
            self._navigator.travel(state.showing(span.start - pad, span.end + pad))
