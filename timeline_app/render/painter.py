"""The only drawing code: a scene, and the overlay around its glyphs, onto any device."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.layout.flags import Flag, Wanted, clear_of_flags, place_flags
from timeline_app.layout.hints import FoldedHint
from timeline_app.layout.measure import TextMeasure, elided, wrapped
from timeline_app.layout.overlay import Overlay
from timeline_app.layout.scene import Scene, line_between_labels
from timeline_app.model.records import Category
from timeline_app.render.events import CRISIS, EventPainter, chevrons
from timeline_app.render.periods import PeriodPainter
from timeline_app.render.selection import OverlayPainter
from timeline_app.render.stamps import Stamps, colour, mixed

WORDS = {
    "en": {
        "periods": "Periods",
        "in view": "{n} in view",
        "more periods": "+{n} periods",
        "today": "Today",
        "count": "{n} events of {total}",
        "one of": "1 event of {total}",
        "short count": "{n} / {total}",
        "unverified": "not yet verified",
    },
    "ko": {
        "periods": "시기",
        "in view": "보이는 범위 {n}개",
        "more periods": "시기 +{n}개",
        "today": "오늘",
        "count": "사건 {total}건 중 {n}건",
        "one of": "사건 {total}건 중 1건",
        "short count": "{total}건 중 {n}건",
        "unverified": "미검증",
    },
}
WEEKEND = 0.018  # share of ink in the ground


class _LaneLook(NamedTuple):
    """What the name of a lane in the gutter depends on."""

    lane: int
    height: int
    folded: bool
    language: str
    room: int


class _LaneName(NamedTuple):
    """Glyph and texts of a lane in the gutter, in px below its top."""

    glyph_y: float
    size: float
    texts: list[tuple[float, str, str, str]]  # y, text, role, ink


class ScenePainter:
    """Paints scenes of one set of categories with one set of stamps."""

    def __init__(self, categories: tuple[Category, ...], stamps: Stamps, measure: TextMeasure) -> None:
        self._categories = categories
        self._stamps = stamps
        self._measure = measure
        self._palette = stamps.style.palette
        self._events = EventPainter(categories, stamps, measure)
        self._periods = PeriodPainter(stamps)
        self._overlay = OverlayPainter(self._events)
        self._names: dict[_LaneLook, _LaneName] = {}

    def paint(self, painter: QPainter, scene: Scene, overlay: Overlay | None = None) -> None:
        """The whole picture; without an overlay it is what an export shows."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, scene)
        left, _, right, bottom = scene.plot
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, bottom), Qt.ClipOperation.IntersectClip)
        self._periods.paint(painter, scene)
        if overlay is not None:
            self._overlay.under(painter, scene, overlay)
        chosen = overlay.selected if overlay is not None else None
        self._events.paint(painter, scene, None if chosen is None else chosen.row)
        if overlay is not None:
            self._overlay.over(painter, scene, overlay)
        painter.restore()
        flags = self._flags(scene, overlay)
        self._frame(painter, scene, flags)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for flag in flags:
            self._overlay.flag(painter, scene, flag)
        painter.restore()

    chevrons = staticmethod(chevrons)

    def _ground(self, painter: QPainter, scene: Scene) -> None:
        palette, axis = self._palette, scene.style.axis
        bottom = scene.plot[3]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._stamps.crisp)
        self._fill(painter, scene)
        for xs, ink in ((scene.axis.lower_lines, palette.grid), (scene.axis.upper_lines, palette.line)):
            line = QColor(ink)
            for x in xs:
                painter.fillRect(x, axis, 1, bottom - axis, line)
        if scene.unverified_x is not None:
            self._hatch(painter, scene, scene.unverified_x)
        halves = [self._categories[box.lane].half for box in scene.setting.boxes]
        for number, box in enumerate(scene.setting.boxes):
            divides = number > 0 and halves[number] != halves[number - 1]
            shade = palette.line2 if number == 0 or divides else palette.line
            painter.fillRect(0, box.top, scene.width, 1, QColor(shade))
        if scene.today_x is not None:
            self._today(painter, scene, scene.today_x)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _today(self, painter: QPainter, scene: Scene, x: int) -> None:
        """The line of today, which passes no label."""
        ink = colour(self._palette.ink, 0.55)
        for top, bottom in line_between_labels(scene, x, scene.style.axis, scene.plot[3]):
            painter.fillRect(QRectF(x, top, 1, bottom - top), ink)

    def _fill(self, painter: QPainter, scene: Scene) -> None:
        """The grounds of the lanes, and weekends and crises, mixed with them: to blend takes long."""
        canvas, axis, top = self._palette.canvas, scene.style.axis, scene.plot[1]
        boxes, width, height = scene.setting.boxes, scene.width, scene.height
        end = boxes[-1].top + boxes[-1].height if boxes else top
        if not self._stamps.crisp or end < height:  # neighbours would let the device shine through
            painter.fillRect(0, 0, width, height, QColor(canvas))
        else:
            painter.fillRect(0, axis, width, top - axis, QColor(canvas))
        for x, across, shade in self._shades(canvas, (), scene.crises):
            painter.fillRect(x, axis, across, top - axis, shade)
        weekends, crises = scene.axis.weekends, scene.crises
        grounds = [self._events.ground_of(odd) for odd in (0, 1)]
        shades = [self._shades(ground, weekends, crises) for ground in grounds]
        fills = [QColor(ground) for ground in grounds]
        for box in boxes:
            if box.lane % 2 or self._stamps.crisp:
                painter.fillRect(0, box.top, width, box.height, fills[box.lane % 2])
        for of_lanes in zip(*shades, strict=True):
            for box in boxes:
                x, across, shade = of_lanes[box.lane % 2]
                painter.fillRect(x, box.top, across, box.height, shade)

    def _shades(
        self, ground: str, weekends: Sequence[tuple[int, int]], crises: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int, QColor]]:
        """Where weekends and crises shade a ground: x, width and colour."""
        shades = []
        edges = sorted({x for pair in (*weekends, *crises) for x in pair})
        starts = {a for a, _ in weekends}
        is_weekend = False
        for x0, x1 in pairwise(edges):
            is_weekend = x0 in starts or (is_weekend and not any(x0 == b for _, b in weekends))
            is_crisis = any(a <= x0 < b for a, b in crises)
            if is_weekend or is_crisis:
                share = 1 - (1 - WEEKEND * is_weekend) * (1 - CRISIS * is_crisis)
                shades.append((x0, x1 - x0, mixed(ground, self._palette.ink, share)))
        return shades

    def _hatch(self, painter: QPainter, scene: Scene, x: int) -> None:
        _, top, right, bottom = scene.plot
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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

    # -- frame

    def _flags(self, scene: Scene, overlay: Overlay | None) -> tuple[Flag, ...]:
        """Crosshair, selection and today: what the reader does goes before what is always there."""
        wanted: list[Wanted] = []
        if overlay is not None and overlay.crosshair_x is not None and overlay.crosshair_text:
            wanted.append(Wanted(overlay.crosshair_x, overlay.crosshair_text, True))
        if overlay is not None and overlay.hairline_x is not None and overlay.flag:
            wanted.append(Wanted(overlay.hairline_x, overlay.flag, False))
        if scene.today_x is not None:
            wanted.append(Wanted(scene.today_x, WORDS[scene.language]["today"], True))
        return place_flags(wanted, scene.plot, scene.style, self._measure)

    def _frame(self, painter: QPainter, scene: Scene, flags: Sequence[Flag]) -> None:
        palette, style = self._palette, scene.style
        left, _, _, bottom = scene.plot
        painter.fillRect(0, 0, scene.width, style.axis, QColor(palette.canvas))
        self._axis(painter, scene, flags)
        painter.fillRect(0, style.axis, scene.width, 1, QColor(palette.line2))
        self._gutter(painter, scene)
        painter.fillRect(left - 1, 0, 1, bottom, QColor(palette.line2))
        for hint in scene.hints:
            self._hint(painter, scene, hint)

    def _axis(self, painter: QPainter, scene: Scene, flags: Sequence[Flag]) -> None:
        palette, style = self._palette, scene.style
        line, axis = QColor(palette.line2), style.axis
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._stamps.crisp)
        for x in scene.axis.minor:
            painter.fillRect(x, axis - 4, 1, 4, line)
        for x in scene.axis.lower_lines:
            painter.fillRect(x, axis - 7, 1, 7, line)
        crossed = [
            (tick.x, tick.x + self._measure.width(tick.text, "axis-major")) for tick in scene.axis.upper
        ]
        for x in scene.axis.upper_lines:  # one that a label reaches over begins below it
            top = style.px(24 if any(begin <= x <= end for begin, end in crossed) else 6)
            painter.fillRect(x, top, 1, axis - top, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tick in scene.axis.upper:
            self._stamps.text(painter, tick.x, style.px(14), tick.text, "axis-major", palette.ink)
        for tick in clear_of_flags(scene.axis.lower, flags, self._measure):
            half = self._measure.width(tick.text, "axis-minor") / 2
            self._stamps.text(painter, tick.x - half, style.px(36), tick.text, "axis-minor", palette.ink3)

    def _gutter(self, painter: QPainter, scene: Scene) -> None:
        palette, style, stamps = self._palette, scene.style, self._stamps
        left = scene.plot[0]
        painter.fillRect(0, 0, left - 1, style.axis, QColor(palette.canvas))
        stamps.text(
            painter,
            style.px(16),
            style.px(14),
            elided(scene.range_text, left - style.px(20), "range", self._measure),
            "range",
            palette.ink,
        )
        count = self._count_words(scene, left - style.px(20))
        stamps.text(painter, style.px(16), style.px(34), count, "caption", palette.ink3)
        for number, line in enumerate(self._period_words(scene)):
            middle = style.axis + style.px(14) + number * style.period_row
            stamps.text(painter, style.px(16), middle, line, "caption", palette.ink3)
        room = left - style.px(34) - 6
        for box in scene.setting.boxes:
            name = _LaneLook(box.lane, box.height, box.folded, scene.language, room)
            if name not in self._names:
                self._names[name] = self._lane_name(name)
            glyph_y, size, texts = self._names[name]
            fill, ground = self._events.fills[box.lane], self._events.ground_of(box.lane)
            shape = self._events.shapes[box.lane]
            stamps.glyph(painter, style.px(20), box.top + glyph_y, shape, size, fill, ground)
            for y, text, role, ink in texts:
                stamps.text(painter, style.px(34), box.top + y, text, role, ink)

    def _count_words(self, scene: Scene, room: float) -> str:
        """How many events the picture shows of how many, in the longest words that have room."""
        words = WORDS[scene.language]
        forms = ["one of" if scene.in_view == 1 else "count", "short count"]
        texts = [words[form].format(n=f"{scene.in_view:,}", total=f"{scene.total:,}") for form in forms]
        return next((text for text in texts if self._measure.width(text, "caption") <= room), texts[-1])

    @staticmethod
    def _period_words(scene: Scene) -> list[str]:
        """The heading of the periods, and how many are in view or, with a single row, have no bar."""
        words, hidden = WORDS[scene.language], len(scene.hidden_periods)
        if scene.period_rows == 1 and hidden:
            return [words["more periods"].format(n=hidden)]
        lines = [words["periods"], words["in view"].format(n=len(scene.present_periods))]
        return lines[: scene.period_rows]

    def _lane_name(self, look: "_LaneLook") -> "_LaneName":
        palette, style, measure = self._palette, self._stamps.style, self._measure
        words = self._categories[look.lane].title
        title = words.in_language(look.language)
        gloss = words.in_language("en" if look.language == "ko" else "ko")
        if look.folded:
            text = elided(title, look.room, "lane-folded", measure)
            return _LaneName(look.height / 2, 9.5, [(look.height / 2, text, "lane-folded", palette.ink3)])
        line_px = style.px(15)
        lines = wrapped(title, look.room, "lane", measure, 2 if look.height >= 2 * line_px else 1)
        with_gloss = bool(gloss) and gloss != title and look.height >= line_px * (len(lines) + 1) + 8
        height = line_px * (len(lines) + with_gloss)
        first = (look.height - height) / 2 + line_px / 2
        texts = [(first + n * line_px, line, "lane", palette.ink) for n, line in enumerate(lines)]
        if with_gloss:
            text = elided(gloss, look.room, "lane-gloss", measure)
            texts.append((first + len(lines) * line_px, text, "lane-gloss", palette.ink3))
        return _LaneName(first, 11.5, texts)

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
        date_y = stamps.book.level(hint.y, "folded-label", "label-date")
        stamps.text(painter, x, date_y, hint.date, "label-date", palette.ink3)
        if hint.side > 0:
            self._chevron(painter, x + self._measure.width(hint.date, "label-date") + 7, hint.y, 1)

    def _chevron(self, painter: QPainter, x: float, y: float, side: int) -> None:
        painter.setPen(QPen(QColor(self._palette.ink2), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(x - 2 * side, y - 4))
        path.lineTo(x + 2 * side, y)
        path.lineTo(x - 2 * side, y + 4)
        painter.drawPath(path)
