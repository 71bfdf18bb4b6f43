"""Sorted numpy columns of a collection's events: what layout, filters and counts read."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.edtf import EdtfDate
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Clock

Times = npt.NDArray[np.int64]

DAY_S = 86_400
OPEN_LEAST_S = 365 * DAY_S  # in which one sees that something goes on
OPEN_START = -(1 << 62)  # stands for minus infinity; small enough that differences stay in int64
OPEN_END = 1 << 62

POINT, SPAN, VAGUE = 0, 1, 2  # how the date is drawn: on a day, over days, some time within


class EventTimes(Struct, frozen=True):
    """One event on the civil time line, in seconds; ``end`` is exclusive."""

    start: int
    end: int
    anchor: int  # where the glyph stands; always finite
    form: int


def civil_second(instant: str) -> int:
    """The civil second at the place, read off an ISO 8601 instant without applying its offset."""
    second = int(instant[17:19]) if len(instant) > 18 and instant[16] == ":" else 0
    return to_seconds(
        int(instant[:4]),
        int(instant[5:7]),
        int(instant[8:10]),
        int(instant[11:13]),
        int(instant[14:16]),
        second,
    )


def event_times(date: EdtfDate, clock: Clock | None) -> EventTimes:
    """Bounds, glyph position and drawing form of a date with an optional clock."""
    if date.unknown_start or date.unknown_end:
        times = _half_known(date)
    elif date.kind in ("interval", "all-of"):
        times = _lasting(date)
    else:
        times = _single(date)
    return times if clock is None else _with_clock(times, clock)


def _bounds(date: EdtfDate) -> tuple[int, int]:
    return (
        OPEN_START if date.earliest is None else date.earliest,
        OPEN_END if date.span_end is None else date.span_end,
    )


def _half_known(date: EdtfDate) -> EventTimes:
    """``a/`` and ``/b``: nothing is claimed beyond the one end that is known to count."""
    known = date.start if date.unknown_end else date.end
    if known is None:
        return _lasting(date)
    return _single(known)


def _lasting(date: EdtfDate) -> EventTimes:
    """An interval, or a set of dates that all count, which is counted once."""
    start, end = _bounds(date)
    if date.earliest is None:
        return EventTimes(start, end, 0 if date.span_end is None else end - 1, SPAN)
    known = date.start.span_end if date.start is not None else None
    first_day = DAY_S if known is None else min(known - start, DAY_S)
    return EventTimes(start, end, start + min(first_day, end - start) // 2, SPAN)


def _single(date: EdtfDate) -> EventTimes:
    """One date, or one of several."""
    start, end = _bounds(date)
    if date.earliest is None or date.span_end is None:
        return EventTimes(start, end, end - 1 if date.earliest is None else start, VAGUE)
    return EventTimes(start, end, start + (end - start) // 2, POINT if date.is_exact else VAGUE)


def _with_clock(times: EventTimes, clock: Clock) -> EventTimes:
    """The same at the civil times of the place; a span keeps an end that the clock does not tell."""
    start = civil_second(clock.start)
    if times.form != SPAN:
        end = civil_second(clock.end) if clock.end else start
        return EventTimes(start, max(start + 1, end), start, SPAN if end > start else POINT)
    start = max(times.start, start)
    end = min(times.end, civil_second(clock.end)) if clock.end else times.end
    return EventTimes(start, max(start + 1, end), start, SPAN)


class EventColumns(Struct, frozen=True, eq=False):
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
    order = np.lexsort(
        (start, -duration, -np.array(sources, dtype=np.int64), -np.array(importance, dtype=np.int64))
    )
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank


def finite_extent(columns: EventColumns) -> tuple[int, int]:
    """First and last civil second (exclusive) that any event names; a day in 1970 without events.

    Where an event goes on, or has no start, there is a year at least to see that in.
    """
    starts, ends = columns.start, columns.end
    finite = np.concatenate((starts[starts > OPEN_START], ends[ends < OPEN_END]))
    if not len(finite):
        return 0, DAY_S
    first, last = int(finite.min()), int(finite.max())
    if (ends == OPEN_END).any():
        last = max(last, first + OPEN_LEAST_S)
    if (starts == OPEN_START).any():
        first = min(first, last - OPEN_LEAST_S)
    return first, max(last, first + DAY_S)
