"""What the toggles of the facet rows look like: category glyphs, check boxes and signs of certainty."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.layout.style import Style
from timeline_app.model.records import Category
from timeline_app.render.glyphs import glyph_path
from timeline_app.render.stamps import draw_glyph
from timeline_app.ui.controls import DrawToggle


def glyph_toggle(category: Category) -> DrawToggle:
    """The category's glyph: filled on, hollow off."""

    def draw(painter: QPainter, style: Style, on: bool) -> None:
        fill = category.colour.dark if style.dark else category.colour.light
        draw_glyph(
            painter,
            category.shape,
            12.5 * style.text,
            fill,
            style.palette.chrome,
            style.palette.ink,
            hollow=not on,
            disputed=False,
        )

    return draw


def check_toggle(painter: QPainter, style: Style, on: bool) -> None:
    """A check box."""
    palette = style.palette
    half = 7.5 * style.text
    box = QRectF(-half, -half, 2 * half, 2 * half)
    painter.setPen(QPen(QColor(palette.ink if on else palette.ink3), 1.2))
    painter.setBrush(QColor(palette.ink) if on else QColor(palette.raised))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        tick = QPainterPath(QPointF(-0.45 * half, 0.05 * half))
        tick.lineTo(-0.1 * half, 0.4 * half)
        tick.lineTo(0.5 * half, -0.35 * half)
        painter.strokePath(tick, QPen(QColor(palette.canvas), 1.8))


def exact_toggle(painter: QPainter, style: Style, on: bool) -> None:
    """A filled dot."""
    _dot(painter, style, on)


def approximate_toggle(painter: QPainter, style: Style, on: bool) -> None:
    """A hollow dot on a whisker."""
    ink = QColor(style.palette.ink2 if on else style.palette.ink4)
    painter.setPen(QPen(ink, 1.3))
    half = 8 * style.text
    painter.drawLine(QPointF(-half, 0), QPointF(half, 0))
    for x in (-half, half):
        painter.drawLine(QPointF(x, -3), QPointF(x, 3))
    painter.setBrush(QColor(style.palette.chrome))
    painter.drawEllipse(QPointF(0, 0), 4 * style.text, 4 * style.text)


def disputed_toggle(painter: QPainter, style: Style, on: bool) -> None:
    """A dot between two arcs."""
    _dot(painter, style, on)
    painter.setPen(QPen(QColor(style.palette.ink2 if on else style.palette.ink4), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 8.0 * style.text
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawArc(box, -62 * 16, 124 * 16)
    painter.drawArc(box, 118 * 16, 124 * 16)


def undisputed_toggle(painter: QPainter, style: Style, on: bool) -> None:
    """A dot alone."""
    _dot(painter, style, on)


def _dot(painter: QPainter, style: Style, on: bool) -> None:
    ink = QColor(style.palette.ink2)
    path = glyph_path("circle", 9.0 * style.text)
    if on:
        painter.fillPath(path, ink)
    else:
        painter.strokePath(path, QPen(QColor(style.palette.ink3), 1.4))
