"""Text search over titles, names, summaries and excerpts, in English and Korean.

Text is compared decomposed and case-folded, so that a half-typed Hangul syllable already matches
and a compatibility jamo finds the syllables it begins.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Event, Text

SEPARATOR = "\n"  # between two texts; no word of a query holds it
_LEVELLED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("ㆍ・‧•", "·"),
        **dict.fromkeys("\t\n\r\v\f\u00a0\u2028\u2029", " "),
    }
)
_DIACRITICS = re.compile("[\u0300-\u036f]+")  # of letters; who types them not finds the words all the same
Ranges = tuple[tuple[int, int], ...]  # half-open, in a text


class Hit(Struct, frozen=True):
    """Words of an event or of an excerpt it cites that hold what is looked for; one range at least is marked.

    ``kind`` says what the text is: ``excerpt`` for a passage, else a part of the event such as ``title``.
    ``speaker`` is who spoke in the passage, ``publisher`` where it stands.
    """

    event: str
    excerpt: str
    kind: str
    text: str
    matches: Ranges
    quoted: bool = False
    speaker: str = ""
    publisher: str = ""
    speaker_matches: Ranges = ()


def search_key(text: str) -> str:
    """Decomposed and case-folded form of a text, without the diacritics of letters.

    Dashes, quotation marks and white space are levelled.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_LEVELLED)).casefold()
    return _DIACRITICS.sub("", unicodedata.normalize("NFKD", folded))


def query_words(query: str) -> list[str]:
    """The words of a query, each to be found; words inside double quotes stay together."""
    words: list[str] = []
    for position, part in enumerate(search_key(query).split('"')):
        parts = part.split()
        words.extend([" ".join(parts)] if position % 2 else parts)
    return [word for word in words if word]


def _both(text: Text | None, language: str = "en") -> Iterator[str]:
    """The texts there are, first that of a language."""
    if text is not None:
        first, second = (text.ko, text.en) if language == "ko" else (text.en, text.ko)
        yield from filter(None, (first, second))


def _event_texts(dataset: Dataset, event: Event, language: str = "en") -> Iterator[tuple[str, str]]:
    """The kind and words of each text of an event, except those of the passages it cites."""
    for kind, text in (("title", event.title), ("label", event.label), ("summary", event.summary)):
        yield from ((kind, words) for words in _both(text, language))
    for reading in event.readings:
        yield from (("reading", words) for words in _both(reading.gist, language))
    for alias in event.aliases:
        yield from (("alias", words) for words in _both(alias.name, language))
    for actor_id in dataset.with_ancestors((*event.actors, *event.initiator)):
        actor = dataset.actors[actor_id]
        yield from (("actor", words) for words in (*_both(actor.name, language), *actor.aliases))
    if event.place is not None:
        place = dataset.places[event.place]
        yield from (("place", words) for words in (*_both(place.name, language), *place.aliases))
    for source, _ in dataset.sources_of(event):
        names = (*source.title.values(), source.publisher, source.symbol)
        yield from (("source", words) for words in names if words)
    yield "date", event.date
    yield "id", event.id


def _passage_texts(dataset: Dataset, event: Event) -> Iterator[str]:
    for _, excerpts in dataset.sources_of(event):
        for excerpt in excerpts:
            yield from _both(excerpt.summary)
            yield excerpt.speaker or ""
            yield from (words.exact for words in excerpt.texts)


def _all_texts(dataset: Dataset, event: Event) -> Iterator[str]:
    yield from (text for _, text in _event_texts(dataset, event))
    yield from _passage_texts(dataset, event)


class TextIndex:
    """The search keys of a dataset's events, made at the first query."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @cached_property
    def _keys(self) -> list[str]:
        dataset = self._dataset
        return [SEPARATOR.join(map(search_key, _all_texts(dataset, event))) for event in dataset.events]

    def matching(self, query: str) -> npt.NDArray[np.bool_]:
        """A boolean an event: whether every word of the query stands somewhere in its texts."""
        words = query_words(query)
        return np.array([all(word in key for word in words) for key in self._keys], dtype=np.bool_)


def find_matches(text: str, query: str) -> Ranges:
    """Half-open ranges of ``text`` that match a word of the query, merged and in order.

    A letter stays together with the marks that are combined with it.
    """
    whole = search_key(text)
    words = [word for word in query_words(query) if word in whole]
    if not words:
        return ()
    letters = _letters(text)
    starts: list[int] = []
    key = ""
    for start, end in letters:
        starts.append(len(key))
        key += search_key(text[start:end])
    ranges: list[tuple[int, int]] = []
    for word in words:
        found = key.find(word)
        while found >= 0:
            first = bisect_right(starts, found) - 1
            last = bisect_right(starts, found + len(word) - 1) - 1
            ranges.append((letters[first][0], letters[last][1]))
            found = key.find(word, found + len(word))
    return _merged(sorted(ranges))


def _letters(text: str) -> list[tuple[int, int]]:
    """Ranges of single characters, each with its combining marks."""
    starts = [i for i, character in enumerate(text) if i == 0 or not unicodedata.combining(character)]
    return list(pairwise([*starts, len(text)]))


def _merged(ranges: list[tuple[int, int]]) -> Ranges:
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def hits(dataset: Dataset, events: tuple[Event, ...], query: str, language: str) -> list[Hit]:
    """One hit for each cited excerpt that holds a word of the query, in date order of the events.

    The quoted words are preferred to the summary. An event that matches elsewhere only gives one hit on the
    text of it that holds most words of the query.
    """
    found: list[Hit] = []
    for event in events:
        lines = [
            hit
            for cite in event.cites
            if (hit := _excerpt_hit(dataset, event, cite.excerpt, query, language))
        ]
        found.extend(lines or _event_hits(dataset, event, query, language))
    return found


def _excerpt_hit(dataset: Dataset, event: Event, reference: str, query: str, language: str) -> Hit | None:
    source, excerpt = dataset.excerpt(reference)
    speaker = excerpt.speaker or ""
    candidates = [(words.exact, True) for words in excerpt.texts]
    candidates.extend((words, False) for words in _both(excerpt.summary, language))
    matching = (
        (words, quoted, ranges) for words, quoted in candidates if (ranges := find_matches(words, query))
    )
    said = find_matches(speaker, query)
    found = next(matching, None)
    if found is None and said:  # the words in the reader's own language, else what we say of them
        own = (words.exact for words in excerpt.texts if words.language == language)
        spoken = next(own, "")
        found = (spoken or excerpt.summary.in_language(language), bool(spoken), ())
    if found is None:
        return None
    text, quoted, ranges = found
    publisher = source.publisher or ""
    return Hit(event.id, reference, "excerpt", text, ranges, quoted, speaker, publisher, said)


def _event_hits(dataset: Dataset, event: Event, query: str, language: str) -> list[Hit]:
    words = [f'"{word}"' for word in query_words(query)]
    held = [
        (sum(bool(find_matches(text, word)) for word in words), kind, text)
        for kind, text in _event_texts(dataset, event, language)
    ]
    most, kind, text = max(held, key=lambda found: found[0])
    return [Hit(event.id, "", kind, text, find_matches(text, query))] if most else []
