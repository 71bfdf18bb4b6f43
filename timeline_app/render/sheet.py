"""An export's sheet: the scene of a view, and title, legend, source notes and footer around it."""

import datetime

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)

from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.scene import Frame, Scene, SceneBuilder
from timeline_app.layout.sheet import SheetLayout, lay_out, lay_out_around
from timeline_app.layout.sheet_notes import Run
from timeline_app.layout.sheet_text import BARE, COUNTED, LABELLED, Note, SheetContent, Wording
from timeline_app.layout.style import Style, style_for
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine
from timeline_app.model.frozen import Struct, field, replace
from timeline_app.model.view import ViewState
from timeline_app.render.fonts import FontBook, QtTextMeasure, load_all_fonts
from timeline_app.render.legend import Samples
from timeline_app.render.painter import ScenePainter
from timeline_app.render.stamps import PixelStamps, Stamps

NOON_S = 43_200


def _today() -> datetime.date:
    return datetime.date.today()  # the reader's own day


class SheetRequest(Struct, frozen=True):
    """What a sheet is made from; ``size`` is the whole sheet in px, ``engine`` only saves time.

    With ``plot``, the size of the plot in px, the sheet is made around it and ``size`` plays no part.
    """

    dataset: Dataset
    view: ViewState
    size: tuple[int, int] = (1600, 900)
    title: str | None = None
    paged: bool = False
    plot: tuple[int, int] | None = None
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
        content = wording.content(request.title, request.day)
        plot, rows = request.plot, None
        if plot is None:
            first = self._laid_out(content, is_trial=True)
            plot, rows = (first.plot.width, first.plot.height), first.note_rows
        self.scene: Scene = self._scene(engine, *plot)
        # which events have a label is known only now; the layout has reserved the room for it
        notes = _as_drawn(content.notes, self.scene)
        self.content = replace(content, counts=wording.counts(self.scene.labelled), notes=notes)
        self.layout = self._laid_out(self.content, rows)

    def _laid_out(
        self, content: SheetContent, note_rows: int | None = None, *, is_trial: bool = False
    ) -> SheetLayout:
        request, style, measure = self.request, self.style, self._measure
        if request.plot is not None:
            return lay_out_around(content, request.plot, style, measure, paged=request.paged)
        return lay_out(
            content,
            *request.size,
            style,
            measure,
            paged=request.paged,
            note_rows=note_rows,
            is_trial=is_trial,
        )

    def _scene(self, engine: FilterEngine, width: int, height: int) -> Scene:
        day = self.request.day
        frame = Frame(width, height, to_seconds(day.year, day.month, day.day) + NOON_S)
        builder = SceneBuilder(self.request.dataset, engine, self._measure)
        return builder.build(self.request.view, frame, self.style)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole sheet in px."""
        return self.layout.width, self.layout.height

    @property
    def page_count(self) -> int:
        """The sheet, and the pages on which its notes go on."""
        return 1 + len(self.layout.pages)

    def image(self, scale: float) -> QImage:
        """The first page with ``scale`` pixels for each px; the plot is painted as the canvas paints it."""
        width, height = self.size
        image = QImage(
            max(round(width * scale), 1), max(round(height * scale), 1), QImage.Format.Format_RGB32
        )
        if image.isNull():
            raise MemoryError
        image.fill(self.style.palette.canvas)
        stamps = PixelStamps(self.book, self.style, scale)
        plot = self._plot_image(stamps, scale)
        image.setDevicePixelRatio(scale)
        with QPainter(image) as painter:
            self._paint_rules(painter)
        image.setDevicePixelRatio(1)
        with QPainter(image) as painter:
            painter.drawImage(round(self.layout.plot.x * scale), round(self.layout.plot.y * scale), plot)
        image.setDevicePixelRatio(scale)
        with QPainter(image) as painter:
            self._paint_words(painter, stamps, links=False)
        return image

    def _plot_image(self, stamps: Stamps, scale: float) -> QImage:
        """The plot on its own, or edges would fall otherwise on the pixels than on the canvas."""
        size = QSize(self.scene.width, self.scene.height) * scale
        image = QImage(size, QImage.Format.Format_RGB32)
        if image.isNull():
            raise MemoryError
        image.fill(self.style.palette.canvas)  # half a row of pixels may remain at odd ratios
        image.setDevicePixelRatio(scale)
        with QPainter(image) as painter:
            self._scene_painter(stamps).paint(painter, self.scene)
        image.setDevicePixelRatio(1)
        return image

    def paint(self, painter: QPainter, page: int = 0, *, links: bool = False) -> None:
        """One page in outlines; with ``links``, titles of sources lead to their addresses."""
        stamps = Stamps(FontBook(self.style.text, tabular=False), self.style)
        layout, ground = self.layout, QColor(self.style.palette.canvas)
        if page:
            painter.fillRect(0, 0, layout.width, layout.height, ground)
            for run in layout.pages[page - 1]:
                self._paint_run(painter, stamps, run, links)
            return
        plot = layout.plot
        painter.save()
        painter.translate(plot.x, plot.y)
        self._scene_painter(stamps).paint(painter, self.scene)
        painter.restore()
        # instead of a clip: QSvgGenerator does not return from an inner clip to an outer one
        painter.fillRect(0, 0, layout.width, plot.y, ground)
        painter.fillRect(0, plot.bottom, layout.width, layout.height - plot.bottom, ground)
        painter.fillRect(0, plot.y, plot.x, plot.height, ground)
        painter.fillRect(plot.right, plot.y, layout.width - plot.right, plot.height, ground)
        self._paint_rules(painter)
        self._paint_words(painter, stamps, links=links)

    def _scene_painter(self, stamps: Stamps) -> ScenePainter:
        return ScenePainter(tuple(self.request.dataset.categories), stamps, self._measure)

    def _paint_rules(self, painter: QPainter) -> None:
        for rule in self.layout.rules:
            painter.fillRect(rule.x, rule.y, rule.width, rule.height, QColor(self.style.palette.line2))

    def _paint_words(self, painter: QPainter, stamps: Stamps, *, links: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        samples = Samples(stamps)
        for key in self.layout.keys:
            samples.paint(painter, key)
        for run in self.layout.runs:
            self._paint_run(painter, stamps, run, links)

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


def _as_drawn(notes: tuple[Note, ...], scene: Scene) -> tuple[Note, ...]:
    """The notes, each with how its event is drawn in a scene."""
    marks = [mark for lane in scene.lanes for mark in lane.marks]
    labelled = {mark.row for mark in marks if mark.label}
    bare = {mark.row for mark in marks} - labelled
    return tuple(
        note._replace(drawn=LABELLED if note.row in labelled else BARE if note.row in bare else COUNTED)
        for note in notes
    )
