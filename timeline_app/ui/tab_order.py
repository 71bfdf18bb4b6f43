"""Tab goes from part to part of the window as one reads it, whenever the parts were made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def focus_next(parts: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Move the focus to the next or previous stop of all parts; False if there is none."""
    stops = [stop for part in parts for stop in stops_of(part)]
    if not stops:
        return False
    step = 1 if forward else -1
    if current in stops:
        target = stops[(stops.index(current) + step) % len(stops)]
    else:
        target = stops[0 if forward else -1]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(target)
    return True


def stops_of(part: QWidget) -> list[QWidget]:
    """The widgets of a part that Tab can reach, in the order in which they were put into it."""
    chain = [part]
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return [widget for widget in chain if _takes_tab(widget)]


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
