"""The records of a collection, field by field, as they stand in its JSON files.

One definition gives the decoder, the JSON Schema under ``data/schema/`` and the encoder. Only what a
collection of one's own must have is required here; what the chronicle asks for beyond that is checked
in ``files.checks``.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)",
        max_length=80,
        description="Lower-case ASCII letters and digits in groups joined by '-'; stable for ever.",
    ),
]
ExcerptRef = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$(?!\n)",
        max_length=161,
        description="A source id and an excerpt id, joined by '#'.",
    ),
]
Edtf = Annotated[str, Meta(max_length=200, description="EDTF (ISO 8601-2), a day at the finest.")]
Instant = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$(?!\n)",
        description="ISO 8601 with offset, to the minute or second.",
    ),
]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$(?!\n)", description="ISO 8601 calendar date.")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$(?!\n)", max_length=2000)]
Count = Annotated[int, Meta(ge=0)]
Language = Literal["en", "ko", "ja", "zh", "ru", "fr", "de", "es"]

Half = Literal["dialogue", "security"]
Shape = Literal[
    "circle", "cross", "star", "diamond", "triangle", "square", "shield", "hexagon", "ring", "bar", "chevron"
]
Role = Literal["reports", "announces", "background"]
RelationType = Literal[
    "settles", "led-to", "follows", "answers", "disputes", "reverses", "same-series", "context"
]
About = Literal["who", "what", "when", "how-many", "meaning"]
SourceKind = Literal[
    "resolution",
    "agreement",
    "statement",
    "speech",
    "law",
    "report",
    "letter",
    "transcript",
    "wire",
    "press",
    "scholarship",
    "data",
]
Path = Literal["published", "other-side", "relayed", "reported", "recollected"]
How = Literal["page", "text", "unverified"]
PeriodKind = Literal["office", "policy", "sanctions", "state", "format", "crisis", "clock"]
ActorKind = Literal["state", "organisation", "person"]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen record; a field that is not named here is an error."""


class Text(Record, kw_only=True, frozen=True):
    """A text in English, in Korean, or in both."""

    en: str | None = None
    ko: str | None = None

    def __bool__(self) -> bool:
        """Whether it says anything: ``event.label or event.title``."""
        return bool((self.en and self.en.strip()) or (self.ko and self.ko.strip()))

    def in_language(self, language: str) -> str:
        """The text in ``language``, else in the other one, else an empty string."""
        first, second = (self.ko, self.en) if language == "ko" else (self.en, self.ko)
        return (first if first and first.strip() else second) or ""


class Clock(Record, kw_only=True, frozen=True):
    """Instants of an event, and the zone in which its place counted."""

    start: Instant
    end: Instant | None = None
    zone: str
    approximate: bool = False


class Cite(Record, kw_only=True, frozen=True):
    """An excerpt an event rests on; a source that ``reports`` may not be older than the event."""

    excerpt: ExcerptRef
    role: Role = "reports"


class Reading(Record, kw_only=True, frozen=True):
    """What one party said of the event, in its own words where an excerpt carries them."""

    about: About
    party: Id
    date: Edtf
    gist: Text
    excerpt: ExcerptRef


class Figure(Record, kw_only=True, frozen=True):
    """A number as somebody claims it, or the tally of a vote in ``body``."""

    kind: str
    value: int | float | None = None
    unit: str | None = None
    approximate: bool = False
    claimant: Id | None = None
    date: Edtf | None = None
    body: Id | None = None
    in_favour: Count | None = field(default=None, name="for")
    against: Count | None = None
    abstain: Count | None = None
    absent: Count | None = None
    note: Text | None = None
    excerpt: ExcerptRef


class Relation(Record, kw_only=True, frozen=True):
    """A typed link to another event; stored once, on the later event (``led-to`` on the earlier)."""

    type: RelationType
    to: Id
    basis: ExcerptRef | None = None


class EventAlias(Record, kw_only=True, frozen=True):
    """What others call an event, and who does."""

    name: Text
    by: Text


class Event(Record, kw_only=True, frozen=True):
    """Something that happened, dated in EDTF at the civil date of its place."""

    id: Id
    date: Edtf
    clock: Clock | None = None
    sequence: int | None = None
    title: Text
    label: Text | None = None
    aliases: tuple[EventAlias, ...] = ()
    category: Id | None = None
    initiator: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()
    place: Id | None = None
    importance: Annotated[int, Meta(ge=1, le=5)] = 3
    summary: Text | None = None
    dating: Text | None = None
    cites: tuple[Cite, ...] = ()
    readings: tuple[Reading, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    series: tuple[Id, ...] = ()


class Verified(Record, kw_only=True, frozen=True):
    """When and how the words were checked against the source."""

    on: Day | None = None
    how: How = "unverified"


class ExcerptText(Record, kw_only=True, frozen=True):
    """Words of a source in one language: a W3C TextQuoteSelector and where it was checked."""

    language: Language
    exact: str
    prefix: str | None = None
    suffix: str | None = None
    translator: str | None = None
    verified: Verified = field(default_factory=Verified)


class Excerpt(Record, kw_only=True, frozen=True):
    """A passage of a source: where it stands, who spoke, and at most a short quotation."""

    id: Id
    order: int | None = None
    locator: str | None = None
    summary: Text = field(default_factory=Text)
    speaker: str | None = None
    office: Text | None = None
    addressee: str | None = None
    channel: Text | None = None
    path: Path | None = None
    texts: tuple[ExcerptText, ...] = ()


class Quotable(Record, kw_only=True, frozen=True):
    """How many words an excerpt of this source may quote, and on what ground."""

    words: Annotated[int, Meta(ge=0, le=40)]
    ground: str


class Source(Record, kw_only=True, frozen=True):
    """A document, with the excerpts that events cite."""

    id: Id
    kind: SourceKind | None = None
    title: dict[Language, str]
    publisher: str | None = None
    via: str | None = None
    agency: str | None = None
    issuer: Id | None = None
    date: Edtf | None = None
    language: Language | None = None
    url: Url | None = None
    archived: Url | None = None
    symbol: str | None = None
    primary: bool = False
    access: Text | None = None
    quotable: Quotable | None = None
    excerpts: tuple[Excerpt, ...] = ()


class SourceHead(Source, kw_only=True, frozen=True, forbid_unknown_fields=False):
    """A source read without its excerpts, whose decoding takes most of the time of a reading."""

    excerpts: tuple[Excerpt, ...] = field(default=(), name=" excerpts left in the file")


class Colour(Record, kw_only=True, frozen=True):
    """One colour for each theme, as ``#RRGGBB``."""

    light: Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$(?!\n)")]
    dark: Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$(?!\n)")]


class Category(Record, kw_only=True, frozen=True):
    """A lane: its name, half, shape and colour."""

    id: Id
    title: Text
    half: Half | None = None
    shape: Shape = "ring"
    colour: Colour = Colour(light="#69717B", dark="#8C95A1")


class Office(Record, kw_only=True, frozen=True):
    """An office a person held, and when."""

    title: Text
    date: Edtf


class Actor(Record, kw_only=True, frozen=True):
    """A state, an organisation or a person; a filter on an actor includes all that are part of it."""

    id: Id
    name: Text
    aliases: tuple[str, ...] = ()
    kind: ActorKind = "organisation"
    part_of: Id | None = None
    offices: tuple[Office, ...] = ()


class Place(Record, kw_only=True, frozen=True):
    """A place and the clock it kept."""

    id: Id
    name: Text
    aliases: tuple[str, ...] = ()
    zone: str | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    note: Text | None = None


class PeriodSpan(Record, kw_only=True, frozen=True):
    """One stretch of a period; its edges are events where they are known."""

    date: Edtf
    start_event: Id | None = field(default=None, name="from")
    end_event: Id | None = field(default=None, name="to")


class Period(Record, kw_only=True, frozen=True):
    """An office, policy, sanctions regime or state; one that switches has several spans."""

    id: Id
    kind: PeriodKind = "policy"
    rank: Annotated[int, Meta(ge=1)] = 1
    party: Id | None = None
    title: Text
    spans: Annotated[tuple[PeriodSpan, ...], Meta(min_length=1)]
    excerpts: tuple[ExcerptRef, ...] = ()


class Complete(Record, kw_only=True, frozen=True):
    """From when to when a series is complete, and against which authority."""

    start: Edtf = field(name="from")
    end: Edtf = field(name="to")
    against: str


class Series(Record, kw_only=True, frozen=True):
    """Events of one kind that are counted together."""

    id: Id
    title: Text
    scope: Text | None = None
    complete: Complete | None = None


class Manifest(Record, kw_only=True, frozen=True):
    """What a collection is, up to which day it is verified, and under which licence."""

    title: Text
    version: str | None = None
    verified_to: Day | None = None
    licence: str | None = None
    citation: Text | None = None
    rules: Literal["chronicle"] | None = None


class Verification(Record, kw_only=True, frozen=True):
    """One line of the log: what was checked, where, when, with which verdict."""

    event: Id
    field: str
    source: str
    date: Day
    verdict: str


class File(Record, kw_only=True, frozen=True):
    """Any data file: the chronicle keeps one list a file, a collection of one's own may hold them all."""

    schema: str | None = field(default=None, name="$schema")
    manifest: Manifest | None = None
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    categories: tuple[Category, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    series: tuple[Series, ...] = ()
    verifications: tuple[Verification, ...] = ()


class FileWithoutExcerpts(File, kw_only=True, frozen=True):
    """A data file as the reading before the first frame takes it."""

    sources: tuple[SourceHead, ...] = ()


class SourcesOfFile(Struct, kw_only=True, frozen=True):
    """Nothing but the sources of a data file."""

    sources: tuple[Source, ...] = ()
