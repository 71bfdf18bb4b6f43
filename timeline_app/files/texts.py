"""Look for every quotation in a folder of full texts, one ``<source id>.txt`` a source."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from msgspec import Struct

from timeline_app.files.collection import Collection
from timeline_app.files.guarded import RefusedError, read_guarded
from timeline_app.files.locate import Finding, Locator
from timeline_app.files.problems import Problem

Verdict = Literal["exact", "normalised", "changed", "missing", "no text"]
FAULTS = ("changed", "missing")
NEAR = 0.75  # share of characters in common from which a passage counts as the same one, changed
LEVELLED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′＇`´", "'"),
        **dict.fromkeys("“”„‟″＂«»「」『』《》〈〉", '"'),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),  # seen by nobody
        "…": "...",
    }
)
SPACES = re.compile(r"\s+")


class TextVerdict(Struct, frozen=True, kw_only=True):
    """What became of one quotation; ``nearest`` is the passage that stands there instead."""

    source: str
    excerpt: str
    language: str
    exact: str
    verdict: Verdict
    nearest: str | None = None


def check_texts(collection: Collection, folder: Path) -> list[TextVerdict]:
    """A verdict for every quotation of the collection, in the order of its sources."""
    return [verdict for _, verdict in _judged(collection, folder, {})]


def text_problems(collection: Collection, folder: Path) -> tuple[list[TextVerdict], list[Problem]]:
    """The verdicts, and the bad ones among them as problems."""
    unread: dict[str, str] = {}
    judged = list(_judged(collection, folder, unread))
    locator = Locator(collection.files)
    problems = [
        locator.problem(Finding("sources", verdict.source, path, verdict.exact, _message(verdict)))
        for path, verdict in judged
        if verdict.verdict in FAULTS
    ]
    problems += [Problem(file=folder / f"{name}.txt", message=message) for name, message in unread.items()]
    return [verdict for _, verdict in judged], problems


def level(text: str) -> str:
    """Text with one kind of space, quotation mark and dash, and in one Unicode form."""
    return SPACES.sub(" ", normalize("NFC", text).translate(LEVELLED)).strip()


def _judged(
    collection: Collection, folder: Path, unread: dict[str, str]
) -> Iterator[tuple[tuple[str | int, ...], TextVerdict]]:
    """Path and verdict of every quotation; ``unread`` gets the sources whose text is no text, and why."""
    for source in collection.sources:
        full, fault = _read(folder / f"{source.id}.txt")
        if fault:
            unread[source.id] = fault
        levelled = level(full) if full is not None else ""
        for i, excerpt in enumerate(source.excerpts):
            for j, text in enumerate(excerpt.texts):
                verdict, nearest = _judge(text.exact, full, levelled)
                yield (
                    ("excerpts", i, "texts", j, "exact"),
                    TextVerdict(
                        source=source.id,
                        excerpt=excerpt.id,
                        language=text.language,
                        exact=text.exact,
                        verdict=verdict,
                        nearest=nearest,
                    ),
                )


def _read(file: Path) -> tuple[str | None, str]:
    """The text, none if there is no such file; or what is wrong with it."""
    try:
        return read_guarded(file).decode("utf-8-sig"), ""
    except FileNotFoundError:
        return None, ""
    except RefusedError as error:
        return None, str(error.strerror)
    except UnicodeDecodeError as error:
        return None, f"byte 0x{error.object[error.start]:02X} is not UTF-8; save the file as UTF-8"
    except OSError as error:
        return None, f"cannot be read: {error.strerror or error}"


def _judge(exact: str, full: str | None, levelled: str) -> tuple[Verdict, str | None]:
    if full is None:
        return "no text", None
    if exact in full:
        return "exact", None
    wanted = level(exact)
    if wanted and wanted in levelled:
        return "normalised", None
    nearest = _nearest(wanted, levelled)
    return ("changed", nearest) if nearest else ("missing", None)


def _nearest(wanted: str, text: str) -> str | None:
    """The passage of ``text`` most like ``wanted``, if any is like it at all."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    length = len(wanted.split())
    if not wanted or not words:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, best_ratio = None, NEAR
    for first in _promising(wanted, text, words, length):
        for count in {length - 1, length, length + 1} - {0}:
            passage = text[words[first][0] : words[min(first + count, len(words)) - 1][1]]
            matcher.set_seq1(passage)
            if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
                ratio = matcher.ratio()
                if ratio > best_ratio:
                    best, best_ratio = passage, ratio
    return best


def _promising(wanted: str, text: str, words: list[tuple[int, int]], length: int) -> Iterable[int]:
    """Where to compare in full: the windows that share most words, or word beginnings, with ``wanted``."""
    stems = {word[:4].casefold() for word in wanted.split()}
    shared = [text[start:end][:4].casefold() in stems for start, end in words]
    scores: Counter[int] = Counter()
    count = sum(shared[:length])
    for first in range(len(words)):
        scores[first] = count
        count -= shared[first]
        count += first + length < len(words) and shared[first + length]
    return [first for first, score in scores.most_common(60) if score]


def _message(verdict: TextVerdict) -> str:
    file = f"{verdict.source}.txt"
    if verdict.verdict == "missing":
        return f"these words are not in {file}; quote what stands there"
    return f"{file} has {verdict.nearest!r}; quote it to the letter"
