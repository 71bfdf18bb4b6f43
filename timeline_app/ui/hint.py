"""Three hints for who opens the program for the first time, on a dark card at the foot of the timeline."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

MARGIN_PX = 20
WIDTH_PX = 460
GLOSSES = {  # the first line of each hint in the other language
    "en": ("스크롤로 확대, 끌어서 이동", "모양은 분류, 빈 표시는 불확실", "번호를 눌러 관련 사건으로"),
    "ko": ("Scroll to zoom, drag to move", "Shapes are categories", "Numbers lead to related events"),
}


class FirstRunHint(QFrame):
    """Shows one hint after the other; ``done`` when the last was read or Escape pressed."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # what lies under it is not meant
        self.step = 0
        self.title, self.text, self.gloss, self.count = QLabel(), QLabel(), QLabel(), QLabel()
        self.button = QPushButton()
        self.button.clicked.connect(self.advance)
        for label in (self.title, self.text, self.gloss, self.count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("tone", "head")
        self.text.setWordWrap(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 10, 10, 12)
        down.setSpacing(3)
        down.addLayout(_line(self.title, self.button))
        down.addWidget(self.text)
        down.addLayout(_line(self.gloss, self.count))
        self.count.setContentsMargins(0, 0, 8, 0)
        if parent is not None:
            parent.installEventFilter(self)
        self._fill()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Scroll to zoom, drag to move"),
                self.tr("Click an event to read what its sources say."),
            ),
            (
                self.tr("Shapes are categories"),
                self.tr(
                    "A hollow or dashed mark: the day is not known. A split ring: the reading is disputed."
                ),
            ),
            (
                self.tr("Numbers lead to related events"),
                self.tr("Press 1 to 9 to follow them, Backspace to come back, ? for all keys."),
            ),
        )

    def _fill(self) -> None:
        hints = self._hints()
        title, text = hints[self.step]
        self.title.setText(title)
        self.text.setText(text)
        language = "en" if title.isascii() else "ko"
        self.gloss.setText(GLOSSES[language][self.step])
        self.count.setText(self.tr("{number} of {count}").format(number=self.step + 1, count=len(hints)))
        self.button.setText(self.tr("Got it"))
        self.place()

    def advance(self) -> None:
        """The next hint; after the last the card goes."""
        if self.step + 1 < len(self._hints()):
            self.step += 1
            self._fill()
        else:
            self.finish()

    def finish(self) -> None:
        """Put the card away for good."""
        over = self.parentWidget()
        if over is not None:
            over.removeEventFilter(self)
        self.hide()
        self.done.emit()
        self.deleteLater()

    def place(self) -> None:
        """At the foot of what it lies over, in the middle."""
        over = self.parentWidget()
        if over is None:
            return
        width = min(WIDTH_PX, over.width() - 2 * MARGIN_PX)
        self.setFixedWidth(max(width, 200))
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - MARGIN_PX)

    def showEvent(self, event: QShowEvent) -> None:  # QWidget
        self.place()
        self.raise_()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # QObject
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)


def _line(left: QWidget, right: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.addWidget(left, 1)
    across.addWidget(right)
    return across
