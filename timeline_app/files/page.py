"""One event as a page of text for a terminal, with its sources and quotations."""

from collections.abc import Iterator

from timeline_app.dates.wording import date_in_words
from timeline_app.dates.zones import clocks
from timeline_app.files.listing import references
from timeline_app.files.problems import one_line
from timeline_app.model.dataset import Dataset
from timeline_app.model.records import Event, Excerpt, ExcerptText, Figure, Reading, Source

CITIES = {
    "en": {"seoul": "Seoul", "pyongyang": "Pyongyang", "washington": "Washington", "utc": "UTC"},
    "ko": {"seoul": "서울", "pyongyang": "평양", "washington": "워싱턴", "utc": "UTC"},
}
HOW = {
    "page": "verified in a copy of the source",
    "text": "verified in an attached text",
    "unverified": "not verified",
}
PATHS = {
    "published": "published by the speaker",
    "other-side": "published by the other side",
    "relayed": "relayed from a meeting",
    "reported": "reported by the press",
    "recollected": "recollected",
}


class EventPage:
    """One event in words, in one language."""

    def __init__(self, dataset: Dataset, event: Event, language: str) -> None:
        self.dataset, self.event, self.language = dataset, event, language

    def lines(self) -> Iterator[str]:
        """The page, line by line; whatever the texts hold, it breaks where a line ends."""
        return map(one_line, self.unguarded())

    def unguarded(self) -> Iterator[str]:
        """The page with its texts as they are."""
        event, language = self.event, self.language
        yield event.title.in_language(language)
        yield " · ".join(self.head())
        for text in (event.summary, event.dating):
            if text and text.in_language(language):
                yield ""
                yield text.in_language(language)
        sections = (
            ("Who", self.actors()),
            ("Clocks", self.clocks()),
            ("Readings", map(self.reading, event.readings)),
            ("Figures", map(self.figure, event.figures)),
            ("Sources", self.sources()),
            ("Related events", self.relations()),
            ("Series", self.series()),
        )
        for title, found in sections:
            lines = list(found)
            if lines:
                yield ""
                yield title
                yield from (f"  {line}" for line in lines)

    def head(self) -> Iterator[str]:
        """Date, category, place and id."""
        event, dataset = self.event, self.dataset
        date = dataset.dates[dataset.index_of(event.id)]
        yield f"{date_in_words(date, self.language, short=False)} ({event.date})"
        yield dataset.category_of(event).title.in_language(self.language)
        if event.place:
            yield dataset.places[event.place].name.in_language(self.language)
        yield f"importance {event.importance}"
        yield event.id

    def actors(self) -> Iterator[str]:
        """Who acted, then who else took part."""
        event = self.event
        others = [name for name in event.actors if name not in event.initiator]
        for role, names in (("initiator", event.initiator), ("with", others)):
            if names:
                yield f"{role}: {', '.join(map(self.name, names))}"

    def clocks(self) -> Iterator[str]:
        """The four clocks at the start and the end."""
        clock = self.event.clock
        if clock is None:
            return
        about = "about " if clock.approximate else ""
        for edge, instant in (("start", clock.start), ("end", clock.end)):
            if instant:
                readings = [
                    f"{CITIES[self.language][c.city]} {c.date} {c.time} ({c.offset})" for c in clocks(instant)
                ]
                yield f"{edge}: {about}{' · '.join(readings)}"

    def reading(self, reading: Reading) -> str:
        gist = reading.gist.in_language(self.language)
        said = f"{reading.date}  {self.name(reading.party)}, on {reading.about}: {gist}"
        quotation = self.quotation(reading.excerpt)
        return f"{said} {quotation} [{reading.excerpt}]" if quotation else f"{said} [{reading.excerpt}]"

    def quotation(self, reference: str) -> str:
        texts = self.dataset.excerpt(reference)[1].texts
        return quoted(texts[0]) if texts else ""

    def figure(self, figure: Figure) -> str:
        by = ", ".join(filter(None, (self.name(figure.claimant), figure.date)))
        note = figure.note.in_language(self.language) if figure.note else ""
        said = f"{figure.kind}: {self.amount(figure)}" + (f" ({by})" if by else "")
        return " ".join(filter(None, (said, note, f"[{figure.excerpt}]")))

    def amount(self, figure: Figure) -> str:
        votes = (
            ("for", figure.in_favour),
            ("against", figure.against),
            ("abstaining", figure.abstain),
            ("absent", figure.absent),
        )
        if figure.value is None:
            counted = ", ".join(f"{count} {side}" for side, count in votes if count is not None)
            return ", ".join(filter(None, (self.name(figure.body), counted)))
        about = "about " if figure.approximate else ""
        return f"{about}{figure.value:,}" + (f" {figure.unit}" if figure.unit else "")

    def sources(self) -> Iterator[str]:
        """Each document with the excerpts that the event rests on."""
        wanted = references(self.event)
        for name in dict.fromkeys(reference.partition("#")[0] for reference in wanted):
            source = self.dataset.sources[name]
            yield self.source(source)
            if source.url:
                yield f"  {source.url}"
            for excerpt in source.excerpts:
                if f"{name}#{excerpt.id}" in wanted:
                    yield from (f"  {line}" for line in self.excerpt(excerpt))

    def source(self, source: Source) -> str:
        title = source.title.get(self.language) or next(iter(source.title.values()))  # type: ignore[call-overload]
        publisher = source.publisher or self.name(source.issuer)
        by = (
            ", ".join(filter(None, (source.agency, publisher and f"{publisher}")))
            if source.agency
            else publisher
        )
        via = f"via {source.via}" if source.via else ""
        return ". ".join(filter(None, (title, by, via, source.symbol, source.date))) + f" [{source.id}]"

    def excerpt(self, excerpt: Excerpt) -> Iterator[str]:
        office = excerpt.office.in_language(self.language) if excerpt.office else ""
        speaker = ", ".join(filter(None, (excerpt.speaker, office)))
        path = PATHS[excerpt.path] if excerpt.path else ""
        head = " · ".join(filter(None, (excerpt.locator or f"#{excerpt.id}", speaker, path)))
        summary = excerpt.summary.in_language(self.language)
        yield f"{head}: {summary}" if summary else head
        for text in excerpt.texts:
            translator = f", translated by {text.translator}" if text.translator else ""
            on = f" on {text.verified.on}" if text.verified.on else ""
            yield f"  {quoted(text)} ({text.language}{translator}; {HOW[text.verified.how]}{on})"

    def relations(self) -> Iterator[str]:
        """Links in both directions; an arrow to the right goes out from this event."""
        for link in self.dataset.links(self.event):
            arrow = "→" if link.outgoing else "←"
            title = link.event.title.in_language(self.language)
            basis = f" (basis {link.relation.basis})" if link.relation.basis else ""
            yield f"{arrow} {link.relation.type}  {link.event.date}  {title} [{link.event.id}]{basis}"

    def series(self) -> Iterator[str]:
        for name in self.event.series:
            yield f"{self.dataset.series[name].title.in_language(self.language)} [{name}]"

    def name(self, actor: str | None) -> str:
        return self.dataset.actors[actor].name.in_language(self.language) if actor else ""


def quoted(text: ExcerptText) -> str:
    """The words of a source, as they are, in quotation marks."""
    return f"“{text.exact}”"
