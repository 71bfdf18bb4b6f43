"""A half-open interval of civil seconds and its algebra."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The times from ``start`` up to, and without, ``end``."""

    start: float
    end: float

    def __post_init__(self) -> None:
        if not self.end >= self.start:  # also refuses NaN
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def width(self) -> float:
        """Seconds from start to end."""
        return self.end - self.start

    @property
    def centre(self) -> float:
        """The time half-way."""
        return self.start + (self.end - self.start) / 2

    def contains(self, time: float) -> bool:
        """Whether ``time`` lies in it."""
        return self.start <= time < self.end

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether the two have a time in common."""
        return max(self.start, other.start) < min(self.end, other.end)

    def intersection(self, other: "TimeSpan") -> "TimeSpan | None":
        """What the two have in common, if anything."""
        if not self.overlaps(other):
            return None
        return TimeSpan(max(self.start, other.start), min(self.end, other.end))

    def union(self, other: "TimeSpan") -> "TimeSpan":
        """The smallest span over both, with any gap between them."""
        return TimeSpan(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, seconds: float) -> "TimeSpan":
        """The same width, moved."""
        return TimeSpan(self.start + seconds, self.end + seconds)

    def scaled(self, factor: float, around: float) -> "TimeSpan":
        """The width times ``factor``, while ``around`` keeps its relative place."""
        return TimeSpan(around + (self.start - around) * factor, around + (self.end - around) * factor)

    def expanded(self, fraction: float) -> "TimeSpan":
        """Wider by ``fraction`` of the width on either side."""
        margin = self.width * fraction
        return TimeSpan(self.start - margin, self.end + margin)
