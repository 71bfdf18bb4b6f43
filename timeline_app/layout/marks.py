"""What layout hands to the painter for events: entries to be placed, marks and pills that are."""

from typing import NamedTuple

from timeline_app.layout.faces import Face
from timeline_app.layout.style import Style

WHISKER_DROP_PX = 6  # of the glyph and its line below the middle of a row; the label stands above
BAR_GLYPH_PX = 8  # from the start of a bar to the middle of its glyph
BAR_LABEL_PX = 20  # from the start of a bar to a label inside it
BAR_END_PX = 8  # kept free between a label inside and the end of the bar
EDGE_FADE_PX = 6  # a label this near to the edge of the plot begins to fade
CHEVRON_PX = 18  # the same before the chevrons of what goes on
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
    """Scene x of the middle of a glyph; that of a bar stays in view while the bar does."""
    x = mark.x + window.offset
    if mark.bar is None:
        return x
    end = mark.bar[1] + window.offset - BAR_GLYPH_PX
    return max(x, min(window.left + BAR_GLYPH_PX, end))


def glyph_y(mark: Mark, style: Style) -> float:
    """Scene y of the middle of a glyph."""
    return mark.y + WHISKER_DROP_PX * style.text if mark.side == ABOVE else mark.y


def label_left(mark: Mark, window: Window) -> float:
    """Scene x of a label; inside a bar and on a longer whisker it slides with what is visible."""
    x = mark.label_x + window.offset
    if mark.side == INSIDE and mark.bar is not None:
        return max(x, window.left + BAR_LABEL_PX)
    if mark.side == ABOVE and mark.whisker is not None:
        x0, x1 = mark.whisker[0] + window.offset, mark.whisker[1] + window.offset
        if x0 <= x and x + mark.label_w <= x1:  # not one that hangs over an end of a short whisker
            inner = min(max(x, window.left + BAR_END_PX), window.right - BAR_END_PX - mark.label_w)
            return min(max(inner, x0), x1 - mark.label_w)
    return x


def label_overshoot(mark: Mark, window: Window) -> float:
    """How far a label reaches out of its plot, or its bar, in px; negative if there is room around it."""
    x = label_left(mark, window)
    right = float(window.right)
    if mark.side == INSIDE and mark.bar is not None:
        room = CHEVRON_PX if mark.open_end else BAR_END_PX
        right = min(mark.bar[1] + window.offset, window.right) - room
    return max(window.left - x, x + mark.label_w - right)


def is_in_plot(mark: Mark, window: Window) -> bool:
    """Whether the glyph, or a part of the bar or whisker, lies in the plot."""
    stretch = mark.bar or mark.whisker
    if stretch is not None:
        return stretch[1] + window.offset > window.left and stretch[0] + window.offset < window.right
    return window.left <= mark.x + window.offset <= window.right
