"""The flags in the axis: today, the selected event and the crosshair, each whole and none over another."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import Style
from timeline_app.layout.ticks import Tick

FLAG_PAD_PX, FLAG_H_PX = 7, 18
APART_PX = 3  # between two flags, or a flag and a label
POINT_PX = 5  # from an end of a flag to its point, and from the flag down to the axis


class Wanted(NamedTuple):
    """A text that points at ``x`` of the axis, in scene px."""

    x: int
    text: str
    outlined: bool


class Flag(NamedTuple):
    """A flag in its place, in scene px."""

    x: int  # of its point
    text: str
    outlined: bool
    left: int
    width: int

    @property
    def right(self) -> int:
        """The end of its box."""
        return self.left + self.width


def place_flags(
    wanted: Sequence[Wanted], plot: tuple[int, int, int, int], style: Style, measure: TextMeasure
) -> tuple[Flag, ...]:
    """The flags that have room, the first ones first; the others move aside or are left out.

    Each stays over its point and in the plot.
    """
    placed: list[Flag] = []
    for x, text, outlined in wanted:
        width = round(measure.width(text, "flag")) + style.px(2 * FLAG_PAD_PX)
        left = _left_of(x, width, placed, plot)
        if left is not None:
            placed.append(Flag(x, text, outlined, left, width))
    return tuple(placed)


def _left_of(x: int, width: int, placed: Sequence[Flag], plot: tuple[int, int, int, int]) -> int | None:
    low, high = plot[0] + 2, plot[2] - width - 2
    beside = [edge for one in placed for edge in (one.left - APART_PX - width, one.right + APART_PX)]
    middle = min(max(x - width // 2, low), high)
    for left in (middle, *sorted(beside, key=lambda edge: abs(edge - middle))):
        reaches = left == middle or (left + POINT_PX <= x <= left + width - POINT_PX)
        if low <= left <= high and reaches and _is_free(left, left + width, placed):
            return left
    return None


def _is_free(left: float, right: float, placed: Sequence[Flag]) -> bool:
    return all(right + APART_PX <= one.left or one.right + APART_PX <= left for one in placed)


def clear_of_flags(ticks: Sequence[Tick], flags: Sequence[Flag], measure: TextMeasure) -> tuple[Tick, ...]:
    """The labels of the lower tier that no flag covers, not even in part."""
    if not flags:
        return tuple(ticks)
    return tuple([tick for tick in ticks if _is_free(*_ends(tick, measure), flags)])


def _ends(tick: Tick, measure: TextMeasure) -> tuple[float, float]:
    half = measure.width(tick.text, "axis-minor") / 2
    return tick.x - half, tick.x + half
