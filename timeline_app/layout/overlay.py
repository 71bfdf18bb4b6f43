"""What lies over a scene and never in an export: selection, relations, focus, hover and crosshair."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline_app.dates.wording import date_in_words, day_in_words
from timeline_app.layout.arcs import Arc, line_of, route
from timeline_app.layout.marks import ABOVE, BESIDE, Mark, Pill, glyph_x, glyph_y, is_in_plot
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scene import Scene
from timeline_app.layout.style import label_role
from timeline_app.model.dataset import Dataset
from timeline_app.model.records import Event
from timeline_app.model.view import ViewState

BADGE_H_PX = 15
EDGE_PX = 6  # kept free between a tag and the edge of the plot


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
    """A label drawn above the scene, hiding what it covers."""

    spot: Spot
    label: str
    date: str
    role: str
    x: int
    width: float
    selected: bool


class Badge(NamedTuple):
    """The numbers of one or more related events that stand at one place; the middle is at ``x``, ``y``."""

    spot: Spot
    x: float
    y: float
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """The two layers around the glyphs of a scene."""

    hairline_x: int | None = None
    flag: str = ""
    selected: Spot | None = None
    arcs: tuple[Arc, ...] = ()
    tags: tuple[Tag, ...] = ()
    badges: tuple[Badge, ...] = ()
    hovered: Spot | None = None
    focused: Spot | None = None
    crosshair_x: int | None = None
    crosshair_text: str = ""


def find_spot(scene: Scene, row: int) -> Spot | None:
    """The mark or pill that shows an event, or None if it is not in the scene."""
    for placed in scene.lanes:
        for mark in placed.marks:
            if mark.row == row:
                x, y = glyph_x(mark, scene.window), glyph_y(mark, scene.style)
                return Spot(row, mark.lane, x, y, mark.size, mark, None)
        for pill in placed.pills:
            if row in pill.rows:
                return Spot(row, pill.lane, pill.x + scene.offset, pill.y, 9, None, pill)
    return None


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
    """The overlay of a view; positions follow from the scene alone."""
    hover_spot = None if hovered is None else find_spot(scene, hovered)
    focus_spot = None if focused is None else find_spot(scene, focused)
    crosshair = ""
    if crosshair_x is not None:
        crosshair = day_in_words(scene.scale.to_time(crosshair_x), scene.language)
    rest = Overlay(hovered=hover_spot, focused=focus_spot, crosshair_x=crosshair_x, crosshair_text=crosshair)
    if view.selected is None or not dataset.has(view.selected):
        return rest
    row = dataset.index_of(view.selected)
    chosen = find_spot(scene, row)
    if chosen is None:
        return rest
    if chosen.pill is not None:  # the selected event stands at its own time, over the pill that counts it
        chosen = chosen._replace(x=scene.scale.world(dataset.times[row].anchor) + scene.offset, pill=None)
    if not _is_visible(scene, chosen):
        return rest
    related = _related(scene, dataset, dataset.events[row])
    arcs = tuple(_arc(chosen, group, scene.plot[1]) for group in related) if view.show_arcs else ()
    selected_tag = _tag(chosen, dataset, scene, measure, selected=True)
    taken = [_box_of(selected_tag)]
    tags: list[Tag] = []
    for group in related:
        mark = group.spot.mark
        if mark is not None and not mark.label:
            tag = _tag(group.spot, dataset, scene, measure, selected=False)
            if not any(_touch(_box_of(tag), box) for box in taken):
                tags.append(tag)
                taken.append(_box_of(tag))
    badges = _badges(related, scene, measure, taken)
    return replace(
        rest,
        hairline_x=chosen.x,
        flag=date_in_words(dataset.dates[row], scene.language),
        selected=chosen,
        arcs=arcs,
        tags=(*tags, selected_tag),
        badges=badges,
    )


def _is_visible(scene: Scene, spot: Spot) -> bool:
    left, _, right, _ = scene.plot
    return left <= spot.x <= right and (spot.mark is None or is_in_plot(spot.mark, scene.window))


class Related(NamedTuple):
    """Related events that stand at one place: their numbers, in the order of the panel."""

    spot: Spot
    line: str
    numbers: tuple[int, ...]


def _related(scene: Scene, dataset: Dataset, event: Event) -> list[Related]:
    """The visible related events, those of one pill together."""
    groups: dict[tuple[int, int, float], Related] = {}
    for number, link in enumerate(dataset.links(event), start=1):
        spot = find_spot(scene, dataset.index_of(link.event.id))
        if spot is None or not _is_visible(scene, spot):
            continue
        key = (spot.lane, spot.x, spot.y)
        if key in groups:
            groups[key] = groups[key]._replace(numbers=(*groups[key].numbers, number))
        else:
            groups[key] = Related(spot, line_of(link.relation.type), (number,))
    return list(groups.values())


def _arc(chosen: Spot, group: Related, ceiling: float) -> Arc:
    spot = group.spot
    clear = max(chosen.size, spot.size) / 2 + 6
    return route(
        (chosen.x, chosen.y),
        (spot.x, spot.y),
        chosen.lane == spot.lane,
        clear,
        ceiling,
        group.line,
        group.numbers[0],
    )


Box = tuple[float, float, float, float]  # left, top, right, bottom


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _box_of(tag: Tag) -> Box:
    half = 17 if tag.date else 10
    return (tag.x - 8, tag.spot.y - half, tag.x + tag.width + 8, tag.spot.y + half)


def _badges(
    related: list[Related], scene: Scene, measure: TextMeasure, taken: list[Box]
) -> tuple[Badge, ...]:
    """A badge beside each glyph, at the first of four corners that is free."""
    text = scene.style.text
    height = BADGE_H_PX * text
    badges: list[Badge] = []
    for group in related:
        spot = group.spot
        words = "·".join(map(str, group.numbers[:2])) + ("+" if len(group.numbers) > 2 else "")
        width = max(height, measure.width(words, "badge") + 8 * text)
        reach_x = (spot.pill.width if spot.pill is not None else spot.size) / 2 + width / 2 - 2
        reach_y = 9 * text
        corners = [(reach_x, -reach_y), (-reach_x, -reach_y), (reach_x, reach_y), (-reach_x, reach_y)]
        if spot.mark is not None and spot.mark.label and spot.mark.side == BESIDE:
            corners = [corners[n] for n in (1, 0, 3, 2)]  # away from its label
        if spot.mark is not None and spot.mark.side == ABOVE:  # its own label stands above the line
            corners = [(reach_x + 2, 0), (-reach_x - 2, 0), *corners[2:]]
        boxes = [
            (
                spot.x + dx - width / 2,
                spot.y + dy - height / 2,
                spot.x + dx + width / 2,
                spot.y + dy + height / 2,
            )
            for dx, dy in corners
        ]
        free = next((n for n, box in enumerate(boxes) if not any(_touch(box, other) for other in taken)), 0)
        taken.append(boxes[free])
        dx, dy = corners[free]
        badges.append(Badge(spot, spot.x + dx, spot.y + dy, width, words))
    return tuple(badges)


def _tag(spot: Spot, dataset: Dataset, scene: Scene, measure: TextMeasure, *, selected: bool) -> Tag:
    event = dataset.events[spot.row]
    role = "label-major" if selected else label_role(event.importance)
    mark = spot.mark
    label = (event.label or event.title).in_language(scene.language)
    date = mark.date if mark is not None and selected else ""
    width = measure.width(label, role)
    if date:
        width = max(width, measure.width(date, "label-date"))
    gap = round(spot.size / 2 + (12 if selected else 8))
    left, _, right, _ = scene.plot
    leftwards = mark is not None and mark.label and mark.side < 0 and not mark.bar
    x = round(spot.x - gap - width) if leftwards else spot.x + gap
    if x + width > right - EDGE_PX:
        x = round(spot.x - gap - width)
    if x < left + EDGE_PX:
        x = spot.x + gap
    x = max(min(x, round(right - EDGE_PX - width)), left + EDGE_PX)
    return Tag(spot, label, date, role, x, width, selected)
