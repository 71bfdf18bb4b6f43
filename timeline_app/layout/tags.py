"""Where the label of the selected event can stand around its glyph."""

from typing import NamedTuple

from timeline_app.layout.boxes import Box
from timeline_app.layout.marks import Mark, Window, glyph_x, glyph_y
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.style import Style

TAG_GAP_PX, TAG_PAD_PX = 12, 6  # between the edge of a glyph and its tag's words, and around these
SELECTED_LEAST_PX = 10.5  # size of the glyph
EDGE_PX = 2  # kept free between a tag and the edge of the plot
ROLE = "label-major"
RING_GAP_PX, RING_PEN_PX = 4.5, 2


class TagPlace(NamedTuple):
    """Beside the glyph, or in the next row."""

    side: int  # 1: on the right of the glyph or beginning there; -1 on the left
    drop: int = 0  # -1 above the glyph, 1 below it


LEVEL = (TagPlace(1), TagPlace(-1))
STEPPED = (TagPlace(1, -1), TagPlace(-1, -1), TagPlace(1, 1), TagPlace(-1, 1))


def ring_reach(size: float) -> float:
    """From the middle of the selected glyph to the outside of its ring."""
    return max(size, SELECTED_LEAST_PX) / 2 + RING_GAP_PX + RING_PEN_PX / 2


def ring_box(x: float, y: float, size: float) -> Box:
    """What the selected glyph takes with its ring."""
    reach = ring_reach(size)
    return x - reach, y - reach, x + reach, y + reach


def tag_height(dated: bool, style: Style) -> float:
    """Height of a tag with or without a date, in px."""
    return (34 if dated else 21) * style.text


def tag_box(x: float, y: float, size: float, place: TagPlace, width: float, dated: bool, style: Style) -> Box:
    """The box of a tag with words ``width`` px wide, at a glyph with its middle at ``x``, ``y``."""
    height, reach = tag_height(dated, style), ring_reach(size)
    near = -reach + TAG_PAD_PX if place.drop else size / 2 + TAG_GAP_PX
    left = round(x + near if place.side > 0 else x - near - width)
    middle = y + place.drop * (reach + height / 2 + 1)
    return left - TAG_PAD_PX, middle - height / 2, left + width + TAG_PAD_PX, middle + height / 2


class Tag(NamedTuple):
    """The label of the selected event, drawn above the scene and hiding what it covers; in scene px."""

    label: str
    date: str
    role: str
    x: int  # where the words begin
    y: float  # of the middle
    width: float
    height: float

    @property
    def box(self) -> Box:
        """What it takes with its ground."""
        half = self.height / 2
        return self.x - TAG_PAD_PX, self.y - half, self.x + self.width + TAG_PAD_PX, self.y + half


def place_tag(
    mark: Mark, place: TagPlace, window: Window, style: Style, measure: TextMeasure, *, cut: bool = False
) -> Tag:
    """The tag of a mark in a view; with ``cut`` no longer than the plot has room for."""
    x, y = glyph_x(mark, window), glyph_y(mark, style)
    label, date = mark.face.label, mark.date
    if cut:
        near = -ring_reach(mark.size) + TAG_PAD_PX if place.drop else mark.size / 2 + TAG_GAP_PX
        end = window.right - x if place.side > 0 else x - window.left
        room = max(end - near - TAG_PAD_PX - EDGE_PX, 0)
        label = elided(label, room, ROLE, measure)
        date = date if measure.width(date, "label-date") <= room else ""  # a date is never cut
    width = measure.width(label, ROLE)
    if date:
        width = max(width, measure.width(date, "label-date"))
    left, top, _, bottom = tag_box(x, y, mark.size, place, width, bool(date), style)
    if place.drop:  # it may lie anywhere over or under its glyph
        box_w = width + 2 * TAG_PAD_PX
        left = max(min(left, window.right - EDGE_PX - box_w), window.left + EDGE_PX)
    return Tag(label, date, ROLE, round(left + TAG_PAD_PX), (top + bottom) / 2, width, bottom - top)


def is_within(tag: Tag, window: Window) -> bool:
    """Whether a tag lies in the plot with a little room around."""
    left, _, right, _ = tag.box
    return window.left + EDGE_PX <= left and right <= window.right - EDGE_PX
