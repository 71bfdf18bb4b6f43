"""Banner, empty message, first hints, keys and about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import IGNORED
from timeline_app import __version__
from timeline_app.files.problems import Problem
from timeline_app.model.filter import EventFilter
from timeline_app.model.records import Manifest, Text
from timeline_app.ui.about import AboutDialog
from timeline_app.ui.actions import KeyLine, key_sheet
from timeline_app.ui.banner import Banner, ProblemLines
from timeline_app.ui.empty import EmptyMessage
from timeline_app.ui.hint import FirstRunHint
from timeline_app.ui.keys_sheet import KeysSheet, in_two_columns
from timeline_app.ui.theme import apply_theme
from timeline_app.ui.toast import Toast

pytestmark = pytest.mark.qt_log_ignore(IGNORED)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Twice the text, until the test is over."""
    face, colours = qapp.font(), qapp.palette()
    apply_theme(qapp, "light", 200)
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(colours)
    qapp.setFont(face)


FAULTS = (
    Problem(
        file=Path("own.json"),
        line=412,
        record="dmz",
        field="date",
        value='"2015-13-04"',
        message="is not a date",
    ),
    Problem(file=Path("own.json"), line=508, record="vote", field="category", message="no category 'x'"),
)


def test_the_banner_counts_records_and_names_the_first_two_faults(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems((*FAULTS, *FAULTS), 268)
    assert banner.title.text() == "2 records in own.json could not be read as they stand"
    assert banner.details.text() == (
        "Line 412: dmz, date: \"2015-13-04\" is not a date. Line 508: vote, category: no category 'x'."
    )
    assert banner.rest.text() == "268 events are shown."
    assert banner.isVisible()


@pytest.mark.parametrize(
    ("problems", "title"),
    [
        (FAULTS[:1], "1 record in own.json could not be read as it stands"),
        ((Problem(file=Path("own.json"), message="is not JSON"),), "own.json could not be read"),
        (
            (*FAULTS, Problem(file=Path("b.json"), record="c", message="m")),
            "3 records in 2 files could not be read as they stand",
        ),
    ],
)
def test_the_headline_says_what_is_affected(qtbot: QtBot, problems: tuple[Problem, ...], title: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems(problems, 1)
    assert banner.title.text() == title


def test_a_file_that_is_gone_is_told_in_one_sentence_without_a_line(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems((Problem(file=Path("own.json"), message="no such file"),), 12, is_gone=True)
    shown = [label.text() for label in (banner.title, banner.details, banner.rest) if label.isVisible()]
    assert shown == ["own.json has been moved or deleted", "The events shown are those last read from it."]
    assert not banner.show_lines.isVisible()
    banner.show_problems(FAULTS, 12)
    assert (banner.details.isVisible(), banner.show_lines.isVisible()) == (True, True)


def test_a_fault_of_the_whole_file_names_no_line(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems((Problem(file=Path("own.json"), message="cannot be read: denied"),), 12)
    assert banner.details.text() == "Cannot be read: denied."


def test_the_banner_goes_when_the_faults_are_gone(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems(FAULTS, 268)
    banner.show_problems((), 270)
    assert not banner.isVisible()


def test_reload_is_asked_for(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problems(FAULTS, 268)
    with qtbot.waitSignal(banner.reload_requested):
        banner.reload.click()


def test_all_lines_can_be_read_and_copied(qtbot: QtBot) -> None:
    dialog = ProblemLines(FAULTS)
    qtbot.addWidget(dialog)
    assert dialog.lines.toPlainText().split("\n")[0] == (
        'own.json:412:1: dmz: date: "2015-13-04": is not a date'
    )


def test_a_notice_offers_one_deed(toast: Toast) -> None:
    toast.show_saved("/tmp/korea-2006-2016.png")  # noqa: S108  # only named
    assert toast.title.text() == "Saved korea-2006-2016.png"
    assert toast.action.text() == "Show file"
    assert toast.action.isVisible()
    toast.show_notice("Quotation copied")
    assert not toast.action.isVisible()


@pytest.fixture
def toast(qtbot: QtBot) -> Toast:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    host.show()
    host.setFocus()
    toast = Toast(host, lambda: True)
    toast._timer.setInterval(60)
    return toast


def test_a_notice_goes_by_itself(toast: Toast, qtbot: QtBot) -> None:
    toast.show_notice("Quotation copied")
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=1_000)


def test_a_notice_stays_under_the_pointer_and_with_the_keys(toast: Toast, qtbot: QtBot) -> None:
    toast.show_saved("/tmp/korea.png")  # noqa: S108  # only named
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    qtbot.wait(200)
    assert toast.isVisible()
    toast.window().activateWindow()
    toast.action.setFocus()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    qtbot.wait(200)
    assert toast.isVisible()
    toast.parentWidget().setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=1_000)


def test_a_notice_fades_where_motion_is_welcome(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    host.show()
    host.setFocus()
    toast = Toast(host)
    toast._timer.setInterval(20)
    toast.show_notice("Quotation copied")
    qtbot.waitUntil(lambda: 0 < toast._shade.opacity() < 1 and toast._shade.isEnabled(), timeout=1_000)
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=1_000)


def test_a_notice_stays_in_the_middle_of_the_foot_and_within_it(toast: Toast, qtbot: QtBot) -> None:
    toast.show_notice("a very long sentence " * 20)
    host = toast.parentWidget()
    for width in (700, 400, 900):
        host.resize(width, 400)
        qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - host.width() // 2) <= 1)
        assert host.rect().contains(toast.geometry())


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (
            EventFilter(text="Rason", categories=frozenset(), certainty=frozenset(), end=0),
            "These leave nothing to show: the search “Rason”, the filter “Categories”, "
            "the filter “Certainty of the date”, the filter “Dates”.",
        ),
        (EventFilter(text=" Rason "), "The search “Rason” leaves nothing to show."),
        (EventFilter(actors=frozenset()), "These leave nothing to show: the filter “Actors”."),
        (EventFilter(), "This collection holds no events."),
    ],
)
def test_an_empty_timeline_says_why(qtbot: QtBot, choice: EventFilter, sentence: str) -> None:
    message = EmptyMessage()
    qtbot.addWidget(message)
    message.show_for(choice, True)
    assert message.reason.text() == sentence


EVERYTHING = EventFilter(
    text="Rason",
    categories=frozenset(),
    actors=frozenset(),
    certainty=frozenset(),
    dispute=frozenset(),
    start=1,
)


def test_each_part_of_the_filter_has_its_button(qtbot: QtBot) -> None:
    message = EmptyMessage()
    qtbot.addWidget(message)
    heard: list[str] = []
    message.undo.connect(heard.append)
    message.reset_filters.connect(lambda: heard.append("all"))
    message.show_for(EVERYTHING, True)
    shown = [button for button in message.buttons.values() if button.isVisible()]
    for button in shown:
        button.click()
    assert heard == ["text", "categories", "actors", "certainty", "dispute", "dates", "all"]
    message.show_for(EventFilter(dispute=frozenset()), True)
    assert [b.text() for b in message.buttons.values() if b.isVisible()] == ["Any reading"]
    message.show_for(EventFilter(text="Rason"), False)
    assert not message.isVisible()


@pytest.mark.parametrize("width", [480, 1000])
@pytest.mark.usefixtures("large_text")
def test_the_buttons_stay_inside_a_narrow_timeline_with_large_text(qtbot: QtBot, width: int) -> None:
    message = EmptyMessage()
    qtbot.addWidget(message)
    message.show_for(EVERYTHING, True)
    message.resize(width, 900)
    qtbot.waitUntil(lambda: all(message.rect().contains(b.geometry()) for b in message.buttons.values()))
    assert message.width() == width


def test_three_hints_then_done(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    host.show()
    hint = FirstRunHint(host)
    hint.show()
    assert hint.title.text() == "Scroll to zoom, drag to move"
    assert [hint.count.text(), hint.button.click(), hint.count.text()] == ["1 of 3", None, "2 of 3"]
    hint.button.click()
    with qtbot.waitSignal(hint.done):
        hint.button.click()
    assert not hint.isVisible()


def test_the_hint_stays_at_the_foot_of_the_timeline(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    host.show()
    hint = FirstRunHint(host)
    hint.show()
    host.resize(900, 600)
    qtbot.waitUntil(lambda: hint.geometry().bottom() == 600 - 20 - 1)


def test_the_sheet_lists_every_key_in_a_cap_of_its_own(qtbot: QtBot) -> None:
    lines = [
        KeyLine("Move", (("T",),), "Today"),
        KeyLine("Move", (("Ctrl", "F"), ("/",)), "Search"),
        KeyLine("Move", (("1", "–", "9"),), "Follow"),
        KeyLine("Window", (("Ctrl", "+"),), "Larger"),
    ]
    sheet = KeysSheet(lines)
    qtbot.addWidget(sheet)
    labels = sheet.findChildren(QLabel)
    caps = [label.text() for label in labels if label.property("role") == "key"]
    assert caps == ["T", "Ctrl", "F", "/", "1", "9", "Ctrl", "+"]
    words = [label.text() for label in labels if label.property("role") != "key"]
    assert words == ["Move", "Today", "Search", "–", "Follow", "Window", "Larger"]


@pytest.mark.parametrize(("room", "fits"), [(QSize(1400, 900), True), (QSize(900, 420), False)])
def test_all_keys_are_seen_without_scrolling_where_there_is_room(
    qtbot: QtBot, room: QSize, fits: bool
) -> None:
    sheet = KeysSheet(key_sheet(), room=room)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert (sheet.area.verticalScrollBar().maximum() == 0) is fits
    assert sheet.area.horizontalScrollBar().maximum() == 0
    assert (sheet.width() <= room.width(), sheet.height() <= room.height()) == (True, True)


@pytest.mark.parametrize("room", [QSize(1152, 648), QSize(680, 420)])
@pytest.mark.usefixtures("large_text")
def test_no_key_is_cut_and_all_are_reached_by_keyboard_at_twice_the_text(qtbot: QtBot, room: QSize) -> None:
    sheet = KeysSheet(key_sheet(), room=room)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    body = sheet.area.widget()
    assert body.width() <= sheet.area.viewport().width()
    for label in body.findChildren(QLabel):
        assert label.width() >= label.minimumSizeHint().width(), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert sheet.focusWidget() is sheet.area
    QTest.keyClick(sheet.area, Qt.Key.Key_End)
    bar = sheet.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(sheet.area, Qt.Key.Key_Home)
    QTest.keyClick(sheet.area, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.maximum()


def test_the_columns_of_the_sheet_are_balanced() -> None:
    line = KeyLine("", (("T",),), "")
    sections = [("a", [line] * 10), ("b", [line] * 11), ("c", [line] * 20)]
    assert [[name for name, _ in column] for column in in_two_columns(sections)] == [["a", "b"], ["c"]]
    assert [[name for name, _ in column] for column in in_two_columns(sections[:1])] == [["a"]]


def test_about_gives_versions_citation_and_every_licence_text(qtbot: QtBot) -> None:
    manifest = Manifest(
        title=Text(en="Chronicle"),
        version="0.1",
        licence="CC BY 4.0",
        citation=Text(en="Chronicle, 0.1, CC BY 4.0"),
    )
    dialog = AboutDialog(manifest)
    qtbot.addWidget(dialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"Version {__version__}" in texts
    assert "Chronicle, version 0.1, CC BY 4.0" in texts
    assert "GNU Lesser General Public License 3" in texts
    assert dialog.citation == "Chronicle, 0.1, CC BY 4.0"
    for row, begins in enumerate(
        ("MIT", "The chronicle", "Copyright", "Copyright", "Copyright", "Copyright")
    ):
        dialog.licence.setCurrentIndex(row)
        assert begins in dialog.text.toPlainText()[:400]
    assert QGuiApplication.instance() is not None
