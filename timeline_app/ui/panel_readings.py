"""What the parties made of an event, side by side and with equal weight; and figures with their claimants."""

from itertools import groupby

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.model.citation import published_by
from timeline_app.model.links import figures_by_kind, readings_by_party
from timeline_app.model.records import ExcerptText, Figure, Reading
from timeline_app.ui.panel_context import Shown
from timeline_app.ui.panel_look import Look
from timeline_app.ui.panel_parts import head
from timeline_app.ui.panel_text import FocusableWords, Words
from timeline_app.ui.panel_words import about_words, figure_kind, heading, not_verified

SIDE_BY_SIDE = 2  # columns; more parties are stacked
# Longest quotation, in characters, for each size in px; what is longer still is set as in the sources.
# All readings of one question have the same size, so that none weighs more than another.
WORD_SIZES = ((16, 20), (40, 17), (80, 15))
GIST_MOST = 17
TEXT_SIZE = 14


class ReadingCell(FocusableWords):
    """One reading: the words or the gist large, what it rests on, and where it was said."""

    def __init__(self, shown: Shown, reading: Reading, *, size: int, with_party: bool) -> None:
        self.reading = reading
        self._shown = shown
        look = shown.look
        super().__init__(look, "", indent=look.px(4), right=look.px(4), pad=look.px(3))
        source, excerpt = shown.dataset.excerpt(reading.excerpt)
        gist = reading.gist.in_language(look.language)
        lines = [look.paragraph(self._party(), 17)] if with_party else []
        if excerpt.texts:
            lines += self._quoted(look, excerpt.texts[0], size)
            lines.append(look.paragraph(look.span(gist, 12, "ink2"), 17, above=4))
        else:
            size = min(size, GIST_MOST)
            lines.append(look.paragraph(look.span(gist, size, "ink", 500), size * 1.32, above=2))
        names = published_by(source)
        where = " · ".join(part for part in (names[-1] if names else "", shown.locator(excerpt)) if part)
        day = shown.date(reading.date)
        lines.append(look.paragraph(look.span(day, 11, "ink2", 500), 15, above=4))
        lines.append(look.paragraph(look.link(where, "source", 11), 15))
        self.fill("".join(lines))
        self.linked.connect(lambda _link: self.enter())
        self.setAccessibleDescription(self.tr("Enter shows this passage among the sources"))

    def _quoted(self, look: Look, text: ExcerptText, size: int) -> list[str]:
        lines = [look.paragraph(look.quoted(text.exact, size), size * 1.35, above=2)]
        if text.verified.how == "unverified":
            doubt = look.inline_icon("alert-triangle", "warning")
            doubt += look.span(f" {not_verified()}", 11, "warning", 600)
            lines.append(look.paragraph(doubt, 15, above=2))
        return lines

    def _party(self) -> str:
        look, actor = self._shown.look, self._shown.dataset.actors.get(self.reading.party)
        if actor is None:
            return look.span(self.reading.party, 12, "ink", 600)
        name, gloss = look.pair(actor.name)
        return look.span(name, 12, "ink", 600) + (" " + look.span(gloss, 12, "ink3") if gloss else "")

    def enter(self) -> None:
        """Show the passage among the sources."""
        self._shown.deeds.reveal(self.reading.excerpt)

    def focused(self) -> None:
        """The keys for quotations now mean this passage."""
        self._shown.deeds.point_at(self.reading.excerpt)


class ReadingsSection(QWidget):
    """All readings of an event, grouped by what they differ about."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.cells: list[ReadingCell] = []
        self._shown = shown
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(shown.look.px(8))
        readings = sorted(shown.event.readings, key=lambda reading: reading.about)
        order = list(dict.fromkeys(reading.about for reading in shown.event.readings))
        groups = {about: list(found) for about, found in groupby(readings, key=lambda reading: reading.about)}
        for about in order:
            by_party = readings_by_party(groups[about])
            self._size = self._common_size(groups[about])
            down.addWidget(head(shown.look, *self._title(about, len(by_party))))
            down.addWidget(
                self._beside(by_party) if len(by_party) == SIDE_BY_SIDE else self._stacked(by_party)
            )
        note = self.tr("Shown side by side. The timeline takes no side.")
        down.addWidget(Words(shown.look, shown.look.span(note, 11, "ink3")))

    def _common_size(self, readings: list[Reading]) -> int:
        """The size in px that suits the longest of the readings."""
        language, excerpt_of = self._shown.look.language, self._shown.dataset.excerpt
        texts = [(excerpt_of(reading.excerpt)[1].texts, reading.gist) for reading in readings]
        words = [found[0].exact if found else gist.in_language(language) for found, gist in texts]
        longest = max(map(len, words))
        return next((size for most, size in WORD_SIZES if longest <= most), TEXT_SIZE)

    def _title(self, about: str, parties: int) -> tuple[str, str]:
        term, gloss = heading(self._shown.look, "Two readings" if parties == SIDE_BY_SIDE else "Readings")
        return self.tr("{readings}: {about}").format(readings=term, about=about_words(about)), gloss

    def _beside(self, by_party: dict[str, list[Reading]]) -> QWidget:
        look = self._shown.look
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.px(10))
        for column, readings in enumerate(by_party.values()):
            if column:
                line = QFrame()
                line.setProperty("kind", "hairline")
                line.setFixedWidth(1)
                across.addWidget(line)
            across.addWidget(self._column(readings), 1)
        return row

    def _column(self, readings: list[Reading]) -> QWidget:
        column = QWidget()
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(self._shown.look.px(10))
        for number, reading in enumerate(readings):
            down.addWidget(self._cell(reading, with_party=number == 0))
        down.addStretch(1)
        return column

    def _stacked(self, by_party: dict[str, list[Reading]]) -> QWidget:
        stack = QWidget()
        down = QVBoxLayout(stack)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(self._shown.look.px(10))
        said = [reading for readings in by_party.values() for reading in readings]
        for number, reading in enumerate(said):
            is_first = number == 0 or said[number - 1].party != reading.party
            down.addWidget(self._cell(reading, with_party=is_first))
        return stack

    def _cell(self, reading: Reading, *, with_party: bool) -> ReadingCell:
        cell = ReadingCell(self._shown, reading, size=self._size, with_party=with_party)
        self.cells.append(cell)
        return cell


class FiguresSection(QWidget):
    """Numbers as they are claimed: where claims differ, all stand."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        look = shown.look
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(look.px(6))
        down.addWidget(head(look, *heading(look, "Figures")))
        table = QGridLayout()
        table.setHorizontalSpacing(look.px(10))
        table.setVerticalSpacing(look.px(5))
        table.setColumnStretch(0, 5)
        table.setColumnStretch(1, 6)
        row = 0
        for kind, figures in figures_by_kind(shown.event.figures).items():
            for number, figure in enumerate(figures):
                amount = self._amount(figure, "" if number else figure_kind(kind))
                table.addWidget(Words(look, amount), row, 0)
                table.addWidget(Words(look, self._claim(figure), selectable=True), row, 1)
                row += 1
        down.addLayout(table)

    def _amount(self, figure: Figure, kind: str) -> str:
        look = self._shown.look
        kind_line = look.span(kind, 12, "ink3") + "<br>" if kind else ""
        if figure.in_favour is not None or figure.against is not None:
            counts = (figure.in_favour, figure.against, figure.abstain)
            tally = "–".join("?" if count is None else f"{count:,}" for count in counts)
            legend = self.tr("for–against–abstaining")
            return kind_line + look.span(tally, 14, "ink", 600) + "<br>" + look.span(legend, 11, "ink3")
        if figure.value is None:
            return kind_line + look.span("–", 14, "ink", 600)
        value = f"{figure.value:,}"
        if figure.approximate:
            value = self.tr("about {value}").format(value=value)
        unit = look.span(f" {figure.unit}", 12, "ink2") if figure.unit else ""
        return kind_line + look.span(value, 14, "ink", 600) + unit

    def _claim(self, figure: Figure) -> str:
        """Who says so, when, and where it stands."""
        shown, look = self._shown, self._shown.look
        who = figure.claimant or figure.body
        parts = [shown.actor(who)] if who else []
        if figure.absent is not None:
            parts.append(self.tr("absent: {n}").format(n=figure.absent))
        note = figure.note.in_language(look.language) if figure.note else ""
        source, excerpt = shown.dataset.excerpt(figure.excerpt)
        names = published_by(source)
        where = [
            shown.date(figure.date),
            names[-1] if names else "",
            shown.locator(excerpt),
        ]
        lines = [
            look.span(" · ".join(parts), 12, "ink", 500),
            look.span(note, 12, "ink2") if note else "",
            look.span(" · ".join(part for part in where if part), 11, "ink3"),
        ]
        return "<br>".join(line for line, text in zip(lines, (parts, note, where), strict=True) if text)
