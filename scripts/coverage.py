"""Print what the chronicle covers, and how evenly, as the Markdown of docs/coverage.md.

.venv/bin/python scripts/coverage.py >docs/coverage.md
.venv/bin/python scripts/coverage.py PATH    another collection

The exit code is 1 if the collection falls short of what is asked of it; stderr says where. The page is
printed all the same.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple, get_args

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline_app import paths  # noqa: E402
from timeline_app.files.chronicle import references_of  # noqa: E402
from timeline_app.files.collection import read_collection  # noqa: E402
from timeline_app.model import records  # noqa: E402
from timeline_app.model.dataset import Dataset, is_disputed  # noqa: E402
from timeline_app.model.records import Category, Event, Excerpt, Series  # noqa: E402

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


def table(head: Sequence[str], rows: Iterable[Sequence[object]], texts: Collection[int] = (0,)) -> str:
    """A Markdown table; all columns but ``texts`` hold numbers."""
    lines = [head, ["---" if n in texts else "--:" for n in range(len(head))], *rows]
    return "\n".join(f"| {' | '.join(str(cell).replace('|', '/') for cell in line)} |" for line in lines)


def bullets(lines: Iterable[str]) -> str:
    """A list, or that there is nothing in it."""
    return "\n".join(f"- {line}" for line in lines) or "None."


def share(part: int, whole: int) -> str:
    """Part of whole in per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def with_share(part: int, whole: int) -> str:
    """A number and, unless it is none, its share of the whole."""
    return f"{part} ({share(part, whole)})" if part else "0"


def runs(years: Iterable[int]) -> str:
    """Years in order, with neighbours joined: ``1945–1947, 1950``."""
    found: list[list[int]] = []
    for year in years:
        if found and year == found[-1][-1] + 1:
            found[-1][1:] = [year]
        else:
            found.append([year])
    return ", ".join("–".join(map(str, run)) for run in found) or "none"


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

    # -- the tables

    def counts(self) -> str:
        return table(["what", "number", "at least"], [(a.what, a.shown, a.asked) for a in self.aims])

    def relation_types(self) -> str:
        rows = []
        for name in (*CLAIMS, *(n for n in get_args(records.RelationType) if n not in CLAIMS)):
            found = [relation for _, relation in self.relations if relation.type == name]
            based = sum(relation.basis is not None for relation in found)
            rows.append([f"`{name}`", len(found), with_share(based, len(found))])
        return table(["relation", "number", "with a basis"], rows)

    def by_category(self) -> str:
        halves = {
            name: [category.id for category in self.dataset.categories if category.half == half]
            for half, name in HALVES.items()
        }
        rows = [
            [
                f"{decade}s",
                *(self.cells[decade, name] for name in self.categories),
                *(sum(self.cells[decade, name] for name in names) for names in halves.values()),
                len(self.by_decade[decade]),
            ]
            for decade in self.decades
        ]
        sums = [sum(map(int, column)) for column in zip(*(row[1:] for row in rows), strict=True)]
        shares = [share(number, sums[-1]) for number in sums]
        head = ["decade", *self.categories.values(), *(f"*{name}*" for name in halves), "all"]
        return table(head, [*rows, ["all", *sums], ["share", *shares]])

    def empty_cells(self) -> str:
        return bullets(
            f"{self.cell(cell)}: {self.reason(cell) or '**no reason is given.**'}" for cell in self.empty
        )

    def by_year(self) -> str:
        found = Counter(self.year.values())
        rows = [
            [
                f"{decade}s",
                *(found[year] if year in self.years else "" for year in range(decade, decade + 10)),
            ]
            for decade in self.decades
        ]
        return table(["decade", *map(str, range(10))], rows)

    def empty_years(self) -> str:
        filled = {(self.year[event.id], self.category(event)) for event in self.events}
        lines = {"any": set(self.years) - set(self.year.values())}
        for name, shown in self.categories.items():
            lines[shown] = {year for year in self.years if (year, name) not in filled}
        return bullets(f"{name}: {runs(sorted(years))}" for name, years in lines.items())

    def initiators(self) -> str:
        rows = []
        for name, inside in self.spans.items():
            found = Counter(self.group[event.id] for event in inside)
            rows.append([name, *(with_share(found[g], len(inside)) for g in self.groups), len(inside)])
        return table(["decade", *self.groups, "all"], rows)

    def importance(self) -> str:
        rows = []
        for name in [*self.groups, "all"]:
            inside = [e for e in self.events if name in ("all", self.group[e.id])]
            grades = Counter(event.importance for event in inside)
            high = grades[4] + grades[5]
            labels = self.count(lambda e: e.label is not None, inside)
            rows.append(
                [name, *(grades[g] for g in range(1, 6)), high, share(high, len(inside)), labels, len(inside)]
            )
        return table(["initiator", "1", "2", "3", "4", "5", "4–5", "share of 4–5", "labels", "all"], rows)

    def sources_by_importance(self) -> str:
        rows = []
        for grade in range(5, 0, -1):
            inside = [event for event in self.events if event.importance == grade]
            thin, primary = self.count(self.is_thin, inside), self.count(self.has_primary, inside)
            rows.append([grade, *(with_share(n, len(inside)) for n in (thin, primary)), len(inside)])
        return table(["importance", "one independent source", "a primary source", "all"], rows)

    def weighty_without(self, lacks: Test) -> str:
        found = filter(lacks, self.weighty)
        return bullets(f"`{event.id}` ({event.importance}): {title(event)}" for event in found)

    def sourcing(self) -> str:
        tests: dict[str, Test] = {
            "one independent source": self.is_thin,
            "a primary source": self.has_primary,
            "two readings": is_disputed,
            "a date uncertain or disputed": self.is_doubtful,
            "a clock": lambda event: event.clock is not None,
        }
        rows = []
        for name, inside in self.spans.items():
            cells = [with_share(self.count(test, inside), len(inside)) for test in tests.values()]
            excerpts = self.cited(inside)
            texts = [text for excerpt in excerpts for text in excerpt.texts]
            verified = sum(text.verified.how != "unverified" for text in texts)
            seen = share(sum(map(is_seen, excerpts)), len(excerpts))
            rows.append([name, *cells, len(inside), seen, share(verified, len(texts))])
        return table(["decade", *tests, "all", "excerpts with words seen", "quotations verified"], rows)

    def own_texts(self) -> str:
        pair = {SOUTH, NORTH}
        tests: dict[str, Test] = {
            "both sides among the initiators": lambda event: pair <= self.roots(event.initiator),
            "both sides among the actors": lambda event: pair <= self.roots(event.actors),
            "texts issued by both sides cited": lambda event: pair <= self.issuers(event),
            "a text issued by the South, none by the North": lambda e: self.issuers(e) & pair == {SOUTH},
            "a text issued by the North, none by the South": lambda e: self.issuers(e) & pair == {NORTH},
            "readings of both sides": lambda event: pair <= self.reads(event),
        }
        rows = []
        for name, test in tests.items():
            found = [self.count(test, inside) for inside in self.spans.values()]
            rows.append([name, *found, share(found[-1], len(self.events))])
        rows.append(["all events", *map(len, self.spans.values()), ""])
        return table(["events with", *self.spans, "share"], rows)

    def channels(self) -> str:
        ways = {way: way for way in get_args(records.Path)} | {None: "not stated"}
        rows = []
        for name, inside in self.spans.items():
            excerpts = self.cited(inside)
            found = Counter(excerpt.path for excerpt in excerpts)
            rows.append([name, *(with_share(found[way], len(excerpts)) for way in ways), len(excerpts)])
        return table(["decade", *ways.values(), "all"], rows)

    def series(self) -> str:
        rows = []
        for series in self.dataset.series.values():
            years = [self.year[event.id] for event in self.dataset.in_series(series.id)]
            span = "–".join(map(str, sorted({years[0], years[-1]}))) if years else ""
            known = series.complete
            told = (known.start, known.end, known.against) if known else ("", "", "not known to be complete")
            rows.append([title(series), *told, span, len(years)])
        head = ["series", "complete from", "to", "against", "its events", "number"]
        return table(head, rows, texts=range(5))

    def markdown(self) -> str:
        """The whole page."""
        parts = [
            "# Coverage of the chronicle",
            "Printed by `scripts/coverage.py` from the data; change the data, then print it again. An event "
            "counts once, in its category and in the year in which its date begins.",
            "## Counts",
            "A source is a document, an excerpt a passage of it, a quotation a text of an excerpt in one "
            "language (a translation is one of its own). Verified are the quotations compared with a page or "
            "a text; an excerpt whose words were seen has at least one of these. *At least* is what the "
            "editors ask of the chronicle.",
            self.counts(),
            "Relations by type. The first five say more than sequence; the basis is the excerpt that "
            "supports the link.",
            self.relation_types(),
            "## Events by decade and category",
            "The categories, then their two halves. The halves are channels: they say through which an event "
            "passed, and are no verdict.",
            self.by_category(),
            "Decades in which a category has no event, and why:",
            self.empty_cells(),
            "## Events by year",
            "A row is a decade, a column the last digit of the year.",
            self.by_year(),
            "Years without an event, of any category and of each:",
            self.empty_years(),
            "## Initiators by decade",
            "Counted by what the initiators are part of in the end: *both* are the two Koreas alone, *with "
            "others* adds a third party, *UN* is the United Nations alone, *others* are neither Korea nor "
            "the UN alone, *disputed* is whatever the sides dispute who did. Shares are of the decade.",
            self.initiators(),
            "## Importance and labels by initiator",
            "Events of each importance, the share of 4 and 5 among all of the initiator, and *labels*: those "
            "that have a short form of their own for the canvas.",
            self.importance(),
            "## Importance and sources",
            "Sources are independent if they differ in both publisher (or issuer) and agency; primary is the "
            "text itself of whoever speaks.",
            self.sources_by_importance(),
            "Events of importance 4 and 5 without two independent sources:",
            self.weighty_without(self.is_thin),
            "Events of importance 4 and 5 that cite no primary source:",
            self.weighty_without(lambda event: not self.has_primary(event)),
            "## Sources, readings and dates by decade",
            "Two readings are readings of two or more parties. A date is uncertain if it is not known to the "
            "day, disputed if the parties give different ones; a clock is an hour that a source gives. The "
            "last two columns are shares of the excerpts that the events of the decade refer to, and of the "
            "quotations in them.",
            self.sourcing(),
            "## Each side’s own texts by decade",
            "A ministry, an army or a person counts as the side it is part of, and a text is issued by a "
            "side if its source names one as the issuer.",
            self.own_texts(),
            "How the words of the excerpts reached us: *published* by the speaker, published by the "
            "*other-side*, *relayed* from a meeting, *reported* by the press, or *recollected*.",
            self.channels(),
            "## Series",
            "From when to when a series is complete, and against what it was checked; then the years of its "
            "first and last event, and their number. Outside the dates given, silence says nothing.",
            self.series(),
        ]
        return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page; the exit code."""
    parser = argparse.ArgumentParser(description="Print what a collection covers, as Markdown.")
    parser.add_argument("path", nargs="?", type=Path, help="a folder or file (default: the chronicle)")
    collection = read_collection(parser.parse_args(arguments).path, chronicle=paths.data_folder())
    if collection.problems:
        print(f"problems in the data: {len(collection.problems)}; main.py check names them", file=sys.stderr)
    if not collection.events:
        return 1
    coverage = Coverage(Dataset(collection))
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(coverage.markdown())
    faults = coverage.faults()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
