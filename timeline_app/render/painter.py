"""The only drawing code: a scene, and the overlay around its glyphs, onto any device."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.dates.wording import duration_in_words
from timeline_app.layout.labels import Mark, Pill
from timeline_app.layout.measure import TextMeasure, elided, wrapped
from timeline_app.layout.overlay import Badge, Overlay, Spot, Tag
from timeline_app.layout.scene import Scene
from timeline_app.layout.style import label_role
from timeline_app.model.records import Category
from timeline_app.render.stamps import Stamps, colour

EDGE_FADE_PX = 10
WORDS = {
    "en": {"periods": "Periods", "today": "Today", "unverified": "not yet verified"},
    "ko": {"periods": "시기", "today": "오늘", "unverified": "미검증"},
}


class ScenePainter:
    """Paints scenes of one set of categories with one set of stamps."""

    def __init__(self, categories: tuple[Category, ...], stamps: Stamps, measure: TextMeasure) -> None:
        self._categories = categories
        self._stamps = stamps
        self._measure = measure
        self._palette = stamps.style.palette
        dark = stamps.style.dark
        self._fills = [c.colour.dark if dark else c.colour.light for c in categories]
        self._shapes = [c.shape for c in categories]

    def paint(self, painter: QPainter, scene: Scene, overlay: Overlay | None = None) -> None:
        """The whole picture; without an overlay it is what an export shows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        self._ground(painter, scene)
        left, _, right, bottom = scene.plot
        painter.setClipRect(QRectF(left, 0, right - left, bottom))
        self._periods(painter, scene)
        if overlay is not None:
            self._under(painter, scene, overlay)
        self._marks(painter, scene)
        if overlay is not None:
            self._over(painter, scene, overlay)
        painter.restore()
        self._frame(painter, scene)
        if scene.today_x is not None:
            self._flag(painter, scene, scene.today_x, WORDS[scene.language]["today"], outlined=True)
        if overlay is not None:
            self._flags(painter, scene, overlay)

    # -- ground

    def _ground(self, painter: QPainter, scene: Scene) -> None:
        palette = self._palette
        left, top, right, bottom = scene.plot
        painter.fillRect(0, 0, scene.width, scene.height, QColor(palette.canvas))
        tint = QColor(palette.lane)
        for box in scene.setting.boxes:
            if box.lane % 2:
                painter.fillRect(0, box.top, scene.width, box.height, tint)
        ink = palette.ink
        for x0, x1 in scene.axis.weekends:
            painter.fillRect(x0, top, x1 - x0, bottom - top, colour(ink, 0.018))
        grid = QColor(palette.grid)
        for x in scene.axis.lower_lines:
            painter.fillRect(x, scene.style.axis, 1, bottom - scene.style.axis, grid)
        line = QColor(palette.line)
        for x in scene.axis.upper_lines:
            painter.fillRect(x, scene.style.axis, 1, bottom - scene.style.axis, line)
        for x0, x1 in scene.crises:
            painter.fillRect(x0, scene.style.axis, x1 - x0, bottom - scene.style.axis, colour(ink, 0.055))
        if scene.unverified_x is not None:
            self._hatch(painter, scene, scene.unverified_x)
        halves = [self._categories[box.lane].half for box in scene.setting.boxes]
        for number, box in enumerate(scene.setting.boxes):
            divides = number > 0 and halves[number] != halves[number - 1]
            shade = palette.line2 if number == 0 or divides else palette.line
            painter.fillRect(0, box.top, scene.width, 1, QColor(shade))
        if scene.today_x is not None:
            painter.fillRect(scene.today_x, scene.style.axis, 1, bottom - scene.style.axis, colour(ink, 0.55))

    def _hatch(self, painter: QPainter, scene: Scene, x: int) -> None:
        _, top, right, bottom = scene.plot
        painter.save()
        painter.setClipRect(QRectF(x, top, right - x, bottom - top))
        painter.setPen(QPen(colour(self._palette.ink, 0.10), 1))
        height = bottom - top
        lines = [
            QLineF(start, bottom, start + height, top) for start in range(x - x % 9 - height - 9, right + 9, 9)
        ]
        painter.drawLines(lines)
        painter.restore()
        painter.fillRect(x, scene.style.axis, 1, bottom - scene.style.axis, QColor(self._palette.line2))

    def _periods(self, painter: QPainter, scene: Scene) -> None:
        palette, style = self._palette, scene.style
        alpha = 0.16 if style.dark else 0.10
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in scene.periods:
            box = QRectF(bar.x0, bar.y, bar.x1 - bar.x0, bar.height)
            fades = bar.stretch.open_end or bar.stretch.uncertain_end
            painter.setBrush(self.fading(box, palette.ink, alpha) if fades else colour(palette.ink, alpha))
            painter.drawRoundedRect(box, 4, 4)
        for bar in scene.periods:
            if bar.label:
                ink = palette.ink2 if bar.inside else palette.ink2
                self._stamps.text(painter, bar.label_x, bar.y + bar.height / 2, bar.label, "period", ink)

    @staticmethod
    def fading(box: QRectF, ink: str, alpha: float) -> QBrush:
        """The fill of a period whose end is open or uncertain."""
        gradient = QLinearGradient(box.left(), 0, box.right(), 0)
        gradient.setColorAt(0, colour(ink, alpha))
        gradient.setColorAt(0.7, colour(ink, alpha))
        gradient.setColorAt(1, colour(ink, 0.0))
        return QBrush(gradient)

    # -- events

    def _marks(self, painter: QPainter, scene: Scene) -> None:
        offset = scene.offset
        for placed in scene.lanes:
            for pill in placed.pills:
                self._pill(painter, scene, pill)
            for mark in placed.marks:
                if mark.bar is not None:
                    self._bar(painter, scene, mark, mark.bar)
                elif mark.whisker is not None:
                    self._whisker(painter, mark, mark.whisker[0] + offset, mark.whisker[1] + offset)
                elif mark.unknown_end:
                    self._unknown_end(painter, scene, mark)
            for mark in placed.marks:
                self._mark(painter, scene, mark)

    def _ground_of(self, lane: int) -> str:
        return self._palette.lane if lane % 2 else self._palette.canvas

    def _mark(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        x = mark.x + scene.offset
        left, _, right, _ = scene.plot
        stamps = self._stamps
        glyph_y = mark.y + 7 * scene.style.text if mark.side == 2 else mark.y
        if not mark.open_start:
            fill, shape = self._fills[mark.lane], self._shapes[mark.lane]
            ground = self._ground_of(mark.lane)
            size = mark.size if mark.bar is None else 9.0
            if mark.bar is not None:
                painter.save()
                painter.translate(max(x, left + 8) if mark.bar[1] + scene.offset > left + 20 else x, round(mark.y))
                self._bare_glyph(painter, shape, size, fill, ground, mark)
                painter.restore()
            else:
                stamps.glyph(
                    painter, x, glyph_y, shape, size, fill, ground, hollow=mark.hollow, disputed=mark.disputed
                )
        if mark.label:
            self._label(painter, scene, mark, left, right)

    def _bare_glyph(
        self, painter: QPainter, shape: str, size: float, fill: str, ground: str, mark: Mark
    ) -> None:
        from timeline_app.render.glyphs import glyph_path

        path = glyph_path(shape, size)
        if mark.hollow:
            painter.fillPath(path, QColor(ground))
            painter.strokePath(path, QPen(QColor(fill), 1.5))
        else:
            painter.fillPath(path, QColor(fill))

    def _label(self, painter: QPainter, scene: Scene, mark: Mark, left: int, right: int) -> None:
        palette, style = self._palette, scene.style
        x = mark.label_x + scene.offset
        if mark.side == 0 and mark.bar is not None:
            x = self._inside_bar(scene, mark, mark.bar, left, right)
            if x is None:
                return
        over = max(left - x, x + mark.label_w - right)
        if over >= 0:
            return
        faded = over > -EDGE_FADE_PX
        if faded:
            painter.setOpacity(-over / EDGE_FADE_PX)
        ink = palette.ink2 if mark.importance < 3 else palette.ink
        role = label_role(mark.importance)
        y = mark.y
        if mark.side == 2:
            y -= 5 * style.text
            self._stamps.text(painter, x, y, mark.label, role, ink)
            if scene.setting.dated and mark.date:
                date_x = x + self._measure.width(mark.label, role) + 6
                self._stamps.text(painter, date_x, y + 1, mark.date, "label-date", palette.ink3)
        elif scene.setting.dated and mark.date and mark.side != 0:
            name_x, date_x = x, x
            if mark.side < 0:
                name_x = x + mark.label_w - self._measure.width(mark.label, role)
                date_x = x + mark.label_w - self._measure.width(mark.date, "label-date")
            self._stamps.text(painter, name_x, y - 6 * style.text, mark.label, role, ink)
            self._stamps.text(painter, date_x, y + 7 * style.text, mark.date, "label-date", palette.ink3)
        else:
            self._stamps.text(painter, x, y, mark.label, role, ink)
        if faded:
            painter.setOpacity(1.0)

    @staticmethod
    def _inside_bar(scene: Scene, mark: Mark, bar: tuple[int, int], left: int, right: int) -> int | None:
        """A label inside a bar slides within the part of the bar that is visible."""
        x0, x1 = bar[0] + scene.offset, bar[1] + scene.offset
        x = max(x0 + 20, left + 20)
        return x if x + mark.label_w + 8 <= min(x1, right) else None

    def _bar(self, painter: QPainter, scene: Scene, mark: Mark, bar: tuple[int, int]) -> None:
        left, _, right, _ = scene.plot
        fill = self._fills[mark.lane]
        x0, x1 = max(bar[0] + scene.offset, left - 30), min(bar[1] + scene.offset, right + 30)
        if x1 <= left or x0 >= right:
            return
        height = round((15.5 if mark.side == 0 and mark.label else 13) * scene.style.text)
        box = QRectF(x0 + 0.5, round(mark.y) - height // 2 + 0.5, x1 - x0 - 1, height - 1)
        tint = 0.30 if scene.style.dark else 0.20
        if mark.open_end or mark.hollow or mark.open_start:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._open_brush(box, fill, tint, mark))
        else:
            painter.setPen(QPen(colour(fill, 0.55), 1))
            painter.setBrush(colour(fill, tint))
        painter.drawRoundedRect(box, height / 2, height / 2)
        if mark.open_end:
            self.chevrons(painter, min(box.right(), right) - 12, mark.y, fill)

    @staticmethod
    def _open_brush(box: QRectF, fill: str, tint: float, mark: Mark) -> QBrush:
        gradient = QLinearGradient(box.left(), 0, box.right(), 0)
        fade = min(60 / max(box.width(), 1), 0.45)
        gradient.setColorAt(0, colour(fill, 0.04 if mark.open_start or mark.hollow else tint))
        gradient.setColorAt(fade, colour(fill, tint))
        gradient.setColorAt(1 - fade, colour(fill, tint))
        gradient.setColorAt(1, colour(fill, 0.04 if mark.open_end or mark.hollow else tint))
        return QBrush(gradient)

    @staticmethod
    def chevrons(painter: QPainter, x: float, y: float, fill: str) -> None:
        """The mark of what goes on."""
        painter.setPen(QPen(QColor(fill), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for dx in (0, 5):
            path = QPainterPath(QPointF(x + dx, y - 3.5))
            path.lineTo(x + dx + 3.5, y)
            path.lineTo(x + dx, y + 3.5)
            painter.drawPath(path)

    def _whisker(self, painter: QPainter, mark: Mark, x0: int, x1: int) -> None:
        fill = self._fills[mark.lane]
        y = round(mark.y + 7 * self._stamps.style.text) + 0.5
        tint = QLinearGradient(x0, 0, x1, 0)
        tint.setColorAt(0, colour(fill, 0.0))
        tint.setColorAt(0.5, colour(fill, 0.18))
        tint.setColorAt(1, colour(fill, 0.0))
        painter.fillRect(QRectF(x0, y - 4, x1 - x0, 8), QBrush(tint))
        pen = QPen(QColor(fill), 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x0, y), QPointF(x1, y))
        painter.setPen(QPen(QColor(fill), 1.3))
        for x in (x0, x1):
            painter.drawLine(QPointF(x + 0.5, y - 4), QPointF(x + 0.5, y + 4))

    def _unknown_end(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        x = mark.x + scene.offset
        pen = QPen(QColor(self._fills[mark.lane]), 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        y = round(mark.y) + 0.5
        half = 14
        painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))

    def _pill(self, painter: QPainter, scene: Scene, pill: Pill) -> None:
        offset = scene.offset
        fill = self._fills[pill.lane]
        x0, x1 = pill.x0 + offset, pill.x1 + offset
        if pill.x1 - pill.x0 > pill.width:
            painter.setPen(QPen(colour(fill, 0.8), 1))
            y = round(pill.y) + 0.5
            painter.drawLine(QPointF(x0, y), QPointF(x1, y))
            for x in (x0, x1):
                painter.drawLine(QPointF(x + 0.5, y - 4), QPointF(x + 0.5, y + 4))
        self._stamps.pill(
            painter, pill.x + offset, pill.y, pill.width, len(pill.rows), self._shapes[pill.lane], fill
        )

    # -- frame

    def _frame(self, painter: QPainter, scene: Scene) -> None:
        palette, style = self._palette, scene.style
        left, top, right, bottom = scene.plot
        painter.fillRect(0, 0, scene.width, style.axis, QColor(palette.canvas))
        self._axis(painter, scene)
        painter.fillRect(0, style.axis, scene.width, 1, QColor(palette.line2))
        self._gutter(painter, scene)
        painter.fillRect(left - 1, 0, 1, bottom, QColor(palette.line2))
        for hint in scene.hints:
            self._hint(painter, scene, hint)

    def _axis(self, painter: QPainter, scene: Scene) -> None:
        palette, style = self._palette, scene.style
        for x in scene.axis.minor:
            painter.fillRect(x, style.axis - 4, 1, 4, QColor(palette.line2))
        for x in scene.axis.lower_lines:
            painter.fillRect(x, style.axis - 7, 1, 7, QColor(palette.line2))
        for x in scene.axis.upper_lines:
            painter.fillRect(x, style.px(6), 1, style.axis - style.px(6), QColor(palette.line2))
        for tick in scene.axis.upper:
            self._stamps.text(painter, tick.x, style.px(14), tick.text, "axis-major", palette.ink)
        for tick in scene.axis.lower:
            half = self._measure.width(tick.text, "axis-minor") / 2
            self._stamps.text(painter, tick.x - half, style.px(36), tick.text, "axis-minor", palette.ink3)

    def _gutter(self, painter: QPainter, scene: Scene) -> None:
        palette, style, stamps = self._palette, scene.style, self._stamps
        left = scene.plot[0]
        words = WORDS[scene.language]
        painter.fillRect(0, 0, left - 1, style.axis, QColor(palette.canvas))
        stamps.text(painter, style.px(16), style.px(14), elided(scene.range_text, left - style.px(20), "range", self._measure), "range", palette.ink)
        span = duration_in_words((scene.plot[2] - left) / scene.scale.px_per_s, scene.language)
        stamps.text(painter, style.px(16), style.px(34), span, "caption", palette.ink3)
        if scene.period_rows:
            stamps.text(painter, style.px(16), style.axis + style.px(14), words["periods"], "caption", palette.ink3)
        for box in scene.setting.boxes:
            category = self._categories[box.lane]
            title = category.title.in_language(scene.language)
            gloss = category.title.in_language("en" if scene.language == "ko" else "ko")
            x = style.px(34)
            room = left - x - 6
            ground = self._ground_of(box.lane)
            fill, shape = self._fills[box.lane], self._shapes[box.lane]
            if box.folded:
                middle = box.top + box.height / 2
                stamps.glyph(painter, style.px(20), middle, shape, 9.5, fill, ground)
                text = elided(title, room, "lane-folded", self._measure)
                stamps.text(painter, x, middle, text, "lane-folded", palette.ink3)
                continue
            lines = wrapped(title, room, "lane", self._measure)
            line_px = style.px(15)
            with_gloss = bool(gloss) and gloss != title and box.height >= line_px * (len(lines) + 1) + 8
            height = line_px * (len(lines) + with_gloss)
            y = box.top + (box.height - height) / 2 + line_px / 2
            stamps.glyph(painter, style.px(20), y, shape, 11.5, fill, ground)
            for line in lines:
                stamps.text(painter, x, y, line, "lane", palette.ink)
                y += line_px
            if with_gloss:
                stamps.text(painter, x, y, elided(gloss, room, "lane-gloss", self._measure), "lane-gloss", palette.ink3)

    def _hint(self, painter: QPainter, scene: Scene, hint: object) -> None:
        from timeline_app.layout.scene import FoldedHint

        assert isinstance(hint, FoldedHint)
        palette, style, stamps = self._palette, scene.style, self._stamps
        x: float = hint.x
        fill, shape = self._fills[hint.lane], self._shapes[hint.lane]
        if hint.side < 0:
            self._chevron(painter, x + 2, hint.y, -1)
            x += style.px(14)
        stamps.glyph(painter, x + 6, hint.y, shape, 8.5, fill, self._ground_of(hint.lane))
        x += style.px(16)
        if hint.label:
            stamps.text(painter, x, hint.y, hint.label, "folded-label", palette.ink2)
            x += self._measure.width(hint.label, "folded-label") + 8
        stamps.text(painter, x, hint.y, hint.date, "label-date", palette.ink3)
        if hint.side > 0:
            self._chevron(painter, x + self._measure.width(hint.date, "label-date") + 7, hint.y, 1)

    def _chevron(self, painter: QPainter, x: float, y: float, side: int) -> None:
        painter.setPen(QPen(QColor(self._palette.ink2), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(x - 2 * side, y - 4))
        path.lineTo(x + 2 * side, y)
        path.lineTo(x - 2 * side, y + 4)
        painter.drawPath(path)

    # -- overlay

    def _under(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        palette = self._palette
        axis, bottom = scene.style.axis, scene.plot[3]
        if overlay.hairline_x is not None:
            painter.fillRect(overlay.hairline_x, axis, 1, bottom - axis, colour(palette.ink, 0.26))
        if overlay.crosshair_x is not None:
            painter.fillRect(overlay.crosshair_x, axis, 1, bottom - axis, colour(palette.ink, 0.5))
        if overlay.arcs:
            self._arcs(painter, overlay)
        if overlay.hovered is not None and overlay.hovered.mark is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette.ink, 0.06))
            painter.drawRoundedRect(self._target_box(scene, overlay.hovered), 5, 5)

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
            label_x = spot.mark.label_x + scene.offset
            if spot.mark.side == 0 and spot.mark.bar is not None:
                inside = self._inside_bar(scene, spot.mark, spot.mark.bar, scene.plot[0], scene.plot[2])
                label_x = inside if inside is not None else label_x
            x0, x1 = min(x0, label_x - 5), max(x1, label_x + spot.mark.label_w + 5)
            if scene.setting.dated:
                height = 28.0 * scene.style.text
        if spot.pill is not None:
            x0, x1 = spot.x - spot.pill.width / 2 - 3, spot.x + spot.pill.width / 2 + 3
        return QRectF(x0, y - height / 2, x1 - x0, height)

    def _over(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        for tag in overlay.tags:
            if tag.selected:
                self._selected_tag(painter, scene, tag)
            else:
                self._related_tag(painter, scene, tag)
        for badge in overlay.badges:
            self._badge(painter, badge)
        if overlay.focused is not None:
            painter.setPen(QPen(QColor(self._palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._target_box(scene, overlay.focused).adjusted(-3, -2, 3, 2), 7, 7)

    def _event_glyph(self, painter: QPainter, scene: Scene, spot: Spot, size: float) -> None:
        mark = spot.mark
        if mark is not None and mark.bar is not None:
            return
        y = spot.y + 7 * scene.style.text if mark is not None and mark.side == 2 else spot.y
        self._stamps.glyph(
            painter,
            spot.x,
            y,
            self._shapes[spot.lane],
            size,
            self._fills[spot.lane],
            self._ground_of(spot.lane),
            hollow=mark is not None and mark.hollow,
            disputed=mark is not None and mark.disputed,
        )

    def _selected_tag(self, painter: QPainter, scene: Scene, tag: Tag) -> None:
        palette, style, spot = self._palette, scene.style, tag.spot
        self._event_glyph(painter, scene, spot, max(spot.size, 10.5))
        y = spot.y + 7 * style.text if spot.mark is not None and spot.mark.side == 2 else spot.y
        radius = max(spot.size, 10.5) / 2 + 4.5
        painter.setPen(QPen(QColor(palette.ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(spot.x, round(y)), radius, radius)
        height = (34 if tag.date else 21) * style.text
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(QRectF(tag.x - 6, y - height / 2, tag.width + 12, height), 5, 5)
        name_y = y - 7 * style.text if tag.date else y
        self._stamps.text(painter, tag.x, name_y, tag.label, tag.role, palette.canvas)
        if tag.date:
            self._stamps.text(painter, tag.x, y + 8 * style.text, tag.date, "label-date", palette.line2)

    def _related_tag(self, painter: QPainter, scene: Scene, tag: Tag) -> None:
        spot = tag.spot
        plate = QColor(self._ground_of(spot.lane))
        plate.setAlphaF(0.92)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        height = 18 * scene.style.text
        painter.drawRoundedRect(QRectF(tag.x - 3, spot.y - height / 2, tag.width + 6, height), 4, 4)
        self._event_glyph(painter, scene, spot, 8.5)
        self._stamps.text(painter, tag.x, spot.y, tag.label, tag.role, self._palette.ink)

    def _badge(self, painter: QPainter, badge: Badge) -> None:
        palette = self._palette
        height = 15 * self._stamps.style.text
        box = QRectF(badge.x - badge.width / 2, badge.y - height / 2, badge.width, height)
        painter.setPen(QPen(QColor(palette.canvas), 1.5))
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(box, height / 2, height / 2)
        half = self._measure.width(badge.text, "badge") / 2
        self._stamps.text(painter, badge.x - half, badge.y, badge.text, "badge", palette.canvas)

    # -- flags in the axis

    def _flags(self, painter: QPainter, scene: Scene, overlay: Overlay) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if overlay.crosshair_x is not None and overlay.crosshair_text:
            self._flag(painter, scene, overlay.crosshair_x, overlay.crosshair_text, outlined=True)
        if overlay.hairline_x is not None and overlay.flag:
            self._flag(painter, scene, overlay.hairline_x, overlay.flag, outlined=False)

    def _flag(self, painter: QPainter, scene: Scene, x: int, text: str, *, outlined: bool) -> None:
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
