"""The window as a whole: it opens, follows its files, keeps its focus and fits its size."""

import gc
import json
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import IGNORED, collection_record, opening, write
from timeline_app import cli, paths
from timeline_app.layout.overlay import find_spot
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import whole_range
from timeline_app.ui.controls import FacetRow
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.settings import Settings
from timeline_app.ui.window_place import SAVE_DELAY_MS

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

Opener = Callable[..., MainWindow]
WAIT_MS = 4_000


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def without(*names: str) -> dict[str, object]:
    """The collection without some events."""
    record = collection_record()
    record["events"] = [event for event in record["events"] if event["id"] not in names]
    return record


# -- files


def test_a_file_replaced_while_open_is_read_again(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    write(tmp_path / "own.json", without("summit"))
    qtbot.waitUntil(lambda: len(window.library.dataset) == 11, timeout=WAIT_MS)
    write(tmp_path / "own.json")
    qtbot.waitUntil(lambda: len(window.library.dataset) == 12, timeout=WAIT_MS)


def test_reading_again_keeps_view_and_selection(window: MainWindow, tmp_path: Path) -> None:
    window.navigator.select("deal")
    before = window.store.state
    write(tmp_path / "own.json", without("summit"))
    window.library.reload()
    assert window.store.state == before


def test_a_selected_event_that_vanished_is_selected_no_more_not_even_by_going_back(
    window: MainWindow, tmp_path: Path
) -> None:
    window.navigator.select("summit")
    window.navigator.select("deal")
    window.navigator.whole_range()
    write(tmp_path / "own.json", without("summit", "deal"))
    window.library.reload()
    assert window.store.state.selected is None
    while window.store.can_go_back:
        window.navigator.back()
        assert window.store.state.selected is None
        window.canvas.grab()


def test_a_broken_record_is_told_and_the_others_stay(window: MainWindow, tmp_path: Path) -> None:
    record = collection_record()
    record["events"][0]["date"] = "2015-13-04"
    write(tmp_path / "own.json", record)
    window.library.reload()
    assert len(window.library.dataset) == 11
    assert window.banner.isVisible()
    said = " ".join(label.text() for label in window.banner.findChildren(QLabel))
    assert "own.json" in said
    assert "summit" in said
    write(tmp_path / "own.json")
    window.library.reload()
    assert not window.banner.isVisible()


@pytest.mark.parametrize("text", ["", "{", '{"events": [', "\x00\xff", "[]", "null", '{"events": []}'])
def test_a_file_that_cannot_be_read_never_empties_the_window(
    window: MainWindow, tmp_path: Path, text: str
) -> None:
    (tmp_path / "own.json").write_text(text, encoding="latin-1")
    window.library.reload()
    assert len(window.library.dataset) == 12
    assert window.banner.isVisible()
    window.canvas.grab()


def test_a_file_deleted_while_open_leaves_its_events(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "own.json").unlink()
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT_MS)
    assert len(window.library.dataset) == 12
    assert window.banner.title.text() == "own.json has been moved or deleted"
    assert "Line" not in window.banner.details.text()
    assert len(window.library.problems) == 1
    write(tmp_path / "own.json", without("summit"))
    qtbot.waitUntil(lambda: len(window.library.dataset) == 11, timeout=WAIT_MS)
    assert not window.banner.isVisible()


def test_opening_another_collection_shows_all_of_it(window: MainWindow, tmp_path: Path) -> None:
    other = write(tmp_path / "other.json", without("first-test", "summit"))
    window.store.replace(window.store.state.with_filter(EventFilter(text="summit")))
    window.navigator.select("deal")
    window.open_path(other)
    state = window.store.state
    low, high = window.library.dataset.extent
    assert (state.selected, state.filter) == (None, EventFilter())
    assert state.start < low
    assert state.end > high
    assert not window.store.can_go_back
    assert window.windowTitle() == "other.json"
    assert Settings().recent == [str(other)]


def test_every_title_is_in_the_language_of_the_window(window: MainWindow) -> None:
    window.open_path(None)
    names = []
    for language in ("ko", "en"):
        window.store.replace(replace(window.store.state, language=language))
        names.append((window.windowTitle(), QGuiApplication.applicationDisplayName()))
    korean, english = "남북 관계 연표", "Inter-Korean relations timeline"
    assert names == [(korean, korean), (english, english)]


def test_an_empty_or_missing_collection_opens_with_a_message(window: MainWindow, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        (tmp_path / "own.json").unlink(missing_ok=True)
        window.open_path(path)
        assert len(window.library.dataset) == 0
        assert window.empty.isVisible()
        assert window.banner.isVisible()
        window.grab()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Down):
            QTest.keyClick(window.canvas, key)
        for name in ("zoom-in", "whole-range", "today", "dispute", "fit-event", "copy-quotation"):
            window._actions[name].trigger()
    assert Settings().recent == [str(tmp_path)]


ANY_ACTION = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, no = QPointF(600, 400), Qt.KeyboardModifier.NoModifier
    enter = dragged(data)
    window.dragEnterEvent(cast("QDragEnterEvent", enter))
    assert enter.answers == [Qt.DropAction.CopyAction, "accepted"]
    dropped = QDropEvent(place, ANY_ACTION, data, Qt.MouseButton.LeftButton, no)
    window.dropEvent(dropped)
    assert dropped.dropAction() == Qt.DropAction.CopyAction  # a move would let the owner remove the file


def dragged(data: QMimeData) -> SimpleNamespace:
    """What is dragged over a widget; Qt 6.12 wants another point for a real event than Qt 6.11 takes."""
    answers: list[object] = []
    return SimpleNamespace(
        answers=answers,
        mimeData=lambda: data,
        setDropAction=answers.append,
        accept=lambda: answers.append("accepted"),
        ignore=lambda: answers.append("ignored"),
    )


def test_a_dropped_file_is_opened(window: MainWindow, tmp_path: Path) -> None:
    drop(window, write(tmp_path / "other.json", without("summit")))
    assert len(window.library.dataset) == 11


def test_a_dropped_folder_is_opened_as_a_collection(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "events").mkdir(parents=True)
    record = collection_record()
    events = record.pop("events")
    (folder / "rest.json").write_text(json.dumps(record), encoding="utf-8")
    (folder / "events" / "a.json").write_text(json.dumps({"events": events[1:]}), encoding="utf-8")
    drop(window, folder)
    assert len(window.library.dataset) == 11
    assert window.windowTitle() == "mine"


def test_a_file_dropped_on_a_field_is_left_to_the_window(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/kim/own.json")])
    data.setText("file:///home/kim/own.json")
    over_field = dragged(data)
    window.toolbar.search.dragEnterEvent(cast("QDragEnterEvent", over_field))
    assert over_field.answers == ["ignored"]


def test_recent_collections_are_in_the_menu(window: MainWindow, tmp_path: Path) -> None:
    other = write(tmp_path / "a & b.json")
    window.open_path(other)
    gone = write(tmp_path / "gone.json")
    window.open_path(gone)
    gone.unlink()
    window._menu.refresh()
    recent = window._menu._recent
    assert [action.text() for action in recent.actions()] == [str(other).replace("&", "&&")]
    recent.actions()[0].trigger()
    assert window.library.path == other


def test_reading_again_and_again_keeps_no_old_collection(window: MainWindow) -> None:
    window.store.replace(window.store.state.with_filter(EventFilter(text="regret")))
    old = weakref.ref(window.library.dataset)
    for _ in range(3):
        window.library.reload()
        window.canvas.grab()
        window.overview.grab()
    gc.collect()
    assert old() is None


# -- keys


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Home, "first-test"), (Qt.Key.Key_End, "fourth-test")])
@pytest.mark.parametrize("part", ["panel", "filters", "toolbar"])
def test_home_and_end_travel_from_every_part(
    window: MainWindow, qtbot: QtBot, part: str, key: Qt.Key, name: str
) -> None:
    window.navigator.select("deal")
    width = 30 * 86_400.0
    anchor = window.library.dataset.times[window.library.dataset.index_of("deal")].anchor
    window.store.replace(window.store.state.showing(anchor - width / 2, anchor + width / 2))
    if part == "panel":
        window._actions["dispute"].trigger()
        qtbot.waitUntil(lambda: window.panel.isAncestorOf(QApplication.focusWidget()))
    elif part == "filters":
        window.filters.findChildren(FacetRow)[0].setFocus()
    else:
        window.toolbar.filters.setFocus()
    press(key)
    row = window.library.dataset.index_of(name)
    state = window.store.state
    assert state.start < window.library.dataset.times[row].anchor < state.end
    assert window.canvas.hasFocus()
    assert state.selected == "deal"


def test_the_panel_scrolls_by_its_own_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 560)
    window.navigator.select("deal")
    window.panel.setFocus()
    bar = window.panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = window.store.state
    for key, modifier, place in (
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, None),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, bar.maximum()),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, 0),
    ):
        press(key, modifier)
        assert bar.value() == place if place is not None else bar.value() > 0
    assert window.store.state == before


# -- search


def type_search(window: MainWindow, text: str) -> None:
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, text)
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)


def test_searching_counts_filters_and_travels(window: MainWindow) -> None:
    type_search(window, "regret")
    assert window.toolbar.search.note.text() == "1 of 12"
    assert window.store.state.filter.text == "regret"
    assert window.hits.isVisible()
    assert window.store.state.selected == "deal"


def test_enter_again_travels_to_the_next_hit_and_the_field_keeps_the_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, "regret")
    for number in (1, 2, 1):
        QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda n=number: marked_excerpt(window) == f"text#{n}")
        assert window.toolbar.search.hasFocus()
        assert window.store.state.selected == "deal"


def test_enter_in_the_list_leaves_the_keys_with_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, "regret")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Down)
    QTest.keyClick(window.hits, Qt.Key.Key_Down)
    QTest.keyClick(window.hits, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked_excerpt(window) == "text#2")
    assert window.hits.hasFocus()


def test_the_excerpt_of_a_hit_is_scrolled_into_view(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    record = collection_record()
    source = record["sources"][0]
    first = source["excerpts"][1]
    source["excerpts"] += [{**first, "id": str(n), "summary": {"en": f"Word {n}."}} for n in range(3, 30)]
    source["excerpts"].append({**first, "id": "30", "summary": {"en": "The needle."}})
    deal = next(event for event in record["events"] if event["id"] == "deal")
    deal["cites"] += [{"excerpt": f"text#{n}"} for n in range(3, 31)]
    window = open_window(write(tmp_path / "long.json", record))
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, "needle")
    QTest.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked_excerpt(window) == "text#30")
    assert window.panel.sources is not None
    row = window.panel.sources.rows["text#30"]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def marked_excerpt(window: MainWindow) -> str:
    sources = window.panel.sources
    rows = sources.rows if sources is not None else {}
    return next((name for name, row in rows.items() if row.is_marked), "")


def test_a_notice_lies_over_the_timeline_and_moves_nothing(window: MainWindow) -> None:
    before = window.canvas.geometry()
    setting = window.canvas.scene().setting
    window._actions["copy-image"].trigger()
    assert window.toast.isVisible()
    assert window.canvas.geometry() == before
    assert window.canvas.scene().setting == setting
    spot = window.toast.geometry()
    words = window.toast.title
    assert words.heightForWidth(words.width()) < 2 * words.fontMetrics().lineSpacing()  # in one line
    assert abs(spot.center().x() - window.canvas.width() // 2) <= 1
    assert spot.bottom() < window.canvas.height()


def test_down_goes_into_the_list_and_escape_ends_the_search(window: MainWindow) -> None:
    type_search(window, "regret")
    press(Qt.Key.Key_Down)
    assert window.hits.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.store.state.filter.text == ""
    assert window.toolbar.search.text() == ""
    assert not window.hits.isVisible()
    assert window.canvas.hasFocus()


def test_escape_in_the_field_ends_the_search_before_it_closes_anything_else(window: MainWindow) -> None:
    type_search(window, "regret")
    press(Qt.Key.Key_Escape)
    assert (window.store.state.filter.text, window.store.state.selected) == ("", "deal")
    press(Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.store.state.selected is None


def test_going_back_takes_the_text_out_of_the_field(window: MainWindow) -> None:
    type_search(window, "regret")
    while window.store.can_go_back:
        window.navigator.back()
    assert window.toolbar.search.text() == ""


def test_a_search_that_was_on_shows_its_list_at_the_next_start(open_window: Opener, tmp_path: Path) -> None:
    window = open_window(choice=EventFilter(text="regret"))
    assert window.hits.isVisible()
    assert window.toolbar.search.text() == "regret"


def test_a_filter_that_leaves_nothing_says_so_and_is_taken_back(window: MainWindow) -> None:
    type_search(window, "nothing of the kind")
    assert window.empty.isVisible()
    assert window.empty.size() == window.canvas.size()
    window.empty.undo.emit("text")
    assert not window.empty.isVisible()
    assert window.store.state.filter == EventFilter()


# -- escape, focus, tab


def test_escape_closes_the_message_then_the_selection(window: MainWindow) -> None:
    window.navigator.select("deal")
    window.toast.show_notice("done")
    window.canvas.setFocus()
    press(Qt.Key.Key_Escape)
    assert not window.toast.isVisible()
    assert window.store.state.selected == "deal"
    press(Qt.Key.Key_Escape)
    assert window.store.state.selected is None
    assert not window.panel.isVisible()
    assert window.canvas.hasFocus()


def part_of(window: MainWindow, widget: QWidget | None) -> str:
    parts = ("toolbar", "filters", "canvas", "hits", "panel", "overview")
    assert widget is not None
    for name in parts:
        part = getattr(window, name)
        if part is widget or part.isAncestorOf(widget):
            return name
    return "elsewhere"


def test_tab_goes_through_the_parts_as_one_reads_and_back(window: MainWindow) -> None:
    window.navigator.select("deal")
    window.filters.rebuild()
    QApplication.processEvents()
    window.toolbar.filters.setFocus()
    visited: list[str] = []
    for _ in range(120):
        name = part_of(window, QApplication.focusWidget())
        if not visited or visited[-1] != name:
            visited.append(name)
        if name == "overview":
            break
        press(Qt.Key.Key_Tab)
    assert visited == ["toolbar", "filters", "canvas", "panel", "overview"]
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.toolbar.filters
    press(Qt.Key.Key_Backtab)
    assert window.overview.hasFocus()


def test_tab_follows_the_toolbar_from_left_to_right(window: MainWindow) -> None:
    window.toolbar.filters.setFocus()
    places: list[int] = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        if part_of(window, focused) != "toolbar":
            break
        assert focused is not None
        places.append(focused.x())
        press(Qt.Key.Key_Tab)
    assert len(places) > 7
    assert places == sorted(places)


def test_a_row_that_tab_reaches_is_scrolled_into_view(open_window: Opener) -> None:
    window = open_window(size=(1440, 560))
    window.canvas.setFocus()
    press(Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert part_of(window, focused) == "filters"
    assert not focused.visibleRegion().isEmpty()


def test_the_window_starts_with_the_keys_in_the_timeline_and_no_ring(window: MainWindow) -> None:
    assert window.canvas.hasFocus()
    plain = window.canvas.plain_picture()
    assert window.canvas.grab().toImage().convertToFormat(plain.format()) == plain


# -- looks


def texts(window: MainWindow) -> list[str]:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return labels + [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]


def test_the_language_is_switched_live_and_back(window: MainWindow) -> None:
    window._actions["language"].trigger()
    assert window.filters.reset.text() == "초기화"
    assert window.toolbar.export.text() == "내보내기"
    assert window._actions["reload"].text() != "Reload"
    window._actions["language"].trigger()
    assert window.filters.reset.text() == "Reset"
    assert window.toolbar.export.text() == "Export"
    assert window._actions["reload"].text() == "Reload"


def test_buttons_of_dialogs_speak_the_language_too(window: MainWindow) -> None:
    window._actions["language"].trigger()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "취소"
    window._actions["language"].trigger()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_only_bundled_fonts_are_used(window: MainWindow) -> None:
    window.navigator.select("deal")
    type_search(window, "regret")
    bundled = {"Pretendard", "Timeline Serif"}
    for widget in [window, *window.findChildren(QWidget)]:
        assert widget.fontInfo().family() in bundled, widget


@pytest.mark.parametrize(("theme", "darkest"), [("light", 255), ("dark", 70)])
def test_a_theme_leaves_nothing_of_the_other(open_window: Opener, theme: str, darkest: int) -> None:
    window = open_window()
    window.navigator.select("deal")
    type_search(window, "regret")
    other = "dark" if theme == "light" else "light"
    for name in (other, theme):
        window.store.replace(replace(window.store.state, theme=name))
        QApplication.processEvents()
    picture = window.grab().toImage()
    bright = sum(
        picture.pixelColor(x, y).lightness() > 128
        for x in range(0, picture.width(), 6)
        for y in range(0, picture.height(), 6)
    )
    share = bright / ((picture.width() // 6) * (picture.height() // 6))
    assert share > 0.85 if theme == "light" else share < 0.15


def test_the_language_button_says_which_is_in_use(window: MainWindow) -> None:
    label = window.toolbar.language.findChild(QLabel)
    assert 'font-weight:600">EN' in label.text()
    window._actions["language"].trigger()
    assert 'font-weight:600">한' in label.text()


def test_the_range_is_said_in_words(window: MainWindow) -> None:
    assert window.toolbar.span.text() == "10 years"


# -- sizes


def overlaps(widgets: list[QWidget], window: QWidget) -> list[tuple[str, str]]:
    boxes = [
        (widget, widget.rect().translated(widget.mapTo(window, QPoint())))
        for widget in widgets
        if widget.isVisible()
    ]
    return [
        (str(one), str(other))
        for number, (one, box) in enumerate(boxes)
        for other, other_box in boxes[number + 1 :]
        if box.intersects(other_box)
    ]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(760, 520), (1080, 700), (1280, 800), (1920, 1080)])
def test_nothing_in_the_toolbar_is_cut_or_overlaps(
    open_window: Opener, size: tuple[int, int], percent: int
) -> None:
    window = open_window(size=size)
    for language in ("en", "ko"):
        window.store.replace(replace(window.store.state, text_percent=percent, language=language))
        QApplication.processEvents()
        toolbar = window.toolbar
        assert (window.width(), window.height()) == size
        shown = [
            widget
            for widget in toolbar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if widget.isVisible()
        ]
        assert overlaps(shown, window) == []
        for widget in shown:
            assert widget.geometry().right() <= toolbar.width()
            assert widget.width() >= widget.minimumSizeHint().width(), widget
            assert widget.height() <= toolbar.height()
        assert toolbar.search.isVisible()
        assert toolbar.export.isVisible()
        middle = [window.canvas, window.hits, window.overview, toolbar]
        assert overlaps(middle, window) == []


@pytest.mark.parametrize(
    ("percent", "size", "words"), [(100, (1440, 900), "1 of 12"), (200, (1280, 720), "1")]
)
def test_the_number_of_hits_leaves_room_for_what_is_searched_for(
    open_window: Opener, percent: int, size: tuple[int, int], words: str
) -> None:
    window = open_window(size=size)
    window.store.replace(replace(window.store.state, text_percent=percent))
    type_search(window, "regret")
    field = window.toolbar.search
    assert field.note.text() == words
    assert field.note.isVisible()
    left = field.sign.geometry().right() + field.fontMetrics().horizontalAdvance("regret")
    assert left < field.note.geometry().left()


@pytest.mark.parametrize(("percent", "rows"), [(100, 6), (200, 2)])
def test_hits_leave_the_timeline_the_room_it_needs(
    open_window: Opener, tmp_path: Path, percent: int, rows: int
) -> None:
    record = collection_record()
    record["events"] = [{**record["events"][0], "id": f"e{n}"} for n in range(30)]
    window = open_window(write(tmp_path / "many.json", record), size=(1280, 720))
    window.store.replace(replace(window.store.state, text_percent=percent))
    window._deeds.search("summit")
    QTest.qWait(100)
    assert window.hits.height() // window.hits.sizeHintForRow(0) == rows
    assert window.canvas.height() > window.hits.height()


def test_filters_close_in_a_narrow_window_and_open_again(open_window: Opener) -> None:
    window = open_window(size=(1400, 800))
    assert window.filters.isVisible()
    window.resize(1200, 800)
    QApplication.processEvents()
    assert not window.filters.isVisible()
    assert not window.toolbar.filters.isChecked()
    window.resize(1400, 800)
    QApplication.processEvents()
    assert window.filters.isVisible()


def test_filters_closed_by_hand_stay_closed(open_window: Opener) -> None:
    window = open_window(size=(1400, 800))
    press(Qt.Key.Key_F)
    window.resize(1200, 800)
    window.resize(1400, 800)
    QApplication.processEvents()
    assert not window.filters.isVisible()


def test_filters_that_a_narrow_window_closed_are_remembered_as_open(open_window: Opener) -> None:
    window = open_window(size=(1000, 700))
    assert not window.filters.isVisible()
    window.close()
    assert Settings().flag("look/show_filters")


@pytest.mark.parametrize("width", [760, 1000, 1200])
def test_filters_can_be_opened_in_any_window(open_window: Opener, width: int) -> None:
    window = open_window(size=(width, 600))
    press(Qt.Key.Key_F)
    QApplication.processEvents()
    assert window.filters.isVisible()
    assert window.filters.width() == 228


def test_the_panel_stands_beside_a_wide_timeline_and_over_a_narrow_one(open_window: Opener) -> None:
    window = open_window(size=(1300, 800))
    window.navigator.select("deal")
    QApplication.processEvents()
    assert overlaps([window.panel, window.canvas], window) == []
    assert window.panel.width() == 384
    window.resize(1000, 800)
    QApplication.processEvents()
    assert overlaps([window.panel, window.canvas], window) != []
    assert window.panel.width() == 384
    assert window.panel.mapTo(window, QPoint()).x() == 1000 - 384
    window.resize(1300, 800)
    QApplication.processEvents()
    assert overlaps([window.panel, window.canvas], window) == []


def test_an_event_selected_in_a_narrow_window_is_not_under_the_panel(open_window: Opener) -> None:
    window = open_window(size=(900, 600))
    window.navigator.whole_range()
    window.navigator.select("fourth-test")
    QApplication.processEvents()
    row = window.library.dataset.index_of("fourth-test")
    x = window.canvas.scene().scale.to_px(window.library.dataset.times[row].anchor)
    assert window.canvas.mapTo(window, QPoint(round(x), 0)).x() < window.panel.mapTo(window, QPoint()).x()


def test_widths_dragged_by_hand_are_remembered(open_window: Opener) -> None:
    window = open_window(size=(1600, 800))
    window.navigator.select("deal")
    QApplication.processEvents()
    splitter = window.body._splitter
    splitter.moveSplitter(300, 1)
    splitter.splitterMoved.emit(300, 1)
    assert Settings().number("widths/filters") == pytest.approx(300, abs=1)
    window.close()
    again = open_window(size=(1600, 800))
    QApplication.processEvents()
    assert again.filters.width() == pytest.approx(300, abs=1)


# -- settings


def test_window_view_and_look_survive(open_window: Opener) -> None:
    window = open_window(size=(1333, 777))
    window.navigator.select("deal")
    window.store.replace(replace(window.store.state, theme="dark", language="ko", text_percent=110))
    state = window.store.state
    window.close()
    again = open_window(size=(1333, 777))
    assert again.store.state == state


def test_a_window_left_at_the_whole_range_opens_with_the_whole_of_what_changed(
    open_window: Opener, tmp_path: Path
) -> None:
    file = write(tmp_path / "changing.json")
    open_window(file).close()
    write(file, without("first-test", "summit"))
    again = open_window(file)
    assert (again.store.state.start, again.store.state.end) == whole_range(again.library.dataset.extent)
    again.navigator.zoom(2.0)
    zoomed = again.store.state
    again.close()
    write(file)
    assert open_window(file).store.state == zoomed


def test_the_view_is_kept_without_closing(window: MainWindow, qtbot: QtBot) -> None:
    window._saving.setInterval(20)
    window.navigator.select("deal")
    qtbot.waitUntil(
        lambda: Settings().last_view(window.library.key, window.store.state.select(None)).selected == "deal",
        timeout=2_000,
    )


def test_size_and_place_are_kept_without_closing(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window(size=(1200, 700))
    window.move(11, 23)
    window.resize(770, 640)  # within the screen of the tests
    wanted = window.frameGeometry()
    qtbot.waitUntil(lambda: Settings().bytes("geometry") == window.saveGeometry(), timeout=WAIT_MS)
    other = MainWindow(opening(window.library.path, paths.data_folder()), Settings())
    qtbot.addWidget(other)
    other.place.restore()
    other.show()
    assert other.frameGeometry() == wanted


def test_a_window_moved_about_is_written_once_it_rests(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(SAVE_DELAY_MS + 100)
    kept = Settings().bytes("geometry")
    for step in range(20):
        window.resize(1000 + step, 700)
        QApplication.processEvents()
    assert Settings().bytes("geometry") == kept
    qtbot.waitUntil(lambda: Settings().bytes("geometry") != kept, timeout=WAIT_MS)


def test_a_window_killed_while_maximised_opens_maximised(window: MainWindow, qtbot: QtBot) -> None:
    window.showMaximized()
    qtbot.waitUntil(lambda: Settings().bytes("geometry") == window.saveGeometry(), timeout=WAIT_MS)
    other = MainWindow(opening(window.library.path, paths.data_folder()), Settings())
    qtbot.addWidget(other)
    other.place.restore()
    assert other.isMaximized()


def test_copying_the_image_copies_the_plain_canvas(window: MainWindow) -> None:
    window.navigator.select("deal")
    QApplication.processEvents()
    plain = window.canvas.plain_picture()
    window._actions["copy-image"].trigger()
    assert QGuiApplication.clipboard().image().convertToFormat(plain.format()) == plain
    assert window.toast.isVisible()


def test_the_first_run_hint_comes_once_and_goes_with_escape(window: MainWindow) -> None:
    window.settings.put("hints_done", False)
    window.popups.show_first_hint(window.canvas)
    assert window.popups.hint is not None
    press(Qt.Key.Key_Escape)
    assert window.popups.hint is None
    window.popups.show_first_hint(window.canvas)
    assert window.popups.hint is None


def test_what_the_start_passes_over_in_the_chronicle_is_found_a_moment_later(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.data_folder(), tmp_path / "data")
    (tmp_path / "resources").symlink_to(paths.resources_folder(), target_is_directory=True)
    file = tmp_path / "data" / "manifest.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"version"', '"version": "0", "version"'), "utf-8"
    )
    monkeypatch.setenv(paths.OVERRIDE, str(tmp_path))
    window = MainWindow(cli.open_window_data(cli.WindowWish()), Settings())
    qtbot.addWidget(window)
    assert not window.library.problems
    window.library.recheck()
    assert "version" in str(window.library.problems[0])
    assert len(window.library.dataset) > 300


def test_an_event_asked_for_is_not_under_the_panel_of_a_narrow_window(open_window: Opener) -> None:
    window = open_window(size=(900, 600), event="fourth-test")
    QApplication.processEvents()
    assert window.body.covered_share() > 0
    spot = find_spot(window.canvas.scene(), window.library.dataset.index_of("fourth-test"))
    assert spot is not None
    assert spot.x < window.panel.x()
    assert not window.store.can_go_back
