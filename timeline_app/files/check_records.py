"""Rules about records: what must be there, in which order, and what must agree with what."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from timeline_app.dates.edtf import EdtfDate
from timeline_app.dates.zones import parse_instant
from timeline_app.files.chronicle import DAY_S, Chronicle, texts_of
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.model.records import Event, Source

REQUIRED = {  # beyond what every collection needs
    "events": ("category", "initiator", "actors", "place", "importance", "summary", "cites"),
    "sources": ("kind", "publisher", "date", "language", "url", "primary", "quotable", "excerpts"),
    "categories": ("half", "shape", "colour"),
    "actors": ("kind",),
    "places": ("zone", "latitude", "longitude"),
    "periods": ("kind", "rank"),
    "series": ("scope",),
}
REQUIRED_OF_EXCERPTS = ("order", "locator", "summary", "path")
MAX_LABEL = {"en": 32, "ko": 22}  # characters; Hangul is wider
DATE_LINE = timedelta(days=1)  # the same moment can be dated a day earlier in New York than in Seoul
TWO_SOURCES_FROM = 4  # importance


def required_fields(chronicle: Chronicle) -> Iterator[Finding]:
    """Everything that the shapes of the records does not mark as optional."""
    for _, name, records in chronicle.raw:
        for record in records:
            key = str(record.get("id", ""))
            for field in REQUIRED.get(name, ()):
                if record.get(field) in (None, [], {}, ""):
                    yield Finding(name, key, (), NO_VALUE, f"{field} is missing; the chronicle asks for it")
            for index, excerpt in enumerate(_objects(record.get("excerpts"))):
                for field in REQUIRED_OF_EXCERPTS:
                    if excerpt.get(field) in (None, {}, ""):
                        message = f"{field} is missing; the chronicle asks for it"
                        yield Finding(name, key, ("excerpts", index), NO_VALUE, message)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def both_languages(chronicle: Chronicle) -> Iterator[Finding]:
    """Every text of our own in English and in Korean; aliases belong to one language."""
    names = ("events", "sources", "categories", "actors", "places", "periods", "series")
    for name, record in chronicle.records(*names):
        for path, text in texts_of(record):
            if "aliases" in path:
                continue
            for language in ("en", "ko"):
                if not (getattr(text, language) or "").strip():
                    yield Finding(name, record.id, path, NO_VALUE, f"has no text in {language!r}; write both")


def event_order(chronicle: Chronicle) -> Iterator[Finding]:
    """One file holds its events in date order."""
    for _, name, records in chronicle.raw:
        if name != "events":
            continue
        ids = [str(record.get("id")) for record in records]
        events = [chronicle.events[name] for name in ids if name in chronicle.events]
        for before, after in pairwise(events):
            if _rank(chronicle, after) < _rank(chronicle, before):
                message = f"stands after {before.id} of {before.date}; events stand in date order"
                yield Finding("events", after.id, ("date",), after.date, message)


def _rank(chronicle: Chronicle, event: Event) -> tuple[int, int]:
    return chronicle.first_second(event.date) or 0, event.sequence or 0


def excerpt_order(chronicle: Chronicle) -> Iterator[Finding]:
    """Excerpts stand in the order of their source."""
    for source in chronicle.collection.sources:
        for index, (before, after) in enumerate(pairwise(source.excerpts), 1):
            if before.order is not None and after.order is not None and after.order <= before.order:
                path = ("excerpts", index, "order")
                message = f"follows {before.order}; excerpts stand in the order of the source"
                yield Finding("sources", source.id, path, after.order, message)


def label_length(chronicle: Chronicle) -> Iterator[Finding]:
    """Labels fit on the canvas."""
    for event in chronicle.collection.events:
        for language, most in MAX_LABEL.items():
            label = getattr(event.label, language, None) or ""
            if len(label) > most:
                message = f"{len(label)} characters; a label has {most} at most"
                yield Finding("events", event.id, ("label", language), label, message)


def clock_agrees_with_date(chronicle: Chronicle) -> Iterator[Finding]:
    """The instants of an event lie in its date; what no collection may say, reading has dropped."""
    for event in chronicle.collection.events:
        span = chronicle.date(event.date)
        if event.clock is None or span is None:
            continue
        for edge, text in (("start", event.clock.start), ("end", event.clock.end)):
            if text is not None:
                for message in _clock_faults(text, span):
                    yield Finding("events", event.id, ("clock", edge), text, message)


def _clock_faults(text: str, span: EdtfDate) -> Iterator[str]:
    written = parse_instant(text)
    day_s = (written.date() - date(1970, 1, 1)).days * DAY_S
    if span.earliest is not None and day_s < span.earliest:
        yield f"lies before the event's date {span.text}"
    if span.latest is not None and day_s > span.latest:
        yield f"lies after the event's date {span.text}"


def reports_are_not_older(chronicle: Chronicle) -> Iterator[Finding]:
    """A source that reports an event is not older than its first day.

    Only where the event's dating note gives the other date may a source of the west have that one.
    """
    for event in chronicle.collection.events:
        happened = chronicle.date(event.date)
        for index, cite in enumerate(event.cites):
            source = chronicle.source_of(cite.excerpt)
            published = chronicle.date(source.date)
            if cite.role != "reports" or not happened or not published:
                continue
            if happened.earliest is None or published.latest is None:
                continue
            is_dated_west = event.dating is not None and source.language != "ko"
            allowed = DATE_LINE if is_dated_west else timedelta(0)
            if published.latest + allowed.total_seconds() < happened.earliest:
                message = (
                    f"the source is of {source.date}, before the event of {event.date}; "
                    "its role can be 'announces' or 'background'"
                )
                yield Finding("events", event.id, ("cites", index, "excerpt"), cite.excerpt, message)


def readings_of_two_parties(chronicle: Chronicle) -> Iterator[Finding]:
    """Readings come from two or more parties, in the order in which they were said."""
    for event in chronicle.collection.events:
        if len({reading.party for reading in event.readings}) == 1:
            message = "readings of one party only; give two or more, or none"
            yield Finding("events", event.id, ("readings",), NO_VALUE, message)
        for index, (before, after) in enumerate(pairwise(event.readings), 1):
            first, second = chronicle.first_second(before.date), chronicle.first_second(after.date)
            if first is not None and second is not None and second < first:
                message = f"stands after a reading of {before.date}; readings stand in date order"
                yield Finding("events", event.id, ("readings", index, "date"), after.date, message)


def complete_figures(chronicle: Chronicle) -> Iterator[Finding]:
    """A vote has its three numbers and its body; every other figure a value, and whoever claims it."""
    for event in chronicle.collection.events:
        for index, figure in enumerate(event.figures):
            path = ("figures", index)
            if figure.kind == "votes":
                if None in (figure.in_favour, figure.against, figure.abstain, figure.body):
                    message = "a vote has 'body', 'for', 'against' and 'abstain'"
                    yield Finding("events", event.id, path, NO_VALUE, message)
            elif figure.value is None:
                message = "'value' is missing; only votes do without"
                yield Finding("events", event.id, path, NO_VALUE, message)
            elif figure.claimant is None and figure.body is None:
                speaker = (
                    chronicle.speaker_of(figure.excerpt) or chronicle.source_of(figure.excerpt).publisher
                )
                message = f"'claimant' is missing; {figure.excerpt} has the words of {speaker}"
                yield Finding("events", event.id, path, NO_VALUE, message)


def important_events_have_two_sources(chronicle: Chronicle) -> Iterator[Finding]:
    """Importance 4 and 5 rest on two sources that differ in issuer and in agency."""
    for event in chronicle.collection.events:
        if event.importance < TWO_SOURCES_FROM:
            continue
        origins = [_origins(chronicle.source_of(cite.excerpt)) for cite in event.cites]
        if not any(one.isdisjoint(other) for one, other in combinations(origins, 2)):
            message = "needs two sources that differ in issuer and in agency"
            yield Finding("events", event.id, ("importance",), event.importance, message)


def _origins(source: Source) -> set[str]:
    return {origin for origin in (source.issuer or source.publisher or source.id, source.agency) if origin}


def verified_words_have_a_day(chronicle: Chronicle) -> Iterator[Finding]:
    """Whoever checked words says when."""
    for source in chronicle.collection.sources:
        for i, excerpt in enumerate(source.excerpts):
            for j, text in enumerate(excerpt.texts):
                if text.verified.how != "unverified" and text.verified.on is None:
                    path = ("excerpts", i, "texts", j, "verified")
                    message = "'on' is missing: the day of the check"
                    yield Finding("sources", source.id, path, NO_VALUE, message)


def period_edges(chronicle: Chronicle) -> Iterator[Finding]:
    """The events at the edges of a period have the dates of those edges; a switching state names them.

    An edge from before the chronicle's first event has no event to name.
    """
    for period in chronicle.collection.periods:
        for index, span in enumerate(period.spans):
            dated = chronicle.date(span.date)
            if dated is None:
                continue
            first, last = dated.start or dated, dated.end or dated
            edges = (
                ("from", span.start_event, first.earliest, first),
                ("to", span.end_event, last.latest, last),
            )
            for edge, name, known, edge_date in edges:
                path = ("spans", index, edge)
                covered = known is not None and known >= chronicle.first_day
                if name is None and period.kind == "state" and covered:
                    message = f"{edge!r} is missing: each edge of a state is an event"
                    yield Finding("periods", period.id, path[:2], NO_VALUE, message)
                if name is not None and not _meet(chronicle.date(chronicle.events[name].date), edge_date):
                    event = chronicle.events[name]
                    message = f"the event is of {event.date}, the span of {span.date}"
                    yield Finding("periods", period.id, path, name, message)


def _meet(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return False
    later_start = max(one.earliest, other.earliest)
    return all(date.latest is None or later_start <= date.latest for date in (one, other))


def verified_to(chronicle: Chronicle) -> Iterator[Finding]:
    """No event lies after the last day that the chronicle claims to cover, or after the last check logged.

    What is entered between the two is a single find: the canvas hatches the time in which it stands.
    """
    manifest = chronicle.collection.manifest
    if manifest is None:
        return
    if manifest.verified_to is None:
        message = "'verified_to' is missing: the last day that the chronicle claims to cover"
        yield Finding("manifest", "", (), NO_VALUE, message)
        return
    last = max([manifest.verified_to, *(entry.date for entry in chronicle.collection.verifications)])
    covered = chronicle.date(last)
    for event in chronicle.collection.events:
        first = chronicle.first_second(event.date)
        if covered and covered.latest is not None and first is not None and first > covered.latest:
            message = f"lies after {last}, the last day that the manifest covers or the log has a check of"
            yield Finding("events", event.id, ("date",), event.date, message)
