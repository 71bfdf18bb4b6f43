"""Errors that nobody caught: one dialog with a report to copy, and the program goes on."""

import os
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import IGNORED
from timeline_app import __version__, logs, paths
from timeline_app.ui.crash import CrashReporter, show_crashes
from timeline_app.ui.crash_dialog import CrashDialog, report_text

pytestmark = [pytest.mark.qt_log_ignore(IGNORED), pytest.mark.qt_no_exception_capture]


def failed(text: str = "out of ideas") -> ValueError:
    def fail() -> None:
        raise ValueError(text)

    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


@pytest.fixture
def reporter(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReporter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter = show_crashes()
    yield reporter
    for dialog in dialogs():
        dialog.close()
    QTest.qWait(10)


def dialogs() -> list[CrashDialog]:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]
    return [dialog for dialog in found if dialog.isVisible()]


def fail_later(text: str) -> None:
    def fail() -> None:
        raise ValueError(text)

    QTimer.singleShot(0, fail)


def test_the_report_names_versions_and_where_it_happened() -> None:
    text = report_text(failed())
    assert text.startswith(f"timeline-app {__version__}, Python {platform.python_version()}, Qt 6.")
    assert "ValueError: out of ideas" in text
    assert "test_crash.py" in text


def test_an_error_in_a_slot_opens_the_dialog_once(reporter: CrashReporter, qtbot: QtBot) -> None:
    fail_later("in a slot")
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)
    assert "ValueError: in a slot" in dialogs()[0].report.toPlainText()
    fail_later("in a slot")
    qtbot.wait(50)
    assert len(dialogs()) == 1


def test_the_same_error_is_not_told_again_and_another_one_is(reporter: CrashReporter, qtbot: QtBot) -> None:
    fail_later("first")
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)
    dialogs()[0].close()
    qtbot.wait(20)
    fail_later("first")
    qtbot.wait(50)
    assert dialogs() == []
    QTimer.singleShot(0, lambda: int("another"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)


def test_an_error_while_painting_opens_the_dialog_and_painting_goes_on(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    class Broken(QWidget):
        painted = 0

        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
            self.painted += 1
            raise RuntimeError("no paint")

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)
    before = widget.painted
    widget.update()
    qtbot.waitUntil(lambda: widget.painted > before, timeout=2_000)
    assert len(dialogs()) == 1


PAINT_FAILS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["test"])
from tests.ui.window_samples import Bench
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.crash import show_crashes
from timeline_app.ui.crash_dialog import CrashDialog
from timeline_app.ui.picture import Picture

bench, told = Bench(Path(sys.argv[1])), []
reporter = show_crashes()
reporter._failed.connect(told.append)
paint = Picture.paint

def fail(self, painter, overlay=None):
    painter.save()
    raise RuntimeError("no paint")

canvas = TimelineCanvas(bench.store, bench.library, bench.navigator)
canvas.resize(800, 500)
Picture.paint = fail
canvas.show()
QTimer.singleShot(200, canvas.update)
QTimer.singleShot(400, lambda: app.exit(0))
app.exec()
dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]
Picture.paint = paint
canvas.update()
QTimer.singleShot(100, lambda: app.exit(0))
app.exec()
colours = {canvas.grab().toImage().pixel(x, 300) for x in range(800)}
print(len(told), len(dialogs), "no paint" in dialogs[0].report.toPlainText(), len(colours) > 1)
"""


def test_the_program_outlives_an_error_of_a_painter_at_work(tmp_path: Path, checkout: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout)}
    environment |= {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", PAINT_FAILS, str(tmp_path)],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["1", "1", "True", "True"]), done.stderr
    assert "active painter" not in done.stderr


def test_an_error_of_a_thread_reaches_the_dialog_in_the_main_thread(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=lambda: reporter.report(failed("in a thread")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)


def test_every_error_is_in_the_log(
    reporter: CrashReporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(logs, "record_crash", lambda error: told.append(error) or "")
    error = failed()
    reporter.report(error)
    reporter.report(error)
    assert told == [error, error]
    assert paths.log_file().name == "timeline-app.log"


def test_nothing_is_printed_for_the_user_to_wonder_at(
    reporter: CrashReporter, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    fail_later("quietly")
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=2_000)
    assert "Traceback" not in "".join(capfd.readouterr())


def test_the_report_can_be_copied(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = CrashDialog(failed())
    qtbot.addWidget(dialog)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy report")
    button.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    assert button.text() == "Copied"
    assert dialog.findChild(QPlainTextEdit).isReadOnly()


def test_ctrl_c_in_the_terminal_is_left_to_python(
    reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: told.append(kind))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == [KeyboardInterrupt]
    assert dialogs() == []
