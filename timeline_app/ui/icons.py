"""Tabler icons in the colour of the text around them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
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
    """An icon for buttons, sharp on the densest of the screens."""
    screens = QGuiApplication.screens()
    ratio = max((screen.devicePixelRatio() for screen in screens), default=1.0)
    return QIcon(icon_picture(name, colour, px, ratio))
