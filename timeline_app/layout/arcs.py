"""Arcs from the selected event to the events it is related to."""

from typing import NamedTuple

STRAIGHT_PX = 40  # nearer than this in x, an arc bulges to the right
BULGE_MOST_PX = 44
TURN_PX = 8  # beyond the end of such an arc

SOLID = frozenset({"settles", "led-to", "follows", "answers"})
DASHED = frozenset({"disputes", "reverses"})


class Arc(NamedTuple):
    """A cubic curve in scene px; ``line`` is ``solid``, ``dashed`` or ``dotted``."""

    x0: float
    y0: float
    cx0: float
    cy0: float
    cx1: float
    cy1: float
    x1: float
    y1: float
    line: str
    number: int

    def at(self, share: float) -> tuple[float, float]:
        """The point at a share from 0 to 1 of the way."""
        rest = 1 - share
        a, b, c, d = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
        return (
            a * self.x0 + b * self.cx0 + c * self.cx1 + d * self.x1,
            a * self.y0 + b * self.cy0 + c * self.cy1 + d * self.y1,
        )


def line_of(relation_type: str) -> str:
    """How a relation is drawn."""
    if relation_type in SOLID:
        return "solid"
    return "dashed" if relation_type in DASHED else "dotted"


def route(
    source: tuple[float, float],
    target: tuple[float, float],
    same_lane: bool,
    clear: float,
    ceiling: float,
    line: str,
    number: int,
    reaches: tuple[float, float] | None = None,
    labels: tuple[int, int] = (0, 0),
) -> Arc:
    """The curve between two glyphs that are ``clear`` px in radius; ``reaches`` is what the target takes
    on its left and right, if that is more, and ``labels`` the sides (-1, 1 or 0) of the labels of both.

    Same row: an arch above, or a bow below where the arch would rise over ``ceiling``. Same lane, lower
    row: a bow below. Nearly vertical: a bulge to the side without a label. Else: leave vertically, arrive
    level, or vertically where the label would be in the way.
    """
    x0, y0 = source
    x1, y1 = target
    dx, dy = x1 - x0, y1 - y0
    before, after = reaches or (clear, clear)
    rise = min(12 + abs(dx) * 0.12, 46)
    if same_lane and abs(dy) < 2 and y0 - clear - 0.75 * rise > ceiling:
        return Arc(x0, y0 - clear, x0, y0 - clear - rise, x1, y1 - clear - rise, x1, y1 - clear, line, number)
    if same_lane and abs(dx) >= STRAIGHT_PX:
        drop = min(16 + abs(dx) * 0.1, 40)
        low = max(y0, y1) + drop
        return Arc(x0, y0 + clear, x0, low + 6, x1, low + 6, x1, y1 + clear, line, number)
    vertical = clear if dy > 0 else -clear
    if abs(dx) < STRAIGHT_PX:
        side = -labels[1] or -labels[0] or 1
        bulge = min(14 + abs(dy) * 0.13, BULGE_MOST_PX)
        end = x1 + (after if side > 0 else -before)
        turn = side * max(side * x0 + bulge, side * x1 + bulge, side * end + TURN_PX)
        if labels[0] == side:
            return Arc(x0, y0 + vertical, turn, y0 + 2 * vertical, turn, y1, end, y1, line, number)
        return Arc(x0 + side * clear, y0, turn, y0, turn, y1, end, y1, line, number)
    if labels[1] == (-1 if dx > 0 else 1) and abs(dy) > 3 * clear:
        middle = (y0 + y1) / 2
        return Arc(x0, y0 + vertical, x0, middle, x1, middle, x1, y1 - vertical, line, number)
    reach = -before if dx > 0 else after
    return Arc(x0, y0 + vertical, x0, y1, x0 + dx * 0.4, y1, x1 + reach, y1, line, number)
