"""Starting Qt, and saying plainly why it cannot start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import qtboot

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")


def run(arguments: list[str], tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    checkout = Path(__file__).resolve().parent.parent
    places = {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONPATH": str(checkout),
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | places | environment,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("word", ["--help", "--version", "-h", "help"])
def test_help_and_version_load_neither_qt_nor_numpy(word: str, tmp_path: Path) -> None:
    code = (
        f"import sys; from timeline_app.app import main; assert main([{word!r}]) == 0;"
        "heavy = {'PySide6', 'shiboken6', 'numpy', 'msgspec', 'dateutil', 'logging'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = run(["-c", code], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@LINUX
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "no screen here"),
        ({"DISPLAY": ":987"}, "DISPLAY=:987"),
        ({"WAYLAND_DISPLAY": "no-such-socket"}, ""),
        ({"WAYLAND_DISPLAY": "no-such-socket", "QT_QPA_PLATFORM": "wayland"}, ""),
        ({"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}, "DISPLAY=:987"),
        ({"QT_QPA_PLATFORM": "no-such-platform"}, "QT_QPA_PLATFORM=no-such-platform"),
    ],
)
def test_without_a_display_one_sentence_names_the_export_command(
    environment: dict[str, str], words: str, tmp_path: Path
) -> None:
    done = run(["-m", "timeline_app"], tmp_path, **environment)
    assert done.returncode == 69
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert re.fullmatch(
        r"timeline-app: .+ 'timeline-app export' makes images without a screen\.\n", done.stderr
    )
    assert words in done.stderr
    assert done.stdout == ""


def test_exports_need_no_display_even_where_the_desktop_chose_a_platform(tmp_path: Path) -> None:
    code = (
        "from timeline_app import qtboot; app = qtboot.offscreen_application();"
        "print(app.platformName(), app.applicationName(), app.desktopFileName())"
    )
    done = run(["-c", code], tmp_path, DISPLAY=":987", QT_QPA_PLATFORM="xcb")
    assert done.stdout == "offscreen inter-korean-timeline org.interkoreantimeline.Timeline\n", done.stderr


@LINUX
def test_a_missing_system_library_is_named_with_its_packages(tmp_path: Path) -> None:
    fake = tmp_path / "site" / "PySide6"
    fake.mkdir(parents=True)
    fake.joinpath("__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(fake.parent)!r}); from timeline_app import qtboot;"
        "qtboot._loads = lambda library: library not in ('libEGL.so.1', 'libGL.so.1');"
        "from timeline_app.app import main; sys.exit(main([]))"
    )
    done = run(["-c", code], tmp_path)
    assert done.returncode == 69
    assert done.stderr == (
        "timeline-app: Qt needs the library libEGL.so.1, which this system lacks;"
        " on Debian or Ubuntu: sudo apt-get install libegl1 libgl1.\n"
    )


def test_a_missing_python_package_points_to_the_script() -> None:
    sentence = qtboot.import_problem(ModuleNotFoundError("No module named 'PySide6'", name="PySide6"))
    assert sentence == f"PySide6 is not installed for {sys.executable}; scripts/run sets everything up."


def test_painting_many_shapes_does_not_abort(tmp_path: Path) -> None:
    """PySide6 6.12.0 below Python 3.12 dies here without `guard_refcounts`."""
    code = (
        "from timeline_app import qtboot; app = qtboot.offscreen_application();"
        "from PySide6.QtGui import QImage, QPainter;"
        "image = QImage(300, 300, QImage.Format.Format_RGB32); image.fill(0);"
        "painter = QPainter(image); painter.setPen(0xFFFFFF);"
        "[painter.drawLine(i % 300, 0, 299 - i % 300, 299) for _ in range(20) for i in range(3000)];"
        "painter.end(); print(image.pixelColor(150, 150).name())"
    )
    done = run(["-c", code], tmp_path)
    assert (done.returncode, done.stdout) == (0, "#ffffff\n"), done.stderr


def test_messages_of_qt_after_the_start_go_into_the_log(tmp_path: Path) -> None:
    code = (
        "from timeline_app import logs, qtboot; logs.log_to_file(); app = qtboot.offscreen_application();"
        "from PySide6.QtCore import qWarning; qWarning('something odd')"
    )
    done = run(["-c", code], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    log = tmp_path / "state" / "inter-korean-timeline" / "timeline-app.log"
    assert "WARNING qt: default: something odd" in log.read_text(encoding="utf-8")
