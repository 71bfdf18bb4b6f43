"""Events as data for other programs: JSON with references resolved one level, and CSV."""

import csv
import json
import re
from collections.abc import Iterable
from functools import cache
from io import StringIO
from typing import Any

import msgspec
from msgspec import Struct

from timeline_app.model.dataset import Dataset
from timeline_app.model.records import Event

ISO_DATE = re.compile(r"-?\d{4,}(-\d\d(-\d\d)?)?")
FORMULA = re.compile(r"[=+\-@\t\r]")  # a spreadsheet would run what begins so
NUMBER = re.compile(r"-?\d+(\.\d+)?")
CSV_COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "category",
    "importance",
    "title_en",
    "title_ko",
    "summary_en",
    "summary_ko",
    "place",
    "initiator",
    "actors",
    "series",
    "sources",
)


def event_object(dataset: Dataset, event: Event) -> dict[str, Any]:
    """An event with every field it can have, absent ones as null or as an empty list."""
    stored = plain(event)
    earliest, latest = bounds(dataset, event)
    return {
        "id": event.id,
        "date": event.date,
        "earliest": earliest,
        "latest": latest,
        **{name: value for name, value in stored.items() if name not in ("id", "date")},
        "place": _named(dataset.places[event.place]) if event.place else None,
        "actors": [_named(dataset.actors[name]) for name in dataset.with_ancestors(event.actors)],
        "relations": _relations(dataset, event),
        "sources": _sources(dataset, event),
    }


def json_text(value: Any, encoding: str | None = "utf-8") -> str:
    """JSON for a stream; where its encoding is not Unicode, other letters are escaped."""
    is_unicode = (encoding or "utf-8").casefold().replace("-", "").startswith("utf")
    if is_unicode:
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return json.dumps(value, indent=2)


def csv_text(dataset: Dataset, events: Iterable[Event]) -> str:
    """One row an event, ids joined by spaces, with a row of names above."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for event in events:
        earliest, latest = bounds(dataset, event)
        summary = event.summary
        row = (
            event.id,
            event.date,
            earliest,
            latest,
            event.category,
            event.importance,
            event.title.en,
            event.title.ko,
            summary.en if summary else None,
            summary.ko if summary else None,
            event.place,
            " ".join(event.initiator),
            " ".join(event.actors),
            " ".join(event.series),
            " ".join(dict.fromkeys(cite.excerpt.partition("#")[0] for cite in event.cites)),
        )
        writer.writerow([_safe_cell(value) for value in row])
    return out.getvalue()


def plain(record: Any) -> Any:
    """A record as JSON values, with nothing left out."""
    if isinstance(record, Struct):
        return {key: plain(getattr(record, name)) for name, key in _names(type(record))}
    if isinstance(record, tuple):
        return [plain(entry) for entry in record]
    return record


@cache
def _names(record: type[Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a record: in the program, and in files."""
    return tuple(zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True))


def bounds(dataset: Dataset, event: Event) -> tuple[str | None, str | None]:
    """First and last ISO date an event can mean; none where open or unknown."""
    earliest, latest = dataset.dates[dataset.index_of(event.id)].bounds
    return (
        earliest if ISO_DATE.fullmatch(earliest) else None,
        latest if ISO_DATE.fullmatch(latest) else None,
    )


def references(event: Event) -> list[str]:
    """Every excerpt an event rests on, each once: cited first, then those of readings, figures, relations."""
    found = [cite.excerpt for cite in event.cites]
    found += [reading.excerpt for reading in event.readings]
    found += [figure.excerpt for figure in event.figures]
    found += [relation.basis for relation in event.relations if relation.basis]
    return list(dict.fromkeys(found))


def _named(record: Any) -> dict[str, Any]:
    return {"id": record.id, "name": plain(record.name)}


def _sources(dataset: Dataset, event: Event) -> list[dict[str, Any]]:
    wanted = references(event)
    sources = []
    for name in dict.fromkeys(reference.partition("#")[0] for reference in wanted):
        source = dataset.sources[name]
        cited = [excerpt for excerpt in source.excerpts if f"{name}#{excerpt.id}" in wanted]
        sources.append({**plain(source), "excerpts": plain(tuple(cited))})
    return sources


def _relations(dataset: Dataset, event: Event) -> list[dict[str, Any]]:
    """Both directions: ``from`` and ``to`` as the relation is stored, ``event`` the other end."""
    return [
        {
            "type": link.relation.type,
            "direction": "out" if link.outgoing else "in",
            "from": event.id if link.outgoing else link.event.id,
            "to": link.relation.to,
            "basis": link.relation.basis,
            "event": {"id": link.event.id, "date": link.event.date, "title": plain(link.event.title)},
        }
        for link in dataset.links(event)
    ]


def _safe_cell(value: object) -> object:
    if isinstance(value, str) and FORMULA.match(value) and not NUMBER.fullmatch(value):
        return f"'{value}"
    return value
