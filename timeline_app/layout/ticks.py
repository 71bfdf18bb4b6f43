"""The time axis: one table of steps, chosen by the room that a step has.

The model is the tick table of d3-time; the two tiers are ours: the upper one always tells the unit
around what the lower one counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.dates.calendar import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    WEEK,
    YEAR,
    CalendarInterval,
    from_seconds,
)
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import Style

MONTHS_EN = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
HOUR_S, DAY_S, YEAR_S = 3_600, 86_400, 31_556_952


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, with its text; ``x`` in scene px."""

    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Both tiers of the axis and the lines below it, in scene px."""

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]
    upper_lines: tuple[int, ...]
    lower_lines: tuple[int, ...]
    minor: tuple[int, ...]
    weekends: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A pair of tiers and the room in px that a lower step must have."""

    lower: CalendarInterval
    lower_s: float
    room_px: float
    upper: CalendarInterval
    minor: CalendarInterval | None
    lower_text: str
    upper_text: str


STEPS = (
    Step(MINUTE.every(5), 300, 40, DAY, MINUTE, "time", "day"),
    Step(MINUTE.every(15), 900, 40, DAY, MINUTE.every(5), "time", "day"),
    Step(MINUTE.every(30), 1_800, 40, DAY, MINUTE.every(15), "time", "day"),
    Step(HOUR, HOUR_S, 40, DAY, MINUTE.every(30), "time", "day"),
    Step(HOUR.every(3), 3 * HOUR_S, 40, DAY, HOUR, "time", "day"),
    Step(HOUR.every(6), 6 * HOUR_S, 40, DAY, HOUR.every(3), "time", "day"),
    Step(DAY, DAY_S, 20, MONTH, HOUR.every(12), "day", "month"),
    Step(WEEK, 7 * DAY_S, 24, MONTH, DAY, "day", "month"),
    Step(MONTH, 30.4 * DAY_S, 28, YEAR, WEEK, "month", "year"),
    Step(QUARTER, 91.3 * DAY_S, 11, YEAR, None, "none", "year"),
    Step(YEAR.every(5), 5 * YEAR_S, 30, YEAR.every(10), YEAR, "year", "decade"),
)


def _deep_step(px_per_s: float) -> Step:
    """Beyond decades: powers of ten, the lower tier a fifth of the upper."""
    upper_years = 100
    while upper_years / 5 * YEAR_S * px_per_s < 44:
        upper_years *= 10
    return Step(
        YEAR.every(upper_years // 5),
        upper_years / 5 * YEAR_S,
        44,
        YEAR.every(upper_years),
        YEAR.every(upper_years // 10),
        "year",
        "year",
    )


def choose_step(px_per_s: float, text: float = 1.0) -> Step:
    """The finest step whose lower tier has room at this zoom."""
    for step in STEPS:
        if step.lower_s * px_per_s >= step.room_px * text:
            return step
    return _deep_step(px_per_s / text)


def year_in_words(year: int, language: str) -> str:
    """An astronomical year as people count them."""
    if year > 0:
        return f"{year}년" if language == "ko" else str(year)
    return f"기원전 {1 - year}년" if language == "ko" else f"{1 - year} BCE"


def _time(t: int, _language: str, _first: bool) -> str:
    civil = from_seconds(t)
    return f"{civil.hour:02d}:{civil.minute:02d}"


def _day_number(t: int, _language: str, _first: bool) -> str:
    return str(from_seconds(t).day)


def _month_short(t: int, language: str, _first: bool) -> str:
    month = from_seconds(t).month
    return f"{month}월" if language == "ko" else MONTHS_EN[month - 1][:3]


def _year(t: int, language: str, _first: bool) -> str:
    return year_in_words(from_seconds(t).year, language)


def _plain_year(t: int, _language: str, _first: bool) -> str:
    year = from_seconds(t).year
    return str(year) if year > 0 else year_in_words(year, "en")


def _decade(t: int, language: str, _first: bool) -> str:
    year = from_seconds(t).year
    if year <= 0:
        return year_in_words(year, language)
    return f"{year}년대" if language == "ko" else f"{year}s"


def _month_long(t: int, language: str, first: bool) -> str:
    civil = from_seconds(t)
    if language == "ko":
        return f"{civil.year}년 {civil.month}월" if first or civil.month == 1 else f"{civil.month}월"
    name = MONTHS_EN[civil.month - 1]
    return f"{name} {civil.year}" if first or civil.month == 1 else name


def _day_long(t: int, language: str, _first: bool) -> str:
    civil = from_seconds(t)
    if language == "ko":
        return f"{civil.year}년 {civil.month}월 {civil.day}일"
    return f"{civil.day} {MONTHS_EN[civil.month - 1]} {civil.year}"


WORDING: dict[str, Callable[[int, str, bool], str]] = {
    "time": _time,
    "day": _day_number,
    "month": _month_short,
    "year": _plain_year,
    "none": lambda _t, _language, _first: "",
}
UPPER_WORDING: dict[str, Callable[[int, str, bool], str]] = {
    "day": _day_long,
    "month": _month_long,
    "year": _year,
    "decade": _decade,
}


def build_axis(
    scale: TimeScale, width: int, style: Style, measure: TextMeasure, language: str
) -> Axis:
    """The axis of a plot ``width`` px wide."""
    step = choose_step(scale.px_per_s, style.text)
    start, end = scale.start, scale.start + width / scale.px_per_s
    right = scale.left + width
    offset, world = scale.offset, scale.world
    upper_times = step.upper.range(step.upper.floor(int(start)), int(end) + 1)
    upper = _upper_tier(step, upper_times, scale, right, style, measure, language)
    upper_lines = tuple(x for t in upper_times if scale.left <= (x := world(t) + offset) <= right)
    lower_times = step.lower.range(step.lower.floor(int(start)), int(end) + 1)
    lower_lines = tuple(x for t in lower_times if scale.left <= (x := world(t) + offset) <= right)
    lower = _lower_tier(step, lower_times, upper_lines, scale, right, style, measure, language)
    minor: tuple[int, ...] = ()
    if step.minor is not None:
        minor_times = step.minor.range(step.minor.floor(int(start)), int(end) + 1)
        minor = tuple(x for t in minor_times if scale.left <= (x := world(t) + offset) <= right)
    return Axis(upper, lower, upper_lines, lower_lines, minor, _weekends(step, start, end, scale, right))


def _upper_tier(
    step: Step,
    times: list[int],
    scale: TimeScale,
    right: int,
    style: Style,
    measure: TextMeasure,
    language: str,
) -> tuple[Tick, ...]:
    word = UPPER_WORDING[step.upper_text]
    pad = style.px(6)
    ticks: list[Tick] = []
    for position, t in enumerate(times):
        x = max(scale.world(t) + scale.offset, scale.left) + pad
        text = word(t, language, position == 0)
        room = right
        if position + 1 < len(times):
            room = min(right, scale.world(times[position + 1]) + scale.offset)
        needed = measure.width(text, "axis-major")
        if x + needed + 2 > room:
            short = word(t, language, False)
            needed = measure.width(short, "axis-major")
            if x + needed + 2 > room:
                continue
            text = short
        ticks.append(Tick(x, text))
    return tuple(ticks)


def _lower_tier(
    step: Step,
    times: list[int],
    upper_lines: tuple[int, ...],
    scale: TimeScale,
    right: int,
    style: Style,
    measure: TextMeasure,
    language: str,
) -> tuple[Tick, ...]:
    if step.lower_text == "none":
        return ()
    word = WORDING[step.lower_text]
    near = style.px(19)
    ticks: list[Tick] = []
    last = scale.left - near
    for t in times:
        x = scale.world(t) + scale.offset
        text = word(t, language, False)
        half = measure.width(text, "axis-minor") / 2
        if x - half < scale.left + 1 or x + half > right - 1 or x - half < last + 3:
            continue
        if step.lower_text in ("day", "year") and any(0 <= line - x < near for line in upper_lines):
            continue
        ticks.append(Tick(x, text))
        last = x + half
    return tuple(ticks)


def _weekends(step: Step, start: float, end: float, scale: TimeScale, right: int) -> tuple[tuple[int, int], ...]:
    if DAY_S * scale.px_per_s < 4:
        return ()
    weekends = []
    for monday in WEEK.range(WEEK.floor(int(start)), int(end) + 1):
        x0 = max(scale.world(monday + 5 * DAY_S) + scale.offset, scale.left)
        x1 = min(scale.world(monday + 7 * DAY_S) + scale.offset, right)
        if x1 > x0:
            weekends.append((x0, x1))
    return tuple(weekends)
