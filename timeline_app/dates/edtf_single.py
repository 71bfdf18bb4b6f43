"""Read one date in EDTF: a day, month, season or year, qualified or with digits left open."""

import re

from timeline_app.dates.calendar import DAY_S, HOUR_S, MINUTE_S, days_from_civil, days_in_month, from_seconds
from timeline_app.dates.edtf_date import EdtfDate, EdtfError, joined_qualifier, quoted
from timeline_app.dates.patterns import Ymd, first_and_last

MAX_YEAR = 290_000_000_000  # beyond it civil seconds leave 64 bits

# Code: first month, number of months. 21-24 are free of place, 25-28 northern, 29-32 southern.
SEASONS = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)},  # spring to winter
    **{25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3)},
    **{29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},  # quarters
    **{37: (1, 4), 38: (5, 4), 39: (9, 4)},  # quadrimesters
    **{40: (1, 6), 41: (7, 6)},  # semesters
}

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# The others go through re.fullmatch, which compiles them at their first use and keeps them.
_QUALIFIED = (
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_UNSPECIFIED_LEVEL_1 = r"-?[0-9]{2}(?:[0-9]X|XX|[0-9]{2}-(?:XX|XX-XX|[0-9]{2}-XX))"
_LONG_YEAR = r"Y(-?)([1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?([?~%]?)"
_ESTIMATED_YEAR = r"(-?)([0-9]{4})S([1-9])"
_DATE_TIME = (
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])"
    r"(?:(Z)|([+-])((?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))?"
)


def read_plain(text: str) -> EdtfDate | None:
    """A year, month or day of level 0, by the quickest way; None if it is anything else."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.group(2, 3))
    if month is None:
        first, last, precision = (year, 1, 1), (year, 12, 31), "year"
    elif not 1 <= month <= 12:
        return None
    elif day is None:
        first, last, precision = (year, month, 1), (year, month, days_in_month(year, month)), "month"
    elif 1 <= day <= days_in_month(year, month):
        earliest = days_from_civil(year, month, day) * DAY_S
        bounds = (text, text)
        return EdtfDate(text, "date", 0, "day", "", bounds, earliest, earliest + DAY_S - 1, year, month, day)
    else:
        return None
    return _dated(text, "date", 0, precision, "", first, last, year, month, day)


def _dated(
    text: str,
    kind: str,
    level: int,
    precision: str,
    qualifier: str,
    first: Ymd,
    last: Ymd,
    year: int,
    month: int | None = None,
    day: int | None = None,
) -> EdtfDate:
    bounds = (_iso(*first), _iso(*last))
    earliest = days_from_civil(*first) * DAY_S
    latest = days_from_civil(*last) * DAY_S + DAY_S - 1
    return EdtfDate(text, kind, level, precision, qualifier, bounds, earliest, latest, year, month, day)


def read_single(text: str) -> EdtfDate:
    """One date of any level, without a time of day."""
    if date := read_plain(text):
        return date
    if match := re.fullmatch(_QUALIFIED, text):
        return _qualified(text, match)
    if match := re.fullmatch(_ESTIMATED_YEAR, text):
        sign, digits, significant = match.groups()
        return _long_year(text, sign, digits.lstrip("0") or "0", "", significant, "", padded=True)
    if match := re.fullmatch(_LONG_YEAR, text):
        sign, digits, exponent, significant, qualifier = match.groups()
        return _long_year(text, sign, digits, exponent or "", significant or "", qualifier)
    raise EdtfError(f"{quoted(text)} is not a date in EDTF")


def written_parts(text: str) -> tuple[str, str | None, str | None] | None:
    """Year, month or season, and day as they are written, with ``X`` for what is not specified."""
    match = re.fullmatch(_QUALIFIED, text)
    return (match[2], match[5], match[8]) if match else None


def _qualified(text: str, match: re.Match[str]) -> EdtfDate:
    """A date whose parts may each have qualifiers, unspecified digits, or a season for the month."""
    year, month, day = match.group(2, 5, 8)
    marks = [mark for mark in match.group(1, 3, 4, 6, 7, 9) if mark]
    unspecified = "X" in text
    level = 1 if marks or unspecified or year.startswith("-") else 0
    if marks and (unspecified or len(marks) > 1 or text[-1] not in "?~%"):
        level = 2
    if unspecified and not re.fullmatch(_UNSPECIFIED_LEVEL_1, text):
        level = 2
    if month and "X" not in month and int(month) in SEASONS and day is None:
        return _season(text, year, int(month), max(level, 1), joined_qualifier(marks))
    if not (outermost := first_and_last(year, month, day)):
        raise EdtfError(f"{quoted(text)}: the calendar has no such date")
    first, last = outermost
    return _dated(
        text,
        "date",
        level,
        _precision(year.lstrip("-"), month, day),
        joined_qualifier(marks),
        first,
        last,
        first[0],
        int(month) if month and "X" not in month else None,
        int(day) if day and "X" not in day else None,
    )


def _precision(year: str, month: str | None, day: str | None) -> str:
    if "X" in year:
        return ("unspecified", "millennium", "century", "decade")[year.index("X")]
    if month is None or "X" in month:
        return "year"
    return "month" if day is None or "X" in day else "day"


def _season(text: str, year: str, code: int, level: int, qualifier: str) -> EdtfDate:
    outermost = first_and_last(year, None, None)
    if outermost is None:
        raise EdtfError(f"{quoted(text)}: the calendar has no such year")
    (first_year, _, _), (last_year, _, _) = outermost
    month, length = SEASONS[code]
    years_on, last_month = divmod(month + length - 2, 12)
    last_year += years_on
    last = (last_year, last_month + 1, days_in_month(last_year, last_month + 1))
    if "X" in year:
        precision = _precision(year.lstrip("-"), None, None)
    else:
        precision = {3: "quarter" if code >= 33 else "season", 4: "quadrimester", 6: "semester"}[length]
    level = max(level, 2 if code > 24 else 1)
    return _dated(text, "season", level, precision, qualifier, (first_year, month, 1), last, first_year, code)


def _long_year(
    text: str,
    sign: str,
    digits: str,
    exponent: str,
    significant: str,
    qualifier: str,
    padded: bool = False,
) -> EdtfDate:
    """A year after ``Y``, or one of which only the first digits are significant."""
    if len(exponent) > 2 or len(digits) + int(exponent or 0) > len(str(MAX_YEAR)) or len(significant) > 2:
        raise EdtfError(f"{quoted(text)}: years beyond {MAX_YEAR:,} are not supported")
    if not padded and not exponent and len(digits) < 5:
        raise EdtfError(f"{quoted(text)}: a year after Y has more than four digits")
    if significant and (qualifier or int(significant) > max(4, len(digits) + int(exponent or 0))):
        raise EdtfError(f"{quoted(text)} is not a date in EDTF")
    number = int(digits) * 10 ** int(exponent or 0)
    if sign and not number:
        raise EdtfError(f"{quoted(text)}: year zero has no sign")
    vague_digits = max(0, len(str(number)) - int(significant)) if significant else 0
    low = number // 10**vague_digits * 10**vague_digits
    first, last = low, low + 10**vague_digits - 1
    if last > MAX_YEAR:
        raise EdtfError(f"{quoted(text)}: years beyond {MAX_YEAR:,} are not supported")
    if sign:
        number, first, last = -number, -last, -first
    precision = ("year", "decade", "century", "millennium")[min(vague_digits, 3)]
    level = 2 if exponent or significant or qualifier else 1
    return _dated(text, "date", level, precision, qualifier, (first, 1, 1), (last, 12, 31), number)


def read_date_time(text: str) -> EdtfDate:
    """A day with a complete time of day, and its shift from UTC if it is given."""
    """A day with a complete time of day, and its shift from UTC if given."""
    match = re.fullmatch(_DATE_TIME, text)
    if match is None:
        raise EdtfError(f"{quoted(text)} is not a date and time in EDTF")
    date = read_single(match[1])
    hour, minute, second = (int(part) for part in match.group(2, 3, 4))
    time = (date.earliest or 0) + hour * HOUR_S + minute * MINUTE_S + second
    shift, zone = 0, match[5] or ""
    if match[7]:
        hours, _, minutes = match[7].partition(":")
        shift = (int(hours) * 60 + int(minutes or 0)) * (-60 if match[6] == "-" else 60)
        zone = "Z"
    civil = from_seconds(time - shift)
    bound = f"{_iso(*civil[:3])}T{civil.hour:02d}:{civil.minute:02d}:{civil.second:02d}{zone}"
    bounds = (bound, bound)
    when = (date.year, date.month, date.day)
    return EdtfDate(text, "date-time", date.level, "second", "", bounds, time, time, *when)


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:0{5 if year < 0 else 4}d}-{month:02d}-{day:02d}"
