"""Clocks that cannot be right: they are dropped and reported, their event stays."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from timeline_app.dates.edtf import EdtfDate, EdtfError
from timeline_app.files.locate import Finding
from timeline_app.model.records import Clock, Event

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY_S = 86_400
MINUTE = timedelta(minutes=1)  # local mean time has seconds, which an instant cannot write


def drop_wrong_clocks(
    events: list[Event], dates: Mapping[str, EdtfDate | EdtfError]
) -> tuple[list[Event], list[Finding]]:
    """The events, those with an impossible clock without it, and a finding for each of its faults."""
    findings: list[Finding] = []
    zones: dict[str, ZoneInfo] = {}
    for index, event in enumerate(events):
        span = dates.get(event.date)
        if event.clock is None or not isinstance(span, EdtfDate):
            continue
        wrong = [
            Finding("events", event.id, ("clock", edge), text, message)
            for edge, text, message in _faults(event.clock, span, zones)
        ]
        if wrong:
            findings += wrong
            events[index] = replace(event, clock=None)
    return events, findings


def _faults(clock: Clock, span: EdtfDate, zones: "dict[str, ZoneInfo]") -> Iterator[tuple[str, str, str]]:
    from zoneinfo import ZoneInfo

    from timeline_app.dates.zones import parse_instant

    if clock.zone not in zones:
        zones[clock.zone] = ZoneInfo(clock.zone)
    start = parse_instant(clock.start)
    for edge, text in (("start", clock.start), ("end", clock.end)):
        if text is not None:
            moment = parse_instant(text)
            if message := _offset_fault(moment, text, zones[clock.zone], clock.zone):
                yield edge, text, message
            day_s = (moment.date() - date(1970, 1, 1)).days * DAY_S
            if span.earliest is not None and day_s < span.earliest - DAY_S:
                yield edge, text, f"lies more than a day before the event's date {span.text}"
            if span.latest is not None and day_s > span.latest + DAY_S:
                yield edge, text, f"lies more than a day after the event's date {span.text}"
    if clock.end is not None and parse_instant(clock.end) < start:
        yield "end", clock.end, "lies before the start"


def _offset_fault(moment: datetime, text: str, zone: "ZoneInfo", name: str) -> str:
    from timeline_app.dates.zones import zone_offset

    try:
        local = moment.astimezone(zone).utcoffset() or timedelta()
        if abs(local - (moment.utcoffset() or timedelta())) < MINUTE:
            return ""
        return f"the offset of {name} was {zone_offset(text, name)} then"
    except (OverflowError, ValueError):
        return f"has no date in {name}: years go from 1 to 9999"
