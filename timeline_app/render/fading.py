"""The fill of a bar that fades in or out at places in time."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient

from timeline_app.layout.stretches import Zone, profile
from timeline_app.render.stamps import colour


def faded(
    box: QRectF, rise: Zone | None, fall: Zone | None, ink: str, alpha: float, least: float = 0.0
) -> QBrush:
    """The fill of a box in scene px, which fades in over ``rise`` and out over ``fall``.

    The zones are places in time: what is cut off by the edge of a view has the tone that it has elsewhere.
    ``least`` is the opacity where nothing is known.
    """
    left, right = int(box.left()), int(box.right()) + 1
    if rise is None and fall is None:
        return QBrush(colour(ink, alpha))
    gradient = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
    for x, tone in profile(rise, fall, left, right):
        gradient.setColorAt((x - left) / (right - left), colour(ink, least + (alpha - least) * tone))
    return QBrush(gradient)
