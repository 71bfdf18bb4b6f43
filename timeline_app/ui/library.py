"""The open collection: its dataset, the questions one can ask of it, and its faults."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app.files.collection import Collection, read_collection
from timeline_app.files.opening import Opening
from timeline_app.files.problems import Problem
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import FilterEngine


class Library(QObject):
    """Holds what is open; ``opened`` is emitted whenever it was read, anew or again."""

    opened = Signal()
    faulted = Signal()  # the files cannot be read any more; what was read before stays

    def __init__(self, chronicle: Path, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chronicle = chronicle
        self._is_gone = False
        self.path: Path | None = opening.path
        self.collection: Collection = opening.collection
        self.problems: Sequence[Problem] = opening.collection.problems
        self.dataset: Dataset = opening.dataset
        self.engine = FilterEngine(opening.dataset)

    @property
    def key(self) -> str:
        """The same text for the same collection, from whatever folder it was opened."""
        return "" if self.path is None else str(self.path.absolute())

    @property
    def is_gone(self) -> bool:
        """Whether what is open was not there any more when it was last read."""
        return self._is_gone

    def open(self, path: Path | None) -> None:
        """Read a collection, or the chronicle for ``None``; faults are kept beside what could be read."""
        self.path = path
        self._show(self._read())

    def reload(self) -> None:
        """Read the same collection again; files that became unreadable leave the events as they were."""
        collection = self._read()
        if collection.problems and not collection.events and len(self.dataset):
            self.problems = collection.problems
            self.faulted.emit()
        else:
            self._show(collection)

    def read_excerpts(self) -> None:
        """Read now what the start of the window has left in the files, before somebody asks for it."""
        _ = self.dataset.sources

    def recheck(self) -> None:
        """Read the chronicle once more with every guard, which the start of the window leaves out."""
        if self.path is None:
            collection = read_collection(None, chronicle=self._chronicle, log=False)
            if collection.problems:
                self._show(collection)

    def _read(self) -> Collection:
        self._is_gone = self.path is not None and not self.path.exists()
        return read_collection(self.path, chronicle=self._chronicle, log=False)

    def _show(self, collection: Collection) -> None:
        self.collection = collection
        self.problems = collection.problems
        self.dataset = Dataset(collection)
        self.engine = FilterEngine(self.dataset)
        self.opened.emit()
