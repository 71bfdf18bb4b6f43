"""The sheet of all keys, in sections."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.actions import KeyLine
from timeline_app.ui.scrolling import scroll_by_key

TO = "–"  # between the first and last of several keys
KEY_GAP_PX, WAY_GAP_PX = 3, 10
SCREEN_SHARE = 0.9  # that the sheet may take
Section = tuple[str, list[KeyLine]]


class KeysSheet(QDialog):
    """Lines of one section follow each other; ``room`` is that of the screen, if not given."""

    def __init__(
        self, lines: list[KeyLine], parent: QWidget | None = None, *, room: QSize | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        sections = [(name, list(found)) for name, found in groupby(lines, key=lambda line: line.section)]
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 16, 16)
        down.setSpacing(14)
        down.addWidget(self.area, 1)
        down.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        around = QSize(24 + 16, 20 + 14 + close.sizeHint().height() + 16)
        self._fit(sections, around, room or self.screen().availableSize() * SCREEN_SHARE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QDialog
        if not scroll_by_key(self.area.verticalScrollBar(), event.key()):
            super().keyPressEvent(event)

    def _fit(self, sections: list[Section], around: QSize, most: QSize) -> None:
        """Two columns as large as their content, else one that scrolls, else one whose words wrap."""
        self.ensurePolished()
        bar = QSize(self.area.verticalScrollBar().sizeHint().width(), 0)
        room = (most - around - bar).width()
        body = self._body(in_two_columns(sections))
        if body.sizeHint().width() > room:
            body = self._body([sections])
        if body.sizeHint().width() > room:
            body = self._body([sections], wrapped=True)
            body.setMinimumHeight(body.heightForWidth(room))
        wanted = body.sizeHint().expandedTo(body.minimumSize()) + around
        if wanted.height() > most.height():
            wanted += bar
            self.area.setFocus()  # so that the keys scroll
        self.resize(wanted.boundedTo(most))

    def _body(self, columns: list[list[Section]], *, wrapped: bool = False) -> QWidget:
        """What scrolls, in place of what was there before."""
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 8, 0)
        across.setSpacing(40)
        for column in columns:
            across.addLayout(self._column(column, wrapped=wrapped))
        self.area.setWidget(body)
        return body

    def _column(self, sections: list[Section], *, wrapped: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        row = 0
        for name, lines in sections:
            title = _label(name)
            title.setProperty("tone", "head")
            title.setContentsMargins(0, 10 if row else 0, 0, 2)
            grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for line in lines:
                grid.addLayout(
                    _keys(line.ways), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
                )
                words = _label(line.text)
                words.setWordWrap(wrapped)
                grid.addWidget(words, row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        return grid


def in_two_columns(sections: list[Section]) -> list[list[Section]]:
    """Sections in two columns, in their order, parted where the longer column is shortest."""
    lengths = [len(lines) + 2 for _, lines in sections]
    cut = min(range(1, len(sections) + 1), key=lambda at: max(sum(lengths[:at]), sum(lengths[at:])))
    return [column for column in (sections[:cut], sections[cut:]) if column]


def _keys(ways: tuple[tuple[str, ...], ...]) -> QHBoxLayout:
    """Every key in a cap of its own; what is pressed together stands close together."""
    across = QHBoxLayout()
    across.setSpacing(KEY_GAP_PX)
    for number, way in enumerate(ways):
        if number:
            across.addSpacing(WAY_GAP_PX - KEY_GAP_PX)
        for key in way:
            cap = _label(key)
            if key != TO:
                cap.setProperty("role", "key")
                cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            across.addWidget(cap)
    return across


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
