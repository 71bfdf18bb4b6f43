"""Sorted numpy columns of a collection's events: what layout, filters and counts read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.edtf import EdtfDate
from timeline_app.model.records import Clock

Times = npt.NDArray[np.int64]

DAY_S = 86_400
OPEN_START = -(1 << 62)  # stands for minus infinity; small enough that differences stay in int64
OPEN_END = 1 << 62

POINT, SPAN, VAGUE = 0, 1, 2  # how the date is drawn: on a day, over days, some time within


@dataclass(frozen=True, slots=True)
class EventTimes:
    """One event on the civil time line, in seconds; ``end`` is exclusive."""

    start: int
    end: int
    anchor: int  # where the glyph stands
    form: int


def civil_second(instant: str) -> int:
    """The civil second at the place, read off an ISO 8601 instant without applying its offset."""
    second = int(instant[17:19]) if len(instant) > 18 and instant[16] == ":" else 0
    return to_seconds(
        int(instant[:4]), int(instant[5:7]), int(instant[8:10]), int(instant[11:13]), int(instant[14:16]), second
    )


def event_times(date: EdtfDate, clock: Clock | None) -> EventTimes:
    """Bounds, glyph position and drawing form of a date with an optional clock."""
    earliest, last = date.earliest, date.span_end
    start = OPEN_START if earliest is None else earliest
    end = OPEN_END if last is None else last
    if last is None and date.unknown_end:  # nothing is claimed beyond the last day that is known to count
        end = start + DAY_S if earliest is not None else OPEN_END
    lasted = date.kind == "interval" or (date.kind == "all-of" and last is not None)
    if lasted:
        start_date = date.start
        form = SPAN
        if start_date is not None and start_date.span_end is not None and earliest is not None:
            anchor = earliest + min(start_date.span_end - earliest, DAY_S) // 2
        else:
            anchor = start if earliest is not None else end
        if clock is not None:
            start = max(start, civil_second(clock.start)) if earliest is not None else start
            anchor = start
            end = min(end, max(civil_second(clock.end), start + 1)) if clock.end else end
        return EventTimes(start, end, anchor, form)
    if clock is not None:
        moment = civil_second(clock.start)
        return EventTimes(moment, max(moment + 1, civil_second(clock.end) if clock.end else 0), moment, POINT)
    if date.is_exact:
        return EventTimes(start, end, start + (end - start) // 2, POINT)
    if earliest is None or last is None:
        return EventTimes(start, end, end if earliest is None else start, VAGUE)
    return EventTimes(start, end, start + (end - start) // 2, VAGUE)


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """Parallel arrays, one row an event, sorted by ``start`` (ties by the order of the collection).

    ``start``, ``end``, ``anchor``: civil seconds, int64, ``end`` exclusive. ``lane``: index of the
    category. ``rank``: 0 for the event whose label is placed first.
    """

    start: Times
    end: Times
    anchor: Times
    form: npt.NDArray[np.int8]
    lane: npt.NDArray[np.int16]
    importance: npt.NDArray[np.int8]
    rank: npt.NDArray[np.int32]
    exact: npt.NDArray[np.bool_]
    disputed: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)

    def meets(self, start: float, end: float) -> npt.NDArray[np.bool_]:
        """Which events may overlap the half-open stretch from ``start`` to ``end``."""
        return (self.start < end) & (self.end > start)


def rank_order(
    importance: Sequence[int], sources: Sequence[int], times: Sequence[EventTimes]
) -> npt.NDArray[np.int32]:
    """Rank by importance, then independent sources, then duration, then date."""
    start = np.array([t.start for t in times], dtype=np.int64)
    duration = np.array([min(t.end - t.start, OPEN_END) for t in times], dtype=np.int64)
    order = np.lexsort((start, -duration, -np.array(sources, dtype=np.int64), -np.array(importance, dtype=np.int64)))
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank


class Extent:
    """The finite part of all events' bounds."""

    def __init__(self, columns: EventColumns) -> None:
        self._columns = columns

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """First and last civil second (exclusive) that any event names; a day in 1970 without events."""
        c = self._columns
        starts, ends = c.start[c.start > OPEN_START], c.end[c.end < OPEN_END]
        finite = np.concatenate((starts, ends, c.start[(c.end == OPEN_END) & (c.start > OPEN_START)]))
        if not len(finite):
            return 0, DAY_S
        return int(finite.min()), max(int(finite.max()), int(finite.min()) + DAY_S)
