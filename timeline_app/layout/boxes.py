"""Rectangles of what is drawn, and how much of it another one would hide."""

from collections.abc import Iterable, Sequence

from timeline_app.layout.marks import ABOVE, INSIDE, Mark, Pill, glyph_y
from timeline_app.layout.style import Style

Box = tuple[float, float, float, float]  # left, top, right, bottom

LABEL, GLYPH, PILL = 1.0, 6.0, 12.0  # what it costs to hide one
PILL_H_PX = 17
PILL_PAD_PX = 4  # of its rounded ends, which may be covered
COUNT_FROM_PX, COUNT_HALF_PX = 16, 5.5  # from the left end of a pill to its number, and half its height
RING_PX = 4.5  # around the glyph of a disputed event
GRAZE_PX = 3  # a label that is touched by no more than this can still be read


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def touches_any(box: Box, others: Iterable[Box]) -> bool:
    """Whether a box meets one of several."""
    left, top, right, bottom = box
    return any(left < x1 and x0 < right and top < y1 and y0 < bottom for x0, y0, x1, y1 in others)


def around(x: float, y: float, half: float) -> Box:
    """A square."""
    return x - half, y - half, x + half, y + half


def glyph_reach(mark: Mark) -> float:
    """From the middle of a glyph to its edge."""
    return mark.size / 2 + (RING_PX if mark.disputed else 1.5)


def glyph_box(mark: Mark, style: Style) -> Box:
    """What a glyph takes, without its halo."""
    return around(mark.x, glyph_y(mark, style), glyph_reach(mark))


def label_box(mark: Mark, style: Style, dated: bool) -> Box:
    """What a label takes, with its date."""
    text, y = style.text, mark.y
    half = 8 * text
    if mark.side == ABOVE:  # only its descenders reach down to the line
        y, half = y - 7 * text, 5.4 * text
    elif dated and mark.date and mark.side != INSIDE:
        half = 14 * text
    return mark.label_x - 2, y - half, mark.label_x + mark.label_w + 2, y + half


def pill_box(pill: Pill, style: Style) -> Box:
    """What a pill takes, without its whisker."""
    half_w, half_h = pill.width / 2 - PILL_PAD_PX, PILL_H_PX * style.text / 2
    return pill.x - half_w, pill.y - half_h, pill.x + half_w, pill.y + half_h


def count_box(pill: Pill, style: Style) -> Box:
    """What the number of a pill takes."""
    text = style.text
    return (
        pill.x - pill.width / 2 + COUNT_FROM_PX * text,
        pill.y - COUNT_HALF_PX * text,
        pill.x + pill.width / 2 - PILL_PAD_PX * text,
        pill.y + COUNT_HALF_PX * text,
    )


class Crowd:
    """What stands around: boxes that may be hidden at a cost, and others that may not."""

    def __init__(self) -> None:
        self._soft: dict[tuple[int, float], Box] = {}
        self._hard: list[Box] = []
        self._texts: list[Box] = []

    def add(self, row: int, weight: float, box: Box) -> None:
        """Something of an event that may be hidden."""
        self._soft[row, weight] = box

    def block(self, box: Box, *, is_text: bool = False) -> None:
        """Something that may not; through a text not even a line may lead."""
        self._hard.append(box)
        if is_text:
            self._texts.append(box)

    def unblock(self, box: Box) -> None:
        """Give free what was blocked."""
        self._hard.remove(box)

    def near(self, box: Box) -> "Crowd":
        """What lies in a larger box; a copy, to which nothing should be added."""
        found = Crowd()
        found._soft = {key: other for key, other in self._soft.items() if touch(box, other)}
        found._hard = [other for other in self._hard if touch(box, other)]
        found._texts = [other for other in self._texts if touch(box, other)]
        return found

    def is_blocked(self, box: Box) -> bool:
        """Whether a box would hide what may not be hidden."""
        return touches_any(box, self._hard)

    def is_text(self, x: float, y: float) -> bool:
        """Whether a text that may not be hidden lies at a point."""
        return touches_any(around(x, y, 1), self._texts)

    def blocks(self, box: Box, apart_from: Box) -> int:
        """How many of the things that may not be hidden it would hide, without one that is its own."""
        return sum([touch(box, other) for other in self._hard if other != apart_from])

    def cost(self, box: Box) -> float:
        """What a box would hide."""
        left, top, right, bottom = box
        return sum(
            [
                key[1]
                for key, (x0, y0, x1, y1) in self._soft.items()
                if left < x1 and x0 < right and top < y1 and y0 < bottom
            ]
        )

    def under(self, boxes: Sequence[Box]) -> frozenset[int]:
        """The events whose labels lie under some boxes."""
        return frozenset(
            row
            for (row, weight), (x0, y0, x1, y1) in self._soft.items()
            if weight == LABEL
            and touches_any((x0 + GRAZE_PX, y0 + GRAZE_PX, x1 - GRAZE_PX, y1 - GRAZE_PX), boxes)
        )
