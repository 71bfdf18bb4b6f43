"""The axis at every zoom."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import style_for
from timeline_app.layout.ticks import build_axis

YEAR_S = 31_556_952


def axis_of(start, width_s, width=1000, language="en", percent=100):
    scale = TimeScale(start, width / width_s, 126)
    return build_axis(scale, width, style_for("light", percent), FixedMeasure(7), language)


@pytest.mark.parametrize(
    ("start", "width_s", "upper", "lower"),
    [
        (to_seconds(2015, 8, 25), 7_200, ["25 August 2015"], ["00:05", "00:10"]),
        (to_seconds(2015, 8, 24, 12), 86_400, ["24 August 2015", "25 August"], ["13:00", "14:00"]),
        (to_seconds(2015, 8, 24, 12), 7 * 86_400,
         ["24 August", "25 August 2015", "26 August", "27 August", "28 August", "29 August", "30 August",
          "31 August"], ["00:00", "12:00"]),
        (to_seconds(2015, 8, 1), 30 * 86_400, ["August 2015"], ["2", "3"]),
        (to_seconds(2015, 8, 1), 92 * 86_400, ["August 2015", "September", "October"], ["3", "10"]),
        (to_seconds(2015, 11, 10), 90 * 86_400,
         ["November 2015", "December", "January 2016", "February"], ["16", "23"]),
        (to_seconds(2014, 1, 1), 2 * YEAR_S, ["2014", "2015"], ["Feb", "Mar"]),
        (to_seconds(2006, 1, 1), 11 * YEAR_S, [str(year) for year in range(2006, 2017)], []),
        (to_seconds(1950, 1, 1), 60 * YEAR_S,
         ["1950s", "1960s", "1970s", "1980s", "1990s", "2000s"], ["1955", "1965"]),
        (to_seconds(-300, 1, 1), 400 * YEAR_S, ["301–202 BCE", "201–102 BCE", "101–2 BCE", "1 BCE–99"],
         ["281 BCE", "241 BCE"]),
    ],
)  # fmt: skip
def test_two_tiers_tell_where_we_are(start, width_s, upper, lower):
    axis = axis_of(start, width_s)
    assert [tick.text for tick in axis.upper] == upper
    assert [tick.text for tick in axis.lower][:2] == lower


def test_the_first_label_that_fits_names_the_year():
    axis = axis_of(to_seconds(2015, 9, 29), 90 * 86_400)
    assert [tick.text for tick in axis.upper][:2] == ["October 2015", "November"]


def test_korean_years_give_up_their_suffix_where_room_is_short():
    axis = axis_of(to_seconds(1995, 1, 1), 22 * YEAR_S, language="ko")
    assert [tick.text for tick in axis.upper][:2] == ["1995", "1996"]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [300, 500, 700, 1200])
@pytest.mark.parametrize("years", [30, 45, 60, 82, 110, 300])
def test_a_label_that_sticks_to_the_edge_is_never_another_year(language, percent, width, years):
    axis = axis_of(to_seconds(1945, 6, 1), years * YEAR_S, width, language, percent)
    assert axis.upper
    for tick in axis.upper:
        assert "s" in tick.text or "년대" in tick.text or "–" in tick.text


@pytest.mark.parametrize(("language", "day"), [("en", "24 Aug"), ("ko", "8월 24일")])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("hours", [1, 4, 12, 24, 48])
def test_the_upper_tier_names_the_day_where_hours_are_counted(language, day, percent, hours):
    axis = axis_of(to_seconds(2015, 8, 24), hours * 3_600, 590, language, percent)
    assert day in axis.upper[0].text
    assert "2015" in axis.upper[0].text


def test_weekends_are_two_days_wide():
    axis = axis_of(to_seconds(2015, 8, 3), 14 * 86_400, width=1400)
    assert axis.weekends == ((626, 826), (1326, 1526))


@settings(deadline=None, max_examples=200)
@given(
    st.floats(-25_000 * YEAR_S, 25_000 * YEAR_S),
    st.floats(8.87, 27.17).map(lambda power: 2.718281828**power),
    st.integers(250, 2000),
    st.sampled_from(("en", "ko")),
    st.sampled_from((100, 150, 200)),
)
def test_ticks_increase_without_overlap_and_one_always_tells_where_we_are(
    start, width_s, width, language, percent
):
    axis = axis_of(start, width_s, width, language, percent)
    measure = FixedMeasure(7)
    assert axis.upper
    for lines in (axis.upper_lines, axis.lower_lines, axis.minor):
        assert all(a < b for a, b in pairwise(lines))
        assert all(126 <= x <= 126 + width for x in lines)
    for before, after in pairwise(axis.lower):
        halves = (measure.width(before.text, "") + measure.width(after.text, "")) / 2
        assert after.x - before.x >= halves
    for before, after in pairwise(axis.upper):
        assert before.x + measure.width(before.text, "") <= after.x
    assert len(axis.minor) + len(axis.lower_lines) <= width
