"""Paint the overview strip."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.layout.measure import TextMeasure, wrapped
from timeline_app.layout.overview import OverviewScene
from timeline_app.render.stamps import Stamps, colour

HANDLE_W, HANDLE_H = 8, 22
NARROW_BRUSH_PX = 22
LEGEND = {
    "en": ("Dialogue and exchange", "Security and UN", "Other"),
    "ko": ("대화·교류", "안보·유엔", "기타"),
}  # of either half and of neither


def handle_boxes(scene: OverviewScene) -> tuple[QRectF, QRectF]:
    """Where the two handles of the brush are; outside it when it is narrow."""
    x0, x1 = scene.brush
    inward = 0 if x1 - x0 >= NARROW_BRUSH_PX else HANDLE_W / 2 + 1
    y = scene.base - HANDLE_H / 2
    return (
        QRectF(x0 - HANDLE_W / 2 - inward, y, HANDLE_W, HANDLE_H),
        QRectF(x1 - HANDLE_W / 2 + inward, y, HANDLE_W, HANDLE_H),
    )


def paint_overview(
    painter: QPainter, scene: OverviewScene, stamps: Stamps, measure: TextMeasure, language: str
) -> None:
    """Legend, histogram, years and brush."""
    palette, style = scene.style.palette, scene.style
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, scene.width, scene.height, QColor(palette.chrome))
    painter.fillRect(0, 0, scene.width, 1, QColor(palette.line2))
    x0, x1 = scene.brush
    inside = QRectF(round(x0), style.px(5), max(round(x1) - round(x0), 2), (scene.base - style.px(5)) * 2)
    painter.fillRect(inside, QColor(palette.canvas))
    _histogram(painter, scene)
    veil = colour(palette.chrome, 0.58)
    painter.fillRect(QRectF(scene.left - 2, 1, inside.left() - scene.left + 2, scene.base * 2), veil)
    painter.fillRect(QRectF(inside.right(), 1, scene.right - inside.right() + 2, scene.base * 2), veil)
    painter.fillRect(scene.left, scene.base, scene.right - scene.left, 1, colour(palette.ink3, 0.6))
    for tick in scene.ticks:
        half = measure.width(tick.text, "axis-minor") / 2
        stamps.text(
            painter, tick.x - half, scene.height - style.px(10), tick.text, "axis-minor", palette.ink3
        )
    paint_brush(painter, scene, inside)
    _legend(painter, scene, stamps, measure, language)


def _histogram(painter: QPainter, scene: OverviewScene) -> None:
    palette, base = scene.style.palette, scene.base
    above, below, edge = QColor(palette.above), QColor(palette.below), QColor(palette.ink3)
    for one in scene.bins:
        width = one.x1 - one.x0
        up, down = scene.bar_px(one.above), scene.bar_px(one.below)
        painter.fillRect(QRectF(one.x0, base - up, width, up), above)
        painter.fillRect(QRectF(one.x0, base + 1, width, down), below)
        if one.neither:
            rise = scene.bar_px(one.above + one.neither / 2) - up
            fall = scene.bar_px(one.below + one.neither / 2) - down
            _hollow(painter, QRectF(one.x0, base - up - rise, width, rise), edge)
            _hollow(painter, QRectF(one.x0, base + 1 + down, width, fall), edge)


def _hollow(painter: QPainter, box: QRectF, edge: QColor) -> None:
    """A bar of which only the edge is painted, 1 px inside it."""
    for side in (
        QRectF(box.left(), box.top(), box.width(), 1),
        QRectF(box.left(), box.bottom() - 1, box.width(), 1),
        QRectF(box.left(), box.top(), 1, box.height()),
        QRectF(box.right() - 1, box.top(), 1, box.height()),
    ):
        painter.fillRect(side, edge)


def paint_brush(painter: QPainter, scene: OverviewScene, inside: QRectF) -> None:
    """Frame and handles of the brush; ``inside`` is what the frame goes around."""
    palette = scene.style.palette
    painter.setPen(QPen(QColor(palette.ink), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, 4, 4)
    for box in handle_boxes(scene):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        painter.drawRoundedRect(box, 4, 4)
        for dy in (-3, 0, 3):
            painter.fillRect(QRectF(box.left() + 2.5, box.center().y() + dy, 3, 1), QColor(palette.canvas))


def _legend(
    painter: QPainter, scene: OverviewScene, stamps: Stamps, measure: TextMeasure, language: str
) -> None:
    palette, style = scene.style.palette, scene.style
    painter.fillRect(style.gutter - 1, 0, 1, scene.height, QColor(palette.line))
    room = style.gutter - style.px(36)
    names = LEGEND[language] if scene.has_neither else LEGEND[language][:2]
    blocks = [wrapped(text, room, "caption", measure) for text in names]
    line = style.px(14)
    y = (scene.height - line * sum(len(block) for block in blocks) - style.px(6)) / 2 + line / 2
    for block, tone in zip(blocks, (palette.above, palette.below, None), strict=False):
        sample = QRectF(style.px(16), round(y) - 4, 9, 9)
        if tone is None:
            _hollow(painter, sample, QColor(palette.ink3))
        else:
            painter.fillRect(sample, QColor(tone))
        for text in block:
            stamps.text(painter, style.px(32), y, text, "caption", palette.ink2)
            y += line
        y += style.px(6)
