"""Sizes and colours of a scene: light, dark and print."""

from functools import cached_property

from timeline_app.model.frozen import Struct


class Palette(Struct, frozen=True):
    """Colour tokens as ``#RRGGBB``; contrasts are given in docs/design.md."""

    canvas: str
    chrome: str
    raised: str
    lane: str
    grid: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    ink4: str
    link: str
    focus: str
    mark: str
    error: str
    error_ground: str
    warning: str
    warning_ground: str
    above: str
    below: str


LIGHT_PALETTE = Palette(
    canvas="#FFFFFF",
    chrome="#F5F6F7",
    raised="#FFFFFF",
    lane="#FAFBFB",
    grid="#F0F2F3",
    line="#E2E5E8",
    line2="#CBD0D6",
    ink="#12161C",
    ink2="#454C55",
    ink3="#69717B",
    ink4="#A3AAB2",
    link="#0B57B0",
    focus="#0B6BDE",
    mark="#FFEFB0",
    error="#A81B1B",
    error_ground="#FDECEB",
    warning="#8A5A00",
    warning_ground="#FFF6E0",
    above="#4F5862",
    below="#868D96",
)
DARK_PALETTE = Palette(
    canvas="#12151A",
    chrome="#171B21",
    raised="#1D222A",
    lane="#14181D",
    grid="#1A1F26",
    line="#272D36",
    line2="#3A424D",
    ink="#ECEFF3",
    ink2="#B7BEC8",
    ink3="#8C95A1",
    ink4="#5B6470",
    link="#7FB2FF",
    focus="#6AA8FF",
    mark="#4A3D0F",
    error="#FF9C92",
    error_ground="#331817",
    warning="#F0C361",
    warning_ground="#2C2410",
    above="#B7BEC8",
    below="#6C7580",
)

# px and weight of each kind of text on a scene
TEXT_ROLES: dict[str, tuple[float, int]] = {
    "label-major": (12, 600),
    "label-notable": (12, 500),
    "label-other": (12, 400),
    "label-date": (10.5, 400),
    "axis-major": (13, 600),
    "axis-minor": (10.5, 400),
    "flag": (11, 600),
    "range": (13, 600),
    "caption": (11, 400),
    "lane": (12, 600),
    "lane-gloss": (11, 400),
    "lane-folded": (11, 500),
    "folded-label": (12, 400),
    "period": (11, 500),
    "period-gloss": (11, 400),
    "pill": (11, 600),
    "badge": (10.5, 600),
    "sheet-display": (38, 600),
    "sheet-title": (26, 600),
    "sheet-subtitle": (13, 400),
    "sheet-head": (12, 600),
    "sheet-text": (10.5, 400),
    "sheet-strong": (10.5, 600),
    "sheet-source": (11, 400),
}
SERIF_ROLES = frozenset({"sheet-display", "sheet-title", "sheet-source"})

GLYPH_MAJOR, GLYPH_NOTABLE, GLYPH_OTHER, GLYPH_BARE = 12.5, 10.5, 8.5, 6.8


class Style(Struct, frozen=True, dict=True):
    """A palette and the sizes of a scene in px; ``text`` enlarges type and what has to hold it."""

    theme: str
    palette: Palette
    text: float = 1.0

    def px(self, size: float) -> int:
        """A size that grows with the text, in whole px."""
        return round(size * self.text)

    @cached_property
    def gutter(self) -> int:
        """Width of the lane names."""
        return self.px(126)

    @cached_property
    def axis(self) -> int:
        """Height of the time axis."""
        return self.px(50)

    @cached_property
    def period_row(self) -> int:
        """Distance of two rows of periods."""
        return self.px(19)

    @cached_property
    def row(self) -> float:
        """Distance of two label rows of one line."""
        return 21.5 * self.text

    @cached_property
    def dated_row(self) -> float:
        """Distance of two label rows that carry a date line."""
        return 31.0 * self.text

    @cached_property
    def bare_row(self) -> int:
        """Height of the bottom row of glyphs without a label."""
        return self.px(20)

    @cached_property
    def folded(self) -> int:
        """Height of a lane with nothing in view."""
        return self.px(30)

    @property
    def dark(self) -> bool:
        """Whether colours for dark grounds are wanted."""
        return self.theme == "dark"

    def glyph(self, importance: int) -> float:
        """Size of a labelled glyph."""
        if importance >= 5:
            return GLYPH_MAJOR
        return GLYPH_NOTABLE if importance >= 3 else GLYPH_OTHER


def label_role(importance: int) -> str:
    """The text role of an event's label."""
    if importance >= 5:
        return "label-major"
    return "label-notable" if importance >= 3 else "label-other"


def style_for(theme: str, text_percent: int = 100) -> Style:
    """The style of a theme (``light``, ``dark`` or ``print``) at a text size."""
    return Style(theme, DARK_PALETTE if theme == "dark" else LIGHT_PALETTE, text_percent / 100)
