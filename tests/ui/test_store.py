"""The store of the view: one signal a replacement, and a history of places."""

import pytest

from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.ui.store import HISTORY_MOST, ViewStore

FIRST = ViewState(0.0, 1e9)


@pytest.fixture
def store(qapp: object) -> ViewStore:
    return ViewStore(FIRST)


def test_a_replacement_is_told_once_with_new_and_old(store: ViewStore) -> None:
    heard: list[tuple[ViewState, ViewState]] = []
    store.changed.connect(lambda new, old: heard.append((new, old)))
    other = FIRST.pan(5.0)
    store.replace(other)
    assert heard == [(other, FIRST)]


def test_an_equal_view_is_no_change(store: ViewStore) -> None:
    heard: list[object] = []
    store.changed.connect(lambda new, old: heard.append(new))
    store.replace(ViewState(0.0, 1e9), remember=True)
    assert heard == []
    assert not store.can_go_back


def test_back_and_forward_return_to_the_same_views(store: ViewStore) -> None:
    second, third = FIRST.select("a"), FIRST.select("a").pan(1e6)
    store.replace(second, remember=True)
    store.replace(third, remember=True)
    store.back()
    assert store.state == second
    store.back()
    assert store.state == FIRST
    store.back()
    assert store.state == FIRST
    store.forward()
    store.forward()
    assert store.state == third
    assert not store.can_go_forward


def test_a_new_step_forgets_what_was_forward(store: ViewStore) -> None:
    store.replace(FIRST.pan(1.0), remember=True)
    store.back()
    store.replace(FIRST.pan(2.0), remember=True)
    assert not store.can_go_forward


def test_the_look_is_not_taken_back(store: ViewStore) -> None:
    store.replace(FIRST.pan(7.0), remember=True)
    store.replace(replace(store.state, language="ko", theme="dark", text_percent=150, show_arcs=False))
    store.back()
    state = store.state
    assert (state.start, state.language, state.theme, state.text_percent, state.show_arcs) == (
        0.0,
        "ko",
        "dark",
        150,
        False,
    )


def test_a_change_of_look_alone_is_no_step_back(store: ViewStore) -> None:
    store.replace(FIRST.pan(7.0), remember=True)
    store.remember()
    store.replace(replace(store.state, theme="dark"))
    store.back()
    assert store.state.start == 0.0


def test_the_filter_is_taken_back(store: ViewStore) -> None:
    store.replace(FIRST.with_filter(EventFilter(text="regret")), remember=True)
    store.back()
    assert store.state.filter == EventFilter()


def test_history_is_bounded(store: ViewStore) -> None:
    for step in range(1, HISTORY_MOST + 50):
        store.replace(FIRST.pan(float(step)), remember=True)
    steps = 0
    while store.can_go_back:
        store.back()
        steps += 1
    assert steps == 200
    assert store.state.start == 49.0


def test_remembering_a_place_twice_is_one_step(store: ViewStore) -> None:
    store.remember()
    store.remember()
    store.replace(FIRST.pan(3.0))
    store.back()
    assert not store.can_go_back


def test_forgetting_empties_both_directions_and_tells(store: ViewStore) -> None:
    heard: list[bool] = []
    store.replace(FIRST.pan(1.0), remember=True)
    store.replace(FIRST.pan(2.0), remember=True)
    store.back()
    store.history_changed.connect(lambda: heard.append(True))
    store.forget_history()
    assert (store.can_go_back, store.can_go_forward, heard) == (False, False, [True])


def test_revising_changes_present_and_past(store: ViewStore) -> None:
    store.replace(FIRST.select("gone").pan(1.0), remember=True)
    store.replace(FIRST.select("gone").pan(2.0), remember=True)
    store.revise(lambda view: view.select(None))
    assert store.state.selected is None
    store.back()
    assert (store.state.start, store.state.selected) == (1.0, None)
