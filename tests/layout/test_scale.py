"""Time to pixels and back."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.scale import TimeScale

SCALES = st.builds(TimeScale, st.floats(-6e11, 6e11), st.floats(1e-9, 0.5), st.integers(0, 300))


@given(SCALES, st.floats(0, 4_000))
def test_a_pixel_comes_back_to_itself(scale, x):
    assert abs(scale.to_px(scale.to_time(x)) - x) < 0.01


@given(SCALES, st.floats(0, 4_000))
def test_whole_pixels_are_at_most_one_from_the_exact_place(scale, x):
    time = scale.to_time(x)
    assert abs(scale.world(time) + scale.offset - x) <= 1.01


def test_half_a_view_is_half_a_plot():
    assert TimeScale(1_000, 0.1, 126).to_px(3_000) == 326
