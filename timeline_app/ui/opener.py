"""What happens when something of the timeline is chosen, by click or by key."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.layout.hits import Hit
from timeline_app.layout.stretches import Stretch, stretches
from timeline_app.layout.style import Style
from timeline_app.model.columns import DAY_S, OPEN_END, OPEN_START
from timeline_app.model.records import Period
from timeline_app.ui.event_words import EventWords
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator

PILL_LEAST_S = 86_400.0  # events nearer to each other than this are told apart by a list, not by zoom
PILL_ZOOM_MOST = 8  # times at once


class Opener(QObject):
    """Selects events, zooms into pills and periods, travels to what a folded lane names."""

    opened = Signal(str)  # the id of an event

    def __init__(self, library: Library, navigator: Navigator, words: EventWords, widget: QWidget) -> None:
        super().__init__(widget)
        self._library = library
        self._navigator = navigator
        self._words = words
        self._widget = widget

    def open_hit(self, hit: Hit, place: QPoint, style: Style) -> None:
        """Open the thing under the pointer, which is at ``place`` in the widget; lists are in ``style``."""
        if hit.mark is not None:
            self.open_event(hit.mark.row)
        elif hit.pill is not None:
            self.open_pill(hit.pill.rows, place)
        elif hit.hint is not None:
            self.open_event(hit.hint.row)
        elif hit.period is not None:
            self._show([hit.period.stretch])
        elif hit.cell is not None:
            self.list_periods(hit.cell.periods, place, style)

    def list_periods(self, periods: Sequence[Period], place: QPoint, style: Style) -> None:
        """Let one of some periods be chosen, to be shown from its first to its last span."""
        from timeline_app.ui.period_list import PeriodList

        found = PeriodList(self._words, style, self._widget)
        found.chosen.connect(lambda period: self._show(stretches(period)))
        found.open_at(periods, self._widget.mapToGlobal(place))

    def _show(self, parts: Sequence[Stretch]) -> None:
        """Some spans of a period; of one that is open what the collection tells of."""
        low, high = self._library.dataset.extent
        start, end = parts[0].start, max(part.end for part in parts)
        if parts[0].unknown_start or parts[-1].unknown_end:  # no length is known
            self._navigator.reveal(min(max(start, low), high))
            return
        start = min(low, end) if start == OPEN_START else start
        self._navigator.show(start, max(high, start + DAY_S) if end == OPEN_END else end)

    def open_event(self, row: int) -> None:
        """Select an event."""
        event_id = self._library.dataset.events[row].id
        self._navigator.select(event_id)
        self.opened.emit(event_id)

    def open_pill(self, rows: tuple[int, ...], place: QPoint) -> None:
        """Show the events of a pill so far apart that they can be told from each other, or list them."""
        times = [self._library.dataset.times[row].anchor for row in rows]
        start, end, now = min(times), max(times), self._navigator.target
        width = max((end - start) * 1.6, now.width / PILL_ZOOM_MOST, PILL_LEAST_S)
        if width > now.width * 0.9:
            self._list_events(rows, place)
            return
        middle = (start + end) / 2
        self._navigator.travel(now.showing(middle - width / 2, middle + width / 2))

    def _list_events(self, rows: tuple[int, ...], place: QPoint) -> None:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows:
            action = menu.addAction(self._words.line(row).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=row: self.open_event(chosen))
        menu.popup(self._widget.mapToGlobal(place))
