"""Read a collection: the chronicle, a folder of the same layout, or one file."""

from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from msgspec import Struct

from timeline_app.dates.edtf import EdtfDate, EdtfError
from timeline_app.files.clocks import drop_wrong_clocks
from timeline_app.files.decode import MEMBERS, Decoded, decode_file
from timeline_app.files.guarded import RefusedError, read_guarded
from timeline_app.files.locate import Finding, Locator
from timeline_app.files.problems import Problem
from timeline_app.files.references import drop_repeated, drop_repeated_excerpts, mend
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
    """The state of one reading: lists as they grow and shrink, and findings that wait for their place."""

    def __init__(self, path: Path, *, log: bool, guarded: bool = True) -> None:
        self.path = path
        self.guarded = guarded
        self.problems: list[Problem] = []
        self.lists: dict[str, list[Any]] = {name: [] for name in MEMBERS}
        self.manifests: list[Manifest] = []
        self.lost: list[tuple[str, str]] = []
        self.checks = ValueChecks(zones=guarded)
        files = self.data_files(path)
        self.files = tuple(self.read(file) for file in files if log or file.name != LOG_FILE)
        self.locator = Locator(self.files)
        self.findings = self.check_values()

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
            self.lists[name] += getattr(decoded.file, name)
        if decoded.file.manifest:
            self.manifests.append(decoded.file.manifest)
        self.problems += decoded.problems
        self.lost += decoded.lost
        return file

    def decode(self, file: Path) -> Decoded:
        try:
            return decode_file(file, read_guarded(file), guarded=self.guarded)
        except RefusedError as error:
            hint = "; expected a folder or a JSON file" if error.strerror == "is not a file" else ""
            self.tell(file, f"{error.strerror}{hint}")
        except FileNotFoundError:
            self.tell(file, "no such file or folder")
        except (OSError, ValueError) as error:
            self.tell(file, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        except MemoryError:
            self.tell(file, "is too large for the memory of this machine")
        return Decoded(File())

    def check_values(self) -> list[Finding]:
        findings: list[Finding] = []
        for name in MEMBERS:
            sound, wrong = self.checks.split(name, self.lists[name])
            findings += wrong
            self.lost += {(finding.list, finding.record) for finding in wrong}
            if name != "verifications":
                sound, repeated = drop_repeated(name, sound)
                findings += repeated
            self.lists[name] = sound
        clocks: list[Finding] = []
        if self.guarded:
            self.lists["events"], clocks = drop_wrong_clocks(self.lists["events"], self.checks.dates)
        self.lists["sources"], repeated = drop_repeated_excerpts(self.lists["sources"])
        self.manifests, wrong = self.checks.split("manifest", self.manifests)
        return findings + clocks + repeated + wrong

    def borrow(self, chronicle: Path) -> None:
        """Take from the chronicle what its vocabularies have and this collection lacks."""
        for name in VOCABULARIES:
            file = chronicle / f"{name}.json"
            if file.is_file():
                shared = _Reading(file, log=False)
                own = {record.id for record in self.lists[name]}
                self.lists[name] += [record for record in shared.lists[name] if record.id not in own]
                self.problems += shared.problems
                self.problems += [shared.placed(finding) for finding in shared.findings]

    def collection(self) -> Collection:
        self.findings += mend(self.lists, self.lost)
        self.problems += [self.placed(finding) for finding in self.findings]
        self.problems.sort(key=self.place_order)
        if not self.lists["events"]:
            self.tell(self.path, "holds no event that can be shown; expected at least one in 'events'")
        parsed = self.checks.dates.items()
        return Collection(
            path=self.path,
            manifest=self.manifests[0] if self.manifests else None,
            problems=tuple(self.problems),
            files=self.files,
            dates={text: date for text, date in parsed if not isinstance(date, EdtfError)},
            **{name: tuple(found) for name, found in self.lists.items()},
        )

    def placed(self, finding: Finding) -> Problem:
        if finding.occurrence:
            first = self.locator.shown(finding.list, finding.record)
            finding = finding._replace(message=finding.message.format(first=first))
        return self.locator.problem(finding)

    def place_order(self, problem: Problem) -> tuple[int, int, int]:
        rank = self.files.index(problem.file) if problem.file in self.files else -1
        return rank, problem.line, problem.column

    def tell(self, file: Path, message: str) -> None:
        self.problems.append(Problem(file=file, message=message))


def _is_same(path: Path, chronicle: Path) -> bool:
    try:
        return path.samefile(chronicle)
    except (OSError, ValueError):
        return False
