"""Labels are drawn in full while they are whole, and leave with their glyphs."""

from hypothesis import given
from hypothesis import strategies as st

from tests.collections_of_tests import builder, dataset, event, reading, scene_of, view
from timeline_app.layout.marks import (
    ABOVE,
    INSIDE,
    edge_opacity,
    glyph_x,
    label_left,
    label_opacity,
    label_overshoot,
)
from timeline_app.layout.scene import Frame
from timeline_app.layout.style import style_for
from timeline_app.model.records import Text

LIGHT = style_for("light")
BOTH = (reading("south"), reading("north"))


def only_mark(scene):
    (mark,) = (mark for placed in scene.lanes for mark in placed.marks)
    return mark


@given(st.floats(0.5, 2.0), st.sampled_from(("2015-05-03/2015-05-29", "2015-05-03/..")))
def test_a_label_that_fits_into_its_bar_is_drawn_in_full(zoom, date):
    scene = scene_of(
        dataset(event("a", date, title=Text(en="x" * 12))), view("2015-02-01", "2015-08-01").zoom(zoom)
    )
    mark = only_mark(scene)
    assert mark.side == INSIDE or date.endswith("29")
    assert label_opacity(mark, scene.window) == 1


def test_a_text_fades_only_beyond_its_edge():
    assert [edge_opacity(over) for over in (-20, -1, 0, 3, 6, 50)] == [1, 1, 1, 0.5, 0, 0]


def panned(collection, shown, steps_px):
    scenes = builder(collection)
    setting = scenes.setting(shown, Frame(1126, 600), LIGHT)
    for step in steps_px:
        scene = scenes.build(shown.pan(step * shown.width / 1000), Frame(1126, 600), LIGHT, setting)
        yield scene, [mark for placed in scene.lanes for mark in placed.marks]


def test_a_label_fades_out_with_its_glyph():
    collection = dataset(event("a", "2015-06-01", title=Text(en="A name of some length")))
    opacities = []
    for scene, marks in panned(collection, view("2015-05-20", "2015-09-01"), range(60, 140)):
        opacities += [label_opacity(mark, scene.window) for mark in marks]
        for mark in marks:
            if label_opacity(mark, scene.window) > 0:
                assert scene.plot[0] < glyph_x(mark, scene.window) + mark.size / 2
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[0] == 1
    assert opacities[-1] == 0


def test_a_ring_on_a_long_whisker_slides_with_the_label_beside_it():
    collection = dataset(event("a", "2015", readings=BOTH, title=Text(en="Somewhere in that year")))
    gaps = set()
    for scene, (mark,) in panned(collection, view("2015-05-01", "2015-09-01"), range(-1000, 1500, 7)):
        assert mark.side == ABOVE
        assert label_overshoot(mark, scene.window) <= 0
        assert label_opacity(mark, scene.window) == 1
        gaps.add(label_left(mark, scene.window) - glyph_x(mark, scene.window))
    assert len(gaps) == 1
    assert min(gaps) > 9


def test_the_glyph_of_a_long_whisker_stays_in_view():
    collection = dataset(event("a", "2015", title=Text(en="Somewhere in that year")))
    for scene, (mark,) in panned(collection, view("2015-05-01", "2015-09-01"), range(-1000, 1500, 7)):
        left, _, right, _ = scene.plot
        assert left + 8 <= glyph_x(mark, scene.window) <= right - 8
