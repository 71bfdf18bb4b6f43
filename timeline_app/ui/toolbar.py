"""The toolbar: collection, filters, search, zoom, language, theme and export."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from timeline_app.dates.wording import duration_in_words
from timeline_app.layout.style import style_for
from timeline_app.model.view import ViewState
from timeline_app.ui.controls import LanguageButton
from timeline_app.ui.icons import icon, icon_picture
from timeline_app.ui.library import Library
from timeline_app.ui.search_field import SearchField
from timeline_app.ui.store import ViewStore

HEIGHT_PX = 52
TITLE_MOST_PX = 300
SEARCH_LEAST_PX, SEARCH_MOST_PX = 120, 340
ICONS = {
    "back": "arrow-back-up",
    "forward": "arrow-forward-up",
    "zoom-out": "minus",
    "zoom-in": "plus",
    "whole-range": "arrow-autofit-width",
    "theme": "moon",
}


class Toolbar(QFrame):
    """One row of the window's main controls; the buttons show the actions they are given.

    Where the row is too narrow for all of them, some go: what they do stays in the menu and on keys.
    """

    def __init__(self, store: ViewStore, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._actions: dict[str, QAction] = {}
        self.setObjectName("toolbar")
        self._line = QHBoxLayout(self)
        self._mark, self.title = QLabel(), QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("tone", "head")
        self.filters = QPushButton()
        self.filters.setCheckable(True)
        self.search = SearchField()
        self.span = QPushButton()
        self.language = LanguageButton()
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export = QPushButton()
        self.export.setProperty("kind", "primary")
        for button in (self.filters, self.span, self.language, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.buttons: dict[str, QToolButton] = {}
        store.changed.connect(self._show_state)
        library.opened.connect(self.dress)

    def build(self, actions: dict[str, QAction], menu: QMenu) -> None:
        """Put the controls in their order; ``actions`` by the names of the action table."""
        self._actions = actions
        line = self._line
        line.setSpacing(4)
        self._add(self._mark, self.title, 8, self.filters, "back", "forward", None)
        line.addWidget(self.search, 3)
        self._add(None, "zoom-out", self.span, "zoom-in", "whole-range", 6, self.language, "theme")
        self._add(self.menu_button, 4, self.export)
        self.menu_button.setMenu(menu)
        self.filters.clicked.connect(actions["filters"].trigger)
        self.export.clicked.connect(actions["export"].trigger)
        self.language.clicked.connect(actions["language"].trigger)
        self.span.clicked.connect(actions["jump"].trigger)
        self.dress()

    def _add(self, *parts: QWidget | str | int | None) -> None:
        """Each a widget, the button of an action, a space in px, or room to spare."""
        for part in parts:
            if part is None:
                self._line.addStretch(1)
            elif isinstance(part, int):
                self._line.addSpacing(part)
            else:
                self._line.addWidget(self._button(part) if isinstance(part, str) else part)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(self._actions[name].trigger)
        self._actions[name].enabledChanged.connect(button.setEnabled)
        button.setEnabled(self._actions[name].isEnabled())
        self.buttons[name] = button
        return button

    # -- looks

    def dress(self) -> None:
        """Icons and sizes for the present theme and text size, words in the present language."""
        if not self._actions:
            return
        state = self._store.state
        style = style_for(state.theme, state.text_percent)
        palette, size = style.palette, style.px(18)
        self.setFixedHeight(style.px(HEIGHT_PX))
        self._line.setContentsMargins(style.px(14), 0, style.px(14), 0)
        pictures = {**ICONS, "theme": "sun"} if style.dark else ICONS
        for name, button in self.buttons.items():
            button.setIcon(icon(pictures[name], palette.ink, size))
            self._describe(button, name)
        self.menu_button.setIcon(icon("dots", palette.ink, size))
        self.menu_button.setToolTip(self.tr("More"))
        self.menu_button.setAccessibleName(self.tr("More"))
        self.filters.setIcon(icon("filter", palette.ink, size))
        self.export.setIcon(icon("upload", palette.canvas, size))
        for widget in (*self.buttons.values(), self.menu_button, self.filters, self.export):
            widget.setIconSize(QSize(size, size))
        for widget, name in (
            (self.filters, "filters"),
            (self.export, "export"),
            (self.span, "jump"),
            (self.language, "language"),
        ):
            self._describe(widget, name)
        self.language.dress(state.language, palette)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(icon_picture("mark", palette.ink, style.px(22), ratio))
        self.search.dress(
            icon_picture("search", palette.ink3, style.px(16), ratio), self._keys("search").partition(",")[0]
        )
        self.search.setPlaceholderText(self.tr("Search events, sources, people"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setMinimumWidth(style.px(SEARCH_LEAST_PX))
        self.search.setMaximumWidth(style.px(SEARCH_MOST_PX))
        self._show_title(style.px(TITLE_MOST_PX))
        self._show_values(state)
        self._fit()

    def _keys(self, name: str) -> str:
        form = QKeySequence.SequenceFormat.NativeText
        return ", ".join(key.toString(form) for key in self._actions[name].shortcuts())

    def _describe(self, button: QWidget, name: str) -> None:
        text, keys = self._actions[name].text(), self._keys(name)
        button.setToolTip(f"{text}  {keys}" if keys else text)
        button.setAccessibleName(text)

    def _show_title(self, room: int) -> None:
        title = self._library.dataset.manifest.title.in_language(self._store.state.language)
        if self._library.path is not None and self._library.collection.manifest is None:
            title = self._library.path.stem
        self.title.ensurePolished()
        self.title.setText(self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        self.title.setToolTip(escape(title))

    def _fit(self) -> None:
        """Leave out what there is no room for, the least needed first."""
        self.title.show()
        self.filters.setText(self.tr("Filters"))
        self.export.setText(self.tr("Export"))
        for widget in (*self.buttons.values(), self.language, self._mark):
            widget.show()
        steps: tuple[Callable[[], None], ...] = (
            self.title.hide,
            lambda: self.filters.setText(""),
            lambda: self.export.setText(""),
            *(self.buttons[name].hide for name in ("forward", "back", "theme")),
            self.language.hide,
            *(self.buttons[name].hide for name in ("whole-range", "zoom-in", "zoom-out")),
            self._mark.hide,
        )
        for leave_out in steps:
            self._line.invalidate()
            if self._line.minimumSize().width() <= self.width():
                break
            leave_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        super().resizeEvent(event)
        if self._actions:
            self._fit()

    # -- values

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        if (new.theme, new.text_percent, new.language) != (old.theme, old.text_percent, old.language):
            self.dress()
        else:
            self._show_values(new)

    def _show_values(self, state: ViewState) -> None:
        self.span.setText(duration_in_words(state.width, state.language))
        self.filters.setChecked(state.show_filters)
        self.search.show_query(state.filter.text)
        note = short = ""
        if state.filter.text.strip():
            found = self._library.engine.count(state.filter)
            note = self.tr("{n} of {total}").format(n=found, total=len(self._library.dataset))
            short = str(found)
        self.search.show_note(note, short)
