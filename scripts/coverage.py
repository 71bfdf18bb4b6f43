"""Print what the chronicle covers, and how evenly, as the Markdown of docs/coverage.md.

.venv/bin/python scripts/coverage.py >docs/coverage.md
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline_app import paths  # noqa: E402
from timeline_app.files.collection import read_collection  # noqa: E402
from timeline_app.model.dataset import Dataset, is_disputed  # noqa: E402
from timeline_app.model.records import Event  # noqa: E402

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


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first hold numbers."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def share(part: int, whole: int) -> str:
    """Part of whole in per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


class Coverage:
    """The chronicle, counted."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.events = dataset.events
        self.year = {
            event.id: (date.start or date).year or int(event.id[:4])
            for event, date in zip(dataset.events, dataset.dates, strict=True)
        }
        self.years = range(min(self.year.values()), max(self.year.values()) + 1)
        self.group = {event.id: self.group_of(event) for event in self.events}
        self.groups = [group for group in GROUPS if group in self.group.values()]

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

    def by_year(self, head: str, columns: Mapping[str, str], key: Callable[[Event], str]) -> str:
        """Events by year and by ``key``, with sums."""
        cells = Counter((self.year[event.id], key(event)) for event in self.events)
        names = list(columns)
        rows = [[year, *(cells[year, n] for n in names)] for year in self.years]
        rows = [[*row, sum(row[1:])] for row in rows]
        sums = [sum(column) for column in list(zip(*rows, strict=True))[1:]]
        shares = [share(number, sums[-1]) for number in sums]
        return table([head, *columns.values(), "all"], [*rows, ["all", *sums], ["share", *shares]])

    def count(self, holds: Callable[[Event], bool], among: Iterable[Event] | None = None) -> int:
        """How many events it holds for."""
        return sum(map(holds, self.events if among is None else among))

    def counts(self) -> str:
        sources = self.dataset.sources.values()
        excerpts = [excerpt for source in sources for excerpt in source.excerpts]
        texts = [text for excerpt in excerpts for text in excerpt.texts]
        verified = sum(text.verified.how != "unverified" for text in texts)
        rows = [
            ("events", len(self.events)),
            ("sources", len(sources)),
            ("of these primary", sum(source.primary for source in sources)),
            ("excerpts", len(excerpts)),
            ("quotations", len(texts)),
            ("of these verified", f"{verified} ({share(verified, len(texts))})"),
        ]
        return table(["what", "number"], rows)

    def category(self, event: Event) -> str:
        return self.dataset.category_of(event).id

    def categories(self) -> dict[str, str]:
        return {category.id: category.title.en or category.id for category in self.dataset.categories}

    def empty_cells(self) -> str:
        filled = {(self.year[event.id], self.category(event)) for event in self.events}
        gaps = {
            title: [str(year) for year in self.years if (year, name) not in filled]
            for name, title in self.categories().items()
        }
        lines = [f"- {title}: {', '.join(years)}" for title, years in gaps.items() if years]
        return "\n".join(lines) or "None."

    def decades(self) -> str:
        rows = []
        for decade in sorted({year // 10 * 10 for year in self.years}):
            inside = [e for e in self.events if self.year[e.id] // 10 * 10 == decade]
            found = Counter(self.group[event.id] for event in inside)
            shares = [f"{found[group]} ({share(found[group], len(inside))})" for group in self.groups]
            rows.append([f"{decade}s", *shares, len(inside)])
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

    def has_primary(self, event: Event) -> bool:
        return any(source.primary for source, _ in self.dataset.sources_of(event))

    def has_one_source(self, event: Event) -> bool:
        return self.dataset.independent_sources(event) == 1

    def reads(self, event: Event) -> set[str]:
        return self.roots(reading.party for reading in event.readings)

    def issuers(self, event: Event) -> set[str]:
        return self.roots(source.issuer for source, _ in self.dataset.sources_of(event) if source.issuer)

    def sourcing(self) -> str:
        tests: list[Callable[[Event], bool]] = [self.has_one_source, self.has_primary, is_disputed]
        rows = []
        for year in [*self.years, "all"]:
            inside = [e for e in self.events if year in ("all", self.year[e.id])]
            found = [self.count(test, inside) for test in tests]
            cells = [f"{number} ({share(number, len(inside))})" for number in found]
            rows.append([year, *cells, len(inside)])
        return table(["year", "one independent source", "a primary source", "two readings", "all"], rows)

    def both_sides(self) -> str:
        pair = {SOUTH, NORTH}
        tests: dict[str, Callable[[Event], bool]] = {
            "both sides among the initiators": lambda event: pair <= self.roots(event.initiator),
            "both sides among the actors": lambda event: pair <= self.roots(event.actors),
            "texts issued by both sides cited": lambda event: pair <= self.issuers(event),
            "a text issued by the South, none by the North": lambda e: self.issuers(e) & pair == {SOUTH},
            "a text issued by the North, none by the South": lambda e: self.issuers(e) & pair == {NORTH},
            "readings of both sides": lambda event: pair <= self.reads(event),
        }
        rows = [(name, n := self.count(test), share(n, len(self.events))) for name, test in tests.items()]
        return table(["events with", "number", "share"], rows)

    def single(self) -> str:
        found = [e for e in self.events if self.has_one_source(e)]
        return "\n".join(f"- `{event.id}` ({event.importance})" for event in found) or "None."

    def markdown(self) -> str:
        """The whole document."""
        groups = {group: group for group in self.groups}
        parts = [
            "# Coverage of the chronicle",
            "Printed by `scripts/coverage.py` from `data/`; change the data, then print it again.",
            "## Counts",
            "A source is a document, an excerpt a passage of it, a quotation a text of an excerpt in one "
            "language (a translation is one of its own); verified are those compared with a page or a text.",
            self.counts(),
            "## Events by year and category",
            "An event counts once, in its category and in the year in which its date begins.",
            self.by_year("year", self.categories(), self.category),
            "Years in which a category has no event:",
            self.empty_cells(),
            "## Events by year and initiator",
            "An event counts once, by what its initiators are part of in the end: *both* are the two Koreas "
            "alone, *with others* adds a third party, *UN* is the United Nations alone, *others* are neither "
            "Korea nor the UN alone, *disputed* is whatever the sides dispute who did.",
            self.by_year("year", groups, lambda event: self.group[event.id]),
            "## Initiators by decade",
            "The events of the table before by decade, with their share of the decade.",
            self.decades(),
            "## Importance and labels by initiator",
            "Events of each importance, the share of 4 and 5 among all of the initiator, and *labels*: those "
            "that have a short form of their own for the canvas.",
            self.importance(),
            "## Sources and readings by year",
            "Sources are independent if they differ in both publisher (or issuer) and agency; primary is the "
            "text itself of whoever speaks; two readings are readings of two or more parties.",
            self.sourcing(),
            "Events with one independent source, and their importance:",
            self.single(),
            "## Both sides",
            "Each line counts events of the whole chronicle; a ministry, an army or a person counts as the "
            "side it is part of, and a text is issued by a side if its source names one as the issuer.",
            self.both_sides(),
        ]
        return "\n\n".join(parts)


def main() -> None:
    """Print the document."""
    sys.stdout.reconfigure(encoding="utf-8")
    print(Coverage(Dataset(read_collection(None, chronicle=paths.data_folder()))).markdown())


if __name__ == "__main__":
    main()
