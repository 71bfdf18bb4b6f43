"""Changes of the open files are noticed, however an editor writes them."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.ui.watcher import FileWatcher

WAIT_MS = 3_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "own.json"
    file.write_text("1", encoding="utf-8")
    return file


@pytest.fixture
def watcher(file: Path, qapp: QCoreApplication) -> FileWatcher:
    watcher = FileWatcher()
    watcher.watch([file], None)
    return watcher


def replace_with(file: Path, text: str) -> None:
    fresh = file.with_suffix(".tmp")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def test_a_file_written_in_place_is_noticed(watcher: FileWatcher, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("22", encoding="utf-8")


def test_a_file_that_is_replaced_is_noticed_again_and_again(
    watcher: FileWatcher, file: Path, qtbot: QtBot
) -> None:
    for text in ("22", "33", "44"):
        with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
            replace_with(file, text)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("555", encoding="utf-8")


def test_a_file_that_goes_and_comes_back_is_noticed(watcher: FileWatcher, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.unlink()
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("22", encoding="utf-8")
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("333", encoding="utf-8")


def test_a_burst_is_told_once(watcher: FileWatcher, file: Path, qtbot: QtBot) -> None:
    heard: list[bool] = []
    watcher.changed.connect(lambda: heard.append(True))
    for number in range(10):
        file.write_text("x" * number, encoding="utf-8")
        QTest.qWait(10)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    QTest.qWait(300)
    assert heard == [True]


def test_other_files_of_the_folder_are_no_change(watcher: FileWatcher, file: Path) -> None:
    heard: list[bool] = []
    watcher.changed.connect(lambda: heard.append(True))
    (file.parent / "other.txt").write_text("x", encoding="utf-8")
    QTest.qWait(400)
    assert heard == []


def test_a_new_file_of_a_folder_collection_is_noticed(tmp_path: Path, file: Path, qtbot: QtBot) -> None:
    watcher = FileWatcher()
    (tmp_path / "events").mkdir()
    watcher.watch([file, tmp_path / "events" / "a.json"], tmp_path)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        (tmp_path / "events" / "b.json").write_text("2", encoding="utf-8")


def test_watching_something_else_forgets_the_first(watcher: FileWatcher, file: Path, tmp_path: Path) -> None:
    heard: list[bool] = []
    watcher.changed.connect(lambda: heard.append(True))
    other = tmp_path / "sub" / "other.json"
    other.parent.mkdir()
    other.write_text("1", encoding="utf-8")
    watcher.watch([other], None)
    file.write_text("22", encoding="utf-8")
    QTest.qWait(400)
    assert heard == []


def test_a_folder_that_goes_and_comes_back_is_noticed(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "deep" / "mine"
    file = folder / "events" / "a.json"
    file.parent.mkdir(parents=True)
    file.write_text("1", encoding="utf-8")
    watcher = FileWatcher()
    watcher.watch([file], folder)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        shutil.rmtree(tmp_path / "deep")
    for missing in (folder.parent, folder, file.parent):  # slower than a burst
        missing.mkdir()
        QTest.qWait(300)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("22", encoding="utf-8")
    with qtbot.waitSignal(watcher.changed, timeout=WAIT_MS):
        file.write_text("333", encoding="utf-8")


def test_a_change_while_the_files_are_read_is_told_afterwards(
    watcher: FileWatcher, file: Path, qtbot: QtBot
) -> None:
    heard: list[str] = []

    def read_slowly() -> None:
        heard.append(file.read_text(encoding="utf-8"))
        if len(heard) == 1:
            file.write_text("the second half", encoding="utf-8")
        watcher.watch([file], None)

    watcher.changed.connect(read_slowly)
    file.write_text("a half", encoding="utf-8")
    qtbot.waitUntil(lambda: heard == ["a half", "the second half"], timeout=WAIT_MS)
    QTest.qWait(400)
    assert heard == ["a half", "the second half"]
