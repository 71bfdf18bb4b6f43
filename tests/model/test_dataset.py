"""References resolved and events in order."""

import pytest

from tests.collections_of_tests import ACTORS, actor, dataset, event
from timeline_app.model.records import Cite, Clock, Excerpt, Reading, Relation, Source, Text


def test_events_of_one_day_keep_their_sequence():
    collection = dataset(event("a", "2015-08-04", sequence=2), event("b", "2015-08-04", sequence=1))
    assert [one.id for one in collection.events] == ["b", "a"]


def test_an_event_with_a_clock_stands_at_its_hour():
    clock = Clock(start="2015-08-04T07:35+09:00", zone="Asia/Seoul")
    collection = dataset(event("a", "2015-08-04", clock=clock), event("b", "2015-08-04"))
    assert [one.id for one in collection.events] == ["b", "a"]


def test_events_without_a_known_category_get_a_lane_of_their_own():
    collection = dataset(event("a", "2015", category=None), event("b", "2015", category="talks"))
    assert [one.id for one in collection.categories] == ["talks", "border", "uncategorised"]
    assert collection.category_of(collection.event("a")).id == "uncategorised"


def test_links_run_both_ways_in_date_order():
    collection = dataset(
        event("a", "2014"),
        event("b", "2015", relations=(Relation(type="follows", to="a"), Relation(type="context", to="gone"))),
        event("c", "2016", relations=(Relation(type="settles", to="b"),)),
    )
    links = collection.links(collection.event("b"))
    assert [(link.event.id, link.outgoing) for link in links] == [("a", True), ("c", False)]


def test_ancestors_are_named_once_even_in_a_circle():
    circle = dataset(actors=(actor("a", "b"), actor("b", "a")))
    assert circle.with_ancestors(["a"]) == ["a", "b"]
    assert dataset(actors=ACTORS).with_ancestors(["ministry", "nobody"]) == ["ministry", "south"]


def test_one_wire_story_in_two_papers_is_one_independent_source():
    def source(name, publisher):
        return Source(
            id=name,
            title={"en": name},
            publisher=publisher,
            agency="AFP",
            excerpts=(Excerpt(id="p1", summary=Text(en="x")),),
        )

    sources = (source("one", "AsiaOne"), source("two", "Dawn"))
    cites = (Cite(excerpt="one#p1"), Cite(excerpt="two#p1"))
    collection = dataset(event("a", "2015", cites=cites), sources=sources)
    assert collection.independent_sources(collection.event("a")) == 1
    assert [len(excerpts) for _, excerpts in collection.sources_of(collection.event("a"))] == [1, 1]


def test_two_parties_make_a_dispute_and_one_does_not():
    def reading(party):
        return Reading(about="meaning", party=party, date="2015", gist=Text(en="x"), excerpt="s#p1")

    collection = dataset(
        event("a", "2014", readings=(reading("south"), reading("north"))),
        event("b", "2015", readings=(reading("south"), reading("south"))),
    )
    assert collection.columns.disputed.tolist() == [True, False]


def test_an_unknown_id_is_a_key_error():
    collection = dataset(event("a", "2015"))
    assert (collection.has("a"), collection.has("b"), collection.has(None)) == (True, False, False)
    with pytest.raises(KeyError):
        collection.event("b")


def test_a_sequence_orders_the_events_of_a_day_also_around_a_clock():
    clock = Clock(start="2015-08-20T15:52+09:00", zone="Asia/Seoul")
    some = dataset(
        event("alert", "2015-08-20", sequence=2),
        event("fire", "2015-08-20", sequence=1, clock=clock),
        event("before", "2015-08-19", sequence=9),
    )
    assert [one.id for one in some.events] == ["before", "fire", "alert"]
