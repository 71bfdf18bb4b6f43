"""What layout hands to the painter for events: entries to be placed, marks and pills that are."""

import math
from typing import NamedTuple

from timeline_app.layout.faces import Face
from timeline_app.layout.style import Style

WHISKER_DROP_PX = 6  # of the glyph and its line below the middle of a row; the label stands above
RING_DROP_PX = 3  # the same of a disputed one: its label stands beside the ring, which has to stay in its row
BAR_GLYPH_PX = 8  # from the start of a bar to the middle of its glyph
BAR_LABEL_PX = 20  # from the start of a bar to a label inside it
BAR_END_PX = 8  # kept free between a label inside and the end of the bar
EDGE_FADE_PX = 6  # over which a label that crosses the edge of its plot or bar fades out
CHEVRON_PX = 18  # the same before the chevrons of what goes on
RING_REACH_PX = 14  # from the middle of a disputed glyph on a whisker to a label that stands clear of it
BESIDE, INSIDE, ABOVE = 1, 0, 2  # where a label stands; -BESIDE is on the left


class Entry(NamedTuple):
    """What is to be placed: one event, in world px."""

    face: Face
    x: int  # of the glyph
    x0: int  # of the bounds
    x1: int
    form: int  # how it is drawn at this zoom: POINT, SPAN as a bar, VAGUE as a whisker
    bar_row: int  # of a bar or whisker, by time alone; -1 for a point


class Mark(NamedTuple):
    """A placed event: glyph, bar or whisker, and its label; world px in x, scene px in y."""

    face: Face
    lane: int
    x: int
    y: float
    size: float
    bar: tuple[int, int] | None
    whisker: tuple[int, int] | None
    label: str
    label_x: int
    label_w: float
    side: int  # BESIDE (right of the glyph), -BESIDE (left), INSIDE the bar, ABOVE the whisker
    left: int  # of everything that is drawn of it
    right: int

    @property
    def row(self) -> int:
        """The row in the columns."""
        return self.face.row

    @property
    def importance(self) -> int:
        """From 1 to 5."""
        return self.face.importance

    @property
    def hollow(self) -> bool:
        """Whether the date is not exact."""
        return self.face.hollow

    @property
    def disputed(self) -> bool:
        """Whether parties read the event differently."""
        return self.face.disputed

    @property
    def open_start(self) -> bool:
        """Whether it began before all dates."""
        return self.face.open_start

    @property
    def open_end(self) -> bool:
        """Whether it goes on."""
        return self.face.open_end

    @property
    def unknown_start(self) -> bool:
        """Whether nobody knows when it began."""
        return self.face.unknown_start

    @property
    def unknown_end(self) -> bool:
        """Whether nobody knows when it ended."""
        return self.face.unknown_end

    @property
    def date(self) -> str:
        """The words of the date, or an empty string where labels have none."""
        return self.face.date


class Pill(NamedTuple):
    """Several unlabelled events as one mark with a count."""

    lane: int
    x: int
    y: float
    width: int
    rows: tuple[int, ...]
    x0: int  # of the bounds of its events
    x1: int

    @property
    def left(self) -> float:
        """World x of the left end of all that is drawn of it."""
        return min(self.x0, self.x - self.width / 2)

    @property
    def right(self) -> float:
        """World x of the right end of all that is drawn of it."""
        return max(self.x1, self.x + self.width / 2)


class Placement(NamedTuple):
    """What one lane shows in one tile."""

    marks: tuple[Mark, ...]
    pills: tuple[Pill, ...]


class Window(NamedTuple):
    """The plot on the world axis: what is added to a world x, and the edges in scene px."""

    offset: int
    left: int
    right: int


def pill_width(count: int, style: Style) -> int:
    """Width of a pill in px."""
    pad, digit = pill_sizes(style)
    return pad + digit * len(str(count))


def pill_sizes(style: Style) -> tuple[int, int]:
    """Width of a pill without its number, and of each figure, in px."""
    return style.px(25), style.px(7)


def glyph_x(mark: Mark, window: Window) -> int:
    """Scene x of the middle of a glyph; that of a bar or a labelled whisker stays in view while they do."""
    x = mark.x + window.offset
    if mark.bar is not None:
        return max(x, min(window.left + BAR_GLYPH_PX, mark.bar[1] + window.offset - BAR_GLYPH_PX))
    if mark.side != ABOVE or mark.whisker is None:
        return x
    if mark.label and mark.disputed:
        return x + _joint_shift(mark, mark.whisker, window)
    x = max(x, min(window.left + BAR_GLYPH_PX, mark.whisker[1] + window.offset))
    return min(x, max(window.right - BAR_GLYPH_PX, mark.whisker[0] + window.offset))


def glyph_y(mark: Mark, style: Style) -> float:
    """Scene y of the middle of a glyph."""
    if mark.side != ABOVE:
        return mark.y
    return mark.y + (RING_DROP_PX if mark.disputed else WHISKER_DROP_PX) * style.text


def label_left(mark: Mark, window: Window) -> float:
    """Scene x of a label; inside a bar and on a longer whisker it slides with what is visible."""
    x = mark.label_x + window.offset
    if mark.side == INSIDE and mark.bar is not None:
        return max(x, window.left + BAR_LABEL_PX)
    if mark.side == ABOVE and mark.whisker is not None:
        if mark.disputed:
            return x + _joint_shift(mark, mark.whisker, window)
        x0, x1 = mark.whisker[0] + window.offset, mark.whisker[1] + window.offset
        if x0 <= x and x + mark.label_w <= x1:  # not one that hangs over an end of a short whisker
            inner = min(max(x, window.left + BAR_END_PX), window.right - BAR_END_PX - mark.label_w)
            return min(max(inner, x0), x1 - mark.label_w)
    return x


def _joint_shift(mark: Mark, whisker: tuple[int, int], window: Window) -> int:
    """How far a ring slides on its whisker with the label beside it, which it must not cross, in px."""
    x0, x1 = whisker[0] + window.offset, whisker[1] + window.offset
    x, label_x = mark.x + window.offset, mark.label_x + window.offset
    label_end = math.ceil(label_x + mark.label_w)
    if label_x < x0 or label_end > x1:
        return 0
    a, b = min(x - RING_REACH_PX, label_x), max(x + RING_REACH_PX, label_end)
    shift = max(min(window.right - BAR_END_PX - b, 0), window.left + BAR_END_PX - a)
    return min(max(shift, min(x0 - a, 0)), max(x1 - b, 0))


def label_overshoot(mark: Mark, window: Window) -> float:
    """How far a label reaches out of its plot, or its bar, in px; negative if there is room around it."""
    x = label_left(mark, window)
    right = float(window.right)
    if mark.side == INSIDE and mark.bar is not None:
        room = CHEVRON_PX if mark.open_end else BAR_END_PX
        right = min(mark.bar[1] + window.offset, window.right) - room
    return max(window.left - x, x + mark.label_w - right)


def label_opacity(mark: Mark, window: Window) -> float:
    """From 1 for a label that lies in its plot, or its bar, to 0 for one that is not drawn.

    It fades where it crosses an edge, and with the second half of its glyph.
    """
    if not mark.label:
        return 0.0
    opacity = edge_opacity(label_overshoot(mark, window))
    if mark.side != INSIDE:
        x, reach = glyph_x(mark, window), mark.size / 2
        opacity = min(opacity, 1 - max(window.left - x, x - window.right) / reach)
    return max(opacity, 0.0)


def edge_opacity(overshoot: float) -> float:
    """The opacity of a text that reaches so far over an edge, in px: 1 while it does not."""
    return min(max(1 - overshoot / EDGE_FADE_PX, 0.0), 1.0)


def is_in_plot(mark: Mark, window: Window) -> bool:
    """Whether the glyph, or a part of the bar or whisker, lies in the plot."""
    stretch = mark.bar or mark.whisker
    if stretch is not None:
        return stretch[1] + window.offset > window.left and stretch[0] + window.offset < window.right
    return window.left <= mark.x + window.offset <= window.right
