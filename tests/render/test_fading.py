"""Bars fade at places in time: a pan never changes the colour of a day."""

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.collections_of_tests import builder, dataset, event, period, view
from timeline_app.layout.scene import Frame
from timeline_app.layout.style import style_for
from timeline_app.render.fonts import FontBook, QtTextMeasure, load_scene_fonts
from timeline_app.render.painter import ScenePainter
from timeline_app.render.stamps import PixelStamps

DAY_S = 86_400
FRAME = Frame(1126, 700)
HALF_YEAR = view("2015-03-01", "2015-09-01")
DATES = (
    "2010-05-24/..",
    "2015-04-10/",
    "../2015-05-01",
    "/2015-05-01",
    "2014/2015-08",
    "2015-03~/2015-07-10~",
)


def painted(collection, shown):
    """The picture of a view, and the scene."""
    style = style_for("light")
    book = FontBook(style.text)
    scene = builder(collection).build(shown, FRAME, style)
    image = QImage(FRAME.width, FRAME.height, QImage.Format.Format_RGB32)
    measure = QtTextMeasure(book)
    with QPainter(image) as painter:
        ScenePainter(tuple(collection.categories), PixelStamps(book, style, 1.0), measure).paint(
            painter, scene
        )
    return image, scene


def tones(collection, shown, y):
    """The grey of each day at a height, by its world x; names, which slide, stand elsewhere."""
    image, scene = painted(collection, shown)
    left, _, right, _ = scene.plot
    return {x - scene.offset: image.pixelColor(x, y).value() for x in range(left + 5, right - 5)}


@pytest.mark.parametrize("date", DATES)
def test_a_period_fades_at_a_place_in_time(qapp, date):
    load_scene_fonts()
    unnamed = period(" ", date)
    collection = dataset(
        event("a", "2015-05-01"), event("b", "2017-01-01"), periods=(unnamed,), verified_to="2015-07-01"
    )
    y = 58  # within the bar, above the dashes
    first = tones(collection, HALF_YEAR, y)
    assert len(set(first.values())) > 10
    for days in (3, 20, 41, -33):
        other = tones(collection, HALF_YEAR.pan(days * DAY_S), y)
        shared = first.keys() & other.keys()
        assert len(shared) > 700
        assert max(abs(first[x] - other[x]) for x in shared) <= 1


@pytest.mark.parametrize("date", ["2010-05-24/..", "../2015-06-01"])
def test_an_event_that_is_open_fades_where_knowledge_ends(qapp, date):
    load_scene_fonts()
    first = event("first", "2015-03-20", category="border")
    last = event("last", "2016-12-01", category="border")
    collection = dataset(event("long", date), first, last, verified_to="2015-07-01")
    image, scene = painted(collection, HALF_YEAR)
    (mark,) = (mark for mark in scene.lanes[0].marks if mark.row == collection.index_of("long"))
    edge = scene.unverified_x if date.endswith("..") else scene.known[0]
    side = 1 if date.endswith("..") else -1
    y = round(mark.y) - 5
    inside, beyond = image.pixelColor(edge - side * 70, y), image.pixelColor(edge + side * 75, y)
    middle = image.pixelColor(edge - side * 3, y)
    assert abs(inside.blue() - inside.red()) > 20  # the tint of the category
    assert abs(middle.blue() - middle.red()) > 20  # what is known is drawn in full
    assert abs(beyond.blue() - beyond.red()) < 10


def test_a_bar_is_solid_up_to_the_edge_of_the_view_where_it_goes_on_beyond(qapp):
    load_scene_fonts()
    collection = dataset(event("long", "2010-05-24/.."), verified_to="2016-12-31")
    image, scene = painted(collection, HALF_YEAR)
    (mark,) = scene.lanes[0].marks
    y, right = round(mark.y) - 5, scene.plot[2]
    dark = {*scene.axis.lower_lines, *(x for a, b in scene.axis.weekends for x in range(a, b))}
    seen = {image.pixelColor(x, y).name() for x in range(right - 99, right - 1) if x not in dark}
    assert len(seen) == 1
