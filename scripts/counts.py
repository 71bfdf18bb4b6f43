"""Count what a collection covers: by decade, category, initiator and importance, and what is asked of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from scripts.markdown import with_share
from timeline_app.files.chronicle import references_of
from timeline_app.model import records
from timeline_app.model.dataset import Dataset, is_disputed
from timeline_app.model.records import Category, Event, Excerpt, Series

Test = Callable[[Event], bool]

# Why a category has no event in a decade. A cell that is empty needs a reason, and no other may have one;
# decades before the first event or after the last are no cells.
REASONS: Mapping[tuple[int, str], str] = {
    (1940, "nuclear"): "neither Korea had nuclear arms, a reactor or missiles, and no word or act of others "
    "about such arms in Korea was found.",
}

LEAST_SEEN = 80  # excerpts with words that were seen, in per cent of all
LEAST_PAIRS = 400  # of events linked by more than a series
LEAST_READINGS = 40  # events read by two parties
LEAST_PERIODS = 45
LEAST_SOURCES = 2  # independent ones, of an event of importance 4 or 5

SOUTH, NORTH, UN, DISPUTED = "south-korea", "north-korea", "united-nations", "disputed-authorship"
GROUPS = (
    "South Korea",
    "North Korea",
    "both",
    "South Korea with others",
    "North Korea with others",
    "both with others",
    "UN",
    "others",
    "disputed",
    "not stated",
)
HALVES = {"dialogue": "Dialogue and exchange", "security": "Security and UN"}
CLAIMS = ("settles", "led-to", "answers", "disputes", "reverses")  # relations that say more than sequence


class Aim(NamedTuple):
    """A line of the counts: what there is, how much, and at least how much there has to be."""

    what: str
    number: int
    least: int = 0
    of: int | None = None  # the number is shown, and measured, as a share of this

    @property
    def is_met(self) -> bool:
        """Whether there is as much as is asked."""
        if self.of is None:
            return self.number >= self.least
        return 100 * self.number >= self.least * self.of

    @property
    def shown(self) -> str:
        """The number, with its share if it is part of something."""
        return str(self.number) if self.of is None else with_share(self.number, self.of)

    @property
    def asked(self) -> str:
        """What has to be there, or nothing."""
        return "" if not self.least else str(self.least) if self.of is None else f"{self.least} %"

    @property
    def fault(self) -> str:
        """What is said of a line that falls short; without a share, which may have been rounded up."""
        there = str(self.number) if self.of is None else f"{self.number} of {self.of}"
        return f"{self.what}: {there}, but {self.asked} asked"


def title(record: Category | Event | Series) -> str:
    """The title in English, else the id."""
    return record.title.en or record.id


def is_seen(excerpt: Excerpt) -> bool:
    """Whether any words of the excerpt were compared with a page or a text."""
    return any(text.verified.how != "unverified" for text in excerpt.texts)


class Coverage:
    """A collection, counted."""

    def __init__(self, dataset: Dataset, reasons: Mapping[tuple[int, str], str] = REASONS) -> None:
        self.dataset = dataset
        self.reasons = reasons
        self.events = dataset.events
        self.date = dict(zip((event.id for event in dataset.events), dataset.dates, strict=True))
        self.year = {
            event_id: (date.start or date).year or int(event_id[:4]) for event_id, date in self.date.items()
        }
        self.years = range(min(self.year.values()), max(self.year.values()) + 1)
        self.decades = range(self.years[0] // 10 * 10, self.years[-1] + 1, 10)
        self.group = {event.id: self.group_of(event) for event in self.events}
        self.groups = [group for group in GROUPS if group in self.group.values()]

    # -- what is said of one event

    def roots(self, actor_ids: Iterable[str]) -> set[str]:
        """The states or bodies that the actors are part of in the end."""
        return {self.dataset.with_ancestors([actor_id])[-1] for actor_id in actor_ids}

    def group_of(self, event: Event) -> str:
        """Who acted, as one of GROUPS."""
        roots = self.roots(event.initiator)
        if not roots:
            return "not stated"
        if DISPUTED in roots:
            return "disputed"
        if roots == {UN}:
            return "UN"
        sides = roots & {SOUTH, NORTH}
        if not sides:
            return "others"
        name = "both" if len(sides) == 2 else "South Korea" if SOUTH in sides else "North Korea"
        return name if roots == sides else f"{name} with others"

    def category(self, event: Event) -> str:
        return self.dataset.category_of(event).id

    def decade(self, event: Event) -> int:
        return self.year[event.id] // 10 * 10

    def has_primary(self, event: Event) -> bool:
        return any(source.primary for source, _ in self.dataset.sources_of(event))

    def is_thin(self, event: Event) -> bool:
        return self.dataset.independent_sources(event) < LEAST_SOURCES

    def is_doubtful(self, event: Event) -> bool:
        when = {reading.party for reading in event.readings if reading.about == "when"}
        return self.date[event.id].is_approximate or len(when) > 1

    def reads(self, event: Event) -> set[str]:
        return self.roots(reading.party for reading in event.readings)

    def issuers(self, event: Event) -> set[str]:
        return self.roots(source.issuer for source, _ in self.dataset.sources_of(event) if source.issuer)

    # -- what is counted

    def count(self, holds: Test, among: Iterable[Event] | None = None) -> int:
        """How many events it holds for."""
        return sum(map(holds, self.events if among is None else among))

    @cached_property
    def by_decade(self) -> Mapping[int, Sequence[Event]]:
        return {decade: [e for e in self.events if self.decade(e) == decade] for decade in self.decades}

    @cached_property
    def spans(self) -> Mapping[str, Sequence[Event]]:
        """The events of each decade by its name, then all events."""
        return {f"{decade}s": found for decade, found in self.by_decade.items()} | {"all": self.events}

    @cached_property
    def excerpts(self) -> Mapping[str, Excerpt]:
        sources = self.dataset.sources.values()
        return {f"{source.id}#{excerpt.id}": excerpt for source in sources for excerpt in source.excerpts}

    def cited(self, events: Iterable[Event]) -> list[Excerpt]:
        """The excerpts that events refer to, each once."""
        named = {reference for event in events for reference in references_of(event)}
        return [self.excerpts[reference] for reference in sorted(named & self.excerpts.keys())]

    @cached_property
    def relations(self) -> Sequence[tuple[str, records.Relation]]:
        """Every relation with the event it is stored on."""
        found = [(event.id, relation) for event in self.events for relation in event.relations]
        return [(event_id, relation) for event_id, relation in found if self.dataset.has(relation.to)]

    @cached_property
    def pairs(self) -> set[frozenset[str]]:
        """Pairs of events that are linked by more than a series."""
        linked = {frozenset((name, r.to)) for name, r in self.relations if r.type != "same-series"}
        return {pair for pair in linked if len(pair) == 2}

    @cached_property
    def aims(self) -> Sequence[Aim]:
        sources = self.dataset.sources.values()
        texts = [text for excerpt in self.excerpts.values() for text in excerpt.texts]
        verified = sum(text.verified.how != "unverified" for text in texts)
        seen = sum(map(is_seen, self.excerpts.values()))
        claims = [relation for _, relation in self.relations if relation.type in CLAIMS]
        tied = set().union(*self.pairs)
        complete = sum(series.complete is not None for series in self.dataset.series.values())
        return [
            Aim("events", len(self.events)),
            Aim("sources", len(sources)),
            Aim("of these primary", sum(s.primary for s in sources), of=len(sources)),
            Aim("excerpts", len(self.excerpts)),
            Aim("excerpts with words that were seen", seen, LEAST_SEEN, of=len(self.excerpts)),
            Aim("quotations", len(texts)),
            Aim("of these verified", verified, of=len(texts)),
            Aim("pairs of events linked by more than a series", len(self.pairs), LEAST_PAIRS),
            Aim("events in no such pair", self.count(lambda event: event.id not in tied)),
            Aim("relations that say more than sequence", len(claims)),
            Aim("of these with a basis", sum(r.basis is not None for r in claims), of=len(claims)),
            Aim("events with readings of two or more parties", self.count(is_disputed), LEAST_READINGS),
            Aim("periods", len(self.dataset.periods), LEAST_PERIODS),
            Aim("series", len(self.dataset.series)),
            Aim("of these known to be complete", complete, of=len(self.dataset.series)),
        ]

    @cached_property
    def cells(self) -> Counter[tuple[int, str]]:
        """Events by decade and category."""
        return Counter((self.decade(event), self.category(event)) for event in self.events)

    @cached_property
    def categories(self) -> Mapping[str, str]:
        return {category.id: title(category) for category in self.dataset.categories}

    @cached_property
    def empty(self) -> Sequence[tuple[int, str]]:
        """Decades in which a category of either half has no event."""
        names = [category.id for category in self.dataset.categories if category.half]
        return [(decade, name) for decade in self.decades for name in names if not self.cells[decade, name]]

    @cached_property
    def weighty(self) -> Sequence[Event]:
        """The events of importance 4 and 5."""
        return [event for event in self.events if event.importance >= 4]

    def faults(self) -> list[str]:
        """Where the collection falls short of what is asked of it."""
        bare = [cell for cell in self.empty if not self.reason(cell)]
        faults = [f"{self.cell(cell)}: no event, and no reason" for cell in bare]
        for decade, name in self.reasons:
            if name not in self.categories:
                faults.append(f"{decade}s, {name}: a reason, but no such category")
            elif number := self.cells[decade, name]:
                faults.append(f"{self.cell((decade, name))}: a reason for no event, but {number} there")
        for event in self.weighty:
            if self.is_thin(event):
                faults.append(f"{event.id}: importance {event.importance}, but no two independent sources")
        return faults + [aim.fault for aim in self.aims if not aim.is_met]

    def cell(self, cell: tuple[int, str]) -> str:
        return f"{cell[0]}s, {self.categories[cell[1]]}"

    def reason(self, cell: tuple[int, str]) -> str:
        return self.reasons.get(cell, "").strip()
