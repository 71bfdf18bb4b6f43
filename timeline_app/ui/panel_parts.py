"""The small parts of the event panel: heads, hairlines, glyphs, buttons."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from timeline_app.model.records import Category
from timeline_app.render.glyphs import glyph_path
from timeline_app.render.stamps import colour
from timeline_app.ui.icons import icon, icon_picture
from timeline_app.ui.panel_look import Look
from timeline_app.ui.panel_text import Words


class Hairline(QFrame):
    """A line between two sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        self.setFixedHeight(1)


def head(look: Look, term: str, gloss: str, right: str = "") -> QWidget:
    """The head of a section: the term, its gloss in the other language, and a count on the right."""
    title = look.span(term, 13, "ink", 600)
    if gloss and gloss != term:
        title += "&nbsp; " + look.span(gloss, 12, "ink3")
    if not right:
        return Words(look, title)
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(Words(look, title), 1)
    across.addWidget(Words(look, look.span(right, 12, "ink3"), wrap=False))
    return row


def icon_line(look: Look, name: str, content: str, tone: str = "ink3", *, selectable: bool = False) -> Words:
    """An icon with words beside it, which wrap clear of it."""
    picture = icon_picture(name, look.tone(tone), look.px(15), look.ratio)
    return Words(look, look.paragraph(content), picture=picture, indent=look.px(22), selectable=selectable)


def glyph_picture(look: Look, category: Category, size: float = 11) -> QPixmap:
    """The glyph of a category as a picture."""
    edge = look.px(size * 1.5)
    picture = QPixmap(round(edge * look.ratio), round(edge * look.ratio))
    picture.setDevicePixelRatio(look.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(edge / 2, edge / 2)
        painter.fillPath(glyph_path(category.shape, size * look.style.text), colour(look.colour_of(category)))
    return picture


def tooltip(text: str) -> str:
    """A tooltip that wraps and shows markup in a text as it stands."""
    return f"<p>{escape(text)}</p>" if text else ""


def tool_button(
    look: Look, name: str, text: str, act: Callable[[], object], *, size: int = 16
) -> QToolButton:
    """A button of one icon; its text is the tooltip and the accessible name."""
    button = QToolButton()
    button.setIcon(icon(name, look.tone("ink2"), look.px(size)))
    button.setIconSize(QSize(look.px(size), look.px(size)))
    button.setToolTip(tooltip(text))
    button.setAccessibleName(text)
    button.clicked.connect(lambda: act())
    return button


def link_button(look: Look, text: str, act: Callable[[], object], *, picture: str = "") -> QPushButton:
    """A button that looks like a link, with an optional icon after it."""
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if picture:
        button.setIcon(icon(picture, look.tone("link"), look.px(14)))
        button.setIconSize(QSize(look.px(14), look.px(14)))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the icon after the words
    button.clicked.connect(lambda: act())
    return button
