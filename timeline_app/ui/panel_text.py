"""Formatted words of the panel: painted at once, selectable where the pointer or the focus is."""

import math

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from timeline_app.render.stamps import colour
from timeline_app.ui.panel_look import Look

MARK_BAR_PX = 3
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Words(QWidget):
    """Formatted words that wrap and never widen their panel, with an optional icon before them.

    They are painted; a label takes their place once the pointer or the focus is there, so that they can
    be selected. Some hundred labels would take a tenth of a second to lay out.
    """

    linked = Signal(str)
    label_menu = Qt.ContextMenuPolicy.DefaultContextMenu

    def __init__(
        self,
        look: Look,
        content: str,
        *,
        selectable: bool = False,
        wrap: bool = True,
        picture: QPixmap | None = None,
        indent: int = 0,
        right: int = 0,
        pad: int = 0,
    ) -> None:
        super().__init__()
        self.look = look
        self._pad = pad
        self._content, self._selectable = "", selectable
        self._picture, self._indent, self._right = picture, indent, right
        self._label: QLabel | None = None
        self._heights: dict[int, int] = {}  # by width; layouts ask for the same few again and again
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(look.font)
        across = QSizePolicy.Policy.Ignored if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.fill(content)
        if not wrap:
            width = math.ceil(self._document.idealWidth()) + indent + right
            self.setFixedSize(width, self.heightForWidth(width))

    def fill(self, content: str) -> None:
        """Show other words."""
        self._content = content
        self._document.setHtml(content)
        self._heights.clear()
        self.setAccessibleName(self.plain())

    def plain(self) -> str:
        """The words without their formats."""
        return self._document.toPlainText()

    def hasHeightForWidth(self) -> bool:  # QWidget
        return True

    def heightForWidth(self, width: int) -> int:  # QWidget
        if width not in self._heights:
            self._set_width(width)
            self._heights[width] = math.ceil(self._document.size().height()) + 2 * self._pad
        return self._heights[width]

    def _set_width(self, width: int) -> None:
        room = max(width - self._indent - self._right, 20)
        if self._document.textWidth() != room:
            self._document.setTextWidth(room)

    def sizeHint(self) -> QSize:  # QWidget
        width = next(iter(self._heights), self.look.px(300))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # QWidget
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        self._place_label()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        with QPainter(self) as painter:
            self.paint_ground(painter)
            if self._picture is not None:
                painter.drawPixmap(0, self.look.px(2), self._picture)
            if self._label is None:
                self._set_width(self.width())
                painter.translate(self._indent, self._pad)
                self._document.drawContents(painter)

    def paint_ground(self, painter: QPainter) -> None:
        """What lies under the words."""

    def enterEvent(self, event: QEnterEvent) -> None:  # QWidget
        self.become_label()
        super().enterEvent(event)

    def become_label(self) -> None:
        """Put a label with the same words in place, which lets them be selected and links be followed."""
        if not self._selectable or self._label is not None:
            return
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setFont(self.look.font)
        label.setTextInteractionFlags(SELECTABLE)
        label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab has stopped at the passage already
        label.setText(self._content)
        label.setContextMenuPolicy(self.label_menu)
        label.linkActivated.connect(self.linked)
        label.installEventFilter(self)
        self._label = label
        self._place_label()
        label.show()
        self.update()

    def selected(self) -> str:
        """The words that are selected."""
        return self._label.selectedText() if self._label is not None else ""

    def _place_label(self) -> None:
        if self._label is not None:
            width = self.width() - self._indent - self._right
            self._label.setGeometry(self._indent, self._pad, width, self.height() - 2 * self._pad)


class FocusableWords(Words):
    """Words that are one stop of the Tab key: Enter and copying mean them."""

    def __init__(self, look: Look, content: str, *, indent: int, right: int, pad: int) -> None:
        super().__init__(look, content, selectable=True, indent=indent, right=right, pad=pad)
        self.is_marked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    label_menu = Qt.ContextMenuPolicy.NoContextMenu  # the menu is that of the whole passage

    def enter(self) -> None:
        """What the Enter key does."""

    def focused(self) -> None:
        """What follows from having the focus."""

    def set_marked(self, on: bool) -> None:
        """Let the words stand out without the focus."""
        if on != self.is_marked:
            self.is_marked = on
            self.update()

    def paint_ground(self, painter: QPainter) -> None:
        """A ring around what has the focus; a tint and a bar in ink where the words are marked."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.look.tone("ink"), 0.06))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
            painter.fillRect(QRectF(0, 4, MARK_BAR_PX, self.height() - 8), colour(self.look.tone("ink")))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(self.look.tone("focus")), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def focusInEvent(self, event: QFocusEvent) -> None:  # QWidget
        self.become_label()
        self.focused()
        self.update()
        super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # QObject
        if event.type() == QEvent.Type.FocusIn:  # a click on the words means the passage too
            self.focused()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # QWidget
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        if event.key() in ENTER_KEYS:
            self.enter()
        else:
            super().keyPressEvent(event)
