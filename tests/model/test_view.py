"""Pan, zoom and reveal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.view import NARROWEST_S, WIDEST_S, ViewState, whole_range

STARTS = st.floats(-6e11, 6e11)
WIDTHS = st.floats(NARROWEST_S, WIDEST_S)


@given(STARTS, WIDTHS, st.floats(-1e10, 1e10))
def test_a_pan_leaves_the_width_bit_for_bit(start, width, seconds):
    assert ViewState(start, width).pan(seconds).width == width


@given(STARTS, WIDTHS, st.floats(0.05, 20), st.floats(0, 1))
def test_a_zoom_keeps_the_time_under_the_pointer(start, width, factor, share):
    view = ViewState(start, width)
    time = start + share * width
    zoomed = view.zoom(factor, time)
    assert abs(zoomed.start + share * zoomed.width - time) <= max(width, zoomed.width) * 1e-4


def test_a_zoom_without_a_pointer_keeps_the_middle():
    assert ViewState(0, 100_000).zoom(2) == ViewState(25_000, 50_000)


@pytest.mark.parametrize(("factor", "width"), [(1e9, 7_200), (1e-9, 20_000 * 365.2425 * 86_400)])
def test_a_zoom_stops_at_hours_and_at_twenty_thousand_years(factor, width):
    assert ViewState(0, 1e6).zoom(factor).width == width


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (30_000, 60_000, 0),  # in view already
        (5_000, 6_000, -7_000),
        (95_000, 96_000, 8_000),
        (-500_000, 900_000, -512_000),  # longer than the view: its beginning
    ],
)
def test_reveal_moves_as_little_as_it_can(start, end, expected):
    assert ViewState(0, 100_000).reveal(start, end).start == expected


def test_showing_too_little_shows_the_narrowest_around_its_middle():
    assert ViewState(0, 1e6).showing(1_000, 1_000) == ViewState(-2_600, 7_200)


def test_the_whole_range_has_a_margin():
    assert whole_range((0, 1_000)) == (-30, 1_030)
