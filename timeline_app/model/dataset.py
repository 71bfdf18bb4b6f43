"""A collection with its references resolved and its dates parsed; read only."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np

from timeline_app.dates.edtf import EdtfDate, parse_edtf
from timeline_app.model.columns import EventColumns, EventTimes, event_times, finite_extent, rank_order
from timeline_app.model.records import (
    Actor,
    Category,
    Event,
    Excerpt,
    Manifest,
    Period,
    Place,
    Relation,
    Series,
    Source,
    Text,
)

UNCATEGORISED = Category(id="uncategorised", title=Text(en="Uncategorised", ko="미분류"))


class Records(Protocol):
    """What a dataset is made from: the lists of a collection, already checked one by one."""

    @property
    def manifest(self) -> Manifest | None: ...
    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def sources(self) -> Sequence[Source]: ...
    def whole_sources(self) -> Sequence[Source]: ...
    @property
    def categories(self) -> Sequence[Category]: ...
    @property
    def actors(self) -> Sequence[Actor]: ...
    @property
    def places(self) -> Sequence[Place]: ...
    @property
    def periods(self) -> Sequence[Period]: ...
    @property
    def series(self) -> Sequence[Series]: ...


class Link:
    """A relation as seen from one of its two events."""

    __slots__ = ("event", "outgoing", "relation")

    def __init__(self, relation: Relation, event: Event, outgoing: bool) -> None:
        self.relation = relation
        self.event = event  # the other end
        self.outgoing = outgoing


class Dataset:
    """Events in date order with their vocabularies and sources.

    Every reference of an event must resolve or be absent; ``files.collection`` sees to that.
    """

    def __init__(self, records: Records) -> None:
        self.manifest = records.manifest or Manifest(title=Text(en="Collection", ko="자료집"))
        self._records = records
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in records.actors}
        self.places: Mapping[str, Place] = {place.id: place for place in records.places}
        self.series: Mapping[str, Series] = {series.id: series for series in records.series}
        self.periods: Sequence[Period] = tuple(records.periods)
        dated = [(event, parse_edtf(event.date)) for event in records.events]
        timed = [(event, date, event_times(date, event.clock)) for event, date in dated]
        timed.sort(key=_date_order)
        self.events: Sequence[Event] = tuple(event for event, _, _ in timed)
        self.dates: Sequence[EdtfDate] = tuple(date for _, date, _ in timed)
        self.times: Sequence[EventTimes] = tuple(times for _, _, times in timed)
        self.categories: Sequence[Category] = self._categories_of(records.categories)
        self._index = {event.id: row for row, event in enumerate(self.events)}
        self.columns = self._columns()

    def _categories_of(self, categories: Iterable[Category]) -> Sequence[Category]:
        known = tuple(categories)
        ids = {category.id for category in known}
        order = {"dialogue": 0, "security": 1, None: 2}
        listed = sorted(known, key=lambda category: order[category.half])
        if any(event.category not in ids for event in self.events):
            listed.append(UNCATEGORISED)
        return tuple(listed)

    def _columns(self) -> EventColumns:
        lanes = {category.id: lane for lane, category in enumerate(self.categories)}
        last = len(self.categories) - 1
        events, times, dates = self.events, self.times, self.dates
        return EventColumns(
            start=np.array([t.start for t in times], dtype=np.int64),
            end=np.array([t.end for t in times], dtype=np.int64),
            anchor=np.array([t.anchor for t in times], dtype=np.int64),
            form=np.array([t.form for t in times], dtype=np.int8),
            lane=np.array([lanes.get(event.category or "", last) for event in events], dtype=np.int16),
            importance=np.array([event.importance for event in events], dtype=np.int8),
            rank=rank_order(
                [event.importance for event in events],
                [self.independent_sources(event) for event in events],
                times,
            ),
            exact=np.array([date.is_exact for date in dates], dtype=np.bool_),
            disputed=np.array([is_disputed(event) for event in events], dtype=np.bool_),
        )

    def __len__(self) -> int:
        return len(self.events)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The documents by id; excerpts that were left in their files are read when they are first wanted."""
        return {source.id: source for source in self._records.whole_sources()}

    def event(self, event_id: str) -> Event:
        """The event with this id; KeyError if there is none."""
        return self.events[self._index[event_id]]

    def index_of(self, event_id: str) -> int:
        """The row of the event with this id; KeyError if there is none."""
        return self._index[event_id]

    def has(self, event_id: str | None) -> bool:
        """Whether an event with this id is in the collection."""
        return event_id in self._index

    @cached_property
    def extent(self) -> tuple[int, int]:
        """First and last civil second (exclusive) that any event names."""
        return finite_extent(self.columns)

    def category_of(self, event: Event) -> Category:
        """The category of an event, or the one for events without."""
        return self.categories[int(self.columns.lane[self._index[event.id]])]

    def excerpt(self, reference: str) -> tuple[Source, Excerpt]:
        """Source and excerpt of a ``source#excerpt`` reference; KeyError if either is absent."""
        source_id, _, excerpt_id = reference.partition("#")
        return self.sources[source_id], self._excerpts[reference] if excerpt_id else _no_excerpt(reference)

    @cached_property
    def _heads(self) -> Mapping[str, Source]:
        return {source.id: source for source in self._records.sources}

    @cached_property
    def _excerpts(self) -> Mapping[str, Excerpt]:
        return {
            f"{source.id}#{excerpt.id}": excerpt
            for source in self.sources.values()
            for excerpt in source.excerpts
        }

    def sources_of(self, event: Event) -> list[tuple[Source, list[Excerpt]]]:
        """The documents an event cites, in the order of citing, each with the cited excerpts."""
        grouped: dict[str, list[Excerpt]] = {}
        for cite in event.cites:
            source_id = cite.excerpt.partition("#")[0]
            if cite.excerpt in self._excerpts:
                grouped.setdefault(source_id, []).append(self._excerpts[cite.excerpt])
        return [(self.sources[source_id], excerpts) for source_id, excerpts in grouped.items()]

    def independent_sources(self, event: Event) -> int:
        """How many cited sources differ in both publisher (or issuer) and news agency."""
        seen: set[str] = set()
        count = 0
        for source_id in dict.fromkeys(cite.excerpt.partition("#")[0] for cite in event.cites):
            source = self._heads.get(source_id)
            if source is None:
                continue
            origins = {o for o in (source.issuer or source.publisher, source.agency) if o}
            if not origins & seen:
                count += 1
            seen |= origins
        return count

    def with_ancestors(self, actor_ids: Iterable[str]) -> list[str]:
        """Actors and all that they are part of, each once, nearest first."""
        found: dict[str, None] = {}
        queue = list(actor_ids)
        while queue:
            actor_id = queue.pop(0)
            actor = self.actors.get(actor_id)
            if actor is None or actor_id in found:
                continue
            found[actor_id] = None
            if actor.part_of:
                queue.append(actor.part_of)
        return list(found)

    @cached_property
    def _incoming(self) -> Mapping[str, list[Link]]:
        incoming: dict[str, list[Link]] = {}
        for event in self.events:
            for relation in event.relations:
                incoming.setdefault(relation.to, []).append(Link(relation, event, outgoing=False))
        return incoming

    def links(self, event: Event) -> list[Link]:
        """Relations of an event in both directions, in date order of the other end."""
        outgoing = [
            Link(relation, self.event(relation.to), outgoing=True)
            for relation in event.relations
            if relation.to in self._index
        ]
        links = outgoing + self._incoming.get(event.id, [])
        return sorted(links, key=lambda link: self._index[link.event.id])

    def in_series(self, series_id: str) -> list[Event]:
        """The events of a series in date order."""
        return [event for event in self.events if series_id in event.series]


def is_disputed(event: Event) -> bool:
    """Whether two or more parties read the event differently, or it disputes another."""
    return len({reading.party for reading in event.readings}) > 1


def _date_order(row: tuple[Event, EdtfDate, EventTimes]) -> tuple[int, int, int, int, str]:
    """By day; within it by sequence, where one is given also for what has a clock; then by clock."""
    event, date, times = row
    day = times.start if date.earliest is None else date.earliest
    return (day, event.sequence or 0, times.start if event.clock else day, times.end, event.id)


def _no_excerpt(reference: str) -> Excerpt:
    raise KeyError(reference)
