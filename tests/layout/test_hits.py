"""What lies under the pointer, and where the keyboard goes."""

from hypothesis import given, settings

from tests.collections_of_tests import (
    FRAMES,
    builder,
    collections,
    dataset,
    event,
    period,
    scene_of,
    view,
    views,
)
from timeline_app.layout.hits import hit_test
from timeline_app.layout.marks import glyph_x, glyph_y, is_in_plot
from timeline_app.layout.roving import first_stop, step_in_lane, step_to_lane, stops
from timeline_app.layout.style import style_for

LIGHT = style_for("light")


@settings(deadline=None, max_examples=60)
@given(collections(), views(), FRAMES)
def test_each_visible_glyph_is_found_at_its_place(collection, shown, frame):
    scene = builder(collection).build(shown, frame, LIGHT)
    left, _, right, _ = scene.plot
    places = {}
    for placed in scene.lanes:
        for mark in placed.marks:
            x = glyph_x(mark, scene.window)
            if is_in_plot(mark, scene.window) and left <= x <= right:
                places.setdefault((x, round(glyph_y(mark, scene.style))), []).append(mark.row)
    for (x, _), rows in places.items():
        mark = next(m for placed in scene.lanes for m in placed.marks if m.row == rows[0])
        hit = hit_test(scene, x, glyph_y(mark, scene.style))
        assert hit is not None
        assert hit.pill is not None or hit.mark is not None
        if hit.mark is not None and hit.mark.row not in rows:
            assert abs(glyph_x(hit.mark, scene.window) - x) < 1


@settings(deadline=None, max_examples=60)
@given(collections(), views(), FRAMES)
def test_arrows_lead_from_any_stop_to_every_other(collection, shown, frame):
    scene = builder(collection).build(shown, frame, LIGHT)
    rows = {stop[1] for stop in stops(scene)}
    start = first_stop(scene)
    if start is None:
        assert not rows
        return
    for origin in (start, max(rows)):
        reached, queue = {origin}, [origin]
        while queue:
            row = queue.pop()
            steps = [walk(scene, row, step) for walk in (step_in_lane, step_to_lane) for step in (-1, 1)]
            found = {row for row in steps if row is not None} - reached
            reached |= found
            queue.extend(found)
        assert reached == rows


def test_a_label_belongs_to_its_event():
    scene = scene_of(dataset(event("summit", "2015-06-01")), view("2015-01-01", "2016-01-01"))
    mark = scene.lanes[0].marks[0]
    hit = hit_test(scene, mark.label_x + scene.offset + 20, mark.y + 8)
    assert hit is not None and hit.mark == mark


def test_a_bar_begun_before_the_view_is_found_at_its_sticky_glyph():
    scene = scene_of(dataset(event("a", "2010-01-01/2016-01-01")), view("2015-01-01", "2015-06-01"))
    mark = scene.lanes[0].marks[0]
    assert glyph_x(mark, scene.window) == 134
    assert hit_test(scene, 134, mark.y).mark == mark


def test_the_gutter_holds_nothing():
    scene = scene_of(dataset(event("a", "2015-06-01")), view("2015-01-01", "2016-01-01"))
    assert hit_test(scene, 60, 200) is None


def test_the_name_of_a_period_belongs_to_it_and_what_is_right_of_the_name_does_not():
    collection = dataset(event("a", "2015-06-01"), periods=(period("the crisis", "2015-08-04/2015-08-25"),))
    scene = scene_of(collection, view("2015-01-01", "2016-01-01"))
    (bar,) = scene.periods
    y = bar.y + 5
    assert hit_test(scene, bar.label_x + 10, y).period == bar
    assert hit_test(scene, bar.label_x + bar.label_w + 5, y) is None


def test_a_folded_lane_offers_its_neighbour():
    collection = dataset(event("a", "2015-06-01"), event("b", "2014-01-01", category="border"))
    scene = scene_of(collection, view("2015-01-01", "2016-01-01"))
    (hint,) = scene.hints
    assert hit_test(scene, hint.x + 5, hint.y).hint == hint


def test_the_row_of_the_rest_answers_with_what_is_on_there():
    at_once = tuple(period(f"p{n}", f"201{n}-01-01/202{9 - n}-05-31") for n in range(4))
    scene = scene_of(dataset(event("a", "2015-06-01"), periods=at_once), view("2012-06-01", "2014-06-01"))
    first, second = scene.period_cells
    y = first.y + 8
    assert [one.id for one in hit_test(scene, first.x1 - 1, y).cell.periods] == ["p2"]
    assert [one.id for one in hit_test(scene, second.x0, y).cell.periods] == ["p3", "p2"]
