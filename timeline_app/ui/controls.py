"""Small controls: facet rows, whose glyph is the toggle, switches, and the button of the languages."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from timeline_app.layout.style import Palette, Style
from timeline_app.render.fonts import font
from timeline_app.render.stamps import colour

DrawToggle = Callable[[QPainter, Style, bool], None]  # around the origin; the flag says whether it is on
ONLY_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


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
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, style: Style) -> None:
        """Take on a theme and text size."""
        self._style = style
        self.setFixedHeight(style.px(26))
        self.update()

    def name(self, text: str) -> None:
        """What the value is called."""
        self._name = text
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
        return QSize(180, 26)

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
        painter = QPainter(self)
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
        painter.end()

    def _paint_text(self, painter: QPainter, style: Style) -> None:
        palette = style.palette
        strong = self.isChecked()
        count_w, bar_w = style.px(27), style.px(32) if self._bar else 0
        right = self.width() - style.px(5)
        painter.setFont(font(13 * style.text, tabular=True))
        painter.setPen(QColor(palette.ink2 if self._count else palette.ink3))
        painter.drawText(
            QRectF(right - count_w, 0, count_w, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(self._count),
        )
        room = right - count_w - bar_w - style.px(30) - (style.px(5) if self._bar else 0)
        painter.setFont(font(13 * style.text))
        painter.setPen(QColor(palette.ink if strong else palette.ink3))
        text = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(
            QRectF(style.px(30), 0, room, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
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
        painter = QPainter(self)
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
        painter.end()


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
