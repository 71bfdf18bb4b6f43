"""Export the view: what, how large and in which colours, beside a preview that is the export itself."""

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_app.dates.typed import TypedDateError
from timeline_app.layout.style import style_for
from timeline_app.render.export import (
    DPI,
    WRITERS,
    ExportError,
    ExportRequest,
    NothingToShowError,
    check_size,
    export_view,
    sheet_image,
)
from timeline_app.render.lacks import lacks
from timeline_app.render.sheet import Sheet
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.export_form import ExportForm
from timeline_app.ui.export_preview import Preview
from timeline_app.ui.held_back import HeldBack
from timeline_app.ui.library import Library
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore

DEBOUNCE_MS = 150
PREVIEW_PIXELS_MOST = 4_000_000
USUAL_SIZE = (1180, 640)
USUAL_PLOT = (1200, 700)


class ExportDialog(QDialog):
    """Asks what to export; ``saved`` tells where the file is."""

    saved = Signal(Path)

    def __init__(
        self,
        store: ViewStore,
        library: Library,
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._library = store, library
        self._settings = settings or Settings()
        canvas = parent.findChild(TimelineCanvas) if parent is not None else None
        plot = (canvas.width(), canvas.height()) if canvas is not None else USUAL_PLOT
        self.sheet: Sheet | None = None
        self.preview = Preview()
        self.form = ExportForm(store, library, self._settings, plot)
        self._held_back = HeldBack(self)
        self.facts = QLabel()
        self.note = QLabel()
        self.copy_button = QPushButton(self.tr("Copy image"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.save_button = QPushButton(self.tr("Save…"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.refresh)
        self._arrange()
        self.form.changed.connect(self._timer.start)
        self.copy_button.clicked.connect(self.copy_image)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.ask_and_save)
        self.refresh()

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.preview.setAccessibleName(self.tr("Preview"))
        for label in (self.facts, self.note):
            label.setWordWrap(True)
        self.facts.setProperty("tone", "caption")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button.setProperty("kind", "secondary")
        self.cancel_button.setProperty("kind", "secondary")
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        for button in (self.copy_button, self.cancel_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        side = QVBoxLayout()
        side.addWidget(self.form)
        side.addWidget(self.facts)
        side.addStretch(1)
        side.addWidget(self.note)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self.preview, 1)
        body.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(body, 1)
        column.addLayout(buttons)
        self.resize(self.sizeHint().expandedTo(QSize(*USUAL_SIZE)).boundedTo(self.screen().availableSize()))

    # -- what is shown

    def refresh(self) -> None:
        """Compose the sheet anew and show it."""
        self._timer.stop()
        self.sheet = None
        try:
            self.form.name_view(self.form.view())
            request = self.form.request()
            if request.plot is None:
                check_size(request.size, self.form.scale, self.form.suffix)
            sheet = Sheet(request)
            check_size(sheet.size, self.form.scale, self.form.suffix)
            width, height = sheet.size
            image = sheet_image(sheet, min(1.0, (PREVIEW_PIXELS_MOST / (width * height)) ** 0.5))
        except TypedDateError as error:
            self._say(str(error), wrong=True)
        except ExportError as error:
            self._say(error.in_language(self._store.state.language), wrong=True)
        else:
            self.preview.show_image(image, style_for(self._store.state.theme).palette.line2)
            self.facts.setText(self._facts(sheet))
            if sheet.content.shown:
                self.sheet = sheet
                self._say(self._lacks(sheet))
            else:
                self._say(self._why_nothing(sheet), wrong=True)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self.sheet is not None)

    def _facts(self, sheet: Sheet) -> str:
        width, height = sheet.size
        if self.form.suffix == ".png":
            scale = self.form.scale
            return self.tr("{w} × {h} pixels").format(w=round(width * scale), h=round(height * scale))
        mm = [round(side / DPI * 25.4) for side in (width, height)]
        size = self.tr("{w} × {h} mm").format(w=mm[0], h=mm[1])
        if sheet.page_count > 1:
            return f"{size} · " + self.tr("{n} pages with all sources").format(n=sheet.page_count)
        return size

    def _lacks(self, sheet: Sheet) -> str:
        sentence = lacks(sheet, self._store.state.language)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""

    def _why_nothing(self, sheet: Sheet) -> str:
        library = self._library
        sentence = NothingToShowError().in_language(self._store.state.language)
        lines = self._held_back.lines(library.engine, sheet.request.view, len(library.dataset))
        return "\n".join((f"{sentence[:1].upper()}{sentence[1:]}.", *lines))

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        palette = style_for(self._store.state.theme).palette
        self.note.setStyleSheet(f"color: {palette.error if wrong else palette.ink2};")
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    # -- doing

    def _current(self) -> Sheet | None:
        if self._timer.isActive():
            self.refresh()
        return self.sheet

    def copy_image(self) -> None:
        """Put the sheet on the clipboard, at the resolution of a PNG."""
        sheet = self._current()
        if sheet is None:
            return
        try:
            image = sheet_image(sheet, self.form.scale)
        except ExportError as error:
            self._say(error.in_language(self._store.state.language), wrong=True)
            return
        QGuiApplication.clipboard().setImage(image)
        self._say(self.tr("The image is on the clipboard."))

    def ask_and_save(self) -> None:
        """Ask for a file name, then write."""
        if self._current() is None:
            return
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        folder = Path(self._settings.text("export/folder") or pictures)
        if not folder.is_dir():
            folder = Path.home()
        suffix, place = self.form.suffix, str(folder / self.form.file_name())
        kind = f"{suffix[1:].upper()} (*{suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), place, kind)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the sheet; what went wrong is said in the dialog, which then stays open."""
        sheet = self._current()
        if sheet is None:
            return
        if path.suffix.lower() not in WRITERS:
            path = path.with_name(path.name + self.form.suffix)
        try:
            export_view(ExportRequest(path, sheet.request, self.form.scale))
        except ExportError as error:
            self._say(error.in_language(self._store.state.language), wrong=True)
            return
        self._settings.put("export/folder", str(path.absolute().parent))
        self.form.keep_choices()
        self.saved.emit(path)
        self.accept()
