"""Where the selected event and its relations stand: each by itself, none of them in a pill.

All of it is placed once a zoom, on the world axis, for the relations out of view as well, so that a pan
moves nothing. The packing takes no part: what it placed stays, only labels under those drawn here go.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_app.layout.arcs import line_of
from timeline_app.layout.badges import BADGE_H_PX, GAP_PX, Badge, BadgePlacer
from timeline_app.layout.boxes import (
    GLYPH,
    LABEL,
    PILL,
    Box,
    Crowd,
    around,
    glyph_box,
    glyph_reach,
    label_box,
    pill_box,
)
from timeline_app.layout.faces import Face, Faces, glyph_half
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import BESIDE, Mark
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import GLYPH_OTHER
from timeline_app.layout.tiles import Tiles, Zoom
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import Mask
from timeline_app.model.records import Event

NEAR_PX = 320  # farther from an event than this, nothing is in the way of its label
LABEL_GAP_PX = 4  # between a glyph and a label beside it
TAG_GAP_PX, TAG_PAD_PX = 12, 8  # the same for the label of the selected event, and around it
RING_PX = 7  # around the glyph of the selected event
OUTSIDE_COST = 50.0  # of a label that would leave the collection
UNLABELLED_COST = 2.5  # rather no label than one that hides three others, or a glyph
ROW_COST = 0.3  # for each row farther from the pills
FINE_PX = 9  # steps in which the last free place is looked for


class Stand(NamedTuple):
    """The selected event, which has no number, or one of its relations, on the world axis."""

    numbers: tuple[int, ...]  # as in the panel; two, if it is related in two ways
    line: str  # of the arc
    mark: Mark
    raised: bool  # drawn over the scene, with a label if there is room

    @property
    def row(self) -> int:
        """The row in the columns."""
        return self.mark.row


class Constellation(NamedTuple):
    """The selected event and its relations."""

    chosen: Stand
    side: int  # of the label of the selected event: 1 on the right, -1 on the left
    related: tuple[Stand, ...]
    badges: tuple[Badge, ...]
    hidden: frozenset[int]  # rows whose labels lie under these

    @property
    def stands(self) -> tuple[Stand, ...]:
        """All, the selected one last."""
        return (*self.related, self.chosen)


def constellation(
    dataset: Dataset, tiles: Tiles, faces: Faces, measure: TextMeasure, zoom: Zoom, event: Event, mask: Mask
) -> Constellation | None:
    """An event and its relations, as far as they pass the filter; None if the event does not."""
    chosen, boxes, lanes = dataset.index_of(event.id), zoom.setting.boxes, dataset.columns.lane
    wanted: dict[int, tuple[tuple[int, ...], str]] = {chosen: ((), "")}
    for number, link in enumerate(dataset.links(event), start=1):
        row = dataset.index_of(link.event.id)
        if row != chosen:
            numbers, line = wanted.get(row, ((), line_of(link.relation.type)))
            wanted[row] = (*numbers, number), line
    shown = [(row, *how) for row, how in wanted.items() if mask[row] and not boxes[int(lanes[row])].folded]
    if not shown or shown[0][0] != chosen:
        return None
    return _Placing(dataset, tiles, faces, measure, zoom, shown).place()


class _Placing:
    """One constellation in the making."""

    def __init__(
        self,
        dataset: Dataset,
        tiles: Tiles,
        faces: Faces,
        measure: TextMeasure,
        zoom: Zoom,
        wanted: Sequence[tuple[int, tuple[int, ...], str]],
    ) -> None:
        self._columns = dataset.columns
        self._tiles = tiles
        self._faces = faces
        self._measure = measure
        self._style = zoom.style
        self._boxes = zoom.setting.boxes
        self._dated = zoom.setting.dated
        self._wanted = wanted
        self._marks: dict[int, Mark] = {}
        self._raised: set[int] = set()
        self._plates: list[Box] = []  # what hides labels
        self._crowd = self._crowd_around()
        self._badges = BadgePlacer(self._crowd, self._style, measure, self._boxes)

    def place(self) -> Constellation:
        """What is drawn already stays; then those of the pills, in the order of their numbers."""
        chosen, relations = self._wanted[0][0], self._wanted[1:]
        for row, _, _ in self._wanted:
            mark = self._tiles.mark_of(row)
            if mark is not None:
                self._marks[row] = mark
                self._crowd.block(glyph_box(mark, self._style))
                if mark.label and row != chosen:
                    self._crowd.block(label_box(mark, self._style, self._dated))
        side = self._stand_chosen(chosen)
        labelled = {row for row, mark in self._marks.items() if mark.label}
        for row, numbers, _ in relations:
            if row in labelled:
                self._badges.attach(self._marks[row], numbers)
        for row, numbers, _ in relations:
            if row not in self._marks:
                self._lift(row, numbers)
            elif row not in labelled:
                self._label(self._marks[row])
                self._badges.attach(self._marks[row], numbers)
        stands = [
            Stand(numbers, line, self._marks[row], row in self._raised) for row, numbers, line in self._wanted
        ]
        badges, hidden = self._badges.badges(), self._crowd.under(self._plates)
        return Constellation(stands[0], side, tuple(stands[1:]), badges, hidden)

    def _crowd_around(self) -> Crowd:
        """All that the packing placed near these events, except themselves."""
        own = {row for row, _, _ in self._wanted}
        crowd = Crowd()
        for row in own:
            low, high = self._x(row) - NEAR_PX, self._x(row) + NEAR_PX
            marks, pills = self._tiles.around(row)
            for mark in marks:
                if mark.right < low or mark.left > high or mark.row in own:
                    continue
                crowd.add(mark.row, GLYPH, glyph_box(mark, self._style))
                if mark.label:
                    crowd.add(mark.row, LABEL, label_box(mark, self._style, self._dated))
            for pill in pills:
                if low < pill.x < high and not own.issuperset(pill.rows):
                    crowd.add(pill.rows[0], PILL, pill_box(pill, self._style))
        return crowd

    def _x(self, row: int) -> int:
        return self._tiles.world(int(self._columns.anchor[row]))

    def _lane(self, row: int) -> LaneBox:
        return self._boxes[int(self._columns.lane[row])]

    # -- the selected event

    def _stand_chosen(self, row: int) -> int:
        """The selected event: its label hides what it has to, but glyphs only where it has no other place.

        The side of its label.
        """
        (face,) = self._faces.of([row])
        width = self._measure.width(face.label, "label-major")
        mark = self._marks.get(row)
        if mark is None:
            ys = self._slots(self._lane(row))
            bare = [self._bare(face, self._x(row), y) for y in ys]
            places = [(one, way) for one in bare for way in (1, -1)]
            mark, side = min(places, key=lambda place: self._tag_cost(place[0], place[1], width))
            mark = self._with_label(mark, side)
        elif mark.label:
            side = -1 if mark.side == -BESIDE else 1
            if not self._is_within(self._tag_box(mark, side, width)):
                side = self._side(mark, width)
        else:
            side = self._side(mark, width)
            mark = self._with_label(mark, side)
        self._marks[row] = mark
        tag = self._tag_box(mark, side, width)
        for box in (tag, around(mark.x, mark.y, mark.size / 2 + RING_PX)):
            self._crowd.block(box)
            self._plates.append(box)
        return side

    def _tag_box(self, mark: Mark, side: int, width: float) -> Box:
        gap, half = mark.size / 2 + TAG_GAP_PX, (17 if mark.date else 10) * self._style.text
        left = mark.x + gap if side > 0 else mark.x - gap - width
        return left - TAG_PAD_PX, mark.y - half, left + width + TAG_PAD_PX, mark.y + half

    def _tag_cost(self, mark: Mark, side: int, width: float) -> float:
        box, ring = self._tag_box(mark, side, width), around(mark.x, mark.y, mark.size / 2 + RING_PX)
        cost = self._crowd.cost(box) + self._crowd.cost(ring)
        cost += GLYPH * (self._crowd.is_blocked(box) + self._crowd.is_blocked(ring))
        return cost + (0 if self._is_within(box) else OUTSIDE_COST)

    def _side(self, mark: Mark, width: float) -> int:
        return min((1, -1), key=lambda side: self._tag_cost(mark, side, width))

    # -- its relations

    def _slots(self, box: LaneBox) -> list[float]:
        """The rows of a lane, from the pills upwards."""
        return [box.bare_y, *(box.row_y(row) for row in reversed(range(box.label_rows)))]

    def _lift(self, row: int, numbers: tuple[int, ...]) -> None:
        """Draw an event of a pill at its own time: in the row that costs least, else where there is room."""
        (face,) = self._faces.of([row])
        x, lane = self._x(row), self._lane(row)
        crowd = self._crowd.near((x - NEAR_PX, lane.top, x + NEAR_PX, lane.top + lane.height))
        best: tuple[float, Mark, Box] | None = None
        for place, y in enumerate(self._slots(lane)):
            bare = self._bare(face, x, y)
            glyph = glyph_box(bare, self._style)
            if crowd.is_blocked(glyph):
                continue
            ground = ROW_COST * place + crowd.cost(glyph)
            for side in (1, -1):
                badge = self._badge_box(bare, -side, numbers)
                if crowd.is_blocked(badge):
                    continue
                cost = ground + crowd.cost(badge) + (0 if side > 0 else 0.1)
                mark = self._with_label(bare, side)
                box = label_box(mark, self._style, self._dated)
                if self._is_within(box) and not crowd.is_blocked(box):
                    labelled = cost + crowd.cost(box)
                    if best is None or labelled < best[0]:
                        best = labelled, mark, badge
                if best is None or cost + UNLABELLED_COST < best[0]:
                    best = cost + UNLABELLED_COST, bare, badge
        if best is None:
            self._raise(min(self._last_places(face, x, lane), key=lambda mark: self._room(crowd, mark)))
            self._badges.attach(self._marks[row], numbers)
        else:
            _, mark, badge = best
            self._raise(mark)
            self._badges.put(mark, numbers, badge)
            self._plates.append(badge)

    def _badge_box(self, mark: Mark, side: int, numbers: tuple[int, ...]) -> Box:
        """A badge level with a glyph."""
        width, half = self._badges.width(numbers), BADGE_H_PX * self._style.text / 2
        near = glyph_reach(mark) + GAP_PX
        left = mark.x + near if side > 0 else mark.x - near - width
        return left, mark.y - half, left + width, mark.y + half

    def _last_places(self, face: Face, x: int, lane: LaneBox) -> Iterator[Mark]:
        y = lane.bare_y
        while y > lane.top + FINE_PX / 2 or y == lane.bare_y:
            yield self._bare(face, x, y)
            y -= FINE_PX * self._style.text

    def _room(self, crowd: Crowd, mark: Mark) -> tuple[bool, float]:
        box = glyph_box(mark, self._style)
        return crowd.is_blocked(box), crowd.cost(box)

    def _raise(self, mark: Mark) -> None:
        self._marks[mark.row] = mark
        self._raised.add(mark.row)
        boxes = [glyph_box(mark, self._style)]
        if mark.label:
            boxes.append(label_box(mark, self._style, self._dated))
        for box in boxes:
            self._crowd.block(box)
            self._plates.append(box)

    def _label(self, mark: Mark) -> None:
        """Label a mark that has no label where that hides no glyph."""
        for side in (1, -1):
            labelled = self._with_label(mark, side)
            box = label_box(labelled, self._style, self._dated)
            if self._is_within(box) and not self._crowd.is_blocked(box) and self._crowd.cost(box) < GLYPH:
                self._marks[mark.row] = labelled
                self._raised.add(mark.row)
                self._crowd.block(box)
                self._plates.append(box)
                return

    # -- marks

    def _is_within(self, box: Box) -> bool:
        low, high = self._tiles.limits
        return low <= box[0] and box[2] <= high

    def _bare(self, face: Face, x: int, y: float) -> Mark:
        """A glyph alone, at its time."""
        size, lane = GLYPH_OTHER, self._lane(face.row).lane
        half = round(glyph_half(size, face.disputed))
        return Mark(face, lane, x, y, size, None, None, "", x, 0, BESIDE, x - half, x + half)

    def _with_label(self, mark: Mark, side: int) -> Mark:
        """The mark with its label beside it; in the bottom row there is no room for a date."""
        face = mark.face
        if mark.y == self._boxes[mark.lane].bare_y:
            face = face._replace(date="", width=face.name_w)
        near = glyph_reach(mark) + LABEL_GAP_PX
        x0, x1 = mark.bar or mark.whisker or (mark.x, mark.x)
        after, before = max(mark.x + near, x1 + LABEL_GAP_PX), min(mark.x - near, x0 - LABEL_GAP_PX)
        label_x = round(after if side > 0 else before - face.width)
        return mark._replace(
            face=face,
            label=face.label,
            label_x=label_x,
            label_w=face.width,
            side=side * BESIDE,
            left=min(mark.left, label_x),
            right=max(mark.right, label_x + round(face.width)),
        )
