"""From a dataset and a view to a scene: everything a painter needs, in whole pixels.

What depends on the zoom alone is packed once into tiles of the world axis and kept; a pan only
chooses tiles and subtracts another offset.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.wording import date_in_words, short_date_in_words, span_in_words
from timeline_app.layout.labels import BAR_LEAST_PX, Entry, LanePlacer, Mark, Pill, Placement, bare_mark, pill_width
from timeline_app.layout.lanes import LaneBox, LaneSetting, set_lanes
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.periods import PeriodBands, PeriodBar
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import Style
from timeline_app.layout.ticks import Axis, build_axis
from timeline_app.model.columns import OPEN_END, OPEN_START, POINT, SPAN, VAGUE
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter, FilterEngine, Mask
from timeline_app.model.view import ViewState, whole_range

TILE_PX = 4096  # tiles are between this and twice this wide, and powers of two in seconds
TILE_ORIGIN_S = -62_167_219_200  # year 0: the seams of wide tiles fall outside the last centuries
FARTHEST_S = 1 << 53  # beyond this a float no longer counts single seconds
CROWD = 600  # more candidates of a lane in a tile than this are thinned before labelling
CROWD_BIN_PX = 44
LEADERS_A_BIN = 4
PACKED_SPANS_MOST = 5_000
DAY_WHISKER_PX = 60  # a day this wide shows that only the day is known
PERIOD_ROWS_MOST = 5
PERIOD_ROWS_LOW = 3
LOW_PLOT_PX = 640
DAY_S = 86_400

Rows = npt.NDArray[np.intp]


class FoldedHint(NamedTuple):
    """The nearest event before (-1) or after (1) the view, in a lane with nothing in view."""

    lane: int
    row: int
    side: int
    x: int  # left edge of the hint
    y: float
    label: str
    date: str
    width: float


class PlacedLane(NamedTuple):
    """Visible marks and pills of one lane; add ``Scene.offset`` to their x."""

    marks: list[Mark]
    pills: list[Pill]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture in px: what is where, without colours of a device."""

    width: int
    height: int
    style: Style
    language: str
    scale: TimeScale
    plot: tuple[int, int, int, int]  # left, top, right, bottom
    axis: Axis
    range_text: str
    setting: LaneSetting
    lanes: tuple[PlacedLane, ...]
    offset: int
    periods: tuple[PeriodBar, ...]
    period_rows: int
    crises: tuple[tuple[int, int], ...]
    hints: tuple[FoldedHint, ...]
    today_x: int | None
    unverified_x: int | None
    in_view: int
    total: int
    labelled: int

    def box(self, lane: int) -> LaneBox:
        """The box of a lane."""
        return self.setting.boxes[lane]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a scene is asked for besides the view: its size in px, today and what to show around."""

    width: int
    height: int
    today: int | None = None
    fold: bool = True


class SceneBuilder:
    """Builds scenes of one dataset with one text measure.

    ``build`` depends on its arguments alone; what is kept between calls only saves time.
    """

    def __init__(self, dataset: Dataset, engine: FilterEngine, measure: TextMeasure) -> None:
        self.dataset = dataset
        self.engine = engine
        self.measure = measure
        self.bands = PeriodBands(dataset.periods)
        manifest = dataset.manifest
        self._verified_end = _day_after(manifest.verified_to)
        self._bar_rows: dict[EventFilter, npt.NDArray[np.int32]] = {}
        self._tiles: dict[int, tuple[Placement, ...]] = {}
        self._tiles_key: tuple[object, ...] = ()
        self._texts: dict[tuple[str, bool], tuple[list[str], list[str]]] = {}
        columns = dataset.columns
        self._anchor = np.clip(columns.anchor, -FARTHEST_S, FARTHEST_S)
        horizon = max(dataset.extent[1], self._verified_end or dataset.extent[1])
        self._start = np.where(columns.start == OPEN_START, np.minimum(dataset.extent[0], columns.end), columns.start)
        self._end = np.where(columns.end == OPEN_END, np.maximum(horizon, columns.start + DAY_S), columns.end)

    # -- what the view rests on

    def plot_of(self, view: ViewState, frame: Frame, style: Style) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the plot, below axis and periods."""
        rows = self.period_rows(view, frame)
        top = style.axis + (rows * style.period_row + style.px(7) if rows else 0)
        return style.gutter, top, frame.width, frame.height

    def period_rows(self, view: ViewState, frame: Frame) -> int:
        """How many rows of periods are shown."""
        if not view.show_periods:
            return 0
        most = PERIOD_ROWS_MOST if frame.height >= LOW_PLOT_PX else PERIOD_ROWS_LOW
        return min(self.bands.row_count, most)

    def setting(self, view: ViewState, frame: Frame, style: Style) -> LaneSetting:
        """Lane heights and whether dates show, for a view at rest."""
        _, top, _, bottom = self.plot_of(view, frame, style)
        visible = self.engine.mask(view.filter) & self.dataset.columns.meets(view.start, view.end)
        counts = np.bincount(self.dataset.columns.lane[visible], minlength=len(self.dataset.categories))
        return set_lanes(counts.tolist(), top, max(bottom - top, 1), style, fold=frame.fold)

    # -- the scene

    def build(self, view: ViewState, frame: Frame, style: Style, setting: LaneSetting | None = None) -> Scene:
        """The scene of a view; ``setting`` is that of the last view at rest, by default of this one."""
        if setting is None:
            setting = self.setting(view, frame, style)
        plot = self.plot_of(view, frame, style)
        left, _, right, _ = plot
        scale = TimeScale(view.start, max(right - left, 1) / view.width, left)
        mask = self.engine.mask(view.filter)
        visible = mask & self.dataset.columns.meets(view.start, view.end)
        lanes = self._visible_lanes(view, style, setting, scale, visible, right)
        rows = self.period_rows(view, frame)
        periods = self.bands.bars(
            scale, right, style.axis + style.px(5), rows, style, self.measure, view.language
        )
        return Scene(
            frame.width,
            frame.height,
            style,
            view.language,
            scale,
            plot,
            build_axis(scale, right - left, style, self.measure, view.language),
            span_in_words(view.start, view.end, view.language),
            setting,
            lanes,
            scale.offset,
            periods,
            rows,
            self._crises(view, scale, left, right),
            self._hints(view, style, setting, mask, scale, left, right),
            _inside(frame.today, scale, left, right),
            self._unverified_x(scale, left, right),
            int(np.count_nonzero(visible)),
            len(self.dataset),
            sum(1 for lane in lanes for mark in lane.marks if mark.label),
        )

    def _crises(self, view: ViewState, scale: TimeScale, left: int, right: int) -> tuple[tuple[int, int], ...]:
        if not view.show_periods:
            return ()
        found = []
        for start, end in self.bands.crises():
            x0, x1 = max(scale.world(start) + scale.offset, left), min(scale.world(end) + scale.offset, right)
            if x1 > x0:
                found.append((x0, x1))
        return tuple(found)

    def _unverified_x(self, scale: TimeScale, left: int, right: int) -> int | None:
        if self._verified_end is None:
            return None
        x = scale.world(self._verified_end) + scale.offset
        return max(x, left) if x < right else None

    # -- tiles

    def _visible_lanes(
        self, view: ViewState, style: Style, setting: LaneSetting, scale: TimeScale, visible: Mask, right: int
    ) -> tuple[PlacedLane, ...]:
        key = (view.filter, scale.px_per_s, style, setting, view.language)
        if key != self._tiles_key:
            self._tiles_key, self._tiles = key, {}
        duration = tile_duration(scale.px_per_s)
        first = (int(view.start) - TILE_ORIGIN_S) // duration
        last = (int(view.end) - TILE_ORIGIN_S) // duration
        owners = set(range(first, last + 1)) if last - first < 4 else set()
        owners.update(((self._anchor[visible] - TILE_ORIGIN_S) // duration).tolist())
        lo, hi = scale.left - scale.offset, right - scale.offset
        lanes = tuple(PlacedLane([], []) for _ in setting.boxes)
        for tile in sorted(owners):
            for lane, placement in zip(lanes, self._tile(tile, duration, view, style, setting, scale), strict=True):
                lane.marks.extend(m for m in placement.marks if m.right > lo and m.left < hi or visible[m.row])
                lane.pills.extend(p for p in placement.pills if p.x1 + 30 > lo and p.x0 - 30 < hi)
        return lanes

    def _tile(
        self, tile: int, duration: int, view: ViewState, style: Style, setting: LaneSetting, scale: TimeScale
    ) -> tuple[Placement, ...]:
        if tile not in self._tiles:
            start = TILE_ORIGIN_S + tile * duration
            self._tiles[tile] = self._place_tile(start, start + duration, view, style, setting, scale)
        return self._tiles[tile]

    def _place_tile(
        self, start: int, end: int, view: ViewState, style: Style, setting: LaneSetting, scale: TimeScale
    ) -> tuple[Placement, ...]:
        columns = self.dataset.columns
        mask = self.engine.mask(view.filter)
        owned = mask & (self._anchor >= start) & (self._anchor < end)
        near = mask & (self._start < end) & (self._end > start) & (columns.form != POINT)
        left, right = scale.world(start), scale.world(end)
        low, high = whole_range(self.dataset.extent)
        bounds = (max(scale.world(low), left), min(scale.world(high), right))
        placements = []
        for box in setting.boxes:
            if box.folded:
                placements.append(Placement((), ()))
                continue
            in_lane = columns.lane == box.lane
            rows = np.flatnonzero(owned & in_lane)
            rows = rows[np.argsort(columns.rank[rows])]
            others = np.flatnonzero(near & in_lane & ~owned)
            entries = self._entries(rows, view, scale, setting.dated, style)
            foreign = [e for e in self._entries(others, view, scale, setting.dated, style) if e.bar_row >= 0]
            placer = LanePlacer(box, left, right, bounds, style, self.measure, setting.dated)
            placer.reserve(foreign)
            if len(entries) > CROWD:
                placements.append(self._place_crowd(placer, entries, box, style))
            else:
                placements.append(placer.place(entries))
        return tuple(placements)

    def _place_crowd(self, placer: LanePlacer, entries: list[Entry], box: LaneBox, style: Style) -> Placement:
        """Label the leaders of each bin only; whatever has no label is counted in the pill of its bin."""
        leaders: list[Entry] = []
        counts: dict[int, int] = {}
        rest: list[Entry] = []
        for entry in entries:
            column = entry.x // CROWD_BIN_PX
            counts[column] = counts.get(column, 0) + 1
            (leaders if counts[column] <= LEADERS_A_BIN or entry.bar_row >= 0 else rest).append(entry)
        placed = placer.place(leaders)
        labelled = [mark for mark in placed.marks if mark.label or mark.bar]
        shown = {mark.row for mark in labelled}
        bins: dict[int, list[Entry]] = {}
        for entry in (*leaders, *rest):
            if entry.row not in shown:
                bins.setdefault(entry.x // CROWD_BIN_PX, []).append(entry)
        pills, singles = [], []
        for column, members in sorted(bins.items()):
            xs = [entry.x for entry in members]
            if len(members) == 1:
                singles.append(bare_mark(members[0], box))
            else:
                width = min(pill_width(len(members), style), CROWD_BIN_PX - 2)
                middle = column * CROWD_BIN_PX + CROWD_BIN_PX // 2
                pills.append(
                    Pill(box.lane, middle, box.bare_y, width, tuple(e.row for e in members), min(xs), max(xs))
                )
        return Placement((*labelled, *singles), tuple(pills))

    def _entries(self, rows: Rows, view: ViewState, scale: TimeScale, dated: bool, style: Style) -> list[Entry]:
        columns, k = self.dataset.columns, scale.px_per_s
        xs = np.rint(self._anchor[rows] * k).astype(np.int64).tolist()
        x0s = np.rint(self._start[rows] * k).astype(np.int64).tolist()
        x1s = np.rint(self._end[rows] * k).astype(np.int64).tolist()
        bar_rows = self._rows_of(view.filter)
        labels, dates = self._label_texts(view.language, dated)
        day_px = DAY_S * k
        entries = []
        for row, x, x0, x1 in zip(rows.tolist(), xs, x0s, x1s, strict=True):
            form = int(columns.form[row])
            date = self.dataset.dates[row]
            is_bar = form == SPAN and x1 - x0 >= BAR_LEAST_PX and not date.unknown_end
            entries.append(
                Entry(
                    row,
                    x,
                    x0,
                    x1,
                    form,
                    int(columns.importance[row]),
                    bool(columns.disputed[row]),
                    form == VAGUE or (form == SPAN and date.is_approximate and not date.unknown_end),
                    columns.start[row] == OPEN_START,
                    columns.end[row] == OPEN_END,
                    date.unknown_end or (form == POINT and x1 - x0 >= DAY_WHISKER_PX and day_px >= DAY_WHISKER_PX),
                    int(bar_rows[row]) if is_bar else -1,
                    labels[row],
                    dates[row],
                )
            )
        return entries

    def _rows_of(self, choice: EventFilter) -> npt.NDArray[np.int32]:
        """Bar rows by time alone, per lane, in rank order."""
        if choice not in self._bar_rows:
            columns = self.dataset.columns
            result = np.full(len(columns), -1, dtype=np.int32)
            spans = np.flatnonzero(self.engine.mask(choice) & (columns.form == SPAN))
            spans = spans[np.argsort(columns.rank[spans])][:PACKED_SPANS_MOST]
            for lane in range(len(self.dataset.categories)):
                mine = spans[columns.lane[spans] == lane]
                packed = pack_rows((int(r), int(self._start[r]), int(self._end[r])) for r in mine)
                for row, number in packed.items():
                    result[row] = number
            self._bar_rows = {choice: result}
        return self._bar_rows[choice]

    def _label_texts(self, language: str, dated: bool) -> tuple[list[str], list[str]]:
        key = (language, dated)
        if key not in self._texts:
            labels = [(event.label or event.title).in_language(language) for event in self.dataset.events]
            dates = [short_date_in_words(date, language) for date in self.dataset.dates] if dated else [""] * len(labels)
            self._texts[key] = (labels, dates)
        return self._texts[key]

    # -- folded lanes

    def _hints(
        self,
        view: ViewState,
        style: Style,
        setting: LaneSetting,
        mask: Mask,
        scale: TimeScale,
        left: int,
        right: int,
    ) -> tuple[FoldedHint, ...]:
        hints: list[FoldedHint] = []
        for box in setting.boxes:
            if not box.folded:
                continue
            room = (right - left) / 2 - style.px(24)
            for side in (-1, 1):
                row = self.neighbour(mask, box.lane, view.start if side < 0 else view.end, side)
                if row is not None:
                    hints.append(self._hint(box, row, side, view.language, style, left, right, room))
        return tuple(hints)

    def _hint(
        self, box: LaneBox, row: int, side: int, language: str, style: Style, left: int, right: int, room: float
    ) -> FoldedHint:
        event = self.dataset.events[row]
        label = (event.label or event.title).in_language(language)
        date = date_in_words(self.dataset.dates[row], language)
        width = (
            style.px(38) + self.measure.width(label, "folded-label") + self.measure.width(date, "label-date")
        )
        if width > room:
            label = ""
            width = style.px(38) + self.measure.width(date, "label-date")
        x = left + style.px(8) if side < 0 else right - style.px(8) - round(width)
        return FoldedHint(box.lane, row, side, x, box.top + box.height / 2, label, date, width)

    def neighbour(self, mask: Mask, lane: int, time: float, side: int) -> int | None:
        """The nearest row of a lane before (-1) or after (1) a time, or None."""
        columns = self.dataset.columns
        anchor = self._anchor
        chosen = mask & (columns.lane == lane) & ((anchor < time) if side < 0 else (anchor >= time))
        rows = np.flatnonzero(chosen)
        if not len(rows):
            return None
        nearest = rows[np.argmax(anchor[rows])] if side < 0 else rows[np.argmin(anchor[rows])]
        return int(nearest)


def tile_duration(px_per_s: float) -> int:
    """Seconds of a tile at a zoom: the power of two that is between 4096 and 8192 px wide."""
    seconds = 1
    while seconds * px_per_s < TILE_PX:
        seconds *= 2
    return seconds


def _inside(time: int | None, scale: TimeScale, left: int, right: int) -> int | None:
    if time is None:
        return None
    x = scale.world(time) + scale.offset
    return x if left <= x < right else None


def _day_after(day: str | None) -> int | None:
    if day is None:
        return None
    year, month, number = (int(part) for part in day.split("-"))
    return to_seconds(year, month, number) + DAY_S


def build_scene(dataset: Dataset, view: ViewState, frame: Frame, style: Style, measure: TextMeasure) -> Scene:
    """The scene of a view, from nothing: for one picture, not for a sequence of frames."""
    return SceneBuilder(dataset, FilterEngine(dataset), measure).build(view, frame, style)

