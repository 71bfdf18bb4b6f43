"""What a window is opened with: a collection, read before Qt is loaded, and what to show of it."""

from pathlib import Path

from timeline_app.files.collection import Collection
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import Struct


class Opening(Struct, frozen=True):
    """A collection and the first view of it; ``None`` where nothing was asked for."""

    path: Path | None
    collection: Collection
    dataset: Dataset
    choice: EventFilter
    start: int | None = None
    end: int | None = None
    event: str | None = None
    language: str | None = None
