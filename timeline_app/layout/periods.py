"""Bands of periods above the lanes: a few rows of bars, and below them one that names all the others.

The first row gives the context, by rank. The others show first what begins and ends within a view of this
width, then what runs on for longer. What finds no row is told in the last one, which is cut wherever one
of its periods begins or ends. All of this depends on the zoom alone and is kept on the world axis; a label
inside a bar slides with the part that is visible.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from timeline_app.layout.marks import EDGE_FADE_PX
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.period_rest import PeriodCell, RestLabel, RestRow, RestSpan
from timeline_app.layout.rows import is_free
from timeline_app.layout.scale import TimeScale
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


class _Span(NamedTuple):
    """A span of a period on the world axis."""

    stretch: Stretch
    extent: Extent


class _Unit(NamedTuple):
    """Spans of a period so near to each other that they stand in one row, to show the gaps."""

    period: Period
    spans: list[_Span]
    x0: int  # between these, the row is taken
    x1: int


class _Placed(NamedTuple):
    """A bar on the world axis."""

    period: Period
    span: _Span
    row: int
    clear: int  # up to where nothing else stands on it: a successor begins on the day of the handover
    label: str
    label_x: int
    label_w: int
    inside: bool

    @property
    def x0(self) -> int:
        return self.span.extent.x0

    @property
    def x1(self) -> int:
        return self.span.extent.x1


class PeriodBands:
    """The periods of a collection; ``known`` are the first and last civil second that are looked at."""

    def __init__(self, periods: Sequence[Period], known: tuple[int, int]) -> None:
        found = [(period, stretches(period)) for period in periods]
        self._periods = sorted(found, key=lambda one: (one[0].rank, one[1][0].start, one[0].id))
        self._known = known
        most = _most_at_once([part for _, parts in found for part in parts])
        self.row_count = most + 1 if most + 1 >= REST_FROM else most
        self._placed: tuple[_Placed, ...] = ()
        self._rest: RestRow | None = None
        self._spans: tuple[tuple[Period, list[_Span]], ...] = ()
        self._key: tuple[object, ...] = ()

    def crises_between(self, scale: TimeScale, right: int) -> tuple[tuple[int, int], ...]:
        """Stretches that shade all lanes between the scale's left and ``right``, in scene px."""
        found = []
        for period, parts in self._periods:
            for part in parts if period.kind == "crisis" else ():
                extent = extent_of(part, scale.world, self._known)
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
        key = (scale.px_per_s, right - scale.left, rows, style, measure, language)
        if key != self._key:
            self._key = key
            self._place(scale, right - scale.left, rows, measure, language)
        offset, left = scale.offset, scale.left
        bars: list[PeriodBar] = []
        for one in self._placed:
            bar = _visible(one, offset, left, right, top, style)
            if bar is not None:
                bars.append(bar)
        rest_top = top + (rows - 1) * style.period_row
        cells: tuple[PeriodCell, ...] = ()
        names: tuple[RestLabel, ...] = ()
        if self._rest is not None:
            cells = self._rest.cells(offset, left, right, rest_top, style)
            names = self._rest.labels(offset, left, right, rest_top, style)
        drawn = {bar.period.id for bar in bars} | {p.id for cell in cells for p in cell.periods}
        low, high = left - offset, right - offset
        present = tuple(
            period
            for period, spans in self._spans
            if any(x0 < high and max(x1, x0 + 1) > low for _, (x0, x1, *_zones) in spans)
        )
        hidden = tuple(period for period in present if period.id not in drawn)
        return Bands(tuple(bars), cells, names, present, hidden)

    def _place(self, scale: TimeScale, width: int, rows: int, measure: TextMeasure, language: str) -> None:
        """Lay everything out for a zoom, a plot of ``width`` px, and a language."""
        self._spans = tuple(
            (period, [_Span(part, extent_of(part, scale.world, self._known)) for part in parts])
            for period, parts in self._periods
        )
        with_rest, day_px = rows >= REST_FROM, max(scale.world(DAY_S), 1)  # ends are rounded apart
        units = [unit for period, spans in self._spans for unit in _units(period, spans, day_px)]
        numbers = _rows_of(units, rows - 1 if with_rest else rows, width)
        self._placed = tuple(_labelled(units, numbers, measure, language))
        self._rest = None
        if with_rest:
            barred = {(one.period.id, one.span) for one in self._placed}
            left_over = [
                RestSpan(period, span.extent, span.extent.x1 - span.extent.x0 > width)
                for period, spans in self._spans
                for span in spans
                if (period.id, span) not in barred
            ]
            self._rest = RestRow(left_over, measure, language)


class Bands(NamedTuple):
    """What a scene shows of the periods."""

    bars: tuple[PeriodBar, ...]
    cells: tuple[PeriodCell, ...]
    names: tuple[RestLabel, ...]  # of what the cells hold
    present: tuple[Period, ...]  # in view
    hidden: tuple[Period, ...]  # of these, what neither a bar nor a cell shows


def _visible(one: _Placed, offset: int, left: int, right: int, top: int, style: Style) -> PeriodBar | None:
    x0, x1 = max(one.x0 + offset, left), min(one.x1 + offset, right)
    label_x, label_end = one.label_x + offset, right
    if one.inside:
        label_x, label_end = max(label_x, left + PAD_PX), min(x1, one.clear + offset) - PAD_PX + 1
    shown = one.label and label_x < label_end and label_x + one.label_w > left
    if x1 <= x0 and not shown:
        return None
    extent = one.span.extent
    return PeriodBar(
        one.period, one.span.stretch, x0, max(x0, x1), top + one.row * style.period_row,
        style.period_row - 3, one.label if shown else "", label_x, one.label_w, label_end,
        one.inside, shifted(extent.rise, offset), shifted(extent.fall, offset),
    )  # fmt: skip


# -- rows


def _most_at_once(parts: Sequence[Stretch]) -> int:
    """How many stretches are on at the same time, at most."""
    starts = [(part.start, 1) for part in parts]
    ends = [(max(part.start + 1, part.end - DAY_S), -1) for part in parts]  # the day of a handover is shared
    turns = sorted((*starts, *ends))
    return max(accumulate(turn for _, turn in turns), default=0)


def _units(period: Period, spans: Sequence[_Span], day_px: int) -> Iterator[_Unit]:
    """The spans of a period that are wide enough for a bar, those near to each other together."""
    together: list[_Span] = []
    for span in spans:
        if span.extent.x1 - span.extent.x0 < LEAST_PX:
            continue
        if together and span.extent.x0 - together[-1].extent.x1 >= APART_PX:
            yield _unit(period, together, day_px)
            together = []
        together.append(span)
    if together:
        yield _unit(period, together, day_px)


def _unit(period: Period, spans: list[_Span], day_px: int) -> _Unit:
    cores = [_core(span.extent, day_px) for span in spans]
    return _Unit(period, spans, min(x0 for x0, _ in cores), max(x1 for _, x1 in cores))


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
    longest = [max(span.extent.x1 - span.extent.x0 for span in unit.spans) for unit in units]
    others = sorted(  # what has both its ends in no view comes last, and among equals a state first
        range(len(units)),
        key=lambda n: (longest[n] > width, units[n].period.rank, units[n].period.kind != "state"),
    )
    for number in others:
        if found[number] < 0:
            first = usual.get(units[number].period.id, 0)
            place(number, sorted(range(1, rows), key=lambda row: row != first))
    return found


# -- names


def _labelled(
    units: Sequence[_Unit], numbers: Sequence[int], measure: TextMeasure, language: str
) -> list[_Placed]:
    """The bars of the units that have a row, with their names."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for unit, row in zip(units, numbers, strict=True):
        taken.setdefault(row, []).extend((span.extent.x0, span.extent.x1) for span in unit.spans)
    named: dict[tuple[str, int], list[_Placed]] = {}
    for unit, row in zip(units, numbers, strict=True):
        if row >= 0:
            before = named.setdefault((unit.period.id, row), [])
            before.extend(_named(unit, row, before, taken[row], measure, language))
    return [bar for bars in named.values() for bar in bars]


def _named(
    unit: _Unit,
    row: int,
    before: Sequence[_Placed],
    taken: list[tuple[int, int]],
    measure: TextMeasure,
    language: str,
) -> list[_Placed]:
    """A label inside every bar that can hold it; beside one that cannot and is far from a named one.

    Right of the bar, else left. Where no bar has got a name, it may be cut to stand in the widest.
    """
    text = unit.period.title.in_language(language)
    width = round(measure.width(text, "period"))
    bars = []
    for span in unit.spans:
        x0, x1 = span.extent.x0, span.extent.x1
        clear = min((x for x, _ in taken if x0 < x < x1), default=x1)
        bar = _Placed(unit.period, span, row, clear, "", x0, 0, False)
        if width + ROOM_PX <= clear - x0:
            bar = bar._replace(label=text, label_x=x0 + PAD_PX, label_w=width, inside=True)
        bars.append(bar)
    for number in reversed(range(len(bars))):
        bar = bars[number]
        if _is_named_near(bar, (*before, *bars)):
            continue
        for label_x in (bar.x1 + PAD_PX, bar.x0 - PAD_PX - width):
            if all(label_x + width + PAD_PX <= a or label_x - PAD_PX >= b for a, b in taken):
                taken.append((label_x, label_x + width))
                bars[number] = bar._replace(label=text, label_x=label_x, label_w=width)
                break
    if any(bar.label for bar in bars) or _is_named_near(bars[0], before):
        return bars
    widest = max(range(len(bars)), key=lambda number: bars[number].clear - bars[number].x0)
    bar = bars[widest]
    cut = elided(text, bar.clear - bar.x0 - ROOM_PX, "period", measure)
    cut_w = round(measure.width(cut, "period"))
    if cut_w >= CUT_LEAST * width:
        bars[widest] = bar._replace(label=cut, label_x=bar.x0 + PAD_PX, label_w=cut_w, inside=True)
    return bars


def _is_named_near(bar: _Placed, bars: Iterable[_Placed]) -> bool:
    return any(one.label and one.x0 - bar.x1 < NEAR_PX and bar.x0 - one.x1 < NEAR_PX for one in bars)
