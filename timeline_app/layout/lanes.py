"""Heights of the lanes: empty ones fold, and height goes to the lanes whose labels need it."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct

DATED_MOST = 40  # with fewer events in view each label carries its date
LEAST_ROWS = 2
WANTED_ROWS_MOST = 9
PAD_TOP_PX = 3
LEAST_SHARE = 0.6  # of a row: in less, a label would touch the glyphs below, so there are only glyphs
BARE_LEAST_PX = 18  # of a lane that has room for pills only
DATED_LEAST_SHARE = 0.8  # the same of a row with dates, whose labels have two lines
TIGHTEST = 0.89  # rows may move this much closer before one of them is given up


class LaneBox(Struct, frozen=True):
    """One lane: where it lies and how its rows are spaced, in scene px."""

    lane: int
    top: int
    height: int
    folded: bool
    row_px: float
    label_rows: int
    bare_y: float

    def row_y(self, row: int) -> float:
        """Middle of a label row; the first is at the top."""
        return self.top + PAD_TOP_PX + self.row_px * (row + 0.5)


class LaneSetting(Struct, frozen=True):
    """What changes only when the view rests: which lanes fold, how high they are, whether dates show."""

    boxes: tuple[LaneBox, ...]
    dated: bool


def rows_needed(
    starts: npt.ArrayLike, ends: npt.ArrayLike, lanes: npt.ArrayLike, lane_count: int
) -> list[int]:
    """In how many rows half-open stretches lie without touching, for each lane.

    The greatest number that meet at one place, since intervals need exactly as many rows as are open at once
    (Golumbic 1980): at the start of each, those that began by then without those that ended. The lanes are
    laid end to end.
    """
    lows, highs, which = np.asarray(starts, float), np.asarray(ends, float), np.asarray(lanes, np.intp)
    most = np.zeros(lane_count, dtype=np.intp)
    if len(lows):
        shift = which * (highs.max() - lows.min() + 1)
        order = np.argsort(lows + shift, kind="stable")
        ended = np.searchsorted(np.sort(highs + shift), (lows + shift)[order], side="right")
        np.maximum.at(most, which[order], np.arange(1, len(lows) + 1) - ended)
    found: list[int] = most.tolist()
    return found


def set_lanes(
    counts: Sequence[int],
    top: int,
    height: int,
    style: Style,
    *,
    fold: bool = True,
    needed: Sequence[int] | None = None,
) -> LaneSetting:
    """Boxes for lanes that hold ``counts`` events in view, filling ``height`` px below ``top``.

    ``needed`` says how many rows of labels each lane can use, by default one for each event. Dates are left
    out where they would cost a lane its only label row.
    """
    needed = counts if needed is None else needed
    folded = [fold and count == 0 for count in counts]
    dated = 0 < sum(counts) < DATED_MOST
    boxes = _boxes(counts, needed, folded, top, height, style, style.dated_row if dated else style.row)
    if dated and any(not box.folded and not box.label_rows for box in boxes):
        dated, boxes = False, _boxes(counts, needed, folded, top, height, style, style.row)
    return LaneSetting(boxes, dated)


def _boxes(
    counts: Sequence[int],
    needed: Sequence[int],
    folded: list[bool],
    top: int,
    height: int,
    style: Style,
    row: float,
) -> tuple[LaneBox, ...]:
    heights = _heights(counts, needed, folded, height, style, row)
    boxes: list[LaneBox] = []
    y = top
    for lane, lane_height in enumerate(heights):
        boxes.append(_box(lane, y, lane_height, folded[lane], row, style))
        y += lane_height
    return tuple(boxes)


def _box(lane: int, top: int, height: int, folded: bool, row: float, style: Style) -> LaneBox:
    if folded:
        return LaneBox(lane, top, height, True, height, 0, top + height / 2)
    room = height - PAD_TOP_PX - style.bare_row
    rows = _rows_in(room, row, style)
    row_px = min(row, room / rows) if rows else row
    bare_y = top + max(height - style.bare_row / 2 - 1, height / 2)
    return LaneBox(lane, top, height, False, row_px, rows, bare_y)


def _rows_in(room: float, row: float, style: Style) -> int:
    return max(int(room / (row * TIGHTEST)), 0) or int(room >= _least(row, style))


def _least(row: float, style: Style) -> float:
    """The least height of an only row, in px."""
    return row * (DATED_LEAST_SHARE if row == style.dated_row else LEAST_SHARE)


def label_rows(height: float, style: Style) -> int:
    """How many rows of labels without dates a lane of this height has."""
    return _rows_in(height - PAD_TOP_PX - style.bare_row, style.row, style)


def _heights(
    counts: Sequence[int],
    needed: Sequence[int],
    folded: list[bool],
    height: int,
    style: Style,
    row: float,
) -> list[int]:
    """Whole-px heights that sum to ``height``.

    Room is given by whole rows, each to the lane that has the smallest part of what it needs; what is left
    loosens the rows. Where there is not one row for each, the busiest get one.
    """
    count = len(folded)
    open_lanes = [lane for lane in range(count) if not folded[lane]]
    if not open_lanes:  # nothing in view: each lane still names its nearest events
        return _shares(height, [1] * count)
    heights = [min(style.folded, height // count) if folds else 0 for folds in folded]
    free = height - sum(heights)
    base, tight = PAD_TOP_PX + style.bare_row, row * TIGHTEST
    wants = [min(max(needed[lane], LEAST_ROWS), WANTED_ROWS_MOST) for lane in open_lanes]
    rows = _rows_by_need(wants, int((free - len(wants) * (base + 1)) / tight))
    if rows is None:
        given, weights = (
            _busiest_first([counts[lane] for lane in open_lanes], free, style, row),
            [1] * len(wants),
        )
    else:
        given, weights = [math.ceil(base + tight * number) for number in rows], rows
        if rows == wants:
            weights = [counts[lane] for lane in open_lanes]
    spare = _shares(free - sum(given), weights)
    for lane, least, more in zip(open_lanes, given, spare, strict=True):
        heights[lane] = least + more
    return heights


def _busiest_first(counts: list[int], free: int, style: Style, row: float) -> list[int]:
    """Least heights where not every lane has room for labels: that of one row for as many as it allows."""
    bare, labelled = style.px(BARE_LEAST_PX), math.ceil(PAD_TOP_PX + _least(row, style) + style.bare_row)
    number = (free - bare * len(counts)) // (labelled - bare)
    if number < 0:
        return [0] * len(counts)
    busiest = sorted(range(len(counts)), key=lambda lane: -counts[lane])[:number]
    return [labelled if lane in busiest else bare for lane in range(len(counts))]


def _rows_by_need(wants: list[int], total: int) -> list[int] | None:
    """How many of ``total`` rows each lane gets: one each, the next to who has least of what it wants.

    The method of divisors for seats (D'Hondt 1878), but lanes with equal claims get equally many. None if
    there are not enough for one each.
    """
    left = total - len(wants)
    if left < 0:
        return None
    rows = [1] * len(wants)
    while True:
        claims = [want / have if have < want else 0.0 for want, have in zip(wants, rows, strict=True)]
        first = [lane for lane, claim in enumerate(claims) if claim and claim == max(claims)]
        if not first or len(first) > left:
            return rows
        left -= len(first)
        for lane in first:
            rows[lane] += 1


def _shares(whole: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers that sum to ``whole``, in the ratio of the weights or equal if none weighs.

    The remainder goes to the heaviest.
    """
    total = sum(weights)
    if not total:
        return _shares(whole, [1] * len(weights))
    shares = [whole * weight // total for weight in weights]
    shares[max(range(len(weights)), key=weights.__getitem__)] += whole - sum(shares)
    return shares
