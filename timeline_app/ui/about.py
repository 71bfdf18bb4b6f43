"""About the program: versions, how to cite the chronicle, and every licence with its text."""

import importlib.metadata
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__
from timeline_app.model.records import Manifest
from timeline_app.paths import data_folder, resources_folder
from timeline_app.ui.icons import icon
from timeline_app.ui.web import open_address

DISTRIBUTION = "inter-korean-timeline"
QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"
LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
MARK_PX = 44


class AboutDialog(QDialog):
    """``manifest`` is that of the open collection."""

    def __init__(self, manifest: Manifest, parent: QWidget | None = None, *, language: str = "") -> None:
        super().__init__(parent)
        self._manifest = manifest
        self._language = language or ("ko" if not self.tr("Version {version}").isascii() else "en")
        self.setWindowTitle(self.tr("About"))
        self.resize(620, 640)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 22, 24, 18)
        down.setSpacing(14)
        down.addLayout(self._header())
        down.addLayout(self._facts())
        down.addLayout(self._cite())
        self.licence = QComboBox()
        self.licence.setAccessibleName(self.tr("Licence"))
        self._texts = self._licences()
        self.licence.addItems(list(self._texts))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.licence.currentTextChanged.connect(self._show_licence)
        self._show_licence(self.licence.currentText())
        down.addWidget(self.licence)
        down.addWidget(self.text, 1)
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        down.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _header(self) -> QHBoxLayout:
        picture = QLabel()
        ink = self.palette().windowText().color().name()
        picture.setPixmap(
            icon("mark", ink, MARK_PX).pixmap(QSize(MARK_PX, MARK_PX), self.devicePixelRatioF())
        )
        name = _label(self.tr("Inter-Korean relations timeline"))
        name.setProperty("role", "title")
        version = _label(self.tr("Version {version}").format(version=__version__))
        version.setProperty("tone", "ink3")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(version)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(picture)
        across.addLayout(words, 1)
        return across

    def _facts(self) -> QGridLayout:
        manifest = self._manifest
        title = manifest.title.in_language(self._language)
        parts = (
            title,
            self.tr("version {version}").format(version=manifest.version) if manifest.version else "",
            manifest.licence or "",
        )
        version = QLibraryInfo.version().toString()
        qt = self.tr("Qt {version}, under the GNU Lesser General Public License 3.").format(version=version)
        freedom = self.tr("It is a library beside this program and can be replaced; its source is public.")
        rows = [
            (self.tr("Program"), self.tr("MIT licence")),
            (self.tr("Collection"), ", ".join(part for part in parts if part)),
            ("Qt", f"{qt} {freedom}"),
            (
                self.tr("Fonts"),
                self.tr("Pretendard, Timeline Serif, Nanum Myeongjo, Timeline Hanja: OFL 1.1"),
            ),
            (self.tr("Icons"), self.tr("Tabler Icons: MIT licence")),
        ]
        if manifest.verified_to:
            day = self.tr("{day}; time after it is hatched").format(day=manifest.verified_to)
            rows.insert(2, (self.tr("Verified to"), day))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (term, words) in enumerate(rows):
            head = _label(term)
            head.setProperty("tone", "ink3")
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(words, wrap=True), row, 1)
        return grid

    def _cite(self) -> QHBoxLayout:
        """How to cite the collection, with its own words if it has any."""
        across = QHBoxLayout()
        across.setSpacing(10)
        self.citation = self._citation()
        across.addWidget(_label(self.tr("Cite as: {citation}").format(citation=self.citation), wrap=True), 1)
        buttons = (
            (self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.citation)),
            (self.tr("Qt’s licence"), lambda: open_address(LGPL)),
            (self.tr("Qt’s source"), lambda: open_address(QT_SOURCE)),
        )
        for text, act in buttons:
            button = QPushButton(text)
            button.setProperty("kind", "link")
            button.clicked.connect(act)
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _citation(self) -> str:
        manifest = self._manifest
        if manifest.citation:
            return manifest.citation.in_language(self._language)
        version = self.tr("version {version}").format(version=manifest.version) if manifest.version else ""
        parts = (manifest.title.in_language(self._language), version, manifest.licence or "")
        return ", ".join(part for part in parts if part)

    # -- licences

    def _licences(self) -> dict[str, Path | str]:
        fonts = resources_folder() / "fonts"
        return {
            self.tr("Program (MIT)"): _program_licence(),
            self.tr("Chronicle (CC BY 4.0)"): data_folder() / "LICENSE",
            "Pretendard (OFL 1.1)": fonts / "OFL-Pretendard.txt",
            "Timeline Serif (OFL 1.1)": fonts / "OFL-TimelineSerif.txt",
            "Nanum Myeongjo (OFL 1.1)": fonts / "OFL-NanumMyeongjo.txt",
            "Timeline Hanja (OFL 1.1)": fonts / "OFL-TimelineHanja.txt",
            "Tabler Icons (MIT)": resources_folder() / "icons" / "LICENSE",
        }

    def _show_licence(self, name: str) -> None:
        found = self._texts.get(name, "")
        if isinstance(found, Path):
            try:
                found = found.read_text(encoding="utf-8")
            except (OSError, ValueError):
                found = self.tr("The file {file} could not be read.").format(file=found)
        self.text.setPlainText(found)


def _program_licence() -> Path | str:
    """The file in a checkout, else the text that an installed wheel carries."""
    checkout = resources_folder().parent / "LICENSE"
    if checkout.is_file():
        return checkout
    try:
        files = importlib.metadata.files(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == "LICENSE" and "data" not in file.parts and "resources" not in file.parts:
            return Path(str(file.locate()))
    return checkout


def _label(text: str, *, wrap: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if wrap:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
