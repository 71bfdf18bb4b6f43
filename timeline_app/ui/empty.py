"""What stands in place of the timeline when the filters leave nothing: what to undo, one button each."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.filter import EventFilter
from timeline_app.render.glyphs import glyph_path

SHAPES = ("circle", "cross", "star", "diamond", "triangle", "square", "shield")
GLYPH_PX, STEP_PX = 11, 24
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

    clear_search = Signal()
    reset_filters = Signal()
    clear_dates = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice, self._total = EventFilter(), 0
        self.title = QLabel()
        self.reason = QLabel()
        self.gloss = QLabel()
        self.search_button = QPushButton()
        self.reset_button = QPushButton()
        self.dates_button = QPushButton()
        for label in (self.title, self.reason, self.gloss):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.title.setProperty("role", "title")
        self.reason.setProperty("tone", "ink2")
        self.gloss.setProperty("tone", "ink3")
        self.search_button.clicked.connect(self.clear_search)
        self.reset_button.clicked.connect(self.reset_filters)
        self.dates_button.clicked.connect(self.clear_dates)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.search_button, self.dates_button, self.reset_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 24, 24, 24)
        down.setSpacing(12)
        down.addStretch(1)
        down.addWidget(GlyphRow(), 0, Qt.AlignmentFlag.AlignHCenter)
        down.addWidget(self.title)
        down.addWidget(self.reason)
        down.addLayout(buttons)
        down.addWidget(self.gloss)
        down.addStretch(1)
        self.hide()

    def show_for(self, choice: EventFilter, nothing: bool, total: int) -> None:
        """Show what to undo if a filter leaves nothing; hide if there is something to see."""
        self._choice, self._total = choice, total
        if nothing:
            self._fill()
            self.raise_()
        self.setVisible(nothing)

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        parts = self._choice.parts
        self.title.setText(self.tr("No events match") if parts else self.tr("No events"))
        self.reason.setText(self._sentence())
        self.gloss.setText(GLOSS_KO if self.title.text() != GLOSS_KO else GLOSS_EN)
        self.gloss.setVisible(bool(parts))
        self.search_button.setText(self.tr("Clear search"))
        self.dates_button.setText(self.tr("Clear the date range"))
        self.reset_button.setText(self.tr("Reset filters"))
        offered = (
            (self.search_button, "text" in parts),
            (self.dates_button, "dates" in parts),
            (self.reset_button, any(part not in ("text",) for part in parts)),
        )
        first = next((button for button, is_offered in offered if is_offered), None)
        for button, is_offered in offered:
            button.setVisible(is_offered)
            button.setProperty("kind", "primary" if button is first else "secondary")
            button.style().unpolish(button)
            button.style().polish(button)

    def _sentence(self) -> str:
        """Why there is nothing: the search, the filters, or both."""
        query = self._choice.text.strip()
        filters = sum(part != "text" for part in self._choice.parts)
        if not filters and not query:
            return self.tr("This collection holds no events.")
        if not filters:
            return self.tr("The search “{query}” leaves nothing to show.").format(query=query)
        if query and filters == 1:
            return self.tr("1 filter and the search “{query}” leave nothing to show.").format(query=query)
        if query:
            text = self.tr("{n} filters and the search “{query}” leave nothing to show.")
            return text.format(n=filters, query=query)
        if filters == 1:
            return self.tr("1 filter leaves nothing to show.")
        return self.tr("{n} filters leave nothing to show.").format(n=filters)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
