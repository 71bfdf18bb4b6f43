"""OR inside a facet, AND across; counts without surprises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import ACTORS, actor, collections, dataset, event, views
from timeline_app.dates.calendar import to_seconds
from timeline_app.model.filter import FACETS, NO_ACTOR, EventFilter, FilterEngine
from timeline_app.model.records import Clock

COLLECTION = dataset(
    event("a", "2015-08-04", category="border", actors=("north",)),
    event("b", "2015-08-25", actors=("ministry", "north")),
    event("c", "2015-09", actors=("south",)),
    event("d", "2016-01-06", category="border", initiator=("north",)),
    actors=ACTORS,
)


def passing(**fields):
    return [one.id for one in FilterEngine(COLLECTION).matching(EventFilter(**fields))]


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ({}, ["a", "b", "c", "d"]),
        ({"categories": frozenset({"border"})}, ["a", "d"]),
        ({"categories": frozenset()}, []),
        ({"categories": frozenset({"no-such"})}, []),
        ({"actors": frozenset({"south"})}, ["b", "c"]),
        ({"actors": frozenset({"south", "north"})}, ["a", "b", "c"]),
        ({"actors": frozenset({NO_ACTOR})}, ["d"]),
        ({"categories": frozenset({"border"}), "actors": frozenset({"north"})}, ["a"]),
        ({"certainty": frozenset({"approximate"})}, ["c"]),
        ({"dispute": frozenset({"disputed"})}, []),
        ({"start": to_seconds(2015, 9, 30)}, ["c", "d"]),
        ({"end": to_seconds(2015, 8, 25)}, ["a"]),
        ({"text": "sep"}, []),
        ({"text": "ministry"}, ["b"]),
    ],
)
def test_a_filter_lets_pass(fields, ids):
    assert passing(**fields) == ids


def test_the_actor_facet_offers_actors_that_are_part_of_none_and_the_nameless_last():
    assert FilterEngine(COLLECTION).values("actors") == ("north", "south", NO_ACTOR)


def test_an_initiator_alone_is_no_actor():
    counts = FilterEngine(COLLECTION).facets(EventFilter(), to_seconds(2016, 1, 1), to_seconds(2017, 1, 1))
    assert counts["actors"] == {"north": 0, "south": 0, NO_ACTOR: 1}


def test_an_actor_whose_parent_is_absent_is_still_offered():
    collection = dataset(event("a", "2015", actors=("orphan",)), actors=(actor("orphan", "nobody"),))
    assert FilterEngine(collection).values("actors") == ("orphan",)


def test_parts_name_what_restricts():
    choice = EventFilter(actors=frozenset({"north"}), text=" x ", start=0)
    assert choice.parts == ("actors", "dates", "text")
    assert choice.without("actors").without("dates").without("text") == EventFilter()


FILTERS = st.builds(
    EventFilter,
    categories=st.none() | st.frozensets(st.sampled_from(("talks", "border"))),
    actors=st.none() | st.frozensets(st.sampled_from(("south", "north", NO_ACTOR))),
    certainty=st.none() | st.frozensets(st.sampled_from(("exact", "approximate"))),
    text=st.sampled_from(("", "talks", "회담", "summit dmz")),
)


@settings(deadline=None, max_examples=40)
@given(collections(), FILTERS, views())
def test_choosing_a_value_with_a_count_shows_that_many(collection, choice, shown):
    engine = FilterEngine(collection)
    for facet, counts in engine.facets(choice, shown.start, shown.end).items():
        for value, count in counts.items():
            chosen = choice.choosing(facet, frozenset({value}))
            assert engine.count(chosen, shown.start, shown.end) == count


@settings(deadline=None, max_examples=40)
@given(collections(), FILTERS, views())
def test_facet_counts_equal_counting_by_hand(collection, choice, shown):
    engine = FilterEngine(collection)
    counts = engine.facets(choice, shown.start, shown.end)
    for category in ("talks", "border"):
        others = choice.without("categories")
        by_hand = sum(
            one.category == category and times.start < shown.end and times.end > shown.start
            for one, times in zip(collection.events, collection.times, strict=True)
            if one in engine.matching(others)
        )
        assert counts["categories"][category] == by_hand
    assert set(counts) == set(FACETS)


@pytest.mark.parametrize(
    ("date", "start", "end", "passes"),
    [
        ("2015-08-25/", "2015-08-26", None, True),
        ("/2015-08-25", None, "2015-08-25", True),
        ("/2015-08-25", "2015-08-26", None, False),
        ("{2012-04-11,2012-04-13}", "2012-04-12", "2012-04-13", False),
        ("{2012-04-11,2012-04-13}", "2012-04-13", "2012-04-14", True),
        ("[2012-04-11,2012-04-13]", "2012-04-12", "2012-04-13", False),
        ("{2010,2015}", "2011-01-01", "2015-01-01", False),
        ("{2010,2015}", "2011-01-01", "2015-01-02", True),
        ("201X-02-29", "2013-01-01", "2016-01-01", False),
        ("201X-02-29", "2012-02-01", "2012-03-02", True),
        ("20XX-12-25", "2015-06-01", "2015-09-01", False),
        ("20XX-12-25", None, "2000-12-25", False),
        ("{1999,201X-02-29}", "2013-01-01", "2016-01-01", False),
        ("201X-02-29/2019", "2013-01-01", "2016-01-01", True),
    ],
)
def test_an_event_passes_a_range_if_it_may_overlap_it(date, start, end, passes):
    bounds = [None if day is None else to_seconds(*map(int, day.split("-"))) for day in (start, end)]
    engine = FilterEngine(dataset(event("a", date)))
    assert bool(engine.matching(EventFilter(start=bounds[0], end=bounds[1]))) is passes


def test_a_clock_tells_the_time_that_the_date_leaves_open():
    clock = Clock(start="2015-08-26T00:30+09:00", zone="Asia/Seoul")
    engine = FilterEngine(dataset(event("a", "20XX-08-25", clock=clock)))
    day = EventFilter(start=to_seconds(2015, 8, 26), end=to_seconds(2015, 8, 27))
    assert engine.count(day) == 1
