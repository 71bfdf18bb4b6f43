"""From a dataset and a view to a scene: everything a painter needs, in whole pixels.

What depends on the zoom alone is placed once, in tiles of the world axis, and kept; a pan only
chooses tiles and subtracts another offset.
"""

from typing import NamedTuple

import numpy as np

from timeline_app.dates.calendar import DAY, MONTH, YEAR, to_seconds
from timeline_app.dates.wording import span_in_words
from timeline_app.layout.apart import Constellation
from timeline_app.layout.boxes import Box, label_box
from timeline_app.layout.edges import EdgeKeeper
from timeline_app.layout.faces import YEAR_FROM_S, Faces, glyph_half, label_reach
from timeline_app.layout.hints import FoldedHint, folded_hints
from timeline_app.layout.lanes import LEAST_ROWS, LaneBox, LaneSetting, label_rows, rows_needed, set_lanes
from timeline_app.layout.marks import ABOVE, INSIDE, Mark, Pill, Window, label_left, label_opacity
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.period_rest import PeriodCell, RestLabel
from timeline_app.layout.periods import PeriodBands, PeriodBar
from timeline_app.layout.scale import TimeScale, ladder_step
from timeline_app.layout.stretched import StretchedTiles
from timeline_app.layout.style import Style, label_role
from timeline_app.layout.tags import Tag
from timeline_app.layout.ticks import Axis, build_axis
from timeline_app.layout.tiles import LaneIndex, Tiles, Zoom, durations
from timeline_app.model.columns import DAY_S
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter, FilterEngine, Mask
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Period
from timeline_app.model.view import ViewState, named_span, whole_range

PERIOD_ROWS = ((4, 640), (3, 400), (1, 240), (0, 0))  # at most so many rows in a frame of this height in px
COUNTED_MOST = 60  # of more events in one lane nobody counts the rows: they can use all there are
STEPS = 4  # of the ladder of zooms for which events are placed, while the zoom doubles
GLYPH_ROOM_PX = 10  # kept free before a glyph and behind its label


class PlacedLane(NamedTuple):
    """Visible marks and pills of one lane; add ``Scene.offset`` to their x."""

    marks: list[Mark]
    pills: list[Pill]


class Scene(Struct, frozen=True):
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
    period_cells: tuple[PeriodCell, ...] = ()  # what is on besides the periods that have a bar
    rest_labels: tuple[RestLabel, ...] = ()
    present_periods: tuple[Period, ...] = ()  # in view
    hidden_periods: tuple[Period, ...] = ()  # in view, but nothing is drawn of them
    known: tuple[int, int] = (0, 0)  # scene x of the first and last time that are looked at
    apart: Constellation | None = None  # of the selected event; never in an export
    tag: Tag | None = None  # its label

    def box(self, lane: int) -> LaneBox:
        """The box of a lane."""
        return self.setting.boxes[lane]

    @property
    def window(self) -> Window:
        """The plot on the world axis."""
        return Window(self.offset, self.plot[0], self.plot[2])


def label_in_view(mark: Mark, scene: Scene) -> Box:
    """What the label of a mark takes, in scene px."""
    x0, y0, x1, y1 = label_box(mark, scene.style, scene.setting.dated)
    moved = label_left(mark, scene.window) - mark.label_x
    return x0 + moved, y0, x1 + moved, y1


def line_between_labels(scene: Scene, x: int, top: int, bottom: int) -> list[tuple[int, int]]:
    """The stretches of a vertical line at ``x`` that cross no label of an event or a period."""
    gaps, world = [], x - scene.offset
    for placed in scene.lanes:
        for mark in placed.marks:
            if mark.left - 2 <= world <= mark.right + 2 and mark.label and mark.side != INSIDE:
                left, low, right, high = label_in_view(mark, scene)
                if left <= x <= right and label_opacity(mark, scene.window) > 0:
                    gaps.append((round(low), round(high)))
    for bar in scene.periods:
        end = bar.label_x + bar.label_w
        is_drawn = bool(bar.label) and not bar.inside and bar.label_x > scene.plot[0] and end < bar.label_end
        if is_drawn and bar.label_x - 2 <= x <= end + 2:
            gaps.append((round(bar.y), round(bar.y + bar.height)))
    stretches = []
    for low, high in sorted(gaps):
        if low > top:
            stretches.append((top, low))
        top = max(top, high)
    return [*stretches, (top, bottom)] if bottom > top else stretches


class Frame(Struct, frozen=True):
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
        self._verified_end = _day_after(dataset.manifest.verified_to)
        first, last = dataset.extent
        self._known = first, last if self._verified_end is None else self._verified_end
        self.bands = PeriodBands(dataset.periods, self._known)
        self._duration = durations(dataset.columns.start, dataset.columns.end)
        self._index: tuple[EventFilter, LaneIndex] | None = None
        self._tiles: tuple[EventFilter, Zoom, Tiles] | None = None
        self._stretched: tuple[Tiles, float, StretchedTiles] | None = None
        self._in_view: tuple[tuple[EventFilter, float, float], Mask] | None = None
        self._faces: tuple[tuple[Style, str, bool, bool], Faces] | None = None
        self._reaches: tuple[tuple[str, Style], dict[int, float]] | None = None

    # -- what the view rests on

    def plot_of(self, view: ViewState, frame: Frame, style: Style) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the plot, below axis and periods."""
        rows = self.period_rows(view, frame, style)
        return style.gutter, _plot_top(style, rows), frame.width, frame.height

    def period_rows(self, view: ViewState, frame: Frame, style: Style) -> int:
        """How many rows of periods are shown."""
        if not view.show_periods:
            return 0
        rows, lanes = _period_rows(frame.height), max(len(self.dataset.categories), 1)
        while rows and not label_rows((frame.height - _plot_top(style, rows)) / lanes, style):
            rows -= 1  # rather labels of events than names of periods
        return min(self.bands.row_count, rows)

    def setting(self, view: ViewState, frame: Frame, style: Style) -> LaneSetting:
        """Lane heights and whether dates show, for a view at rest."""
        left, top, right, bottom = self.plot_of(view, frame, style)
        counts = np.bincount(
            self.dataset.columns.lane[self._visible(view)], minlength=len(self.dataset.categories)
        ).tolist()
        needed = self._rows_needed(view, counts, max(right - left, 1) / view.width, style)
        return set_lanes(counts, top, max(bottom - top, 1), style, fold=frame.fold, needed=needed)

    def _rows_needed(self, view: ViewState, counts: list[int], px_per_s: float, style: Style) -> list[int]:
        """How many rows the events of each lane in view take if each has its label on its right."""
        columns = self.dataset.columns
        few = np.array([LEAST_ROWS < count <= COUNTED_MOST for count in counts])
        if not few.any():
            return counts
        rows = np.flatnonzero(self._visible(view))
        rows = rows[few[columns.lane[rows]]]
        known = self._reaches_of(view.language, style)
        reaches = [known.get(row) or self._reach(row, view.language, style) for row in rows.tolist()]
        starts = np.maximum(columns.start[rows], view.start) * px_per_s - GLYPH_ROOM_PX
        ends = np.minimum(columns.end[rows], view.end) * px_per_s
        ends = np.maximum(ends, columns.anchor[rows] * px_per_s + np.array(reaches))
        found = rows_needed(starts, ends, columns.lane[rows], len(counts))
        return [most if is_few else count for most, is_few, count in zip(found, few, counts, strict=True)]

    def _reaches_of(self, language: str, style: Style) -> dict[int, float]:
        if self._reaches is None or self._reaches[0] != (language, style):
            self._reaches = (language, style), {}
        return self._reaches[1]

    def _reach(self, row: int, language: str, style: Style) -> float:
        """From the middle of a glyph to the end of the label on its right, in px."""
        event = self.dataset.events[row]
        label = (event.label or event.title).in_language(language)
        half = glyph_half(style.glyph(event.importance), bool(self.dataset.columns.disputed[row]))
        width = self.measure.width(label, label_role(event.importance))
        reach = self._reaches_of(language, style)[row] = label_reach(half, width) + GLYPH_ROOM_PX
        return reach

    def _visible(self, view: ViewState) -> Mask:
        key = view.filter, view.start, view.width
        if self._in_view is None or self._in_view[0] != key:
            found = self.engine.mask(view.filter) & self.dataset.columns.meets(view.start, view.end)
            self._in_view = key, found
        return self._in_view[1]

    # -- the scene

    def build(self, view: ViewState, frame: Frame, style: Style, setting: LaneSetting | None = None) -> Scene:
        """The scene of a view; ``setting`` is that of the last view at rest, by default of this one."""
        if setting is None:
            setting = self.setting(view, frame, style)
        plot = self.plot_of(view, frame, style)
        left, _, right, _ = plot
        scale = TimeScale(view.start, max(right - left, 1) / view.width, left)
        window = Window(scale.offset, left, right)
        visible = self._visible(view)
        index = self._index_of(view.filter)
        zoom = Zoom(scale.px_per_s, style, setting, view.language, right - left)
        lanes = self._visible_lanes(view, index, zoom, visible)
        rows = self.period_rows(view, frame, style)
        bands = self.bands.bands(
            scale, right, style.axis + style.px(5), rows, style, self.measure, view.language
        )
        return Scene(
            width=frame.width,
            height=frame.height,
            style=style,
            language=view.language,
            scale=scale,
            plot=plot,
            axis=build_axis(scale, max(right - left, 1), style, self.measure, view.language),
            range_text=self._range_words(view, left - style.px(20)),
            setting=setting,
            lanes=lanes,
            offset=scale.offset,
            periods=bands.bars,
            period_cells=bands.cells,
            rest_labels=bands.names,
            period_rows=rows,
            crises=self.bands.crises_between(scale, right) if view.show_periods else (),
            hints=folded_hints(self.dataset, index, view, setting, style, self.measure, (left, right)),
            today_x=_inside(frame.today, scale, left, right),
            unverified_x=self._unverified_x(scale, left, right),
            in_view=int(np.count_nonzero(visible)),
            total=len(self.dataset),
            labelled=sum(_labelled(lane.marks, window) for lane in lanes),
            present_periods=bands.present if view.show_periods else (),
            hidden_periods=bands.hidden if view.show_periods else (),
            known=(scale.world(self._known[0]) + scale.offset, scale.world(self._known[1]) + scale.offset),
        )

    def _unverified_x(self, scale: TimeScale, left: int, right: int) -> int | None:
        if self._verified_end is None:
            return None
        x = scale.world(self._verified_end) + scale.offset
        return max(x, left) if x < right else None

    # -- events

    def placed(self, view: ViewState, scene: Scene) -> tuple[Zoom, StretchedTiles, Faces]:
        """What the scene of a view was taken from."""
        left, _, right, _ = scene.plot
        zoom = Zoom(scene.scale.px_per_s, scene.style, scene.setting, view.language, right - left)
        tiles = self._tiles_of(view.filter, zoom, self._index_of(view.filter))
        return zoom, tiles, self._faces_of(self._step_of(zoom))

    def _index_of(self, choice: EventFilter) -> LaneIndex:
        if self._index is None or self._index[0] != choice:
            self._index = choice, LaneIndex(self.dataset, self.engine.mask(choice))
        return self._index[1]

    def _step_of(self, zoom: Zoom) -> Zoom:
        """The step of the ladder for which things are placed; the view of everything is one itself."""
        start, end = whole_range(self.dataset.extent)
        return zoom._replace(px_per_s=ladder_step(zoom.px_per_s, STEPS, max(zoom.width, 1) / (end - start)))

    def _tiles_of(self, choice: EventFilter, zoom: Zoom, index: LaneIndex) -> StretchedTiles:
        step = self._step_of(zoom)
        if self._tiles is None or self._tiles[:2] != (choice, step):
            faces = self._faces_of(step)
            self._tiles = choice, step, Tiles(self.dataset, index, faces, self.measure, step)
        tiles = self._tiles[2]
        if self._stretched is None or self._stretched[0] is not tiles or self._stretched[1] != zoom.px_per_s:
            known = whole_range(self.dataset.extent)
            stretched = StretchedTiles(tiles, self.dataset.columns, zoom.px_per_s, known, zoom.width)
            self._stretched = tiles, zoom.px_per_s, stretched
        return self._stretched[2]

    def _faces_of(self, zoom: Zoom) -> Faces:
        dated = zoom.setting.dated
        with_year = dated and zoom.width > YEAR_FROM_S * zoom.px_per_s  # never changes on a pan
        key = zoom.style, zoom.language, dated, with_year
        if self._faces is None or self._faces[0] != key:
            self._faces = key, Faces(self.dataset, *key[:3], self.measure, with_year=with_year)
        return self._faces[1]

    def _range_words(self, view: ViewState, width: float) -> str:
        """The span of the view in words, to days, months or years where the exact words have no room."""
        start, end = named_span(self.dataset.extent, view)
        words = span_in_words(start, end, view.language)
        for unit in (DAY, MONTH, YEAR):
            if self.measure.width(words, "range") <= width:
                break
            words = span_in_words(unit.floor(start), unit.ceil(end), view.language)
        return words

    def _visible_lanes(
        self, view: ViewState, index: LaneIndex, zoom: Zoom, visible: Mask
    ) -> tuple[PlacedLane, ...]:
        tiles, boxes = self._tiles_of(view.filter, zoom, index), zoom.setting.boxes
        lo = round(view.start * zoom.px_per_s)
        hi = lo + round(view.width * zoom.px_per_s)
        lanes = tuple(PlacedLane([], []) for _ in boxes)
        for lane, (marks, pills) in zip(lanes, tiles.showing(view.start, view.end), strict=True):
            lane.marks.extend([m for m in marks if m.right >= lo and m.left <= hi])
            lane.pills.extend([p for p in pills if p.right >= lo and p.left <= hi])
        without_row: dict[int, list[int]] = {}
        for row in np.flatnonzero(visible & (self._duration > tiles.long_s)).tolist():
            number = int(self.dataset.columns.lane[row])
            mark = tiles.long_mark_between(row, view.start, view.end)
            if mark is not None:
                lanes[number].marks.append(mark)
            elif not boxes[number].folded:
                without_row.setdefault(number, []).append(row)
        keeper = EdgeKeeper(self.dataset.columns, visible, tiles.world, (lo, hi), zoom.style)
        for box, lane in zip(boxes, lanes, strict=True):
            keeper.keep(lane.marks, lane.pills, box)
            if box.lane in without_row:
                keeper.pin(lane.marks, lane.pills, box, without_row[box.lane])
        return lanes

    def neighbour(self, mask: Mask, lane: int, time: float, side: int) -> int | None:
        """The nearest row of a lane before (-1) or at or after (1) a time, or None."""
        columns = self.dataset.columns
        chosen = mask & (columns.lane == lane)
        chosen &= (columns.anchor < time) if side < 0 else (columns.anchor >= time)
        rows = np.flatnonzero(chosen)
        if not len(rows):
            return None
        anchors = columns.anchor[rows]
        return int(rows[np.argmax(anchors) if side < 0 else np.argmin(anchors)])


def _period_rows(height: float) -> int:
    """How many rows of periods a frame may have."""
    return next((rows for rows, least in PERIOD_ROWS if height >= least), 0)


def _plot_top(style: Style, period_rows: int) -> int:
    """Where the lanes begin, below axis and periods."""
    return style.axis + (period_rows * style.period_row + style.px(7) if period_rows else 0)


def _labelled(marks: list[Mark], window: Window) -> int:
    """How many labels lie within the plot, with their glyphs."""
    low, high = window.left - window.offset, window.right - window.offset
    beside = [m for m in marks if m.label and m.bar is None and m.side != ABOVE]
    others = [m for m in marks if m.label and (m.bar is not None or m.side == ABOVE)]
    return sum([low < m.label_x and m.label_x + m.label_w < high and low < m.x < high for m in beside]) + sum(
        [label_opacity(m, window) == 1 for m in others]
    )


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
