"""The timeline itself: shows the scene of the store's view and turns mouse and keys into new views."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip, QWidget

from timeline_app.layout.hits import Hit, hit_test
from timeline_app.layout.overlay import build_overlay, find_spot
from timeline_app.layout.scene import Frame, Scene
from timeline_app.model.records import Period
from timeline_app.model.view import ViewState
from timeline_app.ui.event_focus import EventFocus
from timeline_app.ui.event_words import EventWords
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.opener import Opener
from timeline_app.ui.picture import Picture
from timeline_app.ui.store import ViewStore

REST_MS = 300
WHEEL_BURST_MS = 1_000  # turns of the wheel nearer to each other than this are taken back as one
DRAG_LEAST_PX = 4
WHEEL_NOTCH = 120
PIXELS_A_NOTCH = 60  # of a touch pad
NOTCHES_MOST = 3.0  # an event never zooms by more
ZOOM_A_NOTCH = 1.25
PAN_A_NOTCH = 1 / 12  # of the view
TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TimelineCanvas(QWidget):
    """One stop in the tab order; arrow keys move a focus of its own over the visible events."""

    activated = Signal(str)  # an event was chosen by click or Enter

    def __init__(
        self, store: ViewStore, library: Library, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._navigator = navigator
        self._picture = Picture(store, library)
        self._words = EventWords(store, library, self)
        self._opener = Opener(library, navigator, self._words, self)
        self._opener.opened.connect(self.activated)
        self._focus = EventFocus(store, library, navigator, self._picture)
        self._focus_ring = False  # only who uses the keys wants to see where they are
        self._hovered: int | None = None
        self._crosshair_x: int | None = None
        self._pressed: QPointF | None = None
        self._pressed_start = 0.0
        self._dragging = False
        self._ground_clicked = False
        self._rest = _single_shot(self, REST_MS)
        self._rest.timeout.connect(self.settle)
        self._burst = _single_shot(self, WHEEL_BURST_MS)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(300, 120)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Timeline"))
        store.changed.connect(self._show_state)
        library.opened.connect(self._show_library)

    # -- what is shown

    def scene(self) -> Scene:
        """The scene of the present view and size."""
        self._picture.fit(self.size(), self.devicePixelRatioF())
        return self._picture.scene

    def frame(self) -> Frame:
        """What surrounds the view: size in px and today."""
        self._picture.fit(self.size(), self.devicePixelRatioF())
        return self._picture.frame()

    def plain_picture(self) -> QImage:
        """The canvas at rest, without selection, hover and focus, at the ratio of the screen."""
        self.settle()
        self._picture.fit(self.size(), self.devicePixelRatioF())
        return self._picture.image()

    def copy_picture(self) -> None:
        """Put the canvas on the clipboard as it is, without selection and hover."""
        QGuiApplication.clipboard().setImage(self.plain_picture())

    def list_periods(self, periods: Sequence[Period], place: QPoint) -> None:
        """Let one of some periods be chosen at a place of the canvas, to be shown whole."""
        self._opener.list_periods(periods, place, self.scene().style)

    def settle(self) -> None:
        """Fold empty lanes and choose heights for the view at rest."""
        self._picture.settle()
        self.update()

    def _show_library(self) -> None:
        self._focus.row = self._hovered = None
        self.settle()

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        same_layout = (new.filter, new.language, new.text_percent, new.show_periods) == (
            old.filter,
            old.language,
            old.text_percent,
            old.show_periods,
        )
        zoomed = new.width != old.width
        if not same_layout or (zoomed and not self._navigator.is_moving):
            self._picture.settle()
        elif zoomed:
            self._picture.outdate(unfold=True)
        else:
            self._picture.outdate()
        if (new.start, new.width) != (old.start, old.width):
            self._rest.start()
        if new.selected != old.selected and self._library.dataset.has(new.selected):
            self._focus.row = self._library.dataset.index_of(new.selected or "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        scene = self.scene()
        overlay = build_overlay(
            scene,
            self._library.dataset,
            self._store.state,
            self._picture.builder.measure,
            hovered=self._hovered,
            focused=self._focus.row if self.hasFocus() and self._focus_ring else None,
            crosshair_x=self._crosshair_x,
        )
        with QPainter(self) as painter:
            self._picture.paint(painter, overlay)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # QWidget
        self.settle()

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Timeline"))
        super().changeEvent(event)

    # -- mouse

    def _hit(self, position: QPointF) -> Hit | None:
        return hit_test(self.scene(), position.x(), position.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # QWidget
        self._navigator.stop()
        self._focus_ring = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._grab(event.position())
            self._dragging = False
        elif event.button() == Qt.MouseButton.BackButton:
            self._navigator.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._navigator.forward()
        self.update()

    def _grab(self, position: QPointF) -> None:
        self._pressed = position
        self._pressed_start = self._store.state.start

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # QWidget
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        moved = event.position().x() - self._pressed.x()
        if not self._dragging and abs(moved) >= DRAG_LEAST_PX:
            self._dragging = True
            self._store.remember()
            self._set_hover(None, None)
            QToolTip.hideText()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._navigator.drag_to(self._pressed_start - moved / self.scene().scale.px_per_s)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # QWidget
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._ground_clicked = False
            self.unsetCursor()
        else:
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # QWidget
        if event.button() != Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
        elif self._ground_clicked:  # a first click that opened something moves what lies under the second
            self._navigator.zoom(2.0, self.scene().scale.to_time(event.position().x()))
        self._pressed = None

    def leaveEvent(self, _event: QEvent) -> None:  # QWidget
        self._set_hover(None, None)

    def _click(self, position: QPointF) -> None:
        hit = self._hit(position)
        self._ground_clicked = hit is None and position.x() >= self.scene().plot[0]
        if hit is None:
            if self._ground_clicked and position.y() > self.scene().style.axis:
                self._navigator.select(None, remember=False)
        else:
            self._opener.open_hit(hit, position.toPoint(), self.scene().style)

    def _hover(self, position: QPointF, *, tip: bool = True) -> None:
        scene, hit = self.scene(), self._hit(position)
        in_axis = position.y() < scene.style.axis and scene.plot[0] <= position.x() < scene.plot[2]
        self._set_hover(
            hit.mark.row if hit is not None and hit.mark is not None else None,
            int(position.x()) if in_axis else None,
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit is not None else Qt.CursorShape.ArrowCursor)
        text = self._words.tooltip(hit) if hit is not None and tip else ""
        if text:
            QToolTip.showText(self.mapToGlobal(position.toPoint() + QPoint(8, 12)), text, self, QRect())
        else:
            QToolTip.hideText()

    def _set_hover(self, row: int | None, crosshair_x: int | None) -> None:
        if (row, crosshair_x) != (self._hovered, self._crosshair_x):
            self._hovered, self._crosshair_x = row, crosshair_x
            self.update()

    # -- wheel and pinch

    def wheelEvent(self, event: QWheelEvent) -> None:  # QWidget
        sideways, upwards = _notches(event)
        if abs(sideways) > abs(upwards):
            self._begin_burst()
            state = self._store.state
            self._navigator.drag_to(state.start - sideways * state.width * PAN_A_NOTCH)
        elif upwards:
            notches = max(-NOTCHES_MOST, min(NOTCHES_MOST, upwards))
            self._zoom_at(event.position().x(), ZOOM_A_NOTCH**notches)
        if self._pressed is not None:  # a wheel turned during a drag
            self._grab(event.position())
        else:
            self._hover(event.position(), tip=False)
        event.accept()

    def event(self, event: QEvent) -> bool:  # QWidget
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_at(event.position().x(), max(0.5, min(2.0, 1.0 + event.value())))
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self._zoom_at(centre.x(), max(0.5, min(2.0, pinch.scaleFactor())))
                return True
        return super().event(event)

    def _zoom_at(self, x: float, factor: float) -> None:
        self._begin_burst()
        scene = self.scene()
        self._navigator.zoom_at(scene.scale.to_time(max(x, scene.plot[0])), factor)

    def _begin_burst(self) -> None:
        if not self._burst.isActive() and not self._dragging:
            self._store.remember(self._navigator.target)
        self._burst.start()

    # -- keys

    def focusInEvent(self, event: QFocusEvent) -> None:  # QWidget
        if event.reason() in TAB_REASONS:
            self._focus_ring = True
            self._focus.enter()
            self._announce()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # QWidget
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.scene()  # of the present size
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            if shift:
                self._navigator.pan(step * 0.25)
            else:
                self._focus.step_in_lane(step)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._focus.step_to_lane(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus.to_end(first=key == Qt.Key.Key_Home)
        else:
            super().keyPressEvent(event)
            return
        self._focus_ring = True
        self._announce()
        self.update()

    def _announce(self) -> None:
        if self._focus.row is None:
            return
        text = self._words.announcement(self._focus.row)
        if text != self.accessibleDescription():
            from PySide6.QtGui import (  # 20 ms, which the first frame can do without
                QAccessible,
                QAccessibleEvent,
            )

            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _enter(self) -> None:
        self._focus.enter()
        if self._focus.row is None:
            return
        spot = find_spot(self.scene(), self._focus.row)
        if spot is not None and spot.pill is not None:
            self._opener.open_pill(spot.pill.rows, QPoint(round(spot.x), round(spot.y)))
        else:
            self._opener.open_event(self._focus.row)


def _single_shot(parent: QWidget, interval_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    return timer


def _notches(event: QWheelEvent) -> tuple[float, float]:
    """Turns of the wheel sideways and upwards; with Shift, upwards means sideways."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    sideways, upwards = angle.x() / WHEEL_NOTCH, angle.y() / WHEEL_NOTCH
    if not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase:
        sideways, upwards = pixels.x() / PIXELS_A_NOTCH, pixels.y() / PIXELS_A_NOTCH
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return sideways or upwards, 0.0
    return sideways, upwards
