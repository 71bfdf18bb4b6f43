"""Bands of periods."""

import pytest

from tests.collections_of_tests import dataset, event, period, scene_of, view
from timeline_app.layout.periods import stretches

YEAR_2015 = view("2015-01-01", "2016-01-01")


def bars_of(*periods, shown=YEAR_2015):
    return scene_of(dataset(event("a", "2015-06-01"), periods=periods), shown).periods


@pytest.mark.parametrize(
    ("date", "open_start", "open_end", "uncertain"),
    [
        ("2010/2015", False, False, True),
        ("2010-05-24/2015-08-25", False, False, False),
        ("2010-05-24/..", False, True, False),
        ("2010-05-24/", False, False, True),
        ("../2015-08-25", True, False, False),
        ("2010/2015-08-25", False, False, False),
    ],
)
def test_a_stretch_knows_which_ends_are_open_or_uncertain(date, open_start, open_end, uncertain):
    (one,) = stretches(period("p", date))
    assert (one.open_start, one.open_end, one.uncertain_end) == (open_start, open_end, uncertain)


def test_a_long_period_carries_its_name_inside_and_it_slides():
    (bar,) = bars_of(period("sunshine", "1998-02-25/2016-06-01"))
    assert (bar.label, bar.inside, bar.label_x, bar.x0) == ("Sunshine", True, 132, 126)


def test_a_short_period_carries_its_name_to_the_right():
    (bar,) = bars_of(period("the crisis", "2015-08-04/2015-08-25"))
    assert (bar.label, bar.inside, bar.label_x - bar.x1) == ("The Crisis", False, 6)


@pytest.mark.parametrize(("name", "label"), [("the long rule", "The Long…"), ("a long rule of one man", "")])
def test_a_name_between_neighbours_is_cut_unless_too_little_of_it_would_remain(name, label):
    before, after = period("before", "2014-06-01/2015-05-31"), period("after", "2015-07-01/2016-06-01")
    between = period(name, "2015-06-01/2015-06-30")
    (bar,) = (bar for bar in bars_of(before, between, after) if bar.period is between)
    assert (bar.label, bar.inside) == (label, bool(label))
    assert bar.label_w <= bar.x1 - bar.x0 - 12


def test_a_state_that_switches_shows_its_gaps_in_one_row():
    bars = bars_of(period("loudspeakers", "2015-02-10/2015-03-25", "2015-06-08/2015-08-25"))
    assert [(bar.y, bar.label) for bar in bars] == [(55, "Loudspeakers"), (55, "Loudspeakers")]
    assert bars[0].x1 < bars[1].x0


def test_stretches_far_apart_each_carry_the_name_beside_them():
    far = view("2005-01-01", "2016-01-01")
    bars = bars_of(period("loud", "2005-08-01/2005-10-25", "2015-01-08/2015-03-01"), shown=far)
    assert [(bar.label, bar.inside) for bar in bars] == [("Loud", False), ("Loud", False)]


def test_periods_at_the_same_time_stand_in_rows():
    bars = bars_of(period("one", "2014-01-01/2016-01-01"), period("two", "2015-01-01/2015-12-31"))
    assert sorted(bar.y for bar in bars) == [55, 74]


def test_what_is_narrower_than_three_pixels_is_not_drawn():
    assert bars_of(period("moment", "2015-08-04"), shown=view("2006-01-01", "2016-01-01")) == ()


def test_the_side_of_a_name_does_not_change_while_panning():
    crisis = period("the crisis", "2015-08-04/2015-08-25")
    (near_edge,) = bars_of(crisis, shown=view("2014-08-30", "2015-08-30"))
    assert near_edge.label_x > near_edge.x0


def test_a_crisis_shades_the_lanes():
    collection = dataset(
        event("a", "2015-06-01"), periods=(period("c", "2015-08-04/2015-08-25", kind="crisis"),)
    )
    ((x0, x1),) = scene_of(collection, YEAR_2015).crises
    assert (x0, x1) == (715, 775)
