"""Heights of the lanes: empty ones fold, the freed height goes to the busy ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.layout.style import Style

DATED_MOST = 40  # with fewer events in view each label carries its date
LEAST_ROWS = 2
WANTED_ROWS_MOST = 9
PAD_TOP_PX = 3
TIGHTEST = 0.89  # rows may move this much closer before one of them is given up


@dataclass(frozen=True, slots=True)
class LaneBox:
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


@dataclass(frozen=True, slots=True)
class LaneSetting:
    """What changes only when the view rests: which lanes fold, how high they are, whether dates show."""

    boxes: tuple[LaneBox, ...]
    dated: bool


def set_lanes(counts: Sequence[int], top: int, height: int, style: Style, *, fold: bool = True) -> LaneSetting:
    """Boxes for lanes that hold ``counts`` events in view, filling ``height`` px below ``top``."""
    dated = 0 < sum(counts) < DATED_MOST
    row = style.dated_row if dated else style.row
    folded = [fold and count == 0 and any(counts) for count in counts]
    wanted = [
        style.folded if folds else round(PAD_TOP_PX + row * min(max(count, LEAST_ROWS), WANTED_ROWS_MOST) + style.bare_row)
        for count, folds in zip(counts, folded, strict=True)
    ]
    heights = _fill(wanted, folded, counts, height)
    boxes: list[LaneBox] = []
    y = top
    for lane, lane_height in enumerate(heights):
        boxes.append(_box(lane, y, lane_height, folded[lane], row, style))
        y += lane_height
    return LaneSetting(tuple(boxes), dated)


def _box(lane: int, top: int, height: int, folded: bool, row: float, style: Style) -> LaneBox:
    if folded:
        return LaneBox(lane, top, height, True, height, 0, top + height / 2)
    room = height - PAD_TOP_PX - style.bare_row
    rows = max(int(room / (row * TIGHTEST)), 1)
    return LaneBox(lane, top, height, False, min(row, room / rows), rows, top + height - style.bare_row / 2 - 1)


def _fill(wanted: list[int], folded: list[bool], counts: Sequence[int], height: int) -> list[int]:
    """Whole-px heights that sum to ``height``: no lane above its want while another is below its own."""
    open_lanes = [lane for lane, folds in enumerate(folded) if not folds]
    if not open_lanes:
        return [height // len(wanted)] * len(wanted) if wanted else []
    free = height - sum(wanted[lane] for lane in range(len(wanted)) if folded[lane])
    level = _water_level([wanted[lane] for lane in open_lanes], free)
    heights = list(wanted)
    for lane in open_lanes:
        heights[lane] = min(wanted[lane], int(level))
    spare = free - sum(heights[lane] for lane in open_lanes)
    by_count = sorted(open_lanes, key=lambda lane: -counts[lane])
    total = sum(counts[lane] for lane in open_lanes) or len(open_lanes)
    for lane in by_count:
        heights[lane] += int(spare * (counts[lane] or (total == len(open_lanes))) / total)
    heights[by_count[0]] += height - sum(heights)
    return heights


def _water_level(wanted: list[int], free: int) -> float:
    """The level L for which the sum of min(want, L) is ``free``, or the highest want if all fit."""
    rest, left = free, sorted(wanted)
    while left:
        share = rest / len(left)
        if left[0] > share:
            return max(share, 1)
        rest -= left.pop(0)
    return max(wanted)
