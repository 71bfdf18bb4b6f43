"""Where events stand on the civil time line."""

import pytest

from tests.collections_of_tests import DAY_S, dataset, event
from timeline_app.dates.calendar import to_seconds
from timeline_app.dates.edtf import parse_edtf
from timeline_app.model.columns import OPEN_END, OPEN_START, POINT, SPAN, VAGUE, EventTimes, event_times
from timeline_app.model.records import Clock

AUG_25 = to_seconds(2015, 8, 25)


def clock(start: str, end: str | None = None) -> Clock:
    return Clock(start=start, end=end, zone="Asia/Seoul")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2015-08-25", EventTimes(AUG_25, AUG_25 + DAY_S, AUG_25 + DAY_S // 2, POINT)),
        ("2015-08-25~", EventTimes(AUG_25, AUG_25 + DAY_S, AUG_25 + DAY_S // 2, VAGUE)),
        ("2015-08-22/2015-08-25", EventTimes(AUG_25 - 3 * DAY_S, AUG_25 + DAY_S, AUG_25 - 216_000, SPAN)),
        ("2015-08-25/..", EventTimes(AUG_25, OPEN_END, AUG_25 + DAY_S // 2, SPAN)),
        ("../2015-08-24", EventTimes(OPEN_START, AUG_25, AUG_25 - 1, SPAN)),
        ("../..", EventTimes(OPEN_START, OPEN_END, 0, SPAN)),
        ("{2015-08-22,2015-08-24}", EventTimes(AUG_25 - 3 * DAY_S, AUG_25, AUG_25 - 216_000, SPAN)),
        ("[..2015-08-24]", EventTimes(OPEN_START, AUG_25, AUG_25 - 1, VAGUE)),
        ("[2015-08-25..]", EventTimes(AUG_25, OPEN_END, AUG_25, VAGUE)),
    ],
)
def test_a_date_has_bounds_an_anchor_and_a_form(date, expected):
    assert event_times(parse_edtf(date), None) == expected


def test_an_unknown_end_claims_nothing_after_the_day_that_is_known():
    assert event_times(parse_edtf("2015-08-25/"), None) == event_times(parse_edtf("2015-08-25"), None)


def test_an_unknown_start_claims_nothing_before_the_day_that_is_known():
    assert event_times(parse_edtf("/2015-08-25"), None) == event_times(parse_edtf("2015-08-25"), None)


def test_a_month_with_an_unknown_end_is_some_day_of_that_month():
    start, end = to_seconds(2015, 8, 1), to_seconds(2015, 9, 1)
    assert event_times(parse_edtf("2015-08/"), None) == EventTimes(start, end, (start + end) // 2, VAGUE)


def test_a_set_that_goes_on_has_its_glyph_at_its_first_date():
    times = event_times(parse_edtf("{1984..}"), None)
    assert (times.anchor, times.end) == (to_seconds(1984, 1, 1, 12), OPEN_END)


def test_a_clock_tells_the_civil_second_of_its_own_place():
    times = event_times(parse_edtf("2015-08-25"), clock("2015-08-25T00:55:00+08:30"))
    assert times == EventTimes(AUG_25 + 3_300, AUG_25 + 3_301, AUG_25 + 3_300, POINT)


def test_a_clock_may_cross_midnight():
    times = event_times(parse_edtf("2015-08-22"), clock("2015-08-22T18:30+09:00", "2015-08-23T04:15+09:00"))
    assert (times.end - times.start, times.form) == (35_100, SPAN)


def test_a_clock_outside_its_span_never_turns_it_round():
    times = event_times(parse_edtf("2015-08-04/2015-08-05"), clock("2015-08-10T09:00+09:00"))
    assert times.end == times.start + 1


def test_columns_are_sorted_by_start():
    collection = dataset(
        event("c", "2015-08-25"), event("a", "/2014"), event("d", "../1950"), event("b", "-0300")
    )
    assert [one.id for one in collection.events] == ["d", "b", "a", "c"]
    assert collection.columns.start.tolist() == sorted(collection.columns.start.tolist())


def test_the_extent_leaves_open_ends_out():
    collection = dataset(event("a", "../1950-01-01"), event("b", "2015-08-25/.."))
    assert collection.extent == (to_seconds(1950, 1, 2), AUG_25)


@pytest.mark.parametrize(
    ("date", "extent"),
    [
        ("2003/..", ((2003, 1, 1), (2004, 1, 1))),
        ("2003-05-01/..", ((2003, 5, 1), (2004, 4, 30))),
        ("../2003", ((2003, 1, 1), (2004, 1, 1))),
        ("2003-05-01", ((2003, 5, 1), (2003, 5, 2))),
    ],
)
def test_what_goes_on_has_a_year_at_least_to_be_seen_in(date, extent):
    assert dataset(event("a", date)).extent == tuple(to_seconds(*day) for day in extent)


def test_the_extent_of_nothing_is_a_day_of_1970():
    assert dataset().extent == (0, DAY_S)


def test_meeting_is_half_open():
    columns = dataset(event("a", "2015-08-25")).columns
    assert [bool(columns.meets(a, b)[0]) for a, b in ((AUG_25 - 9, AUG_25), (AUG_25 - 9, AUG_25 + 1))] == [
        False,
        True,
    ]


def test_the_difference_of_two_open_ends_does_not_upset_the_ranks():
    collection = dataset(event("a", "2015"), event("b", "../.."), event("c", "2015-08-25"))
    ranks = {one.id: int(rank) for one, rank in zip(collection.events, collection.columns.rank, strict=True)}
    assert ranks == {"b": 0, "a": 1, "c": 2}
