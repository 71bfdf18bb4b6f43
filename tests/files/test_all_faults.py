"""Every fault of a record is told at once: whoever mends one does not meet a second."""

import json
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.samples import event
from timeline_app.files import collection as reading
from timeline_app.files.collection import Collection, read_collection

Read = Callable[[str | bytes | dict[str, Any]], Collection]

SOURCE = {"id": "s", "title": {"en": "S"}, "excerpts": [{"id": "1", "summary": {"en": "x"}}]}
CLOCK = {"start": "2015-08-25T00:55+09:00", "zone": "Asia/Seoul"}
READING = {"about": "who", "party": "north-korea", "date": "2015", "gist": {"en": "x"}, "excerpt": "s#1"}
FIGURE = {"kind": "dead", "value": 2, "claimant": "south-korea", "date": "2015", "excerpt": "s#1"}
WHOLE = event(
    "whole",
    clock=CLOCK,
    sequence=1,
    category="talks",
    initiator=["north-korea"],
    actors=["south-korea", "north-korea"],
    place="panmunjom",
    importance=4,
    summary={"en": "x", "ko": "y"},
    cites=[{"excerpt": "s#1", "role": "reports"}],
    readings=[READING],
    figures=[FIGURE],
    relations=[{"type": "follows", "to": "other"}],
    series=["nuclear-tests"],
)


def told(found: Collection, record: str = "bad") -> list[tuple[str, str]]:
    return [(problem.field, problem.value) for problem in found.problems if problem.record == record]


FAULTS: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    (
        {
            "importance": 9,
            "date": "2015-13-45",
            "cites": [{"excerpt": "s#9"}],
            "actors": ["north-korea", "nobody"],
        },
        [
            ("date", '"2015-13-45"'),
            ("importance", "9"),
            ("cites[0].excerpt", '"s#9"'),
            ("actors[1]", '"nobody"'),
        ],
    ),
    ({"date": 2015, "category": "x"}, [("date", "2015"), ("category", '"x"')]),
    ({"date": "soon", "category": "x"}, [("date", '"soon"'), ("category", '"x"')]),
    ({"date": "soon", "title": {}}, [("date", '"soon"'), ("title", "")]),
    ({"title": "One", "place": "x"}, [("title", '"One"'), ("place", '"x"')]),
    ({"title": {"en": 5}}, [("title.en", "5")]),
    ({"titel": {"en": "x"}, "place": "x"}, [("titel", '{"en": "x"}'), ("place", '"x"')]),
    ({"actors": ["Nobody", "nobody"]}, [("actors[0]", '"Nobody"'), ("actors[1]", '"nobody"')]),
    ({"actors": "nobody", "initiator": ["nobody"]}, [("actors", '"nobody"'), ("initiator[0]", '"nobody"')]),
    (
        {"clock": {"start": "12:00", "zone": "Asia/Seul"}},
        [("clock.start", '"12:00"'), ("clock.zone", '"Asia/Seul"')],
    ),
    ({"clock": {"zone": "Asia/Seul"}}, [("clock.start", ""), ("clock.zone", '"Asia/Seul"')]),
    (
        {"clock": {"start": "2015-08-25T25:00Z", "end": "2015-08-25T12:00Z", "zone": "Asia/Seoul"}},
        [("clock.start", '"2015-08-25T25:00Z"'), ("clock.end", '"2015-08-25T12:00Z"')],
    ),
    (
        {"date": "soon", "clock": {"start": "2015-08-25T12:00+08:30", "zone": "Asia/Seoul"}},
        [("date", '"soon"'), ("clock.start", '"2015-08-25T12:00+08:30"')],
    ),
    (
        {"importance": 0, "clock": {"start": "2015-08-29T12:00+08:30", "zone": "Asia/Pyongyang"}},
        [("importance", "0"), ("clock.start", '"2015-08-29T12:00+08:30"')],
    ),
    (
        {"readings": [{**READING, "about": "whom", "party": "nobody", "date": "2015-02-30"}]},
        [
            ("readings[0].about", '"whom"'),
            ("readings[0].party", '"nobody"'),
            ("readings[0].date", '"2015-02-30"'),
        ],
    ),
    (
        {"figures": [{**FIGURE, "value": "two", "claimant": "nobody"}, {"kind": "dead", "date": "x"}]},
        [
            ("figures[0].value", '"two"'),
            ("figures[0].claimant", '"nobody"'),
            ("figures[1].excerpt", ""),
            ("figures[1].date", '"x"'),
        ],
    ),
    (
        {"sequence": "x", "relations": [{"type": "follows", "to": "bad"}, {"type": "follows"}]},
        [("sequence", '"x"'), ("relations[0].to", '"bad"'), ("relations[1].to", "")],
    ),
    ({"sequence": "x", "relations": [5, {"type": "settles", "to": "x"}]}, [
        ("sequence", '"x"'), ("relations[0]", "5"), ("relations[1].to", '"x"'),
    ]),
    ({"id": "Bad", "date": "soon"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "faults"), FAULTS)
def test_each_fault_of_a_record_is_told(
    read: Read, tmp_path: Path, fields: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    found = read({"events": [event("good"), event("bad") | fields, event("fine")], "sources": [SOURCE]})
    assert [one.id for one in found.events] == ["good", "fine"]
    assert sorted(told(found)) == sorted(faults)
    if not faults:
        assert told(found, "Bad") == [("id", '"Bad"'), ("date", '"soon"')]
    lines = (tmp_path / "own.json").read_text("utf-8").splitlines()
    for problem in found.problems:
        here = lines[problem.line - 1][problem.column - 1 :]
        assert here.startswith((problem.value, f'"{problem.field}"', "{")), str(problem)


def test_a_record_with_faults_of_every_kind_and_a_taken_id_has_them_all_told(
    read: Read, tmp_path: Path
) -> None:
    bad = event(
        "same", date="2015-13-45", importance=9, cites=[{"excerpt": "s#9"}], actors=["nobody"], place=5
    )
    found = read({"events": [event("same"), event("other"), bad], "sources": [SOURCE]})
    assert [one.title.en for one in found.events] == ["Same", "Other"]
    assert [field for field, _ in told(found, "same")] == [
        "id",
        "date",
        "importance",
        "cites[0].excerpt",
        "actors[0]",
        "place",
    ]
    assert all(problem.line >= 18 for problem in found.problems)
    assert f"{tmp_path / 'own.json'}:3" in found.problems[0].message


@pytest.mark.parametrize(
    ("fault", "places"),
    [
        ({"importance": 9}, [("importance", 9), ("id", 12)]),
        ({"date": "soon"}, [("date", 5), ("id", 11)]),
    ],
)
def test_a_sound_record_after_a_faulty_one_of_the_same_id_is_shown_and_told(
    read: Read, fault: dict[str, Any], places: list[tuple[str, int]]
) -> None:
    found = read({"events": [event("same", **fault), event("same", title={"en": "Second"})]})
    assert [one.title.en for one in found.events] == ["Second"]
    assert [(problem.field, problem.line) for problem in found.problems] == places


def test_a_repeated_id_and_a_reference_to_nothing_are_both_told(read: Read) -> None:
    found = read({"events": [event("bad"), event("bad", category="x")]})
    assert told(found) == [("id", '"bad"'), ("category", '"x"')]


def test_a_fault_in_the_second_of_two_records_with_one_id_is_placed_there(read: Read) -> None:
    found = read({"events": [event("same"), event("same", date="soon")]})
    assert [(problem.field, problem.line) for problem in found.problems] == [("id", 11), ("date", 12)]


def test_a_reference_to_a_record_with_a_bad_date_is_no_second_fault(read: Read) -> None:
    relations = [{"type": "follows", "to": "later"}]
    found = read({"events": [event("one", relations=relations), event("later", date="soon", category="x")]})
    assert told(found, "one") == []
    assert told(found, "later") == [("date", '"soon"'), ("category", '"x"')]


def test_records_that_are_left_out_may_name_one_another(read: Read) -> None:
    relations = [{"type": "follows", "to": "b"}]
    found = read({"events": [event("a", importance=9, relations=relations), event("b", date="soon")]})
    assert [(problem.record, problem.field) for problem in found.problems[:-1]] == [
        ("a", "importance"),
        ("b", "date"),
    ]


@pytest.mark.parametrize(
    ("faults", "is_told"),
    [
        ({"kind": "blog"}, True),
        ({"date": "soon"}, True),
        ({"kind": "blog", "excerpts": 5}, False),
        ({"exerpts": []}, False),
        ({"excerpts": [{"id": "N", "summary": {"en": "x"}}]}, False),
        ({"excerpts": [{"id": "1", "order": "x", "summary": {"en": "x"}}]}, True),
    ],
)
def test_an_excerpt_that_a_faulty_source_cannot_have_is_told(
    read: Read, faults: dict[str, Any], is_told: bool
) -> None:
    cites = [{"excerpt": "s#1"}, {"excerpt": "s#9"}]
    found = read({"events": [event("one", cites=cites)], "sources": [SOURCE | faults]})
    assert told(found, "one") == ([("cites[1].excerpt", '"s#9"')] if is_told else [])


def test_the_other_lists_tell_all_their_faults_too(read: Read) -> None:
    excerpts = [{"id": "1", "summary": {"en": "x"}}, {"id": "1", "summary": {"en": "x"}, "order": "x"}]
    found = read(
        {
            "events": [event("one")],
            "sources": [{"id": "s", "title": {}, "kind": "blog", "issuer": "nobody", "excerpts": excerpts}],
            "actors": [{"id": "a", "name": {}, "kind": "cat", "part_of": "nobody"}],
            "places": [{"id": "p", "name": {}, "zone": "Asia/Seul", "latitude": 100}],
            "periods": [{"id": "q", "kind": "era", "title": {}, "party": "nobody", "spans": [{"date": "x"}]}],
            "series": [{"id": "r", "title": {}, "complete": {"from": "x", "to": 5, "against": "y"}}],
            "manifest": {"title": {}, "rules": "none"},
        }
    )
    assert sorted((problem.record, problem.field) for problem in found.problems) == [
        ("", "rules"),
        ("", "title"),
        ("a", "kind"),
        ("a", "name"),
        ("a", "part_of"),
        ("p", "latitude"),
        ("p", "name"),
        ("p", "zone"),
        ("q", "kind"),
        ("q", "party"),
        ("q", "spans[0].date"),
        ("q", "title"),
        ("r", "complete.from"),
        ("r", "complete.to"),
        ("r", "title"),
        ("s", "excerpts[1].id"),
        ("s", "excerpts[1].order"),
        ("s", "issuer"),
        ("s", "kind"),
        ("s", "title"),
    ]


def test_a_circle_through_a_record_that_is_left_out_is_told(read: Read) -> None:
    actors = [
        {"id": "a", "name": {"en": "A"}, "kind": "cat", "part_of": "b"},
        {"id": "b", "name": {"en": "B"}, "kind": "state", "part_of": "a"},
        {"id": "c", "name": {}, "kind": "state", "part_of": "c"},
    ]
    found = read({"events": [event()], "actors": actors})
    assert [(problem.record, problem.field) for problem in found.problems] == [
        ("a", "kind"),
        ("b", "part_of"),
        ("c", "name"),
        ("c", "part_of"),
    ]


def test_faults_in_the_log_are_placed_at_their_own_lines(read: Read) -> None:
    good = {"event": "one", "field": "date", "source": "s", "date": "2015-08-25", "verdict": "ok"}
    log = [good, {**good, "event": "none"}, good, {**good, "date": "2015-02-30", "event": "nil"}]
    found = read({"events": [event("one")], "verifications": log})
    assert [(problem.field, problem.value, problem.line) for problem in found.problems] == [
        ("event", '"none"', 20),
        ("event", '"nil"', 34),
        ("date", '"2015-02-30"', 37),
    ]
    assert len(found.verifications) == 2


def test_bytes_that_are_no_text_hide_no_other_fault(read: Read) -> None:
    bad = event("bad", title={"ko": "남북"}, importance=9, date="soon", actors=["nobody"], note="남북")
    found = read(json.dumps({"events": [event("good"), bad]}, ensure_ascii=False, indent=2).encode("cp949"))
    fields = [problem.field for problem in found.problems]
    assert fields == ["date", "", "importance", "actors[0]"]
    assert "is not UTF-8" in found.problems[1].message
    str(found.problems).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b'{"events": [\xf7]}',
        b'{"events": [{"id": "\xf7", "date": 5}]}',
        b'{"events": [{"id": "a", "\xf7": 5, "x": {"y": "\xf7"}}], "\xf7": 1}',
        b'{"\xf7": [',
    ],
)
def test_whatever_is_told_of_strange_bytes_can_be_printed(read: Read, raw: bytes) -> None:
    assert "\n".join(map(str, read(raw).problems)).encode()


def test_a_long_chain_of_actors_is_followed_in_a_bounded_time(read: Read) -> None:
    actors = [
        {"id": f"a{n}", "name": {"en": "A"}, "kind": "state", "part_of": f"a{(n + 1) % 20_000}"}
        for n in range(20_000)
    ]
    started = time.monotonic()
    assert [problem.record for problem in read({"events": [event()], "actors": actors}).problems] == ["a0"]
    assert time.monotonic() - started < 10  # it was minutes


def test_a_repeated_key_hides_no_other_fault(read: Read) -> None:
    text = '{"events": [{"id": "bad", "date": "x", "date": "soon", "title": {"en": "A"}, "place": "x"}]}'
    fields = [field for field, _ in told(read(text))]
    assert sorted(fields) == ["date", "date", "place"]


def test_no_more_findings_are_told_of_a_file_than_anybody_reads(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_PROBLEMS", 10)
    found = read({"events": [event(f"e{n}", category="x") for n in range(30)]})
    assert len(found.events) == 30
    assert [problem.record for problem in found.problems] == [*(f"e{n}" for n in range(10)), ""]
    assert found.problems[-1].message.startswith("20 more faults are in this file")


def test_two_files_each_tell_of_their_own_records(tmp_path: Path, chronicle: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "events").mkdir(parents=True)
    for name, events in (
        ("1", [event("a"), event("b", importance=9, place="x"), event("c", category="x")]),
        ("2", [event("a", date="soon"), event("d", category="y")]),
    ):
        (folder / "events" / f"{name}.json").write_text(json.dumps({"events": events}, indent=2))
    found = read_collection(folder, chronicle=chronicle)
    assert [(one.file.name, one.line, one.record, one.field) for one in found.problems] == [
        ("1.json", 16, "b", "importance"),
        ("1.json", 17, "b", "place"),
        ("1.json", 25, "c", "category"),
        ("2.json", 4, "a", "id"),
        ("2.json", 5, "a", "date"),
        ("2.json", 16, "d", "category"),
    ]


KINDS: dict[str, list[tuple[str, Any]]] = {  # for each field: where the fault is told, and the faulty value
    "date": [("date", 5), ("date", "soon"), ("date", "/"), ("date", "2015-02-30"), ("date", None)],
    "title": [("title", {}), ("title", "x"), ("title.en", {"en": 5}), ("title.fr", {"fr": "x", "en": "x"})],
    "clock": [
        ("clock", "12:00"),
        ("clock.zone", {**CLOCK, "zone": "Asia/Seul"}),
        ("clock.start", {**CLOCK, "start": "2015-08-25T25:00Z"}),
        ("clock.start", {**CLOCK, "start": "2015-08-25T12:00+08:30"}),
        ("clock.end", {**CLOCK, "end": "2015-08-25T00:00+09:00"}),
        ("clock.approximate", {**CLOCK, "approximate": "yes"}),
    ],
    "sequence": [("sequence", "x"), ("sequence", 1.5)],
    "category": [("category", "none"), ("category", ["talks"])],
    "initiator": [("initiator[0]", ["nobody"]), ("initiator[1]", ["north-korea", 5])],
    "actors": [("actors[1]", ["south-korea", "nobody"]), ("actors", {})],
    "place": [("place", "nowhere"), ("place", 5)],
    "importance": [("importance", 9), ("importance", "high"), ("importance", None)],
    "summary": [("summary", "x"), ("summary.en", {"en": []})],
    "cites": [("cites[0].excerpt", [{"excerpt": "s#9"}]), ("cites[0].role", [{"excerpt": "s#1", "role": 1}])],
    "readings": [
        ("readings[0].party", [{**READING, "party": "nobody"}]),
        ("readings[1].date", [READING, {**READING, "date": "soon"}]),
        ("readings[0].gist", [{**READING, "gist": None}]),
    ],
    "figures": [
        ("figures[0].claimant", [{**FIGURE, "claimant": "nobody"}]),
        ("figures[0].date", [{**FIGURE, "date": "soon"}]),
        ("figures[0].value", [{**FIGURE, "value": "two"}]),
        ("figures[0].for", [{**FIGURE, "for": -1}]),
    ],
    "relations": [
        ("relations[0].to", [{"type": "follows", "to": "none"}]),
        ("relations[0].to", [{"type": "follows", "to": "whole"}]),
        ("relations[0].type", [{"type": "x", "to": "other"}]),
        ("relations[0].basis", [{"type": "follows", "to": "other", "basis": "s#9"}]),
    ],
    "series": [("series[0]", ["none"]), ("series", "none")],
    "colour": [("colour", "red")],
}


@st.composite
def several_faults(draw: st.DrawFn) -> list[tuple[str, str, Any]]:
    """Some fields, and for each of them where its fault is told and its faulty value."""
    fields = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=6, unique=True))
    return [(field, *draw(st.sampled_from(KINDS[field]))) for field in fields]


def told_of_whole(read: Read, faults: list[tuple[str, str, Any]]) -> list[str]:
    bad = WHOLE | {field: value for field, _, value in faults}
    found = read({"events": [event("other"), bad], "sources": [SOURCE]})
    assert all(problem.record == "whole" and problem.line > 7 for problem in found.problems)
    return [problem.field for problem in found.problems]


def test_the_record_of_the_law_is_sound(read: Read) -> None:
    assert read({"events": [event("other"), WHOLE], "sources": [SOURCE]}).problems == ()


@given(several_faults())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_as_many_faults_as_are_put_into_a_record_are_told(
    read: Read, faults: list[tuple[str, str, Any]]
) -> None:
    assert sorted(told_of_whole(read, faults)) == sorted(told for _, told, _ in faults)


def test_any_two_faults_are_both_told(read: Read) -> None:
    single = [(field, told, value) for field, kinds in KINDS.items() for told, value in kinds]
    for one, two in combinations(single, 2):
        if one[0] != two[0]:
            assert sorted(told_of_whole(read, [one, two])) == sorted((one[1], two[1]))


@pytest.mark.parametrize(
    "fields",
    [{"importance": 9}, {"date": "2015-13-25"}, {"category": "none"}, {"id": "same"}, {"actors": ["a", 5]}],
)
def test_a_large_file_full_of_faults_is_read_in_a_bounded_time(read: Read, fields: dict[str, Any]) -> None:
    text = json.dumps({"events": [event(f"e{n}") | fields for n in range(60_000)]})
    started = time.monotonic()
    assert len(read(text).problems) <= 2 * reading.MAX_PROBLEMS + 3
    assert time.monotonic() - started < 20
