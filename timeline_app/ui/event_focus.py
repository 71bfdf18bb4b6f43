"""Which event has the keyboard's focus inside the timeline, and how keys move it."""

import numpy as np

from timeline_app.layout.overlay import find_spot
from timeline_app.layout.roving import first_stop, step_in_lane, step_to_lane
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.picture import Picture
from timeline_app.ui.store import ViewStore


class EventFocus:
    """A focus of the timeline's own; where no event is left in view, the view travels to the next one."""

    def __init__(self, store: ViewStore, library: Library, navigator: Navigator, picture: Picture) -> None:
        self._store = store
        self._library = library
        self._navigator = navigator
        self._picture = picture
        self.row: int | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the event with the focus is in the scene and passes the filter."""
        return self.row is not None and find_spot(self._picture.scene, self.row) is not None

    def enter(self) -> None:
        """Focus an event in view, if there is one."""
        if not self.is_shown:
            self.row = first_stop(self._picture.scene)

    def step_in_lane(self, step: int) -> None:
        """To the previous (-1) or next (1) event of the lane, also outside the view."""
        if not self.is_shown:
            self.enter()
            if self.row is None:
                self._travel_to(self._nearest(None, step))
            return
        assert self.row is not None
        row = step_in_lane(self._picture.scene, self.row, step)
        if row is not None:
            self.row = row
        else:
            self._travel_to(self._nearest(int(self._library.dataset.columns.lane[self.row]), step))

    def step_to_lane(self, step: int) -> None:
        """To the nearest event in the next lane above (-1) or below (1) that shows one."""
        if not self.is_shown:
            self.enter()
            return
        assert self.row is not None
        row = step_to_lane(self._picture.scene, self.row, step)
        if row is not None:
            self.row = row

    def to_end(self, *, first: bool) -> None:
        """To the first or last event that passes the filter."""
        rows = np.flatnonzero(self._library.engine.mask(self._store.state.filter))
        if len(rows):
            anchors = self._library.dataset.columns.anchor[rows]
            self._travel_to(int(rows[np.argmin(anchors) if first else np.argmax(anchors)]), remember=True)

    def _nearest(self, lane: int | None, step: int) -> int | None:
        """The nearest event of a lane (or of all) beyond the focused one, or beyond the view."""
        columns = self._library.dataset.columns
        mask = self._library.engine.mask(self._store.state.filter)
        if lane is not None:
            mask = mask & (columns.lane == lane)
        view = self._navigator.target
        edge = view.start if step < 0 else view.end
        if self.row is not None:
            edge = float(columns.anchor[self.row])
        rows = np.flatnonzero(mask & (columns.anchor < edge if step < 0 else columns.anchor > edge))
        if not len(rows):
            return None
        anchors = columns.anchor[rows]
        return int(rows[np.argmax(anchors) if step < 0 else np.argmin(anchors)])

    def _travel_to(self, row: int | None, *, remember: bool = False) -> None:
        if row is None:
            return
        self.row = row
        self._navigator.reveal(self._library.dataset.times[row].anchor, remember=remember)
