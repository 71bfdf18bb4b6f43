"""Draw the events of a scene: bars, whiskers, pills, glyphs and labels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.layout.faces import DATE_GAP_PX
from timeline_app.layout.marks import (
    ABOVE,
    INSIDE,
    Mark,
    Pill,
    glyph_x,
    glyph_y,
    label_left,
    label_opacity,
)
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scene import Scene
from timeline_app.layout.stretches import FADE_PX, Zone
from timeline_app.model.records import Category
from timeline_app.render.fading import faded
from timeline_app.render.stamps import Stamps, colour, mixed

CRISIS = 0.055  # share of ink in the ground of a crisis
BEYOND_PX = 30  # how far bars are drawn beyond the plot, so that their ends and frames stay outside
GLYPH_REACH_PX = 30  # a glyph farther outside the plot than this is not drawn
FAINT = 0.04  # opacity of a bar where nothing is known
FADE_MOST = 0.45  # of a bar, over which an end fades
UNKNOWN_PX = 22  # length of the dashes towards an end that nobody knows


class EventPainter:
    """Paints the events of one set of categories."""

    def __init__(self, categories: tuple[Category, ...], stamps: Stamps, measure: TextMeasure) -> None:
        dark = stamps.style.dark
        self.stamps = stamps
        self.measure = measure
        self.palette = stamps.style.palette
        self.fills = [c.colour.dark if dark else c.colour.light for c in categories]
        self.shapes = [c.shape for c in categories]
        self._grounds = self.palette.canvas, self.palette.lane
        self._crises = [mixed(ground, self.palette.ink, CRISIS).name() for ground in self._grounds]

    def ground_of(self, lane: int) -> str:
        """The colour a lane is painted on."""
        return self._grounds[lane % 2]

    def _ground_at(self, scene: Scene, lane: int, x: float) -> str:
        """The same, but under a crisis its shade; weekends are too faint to tell."""
        for begin, end in scene.crises:
            if begin <= x < end:
                return self._crises[lane % 2]
        return self._grounds[lane % 2]

    def paint(self, painter: QPainter, scene: Scene, selected: int | None = None) -> None:
        """All events, the lines of a lane below its pills, glyphs and labels.

        The selected one has its own label.
        """
        for placed in scene.lanes:
            for pill in placed.pills:
                if pill.x1 - pill.x0 > pill.width:
                    self._extent(painter, scene, pill)
            for mark in placed.marks:
                if mark.bar is not None:
                    self._bar(painter, scene, mark, mark.bar)
                    continue
                if mark.whisker is not None:
                    self._whisker(painter, scene, mark, mark.whisker)
                if mark.face.unknown_start or mark.face.unknown_end:
                    self._unknown_ends(painter, scene, mark)
            for pill in placed.pills:  # above the lines of all others, which would cross their counts
                self._pill(painter, scene, pill)
            self._glyphs(painter, scene, placed.marks, selected)

    def _glyphs(self, painter: QPainter, scene: Scene, marks: Sequence[Mark], selected: int | None) -> None:
        """The glyphs and labels of a lane. The common kinds are drawn here, without another call."""
        window, palette, dated, crises = scene.window, self.palette, scene.setting.dated, scene.crises
        offset, left, right = window
        glyph, text = self.stamps.glyph, self.stamps.text
        for mark in marks:
            face, lane, x, y, size, bar, _, label, label_x, label_w, side, _, _ = mark
            x += offset
            if bar is not None or side == ABOVE:
                self.glyph(painter, scene, mark)
            elif left - GLYPH_REACH_PX < x < right + GLYPH_REACH_PX:
                shape, fill, ground = self.shapes[lane], self.fills[lane], self._grounds[lane % 2]
                if crises:
                    ground = self._ground_at(scene, lane, x)
                glyph(painter, x, y, shape, size, fill, ground, face.hollow, face.disputed)
            if not label or face.row == selected:
                continue
            label_x += offset
            if (
                dated
                or bar is not None
                or side == ABOVE
                or not (left <= label_x and label_x + label_w <= right and left <= x <= right)
            ):
                self.label(painter, scene, mark)
            else:
                ink = palette.ink2 if face.importance < 3 else palette.ink
                text(painter, label_x, y, label, face.role, ink)

    def glyph(self, painter: QPainter, scene: Scene, mark: Mark, size: float | None = None) -> None:
        """The glyph of a mark; a bar that began before all dates has none."""
        face, lane = mark.face, mark.lane
        if face.open_start and mark.bar is not None:
            return
        x = glyph_x(mark, scene.window)
        self.stamps.glyph(
            painter,
            x,
            glyph_y(mark, scene.style),
            self.shapes[lane],
            mark.size if size is None else size,
            self.fills[lane],
            self._ground_at(scene, lane, x),
            face.hollow,
            face.disputed,
            mark.bar is None,
        )

    # -- labels

    def label(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        """The label of a mark, as far as it does not leave the plot."""
        opacity = label_opacity(mark, scene.window)
        if opacity <= 0:
            return
        palette, text, face = self.palette, scene.style.text, mark.face
        x, y = label_left(mark, scene.window), mark.y
        ink = palette.ink2 if face.importance < 3 else palette.ink
        dated = scene.setting.dated and bool(face.date) and mark.side != INSIDE
        name_x = date_x = x
        if mark.side == ABOVE:
            name_y = y - 5 * text
            date_y = self.stamps.book.level(name_y, face.role, "label-date")
            date_x = x + self.measure.width(mark.label, face.role) + DATE_GAP_PX
        else:
            name_y, date_y = (y - 6 * text, y + 7 * text) if dated else (y, y)
        if dated and mark.side < 0:
            name_x = x + mark.label_w - self.measure.width(mark.label, face.role)
            date_x = x + mark.label_w - self.measure.width(face.date, "label-date")
        if opacity < 1:
            painter.setOpacity(opacity)
        self.stamps.text(painter, name_x, name_y, mark.label, face.role, ink)
        if dated:
            self.stamps.text(painter, date_x, date_y, face.date, "label-date", palette.ink3)
        if opacity < 1:
            painter.setOpacity(1.0)

    # -- lines

    def _bar(self, painter: QPainter, scene: Scene, mark: Mark, bar: tuple[int, int]) -> None:
        left, _, right, _ = scene.plot
        fill = self.fills[mark.lane]
        whole, rise, fall = _ends(scene, mark, bar)
        x0, x1 = max(whole[0], left - BEYOND_PX), min(whole[1], right + BEYOND_PX)
        if x1 <= left or x0 >= right:
            return
        height = round((15.5 if mark.side == INSIDE and mark.label else 13) * scene.style.text)
        box = QRectF(x0 + 0.5, round(mark.y) - height // 2 + 0.5, x1 - x0 - 1, height - 1)
        tint = 0.30 if scene.style.dark else 0.20
        if rise is None and fall is None:
            painter.setPen(QPen(colour(fill, 0.55), 1))
            painter.setBrush(colour(fill, tint))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(box, rise, fall, fill, tint, FAINT))
        painter.drawRoundedRect(box, height / 2, height / 2)
        if mark.open_end and fall is not None:
            chevrons(painter, fall[0] - 12, mark.y, fill)

    def _whisker(self, painter: QPainter, scene: Scene, mark: Mark, whisker: tuple[int, int]) -> None:
        left, _, right, _ = scene.plot
        fill = self.fills[mark.lane]
        x0 = max(whisker[0] + scene.offset, left - BEYOND_PX)
        x1 = min(whisker[1] + scene.offset, right + BEYOND_PX)
        if x1 <= left or x0 >= right:
            return
        y = round(glyph_y(mark, scene.style)) + 0.5
        if mark.hollow:
            painter.fillRect(QRectF(x0, y - 4, x1 - x0, 8), _doubt_brush(whisker, scene.offset, fill))
        pen = QPen(QColor(fill), 1.3)
        if mark.side == ABOVE:
            # dashes are counted from the left end, so that they do not crawl while panning
            pen = _dashed(fill, max(0, x0 - whisker[0] - scene.offset))
        painter.setPen(pen)
        painter.drawLine(QPointF(x0, y), QPointF(x1, y))
        painter.setPen(QPen(QColor(fill), 1.3))
        for x in (x0, x1):
            painter.drawLine(QPointF(x + 0.5, y - 4), QPointF(x + 0.5, y + 4))

    def _unknown_ends(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        x = mark.x + scene.offset
        y = round(glyph_y(mark, scene.style)) + 0.5
        painter.setPen(_dashed(self.fills[mark.lane]))
        x0 = x - UNKNOWN_PX if mark.unknown_start else x
        x1 = x + UNKNOWN_PX if mark.unknown_end else x
        painter.drawLine(QPointF(x0, y), QPointF(x1, y))

    def _extent(self, painter: QPainter, scene: Scene, pill: Pill) -> None:
        """The line of a pill whose events reach beyond it."""
        left, _, right, _ = scene.plot
        x0 = max(pill.x0 + scene.offset, left - BEYOND_PX)
        x1 = min(pill.x1 + scene.offset, right + BEYOND_PX)
        painter.setPen(QPen(colour(self.fills[pill.lane], 0.8), 1))
        y = round(pill.y) + 0.5
        painter.drawLine(QPointF(x0, y), QPointF(x1, y))
        for x in (x0, x1):
            painter.drawLine(QPointF(x + 0.5, y - 4), QPointF(x + 0.5, y + 4))

    def _pill(self, painter: QPainter, scene: Scene, pill: Pill) -> None:
        x, shape, fill = pill.x + scene.offset, self.shapes[pill.lane], self.fills[pill.lane]
        ground = self._ground_at(scene, pill.lane, x)
        self.stamps.pill(painter, x, pill.y, pill.width, len(pill.rows), shape, fill, ground)


def _dashed(fill: str, offset_px: float = 0.0) -> QPen:
    pen = QPen(QColor(fill), 1.3, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    pen.setDashOffset(offset_px / 1.3 % 5)  # in units of the pen's width
    return pen


def _doubt_brush(whisker: tuple[int, int], offset: int, fill: str) -> QBrush:
    gradient = QLinearGradient(whisker[0] + offset, 0, whisker[1] + offset, 0)
    gradient.setColorAt(0, colour(fill, 0.0))
    gradient.setColorAt(0.5, colour(fill, 0.18))
    gradient.setColorAt(1, colour(fill, 0.0))
    return QBrush(gradient)


def _ends(scene: Scene, mark: Mark, bar: Zone) -> tuple[Zone, Zone | None, Zone | None]:
    """A bar in scene px, and where it fades: places in time, not in the view.

    What is open is drawn as far as anything is known, and fades there.
    """
    x0, x1 = bar[0] + scene.offset, bar[1] + scene.offset
    if mark.open_start:
        x0 = min(scene.known[0], x1) - FADE_PX
    if mark.open_end:
        x1 = max(scene.known[1], x0) + FADE_PX
    width = min(FADE_PX, round((x1 - x0) * FADE_MOST))
    rise = (x0, x0 + width) if mark.open_start or mark.hollow else None
    fall = (x1 - width, x1) if mark.open_end or mark.hollow else None
    return (x0, x1), rise, fall


def chevrons(painter: QPainter, x: float, y: float, fill: str) -> None:
    """The double chevron of what goes on."""
    painter.setPen(QPen(QColor(fill), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for dx in (0, 5):
        path = QPainterPath(QPointF(x + dx, y - 3.5))
        path.lineTo(x + dx + 3.5, y)
        path.lineTo(x + dx, y + 3.5)
        painter.drawPath(path)
