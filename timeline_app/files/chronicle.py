"""A collection as the checks of its rules need it: looked up by id, dated, and with its texts."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from timeline_app.dates.edtf import EdtfDate
from timeline_app.files.collection import Collection
from timeline_app.files.decode import BOM, MEMBERS, UNREADABLE
from timeline_app.files.guarded import read_guarded
from timeline_app.files.locate import Locator
from timeline_app.files.problems import FieldPath
from timeline_app.model.records import Event, Excerpt, Source, Text

DAY_S = 86_400


class Chronicle:
    """The lookups that several checks share."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.locator = Locator(collection.files)
        self.events: dict[str, Event] = {event.id: event for event in collection.events}
        self.sources: dict[str, Source] = {source.id: source for source in collection.sources}

    def date(self, text: str | None) -> EdtfDate | None:
        """A date of the collection, parsed; none for none."""
        return self.collection.dates.get(text) if text is not None else None

    def first_second(self, text: str | None) -> int | None:
        """The earliest civil second that a date can mean, else its latest; none where neither is known."""
        date = self.date(text)
        if date is None:
            return None
        return date.latest if date.earliest is None else date.earliest

    @cached_property
    def first_day(self) -> int:
        """The civil second at which the first event begins."""
        starts = [self.first_second(event.date) for event in self.collection.events]
        return min((start for start in starts if start is not None), default=0)

    @cached_property
    def excerpts(self) -> dict[str, Excerpt]:
        """Excerpts by ``source#excerpt``."""
        sources = self.collection.sources
        return {f"{source.id}#{excerpt.id}": excerpt for source in sources for excerpt in source.excerpts}

    def source_of(self, reference: str) -> Source:
        """The source of an excerpt reference."""
        return self.sources[reference.partition("#")[0]]

    def speaker_of(self, reference: str) -> str | None:
        """Who speaks in an excerpt, where it is not the publication itself."""
        return self.excerpts[reference].speaker or self.source_of(reference).issuer

    @cached_property
    def raw(self) -> list[tuple[Path, str, list[dict[str, Any]]]]:
        """File, list and records as they stand, with nothing filled in."""
        found = []
        for file in self.collection.files:
            try:
                members = msgspec.json.decode(read_guarded(file).removeprefix(BOM), type=dict[str, Any])
            except (OSError, *UNREADABLE):
                continue
            for name, records in members.items():
                if name in MEMBERS and isinstance(records, list):
                    found.append((file, name, [record for record in records if isinstance(record, dict)]))
        return found

    def records(self, *names: str) -> Iterator[tuple[str, Any]]:
        """The records of the collection's lists, each with the name of its list."""
        for name in names:
            for record in getattr(self.collection, name):
                yield name, record


def references_of(event: Event) -> set[str]:
    """Every excerpt that an event refers to."""
    references = {cite.excerpt for cite in event.cites}
    references |= {reading.excerpt for reading in event.readings}
    references |= {figure.excerpt for figure in event.figures}
    return references | {relation.basis for relation in event.relations if relation.basis}


def texts_of(record: Struct, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Text]]:
    """Every bilingual text inside a record with its path."""
    for field in msgspec.structs.fields(type(record)):
        value = getattr(record, field.name)
        here = (*path, field.encode_name)
        if isinstance(value, Text):
            yield here, value
        elif isinstance(value, Struct):
            yield from texts_of(value, here)
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                if isinstance(entry, Struct):
                    yield from texts_of(entry, (*here, index))
