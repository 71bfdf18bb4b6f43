"""What a folded lane says: its nearest events on either side of the view."""

from typing import NamedTuple

from timeline_app.dates.wording import date_in_words
from timeline_app.layout.lanes import LaneBox, LaneSetting
from timeline_app.layout.measure import TextMeasure
from timeline_app.layout.style import Style
from timeline_app.layout.tiles import LaneIndex
from timeline_app.model.dataset import Dataset
from timeline_app.model.view import ViewState


class FoldedHint(NamedTuple):
    """The nearest event before (-1) or after (1) the view, in a lane with nothing in view."""

    lane: int
    row: int
    side: int
    x: int  # left edge of the hint
    y: float
    label: str
    date: str
    width: float


def folded_hints(
    dataset: Dataset,
    index: LaneIndex,
    view: ViewState,
    setting: LaneSetting,
    style: Style,
    measure: TextMeasure,
    edges: tuple[int, int],
) -> tuple[FoldedHint, ...]:
    """The hints of all folded lanes, between the ``edges`` of the plot in scene px."""
    hints: list[FoldedHint] = []
    for box in setting.boxes:
        if not box.folded:
            continue
        for side, time in ((-1, view.start), (1, view.end)):
            row = index.neighbour(box.lane, time, side)
            if row is not None:
                hints.append(_hint(dataset, box, row, side, view.language, style, measure, edges))
    return tuple(hints)


def _hint(
    dataset: Dataset,
    box: LaneBox,
    row: int,
    side: int,
    language: str,
    style: Style,
    measure: TextMeasure,
    edges: tuple[int, int],
) -> FoldedHint:
    event = dataset.events[row]
    left, right = edges
    room = (right - left) / 2 - style.px(12)
    name = (event.label or event.title).in_language(language)
    date = date_in_words(dataset.dates[row], language)
    for label, said in ((name, date), ("", date), ("", "")):
        width = style.px(38) + measure.width(label, "folded-label") + measure.width(said, "label-date")
        if width <= room:
            break
    x = left + style.px(8) if side < 0 else right - style.px(8) - round(width)
    return FoldedHint(box.lane, row, side, x, box.top + box.height / 2, label, said, width)
