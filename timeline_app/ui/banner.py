"""A message above the timeline: faults of the open collection."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.files.problems import Problem
from timeline_app.layout.style import DARK_PALETTE, LIGHT_PALETTE, Palette
from timeline_app.ui.icons import icon, icon_picture

FAULTS_NAMED = 2  # in the banner itself; the dialog has them all
DARK_BELOW = 128  # lightness of a window whose theme is dark


class Banner(QFrame):
    """Names the faults until they are mended or it is closed."""

    reload_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._problems: tuple[Problem, ...] = ()
        self._shown_count = 0
        self._is_gone = False
        self._picture = QLabel()
        self.title = QLabel()
        self.details = QLabel()
        self.rest = QLabel()
        self.show_lines = self._link(self._open_lines)
        self.reload = self._link(self.reload_requested.emit)
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self._name()
        self.hide()

    def _link(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        for label in (self.title, self.details, self.rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
        self.title.setStyleSheet("font-weight: 600")
        self.rest.setProperty("tone", "ink2")
        self.rest.setWordWrap(False)
        self.details.setProperty("tone", "ink2")
        links = QHBoxLayout()
        links.setSpacing(12)
        for widget in (self.show_lines, self.reload, self.rest):
            links.addWidget(widget)
        links.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.title)
        middle.addWidget(self.details)
        middle.addLayout(links)
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 10, 8, 10)
        across.setSpacing(12)
        across.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(middle, 1)
        across.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _name(self) -> None:
        self.show_lines.setText(self.tr("Show lines"))
        self.reload.setText(self.tr("Reload"))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            if self._problems:
                self._say_problems()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    # -- messages

    def show_problems(self, problems: Sequence[Problem], shown_count: int, *, is_gone: bool = False) -> None:
        """Say what could not be read as it stands, and how many events are shown all the same.

        ``is_gone`` if there is nothing to read any more: then no line of it can be named.
        """
        self._problems, self._shown_count, self._is_gone = tuple(problems), shown_count, is_gone
        if not self._problems:
            self.hide()
            return
        self._say_problems()
        self._dress()
        self.show()

    def _say_problems(self) -> None:
        self.title.setText(self._headline())
        named = () if self._is_gone else self._problems[:FAULTS_NAMED]
        self.details.setText(" ".join(map(self._fault, named)))
        self.details.setVisible(bool(named))
        self.show_lines.setVisible(bool(named))
        self.rest.setText(self._remainder())

    def _headline(self) -> str:
        """How many records of which file; a record with several faults counts once."""
        files = list(dict.fromkeys(problem.file for problem in self._problems))
        records = len({(problem.file, problem.record) for problem in self._problems})
        name = files[0].name or str(files[0])
        if self._is_gone:
            return self.tr("{file} has been moved or deleted").format(file=name)
        if not any(problem.record for problem in self._problems):
            if len(files) == 1:
                return self.tr("{file} could not be read").format(file=name)
            return self.tr("{n} files could not be read").format(n=len(files))
        if len(files) > 1:
            text = self.tr("{n} records in {files} files could not be read as they stand")
            return text.format(n=records, files=len(files))
        if records == 1:
            return self.tr("1 record in {file} could not be read as it stands").format(file=name)
        return self.tr("{n} records in {file} could not be read as they stand").format(n=records, file=name)

    def _fault(self, problem: Problem) -> str:
        if not problem.record and (problem.line, problem.column) == (1, 1):  # the file as a whole
            return f"{problem.message[:1].upper()}{problem.message[1:]}".rstrip(".") + "."
        where = ", ".join(part for part in (problem.record, problem.field) if part)
        value = f"{problem.value} " if problem.message.startswith(("is ", "are ", "has ")) else ""
        what = f"{where}: {value}{problem.message}" if where else problem.message
        return self.tr("Line {line}: {what}.").format(line=problem.line, what=what.rstrip("."))

    def _remainder(self) -> str:
        if self._shown_count == 0:
            return self.tr("No event can be shown.")
        if self._is_gone:
            return self.tr("The events shown are those last read from it.")
        if self._shown_count == 1:
            return self.tr("1 event is shown.")
        return self.tr("{n} events are shown.").format(n=f"{self._shown_count:,}")

    def _dress(self) -> None:
        palette = self._tokens()
        self._picture.setPixmap(icon_picture("alert-triangle", palette.error, 18, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", palette.ink2, 16))
        self._close.setIconSize(QSize(16, 16))

    def _tokens(self) -> Palette:
        ground = self.palette().color(QPalette.ColorRole.Window)
        return DARK_PALETTE if ground.lightness() < DARK_BELOW else LIGHT_PALETTE

    def _open_lines(self) -> None:
        dialog = ProblemLines(self._problems, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class ProblemLines(QDialog):
    """Every fault in a line of its own, as the command line prints it."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Faults in the collection"))
        self.resize(860, 460)
        self.lines = QPlainTextEdit("\n".join(map(str, problems)))
        self.lines.setReadOnly(True)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setAccessibleName(self.windowTitle())
        copy = QPushButton(self.tr("Copy"))
        copy.setProperty("kind", "secondary")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.lines.toPlainText()))
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(copy)
        below.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 20, 20, 16)
        down.setSpacing(12)
        down.addWidget(self.lines, 1)
        down.addLayout(below)
