"""The documents behind an event: each with its excerpts, who speaks and how the words reached us."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import date_in_words
from timeline_app.model.citation import attribution, is_translation, own_title
from timeline_app.model.links import evidence
from timeline_app.model.records import Excerpt, ExcerptText, Source, Verified
from timeline_app.render.fonts import font
from timeline_app.ui.panel_context import Shown
from timeline_app.ui.panel_look import Look
from timeline_app.ui.panel_parts import head, icon_line, link_button, tool_button
from timeline_app.ui.panel_text import FocusableWords, Words
from timeline_app.ui.panel_words import (
    all_checked_words,
    checked_words,
    heading,
    language_name,
    path_words,
    source_kind,
    speaker_words,
)

NARROW_LOCATOR = 7  # characters; a longer one stands above its summary
SHORT_LOCATOR = 4
TEXT_BESIDE = 1.1  # text size up to which the buttons of a document stand in one line


class SourcesSection(QWidget):
    """One block per document, in the order in which the event cites them."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.rows: dict[str, ExcerptRow] = {}
        self.documents = evidence(shown.dataset, shown.event)
        look = shown.look
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(look.px(14))
        count = sum(len(excerpts) for _, excerpts in self.documents)
        number = self.tr("1 excerpt") if count == 1 else self.tr("{n} excerpts").format(n=count)
        down.addWidget(head(look, *heading(look, "Sources"), number))
        for source, excerpts in self.documents:
            block = DocumentBlock(shown, source, excerpts)
            self.rows.update(block.rows)
            down.addWidget(block)
        note = self.tr("Summaries are ours. Words in quotation marks are the publisher’s.")
        down.addWidget(Words(look, look.span(note, 11, "ink3")))


def _letters(text: str) -> int:
    """How many narrow letters take as much room; a syllable of Hangul takes that of two."""
    return sum(1 if letter < "\u1100" else 2 for letter in text)


class DocumentBlock(QWidget):
    """A document: title as published, publisher, date, kind; then its excerpts."""

    def __init__(self, shown: Shown, source: Source, excerpts: list[Excerpt]) -> None:
        super().__init__()
        self.rows: dict[str, ExcerptRow] = {}
        self._shown, self._source = shown, source
        look = shown.look
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(look.px(2))
        title = look.paragraph(look.span(own_title(source), 14, "ink", 600, serif=True), 18)
        down.addWidget(icon_line(look, "file-text", title))
        inner = QVBoxLayout()
        inner.setContentsMargins(look.px(22), 0, 0, 0)
        inner.setSpacing(look.px(2))
        down.addLayout(inner)
        inner.addWidget(Words(look, look.span(self._meta(), 12, "ink3"), selectable=True))
        inner.addWidget(self._buttons())
        common = _Common.of(excerpts)
        shared = common.words(look)
        if shared:
            inner.addWidget(Words(look, look.span(shared, 11, "ink3")))
        wide = any(_letters(shown.locator(x)) > NARROW_LOCATOR for x in excerpts)
        for excerpt in excerpts:
            row = ExcerptRow(shown, source, excerpt, common, wide=wide)
            self.rows[f"{source.id}#{excerpt.id}"] = row
            down.addWidget(row)

    def _meta(self) -> str:
        """Publisher, date, symbol, kind, and whether this is the text itself."""
        source, look = self._source, self._shown.look
        primary = self.tr("the text itself") if source.primary else ""
        kind = source_kind(source.kind) if source.kind else ""
        issuer = self._shown.actor(source.issuer) if source.issuer and not source.publisher else ""
        parts = (
            attribution(source, look.language) or issuer,
            date_in_words(parse_edtf(source.date), look.language) if source.date else self.tr("no date"),
            source.symbol or "",
            ", ".join(part for part in (kind, primary) if part),
        )
        return " · ".join(part for part in parts if part)

    def _buttons(self) -> QWidget:
        shown, source, look = self._shown, self._source, self._shown.look
        row = QWidget()
        # large letters leave no room for three buttons side by side
        down = QBoxLayout.Direction.TopToBottom
        direction = down if look.style.text > TEXT_BESIDE else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(direction, row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.px(10) if direction != down else 0)
        cite = link_button(look, self.tr("Cite"), lambda: shown.deeds.cite(source, None))
        cite.setAccessibleName(self.tr("Copy the citation of {title}").format(title=own_title(source)))
        across.addWidget(cite)
        if source.url or source.archived:
            opens = link_button(
                look, self.tr("Open source"), lambda: shown.deeds.open(source, None), picture="external-link"
            )
            opens.setAccessibleName(self.tr("Open {title} in the browser").format(title=own_title(source)))
            across.addWidget(opens)
        access = source.access.in_language(look.language) if source.access else ""
        if access:
            across.addWidget(self._access_button(access))
        across.addStretch(1)
        return row

    def _access_button(self, access: str) -> QWidget:
        look = self._shown.look
        content = look.paragraph(look.span(access, 11, "ink2"), 15)
        note = Words(look, content, selectable=True, indent=look.px(22))
        note.hide()
        button = link_button(look, self.tr("About this copy"), lambda: note.setVisible(note.isHidden()))
        button.setProperty("kind", "quiet")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(note)
        return button


class _Common:
    """What all excerpts of a document share, said once above them."""

    def __init__(self, path: str | None, verified: Verified | None) -> None:
        self.path = path
        self.verified = verified

    @classmethod
    def of(cls, excerpts: list[Excerpt]) -> "_Common":
        if len(excerpts) < 2:
            return cls(None, None)
        paths = {excerpt.path for excerpt in excerpts}
        checks = {text.verified for excerpt in excerpts for text in excerpt.texts}
        quoted = sum(1 for excerpt in excerpts if excerpt.texts)
        verified = checks.pop() if len(checks) == 1 and quoted > 1 else None
        if verified is not None and verified.how == "unverified":
            verified = None  # a doubt stands beside every word that it concerns
        return cls(paths.pop() if len(paths) == 1 else None, verified)

    def words(self, look: Look) -> str:
        """How all the words reached us and how they were checked; empty if nothing is shared."""
        parts = [path_words(self.path)] if self.path else []
        if self.verified is not None:
            parts.append(all_checked_words(look, self.verified))
        return " · ".join(parts)


class ExcerptRow(FocusableWords):
    """A passage: where it stands, our summary, the words quoted, who spoke, how they reached us."""

    def __init__(
        self, shown: Shown, source: Source, excerpt: Excerpt, common: _Common, *, wide: bool
    ) -> None:
        self._shown, self.source, self.excerpt = shown, source, excerpt
        self._copy: QToolButton | None = None
        look = shown.look
        place = shown.locator(excerpt)
        margin = look.px(22 if wide else 48 if _letters(place) > SHORT_LOCATOR else 36)
        super().__init__(look, "", indent=margin, right=look.px(22), pad=look.px(5))
        lines = [look.paragraph(look.span(place, 11, "ink3"), 15)] if wide and place else []
        if excerpt.summary:
            lines.append(look.paragraph(look.span(excerpt.summary.in_language(look.language))))
        for text in excerpt.texts:
            lines.append(self._quoted(text))
            if text.verified != common.verified:
                lines.append(self._checked(text))
        manner = self._manner(common)
        if manner:
            lines.append(look.paragraph(look.span(manner, 11, "ink3"), 15, above=2))
        self.fill("".join(lines))
        self._place = "" if wide else place
        self._place_font = font(11 * look.style.text, tabular=True)
        self.setAccessibleDescription(self.tr("Enter copies the quotation with its reference"))

    def paint_ground(self, painter: QPainter) -> None:
        """The place of the passage, in a column of its own."""
        super().paint_ground(painter)
        if self._place:
            painter.setFont(self._place_font)
            painter.setPen(QColor(self.look.tone("ink3")))
            painter.drawText(self.look.px(4), self._pad + self.look.px(14), self._place)

    def _quoted(self, text: ExcerptText) -> str:
        look = self._shown.look
        notes = []
        if text.language not in (self.source.language, look.language) or len(self.excerpt.texts) > 1:
            notes.append(language_name(text.language))
        if text.translator:
            notes.append(self.tr("translated by {translator}").format(translator=text.translator))
        elif is_translation(self.source, self.excerpt, text):
            notes.append(self.tr("translation"))
        elif len(self.excerpt.texts) > 1:
            notes.append(self.tr("original"))
        note = "&nbsp; " + look.span(", ".join(notes), 11, "ink3") if notes else ""
        return look.paragraph(look.quoted(text.exact) + note, 20, above=2)

    def _manner(self, common: _Common) -> str:
        """Who spoke, in what office, to whom, through which channel, and how the words reached us."""
        excerpt, language = self.excerpt, self._shown.look.language
        office = excerpt.office.in_language(language) if excerpt.office else ""
        channel = excerpt.channel.in_language(language) if excerpt.channel else ""
        name = self._shown.person(excerpt.speaker) if excerpt.speaker else ""
        if excerpt.office and excerpt.office.en == excerpt.speaker:
            name = office  # the record may have it in more languages than the speaker
        speaker = speaker_words(name, office)
        addressee = self._shown.person(excerpt.addressee) if excerpt.addressee else ""
        parts = [
            self.tr("speaks: {speaker}").format(speaker=speaker) if speaker else "",
            self.tr("to {addressee}").format(addressee=addressee) if addressee else "",
            channel,
            path_words(excerpt.path) if excerpt.path and excerpt.path != common.path else "",
        ]
        return " · ".join(part for part in parts if part)

    def _checked(self, text: ExcerptText) -> str:
        look, words = self._shown.look, checked_words(self._shown.look, text.verified)
        if text.verified.how == "unverified":
            line = look.inline_icon("alert-triangle", "warning") + look.span(f" {words}", 11, "warning", 600)
        else:
            line = look.inline_icon("check", "ink3") + look.span(f" {words}", 11, "ink3")
        return look.paragraph(line, 15, above=2)

    # -- copying

    def enter(self) -> None:
        """Copy the quotation with its whole reference."""
        self._shown.deeds.quote(self.source, self.excerpt)

    def focused(self) -> None:
        """The keys for quotations and sources now mean this passage."""
        self._shown.deeds.point_at(f"{self.source.id}#{self.excerpt.id}")
        self._show_copy(True)

    def enterEvent(self, event: QEnterEvent) -> None:  # QWidget
        super().enterEvent(event)
        self._show_copy(True)

    def leaveEvent(self, event: QEvent) -> None:  # QWidget
        self._show_copy(self.hasFocus())
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # QWidget
        self._show_copy(self.underMouse())
        super().focusOutEvent(event)

    def copy_button(self) -> QToolButton:
        """The button that copies the quotation; it appears under the pointer and with the focus."""
        if self._copy is None:
            text = self.tr("Copy the quotation with its reference")
            self._copy = tool_button(self._shown.look, "copy", text, self.enter, size=14)
            self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the row does the same
            self._copy.setParent(self)
            self._copy.raise_()
            self._place_copy()
        return self._copy

    def _show_copy(self, shown: bool) -> None:
        self.copy_button().setVisible(shown)

    def _place_copy(self) -> None:
        if self._copy is not None:
            self._copy.adjustSize()
            self._copy.move(self.width() - self._copy.width() - 2, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:  # QWidget
        self._place_copy()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QWidget
        if event.matches(QKeySequence.StandardKey.Copy):
            self.enter()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # QWidget
        menu = QMenu(self)
        if selected := self.selected():
            menu.addAction(self.tr("Copy selected words")).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(selected)
            )
        deeds = self._shown.deeds
        for text, act in (
            (self.tr("Copy quotation"), self.enter),
            (self.tr("Copy citation"), lambda: deeds.cite(self.source, self.excerpt)),
            (self.tr("Open source at this passage"), lambda: deeds.open(self.source, self.excerpt)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        menu.actions()[-1].setEnabled(bool(self.source.url or self.source.archived))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
