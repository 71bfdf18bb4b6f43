"""Keep what meets a view drawn in it, where the glyph or pill of its place lies beyond an edge of the plot.

A pill slides along the stretch of its events in view, a glyph along its own date. What a pill would cover
there is counted in it.
"""

from collections.abc import Callable, Sequence

import numpy as np

from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import Mark, Pill, pill_width
from timeline_app.layout.style import Style
from timeline_app.model.columns import EventColumns
from timeline_app.model.filter import Mask

PINNED_PX = 4  # from an edge of the plot to a pill that is held there
GAP_PX = 4  # between a glyph that is held and all else of its row
GLYPH_PX = 8  # a glyph of the bottom row nearer to a pill than this is counted in it


class EdgeKeeper:
    """The edges of one view, from ``lo`` to ``hi`` in world px; ``visible`` is what meets it."""

    def __init__(
        self,
        columns: EventColumns,
        visible: Mask,
        world: Callable[[float], int],
        bounds: tuple[int, int],
        style: Style,
    ) -> None:
        self._columns = columns
        self._visible = visible
        self._world = world
        self._lo, self._hi = bounds
        self._style = style

    def keep(self, marks: list[Mark], pills: list[Pill], box: LaneBox) -> None:
        """Bring back into the plot what of a lane meets the view from outside."""
        lo, hi = self._lo, self._hi
        for mark in [m for m in marks if not lo <= m.x <= hi and m.bar is None and m.whisker is None]:
            is_gone = not lo - mark.size / 2 < mark.x < hi + mark.size / 2
            if is_gone and self._visible[mark.row] and mark in marks:
                marks.remove(mark)
                moved = self._at_edge(mark)
                if _is_free(moved, marks, pills):
                    marks.append(moved)
                else:
                    self._hold(marks, pills, moved._replace(y=box.bare_y), (mark.row,), (mark.x, mark.x))
        for pill in [p for p in pills if p.x - p.width / 2 < lo or p.x + p.width / 2 > hi]:
            if pill in pills and any(self._visible[row] for row in pill.rows):
                pills.remove(pill)
                self._hold(marks, pills, pill, pill.rows, (pill.x0, pill.x1))

    def pin(self, marks: list[Mark], pills: list[Pill], box: LaneBox, rows: Sequence[int]) -> None:
        """Count what has no row of its own in a pill at the left edge."""
        x0, x1 = self._reach(rows)
        bounds = max(x0, self._lo), min(x1, self._hi)
        held = Pill(box.lane, self._lo, box.bare_y, 0, tuple(rows), *bounds)
        self._hold(marks, pills, held, rows, bounds)

    def _at_edge(self, mark: Mark) -> Mark:
        """Half of a glyph that has left with its label."""
        x0, x1 = self._reach((mark.row,))
        x = max(mark.x, min(self._lo, x1)) if mark.x < self._lo else min(mark.x, max(self._hi, x0))
        half = round(mark.size / 2)
        return mark._replace(x=x, label="", label_x=x, label_w=0.0, left=x - half, right=x + half)

    def _reach(self, rows: Sequence[int]) -> tuple[int, int]:
        chosen, columns = np.array(rows), self._columns
        return self._world(int(columns.start[chosen].min())), self._world(int(columns.end[chosen].max()))

    def _hold(
        self,
        marks: list[Mark],
        pills: list[Pill],
        held: Mark | Pill,
        rows: Sequence[int],
        extent: tuple[int, int],
    ) -> None:
        """Add something to the bottom row as near to its place as it is in the plot.

        It becomes a pill with all that this covers there.
        """
        reach = self._reach([row for row in rows if self._visible[row]])
        found, (x0, x1) = list(rows), extent
        while True:
            width = pill_width(len(found), self._style)
            inset = PINNED_PX + (width + 1) // 2
            x = max(held.x, min(self._lo + inset, reach[1]))
            x = min(x, max(self._hi - inset, reach[0]))
            under = [m for m in marks if m.y == held.y and _meets(m, x - inset, x + inset)]
            near = [p for p in pills if p.x + p.width / 2 > x - inset and p.x - p.width / 2 < x + inset]
            if not under and not near:
                break
            for mark in under:
                marks.remove(mark)
                found.append(mark.row)
            for pill in near:
                pills.remove(pill)
                found.extend(pill.rows)
            x0 = min([x0, *(m.left for m in under), *(p.x0 for p in near)])
            x1 = max([x1, *(m.right for m in under), *(p.x1 for p in near)])
        if isinstance(held, Mark) and len(found) == 1:
            marks.append(held)
        else:
            pills.append(Pill(held.lane, x, held.y, width, tuple(found), x0, x1))


def _meets(mark: Mark, x0: float, x1: float) -> bool:
    """Whether the glyph of a mark is near a stretch of its row."""
    return x0 - GLYPH_PX < mark.x < x1 + GLYPH_PX


def _is_free(mark: Mark, marks: Sequence[Mark], pills: Sequence[Pill]) -> bool:
    """Whether a glyph touches nothing of its row."""
    x0, x1 = mark.left - GAP_PX, mark.right + GAP_PX
    if any(other.y == mark.y and other.left < x1 and x0 < other.right for other in marks):
        return False
    return not any(
        pill.y == mark.y and pill.x - pill.width / 2 < x1 and x0 < pill.x + pill.width / 2 for pill in pills
    )
