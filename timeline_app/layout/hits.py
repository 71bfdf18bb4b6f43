"""What lies under a point of a scene."""

from typing import NamedTuple

from timeline_app.layout.hints import FoldedHint
from timeline_app.layout.marks import Mark, Pill, glyph_x, glyph_y, label_left, label_opacity
from timeline_app.layout.period_rest import PeriodCell
from timeline_app.layout.periods import PeriodBar
from timeline_app.layout.scene import Scene

TARGET_W_PX, TARGET_H_PX = 24, 22  # the least size of what can be clicked


class Hit(NamedTuple):
    """One thing of the scene; exactly one field is set."""

    mark: Mark | None = None
    pill: Pill | None = None
    hint: FoldedHint | None = None
    period: PeriodBar | None = None
    cell: PeriodCell | None = None


def hit_test(scene: Scene, x: float, y: float) -> Hit | None:
    """The topmost thing under a point in scene px, glyphs before labels, or None."""
    left, _, right, _ = scene.plot
    if not left <= x <= right:
        return None
    best: tuple[float, Hit] | None = None
    for placed in scene.lanes:
        for mark in placed.marks:
            distance = _glyph_distance(scene, mark, x, y)
            if distance is not None and (best is None or distance <= best[0]):
                best = distance, Hit(mark=mark)
        for pill in placed.pills:
            if abs(x - scene.offset - pill.x) <= pill.width / 2 and abs(y - pill.y) <= TARGET_H_PX / 2:
                best = (0.0, Hit(pill=pill)) if best is None else best
    if best is not None:
        return best[1]
    return _label_at(scene, x, y) or _other_at(scene, x, y)


def _glyph_distance(scene: Scene, mark: Mark, x: float, y: float) -> float | None:
    dx, dy = abs(x - glyph_x(mark, scene.window)), abs(y - glyph_y(mark, scene.style))
    return dx + dy if dx <= TARGET_W_PX / 2 and dy <= TARGET_H_PX / 2 else None


def _label_at(scene: Scene, x: float, y: float) -> Hit | None:
    window, world = scene.window, x - scene.offset
    for placed in scene.lanes:
        for mark in reversed(placed.marks):
            reach = max(TARGET_H_PX, scene.box(mark.lane).row_px if mark.label else 0) / 2
            if abs(y - mark.y) > reach:
                continue
            stretch = mark.bar or mark.whisker
            if label_opacity(mark, window) > 0:
                label_x = label_left(mark, window)
                if label_x - 2 <= x <= label_x + mark.label_w + 2:
                    return Hit(mark=mark)
            if stretch is not None and stretch[0] <= world <= stretch[1]:
                return Hit(mark=mark)
    return None


def _other_at(scene: Scene, x: float, y: float) -> Hit | None:
    for hint in scene.hints:
        if hint.x <= x <= hint.x + hint.width and abs(y - hint.y) <= TARGET_H_PX / 2:
            return Hit(hint=hint)
    for bar in scene.periods:
        in_label = bar.label and bar.label_x <= x <= bar.label_x + bar.label_w
        if bar.y <= y <= bar.y + bar.height and (bar.x0 <= x <= bar.x1 or (in_label and not bar.inside)):
            return Hit(period=bar)
    for cell in scene.period_cells:
        if cell.y <= y <= cell.y + cell.height and cell.x0 <= x < cell.x1:
            return Hit(cell=cell)
    return None
