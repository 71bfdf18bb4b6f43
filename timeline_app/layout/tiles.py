"""Cut the world axis of each lane into tiles and place each tile once a zoom.

What a tile holds depends on data, filter, zoom and sizes alone. Its seams are those of a fixed grid
of times, each moved to the widest gap between two events near by, so that few labels meet one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.dates.wording import short_date_in_words
from timeline_app.layout.clusters import Cluster
from timeline_app.layout.labels import (
    BAR_GLYPH_SIZE,
    BAR_LEAST_PX,
    DATE_GAP_PX,
    WHISKER_GLYPH_SIZE,
    WHISKER_LEAST_PX,
    LanePlacer,
    label_above,
    placed_mark,
)
from timeline_app.layout.lanes import LaneBox, LaneSetting
from timeline_app.layout.marks import ABOVE, BAR_LABEL_PX, INSIDE, Entry, Mark, Placement
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.style import GLYPH_BARE, Style, label_role
from timeline_app.model.columns import DAY_S, OPEN_END, OPEN_START, POINT, SPAN, VAGUE
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import Mask
from timeline_app.model.view import whole_range

TILE_PX = 4096  # tiles are between this and twice this wide, and powers of two in seconds
TILE_ORIGIN_S = -62_167_219_200  # year 0: the seams of wide tiles fall outside the last centuries
SEAM_SHARE = 8  # a seam moves by at most this part of a tile
LONG_PX = 1024  # what is longer reaches into other tiles and belongs to none
CROWD = 240  # more events of a lane in a tile than this are thinned before labelling
CROWD_BIN_PX = 44
LEADERS_A_BIN = 2
CROWD_DOT_PX = 8  # unlabelled events of a crowd are merged in steps of this
PACKED_SPANS_MOST = 5_000
DAY_WHISKER_PX = 320  # a day this wide shows that only the day is known
FARTHEST_PX = 1 << 61

Rows = npt.NDArray[np.intp]
Pixels = npt.NDArray[np.int64]


class Zoom(NamedTuple):
    """All that a placement depends on besides dataset and filter."""

    px_per_s: float
    style: Style
    setting: LaneSetting
    language: str
    width: int  # of the plot in px


class LaneIndex:
    """The rows of a filter by lane and glyph position, and the rows of bars and whiskers by time."""

    def __init__(self, dataset: Dataset, mask: Mask) -> None:
        columns = dataset.columns
        self._dataset = dataset
        chosen = np.flatnonzero(mask)
        order = np.lexsort((columns.anchor[chosen], columns.lane[chosen]))
        chosen = chosen[order]
        bounds = np.searchsorted(columns.lane[chosen], np.arange(len(dataset.categories) + 1))
        self.rows: list[Rows] = [chosen[a:b] for a, b in pairwise(bounds)]
        self.anchors = [columns.anchor[rows] for rows in self.rows]
        self._lasting: dict[bool, list[Rows]] = {}
        self._bar_rows: dict[bool, npt.NDArray[np.int32]] = {}

    def lasting(self, lane: int, days: bool) -> Rows:
        """Rows of a lane that may be drawn as bars or whiskers; with ``days`` also those of one day."""
        if days not in self._lasting:
            columns = self._dataset.columns
            lasts = columns.form != POINT
            if days:
                lasts |= columns.end - DAY_S >= columns.start
            self._lasting[days] = [rows[lasts[rows]] for rows in self.rows]
        return self._lasting[days][lane]

    def bar_rows(self, days: bool) -> npt.NDArray[np.int32]:
        """Row of each bar or whisker by time alone, in rank order; -1 for all else."""
        if days not in self._bar_rows:
            columns = self._dataset.columns
            result = np.full(len(columns), -1, dtype=np.int32)
            for lane in range(len(self.rows)):
                rows = self.lasting(lane, days)
                rows = rows[np.argsort(columns.rank[rows])][:PACKED_SPANS_MOST]
                starts, ends = columns.start[rows].tolist(), columns.end[rows].tolist()
                for row, number in pack_rows(zip(rows.tolist(), starts, ends, strict=True)).items():
                    result[row] = number
            self._bar_rows[days] = result
        return self._bar_rows[days]

    def neighbour(self, lane: int, time: float, side: int) -> int | None:
        """The row whose glyph is nearest before (-1) or at or after (1) a time, or None."""
        position = int(np.searchsorted(self.anchors[lane], time)) - (side < 0)
        return int(self.rows[lane][position]) if 0 <= position < len(self.rows[lane]) else None


class Tiles:
    """The placements of one filter at one zoom, each made when it is first seen."""

    def __init__(self, dataset: Dataset, index: LaneIndex, measure: TextMeasure, zoom: Zoom) -> None:
        self._dataset = dataset
        self._columns = dataset.columns
        self._index = index
        self._measure = measure
        self._zoom = zoom
        self._k = zoom.px_per_s
        self._days = DAY_S * self._k >= DAY_WHISKER_PX
        self._duration = tile_duration(self._k)
        self._seams: dict[tuple[int, int], int] = {}
        self._placements: dict[tuple[int, int], Placement] = {}
        self._long: dict[int, Mark | None] = {}
        low, high = whole_range(dataset.extent)
        self._known = self.world(low), self.world(high)
        self._limits = _limits(self._known, zoom.width)

    def world(self, time: float) -> int:
        """World x of a civil second."""
        return round(time * self._k)

    def between(self, lane: int, start: float, end: float) -> Iterator[Placement]:
        """The placements of a lane that hold the stretch from ``start`` to ``end``."""
        for number in range(self._tile_at(lane, start), self._tile_at(lane, end) + 1):
            yield self._placement(lane, number)

    def long_mark(self, row: int) -> Mark | None:
        """The mark of an event that is longer than ``LONG_PX``; None if no row is left for it."""
        if row not in self._long:
            self._long[row] = self._long_mark(row)
        return self._long[row]

    @property
    def long_s(self) -> float:
        """What is longer than this belongs to no tile."""
        return LONG_PX / self._k

    # -- seams

    def _seam(self, lane: int, number: int) -> int:
        key = lane, number
        if key not in self._seams:
            grid = TILE_ORIGIN_S + number * self._duration
            reach = self._duration // SEAM_SHARE
            low, high = grid - reach, grid + reach
            anchors = self._index.anchors[lane]
            a, b = np.searchsorted(anchors, (low, high))
            near = np.concatenate(([low], anchors[a:b], [high]))
            widest = int(np.argmax(np.diff(near)))
            self._seams[key] = int(near[widest] + near[widest + 1]) // 2 if b > a else grid
        return self._seams[key]

    def _tile_at(self, lane: int, time: float) -> int:
        number = int((time - TILE_ORIGIN_S) // self._duration)
        if time < self._seam(lane, number):
            return number - 1
        return number + 1 if time >= self._seam(lane, number + 1) else number

    # -- tiles

    def _placement(self, lane: int, number: int) -> Placement:
        key = lane, number
        if key not in self._placements:
            box = self._zoom.setting.boxes[lane]
            ends = self._seam(lane, number), self._seam(lane, number + 1)
            self._placements[key] = Placement((), ()) if box.folded else self._place(box, *ends)
        return self._placements[key]

    def _place(self, box: LaneBox, start: int, end: int) -> Placement:
        columns, anchors = self._columns, self._index.anchors[box.lane]
        a, b = np.searchsorted(anchors, (start, end))
        rows = self._index.rows[box.lane][a:b]
        rows = rows[durations(columns.start[rows], columns.end[rows]) <= self.long_s]
        zoom = self._zoom
        left, right = self.world(start), self.world(end)
        placer = LanePlacer(
            box, left, right, self._known, self._limits, zoom.style, self._measure, zoom.setting.dated
        )
        placer.reserve(self._stretches(box, start, end))
        leaders, bare = rows, rows[:0]
        crowd: list[Cluster] = []
        if len(rows) > CROWD:
            leaders, bare, crowd = self._thinned(rows, box)
        leaders = leaders[np.argsort(columns.rank[leaders])]
        return placer.place(self._entries(leaders, box), self._entries(bare, box), crowd)

    def _stretches(self, box: LaneBox, start: int, end: int) -> list[tuple[int, int, int]]:
        """Row, start and end in px of the bars and whiskers of all tiles that reach into this one."""
        columns = self._columns
        rows = self._index.lasting(box.lane, self._days)
        rows = rows[(columns.start[rows] < end) & (columns.end[rows] > start)]
        numbers, x0s, x1s = self._as_stretches(rows, box)
        drawn = numbers >= 0
        return list(zip(numbers[drawn].tolist(), x0s[drawn].tolist(), x1s[drawn].tolist(), strict=True))

    def _as_stretches(self, rows: Rows, box: LaneBox) -> tuple[npt.NDArray[np.int32], Pixels, Pixels]:
        """Row (-1 for a point), start and end in px of events at this zoom."""
        columns = self._columns
        x0s, x1s = self._pixels(columns.start[rows]), self._pixels(columns.end[rows])
        forms = columns.form[rows]
        least = np.array((DAY_WHISKER_PX, BAR_LEAST_PX, WHISKER_LEAST_PX))[forms]
        numbers = self._index.bar_rows(self._days)[rows]
        return np.where((x1s - x0s >= least) & (numbers < box.label_rows), numbers, -1), x0s, x1s

    def _pixels(self, times: npt.NDArray[np.int64]) -> Pixels:
        pixels: Pixels = np.clip(np.rint(times * self._k), -FARTHEST_PX, FARTHEST_PX).astype(np.int64)
        return pixels

    def _thinned(self, rows: Rows, box: LaneBox) -> tuple[Rows, Rows, list[Cluster]]:
        """The leaders of each stretch of a crowd; all others go to the bottom row, singly or merged."""
        xs = self._pixels(self._columns.anchor[rows])
        bins = xs // CROWD_BIN_PX
        order = np.lexsort((self._columns.rank[rows], bins))
        place = np.empty(len(rows), dtype=np.int64)
        place[order] = np.arange(len(rows)) - np.searchsorted(bins[order], bins[order])
        leads = (place < LEADERS_A_BIN) | (self._as_stretches(rows, box)[0] >= 0)
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
        box = self._zoom.setting.boxes[int(self._columns.lane[row])]
        entry = self._entries(np.array([row]), box)[0]
        if entry.form == POINT:
            return None
        role, dated = label_role(entry.importance), self._zoom.setting.dated
        label = elided(entry.label, LONG_PX / 2, role, self._measure)
        width = self._measure.width(label, role)
        if entry.form == SPAN:
            return placed_mark(
                entry, box, entry.bar_row, BAR_GLYPH_SIZE, label, entry.x0 + BAR_LABEL_PX, width, INSIDE
            )
        if dated and entry.date:
            width += DATE_GAP_PX + self._measure.width(entry.date, "label-date")
        label_x = label_above(entry, width, self._known)
        if label_x is None:
            label, label_x, width = "", entry.x, 0.0
        return placed_mark(entry, box, entry.bar_row, WHISKER_GLYPH_SIZE, label, label_x, width, ABOVE)

    def _entries(self, rows: Rows, box: LaneBox) -> list[Entry]:
        columns, dataset, zoom = self._columns, self._dataset, self._zoom
        numbers, x0s, x1s = self._as_stretches(rows, box)
        starts, ends = columns.start[rows] == OPEN_START, columns.end[rows] == OPEN_END
        lists = (
            rows, self._pixels(columns.anchor[rows]), x0s, x1s, columns.form[rows], numbers,
            columns.importance[rows], columns.disputed[rows], columns.exact[rows], starts, ends,
        )  # fmt: skip
        entries = []
        for row, x, x0, x1, form, number, importance, disputed, exact, open_start, open_end in zip(
            *(one.tolist() for one in lists), strict=True
        ):
            date, event = dataset.dates[row], dataset.events[row]
            drawn = POINT if number < 0 else SPAN if form == SPAN else VAGUE
            entries.append(
                Entry(
                    row, x, x0, x1, drawn, importance, disputed, form != POINT and not exact,
                    open_start, open_end, date.unknown_start, date.unknown_end, number,
                    (event.label or event.title).in_language(zoom.language),
                    short_date_in_words(date, zoom.language) if zoom.setting.dated else "",
                )
            )  # fmt: skip
        return entries


def durations(starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Lengths in seconds; the difference of two open ends does not fit into int64."""
    return ends.astype(np.float64) - starts


def _limits(known: tuple[int, int], width: int) -> tuple[int, int]:
    """Where labels have to end: at the edges of the plot while it shows everything, else nowhere."""
    low, high = known
    if high - low > width + 1:
        return -FARTHEST_PX, FARTHEST_PX
    middle = (low + high) // 2
    return middle - width // 2, middle + width // 2


def tile_duration(px_per_s: float) -> int:
    """Seconds of a tile at a zoom: the power of two that is between 4096 and 8192 px wide."""
    seconds = 1
    while seconds * px_per_s < TILE_PX:
        seconds *= 2
    return seconds
