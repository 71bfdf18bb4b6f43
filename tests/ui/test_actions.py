"""The table of actions: each has words, keys of its own, and a deed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.window_samples import IGNORED
from timeline_app.model.frozen import replace
from timeline_app.ui.actions import CANVAS_KEYS, ROWS, key_sheet, make_actions
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.text_field import TextField
from timeline_app.ui.window_deeds import WindowDeeds

pytestmark = pytest.mark.qt_log_ignore(IGNORED)


def test_every_row_has_words_and_keys(qapp: QApplication) -> None:
    for row in ROWS:
        assert row.text
        assert row.keys
        for key in row.keys:
            assert QKeySequence(key).toString() == key


def test_no_key_means_two_things(window: MainWindow) -> None:
    keys = [key for row in ROWS for key in row.keys]
    keys += [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert sorted(set(keys)) == sorted(keys)


def test_names_are_unique() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_a_missing_or_unknown_deed_is_an_error(qapp: QApplication) -> None:
    window = QWidget()
    with pytest.raises(ValueError, match=r"differ in .*'nonsense'"):
        make_actions(window, {row.name: lambda: None for row in ROWS} | {"nonsense": lambda: None})
    with pytest.raises(ValueError, match="'zoom-in'"):
        make_actions(window, {row.name: lambda: None for row in ROWS if row.name != "zoom-in"})


def test_every_action_does_its_deed_once(qapp: QApplication) -> None:
    heard: list[str] = []
    window = QWidget()
    slots = {row.name: lambda name=row.name: heard.append(name) for row in ROWS}
    for action in make_actions(window, slots).values():
        action.trigger()
    assert heard == [row.name for row in ROWS]


def test_the_sheet_has_everything_the_keyboard_does_in_three_sections(qapp: QApplication) -> None:
    sheet = key_sheet()
    assert len(sheet) == len(ROWS) + len(CANVAS_KEYS)
    sections = list(dict.fromkeys(section for section, _, _ in sheet))
    assert sections == ["Moving through time", "Events and sources", "Window and collection"]
    assert ("Events and sources", (("Enter",),), "Open the event, or zoom into a pill") in sheet
    assert ("Window and collection", (("Ctrl", "+"), ("Ctrl", "=")), "Larger text") in sheet
    assert ("Moving through time", (("+",), ("=",)), "Zoom in") in sheet


def test_korean_has_words_for_every_row(window: MainWindow) -> None:
    english = {row.text for row in ROWS}
    window.store.replace(replace(window.store.state, language="ko"))
    for text in english:
        assert QCoreApplication.translate("Actions", text) != text
    assert all(words not in english for _, _, words in key_sheet())


def test_back_and_forward_wait_for_something_to_go_to(window: MainWindow) -> None:
    back, forward = window.toolbar.buttons["back"], window.toolbar.buttons["forward"]
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    window.navigator.select("deal")
    assert back.isEnabled()
    window.navigator.back()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


# -- keys in the window


def press(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as it comes from the keyboard, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)  # type: ignore[arg-type]


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_single_letters_work_from_the_timeline(window: MainWindow) -> None:
    press(Qt.Key.Key_P)
    assert not window.store.state.show_periods
    press(Qt.Key.Key_F)
    assert not window.store.state.show_filters


@pytest.mark.parametrize("part", ["toolbar", "filters", "overview"])
def test_single_letters_work_from_every_part(window: MainWindow, part: str) -> None:
    widget = window.overview
    if part != "overview":
        parent = getattr(window, part)
        widget = next(w for w in parent.findChildren(QWidget) if w.focusPolicy() == Qt.FocusPolicy.TabFocus)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_P)
    assert not window.store.state.show_periods


def fields(window: MainWindow) -> list[TextField]:
    return [window.toolbar.search, window.filters.dates.first, window.filters.dates.last]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_letters_and_digits_in_a_field_are_only_typed(window: MainWindow, number: int) -> None:
    field = fields(window)[number]
    window.navigator.select("deal")
    before = window.store.state
    field.setFocus()
    QTest.keyClicks(field, "fapgtzlcod0123456789+-=/?")
    assert field.text() == "fapgtzlcod0123456789+-=/?"
    assert replace(window.store.state, filter=before.filter) == before


def test_backspace_in_a_field_does_not_go_back(window: MainWindow) -> None:
    window.navigator.select("deal")
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, "ab")
    press(Qt.Key.Key_Backspace)
    assert window.toolbar.search.text() == "a"
    assert window.store.state.selected == "deal"


@pytest.mark.parametrize("number", [0, 1])
def test_ctrl_keys_of_the_window_work_while_typing(window: MainWindow, number: int) -> None:
    field = fields(window)[number]
    field.setFocus()
    QTest.keyClicks(field, "ab")
    press(Qt.Key.Key_D, CONTROL)
    assert window.store.state.theme == "dark"
    press(Qt.Key.Key_F, CONTROL)
    assert window.toolbar.search.hasFocus()


def test_text_size_stays_between_100_and_200(window: MainWindow) -> None:
    press(Qt.Key.Key_Plus, CONTROL)
    assert window.store.state.text_percent == 110
    window.store.replace(replace(window.store.state, text_percent=195))
    press(Qt.Key.Key_Equal, CONTROL)
    press(Qt.Key.Key_Equal, CONTROL)
    assert window.store.state.text_percent == 200
    press(Qt.Key.Key_0, CONTROL)
    assert window.store.state.text_percent == 100


def test_every_key_of_the_table_does_its_deed_once(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    by_name = WindowDeeds.by_name
    monkeypatch.setattr(
        WindowDeeds,
        "by_name",
        lambda self: {name: (lambda n=name: heard.append(n)) for name in by_name(self)},
    )
    window = open_window()
    window.navigator.select("deal")
    window.navigator.select("mines")
    window.store.back()  # so that back and forward are enabled
    wanted = [row.name for row in ROWS for _ in row.keys]
    for row in ROWS:
        for key in row.keys:
            press(QKeySequence(key)[0].key(), QKeySequence(key)[0].keyboardModifiers())
    assert heard == wanted
