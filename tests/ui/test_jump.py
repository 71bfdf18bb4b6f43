"""The field to jump to a date: what one types is where one gets."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import DAY, IGNORED, Bench
from timeline_app.dates.calendar import to_seconds
from timeline_app.ui.jump import JumpField

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

AUGUST = (to_seconds(2015, 8, 1), to_seconds(2015, 9, 1))


@pytest.fixture
def jump(bench: Bench, qtbot: QtBot) -> Iterator[JumpField]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    jump = JumpField(bench.navigator, window)
    jump.open_below(window)
    yield jump
    window.close()


def type_in(jump: JumpField, text: str) -> None:
    jump.field.setText(text)
    QTest.keyClick(jump.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["Aug 2015", "2015-08", "2015년 8월", "  August 2015 "])
def test_a_month_fills_the_view(jump: JumpField, bench: Bench, text: str) -> None:
    type_in(jump, text)
    assert bench.state.start < AUGUST[0]
    assert bench.state.end > AUGUST[1]
    assert bench.state.width < 40 * DAY
    assert not jump.isVisible()


@pytest.mark.parametrize("text", ["Aug-Dec 2015", "2015-08/2015-12", "2015년 8월~12월"])
def test_months_fill_the_view(jump: JumpField, bench: Bench, text: str) -> None:
    type_in(jump, text)
    year_ends = to_seconds(2016, 1, 1)
    assert AUGUST[0] - 30 * DAY < bench.state.start < AUGUST[0]
    assert year_ends < bench.state.end < year_ends + 30 * DAY


@pytest.mark.parametrize("text", ["25 August 2015", "2015-08-25", "2015년 8월 25일"])
def test_a_day_comes_to_the_middle_and_keeps_a_near_zoom(jump: JumpField, bench: Bench, text: str) -> None:
    bench.show("2010-01-01", "2010-02-01")
    width = bench.state.width
    type_in(jump, text)
    assert bench.state.start + bench.state.width / 2 == to_seconds(2015, 8, 25) + DAY / 2
    assert bench.state.width == width


def test_a_day_is_never_shown_from_farther_than_four_months(jump: JumpField, bench: Bench) -> None:
    type_in(jump, "25 August 2015")
    assert bench.state.width == 120 * DAY


@pytest.mark.parametrize("text", ["soon", "2015-13-01", "30 February 2015", "<b>"])
def test_nonsense_is_answered_and_moves_nothing(jump: JumpField, bench: Bench, text: str) -> None:
    before = bench.state
    type_in(jump, text)
    assert bench.state == before
    assert jump.isVisible()
    assert text in jump.note.text()


def test_the_answer_goes_as_one_types_on(jump: JumpField) -> None:
    type_in(jump, "soon")
    QTest.keyClicks(jump.field, "er")
    assert jump.note.text() == "Aug 2015 · 2015-08 · 25 August 2015 · Aug–Dec 2015 · 2015년 8월"


def test_an_empty_field_says_nothing_and_stays(jump: JumpField, bench: Bench) -> None:
    before = bench.state
    type_in(jump, "  ")
    assert bench.state == before
    assert "Aug 2015" in jump.note.text()


def test_a_jump_can_be_taken_back(jump: JumpField, bench: Bench) -> None:
    before = bench.state
    type_in(jump, "2015-08")
    bench.navigator.back()
    assert bench.state == before


def test_answers_come_in_the_language_of_the_window(jump: JumpField, bench: Bench) -> None:
    bench.look(language="ko")
    type_in(jump, "soon")
    assert "읽을 수 없는 날짜" in jump.note.text()
