"""When a period was on: its spans on the civil time line, and how far each end of a span is known.

What goes on is known up to the last verified day, and what ended nobody knows when only where it began.
Every fade is therefore a place in time, and moves with it.
"""

from collections.abc import Callable
from typing import NamedTuple

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.edtf_date import EdtfDate
from timeline_app.model.columns import OPEN_END, OPEN_START
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Period

FADE_PX = 60  # over which what goes on, or ended nobody knows when, fades
DOUBT = 0.3  # of a span, over which an end that is given as approximate fades

Zone = tuple[int, int]  # where a bar goes from nothing to full, or from full to nothing, in px


class Stretch(Struct, frozen=True):
    """One span of a period in civil seconds; ``end`` exclusive.

    It was on for certain from ``sure_start`` to ``sure_end``; where these cross, at no time that is known.
    An end that is unknown stands where the known end does: nothing is claimed beyond it.
    """

    start: int
    end: int
    sure_start: int
    sure_end: int
    open_start: bool
    open_end: bool
    unknown_start: bool
    unknown_end: bool

    @property
    def uncertain_start(self) -> bool:
        """Whether it is not known to the day when it began."""
        return self.unknown_start or self.sure_start > self.start

    @property
    def uncertain_end(self) -> bool:
        """Whether it is not known to the day when it ended."""
        return self.unknown_end or self.sure_end < self.end

    @property
    def is_sharp(self) -> bool:
        """Whether both ends are known to the day."""
        is_bounded = self.start > OPEN_START and self.end < OPEN_END
        return is_bounded and not self.uncertain_start and not self.uncertain_end


class Extent(NamedTuple):
    """What a bar takes on the world axis, in px, and where it fades; None where an end is sharp."""

    x0: int
    x1: int
    rise: Zone | None
    fall: Zone | None


def stretches(period: Period) -> list[Stretch]:
    """The spans of a period on the civil time line, in order."""
    found = [_stretch(parse_edtf(span.date)) for span in period.spans]
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end))


def first_second(period: Period) -> int:
    """Civil second at which a period begins at the earliest."""
    return stretches(period)[0].start


def _stretch(date: EdtfDate) -> Stretch:
    first, last = date.start or date, date.end or date
    if date.unknown_end:
        last = first
    elif date.unknown_start:
        first = last
    start = OPEN_START if first.earliest is None else first.earliest
    end = OPEN_END if last.span_end is None else last.span_end
    sure_start, sure_end = start, end
    is_bounded = start > OPEN_START and end < OPEN_END
    doubt = round((end - start) * DOUBT) if is_bounded else 0
    if first.is_approximate and start > OPEN_START and not date.unknown_start:
        begun = end if first.span_end is None else first.span_end
        sure_start = max(begun, start + doubt) if first.qualifier else begun
    if last.is_approximate and end < OPEN_END and not date.unknown_end:
        on = start if last.earliest is None else last.earliest
        sure_end = min(on, end - doubt) if last.qualifier else on
    return Stretch(
        start, end, sure_start, sure_end,
        date.open_start, date.open_end, date.unknown_start, date.unknown_end,
    )  # fmt: skip


def extent_of(stretch: Stretch, world: Callable[[float], int], known: tuple[int, int]) -> Extent:
    """Where a stretch is drawn; ``known`` are the first and last civil second that are looked at."""
    rise = fall = None
    if stretch.start == OPEN_START:
        rise = _before(world(known[1] if stretch.unknown_start else min(known[0], stretch.end)))
    elif stretch.unknown_start:
        rise = _before(world(stretch.start))
    elif stretch.uncertain_start:
        rise = world(stretch.start), world(stretch.sure_start)
    if stretch.end == OPEN_END:
        fall = _after(world(max(known[1], stretch.start)))
    elif stretch.unknown_end:
        fall = _after(world(stretch.end))
    elif stretch.uncertain_end:
        fall = world(stretch.sure_end), world(stretch.end)
    if rise is not None and fall is not None and rise[1] > fall[0]:
        middle = min(max((rise[1] + fall[0]) // 2, rise[0]), fall[1])
        rise, fall = (rise[0], middle), (middle, fall[1])
    x0 = world(stretch.start) if rise is None else rise[0]
    x1 = world(stretch.end) if fall is None else fall[1]
    return Extent(x0, x1, _wide(rise), _wide(fall))


def _before(x: int) -> Zone:
    return x - FADE_PX, x


def _after(x: int) -> Zone:
    return x, x + FADE_PX


def _wide(zone: Zone | None) -> Zone | None:
    return zone if zone is not None and zone[1] > zone[0] else None


def shifted(zone: Zone | None, offset: int) -> Zone | None:
    """A zone on another axis."""
    return None if zone is None else (zone[0] + offset, zone[1] + offset)


def profile(rise: Zone | None, fall: Zone | None, left: int, right: int) -> tuple[tuple[int, float], ...]:
    """Share of the full tone at places from ``left`` to ``right``, linear between them.

    Only what is seen is told, so that a colour table is never stretched over more than the screen.
    """
    inner = [x for zone in (rise, fall) if zone is not None for x in zone if left < x < right]
    return tuple((x, _tone(x, rise, fall)) for x in sorted({left, *inner, right}))


def _tone(x: int, rise: Zone | None, fall: Zone | None) -> float:
    up = 1.0 if rise is None else (x - rise[0]) / (rise[1] - rise[0])
    down = 1.0 if fall is None else (fall[1] - x) / (fall[1] - fall[0])
    return min(max(min(up, down), 0.0), 1.0)
