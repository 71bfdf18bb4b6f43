"""What stands below the toolbar: filters, timeline and panel, side by side or laid over it."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from timeline_app.layout.style import style_for
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore

FILTERS_FROM_PX = 1280  # a narrower window closes the filters
PANEL_FROM_PX = 1080  # a narrower one lays the panel over the timeline
MIDDLE_LEAST_PX = 480  # of the timeline beside filters that are opened in a narrow window
HANDLE_PX = 1
SHOWN_LEAST_PX = 100  # of the timeline under what lies over it


class Side(NamedTuple):
    """What stands on a side of the timeline, with its least, usual and most width in px."""

    name: str
    widget: QWidget
    least: int
    usual: int
    most: int
    grows: bool  # beyond its most with the text


class Body(QWidget):
    """Decides what has room beside the timeline; both widths can be dragged and are remembered."""

    def __init__(
        self, store: ViewStore, settings: Settings, filters: QWidget, middle: QWidget, panel: QWidget
    ) -> None:
        super().__init__()
        self._store = store
        self._settings = settings
        self._filters = Side("filters", filters, 200, 228, 360, True)
        self._panel = Side("panel", panel, 320, 384, 600, False)
        self._middle = middle
        self._narrow = False
        self._closed_by_width = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(HANDLE_PX)
        self._splitter.setChildrenCollapsible(False)
        for widget in (filters, middle, panel):
            self._splitter.addWidget(widget)
        self._splitter.splitterMoved.connect(self._remember_widths)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._splitter)
        store.changed.connect(self._show_state)

    @property
    def has_filters_over_timeline(self) -> bool:
        """Whether the filters are open and lie over the timeline."""
        return self._filters.widget.isVisible() and not self._is_beside(self._filters)

    def covered_share(self) -> float:
        """Which part of the timeline the panel of a selected event lies over."""
        style = style_for(self._store.state.theme, self._store.state.text_percent)
        if self._is_beside(self._panel):
            return 0.0
        return min(self._width(self._panel, style.text) / max(self.width() - style.gutter, 1), 0.9)

    def kept_state(self) -> ViewState:
        """The state to remember: filters that only a narrow window closed count as open."""
        state = self._store.state
        return replace(state, show_filters=state.show_filters or self._closed_by_width)

    # -- arranging

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        if new.show_filters != old.show_filters:
            self._closed_by_width = False
        if (new.show_filters, new.selected is None, new.text_percent) != (
            old.show_filters,
            old.selected is None,
            old.text_percent,
        ):
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # QWidget
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show the parts that the view wants, where there is room for them."""
        if not self.isVisible():
            return  # its width means nothing yet
        style = style_for(self._store.state.theme, self._store.state.text_percent)
        filters_w, panel_w = self._width(self._filters, style.text), self._width(self._panel, style.text)
        growth = style.gutter - round(style.gutter / style.text)  # with the text
        panel_from = PANEL_FROM_PX + growth + panel_w - self._panel.usual
        self._follow_width(FILTERS_FROM_PX - PANEL_FROM_PX + panel_from + filters_w - self._filters.usual)
        state = self._store.state
        has_panel = state.selected is not None
        panel_beside = self.width() >= panel_from
        rest = self.width() - filters_w - (panel_w if has_panel and panel_beside else 0)
        self._lay(self._filters, 0, beside=rest >= MIDDLE_LEAST_PX + growth)
        self._lay(self._panel, self._splitter.count(), beside=panel_beside)
        self._filters.widget.setVisible(state.show_filters)
        self._panel.widget.setVisible(has_panel)
        self._place(filters_w, panel_w)

    def _follow_width(self, filters_from: int) -> None:
        """Close the filters when the window becomes narrow, open them when there is room again."""
        narrow = self.width() < filters_from
        if narrow == self._narrow:
            return
        self._narrow = narrow
        state = self._store.state
        if narrow and state.show_filters:
            self._store.replace(replace(state, show_filters=False))
            self._closed_by_width = True
        elif not narrow and self._closed_by_width:
            self._store.replace(replace(state, show_filters=True))

    def _lay(self, side: Side, index: int, *, beside: bool) -> None:
        if beside and not self._is_beside(side):
            self._splitter.insertWidget(index, side.widget)
        elif not beside and self._is_beside(side):
            side.widget.setParent(self)

    def _place(self, filters_w: int, panel_w: int) -> None:
        for side, width, x in ((self._filters, filters_w, 0), (self._panel, panel_w, self.width() - panel_w)):
            if not self._is_beside(side):
                side.widget.setGeometry(x, 0, width, self.height())
                side.widget.raise_()
        sides = {self._filters.widget: filters_w, self._panel.widget: panel_w}
        standing = [width + HANDLE_PX for widget, width in sides.items() if self._stands(widget)]
        middle_w = max(self.width() - sum(standing), 1)
        order = (self._filters.widget, self._middle, self._panel.widget)
        self._splitter.setSizes(
            [sides.get(widget, middle_w) for widget in order if self._splitter.indexOf(widget) >= 0]
        )

    def _stands(self, widget: QWidget) -> bool:
        return self._splitter.indexOf(widget) >= 0 and not widget.isHidden()

    def _is_beside(self, side: Side) -> bool:
        return self._splitter.indexOf(side.widget) >= 0

    # -- widths

    def _width(self, side: Side, text: float) -> int:
        room = max(self.width() - SHOWN_LEAST_PX, side.least)
        most = min(max(side.most, round(side.usual * text)) if side.grows else side.most, room)
        width = self._settings.number(f"widths/{side.name}", side.usual)
        side.widget.setMinimumWidth(min(round(side.least * text), most))
        side.widget.setMaximumWidth(most)
        return min(max(round(width * text), side.least), most)

    def _remember_widths(self) -> None:
        text = self._store.state.text_percent / 100
        for side in (self._filters, self._panel):
            if self._stands(side.widget):
                self._settings.put(f"widths/{side.name}", round(side.widget.width() / text))
