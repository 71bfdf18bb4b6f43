"""What lies over a scene and never in an export: selection, relations, focus, hover and crosshair."""

from typing import NamedTuple

from timeline_app.dates.wording import date_in_words, day_in_words
from timeline_app.layout.apart import Constellation, Stand
from timeline_app.layout.arcs import Arc, route
from timeline_app.layout.badges import Badge, BadgePlacer, badge_box
from timeline_app.layout.boxes import LABEL, PILL_H_PX, Box, Crowd, around, count_box, touches_any
from timeline_app.layout.marks import (
    BESIDE,
    Mark,
    Pill,
    glyph_x,
    glyph_y,
    is_in_plot,
    label_left,
    label_opacity,
)
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scene import Scene, label_in_view
from timeline_app.layout.tags import Tag, ring_box
from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import Struct, replace
from timeline_app.model.view import ViewState

FAR_PX = 10_000  # beyond the plot
CLEAR_PX = 6  # between a glyph and the end of an arc


class Spot(NamedTuple):
    """Where an event stands in the scene, in scene px."""

    row: int
    lane: int
    x: int
    y: float
    size: float
    mark: Mark | None
    pill: Pill | None


class Number(NamedTuple):
    """A badge with the numbers of related events; the middle is at ``x``, ``y`` in scene px.

    ``tick`` is the line that leads to it from a glyph which it does not touch: x, y of its two ends.
    """

    spot: Spot
    x: float
    y: float
    width: float
    text: str
    tick: tuple[float, float, float, float] | None


class Overlay(Struct, frozen=True):
    """The two layers around the glyphs of a scene."""

    hairline_x: int | None = None
    flag: str = ""
    selected: Spot | None = None
    arcs: tuple[Arc, ...] = ()
    raised: tuple[Mark, ...] = ()  # related events that are drawn over what the packing placed
    tag: Tag | None = None
    badges: tuple[Number, ...] = ()
    hovered: Spot | None = None
    hover_box: Box | None = None  # glyph and label
    focused: Spot | None = None
    focus_box: Box | None = None  # glyph and label, or a pill
    crosshair_x: int | None = None
    crosshair_text: str = ""


def find_spot(scene: Scene, row: int) -> Spot | None:
    """The mark or pill that shows an event, or None if it is not in the scene."""
    for placed in scene.lanes:
        for mark in placed.marks:
            if mark.row == row:
                return _spot(scene, mark)
        for pill in placed.pills:
            if row in pill.rows:
                return Spot(row, pill.lane, pill.x + scene.offset, pill.y, 9, None, pill)
    return None


def _spot(scene: Scene, mark: Mark) -> Spot:
    x, y = glyph_x(mark, scene.window), glyph_y(mark, scene.style)
    return Spot(mark.row, mark.lane, x, y, mark.size, mark, None)


def build_overlay(
    scene: Scene,
    dataset: Dataset,
    view: ViewState,
    measure: TextMeasure,
    *,
    hovered: int | None = None,
    focused: int | None = None,
    crosshair_x: int | None = None,
) -> Overlay:
    """The overlay of a view; positions follow from the scene alone, which knows the selected event."""
    hover_spot = None if hovered is None else find_spot(scene, hovered)
    focus_spot = None if focused is None else find_spot(scene, focused)
    crosshair = ""
    if crosshair_x is not None:
        crosshair = day_in_words(scene.scale.to_time(crosshair_x), scene.language)
    rest = Overlay(
        hovered=hover_spot,
        hover_box=None if hover_spot is None else target_box(scene, hover_spot),
        focused=focus_spot,
        focus_box=None if focus_spot is None else target_box(scene, focus_spot),
        crosshair_x=crosshair_x,
        crosshair_text=crosshair,
    )
    apart = scene.apart
    if apart is None:
        return rest
    spots = _visible_spots(scene, apart)
    chosen = spots.get(apart.chosen.row)
    if chosen is None:
        return rest
    related = [stand for stand in apart.related if stand.row in spots]
    badges = _badges(scene, apart, chosen, spots, measure)
    arcs = tuple(_arc(scene, chosen, spots[stand.row], stand, badges) for stand in related)
    return replace(
        rest,
        hairline_x=chosen.x,
        flag=date_in_words(dataset.dates[chosen.row], scene.language),
        selected=chosen,
        arcs=arcs if view.show_arcs else (),
        raised=tuple(mark for stand in related if stand.raised and (mark := spots[stand.row].mark)),
        tag=scene.tag,
        badges=badges,
    )


def _visible_spots(scene: Scene, apart: Constellation) -> dict[int, Spot]:
    """Where the selected event and its relations stand, as far as their glyphs are in the plot."""
    wanted = {stand.row for stand in apart.stands}
    lanes = {stand.mark.lane for stand in apart.stands}
    marks = (mark for lane in lanes for mark in scene.lanes[lane].marks if mark.row in wanted)
    left, _, right, _ = scene.plot
    spots = {mark.row: _spot(scene, mark) for mark in marks if is_in_plot(mark, scene.window)}
    return {row: spot for row, spot in spots.items() if left <= spot.x <= right}


def target_box(scene: Scene, spot: Spot) -> Box:
    """What a reader takes for one event: glyph and label as far as they are drawn, or its pill."""
    if spot.pill is not None:
        half_w, half_h = spot.pill.width / 2, PILL_H_PX * scene.style.text / 2
        return spot.x - half_w, spot.y - half_h, spot.x + half_w, spot.y + half_h
    boxes = [around(spot.x, spot.y, spot.size / 2 + 2)]
    if scene.tag is not None and scene.apart is not None and scene.apart.chosen.row == spot.row:
        boxes = [ring_box(spot.x, spot.y, spot.size), scene.tag.box]
    elif spot.mark is not None and label_opacity(spot.mark, scene.window) > 0:
        boxes.append(label_in_view(spot.mark, scene))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, _, right, _ = scene.plot
    return max(min(lefts), left), min(tops), min(max(rights), right), max(bottoms)


def _badges(
    scene: Scene, apart: Constellation, chosen: Spot, spots: dict[int, Spot], measure: TextMeasure
) -> tuple[Number, ...]:
    """The badges of what is visible.

    Where the plot ends, or a glyph sticks to its edge, some lie elsewhere than on the world axis; those
    that would cover something there are placed anew.
    """
    owners = {number: stand.row for stand in apart.related for number in stand.numbers}
    kept: list[Badge] = []
    lost: list[Badge] = []
    boxes = [ring_box(chosen.x, chosen.y, chosen.size), *([scene.tag.box] if scene.tag else [])]
    glyphs = {row: around(spot.x, spot.y, spot.size / 2) for row, spot in spots.items()}
    for badge in apart.badges:
        shown = [owners[number] for number in badge.numbers if owners[number] in spots]
        if not shown:
            continue
        row = badge.mark.row if badge.mark.row in spots else shown[0]
        moved = spots[row].x - badge.mark.x if badge.mark.row == row else scene.offset
        mark = spots[row].mark
        assert mark is not None
        here = badge._replace(mark=_in_scene(mark, scene), x=badge.x + moved)
        box = badge_box(here, scene.style)
        inner = box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1
        others = [*boxes, *glyphs.values()]
        if scene.plot[0] <= box[0] and box[2] <= scene.plot[2] and not touches_any(inner, others):
            kept.append(here)
            boxes.append(box)
        else:
            lost.append(here)
    if lost:
        kept = _placed_anew(scene, kept, lost, [*boxes, *glyphs.values()], spots, measure)
    return tuple(_number(badge, spots[badge.mark.row], scene) for badge in kept)


def _placed_anew(
    scene: Scene,
    kept: list[Badge],
    lost: list[Badge],
    taken: list[Box],
    spots: dict[int, Spot],
    measure: TextMeasure,
) -> list[Badge]:
    """All badges, the lost ones where there is room in the plot."""
    left, top, right, bottom = scene.plot
    crowd = Crowd()
    for box in (
        *taken,
        (left - FAR_PX, top, left, bottom),
        (right, top, right + FAR_PX, bottom),
        *(
            label_in_view(spot.mark, scene)
            for spot in spots.values()
            if spot.mark is not None and label_opacity(spot.mark, scene.window) > 0
        ),
    ):
        crowd.block(box)
    if scene.tag is not None:
        crowd.block(scene.tag.box, is_text=True)
    for lane in {badge.mark.lane for badge in lost}:
        for pill in scene.lanes[lane].pills:
            crowd.block(count_box(pill._replace(x=pill.x + scene.offset), scene.style), is_text=True)
        for mark in scene.lanes[lane].marks:
            if mark.label and mark.row not in spots:
                crowd.add(mark.row, LABEL, label_in_view(mark, scene))
    placer = BadgePlacer(crowd, scene.style, measure, scene.setting.boxes)
    for badge in kept:
        placer.keep(badge)
    for badge in lost:
        placer.attach(badge.mark, badge.numbers)
    return list(placer.badges())


def _in_scene(mark: Mark, scene: Scene) -> Mark:
    """A mark in scene px where it is drawn."""
    left, _, right, _ = scene.plot
    bar = None
    if mark.bar is not None:
        bar = max(mark.bar[0] + scene.offset, left), min(mark.bar[1] + scene.offset, right)
    label_x = round(label_left(mark, scene.window))
    return mark._replace(x=glyph_x(mark, scene.window), bar=bar, whisker=None, label_x=label_x)


def _number(badge: Badge, spot: Spot, scene: Scene) -> Number:
    left, _, right, _ = scene.plot
    half = badge.width / 2
    x = min(max(badge.x, left + half), right - half)  # also one that found no free place
    tick = _tick(spot, x, badge.y, half) if badge.is_led else None
    return Number(spot, x, badge.y, badge.width, badge.text, tick)


def _tick(spot: Spot, x: float, y: float, half: float) -> tuple[float, float, float, float]:
    """From the edge of a glyph to the near end of its badge."""
    side = 1 if x > spot.x else -1
    return spot.x + side * spot.size / 2, spot.y, x - side * half, y


def _arc(scene: Scene, chosen: Spot, spot: Spot, stand: Stand, badges: tuple[Number, ...]) -> Arc:
    """The arc to a related event; it ends before a number that stands in its way, and not at a label."""
    clear = max(chosen.size, spot.size) / 2 + CLEAR_PX
    reaches = [clear, clear]
    for badge in badges:
        if badge.spot.row == spot.row and abs(badge.y - spot.y) < 3:
            side = badge.x > spot.x
            reaches[side] = max(clear, abs(badge.x - spot.x) + badge.width / 2 + 2)
    place = scene.apart.tag if scene.apart is not None else None
    tag_side = 0 if place is None or place.drop else place.side
    return route(
        (chosen.x, chosen.y),
        (spot.x, spot.y),
        chosen.lane == spot.lane,
        clear,
        scene.plot[1],
        stand.line,
        stand.numbers[0],
        (reaches[0], reaches[1]),
        (tag_side, _label_side(spot, scene)),
    )


def _label_side(spot: Spot, scene: Scene) -> int:
    """On which side of its glyph an event has its label; 0 if on none."""
    mark = spot.mark
    if mark is None or label_opacity(mark, scene.window) <= 0:
        return 0
    return mark.side if abs(mark.side) == BESIDE else 0
