"""Quotations looked for in full texts."""

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.files.samples import event
from timeline_app.files.collection import Collection, read_collection
from timeline_app.files.texts import check_texts, level, text_problems


def collection(folder: Path, exact: str) -> Collection:
    texts = [{"language": "en", "exact": exact}]
    source = {"id": "s", "title": {"en": "S"}, "excerpts": [{"id": "1", "summary": {}, "texts": texts}]}
    file = folder / "own.json"
    file.write_text(json.dumps({"events": [event()], "sources": [source]}, indent=2), encoding="utf-8")
    return read_collection(file, chronicle=folder)


@pytest.mark.parametrize(
    ("exact", "full", "verdict"),
    [
        ("expressed regret", "The North expressed regret over it.", "exact"),
        ("expressed regret", "The North expressed\n   regret over it.", "normalised"),
        ("the “peace-loving” people", 'the "peace–loving" people', "normalised"),
        ("the North's words", "the North’s words", "normalised"),
        ("남과 북은", unicodedata.normalize("NFD", "남과 북은 합의하였다"), "normalised"),
        ("soft hyphen", "soft hy\u00adphen", "normalised"),
        (
            "expressed deep regret over the blasts",
            "it expressed its regret over the blasts in August",
            "changed",
        ),
        ("남과 북은 당국회담을 개최한다", "북과 남은 당국회담을 개최하기로 하였다", "missing"),
        ("expressed regret", "Nothing of the kind was said by anyone.", "missing"),
        ("expressed regret", "", "missing"),
    ],
)
def test_a_quotation_gets_a_verdict(tmp_path: Path, exact: str, full: str, verdict: str) -> None:
    (tmp_path / "s.txt").write_text(full, encoding="utf-8")
    (found,) = check_texts(collection(tmp_path, exact), tmp_path)
    assert found.verdict == verdict


def test_a_source_without_a_text_has_a_verdict_too(tmp_path: Path) -> None:
    (found,) = check_texts(collection(tmp_path, "words"), tmp_path)
    assert (found.source, found.excerpt, found.verdict) == ("s", "1", "no text")


def test_a_changed_quotation_is_a_problem_that_shows_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("The North expressed its regret over the blasts.", encoding="utf-8")
    _, (problem,) = text_problems(collection(tmp_path, "expressed deep regret over the blasts"), tmp_path)
    assert problem.field == "excerpts[0].texts[0].exact"
    assert "expressed its regret over the blasts" in problem.message
    assert problem.line > 1


def test_a_long_text_is_searched_in_reasonable_time(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("The two sides agreed to meet again soon. " * 20_000, encoding="utf-8")
    (found,) = check_texts(collection(tmp_path, "The two sides refused to meet again, soon"), tmp_path)
    assert found.verdict == "changed"


def test_levelling_keeps_letters_and_case() -> None:
    assert level(" «Ａ»\u00a0—\tb… ") == '"Ａ" - b...'


def test_a_text_in_another_encoding_is_told_and_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes("유감을 표명하였다".encode("cp949"))
    (found,), (problem,) = text_problems(collection(tmp_path, "유감"), tmp_path)
    assert found.verdict == "no text"
    assert problem.file == tmp_path / "s.txt"
    assert "is not UTF-8" in problem.message


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_pipe_is_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "s.txt")
    (found,), (problem,) = text_problems(collection(tmp_path, "words"), tmp_path)
    assert found.verdict == "no text"
    assert problem.message == "is not a file"
