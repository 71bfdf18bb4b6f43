"""Events as lines for a terminal, in columns that hold for Hangul too."""

from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

from timeline_app.files.problems import one_line
from timeline_app.model.dataset import Dataset
from timeline_app.model.records import Event


def list_lines(dataset: Dataset, events: Iterable[Event], language: str) -> Iterator[str]:
    """Date, category, title and id of each event, in columns."""
    rows = [
        (
            event.date,
            one_line(dataset.category_of(event).title.in_language(language)),
            one_line(event.title.in_language(language)),
            event.id,
        )
        for event in events
    ]
    dates = max((width(row[0]) for row in rows), default=0)
    names = max((width(row[1]) for row in rows), default=0)
    for date, name, title, event_id in rows:
        yield f"{padded(date, dates)}  {padded(name, names)}  {title}  [{event_id}]"


def width(text: str) -> int:
    """Columns a terminal gives to a text: Hangul and Hanja take two."""
    return sum(0 if category(c) in ("Mn", "Me") else 1 + (east_asian_width(c) in "WF") for c in text)


def padded(text: str, columns: int) -> str:
    """``text`` filled with spaces to a number of columns."""
    return text + " " * (columns - width(text))
