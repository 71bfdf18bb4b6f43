"""Why nothing is shown: which parts of a filter, or the stretch of time, hold every event back."""

from typing import NamedTuple

from timeline_app.model.filter import EventFilter, FilterEngine

RANGE = "range"  # stands for the stretch of time, which is no part of the filter


class Holding(NamedTuple):
    """What to undo where nothing is shown."""

    freed: dict[str, int]  # for each part that could be undone alone: how many events that would show
    together: tuple[str, ...]  # where none could: all of them


def holding(
    engine: FilterEngine, choice: EventFilter, start: float | None = None, end: float | None = None
) -> Holding:
    """What holds everything back; a stretch of time, if given, restricts as the filter does."""
    counts = {part: engine.count(choice.without(part), start, end) for part in choice.parts}
    if start is not None:
        counts[RANGE] = engine.count(choice)
    freed = {part: count for part, count in counts.items() if count}
    return Holding(freed, () if freed else tuple(counts))
