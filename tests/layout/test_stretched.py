"""Between two steps of the ladder of zooms everything keeps its place and stands where its date is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collections_of_tests import builder, collections, views
from timeline_app.layout.marks import BAR_GLYPH_PX
from timeline_app.layout.scale import ladder_step
from timeline_app.layout.scene import STEPS, Frame
from timeline_app.layout.style import style_for
from timeline_app.model.columns import OPEN_END, OPEN_START
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range

FRAME = Frame(1126, 700)
LIGHT = style_for("light")


@given(st.floats(1e-12, 10), st.integers(1, 8), st.floats(1e-9, 1))
def test_a_step_is_less_than_a_rung_below_its_zoom_and_the_base_is_one(px_per_s, steps, base):
    step = ladder_step(px_per_s, steps, base)
    assert step <= px_per_s * (1 + 1e-8)
    assert px_per_s < step * 2 ** (1 / steps) * (1 + 1e-8)
    assert ladder_step(base, steps, base) == base
    assert ladder_step(step * (1 + 1e-6), steps, base) == pytest.approx(step)


@given(collections(), views())
def test_everything_stands_where_its_date_is_at_any_zoom(collection, shown):
    scene = builder(collection).build(shown, FRAME, LIGHT)
    columns, world = collection.columns, scene.scale.world
    for placed in scene.lanes:
        for mark in placed.marks:
            start, end = int(columns.start[mark.row]), int(columns.end[mark.row])
            stretch = mark.bar or mark.whisker
            if stretch and start > OPEN_START:
                assert stretch[0] == world(start)
            if stretch and end < OPEN_END:
                assert stretch[1] == world(end)
            if mark.bar and start > OPEN_START:
                assert mark.x == world(start) + BAR_GLYPH_PX


@given(collections(), views(), st.floats(1.0, 1.18))
def test_rows_labels_and_sides_hold_until_the_next_step(collection, shown, factor):
    scenes = builder(collection)
    low, high = whole_range(collection.extent)
    base = (FRAME.width - LIGHT.gutter) / (high - low)
    step = ladder_step((FRAME.width - LIGHT.gutter) / shown.width, STEPS, base)
    middle = shown.start + shown.width / 2

    def placed(px_per_s: float) -> dict[int, tuple[object, ...]]:
        width = (FRAME.width - LIGHT.gutter) / px_per_s
        view: ViewState = replace(shown, start=middle - width / 2, width=width)
        scene = scenes.build(view, FRAME, LIGHT, setting)
        left, right = scene.plot[0] + 40, scene.plot[2] - 40
        return {
            mark.row: (mark.label, mark.side, mark.y, mark.size)
            for one in scene.lanes
            for mark in one.marks
            if left < mark.x + scene.offset < right
        }

    setting = scenes.setting(shown, FRAME, LIGHT)
    before, after = placed(step * 1.0001), placed(step * factor * 1.0001)
    for row in before.keys() & after.keys():
        assert before[row] == after[row]
