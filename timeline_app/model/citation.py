"""A source as one line to cite, and a quotation with its whole reference; English and Korean forms.

Names are printed as they stand: no name is split or inverted.
"""

from timeline_app.dates.edtf import EdtfError, parse_edtf
from timeline_app.dates.wording import date_in_words
from timeline_app.model.records import Excerpt, ExcerptText, Source

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "title": "{}",
        "via": "via {}",
        "archived": "archived: {}",
        "accessed": "accessed {}",
        "translated": "translated by {}",
        "translation": "translation",
        "unverified": "not verified",
        "paraphrase": "summary, not a quotation",
        "no date": "no date",
    },
    "ko": {
        "title": "「{}」",
        "via": "{} 경유",
        "archived": "보존본: {}",
        "accessed": "{} 확인",
        "translated": "{} 번역",
        "translation": "번역",
        "unverified": "확인되지 않음",
        "paraphrase": "요약이며 인용이 아님",
        "no date": "날짜 없음",
    },
}
CLOSINGS = (".", "?", "!", "…")


def citation(
    source: Source,
    excerpt: Excerpt | None = None,
    language: str = "en",
    accessed: str | None = None,
    *,
    issuer: str | None = None,
) -> str:
    """One line: whose text, its title in its own language, symbol, date, way, locator, addresses.

    ``issuer`` is the name of the source's issuer where that is known; ``accessed`` an ISO date.
    """
    words = _phrases(language)
    name = issuer or source.publisher or source.issuer or ""
    facts = [
        source.symbol or "",
        _day(source.date, language) if source.date else words["no date"],
        _way(source, name, words),
        excerpt.locator or "" if excerpt else "",
    ]
    heads = [name, words["title"].format(own_title(source)), _commas(facts)]
    address = source.url or source.archived or ""
    listed = _commas([*heads, " "]).rstrip() if address else _commas(heads)  # a comma before the address
    line = listed if _is_korean(language) else _sentences(heads)
    notes = [
        words["archived"].format(source.archived) if source.archived and source.url else "",
        words["accessed"].format(_day(accessed, language)) if accessed else "",
    ]
    return " ".join(part for part in (line, address, f"({_commas(notes)})" if any(notes) else "") if part)


def quotation(
    source: Source,
    excerpt: Excerpt,
    text: ExcerptText | None,
    language: str = "en",
    *,
    issuer: str | None = None,
) -> str:
    """The words in quotation marks, who spoke and in which office, then the whole reference.

    Without a text, our summary of the passage stands there, said to be one and without quotation marks.
    """
    words = _phrases(language)
    office = excerpt.office.in_language(language) if excerpt.office else ""
    speaker = ", ".join(part for part in (excerpt.speaker, office) if part)
    if text is None:
        said, notes = one_line(excerpt.summary.in_language(language)).rstrip("."), [words["paraphrase"]]
    else:
        said, notes = f"“{one_line(text.exact)}”", _notes(source, excerpt, text, words)
    accessed = text.verified.on if text is not None and text.verified.how != "unverified" else None
    marked = f"{said} ({', '.join(notes)})" if notes else said
    by = f"{marked} — {speaker}" if speaker else marked
    return f"{_sentences([by])} {citation(source, excerpt, language, accessed, issuer=issuer)}"


def own_title(source: Source) -> str:
    """The title of a source in its own language, else the first that it has."""
    if source.language is not None and source.language in source.title:
        return one_line(source.title[source.language])
    return one_line(next(iter(source.title.values()), source.id))


def is_translation(source: Source, excerpt: Excerpt, text: ExcerptText) -> bool:
    """Whether a text is a translation of what was said or written."""
    if text.translator:
        return True
    return bool(excerpt.texts) and text is not excerpt.texts[0] and text.language != excerpt.texts[0].language


def published_by(source: Source) -> tuple[str, ...]:
    """News agency and publisher, each once: an agency whose name the publisher's holds is not repeated."""
    agency, publisher = source.agency or "", source.publisher or ""
    if agency.casefold() in publisher.casefold():
        agency = ""
    return tuple(name for name in (agency, publisher) if name)


def attribution(source: Source, language: str = "en") -> str:
    """Whose print it is and where it was read: "AFP, via AsiaOne"."""
    words = _phrases(language)
    names = [*published_by(source), *([source.via] if source.via else [])]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, {words['via'].format(names[-1])}"


def one_line(text: str) -> str:
    """Text without line breaks and doubled spaces."""
    return " ".join(text.split())


def _is_korean(language: str) -> bool:
    return language.startswith("ko")


def _phrases(language: str) -> dict[str, str]:
    return PHRASES["ko" if _is_korean(language) else "en"]


def _notes(source: Source, excerpt: Excerpt, text: ExcerptText, words: dict[str, str]) -> list[str]:
    notes = []
    if text.translator:
        notes.append(words["translated"].format(text.translator))
    elif is_translation(source, excerpt, text):
        notes.append(words["translation"])
    if text.verified.how == "unverified":
        notes.append(words["unverified"])
    return notes


def _way(source: Source, name: str, words: dict[str, str]) -> str:
    """Agency and publisher where they are not yet named, and where the text was read."""
    parts = [part for part in published_by(source) if part != name]
    if source.via:
        parts.append(words["via"].format(source.via))
    return ", ".join(parts)


def _day(date: str, language: str) -> str:
    try:
        return date_in_words(parse_edtf(date), language, short=False)
    except EdtfError:  # a date that nobody could read is better shown than lost
        return date


def _commas(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)


def _sentences(parts: list[str]) -> str:
    """Each part with a full stop, unless it ends with a mark of its own."""
    return " ".join(part if part.endswith(CLOSINGS) else f"{part}." for part in parts if part)
