"""The row of periods that have no bar: cut where one begins or ends, and named where there is room.

A cell names first what begins or ends at its edges or is short at this zoom, then what runs on, and says
how many more there are. Cells are chosen for a step of the ladder of zooms and stretched to each zoom up to
the next; only how many names fit depends on what is visible.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
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
    number: int  # among all spans
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


class _Edge(NamedTuple):
    """Where a span begins or ends."""

    span: int
    is_end: bool


class _Cell(NamedTuple):
    periods: list[int]  # numbers of periods, the most telling first
    begin: _Edge
    end: _Edge
    x0: int  # at the step
    x1: int
    sharp: bool
    rising: tuple[int, ...]  # the spans with which all of it fades in
    falling: tuple[int, ...]


class _Group(NamedTuple):
    """Neighbouring cells with one label."""

    names: list[str]  # of what is on throughout
    total: int  # of all that are on within it
    first: int  # of its cells
    last: int


class RestRow:
    """The cells of a step, stretched to one zoom."""

    def __init__(self, spans: Sequence[RestSpan], measure: TextMeasure, language: str) -> None:
        self._measure = measure
        spans = sorted(spans, key=lambda span: (span.period.rank, span.extent.x0))
        self._periods = list({span.period.id: span.period for span in spans}.values())
        self._names = [period.title.in_language(language) for period in self._periods]
        self._widths = [measure.width(name, "period") for name in self._names]
        numbers = {period.id: number for number, period in enumerate(self._periods)}
        self._cells = _cells(spans, [numbers[span.period.id] for span in spans])
        self._groups = self._grouped()
        self._extents: Sequence[Extent] = ()
        self._starts: list[int] = []
        self._ends: list[int] = []

    def stretch_to(self, extents: Sequence[Extent]) -> None:
        """Move the edges to where the spans begin and end at a zoom of the step."""
        if extents is self._extents:
            return
        self._extents = extents
        starts = [_place(cell.begin, extents) for cell in self._cells]
        ends = [_place(cell.end, extents) for cell in self._cells]
        self._starts, self._ends = list(accumulate(starts, max)), list(accumulate(ends, max))

    def cells(self, offset: int, left: int, right: int, y: int, style: Style) -> tuple[PeriodCell, ...]:
        """What is visible from ``left`` to ``right``; ``offset`` is added to a world x."""
        found: list[PeriodCell] = []
        height = style.period_row - 3
        for number in range(bisect_right(self._ends, left - offset), len(self._cells)):
            cell, x0, x1 = self._cells[number], self._starts[number], self._ends[number]
            if x0 + offset >= right:
                break
            begin, end = max(x0 + offset, left), min(x1 + offset, right)
            if begin < end:
                rise, fall = self._fades(cell, x0, x1)
                periods = tuple([self._periods[number] for number in cell.periods])
                is_sharp = cell.sharp and x0 + offset >= left
                zones = shifted(rise, offset), shifted(fall, offset)
                found.append(PeriodCell(periods, begin, end, y, height, is_sharp, *zones))
        return tuple(found)

    def _fades(self, cell: _Cell, x0: int, x1: int) -> tuple[Zone | None, Zone | None]:
        """Where a cell fades in and out with all that is on in it."""
        rises = [extent.rise for extent in map(self._extents.__getitem__, cell.rising) if extent.rise]
        falls = [extent.fall for extent in map(self._extents.__getitem__, cell.falling) if extent.fall]
        return (
            (x0, min(min(rises)[1], x1)) if rises else None,
            (max(max(falls)[0], x0), x1) if falls else None,
        )

    def labels(self, offset: int, left: int, right: int, y: int, style: Style) -> tuple[RestLabel, ...]:
        """The names that have room in what is visible."""
        found: list[RestLabel] = []
        for names, total, first, last in self._groups:
            x0, x1 = max(self._starts[first] + offset, left), min(self._ends[last] + offset, right)
            if x0 >= right:
                break
            text = self._label(names, total, x1 - x0 - 2 * PAD_PX) if x1 > x0 else ""
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

    def _group(self, periods: Sequence[int], total: int, first: int, last: int) -> _Group:
        return _Group([self._names[number] for number in periods], total, first, last)

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
        first = 0

        def close(last: int) -> None:
            if seen:
                groups.append(self._group(shared, len(seen), first, last))
                seen.clear()

        for number, cell in enumerate(self._cells):
            periods = cell.periods
            if self._can_name(periods, len(periods), cell.x1 - cell.x0):
                close(number - 1)
                groups.append(self._group(periods, len(periods), number, number))
                continue
            follows = bool(seen) and self._cells[number - 1].x1 == cell.x0
            still = [one for one in shared if one in periods] if follows else []
            if not still:
                close(number - 1)
                still, first = periods, number
            shared = still
            seen.update(periods)
            if self._can_name(shared, len(seen), cell.x1 - self._cells[first].x0):
                close(number)
        close(len(self._cells) - 1)
        return groups


def _place(edge: _Edge, extents: Sequence[Extent]) -> int:
    """Where an edge is, in world px."""
    extent = extents[edge.span]
    return max(extent.x1, extent.x0 + LEAST_PX) if edge.is_end else extent.x0


def _cells(spans: Sequence[RestSpan], owners: Sequence[int]) -> list[_Cell]:
    """The row between all edges of spans, which come by rank; ``owners`` are the numbers of their periods."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    sharp: set[int] = set()
    runs_on: set[int] = set()
    for number, (_, _, (x0, x1, rise, fall), is_long) in enumerate(spans):
        x1 = max(x1, x0 + LEAST_PX)
        begins.setdefault(x0, []).append(number)
        ends.setdefault(x1, []).append(number)
        if rise is None:
            sharp.add(x0)
        if fall is None:
            sharp.add(x1)
        if is_long:
            runs_on.add(number)

    def edge(x: int) -> _Edge:
        if x in begins:
            return _Edge(spans[begins[x][0]].number, False)
        return _Edge(spans[ends[x][0]].number, True)

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
        rising = len(begun) == len(on) and all(spans[n].extent.rise for n in on)
        falling = len(ending) == len(on) and all(spans[n].extent.fall for n in on)
        all_on = tuple([spans[number].number for number in on])
        found.append(
            _Cell(
                periods, edge(x0), edge(x1), x0, x1, x0 in sharp,
                all_on if rising else (), all_on if falling else (),
            )
        )  # fmt: skip
    return found
