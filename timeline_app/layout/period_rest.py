"""The row of periods that have no bar: cut where one begins or ends, and named where there is room.

A cell names first what begins or ends at its edges or is short at this zoom, then what runs on, and says
how many more there are. Cells are kept on the world axis; only how many names fit depends on what is visible.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.stretches import Extent, Zone, shifted
from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Period

PAD_PX = 6
LEAST_PX = 3  # a span is shown at least this wide: it is counted, not measured
BETWEEN = " · "


class RestSpan(NamedTuple):
    """A span of a period without a bar, in world px."""

    period: Period
    extent: Extent
    runs_on: bool  # no view holds both its ends


class PeriodCell(Struct, frozen=True):
    """A stretch of the row within which nothing switches, in scene px."""

    periods: tuple[Period, ...]  # all that are on, the most telling first
    x0: int
    x1: int
    y: int
    height: int
    sharp: bool  # something begins or ends for certain at x0
    rise: Zone | None  # where all of it fades in and out; may lie outside the plot
    fall: Zone | None


class RestLabel(Struct, frozen=True):
    """Names of what is on throughout a stretch of the row, and how many others are on within it."""

    x: int
    y: int  # of its middle
    text: str


class _Cell(NamedTuple):
    periods: list[int]  # numbers of periods, the most telling first
    x0: int
    x1: int
    sharp: bool
    rise: Zone | None
    fall: Zone | None


class _Group(NamedTuple):
    """Neighbouring cells with one label."""

    names: list[str]  # of what is on throughout
    total: int  # of all that are on within it
    x0: int
    x1: int


class RestRow:
    """The cells of one zoom."""

    def __init__(self, spans: Sequence[RestSpan], measure: TextMeasure, language: str) -> None:
        self._measure = measure
        spans = sorted(spans, key=lambda span: (span.period.rank, span.extent.x0))
        self._periods = list({span.period.id: span.period for span in spans}.values())
        self._names = [period.title.in_language(language) for period in self._periods]
        self._widths = [measure.width(name, "period") for name in self._names]
        numbers = {period.id: number for number, period in enumerate(self._periods)}
        self._cells = _cells(spans, [numbers[span.period.id] for span in spans])
        self._groups = self._grouped()
        self._cell_ends = [cell.x1 for cell in self._cells]
        self._group_ends = [group.x1 for group in self._groups]

    def cells(self, offset: int, left: int, right: int, y: int, style: Style) -> tuple[PeriodCell, ...]:
        """What is visible from ``left`` to ``right``; ``offset`` is added to a world x."""
        found: list[PeriodCell] = []
        for cell in self._cells[bisect_right(self._cell_ends, left - offset) :]:
            x0, x1 = cell.x0 + offset, cell.x1 + offset
            if x0 >= right:
                break
            is_sharp = cell.sharp and x0 >= left
            begin, end, height = max(x0, left), min(x1, right), style.period_row - 3
            zones = (shifted(cell.rise, offset), shifted(cell.fall, offset))
            periods = tuple([self._periods[number] for number in cell.periods])
            found.append(PeriodCell(periods, begin, end, y, height, is_sharp, *zones))
        return tuple(found)

    def labels(self, offset: int, left: int, right: int, y: int, style: Style) -> tuple[RestLabel, ...]:
        """The names that have room in what is visible."""
        found: list[RestLabel] = []
        for group in self._groups[bisect_right(self._group_ends, left - offset) :]:
            x0, x1 = max(group.x0 + offset, left), min(group.x1 + offset, right)
            if x0 >= right:
                break
            text = self._label(group.names, group.total, x1 - x0 - 2 * PAD_PX)
            if text:
                found.append(RestLabel(x0 + PAD_PX, y + (style.period_row - 3) // 2, text))
        return tuple(found)

    def _label(self, names: Sequence[str], count: int, width: int) -> str:
        """As many whole names as fit, and how many more there are; a number alone if none does."""
        label = ""
        for shown in range(len(names) + 1):
            more = [f"+{count - shown}"] if shown < count else []
            text = BETWEEN.join((*names[:shown], *more))
            if self._measure.width(text, "period") <= width:
                label = text
            elif shown < count:  # the last name may need less room than the number of what is left
                break
        return label

    def _group(self, periods: Sequence[int], total: int, x0: int, x1: int) -> _Group:
        return _Group([self._names[number] for number in periods], total, x0, x1)

    def _can_name(self, periods: Sequence[int], total: int, width: int) -> bool:
        """Whether the first name has room, beside the number of the others."""
        room = width - 2 * PAD_PX
        if self._widths[periods[0]] > room:
            return False
        first = self._names[periods[0]]
        return self._label([first], total, room).startswith(first)

    def _grouped(self) -> list[_Group]:
        """Cells one by one where they can hold a name, else together until what they share can be named."""
        groups: list[_Group] = []
        shared: list[int] = []
        seen: set[int] = set()  # all that are on in the open group
        start = end = 0

        def close() -> None:
            if seen:
                groups.append(self._group(shared, len(seen), start, end))
                seen.clear()

        for periods, x0, x1, *_ in self._cells:
            if self._can_name(periods, len(periods), x1 - x0):
                close()
                groups.append(self._group(periods, len(periods), x0, x1))
                continue
            still = [number for number in shared if number in periods] if seen and end == x0 else []
            if not still:
                close()
                still, start = periods, x0
            shared, end = still, x1
            seen.update(periods)
            if self._can_name(shared, len(seen), end - start):
                close()
        close()
        return groups


def _cells(spans: Sequence[RestSpan], owners: Sequence[int]) -> list[_Cell]:
    """The row between all edges of spans, which come by rank; ``owners`` are the numbers of their periods."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    sharp: set[int] = set()
    runs_on: set[int] = set()
    for number, (_, (x0, x1, rise, fall), is_long) in enumerate(spans):
        x1 = max(x1, x0 + LEAST_PX)
        begins.setdefault(x0, []).append(number)
        ends.setdefault(x1, []).append(number)
        if rise is None:
            sharp.add(x0)
        if fall is None:
            sharp.add(x1)
        if is_long:
            runs_on.add(number)
    found: list[_Cell] = []
    on: list[int] = []
    for x0, x1 in pairwise(sorted(begins.keys() | ends.keys())):
        begun, over, ending = begins.get(x0, []), ends.get(x0, []), ends.get(x1, [])
        if over:
            on = [number for number in on if number not in over]
        if begun:
            on = sorted(on + begun)
        if not on:
            continue
        later = runs_on.difference(begun, ending)
        order = [n for n in on if n not in later] + [n for n in on if n in later]
        periods = list(dict.fromkeys([owners[number] for number in order]))
        fades: tuple[Zone | None, Zone | None] = (None, None)
        if len(begun) == len(on) or len(ending) == len(on):
            fades = _fades([spans[number].extent for number in on], x0, x1)
        found.append(_Cell(periods, x0, x1, x0 in sharp, *fades))
    return found


def _fades(on: Sequence[Extent], x0: int, x1: int) -> tuple[Zone | None, Zone | None]:
    """Where a cell fades because all that is on in it does: on the side where nothing is left."""
    rises = [extent.rise for extent in on if extent.rise and extent.x0 == x0]
    falls = [extent.fall for extent in on if extent.fall and extent.x1 == x1]
    return (
        (x0, min(min(rises)[1], x1)) if len(rises) == len(on) else None,
        (max(max(falls)[0], x0), x1) if len(falls) == len(on) else None,
    )
