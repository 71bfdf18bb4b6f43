"""A scene with its selected event, taken out of the pills with its relations; nothing else moves."""

from timeline_app.layout.apart import Constellation, constellation
from timeline_app.layout.badges import badge_box
from timeline_app.layout.boxes import GRAZE_PX, PILL_PAD_PX, Box, glyph_box, touches_any
from timeline_app.layout.marks import Mark, Pill, glyph_x, is_in_plot, label_opacity
from timeline_app.layout.scene import PlacedLane, Scene, SceneBuilder, label_in_view
from timeline_app.layout.stretched import StretchedTiles
from timeline_app.layout.tags import Tag, is_within, place_tag
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState


class Selector:
    """Makes scenes with a selection out of the scenes of one builder; what it keeps only saves time."""

    def __init__(self, builder: SceneBuilder) -> None:
        self._builder = builder
        self._known: tuple[StretchedTiles, str, dict[int | None, Constellation | None]] | None = None

    def scene(self, plain: Scene, view: ViewState) -> Scene:
        """The scene of a view in which each related event has its own place, and pills count the rest."""
        dataset = self._builder.dataset
        if view.selected is None or not dataset.has(view.selected):
            return plain
        apart = self._facing(plain, view, view.selected)
        if apart is None:
            return plain
        _, tiles, _ = self._builder.placed(view, plain)
        lo, hi = plain.plot[0] - plain.offset, plain.plot[2] - plain.offset
        lanes = list(plain.lanes)
        for lane in {stand.mark.lane for stand in apart.stands}:
            mine = {stand.row: stand.mark for stand in apart.stands if stand.mark.lane == lane}
            lanes[lane] = _parted(lanes[lane], mine, apart.hidden, tiles, lo, hi)
        tag = self._tag(apart, plain, cut=True)
        for lane in {stand.mark.lane for stand in apart.stands}:
            lanes[lane] = _uncovered(lanes[lane], lane, apart, tag, plain)
        return replace(plain, lanes=tuple(lanes), apart=apart, tag=tag)

    def _facing(self, plain: Scene, view: ViewState, event_id: str) -> Constellation | None:
        """The constellation as it is at this zoom, or the one with its label on the other side.

        The other is for a view that ends too near to the glyph; where both sides are short, the label
        goes where there is more room and is cut.
        """
        best = self._constellation(plain, view, event_id, None)
        if best is None or not is_in_plot(best.chosen.mark, plain.window):
            return best
        if is_within(self._tag(best, plain), plain.window):
            return best
        left, _, right, _ = plain.plot
        other = self._constellation(plain, view, event_id, -best.tag.side)
        if other is None or is_within(self._tag(other, plain), plain.window):
            return other or best
        middle = glyph_x(best.chosen.mark, plain.window)
        roomy = 1 if right - middle >= middle - left else -1
        return best if best.tag.side == roomy else other

    def _tag(self, apart: Constellation, plain: Scene, *, cut: bool = False) -> Tag:
        mark, style, measure = apart.chosen.mark, plain.style, self._builder.measure
        tag = place_tag(mark, apart.tag, plain.window, style, measure, cut=cut)
        _, top, _, bottom = plain.plot
        return tag._replace(y=max(min(tag.y, bottom - tag.height / 2), top + tag.height / 2))

    def _constellation(
        self, plain: Scene, view: ViewState, event_id: str, side: int | None
    ) -> Constellation | None:
        builder = self._builder
        zoom, tiles, faces = builder.placed(view, plain)
        if self._known is None or self._known[0] is not tiles or self._known[1] != event_id:
            self._known = tiles, event_id, {}
        known = self._known[2]
        if side not in known:
            event, mask = builder.dataset.event(event_id), builder.engine.mask(view.filter)
            known[side] = constellation(
                builder.dataset, tiles, faces, builder.measure, zoom, event, mask, side
            )
        return known[side]


def _uncovered(lane: PlacedLane, number: int, apart: Constellation, tag: Tag, plain: Scene) -> PlacedLane:
    """A lane without the labels that what is drawn over it would cut, wherever these have slid to."""
    own: list[tuple[int, Box]] = []
    if apart.chosen.mark.lane == number:
        own.append((apart.chosen.row, tag.box))
    for stand in apart.related:
        if stand.raised and stand.mark.lane == number:
            boxes = [_moved(glyph_box(stand.mark, plain.style), plain.offset)]
            if label_opacity(stand.mark, plain.window) > 0:
                boxes.append(label_in_view(stand.mark, plain))
            own.extend((stand.row, box) for box in boxes)
    for badge in apart.badges:
        if badge.mark.lane == number:
            own.append((badge.mark.row, _moved(badge_box(badge, plain.style), plain.offset)))
    marks = []
    for mark in lane.marks:
        if mark.label and mark.row != apart.chosen.row:
            left, top, right, bottom = label_in_view(mark, plain)
            inner = left + GRAZE_PX, top + GRAZE_PX, right - GRAZE_PX, bottom - GRAZE_PX
            others = [box for row, box in own if row != mark.row]
            if touches_any(inner, others):
                mark = mark._replace(label="", label_w=0.0)
        marks.append(mark)
    return PlacedLane(marks, lane.pills)


def _moved(box: Box, dx: float) -> Box:
    return box[0] + dx, box[1], box[2] + dx, box[3]


def _parted(
    lane: PlacedLane, mine: dict[int, Mark], hidden: frozenset[int], tiles: StretchedTiles, lo: int, hi: int
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
        marks.append(mark if mark.label and row not in hidden else mine[row])
    return PlacedLane(marks, pills)
