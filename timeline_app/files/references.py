"""References between records: those to nothing are dropped and reported, the record itself stays."""

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.files.locate import Finding
from timeline_app.files.problems import near

MAX_HINTS = 20  # nearest names looked for a link; a file of another collection would need thousands


class Link(NamedTuple):
    """A field that names records: its list, the field, a field of its entries, and what it names."""

    list: str
    field: str
    inner: str  # the field of each entry of ``field``; empty where ``field`` itself holds the ids
    target: str
    optional: bool  # an entry outlives the loss of what it names
    named: str = ""  # the field's name in the file where it differs
    each: bool = False  # ``field`` is a list of ids


SINGULAR = {
    "actors": "actor",
    "categories": "category",
    "places": "place",
    "series": "series",
    "events": "event",
    "excerpts": "excerpt",
}
LINKS = (
    Link("events", "category", "", "categories", True),
    Link("events", "initiator", "", "actors", False, each=True),
    Link("events", "actors", "", "actors", False, each=True),
    Link("events", "place", "", "places", True),
    Link("events", "series", "", "series", False, each=True),
    Link("events", "cites", "excerpt", "excerpts", False),
    Link("events", "readings", "party", "actors", False),
    Link("events", "readings", "excerpt", "excerpts", False),
    Link("events", "figures", "claimant", "actors", True),
    Link("events", "figures", "body", "actors", True),
    Link("events", "figures", "excerpt", "excerpts", False),
    Link("events", "relations", "to", "events", False),
    Link("events", "relations", "basis", "excerpts", True),
    Link("sources", "issuer", "", "actors", True),
    Link("actors", "part_of", "", "actors", True),
    Link("periods", "party", "", "actors", True),
    Link("periods", "excerpts", "", "excerpts", False, each=True),
    Link("periods", "spans", "start_event", "events", True, "from"),
    Link("periods", "spans", "end_event", "events", True, "to"),
    Link("verifications", "event", "", "events", False),
)


def mend(lists: dict[str, list[Any]], lost: Iterable[tuple[str, str]]) -> list[Finding]:
    """Drop every reference to nothing from ``lists``, in place, and say which they were.

    References to records left out as faulty are dropped without a word: that fault is told already.
    """
    known = {name: {record.id for record in found} for name, found in lists.items() if name in SINGULAR}
    sources = lists["sources"]
    known["excerpts"] = {f"{source.id}#{excerpt.id}" for source in sources for excerpt in source.excerpts}
    told = set(lost)
    findings: list[Finding] = []
    for link in LINKS:
        missing = _named(lists[link.list], link) - known[link.target] - {None}
        if missing:
            silent = {name for name in missing if _is_told(link.target, name, told)}
            hints = {name: near(name, known[link.target]) for name in sorted(missing - silent)[:MAX_HINTS]}
            messages = {
                name: f"no {SINGULAR[link.target]} {name!r} in this collection{hints.get(name, '')}"
                for name in missing - silent
            }
            mender = partial(_mended, link=link, missing=missing, messages=messages, findings=findings)
            lists[link.list] = [found for record in lists[link.list] if (found := mender(record)) is not None]
    _drop_selves(lists, findings)
    _part_circles(lists, findings)
    return findings


def _named(found: list[Any], link: Link) -> set[Any]:
    field, inner = link.field, link.inner
    if inner:
        return {getattr(entry, inner) for record in found for entry in getattr(record, field)}
    if link.each:
        return {name for record in found for name in getattr(record, field)}
    return {getattr(record, field) for record in found}


def _is_told(target: str, name: str, told: set[tuple[str, str]]) -> bool:
    if target == "excerpts":
        return ("sources", name.partition("#")[0]) in told
    return (target, name) in told


def _mended(
    record: Any, link: Link, missing: set[str], messages: dict[str, str], findings: list[Finding]
) -> Any:
    """The record without its references to ``missing``; none if it is nothing without them."""

    def tell(path: tuple[str | int, ...], name: str) -> None:
        if name in messages:
            key = getattr(record, "id", "")
            findings.append(Finding(link.list, key, path, name, messages[name]))

    held = getattr(record, link.field)
    if not isinstance(held, tuple):
        if held not in missing:
            return record
        tell((link.named or link.field,), held)
        return replace(record, **{link.field: None}) if link.optional else None
    kept: list[Any] = []
    for index, entry in enumerate(held):
        name = getattr(entry, link.inner) if link.inner else entry
        if name not in missing:
            kept.append(entry)
            continue
        inner = (link.named or link.inner,) if link.inner else ()
        tell((link.field, index, *inner), name)
        if link.inner and link.optional:
            kept.append(replace(entry, **{link.inner: None}))
    return replace(record, **{link.field: tuple(kept)})


def _drop_selves(lists: dict[str, list[Any]], findings: list[Finding]) -> None:
    """Drop the relations of events to themselves."""
    for place, event in enumerate(lists["events"]):
        kept = tuple(relation for relation in event.relations if relation.to != event.id)
        if len(kept) < len(event.relations):
            for index, relation in enumerate(event.relations):
                if relation.to == event.id:
                    path = ("relations", index, "to")
                    message = "an event has no relation to itself"
                    findings.append(Finding("events", event.id, path, relation.to, message))
            lists["events"][place] = replace(event, relations=kept)


def _part_circles(lists: dict[str, list[Any]], findings: list[Finding]) -> None:
    """Cut circles of ``part_of``: whoever follows it upwards must arrive."""
    parents = {actor.id: actor.part_of for actor in lists["actors"]}
    for index, actor in enumerate(lists["actors"]):
        seen, above = {actor.id}, parents[actor.id]
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above]
        if above == actor.id:
            message = f"{actor.id} would be part of itself; name the wider actor, or leave the field out"
            findings.append(Finding("actors", actor.id, ("part_of",), actor.part_of, message))
            parents[actor.id] = None
            lists["actors"][index] = replace(actor, part_of=None)


def drop_repeated(name: str, found: list[Any]) -> tuple[list[Any], list[Finding]]:
    """Each id once, the first record wins; a finding for each of the others."""
    ids = [record.id for record in found]
    if len(set(ids)) == len(ids):
        return found, []
    kept: dict[str, Any] = {}
    count: dict[str, int] = {}
    findings = []
    for record in found:
        occurrence = count.get(record.id, 0)
        count[record.id] = occurrence + 1
        if occurrence:
            message = "this id is taken by {first}; an id names one record"
            findings.append(Finding(name, record.id, ("id",), record.id, message, occurrence))
        else:
            kept[record.id] = record
    return list(kept.values()), findings


def drop_repeated_excerpts(sources: list[Any]) -> tuple[list[Any], list[Finding]]:
    """The same for the excerpts inside each source."""
    findings: list[Finding] = []
    for index, source in enumerate(sources):
        kept: dict[str, Struct] = {}
        for place, excerpt in enumerate(source.excerpts):
            if excerpt.id in kept:
                message = "an earlier excerpt of this source has the same id; an id names one excerpt"
                findings.append(Finding("sources", source.id, ("excerpts", place, "id"), excerpt.id, message))
            kept.setdefault(excerpt.id, excerpt)
        if len(kept) < len(source.excerpts):
            sources[index] = replace(source, excerpts=tuple(kept.values()))
    return sources, findings
