"""Bands of periods above the lanes: one row a period, so that a state that switches shows its gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.dates.edtf import parse_edtf
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import Style
from timeline_app.model.columns import OPEN_END, OPEN_START
from timeline_app.model.records import Period

LEAST_PX = 3
PAD_PX = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """One span of a period in civil seconds; ``end`` exclusive."""

    start: int
    end: int
    open_start: bool
    open_end: bool
    uncertain_end: bool


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """A visible span of a period, in scene px, with the label that belongs to the period's first bar."""

    period: Period
    stretch: Stretch
    x0: int
    x1: int
    y: int
    height: int
    label: str
    label_x: int
    inside: bool


def stretches(period: Period) -> list[Stretch]:
    """The spans of a period on the civil time line."""
    result = []
    for span in period.spans:
        date = parse_edtf(span.date)
        start = OPEN_START if date.earliest is None else date.earliest
        end = OPEN_END if date.span_end is None else date.span_end
        result.append(
            Stretch(start, end, date.earliest is None, date.open_end, date.unknown_end or date.is_approximate)
        )
    return result


class PeriodBands:
    """The periods of a collection in rows by time."""

    def __init__(self, periods: Sequence[Period]) -> None:
        ordered = sorted(periods, key=lambda period: (period.rank, period.spans[0].date))
        self.stretches = {period.id: stretches(period) for period in ordered}
        self._periods = ordered
        whole = [
            (number, self.stretches[period.id][0].start, max(s.end for s in self.stretches[period.id]))
            for number, period in enumerate(ordered)
        ]
        self._rows = pack_rows(whole)
        self.row_count = max(self._rows.values(), default=-1) + 1

    def crises(self) -> list[tuple[int, int]]:
        """Stretches that shade all lanes."""
        return [(s.start, s.end) for p in self._periods if p.kind == "crisis" for s in self.stretches[p.id]]

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
        bars: list[PeriodBar] = []
        taken: list[list[tuple[int, int]]] = [[] for _ in range(rows)]
        shown: list[tuple[Period, int, list[tuple[Stretch, int, int]]]] = []
        for number, period in enumerate(self._periods):
            row = self._rows[number]
            if not 0 <= row < rows:
                continue
            visible = []
            for stretch in self.stretches[period.id]:
                x0 = scale.left if stretch.open_start else scale.world(stretch.start) + scale.offset
                x1 = right if stretch.open_end or stretch.end == OPEN_END else scale.world(stretch.end) + scale.offset
                if x1 > scale.left and x0 < right and x1 - x0 >= LEAST_PX:
                    visible.append((stretch, max(x0, scale.left), min(x1, right)))
            if visible:
                shown.append((period, row, visible))
                taken[row].extend((x0, x1) for _, x0, x1 in visible)
        for period, row, visible in shown:
            y = top + row * style.period_row
            label, label_x, inside, owner = _label(period, visible, taken[row], scale.left, right, style, measure, language)
            for position, (stretch, x0, x1) in enumerate(visible):
                text = label if position == owner else ""
                bars.append(PeriodBar(period, stretch, x0, x1, y, style.period_row - 3, text, label_x, inside))
        return tuple(bars)


def _label(
    period: Period,
    visible: list[tuple[Stretch, int, int]],
    taken: list[tuple[int, int]],
    left: int,
    right: int,
    style: Style,
    measure: TextMeasure,
    language: str,
) -> tuple[str, int, bool, int]:
    """Inside the widest bar if it fits, else right, else left, else none."""
    text = period.title.in_language(language)
    width = round(measure.width(text, "period"))
    owner = max(range(len(visible)), key=lambda position: visible[position][2] - visible[position][1])
    _, x0, x1 = visible[owner]
    if width + 2 * PAD_PX <= x1 - x0:
        return text, x0 + PAD_PX, True, owner
    last, first = visible[-1][2], visible[0][1]
    for label_x in (last + PAD_PX, first - PAD_PX - width):
        free = all(label_x + width + PAD_PX <= a or label_x - PAD_PX >= b for a, b in taken)
        if free and left + 2 <= label_x and label_x + width <= right - 2:
            taken.append((label_x, label_x + width))
            return text, label_x, False, owner
    return "", 0, False, owner
