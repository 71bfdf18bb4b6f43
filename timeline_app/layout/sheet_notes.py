"""The source notes of a sheet: broken into lines, and columns filled with them."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.sheet_text import LABELLED, Note
from timeline_app.layout.style import Style

TEXT, STRONG, SOURCE = "sheet-text", "sheet-strong", "sheet-source"
GAP_PX, NUMBER_PX, BRIEF_INDENT_PX = 24, 24, 10
CLOSING = (",", ";")
ORPHANS_LEAST = 2  # lines of a note that may stand alone in a column

Piece = tuple[str, str, str, str]  # text, role, tone and address


class Run(NamedTuple):
    """A text in one role: left edge, middle of its line, colour token, and an address if it is a link."""

    x: float
    y: float
    text: str
    role: str
    tone: str
    href: str = ""


Block = list[list[Run]]  # the lines of one note, x from the column's left edge


class NoteFlow:
    """Breaks notes into lines and fills columns with them."""

    def __init__(self, columns: int, width: int, style: Style, measure: TextMeasure) -> None:
        self.columns, self.width = columns, width
        self._style, self._measure = style, measure

    def block(self, number: int, note: Note) -> Block:
        """The lines of a note in full, with a hanging number."""
        indent = self._style.px(NUMBER_PX)
        found = broken(_pieces(note), self.width - indent, self._measure)
        block = [[run._replace(x=run.x + indent) for run in line] for line in found]
        shown = str(number)
        x = max(indent - self._style.px(6) - self._measure.width(shown, TEXT), 0)
        block[0].insert(0, Run(x, 0, shown, TEXT, "ink3"))
        return block

    def brief(self, note: Note, most: int | None, others: str) -> Block:
        """The lines of a note in short; at most ``most`` documents, the ``others`` counted."""
        indent = self._style.px(BRIEF_INDENT_PX)
        found = broken(brief_pieces(note, most, others), self.width - indent, self._measure)
        return [
            [run._replace(x=run.x + indent * (row > 0)) for run in line] for row, line in enumerate(found)
        ]

    def run_in(self, notes: Iterable[Note], most: int | None, others: str) -> Block:
        """The same notes in short, one after the other without a new line."""
        pieces: list[Piece] = []
        for note in notes:
            *pieces_before, (text, role, tone, href) = brief_pieces(note, most, others)
            pieces += [*pieces_before, (f"{text} ", role, tone, href)]
        return broken(pieces, self.width, self._measure)

    def length(self, note: Note, most: int | None, others: str) -> float:
        """What a note in short takes at least, in px of lines; one that is whole takes more."""
        return sum(
            self._measure.width(text.rstrip(), role) for text, role, *_ in brief_pieces(note, most, others)
        )

    def words(self, text: str) -> Block:
        """The lines of what is said about notes."""
        return broken([(text, TEXT, "ink3", "")], self.width, self._measure)

    def fill(
        self, blocks: Iterable[Block], rows: int, columns: int, *, split: bool = False
    ) -> tuple[list[Block], list[Block]]:
        """Columns of lines, and the blocks that did not fit; with ``split``, parts of two lines may part."""
        placed: list[Block] = [[]]
        rest = list(blocks)
        while rest:
            block = rest[0]
            free = rows - len(placed[-1])
            taken = len(block) if len(block) <= free else 0
            if split and not taken and (min(free, len(block) - free) >= ORPHANS_LEAST or not placed[-1]):
                taken = free
            if not taken:
                if len(placed) == columns or not placed[-1]:
                    break
                placed.append([])
                continue
            placed[-1].extend(block[:taken])
            rest[:1] = [block[taken:]] if taken < len(block) else []
        return placed, rest

    def at(self, placed: list[Block], left: int, top: int, line_px: int) -> list[Run]:
        """The runs of filled columns on the sheet."""
        return [
            run._replace(x=left + column * (self.width + GAP_PX) + run.x, y=top + (row + 0.5) * line_px)
            for column, block in enumerate(placed)
            for row, line in enumerate(block)
            for run in line
        ]


def _pieces(note: Note) -> list[Piece]:
    pieces = [(f"{note.head}: ", STRONG, "ink", "")]
    for count, cited in enumerate(note.cited):
        before = "; " if count else ""
        pieces.append((f"{before}{cited.before}{', ' if cited.before else ''}", TEXT, "ink2", ""))
        pieces.append((cited.title, SOURCE, "ink2", cited.href))
        if cited.after:
            pieces.append((f", {cited.after}", TEXT, "ink2", ""))
    return pieces


def brief_pieces(note: Note, most: int | None, others: str) -> list[Piece]:
    """A note in short: documents of one day share its date; one beyond ``most`` is counted, never cut."""
    shown = note.cited if most is None or len(note.cited) <= most else note.cited[:most]
    days: dict[str, dict[str, int]] = {}
    for cited in shown:
        names = days.setdefault(cited.day, {})
        names[cited.short] = names.get(cited.short, 0) + 1
    groups = []
    for day, names in days.items():
        counted = [name if count == 1 else f"{name} ({count})" for name, count in names.items()]
        groups.append(", ".join([*counted, day] if day else counted))
    if len(shown) < len(note.cited):
        groups.append(others.format(len(note.cited) - len(shown)))
    head = note.name if note.drawn == LABELLED and note.name else note.head
    return [(f"{head}: ", STRONG, "ink", ""), (f"{'; '.join(groups)}.", TEXT, "ink2", "")]


def broken(pieces: Iterable[Piece], width: float, measure: TextMeasure) -> Block:
    """Pieces in lines of ``width`` px, broken at spaces or within too long words."""
    lines: Block = [[]]
    x = 0.0
    words = [
        (word, role, tone, href)
        for text, role, tone, href in pieces
        for word in _words(text, role, width, measure)
    ]
    for place, (word, role, tone, href) in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ("", role, "", "")
        # a comma belongs to the word before it, though it is no part of a title
        tail = measure.width(following[0].rstrip(), following[1]) if following[0].rstrip() in CLOSING else 0.0
        if x and word.rstrip() not in CLOSING and x + measure.width(word.rstrip(), role) + tail > width:
            lines.append([])
            x = 0.0
            word = word.lstrip()
            if not word:
                continue
        line = lines[-1]
        if line and line[-1][3:] == (role, tone, href):
            line[-1] = line[-1]._replace(text=line[-1].text + word)
        else:
            if line:  # what stands before it, measured as one text instead of word by word
                x = line[-1].x + measure.width(line[-1].text, line[-1].role)
            line.append(Run(x, 0, word, role, tone, href))
        x += measure.width(word, role)
    for line in lines:
        while line and not line[-1].text.strip():
            line.pop()
        if line:
            line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return lines


def _words(text: str, role: str, width: float, measure: TextMeasure) -> list[str]:
    """Words with the space after them; a word wider than a line is cut."""
    words = []
    for word in text.split(" "):
        piece = f"{word} "
        while measure.width(piece.rstrip(), role) > width and len(piece) > 2:
            cut = len(piece) - 1
            while cut > 1 and measure.width(piece[:cut], role) > width:
                cut = cut * 7 // 8
            words.append(piece[:cut])
            piece = piece[cut:]
        words.append(piece)
    words[-1] = words[-1][:-1]
    return [word for word in words if word]
