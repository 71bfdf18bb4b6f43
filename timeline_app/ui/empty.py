"""What stands in place of the timeline when the filters leave nothing: what to undo, one button each."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.filter import EventFilter
from timeline_app.render.glyphs import glyph_path
from timeline_app.ui.held_back import HeldBack

SHAPES = ("circle", "cross", "star", "diamond", "triangle", "square", "shield")
GLYPH_PX, STEP_PX, MARGIN_PX = 11, 24, 24
ALL = "all"
PARTS = ("text", "categories", "actors", "certainty", "dispute", "dates", ALL)
GLOSS_KO, GLOSS_EN = "조건에 맞는 사건이 없습니다", "No events match"


class GlyphRow(QWidget):
    """All shapes, hollow, on a line: a timeline with nothing on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(STEP_PX * len(SHAPES), 24))

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
            ground = self.palette().color(QPalette.ColorRole.Window)
            middle = self.height() / 2 + 0.5
            painter.setPen(QPen(QColor(self.palette().color(QPalette.ColorRole.Mid)), 1))
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            pen = QPen(ink, 1.3)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            for column, shape in enumerate(SHAPES):
                painter.save()
                painter.translate(STEP_PX * (column + 0.5), middle)
                path = glyph_path(shape, GLYPH_PX)
                painter.strokePath(path, QPen(ground, 6))
                painter.fillPath(path, ground)
                painter.strokePath(path, pen)
                painter.restore()


class EmptyMessage(QWidget):
    """Lies over the canvas; names the parts of the filter and takes them back one by one."""

    undo = Signal(str)  # a part of the filter
    reset_filters = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = EventFilter()
        self._held_back = HeldBack(self)
        self.title = QLabel()
        self.reason = QLabel()
        self.gloss = QLabel()
        self.buttons = {part: QPushButton() for part in PARTS}
        for label in (self.title, self.reason, self.gloss):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.title.setProperty("role", "title")
        self.reason.setProperty("tone", "ink2")
        self.gloss.setProperty("tone", "ink3")
        for part, button in self.buttons.items():
            button.clicked.connect(partial(self._take_back, part))
        self._grid = QGridLayout()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(self._grid)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        down.setSpacing(12)
        down.addStretch(1)
        down.addWidget(GlyphRow(), 0, Qt.AlignmentFlag.AlignHCenter)
        down.addWidget(self.title)
        down.addWidget(self.reason)
        down.addLayout(across)
        down.addWidget(self.gloss)
        down.addStretch(1)
        self.hide()

    def show_for(self, choice: EventFilter, nothing: bool) -> None:
        """Show what to undo if a filter leaves nothing; hide if there is something to see."""
        self._choice = choice
        if nothing:
            self._fill()
            self.raise_()
        self.setVisible(nothing)

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        super().resizeEvent(event)
        self._place_buttons()

    def _take_back(self, part: str, _checked: bool = False) -> None:
        if part == ALL:
            self.reset_filters.emit()
        else:
            self.undo.emit(part)

    def _offered(self) -> list[str]:
        """The parts that have a button: each that restricts, and all if there are several."""
        parts = [part for part in PARTS if part in self._choice.parts]
        return [*parts, ALL] if len(parts) > 1 else parts

    def _fill(self) -> None:
        offered = self._offered()
        self.title.setText(self.tr("No events match") if offered else self.tr("No events"))
        self.reason.setText(self._sentence())
        self.gloss.setText(GLOSS_KO if self.title.text() != GLOSS_KO else GLOSS_EN)
        self.gloss.setVisible(bool(offered))
        words = {
            "text": self.tr("Clear search"),
            "categories": self.tr("All categories"),
            "actors": self.tr("All actors"),
            "certainty": self.tr("Any certainty of the date"),
            "dispute": self.tr("Any reading"),
            "dates": self.tr("Clear the date range"),
            ALL: self.tr("Reset filters"),
        }
        for part, button in self.buttons.items():
            button.setText(words[part])
            button.setVisible(part in offered)
            button.setProperty("kind", "primary" if part in offered[:1] else "secondary")
            button.style().unpolish(button)
            button.style().polish(button)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Side by side, as many in a row as there is room for."""
        shown = [self.buttons[part] for part in self._offered()]
        for button in self.buttons.values():
            self._grid.removeWidget(button)
        widest = max((button.sizeHint().width() for button in shown), default=1)
        gap = self._grid.horizontalSpacing()
        columns = max((self.width() - 2 * MARGIN_PX + gap) // (widest + gap), 1)
        for number, button in enumerate(shown):
            self._grid.addWidget(button, number // columns, number % columns)

    def _sentence(self) -> str:
        """What leaves nothing, each part by its name."""
        parts = [part for part in PARTS if part in self._choice.parts]
        names = [self._held_back.name(part, self._choice) for part in parts]
        if not names:
            return self.tr("This collection holds no events.")
        if parts == ["text"]:
            query = self._choice.text.strip()
            return self.tr("The search “{query}” leaves nothing to show.").format(query=query)
        return self.tr("These leave nothing to show: {parts}.").format(parts=", ".join(names))

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
