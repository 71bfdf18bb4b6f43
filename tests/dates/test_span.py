"""The algebra of half-open spans."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.span import TimeSpan

spans = st.tuples(st.integers(-1000, 1000), st.integers(0, 500)).map(lambda p: TimeSpan(p[0], p[0] + p[1]))


def test_a_span_holds_its_start_and_not_its_end():
    span = TimeSpan(10, 20)
    assert (span.contains(10), span.contains(19), span.contains(20)) == (True, True, False)


@pytest.mark.parametrize(("start", "end"), [(1, 0), (math.nan, 1), (0, math.nan)])
def test_a_span_that_ends_before_it_starts_is_refused(start, end):
    with pytest.raises(ValueError, match="cannot end"):
        TimeSpan(start, end)


def test_spans_that_only_touch_do_not_overlap():
    assert not TimeSpan(0, 10).overlaps(TimeSpan(10, 20))
    assert TimeSpan(0, 10).intersection(TimeSpan(10, 20)) is None


def test_the_intersection_is_what_both_have():
    assert TimeSpan(0, 10).intersection(TimeSpan(5, 20)) == TimeSpan(5, 10)


def test_the_union_covers_the_gap():
    assert TimeSpan(0, 10).union(TimeSpan(15, 20)) == TimeSpan(0, 20)


def test_a_shift_keeps_the_width():
    assert TimeSpan(0, 10).shifted(-5) == TimeSpan(-5, 5)


def test_scaling_keeps_the_place_of_its_anchor():
    assert TimeSpan(0, 100).scaled(0.5, around=20) == TimeSpan(10, 60)


def test_an_expanded_span_grows_on_both_sides():
    assert TimeSpan(100, 200).expanded(0.1) == TimeSpan(90, 210)


def test_the_centre_is_half_way():
    assert TimeSpan(100, 200).centre == 150


@given(spans, spans)
def test_an_intersection_lies_in_both_and_a_union_over_both(one, two):
    common = one.intersection(two)
    assert (common is not None) == one.overlaps(two) == two.overlaps(one)
    if common is not None:
        assert one.union(common) == one
        assert two.union(common) == two
    assert one.union(two) == two.union(one)
