"""Which part of a text a line of the hit list shows: whole words around the first match."""

from collections.abc import Callable

ELLIPSIS = "…"
MATCH_ENDS = 0.7  # of the room, at most, so that something can be read after the match


def shown_part(
    text: str, match: tuple[int, int], room: float, width_of: Callable[[str], float]
) -> tuple[int, int]:
    """Start and end of what is shown in ``room`` px; the match always is, if the room holds it."""

    def width(start: int, end: int) -> float:
        return width_of(cut(text, start, end))

    if width(0, len(text)) <= room:
        return 0, len(text)
    first, last = match
    begins = [0, *(at + 1 for at in range(first) if text[at] == " " and text[at + 1] != " ")]
    start = next((at for at in begins if width(at, last) <= room * MATCH_ENDS), begins[-1])
    if width(start, last) > room:
        start = first  # a word so long that its match would lie outside
    low, high = start, len(text)
    while low < high:  # the farthest end that fits
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(start, middle) <= room else (low, middle - 1)
    end = low
    if end < len(text) and text[end] != " ":
        space = text.rfind(" ", start, end)
        end = space if space >= last else end
    return start, end


def cut(text: str, start: int, end: int) -> str:
    """A part of a text with an ellipsis where something is left out."""
    lead, tail = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    return lead + text[start:end].rstrip() + tail
