"""Pack spans into rows by time alone, so that a bar keeps its row at every zoom and scroll position."""

from bisect import bisect_left, insort
from collections.abc import Iterable

ROWS_MOST = 12


def pack_rows(spans: Iterable[tuple[int, int, int]], most: int = ROWS_MOST) -> dict[int, int]:
    """Row of each ``(key, start, end)``, first fit in the order given; -1 where ``most`` rows are full.

    Ends are exclusive. O(n log n) for the few rows of a lane.
    """
    rows: list[list[tuple[int, int]]] = []
    placed: dict[int, int] = {}
    for key, start, end in spans:
        for number, taken in enumerate(rows):
            if is_free(taken, start, end):
                insort(taken, (start, end))
                placed[key] = number
                break
        else:
            if len(rows) < most:
                rows.append([(start, end)])
                placed[key] = len(rows) - 1
            else:
                placed[key] = -1
    return placed


def is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether nothing in a row, in order of time, meets the half-open stretch from ``start`` to ``end``."""
    position = bisect_left(taken, (start, end))
    if position < len(taken) and taken[position][0] < end:
        return False
    return position == 0 or taken[position - 1][1] <= start
