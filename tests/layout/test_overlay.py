"""What lies over a scene."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import FRAMES, builder, collections, dataset, event, scene_of, view, views
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.overlay import build_overlay, find_spot
from timeline_app.layout.style import style_for
from timeline_app.model.records import Relation

M = FixedMeasure(7)
YEAR_2015 = view("2015-01-01", "2016-01-01")


def related():
    return dataset(
        event("mine-blasts", "2015-08-04", category="border"),
        event("agreement", "2015-08-25", relations=(Relation(type="settles", to="mine-blasts"),)),
        event("kumgang-tours", "2008-07-11", relations=(Relation(type="context", to="agreement"),)),
        event("reunions", "2015-10-20/2015-10-26", relations=(Relation(type="follows", to="agreement"),)),
    )


def overlay_of(collection, shown, **around):
    return build_overlay(scene_of(collection, shown), collection, shown, M, **around)


def test_nothing_selected_is_nothing_over_the_scene():
    overlay = overlay_of(related(), YEAR_2015)
    assert (overlay.selected, overlay.arcs, overlay.tags, overlay.badges) == (None, (), (), ())


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


def test_a_selected_event_of_a_pill_stands_at_its_own_day():
    crowd = [event(f"e{n}", "2015-08-24", importance=1) for n in range(60)]
    collection = dataset(*crowd, event("own", "2015-08-26", importance=1))
    shown = YEAR_2015.select("own")
    scene = scene_of(collection, shown)
    spot = build_overlay(scene, collection, shown, M).selected
    assert spot.x == scene.scale.world(collection.times[collection.index_of("own")].anchor) + scene.offset


def test_the_badge_of_a_whisker_stands_beside_its_glyph_and_not_on_its_label():
    collection = dataset(
        event("offer", "2015-11-20"),
        event("proposal", "2015-09", relations=(Relation(type="answers", to="offer"),)),
    )
    shown = YEAR_2015.select("offer")
    scene = scene_of(collection, shown)
    (badge,) = build_overlay(scene, collection, shown, M).badges
    spot = find_spot(scene, collection.index_of("proposal"))
    assert badge.y == spot.y
    assert badge.x > spot.x


def test_hover_focus_and_crosshair_are_told_apart():
    overlay = overlay_of(related(), YEAR_2015, hovered=0, focused=1, crosshair_x=626)
    assert (overlay.hovered, overlay.focused.row, overlay.crosshair_text) == (None, 1, "2 Jul 2015")


@settings(deadline=None, max_examples=60)
@given(collections(), views(), FRAMES, st.data())
def test_the_tag_of_the_selected_event_stays_in_the_plot(collection, shown, frame, data):
    chosen = data.draw(st.sampled_from([one.id for one in collection.events]))
    shown = shown.select(chosen)
    scene = builder(collection).build(shown, frame, style_for("light"))
    overlay = build_overlay(scene, collection, shown, M)
    left, _, right, _ = scene.plot
    for tag in overlay.tags:
        assert tag.x >= left
        assert tag.x + tag.width <= right or tag.width > right - left - 12
