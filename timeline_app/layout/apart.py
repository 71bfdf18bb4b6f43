"""Where the selected event and its relations stand: each by itself, none of them in a pill.

All of it is placed once a zoom, on the world axis, for the relations out of view as well, so that a pan
moves nothing. The packing takes no part: what it placed stays, only labels under those drawn here go.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_app.layout.arcs import line_of
from timeline_app.layout.badges import BADGE_H_PX, GAP_PX, Badge, BadgePlacer, badge_box
from timeline_app.layout.boxes import (
    GLYPH,
    GRAZE_PX,
    LABEL,
    PILL,
    Box,
    Crowd,
    count_box,
    glyph_box,
    glyph_reach,
    label_box,
    pill_box,
    touch,
    touches_any,
)
from timeline_app.layout.faces import Face, Faces, glyph_half
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import BESIDE, Mark, glyph_y
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.stretched import StretchedTiles
from timeline_app.layout.style import GLYPH_OTHER
from timeline_app.layout.tags import LEVEL, STEPPED, TagPlace, ring_box, tag_box
from timeline_app.layout.tiles import Zoom
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import Mask
from timeline_app.model.records import Event

NEAR_PX = 320  # farther from an event than this at the usual text size, nothing is in the way of its label
LABEL_GAP_PX = 4  # between a glyph and a label beside it
STEPPED_COST = 0.5  # of the label of the selected event above or below its glyph
OVER_LABEL_COST = 2.0  # of that label on one of a relation, which then moves
AWAY_COST = 2.0  # of a label on the side where the plot is known to end
OUTSIDE_COST = 3.0  # of that label where the collection ends, and with it most views
OUT_OF_LANE_COST = 100.0
UNLABELLED_COST = GLYPH - 0.5  # a related event is labelled before others, but hides no glyph
ROW_COST = 0.3  # for each row farther from the pills
LINE_RANK = ("solid", "dashed", "dotted")  # who is labelled first
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
    tag: TagPlace  # of the label of the selected event
    related: tuple[Stand, ...]
    badges: tuple[Badge, ...]
    hidden: frozenset[int]  # rows whose labels lie under these

    @property
    def stands(self) -> tuple[Stand, ...]:
        """All, the selected one last."""
        return (*self.related, self.chosen)


def constellation(
    dataset: Dataset,
    tiles: StretchedTiles,
    faces: Faces,
    measure: TextMeasure,
    zoom: Zoom,
    event: Event,
    mask: Mask,
    side: int | None = None,
) -> Constellation | None:
    """An event and its relations, as far as they pass the filter; None if the event does not.

    With ``side`` the label of the event stands on that side, for a view that ends near by on the other.
    """
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
    return _Placing(dataset, tiles, faces, measure, zoom, shown, side).place()


class _Placing:
    """One constellation in the making."""

    def __init__(
        self,
        dataset: Dataset,
        tiles: StretchedTiles,
        faces: Faces,
        measure: TextMeasure,
        zoom: Zoom,
        wanted: Sequence[tuple[int, tuple[int, ...], str]],
        side: int | None,
    ) -> None:
        self._columns = dataset.columns
        self._tiles = tiles
        self._faces = faces
        self._measure = measure
        self._style = zoom.style
        self._boxes = zoom.setting.boxes
        self._dated = zoom.setting.dated
        self._wanted = wanted
        self._side = side
        self._near = NEAR_PX * zoom.style.text
        self._marks: dict[int, Mark] = {}
        self._raised: set[int] = set()
        self._plates: list[Box] = []  # what hides labels
        self._crowd = self._crowd_around()
        self._badges = BadgePlacer(self._crowd, self._style, measure, self._boxes)

    def place(self) -> Constellation:
        """What is drawn already stays; the others come in the order of their kinds and numbers."""
        chosen = self._wanted[0][0]
        relations = sorted(self._wanted[1:], key=lambda one: (LINE_RANK.index(one[2]), one[1]))
        for row, _, _ in self._wanted:
            mark = self._tiles.mark_of(row)
            if mark is not None:
                self._marks[row] = mark
                self._crowd.block(glyph_box(mark, self._style))
        tag = self._stand_chosen(chosen)
        covered = {row for row, mark in self._marks.items() if row != chosen and self._is_covered(mark)}
        for row in covered:
            self._marks[row] = self._marks[row]._replace(label="", label_w=0.0)
        labelled = {row for row, mark in self._marks.items() if mark.label and row != chosen}
        for row in labelled:
            self._crowd.block(label_box(self._marks[row], self._style, self._dated))
        for row, numbers, _ in relations:
            if row in labelled:
                self._badges.attach(self._marks[row], numbers)
        for row, numbers, _ in relations:
            if row not in self._marks:
                self._lift(row, numbers)
            elif row not in labelled:
                self._label(self._marks[row])
                self._badges.attach(self._marks[row], numbers)
        covered |= self._strip_crossed(labelled)
        stands = [
            Stand(numbers, line, self._marks[row], row in self._raised) for row, numbers, line in self._wanted
        ]
        badges = self._badges.badges()
        hidden = self._crowd.under([*self._plates, *(badge_box(badge, self._style) for badge in badges)])
        return Constellation(stands[0], tag, tuple(stands[1:]), badges, hidden | covered)

    def _strip_crossed(self, labelled: set[int]) -> set[int]:
        """Take away labels that a glyph without another place stands on: a cut word is worse than none."""
        crossed = set()
        for row in labelled:
            left, top, right, bottom = label_box(self._marks[row], self._style, self._dated)
            inner = left + GRAZE_PX, top + GRAZE_PX, right - GRAZE_PX, bottom - GRAZE_PX
            glyphs = [glyph_box(self._marks[other], self._style) for other in self._raised if other != row]
            if touches_any(inner, glyphs):
                self._marks[row] = self._marks[row]._replace(label="", label_w=0.0)
                crossed.add(row)
        return crossed

    def _is_covered(self, mark: Mark) -> bool:
        """Whether a label lies under the one of the selected event."""
        return bool(mark.label) and touches_any(label_box(mark, self._style, self._dated), self._plates)

    def _crowd_around(self) -> Crowd:
        """All that the packing placed near these events, except themselves."""
        own = {row for row, _, _ in self._wanted}
        crowd = Crowd()
        for row in own:
            low, high = self._x(row) - self._near, self._x(row) + self._near
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
                    crowd.block(count_box(pill, self._style), is_text=True)
        return crowd

    def _x(self, row: int) -> int:
        return self._tiles.world(int(self._columns.anchor[row]))

    def _lane(self, row: int) -> LaneBox:
        return self._boxes[int(self._columns.lane[row])]

    # -- the selected event

    def _stand_chosen(self, row: int) -> TagPlace:
        """The selected event: its label hides what it has to, but glyphs and numbers of pills only where it
        has no other place.
        """
        (face,) = self._faces.of([row])
        width = self._measure.width(face.label, "label-major")
        mark, wished = self._marks.get(row), 0
        if mark is None:
            stands = [self._bare(face, self._x(row), y) for y in self._slots(self._lane(row))]
        else:
            stands = [mark]
            wished = mark.side if mark.label and abs(mark.side) == BESIDE else 0
        sides = [place for place in (*LEVEL, *STEPPED) if self._side in (None, place.side)]
        options = [(stand, place) for stand in stands for place in sides]
        mark, place = min(options, key=lambda one: self._tag_cost(one[0], one[1], width, wished))
        if not mark.label:
            mark = self._with_label(mark, place.side)
        self._marks[row] = mark
        tag, ring = self._tag_box(mark, place, width), self._ring(mark)
        self._crowd.block(tag, is_text=True)
        self._crowd.block(ring)
        self._plates += tag, ring
        return place

    def _ring(self, mark: Mark) -> Box:
        return ring_box(mark.x, glyph_y(mark, self._style), mark.size)

    def _tag_box(self, mark: Mark, place: TagPlace, width: float) -> Box:
        y = glyph_y(mark, self._style)
        if mark.date:
            width = max(width, self._measure.width(mark.date, "label-date"))
        return tag_box(mark.x, y, mark.size, place, width, bool(mark.date), self._style)

    def _tag_cost(self, mark: Mark, place: TagPlace, width: float, wished: int) -> float:
        """What a place hides; where the event had its label before, others give way to it."""
        box, ring, lane = self._tag_box(mark, place, width), self._ring(mark), self._boxes[mark.lane]
        cost = 0.0 if wished and place == (wished, 0) else self._crowd.cost(box)
        cost += self._crowd.cost(ring) + STEPPED_COST * abs(place.drop)
        own = glyph_box(mark, self._style)
        cost += PILL * sum([self._crowd.blocks(one, apart_from=own) for one in (box, ring)])
        cost += OVER_LABEL_COST * sum(
            [
                touch(box, label_box(other, self._style, self._dated))
                for row, other in self._marks.items()
                if other.label and row != mark.row
            ]
        )
        if place.drop and (box[1] < lane.top - 2 or box[3] > lane.top + lane.height + 2):
            return cost + OUT_OF_LANE_COST
        return cost + (0 if self._is_within(box) or self._side else OUTSIDE_COST)

    # -- its relations

    def _slots(self, box: LaneBox) -> list[float]:
        """The rows of a lane, from the pills upwards."""
        return [box.bare_y, *(box.row_y(row) for row in reversed(range(box.label_rows)))]

    def _lift(self, row: int, numbers: tuple[int, ...]) -> None:
        """Draw an event of a pill at its own time: in the row that costs least, else where there is room."""
        (face,) = self._faces.of([row])
        x, lane = self._x(row), self._lane(row)
        crowd = self._crowd.near((x - self._near, lane.top, x + self._near, lane.top + lane.height))
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
                cost = ground + crowd.cost(badge) + self._side_cost(side)
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

    def _side_cost(self, side: int) -> float:
        """Of a label on one side of its glyph: on the right is best, unless the plot ends there."""
        if self._side is not None:
            return 0 if side == self._side else AWAY_COST
        return 0 if side > 0 else 0.1

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
        for side in sorted((1, -1), key=self._side_cost):
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
