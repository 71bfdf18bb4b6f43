"""Text widths as layout sees them: the real font is injected by ``render``."""

import unicodedata
from typing import Protocol


class TextMeasure(Protocol):
    """Answers how wide a text is."""

    def width(self, text: str, role: str) -> float:
        """Width in px of a text set in one of the roles of ``style.TEXT_ROLES``."""
        ...


class FixedMeasure:
    """Every character as wide as every other, full-width ones twice as wide; for tests."""

    def __init__(self, advance_px: float = 7) -> None:
        self._advance_px = advance_px

    def width(self, text: str, role: str) -> float:
        """Number of columns times the advance; the role plays no part."""
        return sum(self._advance_px * (2 if unicodedata.east_asian_width(c) in "WF" else 1) for c in text)


def elided(text: str, width: float, role: str, measure: TextMeasure) -> str:
    """The longest beginning of a text that fits into ``width`` px with an ellipsis, or an empty string."""
    if measure.width(text, role) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle].rstrip() + "…", role) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…" if low else ""


def wrapped(text: str, width: float, role: str, measure: TextMeasure, lines: int = 2) -> list[str]:
    """A text in at most ``lines`` lines of ``width`` px, broken at spaces and middle dots.

    The last line is elided if it is too long.
    """
    words = text.replace("·", "·\u200b").replace("\u200b", " \u200b").split(" ")
    result = [""]
    for word in words:
        glue = "" if word.startswith("\u200b") or not result[-1] else " "
        longer = result[-1] + glue + word.lstrip("\u200b")
        if not result[-1] or measure.width(longer, role) <= width or len(result) == lines:
            result[-1] = longer
        else:
            result.append(word.lstrip("\u200b"))
    result[-1] = elided(result[-1], width, role, measure)
    return [line for line in result if line]
