"""Says what to undo where a filter or a range leaves no event."""

from PySide6.QtCore import QObject

from timeline_app.model.filter import EventFilter, FilterEngine
from timeline_app.model.holding import RANGE, holding
from timeline_app.model.view import ViewState


class HeldBack(QObject):
    """Names the search, the filters and the range by their headings in the window."""

    def lines(self, engine: FilterEngine, view: ViewState, total: int) -> list[str]:
        """One line for each part that would show events again if it were undone."""
        found = holding(engine, view.filter, view.start, view.end)
        lines = []
        for part, count in found.freed.items():
            if part == RANGE:
                text = self.tr("In the whole range: {n} of {total} events.")
                lines.append(text.format(n=count, total=total))
            else:
                text = self.tr("Without {part}: {n} of {total} events.")
                lines.append(text.format(part=self.name(part, view.filter), n=count, total=total))
        named = [self.name(part, view.filter) for part in found.together if part != RANGE]
        if total and named:
            text = self.tr("Together these leave nothing: {parts}. Reset the filters to see all events.")
            lines.append(text.format(parts=", ".join(named)))
        return lines

    def name(self, part: str, choice: EventFilter) -> str:
        """A part of a filter by its heading in the window."""
        if part == "text":
            return self.tr("the search “{query}”").format(query=choice.text.strip())
        headings = {
            "categories": self.tr("Categories"),
            "actors": self.tr("Actors"),
            "certainty": self.tr("Certainty of the date"),
            "dispute": self.tr("Readings"),
            "dates": self.tr("Dates"),
        }
        return self.tr("the filter “{name}”").format(name=headings[part])
