"""The placements of a step of the ladder of zooms, stretched to a zoom between it and the next.

Where everything stands is exact at every zoom. What stands there (rows, sides of labels, which events share
a pill) is chosen for the step, where there is least room, and holds up to the next: labels do not come
and go with every frame of a zoom, and most of its frames place nothing.
"""

from collections.abc import Sequence

import numpy as np

from timeline_app.layout.faces import glyph_half
from timeline_app.layout.marks import BAR_GLYPH_PX, BESIDE, Mark, Pill, Placement
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.tiles import Tiles, label_limits, pixels_of
from timeline_app.model.columns import EventColumns

SLACK_PX = 2  # by which rounding may move what is visible out of the view at the step


class StretchedTiles:
    """The marks and pills of ``tiles`` on the world axis of another zoom, in px per second.

    ``known`` is the civil stretch in which labels have to stand, if it fills a plot of ``width`` px.
    """

    def __init__(
        self,
        tiles: Tiles,
        columns: EventColumns,
        px_per_s: float,
        known: tuple[float, float],
        width: int,
    ) -> None:
        self._tiles = tiles
        self._columns = columns
        self._k = px_per_s
        self._ratio = px_per_s / tiles.px_per_s
        self._known: dict[int, tuple[Mark, Mark]] = {}  # by row: what stands in a tile, and where it is here
        self.world = TimeScale(0, px_per_s, 0).world
        self.limits = label_limits((self.world(known[0]), self.world(known[1])), width)

    @property
    def long_s(self) -> float:
        """What is longer than this belongs to no tile."""
        return self._tiles.long_s

    def is_long(self, row: int) -> bool:
        """Whether an event belongs to no tile."""
        return self._tiles.is_long(row)

    def showing(self, start: float, end: float) -> list[tuple[list[Mark], list[Pill]]]:
        """Of each lane the marks and pills that show something between two times."""
        found: list[tuple[list[Mark], list[Pill]]] = []
        low = round(start * self._tiles.px_per_s) - SLACK_PX
        high = round(end * self._tiles.px_per_s) + SLACK_PX
        for placements in self._tiles.showing(start, end):
            marks = [m for placed in placements for m in placed.marks if m.right >= low and m.left <= high]
            pills = [p for placed in placements for p in placed.pills if p.right >= low and p.left <= high]
            found.append((self._stretched(marks), list(map(self._pill, pills))))
        return found

    def long_mark_between(self, row: int, start: float, end: float) -> Mark | None:
        """The mark of an event that is longer than ``long_s`` for some view; None without one."""
        k = self._tiles.px_per_s
        mark = self._tiles.long_mark_between(row, round(start * k), round(end * k))
        return None if mark is None else self._stretched([mark])[0]

    def mark_of(self, row: int) -> Mark | None:
        """The mark of any event of the filter, whatever is in view; None if it is counted in a pill."""
        mark = self._tiles.mark_of(row)
        return None if mark is None else self._stretched([mark])[0]

    def around(self, row: int) -> Placement:
        """What is placed in the tile of an event, and what of its lane is too long for tiles."""
        marks, pills = self._tiles.around(row)
        return Placement(tuple(self._stretched(marks)), tuple(map(self._pill, pills)))

    def bare(self, row: int) -> Mark:
        """An event as it would stand in the bottom row by itself."""
        return self._stretched([self._tiles.bare(row)])[0]

    def reach(self, rows: Sequence[int]) -> tuple[int, int]:
        """From where to where some events last, in world px."""
        chosen, columns = np.array(rows), self._columns
        starts = np.minimum(columns.start[chosen], columns.anchor[chosen])
        ends = np.maximum(columns.end[chosen], columns.anchor[chosen])
        x0, x1 = pixels_of(np.array((starts.min(), ends.max())), self._k).tolist()
        return x0, x1

    def _pill(self, pill: Pill) -> Pill:
        ratio = self._ratio
        return pill._replace(x=round(pill.x * ratio), x0=round(pill.x0 * ratio), x1=round(pill.x1 * ratio))

    def _stretched(self, marks: Sequence[Mark]) -> list[Mark]:
        """Marks at this zoom, each worked out once."""
        if self._ratio == 1:
            return list(marks)
        found = [self._known.get(mark.face.row) for mark in marks]
        fresh = [m for m, pair in zip(marks, found, strict=True) if pair is None or pair[0] is not m]
        if not fresh:
            return [pair[1] for pair in found if pair is not None]
        columns, rows = self._columns, np.array([mark.face.row for mark in fresh])
        times = np.stack((columns.anchor[rows], columns.start[rows], columns.end[rows]))
        xs, x0s, x1s = pixels_of(times, self._k).tolist()
        for mark, x, x0, x1 in zip(fresh, xs, x0s, x1s, strict=True):
            self._known[mark.face.row] = mark, _moved(mark, x, x0, x1)
        return [self._known[mark.face.row][1] for mark in marks]


def _moved(mark: Mark, x: int, x0: int, x1: int) -> Mark:
    """A mark with its glyph's date and the bounds of its event at other places, its label with them."""
    face, lane, old_x, y, size, bar, whisker, label, label_x, label_w, side, _, _ = mark
    half = round(glyph_half(size, face.disputed))
    left, right = min(x0, x - half), max(x1, x + half)
    glyph_x = x0 + BAR_GLYPH_PX if bar is not None and not face.open_start else x
    if bar is None:
        label_x += glyph_x - old_x
    else:
        label_x += x1 - bar[1] if side == BESIDE else x0 - bar[0]
        bar = x0, x1
    if whisker is not None:
        whisker = x0, x1
    if label:
        left, right = min(left, label_x), max(right, label_x + round(label_w))
    return Mark(face, lane, glyph_x, y, size, bar, whisker, label, label_x, label_w, side, left, right)
