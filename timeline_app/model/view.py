"""What is shown, as one frozen value; verbs return a new one."""

from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import Struct, field, replace

HOUR_S = 3600.0
YEAR_S = 365.2425 * 86_400.0
NARROWEST_S = 2 * HOUR_S
WHOLE_SLACK = 1e-6  # of the whole range, by which a view of it may be off
NAMED_MARGIN_MOST = 0.031  # of the whole range
WIDEST_S = 20_000 * YEAR_S


class ViewState(Struct, frozen=True):
    """Everything that decides the picture, except the size of the window.

    ``start`` and ``width`` are civil seconds. The width is kept instead of the end so that a pan
    leaves the zoom exactly as it was.
    """

    start: float
    width: float
    filter: EventFilter = field(default_factory=EventFilter)
    selected: str | None = None
    language: str = "en"
    theme: str = "light"
    text_percent: int = 100
    show_arcs: bool = True
    show_periods: bool = True
    show_filters: bool = True

    @property
    def end(self) -> float:
        """The first civil second after the view."""
        return self.start + self.width

    def pan(self, seconds: float) -> "ViewState":
        """Moved in time; the zoom stays bit for bit the same."""
        return replace(self, start=self.start + seconds)

    def zoom(self, factor: float, around: float | None = None) -> "ViewState":
        """Shown ``factor`` times larger; the time ``around`` (else the middle) keeps its place."""
        width = min(max(self.width / factor, NARROWEST_S), WIDEST_S)
        centre = self.start + self.width / 2 if around is None else around
        share = (centre - self.start) / self.width
        return replace(self, start=centre - share * width, width=width)

    def showing(self, start: float, end: float) -> "ViewState":
        """The stretch from ``start`` to ``end``, widened around its middle if it is too narrow to show."""
        width = min(max(end - start, NARROWEST_S), WIDEST_S)
        return replace(self, start=(start + end) / 2 - width / 2, width=width)

    def reveal(self, start: float, end: float, margin: float = 0.12) -> "ViewState":
        """The nearest view of the same width in which ``start`` (and ``end``, if it fits) is visible."""
        edge = self.width * margin
        if self.start + edge <= start and end <= self.end - edge:
            return self
        if end - start > self.width - 2 * edge:
            return replace(self, start=start - edge)
        if start < self.start + edge:
            return replace(self, start=start - edge)
        return replace(self, start=end + edge - self.width)

    def select(self, event_id: str | None) -> "ViewState":
        """With this event selected, or none."""
        return replace(self, selected=event_id)

    def with_filter(self, choice: EventFilter) -> "ViewState":
        """With another filter."""
        return replace(self, filter=choice)


def named_span(extent: tuple[int, int], view: ViewState) -> tuple[float, float]:
    """The span by which a view is called: without the margins, if it shows everything."""
    low, high = extent
    slack = (high - low) * NAMED_MARGIN_MOST
    if 0 <= low - view.start <= slack and 0 <= view.end - high <= slack:
        return low, high
    return view.start, view.end


def whole_range(extent: tuple[int, int], margin: float = 0.03) -> tuple[float, float]:
    """Start and end of a view of everything, with a margin of a share of the whole on either side."""
    start, end = extent
    pad = (end - start) * margin
    return start - pad, end + pad


def is_whole(extent: tuple[int, int], view: ViewState) -> bool:
    """Whether a view is that of everything."""
    start, end = whole_range(extent)
    slack = (end - start) * WHOLE_SLACK
    return abs(view.start - start) <= slack and abs(view.end - end) <= slack
