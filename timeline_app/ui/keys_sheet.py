"""The sheet of all keys, in sections."""

from itertools import groupby

from PySide6.QtCore import Qt
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

COLUMNS = 2


class KeysSheet(QDialog):
    """``rows`` are section, key and what it does; rows of one section follow each other."""

    def __init__(self, rows: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        sections = [(name, list(found)) for name, found in groupby(rows, key=lambda row: row[0])]
        columns = _shared_out(sections)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 8, 0)
        across.setSpacing(40)
        for column in columns:
            across.addLayout(_column(column), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 16, 16)
        down.setSpacing(14)
        down.addWidget(scroll, 1)
        down.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        hint = body.sizeHint()
        self.resize(min(max(hint.width() + 60, 640), 1100), min(hint.height() + 100, 720))


def _shared_out(
    sections: list[tuple[str, list[tuple[str, str, str]]]],
) -> list[list[tuple[str, list[tuple[str, str, str]]]]]:
    """Sections in two columns of about the same length, in their order."""
    total = sum(len(rows) + 2 for _, rows in sections)
    columns: list[list[tuple[str, list[tuple[str, str, str]]]]] = [[] for _ in range(COLUMNS)]
    used = 0
    for section in sections:
        columns[min(COLUMNS - 1, used * COLUMNS // max(total, 1))].append(section)
        used += len(section[1]) + 2
    return [column for column in columns if column]


def _column(sections: list[tuple[str, list[tuple[str, str, str]]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    row = 0
    for name, keys in sections:
        title = _label(name)
        title.setProperty("tone", "head")
        title.setContentsMargins(0, 10 if row else 0, 0, 2)
        grid.addWidget(title, row, 0, 1, 2)
        row += 1
        for _, key, description in keys:
            chip = _label(key)
            chip.setProperty("role", "key")
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            words = _label(description)
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
            row += 1
    grid.setRowStretch(row, 1)
    return grid


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
