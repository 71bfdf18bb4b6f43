"""Text search over titles, names, summaries and excerpts, in English and Korean.

Text is compared decomposed and case-folded, so that a half-typed Hangul syllable already matches
and a compatibility jamo finds the syllables it begins.
"""

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


class Hit(Struct, frozen=True):
    """An excerpt whose text or summary holds the words looked for."""

    event: str
    excerpt: str
    speaker: str
    text: str
    quoted: bool
    matches: tuple[tuple[int, int], ...]  # half-open ranges in ``text``


def search_key(text: str) -> str:
    """Decomposed and case-folded form of a text; dashes, quotation marks and white space are levelled."""
    folded = unicodedata.normalize("NFKD", text.translate(_LEVELLED)).casefold()
    return unicodedata.normalize("NFKD", folded)


def query_words(query: str) -> list[str]:
    """The words of a query, each to be found; words inside double quotes stay together."""
    words: list[str] = []
    for position, part in enumerate(search_key(query).split('"')):
        parts = part.split()
        words.extend([" ".join(parts)] if position % 2 else parts)
    return [word for word in words if word]


def _both(text: Text | None) -> Iterator[str]:
    if text is not None:
        yield text.en or ""
        yield text.ko or ""


def _event_texts(dataset: Dataset, event: Event) -> Iterator[str]:
    yield event.id
    yield event.date
    for text in (event.title, event.label, event.summary):
        yield from _both(text)
    for alias in event.aliases:
        yield from _both(alias.name)
    for actor_id in dataset.with_ancestors((*event.actors, *event.initiator)):
        actor = dataset.actors[actor_id]
        yield from _both(actor.name)
        yield from actor.aliases
    if event.place is not None:
        place = dataset.places[event.place]
        yield from _both(place.name)
        yield from place.aliases
    for reading in event.readings:
        yield from _both(reading.gist)
    for source, excerpts in dataset.sources_of(event):
        yield from source.title.values()
        yield source.publisher or ""
        yield source.symbol or ""
        for excerpt in excerpts:
            yield from _both(excerpt.summary)
            yield excerpt.speaker or ""
            yield from (words.exact for words in excerpt.texts)


class TextIndex:
    """The search keys of a dataset's events, made at the first query."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @cached_property
    def _keys(self) -> list[str]:
        dataset = self._dataset
        return [
            SEPARATOR.join(search_key(text) for text in _event_texts(dataset, event))
            for event in dataset.events
        ]

    def matching(self, query: str) -> npt.NDArray[np.bool_]:
        """A boolean an event: whether every word of the query stands somewhere in its texts."""
        words = query_words(query)
        return np.array([all(word in key for word in words) for key in self._keys], dtype=np.bool_)


def find_matches(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of ``text`` that match a word of the query, merged and in order.

    A letter stays together with the marks that are combined with it.
    """
    letters = _letters(text)
    starts: list[int] = []
    key = ""
    for start, end in letters:
        starts.append(len(key))
        key += search_key(text[start:end])
    ranges: list[tuple[int, int]] = []
    for word in query_words(query):
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


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def hits(dataset: Dataset, events: tuple[Event, ...], query: str, language: str) -> list[Hit]:
    """One hit for each cited excerpt that holds a word of the query, in date order of the events.

    The quoted words are preferred to the summary; an event that matches elsewhere only gives one hit
    on its title.
    """
    found: list[Hit] = []
    for event in events:
        lines = [
            hit
            for cite in event.cites
            if (hit := _excerpt_hit(dataset, event, cite.excerpt, query, language))
        ]
        found.extend(lines or [_title_hit(event, query, language)])
    return found


def _excerpt_hit(dataset: Dataset, event: Event, reference: str, query: str, language: str) -> Hit | None:
    source, excerpt = dataset.excerpt(reference)
    speaker = excerpt.speaker or source.publisher or ""
    candidates = [(text.exact, True) for text in excerpt.texts]
    candidates.append((excerpt.summary.in_language(language), False))
    candidates.extend((text, False) for text in _both(excerpt.summary) if text)
    for text, quoted in candidates:
        if matches := find_matches(text, query):
            return Hit(event.id, reference, speaker, text, quoted, matches)
    if (matches := find_matches(speaker, query)) and excerpt.texts:
        return Hit(event.id, reference, speaker, excerpt.texts[0].exact, True, ())
    return None


def _title_hit(event: Event, query: str, language: str) -> Hit:
    title = event.title.in_language(language)
    return Hit(event.id, "", "", title, False, find_matches(title, query))
