"""From civil seconds to pixels and back.

Pixels are whole numbers of one world axis, ``round(time * px_per_s)``, and a view only subtracts an
offset from them. A pan at the same zoom is therefore an exact translation.
"""

import math

from timeline_app.model.frozen import Struct


class TimeScale(Struct, frozen=True):
    """A linear scale; ``left`` is the scene's x of the civil second ``start``, in px."""

    start: float
    px_per_s: float
    left: int

    @property
    def offset(self) -> int:
        """What is added to a world x to give a scene x."""
        return self.left - round(self.start * self.px_per_s)

    def world(self, time: float) -> int:
        """World x of a civil second, in whole px."""
        return round(time * self.px_per_s)

    def to_px(self, time: float) -> float:
        """Scene x of a civil second, not rounded."""
        return self.left + (time - self.start) * self.px_per_s

    def to_time(self, x: float) -> float:
        """Civil second at a scene x."""
        return self.start + (x - self.left) / self.px_per_s


def ladder_step(px_per_s: float, steps: int, base: float = 1.0) -> float:
    """The greatest step not above a zoom on a ladder of so many steps while the zoom doubles.

    ``base`` is a step itself. All in px per second.
    """
    number = math.floor(math.log2(px_per_s / base) * steps + 1e-9)
    return float(base * 2 ** (number / steps)) if number else base
