"""Place the glyphs and labels of one lane in one tile of the world axis.

Labels are placed greedily in rank order (Mote 2007 and the point-feature literature call this
"greedy with candidate positions"): right of the glyph, then left, row by row from the top. Free room
is kept as one integer a row, a bit for every 4 px. A tile is anchored in absolute time and no label
crosses its edges, so what it holds never depends on the scroll position. Bars and whiskers have their
rows by time, in all tiles they reach, before the first label is placed.
"""

import math
from collections.abc import Iterable, Sequence

from timeline_app.layout.clusters import BottomRow, Cluster
from timeline_app.layout.faces import Words, glyph_half
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import (
    ABOVE,
    BAR_GLYPH_PX,
    BAR_LABEL_PX,
    BESIDE,
    CHEVRON_PX,
    INSIDE,
    RING_REACH_PX,
    Entry,
    Mark,
    Pill,
    Placement,
)
from timeline_app.layout.style import GLYPH_BARE, Style
from timeline_app.model.columns import POINT, SPAN

BIT_PX = 4
BAR_LEAST_PX = 24  # a shorter span is drawn as a glyph
WHISKER_LEAST_PX = 20
BAR_GAP_PX = 8  # between a bar and a label outside it
BAR_GLYPH_SIZE, WHISKER_GLYPH_SIZE = 9.0, 8.5
EDGE_PX = 4  # kept free at the edges of a tile
BARE_HALF = {disputed: glyph_half(GLYPH_BARE, disputed) for disputed in (False, True)}


class LanePlacer:
    """Placement of one lane in one tile from ``left`` to ``right``.

    No label stands outside ``limits``, the stretch that holds all dates of the collection or the plot
    that shows all of it; what is open counts as ending there. All of it is in world px.
    """

    def __init__(
        self,
        box: LaneBox,
        left: int,
        right: int,
        limits: tuple[int, int],
        style: Style,
    ) -> None:
        self._box = box
        self._left = left
        self._right = right
        self._limits = limits
        self._style = style
        self._bits = (right - left) // BIT_PX + 2
        self._rows = [0] * box.label_rows
        self._ys = [box.row_y(row) for row in range(box.label_rows)]
        self._full = 0  # bits that are taken in all rows; may lag behind
        self._marks: list[Mark] = []
        self._bare: list[Entry] = []

    def _span(self, x0: float, x1: float) -> int:
        """The bits from ``x0`` to ``x1``, clipped to the tile."""
        first = max(int((x0 - self._left) // BIT_PX), 0)
        last = min(int((x1 - self._left) // BIT_PX) + 1, self._bits)
        return ((1 << (last - first)) - 1) << first if last > first and x1 > x0 else 0

    def reserve(self, row: int, x0: int, x1: int) -> None:
        """Keep free what a bar or whisker takes of a row."""
        self._rows[row] |= self._span(x0 - 2, x1 + 2)

    def place(
        self, entries: Iterable[Entry], bare: Sequence[Entry] = (), crowd: Sequence[Cluster] = ()
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
        pills = self._bottom_row(crowd)
        return Placement(tuple(self._marks), tuple(pills))

    def _bottom_row(self, crowd: Sequence[Cluster]) -> list[Pill]:
        """The pills; what stands alone is added to the marks."""
        if not self._bare and not crowd:
            return []
        singles = {entry.face.row: entry for entry in self._bare}
        row = BottomRow(self._left, self._right, self._style)
        pills: list[Pill] = []
        for cluster in row.gather([*map(bare_cluster, self._bare), *crowd]):
            if len(cluster.rows) == 1:
                self._marks.append(bare_mark(singles[cluster.rows[0]], self._box))
            else:
                x, width = row.pill_box(cluster)
                rows = tuple(cluster.rows)
                pills.append(Pill(self._box.lane, x, self._box.bare_y, width, rows, cluster.x0, cluster.x1))
        return pills

    def _take(self, row: int, x0: float, x1: float) -> bool:
        """Take a stretch of a row if it is free and inside the tile."""
        if x0 < self._left + EDGE_PX or x1 > self._right - EDGE_PX:
            return False
        bits = self._span(x0, x1)
        if not bits or self._rows[row] & bits:
            return False
        self._rows[row] |= bits
        return True

    # -- points

    def _place_point(self, entry: Entry) -> None:
        face = entry.face
        placed = bool(face.label and self._rows) and (
            self._try_point(entry, face.whole) or (face.cut is not None and self._try_point(entry, face.cut))
        )
        if not placed:
            self._bare.append(entry)

    def _try_point(self, entry: Entry, words: Words) -> bool:
        """Right of the glyph, then left, row by row. Most of a zoom's time is spent here."""
        face, x, x0, x1, _, _ = entry
        text, width, reach, right_near, right_far, left_near, left_far = words
        here, end, full = x - self._left, self._right - self._left - EDGE_PX, self._full
        if here > 0 and full >> here // BIT_PX & 1:
            return False
        low, high = self._limits
        rightwards = leftwards = 0
        if here - right_near >= EDGE_PX and here + right_far < end and x + reach <= high:
            first = (here - right_near) // BIT_PX
            rightwards = ((2 << ((here + right_far) // BIT_PX - first)) - 1) << first
            if rightwards & full:
                rightwards = 0
        if here - left_near >= EDGE_PX and here + left_far < end and x - reach >= low:
            first = (here - left_near) // BIT_PX
            leftwards = ((2 << ((here + left_far) // BIT_PX - first)) - 1) << first
            if leftwards & full:
                leftwards = 0
        if not rightwards and not leftwards:
            return False
        full = -1
        rows = self._rows
        for row, taken in enumerate(rows):
            if rightwards and not taken & rightwards:
                rows[row] = taken | rightwards
                side, label_x = BESIDE, x + face.gap
                begin, end = min(x0, x - face.half), max(x1, label_x + round(width))
            elif leftwards and not taken & leftwards:
                rows[row] = taken | leftwards
                side, label_x = -BESIDE, x - reach
                begin, end = min(x0, label_x), max(x1, x + face.half)
            else:
                full &= taken
                continue
            lane, y = self._box.lane, self._ys[row]
            mark = Mark(face, lane, x, y, face.size, None, None, text, label_x, width, side, begin, end)
            self._marks.append(mark)
            return True
        self._full = full
        return False

    # -- bars and whiskers

    def _place_bar(self, entry: Entry) -> None:
        row, face = entry.bar_row, entry.face
        needed = face.name_w + BAR_LABEL_PX + (CHEVRON_PX if face.open_end else 10)
        known0, known1 = known_part(entry, self._limits)
        if face.label and needed > known1 - known0:
            after, (low, high) = entry.x1 + BAR_GAP_PX, self._limits
            if after + face.width <= high and self._take(row, after - 1, after + face.width + 4):
                self._add(entry, BAR_GLYPH_SIZE, face.label, after, face.width, BESIDE)
                return
            before = round(entry.x0 - BAR_GAP_PX - face.width)
            if before >= low and self._take(row, before - 2, entry.x0 - BAR_GAP_PX + 1):
                self._add(entry, BAR_GLYPH_SIZE, face.label, before, face.width, -BESIDE)
                return
        fits = bool(face.label) and needed <= known1 - known0
        label, width = (face.label, face.name_w) if fits else ("", 0.0)
        self._add(entry, BAR_GLYPH_SIZE, label, entry.x0 + BAR_LABEL_PX, width, INSIDE)

    def _place_whisker(self, entry: Entry) -> None:
        face, width = entry.face, entry.face.above_w
        label_x = label_above(entry, width, self._limits)
        if face.label and label_x is not None:
            self._add(entry, WHISKER_GLYPH_SIZE, face.label, label_x, width, ABOVE)
            return
        for label_x in self._hanging(entry, width) if face.label else ():
            if self._hangs_free(entry, label_x, width):
                self._add(entry, WHISKER_GLYPH_SIZE, face.label, label_x, width, ABOVE)
                return
        self._add(entry, WHISKER_GLYPH_SIZE, "", entry.x, 0, ABOVE)

    def _hanging(self, entry: Entry, width: float) -> tuple[int, ...]:
        """Where the label of a whisker that is too short for it may begin."""
        if entry.face.disputed:
            return beside_ring(entry, width)
        known0, known1 = known_part(entry, self._limits)
        return entry.x - round(width / 2), known0, math.floor(known1 - width - EDGE_PX)

    def _hangs_free(self, entry: Entry, label_x: int, width: float) -> bool:
        """Take what a label needs beyond its whisker, whose own bits are taken already."""
        x0, x1 = label_x - 2, label_x + width + EDGE_PX
        low, high = self._limits
        if x0 < max(self._left + EDGE_PX, low - 2) or x1 > min(self._right - EDGE_PX, high + EDGE_PX):
            return False
        bits = self._span(x0, x1)
        if self._rows[entry.bar_row] & ~self._span(entry.x0 - 2, entry.x1 + 2) & bits:
            return False
        self._rows[entry.bar_row] |= bits
        return True

    def _add(self, entry: Entry, size: float, label: str, label_x: int, width: float, side: int) -> None:
        self._marks.append(lasting_mark(entry, self._box, size, label, label_x, width, side))


def known_part(entry: Entry, limits: tuple[int, int]) -> tuple[int, int]:
    """The bounds of an entry, an open one cut where the collection ends."""
    x0, x1 = entry.x0, entry.x1
    face = entry.face
    return max(x0, limits[0]) if face.open_start else x0, min(x1, limits[1]) if face.open_end else x1


def label_above(entry: Entry, width: float, limits: tuple[int, int]) -> int | None:
    """Where a label begins above a whisker; None if the whisker is too short for it.

    Above the glyph; a disputed one has a ring around it, which reaches higher than the line.
    """
    x0, x1 = known_part(entry, limits)
    last = round(x1 - EDGE_PX - width)
    if entry.face.disputed:
        return next((x for x in beside_ring(entry, width) if x0 <= x <= last), None)
    return min(max(entry.x - round(width / 2), x0), last) if width + EDGE_PX <= x1 - x0 else None


def beside_ring(entry: Entry, width: float) -> tuple[int, int]:
    """Where a label begins that stands clear of the ring of a disputed glyph: right of it, or left."""
    return entry.x + RING_REACH_PX, math.floor(entry.x - RING_REACH_PX - width)


def lasting_mark(
    entry: Entry, box: LaneBox, size: float, label: str, label_x: int, width: float, side: int
) -> Mark:
    """The mark of a bar or whisker in its row."""
    face, x, x0, x1, form, row = entry
    half = round(glyph_half(size, face.disputed))
    left, right = min(x0, x - half), max(x1, x + half)
    if label:
        left, right = min(left, label_x), max(right, label_x + round(width))
    bar, whisker = ((x0, x1), None) if form == SPAN else (None, (x0, x1))
    glyph_x = x0 + BAR_GLYPH_PX if bar and not face.open_start else x
    y = box.row_y(row)
    return Mark(face, box.lane, glyph_x, y, size, bar, whisker, label, label_x, width, side, left, right)


def bare_cluster(entry: Entry) -> Cluster:
    """An entry of the bottom row by itself."""
    face, x, x0, x1, _, _ = entry
    return Cluster([face.row], x, min(x0, x), max(x1, x), BARE_HALF[face.disputed])


def bare_mark(entry: Entry, box: LaneBox) -> Mark:
    """A glyph without a label in the bottom row; what lasts longer than the glyph shows its bounds."""
    face, x, x0, x1, _, _ = entry
    whisker = (x0, x1) if x1 - x0 >= BAR_LEAST_PX else None
    half = round(BARE_HALF[face.disputed])
    return Mark(
        face, box.lane, x, box.bare_y, GLYPH_BARE, None, whisker, "", x, 0, BESIDE,
        min(x0, x - half), max(x1, x + half),
    )  # fmt: skip
