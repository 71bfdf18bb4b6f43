"""A record that is left out for its faults: all in it that can be read is checked like the others."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from timeline_app.files.problems import FieldPath, Location


class LeftOut(NamedTuple):
    """A record of ``list`` that is not shown, what can be read of it, and where it stands.

    ``record`` is whole in form: what is ``unsound`` in it, or missing, is hollow (see ``files.remains``).
    """

    list: str
    name: str  # as messages name it: its id, if that can be read
    record: Any
    unsound: frozenset[FieldPath]
    place: Location | int  # or its row among the records of the list that have no fault of type

    def open_to(self, paths: Iterable[FieldPath]) -> Iterator[bool]:
        """For each path whether something new can be said there: nothing in or around it is unsound."""
        around = {path[:length] for path in self.unsound for length in range(len(path))}
        for path in paths:
            inside = any(path[:length] in self.unsound for length in range(len(path) + 1))
            yield path not in around and not inside

    @property
    def has_sure_excerpts(self) -> bool:
        """Whether a source's excerpts are those of ``record``: no fault hides one or its id."""
        names = type(self.record).__struct_encode_fields__
        return all(
            path[0] in names and (path[0] != "excerpts" or (len(path) > 2 and path[2] != "id"))
            for path in self.unsound
        )
