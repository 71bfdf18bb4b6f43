"""Tells when the files of the open collection change, also after an editor has replaced one."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

DEBOUNCE_MS = 150


class FileWatcher(QObject):
    """Watches files and their folders; ``changed`` is emitted once for a burst of changes.

    An editor that saves by replacing makes Qt forget the file, so the folder is watched too and the
    files are added again. In place of a folder that is gone, what it lay in is watched until it is back.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._files: tuple[Path, ...] = ()
        self._folder: Path | None = None
        self._missing = False  # whether a folder of theirs is gone
        self._seen: dict[Path, tuple[int, ...]] = {}
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DEBOUNCE_MS)
        self._delay.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _path: self._delay.start())
        self._watcher.directoryChanged.connect(lambda _path: self._delay.start())

    def watch(self, files: Iterable[Path], folder: Path | None) -> None:
        """Watch these files and, for a collection that is a folder, what appears in it."""
        self._files = tuple(files)
        self._folder = folder
        self._attach()
        now = self._stamps()
        kept = {file: stamp for file, stamp in self._seen.items() if file in self._files or file in now}
        self._seen = {**now, **kept}
        if self._seen != now:  # they changed again while they were read
            self._delay.start()

    def _attach(self) -> None:
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        folders = {file.parent for file in self._files}
        if self._folder is not None:
            folders.add(self._folder)
        self._missing = not all(folder.is_dir() for folder in folders)
        present = {
            next((place for place in (folder, *folder.parents) if place.is_dir()), None) for folder in folders
        }
        self._watcher.addPaths(
            [str(path) for path in (*self._files, *present) if path is not None and path.exists()]
        )

    def _stamps(self) -> dict[Path, tuple[int, ...]]:
        files = set(self._files)
        if self._folder is not None and self._folder.is_dir():
            files.update(self._folder.glob("*.json"))
            files.update(self._folder.glob("*/*.json"))
        stamps: dict[Path, tuple[int, ...]] = {}
        for file in files:
            try:
                found = file.stat()
            except OSError:
                continue
            stamps[file] = (found.st_mtime_ns, found.st_size, found.st_ino)
        return stamps

    def _look(self) -> None:
        if self._missing:
            self._attach()
        now = self._stamps()
        if now != self._seen:
            self._seen = now
            self._attach()  # a replaced file is not watched any more
            self.changed.emit()
