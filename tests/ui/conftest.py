"""Settings of its own for every test, and the parts of a window on a small collection."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import Bench, opening, write
from timeline_app.paths import data_folder
from timeline_app.render.fonts import load_all_fonts

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


@pytest.fixture(autouse=True, scope="session")
def clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """What Python put there, Qt without a screen would free once more at the end of the process."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of this test."""
    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "config"))
    return tmp_path / "config" / "inter-korean-timeline" / "settings.ini"


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Bench:
    """Store, library and navigator on the small collection."""
    load_all_fonts()
    return Bench(tmp_path)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_settings: Path
) -> "Iterator[Callable[..., MainWindow]]":
    """Opens a window on the small collection, or on what is asked for; motions are over at once."""
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.settings import Settings

    load_all_fonts()
    opened: list[MainWindow] = []

    def start(path: Path | None = None, *, size: tuple[int, int] = (1440, 900), **asked: Any) -> "MainWindow":
        file = write(tmp_path / "own.json") if path is None else path
        settings = Settings()
        settings.put("reduced_motion", True)
        settings.put("hints_done", True)
        window = MainWindow(opening(file, data_folder(), **asked), settings)
        qtbot.addWidget(window)
        window.place.restore()
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.canvas.setFocus()
        opened.append(window)
        return window

    yield start
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def window(open_window: "Callable[..., MainWindow]") -> "MainWindow":
    """A window on the small collection."""
    return open_window()
