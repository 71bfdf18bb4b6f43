"""The flags in the axis, and the labels that they leave."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.flags import Wanted, clear_of_flags, place_flags
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.style import style_for
from timeline_app.layout.ticks import Tick

M = FixedMeasure(7)
LIGHT = style_for("light")
PLOT = (126, 80, 1126, 600)


def flags_at(*xs):
    return place_flags([Wanted(x, text, False) for x, text in xs], PLOT, LIGHT, M)


@given(
    st.lists(st.tuples(st.integers(126, 1126), st.sampled_from(("Today", "25 Aug 2015"))), max_size=4),
    st.sampled_from((100, 150, 200)),
    st.integers(340, 1126),
)
def test_flags_stand_apart_in_the_plot_over_their_points_and_the_first_is_never_left_out(
    wanted, percent, right
):
    plot = (126, 80, right, 600)
    inside = [Wanted(min(x, right), text, False) for x, text in wanted]
    placed = place_flags(inside, plot, style_for("light", percent), M)
    assert [flag.x for flag in placed][:1] == [one.x for one in inside][:1]
    for flag in placed:
        assert plot[0] <= flag.left and flag.right <= right
        assert flag.left - 2 <= flag.x <= flag.right + 2  # at the very edge a flag stands beside its point
    for one, other in combinations(placed, 2):
        assert one.right <= other.left or other.right <= one.left


def test_a_flag_that_another_would_cover_moves_aside_as_far_as_it_reaches_its_point():
    chosen, today = flags_at((600, "25 Aug 2015"), (660, "Today"))
    assert (chosen.left, chosen.right) == (555, 646)
    assert (today.left, today.x) == (649, 660)  # it would begin at 636


def test_a_flag_without_room_is_left_out_whole():
    assert [flag.text for flag in flags_at((600, "25 Aug 2015"), (610, "Today"))] == ["25 Aug 2015"]


def test_labels_under_a_flag_are_left_out_whole():
    ticks = tuple(Tick(x, "Aug") for x in (500, 545, 560, 600, 640, 660, 700))
    (flag,) = flags_at((600, "25 Aug 2015"))
    assert (flag.left, flag.right) == (555, 646)
    assert [tick.x for tick in clear_of_flags(ticks, (flag,), M)] == [500, 660, 700]


def test_without_flags_all_labels_stay():
    ticks = (Tick(500, "Aug"),)
    assert clear_of_flags(ticks, (), M) == ticks
