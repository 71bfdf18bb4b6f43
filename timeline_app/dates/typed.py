"""Read a date as a person types it, in English, Korean or EDTF, and never guess what is missing."""

import re

from timeline_app.dates.calendar import DAY_S, HOUR_S, MINUTE_S, MONTH, YEAR, days_in_month, to_seconds
from timeline_app.dates.edtf import EdtfError, parse_edtf
from timeline_app.dates.span import TimeSpan

MAX_LENGTH = 200

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_WEEKDAY_KO = r"(?:\s*\(?[월화수목금토일](?:요일)?\)?)?"

_ORDINAL = r"(?:st|nd|rd|th)?"

# What has one of these shapes is that date, or none: 2015-13-01 is not handed on to be guessed at.
_SHAPES = (
    rf"{_YEAR}(?:ad|ce)?",
    rf"{_YEAR}\s*[-./]\s*(?P<month>[0-9]{{1,2}})(?:\s*[-./]\s*{_DAY})?\.?",
    rf"{_YEAR}\s*년(?:\s*(?P<month>[0-9]{{1,2}})\s*월(?:\s*{_DAY}\s*일{_WEEKDAY_KO})?)?",
    rf"(?P<month>[0-9]{{1,2}})\s*월(?:\s*{_DAY}\s*일)?,?\s*{_YEAR}\s*년?",
    rf"{_MONTH},?(?:\s*|-){_YEAR}",
    rf"{_DAY}{_ORDINAL}(?:\s*|-)(?:of\s+)?{_MONTH},?(?:\s*|-){_YEAR}",
    rf"{_MONTH}\s*{_DAY}{_ORDINAL}(?:,\s*|\s+){_YEAR}",
    rf"{_YEAR}(?:\s*|-){_MONTH}(?:(?:\s*|-){_DAY})?",
    r"(?P<decade>[0-9]{3}0)\s*(?:'?s|년대)",
    r"(?P<bce>[0-9]{1,4})\s*b\.?c\.?(?:e\.?)?",
    r"(?:기원전|bc)\s*(?P<bce>[0-9]{1,4})\s*년?",
)

# One end of a range, which leaves out what the other end says. A number is of the other's smallest unit.
_PARTS = (
    *_SHAPES[:-3],
    rf"(?P<month>[0-9]{{1,2}})\s*[./]\s*{_YEAR}",
    r"(?P<number>[0-9]{1,2})\.?",
    rf"{_YEAR}\s*년\s*(?P<number>[0-9]{{1,2}})",
    rf"{_YEAR}\s*년\s*(?P<month>[0-9]{{1,2}})\s*월\s*(?P<number>[0-9]{{1,2}})",
    r"(?P<month>[0-9]{1,2})\s*월\s*(?P<number>[0-9]{1,2})",
    rf"(?P<month>[0-9]{{1,2}})\s*월(?:\s*{_DAY}\s*일{_WEEKDAY_KO})?",
    rf"{_DAY}\s*일{_WEEKDAY_KO}",
    rf"(?P<month>[0-9]{{1,2}})\s*[./]\s*{_DAY}\.?",
    _MONTH,
    rf"{_DAY}(?:st|nd|rd|th)",
    rf"{_DAY}{_ORDINAL}\s*(?:of\s+)?{_MONTH}",
    rf"{_MONTH}\s*{_DAY}{_ORDINAL}",
    rf"{_DAY}{_ORDINAL},?\s+{_YEAR}",
)
_UNITS = ("year", "month", "day")
_DASHES = "\N{HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_BETWEEN = rf"\s*[{_DASHES}~\N{{WAVE DASH}}]\s*|\s+-\s+|\s+(?:to|until|till|through)\s+|\s*(?:부터|에서)\s*"
_DECADE = r"(?P<century>[0-9]{2})(?P<tens>[0-9])0\s*(?:'?s|년대?)?"
_SHORT_DECADE = r"(?P<tens>[0-9])0\s*('?s|년대)"

_MESSAGES = {
    "en": {
        "unreadable": "“{}” is not a date that can be read; type for example 2015-08-25 or Aug 2015.",
        "impossible": "“{}” is not in the calendar; type for example 2015-08-25 or Aug 2015.",
        "ambiguous": "“{}” can be two different dates; type for example 2013-02-12 or 12 Feb 2013.",
        "year": "“{}” has no year of four digits; type for example 2015-08-25 or Aug 2015.",
        "reversed": "“{}” ends before it starts; type for example 2015-08-25 or 2015/2018.",
        "endless": "“{}” has no start or no end; type for example 2015-08-25 or 2015/2018.",
    },
    "ko": {
        "unreadable": "“{}”은(는) 읽을 수 없는 날짜입니다(입력 예: 2015-08-25, 2015년 8월).",
        "impossible": "“{}”은(는) 달력에 없는 날짜입니다(입력 예: 2015-08-25, 2015년 8월).",
        "ambiguous": "“{}”은(는) 두 가지 날짜로 읽힙니다(입력 예: 2013-02-12, 2013년 2월 12일).",
        "year": "“{}”에는 네 자리 연도가 없습니다(입력 예: 2015-08-25, 2015년 8월).",
        "reversed": "“{}”은(는) 끝이 시작보다 앞섭니다(입력 예: 2015-08-25, 2015/2018).",
        "endless": "“{}”에는 시작이나 끝이 없습니다(입력 예: 2015-08-25, 2015/2018).",
    },
}


class TypedDateError(ValueError):
    """A typed text is not one date; the message is a sentence for the person who typed it."""


class _RefusedError(Exception):
    """Carries the key of a message."""


def read_typed_date(text: str, language: str = "en") -> TimeSpan:
    """The span that a typed date covers: a day, month, year, decade, or an interval with both ends."""
    try:
        return _read(text)
    except _RefusedError as refused:
        messages = _MESSAGES["ko" if language.startswith("ko") else "en"]
        shown = text.strip() if len(text) <= 60 else f"{text.strip()[:60]}…"
        raise TypedDateError(messages[str(refused)].format(shown)) from None


def _read(text: str) -> TimeSpan:
    from unicodedata import normalize  # here, because most starts of the program read no typed date

    if len(text) > MAX_LENGTH:
        raise _RefusedError("unreadable")
    plain = " ".join(normalize("NFKC", text).split())  # a Korean keyboard may give full-width digits
    for reader in (_read_edtf, _read_shape, _read_range, _read_loosely):
        span = reader(plain)
        if span is not None:
            return span
    raise _RefusedError("unreadable")


def _read_edtf(text: str) -> TimeSpan | None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return None
    if date.earliest is None or date.span_end is None:
        raise _RefusedError("endless")
    return TimeSpan(date.earliest, date.span_end)


def _read_shape(text: str) -> TimeSpan | None:
    for shape in _SHAPES:
        if match := re.fullmatch(shape, text, re.IGNORECASE | re.ASCII):
            return _span_of(match.groupdict())
    return None


def _span_of(fields: dict[str, str | None]) -> TimeSpan:
    if decade := fields.get("decade"):
        start = to_seconds(int(decade), 1, 1)
        return TimeSpan(start, YEAR.offset(start, 10))
    if bce := fields.get("bce"):
        if int(bce) == 0:
            raise _RefusedError("impossible")
        return _civil_span(1 - int(bce), None, None)
    month, day = (int(digits) if digits else None for digits in map(fields.get, ("month", "day")))
    if name := fields.get("name"):
        month = _MONTH_NAMES.index(name[:3].lower()) + 1
    return _civil_span(int(fields["year"] or 0), month, day)


def _civil_span(year: int, month: int | None, day: int | None) -> TimeSpan:
    if month is None:
        start = to_seconds(year, 1, 1)
        return TimeSpan(start, YEAR.offset(start))
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= days_in_month(year, month)):
        raise _RefusedError("impossible")
    start = to_seconds(year, month, day or 1)
    return TimeSpan(start, MONTH.offset(start) if day is None else start + DAY_S)


def _read_range(text: str) -> TimeSpan | None:
    """Two dates with a dash, "to" or "부터" between them, of which one may leave out what the other says."""
    bare = re.sub(r"^from\s+|\s*까지$", "", text, flags=re.IGNORECASE)
    ends = re.split(_BETWEEN, bare, flags=re.IGNORECASE)
    if len(ends) == 2 and all(ends):
        return _between(*ends)
    found = []
    for hyphen in re.finditer(r"\s*-\s*", bare):
        try:
            span = _between(bare[: hyphen.start()], bare[hyphen.end() :])
        except _RefusedError as refused:
            if str(refused) == "reversed" and len(ends) == 1:
                raise
            continue
        if span is not None:
            found.append(span)
    return found[0] if len(found) == 1 else None


def _between(first: str, last: str) -> TimeSpan | None:
    """From the start of one date to the end of the other."""
    decade, short = re.fullmatch(_DECADE, first), re.fullmatch(_SHORT_DECADE, last)
    if decade and short:
        first, last = f"{decade['century']}{decade['tens']}0s", f"{decade['century']}{short['tens']}0s"
    start, end = (_read_edtf(part) or _read_shape(part) for part in (first, last))
    if start is None or end is None:
        one, other = _part_of(first), _part_of(last)
        if not one or not other:
            return None
        start, end = _completed(one, other), _completed(other, one)
        if start is None or end is None:
            return None
    if start.start >= end.end:
        raise _RefusedError("reversed")
    return TimeSpan(start.start, max(start.end, end.end))


def _part_of(text: str) -> dict[str, int] | None:
    for shape in _PARTS:
        if match := re.fullmatch(shape, text, re.IGNORECASE | re.ASCII):
            fields = {name: found for name, found in match.groupdict().items() if found}
            if name := fields.pop("name", None):
                fields["month"] = str(_MONTH_NAMES.index(name[:3].lower()) + 1)
            return {name: int(found) for name, found in fields.items()}
    return None


def _completed(part: dict[str, int], other: dict[str, int]) -> TimeSpan | None:
    """The span of one end with what the other end says of both; None if that leaves it open what is meant."""
    named = [unit for unit in _UNITS if unit in part or unit in other]
    if not named or (named[-1] == "year" and ("number" in part or "number" in other)):
        return None
    smallest = named[-1]
    mine, theirs = ({**each, smallest: each.get("number", each.get(smallest, 0))} for each in (part, other))
    if not (mine[smallest] and theirs[smallest]):
        return None  # a month and a day, such as "Aug - 25 Sep 2015"
    units = _UNITS[: _UNITS.index(smallest) + 1]
    filled = [mine.get(unit) or theirs.get(unit) for unit in units]
    year, month, day = (*filled, None, None)[:3]
    return _civil_span(year, month, day) if year and all(filled) else None


def _read_loosely(text: str) -> TimeSpan | None:
    """By python-dateutil, which fills in what is missing: so twice, to see what was really typed."""
    if not re.search(r"(?<![0-9])[0-9]{4}(?![0-9])|(?<![0-9])[0-9]{8}(?![0-9])", text):
        raise _RefusedError("year" if re.search(r"[0-9]", text) else "unreadable")
    if re.search(r"(?<![0-9a-z])-\s*[0-9]|\bb\.?c", text, re.IGNORECASE):
        return None  # dateutil would drop the era
    from datetime import datetime

    from dateutil import parser

    # Both years are leap years; a weekday alone cannot fall on one day after the 1st and after the 15th.
    defaults = (datetime(1904, 1, 1, 0, 0, 0, 0), datetime(1908, 3, 15, 1, 1, 1, 1))
    try:
        date, other = (parser.parse(text, default=default, ignoretz=True) for default in defaults)
        day_first = parser.parse(text, default=defaults[0], ignoretz=True, dayfirst=True)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        return None
    if date != day_first:
        raise _RefusedError("ambiguous")
    fields = date.timetuple()[:6]
    typed = [one == two for one, two in zip(fields, other.timetuple(), strict=False)]
    if not typed[0] or f"{date.year:04d}" not in text:
        raise _RefusedError("year")
    depth = typed.index(False) if False in typed else len(typed)
    if any(typed[depth:]):
        return None  # a day without its month, a time without its day
    return _typed_span(fields, depth)


def _typed_span(fields: tuple[int, ...], depth: int) -> TimeSpan:
    year, month, day, *_ = fields
    if depth <= 3:
        return _civil_span(year, month if depth > 1 else None, day if depth > 2 else None)
    start = to_seconds(*fields[:depth])
    return TimeSpan(start, start + {4: HOUR_S, 5: MINUTE_S, 6: 1}[depth])
