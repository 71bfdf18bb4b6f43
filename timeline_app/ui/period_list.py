"""A list of periods that pops up over the timeline: each with all its spans; Enter shows one whole."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.layout.style import Style
from timeline_app.model.records import Period
from timeline_app.render.fonts import font
from timeline_app.render.stamps import colour
from timeline_app.ui.event_words import EventWords

PERIOD_ROLE = Qt.ItemDataRole.UserRole
NAME_ROLE, DATES_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
WIDTH_PX = 460
LEAST_SHARE = 0.6  # of the height of the window, which a long list may take
EDGE_PX = 8  # to the edge of the window
PAD_X_PX, PAD_Y_PX = 10, 5
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class PeriodDelegate(QStyledItemDelegate):
    """Paints a name and, below it, its dates, in as many lines as they need at a width in px."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._name_font, self._dates_font = font(13 * style.text), font(12 * style.text)
        self._name_font.setBold(True)
        self.width_px = WIDTH_PX

    def _boxes(self, index: QModelIndex | QPersistentModelIndex, rect: QRect) -> tuple[QRect, QRect]:
        x, y = rect.left() + self._style.px(PAD_X_PX), rect.top() + self._style.px(PAD_Y_PX)
        room = QRect(x, y, self.width_px - 2 * self._style.px(PAD_X_PX), 10_000)
        name = QFontMetrics(self._name_font).boundingRect(room, WRAP, index.data(NAME_ROLE))
        room.moveTop(name.bottom() + 2)
        return name, QFontMetrics(self._dates_font).boundingRect(room, WRAP, index.data(DATES_ROLE))

    def sizeHint(  # QStyledItemDelegate
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        _, dates = self._boxes(index, QRect(0, 0, self.width_px, 0))
        return QSize(self.width_px, dates.bottom() + 1 + self._style.px(PAD_Y_PX))

    def paint(  # QStyledItemDelegate
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette, rect = self._style.palette, option.rect
        name, dates = self._boxes(index, rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(palette.ink, 0.09))
            painter.setPen(QColor(palette.focus))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        for box, face, ink, role in (
            (name, self._name_font, palette.ink, NAME_ROLE),
            (dates, self._dates_font, palette.ink2, DATES_ROLE),
        ):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            painter.drawText(box.adjusted(0, 0, 2, 2), WRAP, index.data(role))
        painter.restore()


class _Lines(QListWidget):
    """Enter chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QListWidget
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemClicked.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class PeriodList(QFrame):
    """Stays inside the window and the screen, and scrolls; it is gone when it has been answered."""

    chosen = Signal(object)  # a Period

    def __init__(self, words: EventWords, style: Style, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._words, self._style, self._over = words, style, parent
        self.head = QLabel()
        self.head.setProperty("tone", "caption")
        self.head.setWordWrap(True)
        self.lines = _Lines()
        self.lines.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = PeriodDelegate(style, self.lines)
        self.lines.setItemDelegate(self._delegate)
        self.lines.itemClicked.connect(self._choose)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        column.addWidget(self.head)
        column.addWidget(self.lines)

    def open_at(self, periods: Sequence[Period], place: QPoint) -> None:
        """Show these periods, the corner at a place of the screen or as near to it as there is room."""
        title = self.tr("Periods in view: {n}").format(n=len(periods))
        hint = self.tr("Enter shows the whole period")
        self.head.setText(f"{title} · {hint}")
        self.lines.setAccessibleName(title)
        for period in periods:
            name, dates = self._words.period_name(period), self._words.period_dates(period)
            item = QListWidgetItem(f"{name}, {dates}", self.lines)
            for role, value in ((PERIOD_ROLE, period), (NAME_ROLE, name), (DATES_ROLE, dates)):
                item.setData(role, value)
        self.ensurePolished()
        room = self._room()
        width = min(self._style.px(WIDTH_PX), room.width())
        frame = 2 * (EDGE_PX + self.frameWidth())
        bar = self.lines.verticalScrollBar().sizeHint().width()
        self._delegate.width_px = width - frame - 2 * self.lines.frameWidth() - bar - 2
        self.head.setFixedWidth(width - frame)
        rows = sum(self.lines.sizeHintForRow(row) for row in range(self.lines.count()))
        head = self.head.heightForWidth(width - frame) + self._column.spacing()
        below = max(room.top() + room.height() - place.y(), round(room.height() * LEAST_SHARE))
        height = min(rows + 2 * self.lines.frameWidth() + 4 + head + frame, below)
        self.setFixedSize(width, height)
        self.move(
            max(room.left(), min(place.x(), room.left() + room.width() - width)),
            max(room.top(), min(place.y(), room.top() + room.height() - height)),
        )
        self.show()
        self.lines.setCurrentRow(0)
        self.lines.setFocus(Qt.FocusReason.PopupFocusReason)

    def _room(self) -> QRect:
        """What of the window is on the screen, in places of the screen."""
        window = self._over.window()
        seen = window.geometry().intersected(window.screen().availableGeometry())
        return seen.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)

    def _choose(self, item: QListWidgetItem) -> None:
        period = item.data(PERIOD_ROLE)
        self.close()
        self.chosen.emit(period)
