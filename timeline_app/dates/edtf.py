"""Dates in EDTF, the Extended Date/Time Format of ISO 8601-2, levels 0 to 2.

The bounds are strict: ``?``, ``~`` and ``%`` qualify a date without widening it. Where the Library of
Congress leaves a choice, seasons are the meteorological ones of the north (winter ends in the next
February) and an interval that ends before it starts is refused.
"""

from functools import lru_cache
from math import inf

from timeline_app.dates.edtf_date import PRECISIONS, EdtfDate, EdtfError, coarsest, joined_qualifier, quoted
from timeline_app.dates.edtf_single import read_date_time, read_plain, read_single

__all__ = ["PRECISIONS", "EdtfDate", "EdtfError", "parse_edtf"]

MAX_LENGTH = 1_000  # characters; a set may name many days
CACHED = 65_536  # texts; more than a century of days


def parse_edtf(text: str) -> EdtfDate:
    """Read a date of any level; anything else raises EdtfError."""
    if not isinstance(text, str):
        raise EdtfError(f"a date is a text, not {type(text).__name__}")
    if len(text) > MAX_LENGTH:
        raise EdtfError(f"{text[:40]!r}... is longer than {MAX_LENGTH:,} characters")
    return _parse(text)


@lru_cache(maxsize=CACHED)
def _parse(text: str) -> EdtfDate:
    if date := read_plain(text):
        return date
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return read_date_time(text)
    return read_single(text)


def _interval(text: str) -> EdtfDate:
    start_text, _, end_text = text.partition("/")
    if "/" in end_text:
        raise EdtfError(f"{quoted(text)}: an interval has two ends")
    if text == "/":
        raise EdtfError("'/': an interval without its ends says nothing")
    start = None if start_text in ("", "..") else read_single(start_text)
    end = None if end_text in ("", "..") else read_single(end_text)
    ends = [date for date in (start, end) if date]
    levels = [2 if "X" in date.text else date.level for date in ends]
    return _between(text, start, end, max(levels) if len(ends) == 2 else max([1, *levels]))


def _between(text: str, start: EdtfDate | None, end: EdtfDate | None, level: int) -> EdtfDate:
    """The interval between two dates; a missing one is open unless the text has nothing there."""
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and earliest > latest:
        raise EdtfError(f"{quoted(text)} ends before it starts")
    ends = [date for date in (start, end) if date]
    return EdtfDate(
        text,
        "interval",
        level,
        coarsest(ends),
        joined_qualifier([date.qualifier for date in ends]),
        (
            start.bounds[0] if start else "-inf" if text.startswith("..") else "unknown",
            end.bounds[1] if end else "inf" if text.endswith("..") else "unknown",
        ),
        earliest,
        latest,
        start.year if start else None,
        start=start,
        end=end,
    )


def _set(text: str) -> EdtfDate:
    kind = {"[]": "one-of", "{}": "all-of"}.get(text[0] + text[-1])
    if kind is None:
        raise EdtfError(f"{quoted(text)}: the brackets do not match")
    parts = text[1:-1].split(",")
    members = tuple(
        _member(text, part, is_first=i == 0, is_last=i == len(parts) - 1) for i, part in enumerate(parts)
    )
    lowest = min(members, key=lambda m: -inf if m.earliest is None else m.earliest)
    highest = max(members, key=lambda m: inf if m.latest is None else m.latest)
    return EdtfDate(
        text,
        kind,
        2,
        coarsest(members),
        joined_qualifier([member.qualifier for member in members]),
        (lowest.bounds[0], highest.bounds[1]),
        lowest.earliest,
        highest.latest,
        lowest.year,
        members=members,
    )


def _member(text: str, part: str, *, is_first: bool, is_last: bool) -> EdtfDate:
    """One date of a set, or a run of them, which is kept as an interval."""
    start_text, dots, end_text = part.partition("..")
    if not dots:
        return read_single(part)
    start = read_single(start_text) if start_text else None
    end = read_single(end_text) if end_text else None
    if not (start or (is_first and end)) or not (end or is_last):
        raise EdtfError(f"{quoted(text)}: dots open a set at its first or last date only")
    if start and end and start.precision != end.precision:
        raise EdtfError(f"{quoted(text)}: both sides of the dots need one precision")
    return _between(f"{start_text or '..'}/{end_text or '..'}", start, end, 2)
