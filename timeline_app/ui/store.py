"""The one holder of the view, with its history; panels hear of a change through one signal."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState

HISTORY_MOST = 200


class ViewStore(QObject):
    """Holds the frozen view of a window and tells who shows it.

    ``changed(new, old)`` is emitted once for each replacement. ``replace(..., remember=True)`` makes
    the old view one to which ``back`` returns. What is taken back is the place (time, filter and
    selection), never the look (language, theme, text size and switches).
    """

    changed = Signal(object, object)
    history_changed = Signal()

    def __init__(self, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._back: list[ViewState] = []
        self._forward: list[ViewState] = []

    @property
    def state(self) -> ViewState:
        """The present view."""
        return self._state

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier view."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether ``back`` can be undone."""
        return bool(self._forward)

    def replace(self, new: ViewState, *, remember: bool = False) -> None:
        """Show another view; with ``remember``, the present one can be gone back to."""
        old = self._state
        if new == old:
            return
        if remember:
            self.remember()
        self._state = new
        self.changed.emit(new, old)

    def remember(self, view: ViewState | None = None) -> None:
        """Make a view (by default the present one) one to which ``back`` returns."""
        view = self._state if view is None else view
        if not self._back or not same_place(self._back[-1], view):
            self._back.append(view)
            del self._back[:-HISTORY_MOST]
        self._forward.clear()
        self.history_changed.emit()

    def back(self) -> None:
        """Return to the view before the last remembered change."""
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        """Undo ``back``."""
        self._travel(self._forward, self._back)

    def forget_history(self) -> None:
        """Start anew, after another collection was opened."""
        self._back.clear()
        self._forward.clear()
        self.history_changed.emit()

    def revise(self, change: Callable[[ViewState], ViewState]) -> None:
        """Change the present view and every remembered one, as when events have vanished."""
        self._back[:] = map(change, self._back)
        self._forward[:] = map(change, self._forward)
        self.replace(change(self._state))

    def _travel(self, source: list[ViewState], target: list[ViewState]) -> None:
        while source and same_place(source[-1], self._state):
            source.pop()
        if source:
            target.append(self._state)
            past, now = source.pop(), self._state
            self.replace(
                replace(now, start=past.start, width=past.width, filter=past.filter, selected=past.selected)
            )
        self.history_changed.emit()


def same_place(one: ViewState, other: ViewState) -> bool:
    """Whether two views show the same, however they look."""
    return (one.start, one.width, one.filter, one.selected) == (
        other.start,
        other.width,
        other.filter,
        other.selected,
    )
