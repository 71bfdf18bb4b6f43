"""The overview strip: brush, handles, clicks and keys move the view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import DAY, IGNORED, Bench
from timeline_app.render.overview import handle_boxes, paint_overview
from timeline_app.ui import overview
from timeline_app.ui.overview import Overview

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(bench: Bench, qtbot: QtBot) -> Overview:
    strip = Overview(bench.store, bench.library, bench.navigator)
    qtbot.addWidget(strip)
    strip.resize(1000, strip.height())
    strip.show()
    qtbot.waitExposed(strip)
    bench.show("2010-01-01", "2012-01-01")
    return strip


def drag(strip: Overview, start: QPoint, *ends: QPoint) -> None:
    QTest.mousePress(strip, LEFT, pos=start)
    for end in ends:
        spot = end.toPointF()
        QApplication.sendEvent(
            strip,
            QMouseEvent(
                QEvent.Type.MouseMove,
                spot,
                strip.mapToGlobal(spot),
                Qt.MouseButton.NoButton,
                LEFT,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
    QTest.mouseRelease(strip, LEFT, pos=ends[-1])


def middle(strip: Overview) -> QPoint:
    x0, x1 = strip.scene().brush
    return QPoint(round((x0 + x1) / 2), strip.scene().base)


def handle(strip: Overview, side: int) -> QPoint:
    return handle_boxes(strip.scene())[side].center().toPoint()


def test_dragging_the_brush_moves_it_by_the_pixels(strip: Overview) -> None:
    before, grip = strip.scene().brush, middle(strip)
    drag(strip, grip, grip + QPoint(20, 0), grip + QPoint(57, 3))
    after = strip.scene().brush
    assert after[0] - before[0] == pytest.approx(57, abs=0.01)
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])


def test_a_handle_moves_its_end_alone(strip: Overview, bench: Bench) -> None:
    before = bench.state
    drag(strip, handle(strip, 1), handle(strip, 1) + QPoint(60, 0))
    assert bench.state.start == pytest.approx(before.start, abs=1.0)
    assert bench.state.end > before.end
    drag(strip, handle(strip, 0), handle(strip, 0) + QPoint(30, 0))
    assert bench.state.start > before.start


def test_a_handle_stops_a_day_before_the_other(strip: Overview, bench: Bench) -> None:
    drag(strip, handle(strip, 0), handle(strip, 0) + QPoint(700, 0))
    assert bench.state.width == pytest.approx(DAY)


def test_a_handle_does_not_leave_the_whole_range(strip: Overview, bench: Bench) -> None:
    drag(strip, handle(strip, 1), QPoint(5_000, 40))
    _, high = bench.library.dataset.extent
    assert bench.state.end < high + 0.1 * (high - bench.library.dataset.extent[0])


def test_a_brush_too_narrow_for_handles_can_still_be_dragged(strip: Overview, bench: Bench) -> None:
    bench.show("2015-08-20", "2015-08-27")
    width, grip = bench.state.width, middle(strip)
    drag(strip, grip, grip + QPoint(-80, 0))
    assert bench.state.width == pytest.approx(width)
    assert bench.state.start < 63_550_000_000


def test_a_click_beside_the_brush_brings_it_there(strip: Overview, bench: Bench) -> None:
    width = bench.state.width
    QTest.mouseClick(strip, LEFT, pos=QPoint(800, strip.scene().base))
    assert sum(strip.scene().brush) / 2 == pytest.approx(800, abs=0.5)
    assert bench.state.width == width


def test_a_drag_is_one_step_back_and_a_click_on_the_brush_none(strip: Overview, bench: Bench) -> None:
    before, grip = bench.state, middle(strip)
    QTest.mouseClick(strip, LEFT, pos=grip)
    assert not bench.store.can_go_back
    drag(strip, grip, grip + QPoint(20, 0), grip + QPoint(50, 0))
    bench.store.back()
    assert bench.state == before
    assert not bench.store.can_go_back


def test_a_double_click_shows_everything(strip: Overview, bench: Bench) -> None:
    QTest.mouseDClick(strip, LEFT, pos=middle(strip))
    low, high = bench.library.dataset.extent
    assert bench.state.start < low
    assert bench.state.end > high


@pytest.mark.parametrize(
    ("key", "moved", "zoomed"),
    [
        (Qt.Key.Key_Left, -0.1, 1.0),
        (Qt.Key.Key_Right, 0.1, 1.0),
        (Qt.Key.Key_Up, 0.1, 0.8),
        (Qt.Key.Key_Down, -0.125, 1.25),
    ],
)
def test_keys_move_and_zoom(strip: Overview, bench: Bench, key: Qt.Key, moved: float, zoomed: float) -> None:
    before = bench.state
    QTest.keyClick(strip, key)
    assert bench.state.width == pytest.approx(before.width * zoomed)
    assert bench.state.start == pytest.approx(before.start + moved * before.width)


@pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 1)])
def test_home_and_end_go_to_either_end(strip: Overview, bench: Bench, key: Qt.Key, side: int) -> None:
    width = bench.state.width
    QTest.keyClick(strip, key)
    assert bench.state.start < bench.library.dataset.extent[side] < bench.state.end
    assert bench.state.width == width


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End])
def test_home_and_end_leave_a_view_that_shows_that_end(strip: Overview, bench: Bench, key: Qt.Key) -> None:
    bench.navigator.whole_range()
    before = bench.state
    QTest.keyClick(strip, key)
    assert bench.state == before


@pytest.mark.parametrize(
    ("start", "end"), [("2010-01-01", "2012-01-01"), ("2015-08-20", "2015-08-22"), ("2000", "2030")]
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_strip_put_together_is_the_strip_painted_at_once(
    strip: Overview, bench: Bench, start: str, end: str, theme: str
) -> None:
    bench.look(theme=theme)
    bench.show(start, end)
    strip.clearFocus()
    found = strip.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QImage(strip.size(), QImage.Format.Format_RGB32)
    scene = strip.scene()
    with QPainter(wanted) as painter:
        assert strip._stamps is not None
        assert strip._measure is not None
        paint_overview(painter, scene, strip._stamps, strip._measure, "en")
    worst = max(
        abs(getattr(QColor(found.pixel(x, y)), part)() - getattr(QColor(wanted.pixel(x, y)), part)())
        for x in range(0, strip.width(), 1)
        for y in range(0, strip.height(), 3)
        for part in ("red", "green", "blue")
    )
    assert worst <= 6


def test_a_pan_builds_and_paints_no_histogram(
    strip: Overview, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip.grab()
    built: list[str] = []
    monkeypatch.setattr(overview, "build_overview", lambda *_: built.append("build"))
    monkeypatch.setattr(overview, "paint_overview", lambda *_: built.append("paint"))
    before = strip.grab().toImage()
    bench.navigator.pan(0.3)
    assert strip.grab().toImage() != before
    assert built == []


def test_the_ring_is_for_who_comes_with_keys(strip: Overview) -> None:
    strip.activateWindow()
    strip.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = strip.grab().toImage()
    strip.clearFocus()
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert strip.grab().toImage() != plain


def test_the_strip_grows_with_the_text(strip: Overview, bench: Bench) -> None:
    before = strip.height()
    bench.look(text_percent=200)
    assert strip.height() > 1.5 * before


def test_another_theme_and_language_are_painted(strip: Overview, bench: Bench) -> None:
    before = strip.grab().toImage()
    bench.look(theme="dark")
    dark = strip.grab().toImage()
    bench.look(language="ko")
    assert len({before.cacheKey(), dark.cacheKey()}) == 2
    assert dark != before
    assert strip.grab().toImage() != dark


def test_the_hand_opens_when_it_lets_go(strip: Overview) -> None:
    grip = middle(strip)
    drag(strip, grip, grip + QPoint(30, 0))
    assert strip.cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_a_click_on_the_key_of_the_histogram_moves_nothing(strip: Overview, bench: Bench) -> None:
    before = bench.state
    QTest.mouseClick(strip, LEFT, pos=QPoint(20, 30))
    assert bench.state == before
    assert not bench.store.can_go_back
