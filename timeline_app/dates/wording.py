"""Dates, spans and durations in words, English and Korean, as short as a label or as long as a text."""

import math
from typing import NamedTuple

from timeline_app.dates.calendar import DAY_S, HOUR_S, MINUTE_S, from_seconds
from timeline_app.dates.edtf_date import EdtfDate
from timeline_app.dates.phrases import (
    CERTAINTIES,
    PHRASES,
    SEASON_NAMES,
    UNITS,
    Language,
    Point,
    known,
    pair_names,
    point_name,
    range_name,
    year_name,
)

YEAR_S = 31_556_952  # the mean of 400 years

# A duration is counted in the first unit of which it is long enough: 22 weeks, but 17 days.
DURATION_UNITS = (
    ("year", YEAR_S, 2 * 365 * DAY_S),
    ("month", YEAR_S / 12, 365 * DAY_S),
    ("week", 7 * DAY_S, 28 * DAY_S),
    ("day", DAY_S, DAY_S),
    ("hour", HOUR_S, HOUR_S),
    ("minute", MINUTE_S, MINUTE_S),
    ("second", 1, 0),
)


class _Manner(NamedTuple):
    """How to say it."""

    language: Language
    long: bool = False
    with_year: bool = True
    with_marks: bool = False  # "25 Aug?" for "25 Aug, uncertain"

    def phrase(self, key: str, *parts: str) -> str:
        return PHRASES[self.language][key].format(*parts)

    def point(self, point: Point) -> str:
        return point_name(point, self.language, long=self.long, with_year=self.with_year)

    def range(self, first: Point, last: Point) -> str:
        return range_name(first, last, self.language, long=self.long, with_year=self.with_year)

    def between(self, first: Point, last: Point) -> str:
        """One day out of many: "between 3 and 5 Mar 2010", "2010년 3월 3–5일 사이"."""
        if first == last:
            return self.point(first)
        if self.language == "ko":
            return self.phrase("between", self.range(first, last))
        left, right = pair_names(first, last, self.language, long=self.long, with_year=self.with_year)
        return self.phrase("between", left, right)


def date_in_words(date: EdtfDate, language: str, *, short: bool = True) -> str:
    """A date for a panel or a text: "25 Aug 2015", or "25 August 2015" if it may be longer."""
    return _words(date, _Manner(known(language), long=not short))


def short_date_in_words(date: EdtfDate, language: str, year: bool = False) -> str:
    """A date under a label: "25 Aug", "20–26 Oct"; what a year cannot be left out of keeps it."""
    is_within_a_year = (
        date.earliest is None or date.latest is None or date.latest - date.earliest < 365 * DAY_S
    )
    manner = _Manner(known(language), with_year=year or not is_within_a_year, with_marks=True)
    return _words(date, manner)


def day_in_words(seconds: float, language: str) -> str:
    """The civil day of a time: "25 Aug 2015", "2015년 8월 25일"."""
    return point_name(_day(math.floor(seconds)), known(language))


def span_in_words(start_s: float, end_s: float, language: str) -> str:
    """A half-open span, no finer than its width deserves: "2006–2016", "Aug–Dec 2015", "3–9 Aug 2015"."""
    first_s = math.floor(start_s)
    last_s = max(first_s, math.ceil(end_s) - 1)
    first, last = from_seconds(first_s), from_seconds(last_s)
    next_one = from_seconds(last_s + 1)
    starts_month = first[2:] == next_one[2:] == (1, 0, 0, 0)
    starts_year = starts_month and first.month == next_one.month == 1
    words = known(language)
    if starts_year or last_s - first_s >= 3 * 365 * DAY_S:
        return range_name((first.year, None, None), (last.year, None, None), words)
    if starts_month or last_s - first_s >= 62 * DAY_S:
        return range_name((first.year, first.month, None), (last.year, last.month, None), words)
    days = range_name(first[:3], last[:3], words)
    if first[:3] != last[:3] or last_s - first_s == DAY_S - 1:
        return days
    times = f"{first.hour:02d}:{first.minute:02d}–{_clock(last_s + 1)}"
    return PHRASES[words]["time"].format(days, times)


def duration_in_words(seconds: float, language: str) -> str:
    """A length of time in one unit: "11 years", "22 weeks", "17 days", "5 hours"."""
    length = abs(seconds)
    unit, size_s, _ = next(row for row in DURATION_UNITS if length >= row[2])
    count = math.floor(length / size_s + 0.5)
    if unit == "month" and count % 12 == 0:
        unit, count = "year", count // 12
    words = UNITS[known(language)][unit].format(f"{count:,}")
    return f"{words}s" if known(language) == "en" and count != 1 else words


def certainty_in_words(date: EdtfDate, language: str) -> str:
    """How sure the date is: "exact day", "month only", "one of several days", "end unknown"."""
    return CERTAINTIES[known(language)][_certainty(date)]


def _certainty(date: EdtfDate) -> str:
    days_only = date.precision == "day"
    answers = (
        (date.qualifier != "", date.qualifier),
        (date.kind == "date" and "S" in date.text, "~"),
        (date.kind == "one-of", "one-of days" if days_only else "one-of"),
        (date.unknown_end, "unknown end"),
        (date.unknown_start, "unknown start"),
        (date.open_end, "open end"),
        (date.open_start, "open start"),
        (days_only and date.bounds[0] != date.bounds[1], "days"),
    )
    return next((key for holds, key in answers if holds), date.precision)


def _words(date: EdtfDate, manner: _Manner) -> str:
    if date.kind == "interval":
        return _interval(date, manner)
    if date.kind in ("one-of", "all-of"):
        return _set(date, manner)
    return _qualified(_unqualified(date, manner), date.qualifier, manner)


def _qualified(words: str, qualifier: str, manner: _Manner) -> str:
    if qualifier in ("~", "%"):
        words = manner.phrase("~" if words.endswith(("년", "월", "일")) else "loosely", words)
    if qualifier in ("?", "%"):
        words = f"{words}?" if manner.with_marks else manner.phrase("?", words)
    return words


def _unqualified(date: EdtfDate, manner: _Manner) -> str:
    if date.kind == "season":
        return _season(date, manner)
    if date.kind == "date-time":
        zone = date.text.partition("T")[2][8:]
        zone_name = f" UTC{zone.removeprefix('Z')}" if zone else ""
        return manner.phrase("time", manner.point(_first_day(date)), _clock(date.earliest or 0) + zone_name)
    if "X" in date.text:
        return _unspecified(date, manner)
    if "S" in date.text:
        years = manner.range(_cut(_first_day(date), 1), _cut(_last_day(date), 1))
        return manner.phrase("estimate", manner.point(_point(date)), years)
    return manner.point(_point(date))


def _season(date: EdtfDate, manner: _Manner) -> str:
    year = date.year or 0
    name = SEASON_NAMES[manner.language][(date.month or 21) - 21]
    if "X" in date.text:
        return name.format(_vague_years(date, manner))
    if manner.language == "ko" or year < 1 or _last_day(date)[0] == year:
        return name.format(year_name(year, manner.language))
    return name.format(f"{year}–{(year + 1) % 100:02d}")  # a winter


def _unspecified(date: EdtfDate, manner: _Manner) -> str:
    """A date with unspecified digits: what is specified of it, or else its bounds."""
    year, month, day = _patterns(date)
    first, last = _first_day(date), _last_day(date)
    depth = 3 if day != "XX" else 2 if month != "XX" else 1
    if depth == 1:
        return _vague_years(date, manner) if "X" in year else manner.point(_cut(first, 1))
    specified = "X" not in (month if depth == 2 else month + day)
    if "X" in year and specified and (years := _named_years(date, manner)):
        rest = manner._replace(with_year=False).point(_cut(first, depth))
        return manner.phrase("in", years, rest)
    return manner.between(_cut(first, depth), _cut(last, depth))


def _vague_years(date: EdtfDate, manner: _Manner) -> str:
    if named := _named_years(date, manner):
        return named
    return manner.between(_cut(_first_day(date), 1), _cut(_last_day(date), 1))


def _named_years(date: EdtfDate, manner: _Manner) -> str:
    """The decade or century of a year such as 195X or 19XX; empty if it has no name."""
    pattern = _patterns(date)[0]
    stem = pattern.rstrip("X")
    if not stem:
        return manner.phrase("unspecified")
    is_bce = _first_day(date)[0] < 0
    if pattern == f"{stem}X" and stem.isdigit() and int(stem) > 0 and not is_bce:
        return manner.phrase("decade", f"{int(stem)}0")
    if pattern == f"{stem}XX" and stem.isdigit():
        # 1900 to 1999 is called the 20th century, though that began in 1901.
        century = int(stem) + 1
        name = str(century) if manner.language == "ko" else _ordinal(century)
        return manner.phrase("century bce" if is_bce else "century", name)
    return ""


def _patterns(date: EdtfDate) -> tuple[str, str, str]:
    """The digits of year, month and day, without sign and qualifiers; XX for what is not given."""
    text = "".join(character for character in date.text if character not in "?~%")
    year, month, day = (*text.removeprefix("-").split("-"), "XX", "XX")[:3]
    return year, month, day


def _interval(date: EdtfDate, manner: _Manner) -> str:
    start, end = date.start, date.end
    if start and end:
        if _is_simple(start) and _is_simple(end) and start.qualifier == end.qualifier:
            return _qualified(manner.range(_point(start), _point(end)), start.qualifier, manner)
        return f"{_words(start, manner)} – {_words(end, manner)}"
    if start:
        return manner.phrase("since" if date.open_end else "end unknown", _words(start, manner))
    if end:
        return manner.phrase("until" if date.open_start else "start unknown", _words(end, manner))
    return manner.phrase("/".join(date.bounds))


def _set(date: EdtfDate, manner: _Manner) -> str:
    is_choice = date.kind == "one-of"
    members = date.members
    if len(members) == 1:
        return _choice(members[0], manner, is_alone=True) if is_choice else _words(members[0], manner)
    manners = [manner] * len(members)
    if all(_is_simple(member) and member.month for member in members) and len({m.year for m in members}) == 1:
        # The year is said once: in English after the last, in Korean before the first.
        manners = [manner._replace(with_year=False)] * len(members)
        manners[0 if manner.language == "ko" else -1] = manner
    say = _choice if is_choice else _words
    names = [say(member, how) for member, how in zip(members, manners, strict=True)]
    if is_choice and len(names) == 2:
        return manner.phrase("or").join(names)
    listed = ", ".join(names[:-1]) + manner.phrase("and") + names[-1]
    return manner.phrase("one of", listed) if is_choice else listed


def _choice(member: EdtfDate, manner: _Manner, *, is_alone: bool = False) -> str:
    """A member of a set of which one holds."""
    start, end = member.start, member.end
    if is_alone and start and end and _is_simple(start) and _is_simple(end):
        return manner.between(_point(start), _point(end))
    if start and not end:
        return manner.phrase("or later", _words(start, manner))
    if end and not start:
        return manner.phrase("or earlier", _words(end, manner))
    return _words(member, manner)


def _is_simple(date: EdtfDate) -> bool:
    return date.kind == "date" and "X" not in date.text and "S" not in date.text


def _point(date: EdtfDate) -> Point:
    return date.year or 0, date.month, date.day


# A date that is neither an interval nor a set has both bounds and a year.
def _first_day(date: EdtfDate) -> tuple[int, int, int]:
    return _day(date.earliest or 0)


def _last_day(date: EdtfDate) -> tuple[int, int, int]:
    return _day(date.latest or 0)


def _day(time: int) -> tuple[int, int, int]:
    year, month, day, *_ = from_seconds(time)
    return year, month, day


def _cut(day: tuple[int, int, int], depth: int) -> Point:
    return day[0], day[1] if depth > 1 else None, day[2] if depth > 2 else None


def _clock(time: int) -> str:
    civil = from_seconds(time)
    seconds = f":{civil.second:02d}" if civil.second else ""
    return f"{civil.hour:02d}:{civil.minute:02d}{seconds}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
