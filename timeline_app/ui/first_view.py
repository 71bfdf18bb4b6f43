"""The view a window opens with, and what of a view still holds for a collection that was read anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.files.opening import Opening
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import NO_ACTOR
from timeline_app.model.frozen import replace
from timeline_app.model.view import YEAR_S, ViewState, whole_range
from timeline_app.ui.settings import Settings


def first_state(opening: Opening, settings: Settings) -> ViewState:
    """What was asked for, else where one left off, else everything."""
    start, end = whole_range(opening.dataset.extent)
    state = settings.look(ViewState(start, end - start))
    asked = opening.start is not None or opening.end is not None or opening.event or opening.choice.parts
    if not asked:
        key = "" if opening.path is None else str(opening.path.absolute())
        state = fitting(settings.last_view(key, state), opening.dataset)
    if opening.start is not None or opening.end is not None:
        low, high = opening.dataset.extent
        first: float | None = opening.start
        last: float | None = opening.end
        if first is None:
            first = low if last is None or last > low else last - YEAR_S
        if last is None:
            last = high if first < high else first + YEAR_S
        state = state.showing(first, last)
    if opening.choice.parts:
        state = state.with_filter(opening.choice)
    if opening.event is not None:
        state = state.select(opening.event)
        anchor = opening.dataset.times[opening.dataset.index_of(opening.event)].anchor
        state = state.reveal(anchor, anchor)
    if opening.language is not None:
        state = replace(state, language=opening.language)
    return state


def fitting(state: ViewState, dataset: Dataset) -> ViewState:
    """The view without what a collection does not have: its event, categories and actors."""
    if not dataset.has(state.selected):
        state = state.select(None)
    known = {
        "categories": {category.id for category in dataset.categories},
        "actors": {*dataset.actors, NO_ACTOR},
    }
    for facet, ids in known.items():
        chosen = getattr(state.filter, facet)
        if chosen and not chosen <= ids:
            state = state.with_filter(state.filter.choosing(facet, (chosen & ids) or None))
    return state


def system_theme() -> str:
    """The theme of the desktop, light if it does not tell."""
    scheme = QApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
