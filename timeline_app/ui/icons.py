"""Tabler icons in the colour of the text around them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from timeline_app.paths import resources_folder


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def icon_picture(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    """An icon as a picture ``px`` large; Qt draws ``currentColor`` black, so the colour is put in first."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(px * ratio), round(px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, px, px))
    return picture


def icon(name: str, colour: str, px: int = 18) -> QIcon:
    """An icon for buttons, sharp on plain and on high-density screens."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(icon_picture(name, colour, px, ratio))
    return result
