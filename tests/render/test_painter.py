"""The same scene on every device, theme and size."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.collections_of_tests import SHAPES, category, dataset, event, period, reading, view
from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.overlay import build_overlay
from timeline_app.layout.overview import build_overview
from timeline_app.layout.scene import Frame, SceneBuilder, label_in_view
from timeline_app.layout.selection import Selector
from timeline_app.layout.style import style_for
from timeline_app.model.filter import FilterEngine
from timeline_app.model.frozen import replace
from timeline_app.model.records import Relation, Text
from timeline_app.render.fonts import FontBook, QtTextMeasure, load_all_fonts
from timeline_app.render.overview import handle_boxes, paint_overview
from timeline_app.render.painter import ScenePainter
from timeline_app.render.stamps import PixelStamps, Stamps

SIZE = (1000, 620)
LOOKS = [
    ("light", 100, "en"),
    ("dark", 100, "ko"),
    ("print", 100, "en"),
    ("light", 200, "ko"),
    ("dark", 200, "en"),
]


def everything():
    """One event of each way to be drawn."""
    categories = tuple(category(f"c-{shape}", None, shape) for shape in SHAPES)
    found = [
        event("exact", "2015-08-25", importance=5, readings=(reading("south"), reading("north"))),
        event("span", "2015-07-02/2015-08-25", readings=(reading("south"), reading("north"))),
        event("short-span", "2015-08-02/2015-08-03"),
        event("going-on", "2015-09-05/.."),
        event("always", "../2015-09-05"),
        event("unknown-end", "2015-10-05/"),
        event("unknown-start", "/2015-10-20"),
        event("month", "2015-11"),
        event("month-too", "2015-11"),
        event("about", "2015-06-10~/2015-07-20"),
        event("one-of", "[2015-05-02..2015-06-20]"),
        event("set", "{2015-05-02,2015-06-20}"),
        event("ancient", "[..1984]"),
        *(event(f"crowd-{n}", "2015-08-24", importance=1) for n in range(30)),
        *(event(f"overflow-{n}", "2014/2017", importance=1) for n in range(20)),
    ]
    placed = [
        event(
            one.id,
            one.date,
            title=Text(en=one.title.en, ko="남북 고위급 회담"),
            category=categories[n % 3].id,
            importance=one.importance,
            readings=one.readings,
            relations=(Relation(type="follows", to="exact"),) if 0 < n < 13 else (),
        )
        for n, one in enumerate(found)
    ]
    periods = (
        period("policy", "2010/.."),
        period("crisis", "2015-08-04/2015-08-25", kind="crisis"),
        period("about", "2015-03~/2015-06~"),
    )
    return dataset(*placed, categories=categories, periods=periods, verified_to="2015-12-01")


COLLECTION = everything()
YEAR_2015 = view("2015-04-01", "2016-01-01")


class Easel:
    """Paints one view on images."""

    def __init__(self, theme="light", percent=100, language="en", stamps=None, ratio=1.0):
        load_all_fonts()
        self.style = style_for(theme, percent)
        self.book = FontBook(self.style.text)
        self.measure = QtTextMeasure(self.book)
        self.stamps = stamps(self.book, self.style) if stamps else PixelStamps(self.book, self.style, ratio)
        self.builder = SceneBuilder(COLLECTION, FilterEngine(COLLECTION), self.measure)
        self.painter = ScenePainter(tuple(COLLECTION.categories), self.stamps, self.measure)
        self.language = language
        self.ratio = ratio

    def paint(self, shown=YEAR_2015, selected=None):
        shown = replace(shown, language=self.language, selected=selected)
        frame = Frame(*SIZE, today=to_seconds(2015, 10, 1))
        scene = self.builder.build(shown, frame, self.style)
        overlay = None
        if selected is not None:
            row = COLLECTION.index_of(selected)
            scene = Selector(self.builder).scene(scene, shown)
            overlay = build_overlay(
                scene, COLLECTION, shown, self.measure, hovered=row, focused=row, crosshair_x=500
            )
        image = blank(self.ratio)
        painter = QPainter(image)
        self.painter.paint(painter, scene, overlay)
        painter.end()
        return image


def blank(ratio=1.0):
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.magenta)
    return image


def differing(one, other, tolerance=60):
    """Share of the pixels that differ by more than a trace."""
    a, b = (memoryview(image.constBits()).cast("B") for image in (one, other))
    apart = np.abs(np.asarray(a, dtype=np.int16) - np.asarray(b, dtype=np.int16)).reshape(-1, 4).max(axis=1)
    return float((apart > tolerance).mean())


@pytest.mark.parametrize(("theme", "percent", "language"), LOOKS)
def test_a_scene_paints_the_same_pixels_twice_and_leaves_none_bare(qapp, theme, percent, language):
    easel = Easel(theme, percent, language)
    first, second = easel.paint(), easel.paint()
    assert first == second
    magenta = QColor(Qt.GlobalColor.magenta).rgb()
    assert all(first.pixel(x, y) != magenta for x in range(0, SIZE[0], 37) for y in range(0, SIZE[1], 23))


@pytest.mark.parametrize(("theme", "percent", "language"), LOOKS)
@pytest.mark.parametrize("selected", [one.id for one in COLLECTION.events if "-1" not in one.id])
def test_any_event_can_be_selected_hovered_and_focused(qapp, theme, percent, language, selected):
    easel = Easel(theme, percent, language)
    assert easel.paint(selected=selected) != easel.paint()


@pytest.mark.parametrize(
    ("start", "end", "back_s"),
    [
        ("2015-08-24", "2015-08-25", 0),
        ("2015-08-01", "2015-09-01", 0),
        ("1900-01-01", "2100-01-01", 0),
        ("0001-01-01", "1900-01-01", 2e10),
    ],
)
def test_any_zoom_can_be_painted(qapp, start, end, back_s):
    assert Easel().paint(view(start, end).pan(-back_s)) != blank()


@pytest.mark.parametrize("percent", [100, 200])
def test_pictures_and_outlines_put_things_at_the_same_place(qapp, percent):
    kept, drawn = Easel(percent=percent).paint(), Easel(percent=percent, stamps=Stamps).paint()
    assert differing(kept, drawn) < 0.002


def test_a_picture_kept_for_another_ratio_is_larger_and_not_elsewhere(qapp):
    twice = Easel(ratio=2.0).paint()
    assert (twice.width(), twice.devicePixelRatio()) == (2000, 2.0)
    scaled = twice.scaled(
        *SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    scaled.setDevicePixelRatio(1.0)
    assert differing(scaled, Easel().paint(), 140) < 0.02


def test_painting_leaves_the_painter_as_it_was(qapp):
    easel = Easel()
    shown = YEAR_2015.select("exact")
    scene = Selector(easel.builder).scene(easel.builder.build(shown, Frame(*SIZE), easel.style), shown)
    overlay = build_overlay(scene, COLLECTION, shown, easel.measure)
    image = blank()  # held: a painter does not own its device
    painter = QPainter(image)
    before = state_of(painter)
    easel.painter.paint(painter, scene, overlay)
    assert state_of(painter) == before
    painter.end()


def state_of(painter):
    return (
        painter.renderHints(),
        painter.opacity(),
        painter.pen(),
        painter.brush(),
        painter.font(),
        painter.hasClipping(),
        painter.transform(),
    )


def test_a_clip_of_the_device_is_kept(qapp):
    easel, image = Easel(), blank()
    scene = easel.builder.build(YEAR_2015, Frame(*SIZE), easel.style)
    painter = QPainter(image)
    painter.setClipRect(0, 0, 300, 300)
    easel.painter.paint(painter, scene)
    painter.end()
    assert image.pixelColor(600, 500) == QColor(Qt.GlobalColor.magenta)


def test_a_label_is_painted_in_full_up_to_the_edge_and_fades_where_it_crosses_it(qapp):
    collection = dataset(event("summit", "2015-06-01"))
    style = style_for("light")
    book = FontBook()
    builder = SceneBuilder(collection, FilterEngine(collection), FixedMeasure(7))
    stamps = PixelStamps(book, style, 1.0)
    painted = ScenePainter(tuple(collection.categories), stamps, FixedMeasure(7))
    shown = view("2015-01-01", "2016-01-01")
    setting = builder.setting(shown, Frame(*SIZE), style)
    mark = builder.build(shown, Frame(*SIZE), style, setting).lanes[0].marks[0]
    darkest = []
    for px in (3, 0, -3, -6):
        k = (SIZE[0] - 126) / shown.width
        first = builder.build(shown, Frame(*SIZE), style, setting)
        gap = SIZE[0] - (mark.label_x + mark.label_w + first.offset)
        moved = shown.pan((px - gap) / k)
        image = blank()
        painter = QPainter(image)
        painted.paint(painter, builder.build(moved, Frame(*SIZE), style, setting))
        painter.end()
        darkest.append(
            min(
                image.pixelColor(x, y).lightness()
                for x in range(SIZE[0] - 35, SIZE[0] - 8)
                for y in range(round(mark.y) - 6, round(mark.y) + 6)
            )
        )
    assert darkest[0] == darkest[1] < 60 < darkest[2] < 180 < darkest[3]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_halo_of_a_glyph_has_the_shade_of_the_crisis_around_it(qapp, theme):
    crisis = period("crisis", "2015-08-04/2015-08-25", kind="crisis")
    collection = dataset(event("inside", "2015-08-11"), periods=(crisis,))
    style = style_for(theme)
    measure, engine = FixedMeasure(7), FilterEngine(collection)
    scene = SceneBuilder(collection, engine, measure).build(
        view("2015-06-01", "2015-10-01"), Frame(*SIZE), style
    )
    (mark,) = scene.lanes[0].marks
    image = blank()
    painter = QPainter(image)
    stamps = PixelStamps(FontBook(), style, 1.0)
    ScenePainter(tuple(collection.categories), stamps, measure).paint(painter, scene)
    painter.end()
    x, y = mark.x + scene.offset, round(mark.y)
    halo, around = image.pixelColor(x, y - 7), image.pixelColor(x, y - 15)
    assert halo == around != QColor(style.palette.canvas)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_count_is_never_crossed_by_the_line_of_another_event(qapp, percent):
    easel = Easel(percent=percent)
    crowd = [event(f"e{n}", "2015-08-24", importance=1) for n in range(30)]
    lane = (category("talks"),)
    month = dataset(*crowd, event("month", "2015-08-02/2015-12-20", importance=1), categories=lane)
    scene = SceneBuilder(month, FilterEngine(month), easel.measure).build(
        YEAR_2015, Frame(1000, easel.style.axis + easel.style.px(18)), easel.style
    )
    (placed,) = scene.lanes
    (pill,), (mark,) = placed.pills, placed.marks
    assert mark.whisker[0] < pill.x - pill.width / 2 < pill.x + pill.width / 2 < mark.whisker[1]
    boxes = []
    for shown in (scene, replace(scene, lanes=(placed._replace(marks=[]),))):
        image = blank()
        painter = QPainter(image)
        easel.painter.paint(painter, shown)
        painter.end()
        height = easel.style.px(17)
        boxes.append(
            image.copy(
                pill.x + scene.offset - pill.width // 2, round(pill.y - height / 2), pill.width, height
            )
        )
    assert boxes[0] == boxes[1]


@pytest.mark.parametrize(("theme", "percent", "language"), LOOKS)
def test_the_overview_paints_the_same_pixels_twice(qapp, theme, percent, language):
    easel = Easel(theme, percent, language)
    images = []
    for _ in range(2):
        scene = build_overview(
            COLLECTION, FilterEngine(COLLECTION), YEAR_2015, (1000, 84), easel.style, easel.measure
        )
        image = blank()
        painter = QPainter(image)
        paint_overview(painter, scene, easel.stamps, easel.measure, language)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_the_handles_of_a_narrow_brush_stand_outside(qapp):
    easel = Easel()
    shown = view("2015-08-24", "2015-08-25")
    scene = build_overview(
        COLLECTION, FilterEngine(COLLECTION), shown, (1000, 84), easel.style, easel.measure
    )
    left, right = handle_boxes(scene)
    assert left.right() < scene.brush[0]
    assert right.left() > scene.brush[1]


def test_the_selected_event_carries_one_label(qapp):
    said = []

    class Listening(Stamps):
        def text(self, painter, x, y, text, role, ink):
            said.append((text, ink))

    some = dataset(event("alpha", "2015-08"), event("beta", "2015-09-20"))
    style, book = style_for("light"), FontBook()
    measure = QtTextMeasure(book)
    shown = view("2015-07-20", "2015-10-10", selected="alpha")
    builder = SceneBuilder(some, FilterEngine(some), measure)
    scene = builder.build(shown, Frame(1000, 500), style)
    with QPainter(image := QImage(1000, 500, QImage.Format.Format_ARGB32_Premultiplied)) as painter:
        scene = Selector(builder).scene(scene, shown)
        overlay = build_overlay(scene, some, shown, measure)
        ScenePainter(tuple(some.categories), Listening(book, style), measure).paint(painter, scene, overlay)
    assert not image.isNull()
    assert [ink for text, ink in said if text == "Alpha"] == [style.palette.canvas]
    assert [ink for text, ink in said if text == "Beta"] == [style.palette.ink]


class Reader(Stamps):
    """Notes the texts that are painted, with their roles."""

    def __init__(self, book, style):
        super().__init__(book, style)
        self.texts = []

    def text(self, painter, x, y, text, role, ink):
        self.texts.append((role, text))


@pytest.mark.parametrize(
    ("language", "count", "one"),
    [("en", "{} events of {}", "1 event of {}"), ("ko", "사건 {1}건 중 {0}건", "사건 {}건 중 1건")],
)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_gutter_always_tells_how_many_events_of_all_are_in_view(qapp, language, count, one, percent):
    total = len(COLLECTION)
    for shown in (YEAR_2015, YEAR_2015.pan(0.3 * YEAR_2015.width), view("1984-01-01", "1984-02-01")):
        easel = Easel(percent=percent, language=language, stamps=Reader)
        easel.paint(shown)
        in_view = FilterEngine(COLLECTION).count(shown.filter, shown.start, shown.end)
        words = one.format(total) if in_view == 1 else count.format(in_view, total)
        assert ("caption", words) in easel.stamps.texts


class Lines(Stamps):
    """Keeps the places of texts."""

    def __init__(self, book, style):
        super().__init__(book, style)
        self.seen = []

    def text(self, painter, x, y, text, role, ink):
        self.seen.append((y, role))


def foot(book, style, y, role):
    """The lowest row that a letter without descender reaches."""
    image = QImage(40, SIZE[1], QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        Stamps(book, style).text(painter, 5, y, "H", role, "#000000")
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[1], -1)[:, :40]
    return int(np.flatnonzero(rows.min(axis=1) < 128).max())


@pytest.mark.parametrize("percent", [100, 110, 150, 200])
@pytest.mark.parametrize(
    ("start", "end", "role"),
    [("2015-10-25", "2015-12-05", "label-notable"), ("2010-01-01", "2010-02-01", "folded-label")],
)
def test_a_date_behind_a_name_shares_its_baseline(qapp, start, end, role, percent):
    easel = Easel(percent=percent, stamps=Lines)
    easel.paint(view(start, end))
    seen = easel.stamps.seen
    pairs = [
        (y, date_y)
        for (y, own), (date_y, next_role) in pairwise(seen)
        if own == role and next_role == "label-date" and abs(date_y - y) < 5
    ]
    assert pairs
    for y, date_y in pairs:
        assert foot(easel.book, easel.style, y, role) == foot(easel.book, easel.style, date_y, "label-date")


def test_a_flag_never_cuts_a_label_of_the_axis(qapp):
    plain, chosen = Easel(stamps=Reader), Easel(stamps=Reader)
    plain.paint()
    chosen.paint(selected="exact")
    labels = [[text for role, text in one.stamps.texts if role == "axis-minor"] for one in (plain, chosen)]
    assert labels[0] == ["May", "Jun", "Jul", "Aug", "Sep", "Nov", "Dec"]  # today stands over October
    assert labels[1] == ["May", "Jun", "Jul", "Nov", "Dec"]


def test_an_arrowhead_is_not_hidden_by_the_plate_of_a_label(qapp):
    """Plates are painted before arrowheads: a head painted alone and over everything is the same."""
    easel = Easel()
    shown = replace(YEAR_2015, selected="exact")
    scene = Selector(easel.builder).scene(easel.builder.build(shown, Frame(*SIZE), easel.style), shown)
    overlay = build_overlay(scene, COLLECTION, shown, easel.measure)
    assert overlay.raised
    x0, y0, x1, y1 = label_in_view(overlay.raised[0], scene)
    arc = overlay.arcs[0]._replace(x1=(x0 + x1) / 2, y1=(y0 + y1) / 2, cx1=x0, cy1=(y0 + y1) / 2)
    images = []
    for arcs in ((), (arc,)):
        with QPainter(image := blank()) as painter:
            easel.painter.paint(painter, scene, replace(overlay, arcs=arcs, badges=()))
        images.append(image.copy(round(arc.x1) - 4, round(arc.y1) - 2, 4, 4))
    assert images[0] != images[1]
