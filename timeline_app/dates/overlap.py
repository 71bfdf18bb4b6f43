"""Whether a date may overlap a stretch of time, exactly also where it means days with gaps between them."""

from collections.abc import Iterator

from timeline_app.dates.calendar import DAY_S, civil_from_days, days_from_civil, days_in_month
from timeline_app.dates.edtf_date import EdtfDate
from timeline_app.dates.edtf_single import SEASONS, written_parts
from timeline_app.dates.patterns import Ymd, fits, spans_in


def has_gaps(date: EdtfDate) -> bool:
    """Whether some of the time between its bounds may not be meant: a set, or digits left open.

    An interval has none: its start may be the earliest and its end the latest.
    """
    return bool(date.members) or ("X" in date.text and date.kind in ("date", "season"))


def may_overlap(date: EdtfDate, start: int | None, end: int | None) -> bool:
    """Whether the date can mean a time from ``start`` up to, and without, ``end``; None is open."""
    if date.members:
        return any(may_overlap(member, start, end) for member in date.members)
    if not _meets(date.earliest, date.span_end, start, end):
        return False
    if not has_gaps(date) or date.earliest is None or date.latest is None:
        return True
    low = date.earliest if start is None else max(date.earliest, start)
    high = date.latest if end is None else min(date.latest, end - 1)
    if low == date.earliest or high == date.latest:
        return True  # the bounds themselves are meant
    return any(
        days_from_civil(*first) * DAY_S <= high and days_from_civil(*last) * DAY_S + DAY_S > low
        for first, last in _spans(date.text, low, high)
    )


def _meets(earliest: int | None, span_end: int | None, start: int | None, end: int | None) -> bool:
    is_late = end is not None and earliest is not None and earliest >= end
    return not is_late and (start is None or span_end is None or span_end > start)


def _spans(text: str, low: int, high: int) -> Iterator[tuple[Ymd, Ymd]]:
    """What a date with digits left open can mean around a stretch, from first to last day."""
    parts = written_parts(text)
    if parts is None:
        return
    pattern, month, day = parts
    season = SEASONS.get(int(month)) if month and "X" not in month else None
    first_year, last_year = (civil_from_days(time // DAY_S)[0] for time in (low, high))
    for year in range(first_year - 1, last_year + 1):  # a winter begins in the year before
        if fits(year, pattern):
            if season:
                yield _season(year, *season)
            else:
                yield from spans_in(year, month, day)


def _season(year: int, month: int, length: int) -> tuple[Ymd, Ymd]:
    years_on, last_month = divmod(month + length - 2, 12)
    return (year, month, 1), (
        year + years_on,
        last_month + 1,
        days_in_month(year + years_on, last_month + 1),
    )
