"""Read a collection: the chronicle, a folder of the same layout, or one file."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from msgspec import Struct

from timeline_app.dates.edtf import EdtfDate, EdtfError
from timeline_app.files.clocks import ClockCheck
from timeline_app.files.decode import MAX_PROBLEMS, MEMBERS, Bounds, Decoded, decode_file, decode_sources
from timeline_app.files.guarded import RefusedError, read_guarded
from timeline_app.files.left_out import LeftOut
from timeline_app.files.locate import NO_VALUE, Finding, Locator
from timeline_app.files.problems import Location, Problem, shown_path
from timeline_app.files.references import drop_repeated_excerpts, mend, repeated_excerpts
from timeline_app.files.values import ValueChecks
from timeline_app.model.records import (
    Actor,
    Category,
    Event,
    File,
    Manifest,
    Period,
    Place,
    Series,
    Source,
    Verification,
)

LOG_FILE = "verification.json"
SUBFOLDERS = ("events", "sources")
LISTS = (*MEMBERS, "manifest")
NAMELESS = ("verifications", "manifest")  # their records have no id
BORROWED = -1  # the row of a record of the chronicle in another collection
VOCABULARIES = ("categories", "actors", "places", "series")


class Collection(Struct, frozen=True, eq=False, kw_only=True):
    """Everything of a collection that can be used, and every fault of the rest.

    ``files`` are the collection's own files as read, for watching; ``dates`` every date text, parsed.
    """

    path: Path
    manifest: Manifest | None = None
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    categories: tuple[Category, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    series: tuple[Series, ...] = ()
    verifications: tuple[Verification, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    dates: Mapping[str, EdtfDate] = {}
    has_excerpts: bool = True

    def whole_sources(self) -> tuple[Source, ...]:
        """The sources with their excerpts, which the reading before the first frame leaves in the files."""
        if self.has_excerpts:
            return self.sources
        whole: dict[str, Source] = {}
        for file in self.files:
            with suppress(OSError, ValueError):
                whole |= {source.id: source for source in decode_sources(read_guarded(file))}
        return tuple(whole.get(head.id, head) for head in self.sources)


def read_collection(
    path: Path | None, *, chronicle: Path, log: bool = True, guarded: bool = True
) -> Collection:
    """The collection at ``path``, or the chronicle; its faults are in ``problems`` and never raised.

    Without ``log``, a folder's log of verification is left unread: only checks need it. ``guarded`` is
    explained in ``decode_file``.
    """
    reading = _Reading(chronicle if path is None else path, log=log, guarded=guarded)
    if path is not None and not _is_same(path, chronicle):
        reading.borrow(chronicle)
    return reading.collection()


def data_files(path: Path) -> list[Path]:
    """The files of a collection in the order of reading: the file itself, or those of the folder's layout."""
    if not path.is_dir():
        return [path]
    return [file for folder in _folders(path) for file in _json_files(folder)]


def _folders(path: Path) -> list[Path]:
    return [path, *(path / name for name in SUBFOLDERS)]


def _json_files(folder: Path) -> list[Path]:
    """The data files of one folder, none if there is no such folder; ``OSError`` if it cannot be read."""
    try:
        files = sorted(folder.iterdir())  # Path.glob passes over what it may not read
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [file for file in files if fnmatch(file.name, "*.json") and not file.name.startswith(".")]


class _Reading:
    """The state of one reading: lists as they grow and shrink, and findings that wait for their place.

    A *row* counts the records of one list over all files, without those left out for faults of type;
    ``rows`` holds the rows of the records in ``lists``, of which some are dropped.
    """

    def __init__(self, path: Path, *, log: bool, guarded: bool = True) -> None:
        self.path = path
        self.guarded = guarded
        self.problems: list[Problem] = []
        self.lists: dict[str, list[Any]] = {name: [] for name in LISTS}
        self.origins: dict[str, list[tuple[int, Path]]] = {name: [] for name in LISTS}  # first row and file
        self.rows: dict[str, Sequence[int]] = {}
        self.bounds: dict[Path, Bounds] = {}
        self.lost: set[tuple[str, str]] = set()
        self.is_gone = False
        self.left_out: list[LeftOut] = []
        self.found: list[tuple[Finding, Location | int]] = []  # with the place of its record, or its row
        self.checks = ValueChecks(thorough=guarded)
        files = self.data_files(path)
        self.files = tuple(self.read(file) for file in files if log or file.name != LOG_FILE)
        self.ranks = {file: rank for rank, file in enumerate(self.files)}
        self.locator = Locator(self.files, self.bounds)
        self.check_values()

    def data_files(self, path: Path) -> list[Path]:
        files: list[Path] = []
        told = len(self.problems)
        try:
            if not path.is_dir():
                return [path]
        except (OSError, ValueError) as error:
            self.tell(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
            return []
        for folder in _folders(path):
            try:
                files += _json_files(folder)
            except OSError as error:
                self.tell(folder, f"cannot be read: {error.strerror or error}")
        if not files and len(self.problems) == told:
            self.tell(path, "this folder holds no JSON file; expected events/*.json or a file with events")
        return files

    def read(self, file: Path) -> Path:
        decoded = self.decode(file)
        for name in MEMBERS:
            self.take(name, getattr(decoded.file, name), file)
        if decoded.file.manifest:
            self.take("manifest", (decoded.file.manifest,), file)
        self.problems += decoded.problems
        self.lost |= decoded.lost
        self.left_out += decoded.left_out
        if decoded.bounds is not None:
            self.bounds[file] = decoded.bounds
        return file

    def take(self, name: str, records: tuple[Any, ...], file: Path) -> None:
        if records:
            self.origins[name].append((len(self.lists[name]), file))
            self.lists[name] += records

    def decode(self, file: Path) -> Decoded:
        try:
            return decode_file(file, read_guarded(file), guarded=self.guarded)
        except RefusedError as error:
            hint = "; expected a folder or a JSON file" if error.strerror == "is not a file" else ""
            self.tell(file, f"{error.strerror}{hint}")
        except FileNotFoundError:
            self.is_gone = file == self.path
            self.tell(file, "no such file or folder")
        except (OSError, ValueError) as error:
            self.tell(file, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        except MemoryError:
            self.tell(file, "is too large for the memory of this machine")
        return Decoded(File())

    def check_values(self) -> None:
        """Whatever can be said of a record by itself, and of those that share an id."""
        for left in self.left_out:
            self.find_in(left, self.checks.findings(left.list, left.record))
        for name in LISTS:
            self.check_list(name)
        clocks = ClockCheck(self.checks.dates)
        for left in self.left_out:
            if left.list == "sources":
                self.find_in(left, repeated_excerpts(left.record))
            elif left.list == "events" and self.guarded:
                self.find_in(left, clocks.findings(left.record))
        if self.guarded:
            self.find(clocks.drop_wrong(self.lists["events"]))
            self.find(drop_repeated_excerpts(self.lists["sources"]))

    def check_list(self, name: str) -> None:
        """Leave out records with values that mean nothing, and of the others all but the first of each id."""
        records = self.lists[name]
        is_sound = self.checks.pass_at_a_glance(name, records)
        rows = () if is_sound else enumerate(records)
        wrong = {row: found for row, record in rows if (found := self.checks.findings(name, record))}
        gone = wrong.keys() | self.repeated(name, wrong)
        self.rows[name] = (
            [row for row in range(len(records)) if row not in gone] if gone else range(len(records))
        )
        for row in sorted(gone):
            findings = wrong.get(row, [])
            self.found += [(finding, row) for finding in findings]
            unsound = frozenset(finding.path for finding in findings)
            self.left_out.append(LeftOut(name, getattr(records[row], "id", ""), records[row], unsound, row))
            if unsound:
                self.lost.add((name, self.left_out[-1].name))
        if gone:
            self.lists[name] = [records[row] for row in self.rows[name]]

    def repeated(self, name: str, wrong: Container[int]) -> set[int]:
        """Tell every id that is taken; the rows of the sound records that an earlier sound one excludes."""
        if name in NAMELESS:
            return set()
        ids = [record.id for record in self.lists[name]]
        left_out = [left for left in self.left_out if left.list == name and left.record.id is not None]
        if len({*ids, *(left.record.id for left in left_out)}) == len(ids) + len(left_out):
            return set()
        spots: dict[str, list[Location | int]] = {}
        for row, record_id in enumerate(ids):
            spots.setdefault(record_id, []).append(row)
        for left in left_out:
            spots.setdefault(left.record.id, []).append(left.place)
        gone: set[int] = set()
        for record_id, shared in spots.items():
            if len(shared) > 1:
                self.tell_shared(name, record_id, shared)
                gone.update([row for row in shared if isinstance(row, int) and row not in wrong][1:])
        return gone

    def tell_shared(self, name: str, record_id: str, spots: list[Location | int]) -> None:
        first, *others = sorted((self.place(name, spot) for spot in spots), key=self.rank)
        taken = f"{shown_path(first.file)}:{self.locator.line_of(first)}"
        message = f"this id is taken by {taken}; an id names one record"
        self.found += [(Finding(name, record_id, ("id",), record_id, message), place) for place in others]

    def find(self, findings: Iterable[Finding]) -> None:
        """Findings about records of ``lists``."""
        for finding in findings:
            rows = self.rows[finding.list]
            self.found.append((finding, rows[finding.row] if finding.row < len(rows) else BORROWED))

    def find_in(self, left: LeftOut, findings: list[Finding]) -> None:
        """Findings about a record that is left out, unless they follow from what is told of it."""
        for finding, is_new in zip(findings, left.open_to(finding.path for finding in findings), strict=True):
            if is_new:
                self.found.append((finding._replace(record=left.name), left.place))

    def borrow(self, chronicle: Path) -> None:
        """Take from the chronicle what its vocabularies have and this collection lacks."""
        for name in VOCABULARIES:
            file = chronicle / f"{name}.json"
            if file.is_file():
                shared = _Reading(file, log=False)
                own = {record.id for record in self.lists[name]}
                self.lists[name] += [record for record in shared.lists[name] if record.id not in own]
                self.lost |= shared.lost
                self.problems += [*shared.problems, *shared.placed()]

    def collection(self) -> Collection:
        mended = mend(self.lists, self.lost, self.left_out, has_excerpts=self.guarded)
        self.find(mended.findings)
        for left, findings in zip(self.left_out, mended.left_out, strict=True):
            self.find_in(left, findings)
        self.problems += self.placed()
        self.problems.sort(
            key=lambda problem: (self.ranks.get(problem.file, -1), problem.line, problem.column)
        )
        if not self.lists["events"] and not self.is_gone:  # which is told already
            self.tell(self.path, "holds no event that can be shown; expected at least one in 'events'")
        parsed = self.checks.dates.items()
        return Collection(
            path=self.path,
            manifest=next(iter(self.lists["manifest"]), None),
            problems=tuple(self.problems),
            files=self.files,
            dates={text: date for text, date in parsed if not isinstance(date, EdtfError)},
            has_excerpts=self.guarded,
            **{name: tuple(self.lists[name]) for name in MEMBERS},
        )

    def placed(self) -> Iterator[Problem]:
        """The findings with their places, in the order of the records, as many of a file as anybody reads."""
        by_place = [(self.place(finding.list, spot), finding) for finding, spot in self.found]
        by_place.sort(key=lambda found: self.rank(found[0]))
        for _, group in groupby(by_place, key=lambda found: found[0].file):
            for place, finding in islice(group, MAX_PROBLEMS):
                yield self.locator.problem(finding, place)
            untold = list(group)
            if untold:
                message = f"{len(untold)} more faults are in this file; mend those told here first"
                place, finding = untold[0]
                yield self.locator.problem(Finding(finding.list, "", (), NO_VALUE, message), place)

    def place(self, name: str, spot: Location | int) -> Location:
        if isinstance(spot, Location):
            return spot
        if spot == BORROWED:
            return Location(self.files[0] if self.files else self.path, 0, 0)
        first, file = self.origins[name][bisect_right(self.origins[name], spot, key=itemgetter(0)) - 1]
        return self.locator.place(name, file, spot - first)

    def rank(self, place: Location) -> tuple[int, int]:
        return self.ranks.get(place.file, -1), place.start

    def tell(self, file: Path, message: str) -> None:
        self.problems.append(Problem(file=file, message=message))


def _is_same(path: Path, chronicle: Path) -> bool:
    try:
        return path.samefile(chronicle)
    except (OSError, ValueError):
        return False
