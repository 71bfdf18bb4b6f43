"""What to export: the fields of the export dialog, and the sheet they ask for."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from timeline_app.arguments import LARGEST_PX
from timeline_app.dates.typed import TypedDateError, read_typed_date
from timeline_app.dates.wording import day_in_words
from timeline_app.layout.sheet_text import default_title
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range
from timeline_app.render.export import DPI, PAGED, SMALLEST, WRITERS
from timeline_app.render.sheet import SheetRequest
from timeline_app.ui.library import Library
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore

SIZES = {"wide": (1600, 900), "a4": (1123, 794), "a3": (1587, 1123)}
RESOLUTIONS = (96, 150, 200, 300)
TEXTS = (100, 125, 150, 175, 200)
FIELD_PX = 270


class ExportForm(QWidget):
    """Title, format, range, size and colours; ``plot`` is the size of the timeline in the window."""

    changed = Signal()

    def __init__(self, store: ViewStore, library: Library, settings: Settings, plot: tuple[int, int]) -> None:
        super().__init__()
        self._store, self._library, self._settings, self._plot = store, library, settings, plot
        self._own_title = False
        self.title = QLineEdit()
        self.format = self._choice((suffix, suffix[1:].upper()) for suffix in WRITERS)
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
        self._recall()
        self._arrange()
        self._connect()
        self._follow_choices()

    # -- making

    def _choice(self, items: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for value, name in items:
            box.addItem(name, value)
        return box

    def _recall(self) -> None:
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
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setVerticalSpacing(8)
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
            self._form.addRow(name, field)
            field.setAccessibleName(name)
        field_px = round(FIELD_PX * self._store.state.text_percent / 100)
        for wide in (self.title, self.format):  # the widest field makes the column
            wide.setMinimumWidth(field_px)

    def _connect(self) -> None:
        for box in (self.format, self.range, self.size_choice, self.resolution, self.theme, self.text_size):
            box.currentIndexChanged.connect(self._changed)
        for field in (self.start, self.end):
            field.textEdited.connect(self._changed)
        for spin in (self.width_px, self.height_px):
            spin.valueChanged.connect(self._changed)
        self.title.textEdited.connect(self._title_edited)

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
            return replace(sheet, plot=self._plot)
        return replace(sheet, size=SIZES.get(kind, (self.width_px.value(), self.height_px.value())))

    def file_name(self) -> str:
        """A name made from title and range."""
        title = self.title.text().strip() or default_title(self._library.dataset, self._store.state)
        words = re.sub(r"[^\w]+", "-", title).strip("-").lower()
        return f"{words[:80].rstrip('-') or 'timeline'}{self.suffix}"

    # -- reacting

    def name_view(self, view: ViewState) -> None:
        """Title a view by subject and range, unless the user has given a title."""
        if not self._own_title:
            self.title.setText(default_title(self._library.dataset, view))
            self.title.setCursorPosition(0)

    def keep_choices(self) -> None:
        """Remember what is usually the same from one export to the next."""
        for key, box in self._kept.items():
            self._settings.put(f"export/{key}", box.currentData())

    def _title_edited(self, text: str) -> None:
        self._own_title = bool(text.strip())
        self.changed.emit()

    def _changed(self, _value: object = None) -> None:
        self._follow_choices()
        self.changed.emit()

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


def _choose(box: QComboBox, value: str) -> None:
    """Select the item that stands for a value, if there is one."""
    index = box.findData(value)
    if index >= 0:
        box.setCurrentIndex(index)
