"""Periods without a bar: their number, its tooltip, its menu, and the key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.ui.window_samples import IGNORED, collection_record, write
from timeline_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore(IGNORED)
NUMBER = QPoint(30, 76)  # the heading of the periods


@pytest.fixture
def crowded(open_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """A window on a collection with more periods than rows."""
    record = collection_record()
    record["periods"] = [
        {
            "id": f"p{number}",
            "title": {"en": f"The <{number}th> & last", "ko": f"시기 {number}"},
            "kind": "state",
            "spans": [{"date": f"{2000 + number}/2016"}],
        }
        for number in range(9)
    ]
    window = open_window(write(tmp_path / "periods.json", record))
    assert window.canvas.scene().hidden_periods
    return window


def menu(window: MainWindow) -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_the_number_tells_its_periods_where_the_pointer_rests(crowded: MainWindow) -> None:
    canvas = crowded.canvas
    event = QHelpEvent(QEvent.Type.ToolTip, NUMBER, canvas.mapToGlobal(NUMBER))
    QApplication.sendEvent(canvas, event)
    assert "The &lt;8th&gt; &amp; last&nbsp; 2008 – 2016" in QToolTip.text().replace(
        "2008–2016", "2008 – 2016"
    )
    QToolTip.hideText()


def test_a_click_on_the_number_lists_them_and_a_choice_shows_the_period(crowded: MainWindow) -> None:
    QTest.mouseClick(crowded.canvas, Qt.MouseButton.LeftButton, pos=NUMBER)
    listed = menu(crowded).actions()
    assert len(listed) == len(crowded.canvas.scene().hidden_periods)
    before = crowded.store.state
    listed[-1].trigger()
    menu(crowded).close()
    after = crowded.store.state
    assert (after.start, after.width) != (before.start, before.width)


def test_the_key_lists_them_and_the_arrows_choose(crowded: MainWindow) -> None:
    before = crowded.store.state
    QTest.keyClick(crowded.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(menu(crowded), Qt.Key.Key_Down)
    QTest.keyClick(menu(crowded), Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert crowded.store.state.start != before.start


def test_where_none_is_hidden_the_key_says_so(window: MainWindow) -> None:
    assert not window.canvas.scene().hidden_periods
    QTest.keyClick(window.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.activePopupWidget() is None
    assert window.toast.isVisible()


def test_elsewhere_the_timeline_hears_of_clicks(crowded: MainWindow) -> None:
    crowded.navigator.select("deal")
    canvas = crowded.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() - 400, canvas.height() - 4))
    assert QApplication.activePopupWidget() is None
