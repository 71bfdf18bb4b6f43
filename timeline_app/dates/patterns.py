"""The first and last day that a date with unspecified digits can mean."""

from collections.abc import Iterator
from itertools import product

from timeline_app.dates.calendar import days_in_month

Ymd = tuple[int, int, int]

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def first_and_last(year: str, month: str | None, day: str | None) -> tuple[Ymd, Ymd] | None:
    """The outermost dates that match, or None if the calendar has no such date.

    Each part is digits, with an ``X`` for a digit that is not specified; the year may have a sign.
    """
    days = _numbers(day, 31) if day else []
    months = _numbers(month, 12) if month else list(range(1, 13))
    if day:
        months = [number for number in months if days and days[0] <= _LONGEST[number - 1]]
    first = next(_matching(year, months, days, ascending=True), None)
    last = next(_matching(year, months, days, ascending=False), None)
    return (first, last) if first and last else None


def spans_in(year: int, month: str | None, day: str | None) -> Iterator[tuple[Ymd, Ymd]]:
    """The first and last day of each stretch that a pattern can mean in one year, in order."""
    months = _numbers(month, 12) if month else list(range(1, 13))
    for m in months:
        length = days_in_month(year, m)
        if day is None or day == "XX":
            yield (year, m, 1), (year, m, length)
        else:
            yield from (((year, m, d), (year, m, d)) for d in _numbers(day, length))


def fits(year: int, pattern: str) -> bool:
    """Whether a year has the digits that are specified."""
    sign, digits = ("-", pattern[1:]) if pattern.startswith("-") else ("", pattern)
    written = f"{abs(year):04d}"
    is_signed = year < 0 if sign else year >= 0
    return is_signed and all(wanted in ("X", digit) for wanted, digit in zip(digits, written, strict=True))


def _matching(year: str, months: list[int], days: list[int], *, ascending: bool) -> Iterator[Ymd]:
    if not months:
        return
    order = 1 if ascending else -1
    for y in _years(year, ascending=ascending):
        for m in months[::order]:
            length = days_in_month(y, m)
            if not days:
                yield y, m, 1 if ascending else length
            else:
                yield from ((y, m, d) for d in days[::order] if d <= length)


def _years(pattern: str, *, ascending: bool) -> Iterator[int]:
    sign, digits = (-1, pattern[1:]) if pattern.startswith("-") else (1, pattern)
    rising = ascending == (sign == 1)
    choices = [("0123456789" if rising else "9876543210") if c == "X" else c for c in digits]
    for chosen in product(*choices):
        number = int("".join(chosen))
        if number or sign == 1:  # year zero has no sign
            yield sign * number


def _numbers(pattern: str, highest: int) -> list[int]:
    tens, ones = pattern[0], pattern[1]
    return [n for n in range(1, highest + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]
