"""From a fault in a record to its file, line and column; files are read again only when there is one."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from timeline_app.files.decode import BOM
from timeline_app.files.guarded import read_guarded
from timeline_app.files.outline import outline
from timeline_app.files.positions import Lines, Node, NotationError, read_tree, record_name
from timeline_app.files.problems import Problem, shown_field, shown_path, shown_value

NO_VALUE = object()  # a finding about something that is not there


class Finding(NamedTuple):
    """What is wrong in a record, before it is known where that record stands."""

    list: str
    record: str
    path: tuple[str | int, ...]
    value: object
    message: str
    occurrence: int = 0  # which of the records with this id, where several share one


class _Place(NamedTuple):
    file: Path
    start: int
    end: int


class _HasId(msgspec.Struct):
    id: str


class Locator:
    """The places of all records of some files, found when first asked."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.files = tuple(files)
        self._texts: dict[Path, str] = {}
        self._lines: dict[Path, Lines] = {}
        self._places: dict[tuple[str, str], list[_Place]] = {}
        self._tree: tuple[_Place | None, Node | None] = (None, None)  # of the place asked for last
        self._read = False

    def problem(self, finding: Finding) -> Problem:
        """The finding with its file, line and column."""
        file, line, column = self._position(finding)
        return Problem(
            file=file,
            line=line,
            column=column,
            record=finding.record,
            field=shown_field(finding.path),
            value="" if finding.value is NO_VALUE else shown_value(finding.value),
            message=finding.message,
        )

    def shown(self, name: str, record: str) -> str:
        """``file:line`` of the first record with this id."""
        file, line, _ = self._position(Finding(name, record, (), NO_VALUE, ""))
        return f"{shown_path(file)}:{line}"

    def file_of(self, name: str, record: str) -> Path | None:
        """The file in which the first record with this id stands."""
        self._index()
        places = self._places.get((name, record))
        return places[0].file if places else None

    def _position(self, finding: Finding) -> tuple[Path, int, int]:
        self._index()
        places = self._places.get((finding.list, finding.record), [])
        if not places:
            return (self.files[0] if self.files else Path(), 1, 1)
        place = places[min(finding.occurrence, len(places) - 1)]
        text, start = self._texts[place.file], place.start
        tree = self._tree_at(place)
        if tree is not None:
            node = tree.find(finding.path)
            start = node.start if _holds(node.value, finding.value) else start
        if place.file not in self._lines:
            self._lines[place.file] = Lines(text)
        return (place.file, *self._lines[place.file].at(start))

    def _tree_at(self, place: _Place) -> Node | None:
        """The record's values; kept for the next finding, which is often in the same record."""
        if self._tree[0] != place:
            try:
                self._tree = (place, read_tree(self._texts[place.file], place.start, place.end))
            except NotationError:
                self._tree = (place, None)
        return self._tree[1]

    def _index(self) -> None:
        if self._read:
            return
        self._read = True
        for file in self.files:
            try:
                raw = read_guarded(file).removeprefix(BOM)
            except OSError:
                continue
            self._texts[file] = raw.decode(errors="surrogateescape")
            self._index_file(file)

    def _index_file(self, file: Path) -> None:
        text = self._texts[file]
        for member in outline(text).members:
            if member.items is None:
                self._places.setdefault((member.key, ""), []).append(_Place(file, member.start, member.end))
            for start, end in member.items or ():
                self._places.setdefault((member.key, _id_of(text, start, end)), []).append(
                    _Place(file, start, end)
                )


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
