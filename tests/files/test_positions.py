"""Positions of JSON values, and what is whole in a broken text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.files.outline import outline
from timeline_app.files.positions import (
    MAX_DEPTH,
    Lines,
    Node,
    NotationError,
    read_tree,
)

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)


def all_nodes(node: Node) -> list[Node]:
    return [node, *(found for child in node.children.values() for found in all_nodes(child))]


@given(values, st.sampled_from([None, 0, 2]), st.booleans())
def test_a_tree_holds_what_json_holds(value: Any, indent: int | None, escaped: bool) -> None:
    assert read_tree(json.dumps(value, indent=indent, ensure_ascii=escaped)).value == value


@given(values, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_value_starts_at_its_position(value: Any, line_end: str) -> None:
    text = json.dumps(value, indent=1, ensure_ascii=False).replace("\n", line_end)
    decoder = json.JSONDecoder()
    for node in all_nodes(read_tree(text)):
        assert decoder.raw_decode(text, node.start)[0] == node.value


@given(st.lists(st.text("ab가", max_size=5), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_and_columns_count_characters_from_one(rows: list[str], line_end: str) -> None:
    text = line_end.join(rows) + "x"
    assert Lines(text).at(len(text) - 1) == (len(rows), len(rows[-1]) + 1)


@given(st.dictionaries(names, values, min_size=1, max_size=4), st.data())
def test_a_cut_text_is_a_notation_error_and_nothing_else(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=False)
    cut = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(NotationError):
        read_tree(text[:cut])


@given(st.text(max_size=60))
def test_no_text_is_too_strange_for_an_outline(text: str) -> None:
    outline(text)
    outline('{"events": [' + text)


@given(st.text('{}[]",:\\ \nab1', max_size=40))
def test_brackets_in_any_order_end(text: str) -> None:
    for member in outline('{"events": [{"id": "a"},' + text).members:
        for start, end in member.items or ():
            assert start < end


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ('{"a": 1,}', 8, "a comma stands before '}'; remove it"),
        ("[1, 2,]", 6, "a comma stands before ']'; remove it"),
        ('{"a" 1}', 6, "expected ':' after the key 'a', found '1'"),
        ('{"a": 1 "b": 2}', 9, "expected ',' or '}', found '\"'"),
        ("{'a': 1}", 2, "found ': texts and keys stand in straight double quotation marks"),
        ("{“a”: 1}", 2, "found “: texts and keys stand in straight double quotation marks"),
        ('{"a": // no\n1}', 7, "JSON has no comments"),
        ('{"a": nan}', 7, "expected a value, found 'nan'"),
        ('{"a": 01}', 7, "expected a value, found '01'"),
        ('{"a": "b\n"}', 9, "a text ends with its line"),
        ('{"a": "\\q"}', 8, "unknown escape '\\\\q'"),
        ('{"a": "\\ud800"}', 7, "holds half of a surrogate pair"),
        ('{"a": "b', 7, "a text is not closed"),
        ('{"a": [1, 2', 12, "found the end of the file; the rest is missing"),
        ("1 2", 3, "expected nothing more, found '2'"),
        ("[" * (MAX_DEPTH + 2), MAX_DEPTH + 2, "nested more than 100 deep"),
    ],
)
def test_a_fault_of_notation_has_a_place_and_a_reason(text: str, column: int, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_tree(text)
    assert caught.value.offset == column - 1
    assert message in str(caught.value)


def test_a_repeated_key_is_remembered_with_its_place() -> None:
    assert read_tree('{"a": 1, "나": 2, "a": 3}').repeated == (("a", 17),)


def test_the_nearest_value_stands_in_for_one_that_is_missing() -> None:
    assert read_tree('{"a": [1, {"b": 2}]}').find(("a", 1, "c")).value == {"b": 2}


RECORDS = '  {"id": "a"},\n  {"id": "b"BREAK,\n  {"id": "c"}\n'


@pytest.mark.parametrize("broken", ["", ', "x": {', ', "x": "', "}}", "]}", ', "x" 5}'])
def test_a_broken_record_leaves_its_neighbours_whole(broken: str) -> None:
    text = '{"events": [\n' + RECORDS.replace("BREAK", broken) + "]}"
    (member,) = outline(text).members[:1]
    found = [text[start:end] for start, end in member.items or ()]
    assert '{"id": "a"}' in found
    assert '{"id": "c"}' in found or broken == "]}"
