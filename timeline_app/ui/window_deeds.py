"""What every action of the window does."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.ui.tab_order import focus_next

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

TEXT_STEP = 10


class WindowDeeds(QObject):
    """The deeds of one window: those of its actions by name, and those that its parts ask for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._store = window.store

    def by_name(self) -> dict[str, Callable[[], object]]:
        """The deed of each action."""
        window, navigator, popups = self._window, self._window.navigator, self._window.popups
        return {
            "zoom-in": lambda: navigator.zoom(2.0),
            "zoom-out": lambda: navigator.zoom(0.5),
            "whole-range": navigator.whole_range,
            "fit-event": self._fit_event,
            "today": self._go_today,
            "jump": lambda: popups.open_jump(window.toolbar.span),
            "back": navigator.back,
            "forward": navigator.forward,
            "search": self._focus_search,
            "dispute": window.panel.jump_to_dispute,
            "open-source": window.panel.open_source,
            "copy-quotation": window.panel.copy_quotation,
            "copy-citation": window.panel.copy_citation,
            "close": self._close_something,
            "filters": lambda: self._switch("show_filters"),
            "reset": window.filters.start_over,
            "arcs": lambda: self._switch("show_arcs"),
            "periods": lambda: self._switch("show_periods"),
            "more-periods": self._list_periods,
            "timeline": lambda: window.canvas.setFocus(Qt.FocusReason.TabFocusReason),
            "panel": lambda: focus_next((window.panel,), None, forward=True),
            "export": lambda: popups.open_export(lambda path: window.toast.show_saved(path)),
            "copy-image": self._copy_image,
            "open": lambda: self._open_chosen(popups.ask_file()),
            "open-folder": lambda: self._open_chosen(popups.ask_folder()),
            "chronicle": lambda: window.open_path(None),
            "reload": window.library.reload,
            "language": self._switch_language,
            "theme": self._switch_theme,
            "text-larger": lambda: self._set_text(self._store.state.text_percent + TEXT_STEP),
            "text-smaller": lambda: self._set_text(self._store.state.text_percent - TEXT_STEP),
            "text-reset": lambda: self._set_text(100),
            "keys": popups.open_keys,
            "about": popups.open_about,
            "quit": window.close,
        }

    # -- what is shown

    def choose(self, choice: EventFilter) -> None:
        """Filter the events; one can go back."""
        self._store.replace(self._store.state.with_filter(choice), remember=True)

    def undo(self, part: str) -> None:
        """Take back one part of the filter; one can go back."""
        if part == "text":
            self.search("")
        else:
            self.choose(self._store.state.filter.without(part))

    def search(self, query: str) -> None:
        """Search for a text, or for none; one can go back to before the first letter."""
        state = self._store.state
        self._store.replace(
            state.with_filter(replace(state.filter, text=query)),
            remember=bool(query) != bool(state.filter.text),
        )

    def travel_to_hit(self, event_id: str, excerpt: str) -> None:
        """Select what was found, and show where."""
        self._window.navigator.select(event_id)
        if excerpt:
            self._window.panel.show_excerpt(excerpt)

    def close_panel(self) -> None:
        """Select nothing."""
        self._window.navigator.select(None, remember=False)
        self._window.keep_focus()

    def reduce_motion(self, on: bool) -> None:
        """End all motions, now and in later windows, or allow them."""
        self._window.navigator.reduced_motion = on
        self._window.settings.put("reduced_motion", on)

    def _focus_search(self) -> None:
        search = self._window.toolbar.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _fit_event(self) -> None:
        if self._store.state.selected is not None:
            self._window.navigator.fit_event(self._store.state.selected)

    def _go_today(self) -> None:
        today = datetime.date.today()  # the reader's own day
        self._window.navigator.today((today.year, today.month, today.day))

    def _close_something(self) -> None:
        """Escape: hint, notice, message, filters that lie over the timeline, search, selection."""
        window, state = self._window, self._store.state
        if window.popups.hint is not None:
            window.popups.hint.finish()
        elif (toast := window.made("toast")) is not None and toast.isVisible():
            toast.hide()
        elif (banner := window.made("banner")) is not None and banner.isVisible():
            banner.hide()
        elif window.body.has_filters_over_timeline:
            self._store.replace(replace(state, show_filters=False))
        elif state.filter.text:
            self.search("")
        elif state.selected is not None:
            self.close_panel()
        window.keep_focus()

    def _copy_image(self) -> None:
        self._window.canvas.copy_picture()
        self._window.toast.show_notice(self.tr("The image of the timeline is on the clipboard."))

    def _list_periods(self) -> None:
        if not self._window.more_periods.open_list():
            self._window.toast.show_notice(self.tr("No period is in view."))

    # -- how it looks

    def _switch(self, name: str) -> None:
        state = self._store.state
        switched: dict[str, Any] = {name: not getattr(state, name)}
        self._store.replace(replace(state, **switched))

    def _switch_language(self) -> None:
        state = self._store.state
        self._store.replace(replace(state, language="en" if state.language == "ko" else "ko"))

    def _switch_theme(self) -> None:
        state = self._store.state
        self._store.replace(replace(state, theme="light" if state.theme == "dark" else "dark"))

    def _set_text(self, percent: int) -> None:
        self._store.replace(replace(self._store.state, text_percent=min(max(percent, 100), 200)))

    # -- collections

    def _open_chosen(self, path: Path | None) -> None:
        if path is not None:
            self._window.open_path(path)
