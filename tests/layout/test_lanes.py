"""Heights of lanes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_app.layout.lanes import rows_needed, set_lanes
from timeline_app.layout.style import style_for

LIGHT = style_for("light")
COUNTS = st.lists(st.integers(0, 400), min_size=1, max_size=12)


@given(COUNTS, st.integers(1, 1_500), st.sampled_from((100, 150, 200)), st.booleans())
def test_heights_fill_the_plot_and_none_is_negative(counts, height, percent, fold):
    boxes = set_lanes(counts, 57, height, style_for("light", percent), fold=fold).boxes
    assert sum(box.height for box in boxes) == height
    assert all(box.height >= 0 for box in boxes)
    edges = [box.top for box in boxes]
    assert edges == [57 + sum(box.height for box in boxes[:n]) for n in range(len(boxes))]


@given(COUNTS, st.integers(1, 1_500))
def test_exactly_the_empty_lanes_fold(counts, height):
    boxes = set_lanes(counts, 0, height, LIGHT).boxes
    assert [box.folded for box in boxes] == [count == 0 for count in counts]


@given(COUNTS, st.integers(1, 1_500), st.sampled_from((100, 200)))
def test_label_rows_lie_inside_their_lane_and_above_the_bottom_row(counts, height, percent):
    style = style_for("light", percent)
    for box in set_lanes(counts, 0, height, style).boxes:
        if box.label_rows:
            assert box.row_y(0) > box.top
            assert box.row_y(box.label_rows - 1) + box.row_px / 2 <= box.bare_y
        assert box.bare_y <= box.top + box.height


@pytest.mark.parametrize(
    ("counts", "height", "heights"),
    [
        ([1, 0, 0], 600, [540, 30, 30]),
        ([0, 0], 300, [150, 150]),
        ([100, 100], 301, [151, 150]),
        ([0, 5, 0], 60, [20, 20, 20]),
    ],
)
def test_freed_height_goes_to_the_busy(counts, height, heights):
    assert [box.height for box in set_lanes(counts, 0, height, LIGHT).boxes] == heights


@pytest.mark.parametrize(
    ("counts", "height", "dated"),
    [([20, 19], 600, True), ([20, 20], 600, False), ([0], 600, False), ([3, 3], 76, False)],
)  # fmt: skip
def test_labels_are_dated_below_forty_events_if_there_is_room(counts, height, dated):
    assert set_lanes(counts, 0, height, LIGHT).dated is dated


STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 2)))


@given(STRETCHES)
def test_as_many_rows_are_needed_as_stretches_of_a_lane_meet_at_one_place(stretches):
    starts, lengths, lanes = ([one[n] for one in stretches] for n in range(3))
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    meeting = [
        max(sum(low <= at < low + long and lane == n for low, long, lane in stretches) for at in range(81))
        for n in range(3)
    ]
    assert rows_needed(starts, ends, lanes, 3) == meeting


NEEDS = st.lists(st.integers(1, 12), min_size=1, max_size=8)


@given(NEEDS, st.integers(200, 1_500), st.sampled_from((100, 200)))
def test_who_needs_more_rows_has_no_fewer_and_equals_have_the_same(needed, height, percent):
    boxes = set_lanes([50] * len(needed), 0, height, style_for("light", percent), needed=needed).boxes
    assume(all(box.label_rows for box in boxes))
    heights = [box.height for box in boxes]
    for need, mine in zip(needed, heights, strict=True):
        for other, theirs in zip(needed, heights, strict=True):
            # the remainder of a division goes to one of them
            assert need < other or mine >= theirs - len(needed)


@given(NEEDS, st.integers(200, 1_500))
def test_no_lane_has_more_rows_than_it_needs_while_another_lacks_some(needed, height):
    rows = [box.label_rows for box in set_lanes([50] * len(needed), 0, height, LIGHT, needed=needed).boxes]
    lacking = any(have < min(need, 9) for need, have in zip(needed, rows, strict=True))
    assert not lacking or all(have <= max(need, 2) + 1 for need, have in zip(needed, rows, strict=True))


def test_height_goes_where_the_labels_need_it():
    few, many = set_lanes([40, 40], 0, 200, LIGHT, needed=[2, 8]).boxes
    assert few.label_rows == 2
    assert many.label_rows > 3


@given(
    st.lists(st.integers(1, 400), min_size=2, max_size=9),
    st.integers(150, 1_500),
    st.sampled_from((100, 200)),
)
def test_where_not_every_lane_has_room_for_labels_the_busiest_have(counts, height, percent):
    boxes = set_lanes(counts, 0, height, style_for("light", percent)).boxes
    labelled = {box.lane for box in boxes if box.label_rows}
    assert labelled or height < 18 * percent / 100 * len(counts) + 32 * percent / 100
    if len(labelled) < len(boxes):
        least = min((counts[lane] for lane in labelled), default=0)
        assert all(counts[box.lane] <= least for box in boxes if box.lane not in labelled) or not labelled


def test_more_height_only_adds_lanes_with_labels():
    counts = [101, 70, 60, 90, 50, 40, 30]
    labelled = [
        sum(box.label_rows > 0 for box in set_lanes(counts, 0, height, style_for("light", 200)).boxes)
        for height in range(260, 700)
    ]
    assert labelled == sorted(labelled)
    assert (labelled[0], labelled[-1]) == (0, 7)
    assert set(labelled) == set(range(8))
