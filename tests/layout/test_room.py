"""What a view has room for: rows of periods at every text size, and dates with their year."""

import pytest

from tests.collections_of_tests import builder, category, dataset, event, period, scene_of, view
from timeline_app.layout.scene import Frame
from timeline_app.layout.style import style_for

AT_ONCE = tuple(period(f"p{number}", f"{2000 + number}/2016") for number in range(8))
MANY = dataset(event("a", "2015-08-25"), event("b", "2010-05-24"), periods=AT_ONCE)
DECADE, MONTHS = view("2006-01-01", "2017-01-01"), view("2015-06-01", "2016-01-01")


def dates_of(shown, language="en"):
    scene = scene_of(dataset(event("a", "2015-08-25")), shown)
    return {mark.date for placed in scene.lanes for mark in placed.marks}


def test_a_date_carries_its_year_only_in_a_view_of_years():
    assert dates_of(DECADE) == {"25 Aug 2015"}
    assert dates_of(MONTHS) == {"25 Aug"}
    assert dates_of(view("2006-01-01", "2017-01-01", language="ko")) == {"2015년 8월 25일"}


def test_the_year_never_changes_on_a_pan():
    scenes = builder(dataset(event("a", "2015-08-25")))
    two_years = view("2014-08-01", "2016-08-01")
    for width in (0.999, 1.0, 1.0004, 1.001):
        shown, dates = two_years.zoom(width), set()
        for _ in range(40):
            shown = shown.pan(shown.width * 0.0123)
            scene = scenes.build(shown, Frame(1126, 600), style_for("light"))
            dates |= {mark.date for placed in scene.lanes for mark in placed.marks if mark.date}
        assert len(dates) == 1


def test_periods_without_a_bar_are_in_the_last_row():
    scene = scene_of(MANY, DECADE)
    assert scene.period_rows == 3
    assert {bar.y for bar in scene.periods} == {55, 74}
    assert {cell.y for cell in scene.period_cells} == {93}
    drawn = {bar.period.id for bar in scene.periods}
    rest = {one.id for cell in scene.period_cells for one in cell.periods}
    assert drawn.isdisjoint(rest)
    assert drawn | rest == {one.id for one in AT_ONCE}
    assert scene.hidden_periods == ()


def test_in_a_single_row_periods_without_a_bar_are_told():
    scene = scene_of(MANY, DECADE, (1126, 300))
    assert scene.period_rows == 1
    assert [one.id for one in scene.hidden_periods] == [one.id for one in AT_ONCE[1:]]
    assert scene.present_periods == AT_ONCE


def test_a_period_too_short_to_be_drawn_is_told_where_it_is_in_view():
    collection = dataset(event("a", "2015-06-01"), periods=(period("moment", "2015-08-04"),))
    assert len(scene_of(collection, DECADE).hidden_periods) == 1
    assert scene_of(collection, view("2015-08-01", "2015-09-01")).hidden_periods == ()
    assert scene_of(collection, view("2007-01-01", "2012-01-01")).hidden_periods == ()


def test_without_periods_none_is_missed():
    shown = view("2006-01-01", "2017-01-01", show_periods=False)
    assert scene_of(MANY, shown).hidden_periods == ()


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_large_text_keeps_rows_of_periods_and_more_height_never_takes_one(percent):
    style = style_for("light", percent)
    rows = [scene_of(MANY, DECADE, (1400, height), style).period_rows for height in range(240, 1300, 20)]
    assert rows == sorted(rows)
    assert rows[(760 - 240) // 20] == 4


@pytest.mark.parametrize("percent", [100, 110, 125, 150, 175, 200])
@pytest.mark.parametrize("height", range(240, 1300, 53))
def test_periods_never_cost_a_lane_all_its_labels(height, percent):
    style, scenes = style_for("light", percent), builder(MANY)
    frame = Frame(1400, height, fold=False)
    scene = scenes.build(DECADE, frame, style)
    if scene.period_rows:
        assert all(box.label_rows for box in scene.setting.boxes)


def test_there_are_labels_in_a_low_frame_of_seven_lanes_with_large_text():
    lanes = tuple(category(f"c{n}") for n in range(7))
    some = [event(f"e{n}", f"{2006 + n % 10}-05-24", category=f"c{n % 7}") for n in range(70)]
    collection = dataset(*some, categories=lanes, periods=AT_ONCE)
    for size in ((1440, 460), (1051, 584)):
        assert scene_of(collection, DECADE, size, style_for("light", 200)).labelled > 0
