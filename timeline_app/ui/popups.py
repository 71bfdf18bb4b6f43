"""What opens over the window: dialogs, the field to jump, the first hints; each is loaded when asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.ui.actions import key_sheet
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.settings import Settings
from timeline_app.ui.store import ViewStore

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from timeline_app.ui.hint import FirstRunHint
    from timeline_app.ui.jump import JumpField


class Popups(QObject):
    """Opens them over a window, on its store and library."""

    def __init__(
        self, window: QWidget, store: ViewStore, library: Library, navigator: Navigator, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._library = library
        self._navigator = navigator
        self._settings = settings
        self._jump: JumpField | None = None
        self.hint: FirstRunHint | None = None

    def open_jump(self, below: QWidget) -> None:
        """The field to jump to a date."""
        from timeline_app.ui.jump import JumpField

        if self._jump is None:
            self._jump = JumpField(self._navigator, self._window)
        self._jump.open_below(below)

    def open_export(self, saved: Callable[[object], object]) -> None:
        """The export dialog; ``saved`` hears of the file written."""
        from timeline_app.ui.export_dialog import ExportDialog

        dialog = ExportDialog(self._store, self._library, self._window)
        dialog.saved.connect(saved)
        _run(dialog)

    def open_keys(self) -> None:
        """The sheet of keys."""
        from timeline_app.ui.keys_sheet import KeysSheet

        _run(KeysSheet(key_sheet(), self._window))

    def open_about(self) -> None:
        """What the program is, and the licences."""
        from timeline_app.ui.about import AboutDialog

        _run(AboutDialog(self._library.dataset.manifest, self._window))

    def show_first_hint(self, over: QWidget) -> None:
        """The hints for who opens the program for the first time."""
        if self._settings.flag("hints_done"):
            return
        from timeline_app.ui.hint import FirstRunHint

        self.hint = FirstRunHint(over)
        self.hint.done.connect(self._forget_hint)
        self.hint.show()

    def _forget_hint(self) -> None:
        self.hint = None
        self._settings.put("hints_done", True)

    # -- collections

    def ask_file(self) -> Path | None:
        """A collection in one file."""
        from PySide6.QtWidgets import QFileDialog

        title, kind = self.tr("Open a collection"), self.tr("Collections (*.json)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._last_folder(), kind)
        return self._chosen(name)

    def ask_folder(self) -> Path | None:
        """A collection in a folder."""
        from PySide6.QtWidgets import QFileDialog

        title = self.tr("Open a folder with a collection")
        return self._chosen(QFileDialog.getExistingDirectory(self._window, title, self._last_folder()))

    def _last_folder(self) -> str:
        return self._settings.text("folder", QDir.homePath())

    def _chosen(self, name: str) -> Path | None:
        if not name:
            return None
        self._settings.put("folder", str(Path(name).parent))
        return Path(name)


def _run(dialog: "QDialog") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.exec()
