"""How the panel's words look: sizes, tones and formats, in the language of the window."""

from functools import lru_cache
from html import escape

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QFont, QImageWriter

from timeline_app.layout.style import Style
from timeline_app.model.frozen import Struct
from timeline_app.model.records import Category, Text
from timeline_app.render.fonts import SERIF, font
from timeline_app.ui.icons import icon_picture

SERIF_FAMILIES = ", ".join(f"'{family}'" for family in SERIF)


class Look(Struct, frozen=True):
    """How the panel looks and in which language it speaks."""

    style: Style
    language: str
    ratio: float = 1.0  # device pixels of a px

    @property
    def font(self) -> QFont:
        """The font of what has no other."""
        return font(13 * self.style.text)

    @property
    def other_language(self) -> str:
        """The language of the glosses."""
        return "en" if self.language == "ko" else "ko"

    def px(self, size: float) -> int:
        """A size that grows with the text."""
        return self.style.px(size)

    def tone(self, name: str) -> str:
        """A colour token as ``#RRGGBB``."""
        value: str = getattr(self.style.palette, name)
        return value

    def span(
        self,
        text: str,
        size: float = 13,
        tone: str = "ink",
        weight: int = 400,
        *,
        serif: bool = False,
        mark: bool = False,
    ) -> str:
        """Words as they stand, in a size, tone and weight, for a label with formatted text."""
        css = f"font-size:{self.px(size)}px;color:{self.tone(tone)};font-weight:{weight};"
        if serif:
            css += f"font-family:{SERIF_FAMILIES};"
        if mark:
            css += f"background-color:{self.tone('mark')};"
        return f'<span style="{css}">{escape(text)}</span>'

    def paragraph(self, content: str, line: float = 19, above: float = 0) -> str:
        """A paragraph of spans with at least a line height in px."""
        return f'<p style="margin:{self.px(above)}px 0 0 0;line-height:{self.px(line)}px">{content}</p>'

    def link(self, text: str, target: str, size: float = 13) -> str:
        """Words that lead somewhere."""
        css = f"color:{self.tone('link')};text-decoration:none;font-size:{self.px(size)}px"
        return f'<a href="{escape(target)}" style="{css}">{escape(text)}</a>'

    def inline_icon(self, name: str, tone: str, size: float = 12) -> str:
        """An icon among the words."""
        return _inline_icon(name, self.tone(tone), self.px(size), self.ratio)

    def quoted(self, exact: str, size: float = 14) -> str:
        """Words of a source: serif, marked, in quotation marks. Only for what the source prints."""
        return self.span(f"“{exact}”", size, serif=True, mark=True)

    def pair(self, text: Text) -> tuple[str, str]:
        """A text in the language of the window, and in the other one if that says something else."""
        main = text.in_language(self.language)
        other = (text.en if self.other_language == "en" else text.ko) or ""
        return main, other if other != main else ""

    def colour_of(self, category: Category) -> str:
        """The colour of a category's marks."""
        return category.colour.dark if self.style.dark else category.colour.light


@lru_cache(maxsize=64)
def _inline_icon(name: str, ink: str, px: int, ratio: float) -> str:
    image = icon_picture(name, ink, round(px * ratio), 1.0).toImage()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    encoded = bytes(data.toBase64().data()).decode("ascii")
    size = f'width="{px}" height="{px}" style="vertical-align:middle"'
    return f'<img src="data:image/png;base64,{encoded}" {size}>'
