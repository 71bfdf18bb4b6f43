"""The shapes of the categories as paths, in units of the glyph's size, and the app's marks."""

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _cross() -> QPainterPath:
    a, b = 0.55, 0.19
    return _polygon(
        [
            (-b, -a),
            (b, -a),
            (b, -b),
            (a, -b),
            (a, b),
            (b, b),
            (b, a),
            (-b, a),
            (-b, b),
            (-a, b),
            (-a, -b),
            (-b, -b),
        ]
    )


def _spiked(spikes: int, outer: float, inner: float) -> QPainterPath:
    points = []
    for step in range(spikes * 2):
        radius = outer if step % 2 == 0 else inner * 0.72
        angle = math.pi * step / spikes - math.pi / 2
        points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return _polygon(points)


def _ring() -> QPainterPath:
    path = _circle(0.52)
    path.addEllipse(QPointF(0, 0), 0.24, 0.24)
    return path


def _shield() -> QPainterPath:
    return _polygon([(-0.56, -0.50), (0.56, -0.50), (0.56, -0.06), (0, 0.62), (-0.56, -0.06)])


def _hexagon() -> QPainterPath:
    return _polygon([(0.56 * math.cos(a), 0.56 * math.sin(a)) for a in (math.pi / 3 * n for n in range(6))])


SHAPES: dict[str, Callable[[], QPainterPath]] = {
    "circle": lambda: _circle(0.5),
    "cross": _cross,
    "star": lambda: _spiked(4, 0.68, 0.33),
    "diamond": lambda: _polygon([(0, -0.62), (0.62, 0), (0, 0.62), (-0.62, 0)]),
    "triangle": lambda: _polygon([(0, -0.60), (0.60, 0.46), (-0.60, 0.46)]),
    "square": lambda: _polygon([(-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)]),
    "shield": _shield,
    "hexagon": _hexagon,
    "ring": _ring,
    "bar": lambda: _polygon([(-0.58, -0.24), (0.58, -0.24), (0.58, 0.24), (-0.58, 0.24)]),
    "chevron": lambda: _polygon([(-0.5, -0.5), (0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0.5), (0, 0)]),
}


@lru_cache(maxsize=256)
def glyph_path(shape: str, size: float) -> QPainterPath:
    """The outline of a shape around the origin, ``size`` px large."""
    return QTransform.fromScale(size, size).map(SHAPES[shape]())
