"""References between records: those to nothing are dropped and reported, the record itself stays."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from timeline_app.files.left_out import LeftOut
from timeline_app.files.locate import Finding
from timeline_app.files.problems import FieldPath, near
from timeline_app.model.records import Event, Excerpt, Source

MAX_HINTS = 20  # nearest names looked for a link; a file of another collection would need thousands
MAX_COMPARED = 20_000  # names looked through for them


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


class Mended(NamedTuple):
    """What is wrong with the references of the lists, and with those of each record that is left out."""

    findings: list[Finding]
    left_out: list[list[Finding]]


def mend(
    lists: dict[str, list[Any]],
    lost: Iterable[tuple[str, str]],
    left_out: Sequence[LeftOut] = (),
    *,
    has_excerpts: bool = True,
) -> Mended:
    """Drop every reference to nothing from ``lists``, in place, and say which they were.

    References to records left out as faulty are dropped without a word: that fault is told already. The
    references of those records are looked at, too. References to excerpts are left as they are where
    the sources were read without.
    """
    found = Mended([], [[] for _ in left_out])
    names = _Names(lists, lost, left_out)
    parents = {actor.id: actor.part_of for actor in lists["actors"]}
    for link in LINKS:
        if link.target == "excerpts" and not has_excerpts:
            continue
        others = [index for index, left in enumerate(left_out) if left.list == link.list]
        missing = _named(lists[link.list], link) | _named((left_out[index].record for index in others), link)
        missing -= names.known[link.target] | {None}
        if missing:
            mender = _Mender(link, missing, names.messages(link.target, missing))
            lists[link.list] = mender.mend(lists[link.list], found.findings)
            for index in others:
                found.left_out[index] += mender.mended(left_out[index].record)[1]
    _drop_selves(lists, found, left_out)
    _part_circles(lists, parents, found, left_out)
    return found


class _Names:
    """The names that references may have, and those of which nothing is said."""

    def __init__(
        self, lists: dict[str, list[Any]], lost: Iterable[tuple[str, str]], left_out: Sequence[LeftOut]
    ) -> None:
        self.known = {
            name: {record.id for record in found} for name, found in lists.items() if name in SINGULAR
        }
        self.known["excerpts"] = _excerpts_of(lists["sources"])
        self._lost = set(lost)
        sources = [left for left in left_out if left.list == "sources"]
        self._lost_excerpts = _excerpts_of(left.record for left in sources)
        sure = {left.name for left in sources if left.has_sure_excerpts}
        self._sources = {name for target, name in self._lost if target == "sources"} - sure

    def messages(self, target: str, missing: set[str]) -> dict[str, str]:
        """What to say of each name that is nobody's."""
        told = sorted(name for name in missing if not self._is_lost(target, name))
        known = self.known[target]
        count = min(MAX_HINTS, MAX_COMPARED // max(len(known), 1))
        hints = {name: near(name, known) for name in told[:count]}
        return {
            name: f"no {SINGULAR[target]} {name!r} in this collection{hints.get(name, '')}" for name in told
        }

    def _is_lost(self, target: str, name: str) -> bool:
        if target == "excerpts":
            return name in self._lost_excerpts or name.partition("#")[0] in self._sources
        return (target, name) in self._lost


def _excerpts_of(sources: Iterable[Any]) -> set[str]:
    return {f"{source.id}#{excerpt.id}" for source in sources for excerpt in source.excerpts}


def _named(found: Iterable[Any], link: Link) -> set[Any]:
    field, inner = link.field, link.inner
    if inner:
        return {getattr(entry, inner) for record in found for entry in getattr(record, field)}
    if link.each:
        return {name for record in found for name in getattr(record, field)}
    return {getattr(record, field) for record in found}


class _Mender(NamedTuple):
    """Takes one kind of reference to ``missing`` records out of others."""

    link: Link
    missing: set[str]
    messages: dict[str, str]  # of those that are told

    def mend(self, found: list[Any], findings: list[Finding]) -> list[Any]:
        """The records without these references; those that are nothing without them are dropped."""
        kept = []
        for row, record in enumerate(found):
            mended, wrong = self.mended(record, row)
            findings += wrong
            if mended is not None:
                kept.append(mended)
        return kept

    def mended(self, record: Any, row: int = 0) -> tuple[Any, list[Finding]]:
        """One record without them, none if it is nothing without, and a finding for each that is told."""
        link, findings = self.link, list[Finding]()

        def tell(path: FieldPath, name: str) -> None:
            if name in self.messages:
                key = getattr(record, "id", "")
                findings.append(Finding(link.list, key, path, name, self.messages[name], row))

        held = getattr(record, link.field)
        if not isinstance(held, tuple):
            if held not in self.missing:
                return record, []
            tell((link.named or link.field,), held)
            return (replace(record, **{link.field: None}) if link.optional else None), findings
        kept: list[Any] = []
        is_whole = True
        for index, entry in enumerate(held):
            name = getattr(entry, link.inner) if link.inner else entry
            if name not in self.missing:
                kept.append(entry)
                continue
            is_whole = False
            inner = (link.named or link.inner,) if link.inner else ()
            tell((link.field, index, *inner), name)
            if link.inner and link.optional:
                kept.append(replace(entry, **{link.inner: None}))
        return (record if is_whole else replace(record, **{link.field: tuple(kept)})), findings


def _drop_selves(lists: dict[str, list[Any]], found: Mended, left_out: Sequence[LeftOut]) -> None:
    """Drop the relations of events to themselves."""
    for row, event in enumerate(lists["events"]):
        if wrong := _self_relations(event, row):
            found.findings.extend(wrong)
            kept = tuple(relation for relation in event.relations if relation.to != event.id)
            lists["events"][row] = replace(event, relations=kept)
    for index, left in enumerate(left_out):
        if left.list == "events":
            found.left_out[index] += _self_relations(left.record)


def _self_relations(event: Event, row: int = 0) -> list[Finding]:
    message = "an event has no relation to itself"
    return [
        Finding("events", event.id, ("relations", index, "to"), relation.to, message, row)
        for index, relation in enumerate(event.relations)
        if relation.to == event.id
    ]


def _part_circles(
    lists: dict[str, list[Any]],
    parents: dict[str, str | None],
    found: Mended,
    left_out: Sequence[LeftOut],
) -> None:
    """Cut circles of ``part_of``: whoever follows it upwards must arrive.

    ``parents`` are those before references were dropped: a circle may lead through records left out.
    """
    left = {
        one.record.id: index for index, one in enumerate(left_out) if one.list == "actors" and one.record.id
    }
    above = {name: left_out[index].record.part_of for name, index in left.items()} | parents
    rows = {actor.id: row for row, actor in enumerate(lists["actors"])}
    order = {name: rank for rank, name in enumerate([*rows, *left])}
    arrived: set[str] = set()
    for name in order:
        way: dict[str, int] = {}
        at: str | None = name
        while at is not None and at in above and at not in arrived and at not in way:
            way[at] = len(way)
            at = above[at]
        if at in way:
            first = min(list(way)[way[at] :], key=order.__getitem__)
            message = f"{first} would be part of itself; name the wider actor, or leave the field out"
            finding = Finding("actors", first, ("part_of",), above[first], message, rows.get(first, 0))
            if first in rows:
                found.findings.append(finding)
                lists["actors"][rows[first]] = replace(lists["actors"][rows[first]], part_of=None)
            else:
                found.left_out[left[first]].append(finding)
        arrived.update(way)


def drop_repeated_excerpts(sources: list[Any]) -> list[Finding]:
    """Each excerpt of a source once, the first wins, in place; a finding for each of the others."""
    findings: list[Finding] = []
    for row, source in enumerate(sources):
        if wrong := repeated_excerpts(source, row):
            findings += wrong
            kept: dict[str, Excerpt] = {}
            for excerpt in source.excerpts:
                kept.setdefault(excerpt.id, excerpt)
            sources[row] = replace(source, excerpts=tuple(kept.values()))
    return findings


def repeated_excerpts(source: Source, row: int = 0) -> list[Finding]:
    """A finding for each excerpt whose id an earlier one has."""
    if len({excerpt.id for excerpt in source.excerpts}) == len(source.excerpts):
        return []
    message = "an earlier excerpt of this source has the same id; an id names one excerpt"
    seen: set[str] = set()
    findings = []
    for index, excerpt in enumerate(source.excerpts):
        if excerpt.id in seen:
            path = ("excerpts", index, "id")
            findings.append(Finding("sources", source.id, path, excerpt.id, message, row))
        seen.add(excerpt.id)
    return findings
