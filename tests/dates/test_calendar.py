"""Civil dates and the intervals of the calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.calendar import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    WEEK,
    YEAR,
    CalendarInterval,
    Civil,
    civil_from_days,
    days_from_civil,
    days_in_month,
    from_seconds,
    to_seconds,
    weekday,
)

times = st.integers(-(10**14), 10**14)
intervals = st.sampled_from(
    (
        *(MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR),
        *(MINUTE.every(15), HOUR.every(6), MONTH.every(2), YEAR.every(5), YEAR.every(100)),
    )
)


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 2, 29), 11016),
        ((2015, 8, 25), 16672),
        ((0, 1, 1), -719528),
        ((-1, 12, 31), -719529),
        ((9999, 12, 31), 2932896),
        ((10000, 1, 1), 2932897),
    ],
)
def test_a_date_is_so_many_days_from_1970(date, days):
    assert days_from_civil(*date) == days
    assert civil_from_days(days) == date


@given(st.integers(-200_000, 200_000), st.integers(1, 12), st.data())
def test_every_date_survives_the_way_to_days_and_back(year, month, data):
    day = data.draw(st.integers(1, days_in_month(year, month)))
    assert civil_from_days(days_from_civil(year, month, day)) == (year, month, day)


@given(st.integers(-(10**12), 10**12))
def test_the_next_day_is_one_day_later(days):
    assert days_from_civil(*civil_from_days(days + 1)) - days_from_civil(*civil_from_days(days)) == 1


def test_civil_seconds_keep_the_time_of_day():
    assert to_seconds(2015, 8, 25, 0, 55, 30) == 1_440_464_130
    assert from_seconds(1_440_464_130) == Civil(2015, 8, 25, 0, 55, 30)


def test_the_last_second_before_1970_is_in_1969():
    assert from_seconds(-1) == Civil(1969, 12, 31, 23, 59, 59)


def test_the_week_begins_on_monday():
    assert weekday(days_from_civil(2015, 8, 24)) == 0
    assert weekday(days_from_civil(1950, 6, 25)) == 6


@pytest.mark.parametrize(
    ("year", "length"), [(2024, 29), (2023, 28), (1900, 28), (2000, 29), (0, 29), (-4, 29)]
)
def test_february_has_so_many_days(year, length):
    assert days_in_month(year, 2) == length


@pytest.mark.parametrize(
    ("interval", "begin"),
    [
        (MINUTE, (2015, 8, 25, 13, 47)),
        (MINUTE.every(15), (2015, 8, 25, 13, 45)),
        (HOUR, (2015, 8, 25, 13)),
        (HOUR.every(6), (2015, 8, 25, 12)),
        (DAY, (2015, 8, 25)),
        (WEEK, (2015, 8, 24)),
        (MONTH, (2015, 8, 1)),
        (MONTH.every(3), (2015, 7, 1)),
        (QUARTER, (2015, 7, 1)),
        (YEAR, (2015, 1, 1)),
        (YEAR.every(10), (2010, 1, 1)),
        (YEAR.every(100), (2000, 1, 1)),
    ],
)
def test_an_interval_begins_at_its_floor(interval, begin):
    assert interval.floor(to_seconds(2015, 8, 25, 13, 47, 9)) == to_seconds(*begin)


def test_decades_before_the_common_era_begin_at_multiples_of_ten():
    assert YEAR.every(10).floor(to_seconds(-43, 3, 15)) == to_seconds(-50, 1, 1)


def test_the_ceiling_of_a_beginning_is_itself():
    assert MONTH.ceil(to_seconds(2015, 8, 1)) == to_seconds(2015, 8, 1)
    assert MONTH.ceil(to_seconds(2015, 8, 1, 0, 0, 1)) == to_seconds(2015, 9, 1)


def test_a_fraction_of_a_second_is_rounded_outward():
    assert MINUTE.floor(59.5) == 0
    assert MINUTE.ceil(0.5) == 60


@pytest.mark.parametrize(
    ("interval", "count", "expected"),
    [
        (MONTH, 1, (2015, 2, 28, 6)),
        (MONTH, -2, (2014, 11, 30, 6)),
        (QUARTER, 1, (2015, 4, 30, 6)),
        (YEAR, 5, (2020, 1, 31, 6)),
        (WEEK, 1, (2015, 2, 7, 6)),
        (HOUR.every(6), 2, (2015, 1, 31, 18)),
    ],
)
def test_an_offset_keeps_the_time_of_day_and_stays_in_the_month(interval, count, expected):
    assert interval.offset(to_seconds(2015, 1, 31, 6), count) == to_seconds(*expected)


def test_a_range_is_half_open():
    assert MONTH.range(to_seconds(2015, 11, 1), to_seconds(2016, 2, 1)) == [
        to_seconds(2015, 11, 1),
        to_seconds(2015, 12, 1),
        to_seconds(2016, 1, 1),
    ]


def test_a_range_that_ends_where_it_starts_is_empty():
    assert DAY.range(0, 0) == []


def test_a_step_below_one_is_refused():
    with pytest.raises(ValueError, match="step of 1 or more"):
        YEAR.every(0)


def test_steps_of_steps_multiply():
    assert repr(YEAR.every(5).every(2)) == "YEAR.every(10)"


@given(intervals, times)
def test_a_time_lies_between_its_floor_and_the_next_beginning(interval: CalendarInterval, time: int):
    begin = interval.floor(time)
    assert begin <= time < interval.offset(begin, 1)


@given(intervals, times)
def test_a_floor_is_its_own_floor_and_ceiling(interval: CalendarInterval, time: int):
    begin = interval.floor(time)
    assert interval.floor(begin) == interval.ceil(begin) == begin


@given(intervals, times, st.integers(0, 40))
def test_a_range_holds_each_beginning_once_in_order(interval: CalendarInterval, time: int, count: int):
    first = interval.ceil(time)
    beginnings = interval.range(time, interval.offset(first, count))
    assert beginnings == [interval.offset(first, n) for n in range(count)]
