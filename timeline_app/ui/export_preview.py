"""The preview of an export: the page itself, scaled down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.render.stamps import colour


class Preview(QWidget):
    """The exported page, scaled down to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._frame = "#000000"
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, frame: str) -> None:
        """Show another page, framed in a colour."""
        self._image, self._frame = image, frame
        self.update()

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(680, 420)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        fitting = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        picture = self._image.scaled(
            fitting * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        left, top = (self.width() - fitting.width()) // 2, (self.height() - fitting.height()) // 2
        with QPainter(self) as painter:
            painter.drawImage(left, top, picture)
            painter.setPen(QPen(colour(self._frame), 1))
            painter.drawRect(QRectF(left + 0.5, top + 0.5, fitting.width() - 1, fitting.height() - 1))
