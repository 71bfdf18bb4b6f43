"""A scene with its selected event, taken out of the pills with its relations; nothing else moves."""

from timeline_app.layout.apart import Constellation, constellation
from timeline_app.layout.boxes import PILL_PAD_PX
from timeline_app.layout.marks import Mark, Pill
from timeline_app.layout.scene import PlacedLane, Scene, SceneBuilder
from timeline_app.layout.tiles import Tiles
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState


class Selector:
    """Makes scenes with a selection out of the scenes of one builder; what it keeps only saves time."""

    def __init__(self, builder: SceneBuilder) -> None:
        self._builder = builder
        self._known: tuple[Tiles, str, Constellation | None] | None = None

    def scene(self, plain: Scene, view: ViewState) -> Scene:
        """The scene of a view in which each related event has its own place, and pills count the rest."""
        dataset = self._builder.dataset
        if view.selected is None or not dataset.has(view.selected):
            return plain
        zoom, tiles, faces = self._builder.placed(view, plain)
        if self._known is None or self._known[0] is not tiles or self._known[1] != view.selected:
            mask = self._builder.engine.mask(view.filter)
            event, measure = dataset.event(view.selected), self._builder.measure
            found = constellation(dataset, tiles, faces, measure, zoom, event, mask)
            self._known = tiles, view.selected, found
        apart = self._known[2]
        if apart is None:
            return plain
        lo, hi = plain.plot[0] - plain.offset, plain.plot[2] - plain.offset
        lanes = list(plain.lanes)
        for lane in {stand.mark.lane for stand in apart.stands}:
            mine = {stand.row: stand.mark for stand in apart.stands if stand.mark.lane == lane}
            lanes[lane] = _parted(lanes[lane], mine, apart.hidden, tiles, lo, hi)
        return replace(plain, lanes=tuple(lanes), apart=apart)


def _parted(
    lane: PlacedLane, mine: dict[int, Mark], hidden: frozenset[int], tiles: Tiles, lo: int, hi: int
) -> PlacedLane:
    """A lane that shows some events as marks, last, and counts none of them in a pill.

    An exception is what has no row and began before the view: it has no glyph that could be seen.
    """
    marks = [
        mark._replace(label="", label_w=0.0) if mark.row in hidden else mark
        for mark in lane.marks
        if mark.row not in mine
    ]
    kept = {mark.row: mark for mark in lane.marks if mark.row in mine}
    pills: list[Pill] = []
    for pill in lane.pills:
        found = [row for row in pill.rows if row in mine]
        taken = {row for row in found if lo <= mine[row].x <= hi or not tiles.is_long(row)}
        if not taken:
            pills.append(pill)
            continue
        kept |= {row: mine[row] for row in taken}
        rows = tuple([row for row in pill.rows if row not in taken])
        alone = tiles.bare(rows[0]) if len(rows) == 1 else None
        if alone is not None and abs(alone.x - pill.x) < pill.width / 2 - PILL_PAD_PX:
            marks.append(alone)
        elif rows:
            x0, x1 = tiles.reach(rows)
            pills.append(pill._replace(rows=rows, x0=x0, x1=x1))
    for row, mark in kept.items():
        marks.append(mark if mark.label else mine[row])
    return PlacedLane(marks, pills)
