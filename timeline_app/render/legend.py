"""The samples of a sheet's legend "How to read it"."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from timeline_app.layout.marks import pill_width
from timeline_app.layout.sheet import Key
from timeline_app.render.stamps import Stamps, colour


class Samples:
    """The small drawings of the legend, in neutral ink: categories have their colours in the gutter."""

    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._style = stamps.style
        self._palette = stamps.style.palette
        self._drawings: dict[str, Callable[[QPainter], None]] = {
            "exact": self._exact,
            "days": self._days,
            "going-on": self._going_on,
            "month": self._month,
            "disputed": self._disputed,
            "bare": self._bare,
            "pill": self._pill,
            "period": self._period,
            "unverified": self._unverified,
        }

    def paint(self, painter: QPainter, key: Key) -> None:
        """One sample, its left edge and middle where the layout says."""
        painter.save()
        painter.translate(key.x, round(key.y))
        self._drawings[key.kind](painter)
        painter.restore()

    def _glyph(
        self, painter: QPainter, x: float, size: float, *, hollow: bool = False, disputed: bool = False
    ) -> None:
        ink, ground = self._palette.ink2, self._palette.canvas
        self._stamps.glyph(painter, x, 0, "circle", size, ink, ground, hollow=hollow, disputed=disputed)

    @property
    def _middle(self) -> int:
        return self._style.px(16)

    def _exact(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 10.5)

    def _disputed(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 8.5, disputed=True)

    def _bare(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 6.8)

    def _capsule(self) -> QRectF:
        return QRectF(0.5, -5.5, self._style.px(32) - 1, 11)

    def _days(self, painter: QPainter) -> None:
        ink = self._palette.ink2
        painter.setPen(QPen(colour(ink, 0.55), 1))
        painter.setBrush(colour(ink, 0.2))
        painter.drawRoundedRect(self._capsule(), 5.5, 5.5)
        self._dot(painter, 7, 3.8)

    def _dot(self, painter: QPainter, x: float, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.ink2))
        painter.drawEllipse(QPointF(x, 0), radius, radius)

    def _going_on(self, painter: QPainter) -> None:
        box, ink = self._capsule(), self._palette.ink2
        painter.setPen(Qt.PenStyle.NoPen)
        fading = QLinearGradient(box.left(), 0, box.right(), 0)
        for place, alpha in ((0.0, 0.25), (0.4, 0.25), (1.0, 0.03)):
            fading.setColorAt(place, colour(ink, alpha))
        painter.setBrush(fading)
        painter.drawRoundedRect(box, 5.5, 5.5)
        self._dot(painter, 7, 3.8)
        painter.setPen(QPen(QColor(ink), 1.4))
        for x in (box.right() - 10, box.right() - 5):
            painter.drawPolyline([QPointF(x, -3.5), QPointF(x + 3.5, 0), QPointF(x, 3.5)])

    def _month(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._palette.ink2), 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        right = self._style.px(32) - 0.5
        painter.drawLine(QPointF(0.5, 0.5), QPointF(right, 0.5))
        painter.setPen(QPen(QColor(self._palette.ink2), 1.3))
        for x in (0.5, right):
            painter.drawLine(QPointF(x, -3.5), QPointF(x, 4.5))
        self._glyph(painter, self._middle, 8.5, hollow=True)

    def _pill(self, painter: QPainter) -> None:
        width = pill_width(3, self._style)
        self._stamps.pill(painter, width / 2, 0, width, 3, "circle", self._palette.ink2, self._palette.canvas)

    def _period(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._palette.ink, 0.16 if self._style.dark else 0.10))
        painter.drawRoundedRect(QRectF(0, -6, self._style.px(32), 12), 4, 4)

    def _unverified(self, painter: QPainter) -> None:
        width = self._style.px(32)
        painter.setPen(QPen(colour(self._palette.ink, 0.3), 1))
        for x in range(0, width - 11, 5):
            painter.drawLine(QPointF(x, 6), QPointF(x + 12, -6))
        painter.fillRect(0, -6, 1, 12, QColor(self._palette.line2))
