"""Where one goes from an event: to its neighbours in the lane, or to the next that is read differently."""

import numpy as np

from timeline_app.model.filter import EventFilter
from timeline_app.ui.library import Library


def neighbour(library: Library, choice: EventFilter, event_id: str | None, step: int) -> str | None:
    """The next event of the lane in date order that passes the filter, before (-1) or after (1) another."""
    if event_id is None:
        return None
    dataset = library.dataset
    row = dataset.index_of(event_id)
    rows = np.flatnonzero(library.engine.mask(choice) & (dataset.columns.lane == dataset.columns.lane[row]))
    found = rows[rows < row][-1:] if step < 0 else rows[rows > row][:1]
    return dataset.events[int(found[0])].id if len(found) else None


def next_disputed(library: Library, choice: EventFilter, event_id: str | None, middle: float) -> str | None:
    """The next disputed event that passes the filter; without an event, the one nearest to a time."""
    dataset = library.dataset
    rows = np.flatnonzero(library.engine.mask(choice) & dataset.columns.disputed)
    if not len(rows):
        return None
    if event_id is not None:
        later = rows[rows > dataset.index_of(event_id)]
        return dataset.events[int(later[0] if len(later) else rows[0])].id
    # what is in view is nearer to its middle than all else
    return dataset.events[int(rows[np.argmin(abs(dataset.columns.anchor[rows] - middle))])].id
