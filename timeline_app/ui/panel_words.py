"""The panel's words for what records say in codes; read anew each time, to follow the language."""

import re

from PySide6.QtCore import QCoreApplication

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import date_in_words
from timeline_app.model.records import Verified
from timeline_app.ui.panel_look import Look

SMALL_WORDS = frozenset(("the", "of", "for", "and", "in", "to"))

# The heads of the sections in the other language stand beside them whatever the language of the window.
HEADS = {
    "Two readings": "해석 차이",
    "Readings": "해석",
    "Figures": "수치",
    "Sources": "출처",
    "Related events": "관련 사건",
    "Series": "계열",
    "How this was dated": "날짜 근거",
}


def heading(look: Look, english: str) -> tuple[str, str]:
    """A section's head in the language of the window, and its gloss in the other."""
    own = {
        "Two readings": QCoreApplication.translate("PanelWords", "Two readings"),
        "Readings": QCoreApplication.translate("PanelWords", "Readings"),
        "Figures": QCoreApplication.translate("PanelWords", "Figures"),
        "Sources": QCoreApplication.translate("PanelWords", "Sources"),
        "Related events": QCoreApplication.translate("PanelWords", "Related events"),
        "Series": QCoreApplication.translate("PanelWords", "Series"),
        "How this was dated": QCoreApplication.translate("PanelWords", "How this was dated"),
    }
    return own[english], HEADS[english] if look.language == "en" else english


def verb(key: str) -> str:
    """The verb between the event shown and another, as ``links.verb_of`` names it."""
    verbs = {
        "settles": QCoreApplication.translate("PanelWords", "settles"),
        "settled-by": QCoreApplication.translate("PanelWords", "settled by"),
        "led-to": QCoreApplication.translate("PanelWords", "led to"),
        "came-of": QCoreApplication.translate("PanelWords", "came of"),
        "follows": QCoreApplication.translate("PanelWords", "follows"),
        "followed-by": QCoreApplication.translate("PanelWords", "followed by"),
        "answers": QCoreApplication.translate("PanelWords", "answers"),
        "answered-by": QCoreApplication.translate("PanelWords", "answered by"),
        "disputes": QCoreApplication.translate("PanelWords", "disputes"),
        "disputed-by": QCoreApplication.translate("PanelWords", "disputed by"),
        "reverses": QCoreApplication.translate("PanelWords", "reverses"),
        "reversed-by": QCoreApplication.translate("PanelWords", "reversed by"),
        "same-series": QCoreApplication.translate("PanelWords", "same series"),
        "context": QCoreApplication.translate("PanelWords", "context"),
        "followed": QCoreApplication.translate("PanelWords", "followed"),
        "preceded": QCoreApplication.translate("PanelWords", "preceded"),
    }
    return verbs[key]


def source_kind(kind: str) -> str:
    """What kind of document a source is."""
    kinds = {
        "resolution": QCoreApplication.translate("PanelWords", "resolution"),
        "agreement": QCoreApplication.translate("PanelWords", "agreement"),
        "statement": QCoreApplication.translate("PanelWords", "statement"),
        "speech": QCoreApplication.translate("PanelWords", "speech"),
        "law": QCoreApplication.translate("PanelWords", "law"),
        "report": QCoreApplication.translate("PanelWords", "report"),
        "letter": QCoreApplication.translate("PanelWords", "letter"),
        "transcript": QCoreApplication.translate("PanelWords", "transcript"),
        "wire": QCoreApplication.translate("PanelWords", "news agency"),
        "press": QCoreApplication.translate("PanelWords", "press"),
        "scholarship": QCoreApplication.translate("PanelWords", "scholarship"),
        "data": QCoreApplication.translate("PanelWords", "data set"),
    }
    return kinds.get(kind, kind)


def path_words(path: str) -> str:
    """How the words of an excerpt reached us."""
    paths = {
        "published": QCoreApplication.translate("PanelWords", "published by the speaker"),
        "other-side": QCoreApplication.translate("PanelWords", "published by the other side"),
        "relayed": QCoreApplication.translate("PanelWords", "relayed from a meeting"),
        "reported": QCoreApplication.translate("PanelWords", "reported by the press"),
        "recollected": QCoreApplication.translate("PanelWords", "recollected"),
    }
    return paths.get(path, path)


def speaker_words(name: str, office: str) -> str:
    """Who speaks and in what office; once, where one of them says the other."""
    if _notable(name) <= _notable(office):
        return office
    return name if _notable(office) <= _notable(name) else f"{name}, {office}"


def _notable(text: str) -> set[str]:
    return set(re.findall(r"[\w’'-]+", text.casefold())) - SMALL_WORDS


def about_words(about: str) -> str:
    """What readings differ about."""
    abouts = {
        "who": QCoreApplication.translate("PanelWords", "who did it"),
        "what": QCoreApplication.translate("PanelWords", "what happened"),
        "when": QCoreApplication.translate("PanelWords", "when it happened"),
        "how-many": QCoreApplication.translate("PanelWords", "how many"),
        "meaning": QCoreApplication.translate("PanelWords", "what it means"),
    }
    return abouts.get(about, about)


def language_name(code: str) -> str:
    """A language of sources."""
    languages = {
        "en": QCoreApplication.translate("PanelWords", "English"),
        "ko": QCoreApplication.translate("PanelWords", "Korean"),
        "ja": QCoreApplication.translate("PanelWords", "Japanese"),
        "zh": QCoreApplication.translate("PanelWords", "Chinese"),
        "ru": QCoreApplication.translate("PanelWords", "Russian"),
        "fr": QCoreApplication.translate("PanelWords", "French"),
        "de": QCoreApplication.translate("PanelWords", "German"),
        "es": QCoreApplication.translate("PanelWords", "Spanish"),
    }
    return languages.get(code, code)


def city_name(city: str) -> str:
    """A city whose clock is shown."""
    cities = {
        "seoul": QCoreApplication.translate("PanelWords", "Seoul"),
        "pyongyang": QCoreApplication.translate("PanelWords", "Pyongyang"),
        "washington": QCoreApplication.translate("PanelWords", "Washington"),
        "utc": "UTC",
    }
    return cities.get(city, city)


def figure_kind(kind: str) -> str:
    """What a figure counts; a kind that is not known here is shown as the record has it."""
    kinds = {
        "votes": QCoreApplication.translate("PanelWords", "votes"),
        "participants": QCoreApplication.translate("PanelWords", "participants"),
        "killed": QCoreApplication.translate("PanelWords", "killed"),
        "wounded": QCoreApplication.translate("PanelWords", "wounded"),
        "missing": QCoreApplication.translate("PanelWords", "missing"),
        "shells": QCoreApplication.translate("PanelWords", "shells"),
        "shots": QCoreApplication.translate("PanelWords", "shots"),
        "rounds": QCoreApplication.translate("PanelWords", "rounds"),
        "warning shots": QCoreApplication.translate("PanelWords", "warning shots"),
        "missiles": QCoreApplication.translate("PanelWords", "missiles"),
        "mines": QCoreApplication.translate("PanelWords", "mines"),
        "tonnes": QCoreApplication.translate("PanelWords", "tonnes"),
        "magnitude": QCoreApplication.translate("PanelWords", "magnitude"),
        "families": QCoreApplication.translate("PanelWords", "families"),
        "workers": QCoreApplication.translate("PanelWords", "workers"),
        "evacuated": QCoreApplication.translate("PanelWords", "evacuated"),
        "aircraft": QCoreApplication.translate("PanelWords", "aircraft"),
        "ships": QCoreApplication.translate("PanelWords", "ships"),
        "submarines": QCoreApplication.translate("PanelWords", "submarines"),
        "centrifuges": QCoreApplication.translate("PanelWords", "centrifuges"),
        "kilometres": QCoreApplication.translate("PanelWords", "kilometres"),
        "minutes": QCoreApplication.translate("PanelWords", "minutes"),
        "seconds": QCoreApplication.translate("PanelWords", "seconds"),
        "vote share": QCoreApplication.translate("PanelWords", "vote share"),
    }
    return kinds.get(kind, kind)


def not_verified() -> str:
    """What is said of words that nobody checked."""
    return QCoreApplication.translate("PanelWords", "not verified")


def checked_words(look: Look, verified: Verified) -> str:
    """Whether quoted words were checked, when and against what."""
    ways = {
        "page": QCoreApplication.translate("PanelWords", "checked {day} in a copy of the source"),
        "text": QCoreApplication.translate("PanelWords", "checked {day} in an attached text"),
        "unverified": QCoreApplication.translate("PanelWords", "not verified"),
    }
    return _on_day(ways[verified.how], look, verified)


def all_checked_words(look: Look, verified: Verified) -> str:
    """The same, said of all quotations of a document."""
    ways = {
        "page": QCoreApplication.translate("PanelWords", "quotations checked {day} in a copy of the source"),
        "text": QCoreApplication.translate("PanelWords", "quotations checked {day} in an attached text"),
        "unverified": QCoreApplication.translate("PanelWords", "quotations not verified"),
    }
    return _on_day(ways[verified.how], look, verified)


def _on_day(words: str, look: Look, verified: Verified) -> str:
    day = date_in_words(parse_edtf(verified.on), look.language) if verified.on else ""
    return " ".join(words.format(day=day).split())
