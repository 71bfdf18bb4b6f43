"""Slips of notation do not hide the other faults of their record, and are told in the order of the text."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.files.collection import Collection
from timeline_app.files.positions import NotationError, read_tree
from timeline_app.files.slips import read_over_slips

Read = Callable[[str | bytes | dict[str, Any]], Collection]


@pytest.mark.parametrize(
    ("text", "value", "slips"),
    [
        ('{"a": 1, "b": [1, 2,],}', {"a": 1, "b": [1, 2]}, [(19, "a comma"), (21, "a comma")]),
        ('{"a": 1 "b": 2}', {"a": 1, "b": 2}, [(8, "expected ',' or '}', found '\"'")]),
        ('{"a": [1 2]}', {"a": [1, 2]}, [(9, "expected ',' or ']', found '2'")]),
        ("{'a': 1}", {"a": 1}, [(1, "expected a key in double quotation marks, found ':")]),
        ("{a: 1}", {"a": 1}, [(1, "expected a key in double quotation marks, found 'a'")]),
        ('{"a": 1 /* one */, // two\n"b": 2}', {"a": 1, "b": 2}, [(8, "found /*"), (19, "found //")]),
        ('{"a": True, "b": NaN}', {"a": "\udcff", "b": "\udcff"}, [(6, "expected a"), (17, "expected a")]),
        ("{\"a\": 'x y'}", {"a": "\udcff"}, [(6, "expected a value, found ':")]),
    ],
)
def test_what_can_be_passed_over_is(text: str, value: object, slips: list[tuple[int, str]]) -> None:
    tree, faults = read_over_slips(text, 0, len(text))
    assert tree is not None
    assert tree.value == value
    assert [fault.offset for fault in faults] == [offset for offset, _ in slips]
    for fault, (_, beginning) in zip(faults, slips, strict=True):
        assert str(fault).startswith(beginning)


@pytest.mark.parametrize("text", ['{"a": 1', '{"a" 1}', '{"a": "x', '{"a": 1}}', "[1, 2}", '{"a": }', "{,}"])
def test_what_cannot_be_made_out_is_left_with_its_fault(text: str) -> None:
    tree, faults = read_over_slips(text, 0, len(text))
    assert tree is None
    assert faults


@given(st.text(st.sampled_from("{}[]\",:'#/* \n1aeN\\"), max_size=40))
def test_the_first_slip_is_what_strict_reading_stops_at(text: str) -> None:
    tree, faults = read_over_slips(text, 0, len(text))
    try:
        strict = read_tree(text)
    except NotationError as fault:
        assert min(slip.offset for slip in faults) <= fault.offset
    else:
        assert faults == ()
        assert tree is not None
        assert tree.value == strict.value


RECORD = '{"id": "bad", "date": "2015-13-45", "title": {"en": "A"}, "actors": ["nobody"], "importance": 9%s}'


@pytest.mark.parametrize(
    "slip", [",", ' "label": {"en": "x"}', ', \'label\': {"en": "x"}', ', /* x */ "sequence": 1']
)
def test_the_other_faults_of_the_record_are_told_at_their_places(read: Read, slip: str) -> None:
    found = read('{"events": [\n%s]}' % (RECORD % slip))
    told = [(p.column, p.field, p.value) for p in found.problems if p.record == "bad" and p.field]
    assert told == [(23, "date", '"2015-13-45"'), (70, "actors[0]", '"nobody"'), (95, "importance", "9")]
    assert sum("broken JSON" in problem.message for problem in found.problems) == 1


def test_a_word_that_is_no_value_is_one_fault(read: Read) -> None:
    found = read('{"events": [{"id": "bad", "date": "2015", "title": {"en": "A"}, "importance": True}]}')
    (problem,) = [problem for problem in found.problems if problem.record == "bad"]
    assert problem.message == "broken JSON: expected a value, found 'True'"
