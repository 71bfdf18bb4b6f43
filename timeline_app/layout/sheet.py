"""Where everything on an export's sheet stands, in px: title, legend, plot, source notes and footer.

The sheet gives the plot its room first. What does not fit takes a shorter form, then is left out: notes,
legend, subtitle, in this order; nothing overlaps and nothing leaves the sheet. A sheet around a plot of a
given size grows instead and leaves nothing out.
"""

import math
from typing import NamedTuple

from timeline_app.layout.measure import TextMeasure, elided, wrapped
from timeline_app.layout.sheet_fit import NoteFit
from timeline_app.layout.sheet_notes import GAP_PX, TEXT, Block, NoteFlow, Run
from timeline_app.layout.sheet_text import SheetContent
from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct

MARGIN_SHARE = 0.036
MARGIN_LEAST, MARGIN_MOST = 16, 48
LANE_PX, FOLDED_PX = 67, 30  # a lane shows two rows of labels in this
PLOT_SHARE = 0.56  # of the sheet's height, where there is a choice
PLOT_SHARE_MOST = 0.67  # more is not kept back for lanes if there are notes
NOTE_ROWS_LEAST, NOTE_ROWS_WANTED = 3, 5
NOTES_SHARE = 0.4  # of the height of a plot that is given, and so has the sheet made around it
PAGED_NOTES_MOST = 2_000  # some fifty pages; the program has the rest
LEGEND_SHARE = 0.5  # of the width, beside the title
LEGEND_ROWS_MOST = 5  # beside the title

DISPLAY, TITLE, SUBTITLE, HEAD = "sheet-display", "sheet-title", "sheet-subtitle", "sheet-head"
LINE_PX = {DISPLAY: 48, TITLE: 33, SUBTITLE: 19, HEAD: 20, TEXT: 15}
NOTE_LINE_PX = 13  # of notes below the plot; they stand closer than those on pages of their own
IMPRINT_LINES_MOST = 2
KEY_PX, KEY_ROW_PX, KEY_GAP_PX = 40, 18, 20
NOTE_COLUMN_PX = 330


class Box(NamedTuple):
    """A rectangle in whole px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first px to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first px below it."""
        return self.y + self.height


class Key(NamedTuple):
    """A sample of the legend; its left edge and middle."""

    kind: str
    x: int
    y: float


class SheetLayout(Struct, frozen=True):
    """A sheet: the plot's rectangle and everything around it; ``pages`` are further pages of notes.

    ``noted`` counts the events whose notes stand below the plot; with ``all_documents``, those name each
    document. ``note_rows`` are the lines kept for them.
    """

    width: int
    height: int
    plot: Box
    header: Box
    legend: Box | None
    notes: Box | None
    footer: Box
    runs: tuple[Run, ...]
    keys: tuple[Key, ...]
    rules: tuple[Box, ...]
    pages: tuple[tuple[Run, ...], ...] = ()
    noted: int = 0
    all_documents: bool = True
    note_rows: int = 0


class Level(NamedTuple):
    """How much a sheet shows around the plot."""

    display: bool
    title_lines: int
    subtitle_lines: int
    legend: bool
    notes: bool
    plot_share: float  # of the sheet's height that the plot has to keep


LEVELS = (
    Level(True, 2, 4, True, True, PLOT_SHARE),
    Level(False, 1, 2, True, True, PLOT_SHARE),
    Level(False, 1, 1, True, False, 0.5),
    Level(False, 1, 1, False, False, 0.45),
    Level(False, 1, 0, False, False, 0.0),
)
DISPLAY_LEAST = (1000, 620)  # a smaller sheet has a smaller title
TRIAL_PX = 1500  # more than all parts around a plot take together


def lay_out(
    content: SheetContent,
    width: int,
    height: int,
    style: Style,
    measure: TextMeasure,
    *,
    paged: bool = False,
    note_rows: int | None = None,
    is_trial: bool = False,
) -> SheetLayout:
    """The layout of a sheet; with ``paged`` notes go on on further pages instead of being left out.

    ``note_rows`` are the lines kept for notes below the plot, by default those needed and to be spared.
    A trial has no further pages, which take the longest.
    """
    margin = _margin(width, height)
    draft = None
    for level in LEVELS if _is_roomy(width, height, style) else LEVELS[1:]:
        draft = _Draft(content, width, height, margin, style, measure, level, paged)
        if draft.plot_room() >= level.plot_share * height:
            break
    assert draft is not None
    if note_rows is None:
        return draft.finish(draft.spare_rows(), is_trial=is_trial)
    return draft.finish(note_rows, exact=True, is_trial=is_trial)


def lay_out_around(
    content: SheetContent,
    plot: tuple[int, int],
    style: Style,
    measure: TextMeasure,
    *,
    paged: bool = False,
) -> SheetLayout:
    """The layout of a sheet whose plot has the given size; it grows until it holds all of its parts."""
    margin = _margin(*plot)
    width, height = plot[0] + 2 * margin, 3 * plot[1] + style.px(TRIAL_PX)
    level = LEVELS[0] if _is_roomy(width, height, style) else LEVELS[1]
    rows = max(round(plot[1] * NOTES_SHARE) // style.px(NOTE_LINE_PX), NOTE_ROWS_WANTED)
    found = _Draft(content, width, height, margin, style, measure, level, paged).finish(rows, is_trial=True)
    height += plot[1] - found.plot.height
    return _Draft(content, width, height, margin, style, measure, level, paged).finish(rows)


def _is_roomy(width: int, height: int, style: Style) -> bool:
    return width >= DISPLAY_LEAST[0] * style.text and height >= DISPLAY_LEAST[1] * style.text


def _margin(width: int, height: int) -> int:
    return min(max(round(min(width, height) * MARGIN_SHARE), MARGIN_LEAST), MARGIN_MOST)


class _Draft:
    """A sheet in the making: blocks grow from the top and the bottom edge, the plot takes what is left."""

    def __init__(
        self,
        content: SheetContent,
        width: int,
        height: int,
        margin: int,
        style: Style,
        measure: TextMeasure,
        level: Level,
        paged: bool,
    ) -> None:
        self._content, self._style, self._measure = content, style, measure
        self._level, self._paged = level, paged
        self._width, self._height, self._margin = width, height, margin
        self._room = width - 2 * self._margin
        self._runs: list[Run] = []
        self._keys: list[Key] = []
        self._rules: list[Box] = []
        self._legend: Box | None = None
        self._notes: Box | None = None
        self._noted, self._all_documents, self._note_rows = 0, True, 0
        self._top, self._bottom = self._margin, height - self._margin
        self._header = self._set_header()
        self._footer = self._set_footer()
        if level.legend and self._legend is None:
            self._legend = self._set_flowing_legend()

    def plot_room(self) -> int:
        """Height left for the plot."""
        return self._bottom - self._top

    def finish(self, rows: int, *, exact: bool = False, is_trial: bool = False) -> SheetLayout:
        """Notes in at most ``rows`` lines, or in room for just so many; the plot in the rest."""
        pages: tuple[tuple[Run, ...], ...] = ()
        if self._content.notes:
            flow = self._flow()
            if rows >= NOTE_ROWS_LEAST or exact:
                self._set_notes(flow, rows, exact)
            if self._paged and not is_trial:
                pages = self._set_pages(flow)
        top, bottom = self._top, max(self._bottom, self._top + 1)
        plot = Box(self._margin, top, self._room, bottom - top)
        rules = (Box(plot.x, plot.y - 1, plot.width, 1), Box(plot.x, plot.bottom, plot.width, 1))
        if self._content.empty:
            text = elided(self._content.empty, self._room - 2 * KEY_GAP_PX, TITLE, self._measure)
            x = plot.x + (plot.width - self._measure.width(text, TITLE)) / 2
            self._runs.append(Run(x, plot.y + plot.height / 2, text, TITLE, "ink3"))
        return SheetLayout(
            self._width,
            self._height,
            plot,
            self._header,
            self._legend,
            self._notes,
            self._footer,
            tuple(self._runs),
            tuple(self._keys),
            (*rules, *self._rules),
            pages,
            self._noted,
            self._all_documents,
            self._note_rows,
        )

    def _px(self, size: float) -> int:
        return self._style.px(size)

    def _line(self, role: str) -> int:
        return self._px(LINE_PX[role])

    # -- header

    def _set_header(self) -> Box:
        room, top = self._room, self._top
        legend_height = 0
        if self._level.legend and self._level.display:
            legend_width, legend_height = self._set_header_legend()
            room -= legend_width + (self._px(40) if legend_width else 0)
        y = top
        y = self._set_title(y, room)
        lines = [
            line
            for text in self._content.subtitle
            for line in wrapped(text, room, SUBTITLE, self._measure, 2 if self._level.display else 1)
        ]
        for line in lines[: self._level.subtitle_lines]:
            self._put(self._margin, y, line, SUBTITLE, "ink2")
            y += self._line(SUBTITLE)
        bottom = max(y, top + legend_height)
        self._top = bottom + self._px(10) + 1  # the rule above the plot
        return Box(self._margin, top, room, bottom - top)

    def _set_title(self, y: int, room: int) -> int:
        title, measure = self._content.title, self._measure
        role = DISPLAY if self._level.display and measure.width(title, DISPLAY) <= room else TITLE
        for line in wrapped(title, room, role, measure, self._level.title_lines):
            self._put(self._margin, y, line, role, "ink")
            y += self._line(role)
        return y

    def _set_header_legend(self) -> tuple[int, int]:
        """The legend right of the title: its width and height, or nothing if it is too wide."""
        items = self._content.legend
        widest = max(self._measure.width(text, TEXT) for _, text in items)
        column = math.ceil(widest) + self._px(KEY_PX + KEY_GAP_PX)
        for columns in (3, 2):
            rows = math.ceil(len(items) / columns)
            width = column * columns - self._px(KEY_GAP_PX)
            height = self._line(HEAD) + rows * self._px(KEY_ROW_PX)
            if width <= self._room * LEGEND_SHARE and rows <= LEGEND_ROWS_MOST:
                break
        else:
            return 0, 0
        left, top = self._margin + self._room - width, self._top
        head = elided(self._content.legend_head, width, HEAD, self._measure)
        self._put(left, top, head, HEAD, "ink")
        self._rules.append(Box(left, top + self._line(HEAD) - 2, width, 1))
        for number, (kind, text) in enumerate(items):
            x = left + number // rows * column
            self._put_key(kind, text, x, top + self._line(HEAD) + self._px(KEY_ROW_PX) * (number % rows) + 2)
        self._legend = Box(left, top, width, height + 2)
        return width, height + 2

    def _set_flowing_legend(self) -> Box | None:
        """The legend in rows of its own between plot and footer."""
        rows: list[list[tuple[str, str, int]]] = [[]]
        x = 0
        for kind, text in self._content.legend:
            text = elided(text, self._room - self._px(KEY_PX), TEXT, self._measure)
            width = self._px(KEY_PX) + math.ceil(self._measure.width(text, TEXT))
            if x and x + width > self._room:
                rows.append([])
                x = 0
            rows[-1].append((kind, text, x))
            x += width + self._px(KEY_GAP_PX)
        height = len(rows) * self._px(KEY_ROW_PX)
        top = self._bottom - height
        if top <= self._top:
            return None
        for number, row in enumerate(rows):
            for kind, text, x in row:
                self._put_key(kind, text, self._margin + x, top + number * self._px(KEY_ROW_PX))
        self._bottom = top - self._px(8) - 1
        return Box(self._margin, top, self._room, height)

    def _put_key(self, kind: str, text: str, x: int, top: int) -> None:
        middle = top + self._px(KEY_ROW_PX) / 2
        self._keys.append(Key(kind, x, middle))
        self._runs.append(Run(x + self._px(KEY_PX), middle, text, TEXT, "ink2"))

    # -- footer

    def _set_footer(self) -> Box:
        content, measure, line = self._content, self._measure, self._line(TEXT)
        widths = [measure.width(text, TEXT) for text in (content.widest_counts, content.imprint)]
        side_by_side = sum(widths) + self._px(32) <= self._room
        counts = elided(content.counts, self._room, TEXT, measure)
        imprint = wrapped(content.imprint, self._room, TEXT, measure, IMPRINT_LINES_MOST)
        height = line if side_by_side else (1 + len(imprint)) * line
        top = self._bottom - height
        self._put(self._margin, top, counts, TEXT, "ink3")
        x = self._margin + (self._room - widths[1] if side_by_side else 0)
        for number, text in enumerate(imprint):
            self._put(x, top + (number + (not side_by_side)) * line, text, TEXT, "ink3")
        self._bottom = top - self._px(10) - 1  # the rule below the plot
        return Box(self._margin, top, self._room, height)

    # -- notes

    def _flow(self) -> NoteFlow:
        columns = max(int((self._room + GAP_PX) / (self._px(NOTE_COLUMN_PX) + GAP_PX)), 1)
        return NoteFlow(columns, (self._room - (columns - 1) * GAP_PX) // columns, self._style, self._measure)

    def spare_rows(self) -> int:
        """How many lines of notes the plot can spare."""
        if not self._level.notes:
            return 0
        content, line, room = self._content, self._px(NOTE_LINE_PX), self.plot_room()
        heading = self._line(HEAD) + self._px(10)
        frame = self._style.axis + 3 * self._style.period_row
        lanes = content.open_lanes * self._px(LANE_PX) + content.folded_lanes * self._px(FOLDED_PX)
        least = round(self._height * PLOT_SHARE)
        wanted = min(max(frame + lanes, least), round(self._height * PLOT_SHARE_MOST))
        wanted = min(wanted, max(room - heading - NOTE_ROWS_WANTED * line, least))
        return max((room - wanted - heading) // line, 0)

    def _set_notes(self, flow: NoteFlow, rows: int, exact: bool) -> None:
        fit = NoteFit(flow, self._content.notes, self._content.note_words, paged=self._paged)
        placed, self._noted, self._all_documents = fit.fit(rows)
        if not placed:
            return
        self._note_rows = rows if exact or self._noted < len(self._content.notes) else max(map(len, placed))
        line = self._px(NOTE_LINE_PX)
        height = self._line(HEAD) + self._note_rows * line
        top = self._bottom - height
        self._put(self._margin, top, self._content.notes_head, HEAD, "ink")
        self._runs.extend(flow.at(placed, self._margin, top + self._line(HEAD), line))
        self._notes = Box(self._margin, top, self._room, height)
        self._bottom = top - self._px(10) - 1

    def _set_pages(self, flow: NoteFlow) -> tuple[tuple[Run, ...], ...]:
        """All notes in full; of a vast collection the most important."""
        notes = self._content.notes
        kept = sorted(sorted(range(len(notes)), key=lambda index: notes[index].rank)[:PAGED_NOTES_MOST])
        blocks = [flow.block(index + 1, notes[index]) for index in kept]
        if len(kept) < len(notes):
            blocks.append(flow.words(self._content.note_words.more.format(len(notes) - len(kept))))
        return self._pages(flow, blocks)

    def _pages(self, flow: NoteFlow, blocks: list[Block]) -> tuple[tuple[Run, ...], ...]:
        line, measure, content = self._line(TEXT), self._measure, self._content
        top = self._margin + self._line(SUBTITLE) + self._line(HEAD) + self._px(6)
        foot = self._height - self._margin - line
        rows = max((foot - self._px(8) - top) // line, 1)
        pages: list[list[Run]] = []
        while blocks:
            placed, blocks = flow.fill(blocks, rows, flow.columns, split=True)
            runs = flow.at(placed, self._margin, top, line)
            pages.append([run._replace(tone="link") if run.href else run for run in runs])
        for number, page in enumerate(pages, 2):
            title = elided(content.title, self._room, SUBTITLE, measure)
            page.append(Run(self._margin, self._margin + self._line(SUBTITLE) / 2, title, SUBTITLE, "ink3"))
            y = self._margin + self._line(SUBTITLE) + self._line(HEAD) / 2
            head = elided(content.continued_head, self._room, HEAD, measure)
            page.append(Run(self._margin, y, head, HEAD, "ink"))
            words = content.page.format(number, len(pages) + 1)
            imprint = elided(content.imprint, self._room - measure.width(words, TEXT) - 24, TEXT, measure)
            page.append(Run(self._margin, foot + line / 2, imprint, TEXT, "ink3"))
            x = self._width - self._margin - measure.width(words, TEXT)
            page.append(Run(x, foot + line / 2, words, TEXT, "ink3"))
        return tuple(tuple(page) for page in pages)

    def _put(self, x: float, top: int, text: str, role: str, tone: str) -> None:
        if text:
            self._runs.append(Run(x, top + self._line(role) / 2, text, role, tone))
