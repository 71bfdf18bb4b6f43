"""Place the glyphs and labels of one lane in one tile of the world axis.

Labels are placed greedily in rank order (Mote 2007 and the point-feature literature call this
"greedy with candidate positions"): right of the glyph, then left, row by row from the top. Free room
is kept as one integer a row, a bit for every 4 px. A tile is anchored in absolute time and no label
crosses its edges, so what it holds never depends on the scroll position. Bars and whiskers have their
rows by time, in all tiles they reach, before the first label is placed.
"""

from collections.abc import Iterable, Sequence

from timeline_app.layout.clusters import BottomRow, Cluster
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import (
    ABOVE,
    BAR_GLYPH_PX,
    BAR_LABEL_PX,
    BESIDE,
    CHEVRON_PX,
    INSIDE,
    Entry,
    Mark,
    Pill,
    Placement,
)
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.style import GLYPH_BARE, Style, label_role
from timeline_app.model.columns import POINT, SPAN

BIT_PX = 4
BAR_LEAST_PX = 24  # a shorter span is drawn as a glyph
WHISKER_LEAST_PX = 20
BESIDE_GAP_PX = 4  # between a glyph and its label
BAR_GAP_PX = 8  # between a bar and a label outside it
BAR_GLYPH_SIZE, WHISKER_GLYPH_SIZE = 9.0, 8.5
CUT_LEAST = 0.75
CUT_LETTERS_LEAST = 4
DISPUTE_PX = 5
EDGE_PX = 4  # kept free at the edges of a tile
DATE_GAP_PX = 6  # between a label above a whisker and its date


def glyph_half(size: float, disputed: bool) -> float:
    """What a glyph takes on either side of its middle, in px."""
    return size * 0.62 + 2 + (DISPUTE_PX if disputed else 0)


class LanePlacer:
    """Placement of one lane in one tile from ``left`` to ``right``.

    ``known`` is the stretch that holds all dates of the collection: what is open is labelled within it.
    No label stands outside ``limits``. All of it is in world px.
    """

    def __init__(
        self,
        box: LaneBox,
        left: int,
        right: int,
        known: tuple[int, int],
        limits: tuple[int, int],
        style: Style,
        measure: TextMeasure,
        dated: bool,
    ) -> None:
        self._box = box
        self._left = left
        self._right = right
        self._known = known
        self._style = style
        self._measure = measure
        self._dated = dated
        self._bits = (right - left) // BIT_PX + 2
        blocked = self._span(left, limits[0]) | self._span(limits[1], right)
        self._rows = [blocked] * box.label_rows
        self._marks: list[Mark] = []
        self._bare: list[Entry] = []

    def _span(self, x0: float, x1: float) -> int:
        """The bits from ``x0`` to ``x1``, clipped to the tile."""
        first = max(int((x0 - self._left) // BIT_PX), 0)
        last = min(int((x1 - self._left) // BIT_PX) + 1, self._bits)
        return ((1 << (last - first)) - 1) << first if last > first and x1 > x0 else 0

    def reserve(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        """Keep free what bars and whiskers take: row, start and end of each that meets the tile."""
        for row, x0, x1 in stretches:
            self._rows[row] |= self._span(x0 - 2, x1 + 2)

    def place(
        self, entries: Sequence[Entry], bare: Sequence[Entry] = (), crowd: Iterable[Cluster] = ()
    ) -> Placement:
        """Place entries given in rank order; ``bare`` and ``crowd`` go to the bottom row unasked."""
        self._bare.extend(bare)
        for entry in entries:
            if entry.form == POINT:
                self._place_point(entry)
            elif entry.form == SPAN:
                self._place_bar(entry)
            else:
                self._place_whisker(entry)
        singles = {entry.row: entry for entry in self._bare}
        row = BottomRow(self._left, self._right, self._style)
        pills: list[Pill] = []
        for cluster in row.gather([*map(bare_cluster, self._bare), *crowd]):
            if len(cluster.rows) == 1:
                self._marks.append(bare_mark(singles[cluster.rows[0]], self._box))
            else:
                x, width = row.pill_box(cluster)
                rows = tuple(cluster.rows)
                pills.append(Pill(self._box.lane, x, self._box.bare_y, width, rows, cluster.x0, cluster.x1))
        return Placement(tuple(self._marks), tuple(pills))

    def _name_width(self, entry: Entry, label: str) -> float:
        return self._measure.width(label, label_role(entry.importance))

    def _block_width(self, entry: Entry, label: str) -> float:
        """Width of a label with its date below."""
        width = self._name_width(entry, label)
        return max(width, self._measure.width(entry.date, "label-date")) if self._dated else width

    def _bits_inside(self, x0: float, x1: float) -> int:
        """The bits of a stretch, or 0 if it leaves the tile."""
        if x0 < self._left + EDGE_PX or x1 > self._right - EDGE_PX:
            return 0
        return self._span(x0, x1)

    def _take(self, row: int, x0: float, x1: float) -> bool:
        """Take a stretch of a row if it is free and inside the tile."""
        bits = self._bits_inside(x0, x1)
        if not bits or self._rows[row] & bits:
            return False
        self._rows[row] |= bits
        return True

    # -- points

    def _place_point(self, entry: Entry) -> None:
        if not entry.label or not self._rows:
            self._bare.append(entry)
            return
        if self._try_point(entry, entry.label):
            return
        if entry.importance >= 5:
            role = label_role(entry.importance)
            cut = elided(entry.label, self._measure.width(entry.label, role) * CUT_LEAST, role, self._measure)
            if len(cut) > CUT_LETTERS_LEAST and self._try_point(entry, cut):
                return
        self._bare.append(entry)

    def _try_point(self, entry: Entry, label: str) -> bool:
        size = self._style.glyph(entry.importance)
        half = glyph_half(size, entry.disputed)
        width = self._block_width(entry, label)
        reach = half + BESIDE_GAP_PX + width
        right = self._bits_inside(entry.x - half - 3, entry.x + reach + 4)
        left = self._bits_inside(entry.x - reach - 3, entry.x + half + 4)
        for row, taken in enumerate(self._rows):
            if right and not taken & right:
                self._rows[row] |= right
                label_x = round(entry.x + half + BESIDE_GAP_PX)
                self._add(entry, row, size, label, label_x, width, BESIDE)
                return True
            if left and not taken & left:
                self._rows[row] |= left
                self._add(entry, row, size, label, round(entry.x - reach), width, -BESIDE)
                return True
        return False

    # -- bars and whiskers

    def _place_bar(self, entry: Entry) -> None:
        row, size = entry.bar_row, BAR_GLYPH_SIZE
        name = self._name_width(entry, entry.label)
        needed = name + BAR_LABEL_PX + (CHEVRON_PX if entry.open_end else 10)
        known0, known1 = known_part(entry, self._known)
        if entry.label and needed > known1 - known0:
            full = self._block_width(entry, entry.label)
            after = entry.x1 + BAR_GAP_PX
            if self._take(row, after - 1, after + full + 4):
                self._add(entry, row, size, entry.label, after, full, BESIDE)
                return
            before = round(entry.x0 - BAR_GAP_PX - full)
            if self._take(row, before - 2, entry.x0 - BAR_GAP_PX + 1):
                self._add(entry, row, size, entry.label, before, full, -BESIDE)
                return
        label = entry.label if needed <= entry.x1 - entry.x0 else ""
        self._add(entry, row, size, label, entry.x0 + BAR_LABEL_PX, name if label else 0, INSIDE)

    def _place_whisker(self, entry: Entry) -> None:
        row, size = entry.bar_row, WHISKER_GLYPH_SIZE
        width = self._name_width(entry, entry.label)
        if self._dated and entry.date:
            width += DATE_GAP_PX + self._measure.width(entry.date, "label-date")
        known0, known1 = known_part(entry, self._known)
        label_x = label_above(entry, width, self._known)
        if entry.label and label_x is not None:
            self._add(entry, row, size, entry.label, label_x, width, ABOVE)
            return
        for label_x in (entry.x - round(width / 2), known0, round(known1 - width)) if entry.label else ():
            if self._hangs_free(entry, label_x, width):
                self._add(entry, row, size, entry.label, label_x, width, ABOVE)
                return
        self._add(entry, row, size, "", entry.x, 0, ABOVE)

    def _hangs_free(self, entry: Entry, label_x: int, width: float) -> bool:
        """Take what a label needs beyond its whisker, whose own bits are taken already."""
        x0, x1 = label_x - 2, label_x + width + EDGE_PX
        if x0 < self._left + EDGE_PX or x1 > self._right - EDGE_PX:
            return False
        bits = self._span(x0, x1)
        if self._rows[entry.bar_row] & ~self._span(entry.x0, entry.x1) & bits:
            return False
        self._rows[entry.bar_row] |= bits
        return True

    def _add(
        self, entry: Entry, row: int, size: float, label: str, label_x: int, width: float, side: int
    ) -> None:
        self._marks.append(placed_mark(entry, self._box, row, size, label, label_x, width, side))


def known_part(entry: Entry, known: tuple[int, int]) -> tuple[int, int]:
    """The bounds of an entry, an open one cut where the collection ends."""
    x0, x1 = entry.x0, entry.x1
    return max(x0, known[0]) if entry.open_start else x0, min(x1, known[1]) if entry.open_end else x1


def label_above(entry: Entry, width: float, known: tuple[int, int]) -> int | None:
    """Where a label begins above the glyph of a whisker; None if the whisker is too short for it."""
    x0, x1 = known_part(entry, known)
    if width + EDGE_PX > x1 - x0:
        return None
    return min(max(entry.x - round(width / 2), x0), round(x1 - EDGE_PX - width))


def placed_mark(
    entry: Entry, box: LaneBox, row: int, size: float, label: str, label_x: int, width: float, side: int
) -> Mark:
    """The mark of an entry in a label row."""
    bar = (entry.x0, entry.x1) if entry.form == SPAN else None
    whisker = (entry.x0, entry.x1) if entry.form not in (SPAN, POINT) else None
    half = round(glyph_half(size, entry.disputed))
    lefts, rights = [entry.x0, entry.x - half], [entry.x1, entry.x + half]
    if label:
        lefts.append(label_x)
        rights.append(label_x + round(width))
    return Mark(
        row=entry.row,
        lane=box.lane,
        x=entry.x0 + BAR_GLYPH_PX if bar and not entry.open_start else entry.x,
        y=box.row_y(row),
        size=size,
        importance=entry.importance,
        hollow=entry.hollow,
        disputed=entry.disputed,
        bar=bar,
        whisker=whisker,
        open_start=entry.open_start,
        open_end=entry.open_end,
        unknown_start=entry.unknown_start,
        unknown_end=entry.unknown_end,
        label=label,
        label_x=label_x,
        label_w=width,
        side=side,
        date=entry.date,
        left=min(lefts),
        right=max(rights),
    )


def bare_cluster(entry: Entry) -> Cluster:
    """An entry of the bottom row by itself."""
    half = glyph_half(GLYPH_BARE, entry.disputed)
    return Cluster([entry.row], entry.x, min(entry.x0, entry.x), max(entry.x1, entry.x), half)


def bare_mark(entry: Entry, box: LaneBox) -> Mark:
    """A glyph without a label in the bottom row; what lasts longer than the glyph shows its bounds."""
    wide = entry.x1 - entry.x0 >= BAR_LEAST_PX
    half = round(glyph_half(GLYPH_BARE, entry.disputed))
    return Mark(
        row=entry.row,
        lane=box.lane,
        x=entry.x,
        y=box.bare_y,
        size=GLYPH_BARE,
        importance=entry.importance,
        hollow=entry.hollow,
        disputed=entry.disputed,
        bar=None,
        whisker=(entry.x0, entry.x1) if wide else None,
        open_start=entry.open_start,
        open_end=entry.open_end,
        unknown_start=entry.unknown_start,
        unknown_end=entry.unknown_end,
        label="",
        label_x=entry.x,
        label_w=0,
        side=BESIDE,
        date=entry.date,
        left=min(entry.x0, entry.x - half),
        right=max(entry.x1, entry.x + half),
    )
