"""Draw the bands of periods: bars that fade where an end is open or in doubt, and the row of the rest."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.layout.marks import edge_opacity
from timeline_app.layout.period_rest import PeriodCell
from timeline_app.layout.periods import PeriodBar
from timeline_app.layout.scene import Scene
from timeline_app.layout.stretches import Zone
from timeline_app.layout.style import Palette
from timeline_app.render.fading import faded
from timeline_app.render.stamps import Stamps

RADIUS = 4
TICK_PX = 5  # where something of the rest begins or ends
REST_SHARE = 0.5  # of the tone of a bar, in the row of the rest


class PeriodPainter:
    """Paints the periods of scenes of one style."""

    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._palette: Palette = stamps.style.palette
        self._alpha = 0.16 if stamps.style.dark else 0.10

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Bars, the row of the rest, and their names."""
        for bar in scene.periods:
            self._bar(painter, scene, bar)
        self._cells(painter, scene)
        for bar in scene.periods:
            over = max(scene.plot[0] - bar.label_x, bar.label_x + bar.label_w - bar.label_end)
            if bar.label and (opacity := edge_opacity(over)) > 0:
                painter.setOpacity(opacity)
                middle = bar.y + bar.height / 2
                self._stamps.text(painter, bar.label_x, middle, bar.label, "period", self._palette.ink2)
        painter.setOpacity(1.0)

    def _bar(self, painter: QPainter, scene: Scene, bar: PeriodBar) -> None:
        box = QRectF(bar.x0, bar.y, bar.x1 - bar.x0, bar.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(box, bar.rise, bar.fall, self._palette.ink, self._alpha))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        unknown = bar.stretch.unknown_start, bar.stretch.unknown_end
        for zone, is_unknown in zip((bar.rise, bar.fall), unknown, strict=True):
            if zone is not None and is_unknown:
                dashes(painter, zone, bar.y + bar.height - 2.5, self._palette.ink3)

    def _cells(self, painter: QPainter, scene: Scene) -> None:
        palette = self._palette
        alpha, edge = self._alpha * REST_SHARE, QColor(palette.line2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._stamps.crisp)
        for run in _runs(scene.period_cells):
            first, last = run[0], run[-1]
            box = QRectF(first.x0, first.y, last.x1 - first.x0, first.height)
            painter.fillRect(box, faded(box, first.rise, last.fall, palette.ink, alpha))
        for cell in scene.period_cells:
            if cell.sharp:
                painter.fillRect(cell.x0, cell.y + cell.height - TICK_PX, 1, TICK_PX, edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label in scene.rest_labels:
            self._stamps.text(painter, label.x, label.y, label.text, "period", palette.ink3)


def _runs(cells: Sequence[PeriodCell]) -> list[list[PeriodCell]]:
    """Neighbouring cells that one fill paints: without a fade but at its ends."""
    runs: list[list[PeriodCell]] = []
    for cell in cells:
        before = runs[-1][-1] if runs else None
        if before is None or before.x1 < cell.x0 or before.fall is not None or cell.rise is not None:
            runs.append([])
        runs[-1].append(cell)
    return runs


def dashes(painter: QPainter, zone: Zone, y: float, ink: str) -> None:
    """A dashed line towards an end that nobody knows."""
    pen = QPen(QColor(ink), 1.3, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawLine(QPointF(zone[0], y), QPointF(zone[1], y))
