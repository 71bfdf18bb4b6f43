"""Draw what lies over a scene: selection, relations, hover, focus and flags; never in an export."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.layout.badges import BADGE_H_PX
from timeline_app.layout.boxes import label_box
from timeline_app.layout.marks import ABOVE, INSIDE, Mark, label_left, label_opacity
from timeline_app.layout.overlay import Number, Overlay, Spot, Tag
from timeline_app.layout.scene import Scene
from timeline_app.render.events import EventPainter
from timeline_app.render.stamps import colour

SELECTED_LEAST_PX = 10.5
ARC_STEPS = 32  # points of an arc that are looked at for labels above it
LEVEL_PX = 16  # these are sorted into levels of this height


class OverlayPainter:
    """Paints the two layers around the glyphs, and the flags in the axis."""

    def __init__(self, events: EventPainter) -> None:
        self._events = events
        self._stamps = events.stamps
        self._measure = events.measure
        self._palette = events.palette

    def under(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        """Hairlines, arcs and hover, below the glyphs."""
        palette = self._palette
        axis, bottom = scene.style.axis, scene.plot[3]
        if overlay.hairline_x is not None:
            painter.fillRect(overlay.hairline_x, axis, 1, bottom - axis, colour(palette.ink, 0.26))
        if overlay.crosshair_x is not None:
            painter.fillRect(overlay.crosshair_x, axis, 1, bottom - axis, colour(palette.ink, 0.5))
        if overlay.arcs:
            self._arcs(painter, overlay)
            self._plates(painter, scene, overlay)
        if overlay.hovered is not None and overlay.hovered.mark is not None:
            self._hover(painter, scene, overlay.hovered)

    def _hover(self, painter: QPainter, scene: Scene, spot: Spot) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._palette.ink, 0.06))
        painter.drawRoundedRect(self._target_box(scene, spot), 5, 5)

    def _arcs(self, painter: QPainter, overlay: Overlay) -> None:
        palette = self._palette
        paths = []
        for arc in overlay.arcs:
            path = QPainterPath(QPointF(arc.x0, arc.y0))
            path.cubicTo(arc.cx0, arc.cy0, arc.cx1, arc.cy1, arc.x1, arc.y1)
            paths.append((path, arc))
        for path, _ in paths:
            painter.strokePath(path, QPen(QColor(palette.canvas), 4.2))
        for path, arc in paths:
            pen = QPen(colour(palette.ink, 0.62), 1.35)
            if arc.line == "dashed":
                pen.setDashPattern([4, 3])
            elif arc.line == "dotted":
                pen.setDashPattern([1, 2.4])
            painter.strokePath(path, pen)
            self._arrow(painter, arc.cx1, arc.cy1, arc.x1, arc.y1)

    def _plates(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        """A plate of the lane's colour where an arc passes under a label, and only there."""
        levels: dict[int, list[tuple[float, float]]] = {}  # points of arcs by their height
        for arc in overlay.arcs:
            for step in range(ARC_STEPS + 1):
                x, y = arc.at(step / ARC_STEPS)
                levels.setdefault(int(y // LEVEL_PX), []).append((x, y))
        text = scene.style.text
        for placed in scene.lanes:
            for mark in placed.marks:
                if mark.side == INSIDE or label_opacity(mark, scene.window) <= 0:
                    continue
                x, width = label_left(mark, scene.window), mark.label_w
                half = (14 if scene.setting.dated and mark.side != ABOVE else 8) * text
                y = mark.y - 5 * text if mark.side == ABOVE else mark.y
                nearby = range(int((y - half) // LEVEL_PX), int((y + half) // LEVEL_PX) + 1)
                points = [point for level in nearby for point in levels.get(level, ())]
                if any(x - 2 <= px <= x + width + 2 and abs(py - y) <= half for px, py in points):
                    ground = colour(self._events.ground_of(mark.lane), 0.92)
                    painter.fillRect(QRectF(x - 2, y - half, width + 4, 2 * half), ground)

    def _arrow(self, painter: QPainter, cx: float, cy: float, x: float, y: float) -> None:
        line = QLineF(cx, cy, x, y)
        if line.length() == 0:
            return
        unit = line.unitVector()
        dx, dy = unit.dx(), unit.dy()
        path = QPainterPath(QPointF(x, y))
        path.lineTo(x - 5 * dx - 2.6 * dy, y - 5 * dy + 2.6 * dx)
        path.lineTo(x - 5 * dx + 2.6 * dy, y - 5 * dy - 2.6 * dx)
        path.closeSubpath()
        painter.fillPath(path, colour(self._palette.ink, 0.8))

    def _target_box(self, scene: Scene, spot: Spot) -> QRectF:
        """Glyph and label of an event with 4 px around."""
        half = spot.size / 2 + 4
        x0, x1, y = spot.x - half, spot.x + half, spot.y
        height = 20.0 * scene.style.text
        if spot.mark is not None and spot.mark.label:
            label_x = label_left(spot.mark, scene.window)
            x0, x1 = min(x0, label_x - 5), max(x1, label_x + spot.mark.label_w + 5)
            if scene.setting.dated:
                height = 28.0 * scene.style.text
        if spot.pill is not None:
            x0, x1 = spot.x - spot.pill.width / 2 - 3, spot.x + spot.pill.width / 2 + 3
        return QRectF(x0, y - height / 2, x1 - x0, height)

    def over(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        """Tags and rings, above the glyphs."""
        for mark in overlay.raised:
            self._plate(painter, scene, mark)
        if overlay.hovered is not None and any(mark is overlay.hovered.mark for mark in overlay.raised):
            self._hover(painter, scene, overlay.hovered)
        for mark in overlay.raised:
            self._events.glyph(painter, scene, mark)
            self._events.label(painter, scene, mark)
        if overlay.tag is not None:
            self._selected_tag(painter, scene, overlay.tag)
        for badge in overlay.badges:
            self._tick(painter, badge)
        for badge in overlay.badges:
            self._badge(painter, badge)
        if overlay.focused is not None:
            painter.setPen(QPen(QColor(self._palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._target_box(scene, overlay.focused).adjusted(-3, -2, 3, 2), 7, 7)

    def _glyph(self, painter: QPainter, scene: Scene, spot: Spot, size: float) -> None:
        events = self._events
        if spot.mark is not None:
            events.glyph(painter, scene, spot.mark, spot.mark.size if spot.mark.bar else size)
            return
        self._stamps.glyph(
            painter,
            spot.x,
            spot.y,
            events.shapes[spot.lane],
            size,
            events.fills[spot.lane],
            events.ground_of(spot.lane),
        )

    def _selected_tag(self, painter: QPainter, scene: Scene, tag: Tag) -> None:
        palette, text, spot = self._palette, scene.style.text, tag.spot
        size = max(spot.size, SELECTED_LEAST_PX)
        self._glyph(painter, scene, spot, size)
        y = spot.y
        radius = size / 2 + 4.5
        painter.setPen(QPen(QColor(palette.ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(spot.x, round(y)), radius, radius)
        height = (34 if tag.date else 21) * text
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(QRectF(tag.x - 6, y - height / 2, tag.width + 12, height), 5, 5)
        name_y = y - 7 * text if tag.date else y
        self._stamps.text(painter, tag.x, name_y, tag.label, tag.role, palette.canvas)
        if tag.date:
            self._stamps.text(painter, tag.x, y + 8 * text, tag.date, "label-date", palette.line2)

    def _plate(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        """The ground of a label that is drawn over others; it fades with it at the edge of the plot."""
        opacity = label_opacity(mark, scene.window)
        if opacity <= 0:
            return
        x0, y0, x1, y1 = label_box(mark, scene.style, scene.setting.dated)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._events.ground_of(mark.lane), 0.92 * opacity))
        painter.drawRoundedRect(QRectF(x0 + scene.offset - 1, y0, x1 - x0 + 2, y1 - y0), 4, 4)

    def _tick(self, painter: QPainter, badge: Number) -> None:
        if badge.tick is not None:
            line = QLineF(*badge.tick)
            for ink, width in ((QColor(self._palette.canvas), 3.2), (colour(self._palette.ink, 0.8), 1.2)):
                painter.setPen(QPen(ink, width))
                painter.drawLine(line)

    def _badge(self, painter: QPainter, badge: Number) -> None:
        palette = self._palette
        height = BADGE_H_PX * self._stamps.style.text
        box = QRectF(badge.x - badge.width / 2, badge.y - height / 2, badge.width, height)
        painter.setPen(QPen(QColor(palette.canvas), 1.5))
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(box, height / 2, height / 2)
        half = self._measure.width(badge.text, "badge") / 2
        self._stamps.text(painter, badge.x - half, badge.y, badge.text, "badge", palette.canvas)

    # -- flags in the axis

    def flags(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        """Today, crosshair and selection in the axis."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if overlay.crosshair_x is not None and overlay.crosshair_text:
            self.flag(painter, scene, overlay.crosshair_x, overlay.crosshair_text, outlined=True)
        if overlay.hairline_x is not None and overlay.flag:
            self.flag(painter, scene, overlay.hairline_x, overlay.flag, outlined=False)

    def flag(self, painter: QPainter, scene: Scene, x: int, text: str, *, outlined: bool) -> None:
        """One flag with its point at ``x``."""
        palette, style = self._palette, scene.style
        left, _, right, _ = scene.plot
        width = self._measure.width(text, "flag") + style.px(14)
        height = style.px(18)
        start = min(max(x - width / 2, left + 2), right - width - 2)
        top = style.axis - height - 5
        box = QRectF(round(start) + 0.5, top + 0.5, round(width), height)
        painter.setPen(QPen(QColor(palette.ink), 1))
        painter.setBrush(QColor(palette.canvas if outlined else palette.ink))
        painter.drawRoundedRect(box, 4, 4)
        pointer = QPainterPath(QPointF(x - 4, box.bottom()))
        pointer.lineTo(x + 4, box.bottom())
        pointer.lineTo(x, box.bottom() + 5)
        pointer.closeSubpath()
        painter.fillPath(pointer, QColor(palette.ink))
        ink = palette.ink if outlined else palette.canvas
        self._stamps.text(painter, start + style.px(7), top + height / 2 + 0.5, text, "flag", ink)
