"""Place the glyphs and labels of one lane in one tile of the world axis.

Labels are placed greedily in rank order (Mote 2007 and the point-feature literature call this
"greedy with candidate positions"): right of the glyph, then left, row by row from the top. Free room
is kept as one integer a row, a bit for every 4 px. A tile is anchored in absolute time and no label
crosses its edges, so what it holds never depends on the scroll position.
"""

from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.style import GLYPH_BARE, Style, label_role

BIT_PX = 4
BAR_LEAST_PX = 24  # a shorter span is drawn as a glyph
WHISKER_LEAST_PX = 20
PILL_GAP_PX = 15
GLYPH_GAP_PX = 6
CUT_LEAST = 0.75
DISPUTE_PX = 5


class Entry(NamedTuple):
    """What is to be placed: one event, in world px relative to nothing but the zoom."""

    row: int  # in the columns
    x: int  # of the glyph
    x0: int  # of the bounds
    x1: int
    form: int
    importance: int
    disputed: bool
    hollow: bool
    open_start: bool
    open_end: bool
    unknown_end: bool
    bar_row: int  # -1: not drawn as a bar
    label: str
    date: str


class Mark(NamedTuple):
    """A placed event: glyph, bar or whisker, and its label; world px in x, scene px in y."""

    row: int
    lane: int
    x: int
    y: float
    size: float
    importance: int
    hollow: bool
    disputed: bool
    bar: tuple[int, int] | None
    whisker: tuple[int, int] | None
    open_start: bool
    open_end: bool
    unknown_end: bool
    label: str
    label_x: int
    label_w: float
    side: int  # 1 right of the glyph, -1 left, 0 inside the bar, 2 above the whisker
    date: str
    left: int
    right: int


class Pill(NamedTuple):
    """Several unlabelled events as one mark with a count."""

    lane: int
    x: int
    y: float
    width: int
    rows: tuple[int, ...]
    x0: int
    x1: int


class Placement(NamedTuple):
    """What one lane shows in one tile."""

    marks: tuple[Mark, ...]
    pills: tuple[Pill, ...]


def pill_width(count: int, style: Style) -> int:
    """Width of a pill in px."""
    return style.px(25) + style.px(7) * len(str(count))


class LanePlacer:
    """Placement of one lane in one tile from ``left`` to ``right`` (world px)."""

    def __init__(
        self,
        box: LaneBox,
        left: int,
        right: int,
        bounds: tuple[int, int],
        style: Style,
        measure: TextMeasure,
        dated: bool,
    ) -> None:
        self._box = box
        self._left = left
        self._right = right
        self._style = style
        self._measure = measure
        self._dated = dated
        self._bits = (right - left) // BIT_PX + 2
        blocked = self._span(left, bounds[0]) | self._span(bounds[1], right)
        self._rows = [blocked] * box.label_rows
        self._marks: list[Mark] = []
        self._bare: list[Entry] = []

    def _span(self, x0: float, x1: float) -> int:
        """The bits from ``x0`` to ``x1``, clipped to the tile."""
        first = max(int((x0 - self._left) // BIT_PX), 0)
        last = min(int((x1 - self._left) // BIT_PX) + 1, self._bits)
        return ((1 << (last - first)) - 1) << first if last > first and x1 > x0 else 0

    def reserve(self, bars: Sequence[Entry]) -> None:
        """Keep the rows of bars free that belong to another tile but reach into this one."""
        for entry in bars:
            if 0 <= entry.bar_row < len(self._rows):
                self._rows[entry.bar_row] |= self._span(entry.x0 - 3, entry.x1 + 5)

    def place(self, entries: Sequence[Entry]) -> Placement:
        """Place entries given in rank order."""
        self.reserve(entries)
        for entry in entries:
            if 0 <= entry.bar_row < len(self._rows):
                self._place_bar(entry)
            elif entry.hollow and entry.x1 - entry.x0 >= WHISKER_LEAST_PX and entry.bar_row < 0:
                self._place_whisker(entry)
            else:
                self._place_point(entry)
        pills, bare = self._cluster()
        return Placement((*self._marks, *bare), pills)

    def _width(self, entry: Entry) -> float:
        width = self._measure.width(entry.label, label_role(entry.importance))
        if self._dated:
            width = max(width, self._measure.width(entry.date, "label-date"))
        return width

    def _fits(self, row: int, x0: float, x1: float) -> int:
        """The bits to take if the stretch is free and inside the tile, else 0."""
        if x0 < self._left + 4 or x1 > self._right - 4:
            return 0
        bits = self._span(x0, x1)
        return 0 if self._rows[row] & bits else bits

    def _place_point(self, entry: Entry) -> None:
        size = self._style.glyph(entry.importance)
        half = size * 0.62 + 2 + (DISPUTE_PX if entry.disputed else 0)
        width = self._width(entry)
        if self._try_point(entry, size, half, width, entry.label):
            return
        if entry.importance >= 5:
            role = label_role(entry.importance)
            cut = elided(entry.label, self._measure.width(entry.label, role) * CUT_LEAST, role, self._measure)
            if len(cut) > 4 and self._try_point(entry, size, half, self._measure.width(cut, role), cut):
                return
        self._bare.append(entry)

    def _try_point(self, entry: Entry, size: float, half: float, width: float, label: str) -> bool:
        reach = half + GLYPH_GAP_PX - 2 + width
        for row in range(len(self._rows)):
            for side in (1, -1):
                x0, x1 = (entry.x - half, entry.x + reach) if side > 0 else (entry.x - reach, entry.x + half)
                bits = self._fits(row, x0 - 3, x1 + 4)
                if bits:
                    self._rows[row] |= bits
                    label_x = entry.x + half + GLYPH_GAP_PX - 2 if side > 0 else entry.x - reach
                    self._add(entry, self._box.row_y(row), size, label, round(label_x), width, side)
                    return True
        return False

    def _place_bar(self, entry: Entry) -> None:
        row = entry.bar_row
        width = self._width(entry) if not self._dated else self._measure.width(entry.label, label_role(entry.importance))
        size = 10.0
        if width + 30 <= entry.x1 - entry.x0:
            self._add(entry, self._box.row_y(row), size, entry.label, entry.x0 + 20, width, 0)
            return
        full = self._width(entry)
        for side in (1, -1):
            x0, x1 = (entry.x1 + 6, entry.x1 + 8 + full) if side > 0 else (entry.x0 - 8 - full, entry.x0 - 6)
            bits = self._fits(row, x0, x1 + 4)
            if bits:
                self._rows[row] |= bits
                label_x = entry.x1 + 8 if side > 0 else entry.x0 - 8 - full
                self._add(entry, self._box.row_y(row), size, entry.label, round(label_x), full, side)
                return
        self._add(entry, self._box.row_y(row), size, "", entry.x, 0, 1)

    def _place_whisker(self, entry: Entry) -> None:
        width = self._measure.width(entry.label, label_role(entry.importance))
        if self._dated:
            width += 6 + self._measure.width(entry.date, "label-date")
        visible0, visible1 = max(entry.x0, self._left), min(entry.x1, self._right)
        for row in range(len(self._rows)):
            x0 = min(visible0, max(self._left, entry.x - round(width / 2)))
            x1 = max(visible1, x0 + width)
            bits = self._span(x0 - 2, x1 + 4)
            if bits and not self._rows[row] & bits and x1 <= self._right:
                self._rows[row] |= bits
                label_x = max(entry.x - round(width / 2), visible0)
                self._add(entry, self._box.row_y(row), 8.5, entry.label, round(label_x), width, 2)
                return
        self._bare.append(entry)

    def _add(
        self, entry: Entry, y: float, size: float, label: str, label_x: int, width: float, side: int
    ) -> None:
        as_bar = 0 <= entry.bar_row < len(self._rows)
        bar = (entry.x0, entry.x1) if as_bar else None
        whisker = (entry.x0, entry.x1) if side == 2 else None
        half = round(size * 0.62) + 6
        left = min(label_x, entry.x - half, entry.x0 if bar or whisker else entry.x)
        right = max(label_x + round(width), entry.x + half, entry.x1 if bar or whisker else entry.x)
        glyph_x = entry.x0 + 8 if as_bar and not entry.open_start else entry.x
        self._marks.append(
            Mark(
                entry.row,
                self._box.lane,
                glyph_x,
                y,
                size,
                entry.importance,
                entry.hollow,
                entry.disputed,
                bar,
                whisker,
                entry.open_start,
                entry.open_end,
                entry.unknown_end,
                label,
                label_x,
                width,
                side,
                entry.date,
                left,
                right,
            )
        )

    def _cluster(self) -> tuple[tuple[Pill, ...], list[Mark]]:
        """Merge unlabelled neighbours until no two marks of the bottom row touch."""
        groups: list[list[Entry]] = []
        for entry in sorted(self._bare, key=lambda entry: entry.x):
            groups.append([entry])
            while len(groups) > 1 and self._touch(groups[-2], groups[-1]):
                groups[-2].extend(groups.pop())
        pills: list[Pill] = []
        marks: list[Mark] = []
        for group in groups:
            if len(group) == 1:
                marks.append(bare_mark(group[0], self._box))
            else:
                x, width = self._pill_box(group)
                rows = tuple(entry.row for entry in group)
                pills.append(Pill(self._box.lane, x, self._box.bare_y, width, rows, group[0].x, group[-1].x))
        return tuple(pills), marks

    def _pill_box(self, group: list[Entry]) -> tuple[int, int]:
        width = pill_width(len(group), self._style)
        middle = round(sum(entry.x for entry in group) / len(group))
        return min(max(middle, self._left + width // 2 + 2), self._right - width // 2 - 2), width

    def _touch(self, before: list[Entry], after: list[Entry]) -> bool:
        if len(before) == 1 and len(after) == 1:
            return after[0].x - before[0].x < PILL_GAP_PX
        x0, w0 = self._pill_box(before) if len(before) > 1 else (before[0].x, 10)
        x1, w1 = self._pill_box(after) if len(after) > 1 else (after[0].x, 10)
        return x1 - w1 / 2 - (x0 + w0 / 2) < 4


def bare_mark(entry: Entry, box: LaneBox) -> Mark:
    """A glyph without a label in the bottom row."""
    return Mark(
        entry.row, box.lane, entry.x, box.bare_y, GLYPH_BARE, entry.importance, entry.hollow, entry.disputed,
        None, None, False, False, entry.unknown_end, "", entry.x, 0, 1, entry.date, entry.x - 8, entry.x + 8,
    )  # fmt: skip
