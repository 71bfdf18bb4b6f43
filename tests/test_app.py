"""argv -> command, window or one clear sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import app, cli, paths


def test_help_names_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--help"]) == 0
    text = capsys.readouterr().out
    for words in (
        "list   [VIEW]",
        "show   EVENT_ID",
        "export OUT.png",
        "check  [PATH]",
        "fmt    [PATH]",
        "69 no display",
    ):
        assert words in text


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out == "timeline-app 0.1.0\n"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("lits", "did you mean 'list'?"),
        ("paint", "the commands are list, show, export, check, fmt."),
    ],
)
def test_an_unknown_command_is_wrong_usage(word: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main([word]) == 2
    assert capsys.readouterr().err == f"timeline-app: {word!r} is neither a command nor a file here; {hint}\n"


def test_a_command_gets_all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda words: seen.append(words) or 1)
    assert app.main(["list", "--from", "2015"]) == 1
    assert seen == [["list", "--from", "2015"]]


def test_a_fault_is_one_sentence_and_its_story_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "main", lambda _: {}["no such key"])
    assert app.main(["list"]) == 70
    log = paths.log_file()
    sentence = f"timeline-app: something went wrong (KeyError: 'no such key'); the details are in {log}.\n"
    assert capsys.readouterr().err == sentence
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_missing_package_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacks_numpy(_: list[str]) -> int:
        raise ModuleNotFoundError("No module named 'numpy'", name="numpy")

    monkeypatch.setattr(cli, "main", lacks_numpy)
    assert app.main(["list"]) == 69
    assert (
        capsys.readouterr().err
        == "timeline-app: numpy is not installed here; scripts/run sets everything up.\n"
    )


def test_a_closed_pipe_is_no_fault(checkout: Path) -> None:
    code = (
        "import sys; from timeline_app import app, cli;"
        "cli.main = lambda _: [print('line', i) for i in range(100_000)] and 0;"
        "sys.exit(app.main(['list']))"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "line 0\n"
        program.stdout.close()
        assert program.stderr.read() == ""
    assert program.returncode == 141


def test_korean_on_a_stream_that_cannot_hold_it_is_escaped(checkout: Path) -> None:
    code = (
        "import sys; from timeline_app import app, cli;"
        "cli.main = lambda _: print('회담') or 0; sys.exit(app.main(['list']))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code],
        cwd=checkout,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        encoding="ascii",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\\ud68c\\ub2f4\n", "")
