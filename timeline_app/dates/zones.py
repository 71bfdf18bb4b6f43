"""The clocks of Seoul, Pyongyang, Washington and UTC at one instant."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache

# In the order in which they are shown.
CITIES = {
    "seoul": "Asia/Seoul",
    "pyongyang": "Asia/Pyongyang",
    "washington": "America/New_York",
    "utc": "UTC",
}

_INSTANT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
)


class ZoneDataError(LookupError):
    """A zone is not known here: its name is wrong, or the time zone data is not installed."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clocks and calendars of a city show."""

    city: str
    date: str  # YYYY-MM-DD
    time: str  # HH:MM
    offset: str  # +09:00
    day_shift: int  # days after (or, below zero, before) the date it is compared with


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 date and time with its offset, to the minute or second, as an aware datetime."""
    try:
        if isinstance(text, str) and re.fullmatch(_INSTANT, text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass  # a day that the calendar lacks
    raise ValueError(f"{text!r} is not an instant such as 2015-08-25T00:55+09:00")


def clocks(instant: datetime | str, compared_with: str | None = None) -> tuple[ClockReading, ...]:
    """The readings of all four, each with its distance in days from a civil date, else from Seoul's."""
    moment = _moment(instant)
    local_times = {city: _in_zone(moment, zone) for city, zone in CITIES.items()}
    base = date.fromisoformat(compared_with) if compared_with else local_times["seoul"].date()
    return tuple(
        ClockReading(
            city,
            local.date().isoformat(),
            f"{local:%H:%M}",
            _offset(local),
            (local.date() - base).days,
        )
        for city, local in local_times.items()
    )


def zone_offset(instant: datetime | str, zone: str) -> str:
    """The offset from UTC in force in a zone at an instant, such as ``+08:30``."""
    return _offset(_in_zone(_moment(instant), zone))


def _moment(instant: datetime | str) -> datetime:
    moment = parse_instant(instant) if isinstance(instant, str) else instant
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no offset from UTC, so it is no instant")
    return moment


def _in_zone(moment: datetime, zone: str) -> datetime:
    try:
        return moment.astimezone(_zone(zone))
    except OverflowError:
        raise ValueError(f"{moment.isoformat()} has no date in {zone}: years go from 1 to 9999") from None


@cache
def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # here, because most starts of the program show no clock

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise ZoneDataError(f"no time zone data for {name!r}; the package tzdata has it") from None


def _offset(local: datetime) -> str:
    shift = local.utcoffset() or timedelta()
    sign = "-" if shift < timedelta() else "+"
    minutes, seconds = divmod(int(abs(shift).total_seconds()), 60)
    tail = f":{seconds:02d}" if seconds else ""  # local mean time, before there were zones
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}{tail}"
