"""The bundled fonts, and the widths of texts set in them."""

import logging
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from timeline_app.layout.style import SERIF_ROLES, TEXT_ROLES
from timeline_app.paths import resources_folder

SANS = ["Pretendard", "Timeline Hanja"]
# Pretendard for signs that none of the others has, such as the hyphenation point of Korean titles
SERIF = ["Timeline Serif", "NanumMyeongjo", "Nanum Myeongjo", "Timeline Hanja", "Pretendard"]
SCENE_FILES = ("Pretendard-Regular.otf", "Pretendard-Medium.otf", "Pretendard-SemiBold.otf")
OTHER_FILES = (
    "TimelineSerif-Regular.otf",
    "TimelineSerif-Semibold.otf",
    "NanumMyeongjo-Regular.ttf",
    "NanumMyeongjo-Bold.ttf",
    "TimelineHanja-Regular.otf",
    "Pretendard-Bold.otf",
)
log = logging.getLogger(__name__)


@lru_cache(maxsize=32)
def _load(name: str) -> bool:
    file = resources_folder() / "fonts" / name
    if QFontDatabase.addApplicationFont(str(file)) < 0:
        log.warning("font %s could not be loaded", file)
        return False
    return True


def load_scene_fonts() -> None:
    """Make the fonts of the canvas known to Qt; needs an application."""
    for name in SCENE_FILES:
        _load(name)


def load_all_fonts() -> None:
    """Make the fonts of sources and sheets known as well."""
    for name in (*SCENE_FILES, *OTHER_FILES):
        _load(name)


def font(px: float, weight: int = 400, *, serif: bool = False, tabular: bool = False) -> QFont:
    """A bundled font at a size in px, so that every device sets the same width.

    Contextual alternates and ligatures are off: they change hyphens and merge letters in the text that
    is read out of a PDF.
    """
    face = QFont()
    face.setFamilies(SERIF if serif else SANS)
    face.setPixelSize(max(round(px), 1))
    face.setWeight(QFont.Weight(weight))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga", "clig"):
        face.setFeature(QFont.Tag(feature), 0)
    if tabular:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face


class FontBook:
    """The fonts of all text roles at one text size, each made once.

    Not ``tabular``, figures are proportional everywhere: the tabular ones of Pretendard have no
    characters of their own, so a PDF could not give them back as text.
    """

    def __init__(self, text: float = 1.0, *, tabular: bool = True) -> None:
        self.text = text
        self._tabular = tabular
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def font(self, role: str) -> QFont:
        """The font of a role."""
        if role not in self._fonts:
            px, weight = TEXT_ROLES[role]
            in_columns = self._tabular and role.startswith(("axis", "pill"))
            self._fonts[role] = font(px * self.text, weight, serif=role in SERIF_ROLES, tabular=in_columns)
        return self._fonts[role]

    def metrics(self, role: str) -> QFontMetricsF:
        """The metrics of a role."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def baseline(self, y: float, role: str) -> int:
        """The baseline, in whole px, of a text in a role with its middle at ``y``."""
        metrics = self.metrics(role)
        return round(y - metrics.height() / 2) + round(metrics.ascent())

    def level(self, y: float, role: str, other: str) -> float:
        """The middle of a text in the role ``other`` that shares the baseline of one in ``role`` at ``y``."""
        metrics = self.metrics(other)
        return self.baseline(y, role) - round(metrics.ascent()) + metrics.height() / 2


class QtTextMeasure:
    """Widths of texts in the bundled fonts, each measured once."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        self._widths: dict[tuple[str, str], float] = {}

    def width(self, text: str, role: str) -> float:
        """Advance width in px."""
        key = (text, role)
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self._book.metrics(role).horizontalAdvance(text)
        return width
