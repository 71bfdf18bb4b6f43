"""A small collection in a file, and the parts of a window on it, for the tests of the window."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.files.collection import read_collection
from timeline_app.files.opening import Opening
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.store import ViewStore

IGNORED = r"This plugin does not support (propagateSizeHints|raise|grabbing)"  # the one without a screen
DAY = 86_400.0
LANES = (
    ("talks", "dialogue", "circle", "대화"),
    ("families", "dialogue", "cross", "이산가족"),
    ("border", "security", "diamond", "접경"),
    ("nuclear", "security", "triangle", "핵"),
)
DATED = (  # id, date, category, actors
    ("summit", "2007-10-02/2007-10-04", "talks", ("south", "north")),
    ("deal", "2015-08-25", "talks", ("south", "north")),
    ("contest", "2015-09-02", "talks", ("north",)),
    ("offer", "2015-11-20", "talks", ("north",)),
    ("reunion", "2015-10-20/2015-10-26", "families", ("red-cross",)),
    ("list", "2015-09-08", "families", ("red-cross",)),
    ("mines", "2015-08-04", "border", ("north",)),
    ("shells", "2015-08-20", "border", ("north", "south")),
    ("loudspeakers", "2016-01-08", "border", ("south",)),
    ("first-test", "2006-10-09", "nuclear", ("north",)),
    ("fourth-test", "2016-01", "nuclear", ("north",)),
    ("letter", "2015-08", "talks", ()),
)
EVENT_IDS = frozenset(row[0] for row in DATED)


def collection_record() -> dict[str, Any]:
    """The collection as JSON would have it."""
    events = [
        {
            "id": name,
            "date": date,
            "title": {"en": f"The {name}", "ko": f"사건 {name}"},
            "category": category,
            "actors": list(actors),
            "importance": 5 if name in ("deal", "summit") else 3,
        }
        for name, date, category, actors in DATED
    ]
    deal = next(event for event in events if event["id"] == "deal")
    deal["cites"] = [{"excerpt": "text#1"}, {"excerpt": "text#2"}]
    deal["relations"] = [{"type": "settles", "to": "mines"}]
    deal["readings"] = [
        {
            "about": "meaning",
            "party": party,
            "date": "2015-09-02",
            "gist": {"en": gist},
            "excerpt": "text#1",
        }
        for party, gist in (("south", "An apology."), ("north", "Sympathy."))
    ]
    return {
        "categories": [
            {
                "id": name,
                "title": {"en": name.title(), "ko": korean},
                "half": half,
                "shape": shape,
                "colour": {"light": "#1746A6", "dark": "#4A7EEA"},
            }
            for name, half, shape, korean in LANES
        ],
        "actors": [
            {"id": "south", "name": {"en": "South Korea", "ko": "남한"}, "kind": "state"},
            {"id": "north", "name": {"en": "North Korea", "ko": "북한"}, "kind": "state"},
            {
                "id": "red-cross",
                "name": {"en": "Red Cross", "ko": "적십자"},
                "kind": "organisation",
                "part_of": "south",
            },
        ],
        "sources": [
            {
                "id": "text",
                "kind": "agreement",
                "title": {"en": "The joint text"},
                "publisher": "KCNA",
                "date": "2015-08-25",
                "language": "en",
                "url": "https://example.org/text",
                "excerpts": [
                    {
                        "id": "1",
                        "locator": "¶ 1",
                        "summary": {"en": "The North voiced regret."},
                        "path": "published",
                        "speaker": "Kim",
                        "texts": [{"language": "en", "exact": "expressed regret over the mines"}],
                    },
                    {
                        "id": "2",
                        "locator": "¶ 2",
                        "summary": {"en": "Talks without regret."},
                        "path": "published",
                    },
                ],
            }
        ],
        "events": events,
    }


def write(file: Path, record: dict[str, Any] | None = None) -> Path:
    """Write a collection as editors do: into another file, which then takes the place of the first."""
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(json.dumps(collection_record() if record is None else record), encoding="utf-8")
    return fresh.replace(file)


def opening(path: Path | None, chronicle: Path, **asked: Any) -> Opening:
    """What a window is started with."""
    collection = read_collection(path, chronicle=chronicle)
    asked.setdefault("choice", EventFilter())
    return Opening(path=path, collection=collection, dataset=Dataset(collection), **asked)


class Bench:
    """A store, library and navigator without a window; motions are over at once."""

    def __init__(self, folder: Path, record: dict[str, Any] | None = None) -> None:
        self.file = write(folder / "own.json", record)
        self.library = Library(folder, opening(self.file, folder))
        start, end = whole_range(self.library.dataset.extent)
        self.store = ViewStore(ViewState(start, end - start))
        self.navigator = Navigator(self.store, self.library)
        self.navigator.reduced_motion = True

    @property
    def state(self) -> ViewState:
        return self.store.state

    def show(self, start: str, end: str) -> None:
        """Show from the start of one day to the start of another."""
        from timeline_app.dates.typed import read_typed_date

        span = read_typed_date(start).start, read_typed_date(end).start
        self.store.replace(self.state.showing(*span))

    def look(self, **look: Any) -> None:
        """Change language, theme, text size or switches."""
        self.store.replace(replace(self.state, **look))


def wheel(
    widget: QWidget, x: float, y: float, *, up: int = 0, right: int = 0, shift: bool = False
) -> QWheelEvent:
    """Turn the wheel over a widget, in eighths of a degree: 120 is a notch."""
    place = QPointF(x, y)
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(-right, up),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event
