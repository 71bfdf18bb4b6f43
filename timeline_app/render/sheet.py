"""An export's sheet: the scene of a view, and title, legend, source notes and footer around it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.labels import Mark, pill_width
from timeline_app.layout.scene import Frame, Scene, SceneBuilder
from timeline_app.layout.sheet import Key, Run, SheetLayout, lay_out
from timeline_app.layout.sheet_text import SheetContent, Wording
from timeline_app.layout.style import Style, style_for
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine
from timeline_app.model.view import ViewState
from timeline_app.render.fonts import FontBook, QtTextMeasure, load_all_fonts
from timeline_app.render.painter import ScenePainter
from timeline_app.render.stamps import PixelStamps, Stamps, colour

NOON_S = 43_200
BAR_INSET_PX = 20  # of a label in its bar


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011  # the reader's own day


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """What a sheet is made from; ``size`` is the whole sheet in px, ``engine`` only saves time."""

    dataset: Dataset
    view: ViewState
    size: tuple[int, int] = (1600, 900)
    title: str | None = None
    paged: bool = False
    day: datetime.date = field(default_factory=_today)
    engine: FilterEngine | None = None


class Sheet:
    """A composed sheet; paints itself on any device, page by page."""

    def __init__(self, request: SheetRequest) -> None:
        load_all_fonts()
        view, dataset = request.view, request.dataset
        self.request = request
        self.style: Style = style_for(view.theme, view.text_percent)
        self.book = FontBook(self.style.text)
        self._measure = QtTextMeasure(self.book)
        engine = request.engine or FilterEngine(dataset)
        wording = Wording(dataset, engine, view)
        width, height = request.size

        def laid_out(content: SheetContent) -> SheetLayout:
            return lay_out(content, width, height, self.style, self._measure, paged=request.paged)

        content = wording.content(request.title, request.day)
        plot = laid_out(content).plot
        self.scene: Scene = self._scene(engine, plot.width, plot.height)
        # how many events have a label is known only now; the layout has reserved the room for it
        self.content = replace(content, counts=wording.counts(labelled_in(self.scene)))
        self.layout = laid_out(self.content)

    def _scene(self, engine: FilterEngine, width: int, height: int) -> Scene:
        day = self.request.day
        frame = Frame(width, height, to_seconds(day.year, day.month, day.day) + NOON_S)
        builder = SceneBuilder(self.request.dataset, engine, self._measure)
        return builder.build(self.request.view, frame, self.style)

    @property
    def page_count(self) -> int:
        """The sheet, and the pages on which its notes go on."""
        return 1 + len(self.layout.pages)

    def paint(self, painter: QPainter, scale: float | None = None, page: int = 0, *, links: bool = False) -> None:
        """One page; with ``scale``, from pictures of that ratio as the canvas paints, else in outlines."""
        plain = Stamps(self.book, self.style)
        stamps = plain if scale is None else PixelStamps(self.book, self.style, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.layout.width, self.layout.height, QColor(self.style.palette.canvas))
        if page == 0:
            self._paint_plot(painter, stamps, scale or 1.0)
            self._paint_surroundings(painter, stamps)
        for run in self.layout.runs if page == 0 else self.layout.pages[page - 1]:
            self._paint_run(painter, stamps, run, links)

    def _paint_plot(self, painter: QPainter, stamps: Stamps, scale: float) -> None:
        plot = self.layout.plot
        painter.save()
        # on whole device pixels, or the picture would differ from that of the canvas
        painter.translate(round(plot.x * scale) / scale, round(plot.y * scale) / scale)
        painter.setClipRect(QRectF(0, 0, plot.width, plot.height))
        categories = tuple(self.request.dataset.categories)
        ScenePainter(categories, stamps, self._measure).paint(painter, self.scene)
        painter.restore()

    def _paint_surroundings(self, painter: QPainter, stamps: Stamps) -> None:
        for rule in self.layout.rules:
            painter.fillRect(rule.x, rule.y, rule.width, rule.height, QColor(self.style.palette.line2))
        samples = Samples(stamps)
        for key in self.layout.keys:
            samples.paint(painter, key)

    def _paint_run(self, painter: QPainter, stamps: Stamps, run: Run, links: bool) -> None:
        ink: str = getattr(self.style.palette, run.tone)
        if not (links and run.href):
            stamps.text(painter, run.x, run.y, run.text, run.role, ink)
            return
        # a text layout, because only its anchors become link annotations of a PDF
        style = QTextCharFormat()
        style.setAnchor(True)
        style.setAnchorHref(run.href)
        style.setForeground(QColor(ink))
        whole = QTextLayout.FormatRange()
        whole.start, whole.length, whole.format = 0, len(run.text.encode("utf-16-le")) // 2, style
        layout = QTextLayout(run.text, self.book.font(run.role))
        layout.setFormats([whole])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.layout.width * 2)
        layout.endLayout()
        metrics = self.book.metrics(run.role)
        baseline = round(run.y - metrics.height() / 2) + round(metrics.ascent())
        layout.draw(painter, QPointF(round(run.x), baseline - line.ascent()))


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

    def _glyph(self, painter: QPainter, x: float, size: float, *, hollow: bool = False, disputed: bool = False) -> None:
        ink, ground = self._palette.ink2, self._palette.canvas
        self._stamps.glyph(painter, x, 0, "circle", size, ink, ground, hollow=hollow, disputed=disputed)

    @property
    def _middle(self) -> int:
        return self._style.px(13)

    def _exact(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 10.5)

    def _disputed(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 8.5, disputed=True)

    def _bare(self, painter: QPainter) -> None:
        self._glyph(painter, self._middle, 6.8)

    def _capsule(self) -> QRectF:
        return QRectF(0.5, -5.5, self._style.px(26) - 1, 11)

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
        painter.setBrush(ScenePainter.fading(box, ink, 0.25))
        painter.drawRoundedRect(box, 5.5, 5.5)
        self._dot(painter, 7, 3.8)
        ScenePainter.chevrons(painter, box.right() - 10, 0, ink)

    def _month(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._palette.ink2), 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        right = self._style.px(26) - 0.5
        painter.drawLine(QPointF(0.5, 0.5), QPointF(right, 0.5))
        painter.setPen(QPen(QColor(self._palette.ink2), 1.3))
        for x in (0.5, right):
            painter.drawLine(QPointF(x, -3.5), QPointF(x, 4.5))
        self._glyph(painter, self._middle, 8.5, hollow=True)

    def _pill(self, painter: QPainter) -> None:
        width = pill_width(3, self._style)
        self._stamps.pill(painter, self._middle, 0, width, 3, "circle", self._palette.ink2)

    def _period(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._palette.ink, 0.16 if self._style.dark else 0.10))
        painter.drawRoundedRect(QRectF(0, -6, self._style.px(26), 12), 4, 4)

    def _unverified(self, painter: QPainter) -> None:
        width = self._style.px(26)
        painter.setPen(QPen(colour(self._palette.ink, 0.3), 1))
        for x in range(0, width - 11, 5):
            painter.drawLine(QPointF(x, 6), QPointF(x + 12, -6))
        painter.fillRect(0, -6, 1, 12, QColor(self._palette.line2))


def labelled_in(scene: Scene) -> int:
    """How many events carry a label that lies within the plot."""
    return sum(_shows_label(scene, mark) for placed in scene.lanes for mark in placed.marks)


def _shows_label(scene: Scene, mark: Mark) -> bool:
    left, _, right, _ = scene.plot
    if not mark.label:
        return False
    x = mark.label_x + scene.offset
    if mark.side == 0 and mark.bar is not None:  # slides within the visible part of its bar
        x0, x1 = mark.bar[0] + scene.offset, mark.bar[1] + scene.offset
        return max(x0, left) + BAR_INSET_PX + mark.label_w + 8 <= min(x1, right)
    return left <= x and x + mark.label_w <= right
