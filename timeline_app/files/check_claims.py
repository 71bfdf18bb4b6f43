"""Rules about claims: votes that can be, superlatives with their author, apologies in somebody's words."""

import re
from collections.abc import Iterator

from timeline_app.files.check_words import OWN_FIELDS, plain
from timeline_app.files.chronicle import Chronicle, texts_of
from timeline_app.files.locate import NO_VALUE, Finding
from timeline_app.model.records import Event

MEMBERS = {  # of the body, from that day on; a vote has no more voices
    "un-security-council": (("0000", 11), ("1966-01-01", 15)),
    "un-general-assembly": (("0000", 60), ("1956-01-01", 127), ("1971-01-01", 159), ("1990-01-01", 193)),
    "un-third-committee": (("0000", 193),),
    "un-first-committee": (("0000", 193),),
    "un-human-rights-council": (("0000", 47),),
    "un-commission-on-human-rights": (("0000", 53),),
}
SUPERLATIVE = {
    "en": re.compile(
        r"\b(largest|biggest|longest|highest(?! priority| level)|unprecedented|first[ -]ever"
        r"|(?:a|new) record(?! of)|record (?:number|majority|high))\b"
    ),
    "ko": re.compile("(당시 최대|사상 (?:최초|최대|최고|처음)|역대 (?:최대|최고|최다)|전례 없는)"),
}
SAID = {
    "en": re.compile(
        r"\b(sa(?:y|ys|id)|according to|report(?:s|ed)?|call(?:s|ed)?|count(?:s|ed)?|announce[sd]?"
        r"|claim(?:s|ed)?|describe[sd]?|state[sd]?|note[sd]?|puts?|wr(?:ites|ote)|as the)\b"
    ),
    "ko": re.compile("(밝혔|밝힌|따르면|보도|했다고|고 했|라고|고 한다|집계|발표|평가|주장)"),
}
APOLOGY = {"en": re.compile(r"\bapolog", re.IGNORECASE), "ko": re.compile("사과(?!나무)|사죄")}


def votes(chronicle: Chronicle) -> Iterator[Finding]:
    """A vote has no more voices than its body had members on that day."""
    for event in chronicle.collection.events:
        for index, figure in enumerate(event.figures):
            if figure.kind != "votes" or figure.body not in MEMBERS:
                continue
            cast = sum(count or 0 for count in (figure.in_favour, figure.against, figure.abstain))
            members = max((since, most) for since, most in MEMBERS[figure.body] if since <= event.id)[1]
            if cast > members:
                message = f"{cast} votes, but {figure.body} had {members} members at most"
                yield Finding("events", event.id, ("figures", index), NO_VALUE, message)


def superlatives(chronicle: Chronicle) -> Iterator[Finding]:
    """Record, largest and the like are somebody's claim, and the sentence says whose."""
    for event in chronicle.collection.events:
        for path, text in texts_of(event):
            if path[0] not in OWN_FIELDS:
                continue
            for language, pattern in SUPERLATIVE.items():
                words = plain(text, language)
                match = pattern.search(words)
                if match and not SAID[language].search(words):
                    message = f"{match.group()!r} is a claim; say whose"
                    yield Finding("events", event.id, (*path, language), NO_VALUE, message)


def apologies(chronicle: Chronicle) -> Iterator[Finding]:
    """An apology stands only where an excerpt of the event has the word."""
    for event in chronicle.collection.events:
        for language, pattern in APOLOGY.items():
            texts = [text for path, text in texts_of(event) if path[0] in OWN_FIELDS]
            said = any(pattern.search(plain(text, language)) for text in texts)
            if said and not _has_the_word(chronicle, event):
                message = f"speaks of an apology in {language!r}, but no excerpt it cites has the word"
                yield Finding("events", event.id, (), NO_VALUE, message)


def _has_the_word(chronicle: Chronicle, event: Event) -> bool:
    references = {cite.excerpt for cite in event.cites} | {reading.excerpt for reading in event.readings}
    quoted = [text.exact for reference in references for text in chronicle.excerpts[reference].texts]
    return any(pattern.search(words) for pattern in APOLOGY.values() for words in quoted)
