"""Civil days and seconds as plain integers, and the intervals a calendar is divided into.

The calendar is the proleptic Gregorian one of ISO 8601: year 0 exists and is 1 BCE. Civil seconds
count from 1970-01-01T00:00 and know no zone; any year fits.
"""

import math
from typing import NamedTuple

MINUTE_S = 60
HOUR_S = 3_600
DAY_S = 86_400

_DAYS_PER_ERA = 146_097  # 400 years, after which the calendar repeats
_DAYS_TO_1970 = 719_468  # from 0000-03-01
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Civil(NamedTuple):
    """A civil date with its time of day."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01; the date is taken as valid."""
    # Years are counted from March, so that the leap day comes last.
    if month <= 2:
        year -= 1
        month += 12
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _DAYS_TO_1970


def civil_from_days(days: int) -> tuple[int, int, int]:
    """The date that is ``days`` after 1970-01-01."""
    era, day_of_era = divmod(days + _DAYS_TO_1970, _DAYS_PER_ERA)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def to_seconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Civil seconds of a date and time; both are taken as valid."""
    return days_from_civil(year, month, day) * DAY_S + hour * HOUR_S + minute * MINUTE_S + second


def from_seconds(time: int) -> Civil:
    """The date and time at a count of civil seconds."""
    days, rest = divmod(time, DAY_S)
    hour, rest = divmod(rest, HOUR_S)
    minute, second = divmod(rest, MINUTE_S)
    return Civil(*civil_from_days(days), hour, minute, second)


def weekday(days: int) -> int:
    """The day of the week: Monday is 0, Sunday is 6."""
    return (days + 3) % 7  # 1970-01-01 was a Thursday


def is_leap(year: int) -> bool:
    """Whether February of that year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The length of a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


class CalendarInterval:
    """A repeating division of civil time: ``floor``, ``ceil``, ``offset`` and ``range`` of d3-time.

    It is a fixed number of seconds counted from ``origin``, or else a number of months counted from
    January of year 0; ``every(k)`` joins k of them.
    """

    __slots__ = ("_months", "_origin", "_seconds", "step", "unit")

    def __init__(
        self, unit: str, *, seconds: int = 0, months: int = 0, origin: int = 0, step: int = 1
    ) -> None:
        self.unit = unit
        self.step = step
        self._seconds = seconds
        self._months = months
        self._origin = origin

    def __repr__(self) -> str:
        return f"{self.unit.upper()}.every({self.step})" if self.step != 1 else self.unit.upper()

    def every(self, step: int) -> "CalendarInterval":
        """The interval of ``step`` of these: ``YEAR.every(5)`` begins in 2010, 2015, 2020."""
        if step < 1:
            raise ValueError(f"an interval takes a step of 1 or more, not {step}")
        return CalendarInterval(
            self.unit, seconds=self._seconds, months=self._months, origin=self._origin, step=self.step * step
        )

    def floor(self, time: float) -> int:
        """The latest beginning at or before ``time``."""
        return self._begin(self._index(math.floor(time)))

    def ceil(self, time: float) -> int:
        """The earliest beginning at or after ``time``."""
        begin = self.floor(time)
        return begin if begin >= time else self._begin(self._index(begin) + 1)

    def offset(self, time: int, count: int = 1) -> int:
        """``time`` moved by ``count`` intervals; a day that the month lacks becomes its last."""
        if self._seconds:
            return time + count * self.step * self._seconds
        days, time_of_day = divmod(time, DAY_S)
        year, month, day = civil_from_days(days)
        year, month = divmod(year * 12 + month - 1 + count * self.step * self._months, 12)
        day = min(day, days_in_month(year, month + 1))
        return days_from_civil(year, month + 1, day) * DAY_S + time_of_day

    def range(self, start: float, stop: float) -> list[int]:
        """Every beginning in the half-open ``[start, stop)``, in order."""
        if not start < stop:
            return []
        first = self._index(self.ceil(start))
        last = self._index(math.ceil(stop) - 1)
        return [self._begin(index) for index in range(first, last + 1)]

    def _index(self, time: int) -> int:
        if self._seconds:
            return (time - self._origin) // (self.step * self._seconds)
        year, month, _ = civil_from_days(time // DAY_S)
        return (year * 12 + month - 1) // (self.step * self._months)

    def _begin(self, index: int) -> int:
        if self._seconds:
            return self._origin + index * self.step * self._seconds
        year, month = divmod(index * self.step * self._months, 12)
        return days_from_civil(year, month + 1, 1) * DAY_S


MINUTE = CalendarInterval("minute", seconds=MINUTE_S)
HOUR = CalendarInterval("hour", seconds=HOUR_S)
DAY = CalendarInterval("day", seconds=DAY_S)
WEEK = CalendarInterval("week", seconds=7 * DAY_S, origin=-3 * DAY_S)  # Monday, 29 December 1969
MONTH = CalendarInterval("month", months=1)
QUARTER = CalendarInterval("quarter", months=3)
YEAR = CalendarInterval("year", months=12)
