"""The stable form, and writing that leaves no half file."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.samples import event
from timeline_app import paths
from timeline_app.files.collection import data_files
from timeline_app.files.schema import SCHEMA_FILE, schema_text
from timeline_app.files.writing import restate, stable_json, write_whole

STABLE = """\
{
  "$schema": "schema/collection.json",
  "events": [
    {
      "id": "one",
      "date": "2015-08-25",
      "title": {"en": "One", "ko": "하나"},
      "actors": ["north-korea", "south-korea"],
      "importance": 3,
      "cites": [
        {"excerpt": "s#1", "role": "reports"},
        {"excerpt": "s#2"}
      ],
      "relations": []
    }
  ]
}
"""


def test_the_stable_form_orders_keys_and_keeps_short_values_on_a_line() -> None:
    content = {
        "events": [
            {
                "relations": [],
                "cites": [{"role": "reports", "excerpt": "s#1"}, {"excerpt": "s#2"}],
                "importance": 3,
                "actors": ["north-korea", "south-korea"],
                "title": {"ko": "하나", "en": "One"},
                "date": "2015-08-25",
                "id": "one",
            }
        ],
        "$schema": "schema/collection.json",
    }
    assert stable_json(content) == STABLE


def test_a_long_text_takes_a_line_a_language() -> None:
    text = stable_json({"events": [event(summary={"en": "x" * 60, "ko": "y" * 60})]})
    assert f'      "summary": {{\n        "en": "{"x" * 60}",\n        "ko": "{"y" * 60}"\n      }}' in text


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(max_codepoint=0x7F), max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_the_stable_form_says_the_same_and_is_its_own(value: Any) -> None:
    text = stable_json({"events": value})
    assert json.loads(text) == {"events": value}
    assert stable_json(json.loads(text)) == text
    assert max(map(len, text.splitlines())) <= 110 or any(
        len(line.split('"')) < 6 for line in text.splitlines()
    )


def test_a_file_with_faults_is_not_restated(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"events": [{"id": "a", "id": "b", "date": "2015", "title": {"en": "x"}}]}')
    assert restate(file).wanted is None
    assert "stands here twice" in restate(file).problems[0].message


def test_writing_replaces_the_whole_file_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert sys.platform == "win32" or stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "x.json")
    write_whole(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "x.json").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.json"
    file.write_text("old")

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"new")
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_the_chronicle_is_in_its_stable_form() -> None:
    unstable = [file.name for file in data_files(paths.data_folder()) if not restate(file).is_stable]
    assert unstable == [], "run `main.py fmt`"


def test_the_published_schema_is_that_of_the_records() -> None:
    published = (paths.data_folder() / SCHEMA_FILE).read_text("utf-8")
    assert published == schema_text(), "run `main.py fmt`"


def test_the_schema_explains_fields_and_refuses_unknown_ones() -> None:
    schema = msgspec.json.decode(schema_text())
    assert schema["$defs"]["Event"]["additionalProperties"] is False
    assert schema["$defs"]["Event"]["required"] == ["id", "date", "title"]
    assert schema["$defs"]["Event"]["description"].startswith("Something that happened")
