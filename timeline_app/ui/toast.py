"""A notice over the foot of the timeline: what was just done, and one thing that can be done about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QDesktopServices,
    QEnterEvent,
    QHideEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from timeline_app.ui.icons import icon, icon_picture

SHOWN_MS = 6_000
FADE_MS = 120
MARGIN_PX, GAP_PX, BORDER_PX = 20, 8, 1
LEAST_PX = 120


class Toast(QFrame):
    """Goes by itself after some seconds, but not from under the pointer or while it has the keys."""

    def __init__(self, over: QWidget, reduced_motion: Callable[[], bool] = lambda: False) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # what lies under it is not meant
        self._over, self._reduced_motion = over, reduced_motion
        self._act: Callable[[], object] | None = None
        self._picture, self.title = QLabel(), QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.action = QPushButton()
        self.action.setProperty("kind", "link")
        self.action.setCursor(Qt.CursorShape.PointingHandCursor)
        self.action.clicked.connect(self._run_action)
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 5, 5, 5)
        across.setSpacing(9)
        for widget in (self._picture, self.title, self.action, self._close):
            across.addWidget(widget, 1 if widget is self.title else 0)
        for button in (self.action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self._shade = QGraphicsOpacityEffect(self)
        self._shade.setEnabled(False)
        self.setGraphicsEffect(self._shade)
        self._fade = QPropertyAnimation(self._shade, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        over.installEventFilter(self)
        self._name()
        self.hide()

    def _name(self) -> None:
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))

    # -- messages

    def show_notice(self, text: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what was done; ``link`` names what can be done about it."""
        self._act = act
        self.title.setText(text)
        self.setAccessibleName(text)
        self.action.setText(link)
        self.action.setVisible(act is not None)
        self._stay()
        self._dress()
        self.show()
        self.place()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_saved(self, path: object) -> None:
        """Say where a file was written."""
        file = Path(str(path))
        self.show_notice(
            self.tr("Saved {name}").format(name=file.name),
            self.tr("Show file"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))),
        )

    def _run_action(self) -> None:
        if self._act is not None:
            self._act()

    # -- coming and going

    def _stay(self) -> None:
        self._fade.stop()
        self._shade.setEnabled(False)

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()  # it is being read or used; ask again later
        elif self._reduced_motion():
            self.hide()
        else:
            self._shade.setEnabled(True)
            self._fade.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # QWidget
        if self._fade.state() == QPropertyAnimation.State.Running:
            self._stay()
            self._timer.start()
        super().enterEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # QWidget
        self.place()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # QWidget
        self._timer.stop()
        self._stay()
        super().hideEvent(event)

    # -- looks

    def place(self) -> None:
        """At the foot of what it lies over, in the middle, clear of the hints."""
        room = max(self._over.width() - 2 * MARGIN_PX, LEAST_PX)
        for widget in (self, self.title, self.action, self._close):
            widget.ensurePolished()  # sizes are those of the style sheet
        parts = [w for w in (self._picture, self.action, self._close) if not w.isHidden()]
        across = self.layout()
        assert isinstance(across, QHBoxLayout)
        margins = across.contentsMargins()
        beside = sum(w.sizeHint().width() + across.spacing() for w in parts)
        beside += margins.left() + margins.right() + 2 * BORDER_PX
        natural = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 2
        width = max(min(natural + beside, room), LEAST_PX)
        self.resize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))
        foot = self._over.height() - MARGIN_PX
        hint = self._over.findChild(QFrame, "hint")
        if hint is not None and hint.isVisible():
            foot = hint.y() - GAP_PX
        self.move((self._over.width() - self.width()) // 2, foot - self.height())

    def _dress(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._picture.setPixmap(icon_picture("check", ink, 16, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", quiet, 14))
        self._close.setIconSize(QSize(14, 14))

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # QObject
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
