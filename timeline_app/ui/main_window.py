"""The window: creates the parts, wires the store, nothing else."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from timeline_app.files.opening import Opening
from timeline_app.model.filter import EventFilter
from timeline_app.model.view import ViewState, is_whole, whole_range
from timeline_app.paths import data_folder
from timeline_app.render.fonts import load_all_fonts
from timeline_app.ui.actions import make_actions, name_actions
from timeline_app.ui.body import Body
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.dressing import Dresser
from timeline_app.ui.event_panel import EventPanel
from timeline_app.ui.filter_panel import FilterPanel
from timeline_app.ui.first_view import first_state, fitting
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.overview import Overview
from timeline_app.ui.popups import Popups
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore
from timeline_app.ui.tab_order import focus_next
from timeline_app.ui.toolbar import Toolbar
from timeline_app.ui.watcher import FileWatcher
from timeline_app.ui.window_deeds import WindowDeeds
from timeline_app.ui.window_menu import WindowMenu
from timeline_app.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from timeline_app.ui.banner import Banner
    from timeline_app.ui.empty import EmptyMessage
    from timeline_app.ui.hit_list import HitList
    from timeline_app.ui.more_periods import MorePeriods
    from timeline_app.ui.toast import Toast

RELATION_KEYS = 9
SAVE_DELAY_MS = 2_000
POINTING = frozenset((QEvent.Type.ToolTip, QEvent.Type.MouseButtonPress))


class MainWindow(QMainWindow):
    """One window on one collection."""

    def __init__(self, opening: Opening, settings: Settings, *, timeline_first: bool = False) -> None:
        """With ``timeline_first`` the rows of the filters come by ``rebuild`` after the first frame."""
        super().__init__()
        self.settings = settings
        self.place = WindowPlace(self, settings)
        self.library = Library(data_folder(), opening, self)
        self.store = ViewStore(first_state(opening, settings), self)
        self.navigator = Navigator(self.store, self.library, self)
        self.navigator.reduced_motion = settings.flag("reduced_motion")
        self._dresser = Dresser(self)
        self._dresser.dress(self.store.state)
        if self.store.state.selected is not None:
            load_all_fonts()  # the panel is there from the first frame
        self.store.changed.connect(self._show_look)  # before any part, which then finds its words
        self.library.opened.connect(lambda: self.store.revise(lambda s: fitting(s, self.library.dataset)))
        self.toolbar = Toolbar(self.store, self.library)
        self.filters = FilterPanel(self.store, self.library)
        self.canvas = TimelineCanvas(self.store, self.library, self.navigator)
        self.overview = Overview(self.store, self.library, self.navigator)
        self.panel = EventPanel(self.store, self.library, self.navigator)
        self.popups = Popups(self, self.store, self.library, self.navigator, settings)
        self.watcher = FileWatcher(self)
        self._deeds = WindowDeeds(self)
        self._actions = make_actions(self, self._deeds.by_name())
        self._menu = WindowMenu(self._actions, settings, self.open_path, self)
        self.toolbar.build(self._actions, self._menu)
        self._saving = QTimer(self)
        self._asked_event = opening.event
        self._lay_out()
        if not timeline_first:
            self.filters.rebuild()
        self._wire()
        self._add_relation_keys()
        self.setAcceptDrops(True)
        self._show_hits()
        self._show_collection()

    # -- parts

    @cached_property
    def banner(self) -> "Banner":
        """The message above the timeline, made when there is a fault to tell."""
        from timeline_app.ui.banner import Banner

        banner = Banner()
        banner.reload_requested.connect(self.library.reload)
        self._middle.insertWidget(0, banner)
        return banner

    @cached_property
    def toast(self) -> "Toast":
        """The notice over the foot of the timeline, made for the first one."""
        from timeline_app.ui.toast import Toast

        return Toast(self.canvas, lambda: self.navigator.reduced_motion)

    @cached_property
    def hits(self) -> "HitList":
        """The list below the timeline, made for the first search."""
        from timeline_app.ui.hit_list import HitList

        hits = HitList(self.store, self.library)
        hits.travel.connect(self._deeds.travel_to_hit)
        self._middle.insertWidget(self._middle.indexOf(self.overview), hits)
        hits.refresh()
        return hits

    @cached_property
    def empty(self) -> "EmptyMessage":
        """The message in place of events, made when none matches."""
        from timeline_app.ui.empty import EmptyMessage

        empty = EmptyMessage(self.canvas)
        empty.undo.connect(self._deeds.undo)
        empty.reset_filters.connect(self.filters.start_over)
        return empty

    @cached_property
    def more_periods(self) -> "MorePeriods":
        """What tells of the periods in view, made when the pointer first rests on the timeline."""
        from timeline_app.ui.more_periods import MorePeriods

        return MorePeriods(self.canvas, self.store, self.library)

    def made(self, part: str) -> QWidget | None:
        """One of the widgets above if it has been made."""
        made: QWidget | None = self.__dict__.get(part)
        return made

    def _lay_out(self) -> None:
        middle = QWidget()
        self._middle = _column(middle, self.canvas, self.overview, growing=self.canvas)
        self.body = Body(self.store, self.settings, self.filters, middle, self.panel)
        self.navigator.covered_share = self.body.covered_share
        whole = QWidget()
        _column(whole, self.toolbar, self.body, growing=self.body)
        self.setCentralWidget(whole)

    def _wire(self) -> None:
        self.store.changed.connect(self._show_state)
        self.store.changed.connect(self.panel.show_state)
        self.store.history_changed.connect(self._show_history)
        self.library.opened.connect(self._show_collection)
        self.library.faulted.connect(self._show_faults)
        self.watcher.changed.connect(self.library.reload)
        self.panel.closed.connect(self._deeds.close_panel)
        self.panel.notice.connect(lambda text: self.toast.show_notice(text))
        self.filters.problems_wanted.connect(self._show_problems)
        self.toolbar.search.query_changed.connect(self._deeds.search)
        self.toolbar.search.next_hit.connect(lambda: self.hits.go_next())
        self.toolbar.search.into_list.connect(lambda: self.hits.enter())
        self.toolbar.search.left.connect(self.canvas.setFocus)
        self._menu.motion.setChecked(self.navigator.reduced_motion)
        self._menu.motion.toggled.connect(self._deeds.reduce_motion)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_DELAY_MS)
        self._saving.timeout.connect(self._save)
        self.canvas.installEventFilter(self)
        self._show_history()

    def _add_relation_keys(self) -> None:
        for number in range(1, RELATION_KEYS + 1):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.activated.connect(lambda n=number: self.panel.follow(n))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QMainWindow
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # that no field or list has taken
            self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.canvas.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # QWidget
        focused = QApplication.focusWidget()
        if (
            focused is not None and not focused.isVisible()
        ):  # Qt asks this too when it hides what has the focus
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        banner, hits = self.made("banner"), self.made("hits")
        parts = (self.toolbar, self.filters, banner, self.canvas, hits, self.panel, self.overview)
        return focus_next([part for part in parts if part is not None], focused, forward=forward)

    # -- what is shown

    def _show_look(self, new: ViewState, old: ViewState) -> None:
        if (new.language, new.theme, new.text_percent) == (old.language, old.theme, old.text_percent):
            return
        self._dresser.dress(new)
        if new.language != old.language:
            name_actions(self._actions)
            self._menu.dress()
            self._show_title()

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        if new.filter != old.filter:
            self._show_emptiness()
            self._show_hits()
        if new.selected is None and old.selected is not None:
            self.keep_focus()
        self._saving.start()

    def _show_collection(self) -> None:
        self._watch()
        self._show_faults()
        self._show_emptiness()
        self._show_title()

    def _watch(self) -> None:
        collection = self.library.collection
        folder = collection.path if collection.path.is_dir() else None
        self.watcher.watch(collection.files or (collection.path,), folder)

    def _show_title(self) -> None:
        path = self.library.path
        program = QGuiApplication.applicationDisplayName()  # the desktop adds it to other titles
        self.setWindowTitle(program if path is None else path.name)

    def _show_faults(self) -> None:
        if self.library.problems:
            self._show_problems()
        elif (banner := self.made("banner")) is not None:
            banner.hide()

    def _show_problems(self) -> None:
        library = self.library
        self.banner.show_problems(library.problems, len(library.dataset), is_gone=library.is_gone)

    def _show_emptiness(self) -> None:
        choice = self.store.state.filter
        nothing = self.library.engine.count(choice) == 0
        if nothing or self.made("empty") is not None:
            self.empty.show_for(choice, nothing)
            self.empty.setGeometry(self.canvas.rect())

    def _show_hits(self) -> None:
        if self.store.state.filter.text.strip() and self.made("hits") is None:
            self.hits.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # QObject
        if watched is self.canvas:
            if event.type() == QEvent.Type.Resize:
                self._fit_parts()
            elif event.type() in POINTING and self.more_periods.take(event):
                return True
        return super().eventFilter(watched, event)

    def _fit_parts(self) -> None:
        """What lies over the timeline or takes room from it has the size that this leaves."""
        if self.made("empty") is not None:
            self.empty.setGeometry(self.canvas.rect())
        if self.made("hits") is not None:
            self.hits.fit_height()

    def _show_history(self) -> None:
        self._actions["back"].setEnabled(self.store.can_go_back)
        self._actions["forward"].setEnabled(self.store.can_go_forward)

    def keep_focus(self) -> None:
        """What had the keys may be hidden now; then the timeline has them."""
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible():
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- collections

    def open_path(self, path: Path | None) -> None:
        """Open a collection, or the chronicle for ``None``, and show all of it."""
        self.navigator.stop()
        self.filters.start_over()
        self.library.open(path)
        if path is not None and path.exists():
            self.settings.add_recent(str(path.absolute()))
        state = self.store.state
        start, end = whole_range(self.library.dataset.extent)
        self.store.replace(state.select(None).with_filter(EventFilter()).showing(start, end))
        self.store.forget_history()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # QWidget
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # QWidget
        _accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # QWidget
        for url in event.mimeData().urls():
            if url.isLocalFile():
                _accept_copy(event)
                self.open_path(Path(url.toLocalFile()))
                return

    def _save(self) -> None:
        state = self.body.kept_state()
        whole = is_whole(self.library.dataset.extent, state)
        self.settings.save_view(self.library.key, state, whole=whole)

    def showEvent(self, event: QShowEvent) -> None:  # QWidget
        super().showEvent(event)
        if self._asked_event is not None:  # only now is it known what the panel covers
            asked, self._asked_event = self._asked_event, None
            self.navigator.select(asked, remember=False)

    def moveEvent(self, event: QMoveEvent) -> None:  # QWidget
        super().moveEvent(event)
        self.place.note(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        super().resizeEvent(event)
        self.place.note(event)

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        super().changeEvent(event)
        self.place.note(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # QWidget
        self.navigator.stop()
        self._saving.stop()
        self.place.save()
        self._save()
        super().closeEvent(event)


def _accept_copy(event: QDropEvent) -> None:
    """Take what is dragged without asking its owner to remove it, as a move would."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _column(parent: QWidget, *parts: QWidget, growing: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is growing else 0)
    return column
