"""A small collection for the tests of the event panel."""

from pathlib import Path

from timeline_app.files.collection import Collection
from timeline_app.files.opening import Opening
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter
from timeline_app.model.records import (
    Actor,
    Category,
    Cite,
    Clock,
    Colour,
    Complete,
    Event,
    EventAlias,
    Excerpt,
    ExcerptText,
    Figure,
    Place,
    Reading,
    Relation,
    Series,
    Source,
    Text,
    Verified,
)
from timeline_app.ui.library import Library

CHECKED = Verified(on="2026-11-24", how="page")


def category(name: str, shape: str) -> Category:
    return Category(
        id=name,
        title=Text(en=name.title(), ko="분류"),
        half="dialogue",
        shape=shape,  # type: ignore[arg-type]
        colour=Colour(light="#1746A6", dark="#4A7EEA"),
    )


ACTORS = (
    Actor(id="north-korea", name=Text(en="North Korea", ko="북한"), kind="state"),
    Actor(id="south-korea", name=Text(en="South Korea", ko="남한"), kind="state"),
    Actor(id="kim-kwan-jin", name=Text(en="Kim Kwan-jin", ko="김관진"), kind="person"),
    Actor(id="assembly", name=Text(en="General Assembly", ko="총회"), kind="organisation"),
)

AGREEMENT = Source(
    id="joint-text",
    kind="agreement",
    title={"ko": "남북 공동보도문"},
    publisher="통일부",
    date="2015-08-25",
    language="ko",
    url="https://example.org/joint",
    primary=True,
    access=Text(en="The copy breaks off.", ko="사본이 끊긴다."),
    excerpts=(
        Excerpt(
            id="2",
            order=2,
            locator="¶ 2",
            summary=Text(en="The North voiced <b>regret</b>.", ko="북측은 유감을 표명했다."),
            speaker="Kim Kwan-jin",
            office=Text(en="Chief of the National Security Office", ko="국가안보실장"),
            addressee="Hwang Pyong So",
            channel=Text(en="televised briefing", ko="텔레비전 브리핑"),
            path="published",
            texts=(
                ExcerptText(language="ko", exact="유감을 표명하였다", verified=CHECKED),
                ExcerptText(language="en", exact="expressed regret", translator="KCNA"),
            ),
        ),
        Excerpt(
            id="1",
            order=1,
            locator="¶ 1",
            summary=Text(en="Talks in Seoul.", ko="서울 회담."),
            path="relayed",
        ),
    ),
)
ARTICLE = Source(
    id="article",
    kind="press",
    title={"en": "N Korea offers talks"},
    publisher="AsiaOne",
    agency="AFP",
    date="2015-11-20",
    language="en",
    url="https://example.org/article",
    excerpts=(
        Excerpt(
            id="8",
            locator="¶ 8",
            summary=Text(en="Seoul called it so.", ko="서울은 그렇게 불렀다."),
            path="reported",
            texts=(ExcerptText(language="en", exact="apology", verified=CHECKED),),
        ),
        Excerpt(
            id="9", locator="¶ 9", summary=Text(en="The North disagreed.", ko="북은 달랐다."), path="reported"
        ),
    ),
)


def cites(*references: str) -> tuple[Cite, ...]:
    return tuple(Cite(excerpt=reference) for reference in references)


EVENTS = (
    Event(
        id="2015-08-04-mines",
        date="2015-08-04",
        title=Text(en="Mine blasts", ko="지뢰 폭발"),
        category="border",
        relations=(Relation(type="led-to", to="2015-08-20-shells"),),
        cites=cites("article#8"),
    ),
    Event(id="2015-08-20-shells", date="2015-08-20", title=Text(en="Shells", ko="포격"), category="border"),
    Event(
        id="2015-08-25-agreement",
        date="2015-08-25",
        clock=Clock(start="2015-08-25T00:55+09:00", zone="Asia/Seoul"),
        title=Text(en="August agreement", ko="8·25 합의"),
        aliases=(
            EventAlias(name=Text(en="Panmunjom deal", ko="판문점 합의"), by=Text(en="the press", ko="언론")),
        ),
        category="talks",
        initiator=("south-korea", "north-korea"),
        actors=("south-korea", "north-korea"),
        place="panmunjom",
        importance=5,
        summary=Text(en="Talks end with regret.", ko="회담이 끝났다."),
        dating=Text(en="Dated by its text.", ko="본문의 날짜."),
        cites=cites("joint-text#2", "joint-text#1"),
        readings=(
            Reading(
                about="meaning",
                party="north-korea",
                date="2015-09-02",
                gist=Text(en="Sympathy only.", ko="동정일 뿐."),
                excerpt="article#9",
            ),
            Reading(
                about="meaning",
                party="south-korea",
                date="2015-08-25",
                gist=Text(en="An admission of fault.", ko="사과."),
                excerpt="article#8",
            ),
        ),
        figures=(
            Figure(kind="wounded", value=2, claimant="south-korea", date="2015-08-04", excerpt="article#8"),
            Figure(
                kind="votes",
                body="assembly",
                in_favour=112,
                against=19,
                abstain=50,
                date="2015-11-19",
                excerpt="article#9",
            ),
        ),
        relations=(
            Relation(type="settles", to="2015-08-04-mines", basis="joint-text#2"),
            Relation(type="answers", to="2015-08-20-shells"),
        ),
        series=("meetings",),
    ),
    Event(
        id="2015-12-11-talks",
        date="2015-12-11",
        title=Text(en="Vice-minister talks", ko="차관급 회담"),
        category="talks",
        relations=(Relation(type="follows", to="2015-08-25-agreement"),),
        series=("meetings",),
    ),
)


def library(events: tuple[Event, ...] = EVENTS) -> Library:
    """The collection as an open one."""
    collection = Collection(
        path=Path("sample"),
        events=events,
        sources=(AGREEMENT, ARTICLE),
        categories=(category("talks", "circle"), category("border", "diamond")),
        actors=ACTORS,
        places=(Place(id="panmunjom", name=Text(en="Panmunjom", ko="판문점"), zone="Asia/Seoul"),),
        series=(
            Series(
                id="meetings",
                title=Text(en="Meetings", ko="회담"),
                complete=Complete(start="2015-08", end="2016-01", against="the ministry’s list"),
            ),
        ),
    )
    opening = Opening(None, collection, Dataset(collection), EventFilter())
    return Library(Path("sample"), opening)
