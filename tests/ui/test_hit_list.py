"""Searching: the field filters as one types, the list has a line for each matching excerpt."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import IGNORED, Bench
from timeline_app.model.filter import EventFilter
from timeline_app.ui.dressing import Dresser
from timeline_app.ui.hit_line import cut, shown_part
from timeline_app.ui.hit_list import HitList
from timeline_app.ui.search_field import SearchField

pytestmark = pytest.mark.qt_log_ignore(IGNORED)


@pytest.fixture
def hits(bench: Bench, qtbot: QtBot) -> HitList:
    hits = HitList(bench.store, bench.library)
    qtbot.addWidget(hits)
    hits.resize(900, 160)
    return hits


def search(bench: Bench, query: str) -> None:
    bench.store.replace(bench.state.with_filter(EventFilter(text=query)))


def lines(hits: HitList) -> list[str]:
    model = hits.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_there_is_a_line_for_each_matching_excerpt(hits: HitList, bench: Bench) -> None:
    search(bench, "regret")
    assert lines(hits) == [
        "25 Aug 2015, Kim: expressed regret over the mines",
        "25 Aug 2015, in KCNA: Talks without regret.",
    ]


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("summit", "2–4 Oct 2007, Title: The summit"),
        ("apology", "25 Aug 2015, Reading: An apology."),
        ("적십자", "8 Sep 2015, Actor: 적십자"),
        ("2006-10", "9 Oct 2006, Date: 2006-10-09"),
        ("joint text", "25 Aug 2015, Source: The joint text"),
    ],
)
def test_a_line_names_what_its_words_are(hits: HitList, bench: Bench, query: str, line: str) -> None:
    search(bench, query)
    assert lines(hits)[:1] == [line]


def test_a_line_is_named_in_the_language_of_the_window(hits: HitList, bench: Bench) -> None:
    dresser = Dresser()
    bench.look(language="ko")
    dresser.dress(bench.state)
    search(bench, "apology")
    assert lines(hits) == ["2015년 8월 25일, 해석: An apology."]
    search(bench, "without")
    assert lines(hits) == ["2015년 8월 25일, KCNA 게재: Talks without regret."]
    bench.look(language="en")
    dresser.dress(bench.state)


def test_the_list_is_hidden_without_a_search_or_a_hit(hits: HitList, bench: Bench) -> None:
    assert hits.isHidden()
    search(bench, "regret")
    assert not hits.isHidden()
    search(bench, "nothing of the kind")
    assert hits.isHidden()


def test_the_list_follows_the_other_filters_and_the_language(hits: HitList, bench: Bench) -> None:
    search(bench, "regret")
    bench.look(language="ko")
    assert lines(hits)[0].startswith("2015년 8월 25일")
    choice = bench.state.filter.choosing("categories", frozenset({"border"}))
    bench.store.replace(bench.state.with_filter(choice))
    assert lines(hits) == []


def test_enter_travels_to_the_excerpt(hits: HitList, bench: Bench) -> None:
    heard: list[tuple[str, str]] = []
    hits.travel.connect(lambda event, excerpt: heard.append((event, excerpt)))
    search(bench, "regret")
    hits.enter()
    QTest.keyClick(hits, Qt.Key.Key_Down)
    QTest.keyClick(hits, Qt.Key.Key_Return)
    assert heard == [("deal", "text#2")]


def test_a_click_travels_once(hits: HitList, bench: Bench, qtbot: QtBot) -> None:
    heard: list[str] = []
    hits.travel.connect(lambda event, excerpt: heard.append(excerpt))
    search(bench, "regret")
    hits.show()
    qtbot.waitExposed(hits)
    place = hits.visualRect(hits.model().index(0, 0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["text#1"]


def test_the_next_hit_is_the_first_then_the_second_then_the_first_again(hits: HitList, bench: Bench) -> None:
    heard: list[str] = []
    hits.travel.connect(lambda event, excerpt: heard.append(excerpt))
    search(bench, "regret")
    for _ in range(3):
        hits.go_next()
    assert heard == ["text#1", "text#2", "text#1"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
def test_hits_are_painted_with_the_match_marked(
    hits: HitList, bench: Bench, qtbot: QtBot, theme: str, percent: int
) -> None:
    bench.look(theme=theme, text_percent=percent)
    search(bench, "regret")
    hits.show()
    qtbot.waitExposed(hits)
    picture = hits.grab().toImage()
    mark = {"light": "#ffefb0", "dark": "#4a3d0f"}[theme]
    across, down = range(0, picture.width(), 3), range(6, picture.height(), 4)
    colours = {picture.pixelColor(x, y).name() for x in across for y in down}
    assert mark in colours


WORDS = st.text(st.sampled_from("abcdefg 가나다"), min_size=1, max_size=12)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=30), data=st.data(), room=st.integers(6, 120))
def test_a_line_begins_with_a_word_shows_the_match_and_fits(
    words: list[str], data: st.DataObject, room: int
) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, min(first + 4, len(text))))
    assume(text[first:last].strip())  # no search matches blanks alone
    start, end = shown_part(text, (first, last), room, len)
    shown = cut(text, start, end)
    assert len(shown) <= room
    assert start <= first
    assert last <= end
    assert shown.startswith("…") == (start > 0)
    assert shown.endswith("…") == (end < len(text))
    begins_a_word = start == 0 or text[start - 1] == " "
    word_alone = cut(text, text.rfind(" ", 0, first) + 1, last)
    assert begins_a_word or len(word_alone) > room


def test_a_line_that_fits_is_shown_whole() -> None:
    assert shown_part("all of it", (4, 6), 9, len) == (0, 9)


def test_a_line_too_long_ends_with_a_word() -> None:
    text = "The North expresses regret at the deaths and condolences to the families"
    start, end = shown_part(text, (20, 26), 40, len)
    assert cut(text, start, end) == "The North expresses regret at the…"


# -- the field


@pytest.fixture
def field(qtbot: QtBot, bench: Bench) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.resize(320, 30)
    field.show()
    qtbot.waitExposed(field)
    return field


def test_typing_is_searched_for_once_and_a_moment_later(field: SearchField, qtbot: QtBot) -> None:
    heard: list[str] = []
    field.query_changed.connect(heard.append)
    QTest.keyClicks(field, "apology")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["apology"], timeout=1_000)


def test_enter_searches_at_once_and_asks_for_the_next_hit(field: SearchField) -> None:
    heard: list[str] = []
    field.query_changed.connect(heard.append)
    field.next_hit.connect(lambda: heard.append("next"))
    QTest.keyClicks(field, "regret")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["regret", "next", "next"]


def test_escape_clears_at_once_and_then_leaves(field: SearchField) -> None:
    heard: list[str] = []
    field.query_changed.connect(lambda text: heard.append(f"query {text}"))
    field.left.connect(lambda: heard.append("left"))
    QTest.keyClicks(field, "re")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["query ", "left"]


def test_the_key_stands_at_the_right_until_there_is_a_count(field: SearchField) -> None:
    field.key.setText("Ctrl+F")
    field.show_note("")
    assert (field.key.isVisible(), field.note.isVisible()) == (True, False)
    field.show_note("2 of 270")
    assert (field.key.isVisible(), field.note.isVisible(), field.note.text()) == (False, True, "2 of 270")
    assert field.note.geometry().right() < field.width() - 4


def test_what_one_is_typing_is_not_replaced(field: SearchField) -> None:
    QTest.keyClicks(field, "reg")
    field.show_query("older")
    assert field.text() == "reg"
