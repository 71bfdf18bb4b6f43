"""docs/coverage.md is what scripts/coverage.py prints of the chronicle, and nothing in it falls short."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.counts import Aim, Coverage
from scripts.coverage import Page
from scripts.markdown import runs
from tests.collections_of_tests import actor, dataset, event
from timeline_app.model.records import (
    Cite,
    Complete,
    Event,
    Excerpt,
    ExcerptText,
    Reading,
    Relation,
    Series,
    Source,
    Text,
    Verified,
)

ROOT = Path(__file__).resolve().parent.parent
SIDES = (actor("south-korea"), actor("ministry", "south-korea"), actor("north-korea"), actor("china"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(ROOT / "scripts" / "coverage.py"), *arguments]
    return subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def printed() -> subprocess.CompletedProcess[str]:
    return run()


def source(name: str, *texts: tuple[ExcerptText, ...], **fields: object) -> Source:
    """A source with one excerpt for each of ``texts``, numbered from 1."""
    excerpts = tuple(
        Excerpt(id=str(number), summary=Text(en="A passage."), texts=words)
        for number, words in enumerate(texts, 1)
    )
    return Source(id=name, title={"en": name}, publisher=name, excerpts=excerpts, **fields)  # type: ignore[arg-type]


SEEN = ExcerptText(language="en", exact="three plain words", verified=Verified(on="2026-11-24", how="page"))
UNSEEN = ExcerptText(language="en", exact="words from memory")
SOURCES = (
    source("text", (SEEN,), (), primary=True, issuer="ministry"),
    source("report", (SEEN, UNSEEN), (UNSEEN,)),
)


def cites(*excerpts: str) -> tuple[Cite, ...]:
    return tuple(Cite(excerpt=excerpt) for excerpt in excerpts)


def readings(*parties: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(about="when", party=party, date="1953", gist=Text(en="So."), excerpt="report#2")
        for party in parties
    )


EVENTS = (
    event("1948-talks", "1948-03", initiator=("ministry", "north-korea"), cites=cites("text#1", "report#1")),
    event(
        "1953-truce",
        "1953-07-27",
        category="border",
        importance=5,
        initiator=("china", "north-korea"),
        cites=cites("report#1", "text#2"),
        readings=readings("north-korea", "south-korea"),
        relations=(
            Relation(type="settles", to="1948-talks", basis="report#1"),
            Relation(type="context", to="1948-talks"),
        ),
        series=("truces",),
    ),
    event("1954-talks", "1954-04-26", relations=(Relation(type="same-series", to="1953-truce"),)),
)
SERIES = (
    Series(
        id="truces",
        title=Text(en="Truces"),
        complete=Complete(start="1950", end="1960", against="a list | of the UN"),
    ),
    Series(id="other", title=Text(en="Others")),
)
REASONS = {(1940, "border"): "there was no line."}


def covered(*events: Event, reasons: dict[tuple[int, str], str] = REASONS) -> Coverage:
    return Coverage(dataset(*(events or EVENTS), actors=SIDES, sources=SOURCES, series=SERIES), reasons)


def rows(page: str, heading: str) -> list[str]:
    """The lines of a section."""
    return page.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()


# -- the chronicle


def test_the_coverage_shown_is_the_one_of_the_chronicle(printed: subprocess.CompletedProcess[str]) -> None:
    shown = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert shown == printed.stdout, "print it again: scripts/coverage.py >docs/coverage.md"


def test_the_chronicle_falls_short_nowhere(printed: subprocess.CompletedProcess[str]) -> None:
    assert (printed.returncode, printed.stderr) == (0, "")


# -- a tiny collection


def test_counts() -> None:
    found = rows(Page(covered()).markdown(), "Counts")
    for line in (
        "| events | 3 |  |",
        "| of these primary | 1 (50 %) |  |",
        "| excerpts with words that were seen | 2 (50 %) | 80 % |",
        "| of these verified | 2 (50 %) |  |",
        "| pairs of events linked by more than a series | 1 | 400 |",
        "| events in no such pair | 1 |  |",
        "| of these with a basis | 1 (100 %) |  |",
        "| events with readings of two or more parties | 1 | 40 |",
        "| `settles` | 1 | 1 (100 %) |",
        "| `same-series` | 1 | 0 |",
    ):
        assert line in found


def test_decades_years_and_halves() -> None:
    page = Page(covered()).markdown()
    cells = rows(page, "Events by decade and category")
    assert "| 1940s | 1 | 0 | 1 | 0 | 1 |" in cells  # talks, border, their halves, all
    assert "| 1950s | 1 | 1 | 1 | 1 | 2 |" in cells
    assert "- 1940s, Border: there was no line." in cells
    years = rows(page, "Events by year")
    assert "| 1940s |  |  |  |  |  |  |  |  | 1 | 0 |" in years
    assert "| 1950s | 0 | 0 | 0 | 1 | 1 |  |  |  |  |  |" in years
    assert "- any: 1949–1952" in years
    assert "- Border: 1948–1952, 1954" in years


def test_initiators_and_own_texts_by_decade() -> None:
    page = Page(covered()).markdown()
    found = rows(page, "Initiators by decade")
    assert "| decade | both | North Korea with others | not stated | all |" in found
    assert "| 1950s | 0 | 1 (50 %) | 1 (50 %) | 2 |" in found
    own = rows(page, "Each side’s own texts by decade")
    assert "| a text issued by the South, none by the North | 1 | 1 | 2 | 67 % |" in own
    assert "| readings of both sides | 0 | 1 | 1 | 33 % |" in own


def test_sourcing_by_decade_counts_an_excerpt_once() -> None:
    found = rows(Page(covered()).markdown(), "Sources, readings and dates by decade")
    assert "| 1940s | 0 | 1 (100 %) | 0 | 1 (100 %) | 0 | 1 | 100 % | 67 % |" in found
    assert "| 1950s | 1 (50 %) | 1 (50 %) | 1 (50 %) | 1 (50 %) | 0 | 2 | 33 % | 33 % |" in found


def test_series_say_against_what_they_are_complete() -> None:
    found = rows(Page(covered()).markdown(), "Series")
    assert "| Truces | 1950 | 1960 | a list / of the UN | 1953 | 1 |" in found
    assert "| Others |  |  | not known to be complete |  | 0 |" in found


# -- faults


def faults_of_cells(coverage: Coverage) -> list[str]:
    """The faults without what is asked of the counts."""
    return [fault for fault in coverage.faults() if not fault.endswith(" asked")]


def test_an_empty_cell_needs_a_reason() -> None:
    assert faults_of_cells(covered()) == []
    for reasons in ({}, {(1940, "border"): " "}):
        coverage = covered(reasons=reasons)
        assert faults_of_cells(coverage) == ["1940s, Border: no event, and no reason"]
        assert "- 1940s, Border: **no reason is given.**" in Page(coverage).markdown()


def test_a_decade_without_any_event_is_empty_in_every_category() -> None:
    coverage = covered(EVENTS[0], event("1969-talks", "1969-01-01"))
    assert faults_of_cells(coverage) == [
        "1950s, Talks: no event, and no reason",
        "1950s, Border: no event, and no reason",
        "1960s, Border: no event, and no reason",
    ]


def test_a_reason_needs_an_empty_cell() -> None:
    reasons = {
        **REASONS,
        (1950, "border"): "none.",
        (1950, "border-lands"): "none.",
        (1970, "talks"): "none.",
    }
    assert faults_of_cells(covered(reasons=reasons)) == [
        "1950s, Border: a reason for no event, but 1 there",
        "1950s, border-lands: a reason, but no such category",
    ]


@pytest.mark.parametrize("importance", [3, 4, 5])
def test_what_matters_rests_on_two_sources(importance: int) -> None:
    thin = event(
        "1948-border", "1948-05-10", category="border", importance=importance, cites=cites("report#1")
    )
    coverage = covered(*EVENTS, thin, reasons={})
    expected = f"1948-border: importance {importance}, but no two independent sources"
    assert faults_of_cells(coverage) == ([expected] if importance >= 4 else [])
    section = rows(Page(coverage).markdown(), "Importance and sources")
    assert section.count(f"- `1948-border` ({importance}): 1948 Border") == (2 if importance >= 4 else 0)


def test_a_share_that_is_rounded_up_is_not_enough() -> None:
    assert Aim("excerpts", 80, 80, of=100).is_met
    short = Aim("excerpts", 1596, 80, of=2000)
    assert (short.is_met, short.shown) == (False, "1596 (80 %)")
    assert short.fault == "excerpts: 1596 of 2000, but 80 % asked"
    assert not Aim("pairs", 399, 400).is_met


@pytest.mark.parametrize(
    ("years", "shown"),
    [([], "none"), ([1948], "1948"), ([1948, 1949, 1950, 1953], "1948–1950, 1953"), ([1, 3, 4], "1, 3–4")],
)
def test_runs(years: list[int], shown: str) -> None:
    assert runs(years) == shown


# -- the script


def test_the_script_prints_the_page_and_fails(tmp_path: Path) -> None:
    events = [{"id": "1972-statement", "date": "1972-07-04", "title": {"en": "A"}, "category": "talks"}]
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"events": events}), encoding="utf-8")
    done = run(str(file))
    assert done.returncode == 1
    assert done.stdout.startswith("# Coverage of the chronicle\n")
    assert "1970s, Human rights: no event, and no reason" in done.stderr.splitlines()
    assert "periods: 0, but 45 asked" in done.stderr.splitlines()


def test_a_path_without_a_collection_is_told(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.json"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("problems in the data: ")


def test_the_readme_of_the_data_shows_how_importance_is_spread(checkout: Path) -> None:
    page = (checkout / "docs" / "coverage.md").read_text(encoding="utf-8")
    start = page.index("| initiator | 1 | 2 | 3 | 4 | 5 |")
    assert page[start : page.index("\n\n", start)] in (checkout / "data" / "README.md").read_text(
        encoding="utf-8"
    )
