"""The whole range in a strip: events a bin above and below a line, by half, and the view as a brush."""

import math
from dataclasses import dataclass

import numpy as np

from timeline_app.dates.calendar import MONTH, QUARTER, YEAR, from_seconds
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import Style
from timeline_app.layout.ticks import Tick, year_in_words
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine
from timeline_app.model.view import ViewState, whole_range

BIN_LEAST_PX = 3
FINE_BIN_LEAST_PX = 4.5  # of months and quarters
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the histogram in px: its edges and the events of either half."""

    x0: int
    x1: int
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class OverviewScene:
    """The strip in px."""

    width: int
    height: int
    style: Style
    left: int
    right: int
    base: int  # y of the line
    reach_px: int  # height of the highest bar
    bins: tuple[Bin, ...]
    highest: int
    ticks: tuple[Tick, ...]
    brush: tuple[float, float]

    def bar_px(self, count: int) -> float:
        """Height of a bar: by the square root, so that single events stay visible."""
        return self.reach_px * math.sqrt(count / self.highest) if self.highest and count else 0.0


@dataclass(frozen=True, slots=True)
class OverviewScale:
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
    """Edges of months or of one or more years, whichever leaves bars of some px."""
    years = (scale.end - scale.start) / 31_556_952
    width = scale.right - scale.left
    if width / years / 12 >= FINE_BIN_LEAST_PX:
        interval = MONTH
    elif width / years / 4 >= FINE_BIN_LEAST_PX:
        interval = QUARTER
    else:
        step = next((s for s in YEAR_STEPS if width / years * s >= BIN_LEAST_PX), YEAR_STEPS[-1])
        interval = YEAR.every(step) if step > 1 else YEAR
    first = interval.floor(int(scale.start))
    edges = interval.range(first, int(scale.end) + 1)
    return [*edges, interval.offset(edges[-1], 1)]


def build_overview(
    dataset: Dataset, engine: FilterEngine, view: ViewState, size: tuple[int, int], style: Style, measure: TextMeasure
) -> OverviewScene:
    """The strip for a view; each event counts once, in the bin in which it begins."""
    width, height = size
    scale = overview_scale(dataset, width, style)
    edges = bin_edges(scale)
    starts = np.maximum(dataset.columns.start, edges[0])
    mask = engine.mask(view.filter)
    is_above = np.array([category.half == "dialogue" for category in dataset.categories], dtype=np.bool_)
    above = is_above[dataset.columns.lane]
    counts = [np.histogram(starts[mask & half], bins=edges)[0] for half in (above, ~above)]
    bins = tuple(
        Bin(round(scale.to_px(a)), max(round(scale.to_px(b)) - 1, round(scale.to_px(a)) + 1), int(up), int(down))
        for a, b, up, down in zip(edges[:-1], edges[1:], counts[0], counts[1], strict=True)
        if (up or down) and scale.to_px(b) > scale.left
    )
    highest = max((max(one.above, one.below) for one in bins), default=0)
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
        _ticks(scale, style, measure, view.language),
        (max(scale.to_px(view.start), scale.left), min(scale.to_px(view.end), scale.right)),
    )


def _ticks(scale: OverviewScale, style: Style, measure: TextMeasure, language: str) -> tuple[Tick, ...]:
    years = (scale.end - scale.start) / 31_556_952
    room = measure.width("2000년" if language == "ko" else "2000", "axis-minor") * 1.8
    step = next((s for s in YEAR_STEPS if (scale.right - scale.left) / years * s >= room), YEAR_STEPS[-1])
    interval = YEAR.every(step) if step > 1 else YEAR
    ticks = []
    for t in interval.range(interval.ceil(int(scale.start)), int(scale.end)):
        text = year_in_words(from_seconds(t).year, language)
        half = measure.width(text, "axis-minor") / 2
        x = round(scale.to_px(t))
        if x - half > scale.left - 4 and x + half < scale.right + 4:
            ticks.append(Tick(x, text))
    return tuple(ticks)
