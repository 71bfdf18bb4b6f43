"""Bands of periods above the lanes: one row a period, so that a state that switches shows its gaps.

Bars and the side of each label depend on the zoom alone and are kept on the world axis; a label inside
a bar slides with the part that is visible.
"""

from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.dates.edtf import parse_edtf
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import Style
from timeline_app.model.columns import OPEN_END, OPEN_START
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Period

LEAST_PX = 3  # a narrower bar is not drawn
PAD_PX = 6
CUT_LEAST = 0.6  # of the width of a name remain where it is cut
NEAR_PX = 500  # within this of a named bar of its period, a bar needs no name beside it


class Stretch(Struct, frozen=True):
    """One span of a period in civil seconds; ``end`` exclusive."""

    start: int
    end: int
    open_start: bool
    open_end: bool
    uncertain_end: bool


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


class _Placed(NamedTuple):
    """A bar on the world axis."""

    period: Period
    stretch: Stretch
    row: int
    x0: int
    x1: int
    label: str
    label_x: int
    label_w: int
    inside: bool


def stretches(period: Period) -> list[Stretch]:
    """The spans of a period on the civil time line, in order."""
    result = []
    for span in period.spans:
        date = parse_edtf(span.date)
        start = OPEN_START if date.earliest is None else date.earliest
        end = OPEN_END if date.span_end is None else date.span_end
        last = date.end or date
        uncertain = date.unknown_end or (last.is_approximate and not date.open_end)
        result.append(Stretch(start, end, date.earliest is None, date.open_end, uncertain))
    return sorted(result, key=lambda stretch: (stretch.start, stretch.end))


class PeriodBands:
    """The periods of a collection in rows by time."""

    def __init__(self, periods: Sequence[Period]) -> None:
        found = [(period, stretches(period)) for period in periods]
        self._periods = sorted(found, key=lambda one: (one[0].rank, one[1][0].start, one[0].id))
        self._rows = pack_rows(
            (number, parts[0].start, max(part.end for part in parts))
            for number, (_, parts) in enumerate(self._periods)
        )
        self.row_count = max(self._rows.values(), default=-1) + 1
        self._placed: tuple[_Placed, ...] = ()
        self._key: tuple[object, ...] = ()

    def crises_between(self, scale: TimeScale, right: int) -> tuple[tuple[int, int], ...]:
        """Stretches that shade all lanes between the scale's left and ``right``, in scene px."""
        found = []
        for period, parts in self._periods:
            for part in parts if period.kind == "crisis" else ():
                x0 = max(scale.world(part.start) + scale.offset, scale.left)
                x1 = min(scale.world(part.end) + scale.offset, right)
                if x1 > x0:
                    found.append((x0, x1))
        return tuple(found)

    def hidden(self, bars: Sequence[PeriodBar], start: float, end: float) -> tuple[Period, ...]:
        """The periods between two times of which no bar is drawn: no row is left, or too narrow."""
        drawn = {bar.period.id for bar in bars}
        return tuple(
            period
            for period, parts in self._periods
            if period.id not in drawn and any(part.start < end and part.end > start for part in parts)
        )

    def bars(
        self,
        scale: TimeScale,
        right: int,
        top: int,
        rows: int,
        style: Style,
        measure: TextMeasure,
        language: str,
    ) -> tuple[PeriodBar, ...]:
        """What is visible of the first ``rows`` rows between the scale's left and ``right``."""
        key = (scale.px_per_s, rows, style, measure, language)
        if key != self._key:
            self._key = key
            self._placed = tuple(self._place(scale, rows, measure, language))
        offset, left = scale.offset, scale.left
        bars: list[PeriodBar] = []
        for one in self._placed:
            x0, x1 = max(one.x0 + offset, left), min(one.x1 + offset, right)
            label_x, label_end = one.label_x + offset, right
            if one.inside:
                label_x, label_end = max(label_x, left + PAD_PX), x1 - PAD_PX + 1
            shown = one.label and label_x < label_end and label_x + one.label_w > left
            if x1 > x0 or shown:
                bars.append(
                    PeriodBar(
                        one.period, one.stretch, x0, max(x0, x1), top + one.row * style.period_row,
                        style.period_row - 3, one.label if shown else "", label_x, one.label_w, label_end,
                        one.inside,
                    )
                )  # fmt: skip
        return tuple(bars)

    def _place(self, scale: TimeScale, rows: int, measure: TextMeasure, language: str) -> list[_Placed]:
        world, least_s = scale.world, (LEAST_PX - 1) / scale.px_per_s
        taken: list[list[tuple[int, int]]] = [[] for _ in range(rows)]
        drawn: list[tuple[Period, int, list[tuple[Stretch, int, int]]]] = []
        for number, (period, parts) in enumerate(self._periods):
            row = self._rows[number]
            if not 0 <= row < rows:
                continue
            wide = [
                (part, world(part.start), world(part.end))
                for part in parts
                if part.end - part.start > least_s
            ]
            wide = [(part, x0, x1) for part, x0, x1 in wide if x1 - x0 >= LEAST_PX]
            if wide:
                drawn.append((period, row, wide))
                taken[row].extend((x0, x1) for _, x0, x1 in wide)
        placed: list[_Placed] = []
        for period, row, wide in drawn:
            placed.extend(_labelled(period, row, wide, taken[row], measure, language))
        return placed


def _labelled(
    period: Period,
    row: int,
    wide: list[tuple[Stretch, int, int]],
    taken: list[tuple[int, int]],
    measure: TextMeasure,
    language: str,
) -> list[_Placed]:
    """A label inside every bar that can hold it; beside one that cannot and is far from a named one.

    Right of the bar, else left. Where no bar has got a name, it may be cut to stand in the widest.
    """
    text = period.title.in_language(language)
    width = round(measure.width(text, "period"))
    bars = [
        _Placed(period, part, row, x0, x1, text, x0 + PAD_PX, width, True)
        if width + 2 * PAD_PX <= x1 - x0
        else _Placed(period, part, row, x0, x1, "", x0, 0, False)
        for part, x0, x1 in wide
    ]
    for number in reversed(range(len(bars))):
        bar = bars[number]
        if any(one.label and one.x0 - bar.x1 < NEAR_PX and bar.x0 - one.x1 < NEAR_PX for one in bars):
            continue
        for label_x in (bar.x1 + PAD_PX, bar.x0 - PAD_PX - width):
            if all(label_x + width + PAD_PX <= a or label_x - PAD_PX >= b for a, b in taken):
                taken.append((label_x, label_x + width))
                bars[number] = bar._replace(label=text, label_x=label_x, label_w=width)
                break
    if any(bar.label for bar in bars):
        return bars
    widest = max(range(len(bars)), key=lambda number: bars[number].x1 - bars[number].x0)
    bar = bars[widest]
    cut = elided(text, bar.x1 - bar.x0 - 2 * PAD_PX, "period", measure)
    cut_w = round(measure.width(cut, "period"))
    if cut_w >= CUT_LEAST * width:
        bars[widest] = bar._replace(label=cut, label_x=bar.x0 + PAD_PX, label_w=cut_w, inside=True)
    return bars
