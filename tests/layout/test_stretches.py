"""When a period was on, and where its bar fades."""

import pytest

from tests.collections_of_tests import dataset, event, period, scene_of, view
from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.stretches import extent_of, profile, stretches

KNOWN = to_seconds(2000, 1, 1), to_seconds(2016, 1, 1)
DAY_S = 86_400


def day(year: int, month: int, number: int) -> int:
    return to_seconds(year, month, number) // DAY_S


def extent(date: str):
    """The extent of a span where a day is one px wide."""
    (one,) = stretches(period("p", date))
    return extent_of(one, lambda time: round(time / DAY_S), KNOWN)


@pytest.mark.parametrize(
    ("date", "open_start", "open_end", "uncertain"),
    [
        ("2010/2015", False, False, (True, True)),
        ("2010-05-24/2015-08-25", False, False, (False, False)),
        ("2010-05-24/..", False, True, (False, False)),
        ("2010-05-24/", False, False, (False, True)),
        ("/2010-05-24", False, False, (True, False)),
        ("../2015-08-25", True, False, (False, False)),
        ("2010/2015-08-25", False, False, (True, False)),
        ("2010-05-24/2015-08~", False, False, (False, True)),
        ("1993", False, False, (True, True)),
    ],
)
def test_a_stretch_knows_which_ends_are_open_or_uncertain(date, open_start, open_end, uncertain):
    (one,) = stretches(period("p", date))
    assert (one.open_start, one.open_end) == (open_start, open_end)
    assert (one.uncertain_start, one.uncertain_end) == uncertain


def test_certain_ends_are_sharp():
    found = extent("2010-05-24/2015-08-25")
    assert found == (day(2010, 5, 24), day(2015, 8, 26), None, None)


def test_nothing_is_claimed_beyond_a_start_whose_end_nobody_knows():
    found, start = extent("2010-05-24/"), day(2010, 5, 24)
    assert found == (start, start + 61, None, (start + 1, start + 61))


def test_nothing_is_claimed_before_an_end_whose_start_nobody_knows():
    found, end = extent("/2010-05-24"), day(2010, 5, 24)
    assert found == (end - 60, end + 1, (end - 60, end), None)


def test_what_goes_on_fades_after_what_is_known():
    edge = day(2016, 1, 1)
    assert extent("2010-05-24/..") == (day(2010, 5, 24), edge + 60, None, (edge, edge + 60))


def test_what_went_on_before_the_collection_fades_before_it():
    edge = day(2000, 1, 1)
    assert extent("../2010-05-24") == (edge - 60, day(2010, 5, 25), (edge - 60, edge), None)


def test_an_end_known_by_year_fades_over_that_year():
    assert extent("2010-05-24/2015").fall == (day(2015, 1, 1), day(2016, 1, 1))
    assert extent("2010/2015-08-25").rise == (day(2010, 1, 1), day(2011, 1, 1))


def test_an_approximate_end_fades_over_the_last_third_or_so():
    found = extent("2015-01-01/2015-04-10~")
    assert found.x1 - found.x0 == 100
    assert found.fall == (found.x1 - 30, found.x1)


def test_a_span_within_a_year_nobody_knows_rises_and_falls():
    found, middle = extent("2015"), day(2015, 1, 1) + 182
    assert found.rise == (day(2015, 1, 1), middle)
    assert found.fall == (middle, day(2016, 1, 1))


@pytest.mark.parametrize("known_to", [None, "2015-10-31"])
@pytest.mark.parametrize("date", ["2010-05-24/..", "2015-11-15/", "2014/2016-08~"])
def test_a_fade_is_a_place_in_time_at_every_scroll_offset(date, known_to):
    collection = dataset(event("a", "2015-09-01"), periods=(period("p", date),), verified_to=known_to)
    zones, ends = set(), set()
    for days in range(0, 101, 10):
        scene = scene_of(collection, view("2015-05-20", "2015-11-20").pan(days * DAY_S))
        (bar,) = scene.periods
        zones.add((bar.fall[0] - scene.offset, bar.fall[1] - scene.offset))
        ends.add(bar.x1 - scene.offset)
    assert len(zones) == 1
    assert max(ends) <= zones.pop()[1]


def test_the_tone_at_a_place_does_not_depend_on_what_is_seen():
    rise, fall = (100, 200), (500, 700)
    assert profile(rise, fall, 0, 1000) == (
        (0, 0.0), (100, 0.0), (200, 1.0), (500, 1.0), (700, 0.0), (1000, 0.0),
    )  # fmt: skip
    assert profile(rise, fall, 150, 600) == ((150, 0.5), (200, 1.0), (500, 1.0), (600, 0.5))
    assert profile(None, None, 3, 4) == ((3, 1.0), (4, 1.0))
