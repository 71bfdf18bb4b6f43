"""The numbers of related events: a badge for each, set apart where several events stand close together."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.layout.boxes import GLYPH, Box, Crowd, around, glyph_reach
from timeline_app.layout.lanes import LaneBox
from timeline_app.layout.marks import ABOVE, BESIDE, Mark, glyph_y
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import Style

BADGE_H_PX = 15
BADGE_PAD_PX = 8
CORNER_PX = 9  # from the middle of a glyph up or down to a badge at its corner
FAN_PX = tuple((dx, dy) for dx in (14, 30, 46, 62, 78) for dy in (0, 12, 24, 36, 48))  # beyond the corners
FAN_COST = 1.5  # of a tick that leads to a badge
BEHIND_COST = 1.2  # of a badge at the far end of a label
COVER_COST = 2.0  # times what is hidden: half a word is worse than none
TICK_STEP_PX = 6  # between the points of a tick that are looked at
GAP_PX = 1.5  # between a glyph and its badge
BEHIND_PX = 4  # between a label and its badge
NEAR_PX = 8  # a badge behind a label stands at least so far from the next glyph


class Badge(NamedTuple):
    """The numbers of one event, or of several for which there was no room; the middle is at ``x``, ``y``."""

    mark: Mark
    x: float
    y: float
    width: float
    numbers: tuple[int, ...]
    is_led: bool  # by a tick from the glyph
    is_behind: bool = False  # at the far end of the label

    @property
    def text(self) -> str:
        """The numbers as they are shown."""
        return " ".join(map(str, self.numbers))


def badge_box(badge: Badge, style: Style) -> Box:
    """What a badge takes."""
    half_w, half_h = badge.width / 2, BADGE_H_PX * style.text / 2
    return badge.x - half_w, badge.y - half_h, badge.x + half_w, badge.y + half_h


class BadgePlacer:
    """Places badges one after the other; none covers another, a glyph or a label of these events."""

    def __init__(self, crowd: Crowd, style: Style, measure: TextMeasure, boxes: tuple[LaneBox, ...]) -> None:
        self._crowd = crowd
        self._style = style
        self._measure = measure
        self._boxes = boxes
        self._badges: list[Badge] = []

    def badges(self) -> tuple[Badge, ...]:
        """All badges, in the order of their first numbers."""
        return tuple(sorted(self._badges, key=lambda badge: badge.numbers))

    def width(self, numbers: tuple[int, ...]) -> float:
        """Width of a badge."""
        words = " ".join(map(str, numbers))
        text = self._style.text
        return max(BADGE_H_PX * text, self._measure.width(words, "badge") + BADGE_PAD_PX * text)

    def put(self, mark: Mark, numbers: tuple[int, ...], box: Box) -> None:
        """A badge at a place that is known to be free."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        self._badges.append(Badge(mark, x, y, box[2] - box[0], numbers, False))
        self._crowd.block(box)

    def keep(self, badge: Badge) -> None:
        """A badge that stays where it is."""
        self._badges.append(badge)
        self._crowd.block(badge_box(badge, self._style))

    def attach(self, mark: Mark, numbers: tuple[int, ...]) -> None:
        """A badge at the best free place around a glyph; without one, a nearby badge takes the number in."""
        found = self._best(mark, numbers) or self._best(mark, numbers, over_texts=True)
        found = found or self._joined(mark, numbers)
        self._badges.append(found)
        self._crowd.block(badge_box(found, self._style))

    def _best(self, mark: Mark, numbers: tuple[int, ...], *, over_texts: bool = False) -> Badge | None:
        best: tuple[float, Badge] | None = None
        lane = self._boxes[mark.lane]
        reach = mark.label_w + 160 * self._style.text
        crowd = self._crowd.near(around(mark.x, mark.y, reach))
        for cost, badge in self._places(mark, numbers):
            if best is not None and cost >= best[0]:
                continue
            box = badge_box(badge, self._style)
            if box[1] < lane.top - 2 or box[3] > lane.top + lane.height + 2 or crowd.is_blocked(box):
                continue
            if badge.is_led and not over_texts and self._crosses(crowd, badge):
                continue
            cost += COVER_COST * crowd.cost(box)
            if badge.is_behind and crowd.cost((box[0] - NEAR_PX, box[1], box[2] + NEAR_PX, box[3])) >= GLYPH:
                continue  # it would seem to belong to that glyph
            if best is None or cost < best[0]:
                best = cost, badge
        return None if best is None else best[1]

    def _crosses(self, crowd: Crowd, badge: Badge) -> bool:
        """Whether the tick to a badge would strike out a text that may not be hidden."""
        y = glyph_y(badge.mark, self._style)
        side = 1 if badge.x > badge.mark.x else -1
        x0, x1 = badge.mark.x + side * (glyph_reach(badge.mark) + 2), badge.x - side * badge.width / 2
        points = max(int(abs(x1 - x0) // TICK_STEP_PX), 1)
        shares = [n / points for n in range(points + 1)]
        return any(crowd.is_text(x0 + (x1 - x0) * share, y + (badge.y - y) * share) for share in shares)

    def _places(self, mark: Mark, numbers: tuple[int, ...]) -> Iterator[tuple[float, Badge]]:
        """Beside the glyph, away from its label; at its corners; then farther out, with a tick."""
        text, y = self._style.text, glyph_y(mark, self._style)
        width = self.width(numbers)
        x0 = mark.bar[0] if mark.bar else mark.x
        near = glyph_reach(mark) + GAP_PX + width / 2
        before, after = max(near, mark.x - x0 + 3 + width / 2), near
        away = 1 if mark.side == -BESIDE or mark.side == ABOVE else -1
        sides = [(away, before if away < 0 else after), (-away, before if away > 0 else after)]
        cost = 0.0
        for side, reach in sides:
            yield cost, Badge(mark, mark.x + side * reach, y, width, numbers, False)
            cost += 0.8
        for side, reach in sides:
            corner = max(min(reach, near) - 5, 0)
            for up in (-1, 1):
                cost += 0.05
                yield (
                    cost,
                    Badge(mark, mark.x + side * corner, y + up * CORNER_PX * text, width, numbers, False),
                )
        if mark.label and abs(mark.side) == BESIDE:
            far = mark.label_x + mark.label_w + BEHIND_PX + width / 2
            if mark.side < 0:
                far = mark.label_x - BEHIND_PX - width / 2
            yield BEHIND_COST, Badge(mark, far, y, width, numbers, False, True)
        for dx, dy in FAN_PX:
            for side, reach in sides:
                for up in (-1, 1) if dy else (1,):
                    cost += 0.02
                    x = mark.x + side * (reach + dx * text)
                    yield FAN_COST + cost, Badge(mark, x, y + up * dy * text, width, numbers, True)

    def _joined(self, mark: Mark, numbers: tuple[int, ...]) -> Badge:
        """The badge nearest in its lane with one number more, or one that covers what it must."""
        others = [badge for badge in self._badges if badge.mark.lane == mark.lane]
        if not others:
            return next(self._places(mark, numbers))[1]
        other = min(others, key=lambda badge: abs(badge.x - mark.x) + abs(badge.y - mark.y))
        self._badges.remove(other)
        self._crowd.unblock(badge_box(other, self._style))
        numbers = tuple(sorted((*other.numbers, *numbers)))
        longer = other._replace(numbers=numbers, width=self.width(numbers))
        return self._best(other.mark, numbers, over_texts=True) or longer
