"""From a fault in a record to its file, line and column; files are read again only when there is one."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from timeline_app.files.decode import BOM, Bounds
from timeline_app.files.guarded import read_guarded
from timeline_app.files.outline import outline
from timeline_app.files.positions import Lines, Node, NotationError, read_tree, record_name
from timeline_app.files.problems import FieldPath, Location, Problem, shown_field, shown_value

NO_VALUE = object()  # a finding about something that is not there


class Finding(NamedTuple):
    """What is wrong in a record, before it is known where that record stands."""

    list: str
    record: str
    path: FieldPath
    value: object
    message: str
    row: int = 0  # of the record in the list in which it was found; for those who look at lists


class _HasId(msgspec.Struct):
    id: str


class Locator:
    """The places of all records of some files, found when first asked.

    ``bounds`` says where the records of a file stand if that is known already.
    """

    def __init__(self, files: Iterable[Path], bounds: Mapping[Path, Bounds] | None = None) -> None:
        self.files = tuple(files)
        self._bounds = dict(bounds or {})
        self._texts: dict[Path, str] = {}
        self._lines: dict[Path, Lines] = {}
        self._tree: tuple[Location | None, Node | None] = (None, None)  # of the place asked for last

    def problem(self, finding: Finding, place: Location | None = None) -> Problem:
        """The finding with its file, line and column; without ``place`` the first record with its id."""
        place = place or self._places.get((finding.list, finding.record))
        file, line, column = self._position(finding, place)
        return Problem(
            file=file,
            line=line,
            column=column,
            record=finding.record,
            field=shown_field(finding.path),
            value="" if finding.value is NO_VALUE else shown_value(finding.value),
            message=finding.message,
        )

    def line_of(self, place: Location) -> int:
        """The line on which a record begins."""
        return self._lines_of(place.file).at(place.start).line

    def place(self, name: str, file: Path, index: int) -> Location:
        """Where the record stands that comes at ``index`` among those of a list in a file."""
        bounds = self._bounds_of(file).get(name, [])
        return (
            Location(file, *bounds[index]) if index < len(bounds) else Location(file, 0, 0)
        )  # changed since

    def _position(self, finding: Finding, place: Location | None) -> tuple[Path, int, int]:
        if place is None:
            return (self.files[0] if self.files else Path(), 1, 1)
        start, tree = place.start, self._tree_at(place)
        if tree is not None:
            node = tree.find(finding.path)
            start = node.start if _holds(node.value, finding.value) else start
        return (place.file, *self._lines_of(place.file).at(start))

    def _lines_of(self, file: Path) -> Lines:
        if file not in self._lines:
            self._lines[file] = Lines(self._text_of(file))
        return self._lines[file]

    def _tree_at(self, place: Location) -> Node | None:
        """The record's values; kept for the next finding, which is often in the same record."""
        if self._tree[0] != place:
            text = self._text_of(place.file)
            try:
                self._tree = (place, read_tree(text, place.start, place.end))
            except NotationError:
                from timeline_app.files.slips import read_over_slips

                self._tree = (place, read_over_slips(text, place.start, place.end).tree)
        return self._tree[1]

    def _text_of(self, file: Path) -> str:
        if file not in self._texts:
            try:
                raw = read_guarded(file).removeprefix(BOM)
            except OSError:
                raw = b""
            self._texts[file] = raw.decode(errors="surrogateescape")
        return self._texts[file]

    def _bounds_of(self, file: Path) -> Bounds:
        if file not in self._bounds:
            found: Bounds = {}
            for member in outline(self._text_of(file)).members:
                whole = [(member.start, member.end)]
                found.setdefault(member.key, []).extend(whole if member.items is None else member.items)
            self._bounds[file] = found
        return self._bounds[file]

    @cached_property
    def _places(self) -> dict[tuple[str, str], Location]:
        """The first record with each id."""
        places: dict[tuple[str, str], Location] = {}
        for file in self.files:
            text = self._text_of(file)
            for name, bounds in self._bounds_of(file).items():
                for start, end in bounds:
                    key = (name, "" if name == "manifest" else _id_of(text, start, end))
                    places.setdefault(key, Location(file, start, end))
        return places


def _holds(found: object, value: object) -> bool:
    """Whether the value found at a path is the one meant: paths shift where references were dropped."""
    if value is NO_VALUE or isinstance(found, dict | list):
        return True
    if isinstance(found, str) and isinstance(value, str):
        return value in found
    return found == value


def _id_of(text: str, start: int, end: int) -> str:
    try:
        return msgspec.json.decode(text[start:end].encode(), type=_HasId).id
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return record_name(text, start, end)
