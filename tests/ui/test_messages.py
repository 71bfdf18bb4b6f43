"""Banner, empty message, first hints, keys and about."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeline_app import __version__
from timeline_app.files.problems import Problem
from timeline_app.model.filter import EventFilter
from timeline_app.model.records import Manifest, Text
from timeline_app.ui.about import AboutDialog
from timeline_app.ui.banner import Banner, ProblemLines
from timeline_app.ui.empty import EmptyMessage
from timeline_app.ui.hint import FirstRunHint
from timeline_app.ui.keys_sheet import KeysSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

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


def test_a_notice_offers_one_deed(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_saved("/tmp/korea-2006-2016.png")  # noqa: S108  # only named
    assert banner.title.text() == "Saved korea-2006-2016.png"
    assert banner.action.text() == "Show file"
    assert banner.action.isVisible()
    assert not banner.reload.isVisible()


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (
            EventFilter(text="Rason", categories=frozenset(), certainty=frozenset(), end=0),
            "3 filters and the search “Rason” leave nothing to show.",
        ),
        (EventFilter(text="Rason"), "The search “Rason” leaves nothing to show."),
        (EventFilter(text=" Rason ", start=1), "1 filter and the search “Rason” leave nothing to show."),
        (EventFilter(start=1), "1 filter leaves nothing to show."),
        (EventFilter(), "This collection holds no events."),
    ],
)
def test_an_empty_timeline_says_why(qtbot: QtBot, choice: EventFilter, sentence: str) -> None:
    message = EmptyMessage()
    qtbot.addWidget(message)
    message.show_for(choice, True, 270)
    assert message.reason.text() == sentence


def test_each_part_of_the_filter_has_its_button(qtbot: QtBot) -> None:
    message = EmptyMessage()
    qtbot.addWidget(message)
    message.show_for(EventFilter(text="Rason", start=1), True, 270)
    buttons = (message.search_button, message.dates_button, message.reset_button)
    assert all(button.isVisible() for button in buttons)
    for signal, button in zip(
        (message.clear_search, message.clear_dates, message.reset_filters), buttons, strict=True
    ):
        with qtbot.waitSignal(signal):
            button.click()
    message.show_for(EventFilter(text="Rason"), False, 270)
    assert not message.isVisible()


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


def test_the_sheet_lists_every_key(qtbot: QtBot) -> None:
    sheet = KeysSheet([("Move", "T", "Today"), ("Move", "0", "Whole range"), ("Window", "F", "Filters")])
    qtbot.addWidget(sheet)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert texts == ["Move", "T", "Today", "0", "Whole range", "Window", "F", "Filters"]


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
