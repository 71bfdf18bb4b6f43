"""Filters with live counts: OR inside a facet, AND across facets."""

import math
import time
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.layout.style import style_for
from timeline_app.model.filter import NO_ACTOR, EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState
from timeline_app.render.overview import LEGEND
from timeline_app.ui import toggles
from timeline_app.ui.controls import CountLine, DrawToggle, FacetRow, Switch
from timeline_app.ui.date_fields import DateFields
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore

ACTORS_AT_ONCE = 8
LEAST_MORE = 2  # fewer need no row that opens them
PACE_S = 0.1  # between two updates of the rows while the view moves
SIGNS = {
    "exact": toggles.exact_toggle,
    "approximate": toggles.approximate_toggle,
    "disputed": toggles.disputed_toggle,
    "undisputed": toggles.undisputed_toggle,
}


class FilterPanel(QFrame):
    """Categories, actors, certainty, dispute and dates; counts are for the visible range."""

    problems_wanted = Signal()

    def __init__(self, store: ViewStore, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._rows: dict[tuple[str, str], FacetRow] = {}
        self._all_actors = False  # whether the rarer ones are shown, too
        self._shown_at = -math.inf  # when the rows were last brought up to date
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.timeout.connect(self._show_values)
        self.setObjectName("filters")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self._scroll)
        self._foot = QPushButton()
        self._foot.setProperty("kind", "quiet")
        self._foot.clicked.connect(self.problems_wanted)
        outer.addWidget(self._foot)
        store.changed.connect(self._show_state)
        library.opened.connect(self.rebuild)
        library.faulted.connect(self.show_problems)

    # -- building

    def rebuild(self) -> None:
        """Make the rows anew, for another collection, language or text size."""
        state = self._store.state
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), None)
        scrolled = self._scroll.verticalScrollBar().value()
        style = style_for(state.theme, state.text_percent)
        dates = self.dates if self._rows else None
        self._rows.clear()
        body = QWidget()
        body.setObjectName("filtersBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(style.px(10), style.px(14), style.px(8), style.px(12))
        column.setSpacing(0)
        self._add_head(column)
        self._add_categories(column)
        self._add_actors(column)
        self._add_signs(column)
        self._add_dates(column)
        self._add_switches(column)
        column.addStretch(1)
        for row in self._rows.values():
            row.dress(style)
        self._arcs.dress(style)
        self._periods.dress(style)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(body)
        self.dates.show_bounds(state.filter.start, state.filter.end)
        if dates is not None:
            self.dates.take_up(dates)
        if old is not None:
            old.deleteLater()
        self.show_problems()
        self._show_values()
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(scrolled)

    def _add_head(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 0, 8)
        self._count = CountLine()
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setProperty("kind", "quiet")
        self.reset.clicked.connect(self.start_over)
        line.addWidget(self._count, 1)
        line.addWidget(self.reset)
        column.addLayout(line)

    def _add_title(self, column: QVBoxLayout, title: str, gloss: str, *, line: bool = True) -> None:
        if line:
            column.addSpacing(10)
            hair = QFrame()
            hair.setProperty("kind", "hairline")
            hair.setFixedHeight(1)
            column.addWidget(hair)
            column.addSpacing(10)
        first, second = (gloss, title) if self._store.state.language == "ko" else (title, gloss)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.RichText)
        palette = style_for(self._store.state.theme).palette
        small = round(12 * self._store.state.text_percent / 100)
        label.setText(
            f'<b>{first}</b> <span style="color:{palette.ink3};font-size:{small}px">{second}</span>'
        )
        label.setContentsMargins(6, 0, 0, 4)
        column.addWidget(label)

    def _add_row(self, column: QVBoxLayout, facet: str, value: str, name: str, draw: DrawToggle) -> None:
        row = FacetRow(draw, bar=facet == "actors")
        row.name(name)
        hint = self.tr("Click: on or off. Ctrl and click, or Enter: this alone.")
        row.setToolTip(f"<b>{escape(name)}</b><br>{hint}")  # the row may be too narrow for the name
        row.clicked.connect(lambda _checked, f=facet, v=value: self._toggle(f, v))
        row.only.connect(lambda f=facet, v=value: self._only(f, v))
        self._rows[facet, value] = row
        column.addWidget(row)

    def _add_categories(self, column: QVBoxLayout) -> None:
        self._add_title(column, "Categories", "분류", line=False)
        language = self._store.state.language
        half: str | None = ""
        names = dict(zip(("dialogue", "security", None), LEGEND[language], strict=True))
        for category in self._library.dataset.categories:
            if category.half != half:
                half = category.half
                caption = QLabel(names[half])
                caption.setProperty("tone", "caption")
                caption.setContentsMargins(6, 5, 0, 1)
                column.addWidget(caption)
            name = category.title.in_language(language)
            self._add_row(column, "categories", category.id, name, toggles.glyph_toggle(category))

    def _actors(self) -> tuple[list[str], list[str]]:
        """The actors that have a row at once, and those that wait for "more".

        The first are the most frequent of those that are neither persons nor parts of others, and the
        parts that are chosen. What is neither all on nor all off waits for nothing.
        """
        whole = self._library.engine.values("actors")
        chosen, known = self._store.state.filter.actors, self._library.dataset.actors
        parts = sorted(actor for actor in chosen or () if actor in known and actor not in whole)
        main = [actor for actor in whole if actor != NO_ACTOR and known[actor].kind != "person"]
        main = main[:ACTORS_AT_ONCE]
        rest = [actor for actor in whole if actor not in main]
        mixed = chosen is not None and 0 < len(chosen & set(rest)) < len(rest)
        if self._all_actors or mixed or len(rest) < LEAST_MORE:
            main, rest = [*main, *rest], []
        return [*main, *parts], rest

    def _add_actors(self, column: QVBoxLayout) -> None:
        actors, waiting = self._actors()
        if not actors and not waiting:
            return
        self._add_title(column, "Actors", "행위자")
        for actor_id in actors:
            if actor_id == NO_ACTOR:
                name = self.tr("No actor named")
            else:
                name = self._library.dataset.actors[actor_id].name.in_language(self._store.state.language)
            self._add_row(column, "actors", actor_id, name, toggles.check_toggle)
        self.more: QPushButton | None = None
        if waiting or self._all_actors:
            text = self.tr("{n} more").format(n=len(waiting)) if waiting else self.tr("Fewer")
            self.more = QPushButton(text)
            self.more.setProperty("kind", "quiet")
            self.more.clicked.connect(self._toggle_more)
            column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _toggle_more(self) -> None:
        self._all_actors = not self._all_actors
        had_focus = self.more is not None and self.more.hasFocus()
        self.rebuild()
        if had_focus and self.more is not None:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_signs(self, column: QVBoxLayout) -> None:
        self._add_title(column, "Certainty of the date", "날짜의 확실성")
        names = {
            "exact": self.tr("Exact date"),
            "approximate": self.tr("Approximate"),
            "disputed": self.tr("Disputed reading"),
            "undisputed": self.tr("Not disputed"),
        }
        for value in ("exact", "approximate"):
            self._add_row(column, "certainty", value, names[value], SIGNS[value])
        self._add_title(column, "Readings", "해석")
        for value in ("disputed", "undisputed"):
            self._add_row(column, "dispute", value, names[value], SIGNS[value])

    def _add_dates(self, column: QVBoxLayout) -> None:
        self._add_title(column, "Dates", "기간")
        self.dates = DateFields(self._store.state.language)
        self.dates.chosen.connect(
            lambda start, end: self._choose(replace(self._store.state.filter, start=start, end=end))
        )
        self.dates.edited.connect(self._show_reset)
        column.addWidget(self.dates)

    def _add_switches(self, column: QVBoxLayout) -> None:
        self._add_title(column, "Show", "표시")
        self._arcs, self._periods = Switch(), Switch()
        self._arcs.setText(self.tr("Relation arcs"))
        self._periods.setText(self.tr("Periods"))
        self._arcs.clicked.connect(lambda on: self._store.replace(replace(self._store.state, show_arcs=on)))
        self._periods.clicked.connect(
            lambda on: self._store.replace(replace(self._store.state, show_periods=on))
        )
        column.addWidget(self._arcs)
        column.addWidget(self._periods)

    def show_problems(self) -> None:
        """The name of the collection and how many faults it has."""
        name = self._library.path.name if self._library.path is not None else self.tr("The chronicle")
        count = len(self._library.problems)
        text = self.tr("{name} · issues: {n}").format(name=name, n=count)
        self._foot.setText(text.replace("&", "&&"))
        self._foot.setEnabled(count > 0)

    # -- choosing

    def start_over(self) -> None:
        """Take back every choice, and what stands in the fields of the dates without being one."""
        self._choose(EventFilter())
        if self._rows:
            self.dates.forget_typed()
            self._show_reset()

    def _choose(self, choice: EventFilter) -> None:
        self._store.replace(self._store.state.with_filter(choice), remember=True)

    def _toggle(self, facet: str, value: str) -> None:
        everything = frozenset(self._library.engine.values(facet))
        chosen = getattr(self._store.state.filter, facet)
        chosen = (everything if chosen is None else chosen) ^ {value}  # on becomes off, off becomes on
        self._choose(self._store.state.filter.choosing(facet, None if chosen == everything else chosen))

    def _only(self, facet: str, value: str) -> None:
        chosen = getattr(self._store.state.filter, facet)
        alone = frozenset({value})
        self._choose(self._store.state.filter.choosing(facet, None if chosen == alone else alone))

    # -- showing

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        if (new.language, new.theme, new.text_percent) != (old.language, old.theme, old.text_percent):
            self.rebuild()
        elif self.isVisible():
            if replace(new, start=old.start, width=old.width) == old:
                self._follow()
            else:
                self._show_values()

    def _follow(self) -> None:
        """The view moves: the sum is always true, the rows are brought up to date from time to time."""
        if not self._rows:
            return
        self._show_count()
        wait_s = self._shown_at + PACE_S - time.monotonic()
        if wait_s <= 0:
            self._show_values()
        elif not self._pace.isActive():
            self._pace.start(math.ceil(wait_s * 1_000))

    def showEvent(self, _event: QShowEvent) -> None:  # QWidget
        self._show_values()

    def _show_values(self) -> None:
        if not self._rows:
            return
        state, engine = self._store.state, self._library.engine
        if any(("actors", actor) not in self._rows for actor in self._actors()[0]):
            self.rebuild()  # an actor without a row was chosen from elsewhere
            return
        self._pace.stop()
        self._shown_at = time.monotonic()
        counts = engine.facets(state.filter, state.start, state.end)
        most = max(counts["actors"].values(), default=0)
        for (facet, value), row in self._rows.items():
            chosen = getattr(state.filter, facet)
            count = counts[facet].get(value)
            if count is None:
                alone = state.filter.choosing(facet, frozenset({value}))
                count = engine.count(alone, state.start, state.end)
            row.setChecked(chosen is None or value in chosen)
            row.show_count(count, count / most if most else 0.0)
        self._show_count()
        self._show_reset()
        self._arcs.setChecked(state.show_arcs)
        self._periods.setChecked(state.show_periods)
        self.dates.show_bounds(state.filter.start, state.filter.end)

    def _show_reset(self) -> None:
        self.reset.setEnabled(bool(self._store.state.filter.parts) or self.dates.holds_more)

    def _show_count(self) -> None:
        state = self._store.state
        in_view = self._library.engine.count(state.filter, state.start, state.end)
        number = self.tr("1 event") if in_view == 1 else self.tr("{n} events").format(n=in_view)
        rest = self.tr("of {total}").format(total=len(self._library.dataset))
        ink3 = style_for(state.theme).palette.ink3
        self._count.say(f'<b>{number}</b> <span style="color:{ink3}">{rest}</span>')
