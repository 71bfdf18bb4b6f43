"""What meets a view from outside is brought back into it."""

from itertools import pairwise

from tests.collections_of_tests import builder, dataset, event, scene_of, view
from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.scene import Frame
from timeline_app.layout.style import style_for
from timeline_app.model.view import ViewState

LIGHT = style_for("light")
CROWD = [event(f"e{n}", f"2015-08-{5 + n // 6:02d}", importance=1) for n in range(48)]


def test_a_day_whose_noon_has_left_shows_half_a_glyph_at_the_edge():
    collection = dataset(event("a", "2015-08-25"), event("b", "2015-08-29"))
    scene = scene_of(collection, ViewState(to_seconds(2015, 8, 25, 16), 5 * 86_400))
    mark = next(mark for mark in scene.lanes[0].marks if mark.row == 0)
    assert (mark.x + scene.offset, mark.label) == (scene.plot[0], "")
    scene = scene_of(collection, ViewState(to_seconds(2015, 8, 24, 8), 5 * 86_400))
    mark = next(mark for mark in scene.lanes[0].marks if mark.row == 1)
    assert (mark.x + scene.offset, mark.label) == (scene.plot[2], "")


def test_a_pill_stays_in_view_while_one_of_its_events_does():
    scenes = builder(dataset(*CROWD))
    shown = view("2015-08-01", "2015-10-01")
    setting = scenes.setting(shown, Frame(700, 120), LIGHT)
    for step in range(0, 160):
        scene = scenes.build(shown.pan(step * 7_200), Frame(700, 120), LIGHT, setting)
        left, _, right, _ = scene.plot
        seen = [
            row
            for pill in scene.lanes[0].pills
            for row in pill.rows
            if left <= pill.x + scene.offset <= right
        ]
        seen += [mark.row for mark in scene.lanes[0].marks]
        assert len(seen) == len(set(seen))
        assert len(set(seen)) >= scene.in_view


def test_pills_at_an_edge_do_not_overlap():
    scenes = builder(dataset(*CROWD))
    shown = view("2015-08-01", "2015-09-01")
    for step in range(0, 300):
        scene = scenes.build(shown.pan(step * 3_600), Frame(700, 120), LIGHT)
        found = sorted((p.x - p.width / 2, p.x + p.width / 2) for p in scene.lanes[0].pills)
        assert all(a[1] <= b[0] for a, b in pairwise(found))
