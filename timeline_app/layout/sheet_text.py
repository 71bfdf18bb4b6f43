"""What an export's sheet says around the picture: title, filter, legend, source notes and footer."""

import datetime
from typing import NamedTuple

import numpy as np

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import date_in_words, day_in_words, span_in_words
from timeline_app.model.columns import SPAN, VAGUE
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import NO_ACTOR, EventFilter, FilterEngine
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Excerpt, Source
from timeline_app.model.view import ViewState, named_span

UNTITLED = "Collection"  # the title of a collection without a manifest

WORDS = {
    "en": {
        "subject": "Timeline",
        "title": "{subject}, {range}",
        "events": "{shown} events of {total}",
        "halves": "Above the line: {above}. Below it: {below}.",
        "dialogue": "dialogue and exchange",
        "security": "security and UN",
        "categories": "Categories: {0}",
        "actors": "Actors: {0}",
        "nobody": "none named",
        "exact": "exact dates only",
        "approximate": "approximate dates only",
        "disputed": "disputed readings only",
        "undisputed": "undisputed readings only",
        "nothing": "nothing",
        "dates": "events of {0}",
        "since": "from {0}",
        "until": "until {0}",
        "text": "containing “{0}”",
        "legend": "How to read it",
        "sources": "Sources",
        "continued": "Sources, continued",
        "more": "Sources of {0} more events: in the PDF export and in the program.",
        "one more": "Sources of one more event: in the PDF export and in the program.",
        "titles": "Titles and links of all: in the PDF export and in the program.",
        "following": "All sources with their titles and links: on the following pages.",
        "documents": "and {0} more",
        "counts": "{shown} events shown of {total}; {labelled} labelled.",
        "civil": "Dates are civil dates at the place of the event.",
        "version": "version {0}",
        "verified": "verified to {0}",
        "exported": "exported {0}",
        "via": "{0}, via {1}",
        "page": "Page {0} of {1}",
        "empty": "No events match",
    },
    "ko": {
        "subject": "연표",
        "title": "{subject}, {range}",
        "events": "사건 {total}건 중 {shown}건",
        "halves": "선 위: {above}. 선 아래: {below}.",
        "dialogue": "대화·교류",
        "security": "안보·유엔",
        "categories": "분류: {0}",
        "actors": "행위자: {0}",
        "nobody": "행위자 없음",
        "exact": "정확한 날짜만",
        "approximate": "대략의 날짜만",
        "disputed": "해석이 갈리는 사건만",
        "undisputed": "해석이 갈리지 않는 사건만",
        "nothing": "없음",
        "dates": "{0}의 사건",
        "since": "{0}부터",
        "until": "{0}까지",
        "text": "“{0}” 포함",
        "legend": "읽는 법",
        "sources": "출처",
        "continued": "출처(계속)",
        "more": "나머지 사건 {0}건의 출처는 PDF 내보내기와 프로그램에 있습니다.",
        "one more": "나머지 사건 1건의 출처는 PDF 내보내기와 프로그램에 있습니다.",
        "titles": "모든 출처의 제목과 링크는 PDF 내보내기와 프로그램에 있습니다.",
        "following": "모든 출처의 제목과 링크는 다음 쪽부터 있습니다.",
        "documents": "외 {0}건",
        "counts": "사건 {total}건 중 {shown}건 표시, {labelled}건에 이름 표시.",
        "civil": "날짜는 사건이 일어난 곳의 날짜입니다.",
        "version": "판 {0}",
        "verified": "{0}까지 검증",
        "exported": "{0} 내보냄",
        "via": "{0}, {1} 경유",
        "page": "{1}쪽 중 {0}쪽",
        "empty": "조건에 맞는 사건이 없습니다",
    },
}
KEYS = {
    "en": {
        "exact": "Exact day",
        "days": "Several days",
        "going-on": "Going on",
        "month": "Month or year only",
        "disputed": "Reading disputed",
        "bare": "Event without a label",
        "pill": "Several events, counted",
        "period": "Period",
        "unverified": "Not yet verified",
    },
    "ko": {
        "exact": "정확한 날짜",
        "days": "여러 날",
        "going-on": "진행 중",
        "month": "월 또는 연도만 알려짐",
        "disputed": "해석이 갈림",
        "bare": "이름을 적지 않은 사건",
        "pill": "여러 사건과 그 수",
        "period": "시기",
        "unverified": "아직 검증하지 않음",
    },
}


class Cited(NamedTuple):
    """One document of a note: what stands before its title, the title, what follows, and its address.

    Where there is little room, ``short`` and ``day`` stand for all of these: publisher with number, and date.
    """

    before: str
    title: str
    after: str
    href: str
    short: str = ""
    day: str = ""


LABELLED, BARE, COUNTED = 0, 1, 2  # how an event is drawn: with its label, as a glyph alone, within a pill


class Note(NamedTuple):
    """The documents one event rests on; notes of a low ``rank`` are kept when there is little room.

    ``name`` is the event's label, ``head`` the same with its date, ``row`` the event's in the columns.
    """

    rank: int
    head: str
    cited: tuple[Cited, ...]
    name: str = ""
    row: int = -1
    drawn: int = COUNTED


class NoteWords(NamedTuple):
    """What stands among the notes that is none; ``{0}`` is a number."""

    one_more: str
    more: str
    titles: str
    following: str
    documents: str


class SheetContent(Struct, frozen=True):
    """All texts of a sheet, in one language."""

    title: str
    subtitle: tuple[str, ...]
    legend_head: str
    legend: tuple[tuple[str, str], ...]  # kind of sample, its meaning
    notes_head: str
    continued_head: str
    notes: tuple[Note, ...]  # in date order
    note_words: NoteWords
    page: str
    counts: str
    widest_counts: str  # what the layout reserves before it is known how many events get a label
    imprint: str
    empty: str  # what to say in place of events, if there are none
    open_lanes: int
    folded_lanes: int
    shown: int


class Wording:
    """Puts a view of a dataset in words, in the view's language."""

    def __init__(self, dataset: Dataset, engine: FilterEngine, view: ViewState) -> None:
        self._dataset, self._view = dataset, view
        self._words = WORDS[view.language]
        self._rows = np.flatnonzero(engine.mask(view.filter) & dataset.columns.meets(view.start, view.end))

    def content(self, title: str | None, day: datetime.date, labelled: int | None = None) -> SheetContent:
        """Everything the sheet says; without a title it names subject and range."""
        dataset, words = self._dataset, self._words
        shown, total = len(self._rows), len(dataset)
        lanes = len(np.unique(dataset.columns.lane[self._rows])) or len(dataset.categories)
        own_title = default_title(dataset, self._view)
        title = one_line(title or "")
        subtitle = [own_title] if title and title != own_title else []
        subtitle.append(" · ".join([words["events"].format(shown=shown, total=total), *self._stamp()]))
        subtitle.extend(self._halves())
        return SheetContent(
            title=title or own_title,
            subtitle=tuple(subtitle),
            legend_head=words["legend"],
            legend=tuple((kind, KEYS[self._view.language][kind]) for kind in self._legend()),
            notes_head=words["sources"],
            continued_head=words["continued"],
            notes=self._notes(),
            note_words=NoteWords(
                words["one more"], words["more"], words["titles"], words["following"], words["documents"]
            ),
            page=words["page"],
            counts=self.counts(shown if labelled is None else labelled),
            widest_counts=self.counts(shown),
            imprint=self._imprint(day),
            empty="" if shown else words["empty"],
            open_lanes=lanes,
            folded_lanes=len(dataset.categories) - lanes,
            shown=shown,
        )

    def counts(self, labelled: int) -> str:
        counts = self._words["counts"].format(
            shown=len(self._rows), total=len(self._dataset), labelled=labelled
        )
        return f"{counts} {self._words['civil']}"

    def _halves(self) -> list[str]:
        halves = {category.half for category in self._dataset.categories}
        if not {"dialogue", "security"} <= halves:
            return []
        words = self._words
        return [words["halves"].format(above=words["dialogue"], below=words["security"])]

    # -- what was filtered

    def _stamp(self) -> list[str]:
        choice, words, language = self._view.filter, self._words, self._view.language
        dataset = self._dataset
        parts = []
        if choice.categories is not None:
            named = [c.title.in_language(language) for c in dataset.categories if c.id in choice.categories]
            parts.append(words["categories"].format(", ".join(named) or words["nothing"]))
        if choice.actors is not None:
            actors = sorted(
                words["nobody"]
                if actor == NO_ACTOR or actor not in dataset.actors
                else dataset.actors[actor].name.in_language(language)
                for actor in choice.actors
            )
            parts.append(words["actors"].format(", ".join(actors) or words["nothing"]))
        for chosen in (choice.certainty, choice.dispute):
            if chosen is not None and len(chosen) < 2:  # both values together leave nothing out
                parts.append(words[next(iter(chosen), "nothing")])
        parts.extend(self._dates_of(choice))
        if choice.text.strip():
            parts.append(words["text"].format(one_line(choice.text)))
        return parts

    def _dates_of(self, choice: EventFilter) -> list[str]:
        words, language = self._words, self._view.language
        if choice.start is not None and choice.end is not None:
            return [words["dates"].format(span_in_words(choice.start, choice.end, language))]
        if choice.start is not None:
            return [words["since"].format(day_in_words(choice.start, language))]
        if choice.end is not None:
            return [words["until"].format(day_in_words(choice.end - 1, language))]
        return []

    # -- what occurs in the picture

    def _legend(self) -> list[str]:
        columns, rows, view = self._dataset.columns, self._rows, self._view
        forms = columns.form[rows]
        going_on = any(self._dataset.dates[row].open_end for row in rows.tolist())
        verified_to = self._dataset.manifest.verified_to
        occurs = {
            "exact": True,
            "days": bool((forms == SPAN).any()),
            "going-on": going_on,
            "month": bool((forms == VAGUE).any()),
            "disputed": bool(columns.disputed[rows].any()),
            "bare": len(rows) > 1,
            "pill": len(rows) > 1,
            "period": view.show_periods and bool(self._dataset.periods),
            "unverified": verified_to is not None and (parse_edtf(verified_to).span_end or 0) < view.end,
        }
        return [kind for kind, does in occurs.items() if does]

    # -- sources

    def _notes(self) -> tuple[Note, ...]:
        dataset = self._dataset
        notes = []
        for row in self._rows.tolist():
            event = dataset.events[row]
            cited = tuple(self._cited(source, excerpts) for source, excerpts in dataset.sources_of(event))
            if cited:
                name = one_line((event.label or event.title).in_language(self._view.language))
                date = date_in_words(dataset.dates[row], self._view.language)
                notes.append(Note(int(dataset.columns.rank[row]), f"{name}, {date}", cited, name, row))
        return tuple(notes)

    def _cited(self, source: Source, excerpts: list[Excerpt]) -> Cited:
        language = self._view.language
        titles = {str(key): title for key, title in source.title.items()}
        title = titles.get(language) or next(iter(titles.values()), source.id)
        issuer = self._dataset.actors.get(source.issuer or "")
        publisher = source.publisher or (issuer.name.in_language(language) if issuer else "")
        chain = list(dict.fromkeys(filter(None, (source.agency, publisher, source.via))))
        by = chain[0] if chain else ""
        for through in chain[1:]:
            by = self._words["via"].format(by, through)
        date = date_in_words(parse_edtf(source.date), language) if source.date else ""
        locators = list(dict.fromkeys(excerpt.locator for excerpt in excerpts if excerpt.locator))
        symbol = source.symbol if source.symbol and source.symbol not in title else ""
        after = ", ".join(filter(None, (symbol, date, *locators)))
        href = source.url if source.url and source.url.startswith(("http://", "https://")) else ""
        short = " ".join(filter(None, (*chain[:1], symbol))) or title
        return Cited(one_line(by), one_line(title), one_line(after), href, one_line(short), date)

    # -- footer

    def _imprint(self, day: datetime.date) -> str:
        manifest, words, language = self._dataset.manifest, self._words, self._view.language
        name = "" if manifest.title.en == UNTITLED else manifest.title.in_language(language)
        version = words["version"].format(manifest.version) if manifest.version else ""
        verified = ""
        if manifest.verified_to:
            verified = words["verified"].format(date_in_words(parse_edtf(manifest.verified_to), language))
        exported = words["exported"].format(date_in_words(parse_edtf(day.isoformat()), language))
        citation = manifest.citation.in_language(language) if manifest.citation else ""
        head = ", ".join(filter(None, (name, version, verified, exported)))
        parts = [head[:1].upper() + head[1:], manifest.licence or "", citation]
        return one_line(" · ".join(filter(None, parts)))


def default_title(dataset: Dataset, view: ViewState) -> str:
    """Subject and range: "Inter-Korean relations, 2006–2016"."""
    words = WORDS[view.language]
    named = dataset.manifest.title.in_language(view.language)
    subject = words["subject"] if dataset.manifest.title.en == UNTITLED or not named else named
    start, end = named_span(dataset.extent, view)
    return one_line(words["title"].format(subject=subject, range=span_in_words(start, end, view.language)))


def one_line(text: str) -> str:
    """Text without line breaks and other control characters."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())
