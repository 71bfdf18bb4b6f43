"""The periods in view: their number, its tooltip, the list, and the key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.window_samples import IGNORED, collection_record, write
from timeline_app.dates.calendar import to_seconds
from timeline_app.model.frozen import replace
from timeline_app.ui.event_words import as_html
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.period_list import DATES_ROLE, NAME_ROLE, PeriodList

pytestmark = pytest.mark.qt_log_ignore(IGNORED)
NUMBER = QPoint(30, 76)  # the heading of the periods


@pytest.fixture
def crowded(open_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """A window on a collection with more periods than rows, one of which switches often."""
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
    spans = [{"date": f"{2000 + number}-01-01/{2000 + number}-10-01"} for number in range(9)]
    record["periods"][3] |= {"spans": spans}
    window = open_window(write(tmp_path / "periods.json", record))
    assert window.canvas.scene().period_cells
    return window


def listed(window: MainWindow) -> PeriodList:
    found = QApplication.activePopupWidget()
    assert isinstance(found, PeriodList)
    return found


def press(window: MainWindow) -> PeriodList:
    QTest.keyClick(window.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    return listed(window)


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
    lines = listed(crowded).lines
    assert lines.count() == len(crowded.canvas.scene().present_periods) == 9
    last = lines.item(8)
    lines.scrollToItem(last)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=lines.visualItemRect(last).center())
    assert QApplication.activePopupWidget() is None
    shown = crowded.navigator.target
    assert shown.start < to_seconds(2008, 1, 1) < to_seconds(2016, 12, 1) < shown.end
    assert shown.start > to_seconds(2006, 1, 1)


def test_the_key_lists_them_and_the_arrows_choose(crowded: MainWindow) -> None:
    lines = press(crowded).lines
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(lines, key)
    assert QApplication.activePopupWidget() is None
    shown = crowded.navigator.target
    assert to_seconds(2000, 1, 1) < shown.start < to_seconds(2001, 1, 1)


def test_escape_leaves_the_view_as_it_was(crowded: MainWindow) -> None:
    before = crowded.store.state
    QTest.keyClick(press(crowded).lines, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert crowded.store.state == before


def test_every_span_is_told_whole(crowded: MainWindow) -> None:
    lines = press(crowded).lines
    (often,) = (lines.item(row) for row in range(lines.count()) if "<3th>" in lines.item(row).data(NAME_ROLE))
    told = often.data(DATES_ROLE)
    assert all(f"1 Jan – 1 Oct {year}" in told for year in range(2000, 2009))
    assert "…" not in told
    others = [lines.item(row) for row in range(lines.count()) if lines.item(row) is not often]
    plain = lines.visualItemRect(others[0]).height()
    assert lines.visualItemRect(often).height() >= plain + 2 * lines.fontMetrics().height()


@pytest.mark.parametrize("size", [(1280, 720), (800, 400)])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_stays_in_the_window_and_scrolls(
    crowded: MainWindow, size: tuple[int, int], percent: int
) -> None:
    crowded.resize(*size)
    crowded.store.replace(replace(crowded.store.state, text_percent=percent))
    found = press(crowded)
    seen = crowded.geometry().intersected(crowded.screen().availableGeometry())
    assert seen.contains(found.geometry())
    lines = found.lines
    for row in range(lines.count()):
        lines.setCurrentRow(row)
        box = lines.visualItemRect(lines.item(row))
        assert lines.viewport().rect().contains(box) or box.height() > lines.viewport().height()
        assert box.width() <= lines.viewport().width()
    found.close()


def test_a_click_on_the_row_of_the_rest_lists_what_is_on_there(crowded: MainWindow) -> None:
    cell = max(crowded.canvas.scene().period_cells, key=lambda one: len(one.periods))
    place = QPoint((cell.x0 + cell.x1) // 2, cell.y + 5)
    QTest.mouseClick(crowded.canvas, Qt.MouseButton.LeftButton, pos=place)
    lines = listed(crowded).lines
    names = [lines.item(row).data(NAME_ROLE) for row in range(lines.count())]
    assert names == [period.title.en for period in cell.periods]
    listed(crowded).close()


def test_where_none_is_in_view_the_key_says_so(window: MainWindow) -> None:
    assert not window.canvas.scene().present_periods
    QTest.keyClick(window.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.activePopupWidget() is None
    assert window.toast.isVisible()


def test_elsewhere_the_timeline_hears_of_clicks(crowded: MainWindow) -> None:
    crowded.navigator.select("deal")
    canvas = crowded.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() - 400, canvas.height() - 4))
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("lines", [["1951 – Jul 1953  Raids"], ["<b> & co"], ["One", "Two  three"]])
def test_a_tooltip_of_any_number_of_lines_is_taken_as_html(qapp: QApplication, lines: list[str]) -> None:
    text = as_html(lines)
    assert QtGui.Qt.mightBeRichText(text)
    document = QTextDocument()
    document.setHtml(text)
    assert document.toPlainText().replace("\N{NO-BREAK SPACE}", " ").splitlines() == lines
