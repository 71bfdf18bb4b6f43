"""Small collections for tests, by hand and generated."""

from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.measure import FixedMeasure
from timeline_app.layout.scene import Frame, Scene, SceneBuilder
from timeline_app.layout.style import Style, style_for
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine
from timeline_app.model.records import (
    Actor,
    Category,
    Clock,
    Colour,
    Event,
    Manifest,
    Period,
    PeriodSpan,
    Reading,
    Text,
)
from timeline_app.model.view import ViewState

DAY_S = 86_400
SHAPES = ("circle", "cross", "star", "diamond", "triangle", "square", "shield")


def category(name: str, half: str | None = "dialogue", shape: Any = "circle") -> Category:
    colours = Colour(light="#1746A6", dark="#4A7EEA")
    return Category(id=name, title=Text(en=name.title(), ko="분류"), half=half, shape=shape, colour=colours)


TALKS, BORDER = category("talks"), category("border", "security", "diamond")


def event(name: str, date: str, **fields: Any) -> Event:
    fields.setdefault("title", Text(en=name.replace("-", " ").title()))
    fields.setdefault("category", "talks")
    return Event(id=name, date=date, **fields)


def actor(name: str, part_of: str | None = None) -> Actor:
    return Actor(id=name, name=Text(en=name.title()), kind="state", part_of=part_of)


def reading(party: str) -> Reading:
    return Reading(about="meaning", party=party, date="2015", gist=Text(en="x"), excerpt="s#p1")


def period(name: str, *dates: str, kind: Any = "policy") -> Period:
    spans = tuple(PeriodSpan(date=date) for date in dates)
    return Period(id=name, kind=kind, title=Text(en=name.title()), spans=spans)


def dataset(*events: Event, categories: tuple[Category, ...] = (TALKS, BORDER), **lists: Any) -> Dataset:
    verified_to = lists.pop("verified_to", None)
    records = {"sources": (), "actors": (), "places": (), "periods": (), "series": (), **lists}
    manifest = Manifest(title=Text(en="Test"), verified_to=verified_to)
    records["whole_sources"] = lambda: records.get("sources", ())
    return Dataset(SimpleNamespace(manifest=manifest, events=events, categories=categories, **records))


def builder(collection: Dataset) -> SceneBuilder:
    return SceneBuilder(collection, FilterEngine(collection), FixedMeasure(7))


def view(start: str, end: str, **fields: Any) -> ViewState:
    first, last = (to_seconds(*map(int, day.split("-"))) for day in (start, end))
    return ViewState(first, last - first, **fields)


def scene_of(
    collection: Dataset, shown: ViewState, size: tuple[int, int] = (1126, 600), style: Style | None = None
) -> Scene:
    return builder(collection).build(shown, Frame(*size), style or style_for("light"))


# -- generated

YEARS = st.one_of(st.integers(1998, 2016), st.just(2015), st.just(2015))  # crowded in 2015
MONTHS = st.integers(1, 12)
DAYS = st.integers(1, 28)


@st.composite
def days(draw: st.DrawFn) -> str:
    return f"{draw(YEARS):04d}-{draw(MONTHS):02d}-{draw(DAYS):02d}"


@st.composite
def spans(draw: st.DrawFn) -> str:
    first, second = sorted((draw(days()), draw(days())))
    return f"{first}/{second}"


@st.composite
def near_spans(draw: st.DrawFn) -> str:
    year, month, day = draw(YEARS), draw(MONTHS), draw(st.integers(1, 20))
    return f"{year}-{month:02d}-{day:02d}/{year}-{month:02d}-{day + draw(st.integers(1, 8)):02d}"


DATES = st.one_of(
    days(),
    days(),
    spans(),
    near_spans(),
    days().map(lambda day: day[:7]),
    days().map(lambda day: day[:4]),
    days().map(lambda day: f"{day}/.."),
    days().map(lambda day: f"../{day}"),
    days().map(lambda day: f"{day}/"),
    days().map(lambda day: f"/{day}"),
    days().map(lambda day: f"{day[:7]}/"),
    days().map(lambda day: f"{day}~"),
    near_spans().map(lambda span: f"[{span.replace('/', ',')}]"),
    near_spans().map(lambda span: f"{{{span.replace('/', ',')}}}"),
    st.sampled_from(("-0012-03-15", "-0300", "0004", "[..1984]", "{1984..}", "Y-20000", "1950S2")),
)
TITLES = st.sampled_from(
    (
        "Talks",
        "Second inter-Korean summit",
        "남북 고위급 회담",
        "Reunions of separated families at Kumgang",
        "DMZ",
    )
)


@st.composite
def events(draw: st.DrawFn, name: str) -> Event:
    date = draw(DATES)
    clock = None
    if len(date) == 10 and date[:2] in ("19", "20") and draw(st.integers(0, 4)) == 0:
        hour = draw(st.integers(0, 23))
        end = draw(st.sampled_from((None, f"{date}T{hour:02d}:50+09:00", f"{date}T23:59+09:00")))
        clock = Clock(start=f"{date}T{hour:02d}:30+09:00", end=end, zone="Asia/Seoul")
    return event(
        name,
        date,
        clock=clock,
        title=Text(en=draw(TITLES)),
        category=draw(st.sampled_from(("talks", "border"))),
        importance=draw(st.integers(1, 5)),
        actors=draw(st.sampled_from(((), ("south",), ("north",), ("ministry", "north")))),
        readings=draw(st.sampled_from(((), (), (reading("south"), reading("north"))))),
    )


ACTORS = (actor("south"), actor("north"), actor("ministry", "south"))


@st.composite
def collections(draw: st.DrawFn, most: int = 24) -> Dataset:
    count = draw(st.integers(1, most))
    found = [draw(events(f"event-{number}")) for number in range(count)]
    return dataset(*found, actors=ACTORS, verified_to="2016-12-17")


CENTURY_S = 100 * 31_556_952
WIDTHS_S = st.one_of(
    st.floats(7_200, 30 * DAY_S),
    st.floats(30 * DAY_S, 3_650 * DAY_S),
    st.floats(10 * 365 * DAY_S, 5.0 * CENTURY_S),
)


@st.composite
def views(draw: st.DrawFn) -> ViewState:
    year = draw(st.sampled_from((1997, 2008, 2015, 2015, 2015)))
    middle = to_seconds(year, 1, 1) + draw(st.integers(0, 400 * DAY_S))
    width = draw(WIDTHS_S)
    return ViewState(middle - width / 2, width, language=draw(st.sampled_from(("en", "ko"))))


FRAMES = st.builds(Frame, st.integers(400, 2000), st.integers(260, 1100))
STYLES = st.builds(style_for, st.just("light"), st.sampled_from((100, 125, 150, 200)))
