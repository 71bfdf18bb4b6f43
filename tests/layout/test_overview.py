"""The strip below the plot."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import collections, dataset, event, view, views
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.overview import build_overview
from timeline_app.layout.style import style_for
from timeline_app.model.filter import EventFilter, FilterEngine


def overview_of(collection, shown, width=1000):
    engine = FilterEngine(collection)
    return build_overview(collection, engine, shown, (width, 84), style_for("light"), FixedMeasure(7))


@settings(deadline=None, max_examples=60)
@given(collections(), views(), st.integers(300, 2000))
def test_each_event_counts_once_and_the_brush_stays_in_the_strip(collection, shown, width):
    scene = overview_of(collection, shown, width)
    assert sum(one.above + one.below + one.neither for one in scene.bins) == len(collection)
    reach = scene.base - scene.reach_px
    assert all(scene.base - scene.bar_px(one.above + one.neither / 2) >= reach - 1e-6 for one in scene.bins)
    assert scene.left <= scene.brush[0] <= scene.brush[1] <= scene.right
    assert all(scene.left <= one.x0 < one.x1 <= scene.right for one in scene.bins)
    assert all(a.x < b.x for a, b in zip(scene.ticks[:-1], scene.ticks[1:], strict=True))


def test_halves_stand_on_either_side_of_the_line():
    collection = dataset(event("a", "2010"), event("b", "2015", category="border"), event("c", "2015-02"))
    scene = overview_of(collection, view("2010-01-01", "2016-01-01"))
    assert [(one.above, one.below) for one in scene.bins] == [(1, 0), (0, 1), (1, 0)]


def test_what_belongs_to_neither_half_stands_on_neither_side():
    collection = dataset(event("a", "2010"), event("b", "2015", category=None), event("c", "2015-02"))
    scene = overview_of(collection, view("2010-01-01", "2016-01-01"))
    assert [(one.above, one.below, one.neither) for one in scene.bins] == [(1, 0, 0), (0, 0, 1), (1, 0, 0)]
    assert scene.has_neither


def test_a_collection_in_two_halves_has_no_third_place():
    assert not overview_of(dataset(event("a", "2010")), view("2010-01-01", "2016-01-01")).has_neither


def test_a_span_counts_where_it_begins():
    collection = dataset(event("a", "2006-01-01/2016-01-01"), event("b", "2016-06"))
    assert [one.above for one in overview_of(collection, view("2010-01-01", "2016-01-01")).bins] == [1, 1]


def test_the_filter_holds_for_the_strip():
    collection = dataset(event("a", "2010"), event("b", "2015", category="border"))
    shown = view("2010-01-01", "2016-01-01", filter=EventFilter(categories=frozenset({"talks"})))
    assert [(one.above, one.below) for one in overview_of(collection, shown).bins] == [(1, 0)]


def test_heights_follow_the_square_root():
    collection = dataset(*(event(f"e{n}", "2010") for n in range(4)), event("b", "2015"))
    scene = overview_of(collection, view("2010-01-01", "2016-01-01"))
    assert scene.bar_px(1) * 2 == scene.bar_px(4) == scene.reach_px
    assert scene.bar_px(0) == 0
