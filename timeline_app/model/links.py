"""What ties an event to others and to its documents: verbs, claims and their basis, series, evidence."""

from collections.abc import Iterable, Sequence

from timeline_app.dates.edtf import parse_edtf
from timeline_app.model.columns import OPEN_END, OPEN_START
from timeline_app.model.dataset import Dataset, Link
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Event, Excerpt, Figure, Reading, Source

# As seen from an event: its own relation, and the same relation stored on the other event.
VERBS: dict[str, tuple[str, str]] = {
    "settles": ("settles", "settled-by"),
    "led-to": ("led-to", "came-of"),
    "follows": ("follows", "followed-by"),
    "answers": ("answers", "answered-by"),
    "disputes": ("disputes", "disputed-by"),
    "reverses": ("reverses", "reversed-by"),
    "same-series": ("same-series", "same-series"),
    "context": ("context", "context"),
}
CLAIMS = frozenset({"settles", "led-to", "answers", "disputes", "reverses"})


class SeriesPlace(Struct, frozen=True):
    """Where an event stands in a series: its number from 1, and its neighbours."""

    number: int
    count: int
    previous: Event | None
    next: Event | None


def verb_of(link: Link) -> str:
    """The verb between an event and the other end of a link.

    A claim without a basis is only told as an order in time: ``followed`` or ``preceded``.
    """
    if is_bare_claim(link):
        return "followed" if _is_later(link) else "preceded"
    own, inverse = VERBS[link.relation.type]
    return own if link.outgoing else inverse


def is_bare_claim(link: Link) -> bool:
    """Whether a link says more than an order in time and names nobody who says so."""
    return link.relation.type in CLAIMS and link.relation.basis is None


def _is_later(link: Link) -> bool:
    """Whether the other event is the later one: relations stand on the later, ``led-to`` on the earlier."""
    return link.outgoing == (link.relation.type == "led-to")


def seconds_between(dataset: Dataset, event: Event, other: Event) -> int | None:
    """Civil seconds from one event's start to the other's; None unless both are known to the day."""
    rows = (dataset.index_of(event.id), dataset.index_of(other.id))
    starts = [dataset.times[row].start for row in rows]
    if any(start in (OPEN_START, OPEN_END) for start in starts):
        return None
    if not all(dataset.dates[row].precision in ("day", "second") for row in rows):
        return None
    if any(dataset.dates[row].qualifier or dataset.dates[row].kind == "one-of" for row in rows):
        return None
    if event.clock is None or other.clock is None:  # a clock on one side only does not make hours known
        starts = [start - start % 86_400 for start in starts]
    return starts[1] - starts[0]


def evidence(dataset: Dataset, event: Event) -> list[tuple[Source, list[Excerpt]]]:
    """All documents behind an event: those it cites, then those behind its readings, figures and relations.

    In the order in which they are first named; the excerpts of each in order of reading.
    """
    references = [cite.excerpt for cite in event.cites]
    references += [reading.excerpt for reading in event.readings]
    references += [figure.excerpt for figure in event.figures]
    references += [relation.basis for relation in event.relations if relation.basis]
    found: dict[str, dict[str, Excerpt]] = {}
    for reference in references:
        try:
            source, excerpt = dataset.excerpt(reference)
        except KeyError:
            continue
        found.setdefault(source.id, {})[excerpt.id] = excerpt
    return [
        (dataset.sources[name], _in_reading_order(dataset.sources[name], excerpts))
        for name, excerpts in found.items()
    ]


def _in_reading_order(source: Source, wanted: dict[str, Excerpt]) -> list[Excerpt]:
    """By ``order`` where it is given, else as they stand in the source."""
    places = {excerpt.id: place for place, excerpt in enumerate(source.excerpts)}
    return sorted(wanted.values(), key=lambda x: places[x.id] if x.order is None else x.order)


def readings_by_party(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Readings in the order of their dates, grouped by party in the order in which each first spoke."""
    grouped: dict[str, list[Reading]] = {}
    for reading in sorted(readings, key=lambda reading: _spoken(reading.date)):
        grouped.setdefault(reading.party, []).append(reading)
    return grouped


def _spoken(date: str) -> int:
    parsed = parse_edtf(date)
    return parsed.earliest if parsed.earliest is not None else parsed.latest or 0


def figures_by_kind(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Figures grouped by what they count, in the order of the record."""
    grouped: dict[str, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(figure.kind, []).append(figure)
    return grouped


def place_in_series(dataset: Dataset, event: Event, series_id: str) -> SeriesPlace:
    """Where an event stands among all events of a series."""
    members: Sequence[Event] = dataset.in_series(series_id)
    at = next(index for index, member in enumerate(members) if member.id == event.id)
    return SeriesPlace(
        number=at + 1,
        count=len(members),
        previous=members[at - 1] if at > 0 else None,
        next=members[at + 1] if at + 1 < len(members) else None,
    )
