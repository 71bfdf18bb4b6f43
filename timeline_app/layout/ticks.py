"""The time axis: one table of steps, chosen by the room that a step has.

The model is the tick table of d3-time; the two tiers are ours: the upper one always tells the unit
around what the lower one counts.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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
from timeline_app.dates.phrases import MONTHS
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct

Wording = Callable[[int, str], str]

HOUR_S, DAY_S, YEAR_S = 3_600, 86_400, 31_556_952
WEEKEND_LEAST_PX = 4  # a day narrower than this shows no weekends


class Tick(NamedTuple):
    """A place on the axis, with its text; ``x`` in scene px."""

    x: int
    text: str


class Axis(Struct, frozen=True):
    """Both tiers of the axis and the lines below it, in scene px."""

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]
    upper_lines: tuple[int, ...]
    lower_lines: tuple[int, ...]
    minor: tuple[int, ...]
    weekends: tuple[tuple[int, int], ...]


class Step(Struct, frozen=True):
    """A pair of tiers and the room in px that a lower step must have."""

    lower: CalendarInterval
    lower_s: float
    room_px: float
    upper: CalendarInterval
    minor: CalendarInterval | None
    lower_text: str
    upper_text: str
    upper_years: int = 0  # of one upper step, where it is longer than a decade


STEPS = (
    Step(MINUTE.every(5), 300, 40, DAY, MINUTE, "time", "day"),
    Step(MINUTE.every(15), 900, 40, DAY, MINUTE.every(5), "time", "day"),
    Step(MINUTE.every(30), 1_800, 40, DAY, MINUTE.every(15), "time", "day"),
    Step(HOUR, HOUR_S, 40, DAY, MINUTE.every(30), "time", "day"),
    Step(HOUR.every(3), 3 * HOUR_S, 40, DAY, HOUR, "time", "day"),
    Step(HOUR.every(6), 6 * HOUR_S, 40, DAY, HOUR.every(3), "time", "day"),
    Step(HOUR.every(12), 12 * HOUR_S, 60, DAY, HOUR.every(6), "time", "day"),
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
        "years",
        upper_years,
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


@lru_cache
def _years_from(count: int) -> Wording:
    """Words for so many years as a whole, which stay true where they stick to the edge of the plot."""

    def words(t: int, language: str) -> str:
        first = from_seconds(t).year
        last = first + count - 1
        if first > 0:
            return f"{first}–{year_in_words(last, language)}"
        if last > 0:
            return f"{year_in_words(first, language)}–{year_in_words(last, language)}"
        if language == "ko":
            return f"기원전 {1 - first}–{1 - last}년"
        return f"{1 - first}–{1 - last} BCE"

    return words


def _time(t: int, _language: str) -> str:
    civil = from_seconds(t)
    return f"{civil.hour:02d}:{civil.minute:02d}"


def _day_number(t: int, _language: str) -> str:
    return str(from_seconds(t).day)


def _month_short(t: int, language: str) -> str:
    month = from_seconds(t).month
    return f"{month}월" if language == "ko" else MONTHS[month - 1][:3]


def _year(t: int, language: str) -> str:
    return year_in_words(from_seconds(t).year, language)


def _plain_year(t: int, language: str) -> str:
    year = from_seconds(t).year
    return str(year) if year > 0 else year_in_words(year, language)


def _decade(t: int, language: str) -> str:
    year = from_seconds(t).year
    if year <= 0:
        return year_in_words(year, language)
    return f"{year}년대" if language == "ko" else f"{year}s"


def _month_long(t: int, language: str) -> str:
    month = from_seconds(t).month
    return f"{month}월" if language == "ko" else MONTHS[month - 1]


def _with_year(name: str, t: int, language: str) -> str:
    year = _plain_year(t, language)
    if language == "ko":
        return f"{_year(t, language)} {name}"
    return f"{name} {year}"


def _month_of_year(t: int, language: str) -> str:
    return _with_year(_month_long(t, language), t, language)


def _short_month_of_year(t: int, language: str) -> str:
    return _with_year(_month_short(t, language), t, language)


def _day_long(t: int, language: str) -> str:
    return _with_year(_date_long(t, language), t, language)


def _day_short(t: int, language: str) -> str:
    return _with_year(_date_short(t, language), t, language)


def _date_long(t: int, language: str) -> str:
    return _day_of_month(t, language, _month_long)


def _date_short(t: int, language: str) -> str:
    return _day_of_month(t, language, _month_short)


def _day_of_month(t: int, language: str, month: Callable[[int, str], str]) -> str:
    day = from_seconds(t).day
    return f"{month(t, language)} {day}일" if language == "ko" else f"{day} {month(t, language)}"


WORDING: dict[str, Wording] = {
    "time": _time,
    "day": _day_number,
    "month": _month_short,
    "year": _plain_year,
}
# From long to short: those that name the year, then those that need not once it has been named
UPPER_WORDING: dict[str, tuple[tuple[Wording, ...], tuple[Wording, ...]]] = {
    "day": ((_day_long, _day_short), (_date_long, _date_short)),
    "month": ((_month_of_year, _short_month_of_year), (_month_long, _month_short)),
    "year": ((_year, _plain_year), ()),
    "decade": ((_decade,), ()),  # never cut to a year: it would be another date
}


@lru_cache(maxsize=4096)
def _said(word: Wording, t: int, language: str) -> str:
    return word(t, language)


def build_axis(scale: TimeScale, width: int, style: Style, measure: TextMeasure, language: str) -> Axis:
    """The axis of a plot ``width`` px wide."""
    step = choose_step(scale.px_per_s, style.text)
    right = scale.left + width
    upper_times = _times(step.upper, scale, width)
    lower_times = _times(step.lower, scale, width)
    upper_xs, lower_xs = _places(upper_times, scale), _places(lower_times, scale)
    upper_lines = _within(upper_xs, scale.left, right)
    minor = () if step.minor is None else _places(_times(step.minor, scale, width), scale)
    return Axis(
        _upper_tier(step, upper_times, upper_xs, scale, right, style, measure, language),
        _lower_tier(step, lower_times, lower_xs, upper_lines, scale, right, style, measure, language),
        upper_lines,
        _within(lower_xs, scale.left, right),
        _within(minor, scale.left, right),
        _weekends(scale, width),
    )


def _times(interval: CalendarInterval, scale: TimeScale, width: int) -> list[int]:
    """The beginnings in a plot ``width`` px wide, and the last one before it."""
    return interval.range(interval.floor(scale.start), scale.start + width / scale.px_per_s + 1)


def _places(times: list[int], scale: TimeScale) -> list[int]:
    """Scene x of each time."""
    k, offset = scale.px_per_s, scale.offset
    return [round(t * k) + offset for t in times]


def _within(xs: Sequence[int], left: int, right: int) -> tuple[int, ...]:
    return tuple([x for x in xs if left <= x <= right])


def _upper_tier(
    step: Step,
    times: list[int],
    xs: list[int],
    scale: TimeScale,
    right: int,
    style: Style,
    measure: TextMeasure,
    language: str,
) -> tuple[Tick, ...]:
    """Labels at their ticks, the first at the left edge; each the longest that fits before the next tick.

    The first one names the year, and so does every January. Where nothing fits, shorter labels reach
    over the next ticks, which then go without.
    """
    naming, others = (
        ((_years_from(step.upper_years),), ()) if step.upper_years else UPPER_WORDING[step.upper_text]
    )
    pad, end = style.px(6), scale.left
    ticks: list[Tick] = []
    named = False
    for position, (t, begin) in enumerate(zip(times, xs, strict=True)):
        x = max(begin, scale.left) + pad
        if x < end:
            continue
        room = right if position + 1 == len(xs) else min(right, xs[position + 1])
        needs_year = not named or from_seconds(t).month == 1
        words = [
            _said(word, t, language) for word in ((*naming, *others) if needs_year else (others or naming))
        ]
        widths = [measure.width(text, "axis-major") for text in words]
        choice = next((n for n, width in enumerate(widths) if x + width + 2 <= room), None)
        if choice is None and _is_cramped(step, scale, min(widths) + pad + 2):
            choice = len(words) - 1 if x + widths[-1] + 2 <= right else None
        if choice is not None:
            ticks.append(Tick(x, words[choice]))
            end = x + round(widths[choice]) + 2
            named = named or (needs_year and choice < len(naming))
    return tuple(ticks) or _only_label(times, naming, scale, right, pad, measure, language)


def _is_cramped(step: Step, scale: TimeScale, needed: float) -> bool:
    """Whether even the shortest label is wider than a whole step of the upper tier."""
    begin = step.upper.floor(scale.start)
    return (step.upper.offset(begin, 1) - begin) * scale.px_per_s < needed


def _only_label(
    times: list[int],
    naming: tuple[Wording, ...],
    scale: TimeScale,
    right: int,
    pad: int,
    measure: TextMeasure,
    language: str,
) -> tuple[Tick, ...]:
    """Where no step has room for its label, the one with most room tells where we are."""
    edges = [max(scale.world(t) + scale.offset, scale.left) for t in times] + [right]
    rooms = [after - before for before, after in pairwise(edges)]
    widest = max(range(len(rooms)), key=lambda n: rooms[n])
    text = naming[-1](times[widest], language)
    x = min(edges[widest] + pad, right - 2 - round(measure.width(text, "axis-major")))
    return (Tick(max(x, scale.left + 2), text),)


def _lower_tier(
    step: Step,
    times: list[int],
    xs: list[int],
    upper_lines: tuple[int, ...],
    scale: TimeScale,
    right: int,
    style: Style,
    measure: TextMeasure,
    language: str,
) -> tuple[Tick, ...]:
    word = WORDING.get(step.lower_text)
    if word is None:
        return ()
    near = style.px(19)
    has_room_above = step.lower_text not in ("day", "year")
    ticks: list[Tick] = []
    begin, end, last = scale.left + 1, right - 1, float(scale.left - near)
    for t, x in zip(times, xs, strict=True):
        text = _said(word, t, language)
        half = measure.width(text, "axis-minor") / 2
        if x - half < begin or x + half > end or x - half < last + 3:
            continue
        if has_room_above or not _is_near(upper_lines, x, near):
            ticks.append(Tick(x, text))
            last = x + half
    return tuple(ticks)


def _is_near(lines: tuple[int, ...], x: int, near: int) -> bool:
    """Whether a line stands at ``x`` or less than ``near`` px to the right of it."""
    position = bisect_left(lines, x)
    return position < len(lines) and lines[position] - x < near


def _weekends(scale: TimeScale, width: int) -> tuple[tuple[int, int], ...]:
    if DAY_S * scale.px_per_s < WEEKEND_LEAST_PX:
        return ()
    right = scale.left + width
    weekends = []
    for monday in _times(WEEK, scale, width):
        x0 = max(scale.world(monday + 5 * DAY_S) + scale.offset, scale.left)
        x1 = min(scale.world(monday + 7 * DAY_S) + scale.offset, right)
        if x1 > x0:
            weekends.append((x0, x1))
    return tuple(weekends)
