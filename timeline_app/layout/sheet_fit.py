"""Which source notes of a sheet are set, and in which form: whole, in short, or run in; none is ever cut."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.layout.sheet_notes import Block, NoteFlow
from timeline_app.layout.sheet_text import LABELLED, Note, NoteWords


class Form(NamedTuple):
    """How notes are set; ``documents`` is the most that a note names."""

    whole: bool
    run_in: bool
    documents: int | None


FORMS = (
    Form(True, False, None),
    Form(False, False, None),
    Form(False, True, None),
    Form(False, True, 3),
    Form(False, True, 2),
)


class Fitted(NamedTuple):
    """Columns of lines, how many notes are in them, and whether each names all of its documents."""

    columns: list[Block]
    notes: int
    all_documents: bool


class NoteFit:
    """Chooses form and notes for so many lines."""

    def __init__(self, flow: NoteFlow, notes: Sequence[Note], words: NoteWords, *, paged: bool) -> None:
        self._flow, self._notes, self._words, self._paged = flow, notes, words, paged
        ranks = range(len(notes))
        self._ranked = sorted(ranks, key=lambda index: (notes[index].drawn, notes[index].rank))

    def fit(self, rows: int) -> Fitted:
        """The fullest form in which all notes fit, else the first in which all labelled events have theirs.

        Where there is room for neither, as many as fit in the shortest form, by rank.
        """
        for form in FORMS:
            every = len(self._notes) <= self._bound(form, rows)
            blocks = self._blocks(form, len(self._notes), rows) if every else None
            if blocks is not None:
                return self._even(form, blocks, len(self._notes), rows)
        wanted = sum(note.drawn == LABELLED for note in self._notes) or len(self._notes)
        form, count = FORMS[-1], 0
        for form in FORMS[1:]:
            count = self._most(form, rows)
            if count >= wanted:
                break
        blocks = self._blocks(form, count, rows) if count else None
        return self._even(form, blocks, count, rows) if blocks is not None else Fitted([], 0, False)

    def _most(self, form: Form, rows: int) -> int:
        low, high = 0, self._bound(form, rows)
        while low < high:
            middle = (low + high + 1) // 2
            if self._blocks(form, middle, rows) is None:
                high = middle - 1
            else:
                low = middle
        return low

    def _bound(self, form: Form, rows: int) -> int:
        """How many of the foremost notes are at most as long as all lines together."""
        flow, room = self._flow, float(rows * self._flow.columns * self._flow.width)
        for count, index in enumerate(self._ranked):
            room -= flow.length(self._notes[index], form.documents, self._words.documents)
            if room < 0:
                return count
        return len(self._ranked)

    def _blocks(self, form: Form, count: int, rows: int) -> list[Block] | None:
        """The ``count`` foremost notes in date order and what is said of the others, if all that fits."""
        room = rows * self._flow.columns
        if not form.run_in and count > room:
            return None
        kept = sorted(self._ranked[:count])
        last = self._last_words(form, count)
        blocks: list[Block] = [self._flow.words(last)] if last else []
        taken = sum(map(len, blocks))
        if form.run_in:
            notes = (self._notes[index] for index in kept)
            blocks.insert(0, self._flow.run_in(notes, form.documents, self._words.documents))
        else:
            for place, index in enumerate(kept):
                block = self._block(form, index, place)
                taken += len(block)
                if taken > room:
                    return None
                blocks.insert(place, block)
        return None if self._flow.fill(blocks, rows, self._flow.columns, split=form.run_in)[1] else blocks

    def _block(self, form: Form, index: int, place: int) -> Block:
        note = self._notes[index]
        if form.whole:  # with pages to follow, a note has the number it has there
            return self._flow.block((index if self._paged else place) + 1, note)
        return self._flow.brief(note, form.documents, self._words.documents)

    def _last_words(self, form: Form, count: int) -> str:
        words, others = self._words, len(self._notes) - count
        if self._paged:
            return words.following
        if others:
            return words.one_more if others == 1 else words.more.format(others)
        return "" if form.whole else words.titles

    def _even(self, form: Form, blocks: list[Block], count: int, rows: int) -> Fitted:
        """The same in the least height in which all fit, so that the columns are even."""
        flow, split = self._flow, form.run_in
        least = max(math.ceil(sum(map(len, blocks)) / flow.columns), 1)
        placed, rest = flow.fill(blocks, min(least, rows), flow.columns, split=split)
        while rest and least < rows:
            least += 1
            placed, rest = flow.fill(blocks, least, flow.columns, split=split)
        cut = form.documents is not None and any(
            len(self._notes[index].cited) > form.documents for index in self._ranked[:count]
        )
        return Fitted(placed, count, not cut)
