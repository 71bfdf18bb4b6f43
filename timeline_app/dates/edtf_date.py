"""What is known about a date: its bounds, precision and qualifier."""

from collections.abc import Iterable
from dataclasses import dataclass

# From fine to coarse. A date lies for certain within one of these, as it is written.
PRECISIONS = (
    "second",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "semester",
    "year",
    "decade",
    "century",
    "millennium",
    "unspecified",
)


class EdtfError(ValueError):
    """A text is not a date in EDTF; the message says why."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date with everything that is known about it.

    ``kind`` is one of date, date-time, season, interval, one-of and all-of. ``earliest`` and ``latest``
    are the first and last civil second that it can mean, None where it is open or unknown; a time with
    a zone stands at its own wall clock there, and in UTC in ``bounds``. ``year`` is the first one it can
    mean, or the estimate of a year such as 1950S2; ``month`` (or the code of a season, 21 to 41) and
    ``day`` are None unless every digit is specified.
    """

    text: str
    kind: str
    level: int
    precision: str
    qualifier: str
    bounds: tuple[str, str]
    earliest: int | None
    latest: int | None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    start: "EdtfDate | None" = None
    end: "EdtfDate | None" = None
    members: "tuple[EdtfDate, ...]" = ()

    def __str__(self) -> str:
        return self.text

    @property
    def span_end(self) -> int | None:
        """The first second after it; None where it is open or unknown."""
        return None if self.latest is None else self.latest + 1

    @property
    def open_start(self) -> bool:
        """Whether it has no beginning: ``../1985``."""
        return self.bounds[0] == "-inf"

    @property
    def open_end(self) -> bool:
        """Whether it goes on: ``1985/..``."""
        return self.bounds[1] == "inf"

    @property
    def unknown_start(self) -> bool:
        """Whether it began nobody knows when: ``/1985``."""
        return self.bounds[0] == "unknown"

    @property
    def unknown_end(self) -> bool:
        """Whether it ended nobody knows when: ``1985/``."""
        return self.bounds[1] == "unknown"

    @property
    def is_exact(self) -> bool:
        """Whether it is certain to the day; what began on a known day and goes on is."""
        if self.precision not in ("day", "second") or self.qualifier or self.earliest is None:
            return False
        return self.kind != "one-of" and not self.unknown_end

    @property
    def is_approximate(self) -> bool:
        """Whether it is not certain to the day."""
        return not self.is_exact


def coarsest(dates: Iterable[EdtfDate]) -> str:
    """The coarsest precision among dates."""
    return max((date.precision for date in dates), key=PRECISIONS.index, default="unspecified")


def joined_qualifier(marks: Iterable[str]) -> str:
    """One qualifier for the whole: ``%`` where both kinds occur."""
    kinds = {mark for mark in marks if mark}
    return "%" if len(kinds) > 1 else "".join(kinds)


def quoted(text: str) -> str:
    """A text for a message, cut where it is long."""
    return repr(text) if len(text) <= 60 else f"{text[:60]!r}..."
