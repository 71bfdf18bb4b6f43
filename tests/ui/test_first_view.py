"""The view a window opens with: what was asked for, else where one left off."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.window_samples import collection_record, opening, write
from timeline_app.dates.calendar import to_seconds
from timeline_app.files.opening import Opening
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.ui.first_view import first_state, fitting
from timeline_app.ui.settings import Settings

AUGUST = to_seconds(2015, 8, 1)
OCTOBER = to_seconds(2015, 10, 1)


@pytest.fixture
def file(tmp_path: Path, own_settings: Path, qapp: QCoreApplication) -> Path:
    return write(tmp_path / "own.json")


def asked(file: Path, **what: Any) -> Opening:
    return opening(file, file.parent / "none", **what)


def first(file: Path, **what: Any) -> ViewState:
    return first_state(asked(file, **what), Settings())


def test_without_anything_asked_or_remembered_everything_is_shown(file: Path) -> None:
    state = first(file)
    low, high = asked(file).dataset.extent
    assert (state.start < low, state.end > high, state.selected) == (True, True, None)
    assert state.filter == EventFilter()


def test_from_and_to_are_the_view(file: Path) -> None:
    state = first(file, start=AUGUST, end=OCTOBER)
    assert (state.start, state.end) == (AUGUST, OCTOBER)


def test_from_alone_goes_on_to_the_end(file: Path) -> None:
    state = first(file, start=AUGUST)
    assert (state.start, state.end) == (AUGUST, asked(file).dataset.extent[1])


def test_a_bound_beyond_everything_is_kept(file: Path) -> None:
    beyond, before = to_seconds(2100, 1, 1), to_seconds(1900, 1, 1)
    assert first(file, start=beyond).start == beyond
    assert first(file, start=beyond).width > 300 * 86_400
    assert first(file, end=before).end == before
    assert first(file, end=before).width > 300 * 86_400


def test_an_event_is_selected_and_in_view(file: Path) -> None:
    state = first(file, event="summit", start=AUGUST, end=OCTOBER)
    assert state.selected == "summit"
    assert state.start < to_seconds(2007, 10, 3) < state.end


def test_filter_and_language_are_taken(file: Path) -> None:
    choice = EventFilter(categories=frozenset({"talks"}), text="deal")
    state = first(file, choice=choice, language="ko")
    assert (state.filter, state.language) == (choice, "ko")


def test_where_one_left_off_comes_back(file: Path) -> None:
    left = ViewState(float(AUGUST), 1e6, EventFilter(text="regret"), selected="deal")
    Settings().save_view(str(file), left)
    state = first(file)
    assert (state.start, state.width, state.filter.text, state.selected) == (AUGUST, 1e6, "regret", "deal")


def test_who_left_at_the_whole_range_sees_all_of_what_has_grown(file: Path) -> None:
    whole = replace(first(file), filter=EventFilter(text="regret"))
    Settings().save_view(str(file), whole, whole=True)
    record = collection_record()
    record["events"].append({**record["events"][0], "id": "later", "date": "2031-05-01"})
    write(file, record)
    low, high = asked(file).dataset.extent
    state = first(file)
    assert (state.start < low, state.end > high, state.filter.text) == (True, True, "regret")


def test_what_is_asked_for_is_not_mixed_with_where_one_left_off(file: Path) -> None:
    Settings().save_view(
        str(file), ViewState(float(AUGUST), 1e6, EventFilter(text="regret"), selected="deal")
    )
    state = first(file, start=AUGUST, end=OCTOBER)
    assert (state.filter, state.selected) == (EventFilter(), None)


def test_the_same_file_by_another_way_is_the_same_collection(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings().save_view(str(file), ViewState(float(AUGUST), 1e6))
    monkeypatch.chdir(file.parent)
    assert first(Path(file.name)).start == AUGUST


def test_what_has_vanished_meanwhile_is_dropped(file: Path) -> None:
    choice = EventFilter(categories=frozenset({"talks", "gone"}), actors=frozenset({"nobody"}))
    Settings().save_view(str(file), ViewState(float(AUGUST), 1e6, choice, selected="gone"))
    state = first(file)
    assert state.selected is None
    assert state.filter == EventFilter(categories=frozenset({"talks"}))


def test_a_choice_of_nothing_stays_a_choice_of_nothing(file: Path) -> None:
    state = ViewState(0.0, 1e6, EventFilter(categories=frozenset(), actors=frozenset({""})))
    assert fitting(state, asked(file).dataset) == state
