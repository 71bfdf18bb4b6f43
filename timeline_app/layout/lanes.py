"""Heights of the lanes: empty ones fold, the freed height goes to the busy ones."""

import math
from collections.abc import Sequence

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


def set_lanes(
    counts: Sequence[int], top: int, height: int, style: Style, *, fold: bool = True
) -> LaneSetting:
    """Boxes for lanes that hold ``counts`` events in view, filling ``height`` px below ``top``.

    Dates are left out where they would cost a lane its only label row.
    """
    folded = [fold and count == 0 for count in counts]
    dated = 0 < sum(counts) < DATED_MOST
    boxes = _boxes(counts, folded, top, height, style, style.dated_row if dated else style.row)
    if dated and any(not box.folded and not box.label_rows for box in boxes):
        dated, boxes = False, _boxes(counts, folded, top, height, style, style.row)
    return LaneSetting(boxes, dated)


def _boxes(
    counts: Sequence[int], folded: list[bool], top: int, height: int, style: Style, row: float
) -> tuple[LaneBox, ...]:
    folded_px = min(style.folded, height // len(counts)) if counts else 0
    wanted = [
        folded_px if folds else _wanted(count, row, style)
        for count, folds in zip(counts, folded, strict=True)
    ]
    boxes: list[LaneBox] = []
    y = top
    labelled_px = math.ceil(PAD_TOP_PX + _least(row, style) + style.bare_row)
    few = style.px(BARE_LEAST_PX), labelled_px
    for lane, lane_height in enumerate(_fill(wanted, folded, counts, height, few)):
        boxes.append(_box(lane, y, lane_height, folded[lane], row, style))
        y += lane_height
    return tuple(boxes)


def _wanted(count: int, row: float, style: Style) -> int:
    rows = min(max(count, LEAST_ROWS), WANTED_ROWS_MOST)
    return round(PAD_TOP_PX + row * rows + style.bare_row)


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


def _fill(
    wanted: list[int], folded: list[bool], counts: Sequence[int], height: int, few: tuple[int, int]
) -> list[int]:
    """Whole-px heights that sum to ``height``: no lane above its want while another is below its own.

    Where that would leave every lane without a label, the busiest get the height that one needs: ``few`` is
    the least without a label and with one. What is left over goes to the lanes in the ratio of their counts.
    """
    open_lanes = [lane for lane, folds in enumerate(folded) if not folds]
    if not open_lanes:  # nothing in view: each lane still names its nearest events
        return [
            height * (lane + 1) // len(wanted) - height * lane // len(wanted) for lane in range(len(wanted))
        ]
    free = height - sum(want for want, folds in zip(wanted, folded, strict=True) if folds)
    level = int(_water_level([wanted[lane] for lane in open_lanes], free))
    heights = [want if folds else min(want, level) for want, folds in zip(wanted, folded, strict=True)]
    bare, labelled = few
    if level < labelled and free >= bare * len(open_lanes):
        busiest = sorted(open_lanes, key=lambda lane: -counts[lane])
        count = (free - bare * len(open_lanes)) // (labelled - bare)
        for place, lane in enumerate(busiest):
            heights[lane] = labelled if place < count else bare
    spare = height - sum(heights)
    total = sum(counts[lane] for lane in open_lanes)
    for lane in open_lanes:
        heights[lane] += spare * counts[lane] // total if total else spare // len(open_lanes)
    heights[max(open_lanes, key=lambda lane: counts[lane])] += height - sum(heights)
    return heights


def _water_level(wanted: list[int], free: int) -> float:
    """The level L for which the sum of min(want, L) is ``free``, or the highest want if all fit."""
    rest, left = free, sorted(wanted)
    while left:
        share = rest / len(left)
        if left[0] > share:
            return share
        rest -= left.pop(0)
    return max(wanted)
