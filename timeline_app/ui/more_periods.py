"""The periods in view: told beside their heading, and listed by a click or a key."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from timeline_app.layout.stretches import first_second
from timeline_app.model.records import Period
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.event_words import EventWords, as_html
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore


class MorePeriods(QObject):
    """A tooltip and a list over the heading of the periods; what is chosen is brought into view."""

    def __init__(self, canvas: TimelineCanvas, store: ViewStore, library: Library) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._words = EventWords(store, library, self)

    def take(self, event: QEvent) -> bool:
        """Answer what the pointer does over the number; False if the timeline should hear of it."""
        if isinstance(event, QHelpEvent) and self._is_over(event.pos()):
            text = as_html(self._words.periods(self._periods()))
            QToolTip.showText(event.globalPos(), text, self._canvas, QRect())
            return True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self._is_over(event.position()) and self.open_list()
        return False

    def open_list(self) -> bool:
        """Open the list of these periods; False if there are none."""
        periods, style = self._periods(), self._canvas.scene().style
        if periods:
            self._canvas.list_periods(periods, QPoint(style.px(16), style.axis + style.px(24)))
        return bool(periods)

    def _periods(self) -> list[Period]:
        """In order of time."""
        return sorted(self._canvas.scene().present_periods, key=first_second)

    def _is_over(self, place: QPoint | QPointF) -> bool:
        scene = self._canvas.scene()
        left, top, _, _ = scene.plot
        return bool(scene.present_periods) and place.x() < left and scene.style.axis <= place.y() < top
