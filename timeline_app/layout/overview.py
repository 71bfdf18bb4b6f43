"""The whole range in a strip: events a bin above and below a line, by half, and the view as a brush.

Events whose category belongs to neither half count on both sides alike, half a count on either.
"""

import math

import numpy as np

from timeline_app.dates.calendar import MONTH, QUARTER, YEAR, CalendarInterval, from_seconds
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import Style
from timeline_app.layout.ticks import Tick, year_in_words
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine
from timeline_app.model.frozen import Struct
from timeline_app.model.view import ViewState, whole_range

BIN_LEAST_PX = 3
FINE_BIN_LEAST_PX = 4.5  # of months and quarters
YEAR_S = 31_556_952


class Bin(Struct, frozen=True):
    """A bar of the histogram in px: its edges, the events of either half and those of neither."""

    x0: int
    x1: int
    above: int
    below: int
    neither: int = 0


class OverviewScene(Struct, frozen=True):
    """The strip in px."""

    width: int
    height: int
    style: Style
    left: int
    right: int
    base: int  # y of the line
    reach_px: int  # height of the highest bar
    bins: tuple[Bin, ...]
    highest: float
    has_neither: bool  # whether the collection has categories that belong to neither half
    ticks: tuple[Tick, ...]
    brush: tuple[float, float]

    def bar_px(self, count: float) -> float:
        """Height of a bar: by the square root, so that single events stay visible."""
        return self.reach_px * math.sqrt(count / self.highest) if self.highest and count else 0.0


class OverviewScale(Struct, frozen=True):
    """Time to x of the strip and back."""

    start: float
    end: float
    left: int
    right: int

    def to_px(self, time: float) -> float:
        """x of a civil second."""
        return self.left + (time - self.start) / (self.end - self.start) * (self.right - self.left)

    def to_time(self, x: float) -> float:
        """Civil second at an x."""
        return self.start + (x - self.left) / (self.right - self.left) * (self.end - self.start)


def overview_scale(dataset: Dataset, width: int, style: Style) -> OverviewScale:
    """The whole range over the strip."""
    start, end = whole_range(dataset.extent)
    return OverviewScale(start, end, style.gutter + style.px(9), max(width - style.px(12), style.gutter + 40))


def bin_edges(scale: OverviewScale) -> list[int]:
    """Edges of months, quarters, or one or more years, whichever leaves bars of some px."""
    years, width = (scale.end - scale.start) / YEAR_S, scale.right - scale.left
    if width / years / 12 >= FINE_BIN_LEAST_PX:
        interval = MONTH
    elif width / years / 4 >= FINE_BIN_LEAST_PX:
        interval = QUARTER
    else:
        interval = _years(years, width, BIN_LEAST_PX)
    edges = interval.range(interval.floor(scale.start), scale.end + 1)
    return [*edges, interval.offset(edges[-1], 1)]


def _years(years: float, width_px: float, least_px: float) -> CalendarInterval:
    """The shortest of 1, 2, 5, 10, 20 ... years that is ``least_px`` wide."""
    step = 1
    while width_px / years * step < least_px:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return YEAR.every(step)


def build_overview(
    dataset: Dataset,
    engine: FilterEngine,
    view: ViewState,
    size: tuple[int, int],
    style: Style,
    measure: TextMeasure,
) -> OverviewScene:
    """The strip for a view; each event counts once, in the bin in which it begins."""
    width, height = size
    scale = overview_scale(dataset, width, style)
    edges = bin_edges(scale)
    columns = dataset.columns
    # rows are sorted by start: the events of a bin are a stretch of rows, those begun before it in the first
    bounds = np.searchsorted(columns.start, edges)
    bounds[0], bounds[-1] = 0, len(columns)
    halves = [category.half for category in dataset.categories]
    mask = engine.mask(view.filter)
    counts = []
    for half in ("dialogue", "security", None):
        of_half = np.isin(columns.lane, [lane for lane, found in enumerate(halves) if found == half])
        counts.append(np.diff(np.concatenate(([0], np.cumsum(mask & of_half)))[bounds]).tolist())
    bins = tuple(
        Bin(*_bar_edges(scale, a, b), up, down, neither)
        for a, b, up, down, neither in zip(edges[:-1], edges[1:], *counts, strict=True)
        if up or down or neither
    )
    highest = max((max(one.above, one.below) + one.neither / 2 for one in bins), default=0)
    label_px = style.px(20)
    base = (height - label_px) // 2 + 2
    return OverviewScene(
        width,
        height,
        style,
        scale.left,
        scale.right,
        base,
        base - style.px(9),
        bins,
        highest,
        None in halves,
        _ticks(scale, style, measure, view.language),
        (_clamped(scale, view.start), _clamped(scale, view.end)),
    )


def _clamped(scale: OverviewScale, time: float) -> float:
    return min(max(scale.to_px(time), scale.left), scale.right)


def _bar_edges(scale: OverviewScale, start: int, end: int) -> tuple[int, int]:
    """Left and right of a bar in px, with a gap of 1 px to the next where there is room."""
    x0, x1 = round(_clamped(scale, start)), round(_clamped(scale, end))
    return min(x0, scale.right - 1), max(x1 - 1, x0 + 1) if x0 < scale.right else scale.right


def _ticks(scale: OverviewScale, style: Style, measure: TextMeasure, language: str) -> tuple[Tick, ...]:
    years, width = (scale.end - scale.start) / YEAR_S, scale.right - scale.left
    sample = max(
        (year_in_words(from_seconds(math.floor(t)).year, language) for t in (scale.start, scale.end)), key=len
    )
    room = measure.width(sample, "axis-minor") * 1.8
    interval = _years(years, width, room)
    ticks: list[Tick] = []
    for t in interval.range(interval.ceil(scale.start), scale.end):
        text = year_in_words(from_seconds(t).year, language)
        half = measure.width(text, "axis-minor") / 2
        x = round(scale.to_px(t))
        if x - half > scale.left - 4 and x + half < scale.right + 4:
            ticks.append(Tick(x, text))
    return tuple(ticks)
