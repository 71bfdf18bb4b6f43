"""Cut the world axis of each lane into tiles and place each tile once a zoom.

What a tile holds depends on data, filter, zoom and sizes alone. Its seams are those of a grid of times
that begins a little before the collection, so that a view of everything lies in one tile. Each is moved
to the widest gap between two events near by, so that few labels meet one.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.layout.clusters import Cluster
from timeline_app.layout.faces import Faces
from timeline_app.layout.labels import (
    BAR_GLYPH_SIZE,
    BAR_LEAST_PX,
    WHISKER_GLYPH_SIZE,
    WHISKER_LEAST_PX,
    LanePlacer,
    bare_mark,
    label_above,
    lasting_mark,
)
from timeline_app.layout.lanes import LaneBox, LaneSetting
from timeline_app.layout.marks import ABOVE, BAR_LABEL_PX, EDGE_FADE_PX, INSIDE, Entry, Mark, Placement
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.style import GLYPH_BARE, Style
from timeline_app.model.columns import DAY_S, OPEN_END, OPEN_START, POINT, SPAN, VAGUE
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import Mask
from timeline_app.model.view import whole_range

TILE_PX = 4096  # tiles are between this and twice this wide, and powers of two in seconds
SEAM_SHARE = 8  # a seam moves by at most this part of a tile; the first lies so far before all events
LONG_PX = 1024  # what is longer belongs to no tile; what is not reaches into the next tile at most
CROWD = 120  # more events of a lane in a tile than this are thinned before labelling
CROWD_BIN_PX = 44
LEADERS_A_BIN = 3
CROWD_DOT_PX = 8  # unlabelled events of a crowd are merged in steps of this
PACKED_SPANS_MOST = 5_000
DAY_WHISKER_PX = 320  # a day this wide shows that only the day is known
FARTHEST_PX = 1 << 61
REACH_PX = 32  # how far a glyph at the edge of a tile may be drawn beyond it

Rows = npt.NDArray[np.intp]
Pixels = npt.NDArray[np.int64]
Times = npt.NDArray[np.int64]
Lanes = npt.NDArray[np.signedinteger]
LEAST_PX = np.array((DAY_WHISKER_PX, BAR_LEAST_PX, WHISKER_LEAST_PX))  # of a stretch, by its form


class Zoom(NamedTuple):
    """All that a placement depends on besides dataset and filter."""

    px_per_s: float
    style: Style
    setting: LaneSetting
    language: str
    width: int  # of the plot in px


class Lasting(NamedTuple):
    """What has a row by time, in the order of its start; columns of equal length."""

    rows: Rows
    starts: Times
    ends: Times
    lanes: Rows


class LaneIndex:
    """The rows of a filter by glyph position, and the rows of bars and whiskers by time."""

    def __init__(self, dataset: Dataset, mask: Mask) -> None:
        columns = dataset.columns
        self._dataset = dataset
        self.lane_count = len(dataset.categories)
        chosen = np.flatnonzero(mask)
        self.rows: Rows = chosen[np.argsort(columns.anchor[chosen], kind="stable")]
        self.anchors: Times = columns.anchor[self.rows]
        self.lanes: Rows = columns.lane[self.rows].astype(np.intp)
        self._by_lane: list[Rows] | None = None
        self._bar_rows: dict[bool, npt.NDArray[np.int32]] = {}
        self._lasting: dict[bool, Lasting] = {}

    def bar_rows(self, days: bool) -> npt.NDArray[np.int32]:
        """Row of each bar or whisker by time alone, in rank order; -1 for all else.

        With ``days`` also of the events of one day.
        """
        if days not in self._bar_rows:
            columns = self._dataset.columns
            lasts = columns.form != POINT
            if days:
                lasts |= columns.end - DAY_S >= columns.start
            result = np.full(len(columns), -1, dtype=np.int32)
            for lane in range(self.lane_count):
                rows = self.rows[(self.lanes == lane) & lasts[self.rows]]
                rows = rows[np.argsort(columns.rank[rows])][:PACKED_SPANS_MOST]
                starts, ends = columns.start[rows].tolist(), columns.end[rows].tolist()
                for row, number in pack_rows(zip(rows.tolist(), starts, ends, strict=True)).items():
                    result[row] = number
            self._bar_rows[days] = result
        return self._bar_rows[days]

    def lasting(self, days: bool) -> Lasting:
        """What has a row by time."""
        if days not in self._lasting:
            columns = self._dataset.columns
            rows = np.flatnonzero(self.bar_rows(days) >= 0)  # columns are sorted by start
            lanes = columns.lane[rows].astype(np.intp)
            self._lasting[days] = Lasting(rows, columns.start[rows], columns.end[rows], lanes)
        return self._lasting[days]

    def neighbour(self, lane: int, time: float, side: int) -> int | None:
        """The row whose glyph is nearest before (-1) or at or after (1) a time, or None."""
        if self._by_lane is None:
            self._by_lane = [np.flatnonzero(self.lanes == lane) for lane in range(self.lane_count)]
        mine = self._by_lane[lane]
        place = int(np.searchsorted(self.anchors[mine], time)) - (side < 0)
        return int(self.rows[mine[place]]) if 0 <= place < len(mine) else None


class Tiles:
    """The placements of one filter at one zoom, each made when it is first seen."""

    def __init__(
        self, dataset: Dataset, index: LaneIndex, faces: Faces, measure: TextMeasure, zoom: Zoom
    ) -> None:
        self._columns = dataset.columns
        self._index = index
        self._faces = faces
        self._measure = measure
        self._zoom = zoom
        self._k = zoom.px_per_s
        self._days = DAY_S * self._k >= DAY_WHISKER_PX
        self._duration = tile_duration(self._k)
        self._boxes = zoom.setting.boxes
        self._label_rows = np.array([box.label_rows for box in self._boxes])
        self._open = [box.lane for box in self._boxes if not box.folded]
        self._seams: dict[int, Times] = {}
        self._placements: dict[tuple[int, int], Placement] = {}
        self._long: dict[int, Mark | None] = {}
        low, high = whole_range(dataset.extent)
        self._origin = int(low) - self._duration // SEAM_SHARE
        self._limits = label_limits((self.world(low), self.world(high)), zoom.width)

    @property
    def px_per_s(self) -> float:
        """The zoom."""
        return self._k

    def world(self, time: float) -> int:
        """World x of a civil second."""
        return round(time * self._k)

    def showing(self, start: float, end: float) -> list[list[Placement]]:
        """Of each lane the placements that show something between two times."""
        start, end = start - REACH_PX / self._k, end + REACH_PX / self._k
        firsts, lasts = self._tiles_at(start), self._tiles_at(end)
        self._widen(firsts, lasts, start, end)
        missing: dict[int, list[int]] = {}
        for lane in self._open:
            for number in range(firsts[lane], lasts[lane] + 1):
                if (lane, number) not in self._placements:
                    missing.setdefault(number, []).append(lane)
        for number, lanes in missing.items():
            self._place(number, lanes)
        found: list[list[Placement]] = [[] for _ in self._boxes]
        for lane in self._open:
            found[lane] = [self._placements[lane, n] for n in range(firsts[lane], lasts[lane] + 1)]
        return found

    def long_mark(self, row: int) -> Mark | None:
        """The mark of an event that is longer than ``LONG_PX``; None if no row is left for it."""
        if row not in self._long:
            if self._ends_soon(np.array([row]))[0]:
                self._placement_of(row)
            else:
                self._long[row] = self._long_mark(row)
        return self._long[row]

    def long_mark_between(self, row: int, lo: int, hi: int) -> Mark | None:
        """The same for a view; what is open and has its one known end out of view is labelled inside."""
        mark = self.long_mark(row)
        stretch = None if mark is None else mark.bar or mark.whisker
        if mark is None or stretch is None or mark.side == INSIDE:
            return mark
        passes = (mark.open_end and stretch[0] < lo) or (mark.open_start and stretch[1] > hi)
        return self._long_mark(row) if passes else mark

    @property
    def long_s(self) -> float:
        """What is longer than this belongs to no tile."""
        return LONG_PX / self._k

    def mark_of(self, row: int) -> Mark | None:
        """The mark of any event of the filter, whatever is in view; None if it is counted in a pill."""
        if self.is_long(row):
            return self.long_mark(row)
        return next((mark for mark in self._placement_of(row).marks if mark.row == row), None)

    def around(self, row: int) -> Placement:
        """What is placed in the tile of an event, and what of its lane is too long for tiles."""
        near, columns = self._placement_of(row), self._columns
        lasting = self._index.lasting(self._days)
        longs = durations(lasting.starts, lasting.ends) > self.long_s
        rows = lasting.rows[longs & (lasting.lanes == columns.lane[row])]
        marks = [mark for mark in map(self.long_mark, rows.tolist()) if mark is not None]
        return Placement((*near.marks, *marks), near.pills)

    def bare(self, row: int) -> Mark:
        """An event as it would stand in the bottom row by itself."""
        (entry,) = self._entries(np.array([row]))
        return bare_mark(entry, self._boxes[int(self._columns.lane[row])])

    def is_long(self, row: int) -> bool:
        """Whether an event belongs to no tile."""
        return float(self._columns.end[row]) - float(self._columns.start[row]) > self.long_s

    def _placement_of(self, row: int) -> Placement:
        """The placement of the tile that holds the middle of an event's glyph."""
        lane = int(self._columns.lane[row])
        number = self._tiles_at(float(self._columns.anchor[row]))[lane]
        if (lane, number) not in self._placements:
            self._place(number, [lane])
        return self._placements[lane, number]

    # -- seams

    def _seam(self, number: int) -> Times:
        """Where tile ``number`` begins in each lane: in the widest gap near the grid."""
        if number not in self._seams:
            index = self._index
            grid = self._origin + number * self._duration
            reach = self._duration // SEAM_SHARE
            a, b = np.searchsorted(index.anchors, (grid - reach, grid + reach))
            every = np.arange(index.lane_count)
            lanes = np.concatenate((every, index.lanes[a:b], every))
            times = np.concatenate(
                (np.full(len(every), grid - reach), index.anchors[a:b], np.full(len(every), grid + reach))
            )
            order = np.argsort(lanes, kind="stable")
            lanes, times = lanes[order], times[order]
            begins = np.searchsorted(lanes, every)
            gaps = np.diff(times, append=0)
            gaps[begins - 1] = -1  # from the last of a lane to the first of the next
            seams = np.full(len(every), grid)
            for lane, (begin, end) in enumerate(pairwise([*begins.tolist(), len(lanes)])):
                if end - begin > 2:
                    widest = begin + int(gaps[begin:end].argmax())
                    # late in it, since labels stand on the right of their glyphs where they can
                    seams[lane] = int(times[widest] + gaps[widest] // 8 * 7)
            self._seams[number] = seams
        return self._seams[number]

    def _tiles_at(self, time: float) -> list[int]:
        """The number of the tile that holds a time, for each lane."""
        number = int((time - self._origin) // self._duration)
        before, after = self._seam(number) > time, self._seam(number + 1) <= time
        numbers: list[int] = (number - before.astype(np.int64) + after).tolist()
        return numbers

    def _widen(self, firsts: list[int], lasts: list[int], start: float, end: float) -> None:
        """Add the next tile where one of its events lasts into the stretch from ``start`` to ``end``."""
        index, columns = self._index, self._columns
        for side, numbers, edge in ((-1, firsts, start), (1, lasts, end)):
            seams = np.array(
                [self._seam(n + (side > 0))[lane] for lane, n in enumerate(numbers)], dtype=np.int64
            )
            if not len(seams):
                continue
            bounds = (edge - self.long_s, seams.max()) if side < 0 else (seams.min(), edge + self.long_s)
            a, b = np.searchsorted(index.anchors, bounds)
            rows, lanes = index.rows[a:b], index.lanes[a:b]
            starts, ends = columns.start[rows], columns.end[rows]
            reaches = durations(starts, ends) <= self.long_s
            if side < 0:
                reaches &= (index.anchors[a:b] < seams[lanes]) & (ends > edge)
            else:
                reaches &= (index.anchors[a:b] >= seams[lanes]) & (starts < edge)
            for lane in np.flatnonzero(np.bincount(lanes[reaches], minlength=1)).tolist():
                numbers[lane] += side

    # -- tiles

    def _place(self, number: int, lanes: list[int]) -> None:
        """Place some lanes of a tile."""
        columns, index = self._columns, self._index
        lows, highs = self._seam(number), self._seam(number + 1)
        wanted = np.zeros(len(lows), dtype=np.bool_)
        wanted[lanes] = True
        placers = {
            lane: self._placer(lane, low, high)
            for lane, low, high in zip(range(len(lows)), lows.tolist(), highs.tolist(), strict=True)
            if wanted[lane]
        }
        self._reserve(placers, wanted, lows, highs)
        a, b = np.searchsorted(index.anchors, (lows.min(), highs.max()))
        rows, of_lane, anchors = index.rows[a:b], index.lanes[a:b], index.anchors[a:b]
        mine = wanted[of_lane] & (anchors >= lows[of_lane]) & (anchors < highs[of_lane])
        soon = self._ends_soon(rows)
        mine &= soon | (durations(columns.start[rows], columns.end[rows]) <= self.long_s)
        open_rows = rows[mine & soon].tolist()
        rows, of_lane = rows[mine], of_lane[mine]
        order = np.lexsort((columns.rank[rows], of_lane))
        rows, of_lane = rows[order], of_lane[order]
        bounds = np.searchsorted(of_lane, np.arange(len(lows) + 1)).tolist()
        crowded = [lane for lane in placers if bounds[lane + 1] - bounds[lane] > CROWD]
        entries = (
            self._entries(rows) if not crowded else []
        )  # of all lanes at once: it is the calls that cost
        for lane, placer in placers.items():
            a, b = bounds[lane], bounds[lane + 1]
            if lane in crowded:
                leaders, bare, crowd = self._thinned(self._in_order(rows[a:b]), lane)
                leaders = leaders[np.argsort(columns.rank[leaders])]
                placement = placer.place(self._entries(leaders), self._entries(bare), crowd)
            else:
                placement = placer.place(entries[a:b] if entries else self._entries(rows[a:b]))
            if open_rows:
                placement = self._parted(placement, open_rows)
            self._placements[lane, number] = placement

    def _parted(self, placement: Placement, open_rows: list[int]) -> Placement:
        """A placement without what is drawn in every view from its known end onwards; that is kept apart."""
        apart = set(open_rows)
        self._long |= {mark.row: mark for mark in placement.marks if mark.row in apart}
        marks = tuple([mark for mark in placement.marks if mark.row not in apart])
        return placement._replace(marks=marks)

    def _ends_soon(self, rows: Rows) -> npt.NDArray[np.bool_]:
        """Which are open, have a row, and have at most ``LONG_PX`` to where the collection ends.

        Their labels are placed with those of the tile that holds their known end.
        """
        columns = self._columns
        starts, ends = columns.start[rows], columns.end[rows]
        found: npt.NDArray[np.bool_] = (starts == OPEN_START) | (ends == OPEN_END)
        if found.any():
            numbers, (x0s, x1s) = self._stretches(rows, columns.lane[rows])
            low, high = self._limits
            found &= (numbers >= 0) & (np.minimum(x1s, high) - np.maximum(x0s, low) <= LONG_PX)
        return found

    def _placer(self, lane: int, low: int, high: int) -> LanePlacer:
        left, right = self.world(low), self.world(high)
        return LanePlacer(self._boxes[lane], left, right, self._limits, self._zoom.style)

    def _reserve(
        self, placers: dict[int, LanePlacer], wanted: npt.NDArray[np.bool_], lows: Times, highs: Times
    ) -> None:
        """Keep free what the bars and whiskers of all tiles take that reach into these."""
        found = self._index.lasting(self._days)
        b = int(np.searchsorted(found.starts, highs.max()))
        lanes = found.lanes[:b]
        meets = wanted[lanes] & (found.starts[:b] < highs[lanes]) & (found.ends[:b] > lows[lanes])
        rows, lanes = found.rows[:b][meets], lanes[meets]
        numbers, (x0s, x1s) = self._stretches(rows, lanes)
        drawn = numbers >= 0
        lists = (one[drawn].tolist() for one in (lanes, numbers, x0s, x1s))
        for lane, number, x0, x1 in zip(*lists, strict=True):
            placers[lane].reserve(number, x0, x1)

    def _stretches(self, rows: Rows, lanes: Lanes) -> tuple[npt.NDArray[np.int32], Pixels]:
        """Row (-1 for a point) of events at this zoom, and their starts and ends in px."""
        columns = self._columns
        bounds = self._pixels(np.stack((columns.start[rows], columns.end[rows])))
        numbers = self._index.bar_rows(self._days)[rows]
        drawn = (bounds[1] - bounds[0] >= LEAST_PX[columns.form[rows]]) & (numbers < self._label_rows[lanes])
        return np.where(drawn, numbers, -1), bounds

    def _pixels(self, times: Times) -> Pixels:
        return pixels_of(times, self._k)

    def _in_order(self, rows: Rows) -> Rows:
        """Rows by glyph position."""
        return rows[np.lexsort((rows, self._columns.anchor[rows]))]

    def _thinned(self, rows: Rows, lane: int) -> tuple[Rows, Rows, list[Cluster]]:
        """The leaders of each stretch of a crowd; all others go to the bottom row, singly or merged."""
        xs = self._pixels(self._columns.anchor[rows])
        bins = xs // CROWD_BIN_PX
        order = np.lexsort((self._columns.rank[rows], bins))
        place = np.empty(len(rows), dtype=np.int64)
        place[order] = np.arange(len(rows)) - np.searchsorted(bins[order], bins[order])
        leads = (place < LEADERS_A_BIN) | (self._stretches(rows, self._columns.lane[rows])[0] >= 0)
        rest, xs = rows[~leads], xs[~leads]
        dots, firsts, counts = np.unique(xs // CROWD_DOT_PX, return_index=True, return_counts=True)
        if not len(dots):
            return rows, rest, []
        sums = np.add.reduceat(xs, firsts).tolist()
        x0s = np.minimum.reduceat(self._pixels(self._columns.start[rest]), firsts).tolist()
        x1s = np.maximum.reduceat(self._pixels(self._columns.end[rest]), firsts).tolist()
        crowd = [
            Cluster(rest[first : first + count].tolist(), sum_x, x0, x1, GLYPH_BARE)
            for first, count, sum_x, x0, x1 in zip(
                firsts.tolist(), counts.tolist(), sums, x0s, x1s, strict=True
            )
            if count > 1
        ]
        return rows[leads], rest[firsts[counts == 1]], crowd

    def _long_mark(self, row: int) -> Mark | None:
        box: LaneBox = self._boxes[int(self._columns.lane[row])]
        (entry,) = self._entries(np.array([row]))
        face = entry.face
        if entry.form == POINT:
            return None
        label = elided(face.label, LONG_PX / 2, face.role, self._measure)
        width = self._measure.width(label, face.role)
        if entry.form == SPAN:
            return lasting_mark(entry, box, BAR_GLYPH_SIZE, label, entry.x0 + BAR_LABEL_PX, width, INSIDE)
        width += face.above_w - face.name_w
        label_x = label_above(entry, width, (entry.x0, entry.x1))
        assert label_x is not None  # it is shorter than half of what is long
        return lasting_mark(entry, box, WHISKER_GLYPH_SIZE, label, label_x, width, ABOVE)

    def _entries(self, rows: Rows) -> list[Entry]:
        columns = self._columns
        numbers, (x0s, x1s) = self._stretches(rows, columns.lane[rows])
        forms = np.where(numbers < 0, POINT, np.where(columns.form[rows] == SPAN, SPAN, VAGUE))
        xs = self._pixels(columns.anchor[rows])
        lists = (one.tolist() for one in (xs, x0s, x1s, forms, numbers))
        return list(map(Entry._make, zip(self._faces.of(rows.tolist()), *lists, strict=True)))


def pixels_of(times: Times, px_per_s: float) -> Pixels:
    """World x of civil seconds at a zoom; what is open lies farther than any view."""
    pixels: Pixels = np.rint(np.clip(times * px_per_s, -FARTHEST_PX, FARTHEST_PX)).astype(np.int64)
    return pixels


def durations(starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Lengths in seconds; the difference of two open ends does not fit into int64."""
    return ends.astype(np.float64) - starts


def label_limits(known: tuple[int, int], width: int) -> tuple[int, int]:
    """Where labels have to end: where the collection does, or the plot that shows all of it."""
    low, high = known
    if high - low < width:
        middle = (low + high) // 2
        low, high = middle - width // 2, middle + width // 2
    return low + EDGE_FADE_PX, high - EDGE_FADE_PX


def tile_duration(px_per_s: float) -> int:
    """Seconds of a tile at a zoom: the power of two that is between 4096 and 8192 px wide."""
    seconds = 1
    while seconds * px_per_s < TILE_PX:
        seconds *= 2
    return seconds
