"""Laws of the scene: nothing overlaps, nothing is lost, nothing moves by itself."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collections_of_tests import (
    FRAMES,
    STYLES,
    builder,
    collections,
    dataset,
    event,
    reading,
    scene_of,
    view,
    views,
)
from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.faces import Faces, glyph_half
from timeline_app.layout.marks import (
    ABOVE,
    INSIDE,
    glyph_x,
    glyph_y,
    is_in_plot,
    label_left,
    label_opacity,
    label_overshoot,
)
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.scene import Frame, line_between_labels
from timeline_app.layout.style import style_for
from timeline_app.layout.tiles import LONG_PX
from timeline_app.model.columns import DAY_S, OPEN_END, OPEN_START
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.records import Clock, Text
from timeline_app.model.view import ViewState, whole_range

LAWS = settings(deadline=None, max_examples=60)
LIGHT = style_for("light")


def marks_of(scene):
    return [mark for placed in scene.lanes for mark in placed.marks]


def pills_of(scene):
    return [pill for placed in scene.lanes for pill in placed.pills]


def label_box(mark, scene):
    text = scene.style.text
    middle = mark.y - 5 * text if mark.side == ABOVE else mark.y
    half = 6 * text if mark.side == ABOVE or not scene.setting.dated else 12 * text
    return mark.label_x, middle - half, mark.label_x + mark.label_w, middle + half


def glyph_box(mark, scene):
    half, y = glyph_half(mark.size, mark.disputed) - 2, glyph_y(mark, scene.style)
    return mark.x - half, y - half, mark.x + half, y + half


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# -- laws


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_every_event_in_view_is_one_mark_or_counted_in_one_pill(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    rows = [mark.row for mark in marks_of(scene)] + [row for pill in pills_of(scene) for row in pill.rows]
    assert len(rows) == len(set(rows))
    columns = collection.columns
    in_view = {
        row
        for row in range(len(columns))
        if columns.start[row] < shown.end and columns.end[row] > shown.start
    }
    assert in_view <= set(rows)
    assert (scene.in_view, scene.total) == (len(in_view), len(collection))


def drawn_rows(scene):
    """The events of which something lies in the plot, by half a px of rounding."""
    left, _, right, _ = scene.plot
    for mark in marks_of(scene):
        stretch = mark.bar or mark.whisker
        x0, x1 = stretch or (mark.x - mark.size / 2, mark.x + mark.size / 2)
        if x0 + scene.offset <= right + 1 and x1 + scene.offset >= left - 1:
            yield mark.row
    for pill in pills_of(scene):
        if left - 1 <= pill.x + scene.offset <= right + 1:
            yield from pill.rows


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_what_meets_the_view_is_drawn_or_counted_within_the_plot(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    columns = collection.columns
    open_lanes = {box.lane for box in scene.setting.boxes if not box.folded}
    in_view = {
        row
        for row in range(len(columns))
        if columns.start[row] < shown.end
        and columns.end[row] > shown.start
        and columns.lane[row] in open_lanes
    }
    assert in_view <= set(drawn_rows(scene))


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_no_label_is_drawn_without_its_glyph_or_bar(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    left, _, right, _ = scene.plot
    for mark in marks_of(scene):
        if label_opacity(mark, scene.window) > 0:
            in_bar = mark.bar and mark.bar[0] + scene.offset < right and mark.bar[1] + scene.offset > left
            reach = mark.size / 2
            in_plot = left - reach < glyph_x(mark, scene.window) < right + reach
            assert in_plot or (mark.side == INSIDE and in_bar)


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_a_label_never_crosses_the_ring_of_its_own_glyph(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    for mark in marks_of(scene):
        has_ring = mark.disputed and not (mark.bar and mark.open_start)
        if has_ring and label_opacity(mark, scene.window) > 0 and mark.side != INSIDE:
            reach, x = mark.size / 2 + 4.7, glyph_x(mark, scene.window)
            label_x = label_left(mark, scene.window)
            assert label_x >= x + reach or label_x + mark.label_w <= x - reach


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_labels_overlap_neither_labels_nor_glyphs_nor_bars(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    for placed in scene.lanes:
        labelled = [mark for mark in placed.marks if mark.label]
        for one, other in combinations(labelled, 2):
            assert not overlap(label_box(one, scene), label_box(other, scene))
        rowed = [mark for mark in placed.marks if mark.y != scene.box(mark.lane).bare_y]
        for mark in labelled:
            for other in rowed:
                if other.row == mark.row or other.y != mark.y:
                    continue
                stretch = other.bar or other.whisker
                x0, x1 = stretch or (other.x - 3, other.x + 3)
                assert not (mark.label_x < x1 and x0 < mark.label_x + mark.label_w)


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_glyphs_and_pills_of_the_bottom_row_do_not_overlap(collection, shown, frame, style):
    scene = builder(collection).build(shown, frame, style)
    for box, placed in zip(scene.setting.boxes, scene.lanes, strict=True):
        found = [(mark.x - 4, mark.x + 4) for mark in placed.marks if mark.y == box.bare_y and not mark.bar]
        found += [(pill.x - pill.width / 2, pill.x + pill.width / 2) for pill in placed.pills]
        found.sort()
        for before, after in pairwise(found):
            assert before[1] <= after[0]


@LAWS
@given(collections(), FRAMES, STYLES)
def test_no_label_leaves_the_plot_when_everything_is_shown(collection, frame, style):
    start, end = whole_range(collection.extent)
    if end - start > 19_000 * 31_556_952:
        return
    scene = builder(collection).build(ViewState(start, max(end - start, 7_200)), frame, style)
    window = scene.window
    for mark in marks_of(scene):
        if mark.label and mark.side != 0:
            assert label_overshoot(mark, window) <= 1


def taken_of(scene, row_y):
    """What is drawn at a row of labels, from where to where on the world axis."""
    for mark in marks_of(scene):
        if mark.y == row_y:
            stretch = mark.bar or mark.whisker or (mark.x, mark.x)
            half = glyph_half(mark.size, mark.disputed)
            yield mark.row, min(stretch[0], mark.x - half), max(stretch[1], mark.x + half)
            if mark.label:
                yield mark.row, mark.label_x, mark.label_x + mark.label_w


SLACK_PX = 14  # pads, and the 4 px in which free room is kept


@LAWS
@given(collections(), FRAMES, STYLES, st.sampled_from((1.0, 0.6, 0.3)))
def test_no_event_is_bare_at_whole_range_while_a_side_is_free(collection, frame, style, zoom):
    start, end = whole_range(collection.extent)
    if end - start > 19_000 * 31_556_952:
        return
    shown = ViewState(start, max(end - start, 7_200)).zoom(zoom)
    scene = builder(collection).build(shown, frame, style)
    window = scene.window
    low, high = window.left - window.offset + SLACK_PX, window.right - window.offset - SLACK_PX
    columns, world = collection.columns, scene.scale.world
    lasting = {mark.row: mark for mark in marks_of(scene) if mark.y != scene.box(mark.lane).bare_y}
    bare = [row for pill in pills_of(scene) for row in pill.rows]
    bare += [mark.row for mark in marks_of(scene) if not mark.label or label_overshoot(mark, window) > 1]
    for face in Faces(collection, style, "en", scene.setting.dated, FixedMeasure(7), with_year=True).of(bare):
        row, box = face.row, scene.box(int(columns.lane[face.row]))
        x = world(columns.anchor[row])
        ends, rows = (x - face.half, x + face.half), [box.row_y(number) for number in range(box.label_rows)]
        if row in lasting:  # a bar or whisker keeps its row
            ends, rows = lasting[row].bar or lasting[row].whisker, [lasting[row].y]
        elif world(columns.end[row]) - world(columns.start[row]) > LONG_PX:
            continue
        reach = SLACK_PX + (face.above_w if row in lasting and lasting[row].whisker else face.width)
        near, far = ends if row in lasting else ends[::-1]  # the glyph of a point needs its room, too
        for x0, x1 in ((ends[0] - reach, near), (far, ends[1] + reach)):
            if low <= x0 and x1 <= high:
                for y in rows:
                    others = [box for other, *box in taken_of(scene, y) if other != row]
                    assert any(a < x1 + SLACK_PX and x0 - SLACK_PX < b for a, b in others)


def is_at(mark, scene, collection):
    """Whether a glyph stands at its own time."""
    return mark.x == scene.scale.world(collection.columns.anchor[mark.row])


@LAWS
@given(collections(), views(), FRAMES, STYLES, st.lists(st.floats(-0.4, 0.4), min_size=1, max_size=6))
def test_an_event_keeps_row_side_and_label_while_panning(collection, shown, frame, style, steps):
    scenes = builder(collection)
    setting = scenes.setting(shown, frame, style)
    seen = {}
    for step in (0, *steps):
        shown = shown.pan(step * shown.width)
        scene = scenes.build(shown, frame, style, setting)
        for mark in marks_of(scene):
            if not mark.bar and not mark.whisker and not is_at(mark, scene, collection):
                continue  # held at an edge
            first = seen.setdefault(mark.row, mark)
            if mark.open_start or mark.open_end:  # with the known end out of view, the label is inside
                assert (first.y, first.bar, first.whisker) == (mark.y, mark.bar, mark.whisker)
            else:
                assert first == mark
    alone = builder(collection).build(shown, frame, style, setting)
    assert alone.lanes == scene.lanes


@LAWS
@given(collections(), views(), FRAMES, st.integers(-300, 300))
def test_a_pan_is_an_exact_translation(collection, shown, frame, shift_px):
    scenes = builder(collection)
    setting = scenes.setting(shown, frame, LIGHT)
    before = scenes.build(shown, frame, LIGHT, setting)
    after = scenes.build(shown.pan(shift_px / before.scale.px_per_s), frame, LIGHT, setting)
    moved = after.offset - before.offset
    assert abs(moved + shift_px) <= 1
    first, second = set(before.axis.lower_lines), {x - moved for x in after.axis.lower_lines}
    left, right = before.plot[0] + 1, before.plot[2] - 1
    low, high = max(left, left - moved), min(right, right - moved)
    assert {x for x in first if low <= x <= high} == {x for x in second if low <= x <= high}


@LAWS
@given(collections(), views(), FRAMES, STYLES)
def test_the_same_arguments_give_the_same_scene(collection, shown, frame, style):
    scenes = builder(collection)
    first = scenes.build(shown, frame, style)
    scenes.build(shown.zoom(1.7), frame, style)
    assert scenes.build(shown, frame, style) == first


# -- single cases


def test_an_event_that_goes_on_is_drawn_in_any_later_view():
    collection = dataset(event("a", "2013-09-16/.."))
    scene = scene_of(collection, view("2030-01-01", "2031-01-01"))
    (mark,) = marks_of(scene)
    assert is_in_plot(mark, scene.window)
    assert label_overshoot(mark, scene.window) < 0


def label_end(scene, mark):
    return mark.label_x + mark.label_w + scene.offset


def test_what_goes_on_from_near_the_end_is_labelled_before_its_bar():
    collection = dataset(
        event("first", "2001-03-01"), event("b", "2003-12-20/..", title=Text(en="It goes on"))
    )
    start, end = whole_range(collection.extent)
    for zoom in (1.0, 2.0):  # decided by data and zoom, not by where the view is
        shown = ViewState(start, end - start).zoom(zoom, end)
        scene = scene_of(collection, shown)
        (mark,) = (mark for mark in marks_of(scene) if mark.label == "It goes on")
        assert mark.side < 0
        assert scene.plot[0] < mark.label_x + scene.offset < label_end(scene, mark) < mark.x + scene.offset


@pytest.mark.parametrize("date", ["2003/..", "2003-05-01/..", "../2003", "[2003..]", "[..2003]"])
@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.01])
@pytest.mark.parametrize("readings", [(), (reading("south"), reading("north"))])
def test_an_open_event_alone_is_labelled_at_any_zoom(date, zoom, readings):
    title = Text(en="Works on both sides of the border")
    collection = dataset(event("a", date, title=title, readings=readings))
    start, end = whole_range(collection.extent)
    scene = scene_of(collection, ViewState(start, end - start).zoom(zoom))
    (mark,) = marks_of(scene)
    assert mark.label
    assert label_overshoot(mark, scene.window) < 0


def test_the_last_label_goes_left_at_every_zoom_at_which_it_would_leave_the_collection():
    collection = dataset(
        event("first", "2006-01-05"), event("last", "2016-12-10", title=Text(en="A long name " * 3))
    )
    start, end = whole_range(collection.extent)
    shown = ViewState(start, end - start)
    sides = {}
    for zoom in (1, 2, 4, 8, 16):
        scene = scene_of(collection, shown.zoom(zoom, end))
        (mark,) = (mark for mark in marks_of(scene) if mark.label.startswith("A long"))
        sides[zoom] = mark.side
        assert label_overshoot(mark, scene.window) < 0
    assert (sides[1], sides[2], sides[16]) == (-1, -1, 1)


def test_hours_are_a_bar_of_their_length_at_the_scale_of_hours():
    clock = Clock(start="2015-08-23T04:15+09:00", end="2015-08-23T15:30+09:00", zone="Asia/Seoul")
    collection = dataset(event("recess", "2015-08-23", clock=clock))
    scene = scene_of(collection, view("2015-08-22", "2015-08-26"))
    (mark,) = marks_of(scene)
    midnight = scene.scale.world(to_seconds(2015, 8, 23))
    assert tuple(x - midnight for x in mark.bar) == (44, 161)  # 1000 px for four days
    assert scene_of(collection, view("2015-01-01", "2016-01-01")).lanes[0].marks[0].bar is None


def test_hours_stay_in_view_until_they_end():
    clock = Clock(start="2015-08-23T04:15+09:00", end="2015-08-23T15:30+09:00", zone="Asia/Seoul")
    collection = dataset(event("recess", "2015-08-23", clock=clock), event("b", "2015-09-30"))
    scenes = builder(collection)
    shown = ViewState(to_seconds(2015, 8, 23, 4), 12 * DAY_S)
    for hour in range(12):
        scene = scenes.build(shown.pan(3_600.0 * hour), Frame(1126, 600), LIGHT)
        row = next(mark for mark in marks_of(scene) if mark.row == 0)
        stretch = row.bar or (row.x, row.x)
        assert stretch[1] + scene.offset >= scene.plot[0]
        assert scene.in_view == 1


def test_a_wide_day_is_a_whisker_from_midnight_to_midnight():
    scene = scene_of(dataset(event("a", "2015-08-25")), view("2015-08-24", "2015-08-26"))
    (mark,) = marks_of(scene)
    start, end = mark.whisker
    assert (start + scene.offset - 126, end + scene.offset - 126, mark.hollow) == (500, 1000, False)


def test_a_month_is_a_hollow_glyph_on_a_whisker_with_its_label_above():
    scene = scene_of(dataset(event("a", "2015-08")), view("2015-06-01", "2015-12-01"))
    (mark,) = marks_of(scene)
    assert (mark.hollow, mark.side, mark.label) == (True, ABOVE, "A")


def test_a_bar_keeps_its_row_in_tiles_it_only_passes_through():
    long = event("long", "2006-01-01/2016-12-31", importance=5)
    collection = dataset(long, event("day", "2010-05-24", title=Text(en="Measures")))
    scene = scene_of(collection, view("2010-05-01", "2010-06-15"))
    rows = {mark.label: mark.y for mark in marks_of(scene)}
    box = scene.box(0)
    assert rows == {"Long": box.row_y(0), "Measures": box.row_y(1)}


def test_spans_without_a_row_of_their_own_are_counted_at_the_edge():
    spans = [event(f"e{n}", "2006-01-01/2016-12-31") for n in range(30)]
    scene = scene_of(dataset(*spans), view("2010-05-01", "2010-06-15"))
    (pill,) = pills_of(scene)
    assert (len(marks_of(scene)), len(pill.rows)) == (12, 18)
    assert scene.plot[0] < pill.x + scene.offset < scene.plot[0] + 40


def test_a_crowd_is_thinned_but_not_lost():
    days = [event(f"e{n}", f"{2000 + n % 17}-{1 + n % 12:02d}-{1 + n % 28:02d}") for n in range(900)]
    scene = scene_of(dataset(*days), view("1999-06-01", "2017-06-01"))
    rows = [mark.row for mark in marks_of(scene)] + [row for pill in pills_of(scene) for row in pill.rows]
    assert sorted(rows) == list(range(900))


def test_a_folded_lane_names_its_nearest_events():
    collection = dataset(
        event("before", "2014-01-01", category="border"),
        event("inside", "2015-06-01"),
        event("after", "2016-12-31", category="border"),
    )
    scene = scene_of(collection, view("2015-01-01", "2016-01-01"))
    assert [(hint.side, hint.label) for hint in scene.hints] == [(-1, "Before"), (1, "After")]
    assert [box.folded for box in scene.setting.boxes] == [False, True]


def test_hints_of_a_narrow_plot_do_not_overlap():
    collection = dataset(
        event("before", "2014-01-01", category="border", title=Text(en="A rather long name of an event")),
        event("inside", "2015-06-01"),
        event("after", "2016-11-12/2016-12-31", category="border", title=Text(en="Another rather long name")),
    )
    scene = scene_of(collection, view("2015-01-01", "2016-01-01"), (400, 400))
    before, after = scene.hints
    assert before.x + before.width <= after.x


def test_a_filter_takes_events_out_but_not_out_of_the_total():
    collection = dataset(event("a", "2015-06-01"), event("b", "2015-07-01", category="border"))
    shown = view("2015-01-01", "2016-01-01", filter=EventFilter(categories=frozenset({"border"})))
    scene = scene_of(collection, shown)
    assert (scene.in_view, scene.total, [mark.label for mark in marks_of(scene)]) == (1, 2, ["B"])


def test_what_is_not_verified_begins_the_day_after():
    collection = dataset(event("a", "2015-06-01"), verified_to="2015-12-31")
    scene = scene_of(collection, view("2015-01-01", "2017-01-01"))
    assert scene.unverified_x == scene.scale.world(to_seconds(2016, 1, 1)) + scene.offset


def test_a_narrow_window_still_has_a_scene():
    collection = dataset(event("a", "2015-06-01"))
    scene = builder(collection).build(view("2015-01-01", "2016-01-01"), Frame(100, 20), LIGHT)
    assert scene.in_view == 1


def test_the_sentinels_are_beyond_all_years_that_can_be_written():
    deep = dataset(event("a", "Y-100000000000"), event("b", "Y100000000000"))
    assert int(deep.columns.start[0]) > OPEN_START and int(deep.columns.end[1]) < OPEN_END
    start = int(deep.columns.start[0])
    scene = scene_of(deep, ViewState(start - 1e11, 3e11))
    assert [mark.row for mark in marks_of(scene)] == [0]


def test_the_text_size_changes_the_rows_and_not_the_events():
    collection = dataset(*(event(f"e{n}", f"2015-06-{n + 1:02d}") for n in range(20)))
    shown = view("2015-01-01", "2016-01-01")
    large = scene_of(collection, replace(shown, text_percent=200), style=style_for("light", 200))
    assert large.in_view == 20


def test_the_range_in_the_gutter_is_said_more_coarsely_rather_than_cut():
    some = dataset(event("a", "2009-07-01"), event("b", "2015-01-01"))
    narrow = view("2012-07-01", "2015-05-01")
    assert builder(some).build(narrow, Frame(900, 600), LIGHT).range_text == "2012–2015"
    whole = whole_range(some.extent)
    shown = ViewState(whole[0], whole[1] - whole[0])
    assert builder(some).build(shown, Frame(900, 600), LIGHT).range_text == "2009–2015"


def test_the_range_in_the_gutter_names_the_day_of_some_hours():
    some = dataset(event("a", "2015-08-24"))
    start = to_seconds(2015, 8, 24, 10)
    shown = ViewState(float(start), 4 * 3_600.0)
    assert builder(some).build(shown, Frame(900, 600), LIGHT).range_text == "24 Aug 2015"


def test_a_vertical_line_stops_at_labels():
    some = dataset(event("a-summit", "2015-06-01"), event("talks", "2015-06-10"))
    scene = builder(some).build(view("2015-01-01", "2016-01-01"), Frame(900, 600), LIGHT)
    marks = {mark.row: mark for placed in scene.lanes for mark in placed.marks}
    x = marks[0].label_x + scene.offset + 10
    assert line_between_labels(scene, x, 50, 600)[0] == (50, 53)
    assert line_between_labels(scene, x, 50, 600)[-1][1] == 600
    for low, high in line_between_labels(scene, x, 50, 600):
        assert not low < marks[0].y < high
    assert line_between_labels(scene, scene.plot[0] + 5, 50, 600) == [(50, 600)]
