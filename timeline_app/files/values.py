"""Values of the right type that mean nothing: dates, instants, zones, empty names."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from timeline_app.dates.edtf import EdtfDate, EdtfError, parse_edtf
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.files.problems import FieldPath
from timeline_app.model.records import (
    Actor,
    Category,
    Event,
    Manifest,
    Period,
    Place,
    Series,
    Source,
    Text,
    Verification,
)

EXAMPLES = "'2015-08-25', '2015-09' or '2015-08-22/2015-08-25'"


class Dates(dict[str, EdtfDate | EdtfError]):
    """Every date text of a collection, read once."""

    def __missing__(self, text: str) -> EdtfDate | EdtfError:
        try:
            self[text] = parse_edtf(text)
        except EdtfError as error:
            self[text] = error
        return self[text]


Wrong = Iterator[tuple[FieldPath, object, str]]


class ValueChecks:
    """One check for each kind of record; all of them yield path, value and message."""

    def __init__(self, *, thorough: bool = True) -> None:
        self.dates = Dates()
        self._thorough = thorough  # else only what a first frame needs is looked at, and zones never
        self._zones: dict[str, bool] = {}
        self.table: dict[str, Callable[[Any], Wrong]] = {
            "events": self.event,
            "sources": self.source,
            "categories": self.named("title"),
            "actors": self.actor,
            "places": self.place,
            "periods": self.period,
            "series": self.series,
            "verifications": self.verification,
            "manifest": self.manifest,
        }

    def pass_at_a_glance(self, name: str, records: Sequence[Any]) -> bool:
        """Whether nothing can be wrong with these records, each date looked at once; no means: look closely.

        Not thorough, whether they hold what a first frame needs.
        """
        if name == "verifications":
            return all(map(self._is_sound, {record.date for record in records}))
        if self._thorough:
            return name == "sources" and self._are_sound(records)
        if name == "events":
            return all(self._is_dated(text) for text in {event.date for event in records})
        if name == "periods":
            return all(self._is_dated(text) for text in {s.date for period in records for s in period.spans})
        return True

    def _are_sound(self, sources: Sequence[Source]) -> bool:
        """What ``source`` looks for, in all of them at once."""
        texts = [text for source in sources for excerpt in source.excerpts for text in excerpt.texts]
        dates = {source.date for source in sources} | {text.verified.on for text in texts}
        titled = (any(title.strip() for title in source.title.values()) for source in sources)
        return all(map(self._is_sound, dates)) and all(titled)

    def _is_sound(self, text: str | None) -> bool:
        return text is None or (isinstance(self.dates[text], EdtfDate) and "T" not in text)

    def _is_dated(self, text: str) -> bool:
        date = self.dates[text]
        return isinstance(date, EdtfDate) and "T" not in text and (date.earliest or date.latest) is not None

    def findings(self, name: str, record: Any, row: int = 0) -> list[Finding]:
        """What is wrong with one record of a list."""
        return [Finding(name, getattr(record, "id", ""), *fault, row) for fault in self.table[name](record)]

    def event(self, event: Event) -> Wrong:
        yield from self.date(event.date, "date")
        date = self.dates[event.date]
        if isinstance(date, EdtfDate) and date.earliest is None and date.latest is None:
            yield ("date",), event.date, "names no day at all; give the start or the end"
        yield from self.text(event.title, "title")
        if event.clock:
            for edge in ("start", "end"):
                yield from self.instant(getattr(event.clock, edge), "clock", edge)
            yield from self.zone(event.clock.zone, "clock", "zone")
        for index, reading in enumerate(event.readings):
            yield from self.date(reading.date, "readings", index, "date")
        for index, figure in enumerate(event.figures):
            yield from self.date(figure.date, "figures", index, "date")

    def source(self, source: Source) -> Wrong:
        yield from self.date(source.date, "date")
        if not any(title.strip() for title in source.title.values()):
            yield ("title",), source.title, 'expected a title in at least one language, such as {"en": "..."}'
        for i, excerpt in enumerate(source.excerpts):
            for j, text in enumerate(excerpt.texts):
                yield from self.date(text.verified.on, "excerpts", i, "texts", j, "verified", "on")

    def actor(self, actor: Actor) -> Wrong:
        yield from self.text(actor.name, "name")
        for index, office in enumerate(actor.offices):
            yield from self.date(office.date, "offices", index, "date")

    def place(self, place: Place) -> Wrong:
        yield from self.text(place.name, "name")
        yield from self.zone(place.zone, "zone")

    def period(self, period: Period) -> Wrong:
        yield from self.text(period.title, "title")
        for index, span in enumerate(period.spans):
            yield from self.date(span.date, "spans", index, "date")

    def series(self, series: Series) -> Wrong:
        yield from self.text(series.title, "title")
        if series.complete:
            yield from self.date(series.complete.start, "complete", "from")
            yield from self.date(series.complete.end, "complete", "to")

    def verification(self, verification: Verification) -> Wrong:
        yield from self.date(verification.date, "date")

    def manifest(self, manifest: Manifest) -> Wrong:
        yield from self.text(manifest.title, "title")
        yield from self.date(manifest.verified_to, "verified_to")

    def named(self, field: str) -> Callable[[Category], Wrong]:
        return lambda record: self.text(getattr(record, field), field)

    def text(self, text: Text, *path: str | int) -> Wrong:
        if not text.in_language("en").strip():
            yield path, NO_VALUE, 'expected a text in one language at least, such as {"en": "..."}'

    def date(self, text: str | None, *path: str | int) -> Wrong:
        if text is None:
            return
        date = self.dates[text]
        if isinstance(date, EdtfError):
            reason = str(date).removeprefix(f"{text!r}: ")
            yield path, text, f"{reason}; expected EDTF such as {EXAMPLES}"
        elif "T" in text:
            yield path, text, "a date is a day at the finest; the time of day stands in 'clock'"

    def instant(self, text: str | None, *path: str | int) -> Wrong:
        from timeline_app.dates.zones import parse_instant

        if text is None:
            return
        try:
            parse_instant(text)
        except ValueError as error:
            yield path, text, f"{error}; expected an instant such as '2015-08-25T00:55+09:00'"

    def zone(self, name: str | None, *path: str | int) -> Wrong:
        if name is not None and self._thorough and not self._is_zone(name):
            yield path, name, "unknown time zone; expected an IANA name such as 'Asia/Seoul'"

    def _is_zone(self, name: str) -> bool:
        if name not in self._zones:
            from zoneinfo import ZoneInfo

            try:
                ZoneInfo(name)
            except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
                self._zones[name] = False
            else:
                self._zones[name] = True
        return self._zones[name]
