"""Clocks at an instant, and the history of the Korean zones."""

from datetime import UTC, datetime

import pytest

from timeline_app.dates.zones import ZoneDataError, clocks, parse_instant, zone_offset


def shown(instant, **options):
    return [(r.city, r.date, r.time, r.offset, r.day_shift) for r in clocks(instant, **options)]


def test_the_agreement_of_august_2015_was_half_an_hour_earlier_in_pyongyang():
    assert shown("2015-08-25T00:55+09:00") == [
        ("seoul", "2015-08-25", "00:55", "+09:00", 0),
        ("pyongyang", "2015-08-25", "00:25", "+08:30", 0),
        ("washington", "2015-08-24", "11:55", "-04:00", -1),
        ("utc", "2015-08-24", "15:55", "+00:00", -1),
    ]


def test_the_war_broke_out_on_24_june_in_washington():
    seoul, _, washington, _ = clocks("1950-06-25T04:00+10:00")
    assert (seoul.date, seoul.time, seoul.offset) == ("1950-06-25", "04:00", "+10:00")
    assert (washington.date, washington.day_shift) == ("1950-06-24", -1)


def test_the_first_nuclear_test_was_at_night_in_utc():
    assert shown("2006-10-09T10:35+09:00")[3] == ("utc", "2006-10-09", "01:35", "+00:00", 0)


def test_days_are_counted_from_the_date_that_is_given():
    assert [row[4] for row in shown("2017-08-05T15:00-04:00", compared_with="2017-08-05")] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("instant", "zone", "offset"),
    [
        ("1908-03-31T00:00Z", "Asia/Seoul", "+08:27:52"),
        ("1908-04-02T00:00Z", "Asia/Seoul", "+08:30"),
        ("1912-01-02T00:00Z", "Asia/Seoul", "+09:00"),
        ("1950-06-24T18:00Z", "Asia/Seoul", "+10:00"),
        ("1953-07-27T01:00Z", "Asia/Seoul", "+09:00"),
        ("1954-03-22T00:00Z", "Asia/Seoul", "+08:30"),
        ("1961-08-10T00:00Z", "Asia/Seoul", "+09:00"),
        ("1987-07-01T00:00Z", "Asia/Seoul", "+10:00"),
        ("1988-07-01T00:00Z", "Asia/Seoul", "+10:00"),
        ("1988-12-01T00:00Z", "Asia/Seoul", "+09:00"),
        ("1988-07-01T00:00Z", "Asia/Pyongyang", "+09:00"),
        ("2015-08-14T14:59:59Z", "Asia/Pyongyang", "+09:00"),
        ("2015-08-14T15:00:00Z", "Asia/Pyongyang", "+08:30"),
        ("2018-05-04T14:59:59Z", "Asia/Pyongyang", "+08:30"),
        ("2018-05-04T15:00:00Z", "Asia/Pyongyang", "+09:00"),
        ("2013-01-22T20:00Z", "America/New_York", "-05:00"),
        ("2013-01-22T20:00Z", "UTC", "+00:00"),
    ],
)
def test_a_zone_had_this_offset(instant, zone, offset):
    assert zone_offset(instant, zone) == offset


def test_pyongyang_went_from_half_past_eleven_to_midnight():
    before, after = clocks("2018-05-04T14:59:59Z")[1], clocks("2018-05-04T15:00:00Z")[1]
    assert (before.date, before.time) == ("2018-05-04", "23:29")
    assert (after.date, after.time) == ("2018-05-05", "00:00")


def test_an_aware_datetime_is_an_instant():
    assert zone_offset(datetime(2015, 8, 24, 15, 55, tzinfo=UTC), "Asia/Pyongyang") == "+08:30"


def test_a_naive_datetime_is_none():
    with pytest.raises(ValueError, match="no offset"):
        clocks(datetime(2015, 8, 25))


@pytest.mark.parametrize("zone", ["Asia/Panmunjom", "../etc/passwd", "", "Asia", "/etc/localtime"])
def test_a_zone_without_data_says_which(zone):
    with pytest.raises(ZoneDataError, match="tzdata"):
        zone_offset("2015-08-25T00:55+09:00", zone)


@pytest.mark.parametrize("instant", ["0001-01-01T00:00+09:00", "9999-12-31T23:59Z"])
def test_an_instant_at_the_edge_of_the_years_is_a_value_error(instant):
    with pytest.raises(ValueError, match="years go from 1 to 9999"):
        clocks(instant)


def test_an_instant_may_have_seconds():
    assert parse_instant("2013-02-12T11:57:51+09:00").isoformat() == "2013-02-12T11:57:51+09:00"


@pytest.mark.parametrize(
    "text",
    [
        "2015-08-25",
        "2015-08-25T00:55",
        "2015-08-25 00:55+09:00",
        "2015-08-25T00:55+0900",
        "2015-08-25T00:55+09:00\n",
        "2015-08-25T24:00Z",
        "2015-02-30T00:55Z",
        "0000-01-01T00:55Z",
        "2015-08-25T00:55+14:01",
        "2015-08-25T00:55:00.5Z",
        "２０１５-08-25T00:55Z",
        "",
        None,
    ],
)
def test_anything_but_an_iso_instant_is_refused(text):
    with pytest.raises(ValueError, match="is not an instant"):
        parse_instant(text)
