"""The export dialog: what it asks for is what it writes, and faults are said in the dialog."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.exports import write_collection
from timeline_app.files.collection import read_collection
from timeline_app.files.opening import Opening
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter
from timeline_app.model.view import ViewState, whole_range
from timeline_app.paths import data_folder
from timeline_app.render.fonts import load_all_fonts
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.export_dialog import ExportDialog
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.store import ViewStore

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"),
]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> QWidget:
    """A window with a canvas; store and library hang on it."""
    load_all_fonts()
    collection = read_collection(write_collection(tmp_path), chronicle=data_folder())
    dataset = Dataset(collection)
    library = Library(data_folder(), Opening(None, collection, dataset, EventFilter()))
    start, end = whole_range(dataset.extent)
    store = ViewStore(ViewState(start, end - start))
    window = QWidget()
    window.resize(900, 620)
    canvas = TimelineCanvas(store, library, Navigator(store, library), window)
    canvas.resize(900, 620)
    window.store, window.library = store, library  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> ExportDialog:
    for key in ("format", "size", "dpi", "theme", "folder"):
        _settings().put(f"export/{key}", "")
    return opened(window, qtbot)


def _settings():  # type: ignore[no-untyped-def]
    from timeline_app.ui.settings import Settings

    return Settings()


def opened(window: QWidget, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(window.store, window.library, window)  # type: ignore[attr-defined]
    qtbot.addWidget(dialog)
    return dialog


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_it_begins_with_the_view_as_in_the_window_for_print(dialog: ExportDialog) -> None:
    assert dialog.title.text() == "Inter-Korean relations, 2006–2016"
    assert dialog.file_name() == "inter-korean-relations-2006-2016.png"
    assert dialog.sheet is not None
    plot = dialog.sheet.layout.plot
    assert (plot.width, plot.height) == (900, 620)
    assert dialog.sheet.style.theme == "print"


def test_what_is_chosen_is_what_is_written(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog.size_choice, "a4")
    choose(dialog.resolution, "200")
    choose(dialog.theme, "dark")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_to(tmp_path / "picture")
    assert saved.args == [tmp_path / "picture.png"]
    image = QImage(str(tmp_path / "picture.png"))
    assert (image.width(), image.height()) == (2340, 1654)
    assert image.pixelColor(2, 2).name() == "#12151a"
    assert dialog.result() == ExportDialog.DialogCode.Accepted


def test_the_preview_follows_after_a_moment(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = dialog.sheet
    choose(dialog.theme, "dark")
    assert dialog.sheet is before
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.style.theme == "dark", timeout=2000)


def test_a_typed_range_is_kept_exactly(dialog: ExportDialog) -> None:
    choose(dialog.range, "dates")
    dialog.start.setText("2013")
    dialog.end.setText("Aug 2015")
    dialog.refresh()
    assert dialog.title.text() == "Inter-Korean relations, Jan 2013 – Aug 2015"
    view = dialog.view()
    assert (view.end - view.start) / 86_400 == 973


@pytest.mark.parametrize(("start", "end"), [("soon", "2015"), ("2016", "2015")])
def test_a_range_that_is_none_is_said(dialog: ExportDialog, start: str, end: str) -> None:
    choose(dialog.range, "dates")
    dialog.start.setText(start)
    dialog.end.setText(end)
    dialog.refresh()
    assert dialog.note.text()
    assert not dialog.save_button.isEnabled()


def test_a_title_of_ones_own_stays(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.title.selectAll()
    qtbot.keyClicks(dialog.title, "Ten years")
    choose(dialog.range, "whole")
    dialog.refresh()
    assert dialog.title.text() == "Ten years"
    assert dialog.sheet is not None
    assert dialog.sheet.content.title == "Ten years"
    assert dialog.file_name() == "ten-years.png"


def test_an_unwritable_place_is_said_and_the_dialog_stays(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "none" / "picture.png")
    assert "there is no folder" in dialog.note.text()
    assert dialog.result() != ExportDialog.DialogCode.Accepted


def test_too_large_a_picture_is_said(dialog: ExportDialog) -> None:
    choose(dialog.size_choice, "own")
    dialog.width_px.setValue(15_000)
    dialog.height_px.setValue(15_000)
    dialog.refresh()
    assert "225 megapixels" in dialog.note.text()
    assert not dialog.save_button.isEnabled()


def test_nothing_to_draw_is_said(window: QWidget, qtbot: QtBot) -> None:
    store: ViewStore = window.store  # type: ignore[attr-defined]
    store.replace(store.state.with_filter(EventFilter(text="nowhere")))
    dialog = opened(window, qtbot)
    assert dialog.note.text() == "no event matches, so there is nothing to draw"
    assert not dialog.copy_button.isEnabled()


def test_the_sheet_can_be_copied(dialog: ExportDialog) -> None:
    choose(dialog.size_choice, "wide")
    choose(dialog.resolution, "96")
    dialog.copy_image()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1600, 900)
    assert dialog.note.text() == "The image is on the clipboard."


def test_format_and_folder_are_remembered(
    dialog: ExportDialog, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog.format, ".pdf")
    choose(dialog.size_choice, "a3")
    dialog.save_to(tmp_path / "poster.pdf")
    again = opened(window, qtbot)
    assert again.suffix == ".pdf"
    assert again.size_choice.currentData() == "a3"
    assert _settings().text("export/folder") == str(tmp_path)
    assert "pages with all sources" in again.facts.text()


def test_only_what_applies_is_asked(dialog: ExportDialog) -> None:
    dialog.show()
    assert dialog.resolution.isVisible()
    assert not dialog.start.isVisible()
    assert not dialog.width_px.isVisible()
    choose(dialog.format, ".svg")
    choose(dialog.range, "dates")
    choose(dialog.size_choice, "own")
    assert not dialog.resolution.isVisible()
    assert dialog.start.isVisible()
    assert dialog.width_px.isVisible()


def test_every_control_is_reached_by_tab(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.title.setFocus()
    reached = set()
    for _ in range(20):
        reached.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    boxes = {
        dialog.format,
        dialog.range,
        dialog.size_choice,
        dialog.resolution,
        dialog.theme,
        dialog.text_size,
    }
    assert boxes | {dialog.title, dialog.copy_button, dialog.cancel_button, dialog.save_button} <= reached


def test_the_language_of_the_window_is_that_of_the_sheet(window: QWidget, qtbot: QtBot) -> None:
    store: ViewStore = window.store  # type: ignore[attr-defined]
    store.replace(replace(store.state, language="ko"))
    assert opened(window, qtbot).title.text() == "남북관계, 2006–2016년"
