"""The log file is made by its first line, and a disk that refuses it never adds a traceback."""

import subprocess
import sys
from pathlib import Path


def run(code: str, checkout: Path, state: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout,
        env={"XDG_STATE_HOME": str(state), "PATH": "", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_no_file_before_there_is_something_to_say(checkout: Path, tmp_path: Path) -> None:
    done = run("from timeline_app import logs; logs.log_to_file()", checkout, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_cannot_be_written_is_said_in_the_same_sentence(checkout: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    done = run("from timeline_app import logs; print(logs.record_crash(ValueError('x')))", checkout, blocked)
    assert done.stdout == "something went wrong (ValueError: x), and no log file could be written.\n"
    assert done.stderr == ""


def test_errors_in_slots_and_threads_are_one_sentence_each(checkout: Path, tmp_path: Path) -> None:
    code = (
        "import threading; from timeline_app import logs, qtboot; logs.catch_strays();"
        "app = qtboot.offscreen_application();"
        "qtboot.after_start(lambda: [][1], 0); qtboot.after_start(app.quit, 10); app.exec();"
        "thread = threading.Thread(target=lambda: {}['y']); thread.start(); thread.join()"
    )
    done = run(code, checkout, tmp_path)
    log = tmp_path / "inter-korean-timeline" / "timeline-app.log"
    assert done.stderr.splitlines() == [
        "timeline-app: something went wrong (IndexError: list index out of range);"
        f" the details are in {log}.",
        f"timeline-app: something went wrong (KeyError: 'y'); the details are in {log}.",
    ]
    assert log.read_text(encoding="utf-8").count("Traceback") == 2


def test_without_a_home_nothing_but_the_sentence_is_said(checkout: Path, tmp_path: Path) -> None:
    code = (
        "import pathlib; from timeline_app import logs\n"
        "def homeless(): raise RuntimeError('Could not determine home directory.')\n"
        "pathlib.Path.home = homeless\n"
        "print(logs.record_crash(ValueError('x')))"
    )
    done = run(code, checkout, Path("relative paths are ignored"))
    assert done.stdout == "something went wrong (ValueError: x), and no log file could be written.\n"
    assert done.stderr == ""
