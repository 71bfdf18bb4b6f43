"""The small parts: rows by time, clusters, arcs, texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.arcs import line_of, route
from timeline_app.layout.clusters import BottomRow, Cluster
from timeline_app.layout.measure import FixedMeasure, elided, wrapped
from timeline_app.layout.rows import pack_rows
from timeline_app.layout.style import style_for

M = FixedMeasure(7)
SPANS = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)), max_size=60)


@given(SPANS, st.integers(1, 6))
def test_no_two_bars_of_a_row_share_a_moment(spans, most):
    found = [(key, start, start + length) for key, (start, length) in enumerate(spans)]
    rows = pack_rows(found, most)
    assert set(rows) == set(range(len(spans)))
    for key, start, end in found:
        for other, other_start, other_end in found[:key]:
            if rows[key] == rows[other] >= 0:
                assert end <= other_start or other_end <= start
    assert all(-1 <= row < most for row in rows.values())


def test_bars_that_touch_share_a_row():
    assert pack_rows([(7, 0, 10), (8, 10, 20), (9, 5, 15)]) == {7: 0, 8: 0, 9: 1}


@given(st.lists(st.integers(0, 4_000), max_size=150))
def test_clusters_lose_nothing_and_do_not_touch(xs):
    row = BottomRow(0, 4_000, style_for("light"))
    groups = row.gather(Cluster([n], x, x, x, 6.0) for n, x in enumerate(xs))
    assert sorted(r for group in groups for r in group.rows) == list(range(len(xs)))
    for before, after in pairwise(groups):
        assert after.left - before.right >= 4
    assert all(group.left >= 0 and group.right <= 4_000 for group in groups if len(group.rows) > 1)


def test_neighbours_closer_than_fifteen_pixels_become_a_pill():
    row = BottomRow(0, 4_000, style_for("light"))
    groups = row.gather(Cluster([n], x, x, x, 6.0) for n, x in enumerate((100, 114, 200)))
    assert [group.rows for group in groups] == [[0, 1], [2]]


def test_an_arc_in_a_row_rises_and_one_without_room_bows_below():
    assert route((100, 200), (300, 200), True, 10, 50, "solid", 1).cy0 == 154
    assert route((100, 60), (300, 60), True, 10, 50, "solid", 1).cy0 == 102


def test_an_arc_between_near_verticals_bulges_to_the_right():
    arc = route((100, 100), (110, 300), False, 10, 50, "solid", 1)
    assert (arc.x0, arc.cx0, arc.x1) == (110, 150, 120)


def test_an_arc_between_near_verticals_bulges_away_from_the_label_it_leads_to():
    arc = route((100, 100), (110, 300), False, 10, 50, "solid", 1, labels=(0, 1))
    assert (arc.x0, arc.cx0, arc.x1) == (90, 60, 100)


def test_an_arc_arrives_vertically_where_a_label_stands_on_its_way():
    level = route((100, 100), (300, 300), False, 10, 50, "solid", 1, labels=(0, 1))
    assert (level.x1, level.y1) == (290, 300)
    steep = route((100, 100), (300, 300), False, 10, 50, "solid", 1, labels=(0, -1))
    assert (steep.cx1, steep.x1, steep.y1) == (300, 300, 290)


def test_an_arc_runs_from_one_end_to_the_other():
    arc = route((100, 60), (300, 60), True, 10, 50, "solid", 1)
    assert [arc.at(share) for share in (0, 0.5, 1)] == [(100, 70), (200, 94), (300, 70)]


def test_relations_have_three_kinds_of_line():
    assert [line_of(kind) for kind in ("settles", "disputes", "context")] == ["solid", "dashed", "dotted"]


def test_hangul_is_twice_as_wide():
    assert M.width("회담 A", "label-major") == 42


@given(st.text(max_size=30), st.floats(0, 200))
def test_an_elided_text_fits(text, width):
    assert M.width(elided(text, width, "x", M), "x") <= width


def test_a_text_is_elided_at_its_end():
    assert elided("August agreement", 70, "x", M) == "August ag…"


def test_a_text_breaks_at_spaces_and_middle_dots():
    assert wrapped("Talks & agreements", 90, "x", M) == ["Talks &", "agreements"]
    assert wrapped("이산가족·협력", 70, "x", M) == ["이산가족·", "협력"]
    assert wrapped("one two three four", 50, "x", M) == ["one two", "three…"]
