"""Dates with gaps overlap only what they can mean."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.dates.calendar import DAY_S, days_in_month, to_seconds
from timeline_app.dates.edtf import EdtfDate, EdtfError, parse_edtf
from timeline_app.dates.overlap import has_gaps, may_overlap
from timeline_app.dates.patterns import fits


def seconds(day: str | None) -> int | None:
    return None if day is None else to_seconds(*map(int, day.split("-")))


@pytest.mark.parametrize(
    ("date", "start", "end", "overlaps"),
    [
        ("201X-02-29", "2013-01-01", "2016-01-01", False),
        ("201X-02-29", "2012-02-01", "2012-03-02", True),
        ("201X-02-29", "2012-02-29", "2012-03-01", True),
        ("201X-02-29", "2012-03-01", "2016-02-29", False),
        ("201X-02-29", "2016-03-01", None, False),
        ("201X-02-29", None, "2012-02-29", False),
        ("201X-02-29", None, None, True),
        ("20XX-12-25", "2015-06-01", "2015-09-01", False),
        ("20XX-12-25", "2015-06-01", "2015-12-26", True),
        ("2015-XX-25", "2015-05-26", "2015-06-25", False),
        ("2015-XX-25", "2015-05-26", "2015-06-26", True),
        ("2015-XX-31", "2015-05-31", "2015-06-01", True),
        ("2015-XX-31", "2015-06-01", "2015-07-31", False),
        ("2015-1X-XX", "2015-11-05", "2015-11-06", True),
        ("2015-0X", "2015-09-30", "2015-10-01", True),
        ("201X-XX", "2015-06-01", "2015-06-02", True),
        ("201X-08", "2015-09-01", "2016-08-01", False),
        ("20X5", "2006-01-01", "2015-01-01", False),
        ("20X5?", "2006-01-01", "2015-01-02", True),
        ("1X00-02-29", "1201-01-01", "1600-01-01", False),
        ("201X-24", "2015-12-01", "2015-12-02", True),
        ("201X-24", "2016-02-29", "2016-03-01", True),
        ("201X-24", "2016-03-01", "2016-12-01", False),
        ("2012-24", "2013-01-01", "2013-01-02", True),
        ("{2010,2015}", "2011-01-01", "2015-01-01", False),
        ("[2010..2012,2015]", "2011-01-01", "2011-01-02", True),
        ("{2001,201X-02-29}", "2013-01-01", "2016-01-01", False),
        ("[..2010,2015]", "0001-01-01", "0001-01-02", True),
        ("201X-02-29/2019", "2013-01-01", "2016-01-01", True),
        ("2010/..", "2100-01-01", None, True),
    ],
)
def test_a_date_may_overlap_what_it_can_mean(
    date: str, start: str | None, end: str | None, overlaps: bool
) -> None:
    assert may_overlap(parse_edtf(date), seconds(start), seconds(end)) is overlaps


@pytest.mark.parametrize(
    ("text", "is_gapped"),
    [("2015", False), ("2015-XX-25", True), ("{2010,2015}", True), ("201X/2015", False), ("201X-21", True)],
)
def test_only_sets_and_open_digits_have_gaps(text: str, is_gapped: bool) -> None:
    assert has_gaps(parse_edtf(text)) is is_gapped


def days_meant(pattern: tuple[str, str, str]) -> set[int]:
    """The days of 1995 to 2025 that fit, in seconds, found one by one."""
    year, month, day = pattern
    return {
        to_seconds(y, m, d)
        for y in range(1995, 2026)
        for m in range(1, 13)
        for d in range(1, days_in_month(y, m) + 1)
        if fits(y, year)
        and all(one in ("X", two) for one, two in zip(month, f"{m:02d}", strict=True))
        and all(one in ("X", two) for one, two in zip(day, f"{d:02d}", strict=True))
    }


MASKS = st.tuples(
    st.sampled_from(["20XX", "201X", "20X2", "2X12", "2012", "XXXX"]),
    st.sampled_from(["XX", "0X", "1X", "X2", "02", "12"]),
    st.sampled_from(["XX", "0X", "2X", "3X", "X9", "29", "30", "31"]),
)


@settings(deadline=None)
@given(MASKS, st.integers(to_seconds(2000, 1, 1), to_seconds(2020, 1, 1)), st.integers(1, 900 * DAY_S))
def test_a_mask_overlaps_a_stretch_if_one_of_its_days_does(
    pattern: tuple[str, str, str], start: int, width: int
) -> None:
    date: EdtfDate | None = None
    with suppress(EdtfError):  # 02-30
        date = parse_edtf("-".join(pattern))
    end = start + width
    by_hand = any(day < end and day + DAY_S > start for day in days_meant(pattern))
    assert (date is not None and may_overlap(date, start, end)) is by_hand
