"""Texts, glyphs and pills as a device wants them: pictures made once for pixels, outlines for vectors.

Both kinds put the same thing at the same place, so the painter does not know which it has.
"""

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.layout.style import Style
from timeline_app.render.fonts import FontBook
from timeline_app.render.glyphs import glyph_path

PICTURES_MOST = 6_000
HALO_PX = 3.0
PILL_HALO_PX = 2.0  # between a pill and the line of another event that passes behind it
TEXT_PAD_PX = 2  # for letters that reach out of their advance


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A ``#RRGGBB`` colour with an alpha from 0 to 1."""
    result = QColor(value)
    if alpha < 1:
        result.setAlphaF(alpha)
    return result


@lru_cache(maxsize=64)
def mixed(ground: str, ink: str, share: float) -> QColor:
    """An opaque colour: ``ground`` with a share of ``ink`` from 0 to 1; not to be changed."""
    below, above = QColor(ground), QColor(ink)
    parts = ((below.red(), above.red()), (below.green(), above.green()), (below.blue(), above.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in parts)
    return QColor(red, green, blue)


class Stamps:
    """Draws the small things of a scene straight onto a vector device."""

    def __init__(self, book: FontBook, style: Style) -> None:
        self.book = book
        self.style = style
        self.crisp = False  # whether whole px fall on whole pixels, so that fills need no smoothing

    def text(self, painter: QPainter, x: float, y: float, text: str, role: str, ink: str) -> None:
        """A text with its left edge at ``x`` and its middle at ``y``."""
        painter.setFont(self.book.font(role))
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(round(x), self.book.baseline(y, role)), text)

    def glyph(
        self,
        painter: QPainter,
        x: float,
        y: float,
        shape: str,
        size: float,
        fill: str,
        ground: str,
        hollow: bool = False,
        disputed: bool = False,
        halo: bool = True,
    ) -> None:
        """A glyph with a halo of the ground's colour, its middle at ``x``, ``y``."""
        painter.save()
        painter.translate(round(x), round(y))
        ink = self.style.palette.ink
        draw_glyph(painter, shape, size, fill, ground, ink, hollow=hollow, disputed=disputed, halo=halo)
        painter.restore()

    def pill(
        self,
        painter: QPainter,
        x: float,
        y: float,
        width: int,
        count: int,
        shape: str,
        fill: str,
        ground: str,
    ) -> None:
        """A pill with a glyph and a count on a plate of the ground's colour, its middle at ``x``, ``y``."""
        painter.save()
        painter.translate(round(x), round(y))
        draw_pill(painter, self, width, count, shape, fill, ground)
        painter.restore()


class PixelStamps(Stamps):
    """The same, from pictures kept for a device pixel ratio."""

    def __init__(self, book: FontBook, style: Style, ratio: float) -> None:
        super().__init__(book, style)
        self.ratio = ratio
        self.crisp = ratio % 1 == 0
        self._plain = Stamps(book, style)
        self._pictures: dict[tuple[object, ...], tuple[QPixmap, int, int]] = {}
        self._texts: dict[tuple[str, str, str], tuple[QPixmap, float]] = {}

    def _picture(
        self,
        key: tuple[object, ...],
        width: int,
        height: int,
        x: int,
        y: int,
        draw: Callable[[QPainter], None],
    ) -> tuple[QPixmap, int, int]:
        """The picture of a key; its origin lies at ``x``, ``y`` inside it."""
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) > PICTURES_MOST:
                self._pictures.clear()
            picture = self._drawn(width, height, x, y, draw)
            found = self._pictures[key] = picture, x, y
        return found

    def _drawn(self, width: int, height: int, x: int, y: int, draw: Callable[[QPainter], None]) -> QPixmap:
        """A new picture ``width`` by ``height`` px whose origin lies at ``x``, ``y`` inside it."""
        picture = QPixmap(math.ceil(width * self.ratio), math.ceil(height * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(x, y)
            draw(painter)
        return picture

    def text(self, painter: QPainter, x: float, y: float, text: str, role: str, ink: str) -> None:
        """As in ``Stamps``."""
        found = self._texts.get((text, role, ink))
        if found is None:
            found = self._text_picture(text, role, ink)
        picture, half = found
        # rounded as in Stamps, or a text would stand a pixel off between screen and file
        painter.drawPixmap(round(x) - TEXT_PAD_PX, round(y - half), picture)

    def _text_picture(self, text: str, role: str, ink: str) -> tuple[QPixmap, float]:
        metrics = self.book.metrics(role)
        half = metrics.height() / 2
        picture = self._drawn(
            math.ceil(metrics.horizontalAdvance(text)) + 2 * TEXT_PAD_PX,
            math.ceil(2 * half) + 2,
            TEXT_PAD_PX,
            0,
            lambda p: self._plain.text(p, 0, half, text, role, ink),
        )
        if len(self._texts) > PICTURES_MOST:
            self._texts.clear()
        found = self._texts[text, role, ink] = picture, half
        return found

    def glyph(
        self,
        painter: QPainter,
        x: float,
        y: float,
        shape: str,
        size: float,
        fill: str,
        ground: str,
        hollow: bool = False,
        disputed: bool = False,
        halo: bool = True,
    ) -> None:
        """As in ``Stamps``."""
        key = (shape, size, fill, ground, hollow, disputed, halo)
        found = self._pictures.get(key)
        if found is None:
            half = math.ceil(size * 0.7 + HALO_PX + 6)
            found = self._picture(
                key,
                2 * half,
                2 * half,
                half,
                half,
                lambda p: draw_glyph(
                    p,
                    shape,
                    size,
                    fill,
                    ground,
                    self.style.palette.ink,
                    hollow=hollow,
                    disputed=disputed,
                    halo=halo,
                ),
            )
        picture, dx, dy = found
        painter.drawPixmap(round(x) - dx, round(y) - dy, picture)

    def pill(
        self,
        painter: QPainter,
        x: float,
        y: float,
        width: int,
        count: int,
        shape: str,
        fill: str,
        ground: str,
    ) -> None:
        """As in ``Stamps``."""
        key = (width, count, shape, fill, ground)
        found = self._pictures.get(key)
        if found is None:
            half_w, half_h = width // 2 + 5, self.style.px(17) // 2 + 5
            found = self._picture(
                key,
                2 * half_w,
                2 * half_h,
                half_w,
                half_h,
                lambda p: draw_pill(p, self._plain, width, count, shape, fill, ground),
            )
        picture, dx, dy = found
        painter.drawPixmap(round(x) - dx, round(y) - dy, picture)


def draw_glyph(
    painter: QPainter,
    shape: str,
    size: float,
    fill: str,
    ground: str,
    ink: str,
    *,
    hollow: bool,
    disputed: bool,
    halo: bool = True,
) -> None:
    """A glyph around the painter's origin."""
    path = glyph_path(shape, size)
    if halo:
        pen = QPen(QColor(ground), HALO_PX * 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    if hollow:
        painter.fillPath(path, QColor(ground))
        pen = QPen(QColor(fill), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(path, pen)
    else:
        painter.fillPath(path, QColor(fill))
    if disputed:
        pen = QPen(QColor(ink), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = size / 2 + 4
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        painter.drawArc(box, -62 * 16, 124 * 16)
        painter.drawArc(box, 118 * 16, 124 * 16)


def draw_pill(
    painter: QPainter, stamps: Stamps, width: int, count: int, shape: str, fill: str, ground: str
) -> None:
    """A pill around the painter's origin."""
    style = stamps.style
    height = style.px(17)
    box = QRectF(-width / 2 + 0.5, -height / 2 + 0.5, width - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ground), 2 * PILL_HALO_PX))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(QPen(colour(fill, 0.6), 1))
    painter.setBrush(colour(fill, 0.22 if style.dark else 0.12))
    painter.drawRoundedRect(box, height / 2, height / 2)
    left = -width / 2 + style.px(10)
    painter.save()
    painter.translate(left, 0)
    painter.fillPath(glyph_path(shape, 7.5 * style.text), QColor(fill))
    painter.restore()
    number = str(count)
    room = width / 2 - (left + style.px(6))
    text_x = left + style.px(6) + (room - stamps.book.metrics("pill").horizontalAdvance(number)) / 2 - 1
    Stamps.text(stamps, painter, text_x, 0, number, "pill", style.palette.ink)
