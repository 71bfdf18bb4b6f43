"""The export dialog: what it asks for is what it writes, and faults are said in the dialog."""

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
from timeline_app.model.frozen import replace
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
    assert dialog.form.title.text() == "Inter-Korean relations, 2006–2016"
    assert dialog.form.file_name() == "inter-korean-relations-2006-2016.png"
    assert dialog.sheet is not None
    plot = dialog.sheet.layout.plot
    assert (plot.width, plot.height) == (900, 620)
    assert dialog.sheet.style.theme == "print"


def test_what_is_chosen_is_what_is_written(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog.form.size_choice, "a4")
    choose(dialog.form.resolution, "200")
    choose(dialog.form.theme, "dark")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_to(tmp_path / "picture")
    assert saved.args == [tmp_path / "picture.png"]
    image = QImage(str(tmp_path / "picture.png"))
    assert (image.width(), image.height()) == (2340, 1654)
    assert image.pixelColor(2, 2).name() == "#12151a"
    assert dialog.result() == ExportDialog.DialogCode.Accepted


def test_the_preview_follows_after_a_moment(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = dialog.sheet
    choose(dialog.form.theme, "dark")
    assert dialog.sheet is before
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.style.theme == "dark", timeout=2000)


def test_a_typed_range_is_kept_exactly(dialog: ExportDialog) -> None:
    choose(dialog.form.range, "dates")
    dialog.form.start.setText("2013")
    dialog.form.end.setText("Aug 2015")
    dialog.refresh()
    assert dialog.form.title.text() == "Inter-Korean relations, Jan 2013 – Aug 2015"
    view = dialog.form.view()
    assert (view.end - view.start) / 86_400 == 973


@pytest.mark.parametrize(("start", "end"), [("soon", "2015"), ("2016", "2015")])
def test_a_range_that_is_none_is_said(dialog: ExportDialog, start: str, end: str) -> None:
    choose(dialog.form.range, "dates")
    dialog.form.start.setText(start)
    dialog.form.end.setText(end)
    dialog.refresh()
    assert dialog.note.text()
    assert not dialog.save_button.isEnabled()


def test_a_title_of_ones_own_stays(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.title.selectAll()
    qtbot.keyClicks(dialog.form.title, "Ten years")
    choose(dialog.form.range, "whole")
    dialog.refresh()
    assert dialog.form.title.text() == "Ten years"
    assert dialog.sheet is not None
    assert dialog.sheet.content.title == "Ten years"
    assert dialog.form.file_name() == "ten-years.png"


def test_an_unwritable_place_is_said_and_the_dialog_stays(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "none" / "picture.png")
    assert "there is no folder" in dialog.note.text()
    assert dialog.result() != ExportDialog.DialogCode.Accepted


def test_too_large_a_picture_is_said(dialog: ExportDialog) -> None:
    choose(dialog.form.size_choice, "own")
    dialog.form.width_px.setValue(15_000)
    dialog.form.height_px.setValue(15_000)
    dialog.refresh()
    assert "225 megapixels" in dialog.note.text()
    assert not dialog.save_button.isEnabled()


def test_nothing_to_draw_is_said(window: QWidget, qtbot: QtBot) -> None:
    store: ViewStore = window.store  # type: ignore[attr-defined]
    store.replace(store.state.with_filter(EventFilter(text="nowhere")))
    dialog = opened(window, qtbot)
    first, second = dialog.note.text().splitlines()
    assert first == "No event matches, so there is nothing to draw."
    assert second == "Without the search “nowhere”: 40 of 40 events."
    assert not dialog.copy_button.isEnabled()


def test_a_range_that_holds_nothing_is_named(dialog: ExportDialog) -> None:
    choose(dialog.form.range, "dates")
    dialog.form.start.setText("1900")
    dialog.form.end.setText("1901")
    dialog.refresh()
    assert dialog.note.text().splitlines()[1:] == ["In the whole range: 40 of 40 events."]


def test_what_holds_back_only_together_is_named_at_once(window: QWidget, qtbot: QtBot) -> None:
    store: ViewStore = window.store  # type: ignore[attr-defined]
    nobody = EventFilter(categories=frozenset(), actors=frozenset())
    store.replace(store.state.with_filter(nobody))
    (line,) = opened(window, qtbot).note.text().splitlines()[1:]
    assert line.startswith("Together these leave nothing: the filter “Categories”, the filter “Actors”.")


def test_the_sheet_can_be_copied(dialog: ExportDialog) -> None:
    choose(dialog.form.size_choice, "wide")
    choose(dialog.form.resolution, "96")
    dialog.copy_image()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1600, 900)
    assert dialog.note.text() == "The image is on the clipboard."


def test_format_and_folder_are_remembered(
    dialog: ExportDialog, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog.form.format, ".pdf")
    choose(dialog.form.size_choice, "a3")
    dialog.save_to(tmp_path / "poster.pdf")
    again = opened(window, qtbot)
    assert again.form.suffix == ".pdf"
    assert again.form.size_choice.currentData() == "a3"
    assert _settings().text("export/folder") == str(tmp_path)
    assert "pages with all sources" in again.facts.text()


def test_only_what_applies_is_asked(dialog: ExportDialog) -> None:
    dialog.show()
    assert dialog.form.resolution.isVisible()
    assert not dialog.form.start.isVisible()
    assert not dialog.form.width_px.isVisible()
    choose(dialog.form.format, ".svg")
    choose(dialog.form.range, "dates")
    choose(dialog.form.size_choice, "own")
    assert not dialog.form.resolution.isVisible()
    assert dialog.form.start.isVisible()
    assert dialog.form.width_px.isVisible()


def test_every_control_is_reached_by_tab(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.form.title.setFocus()
    reached = set()
    for _ in range(20):
        reached.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    boxes = {
        dialog.form.format,
        dialog.form.range,
        dialog.form.size_choice,
        dialog.form.resolution,
        dialog.form.theme,
        dialog.form.text_size,
    }
    assert (
        boxes | {dialog.form.title, dialog.copy_button, dialog.cancel_button, dialog.save_button} <= reached
    )


def test_the_language_of_the_window_is_that_of_the_sheet(window: QWidget, qtbot: QtBot) -> None:
    store: ViewStore = window.store  # type: ignore[attr-defined]
    store.replace(replace(store.state, language="ko"))
    assert opened(window, qtbot).form.title.text() == "남북관계, 2006–2016년"


def test_what_the_sheet_has_no_room_for_is_said_beside_it(dialog: ExportDialog) -> None:
    choose(dialog.form.size_choice, "own")
    dialog.form.width_px.setValue(1000)
    dialog.form.height_px.setValue(700)
    dialog.refresh()
    assert dialog.note.text().startswith("There is room for the source notes of 15 of 40 events;")
    assert dialog.save_button.isEnabled()
    choose(dialog.form.format, ".pdf")
    dialog.refresh()
    assert dialog.note.text() == ""
    assert not dialog.note.isVisibleTo(dialog)
