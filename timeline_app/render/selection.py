"""Draw what lies over a scene: selection, relations, hover, focus and flags; never in an export."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.layout.badges import BADGE_H_PX
from timeline_app.layout.boxes import Box, label_box
from timeline_app.layout.flags import FLAG_H_PX, FLAG_PAD_PX, POINT_PX, Flag
from timeline_app.layout.marks import ABOVE, INSIDE, Mark, label_left, label_opacity
from timeline_app.layout.overlay import Number, Overlay, Spot
from timeline_app.layout.scene import Scene, line_between_labels
from timeline_app.layout.tags import RING_GAP_PX, RING_PEN_PX, SELECTED_LEAST_PX, Tag
from timeline_app.render.events import EventPainter
from timeline_app.render.stamps import colour

ARC_STEPS = 32  # points of an arc that are looked at for labels above it
LEVEL_PX = 16  # these are sorted into levels of this height


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


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
        for x, alpha in ((overlay.hairline_x, 0.26), (overlay.crosshair_x, 0.5)):
            if x is not None:
                for top, end in line_between_labels(scene, x, axis, bottom):
                    painter.fillRect(QRectF(x, top, 1, end - top), colour(palette.ink, alpha))
        if overlay.arcs:
            self._arcs(painter, overlay)
            self._plates(painter, scene, overlay)
        if overlay.hovered is not None and overlay.hovered.mark is not None:
            self._hover(painter, overlay)

    def _hover(self, painter: QPainter, overlay: Overlay) -> None:
        if overlay.hover_box is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._palette.ink, 0.06))
            painter.drawRoundedRect(_rect(overlay.hover_box).adjusted(-3, -2, 3, 2), 5, 5)

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

    def over(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        """Tags and rings, above the glyphs."""
        for mark in overlay.raised:
            self._plate(painter, scene, mark)
        if overlay.hovered is not None and any(mark is overlay.hovered.mark for mark in overlay.raised):
            self._hover(painter, overlay)
        for mark in overlay.raised:
            self._events.glyph(painter, scene, mark)
            self._events.label(painter, scene, mark)
        for arc in overlay.arcs:  # no plate hides where an arc leads
            self._arrow(painter, arc.cx1, arc.cy1, arc.x1, arc.y1)
        for badge in overlay.badges:
            self._tick(painter, badge)
        if overlay.tag is not None and overlay.selected is not None:
            self._selected_tag(painter, scene, overlay.selected, overlay.tag)
        for badge in overlay.badges:
            self._badge(painter, badge)
        if overlay.focus_box is not None:
            self._focus(painter, scene, overlay.focus_box)

    def _focus(self, painter: QPainter, scene: Scene, box: Box) -> None:
        """A ring around glyph and label, on a clear ground so that it shows beside ink as well."""
        left, top, right, bottom = scene.plot
        plot = QRectF(left + 2, top + 2, right - left - 4, bottom - top - 4)
        ring = _rect(box).adjusted(-4, -3, 4, 3) & plot
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((self._palette.canvas, 4), (self._palette.focus, 2)):
            painter.setPen(QPen(QColor(ink), width))
            painter.drawRoundedRect(ring, 7, 7)

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

    def _selected_tag(self, painter: QPainter, scene: Scene, spot: Spot, tag: Tag) -> None:
        palette, text, y = self._palette, scene.style.text, tag.y
        size = max(spot.size, SELECTED_LEAST_PX)
        self._glyph(painter, scene, spot, size)
        radius = size / 2 + RING_GAP_PX
        painter.setPen(QPen(QColor(palette.ink), RING_PEN_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(spot.x, round(spot.y)), radius, radius)
        if not tag.label:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(_rect(tag.box), 5, 5)
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

    def flag(self, painter: QPainter, scene: Scene, flag: Flag) -> None:
        """One flag with its point."""
        palette, style, x = self._palette, scene.style, flag.x
        height = style.px(FLAG_H_PX)
        top = style.axis - height - POINT_PX
        box = QRectF(flag.left + 0.5, top + 0.5, flag.width, height)
        painter.setPen(QPen(QColor(palette.ink), 1))
        painter.setBrush(QColor(palette.canvas if flag.outlined else palette.ink))
        painter.drawRoundedRect(box, 4, 4)
        pointer = QPainterPath(QPointF(x - 4, box.bottom()))
        pointer.lineTo(x + 4, box.bottom())
        pointer.lineTo(x, box.bottom() + POINT_PX)
        pointer.closeSubpath()
        painter.fillPath(pointer, QColor(palette.ink))
        ink = palette.ink if flag.outlined else palette.canvas
        left, middle = flag.left + style.px(FLAG_PAD_PX), top + height / 2 + 0.5
        self._stamps.text(painter, left, middle, flag.text, "flag", ink)
