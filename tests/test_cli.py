"""The command line: what it prints where, and its exit codes."""

import csv
import errno
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline_app import cli, paths
from timeline_app.files import writing

VOCABULARIES = {
    "categories": [
        {
            "id": name,
            "title": {"en": name.title(), "ko": korean},
            "half": "dialogue",
            "shape": "circle",
            "colour": {"light": "#1746A6", "dark": "#4A7EEA"},
        }
        for name, korean in (("talks", "대화"), ("nuclear", "핵"))
    ],
    "actors": [
        {"id": "south-korea", "name": {"en": "South Korea", "ko": "남한"}, "kind": "state"},
        {
            "id": "ministry",
            "name": {"en": "Ministry", "ko": "통일부"},
            "kind": "organisation",
            "part_of": "south-korea",
        },
    ],
    "places": [{"id": "panmunjom", "name": {"en": "Panmunjom", "ko": "판문점"}}],
    "series": [{"id": "rounds", "title": {"en": "Rounds"}}],
}
SOURCES = [
    {
        "id": "joint-text",
        "kind": "agreement",
        "title": {"ko": "공동보도문"},
        "publisher": "Ministry",
        "date": "2015-08-25",
        "url": "https://example.org/joint",
        "excerpts": [
            {"id": "1", "locator": "item 1", "summary": {"en": "Not cited"}},
            {
                "id": "2",
                "locator": "item 2",
                "summary": {"en": "The North regrets", "ko": "북측은 유감"},
                "speaker": "Both sides",
                "path": "published",
                "texts": [
                    {
                        "language": "ko",
                        "exact": "유감을 표명하였다",
                        "verified": {"on": "2026-11-24", "how": "page"},
                    },
                    {"language": "en", "exact": "expressed regret"},
                ],
            },
        ],
    }
]
EVENTS: list[dict[str, Any]] = [
    {"id": "blasts", "date": "2015-08-04", "title": {"en": "Mines wound two", "ko": "지뢰 폭발"}},
    {
        "id": "agreement",
        "date": "2015-08-22/2015-08-25",
        "clock": {"start": "2015-08-22T18:30+09:00", "end": "2015-08-25T00:55+09:00", "zone": "Asia/Seoul"},
        "title": {"en": "Joint agreement", "ko": "공동 합의"},
        "category": "talks",
        "actors": ["ministry"],
        "place": "panmunjom",
        "cites": [{"excerpt": "joint-text#2"}],
        "figures": [
            {
                "kind": "votes",
                "body": "ministry",
                "for": 3,
                "against": 1,
                "abstain": 0,
                "excerpt": "joint-text#2",
            }
        ],
        "relations": [{"type": "settles", "to": "blasts", "basis": "joint-text#2"}],
        "series": ["rounds"],
    },
    {
        "id": "test",
        "date": "2016-01-06",
        "title": {"en": "=Nuclear test", "ko": "핵실험"},
        "category": "nuclear",
    },
]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small chronicle in the place of the real one."""
    data = tmp_path / "shipped" / "data"
    (data / "events").mkdir(parents=True)
    (data / "sources").mkdir()
    lists = {**VOCABULARIES, "sources/all": SOURCES, "events/all": EVENTS}
    for name, records in lists.items():
        content = {name.partition("/")[0]: records}
        (data / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    monkeypatch.setenv(paths.OVERRIDE, str(data.parent))
    return data


class Run:
    """One command, run in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        self.code = cli.main(list(words))
        self.out, self.err = capsys.readouterr()


@pytest.fixture
def run(shipped: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    return lambda *words: Run(capsys, *map(str, words))


def ids(found: Run) -> list[str]:
    return [event["id"] for event in json.loads(found.out)]


def test_list_prints_aligned_lines_in_date_order(run: Any) -> None:
    found = run("list")
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines() == [
        "2015-08-04             Uncategorised  Mines wound two  [blasts]",
        "2015-08-22/2015-08-25  Talks          Joint agreement  [agreement]",
        "2016-01-06             Nuclear        =Nuclear test  [test]",
    ]


def test_hangul_takes_two_columns(run: Any) -> None:
    assert run("list", "--lang", "ko").out.splitlines() == [
        "2015-08-04             미분류  지뢰 폭발  [blasts]",
        "2015-08-22/2015-08-25  대화    공동 합의  [agreement]",
        "2016-01-06             핵      핵실험  [test]",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--from", "2015-08-25"], ["agreement", "test"]),
        (["--from", "2015-08-26"], ["test"]),
        (["--from", "2015-08-26/.."], ["test"]),
        (["--from", "2015-08", "--to", "../2015-08"], ["blasts", "agreement"]),
        (["--to", "2015"], ["blasts", "agreement"]),
        (["--from", "Aug 2015", "--to", "2015년 8월"], ["blasts", "agreement"]),
        (["--from", "-0044", "--to", "1900"], []),
        (["--category", "talks", "--category", "nuclear"], ["agreement", "test"]),
        (["--actor", "south-korea"], ["agreement"]),
        (["--text", "유감"], ["agreement"]),
        (["--text", "regret", "--category", "nuclear"], []),
    ],
)
def test_a_view_chooses_events(run: Any, words: list[str], expected: list[str]) -> None:
    found = run("list", "--format", "json", *words)
    assert found.code == 0
    assert ids(found) == expected


def test_json_has_every_field_and_resolves_references_one_level(run: Any) -> None:
    blasts, agreement, _ = json.loads(run("list", "--format", "json").out)
    assert list(blasts) == list(agreement)
    assert (blasts["summary"], blasts["place"], blasts["cites"], blasts["clock"]) == (None, None, [], None)
    assert (agreement["earliest"], agreement["latest"]) == ("2015-08-22", "2015-08-25")
    assert agreement["place"] == {"id": "panmunjom", "name": {"en": "Panmunjom", "ko": "판문점"}}
    assert [actor["id"] for actor in agreement["actors"]] == ["ministry", "south-korea"]
    (source,) = agreement["sources"]
    assert [excerpt["id"] for excerpt in source["excerpts"]] == ["2"]
    assert source["excerpts"][0]["texts"][1]["verified"] == {"on": None, "how": "unverified"}
    assert source["agency"] is None
    assert agreement["figures"][0]["for"] == 3


def test_json_has_relations_in_both_directions(run: Any) -> None:
    blasts, agreement, _ = json.loads(run("list", "--format", "json").out)
    common = {"type": "settles", "from": "agreement", "to": "blasts", "basis": "joint-text#2"}
    assert {key: value for key, value in agreement["relations"][0].items() if key != "event"} == {
        **common,
        "direction": "out",
    }
    assert {key: value for key, value in blasts["relations"][0].items() if key != "event"} == {
        **common,
        "direction": "in",
    }
    assert blasts["relations"][0]["event"]["id"] == "agreement"


def test_open_and_unknown_ends_are_null(run: Any, tmp_path: Path) -> None:
    events = [
        {"id": "a", "date": "2015/..", "title": {"en": "A"}},
        {"id": "b", "date": "/2016", "title": {"en": "B"}},
    ]
    (tmp_path / "own.json").write_text(json.dumps({"events": events}))
    found = {
        one["id"]: one
        for one in json.loads(run("list", "--format", "json", "--data", tmp_path / "own.json").out)
    }
    assert (found["a"]["earliest"], found["a"]["latest"]) == ("2015-01-01", None)
    assert (found["b"]["earliest"], found["b"]["latest"]) == (None, "2016-12-31")


def test_csv_has_a_row_an_event_and_no_formulas(run: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))
    assert [row["id"] for row in rows] == ["blasts", "agreement", "test"]
    assert rows[1]["title_ko"] == "공동 합의"
    assert rows[1]["sources"] == "joint-text"
    assert rows[2]["title_en"] == "'=Nuclear test"


def test_show_prints_quotations_in_marks_and_says_what_is_verified(run: Any) -> None:
    found = run("show", "agreement")
    assert found.code == 0
    for words in (
        "Joint agreement\n",
        "22–25 August 2015 (2015-08-22/2015-08-25) · Talks · Panmunjom · importance 3 · agreement",
        "Seoul 2015-08-25 00:55 (+09:00) · Pyongyang 2015-08-25 00:25 (+08:30)",
        "votes: Ministry, 3 for, 1 against, 0 abstaining [joint-text#2]",
        "공동보도문. Ministry. 2015-08-25 [joint-text]",
        "item 2 · Both sides · published by the speaker: The North regrets",
        "“유감을 표명하였다” (ko; verified in a copy of the source on 2026-11-24)",
        "“expressed regret” (en; not verified)",
        "→ settles  2015-08-04  Mines wound two [blasts] (basis joint-text#2)",
    ):
        assert words in found.out
    assert "Not cited" not in found.out


def test_show_prints_json_as_list_does(run: Any) -> None:
    assert (
        json.loads(run("show", "agreement", "--format", "json").out)
        == json.loads(run("list", "--format", "json").out)[1]
    )


def test_control_characters_of_a_title_do_not_reach_the_terminal(run: Any, tmp_path: Path) -> None:
    event = {"id": "a", "date": "2015", "title": {"en": "A\u001b[31m\nB"}}
    (tmp_path / "own.json").write_text(json.dumps({"events": [event]}))
    assert run("list", "--data", tmp_path / "own.json").out == "2015  Uncategorised  A�[31m B  [a]\n"


def test_no_text_of_a_collection_breaks_a_line_or_moves_the_cursor(run: Any, tmp_path: Path) -> None:
    text = {"en": "A\u001b[2J\nB\u2028C"}
    excerpt = {"id": "1", "locator": text["en"], "speaker": text["en"], "office": text, "summary": text}
    excerpt["texts"] = [{"language": "en", "exact": text["en"], "translator": text["en"]}]
    source = {"id": "s", "title": text, "publisher": text["en"], "via": text["en"], "symbol": text["en"]}
    event = {"id": "a", "date": "2015", "title": text, "category": "c", "place": "p", "series": ["r"]}
    event["cites"] = [{"excerpt": "s#1"}]
    event["figures"] = [{"kind": text["en"], "value": 1, "unit": text["en"], "excerpt": "s#1"}]
    lists = {
        "events": [event],
        "sources": [{**source, "excerpts": [excerpt]}],
        "categories": [{**VOCABULARIES["categories"][0], "id": "c", "title": text}],
        "places": [{"id": "p", "name": text}],
        "series": [{"id": "r", "title": text}],
    }
    own = tmp_path / "own.json"
    own.write_text(json.dumps(lists))
    listed, shown = run("list", "--data", own), run("show", "a", "--data", own)
    assert (listed.code, shown.code) == (0, 0)
    assert len(listed.out.splitlines()) == 1
    assert [line for line in shown.out.splitlines() if line.startswith(("B", "C"))] == []
    assert "\u001b" not in listed.out + shown.out


def test_a_problem_is_one_line_whatever_the_record_is_called(run: Any, tmp_path: Path) -> None:
    event = {"id": "a\nb\u001b[2J", "date": "2015", "title": {"en": "A"}, "c\nd": 1}
    (tmp_path / "own.json").write_text(json.dumps({"events": [event]}))
    *problems, _counts = run("check", tmp_path / "own.json").out.splitlines()
    places = [problem.removeprefix(f"{tmp_path / 'own.json'}:1:") for problem in problems]
    assert [place.partition(": ")[2].partition(": ")[0] for place in places[:-1]] == ["a b�[2J"] * 2
    assert "holds no event" in problems[-1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["list", "--from", "2016", "--to", "2015"], "--from 2016 lies after --to 2015"),
        (["list", "--from", "soon"], "--from: “soon” is not a date"),
        (["list", "--category", "talk"], "there is no category 'talk'; did you mean 'talks'?"),
        (["list", "--category", "x"], "there is no category 'x'; known are talks, nuclear, uncategorised"),
        (["list", "--actor", "south"], "there is no actor 'south'"),
        (["list", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["list", "--lang", "de"], "argument --lang: invalid choice: 'de'"),
        (["list", "--data", "/no/such/place"], "/no/such/place does not exist"),
        (["list", "--frm", "2015"], "unrecognized arguments: --frm 2015"),
        (["show", "agrement"], "there is no event 'agrement'; did you mean 'agreement'?"),
        (["show"], "the following arguments are required: EVENT_ID"),
        (["paint"], "invalid choice: 'paint'"),
        ([], "the following arguments are required: COMMAND"),
        (["check", "/no/such/place"], "/no/such/place does not exist"),
        (["check", "--texts", "/no/such/place"], "/no/such/place is not a folder"),
        (["export", "picture.gif"], "picture.gif: a picture ends in .png, .svg, .pdf"),
        (["export", "/no/such/place.png"], "there is no folder /no/such"),
        (["export", "a.png", "--size", "1600"], "argument --size: '1600' is not a size such as 1600x900"),
        (["export", "a.png", "--size", "1x1"], "1x1 px is too small; a sheet has at least 320x240 px"),
        (["export", "a.png", "--scale", "nan"], "argument --scale: 'nan' is not a number from 0.1 to 8"),
        (["export", "a.png", "--scale", "1e-9"], "argument --scale: '1e-9' is not a number from 0.1 to 8"),
        (["export", "a.png", "--size", "1000000x1000000"], "each side has at most 20000 px"),
        (["export", "a.png", "--size", "1e6x1e6"], "'1e6x1e6' is not a size such as 1600x900"),
        (["fmt", "/no/such/place"], "/no/such/place does not exist"),
        (["check", ""], "argument PATH: a path is missing"),
        (["list", "--data", ""], "argument --data: a path is missing"),
        (["export", ""], "argument OUT: a path is missing"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(run: Any, words: list[str], sentence: str) -> None:
    found = run(*words)
    assert (found.code, found.out) == (2, "")
    assert sentence in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("command", ["list", "show", "export", "check", "fmt"])
def test_help_is_no_error(run: Any, command: str) -> None:
    found = run(command, "--help")
    assert found.code == 0
    assert found.out.startswith(f"usage: timeline-app {command}")


def test_good_records_go_to_stdout_and_faults_to_stderr(run: Any, tmp_path: Path) -> None:
    events = [EVENTS[0], {**EVENTS[2], "date": "never"}]
    (tmp_path / "own.json").write_text(json.dumps({"events": events}, indent=2))
    found = run("list", "--format", "json", "--data", tmp_path / "own.json")
    assert found.code == 1
    assert ids(found) == ["blasts"]
    assert f'{tmp_path / "own.json"}:13:15: test: date: "never": ' in found.err


@pytest.mark.parametrize("content", ["", "[]", '{"events": []}', "no json"])
@pytest.mark.parametrize("command", [["list"], ["list", "--format", "json"], ["check"]])
def test_an_empty_collection_is_a_fault(run: Any, tmp_path: Path, content: str, command: list[str]) -> None:
    file = tmp_path / "own.json"
    file.write_text(content)
    found = run(*command, *([] if command == ["check"] else ["--data"]), file)
    assert found.code == 1
    assert "Traceback" not in found.err
    assert "holds no event" in found.err + found.out


def test_check_prints_every_problem_with_its_place(run: Any, tmp_path: Path) -> None:
    event = {**EVENTS[0], "category": "nuclaer", "actors": ["nobody"]}
    (tmp_path / "own.json").write_text(json.dumps({"events": [event]}, indent=2))
    found = run("check", tmp_path / "own.json")
    assert found.code == 1
    first, second, counts = found.out.splitlines()
    assert first.endswith("no category 'nuclaer' in this collection; did you mean 'nuclear'?")
    assert second.startswith(f'{tmp_path / "own.json"}:12:9: blasts: actors[0]: "nobody": no actor')
    assert counts.startswith("1 events, 0 sources, ")


def test_check_prints_json(run: Any, shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "joint-text.txt").write_text(
        "북측은 유감을 표명하였다. It expressed sorrow.", encoding="utf-8"
    )
    found = run("check", "--texts", tmp_path, "--format", "json")
    answer = json.loads(found.out)
    assert found.code == 1
    assert [text["verdict"] for text in answer["texts"]] == ["exact", "missing"]
    assert answer["counts"]["events"] == 3
    assert answer["counts"]["texts"] == {
        "exact": 1,
        "normalised": 0,
        "changed": 0,
        "missing": 1,
        "no text": 0,
    }
    assert [problem["field"] for problem in answer["problems"]] == ["excerpts[1].texts[1].exact"]
    assert answer["problems"][0]["file"] == str(shipped / "sources" / "all.json")


def test_a_sound_collection_passes_check(run: Any) -> None:
    found = run("check")
    assert (found.code, found.err) == (0, "")
    assert (
        found.out
        == "3 events, 1 sources, 2 categories, 2 actors, 1 places, 0 periods, 1 series, 0 problems\n"
    )


def test_fmt_puts_files_into_their_stable_form_once(run: Any, shipped: Path) -> None:
    (shipped / "schema").mkdir()
    assert run("fmt", "--check").code == 1
    assert run("fmt").code == 0
    assert (shipped / "schema" / "collection.json").is_file()
    assert run("fmt", "--check").code == 0
    assert run("fmt").out == ""
    assert json.loads((shipped / "events" / "all.json").read_text("utf-8"))["events"][0]["id"] == "blasts"


def test_fmt_leaves_a_broken_file_alone(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text('{"events": [{"id": "a", "date": "2015" "title": {"en": "A"}}]}')
    before = file.read_bytes()
    assert run("fmt", file).code == 1
    assert file.read_bytes() == before


def test_fmt_says_that_a_file_is_written_when_it_is(
    run: Any, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied", f"{path}.part")

    monkeypatch.setattr(writing, "write_whole", refuse)
    found = run("fmt")
    assert (found.code, found.out) == (2, "")
    first = shipped / "actors.json"
    assert found.err == f"timeline-app: {first} cannot be written: Permission denied\n"


def test_a_path_that_cannot_be_asked_for_is_told_once_and_without_a_number(run: Any, tmp_path: Path) -> None:
    path = tmp_path / ("a" * 300)
    reason = os.strerror(errno.ENAMETOOLONG)
    assert run("check", path).err == f"timeline-app: {path} cannot be read: {reason}\n"


def test_nothing_half_written_is_left_by_a_refused_export(run: Any, tmp_path: Path) -> None:
    assert run("export", tmp_path / "a.png", "--category", "x").code == 2
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize("command", [["list"], ["show", "agreement"], ["check"], ["list", "--help"]])
def test_a_command_imports_no_qt(shipped: Path, checkout: Path, command: list[str]) -> None:
    code = (
        "import sys; from timeline_app.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code, *command], cwd=checkout, capture_output=True).returncode
        == 0
    )


@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"], ["show", "agreement"]])
def test_korean_does_not_stop_an_ascii_terminal(shipped: Path, checkout: Path, arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    words = [sys.executable, "main.py", *arguments, "--lang", "ko"]
    found = subprocess.run(words, cwd=checkout, capture_output=True, env=environment)
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_no_traceback(shipped: Path, checkout: Path) -> None:
    words = f"{shlex.quote(sys.executable)} main.py list --format json | head -c 1"
    found = subprocess.run(["/bin/sh", "-c", words], cwd=checkout, capture_output=True)
    assert (found.stdout, found.stderr) == (b"[", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device there")
@pytest.mark.parametrize("words", [["list"], ["check"], ["--help"]])
def test_a_full_disk_is_no_fault_of_the_program(shipped: Path, checkout: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [sys.executable, "main.py", *words], cwd=checkout, stdout=full, stderr=subprocess.PIPE, text=True
        )
    reason = os.strerror(errno.ENOSPC)
    assert (found.returncode, found.stderr) == (2, f"timeline-app: the output cannot be written: {reason}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_no_picture_is_written_into_a_pipe(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    os.mkfifo(tmp_path / "out.png")
    found = run("export", tmp_path / "out.png")
    assert found.code == 2
    assert "out.png is not a file" in found.err


def test_texts_that_may_not_be_read_are_wrong_usage(  # type: ignore[no-untyped-def]
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "noread"
    folder.mkdir(mode=0)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder and access(path, mode))
    found = run("check", "--texts", folder)
    assert found.code == 2
    assert "noread cannot be read: permission denied" in found.err
