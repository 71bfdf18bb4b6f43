"""The only drawing code: a scene, and the overlay around its glyphs, onto any device."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.dates.wording import duration_in_words
from timeline_app.layout.hints import FoldedHint
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.measure import TextMeasure, elided, wrapped
from timeline_app.layout.overlay import Overlay
from timeline_app.layout.periods import PeriodBar
from timeline_app.layout.scene import Scene
from timeline_app.model.records import Category
from timeline_app.render.events import EDGE_FADE_PX, EventPainter, chevrons
from timeline_app.render.selection import OverlayPainter
from timeline_app.render.stamps import Stamps, colour, mixed

WORDS = {
    "en": {"periods": "Periods", "today": "Today", "unverified": "not yet verified"},
    "ko": {"periods": "시기", "today": "오늘", "unverified": "미검증"},
}
WEEKEND, CRISIS = 0.018, 0.055  # shares of ink in the ground
OPEN_FADE_PX = 60  # over which a period that goes on fades at the edge of the plot


class ScenePainter:
    """Paints scenes of one set of categories with one set of stamps."""

    def __init__(self, categories: tuple[Category, ...], stamps: Stamps, measure: TextMeasure) -> None:
        self._categories = categories
        self._stamps = stamps
        self._measure = measure
        self._palette = stamps.style.palette
        self._events = EventPainter(categories, stamps, measure)
        self._overlay = OverlayPainter(self._events)

    def paint(self, painter: QPainter, scene: Scene, overlay: Overlay | None = None) -> None:
        """The whole picture; without an overlay it is what an export shows."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, scene)
        left, _, right, bottom = scene.plot
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, bottom), Qt.ClipOperation.IntersectClip)
        self._periods(painter, scene)
        if overlay is not None:
            self._overlay.under(painter, scene, overlay)
        self._events.paint(painter, scene)
        if overlay is not None:
            self._overlay.over(painter, scene, overlay)
        painter.restore()
        self._frame(painter, scene)
        if scene.today_x is not None:
            self._overlay.flag(painter, scene, scene.today_x, WORDS[scene.language]["today"], outlined=True)
        if overlay is not None:
            self._overlay.flags(painter, scene, overlay)
        painter.restore()

    chevrons = staticmethod(chevrons)

    def _ground(self, painter: QPainter, scene: Scene) -> None:
        palette = self._palette
        bottom = scene.plot[3]
        painter.fillRect(0, 0, scene.width, scene.height, QColor(palette.canvas))
        tint = QColor(palette.lane)
        for box in scene.setting.boxes:
            if box.lane % 2:
                painter.fillRect(0, box.top, scene.width, box.height, tint)
        ink = palette.ink
        self._shades(painter, scene)
        grid = QColor(palette.grid)
        for x in scene.axis.lower_lines:
            painter.fillRect(x, scene.style.axis, 1, bottom - scene.style.axis, grid)
        line = QColor(palette.line)
        for x in scene.axis.upper_lines:
            painter.fillRect(x, scene.style.axis, 1, bottom - scene.style.axis, line)
        if scene.unverified_x is not None:
            self._hatch(painter, scene, scene.unverified_x)
        halves = [self._categories[box.lane].half for box in scene.setting.boxes]
        for number, box in enumerate(scene.setting.boxes):
            divides = number > 0 and halves[number] != halves[number - 1]
            shade = palette.line2 if number == 0 or divides else palette.line
            painter.fillRect(0, box.top, scene.width, 1, QColor(shade))
        if scene.today_x is not None:
            painter.fillRect(scene.today_x, scene.style.axis, 1, bottom - scene.style.axis, colour(ink, 0.55))

    def _shades(self, painter: QPainter, scene: Scene) -> None:
        """Weekends and crises, mixed with the colour below: to blend so large an area takes milliseconds."""
        palette = self._palette
        axis, top = scene.style.axis, scene.plot[1]
        edges = sorted({x for pair in (*scene.axis.weekends, *scene.crises) for x in pair})
        for x0, x1 in pairwise(edges):
            weekend = any(a <= x0 < b for a, b in scene.axis.weekends)
            crisis = any(a <= x0 < b for a, b in scene.crises)
            if crisis:
                painter.fillRect(x0, axis, x1 - x0, top - axis, mixed(palette.canvas, palette.ink, CRISIS))
            if not (weekend or crisis):
                continue
            share = 1 - (1 - WEEKEND * weekend) * (1 - CRISIS * crisis)
            for box in scene.setting.boxes:
                ground = mixed(self._events.ground_of(box.lane), palette.ink, share)
                painter.fillRect(x0, box.top, x1 - x0, box.height, ground)

    def _hatch(self, painter: QPainter, scene: Scene, x: int) -> None:
        _, top, right, bottom = scene.plot
        painter.save()
        painter.setClipRect(QRectF(x, top, right - x, bottom - top), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(colour(self._palette.ink, 0.10), 1))
        height = bottom - top
        lines = [
            QLineF(start, bottom, start + height, top)
            for start in range(x - x % 9 - height - 9, right + 9, 9)
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
            fades = self._fading_box(scene, bar, box)
            ink = colour(palette.ink, alpha)
            painter.setBrush(ink if fades is None else self.fading(fades, palette.ink, alpha))
            painter.drawRoundedRect(box, 4, 4)
        for bar in scene.periods:
            over = max(scene.plot[0] - bar.label_x, bar.label_x + bar.label_w - bar.label_end)
            if bar.label and over < 0:
                painter.setOpacity(min(-over / EDGE_FADE_PX, 1.0))
                middle = bar.y + bar.height / 2
                self._stamps.text(painter, bar.label_x, middle, bar.label, "period", palette.ink2)
        painter.setOpacity(1.0)

    @staticmethod
    def _fading_box(scene: Scene, bar: PeriodBar, box: QRectF) -> QRectF | None:
        """What fades over its last 30 %: the whole bar with its real ends, or the edge of what goes on."""
        if bar.stretch.open_end:
            width = min(box.width(), OPEN_FADE_PX / 0.3)
            return QRectF(box.right() - width, box.top(), width, box.height())
        if not bar.stretch.uncertain_end:
            return None
        start, end = scene.scale.world(bar.stretch.start), scene.scale.world(bar.stretch.end)
        return QRectF(start + scene.offset, box.top(), end - start, box.height())

    @staticmethod
    def fading(box: QRectF, ink: str, alpha: float) -> QBrush:
        """The fill of a period whose end is open or uncertain."""
        gradient = QLinearGradient(box.left(), 0, box.right(), 0)
        gradient.setColorAt(0, colour(ink, alpha))
        gradient.setColorAt(0.7, colour(ink, alpha))
        gradient.setColorAt(1, colour(ink, 0.0))
        return QBrush(gradient)

    # -- frame

    def _frame(self, painter: QPainter, scene: Scene) -> None:
        palette, style = self._palette, scene.style
        left, _, _, bottom = scene.plot
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
        stamps.text(
            painter,
            style.px(16),
            style.px(14),
            elided(scene.range_text, left - style.px(20), "range", self._measure),
            "range",
            palette.ink,
        )
        span = duration_in_words((scene.plot[2] - left) / scene.scale.px_per_s, scene.language)
        stamps.text(painter, style.px(16), style.px(34), span, "caption", palette.ink3)
        if scene.period_rows:
            stamps.text(
                painter, style.px(16), style.axis + style.px(14), words["periods"], "caption", palette.ink3
            )
        for box in scene.setting.boxes:
            self._lane_name(painter, scene, box)

    def _lane_name(self, painter: QPainter, scene: Scene, box: LaneBox) -> None:
        palette, style, stamps = self._palette, scene.style, self._stamps
        category, events = self._categories[box.lane], self._events
        title = category.title.in_language(scene.language)
        gloss = category.title.in_language("en" if scene.language == "ko" else "ko")
        x = style.px(34)
        room = scene.plot[0] - x - 6
        glyph = events.shapes[box.lane], 9.5 if box.folded else 11.5
        colours = events.fills[box.lane], events.ground_of(box.lane)
        if box.folded:
            middle = box.top + box.height / 2
            stamps.glyph(painter, style.px(20), middle, *glyph, *colours)
            text = elided(title, room, "lane-folded", self._measure)
            stamps.text(painter, x, middle, text, "lane-folded", palette.ink3)
            return
        line_px = style.px(15)
        lines = wrapped(title, room, "lane", self._measure, 2 if box.height >= 2 * line_px else 1)
        with_gloss = bool(gloss) and gloss != title and box.height >= line_px * (len(lines) + 1) + 8
        height = line_px * (len(lines) + with_gloss)
        y = box.top + (box.height - height) / 2 + line_px / 2
        stamps.glyph(painter, style.px(20), y, *glyph, *colours)
        for line in lines:
            stamps.text(painter, x, y, line, "lane", palette.ink)
            y += line_px
        if with_gloss:
            text = elided(gloss, room, "lane-gloss", self._measure)
            stamps.text(painter, x, y, text, "lane-gloss", palette.ink3)

    def _hint(self, painter: QPainter, scene: Scene, hint: FoldedHint) -> None:
        palette, style, stamps = self._palette, scene.style, self._stamps
        x: float = hint.x
        fill, shape = self._events.fills[hint.lane], self._events.shapes[hint.lane]
        if hint.side < 0:
            self._chevron(painter, x + 2, hint.y, -1)
            x += style.px(14)
        stamps.glyph(painter, x + 6, hint.y, shape, 8.5, fill, self._events.ground_of(hint.lane))
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
