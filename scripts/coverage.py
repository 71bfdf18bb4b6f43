"""Print what the chronicle covers, and how evenly, as the Markdown of docs/coverage.md.

.venv/bin/python scripts/coverage.py >docs/coverage.md
.venv/bin/python scripts/coverage.py PATH    another collection

The exit code is 1 if the collection falls short of what is asked of it; stderr says where. The page is
printed all the same.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.counts import CLAIMS, HALVES, NORTH, SOUTH, Coverage, Test, is_seen, title  # noqa: E402
from scripts.markdown import bullets, runs, share, table, with_share  # noqa: E402
from timeline_app import paths  # noqa: E402
from timeline_app.files.collection import read_collection  # noqa: E402
from timeline_app.model import records  # noqa: E402
from timeline_app.model.dataset import Dataset, is_disputed  # noqa: E402


class Page:
    """The tables of a counted collection, and the page that they make."""

    def __init__(self, coverage: Coverage) -> None:
        self.of = coverage

    def counts(self) -> str:
        return table(["what", "number", "at least"], [(a.what, a.shown, a.asked) for a in self.of.aims])

    def relation_types(self) -> str:
        rows = []
        for name in (*CLAIMS, *(n for n in get_args(records.RelationType) if n not in CLAIMS)):
            found = [relation for _, relation in self.of.relations if relation.type == name]
            based = sum(relation.basis is not None for relation in found)
            rows.append([f"`{name}`", len(found), with_share(based, len(found))])
        return table(["relation", "number", "with a basis"], rows)

    def by_category(self) -> str:
        halves = {
            name: [category.id for category in self.of.dataset.categories if category.half == half]
            for half, name in HALVES.items()
        }
        rows = [
            [
                f"{decade}s",
                *(self.of.cells[decade, name] for name in self.of.categories),
                *(sum(self.of.cells[decade, name] for name in names) for names in halves.values()),
                len(self.of.by_decade[decade]),
            ]
            for decade in self.of.decades
        ]
        sums = [sum(map(int, column)) for column in zip(*(row[1:] for row in rows), strict=True)]
        shares = [share(number, sums[-1]) for number in sums]
        head = ["decade", *self.of.categories.values(), *(f"*{name}*" for name in halves), "all"]
        return table(head, [*rows, ["all", *sums], ["share", *shares]])

    def empty_cells(self) -> str:
        return bullets(
            f"{self.of.cell(cell)}: {self.of.reason(cell) or '**no reason is given.**'}"
            for cell in self.of.empty
        )

    def by_year(self) -> str:
        found = Counter(self.of.year.values())
        rows = [
            [
                f"{decade}s",
                *(found[year] if year in self.of.years else "" for year in range(decade, decade + 10)),
            ]
            for decade in self.of.decades
        ]
        return table(["decade", *map(str, range(10))], rows)

    def empty_years(self) -> str:
        filled = {(self.of.year[event.id], self.of.category(event)) for event in self.of.events}
        lines = {"any": set(self.of.years) - set(self.of.year.values())}
        for name, shown in self.of.categories.items():
            lines[shown] = {year for year in self.of.years if (year, name) not in filled}
        return bullets(f"{name}: {runs(sorted(years))}" for name, years in lines.items())

    def initiators(self) -> str:
        rows = []
        for name, inside in self.of.spans.items():
            found = Counter(self.of.group[event.id] for event in inside)
            rows.append([name, *(with_share(found[g], len(inside)) for g in self.of.groups), len(inside)])
        return table(["decade", *self.of.groups, "all"], rows)

    def importance(self) -> str:
        rows = []
        for name in [*self.of.groups, "all"]:
            inside = [e for e in self.of.events if name in ("all", self.of.group[e.id])]
            grades = Counter(event.importance for event in inside)
            high = grades[4] + grades[5]
            labels = self.of.count(lambda e: e.label is not None, inside)
            rows.append(
                [name, *(grades[g] for g in range(1, 6)), high, share(high, len(inside)), labels, len(inside)]
            )
        return table(["initiator", "1", "2", "3", "4", "5", "4–5", "share of 4–5", "labels", "all"], rows)

    def sources_by_importance(self) -> str:
        rows = []
        for grade in range(5, 0, -1):
            inside = [event for event in self.of.events if event.importance == grade]
            thin, primary = self.of.count(self.of.is_thin, inside), self.of.count(self.of.has_primary, inside)
            rows.append([grade, *(with_share(n, len(inside)) for n in (thin, primary)), len(inside)])
        return table(["importance", "one independent source", "a primary source", "all"], rows)

    def weighty_without(self, lacks: Test) -> str:
        found = filter(lacks, self.of.weighty)
        return bullets(f"`{event.id}` ({event.importance}): {title(event)}" for event in found)

    def sourcing(self) -> str:
        tests: dict[str, Test] = {
            "one independent source": self.of.is_thin,
            "a primary source": self.of.has_primary,
            "two readings": is_disputed,
            "a date uncertain or disputed": self.of.is_doubtful,
            "a clock": lambda event: event.clock is not None,
        }
        rows = []
        for name, inside in self.of.spans.items():
            cells = [with_share(self.of.count(test, inside), len(inside)) for test in tests.values()]
            excerpts = self.of.cited(inside)
            texts = [text for excerpt in excerpts for text in excerpt.texts]
            verified = sum(text.verified.how != "unverified" for text in texts)
            seen = share(sum(map(is_seen, excerpts)), len(excerpts))
            rows.append([name, *cells, len(inside), seen, share(verified, len(texts))])
        return table(["decade", *tests, "all", "excerpts with words seen", "quotations verified"], rows)

    def own_texts(self) -> str:
        pair = {SOUTH, NORTH}
        tests: dict[str, Test] = {
            "both sides among the initiators": lambda event: pair <= self.of.roots(event.initiator),
            "both sides among the actors": lambda event: pair <= self.of.roots(event.actors),
            "texts issued by both sides cited": lambda event: pair <= self.of.issuers(event),
            "a text issued by the South, none by the North": lambda e: self.of.issuers(e) & pair == {SOUTH},
            "a text issued by the North, none by the South": lambda e: self.of.issuers(e) & pair == {NORTH},
            "readings of both sides": lambda event: pair <= self.of.reads(event),
        }
        rows = []
        for name, test in tests.items():
            found = [self.of.count(test, inside) for inside in self.of.spans.values()]
            rows.append([name, *found, share(found[-1], len(self.of.events))])
        rows.append(["all events", *map(len, self.of.spans.values()), ""])
        return table(["events with", *self.of.spans, "share"], rows)

    def channels(self) -> str:
        ways = {way: way for way in get_args(records.Path)} | {None: "not stated"}
        rows = []
        for name, inside in self.of.spans.items():
            excerpts = self.of.cited(inside)
            found = Counter(excerpt.path for excerpt in excerpts)
            rows.append([name, *(with_share(found[way], len(excerpts)) for way in ways), len(excerpts)])
        return table(["decade", *ways.values(), "all"], rows)

    def series(self) -> str:
        rows = []
        for series in self.of.dataset.series.values():
            years = [self.of.year[event.id] for event in self.of.dataset.in_series(series.id)]
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
            self.weighty_without(self.of.is_thin),
            "Events of importance 4 and 5 that cite no primary source:",
            self.weighty_without(lambda event: not self.of.has_primary(event)),
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
    print(Page(coverage).markdown())
    faults = coverage.faults()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
