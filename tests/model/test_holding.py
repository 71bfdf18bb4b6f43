"""What to undo where nothing is shown."""

from tests.collections_of_tests import dataset, event
from timeline_app.dates.calendar import to_seconds
from timeline_app.model.filter import EventFilter, FilterEngine
from timeline_app.model.holding import RANGE, Holding, holding

ENGINE = FilterEngine(dataset(event("alpha", "2015-08-25"), event("beta", "2010-05-24")))
YEAR_1900 = to_seconds(1900, 1, 1), to_seconds(1901, 1, 1)


def test_each_part_that_could_be_undone_alone_is_named_with_what_it_would_show():
    assert holding(ENGINE, EventFilter(text="zzqx")) == Holding({"text": 2}, ())
    assert holding(ENGINE, EventFilter(), *YEAR_1900) == Holding({RANGE: 2}, ())
    both = EventFilter(text="alpha", end=to_seconds(2012, 1, 1))
    assert holding(ENGINE, both) == Holding({"dates": 1, "text": 1}, ())


def test_parts_that_hold_back_only_together_are_named_together():
    nothing = EventFilter(categories=frozenset(), text="zzqx")
    assert holding(ENGINE, nothing) == Holding({}, ("categories", "text"))
    assert holding(ENGINE, EventFilter(text="zzqx"), *YEAR_1900) == Holding({}, ("text", RANGE))


def test_of_an_empty_collection_nothing_is_freed():
    assert holding(FilterEngine(dataset()), EventFilter()) == Holding({}, ())
