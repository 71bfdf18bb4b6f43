"""The filter panel: its counts are true, and what is chosen is what is shown."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import DATED, DAY, IGNORED, Bench, collection_record
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.render.fonts import load_all_fonts
from timeline_app.ui.controls import FacetRow, Switch
from timeline_app.ui.filter_panel import FilterPanel

pytestmark = pytest.mark.qt_log_ignore(IGNORED)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(bench: Bench, qtbot: QtBot) -> FilterPanel:
    panel = FilterPanel(bench.store, bench.library)
    qtbot.addWidget(panel)
    panel.rebuild()
    panel.resize(228, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def rows(panel: FilterPanel) -> dict[str, FacetRow]:
    """The rows by what they say, such as "Talks, 5"."""
    found = [row for row in panel.findChildren(FacetRow) if row.isVisibleTo(panel)]
    return {row.accessibleName().split(",")[0]: row for row in found}


def count_of(panel: FilterPanel, name: str) -> int:
    return int(rows(panel)[name].accessibleName().split(",")[1])


def summary(panel: FilterPanel) -> str:
    labels = [label.text() for label in panel.findChildren(QLabel) if "</b>" in label.text()]
    text = next(text for text in labels if "event" in text or "사건" in text)
    return re.sub("<[^>]*>", "", text)


def test_every_value_has_its_count(panel: FilterPanel) -> None:
    assert {name: count_of(panel, name) for name in rows(panel)} == {
        "Talks": 5,
        "Families": 2,
        "Border": 3,
        "Nuclear": 2,
        "North Korea": 8,
        "South Korea": 6,
        "No actor named": 1,
        "Exact date": 10,
        "Approximate": 2,
        "Disputed reading": 1,
        "Not disputed": 11,
    }


def test_counts_are_for_the_visible_range(panel: FilterPanel, bench: Bench, qtbot: QtBot) -> None:
    bench.show("2015-08-01", "2015-10-01")
    assert summary(panel) == "6 events of 12"
    qtbot.waitUntil(lambda: (count_of(panel, "Nuclear"), count_of(panel, "Border")) == (0, 2), timeout=200)


def test_while_the_view_moves_the_sum_is_true_and_the_rows_follow_ten_times_a_second(
    panel: FilterPanel, bench: Bench, qtbot: QtBot
) -> None:
    asked: list[float] = []
    facets = bench.library.engine.facets
    bench.library.engine.facets = lambda *a: (asked.append(time.monotonic()), facets(*a))[1]
    bench.show("2015-08-01", "2015-10-01")
    began = time.monotonic()
    for day in range(40):
        bench.navigator.drag_to(bench.state.start - DAY)
        shown = bench.library.engine.count(bench.state.filter, bench.state.start, bench.state.end)
        assert summary(panel).startswith(f"{shown} event"), day
        qtbot.wait(10)
    assert len(asked) <= (time.monotonic() - began) / 0.1 + 2
    counts = bench.library.engine.facets(bench.state.filter, bench.state.start, bench.state.end)
    qtbot.waitUntil(lambda: count_of(panel, "Border") == counts["categories"]["border"], timeout=200)


def test_one_event_is_not_called_events(panel: FilterPanel, bench: Bench) -> None:
    bench.show("2007-01-01", "2008-01-01")
    assert summary(panel) == "1 event of 12"


def test_a_click_takes_a_category_out_and_puts_it_back(panel: FilterPanel, bench: Bench) -> None:
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    assert bench.state.filter.categories == {"families", "border", "nuclear"}
    assert not rows(panel)["Talks"].isChecked()
    assert summary(panel) == "7 events of 12"
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    assert bench.state.filter == EventFilter()


def test_a_facet_counts_without_its_own_choice(panel: FilterPanel) -> None:
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    assert count_of(panel, "Talks") == 5
    assert count_of(panel, "North Korea") == 4


def test_nothing_passes_when_every_value_is_off(panel: FilterPanel, bench: Bench) -> None:
    for name in ("Talks", "Families", "Border", "Nuclear"):
        QTest.mouseClick(rows(panel)[name], LEFT)
    assert bench.state.filter.categories == frozenset()
    assert summary(panel) == "0 events of 12"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_click_with_a_modifier_asks_for_one_alone(
    panel: FilterPanel, bench: Bench, modifier: Qt.KeyboardModifier
) -> None:
    QTest.mouseClick(rows(panel)["Border"], LEFT, modifier)
    assert bench.state.filter.categories == {"border"}
    QTest.mouseClick(rows(panel)["Border"], LEFT, modifier)
    assert bench.state.filter.categories is None


def test_enter_asks_for_one_alone_and_space_toggles(panel: FilterPanel, bench: Bench) -> None:
    QTest.keyClick(rows(panel)["South Korea"], Qt.Key.Key_Return)
    assert bench.state.filter.actors == {"south"}
    QTest.keyClick(rows(panel)["North Korea"], Qt.Key.Key_Space)
    assert bench.state.filter.actors == {"south", "north"}


def test_facets_are_combined(panel: FilterPanel, bench: Bench) -> None:
    QTest.mouseClick(rows(panel)["Border"], LEFT, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(rows(panel)["South Korea"], LEFT, Qt.KeyboardModifier.ControlModifier)
    events = {event.id for event in bench.library.engine.matching(bench.state.filter)}
    assert events == {"shells", "loudspeakers"}


def test_reset_takes_everything_back_and_is_quiet_when_there_is_nothing(
    panel: FilterPanel, bench: Bench
) -> None:
    button = panel.reset
    assert not button.isEnabled()
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    assert bench.state.filter == EventFilter()
    bench.store.back()
    assert bench.state.filter.categories is not None


def test_a_part_of_an_actor_chosen_elsewhere_gets_a_row(panel: FilterPanel, bench: Bench) -> None:
    bench.store.replace(bench.state.with_filter(EventFilter(actors=frozenset({"red-cross"}))))
    row = rows(panel)["Red Cross"]
    assert row.isChecked()
    assert count_of(panel, "Red Cross") == 2
    QTest.mouseClick(row, LEFT)
    assert bench.state.filter.actors == frozenset()


# -- many actors


def many_actors() -> dict[str, Any]:
    """A collection with ten organisations, of which the first are the most frequent, and two persons."""
    record = collection_record()
    names = ("United Nations", "North Korea", "South Korea", "International Atomic Energy Agency")
    titles = [*names, *(f"Body {n}" for n in range(4, 10)), "Kim", "Park"]
    record["actors"] = [
        {"id": f"a{n}", "name": {"en": title}, "kind": "person" if n > 9 else "organisation"}
        for n, title in enumerate(titles)
    ]
    for position, event in enumerate(record["events"]):
        event["actors"] = [f"a{n}" for n in range(10) if position <= 10 - n] + ["a10", "a11"]
    for reading in next(e for e in record["events"] if e["id"] == "deal")["readings"]:
        reading["party"] = "a0"
    return record


@pytest.fixture
def crowded(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> tuple[FilterPanel, Bench]:
    load_all_fonts()
    bench = Bench(tmp_path, many_actors())
    panel = FilterPanel(bench.store, bench.library)
    qtbot.addWidget(panel)
    panel.rebuild()
    panel.resize(228, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel, bench


def test_rare_actors_and_persons_wait_behind_one_row(crowded: tuple[FilterPanel, Bench]) -> None:
    panel, bench = crowded
    shown = [name for name in rows(panel) if name.startswith(("Body", "Kim", "Park"))]
    assert shown == ["Body 4", "Body 5", "Body 6", "Body 7"]
    assert panel.more is not None
    assert panel.more.text() == "4 more"
    panel.more.click()
    assert {"Body 8", "Body 9", "Kim", "Park"} <= set(rows(panel))
    assert panel.more.text() == "Fewer"
    bench.look(theme="dark")
    assert "Kim" in rows(panel)
    panel.more.click()
    assert "Kim" not in rows(panel)


def test_a_waiting_actor_that_was_chosen_elsewhere_is_shown(crowded: tuple[FilterPanel, Bench]) -> None:
    panel, bench = crowded
    bench.store.replace(bench.state.with_filter(EventFilter(actors=frozenset({"a10"}))))
    assert rows(panel)["Kim"].isChecked()


def test_names_of_actors_are_read_in_full_at_the_usual_width(
    crowded: tuple[FilterPanel, Bench], qtbot: QtBot
) -> None:
    panel, _ = crowded
    for name, row in rows(panel).items():
        qtbot.waitUntil(lambda r=row: r.height() == r.heightForWidth(r.width()))
        lines = row.lines(row.width())
        if name != "International Atomic Energy Agency":
            assert lines == [name]
        else:
            assert len(lines) == 2
            assert lines[0] == "International"


# -- dates


def type_dates(panel: FilterPanel, first: str, last: str) -> None:
    for field, text in ((panel.dates.first, first), (panel.dates.last, last)):
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


def passing(bench: Bench) -> set[str]:
    return {event.id for event in bench.library.engine.matching(bench.state.filter)}


@pytest.mark.parametrize(
    ("first", "last", "events"),
    [
        ("Aug 2015", "2015-08", {"deal", "mines", "shells", "letter"}),
        ("25 August 2015", "2 Sep 2015", {"deal", "contest", "letter"}),
        ("", "2006", {"first-test"}),
        ("2016", "", {"loudspeakers", "fourth-test"}),
    ],
)
def test_typed_dates_bound_the_events(
    panel: FilterPanel, bench: Bench, first: str, last: str, events: set[str]
) -> None:
    type_dates(panel, first, last)
    assert passing(bench) == events
    assert answers(panel) == []


def answers(panel: FilterPanel) -> list[str]:
    """What is said of the dates, first of the first."""
    return [note.text() for note in panel.dates.notes if not note.isHidden()]


def test_a_text_that_is_no_date_is_answered_and_changes_nothing(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "soon", "")
    assert bench.state.filter == EventFilter()
    assert len(answers(panel)) == 1
    assert "“soon” is not a date" in answers(panel)[0]
    assert panel.dates.first.accessibleDescription() == answers(panel)[0]


def test_a_text_that_is_no_date_does_not_hold_back_the_other_field(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "soon", "2006")
    assert passing(bench) == {"first-test"}
    assert panel.dates.first.text() == "soon"
    assert len(answers(panel)) == 1
    assert "“soon”" in answers(panel)[0]


def test_each_field_has_its_own_answer(panel: FilterPanel) -> None:
    type_dates(panel, "soon", "later")
    assert ["“soon”" in answers(panel)[0], "“later”" in answers(panel)[1]] == [True, True]


def test_dates_in_the_wrong_order_are_answered_at_both(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "2016", "2015")
    assert answers(panel) == ["from: after the last date.", "to: before the first date."]
    assert bench.state.filter.end is None
    type_dates(panel, "2014", "")
    assert answers(panel) == []
    assert bench.state.filter.start is not None


def test_a_good_date_clears_the_answer(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "soon", "")
    type_dates(panel, "2015", "")
    assert answers(panel) == []
    assert bench.state.filter.start is not None


def test_a_field_one_only_passes_through_keeps_a_bound_finer_than_a_day(
    panel: FilterPanel, bench: Bench
) -> None:
    noon = 63_576_187_200
    bench.store.replace(bench.state.with_filter(EventFilter(start=noon)))
    panel.dates.first.setFocus()
    QTest.keyClick(panel.dates.first, Qt.Key.Key_Return)
    assert bench.state.filter.start == noon


def test_reset_clears_the_fields(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "2015", "2016")
    panel.activateWindow()
    panel.dates.last.setFocus()
    QTest.mouseClick(panel.reset, LEFT)
    assert (panel.dates.first.text(), panel.dates.last.text()) == ("", "")


@pytest.mark.parametrize(
    ("first", "last"), [("soon", ""), ("soon", "2015"), ("2016", "2015"), ("soon", "late")]
)
def test_reset_clears_what_was_refused_and_the_answers(
    panel: FilterPanel, bench: Bench, first: str, last: str
) -> None:
    type_dates(panel, first, last)
    assert panel.reset.isEnabled()
    QTest.mouseClick(panel.reset, LEFT)
    assert (panel.dates.first.text(), panel.dates.last.text(), answers(panel)) == ("", "", [])
    assert bench.state.filter == EventFilter()
    assert not panel.reset.isEnabled()


def test_what_is_being_typed_outlives_a_change_of_the_look(panel: FilterPanel, bench: Bench) -> None:
    type_dates(panel, "soon", "2016")
    bench.look(language="ko")
    assert panel.dates.first.text() == "soon"
    assert "읽을 수 없는 날짜" in answers(panel)[0]
    assert panel.dates.last.text() == "2016년 12월 31일"


# -- switches, language, size


def test_switches_change_the_look_alone(panel: FilterPanel, bench: Bench) -> None:
    for switch in panel.findChildren(Switch):
        QTest.mouseClick(switch, LEFT)
    assert (bench.state.show_arcs, bench.state.show_periods) == (False, False)
    assert not bench.store.can_go_back


def test_another_language_renames_the_rows_and_keeps_the_choice(panel: FilterPanel, bench: Bench) -> None:
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    bench.look(language="ko")
    assert not rows(panel)["대화"].isChecked()
    assert {"이산가족", "남한", "북한"} <= set(rows(panel))


def test_the_row_with_the_focus_keeps_it_when_the_panel_is_made_anew(
    panel: FilterPanel, bench: Bench
) -> None:
    panel.activateWindow()
    rows(panel)["Border"].setFocus()
    bench.look(theme="dark")
    assert rows(panel)["Border"].hasFocus()


def test_a_click_takes_no_focus(panel: FilterPanel) -> None:
    panel.activateWindow()
    panel.dates.first.setFocus()
    QTest.mouseClick(rows(panel)["Talks"], LEFT)
    assert panel.dates.first.hasFocus()


def test_names_of_the_collection_are_never_markup(bench: Bench, panel: FilterPanel) -> None:
    assert "<b>Talks</b>" in rows(panel)["Talks"].toolTip()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.floats(63_200_000_000, 63_700_000_000),
    width=st.floats(7_200, 500_000_000),
    categories=st.none() | st.sets(st.sampled_from(["talks", "families", "border", "nuclear"])),
    actors=st.none() | st.sets(st.sampled_from(["north", "south", "red-cross", ""])),
    text=st.sampled_from(["", "the", "regret", "nothing at all"]),
)
def test_the_summary_is_true_of_any_view(
    panel: FilterPanel,
    bench: Bench,
    start: float,
    width: float,
    categories: set[str] | None,
    actors: set[str] | None,
    text: str,
) -> None:
    choice = EventFilter(
        categories=None if categories is None else frozenset(categories),
        actors=None if actors is None else frozenset(actors),
        text=text,
    )
    bench.store.replace(replace(bench.state, start=start, width=width, filter=choice))
    named = {name: set(people) for name, _, _, people in DATED}
    in_view = 0
    for row, event in enumerate(bench.library.dataset.events):
        times, people = bench.library.dataset.times[row], named[event.id]
        people |= {"south"} if "red-cross" in people else set()
        passes = (categories is None or event.category in categories) and (
            actors is None or bool(actors & (people or {""}))
        )
        says = text in ("", "the") or (text == "regret" and event.id == "deal")
        in_view += passes and says and times.start < start + width and times.end > start
    assert summary(panel) == ("1 event of 12" if in_view == 1 else f"{in_view} events of 12")
