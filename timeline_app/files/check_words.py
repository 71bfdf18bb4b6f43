"""Rules about words: how much is quoted, that quotation marks are honest, and that our own text is plain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import is_normalized

from timeline_app.files.chronicle import Chronicle, references_of, texts_of
from timeline_app.files.decode import BOM
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.files.problems import FieldPath
from timeline_app.files.texts import level
from timeline_app.model.records import ExcerptText, Source, Text

PRESS_KINDS = ("press", "wire")
PRESS_WORDS = 15  # an excerpt
OFFICIAL_WORDS = 40
PRESS_TOTAL = 100  # a source
CONTEXT_WORDS = 8  # prefix and suffix, each
OWN_FIELDS = ("title", "label", "summary", "dating", "figures", "scope", "note")  # readings are attributed

LOADED = {
    "en": re.compile(
        r"\b(provocations?|provocative|provok(?:e[sd]?|ing)|defectors?|puppets?|rogue"
        r"|(?<!sanctions )(?<!armistice )(?<!proliferation )(?<!peace )(?<!inspection )regimes?)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile("(도발|괴뢰|역도|불량국가|반발)"),
}
QUOTED = re.compile(  # a single mark closes where no letter follows: else it is an apostrophe
    r"""
    "([^"]*)" | [“„]([^”]*)” | «([^»]*)» | <([^<>]*)>
    | 《([^》]*)》 | 〈([^〉]*)〉 | 「([^」]*)」 | 『([^』]*)』
    | ‘(.*?)’(?![A-Za-z]) | (?<![^\s(\[·,])'(\S(?:.*?\S)?)'(?![A-Za-z])
    """,
    re.VERBOSE,
)
MARK = re.compile(r'["“”„‘«»《》〈〉<>「」『』]')
EDGES = " .,;:!?…'"  # what our own sentence may put inside the closing mark


def quotation_length(chronicle: Chronicle) -> Iterator[Finding]:
    """An excerpt quotes no more words than its source allows, context and translations counted."""
    for source in chronicle.collection.sources:
        most = PRESS_WORDS if _is_press(source) else OFFICIAL_WORDS
        if source.quotable:
            if source.quotable.words > most:
                message = f"{source.kind} may be quoted with {most} words an excerpt at most"
                yield Finding("sources", source.id, ("quotable", "words"), source.quotable.words, message)
            most = min(most, source.quotable.words)
        for index, excerpt in enumerate(source.excerpts):
            quoted = sum(map(_words, excerpt.texts))
            if quoted > most:
                message = f"{quoted} words with prefix, suffix and translation; an excerpt has {most} at most"
                yield Finding("sources", source.id, ("excerpts", index), NO_VALUE, message)
        for path, text in _quotations(source):
            for side in ("prefix", "suffix"):
                context = getattr(text, side)
                if len((context or "").split()) > CONTEXT_WORDS:
                    message = f"{len(context.split())} words; {CONTEXT_WORDS} at most"
                    yield Finding("sources", source.id, (*path, side), context, message)


def _is_press(source: Source) -> bool:
    """Whether the words are a publisher's own; what an actor issues by way of the press is official."""
    return source.kind in PRESS_KINDS and source.issuer is None


def _quotations(source: Source) -> Iterator[tuple[FieldPath, ExcerptText]]:
    for i, excerpt in enumerate(source.excerpts):
        for j, text in enumerate(excerpt.texts):
            yield ("excerpts", i, "texts", j), text


def quotation_total(chronicle: Chronicle) -> Iterator[Finding]:
    """A press text is quoted with a hundred words in all, translations counted."""
    for source in chronicle.collection.sources:
        if _is_press(source):
            total = sum(_words(text) for _, text in _quotations(source))
            if total > PRESS_TOTAL:
                message = f"{total} words quoted in all; {PRESS_TOTAL} at most from one press text"
                yield Finding("sources", source.id, ("excerpts",), NO_VALUE, message)


def _words(text: ExcerptText) -> int:
    return sum(len((part or "").split()) for part in (text.prefix, text.exact, text.suffix))


def distinct_quotations(chronicle: Chronicle) -> Iterator[Finding]:
    """Prefix, exact and suffix together name one place in the source."""
    for source in chronicle.collection.sources:
        seen: Counter[tuple[str, ...]] = Counter()
        quoted: Counter[tuple[str, str]] = Counter(
            (text.language, level(text.exact)) for _, text in _quotations(source)
        )
        for path, text in _quotations(source):
            parts = (text.prefix, text.exact, text.suffix)
            selector = (text.language, *(level(part or "") for part in parts))
            seen[selector] += 1
            if not level(text.exact):
                message = "quotes nothing; leave the text out"
                yield Finding("sources", source.id, (*path, "exact"), text.exact, message)
            elif seen[selector] > 1 or (quoted[selector[0], selector[2]] > 1 and not any(selector[1::2])):
                message = "the same words are quoted twice; tell them apart by prefix and suffix"
                yield Finding("sources", source.id, (*path, "exact"), text.exact, message)


def quotation_marks(chronicle: Chronicle) -> Iterator[Finding]:
    """Quotation marks in our text stand around words that an excerpt has."""
    for event in chronicle.collection.events:
        exacts = _exacts(chronicle, references_of(event))
        for path, text in texts_of(event):
            if path[0] != "aliases":
                for language, message, words in _unquoted(text, exacts, "an excerpt that the event cites"):
                    yield Finding("events", event.id, (*path, language), words, message)
    for name, record in chronicle.records("periods", "series", "places"):
        exacts = _exacts(chronicle, getattr(record, "excerpts", ()))
        for path, text in texts_of(record):
            for language, message, words in _unquoted(text, exacts, "an excerpt that the record cites"):
                yield Finding(name, record.id, (*path, language), words, message)
    for source in chronicle.collection.sources:
        for index, excerpt in enumerate(source.excerpts):
            exacts = [level(quoted.exact).casefold() for quoted in excerpt.texts]
            for language, message, words in _unquoted(excerpt.summary, exacts, "this excerpt"):
                place = ("excerpts", index, "summary", language)
                yield Finding("sources", source.id, place, words, message)


def plain(text: Text, language: str) -> str:
    """Our own words of a text, without what it quotes."""
    return QUOTED.sub("", getattr(text, language) or "")


def _exacts(chronicle: Chronicle, references: Iterable[str]) -> list[str]:
    return [
        level(text.exact).casefold()
        for reference in references
        for text in chronicle.excerpts[reference].texts
    ]


def _unquoted(text: Text, exacts: list[str], where: str) -> Iterator[tuple[str, str, str]]:
    for language in ("en", "ko"):
        written = getattr(text, language) or ""
        for match in QUOTED.finditer(written):
            words = next(filter(None, match.groups()), "")
            wanted = level(words).casefold().strip(EDGES)
            if not any(wanted in exact for exact in exacts):
                yield language, f"stands in quotation marks, but not in the words of {where}", words
        if MARK.search(QUOTED.sub("", written)):
            yield language, "a quotation mark has no partner", written


def loaded_words(chronicle: Chronicle) -> Iterator[Finding]:
    """Words that judge stand in quotation marks only, in both languages."""
    for name, record in chronicle.records("events", "periods", "series", "places"):
        for path, text in texts_of(record):
            if path[0] not in OWN_FIELDS:
                continue
            for language, pattern in LOADED.items():
                for word in pattern.findall(plain(text, language)):
                    message = f"{word!r} is a judgement; say what happened, or quote who says so"
                    yield Finding(name, record.id, (*path, language), NO_VALUE, message)


def composed(chronicle: Chronicle) -> Iterator[Finding]:
    """Texts are composed (NFC), as the search and every editor expect."""
    for file, name, records in chronicle.raw:
        if is_normalized("NFC", file.read_bytes().removeprefix(BOM).decode(errors="replace")):
            continue
        for record in records:
            if not is_normalized("NFC", repr(record)):
                message = "holds decomposed letters (NFD); 'fmt' composes them"
                yield Finding(name, str(record.get("id", "")), (), NO_VALUE, message)
