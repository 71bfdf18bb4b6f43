"""Clocks that cannot be right: they are dropped and reported, their event stays."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from timeline_app.dates.edtf import EdtfDate, EdtfError
from timeline_app.files.locate import Finding
from timeline_app.model.records import Event

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY_S = 86_400
MINUTE = timedelta(minutes=1)  # local mean time has seconds, which an instant cannot write


class ClockCheck:
    """What cannot be in the clocks of events; what their values already say of themselves is passed over."""

    def __init__(self, dates: Mapping[str, EdtfDate | EdtfError]) -> None:
        self._dates = dates
        self._zones: dict[str, ZoneInfo | None] = {}

    def drop_wrong(self, events: list[Event]) -> list[Finding]:
        """A finding for each fault; the clock of such an event is dropped, in place."""
        findings: list[Finding] = []
        for row, event in enumerate(events):
            if event.clock is not None and (wrong := self.findings(event, row)):
                findings += wrong
                events[row] = replace(event, clock=None)
        return findings

    def findings(self, event: Event, row: int = 0) -> list[Finding]:
        """What is wrong with one event's clock."""
        return [
            Finding("events", event.id, ("clock", edge), text, message, row)
            for edge, text, message in self._faults(event)
        ]

    def _faults(self, event: Event) -> Iterator[tuple[str, str, str]]:
        clock, span = event.clock, self._dates.get(event.date)
        if clock is None:
            return
        zone, start, end = self._zone(clock.zone), _moment(clock.start), _moment(clock.end)
        for edge, text, moment in (("start", clock.start, start), ("end", clock.end, end)):
            if text is None or moment is None:
                continue
            if zone and (message := _offset_fault(moment, text, zone, clock.zone)):
                yield edge, text, message
            if isinstance(span, EdtfDate) and (message := _date_fault(moment, span)):
                yield edge, text, message
        if clock.end is not None and start and end and end < start:
            yield "end", clock.end, "lies before the start"

    def _zone(self, name: str) -> "ZoneInfo | None":
        from zoneinfo import ZoneInfo

        if name not in self._zones:
            try:
                self._zones[name] = ZoneInfo(name)
            except (ValueError, OSError, KeyError, TypeError):  # ZoneInfoNotFoundError is a KeyError
                self._zones[name] = None
        return self._zones[name]


def _moment(text: str | None) -> datetime | None:
    from timeline_app.dates.zones import parse_instant

    try:
        return parse_instant(text) if text is not None else None
    except ValueError:
        return None


def _date_fault(moment: datetime, span: EdtfDate) -> str:
    day_s = (moment.date() - date(1970, 1, 1)).days * DAY_S
    if span.earliest is not None and day_s < span.earliest - DAY_S:
        return f"lies more than a day before the event's date {span.text}"
    if span.latest is not None and day_s > span.latest + DAY_S:
        return f"lies more than a day after the event's date {span.text}"
    return ""


def _offset_fault(moment: datetime, text: str, zone: "ZoneInfo", name: str) -> str:
    from timeline_app.dates.zones import zone_offset

    try:
        local = moment.astimezone(zone).utcoffset() or timedelta()
        if abs(local - (moment.utcoffset() or timedelta())) < MINUTE:
            return ""
        return f"the offset of {name} was {zone_offset(text, name)} then"
    except (OverflowError, ValueError):
        return f"has no date in {name}: years go from 1 to 9999"
