"""The timeline under mouse, wheel and keys: what it does to the view, and what it says."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import EVENT_IDS, IGNORED, Bench, collection_record, wheel
from timeline_app.layout.hits import Hit, hit_test
from timeline_app.model.frozen import replace
from timeline_app.ui.canvas import REST_MS, TimelineCanvas

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(bench: Bench, qtbot: QtBot) -> TimelineCanvas:
    return shown(bench, qtbot)


def shown(bench: Bench, qtbot: QtBot) -> TimelineCanvas:
    canvas = TimelineCanvas(bench.store, bench.library, bench.navigator)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 620)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def place_of(canvas: TimelineCanvas, event_id: str, bench: Bench) -> QPoint:
    """Where an event's glyph is."""
    row, scene = bench.library.dataset.index_of(event_id), canvas.scene()
    for lane in scene.lanes:
        for mark in lane.marks:
            if mark.row == row:
                return QPoint(mark.x + scene.offset, round(mark.y))
    raise AssertionError(f"{event_id} has no glyph of its own")


def empty_place(canvas: TimelineCanvas) -> QPoint:
    """Ground with nothing on it."""
    scene = canvas.scene()
    left, top, right, bottom = scene.plot
    for y in range(bottom - 4, top, -7):
        for x in range(left + 40, right - 40, 13):
            if all(hit_test(scene, x + dx, y) is None for dx in (-8, 0, 8)):
                return QPoint(x, y)
    raise AssertionError("no empty ground")


def pill_place(canvas: TimelineCanvas) -> tuple[QPoint, tuple[int, ...]]:
    """A pill and the rows it counts."""
    scene = canvas.scene()
    for lane in scene.lanes:
        for pill in lane.pills:
            return QPoint(pill.x + scene.offset, round(pill.y)), tuple(pill.rows)
    raise AssertionError("no pill")


def crowded() -> dict[str, Any]:
    """The collection with many more events in four days of one lane."""
    record = collection_record()
    for number in range(160):
        record["events"].append(
            {
                "id": f"crowd-{number:03}",
                "date": f"2010-03-{1 + number % 4:02}",
                "title": {"en": f"A long name of crowd member number {number}"},
                "category": "border",
                "importance": 1,
            }
        )
    return record


# -- selection


def test_a_selected_event_leaves_its_pill_and_is_found_by_pointer_and_keys(
    bench: Bench, qtbot: QtBot
) -> None:
    bench = Bench(bench.file.parent, crowded())
    canvas = TimelineCanvas(bench.store, bench.library, bench.navigator)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 620)
    canvas.show()
    _, rows = pill_place(canvas)
    chosen = bench.library.dataset.events[rows[-1]].id
    plain = canvas.plain_picture()
    bench.store.replace(bench.state.select(chosen))
    assert rows[-1] not in pill_place(canvas)[1]
    place = place_of(canvas, chosen, bench)
    hit = hit_test(canvas.scene(), place.x(), place.y())
    assert hit is not None and hit.mark is not None and hit.mark.row == rows[-1]
    assert canvas.plain_picture() == plain


# -- wheel and pinch


def pinch(canvas: TimelineCanvas, x: float, value: float) -> None:
    place = QPointF(x, 300)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        canvas.mapToGlobal(place),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize(("value", "factor"), [(0.1, 1.1), (-0.1, 0.9), (7.0, 2.0), (-3.0, 0.5)])
def test_a_pinch_keeps_the_date_between_the_fingers(
    canvas: TimelineCanvas, bench: Bench, value: float, factor: float
) -> None:
    bench.show("2010-01-01", "2012-01-01")
    width, time = bench.state.width, canvas.scene().scale.to_time(640)
    pinch(canvas, 640, value)
    assert width / bench.state.width == pytest.approx(factor)
    assert canvas.scene().scale.to_px(time) == pytest.approx(640, abs=0.01)


def test_a_pinch_of_many_events_is_taken_back_as_one(canvas: TimelineCanvas, bench: Bench) -> None:
    before = bench.state
    for _ in range(20):
        pinch(canvas, 640, 0.03)
    bench.store.back()
    assert (bench.state.start, bench.state.width) == (before.start, before.width)


def test_a_touch_pad_zooms_by_its_pixels_and_keeps_the_date(canvas: TimelineCanvas, bench: Bench) -> None:
    width, time = bench.state.width, canvas.scene().scale.to_time(500)
    place = QPointF(500, 300)
    for phase, pixels in (
        (Qt.ScrollPhase.ScrollBegin, 0),
        (Qt.ScrollPhase.ScrollUpdate, 20),
        (Qt.ScrollPhase.ScrollUpdate, 30),
        (Qt.ScrollPhase.ScrollMomentum, 10),
        (Qt.ScrollPhase.ScrollEnd, 0),
    ):
        event = QWheelEvent(
            place,
            canvas.mapToGlobal(place),
            QPoint(0, pixels),
            QPoint(0, 8 * pixels),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            phase,
            False,
        )
        QApplication.sendEvent(canvas, event)
    assert width / bench.state.width == pytest.approx(1.25)  # 60 px are a notch
    assert canvas.scene().scale.to_px(time) == pytest.approx(500, abs=0.01)


@pytest.mark.parametrize("x", [200, 500, 950])
@pytest.mark.parametrize("turn", [120, -120, 360])
def test_the_wheel_keeps_the_date_under_the_pointer(canvas: TimelineCanvas, x: int, turn: int) -> None:
    time = canvas.scene().scale.to_time(x)
    width = canvas.scene().scale.px_per_s
    wheel(canvas, x, 300, up=turn)
    assert canvas.scene().scale.px_per_s != width
    assert canvas.scene().scale.to_px(time) == pytest.approx(x, abs=1.0)


def test_a_hundred_turns_of_the_wheel_keep_the_date(canvas: TimelineCanvas) -> None:
    time = canvas.scene().scale.to_time(640)
    for turn in (120, 120, 120, -120) * 25:
        wheel(canvas, 640, 300, up=turn)
    assert canvas.scene().scale.to_px(time) == pytest.approx(640, abs=1.0)


def test_a_horizontal_wheel_pans_at_the_same_zoom(canvas: TimelineCanvas, bench: Bench) -> None:
    before = bench.state
    wheel(canvas, 500, 300, right=120)
    assert bench.state.width == before.width
    assert bench.state.start == pytest.approx(before.start + before.width / 12)


def test_shift_and_wheel_pans(canvas: TimelineCanvas, bench: Bench) -> None:
    before = bench.state
    wheel(canvas, 500, 300, up=120, shift=True)
    assert bench.state.width == before.width
    assert bench.state.start < before.start


def test_one_burst_of_the_wheel_is_one_step_back(canvas: TimelineCanvas, bench: Bench) -> None:
    first = bench.state
    for _ in range(5):
        wheel(canvas, 500, 300, up=120)
    bench.navigator.back()
    assert bench.state == first


# -- drag


@pytest.mark.parametrize("moved", [-137, -5, 4, 61, 230])
def test_a_drag_pans_by_exactly_the_pixels(canvas: TimelineCanvas, bench: Bench, moved: int) -> None:
    bench.show("2015-08-01", "2015-10-01")
    before = place_of(canvas, "deal", bench)
    start = empty_place(canvas)
    drag(canvas, start, start + QPoint(moved, 0))
    assert place_of(canvas, "deal", bench).x() - before.x() == moved


def test_three_pixels_are_a_click_and_no_drag(canvas: TimelineCanvas, bench: Bench) -> None:
    before = bench.state
    start = empty_place(canvas)
    drag(canvas, start, start + QPoint(3, 0))
    assert bench.state == before


def test_a_drag_can_be_taken_back(canvas: TimelineCanvas, bench: Bench) -> None:
    before = bench.state
    start = empty_place(canvas)
    drag(canvas, start, start + QPoint(-90, 0))
    bench.navigator.back()
    assert bench.state == before


def test_the_wheel_turned_during_a_drag_does_not_make_it_jump(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2015-08-01", "2015-10-01")
    start = empty_place(canvas)
    QTest.mousePress(canvas, LEFT, pos=start)
    move(canvas, start + QPoint(40, 0))
    wheel(canvas, start.x() + 40, start.y(), up=120)
    zoomed = bench.state
    move(canvas, start + QPoint(41, 0))
    per_px = zoomed.width / (canvas.scene().plot[2] - canvas.scene().plot[0])
    assert bench.state.start == pytest.approx(zoomed.start - per_px, abs=per_px / 10)
    QTest.mouseRelease(canvas, LEFT, pos=start + QPoint(41, 0))


def drag(canvas: TimelineCanvas, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, pos=start)
    move(canvas, end)
    QTest.mouseRelease(canvas, LEFT, pos=end)


def move(canvas: TimelineCanvas, place: QPoint, buttons: Qt.MouseButton = LEFT) -> None:
    spot = place.toPointF()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        spot,
        canvas.mapToGlobal(spot),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


# -- rest


def test_lanes_keep_their_heights_while_panning_and_fold_at_rest(
    canvas: TimelineCanvas, bench: Bench, qtbot: QtBot
) -> None:
    bench.show("2015-08-01", "2015-12-31")
    setting = canvas.scene().setting
    bench.navigator.drag_to(bench.state.start - 3 * bench.state.width)
    assert canvas.scene().setting is setting
    QTest.qWait(REST_MS // 3)
    assert canvas.scene().setting is setting
    qtbot.waitUntil(lambda: canvas.scene().setting != setting, timeout=REST_MS * 4)


def test_lanes_keep_their_heights_while_the_wheel_turns_and_settle_at_rest(
    canvas: TimelineCanvas, bench: Bench, qtbot: QtBot
) -> None:
    bench.show("2015-08-01", "2015-12-31")
    setting = canvas.scene().setting
    for _ in range(6):
        wheel(canvas, 700, 300, up=60)
        assert canvas.scene().setting is setting
    QTest.qWait(REST_MS // 3)
    assert canvas.scene().setting is setting
    qtbot.waitUntil(lambda: canvas.scene().setting is not setting, timeout=REST_MS * 4)
    assert canvas.scene().setting == canvas._picture.builder.setting(
        bench.state, canvas.frame(), canvas.scene().style
    )


def test_lanes_keep_their_heights_during_an_animated_zoom(
    canvas: TimelineCanvas, bench: Bench, qtbot: QtBot
) -> None:
    bench.show("2015-08-01", "2015-12-31")
    setting = canvas.scene().setting
    bench.navigator.reduced_motion = False
    bench.navigator.zoom(1.4)
    width = bench.navigator.target.width
    qtbot.waitUntil(lambda: bench.state.width == width, timeout=2_000)
    assert canvas.scene().setting is setting
    qtbot.waitUntil(lambda: canvas.scene().setting is not setting, timeout=REST_MS * 4)


def test_a_folded_lane_that_gets_events_while_zooming_opens_at_once(
    canvas: TimelineCanvas, bench: Bench
) -> None:
    bench.show("2015-08-01", "2015-08-10")
    folded = {box.lane for box in canvas.scene().setting.boxes if box.folded}
    assert folded
    for _ in range(40):
        wheel(canvas, 700, 300, up=-120)
        scene = canvas.scene()
        columns = bench.library.dataset.columns
        shown = {int(lane) for lane in columns.lane[columns.meets(bench.state.start, bench.state.end)]}
        assert not shown & {box.lane for box in scene.setting.boxes if box.folded}


def test_a_jump_settles_with_its_first_frame(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2015-08-01", "2015-08-10")
    bench.navigator.whole_range()
    assert canvas.scene().setting == canvas._picture.builder.setting(
        bench.state, canvas.frame(), canvas.scene().style
    )


def test_the_plain_picture_is_settled_even_while_zooming(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2015-08-01", "2015-12-31")
    wheel(canvas, 700, 300, up=360)
    moving = canvas.plain_picture()
    canvas.settle()
    assert canvas.plain_picture() == moving


def test_a_resize_chooses_heights_anew(canvas: TimelineCanvas) -> None:
    before = canvas.scene().setting
    canvas.resize(1000, 420)
    assert canvas.scene().setting != before
    assert (canvas.scene().width, canvas.scene().height) == (1000, 420)


# -- click


def test_a_click_selects_the_event_under_the_pointer(canvas: TimelineCanvas, bench: Bench) -> None:
    heard: list[str] = []
    canvas.activated.connect(heard.append)
    QTest.mouseClick(canvas, LEFT, pos=place_of(canvas, "summit", bench))
    assert bench.state.selected == "summit"
    assert heard == ["summit"]


def test_a_click_on_empty_ground_deselects(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.navigator.select("deal")
    QTest.mouseClick(canvas, LEFT, pos=empty_place(canvas))
    assert bench.state.selected is None


def test_a_click_on_a_pill_zooms_in_until_its_events_stand_apart(bench: Bench, qtbot: QtBot) -> None:
    crowd = Bench(bench.file.parent, crowded())
    canvas = shown(crowd, qtbot)
    place, rows = pill_place(canvas)
    width = crowd.state.width
    QTest.mouseClick(canvas, LEFT, pos=place)
    assert crowd.state.width < width
    for row in rows:
        anchor = crowd.library.dataset.times[row].anchor
        assert crowd.state.start < anchor < crowd.state.end
    assert crowd.state.selected is None


def test_a_pill_that_zoom_cannot_part_lists_its_events(bench: Bench, qtbot: QtBot) -> None:
    crowd = Bench(bench.file.parent, crowded())
    canvas = shown(crowd, qtbot)
    crowd.show("2010-03-01", "2010-03-02")
    place, rows = pill_place(canvas)
    QTest.mouseClick(canvas, LEFT, pos=place)
    menu = canvas.findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == len(rows)
    menu.actions()[0].trigger()
    assert crowd.state.selected == crowd.library.dataset.events[rows[0]].id
    menu.close()


def test_a_folded_lane_leads_to_the_event_it_names(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2015-08-01", "2015-09-30")
    canvas.settle()
    hint = next(hint for hint in canvas.scene().hints if hint.side < 0)
    named = bench.library.dataset.events[hint.row].id
    QTest.mouseClick(canvas, LEFT, pos=QPoint(hint.x + 10, round(hint.y)))
    anchor = bench.library.dataset.times[hint.row].anchor
    assert bench.state.selected == named
    assert bench.state.start < anchor < bench.state.end


def test_a_double_click_on_empty_ground_zooms_in_twice(canvas: TimelineCanvas, bench: Bench) -> None:
    place = empty_place(canvas)
    width, time = bench.state.width, canvas.scene().scale.to_time(place.x())
    double_click(canvas, place)
    assert bench.state.width == pytest.approx(width / 2)
    assert canvas.scene().scale.to_px(time) == pytest.approx(place.x(), abs=1.0)


def test_a_double_click_on_an_event_only_opens_it(canvas: TimelineCanvas, bench: Bench) -> None:
    width = bench.state.width
    double_click(canvas, place_of(canvas, "summit", bench))
    assert (bench.state.selected, bench.state.width) == ("summit", width)


def test_a_double_click_on_a_pill_zooms_into_it_and_no_farther(bench: Bench, qtbot: QtBot) -> None:
    crowd = Bench(bench.file.parent, crowded())
    canvas = shown(crowd, qtbot)
    place, _ = pill_place(canvas)
    width = crowd.state.width
    double_click(canvas, place)
    assert crowd.state.width == pytest.approx(width / 8)


def double_click(canvas: TimelineCanvas, place: QPoint) -> None:
    QTest.mouseClick(canvas, LEFT, pos=place)
    QTest.mouseDClick(canvas, LEFT, pos=place)


def test_the_side_buttons_of_the_mouse_go_back_and_forward(canvas: TimelineCanvas, bench: Bench) -> None:
    first = bench.state
    bench.navigator.select("deal")
    QTest.mouseClick(canvas, Qt.MouseButton.BackButton, pos=empty_place(canvas))
    assert bench.state == first
    QTest.mouseClick(canvas, Qt.MouseButton.ForwardButton, pos=empty_place(canvas))
    assert bench.state.selected == "deal"


def test_hovering_an_event_tells_its_name_date_and_certainty(canvas: TimelineCanvas, bench: Bench) -> None:
    move(canvas, place_of(canvas, "summit", bench), Qt.MouseButton.NoButton)
    assert "The summit" in QToolTip.text()
    assert "2–4 Oct 2007" in QToolTip.text()
    move(canvas, empty_place(canvas), Qt.MouseButton.NoButton)


def test_a_name_with_markup_is_shown_as_it_is(bench: Bench, qtbot: QtBot) -> None:
    record = collection_record()
    record["events"][0]["title"]["en"] = "<b>bold</b> & brave"
    hostile = Bench(bench.file.parent, record)
    canvas = shown(hostile, qtbot)
    move(canvas, place_of(canvas, "summit", hostile), Qt.MouseButton.NoButton)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; brave" in QToolTip.text()
    move(canvas, empty_place(canvas), Qt.MouseButton.NoButton)


# -- keys


def tab_into(canvas: TimelineCanvas) -> None:
    """Come to the timeline with Tab."""
    canvas.activateWindow()
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)


def test_tab_focuses_an_event_in_view_and_says_what_it_is(canvas: TimelineCanvas) -> None:
    tab_into(canvas)
    assert canvas.accessibleDescription() == ("The first-test, 9 Oct 2006 · exact day, Nuclear, sources: 0")


def test_the_description_names_date_certainty_category_sources_and_dispute(
    canvas: TimelineCanvas, bench: Bench
) -> None:
    bench.navigator.select("deal")
    bench.show("2015-08-24", "2015-08-27")
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.accessibleDescription() == (
        "The deal, 25 Aug 2015 · exact day, Talks, sources: 1, disputed"
    )


def test_arrows_reach_every_visible_event(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2015-08-01", "2016-02-15")
    canvas.settle()
    visible = {mark.row for lane in canvas.scene().lanes for mark in lane.marks}
    assert len(visible) > 6
    reached: set[str] = set()
    tab_into(canvas)
    lanes = len(bench.library.dataset.categories)
    for _ in range(lanes):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    for _ in range(lanes):
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            for _ in range(len(EVENT_IDS)):
                reached.add(canvas.accessibleDescription().split(",")[0])
                QTest.keyClick(canvas, key)
        reached.add(canvas.accessibleDescription().split(",")[0])
        bench.show("2015-08-01", "2016-02-15")  # where a lane ended the view went on
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    titles = {bench.library.dataset.events[row].title.en for row in visible}
    assert titles <= reached


def test_right_goes_on_beyond_the_view_and_brings_the_event_into_it(
    canvas: TimelineCanvas, bench: Bench
) -> None:
    bench.show("2007-09-01", "2007-11-01")
    tab_into(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    row = bench.library.dataset.index_of("letter")
    assert canvas.accessibleDescription().startswith("The letter")
    assert bench.state.start < bench.library.dataset.times[row].anchor < bench.state.end


def test_arrows_find_an_event_from_an_empty_stretch(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.show("2011-01-01", "2012-01-01")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.accessibleDescription().startswith("The summit")


def test_enter_opens_the_event_with_the_focus(canvas: TimelineCanvas, bench: Bench) -> None:
    tab_into(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert bench.state.selected == "first-test"


def test_enter_never_opens_what_the_filter_hides(canvas: TimelineCanvas, bench: Bench) -> None:
    tab_into(canvas)
    choice = bench.state.filter.choosing("categories", frozenset({"talks"}))
    bench.store.replace(bench.state.with_filter(choice))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    row = bench.library.dataset.index_of(bench.state.selected or "")
    assert bench.library.dataset.events[row].category == "talks"


@pytest.mark.parametrize(("key", "share"), [(Qt.Key.Key_Left, -0.25), (Qt.Key.Key_Right, 0.25)])
def test_shift_and_arrows_pan_by_a_quarter(
    canvas: TimelineCanvas, bench: Bench, key: Qt.Key, share: float
) -> None:
    bench.show("2010-01-01", "2011-01-01")
    before = bench.state
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier)
    assert bench.state.start == pytest.approx(before.start + share * before.width)
    assert bench.state.width == before.width


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Home, "first-test"), (Qt.Key.Key_End, "fourth-test")])
def test_home_and_end_travel_to_the_first_and_last_event(
    canvas: TimelineCanvas, bench: Bench, key: Qt.Key, name: str
) -> None:
    bench.show("2015-08-01", "2015-09-01")
    QTest.keyClick(canvas, key)
    assert canvas.accessibleDescription().startswith(f"The {name},")
    row = bench.library.dataset.index_of(name)
    assert bench.state.start < bench.library.dataset.times[row].anchor < bench.state.end


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End])
def test_home_and_end_leave_a_view_that_shows_the_event(
    canvas: TimelineCanvas, bench: Bench, key: Qt.Key
) -> None:
    before = bench.state
    QTest.keyClick(canvas, key)
    assert bench.state == before
    assert not bench.store.can_go_back


def test_a_modifier_alone_shows_no_focus_ring(canvas: TimelineCanvas, bench: Bench) -> None:
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    before = canvas.grab().toImage()
    QTest.keyClick(canvas, Qt.Key.Key_Control)
    assert canvas.grab().toImage() == before


def test_the_ring_shows_after_keys_and_goes_with_a_click(canvas: TimelineCanvas, bench: Bench) -> None:
    canvas.activateWindow()
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    plain = canvas.grab().toImage()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.grab().toImage() != plain
    QTest.mouseClick(canvas, LEFT, pos=empty_place(canvas))
    assert canvas.grab().toImage() == plain


# -- looks


def test_larger_text_makes_room_for_itself(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.look(text_percent=200)
    assert canvas.scene().plot[0] == 252
    assert canvas.scene().style.axis == 100


def test_dark_ground_is_dark(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.look(theme="dark")
    place = empty_place(canvas)
    assert QColor(canvas.grab().toImage().pixel(place)).lightness() < 40


def test_another_language_changes_names_and_dates(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.look(language="ko")
    move(canvas, place_of(canvas, "summit", bench), Qt.MouseButton.NoButton)
    assert "사건 summit" in QToolTip.text()
    assert "2007년 10월 2–4일" in QToolTip.text()
    move(canvas, empty_place(canvas), Qt.MouseButton.NoButton)


def test_the_plain_picture_is_the_canvas_without_selection(canvas: TimelineCanvas, bench: Bench) -> None:
    plain = canvas.grab().toImage().convertToFormat(canvas.plain_picture().format())
    bench.navigator.select("deal")
    assert canvas.plain_picture() == plain


def test_switches_of_the_look_leave_place_and_history_alone(canvas: TimelineCanvas, bench: Bench) -> None:
    place = place_of(canvas, "deal", bench)
    bench.look(show_arcs=False, theme="dark")
    assert place_of(canvas, "deal", bench).x() == place.x()
    assert not bench.store.can_go_back


def test_an_unknown_selection_is_no_error(canvas: TimelineCanvas, bench: Bench) -> None:
    bench.store.replace(replace(bench.state, selected="nowhere"))
    canvas.grab()


def test_hits_have_one_field(canvas: TimelineCanvas, bench: Bench) -> None:
    place = place_of(canvas, "deal", bench)
    hit = hit_test(canvas.scene(), place.x(), place.y())
    assert hit is not None
    assert sum(part is not None for part in (hit.mark, hit.pill, hit.hint, hit.period)) == 1
    assert hit != Hit()
