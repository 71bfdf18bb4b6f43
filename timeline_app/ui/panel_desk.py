"""What one does with a source: copy its citation, copy its words with the reference, open it."""

from html import escape

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from timeline_app.model.citation import citation, own_title, quotation
from timeline_app.model.frozen import replace
from timeline_app.model.records import Excerpt, Source
from timeline_app.ui import web
from timeline_app.ui.library import Library
from timeline_app.ui.locator_words import locator_words
from timeline_app.ui.panel_context import person_name
from timeline_app.ui.store import ViewStore


class Desk(QObject):
    """Clipboard and browser, in the language of the window."""

    said = Signal(str)  # what was done

    def __init__(self, store: ViewStore, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._library = store, library

    def quote(self, source: Source, excerpt: Excerpt) -> None:
        """Copy the words of an excerpt, original and translations, each with the whole reference."""
        language, issuer = self._store.state.language, self._issuer(source)
        texts = excerpt.texts or (None,)
        worded = self._worded(excerpt)
        lines = [quotation(source, worded, text, language, issuer=issuer) for text in texts]
        self._copy("\n".join(lines), source)
        self.said.emit(self.tr("Quotation copied") if excerpt.texts else self.tr("Summary copied"))

    def cite(self, source: Source, excerpt: Excerpt | None) -> None:
        """Copy the citation of a source, or of one passage of it."""
        checked = [text.verified.on for found in source.excerpts for text in found.texts if text.verified.on]
        language, issuer = self._store.state.language, self._issuer(source)
        passage = None if excerpt is None else self._worded(excerpt)
        self._copy(citation(source, passage, language, max(checked, default=None), issuer=issuer), source)
        self.said.emit(self.tr("Citation copied"))

    def open(self, source: Source, excerpt: Excerpt | None) -> None:
        """Open a source in the browser, at the passage."""
        if not web.open_source(source, excerpt):
            self.said.emit(self.tr("This source has no address that a browser can open"))

    def _issuer(self, source: Source) -> str | None:
        actor = self._library.dataset.actors.get(source.issuer or "")
        return actor.name.in_language(self._store.state.language) if actor else None

    def _worded(self, excerpt: Excerpt) -> Excerpt:
        """The excerpt as the panel words it: its speaker and its place in the language of the window."""
        language = self._store.state.language
        speaker = excerpt.speaker and person_name(self._library.dataset, excerpt.speaker, language)
        return replace(excerpt, speaker=speaker, locator=locator_words(excerpt.locator, language) or None)

    def _copy(self, text: str, source: Source) -> None:
        """As plain text, and with the title in italics for those who paste formatted text."""
        title = escape(own_title(source))
        data = QMimeData()
        data.setText(text)
        data.setHtml(escape(text).replace(title, f"<i>{title}</i>").replace("\n", "<br>"))
        QGuiApplication.clipboard().setMimeData(data)
