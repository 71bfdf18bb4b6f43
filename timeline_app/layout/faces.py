"""What an event looks like at any zoom: its words and their widths, worked out once."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from timeline_app.dates.wording import short_date_in_words
from timeline_app.layout.measure import TextMeasure, elided
from timeline_app.layout.style import Style, label_role
from timeline_app.model.columns import OPEN_END, OPEN_START, POINT
from timeline_app.model.dataset import Dataset

BESIDE_GAP_PX = 4  # between a glyph and its label
PAD_NEAR_PX, PAD_FAR_PX = 3, 4  # kept free on the left and right of a glyph with its label
DATE_GAP_PX = 6  # between a label above a whisker and its date
DISPUTE_PX = 5
CUT_LEAST = 0.75  # of the width of a label that may be cut
CUT_LETTERS_LEAST = 4
CUT_IMPORTANCE = 5
YEAR_FROM_S = 2 * 31_556_952  # of a view in which a day without its year could be one of several


class Words(NamedTuple):
    """A label beside a glyph, and what it takes from the middle of the glyph outwards, in whole px."""

    text: str
    width: float
    reach: int  # from the middle of the glyph to the far end of its label
    right_near: int  # the bits taken for a label on the right begin so far before the middle
    right_far: int  # and end so far behind it
    left_near: int  # the same for a label on the left
    left_far: int


class Face(NamedTuple):
    """One event in one language and style, with or without its date."""

    row: int  # in the columns
    importance: int
    disputed: bool
    hollow: bool
    open_start: bool
    open_end: bool
    unknown_start: bool
    unknown_end: bool
    label: str
    date: str
    role: str
    size: float  # of the glyph beside a label
    half: int  # what that takes on either side of its middle
    gap: int  # from the middle of the glyph to a label on the right
    name_w: float
    width: float  # of the label with its date below
    above_w: float  # of the label with its date behind
    whole: Words
    cut: Words | None  # a shorter label for where there is no room for the whole one


def glyph_half(size: float, disputed: bool) -> float:
    """What a glyph takes on either side of its middle, in px."""
    return size * 0.62 + 2 + (DISPUTE_PX if disputed else 0)


class Faces:
    """The faces of a collection, each made when it is first asked for."""

    def __init__(
        self,
        dataset: Dataset,
        style: Style,
        language: str,
        dated: bool,
        measure: TextMeasure,
        *,
        with_year: bool = False,
    ) -> None:
        self._dataset = dataset
        self._style = style
        self._language = language
        self._dated = dated
        self._with_year = with_year
        self._measure = measure
        self._known: dict[int, Face] = {}

    def of(self, rows: Iterable[int]) -> list[Face]:
        """The faces of some rows."""
        known = self._known
        return [known.get(row) or self._make(row) for row in rows]

    def _make(self, row: int) -> Face:
        dataset = self._dataset
        event, date, times = dataset.events[row], dataset.dates[row], dataset.times[row]
        label = (event.label or event.title).in_language(self._language)
        words = short_date_in_words(date, self._language, self._with_year) if self._dated else ""
        importance, disputed = event.importance, bool(dataset.columns.disputed[row])
        role, size = label_role(importance), self._style.glyph(importance)
        half = glyph_half(size, disputed)
        name_w = self._measure.width(label, role)
        date_w = self._measure.width(words, "label-date") if words else 0.0
        width = max(name_w, date_w)
        cut = elided(label, name_w * CUT_LEAST, role, self._measure) if importance >= CUT_IMPORTANCE else ""
        face = self._known[row] = Face(
            row=row,
            importance=importance,
            disputed=disputed,
            hollow=times.form != POINT and not date.is_exact,
            open_start=times.start == OPEN_START,
            open_end=times.end == OPEN_END,
            unknown_start=date.unknown_start,
            unknown_end=date.unknown_end,
            label=label,
            date=words,
            role=role,
            size=size,
            half=round(half),
            gap=round(half + BESIDE_GAP_PX),
            name_w=name_w,
            width=width,
            above_w=name_w + DATE_GAP_PX + date_w if words else name_w,
            whole=_beside(label, width, half),
            cut=self._cut(cut, role, date_w, half) if len(cut) > CUT_LETTERS_LEAST else None,
        )
        return face

    def _cut(self, text: str, role: str, date_w: float, half: float) -> Words:
        return _beside(text, max(self._measure.width(text, role), date_w), half)


def label_reach(half: float, width: float) -> float:
    """From the middle of a glyph to the far end of a label of some width beside it, in px."""
    return half + BESIDE_GAP_PX + width


def _beside(text: str, width: float, half: float) -> Words:
    reach = label_reach(half, width)
    return Words(
        text,
        width,
        round(reach),
        math.ceil(half + PAD_NEAR_PX),
        math.floor(reach + PAD_FAR_PX),
        math.ceil(reach + PAD_NEAR_PX),
        math.floor(half + PAD_FAR_PX),
    )
