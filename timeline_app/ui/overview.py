"""The overview strip as a widget: drag the brush, pull its handles, or move it with the keys."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.layout.overview import OverviewScene, build_overview, overview_scale
from timeline_app.layout.style import style_for
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range
from timeline_app.render.fonts import FontBook, QtTextMeasure
from timeline_app.render.overview import NARROW_BRUSH_PX, handle_boxes, paint_brush, paint_overview
from timeline_app.render.stamps import PixelStamps, colour
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.store import ViewStore

HEIGHT_PX = 84
REACH_PX = 6  # how near a handle has to be pressed
BRUSH_LEAST_S = 86_400
TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Overview(QWidget):
    """Shows the whole range and where the view lies in it."""

    def __init__(
        self, store: ViewStore, library: Library, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._navigator = navigator
        self._strip: OverviewScene | None = None  # for whatever view
        self._pictures: tuple[QPixmap, QPixmap] | None = None  # of the strip outside and inside the brush
        self._stamps: PixelStamps | None = None
        self._measure: QtTextMeasure | None = None
        self._key: tuple[object, ...] = ()
        self._remembered = False  # whether back returns to where the brush was taken up
        self._grip = ""  # "start", "end", "whole" or nothing
        self._grip_offset = 0.0
        self._focus_ring = False  # only who uses the keys wants to see where they are
        self.setObjectName("overview")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._name()
        self._fit_height()
        store.changed.connect(self._show_state)
        library.opened.connect(self._refresh)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Overview of the whole range"))

    def _fit_height(self) -> None:
        self.setFixedHeight(round(HEIGHT_PX * max(1.0, self._store.state.text_percent / 100 * 0.9)))

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def scene(self) -> OverviewScene:
        """The strip for the present view and size."""
        strip, state = self._whole(), self._store.state
        scale = overview_scale(self._library.dataset, self.width(), strip.style)
        x0, x1 = (min(max(scale.to_px(t), strip.left), strip.right) for t in (state.start, state.end))
        return replace(strip, brush=(x0, x1))

    def _whole(self) -> OverviewScene:
        """The strip with all that does not change as the view moves."""
        state = self._store.state
        style = style_for(state.theme, state.text_percent)
        key = (style, self.devicePixelRatioF())
        if key != self._key or self._stamps is None or self._measure is None:
            book = FontBook(style.text)
            self._measure = QtTextMeasure(book)
            self._stamps = PixelStamps(book, style, self.devicePixelRatioF())
            self._key = key
            self._strip = None
        if self._strip is None:
            self._pictures = None
            self._strip = build_overview(
                self._library.dataset,
                self._library.engine,
                state,
                (self.width(), self.height()),
                style,
                self._measure,
            )
        return self._strip

    def _painted(self) -> tuple[QPixmap, QPixmap]:
        """The strip as it looks outside the brush, and as it looks inside."""
        strip = self._whole()
        if self._pictures is None:
            beyond = 2 * strip.width
            self._pictures = self._paint_strip((-beyond, -beyond)), self._paint_strip((-beyond, beyond))
        return self._pictures

    def _paint_strip(self, brush: tuple[float, float]) -> QPixmap:
        assert self._stamps is not None
        assert self._measure is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        strip = replace(self._whole(), brush=brush)
        with QPainter(picture) as painter:
            paint_overview(painter, strip, self._stamps, self._measure, self._store.state.language)
        return picture

    def _refresh(self) -> None:
        self._strip = None
        self.update()

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        if new.text_percent != old.text_percent:
            self._fit_height()
        self.update()
        if replace(new, start=old.start, width=old.width, selected=old.selected) != old:
            self._strip = None

    def resizeEvent(self, _event: QResizeEvent) -> None:  # QWidget
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        scene = self.scene()
        outside, inside = self._painted()
        box = _brush_box(scene)
        inner = QRectF(box.left(), box.top() + 1, box.width(), box.height() - 2)  # its frame comes over it
        ratio = self.devicePixelRatioF()
        source = QRectF(inner.topLeft() * ratio, inner.size() * ratio)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, outside)
            painter.drawPixmap(inner, inside, source)
            paint_brush(painter, scene, box)
            if self.hasFocus() and self._focus_ring:
                painter.setPen(QPen(colour(scene.style.palette.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(
                    scene.left - 6, 2, scene.right - scene.left + 12, scene.height - 4, 7, 7
                )

    # -- brush

    def _grip_at(self, position: QPointF) -> str:
        x0, x1 = self.scene().brush
        on_brush = x0 - 2 <= position.x() <= x1 + 2
        if on_brush and x1 - x0 < NARROW_BRUSH_PX:  # else the handles would cover all of it
            return "whole"
        start, end = handle_boxes(self.scene())
        reach = (-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        if end.adjusted(*reach).contains(position):
            return "end"
        if start.adjusted(*reach).contains(position):
            return "start"
        return "whole" if on_brush else ""

    def _time_at(self, x: float) -> float:
        style = self.scene().style
        return overview_scale(self._library.dataset, self.width(), style).to_time(x)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # QWidget
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._navigator.stop()
        self._show_ring(False)
        self._remembered = False
        self._grip = self._grip_at(event.position())
        time = self._time_at(event.position().x())
        if not self._grip:
            if event.position().x() < self.scene().left - REACH_PX:
                return  # the key of the histogram is no time to go to
            width = self._store.state.width
            self._remember()
            self._navigator.drag_to(time - width / 2)
            self._grip = "whole"
        state = self._store.state
        self._grip_offset = time - (state.end if self._grip == "end" else state.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # QWidget
        if not self._grip:
            self._show_grip(event.position())
            return
        self._remember()
        state = self._store.state
        edge = self._time_at(event.position().x()) - self._grip_offset
        if self._grip == "whole":
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._navigator.drag_to(edge)
        elif self._grip == "start":
            self._navigator.stretch(min(self._inside(edge), state.end - BRUSH_LEAST_S), state.end)
        else:
            self._navigator.stretch(state.start, max(self._inside(edge), state.start + BRUSH_LEAST_S))

    def _remember(self) -> None:
        if not self._remembered:
            self._remembered = True
            self._store.remember()

    def _inside(self, time: float) -> float:
        low, high = whole_range(self._library.dataset.extent)
        return min(max(time, low), high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # QWidget
        self._grip = ""
        self._show_grip(event.position())

    def _show_grip(self, position: QPointF) -> None:
        shapes = {"": Qt.CursorShape.ArrowCursor, "whole": Qt.CursorShape.OpenHandCursor}
        self.setCursor(shapes.get(self._grip_at(position), Qt.CursorShape.SizeHorCursor))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # QWidget
        self._grip = ""
        if event.button() == Qt.MouseButton.LeftButton:
            self._navigator.whole_range()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        moves = {Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1}
        zooms = {Qt.Key.Key_Up: 1.25, Qt.Key.Key_Down: 0.8}
        if event.key() in moves:
            self._navigator.pan(moves[Qt.Key(event.key())])
        elif event.key() in zooms:
            self._navigator.zoom(zooms[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            end = self._library.dataset.extent[event.key() == Qt.Key.Key_End]
            self._navigator.reveal(end)
        else:
            super().keyPressEvent(event)
            return
        self._show_ring(True)

    def _show_ring(self, on: bool) -> None:
        self._focus_ring = on
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # QWidget
        self._show_ring(event.reason() in TAB_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # QWidget
        self.update()
        super().focusOutEvent(event)


def _brush_box(scene: OverviewScene) -> QRectF:
    """Where ``paint_overview`` puts the brush."""
    (x0, x1), top = scene.brush, scene.style.px(5)
    return QRectF(round(x0), top, max(round(x1) - round(x0), 2), (scene.base - top) * 2)
