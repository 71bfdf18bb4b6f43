"""What lies over a scene and never in an export: selection, relations, focus, hover and crosshair."""

from typing import NamedTuple

from timeline_app.dates.wording import date_in_words, day_in_words
from timeline_app.layout.apart import TAG_GAP_PX, Constellation, Stand
from timeline_app.layout.arcs import Arc, route
from timeline_app.layout.badges import BADGE_H_PX
from timeline_app.layout.marks import Mark, Pill, glyph_x, glyph_y, is_in_plot
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scene import Scene
from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import Struct, replace
from timeline_app.model.view import ViewState

EDGE_PX = 6  # kept free between a tag and the edge of the plot
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


class Tag(NamedTuple):
    """The label of the selected event, drawn above the scene and hiding what it covers."""

    spot: Spot
    label: str
    date: str
    role: str
    x: int
    width: float


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
    focused: Spot | None = None
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
    rest = Overlay(hovered=hover_spot, focused=focus_spot, crosshair_x=crosshair_x, crosshair_text=crosshair)
    apart = scene.apart
    if apart is None:
        return rest
    spots = _visible_spots(scene, apart)
    chosen = spots.get(apart.chosen.row)
    if chosen is None:
        return rest
    related = [stand for stand in apart.related if stand.row in spots]
    badges = _badges(scene, apart, spots)
    arcs = tuple(_arc(chosen, spots[stand.row], stand, badges, scene.plot[1]) for stand in related)
    return replace(
        rest,
        hairline_x=chosen.x,
        flag=date_in_words(dataset.dates[chosen.row], scene.language),
        selected=chosen,
        arcs=arcs if view.show_arcs else (),
        raised=tuple(stand.mark for stand in related if stand.raised),
        tag=_tag(chosen, apart.side, dataset, scene, measure),
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


def _badges(scene: Scene, apart: Constellation, spots: dict[int, Spot]) -> tuple[Number, ...]:
    """The badges of what is visible, moved along with glyphs that stick to the edge of the plot."""
    left, _, right, _ = scene.plot
    height = BADGE_H_PX * scene.style.text
    owners = {number: stand.row for stand in apart.related for number in stand.numbers}
    found = []
    for badge in apart.badges:
        shown = [spots[owners[number]] for number in badge.numbers if owners[number] in spots]
        if not shown:
            continue
        spot = spots.get(badge.mark.row, shown[0])
        x = badge.x + spot.x - badge.mark.x if badge.mark.row == spot.row else badge.x + scene.offset
        half = badge.width / 2
        y, inside = badge.y, min(max(x, left + half + 1), right - half - 1)
        tick = None
        if abs(inside - spot.x) < half + spot.size / 2 < abs(x - spot.x) + 3:
            y -= height  # it would slide over its glyph
        elif badge.is_led:
            tick = _tick(spot, inside, y, half)
        found.append(Number(spot, inside, y, badge.width, badge.text, tick))
    return tuple(found)


def _tick(spot: Spot, x: float, y: float, half: float) -> tuple[float, float, float, float]:
    """From the edge of a glyph to the near end of its badge."""
    side = 1 if x > spot.x else -1
    return spot.x + side * spot.size / 2, spot.y, x - side * half, y


def _arc(chosen: Spot, spot: Spot, stand: Stand, badges: tuple[Number, ...], ceiling: float) -> Arc:
    """The arc to a related event; it ends before a number that stands in its way."""
    clear = max(chosen.size, spot.size) / 2 + CLEAR_PX
    reaches = [clear, clear]
    for badge in badges:
        if badge.spot.row == spot.row and abs(badge.y - spot.y) < 3:
            side = badge.x > spot.x
            reaches[side] = max(clear, abs(badge.x - spot.x) + badge.width / 2 + 2)
    return route(
        (chosen.x, chosen.y),
        (spot.x, spot.y),
        chosen.lane == spot.lane,
        clear,
        ceiling,
        stand.line,
        stand.numbers[0],
        (reaches[0], reaches[1]),
    )


def _tag(spot: Spot, side: int, dataset: Dataset, scene: Scene, measure: TextMeasure) -> Tag:
    """The label on the side it was placed on, but always in the plot."""
    event, mark = dataset.events[spot.row], spot.mark
    label = (event.label or event.title).in_language(scene.language)
    date = mark.date if mark is not None else ""
    width = measure.width(label, "label-major")
    if date:
        width = max(width, measure.width(date, "label-date"))
    gap = round(spot.size / 2 + TAG_GAP_PX)
    left, _, right, _ = scene.plot
    x = round(spot.x - gap - width) if side < 0 else spot.x + gap
    if x + width > right - EDGE_PX:
        x = round(spot.x - gap - width)
    if x < left + EDGE_PX:
        x = spot.x + gap
    x = max(min(x, round(right - EDGE_PX - width)), left + EDGE_PX)
    return Tag(spot, label, date, "label-major", x, width)
