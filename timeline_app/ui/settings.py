"""What the window remembers from one time to the next, in one INI file of the user's."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from timeline_app.model.filter import FACETS, EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import NARROWEST_S, WIDEST_S, ViewState
from timeline_app.paths import user_config_folder

RECENT_MOST = 8
TEXT_PERCENTS = range(100, 201)
FARTHEST_S = 2.0 * WIDEST_S


class Settings:
    """Reads and writes the settings file; a broken value counts as absent.

    For a user without a home folder they last as long as the program.
    """

    def __init__(self) -> None:
        try:
            folder = user_config_folder()
        except RuntimeError:  # Path.home() without a home
            folder = _passing_folder()
        self._store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        return str(self._store.value(key, default, type=str))

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A yes or no."""
        return bool(self._store.value(key, default, type=bool))

    def number(self, key: str, default: int = 0) -> int:
        """A whole number."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def bytes(self, key: str) -> QByteArray:
        """Bytes such as a window's geometry; empty if there are none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: object) -> None:
        """Remember a value."""
        self._store.setValue(key, value)

    @property
    def recent(self) -> list[str]:
        """Paths of the collections opened last, newest first."""
        try:
            found = json.loads(self.text("recent", "[]"))
        except ValueError:
            return []
        return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []

    def add_recent(self, path: str) -> None:
        """Put a path to the front of the recent ones."""
        paths = [path, *(other for other in self.recent if other != path)]
        self.put("recent", json.dumps(paths[:RECENT_MOST], ensure_ascii=False))

    def save_view(self, collection: str, state: ViewState, *, whole: bool = False) -> None:
        """Remember the look of the window, and the view of this collection.

        A view of the whole range is remembered as such: the collection may grow before it is opened again.
        """
        for key in ("language", "theme", "text_percent", "show_arcs", "show_periods", "show_filters"):
            self.put(f"look/{key}", getattr(state, key))
        choice = state.filter
        view: dict[str, Any] = {
            "start": state.start,
            "width": state.width,
            "whole": whole,
            "selected": state.selected,
            "text": choice.text,
            "from": choice.start,
            "to": choice.end,
        }
        for facet in FACETS:
            chosen = getattr(choice, facet)
            view[facet] = None if chosen is None else sorted(chosen)
        self.put("view", json.dumps({"collection": collection, **view}, ensure_ascii=False))

    def look(self, state: ViewState) -> ViewState:
        """The state with the remembered language, theme, text size and switches."""
        language = self.text("look/language", state.language)
        theme = self.text("look/theme", state.theme)
        percent = self.number("look/text_percent", state.text_percent)
        return replace(
            state,
            language=language if language in ("en", "ko") else state.language,
            theme=theme if theme in ("light", "dark") else state.theme,
            text_percent=percent if percent in TEXT_PERCENTS else state.text_percent,
            show_arcs=self.flag("look/show_arcs", default=True),
            show_periods=self.flag("look/show_periods", default=True),
            show_filters=self.flag("look/show_filters", default=True),
        )

    def last_view(self, collection: str, state: ViewState) -> ViewState:
        """The state as it was last seen of this collection, or unchanged if nothing usable is remembered.

        ``state`` shows the whole range of the collection as it is now.
        """
        try:
            view = json.loads(self.text("view", "{}"))
            if not isinstance(view, dict) or view.get("collection") != collection:
                return state
            start, width = float(view["start"]), float(view["width"])
            if not (abs(start) <= FARTHEST_S and NARROWEST_S <= width <= WIDEST_S):  # NaN is neither
                return state
            if view.get("whole") is True:
                start, width = state.start, state.width
            selected = view["selected"]
            return replace(
                state,
                start=start,
                width=width,
                selected=selected if isinstance(selected, str) else None,
                filter=_filter_of(view),
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return state


def _passing_folder() -> Path:
    import atexit  # with the next, wanted by nobody else
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="timeline-app-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def _filter_of(view: Mapping[str, Any]) -> EventFilter:
    sets = {facet: None if view[facet] is None else _texts(view[facet]) for facet in FACETS}
    start, end = (None if view[key] is None else int(view[key]) for key in ("from", "to"))
    return EventFilter(**sets, text=str(view["text"]), start=start, end=end)


def _texts(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return frozenset(map(str, value))
