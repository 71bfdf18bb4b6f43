"""Export the view: what, how large and in which colours, beside a preview that is the export itself."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from timeline_app.dates.typed import TypedDateError, read_typed_date
from timeline_app.dates.wording import day_in_words
from timeline_app.layout.sheet_text import default_title
from timeline_app.layout.style import style_for
from timeline_app.model.view import ViewState, whole_range
from timeline_app.render.export import (
    DPI,
    PAGED,
    SMALLEST,
    WRITERS,
    ExportError,
    ExportRequest,
    NothingToShowError,
    check_size,
    export_view,
    sheet_image,
)
from timeline_app.render.sheet import Sheet, SheetRequest, around
from timeline_app.render.stamps import colour
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.library import Library
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore

DEBOUNCE_MS = 150
PREVIEW_PIXELS_MOST = 4_000_000
SIZES = {"wide": (1600, 900), "a4": (1123, 794), "a3": (1587, 1123)}
RESOLUTIONS = (96, 150, 200, 300)
TEXTS = (100, 125, 150, 175, 200)
LARGEST_PX = 20_000
FIELD_PX = 270
USUAL_SIZE = (1180, 640)
FORMATS = tuple(WRITERS)


class Preview(QWidget):
    """The exported page, scaled down to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._frame = "#000000"
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, frame: str) -> None:
        """Show another page, framed in a colour."""
        self._image, self._frame = image, frame
        self.update()

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(680, 420)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        fitting = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        picture = self._image.scaled(
            fitting * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        left, top = (self.width() - fitting.width()) // 2, (self.height() - fitting.height()) // 2
        with QPainter(self) as painter:
            painter.drawImage(left, top, picture)
            painter.setPen(QPen(colour(self._frame), 1))
            painter.drawRect(QRectF(left + 0.5, top + 0.5, fitting.width() - 1, fitting.height() - 1))


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
        self._plot = (canvas.width(), canvas.height()) if canvas is not None else (1200, 700)
        self._own_title = False
        self.sheet: Sheet | None = None
        self.preview = Preview()
        self.title = QLineEdit()
        self.format = self._choice((suffix, suffix[1:].upper()) for suffix in FORMATS)
        self.range = self._choice(
            (
                ("view", self.tr("Current view")),
                ("whole", self.tr("Whole range")),
                ("dates", self.tr("From … to …")),
            )
        )
        self.start, self.end = QLineEdit(), QLineEdit()
        self.size_choice = self._choice(
            (
                ("window", self.tr("As in the window")),
                ("wide", self.tr("16:9, 1600 × 900")),
                ("a4", self.tr("A4 landscape")),
                ("a3", self.tr("A3 landscape")),
                ("own", self.tr("Own size")),
            )
        )
        self.width_px, self.height_px = QSpinBox(), QSpinBox()
        self.resolution = self._choice((str(dpi), self.tr("{n} dpi").format(n=dpi)) for dpi in RESOLUTIONS)
        self.theme = self._choice(
            (("print", self.tr("Print")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        )
        self.text_size = self._choice((str(percent), f"{percent} %") for percent in TEXTS)
        self._kept = {
            "format": self.format,
            "size": self.size_choice,
            "dpi": self.resolution,
            "theme": self.theme,
        }
        self.facts = QLabel()
        self.note = QLabel()
        self.copy_button = QPushButton(self.tr("Copy image"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.save_button = QPushButton(self.tr("Save…"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.refresh)
        self._remember_choices()
        self._arrange()
        self._connect()
        self._follow_choices()
        self.refresh()

    # -- making

    def _choice(self, items: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for value, name in items:
            box.addItem(name, value)
        return box

    def _remember_choices(self) -> None:
        state = self._store.state
        for key, box in self._kept.items():
            _choose(box, self._settings.text(f"export/{key}"))
        _choose(self.text_size, str(min(TEXTS, key=lambda percent: abs(percent - state.text_percent))))
        for spin, least, value in zip((self.width_px, self.height_px), SMALLEST, SIZES["wide"], strict=True):
            spin.setRange(least, LARGEST_PX)
            spin.setSuffix(" px")
            spin.setValue(value)
        self.start.setText(day_in_words(state.start, state.language))
        self.end.setText(day_in_words(state.end - 1, state.language))

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.preview.setAccessibleName(self.tr("Preview"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(8)
        for name, field in (
            (self.tr("Title"), self.title),
            (self.tr("Format"), self.format),
            (self.tr("Range"), self.range),
            (self.tr("From"), self.start),
            (self.tr("To"), self.end),
            (self.tr("Size"), self.size_choice),
            (self.tr("Width"), self.width_px),
            (self.tr("Height"), self.height_px),
            (self.tr("Resolution"), self.resolution),
            (self.tr("Colours"), self.theme),
            (self.tr("Text size"), self.text_size),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name)
        field_px = round(FIELD_PX * self._store.state.text_percent / 100)
        for wide in (self.title, self.format):  # the widest field makes the column
            wide.setMinimumWidth(field_px)
        for label in (self.facts, self.note):
            label.setWordWrap(True)
        self.facts.setProperty("tone", "caption")
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
        self._form = form
        side = QVBoxLayout()
        side.addLayout(form)
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

    def _connect(self) -> None:
        for box in (self.format, self.range, self.size_choice, self.resolution, self.theme, self.text_size):
            box.currentIndexChanged.connect(self._changed)
        for field in (self.start, self.end):
            field.textEdited.connect(self._changed)
        for spin in (self.width_px, self.height_px):
            spin.valueChanged.connect(self._changed)
        self.title.textEdited.connect(self._title_edited)
        self.copy_button.clicked.connect(self.copy_image)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.ask_and_save)

    # -- what is asked for

    @property
    def suffix(self) -> str:
        """The chosen format as a suffix."""
        return str(self.format.currentData())

    @property
    def scale(self) -> float:
        """Pixels for each px: only a PNG has a resolution."""
        return int(self.resolution.currentData()) / DPI if self.suffix == ".png" else 1.0

    def view(self) -> ViewState:
        """The view to export; TypedDateError if a typed date cannot be read."""
        state = replace(
            self._store.state,
            selected=None,
            theme=str(self.theme.currentData()),
            text_percent=int(self.text_size.currentData()),
        )
        kind = self.range.currentData()
        if kind == "whole":
            return state.showing(*whole_range(self._library.dataset.extent))
        if kind == "dates":
            first = read_typed_date(self.start.text(), state.language)
            last = read_typed_date(self.end.text(), state.language)
            if first.start >= last.end:
                raise TypedDateError(self.tr("The range ends before it begins."))
            return state.showing(first.start, last.end)
        return state

    def request(self) -> SheetRequest:
        """The sheet as chosen, with the whole view as its plot where the window gives the size."""
        view, library = self.view(), self._library
        title = self.title.text().strip() if self._own_title else None
        paged = self.suffix in PAGED
        sheet = SheetRequest(library.dataset, view, title=title, paged=paged, engine=library.engine)
        kind = str(self.size_choice.currentData())
        if kind == "window":
            return around(sheet, self._plot)
        return replace(sheet, size=SIZES.get(kind, (self.width_px.value(), self.height_px.value())))

    def file_name(self) -> str:
        """A name made from title and range."""
        title = self.title.text().strip() or default_title(self._library.dataset, self._store.state)
        words = re.sub(r"[^\w]+", "-", title).strip("-").lower()
        return f"{words[:80].rstrip('-') or 'timeline'}{self.suffix}"

    # -- reacting

    def _title_edited(self, text: str) -> None:
        self._own_title = bool(text.strip())
        self._timer.start()

    def _changed(self, _value: object = None) -> None:
        self._follow_choices()
        self._timer.start()

    def _follow_choices(self) -> None:
        typed, own = self.range.currentData() == "dates", self.size_choice.currentData() == "own"
        for row, shown in (
            (self.start, typed),
            (self.end, typed),
            (self.width_px, own),
            (self.height_px, own),
            (self.resolution, self.suffix == ".png"),
        ):
            self._form.setRowVisible(row, shown)

    def refresh(self) -> None:
        """Compose the sheet anew and show it."""
        self._timer.stop()
        self.sheet = None
        try:
            view = self.view()
            if not self._own_title:
                self.title.setText(default_title(self._library.dataset, view))
                self.title.setCursorPosition(0)
            request = self.request()
            check_size(request.size, self.scale, self.suffix)
            sheet = Sheet(request)
            width, height = request.size
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
                self._say("")
            else:
                self._say(NothingToShowError().in_language(self._store.state.language), wrong=True)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self.sheet is not None)

    def _facts(self, sheet: Sheet) -> str:
        width, height = sheet.request.size
        if self.suffix == ".png":
            scale = self.scale
            return self.tr("{w} × {h} pixels").format(w=round(width * scale), h=round(height * scale))
        mm = [round(side / DPI * 25.4) for side in (width, height)]
        size = self.tr("{w} × {h} mm").format(w=mm[0], h=mm[1])
        if sheet.page_count > 1:
            return f"{size} · " + self.tr("{n} pages with all sources").format(n=sheet.page_count)
        return size

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
            image = sheet_image(sheet, self.scale)
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
        kind = f"{self.suffix[1:].upper()} (*{self.suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(folder / self.file_name()), kind)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the sheet; what went wrong is said in the dialog, which then stays open."""
        sheet = self._current()
        if sheet is None:
            return
        if path.suffix.lower() not in WRITERS:
            path = path.with_name(path.name + self.suffix)
        try:
            written = export_view(ExportRequest(path, sheet.request, self.scale))
        except ExportError as error:
            self._say(error.in_language(self._store.state.language), wrong=True)
            return
        self._settings.put("export/folder", str(path.absolute().parent))
        for key, box in self._kept.items():
            self._settings.put(f"export/{key}", box.currentData())
        self.saved.emit(written)
        self.accept()


def _choose(box: QComboBox, value: str) -> None:
    """Select the item that stands for a value, if there is one."""
    index = box.findData(value)
    if index >= 0:
        box.setCurrentIndex(index)
