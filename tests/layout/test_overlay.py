"""What lies over a scene."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import FRAMES, builder, collections, dataset, event, view, views
from timeline_app.layout.hits import hit_test
from timeline_app.layout.marks import glyph_x, glyph_y
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.overlay import build_overlay, find_spot
from timeline_app.layout.roving import stops
from timeline_app.layout.scene import Frame
from timeline_app.layout.selection import Selector
from timeline_app.layout.style import style_for
from timeline_app.model.frozen import replace
from timeline_app.model.records import Relation

M = FixedMeasure(7)
LAWS = settings(deadline=None, max_examples=60)
LIGHT = style_for("light")
YEAR_2015 = view("2015-01-01", "2016-01-01")
FRAME = Frame(1126, 600)


def related():
    return dataset(
        event("mine-blasts", "2015-08-04", category="border"),
        event("agreement", "2015-08-25", relations=(Relation(type="settles", to="mine-blasts"),)),
        event("kumgang-tours", "2008-07-11", relations=(Relation(type="context", to="agreement"),)),
        event("reunions", "2015-10-20/2015-10-26", relations=(Relation(type="follows", to="agreement"),)),
    )


def crowd(relations=4, importance=1, near=False):
    """A crowd on some days, with an event and relations that are counted in its pill."""
    own = [
        event(
            f"own-{n}",
            f"2015-08-{20 if near else 20 + n}",
            importance=1,
            relations=(Relation(type="follows", to="own"),),
        )
        for n in range(relations)
    ]
    days = [event(f"e{n}", f"2015-08-{18 + n % 9}", importance=5) for n in range(60)]
    return dataset(*days, *own, event("own", "2015-08-26", importance=importance))


def chosen_scene(collection, shown, frame=FRAME, style=LIGHT):
    scenes = builder(collection)
    return Selector(scenes).scene(scenes.build(shown, frame, style), shown)


def overlay_of(collection, shown, frame=FRAME, **around):
    return build_overlay(chosen_scene(collection, shown, frame), collection, shown, M, **around)


def rows_of(scene):
    marks = [mark.row for placed in scene.lanes for mark in placed.marks]
    return marks + [row for placed in scene.lanes for pill in placed.pills for row in pill.rows]


@st.composite
def selections(draw):
    """A collection in which one event is related to some others, and that event."""
    collection = draw(collections())
    found = list(collection.events)
    chosen = draw(st.sampled_from(found))
    targets = draw(st.lists(st.sampled_from(found), max_size=12, unique_by=lambda one: one.id))
    relations = tuple(Relation(type="context", to=one.id) for one in targets if one.id != chosen.id)
    categories = tuple(collection.categories)
    events = [replaced(one, relations) if one.id == chosen.id else one for one in found]
    actors = tuple(collection.actors.values())
    return dataset(*events, categories=categories, actors=actors), chosen.id


def replaced(one, relations):
    fields = {name: getattr(one, name) for name in one.__struct_fields__}
    return type(one)(**{**fields, "relations": relations})


# -- laws


@LAWS
@given(selections(), views(), FRAMES)
def test_each_event_is_drawn_once_or_counted_once_also_with_a_selection(selection, shown, frame):
    collection, chosen = selection
    plain = builder(collection).build(shown, frame, LIGHT)
    scene = chosen_scene(collection, shown.select(chosen), frame)
    rows = rows_of(scene)
    assert len(rows) == len(set(rows))
    assert set(rows) == set(rows_of(plain))
    apart = {stand.row for stand in scene.apart.stands} if scene.apart else set()
    long = {row for row in apart if collection.columns.end[row] - collection.columns.start[row] > 10**7}
    assert not (apart - long) & {row for placed in scene.lanes for pill in placed.pills for row in pill.rows}


@LAWS
@given(selections(), views(), FRAMES)
def test_a_selection_moves_nothing_of_the_packing(selection, shown, frame):
    collection, chosen = selection
    plain = builder(collection).build(shown, frame, LIGHT)
    scene = chosen_scene(collection, shown.select(chosen), frame)
    apart = {stand.row for stand in scene.apart.stands} if scene.apart else set()
    for before, after in zip(plain.lanes, scene.lanes, strict=True):
        marks = {mark.row: mark for mark in after.marks}
        for mark in before.marks:
            now = marks[mark.row]
            assert (now.x, now.y, now.bar, now.whisker) == (mark.x, mark.y, mark.bar, mark.whisker)
            assert mark.row in apart or now.label in ("", mark.label)
        places = {(pill.x, pill.y, pill.width) for pill in before.pills}
        assert {(pill.x, pill.y, pill.width) for pill in after.pills} <= places


@LAWS
@given(selections(), views(), FRAMES, st.lists(st.floats(-0.4, 0.4), min_size=1, max_size=6))
def test_what_is_selected_keeps_its_place_and_numbers_while_panning(selection, shown, frame, steps):
    collection, chosen = selection
    shown = shown.select(chosen)
    scenes = builder(collection)
    setting, selector = scenes.setting(shown, frame, LIGHT), Selector(scenes)
    known = {}  # one for each side of the label, which has to be in the plot
    for step in (0, *steps):
        shown = shown.pan(step * shown.width)
        scene = selector.scene(scenes.build(shown, frame, LIGHT, setting), shown)
        if scene.apart is not None:
            assert known.setdefault(scene.apart.tag.side, scene.apart) == scene.apart
    assert len(known) <= 2


@LAWS
@given(selections(), views(), FRAMES)
def test_every_visible_relation_has_its_number_on_the_canvas(selection, shown, frame):
    collection, chosen = selection
    shown = shown.select(chosen)
    scene = chosen_scene(collection, shown, frame)
    overlay = build_overlay(scene, collection, shown, M)
    if overlay.selected is None:
        return
    said = " ".join(badge.text for badge in overlay.badges).split()
    assert len(said) == len(set(said))
    assert {str(arc.number) for arc in overlay.arcs} <= set(said)
    left, _, right, _ = scene.plot
    for badge in overlay.badges:
        assert left <= badge.x - badge.width / 2 and badge.x + badge.width / 2 <= right


@LAWS
@given(selections(), views(), FRAMES)
def test_the_tag_of_the_selected_event_stays_in_the_plot(selection, shown, frame):
    collection, chosen = selection
    shown = shown.select(chosen)
    scene = chosen_scene(collection, shown, frame)
    tag = build_overlay(scene, collection, shown, M).tag
    left, _, right, _ = scene.plot
    if tag is not None:
        assert tag.x >= left
        assert tag.x + tag.width <= right or tag.width > right - left - 12


# -- single cases


def test_nothing_selected_is_nothing_over_the_scene():
    overlay = overlay_of(related(), YEAR_2015)
    assert (overlay.selected, overlay.arcs, overlay.tag, overlay.badges) == (None, (), None, ())


def test_badges_carry_the_numbers_of_the_panel():
    overlay = overlay_of(related(), YEAR_2015.select("agreement"))
    assert [badge.text for badge in overlay.badges] == ["2", "3"]  # the first is out of view
    assert [arc.number for arc in overlay.arcs] == [2, 3]
    assert overlay.flag == "25 Aug 2015"


def test_arcs_can_be_switched_off_without_the_badges():
    overlay = overlay_of(related(), replace(YEAR_2015.select("agreement"), show_arcs=False))
    assert (overlay.arcs, len(overlay.badges)) == ((), 2)


def test_an_unknown_selection_is_none():
    assert overlay_of(related(), YEAR_2015.select("gone")).selected is None


def test_a_selected_bar_begun_before_the_view_is_shown_where_its_glyph_sticks():
    collection = dataset(event("kaesong", "2004-12-15/2016-02-10"))
    overlay = overlay_of(collection, YEAR_2015.select("kaesong"))
    assert (overlay.selected.x, overlay.hairline_x) == (134, 134)


@pytest.mark.parametrize("height", [160, 300, 600])
def test_the_events_of_a_pill_stand_at_their_own_days_each_with_its_number(height):
    collection = crowd()
    shown, frame = YEAR_2015.select("own"), Frame(1126, height)
    scene = chosen_scene(collection, shown, frame)
    overlay = build_overlay(scene, collection, shown, M)
    for name in ("own", "own-0", "own-3"):
        row = collection.index_of(name)
        spot = find_spot(scene, row)
        assert spot.x == scene.scale.world(collection.times[row].anchor) + scene.offset
        assert spot.pill is None
    assert sorted(" ".join(badge.text for badge in overlay.badges).split()) == ["1", "2", "3", "4"]


def test_badges_do_not_cover_each_other():
    collection = crowd()
    badges = overlay_of(collection, YEAR_2015.select("own")).badges
    assert len(badges) == 4
    for one, other in combinations(badges, 2):
        assert abs(one.x - other.x) >= (one.width + other.width) / 2 or abs(one.y - other.y) >= 15


def test_numbers_without_room_share_a_badge_that_holds_them_all():
    collection = crowd(relations=9, near=True)
    badges = overlay_of(collection, YEAR_2015.select("own"), Frame(1126, 90)).badges
    assert len(badges) < 9
    assert sorted(map(int, " ".join(badge.text for badge in badges).split())) == list(range(1, 10))


def test_a_pill_counts_what_is_left_in_it():
    collection = crowd()
    plain = builder(collection).build(YEAR_2015, FRAME, LIGHT)
    scene = chosen_scene(collection, YEAR_2015.select("own"))
    before, after = (sum(len(p.rows) for p in one.lanes[0].pills) for one in (plain, scene))
    assert before - after == 5


def test_glyphs_taken_out_of_a_pill_are_found_by_pointer_and_keys():
    collection = crowd(relations=1)
    scene = chosen_scene(collection, YEAR_2015.select("own"))
    for name in ("own", "own-0"):
        mark = find_spot(scene, collection.index_of(name)).mark
        hit = hit_test(scene, glyph_x(mark, scene.window), glyph_y(mark, scene.style))
        assert hit is not None and hit.mark is not None
        assert abs(hit.mark.x - mark.x) <= 12
        assert mark.row in {row for _, row, _, _ in stops(scene)}


def test_an_event_related_in_two_ways_has_both_numbers():
    both = (Relation(type="follows", to="own"), Relation(type="answers", to="own"))
    collection = dataset(event("own", "2015-08-26"), event("other", "2015-03-01", relations=both))
    (badge,) = overlay_of(collection, YEAR_2015.select("own")).badges
    assert badge.text == "1 2"


def test_the_badge_of_a_whisker_stands_beside_its_glyph_and_not_on_its_label():
    collection = dataset(
        event("offer", "2015-11-20"),
        event("proposal", "2015-09", relations=(Relation(type="answers", to="offer"),)),
    )
    shown = YEAR_2015.select("offer")
    scene = chosen_scene(collection, shown)
    (badge,) = build_overlay(scene, collection, shown, M).badges
    spot = find_spot(scene, collection.index_of("proposal"))
    assert badge.y == spot.y
    assert badge.x > spot.x


def test_hover_focus_and_crosshair_are_told_apart():
    overlay = overlay_of(related(), YEAR_2015, hovered=0, focused=1, crosshair_x=626)
    assert (overlay.hovered, overlay.focused.row, overlay.crosshair_text) == (None, 1, "2 Jul 2015")


# -- nothing covers anything


def box_of(badge, style):
    half_w, half_h = badge.width / 2, 7.5 * style.text
    return badge.x - half_w, badge.y - half_h, badge.x + half_w, badge.y + half_h


def overlap(one, other, graze=1.0):
    """Whether two boxes share more than ``graze`` px."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > graze
        and min(one[3], other[3]) - max(one[1], other[1]) > graze
    )


def dense(days=40, relations=6):
    """Some years of events in one lane, one of them related to its neighbours."""
    names = [f"e{n}" for n in range(days)]
    middle = days // 2
    targets = [middle - 2, middle - 1, middle + 1, middle + 2, middle + 5, middle - 6][:relations]
    return dataset(
        *(
            event(
                name,
                f"2015-{1 + n * 12 // days:02d}-{1 + n * 7 % 28:02d}",
                importance=3,
                relations=tuple(Relation(type="follows", to=names[t]) for t in targets if n == middle),
            )
            for n, name in enumerate(names)
        )
    ), names[middle]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [700, 1126])
@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.98])
def test_wherever_the_plot_ends_no_badge_covers_the_label_the_ring_or_another(percent, width, share):
    collection, chosen = dense()
    style, frame = style_for("light", percent), Frame(width, 400)
    whole = YEAR_2015.select(chosen)
    time = collection.times[collection.index_of(chosen)].anchor
    shown = replace(whole, start=time - share * whole.width)
    scene = chosen_scene(collection, shown, frame, style)
    overlay = build_overlay(scene, collection, shown, M)
    left, top, right, bottom = scene.plot
    tag = overlay.tag.box
    assert left <= tag[0] and tag[2] <= right and top <= tag[1] and tag[3] <= bottom
    reach = overlay.selected.size / 2 + 4
    ring = (
        overlay.selected.x - reach,
        overlay.selected.y - reach,
        overlay.selected.x + reach,
        overlay.selected.y + reach,
    )
    assert not overlap(tag, ring)
    boxes = [box_of(badge, style) for badge in overlay.badges]
    for box in boxes:
        assert left <= box[0] and box[2] <= right
        assert not overlap(box, tag)
        assert not overlap(box, ring)
        for pill in (pill for placed in scene.lanes for pill in placed.pills):
            x = pill.x + scene.offset
            number = (x + 4 * style.text, pill.y - 4, x + pill.width / 2 - 6 * style.text, pill.y + 4)
            assert not overlap(box, number)
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other)


def test_a_label_that_fits_on_no_side_of_the_selected_event_is_cut():
    collection = dataset(event("a-long-name-of-an-event-which-needs-room", "2015-07-01"))
    overlay = overlay_of(collection, YEAR_2015.select(collection.events[0].id), Frame(426, 300))
    assert overlay.tag.label.endswith("…")
    assert overlay.tag.box[0] >= 126
    assert overlay.tag.box[2] <= 426


def test_related_events_are_labelled_before_others():
    others = [event(f"other-{n}", f"2015-06-{1 + n:02d}", importance=5) for n in range(3)]
    collection = dataset(
        *others,
        event("own", "2015-01-10"),
        event("related", "2015-06-12", importance=1, relations=(Relation(type="follows", to="own"),)),
    )
    frame = Frame(1126, 120)
    plain = builder(collection).build(YEAR_2015, frame, LIGHT)
    scene = chosen_scene(collection, YEAR_2015.select("own"), frame)
    row = collection.index_of("related")
    before, after = find_spot(plain, row), find_spot(scene, row)
    assert before.mark is None or not before.mark.label
    assert after.mark.label == "Related"


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_the_ring_of_the_keys_encloses_glyph_and_label_and_nothing_else(share):
    collection, chosen = dense()
    whole = YEAR_2015.select(chosen)
    row = collection.index_of(chosen)
    shown = replace(whole, start=collection.times[row].anchor - share * whole.width)
    scene = chosen_scene(collection, shown)
    overlay = build_overlay(scene, collection, shown, M, focused=row)
    left, top, right, bottom = overlay.focus_box
    tag, spot = overlay.tag.box, overlay.selected
    assert (top, bottom) == (min(tag[1], top), max(tag[3], bottom))
    assert right - left <= tag[2] - tag[0] + spot.size + 24
    assert left <= tag[0] and tag[2] <= right
    assert left <= spot.x <= right


def test_the_ring_of_the_keys_leaves_out_a_label_that_is_not_drawn():
    collection = dataset(event("beta", "2015-12-30"), event("zeta", "2017-06-01"))
    scene = chosen_scene(collection, YEAR_2015)
    row = collection.index_of("beta")
    spot = find_spot(scene, row)
    assert spot.mark.label_x + scene.offset + spot.mark.label_w > scene.plot[2]
    left, _, right, _ = build_overlay(scene, collection, YEAR_2015, M, focused=row).focus_box
    assert right - left <= spot.size + 4
