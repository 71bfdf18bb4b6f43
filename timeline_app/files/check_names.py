"""Rules about names: seas and lines that the sides call differently, and the states in titles."""

import re
from collections.abc import Iterator

from timeline_app.files.check_words import OWN_FIELDS, plain
from timeline_app.files.chronicle import Chronicle, texts_of
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.files.problems import FieldPath
from timeline_app.model.records import Text

LANGUAGES = ("en", "ko")
SEAS = {  # in Korean the words are also part of names that belong to nobody's claim
    "en": re.compile(r"\b(East Sea|West Sea|Sea of Japan|Yellow Sea|East/Japan Sea)\b"),
    "ko": re.compile(
        r"(?:서해|동해|황해|일본해)"
        r"(?!안|항|선\b|선 |위성|도|시\b|[ ]?5도|[ ]?평화|[가-힣]*지구|[ ]?(?:군|직통)[ ]?통신)"
    ),
}
LINE = {"en": re.compile(r"Northern Limit Line|\bNLL\b"), "ko": re.compile("북방한계선")}
BOTH_HALVES = {
    "en": re.compile(r"not accepted|does not accept|not recogni[sz]ed"),
    "ko": re.compile("인정하지 않"),
}
STATES = re.compile(r"\b(ROK|DPRK|[Tt]he (?:North|South))\b(?! Korea)")


def seas(chronicle: Chronicle) -> Iterator[Finding]:
    """Our own text says off the east coast and off the west coast."""
    for name, key, path, text in _own_texts(chronicle):
        for language in LANGUAGES:
            for match in SEAS[language].finditer(plain(text, language)):
                message = f"{match.group()!r} is one side's name; write off the east or west coast, or quote"
                yield Finding(name, key, (*path, language), NO_VALUE, message)


def limit_line(chronicle: Chronicle) -> Iterator[Finding]:
    """Whoever names the Northern Limit Line says who drew it and who does not accept it."""
    for name, records in (("events", chronicle.collection.events), ("periods", chronicle.collection.periods)):
        for record in records:
            texts = [text for path, text in texts_of(record) if path[0] in OWN_FIELDS]
            yield from _line_without_halves(name, record.id, (), texts)
    for source in chronicle.collection.sources:
        for index, excerpt in enumerate(source.excerpts):
            yield from _line_without_halves("sources", source.id, ("excerpts", index), [excerpt.summary])


def _line_without_halves(name: str, key: str, path: FieldPath, texts: list[Text]) -> Iterator[Finding]:
    for language in LANGUAGES:
        words = " ".join(plain(text, language) for text in texts)
        if LINE[language].search(words) and not BOTH_HALVES[language].search(words):
            message = (
                f"names the Northern Limit Line in {language!r} without saying that the UN Command drew it "
                "and North Korea does not accept it"
            )
            yield Finding(name, key, path, NO_VALUE, message)


def states_in_titles(chronicle: Chronicle) -> Iterator[Finding]:
    """Titles and labels say South Korea and North Korea."""
    for event in chronicle.collection.events:
        for field, text in (("title", event.title), ("label", event.label)):
            for match in STATES.finditer(plain(text, "en") if text else ""):
                message = f"{match.group()!r} stands in a {field}; write South Korea or North Korea"
                yield Finding("events", event.id, (field, "en"), match.group(), message)


def _own_texts(chronicle: Chronicle) -> Iterator[tuple[str, str, FieldPath, Text]]:
    for name, record in chronicle.records("events", "periods", "series", "places"):
        for path, text in texts_of(record):
            if path[0] in OWN_FIELDS:
                yield name, record.id, path, text
    for source in chronicle.collection.sources:
        for index, excerpt in enumerate(source.excerpts):
            yield "sources", source.id, ("excerpts", index, "summary"), excerpt.summary
