"""Bands of periods."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collections_of_tests import DATES, builder, dataset, event, period, scene_of, view
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.periods import PeriodBands
from timeline_app.layout.scale import TimeScale, ladder_step
from timeline_app.layout.scene import Frame
from timeline_app.layout.stretches import extent_of, stretches
from timeline_app.layout.style import style_for
from timeline_app.model.frozen import replace

YEAR_2015 = view("2015-01-01", "2016-01-01")


def bars_of(*periods, shown=YEAR_2015):
    return scene_of(dataset(event("a", "2015-06-01"), periods=periods), shown).periods


def test_a_long_period_carries_its_name_inside_and_it_slides():
    (bar,) = bars_of(period("sunshine", "1998-02-25/2016-06-01"))
    assert (bar.label, bar.inside, bar.label_x, bar.x0) == ("Sunshine", True, 132, 126)


def test_a_short_period_carries_its_name_to_the_right():
    (bar,) = bars_of(period("the crisis", "2015-08-04/2015-08-25"))
    assert (bar.label, bar.inside, bar.label_x - bar.x1) == ("The Crisis", False, 6)


@pytest.mark.parametrize(("name", "label"), [("the long rule", "The Lon…"), ("a long rule of one man", "")])
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


def test_names_and_rows_hold_from_one_step_of_the_zoom_to_the_next():
    periods = (period("one", "2014-01-01/2016-01-01"), period("two", "2015-03-01/2015-05-31"))
    step = ladder_step(1_000 / YEAR_2015.width, 2)
    widths = [1_000 / (step * factor) for factor in (1.0001, 1.2, 1.41)]
    seen = [bars_of(*periods, shown=replace(YEAR_2015, width=width)) for width in widths]
    assert len({tuple((bar.label, bar.y, bar.inside) for bar in bars) for bars in seen}) == 1
    assert len({bar.x1 - bar.x0 for bars in seen for bar in bars if bar.period.id == "two"}) == 3


@given(st.floats(1e-9, 10))
def test_a_step_of_the_ladder_is_at_most_half_a_doubling_below_a_zoom(px_per_s):
    step = ladder_step(px_per_s, 2)
    assert step <= px_per_s * (1 + 1e-12) < step * 2**0.5 * (1 + 1e-9)
    assert ladder_step(step * (1 + 1e-12), 2) == pytest.approx(step)


def test_a_crisis_shades_the_lanes():
    collection = dataset(
        event("a", "2015-06-01"), periods=(period("c", "2015-08-04/2015-08-25", kind="crisis"),)
    )
    ((x0, x1),) = scene_of(collection, YEAR_2015).crises
    assert (x0, x1) == (715, 775)


def test_a_handover_on_one_day_needs_no_second_row_and_names_never_meet():
    first, second = period("first", "2014-01-01/2015-08-10"), period("second", "2015-08-10/2016-06-01")
    for shown in (YEAR_2015, view("2015-08-01", "2015-08-20")):
        bars = bars_of(first, second, shown=shown)
        assert [bar.y for bar in bars] == [55, 55]
        assert bars[0].label_end <= bars[1].label_x


def test_those_who_follow_each_other_stand_in_one_row_at_every_zoom():
    terms = [period(f"term {n}", f"{1980 + n}-02-25/{1981 + n}-02-25") for n in range(30)]
    for share in range(100, 220, 7):
        bars = bars_of(*terms, shown=view("1978-01-01", "2014-01-01").zoom(share / 100))
        assert {bar.y for bar in bars} == {55}


def test_an_uncertain_handover_is_a_fade_from_one_to_the_other_in_one_row():
    one, other = bars_of(period("one", "2013-01-01/2015-06"), period("other", "2015-06/2017-01-01"))
    assert one.y == other.y
    assert one.fall == other.rise == (other.x0, one.x1)


def test_what_switches_in_a_view_has_a_row_before_what_runs_on():
    running = [period(f"running {n}", f"200{n}-01-01/2020-01-01") for n in range(5)]
    switching = [period(f"short {n}", f"2015-0{n}-01/2015-0{n}-20") for n in range(4, 7)]
    drawn = {bar.period.id for bar in bars_of(*running, *switching)}
    assert drawn >= {one.id for one in switching}


# -- the row of the rest

RUNNING = tuple(period(f"on {n}", f"200{n}-01-01/203{9 - n}-01-01") for n in range(4))


def rest_of(*periods, shown=YEAR_2015):
    return scene_of(dataset(event("a", "2015-06-01"), periods=periods), shown)


def test_the_row_of_the_rest_names_what_is_on():
    scene = rest_of(*RUNNING, period("on as well", "2010-01-01/2020-01-01"))
    (cell,), (label,) = scene.period_cells, scene.rest_labels
    assert [one.id for one in cell.periods] == ["on as well", "on 2", "on 3"]
    assert (cell.x0, cell.x1, cell.sharp) == (126, 1126, False)
    assert (label.text, label.x) == ("On As Well · On 2 · On 3", 132)


def test_what_begins_or_ends_at_a_cell_is_named_first_and_the_others_are_counted():
    switched = tuple(period(f"new order {n}", f"2015-08-{n}/202{n - 8}-01-01") for n in (10, 11))
    shown = view("2015-08-01", "2015-08-21")
    scene = rest_of(*RUNNING, *switched, shown=shown)
    assert [label.text for label in scene.rest_labels] == [
        "On 3 · On 2",
        "+3",
        "New Order 10 · New Order 11 · On 2 · On 3",
    ]
    assert [cell.sharp for cell in scene.period_cells] == [False, True, True]


def test_cells_too_narrow_for_a_name_share_one():
    often = period("often", *(f"2015-0{n}-01/2015-0{n}-04" for n in range(3, 9)))
    at_once = (*RUNNING, period("other", "2014-01-01/2016-06-01"), often)
    scene = rest_of(*at_once, shown=view("2015-01-01", "2019-01-01"))
    labels = [(label.x, label.text) for label in scene.rest_labels]
    assert labels == [(132, "+3"), (172, "On 1 · +3"), (280, "On 3 · On 1 · On 2")]
    assert len(scene.period_cells) > 10


def test_cells_of_what_goes_on_fade_after_what_is_known():
    going = tuple(period(f"on {n}", f"201{n}-01-01/..") for n in range(4))
    collection = dataset(event("a", "2015-06-01"), periods=going, verified_to="2015-11-30")
    cell = scene_of(collection, YEAR_2015).period_cells[-1]
    edge = scene_of(collection, YEAR_2015).unverified_x
    assert cell.fall == (edge, edge + 60)
    assert cell.x1 == edge + 60


# -- laws

PERIODS = st.lists(st.lists(DATES, min_size=1, max_size=3), min_size=1, max_size=9).map(
    lambda all_dates: tuple(period(f"p{n}", *dates) for n, dates in enumerate(all_dates))
)
SPANS_SHOWN = st.sampled_from((YEAR_2015, view("1998-01-01", "2016-12-31"), view("2015-08-01", "2015-09-01")))
FRAME = Frame(1126, 700)


@given(PERIODS, SPANS_SHOWN)
def test_every_period_in_view_has_a_bar_or_a_cell_or_is_told(periods, shown):
    scene = builder(dataset(event("a", "2015-06-01"), periods=periods)).build(
        shown, FRAME, style_for("light")
    )
    drawn = {bar.period.id for bar in scene.periods} | {
        one.id for cell in scene.period_cells for one in cell.periods
    }
    hidden = {one.id for one in scene.hidden_periods}
    assert drawn.isdisjoint(hidden)
    assert drawn | hidden == {one.id for one in scene.present_periods} | drawn
    assert scene.period_rows >= 3 or not scene.period_cells
    if scene.period_rows >= 3:
        assert not hidden


@given(PERIODS, SPANS_SHOWN, st.integers(-900, 900))
def test_a_pan_moves_every_bar_and_cell_and_changes_none(periods, shown, step):
    scenes = builder(dataset(event("a", "2015-06-01"), periods=periods))
    style = style_for("light")
    before = scenes.build(shown, FRAME, style)
    after = scenes.build(replace(shown, start=shown.start + step / before.scale.px_per_s), FRAME, style)
    moved = before.offset - after.offset
    left, right = before.plot[0], before.plot[2]

    def pieces(scene, shift):
        """What lies in the part that both views show, on the axis of the first."""
        low, high = max(left, left + moved), min(right, right + moved)
        bars = [(b.period.id, b.x0 + shift, b.x1 + shift, b.y, b.rise, b.fall, shift) for b in scene.periods]
        cells = [
            (tuple(p.id for p in c.periods), c.x0 + shift, c.x1 + shift, c.y, c.rise, c.fall, shift)
            for c in scene.period_cells
        ]
        return {
            (who, max(x0, low), min(x1, high), y, at(rise, s), at(fall, s))
            for who, x0, x1, y, rise, fall, s in (*bars, *cells)
            if max(x0, low) < min(x1, high)
        }

    def at(zone, shift):
        return None if zone is None else (zone[0] + shift, zone[1] + shift)

    assert pieces(before, 0) == pieces(after, moved)


@given(PERIODS, SPANS_SHOWN)
def test_no_bar_covers_another_by_more_than_half_a_fade_or_a_day(periods, shown):
    scene = builder(dataset(event("a", "2015-06-01"), periods=periods)).build(
        shown, FRAME, style_for("light")
    )
    day_px = max(round(86_400 * scene.scale.px_per_s), 1)
    kept = {}
    for bar in scene.periods:
        x0 = bar.x0 if bar.rise is None else max(sum(bar.rise) // 2, bar.x0)
        x1 = bar.x1 - day_px if bar.fall is None else min(sum(bar.fall) // 2, bar.x1)
        kept.setdefault(bar.y, []).append((x0, x1, bar.period.id))
    for row in kept.values():
        row.sort()
        for (_, end, one), (start, _, other) in pairwise(row):
            assert start >= end - 1 or one == other  # each is rounded by itself


@given(PERIODS, SPANS_SHOWN)
def test_names_in_the_row_of_the_rest_stay_in_the_plot_and_apart(periods, shown):
    scene = builder(dataset(event("a", "2015-06-01"), periods=periods)).build(
        shown, FRAME, style_for("light")
    )
    edge, measure = scene.plot[0], FixedMeasure(7)
    for label in scene.rest_labels:
        assert label.x >= edge
        edge = label.x + measure.width(label.text, "period")
    assert edge <= scene.plot[2]


@given(PERIODS, st.floats(1e-8, 1e-2))
def test_what_has_sharp_ends_is_placed_as_every_other(periods, px_per_s):
    known = (0, 1_500_000_000)
    world = TimeScale(0, px_per_s, 0).world
    expected = [extent_of(part, world, known) for one in periods for part in stretches(one)]
    assert sorted(map(str, PeriodBands(periods, known).extents_at(px_per_s))) == sorted(map(str, expected))
