"""Reading collections: what is sound is kept, and every fault of the rest is named with its place."""

import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.samples import event
from timeline_app.files import decode, guarded, outline
from timeline_app.files.checks import check_collection
from timeline_app.files.collection import Collection, read_collection
from timeline_app.files.problems import Problem
from timeline_app.model.records import Event

Read = Callable[[str | bytes | dict[str, Any]], Collection]


def ids(collection: Collection) -> list[str]:
    return [found.id for found in collection.events]


def only(collection: Collection) -> Problem:
    assert len(collection.problems) == 1, list(map(str, collection.problems))
    return collection.problems[0]


def line_of(file: Path, words: str) -> int:
    return next(
        number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if words in line
    )


def test_the_chronicle_is_read_when_no_path_is_given(chronicle: Path) -> None:
    found = read_collection(None, chronicle=chronicle)
    assert ids(found) == ["first"]
    assert found.problems == ()
    assert [file.name for file in found.files] == [
        "actors.json",
        "categories.json",
        "places.json",
        "series.json",
        "2015.json",
    ]


def test_an_event_needs_id_date_and_title_only(read: Read) -> None:
    found = read({"events": [event(title={"ko": "하나"})]})
    assert found.problems == ()
    assert found.events[0].title.in_language("en") == "하나"
    assert found.dates["2015-08-25"].bounds == ("2015-08-25", "2015-08-25")


def test_vocabularies_of_ones_own_need_ids_and_names_only(read: Read) -> None:
    collection = read(
        {
            "categories": [{"id": "mine", "title": {"en": "Mine"}}],
            "actors": [{"id": "me", "name": {"en": "Me"}}],
            "places": [{"id": "here", "name": {"en": "Here"}}],
            "periods": [{"id": "then", "title": {"en": "Then"}, "spans": [{"date": "2015/2016"}]}],
            "series": [{"id": "more", "title": {"en": "More"}}],
            "events": [event("a", category="mine", actors=["me"], place="here", series=["more"])],
        }
    )
    assert not collection.problems
    assert [period.id for period in collection.periods] == ["then"]


def test_a_collection_of_ones_own_takes_what_it_lacks_from_the_chronicle(read: Read) -> None:
    own = {"id": "north-korea", "name": {"en": "The North"}, "kind": "state"}
    found = read({"events": [event(category="talks", actors=["north-korea"])], "actors": [own]})
    assert found.problems == ()
    assert {actor.id: actor.name.en for actor in found.actors} == {
        "north-korea": "The North",
        "south-korea": "South Korea",
        "unification-ministry": "Ministry of Unification",
    }
    assert [file.name for file in found.files] == ["own.json"]


def test_a_folder_of_ones_own_has_the_layout_of_the_chronicle(tmp_path: Path, chronicle: Path) -> None:
    folder = tmp_path / "mine"
    for name in ("events", "sources", "schema", ".git"):
        (folder / name).mkdir(parents=True)
    source = {"id": "s", "title": {"en": "S"}, "excerpts": [{"id": "1", "summary": {"en": "x"}}]}
    (folder / "manifest.json").write_text('{"manifest": {"title": {"en": "Mine"}}}')
    for one in (event("b", cites=[{"excerpt": "s#1"}]), event("a")):
        (folder / "events" / f"{one['id']}.json").write_text(json.dumps({"events": [one]}))
    (folder / "sources" / "s.json").write_text(json.dumps({"sources": [source]}))
    (folder / "schema" / "x.json").write_text("no data")
    (folder / "events" / "._a.json").write_text("what macOS leaves behind")
    found = read_collection(folder, chronicle=chronicle)
    assert found.problems == ()
    assert ids(found) == ["a", "b"]
    assert found.manifest is not None
    assert found.manifest.title.en == "Mine"


BAD_FIELDS: list[tuple[dict[str, Any], str, str, str]] = [
    ({"titel": {}}, "titel", "{}", "unknown field"),
    ({"importance": 9}, "importance", "9", "expected a whole number from 1 to 5"),
    ({"importance": "high"}, "importance", '"high"', "expected a whole number from 1 to 5, found a text"),
    ({"title": "One"}, "title", '"One"', "expected an object with en, ko, found a text"),
    ({"title": {"en": " "}}, "title", "", "expected a text in one language at least"),
    ({"date": 2015}, "date", "2015", "expected a text, found a whole number"),
    ({"date": "2015-02-30"}, "date", '"2015-02-30"', "expected EDTF such as '2015-08-25'"),
    ({"date": "25 August 2015"}, "date", '"25 August 2015"', "expected EDTF such as '2015-08-25'"),
    ({"date": "2015-08-25T10:00:00Z"}, "date", '"2015-08-25T10:00:00Z"', "a day at the finest"),
    ({"actors": "north-korea"}, "actors", '"north-korea"', "expected a list, found a text"),
    ({"actors": ["North Korea"]}, "actors[0]", '"North Korea"', "expected lower-case ASCII letters"),
    ({"cites": [{"excerpt": "a"}]}, "cites[0].excerpt", '"a"', "expected a source id and an excerpt id"),
    ({"cites": [{"role": "reports"}]}, "cites[0].excerpt", "", "is missing"),
    ({"relations": [{"type": "settle", "to": "good"}]}, "relations[0].type", '"settle"', "mean 'settles'"),
    ({"clock": {"start": "12:00", "zone": "Asia/Seoul"}}, "clock.start", '"12:00"', "expected an instant"),
    (
        {"clock": {"start": "2015-08-25T25:00Z", "zone": "Asia/Seoul"}},
        "clock.start",
        '"2015-08-25T25:00Z"',
        "expected an instant",
    ),
    (
        {"clock": {"start": "2015-08-25T12:00Z", "zone": "Asia/Seul"}},
        "clock.zone",
        '"Asia/Seul"',
        "unknown time zone",
    ),
]


@pytest.mark.parametrize(("fields", "field", "value", "message"), BAD_FIELDS)
def test_a_bad_field_leaves_its_event_out_and_is_named(
    read: Read, tmp_path: Path, fields: dict[str, Any], field: str, value: str, message: str
) -> None:
    found = read({"events": [event("good"), event("bad") | fields, event("fine")]})
    problem = only(found)
    assert ids(found) == ["good", "fine"]
    assert (problem.record, problem.field, problem.value) == ("bad", field, value)
    assert message in problem.message
    first = line_of(tmp_path / "own.json", '"id": "bad"') - 1
    assert first <= problem.line < line_of(tmp_path / "own.json", '"id": "fine"') - 1


def test_all_faults_are_told_at_once_in_the_order_of_the_file(read: Read) -> None:
    found = read(
        {
            "events": [
                event("a", importance=0, sequence="x"),
                event("b", date="never"),
                event("c", category="talk"),
                event("d", colour="red"),
            ]
        }
    )
    told = [(problem.record, problem.field) for problem in found.problems]
    assert told == [
        ("a", "importance"),
        ("a", "sequence"),
        ("b", "date"),
        ("c", "category"),
        ("d", "colour"),
    ]


DANGLING: list[tuple[dict[str, Any], str, str]] = [
    ({"category": "nuclaer"}, "category", "no category 'nuclaer' in this collection; did you mean 'nuclear'"),
    ({"actors": ["south-korea", "nobody"]}, "actors[1]", "no actor 'nobody' in this collection"),
    ({"initiator": ["nobody"]}, "initiator[0]", "no actor 'nobody' in this collection"),
    ({"place": "atlantis"}, "place", "no place 'atlantis' in this collection"),
    ({"series": ["none"]}, "series[0]", "no series 'none' in this collection"),
    ({"cites": [{"excerpt": "s#2"}]}, "cites[0].excerpt", "no excerpt 's#2' in this collection"),
    ({"relations": [{"type": "settles", "to": "x"}]}, "relations[0].to", "no event 'x' in this collection"),
    (
        {"relations": [{"type": "settles", "to": "good", "basis": "s#2"}]},
        "relations[0].basis",
        "no excerpt 's#2' in this collection",
    ),
    (
        {"figures": [{"kind": "votes", "body": "nobody", "excerpt": "s#1"}]},
        "figures[0].body",
        "no actor 'nobody' in this collection",
    ),
    (
        {
            "readings": [
                {"about": "who", "party": "nobody", "date": "2015", "gist": {"en": "x"}, "excerpt": "s#1"}
            ]
        },
        "readings[0].party",
        "no actor 'nobody' in this collection",
    ),
]


@pytest.mark.parametrize(("fields", "field", "message"), DANGLING)
def test_a_reference_to_nothing_is_dropped_and_its_event_stays(
    read: Read, fields: dict[str, Any], field: str, message: str
) -> None:
    source = {"id": "s", "title": {"en": "S"}, "excerpts": [{"id": "1", "summary": {"en": "x"}}]}
    found = read({"events": [event("good"), event("loose") | fields], "sources": [source]})
    problem = only(found)
    assert ids(found) == ["good", "loose"]
    assert (problem.record, problem.field) == ("loose", field)
    assert problem.message.startswith(message)
    assert problem.line > 1


def test_what_stays_after_dropping_is_the_rest_of_the_event(read: Read) -> None:
    source = {"id": "s", "title": {"en": "S"}, "excerpts": [{"id": "1", "summary": {"en": "x"}}]}
    figures = [{"kind": "votes", "body": "nobody", "claimant": "south-korea", "excerpt": "s#1"}]
    loose = event("loose", actors=["nobody", "north-korea"], category="x", figures=figures)
    (kept,) = read({"events": [loose], "sources": [source]}).events
    assert kept.actors == ("north-korea",)
    assert kept.category is None
    assert (kept.figures[0].body, kept.figures[0].claimant) == (None, "south-korea")


def test_a_period_keeps_its_spans_when_an_edge_is_unknown(read: Read) -> None:
    span = {"date": "2015-08/2016-01", "from": "one", "to": "gone"}
    period = {"id": "p", "kind": "state", "title": {"en": "P"}, "spans": [span]}
    found = read({"events": [event()], "periods": [period]})
    assert only(found).field == "spans[0].to"
    assert (found.periods[0].spans[0].start_event, found.periods[0].spans[0].end_event) == ("one", None)


def test_a_reference_to_a_record_that_was_left_out_is_not_a_second_fault(read: Read) -> None:
    source = {"id": "s", "title": {"en": "S"}, "kind": "blog", "excerpts": [{"id": "1", "summary": {}}]}
    found = read({"events": [event(cites=[{"excerpt": "s#1"}])], "sources": [source]})
    assert only(found).field == "kind"
    assert found.events[0].cites == ()


def test_an_actor_is_never_part_of_itself(read: Read) -> None:
    actors = [
        {"id": "a", "name": {"en": "A"}, "kind": "state", "part_of": "b"},
        {"id": "b", "name": {"en": "B"}, "kind": "state", "part_of": "a"},
    ]
    found = read({"events": [event()], "actors": actors})
    assert only(found).field == "part_of"
    parents = {actor.id: actor.part_of for actor in found.actors}
    assert (parents["a"], parents["b"]) == (None, "a")


def test_a_repeated_id_is_told_with_the_place_of_the_first(tmp_path: Path, chronicle: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "events").mkdir(parents=True)
    first = json.dumps({"events": [event("same", title={"en": "First"})]}, indent=2)
    second = json.dumps({"events": [event("other"), event("same", title={"en": "Second"})]}, indent=2)
    (folder / "events" / "1.json").write_text(first)
    (folder / "events" / "2.json").write_text(second)
    found = read_collection(folder, chronicle=chronicle)
    problem = only(found)
    assert [found.title.en for found in found.events] == ["First", "Other"]
    assert (problem.file.name, problem.line, problem.field) == ("2.json", 11, "id")
    assert "1.json:3" in problem.message


def test_a_repeated_excerpt_is_told(read: Read) -> None:
    excerpts = [{"id": "1", "summary": {"en": "x"}}, {"id": "1", "summary": {"en": "y"}}]
    found = read({"events": [event()], "sources": [{"id": "s", "title": {"en": "S"}, "excerpts": excerpts}]})
    assert only(found).field == "excerpts[1].id"
    assert len(found.sources[0].excerpts) == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"events": [{"id": "a", "id": "a", "date": "2015", "title": {"en": "A"}}]}',
        '{"events": [{"id": "a", "\\u0069d": "a", "date": "2015", "title": {"en": "A"}}]}',
        '{"events": [{"id" :"a", "id": "a", "date": "2015", "title": {"en": "A"}}]}',
        '{"events": [{"id":"a","date":"2015","title":{"en":"A","en":"B"}}]}',
        '{"events": [{"id":"a","date":"2015","title":{"en":"A","en"\\r\\n:"B"}}]}'.replace("\\r\\n", "\r\n"),
    ],
)
def test_a_repeated_key_is_never_read_over(read: Read, text: str) -> None:
    problem = read(text).problems[0]
    assert problem.record == "a"
    assert "stands here twice" in problem.message


def test_a_list_that_stands_twice_is_told_and_read_whole(read: Read) -> None:
    text = json.dumps({"events": [event("a")]})[:-1] + ", " + json.dumps({"events": [event("b")]})[1:]
    found = read(text)
    assert ids(found) == ["a", "b"]
    assert only(found).field == "events"


def test_quoted_colons_do_not_look_like_keys(read: Read) -> None:
    title = {"en": ': "a": \\": \\\\', "ko": '": "'}
    assert read({"events": [event(title=title)]}).problems == ()


def test_complete_records_of_a_half_written_file_stay_usable(read: Read) -> None:
    whole = json.dumps({"events": [event("a"), event("b"), event("c")]}, indent=2)
    found = read(whole[: whole.index('"c"') + 20])
    problem = only(found)
    assert ids(found) == ["a", "b"]
    assert problem.record == "c"
    assert problem.line >= 17


@given(cut=st.integers(0, 400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wherever_a_file_is_cut_the_records_before_are_kept(read: Read, cut: int) -> None:
    records = [json.dumps(event(name)) for name in "abcd"]
    whole = '{"events": [\n' + ",\n".join(records) + "\n]}"
    found = read(whole[:cut])
    complete = [record for record in records if cut >= whole.index(record) + len(record)]
    assert ids(found) == [json.loads(record)["id"] for record in complete]
    assert bool(found.problems) == (cut < len(whole))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n", "the file is empty"),
        (b"[]", "expected an object such as"),
        (b"null", "expected an object such as"),
        (b"{}", "holds no event"),
        (b'{"events": []}', "holds no event"),
        (b'{"events": {}}', "expected a list of events"),
        (b'{"evnets": []}', "unknown field; did you mean 'events'?"),
        (b'{"events": [5]}', "expected an object with id, date"),
        (b'{"events": [null]}', "expected an object with id, date"),
        (b'{"events": [{}]}', "is missing; expected"),
        (b'{"events": [{"id": "a"}] "sources": []}', "expected ',' or '}', found '\"'"),
        (b'{"manifest": []}', "expected an object with title"),
        (b'{"events": [' + b"[" * 100_000, "nested more than 100 deep"),
        (b'{"events": [{"id": ' + b"[" * 3000 + b"]" * 3000 + b"}]}", "nested more than 100 deep"),
        (b'{"events": [{"importance": ' + b"9" * 5000 + b"}]}", "expected a whole number from 1 to 5"),
        (b'{"events": [{"sequence": 1e999}]}', "expected a whole number"),
        (b'{"events": [{"id": "\\ud800"}]}', "half of a surrogate pair"),
        (b"\x89PNG\r\n\x1a\n\0\0", "the file is binary"),
        ("{}".encode("utf-16"), "the file is UTF-16"),
        ("{ }".encode("utf-16-le"), "the file is UTF-16"),
        ("{ }".encode("utf-16-be"), "the file is UTF-16"),
        ("{}".encode("utf-32"), "the file is UTF-32"),
        ("{}".encode("utf-32-le"), "the file is UTF-32"),
        ("\ufeff{}".encode("utf-32-be"), "the file is UTF-32"),
    ],
)
def test_a_file_that_is_no_collection_says_why(read: Read, content: bytes, message: str) -> None:
    found = read(content)
    assert found.events == ()
    assert any(message in problem.message for problem in found.problems), list(map(str, found.problems))


@pytest.mark.parametrize("number", ["1e999", "-1e999"])
@pytest.mark.parametrize(
    ("field", "record"),
    [
        ("importance", '"importance": %s'),
        ("figures[0].value", '"figures": [{"kind": "dead", "excerpt": "s#1", "value": %s}]'),
    ],
)
def test_a_number_beyond_all_bounds_is_told_with_field_and_value(
    read: Read, number: str, field: str, record: str
) -> None:
    text = '{"id": "bad", "date": "2015", "title": {"en": "A"}, %s}' % (record % number)
    found = read('{"events": [%s]}' % text)  # noqa: UP031  # braces
    problem = next(problem for problem in found.problems if problem.field == field)
    assert (problem.record, problem.value) == ("bad", number)
    assert problem.message.startswith("this number is too large to be stored; expected a")


def test_a_record_in_another_encoding_does_not_spoil_the_others(read: Read) -> None:
    events = [event("a"), event("b", title={"ko": "남북"})]
    found = read(json.dumps({"events": events}, ensure_ascii=False, indent=2).encode("cp949"))
    problem = only(found)
    assert ids(found) == ["a"]
    assert (problem.record, problem.line, problem.column) == ("b", 14, 16)
    assert "is not UTF-8" in problem.message


def test_a_byte_order_mark_is_passed_over(read: Read) -> None:
    text = b"\xef\xbb\xbf" + json.dumps({"events": [event("a"), event("b", date="?")]}, indent=2).encode()
    found = read(text)
    assert ids(found) == ["a"]
    assert (only(found).line, only(found).column) == (12, 15)


def test_windows_line_ends_keep_the_lines(read: Read) -> None:
    text = json.dumps({"events": [event("a", title={"en": 5})]}, indent=2).replace("\n", "\r\n")
    assert (read(text).problems[0].line, read(text).problems[0].column) == (7, 15)


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("broken", [False, True])
def test_decomposed_texts_are_composed(read: Read, escaped: bool, broken: bool) -> None:
    title = unicodedata.normalize("NFD", "남북 합의")
    content = {"events": [event("a", title={"ko": title}), event("b", sequence="x" if broken else 1)]}
    assert read(json.dumps(content, ensure_ascii=escaped)).events[0].title.ko == "남북 합의"


def test_a_missing_path_is_a_problem(tmp_path: Path, chronicle: Path) -> None:
    found = read_collection(tmp_path / "gone.json", chronicle=chronicle)
    assert [problem.message for problem in found.problems] == ["no such file or folder"]


def test_a_folder_without_json_is_a_problem(tmp_path: Path, chronicle: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = read_collection(tmp_path / "empty", chronicle=chronicle)
    assert "holds no JSON file" in "".join(problem.message for problem in found.problems)


def test_a_device_is_not_read(chronicle: Path) -> None:
    found = read_collection(Path("/dev/null"), chronicle=chronicle)
    assert found.problems[0].message == "is not a file; expected a folder or a JSON file"


def test_an_unreadable_file_leaves_the_others(
    tmp_path: Path, chronicle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.json").write_text(json.dumps({"events": [event(name)]}))
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.json":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = read_collection(folder, chronicle=chronicle)
    assert ids(found) == ["b"]
    assert only(found).message == "cannot be read: Permission denied"


def test_a_file_beyond_the_limit_is_not_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "MAX_BYTES", 10)
    assert "MB are too many" in read({"events": [event()]}).problems[0].message


def test_reading_never_touches_the_file(read: Read, tmp_path: Path) -> None:
    read({"events": [event("a", importance=9), event("b", category="x")]})
    before = (tmp_path / "own.json").read_bytes()
    read_collection(tmp_path / "own.json", chronicle=tmp_path / "chronicle")
    assert (tmp_path / "own.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chronicle", "own.json"]


@given(content=st.binary(max_size=80) | st.text(max_size=60).map(lambda text: text.encode(errors="replace")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_reading_raise(read: Read, content: bytes) -> None:
    for raw in (content, b'{"events": [' + content, b'{"events": [{"id": "a", "date": ' + content + b"}]}"):
        assert read(raw).problems


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("one"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from([field.encode_name for field in msgspec.structs.fields(Event)] + ["nonsense"])


@given(changes=st.dictionaries(fields, json_values, min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_of_a_field_makes_reading_raise(read: Read, tmp_path: Path, changes: dict[str, Any]) -> None:
    found = read({"events": [event("good"), event("odd") | changes]})
    assert "good" in ids(found)
    last = len((tmp_path / "own.json").read_text("utf-8").splitlines())
    assert all(1 <= problem.line <= last for problem in found.problems)


@given(
    place=st.integers(0, 19),
    fault=st.sampled_from([{"importance": 7}, {"date": "soon"}, {"extra": 1}, {"category": "none"}]),
    indent=st.sampled_from([1, 2, 4]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_line_of_a_fault_is_the_line_of_its_value(
    read: Read, place: int, fault: dict[str, Any], indent: int, line_end: str
) -> None:
    events = [event(f"e{number}", title={"ko": "회담", "en": "x"}) for number in range(20)]
    events[place] |= fault
    text = json.dumps({"events": events}, indent=indent, ensure_ascii=False)
    problem = only(read(text.replace("\n", line_end)))
    line = text.split("\n")[problem.line - 1]
    key, value = next(iter(fault.items()))
    assert line[problem.column - 1 :].startswith((json.dumps(value), json.dumps(key)))
    assert problem.record == f"e{place}"


WRONG_CLOCKS: list[tuple[dict[str, str], str, str]] = [
    (
        {"start": "2015-08-25T18:00+09:00", "end": "2015-08-25T17:00+09:00"},
        "clock.end",
        "lies before the start",
    ),
    ({"start": "2015-08-27T00:00+09:00"}, "clock.start", "more than a day after the event's date 2015-08-25"),
    (
        {"start": "2015-08-23T23:59+09:00"},
        "clock.start",
        "more than a day before the event's date 2015-08-25",
    ),
    ({"start": "2015-08-25T12:00+08:30"}, "clock.start", "the offset of Asia/Seoul was +09:00 then"),
]


@pytest.mark.parametrize(("clock", "field", "message"), WRONG_CLOCKS)
def test_an_impossible_clock_is_dropped_and_told(
    read: Read, clock: dict[str, str], field: str, message: str
) -> None:
    found = read({"events": [event(clock={**clock, "zone": "Asia/Seoul"})]})
    problem = only(found)
    assert (ids(found), found.events[0].clock) == (["one"], None)
    assert (problem.field, problem.value) == (field, json.dumps(clock[field.removeprefix("clock.")]))
    assert message in problem.message
    assert problem.line > 1


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("2015-08-26T23:59+09:00", "Asia/Seoul"),
        ("2015-08-24T00:00+08:30", "Asia/Pyongyang"),
        ("2015-08-24T20:00-04:00", "America/New_York"),
    ],
)
def test_a_clock_may_lie_on_the_other_side_of_the_date_line(read: Read, start: str, zone: str) -> None:
    found = read({"events": [event(clock={"start": start, "zone": zone})]})
    assert found.problems == ()
    assert found.events[0].clock is not None


def test_a_clock_at_the_end_of_years_is_no_crash(read: Read) -> None:
    found = read({"events": [event(date="0001-01-01", clock={"start": "0001-01-01T00:00Z", "zone": "UTC"})]})
    assert found.problems == ()
    clock = {"start": "0001-01-01T00:00+14:00", "zone": "America/New_York"}
    assert "years go from" in only(read({"events": [event(date="0001-01-01", clock=clock)]})).message


def test_a_relation_of_an_event_to_itself_is_dropped_and_told(read: Read) -> None:
    relations = [{"type": "follows", "to": "b"}, {"type": "follows", "to": "a"}]
    found = read({"events": [event("a", relations=relations), event("b")]})
    assert only(found).field == "relations[1].to"
    assert only(found).message == "an event has no relation to itself"
    assert [relation.to for relation in found.events[0].relations] == ["b"]


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_pipe_in_a_folder_is_told_and_never_waited_for(tmp_path: Path, chronicle: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    os.mkfifo(folder / "a.json")
    manifest = {"title": {"en": "x"}, "rules": "chronicle"}
    content = {"manifest": manifest, "events": [event(category="gone")]}
    (folder / "b.json").write_text(json.dumps(content))
    found = read_collection(folder, chronicle=chronicle)
    assert [(problem.file.name, problem.line) for problem in found.problems] == [("a.json", 1), ("b.json", 1)]
    assert ids(found) == ["one"]
    assert check_collection(found)


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, chronicle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    (folder / "events").mkdir(parents=True)
    iterdir = Path.iterdir

    def refuse(path: Path) -> Any:
        if path.name == "events":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    told = [problem.message for problem in read_collection(folder, chronicle=chronicle).problems]
    assert told[0] == "cannot be read: Permission denied"
    assert not any("no JSON file" in message for message in told)


GOOD = json.dumps(event("good"))
HEAPS = [
    "{" * 1_000_000,
    '{"id":"a"' * 400_000,
    "}" * 1_000_000,
    "," * 1_000_000,
    "1 " * 1_000_000,
    '"' + '\\"' * 500_000,
    " " * 500_000 + "{ " * 300_000,
    '\n  {"a": [' * 100_000,
    '\n  {"a": [' * 90 + '\n  {"a": 1},' * 60_000,
    "[" * 1_000_000,
    '{"a":' * 300_000,
    '], "b": 1' * 100_000,
    "{}," * 500_000,
    '{"a": "' * 300_000,
    '{"id": "a"}, {"id": ' * 200_000,
]


@pytest.mark.parametrize("heap", HEAPS, ids=lambda heap: heap[:12])
def test_a_heap_of_broken_bytes_takes_a_bounded_time(read: Read, heap: str) -> None:
    started = time.monotonic()
    found = read('{"events": [' + GOOD + ",\n" + heap)
    assert ids(found) == ["good"]
    assert 0 < len(found.problems) <= 2 * decode.MAX_PROBLEMS
    assert time.monotonic() - started < 10  # it was minutes


@pytest.mark.parametrize("heap", ["{", '{"id":"a"', "}"])
def test_too_many_faults_of_notation_are_one_problem(
    read: Read, monkeypatch: pytest.MonkeyPatch, heap: str
) -> None:
    monkeypatch.setattr(outline, "MAX_FAULTS", 10)
    found = read('{"events": [' + GOOD + "," + heap * 100)
    assert ids(found) == ["good"]
    assert len(found.problems) < 30
    assert any("more than 10 faults of notation" in problem.message for problem in found.problems)


def test_too_many_faulty_records_are_counted_and_the_sound_ones_kept(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode, "MAX_PROBLEMS", 10)
    found = read({"events": [*(event(f"e{n}", importance=9) for n in range(30)), event("good")]})
    assert ids(found) == ["good"]
    assert len(found.problems) == 11
    assert found.problems[-1].message.startswith("20 more faults are in this file")


def test_many_references_to_nothing_in_one_event_are_placed_in_time(read: Read) -> None:
    started = time.monotonic()
    found = read({"events": [event(actors=[f"a{n}" for n in range(10_000)])]})
    assert len(found.problems) == 10_000
    assert time.monotonic() - started < 10


def test_an_excerpt_of_ones_own_needs_no_summary(read: Read) -> None:
    quotation = {"id": "1", "texts": [{"language": "en", "exact": "words of the source"}]}
    source = {"id": "s", "title": {"en": "S"}, "excerpts": [quotation]}
    found = read({"events": [event("a", cites=[{"excerpt": "s#1"}])], "sources": [source]})
    assert found.problems == ()
    assert [excerpt.id for excerpt in found.sources[0].excerpts] == ["1"]


def test_a_title_that_is_blank_in_english_stands_in_korean(read: Read) -> None:
    found = read({"events": [event("a", title={"en": " ", "ko": "회담"})]})
    assert found.problems == ()
    assert found.events[0].title.in_language("en") == "회담"
