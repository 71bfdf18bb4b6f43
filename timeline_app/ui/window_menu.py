"""The menu at the end of the toolbar."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.ui.settings import Settings

GROUPS = (
    ("open", "open-folder", "recent", "chronicle", "reload"),
    ("export", "copy-image"),
    ("back", "forward", "jump", "today", "fit-event"),
    ("language", "theme", "text-larger", "text-smaller", "text-reset", "motion"),
    ("keys", "about", "quit"),
)


class WindowMenu(QMenu):
    """Groups of the actions; the collections opened last are looked up each time the menu opens."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        settings: Settings,
        open_path: Callable[[Path], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._open_path = open_path
        self._recent = QMenu(self)
        self.motion = QAction(self)
        self.motion.setCheckable(True)
        own = {"recent": self._recent.menuAction(), "motion": self.motion}
        for number, group in enumerate(GROUPS):
            if number:
                self.addSeparator()
            for name in group:
                self.addAction(own.get(name) or actions[name])
        self.aboutToShow.connect(self.refresh)
        self.dress()

    def dress(self) -> None:
        """Words in the present language."""
        self._recent.setTitle(self.tr("Open recent"))
        self.motion.setText(self.tr("Reduce motion"))

    def refresh(self) -> None:
        """List the collections that are still there."""
        self._recent.clear()
        for path in self._settings.recent:
            if Path(path).exists():
                action = self._recent.addAction(path.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, chosen=path: self._open_path(Path(chosen)))
        self._recent.setEnabled(not self._recent.isEmpty())
