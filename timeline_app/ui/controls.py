"""Small controls: facet rows, whose glyph is the toggle, switches, and the button of the languages."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from timeline_app.layout.style import Palette, Style
from timeline_app.render.fonts import font
from timeline_app.render.stamps import colour

DrawToggle = Callable[[QPainter, Style, bool], None]  # around the origin; the flag says whether it is on
BAR_PX, COUNT_PX = 26, 27
TWO_LINES_PX = 40
ONLY_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CountLine(QWidget):
    """Formatted words that change with every frame; nothing around them is laid out anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, content: str) -> None:
        """Show other words."""
        if content != self._label.text():
            self._label.setText(content)

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(80, self._label.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        self._label.setGeometry(self.rect())
        super().resizeEvent(event)


class FacetRow(QAbstractButton):
    """One value of a facet: toggle, name, gloss and the count of events; ``only`` asks for it alone."""

    only = Signal()

    def __init__(self, draw: DrawToggle, *, bar: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._bar = bar
        self._style: Style | None = None
        self._name = ""
        self._count = 0
        self._share = 0.0
        self._lines: tuple[int, list[str]] | None = None  # of the name, in a room of so many px
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        # Fixed would hold the height that was right for another width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, style: Style) -> None:
        """Take on a theme and text size."""
        self._style = style
        self._lines = None
        self.updateGeometry()
        self.update()

    def lines(self, width: int) -> list[str]:
        """The name in one line, or in two where it would be cut."""
        if self._style is None:
            return [self._name]
        room = self._room(self._style, width)
        if self._lines is None or self._lines[0] != room:
            self._lines = room, in_two_lines(self._name, room, QFontMetricsF(font(13 * self._style.text)))
        return self._lines[1]

    def _room(self, style: Style, width: int) -> int:
        bar = style.px(BAR_PX) + style.px(5) if self._bar else 0
        return width - style.px(5) - style.px(COUNT_PX) - bar - style.px(30)

    def hasHeightForWidth(self) -> bool:  # QWidget
        return True

    def heightForWidth(self, width: int) -> int:  # QWidget
        if self._style is None:
            return 26
        return self._style.px(26 if len(self.lines(width)) == 1 else TWO_LINES_PX)

    def name(self, text: str) -> None:
        """What the value is called."""
        self._name = text
        self._lines = None
        self._announce()

    def show_count(self, count: int, share: float = 0.0) -> None:
        """How many events of it there are, and the length of its bar from 0 to 1."""
        if (count, share) != (self._count, self._share):
            self._count, self._share = count, share
            self._announce()
            self.update()

    def _announce(self) -> None:
        self.setAccessibleName(f"{self._name}, {self._count}")

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(180, self.heightForWidth(self.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # QAbstractButton
        pressed = self.isDown() and event.button() == Qt.MouseButton.LeftButton
        if pressed and event.modifiers() & ONLY_MODIFIERS:
            self.setDown(False)
            if self.rect().contains(event.position().toPoint()):
                self.only.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QAbstractButton
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.only.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        if self._style is None:
            return
        style, palette = self._style, self._style.palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(palette.ink, 0.05))
                painter.drawRoundedRect(box, 6, 6)
            if self.hasFocus():
                painter.setPen(QPen(QColor(palette.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 7, 7)
            painter.save()
            painter.translate(style.px(14), self.height() / 2)
            self._draw(painter, style, self.isChecked())
            painter.restore()
            self._paint_text(painter, style)

    def _paint_text(self, painter: QPainter, style: Style) -> None:
        palette = style.palette
        strong = self.isChecked()
        count_w, bar_w = style.px(COUNT_PX), style.px(BAR_PX) if self._bar else 0
        right = self.width() - style.px(5)
        painter.setFont(font(13 * style.text, tabular=True))
        painter.setPen(QColor(palette.ink2 if self._count else palette.ink3))
        painter.drawText(
            QRectF(right - count_w, 0, count_w, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(self._count),
        )
        painter.setFont(font(13 * style.text))
        painter.setPen(QColor(palette.ink if strong else palette.ink3))
        painter.drawText(
            QRectF(style.px(30), 0, self._room(style, self.width()), self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            "\n".join(self.lines(self.width())),
        )
        if self._bar:
            x, y = right - count_w - bar_w, self.height() / 2 - 1.5
            painter.fillRect(QRectF(x, y, bar_w, 3), QColor(palette.line))
            painter.fillRect(QRectF(x, y, bar_w * self._share, 3), QColor(palette.ink3))


class Switch(QAbstractButton):
    """A labelled switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, style: Style) -> None:
        """Take on a theme and text size."""
        self._style = style
        self.setFixedHeight(style.px(26))
        self.update()

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(180, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        if self._style is None:
            return
        style, palette = self._style, self._style.palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(13 * style.text))
            painter.setPen(QColor(palette.ink))
            room = self.width() - style.px(54)
            painter.drawText(
                QRectF(style.px(6), 0, room, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room),
            )
            width, height = style.px(30), style.px(17)
            track = QRectF(self.width() - width - style.px(8), (self.height() - height) / 2, width, height)
            painter.setPen(QPen(QColor(palette.ink3), 1) if not self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.ink if self.isChecked() else palette.line2))
            painter.drawRoundedRect(track, height / 2, height / 2)
            knob = height - 6
            x = track.right() - knob - 3 if self.isChecked() else track.left() + 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.canvas))
            painter.drawEllipse(QRectF(x, track.top() + 3, knob, knob))
            if self.hasFocus():
                painter.setPen(QPen(QColor(palette.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


class LanguageButton(QPushButton):
    """Both languages side by side, the one in use in strong letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 5, 10, 5)
        line.addWidget(self._label)

    def dress(self, language: str, palette: Palette) -> None:
        """Take on a theme, and the language in use."""
        strong = f"color:{palette.ink};font-weight:600"
        quiet = f"color:{palette.ink3};font-weight:400"
        parts = [
            f'<span style="{strong if code == language else quiet}">{name}</span>'
            for code, name in (("en", "EN"), ("ko", "한"))
        ]
        self._label.setText(f' <span style="{quiet}">·</span> '.join(parts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # QWidget
        return self._label.sizeHint() + QSize(20, 10)

    def minimumSizeHint(self) -> QSize:  # QWidget
        return self.sizeHint()


def in_two_lines(text: str, room: float, metrics: QFontMetricsF) -> list[str]:
    """A name in one line if it fits, else parted between two words; cut only if two lines are too few."""
    if metrics.horizontalAdvance(text) <= room:
        return [text]
    words = text.split(" ")
    first = 1
    while first < len(words) and metrics.horizontalAdvance(" ".join(words[: first + 1])) <= room:
        first += 1
    lines = [" ".join(words[:first]), " ".join(words[first:])]
    cut = Qt.TextElideMode.ElideRight
    return [metrics.elidedText(line, cut, room) for line in lines if line]
