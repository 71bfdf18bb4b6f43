"""The periods in view that have no bar on the timeline: listed beside their number, and by a key."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from timeline_app.layout.periods import stretches
from timeline_app.model.records import Period
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.event_words import EventWords
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.store import ViewStore


class MorePeriods(QObject):
    """A tooltip and a menu over the heading of the periods; what is chosen is brought into view."""

    def __init__(
        self, canvas: TimelineCanvas, store: ViewStore, library: Library, navigator: Navigator
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._library, self._navigator = canvas, library, navigator
        self._words = EventWords(store, library, self)

    def take(self, event: QEvent) -> bool:
        """Answer what the pointer does over the number; False if the timeline should hear of it."""
        if isinstance(event, QHelpEvent) and self._is_over(event.pos()):
            lines = self._words.periods(self._periods())
            text = "<br>".join(escape(line).replace("  ", "&nbsp; ") for line in lines)
            QToolTip.showText(event.globalPos(), text, self._canvas, QRect())
            return True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self._is_over(event.position()) and self.open_list()
        return False

    def open_list(self) -> bool:
        """Open the menu of these periods; False if there are none."""
        periods = self._periods()
        if not periods:
            return False
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for period in periods:
            action = menu.addAction(self._words.period_line(period).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=period: self._show(chosen))
        style = self._canvas.scene().style
        menu.popup(self._canvas.mapToGlobal(QPoint(style.px(16), style.axis + style.px(24))))
        menu.setActiveAction(menu.actions()[0])
        return True

    def _periods(self) -> tuple[Period, ...]:
        return self._canvas.scene().hidden_periods

    def _is_over(self, place: QPoint | QPointF) -> bool:
        scene = self._canvas.scene()
        left, top, _, _ = scene.plot
        return bool(scene.hidden_periods) and place.x() < left and scene.style.axis <= place.y() < top

    def _show(self, period: Period) -> None:
        """The whole period, from its first stretch to its last."""
        parts, (low, high) = stretches(period), self._library.dataset.extent
        start, end = parts[0].start, max(part.end for part in parts)
        self._navigator.show(max(start, low), min(end, high))
