"""The event panel: one event in a column that scrolls, with keys to copy, open and follow what stands in it.

Its sections are imported when the first event is shown: a window that opens without one starts sooner.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from timeline_app.layout.style import style_for
from timeline_app.model.dataset import Link
from timeline_app.model.links import evidence
from timeline_app.model.records import Event, Excerpt, Source
from timeline_app.model.view import ViewState
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.panel_desk import Desk
from timeline_app.ui.panel_neighbours import neighbour, next_disputed
from timeline_app.ui.scrolling import scroll_by_key
from timeline_app.ui.store import ViewStore

if TYPE_CHECKING:
    from timeline_app.ui.panel_body import PanelBody
    from timeline_app.ui.panel_context import Deeds
    from timeline_app.ui.panel_head import PanelBar
    from timeline_app.ui.panel_look import Look
    from timeline_app.ui.panel_readings import ReadingsSection
    from timeline_app.ui.panel_sources import ExcerptRow, SourcesSection

WIDTH_PX = 384
WIDTH_LEAST_PX = 300
BROUGHT_MARGIN_PX = 60
SETTLING_MS = 250  # in which a panel just built finds its heights
WIDTH_MOST_PX = 600  # however large the text
Passage = tuple[Source, Excerpt]


class EventPanel(QFrame):
    """Shows the selected event; the window connects ``show_state`` and decides about the width."""

    closed = Signal()
    notice = Signal(str)  # what was done, in a sentence

    def __init__(
        self, store: ViewStore, library: Library, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._store, self._library, self._navigator = store, library, navigator
        self._desk = Desk(store, library, self)
        self._desk.said.connect(self.notice)
        self._key: tuple[object, ...] | None = None
        self._links: list[Link] = []
        self._passage: Passage | None = None
        self._marked: ExcerptRow | None = None
        self._brought: QWidget | None = None  # into view
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._clocks_open = False
        self._wanted: Callable[[], None] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._do_later)
        self._bar: PanelBar | None = None
        self._body: PanelBody | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width to lay out
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._top = QVBoxLayout()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self._top)
        down.addWidget(self._scroll, 1)
        library.opened.connect(self.refresh)
        self.show_state(store.state, store.state)

    @property
    def readings(self) -> "ReadingsSection | None":
        """The readings of the event, if it has any."""
        return self._body.readings if self._body is not None else None

    @property
    def sources(self) -> "SourcesSection | None":
        """The sources of the event, once they are built."""
        return self._body.sources if self._body is not None else None

    def sizeHint(self) -> QSize:  # QWidget
        wide = WIDTH_PX * self._store.state.text_percent / 100
        return QSize(round(min(max(wide, WIDTH_PX), WIDTH_MOST_PX)), 600)

    def _least_width(self) -> int:
        return round(min(WIDTH_LEAST_PX * self._store.state.text_percent / 100, WIDTH_PX))

    def _show_bar(self, least: int, most: int) -> None:
        self._scroll.verticalScrollBar().setEnabled(most > least)
        if self._brought is not None and self._settling.isActive():
            self._scroll.ensureWidgetVisible(self._brought, 0, BROUGHT_MARGIN_PX)

    # -- what is shown

    def show_state(self, new: ViewState, old: ViewState) -> None:
        """Follow the view: rebuilt only when the event or the way it is shown has changed."""
        key = (new.selected, new.language, new.theme, new.text_percent, id(self._library.dataset))
        if key != self._key:
            self._key = key
            self._rebuild()
        elif new.filter != old.filter:
            self._mark_neighbours()

    def refresh(self) -> None:
        """Show everything anew, after a collection was opened or the language changed."""
        self._key = None
        self.show_state(self._store.state, self._store.state)

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        ends = event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
        if ends and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)  # the window's: to the first or last event, as everywhere
        elif not scroll_by_key(self._scroll.verticalScrollBar(), event.key()):
            super().keyPressEvent(event)

    def current_event(self) -> str | None:
        """The id of the event shown."""
        selected = self._store.state.selected
        return selected if self._library.dataset.has(selected) else None

    def _event(self) -> Event | None:
        event_id = self.current_event()
        return self._library.dataset.event(event_id) if event_id is not None else None

    def _look(self) -> "Look":
        from timeline_app.ui.panel_look import Look

        state = self._store.state
        return Look(style_for(state.theme, state.text_percent), state.language, self.devicePixelRatioF())

    def _rebuild(self) -> None:
        focused = QGuiApplication.focusObject()
        self.setMinimumWidth(self._least_width())
        had_focus = isinstance(focused, QWidget) and self.isAncestorOf(focused)
        event = self._event()
        self._passage, self._marked, self._brought, self._links = None, None, None, []
        self._bar = self._body = None
        self._clear()
        if event is None:
            self._scroll.setWidget(self._empty_body())
            return
        from timeline_app.ui.panel_body import PanelBody
        from timeline_app.ui.panel_context import Shown
        from timeline_app.ui.panel_head import PanelBar

        shown = Shown(self._look(), self._library.dataset, event, self._deeds())
        self._bar = PanelBar(shown, lambda: self._step(-1), lambda: self._step(1), self.closed.emit)
        margin = shown.look.px(20)
        self._bar.setContentsMargins(margin, shown.look.px(14), shown.look.px(14), shown.look.px(6))
        self._top.addWidget(self._bar)
        self._mark_neighbours()
        self._links = shown.dataset.links(event)
        body = PanelBody(shown, self._links, clocks_open=self._clocks_open, on_clocks=self._remember_clocks)
        self._body = body
        self._scroll.setWidget(body.widget)
        self._scroll.verticalScrollBar().setValue(0)
        if body.is_long:
            self._later.start()
        else:
            body.finish()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        """Let the old widgets go after the signal that may have come from one of them."""
        body = self._scroll.takeWidget()
        old = [body] if body is not None else []
        while (item := self._top.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                old.append(widget)
        for widget in old:
            widget.hide()
            widget.deleteLater()

    def _empty_body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("panelBody")
        down = QVBoxLayout(body)
        down.setContentsMargins(20, 20, 20, 20)
        hint = QLabel(self.tr("Click an event to read what its sources say."))
        hint.setWordWrap(True)
        hint.setProperty("tone", "ink3")
        down.addWidget(hint)
        down.addStretch(1)
        return body

    def _do_later(self) -> None:
        self._finish()
        if self._wanted is not None:
            QTimer.singleShot(0, self._do_wanted)  # Qt shows and places what is new in between

    def _do_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self._body is not None:
            self._body.settle()
            wanted()

    def _finish(self) -> None:
        """Build what lies below the first screen, if that has not been done yet."""
        if self._body is not None:
            self._body.finish()

    def _remember_clocks(self, is_open: bool) -> None:
        self._clocks_open = is_open

    # -- neighbours

    def _neighbour(self, step: int) -> str | None:
        return neighbour(self._library, self._store.state.filter, self.current_event(), step)

    def _mark_neighbours(self) -> None:
        if self._bar is not None:
            self._bar.previous.setEnabled(self._neighbour(-1) is not None)
            self._bar.next.setEnabled(self._neighbour(1) is not None)

    def _step(self, step: int) -> None:
        target = self._neighbour(step)
        if target is not None:
            self._navigator.select(target)

    # -- deeds

    def _deeds(self) -> "Deeds":
        from timeline_app.ui.panel_context import Deeds

        return Deeds(
            select=self._navigator.select,
            cite=self._desk.cite,
            quote=self._desk.quote,
            open=self._desk.open,
            reveal=self.reveal,
            point_at=self._point_at,
        )

    def _point_at(self, reference: str) -> None:
        self._passage = self._library.dataset.excerpt(reference)
        self._mark(None)

    def _mark(self, row: "ExcerptRow | None") -> None:
        """Let one excerpt stand out, or none."""
        for other in (self._marked, row):
            if other is not None:
                other.set_marked(other is row)
        self._marked = row

    def _current_passage(self, *, quoted: bool = False) -> Passage | None:
        """The passage that has or last had the focus, else the first (with words, if ``quoted``)."""
        event = self._event()
        if self._passage is not None or event is None:
            return self._passage
        passages = [(source, x) for source, found in evidence(self._library.dataset, event) for x in found]
        with_words = [passage for passage in passages if passage[1].texts]
        return next(iter(with_words if quoted and with_words else passages), None)

    def copy_quotation(self) -> None:
        """Copy the words of the current passage with their whole reference."""
        passage = self._current_passage(quoted=True)
        if passage is not None:
            self._desk.quote(*passage)

    def copy_citation(self) -> None:
        """Copy the citation of the current source."""
        passage = self._current_passage()
        if passage is not None:
            self._desk.cite(passage[0], passage[1] if passage == self._passage else None)

    def open_source(self) -> None:
        """Open the current source in the browser, at the passage."""
        passage = self._current_passage()
        if passage is not None:
            self._desk.open(*passage)

    def follow(self, number: int) -> None:
        """Go to a related event by its number, from 1."""
        if 1 <= number <= len(self._links):
            self._navigator.select(self._links[number - 1].event.id)

    def show_excerpt(self, reference: str) -> None:
        """Bring the excerpt of a ``source#excerpt`` reference into view, once the panel is laid out.

        It is marked; the keys stay with what has them, such as the field of the search.
        """
        self._wanted = lambda: self._show_marked(reference)
        self._later.start()

    def _show_marked(self, reference: str) -> None:
        row = self._bring(reference)
        if row is not None:
            self._mark(row)

    def reveal(self, reference: str) -> None:
        """Bring an excerpt into view and give it the keys."""
        row = self._bring(reference)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, reference: str) -> "ExcerptRow | None":
        self._finish()
        row = self.sources.rows.get(reference) if self.sources is not None else None
        if row is not None:
            self._point_at(reference)
            self._scroll_to(row)
        return row

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring a widget into view, again when what was just built has found its place."""
        self._brought = widget
        self._settling.start()
        self._scroll.ensureWidgetVisible(widget, 0, BROUGHT_MARGIN_PX)

    def jump_to_dispute(self) -> None:
        """Go to the readings of the event, or to another event that is read differently.

        That is the next one; without a selection, the one nearest to the middle of the view.
        """
        if self.readings is None:
            target = self._next_disputed()
            if target is None:
                self.notice.emit(self.tr("No event in this selection has disputed readings"))
                return
            self._navigator.select(target)
        self._wanted = self._show_readings
        self._later.start()

    def _show_readings(self) -> None:
        if self.readings is not None and self.readings.cells:
            self._scroll_to(self.readings)
            self.readings.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_disputed(self) -> str | None:
        view = self._navigator.target
        choice = self._store.state.filter
        return next_disputed(self._library, choice, self.current_event(), view.start + view.width / 2)
