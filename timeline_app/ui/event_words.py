"""What is said of an event in a tooltip, in a list and to assistive technology."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QObject

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import certainty_in_words, date_in_words
from timeline_app.layout.hits import Hit
from timeline_app.model.records import Period
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore

LINES_MOST = 14


def as_html(lines: Sequence[str]) -> str:
    """Lines of any characters as a tooltip shows them; marked as HTML, or Qt would show one line as it is."""
    return "<qt>" + "<br>".join(escape(line).replace("  ", "&nbsp; ") for line in lines) + "</qt>"


class EventWords(QObject):
    """Speaks of events in the language of the view."""

    def __init__(self, store: ViewStore, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library

    def line(self, row: int) -> str:
        """Date and name in one line."""
        event = self._library.dataset.events[row]
        language = self._store.state.language
        date = date_in_words(self._library.dataset.dates[row], language)
        return f"{date}  {(event.label or event.title).in_language(language)}"

    def dated(self, row: int) -> str:
        """Date and its certainty."""
        date, language = self._library.dataset.dates[row], self._store.state.language
        return f"{date_in_words(date, language)} · {certainty_in_words(date, language)}"

    def announcement(self, row: int) -> str:
        """Name, date, certainty, category, number of sources, and whether the reading is disputed."""
        dataset, language = self._library.dataset, self._store.state.language
        event = dataset.events[row]
        category = dataset.category_of(event).title.in_language(language)
        sources = self.tr("sources: {n}").format(n=len(dataset.sources_of(event)))
        disputed = self.tr("disputed") if dataset.columns.disputed[row] else ""
        parts = (event.title.in_language(language), self.dated(row), category, sources, disputed)
        return ", ".join(part for part in parts if part)

    def tooltip(self, hit: Hit) -> str:
        """What to say of the thing under the pointer, as HTML: names may hold any character."""
        if hit.pill is not None:
            lines = self._members(hit.pill.rows)
        elif hit.period is not None:
            period = hit.period.period
            lines = [self.period_name(period), *self._dates(period)]
        elif hit.cell is not None:
            lines = self.periods(hit.cell.periods)
        else:
            thing = hit.mark or hit.hint
            if thing is None:
                return ""
            title = self._library.dataset.events[thing.row].title
            lines = [title.in_language(self._store.state.language), self.dated(thing.row)]
        return as_html(lines)

    def _members(self, rows: tuple[int, ...]) -> list[str]:
        return self._few([self.line(row) for row in rows[:LINES_MOST]], len(rows))

    def _few(self, lines: list[str], total: int) -> list[str]:
        rest = total - len(lines)
        return [*lines, self.tr("and {n} more").format(n=rest)] if rest > 0 else lines

    # -- periods

    def period_name(self, period: Period) -> str:
        """The name of a period."""
        return period.title.in_language(self._store.state.language)

    def period_dates(self, period: Period) -> str:
        """All its spans."""
        return ", ".join(self._dates(period))

    def periods(self, periods: Sequence[Period]) -> list[str]:
        """Name and dates of each of the first periods in a line, and how many more there are."""
        lines = [f"{self.period_name(one)}  {self.period_dates(one)}" for one in periods[:LINES_MOST]]
        return self._few(lines, len(periods))

    def _dates(self, period: Period) -> list[str]:
        language = self._store.state.language
        return [date_in_words(parse_edtf(span.date), language) for span in period.spans]
