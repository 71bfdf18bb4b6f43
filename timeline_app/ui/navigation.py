"""Moving through time: zoom steps, travel to an event, whole range; animated, and cancelled by any input."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from timeline_app.dates.calendar import DAY, to_seconds
from timeline_app.model.frozen import replace
from timeline_app.model.view import YEAR_S, ViewState, is_whole, whole_range
from timeline_app.ui.first_view import fitting
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore, same_place

STEP_MS, FAR_MS = 240, 420
EVENT_MARGIN_S = 45 * 86_400  # around an event without relations
RELATIONS_MARGIN = 0.12  # of the span of an event and its relations, on either side: room for a label
RELATIONS_LEAST_S = 2 * 86_400
COVERED_MOST = 0.8
EDGE_MARGIN = 0.12  # of the view, between its edge and what was brought into it
OUTSIDE = 0.5  # of the view, by which one may look past the first and last event
WIDEST = 4.0  # times the whole range, by which one may zoom out
WIDEST_LEAST_S = 50 * YEAR_S


class Navigator(QObject):
    """Changes start and width of the view in the store, at once or over some frames."""

    def __init__(self, store: ViewStore, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self.reduced_motion = False
        self.covered_share: Callable[[], float] = lambda: (
            0.0
        )  # of the view's right, by a selected event's panel
        self._from = self._to = store.state
        self._is_moving = False
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._advance)
        self._extent = library.dataset.extent
        library.opened.connect(self._keep_whole_range)

    @property
    def target(self) -> ViewState:
        """Where a running motion will end, else the present view."""
        now = self._store.state
        if self._motion.state() != QVariantAnimation.State.Running:
            return now
        return replace(now, start=self._to.start, width=self._to.width)

    @property
    def is_moving(self) -> bool:
        """Whether the store changes by a frame of a motion or by a hand that has not come to rest."""
        return self._is_moving

    def _keep_whole_range(self) -> None:
        """Who was shown everything is shown everything of what was read anew, also when going back."""
        dataset = self._library.dataset
        before, self._extent = self._extent, dataset.extent
        if before == dataset.extent:
            return

        def change(state: ViewState) -> ViewState:
            if not is_whole(before, state):
                return state
            return fitting(state, dataset).showing(*whole_range(dataset.extent))

        self.stop()
        self._store.revise(change)

    def stop(self) -> None:
        """Cancel a running motion where it is."""
        self._motion.stop()

    def travel(self, target: ViewState, *, remember: bool = True) -> None:
        """Go to another start and width, smoothly; everything else of ``target`` holds at once."""
        left = self.target
        self.stop()
        now = self._store.state
        if remember and not same_place(left, target):
            self._store.remember(left)  # not some frame of a motion that is cut short
        still = replace(target, start=now.start, width=now.width)
        self._store.replace(still)
        if (target.start, target.width) == (now.start, now.width):
            return
        if self.reduced_motion:
            self._store.replace(target)
            return
        self._from, self._to = still, target
        far = abs(math.log(target.width / now.width)) > 2 or abs(target.start - now.start) > 2 * now.width
        self._motion.setDuration(FAR_MS if far else STEP_MS)
        self._motion.start()

    def _advance(self, share: float) -> None:
        if share >= 1.0:
            self._place(self._to.start, self._to.width)
            return
        before, after = self._from, self._to
        if before.width == after.width:
            self._place(before.start + (after.start - before.start) * share, after.width)
            return
        width = before.width * (after.width / before.width) ** share
        # the point that keeps its place on screen in a pure zoom from one view to the other
        travelled = (before.width - width) / (before.width - after.width)
        self._place(before.start + (after.start - before.start) * travelled, width)

    def _place(self, start: float, width: float) -> None:
        self._is_moving = True
        try:
            self._store.replace(replace(self._store.state, start=start, width=width))
        finally:
            self._is_moving = False

    # -- bounds

    def _held(self, start: float, now: ViewState, width: float) -> float:
        """A start of the view that does not lead farther out than half a view, or than one is already."""
        low, high = self._library.dataset.extent
        least = min(low - width * OUTSIDE, now.start)
        most = max(high + width * OUTSIDE, now.end) - width
        return min(max(start, least), most)

    def _zoomed(self, now: ViewState, factor: float, around: float | None) -> ViewState:
        low, high = self._library.dataset.extent
        widest = max((high - low) * WIDEST, WIDEST_LEAST_S, now.width)
        zoomed = now.zoom(max(factor, now.width / widest), around)
        return replace(zoomed, start=self._held(zoomed.start, now, zoomed.width))

    # -- by hand: at once

    def drag_to(self, start: float) -> None:
        """Move the view as a hand does."""
        self.stop()
        now = self._store.state
        self._place(self._held(start, now, now.width), now.width)

    def zoom_at(self, time: float, factor: float) -> None:
        """Zoom as a wheel does; ``time`` keeps its place."""
        self.stop()
        zoomed = self._zoomed(self._store.state, factor, time)
        self._place(zoomed.start, zoomed.width)

    def stretch(self, start: float, end: float) -> None:
        """Show from ``start`` to ``end``, as a hand pulls an end of the view."""
        self.stop()
        target = self._store.state.showing(start, end)
        self._place(target.start, target.width)

    def back(self) -> None:
        """The view before."""
        self.stop()  # it would run on over the view that is returned to
        self._store.back()

    def forward(self) -> None:
        """The view after."""
        self.stop()
        self._store.forward()

    # -- in steps: as a motion

    def zoom(self, factor: float, around: float | None = None) -> None:
        """One animated zoom step around a time, else around the middle."""
        self.travel(self._zoomed(self.target, factor, around))

    def pan(self, share: float) -> None:
        """Move by a share of the width."""
        now = self.target
        self.travel(replace(now, start=self._held(now.start + now.width * share, now, now.width)))

    def whole_range(self) -> None:
        """Show everything."""
        self.travel(self._store.state.showing(*whole_range(self._library.dataset.extent)))

    def show(self, start: float, end: float, margin: float = 0.06) -> None:
        """Show a stretch of time with a margin on either side."""
        pad = (end - start) * margin
        self.travel(self._store.state.showing(start - pad, end + pad))

    def select(self, event_id: str | None, *, remember: bool = True) -> None:
        """Select an event; the view moves only if the event is outside it."""
        state = self.target.select(event_id)
        if event_id is not None:
            time = self._library.dataset.times[self._library.dataset.index_of(event_id)].anchor
            state = self._revealing(state, time, 0.3)
        self.travel(state, remember=remember)

    def reveal(self, time: float, *, remember: bool = True) -> None:
        """Bring a time into view, some way from the edge; a view that shows it stays where it is."""
        self.travel(self._revealing(self.target, time, EDGE_MARGIN), remember=remember)

    def _revealing(self, state: ViewState, time: float, margin: float) -> ViewState:
        covered = self.covered_share() if state.selected is not None else 0.0
        seen = replace(state, width=state.width * (1 - covered))
        if seen.start <= time < seen.end:
            return state
        return replace(state, start=seen.reveal(time, time, margin).start)

    def fit_event(self, event_id: str) -> None:
        """Show an event with its surroundings and its relations."""
        dataset = self._library.dataset
        event = dataset.event(event_id)
        rows = [dataset.index_of(event_id)] + [
            dataset.index_of(link.event.id) for link in dataset.links(event)
        ]
        anchors = [dataset.times[row].anchor for row in rows]
        span = max(anchors) - min(anchors)
        margin = max(span * RELATIONS_MARGIN, RELATIONS_LEAST_S) if span else EVENT_MARGIN_S
        state = self._store.state.select(event_id).showing(min(anchors) - margin, max(anchors) + margin)
        seen = 1 - min(self.covered_share(), COVERED_MOST)
        self.travel(replace(state, width=state.width / seen))

    def today(self, day: tuple[int, int, int]) -> None:
        """Show today in the middle, at the present zoom."""
        target = self.target
        noon = DAY.floor(to_seconds(*day)) + 43_200
        self.travel(target.pan(noon - target.start - target.width / 2))
