"""Bands of periods above the lanes: a few rows of bars, and below them one that names all the others.

The first row gives the context, by rank. The others show first what begins and ends within a view of this
width, then what runs on for longer. What finds no row is told in the last one, which is cut wherever one
of its periods begins or ends.

All of this depends on the zoom alone. Rows and names are chosen for the smallest zoom of each of a ladder of
steps and kept up to the next step, where everything has only more room: names do not flicker while one
zooms, and most frames of a zoom choose nothing. Where things are is exact at every zoom; a label inside a
bar slides with the part that is visible.
"""

import math
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from timeline_app.layout.marks import BESIDE, EDGE_FADE_PX, INSIDE
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.period_rest import PeriodCell, RestLabel, RestRow, RestSpan
from timeline_app.layout.rows import is_free
from timeline_app.layout.scale import TimeScale, ladder_step
from timeline_app.layout.stretches import Extent, Stretch, Zone, extent_of, shifted, stretches
from timeline_app.layout.style import Style
from timeline_app.model.columns import DAY_S
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Period

LEAST_PX = 3  # a narrower bar is not drawn
PAD_PX = 6
ROOM_PX = 2 * PAD_PX + EDGE_FADE_PX  # besides its width, for a label inside that is not faded
CUT_LEAST = 0.6  # of the width of a name remain where it is cut
NEAR_PX = 500  # within this of a named bar of its period, a bar needs no name beside it
REST_FROM = 3  # rows from which on the last one is for the rest
APART_PX = 100  # spans farther from each other than this may stand in different rows
STEPS = 2  # of the ladder while the zoom doubles


class PeriodBar(Struct, frozen=True):
    """A visible span of a period, in scene px; ``label`` is empty where another bar carries it."""

    period: Period
    stretch: Stretch
    x0: int
    x1: int
    y: int
    height: int
    label: str
    label_x: int
    label_w: int
    label_end: int  # where the label has to end: at the end of its bar or of the plot
    inside: bool
    rise: Zone | None = None  # where it fades in and out; may lie outside the plot
    fall: Zone | None = None


class _Unit(NamedTuple):
    """Spans of a period so near to each other that they stand in one row, to show the gaps."""

    period: Period
    spans: list[int]
    x0: int  # between these, the row is taken
    x1: int
    longest: int


class _Placed(NamedTuple):
    """A span with a bar."""

    period: Period
    span: int
    row: int
    clear: int | None  # the span that begins on it: a successor does on the day of the handover
    label: str = ""
    label_w: int = 0
    side: int = INSIDE  # where the label stands: INSIDE, BESIDE (right) or -BESIDE


class PeriodBands:
    """The periods of a collection; ``known`` are the first and last civil second that are looked at."""

    def __init__(self, periods: Sequence[Period], known: tuple[int, int]) -> None:
        found = [(period, stretches(period)) for period in periods]
        self._periods = sorted(found, key=lambda one: (one[0].rank, one[1][0].start, one[0].id))
        self._spans = [(period, part) for period, parts in self._periods for part in parts]
        self._known = known
        parts = [part for _, part in self._spans]
        self._faded = [number for number, part in enumerate(parts) if not part.is_sharp]
        sharp = [(part.start, part.end) if part.is_sharp else (0, 0) for part in parts]
        self._sharp_bounds = np.array(sharp, dtype=np.float64).reshape(-1, 2).T
        most = _most_at_once(parts)
        self.row_count = most + 1 if most + 1 >= REST_FROM else most
        self._placed: list[_Placed] = []
        self._rest: RestRow | None = None
        self._step: tuple[object, ...] = ()
        self._extents: tuple[float, list[Extent]] = (0.0, [])

    def crises_between(self, scale: TimeScale, right: int) -> tuple[tuple[int, int], ...]:
        """Stretches that shade all lanes between the scale's left and ``right``, in scene px."""
        found = []
        for (period, _), extent in zip(self._spans, self.extents_at(scale.px_per_s), strict=True):
            if period.kind == "crisis":
                x0, x1 = max(extent.x0 + scale.offset, scale.left), min(extent.x1 + scale.offset, right)
                if x1 > x0:
                    found.append((x0, x1))
        return tuple(found)

    def bands(
        self,
        scale: TimeScale,
        right: int,
        top: int,
        rows: int,
        style: Style,
        measure: TextMeasure,
        language: str,
    ) -> "Bands":
        """What is visible in ``rows`` rows between the scale's left and ``right``.

        From three rows on, the last one names what finds no place in the others.
        """
        width = right - scale.left
        step = (ladder_step(scale.px_per_s, STEPS), width, rows, style, measure, language)
        if step != self._step:
            self._step = step
            self._place(step[0], width, rows, measure, language)
        offset, left = scale.offset, scale.left
        extents = self.extents_at(scale.px_per_s)
        bars: list[PeriodBar] = []
        for one in self._placed:
            bar = _visible(one, self._spans[one.span][1], extents, offset, left, right, top, style)
            if bar is not None:
                bars.append(bar)
        rest_top = top + (rows - 1) * style.period_row
        cells: tuple[PeriodCell, ...] = ()
        names: tuple[RestLabel, ...] = ()
        if self._rest is not None:
            self._rest.stretch_to(extents)
            cells = self._rest.cells(offset, left, right, rest_top, style)
            names = self._rest.labels(offset, left, right, rest_top, style)
        drawn = {bar.period.id for bar in bars} | {p.id for cell in cells for p in cell.periods}
        low, high = left - offset, right - offset
        meets = [x0 < high and (x1 > low or x0 >= low) for x0, x1, _, _ in extents]
        present = tuple(
            {one[0].id: one[0] for one, is_met in zip(self._spans, meets, strict=True) if is_met}.values()
        )
        hidden = tuple(period for period in present if period.id not in drawn)
        return Bands(tuple(bars), cells, names, present, hidden)

    def extents_at(self, px_per_s: float) -> list[Extent]:
        """What each span takes on the world axis of a zoom."""
        if self._extents[0] != px_per_s:
            world = TimeScale(0, px_per_s, 0).world
            x0s, x1s = np.rint(self._sharp_bounds * px_per_s).astype(np.int64).tolist()
            extents = [Extent(x0, x1, None, None) for x0, x1 in zip(x0s, x1s, strict=True)]
            for number in self._faded:
                extents[number] = extent_of(self._spans[number][1], world, self._known)
            self._extents = px_per_s, extents
        return self._extents[1]

    def _place(self, px_per_s: float, width: int, rows: int, measure: TextMeasure, language: str) -> None:
        """Choose rows and names for a step of the ladder, a plot of ``width`` px, and a language."""
        world, extents = TimeScale(0, px_per_s, 0).world, self.extents_at(px_per_s)
        with_rest, day_px = rows >= REST_FROM, max(world(DAY_S), 1)  # ends are rounded apart
        units = list(_units(self._spans, extents, day_px))
        numbers = _rows_of(units, rows - 1 if with_rest else rows, width)
        self._placed = _labelled(units, numbers, extents, measure, language)
        self._rest = None
        if with_rest:
            barred = {one.span for one in self._placed}
            left_over = [
                RestSpan(period, number, extent, extent.x1 - extent.x0 > width)
                for number, ((period, _), extent) in enumerate(zip(self._spans, extents, strict=True))
                if number not in barred
            ]
            self._rest = RestRow(left_over, measure, language)


class Bands(NamedTuple):
    """What a scene shows of the periods."""

    bars: tuple[PeriodBar, ...]
    cells: tuple[PeriodCell, ...]
    names: tuple[RestLabel, ...]  # of what the cells hold
    present: tuple[Period, ...]  # in view
    hidden: tuple[Period, ...]  # of these, what neither a bar nor a cell shows


def _visible(
    one: _Placed,
    stretch: Stretch,
    extents: Sequence[Extent],
    offset: int,
    left: int,
    right: int,
    top: int,
    style: Style,
) -> PeriodBar | None:
    extent = extents[one.span]
    x0, x1 = max(extent.x0 + offset, left), min(extent.x1 + offset, right)
    inside, label_end = bool(one.label) and one.side == INSIDE, right
    if inside:
        clear = extent.x1 if one.clear is None else extents[one.clear].x0
        label_x = max(extent.x0 + PAD_PX + offset, left + PAD_PX)
        label_end = min(x1, clear + offset) - PAD_PX + 1
    elif one.side == BESIDE:
        label_x = extent.x1 + PAD_PX + offset
    else:  # where it has no label, this says nothing
        label_x = extent.x0 - PAD_PX - one.label_w + offset
    shown = one.label and label_x < label_end and label_x + one.label_w > left
    if x1 <= x0 and not shown:
        return None
    return PeriodBar(
        one.period, stretch, x0, max(x0, x1), top + one.row * style.period_row,
        style.period_row - 3, one.label if shown else "", label_x, one.label_w, label_end,
        inside, shifted(extent.rise, offset), shifted(extent.fall, offset),
    )  # fmt: skip


# -- rows


def _most_at_once(parts: Sequence[Stretch]) -> int:
    """How many stretches are on at the same time, at most."""
    starts = [(part.start, 1) for part in parts]
    ends = [(max(part.start + 1, part.end - DAY_S), -1) for part in parts]  # the day of a handover is shared
    turns = sorted((*starts, *ends))
    return max(accumulate(turn for _, turn in turns), default=0)


def _units(
    spans: Sequence[tuple[Period, Stretch]], extents: Sequence[Extent], day_px: int
) -> Iterator[_Unit]:
    """The spans of a period that are wide enough for a bar, those near to each other together."""
    together: list[int] = []
    for number, (period, _) in enumerate(spans):
        x0, x1, _, _ = extents[number]
        if x1 - x0 < LEAST_PX:
            continue
        if together and (spans[together[-1]][0] is not period or x0 - extents[together[-1]].x1 >= APART_PX):
            yield _unit(spans[together[-1]][0], together, extents, day_px)
            together = []
        together.append(number)
    if together:
        yield _unit(spans[together[-1]][0], together, extents, day_px)


def _unit(period: Period, together: list[int], extents: Sequence[Extent], day_px: int) -> _Unit:
    mine = [extents[number] for number in together]
    cores = [_core(extent, day_px) for extent in mine]
    longest = max(extent.x1 - extent.x0 for extent in mine)
    return _Unit(period, together, min(x0 for x0, _ in cores), max(x1 for _, x1 in cores), longest)


def _core(extent: Extent, day_px: int) -> tuple[int, int]:
    """What of a bar no other may cover: it leaves half of a fade and the day of a handover."""
    x0 = extent.x0 if extent.rise is None else (extent.rise[0] + extent.rise[1]) // 2
    x1 = extent.x1 - day_px if extent.fall is None else (extent.fall[0] + extent.fall[1]) // 2
    return x0, max(x1, x0 + 1)


def _rows_of(units: Sequence[_Unit], rows: int, width: int) -> list[int]:
    """The row of each unit, which come by rank; -1 where there is none."""
    found = [-1] * len(units)
    taken: list[list[tuple[int, int]]] = [[] for _ in range(rows)]
    usual: dict[str, int] = {}  # where a period has been placed before

    def place(number: int, among: Iterable[int]) -> None:
        unit = units[number]
        for row in among:
            if is_free(taken[row], unit.x0, unit.x1):
                insort(taken[row], (unit.x0, unit.x1))
                found[number] = usual[unit.period.id] = row
                return

    for number in range(len(units)) if rows else ():
        place(number, (0,))
    others = sorted(  # what has both its ends in no view comes last, and among equals a state first
        range(len(units)),
        key=lambda n: (units[n].longest > width, units[n].period.rank, units[n].period.kind != "state"),
    )
    for number in others:
        if found[number] < 0:
            first = usual.get(units[number].period.id, 0)
            place(number, sorted(range(1, rows), key=lambda row: row != first))
    return found


# -- names


def _labelled(
    units: Sequence[_Unit],
    numbers: Sequence[int],
    extents: Sequence[Extent],
    measure: TextMeasure,
    language: str,
) -> list[_Placed]:
    """The bars of the units that have a row, with their names."""
    rows: dict[int, _Row] = {}
    for row in set(numbers):
        mine = [n for unit, number in zip(units, numbers, strict=True) if number == row for n in unit.spans]
        rows[row] = _Row(mine, extents)
    named: dict[tuple[str, int], list[_Placed]] = {}
    for unit, row in zip(units, numbers, strict=True):
        if row >= 0:
            before = named.setdefault((unit.period.id, row), [])
            before.extend(_named(unit, row, before, rows[row], extents, measure, language))
    return [bar for bars in named.values() for bar in bars]


class _Row:
    """What is taken of a row while names are placed in it."""

    def __init__(self, spans: Sequence[int], extents: Sequence[Extent]) -> None:
        self._by_start = sorted((extents[number].x0, number) for number in spans)
        self._taken = [(extents[number].x0, extents[number].x1) for number in spans]

    def begins_on(self, x0: int, x1: int) -> int | None:
        """The first span that begins between two places, or None."""
        place = bisect_right(self._by_start, (x0, math.inf))
        if place < len(self._by_start) and self._by_start[place][0] < x1:
            return self._by_start[place][1]
        return None

    def take(self, x0: int, x1: int) -> bool:
        """Take a place for a name if nothing is within ``PAD_PX`` of it."""
        if any(x1 + PAD_PX > a and x0 - PAD_PX < b for a, b in self._taken):
            return False
        self._taken.append((x0, x1))
        return True


def _named(
    unit: _Unit,
    row: int,
    before: Sequence[_Placed],
    taken: _Row,
    extents: Sequence[Extent],
    measure: TextMeasure,
    language: str,
) -> list[_Placed]:
    """A label inside every bar that can hold it; beside one that cannot and is far from a named one.

    Right of the bar, else left. Where no bar has got a name, it may be cut to stand in the widest.
    """
    text = unit.period.title.in_language(language)
    width = round(measure.width(text, "period"))
    bars, rooms = [], []
    for span in unit.spans:
        x0, x1, _, _ = extents[span]
        clear = taken.begins_on(x0, x1)
        rooms.append((x1 if clear is None else extents[clear].x0) - x0 - ROOM_PX)
        fits = width <= rooms[-1]
        bars.append(_Placed(unit.period, span, row, clear, text if fits else "", width if fits else 0))
    for number in reversed(range(len(bars))):
        bar = bars[number]
        if _is_named_near(bar, (*before, *bars), extents):
            continue
        x0, x1, _, _ = extents[bar.span]
        for side, label_x in ((BESIDE, x1 + PAD_PX), (-BESIDE, x0 - PAD_PX - width)):
            if taken.take(label_x, label_x + width):
                bars[number] = bar._replace(label=text, label_w=width, side=side)
                break
    if any(bar.label for bar in bars) or _is_named_near(bars[0], before, extents):
        return bars
    widest = max(range(len(bars)), key=rooms.__getitem__)
    cut = elided(text, rooms[widest], "period", measure)
    cut_w = round(measure.width(cut, "period"))
    if cut_w >= CUT_LEAST * width:
        bars[widest] = bars[widest]._replace(label=cut, label_w=cut_w)
    return bars


def _is_named_near(bar: _Placed, bars: Iterable[_Placed], extents: Sequence[Extent]) -> bool:
    x0, x1, _, _ = extents[bar.span]
    low, high = x0 - NEAR_PX, x1 + NEAR_PX
    return any(one.label and extents[one.span].x0 < high and low < extents[one.span].x1 for one in bars)
