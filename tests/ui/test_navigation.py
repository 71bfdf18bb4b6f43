"""Travel through time: motions, their history, and how far out one can go."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import DAY, Bench, collection_record, write
from timeline_app.model.view import YEAR_S


def test_a_motion_ends_exactly_at_its_target(bench: Bench, qtbot: QtBot) -> None:
    bench.navigator.reduced_motion = False
    target = bench.state.showing(63_600_000_000.0, 63_610_000_000.0)
    bench.navigator.travel(target)
    assert bench.state.start != target.start
    qtbot.waitUntil(lambda: bench.state == target, timeout=2_000)


def test_a_motion_that_is_stopped_stays_where_it_is(bench: Bench) -> None:
    bench.navigator.reduced_motion = False
    bench.navigator.zoom(4.0)
    bench.navigator.stop()
    stopped = bench.state
    QTest.qWait(300)
    assert bench.state == stopped


def test_going_back_during_a_motion_is_not_run_over(bench: Bench) -> None:
    first = bench.state
    bench.navigator.reduced_motion = False
    bench.navigator.zoom(4.0)
    QTest.qWait(60)
    bench.navigator.back()
    QTest.qWait(400)
    assert bench.state == first


def test_a_motion_cut_short_leaves_no_frame_in_the_history(bench: Bench, qtbot: QtBot) -> None:
    first = bench.state
    bench.navigator.reduced_motion = False
    bench.navigator.zoom(2.0)
    QTest.qWait(60)
    bench.navigator.zoom(2.0)
    qtbot.waitUntil(lambda: bench.state.width == first.width / 4, timeout=2_000)
    bench.navigator.back()
    assert bench.state.width == first.width / 2
    bench.navigator.back()
    assert bench.state == first


def test_selecting_an_event_in_view_moves_nothing(bench: Bench) -> None:
    start = bench.state.start
    bench.navigator.select("deal")
    assert (bench.state.start, bench.state.selected) == (start, "deal")


def test_selecting_an_event_outside_brings_it_into_view_at_the_same_zoom(bench: Bench) -> None:
    bench.show("2015-08-01", "2015-12-31")
    width = bench.state.width
    bench.navigator.select("summit")
    anchor = bench.library.dataset.times[bench.library.dataset.index_of("summit")].anchor
    assert bench.state.width == width
    assert bench.state.start < anchor < bench.state.end


def test_an_event_under_a_panel_over_the_timeline_counts_as_hidden(bench: Bench) -> None:
    bench.show("2015-08-01", "2015-12-01")
    bench.navigator.covered_share = lambda: 0.5
    bench.navigator.select("offer")
    anchor = bench.library.dataset.times[bench.library.dataset.index_of("offer")].anchor
    assert bench.state.start < anchor < bench.state.start + bench.state.width / 2


@pytest.mark.parametrize("share", [-0.25, 0.25])
def test_steps_end_half_a_view_beyond_the_events(bench: Bench, share: float) -> None:
    bench.show("2015-08-01", "2015-12-31")
    for _ in range(400):
        bench.navigator.pan(share)
    low, high = bench.library.dataset.extent
    width = bench.state.width
    middle = bench.state.start + width / 2
    assert middle == pytest.approx(low if share < 0 else high, abs=1.0)


def test_zooming_out_ends_at_some_decades(bench: Bench) -> None:
    for _ in range(40):
        bench.navigator.zoom(0.5)
    assert bench.state.width == pytest.approx(50 * YEAR_S)


def test_who_is_farther_out_than_one_may_go_is_not_thrown_back(bench: Bench) -> None:
    bench.navigator.today((2026, 11, 24))
    bench.navigator.travel(bench.state.zoom(30.0))
    start = bench.state.start
    bench.navigator.drag_to(start - DAY)
    assert bench.state.start == start - DAY


def test_everything_is_shown_with_a_margin(bench: Bench) -> None:
    bench.show("2015-08-01", "2015-12-31")
    bench.navigator.whole_range()
    low, high = bench.library.dataset.extent
    assert bench.state.start < low
    assert bench.state.end > high


def test_fitting_an_event_shows_its_relations_too(bench: Bench) -> None:
    bench.navigator.fit_event("deal")
    times = bench.library.dataset.times
    for name in ("deal", "mines"):
        anchor = times[bench.library.dataset.index_of(name)].anchor
        assert bench.state.start < anchor < bench.state.end
    assert bench.state.width < 200 * DAY


def test_fitting_an_event_brings_its_relations_apart_as_far_as_the_view_allows(bench: Bench) -> None:
    bench.navigator.fit_event("deal")
    dataset = bench.library.dataset
    links = dataset.links(dataset.event("deal"))
    anchors = [dataset.times[dataset.index_of(link.event.id)].anchor for link in links]
    anchors.append(dataset.times[dataset.index_of("deal")].anchor)
    assert (max(anchors) - min(anchors)) / bench.state.width > 0.7


def test_fitting_an_event_leaves_room_for_a_panel_over_the_timeline(bench: Bench) -> None:
    bench.navigator.fit_event("deal")
    before = bench.state
    bench.navigator.covered_share = lambda: 0.5
    bench.navigator.fit_event("deal")
    assert (bench.state.start, bench.state.width) == (before.start, before.width * 2)


def test_who_sees_everything_sees_everything_of_what_was_read_anew(bench: Bench) -> None:
    record = collection_record()
    record["events"].append(
        {"id": "later", "date": "2019-05-01", "title": {"en": "Later"}, "category": "talks"}
    )
    bench.navigator.whole_range()
    write(bench.file, record)
    bench.library.reload()
    last = bench.library.dataset.times[bench.library.dataset.index_of("later")].end
    assert bench.state.start < bench.library.dataset.extent[0] < last < bench.state.end


def test_who_looks_at_a_part_keeps_it_when_the_collection_is_read_anew(bench: Bench) -> None:
    record = collection_record()
    record["events"].append(
        {"id": "later", "date": "2019-05-01", "title": {"en": "Later"}, "category": "talks"}
    )
    bench.show("2015-08-01", "2015-12-31")
    before = bench.state
    write(bench.file, record)
    bench.library.reload()
    assert bench.state == before
