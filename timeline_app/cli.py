"""The command line: list, show, export, check and fmt; no window, and Qt only to export."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from timeline_app import paths
from timeline_app.usage import PROGRAM, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from timeline_app.files.collection import Collection
    from timeline_app.files.opening import Opening
    from timeline_app.files.problems import Problem
    from timeline_app.model.dataset import Dataset
    from timeline_app.model.filter import EventFilter, FilterEngine

FINE, FAULTS, USAGE = 0, 1, 2
PICTURES, SCALED = (".png", ".svg", ".pdf"), (".png",)
TEXT_VERDICTS = ("exact", "normalised", "changed", "missing", "no text")


def main(argv: Sequence[str]) -> int:
    """Run one command; the answer is the exit code: 0 fine, 1 faults in data, 2 usage."""
    try:
        from timeline_app.arguments import command_parser

        args = command_parser(COMMANDS).parse_args(argv)
        return int(args.run(args))
    except UsageError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return USAGE
    except SystemExit as end:  # argparse after --help
        return int(end.code or FINE)


def run_list(args: "Namespace") -> int:
    """Print the events of the view in date order."""
    collection = _read(args.data)
    dataset = _dataset(collection)
    from timeline_app.model.filter import FilterEngine

    choice, engine = _filter(args, dataset), FilterEngine(dataset)
    events = engine.matching(choice)
    if args.format == "json":
        from timeline_app.files.listing import event_object

        _print_json([event_object(dataset, event) for event in events])
    elif args.format == "csv":
        from timeline_app.files.listing import csv_text

        print(csv_text(dataset, events), end="")
    else:
        from timeline_app.files.lines import list_lines

        _print_lines(list_lines(dataset, events, args.lang))
    if not events and dataset.events:
        print(f"{PROGRAM}: no event matches{_what_to_undo(args, engine, choice)}", file=sys.stderr)
    return _tell(collection.problems)


def run_show(args: "Namespace") -> int:
    """Print one event."""
    collection = _read(args.data)
    dataset = _dataset(collection)
    if not dataset.has(args.event):
        _refuse_unknown("event", args.event, [event.id for event in dataset.events])
    event = dataset.event(args.event)
    if args.format == "json":
        from timeline_app.files.listing import event_object

        _print_json(event_object(dataset, event))
    else:
        from timeline_app.files.page import EventPage

        _print_lines(EventPage(dataset, event, args.lang).lines())
    return _tell(collection.problems)


def run_export(args: "Namespace") -> int:
    """Write the view as a picture, through the painter of the window."""
    _check_target(args.out)
    collection = _read(args.data)
    dataset = _dataset(collection)
    choice = _filter(args, dataset)
    from timeline_app import qtboot

    try:
        app = qtboot.offscreen_application()
    except qtboot.StartError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return qtboot.EXIT_UNAVAILABLE
    from timeline_app.model.filter import FilterEngine
    from timeline_app.model.view import WIDEST_S, YEAR_S, ViewState, whole_range
    from timeline_app.render.export import ExportError, ExportRequest, NothingToShowError, export_view
    from timeline_app.render.lacks import lacks
    from timeline_app.render.sheet import SheetRequest

    engine = FilterEngine(dataset)
    low, high = whole_range(dataset.extent)
    start = low if choice.start is None else choice.start
    end = high if choice.end is None else choice.end
    if start >= end:  # a bound beyond everything
        print(f"{PROGRAM}: no event matches{_what_to_undo(args, engine, choice)}", file=sys.stderr)
        return FAULTS
    if end - start > WIDEST_S:
        most = round(WIDEST_S / YEAR_S)
        raise UsageError(f"a picture holds {most:,} years at most; name a nearer --from and --to")
    look = ViewState(start, end - start, choice.without("dates"), language=args.lang, theme=args.theme)
    sheet = SheetRequest(dataset, look.showing(start, end), args.size, args.title, engine=engine)
    try:
        lack = lacks(export_view(ExportRequest(args.out, sheet, args.scale or 1.0)))
    except NothingToShowError as error:
        print(f"{PROGRAM}: {error}{_what_to_undo(args, engine, choice)}", file=sys.stderr)
        _tell(collection.problems)
        return FAULTS
    except ExportError as error:
        raise UsageError(str(error)) from None
    del app  # lived until here
    if args.scale is not None and args.out.suffix.lower() not in SCALED:
        print(f"{PROGRAM}: {args.out}: --scale plays no part; only a PNG has pixels", file=sys.stderr)
    if lack:
        print(f"{PROGRAM}: {args.out}: {lack}", file=sys.stderr)
    return _tell(collection.problems)


def run_check(args: "Namespace") -> int:
    """Print every problem of a collection, and what became of its quotations."""
    if args.texts is not None:
        _check_texts(args.texts)
    collection = _read(args.path, log=True)
    from timeline_app.files.checks import check_collection
    from timeline_app.files.texts import text_problems

    texts, wrong = text_problems(collection, args.texts) if args.texts else ([], [])
    problems = [*collection.problems, *check_collection(collection), *wrong]
    counts = {name: len(getattr(collection, name)) for name in COUNTED}
    counts["problems"] = len(problems)
    if args.format == "json":
        _print_json(
            {
                "problems": [_plain_problem(problem) for problem in problems],
                "texts": [{name: getattr(text, name) for name in text.__struct_fields__} for text in texts],
                "counts": {
                    **counts,
                    "texts": {v: sum(text.verdict == v for text in texts) for v in TEXT_VERDICTS},
                },
            }
        )
    else:
        _print_lines(map(str, problems))
        _print_lines(f"{t.verdict}: {t.source}#{t.excerpt}: {t.language}: {t.exact!r}" for t in texts)
        print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return FAULTS if problems else FINE


COUNTED = ("events", "sources", "categories", "actors", "places", "periods", "series")


def run_fmt(args: "Namespace") -> int:
    """Put the files of a collection into their stable form."""
    path = _readable(args.path)
    if path.is_dir() and path.samefile(paths.data_folder()):
        path = paths.data_folder()
    from timeline_app.files.collection import data_files
    from timeline_app.files.schema import SCHEMA_FILE, schema_text
    from timeline_app.files.writing import Restated, restate

    try:
        found = [restate(file) for file in data_files(path)]
        schema = path / SCHEMA_FILE
        if path == paths.data_folder() or schema.exists():  # nobody else's folder gets a new file
            current = schema.read_bytes() if schema.exists() else b""
            found.append(Restated(schema, current, schema_text().encode()))
        changed = [file for file in found if file.wanted is not None and not file.is_stable]
        for file in changed:
            if not args.check and file.wanted is not None:
                _write(file.path, file.wanted)
            print(f"{file.path}: {'is not in' if args.check else 'was put into'} its stable form")
    except OSError as error:
        raise UsageError(f"{error.filename or path}: {error.strerror or error}") from None
    faults = _tell([problem for file in found for problem in file.problems])
    return FAULTS if args.check and changed else faults


def _write(path: Path, data: bytes) -> None:
    from timeline_app.files.writing import write_whole

    try:
        write_whole(path, data)
    except OSError as error:  # its file is a part that no user knows
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from None


def _read(path: Path | None, *, log: bool = False, guarded: bool = True) -> "Collection":
    from timeline_app.files.collection import read_collection

    chronicle = paths.data_folder()
    known = None if path is None else _readable(path)
    return read_collection(known, chronicle=chronicle, log=log, guarded=guarded)


def _readable(path: Path | None) -> Path:
    if path is None:
        return paths.data_folder()
    try:
        if not path.exists():
            raise UsageError(f"{path} does not exist")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path} cannot be read: {reason}") from None
    if not os.access(path, os.R_OK):
        raise UsageError(f"{path} cannot be read: permission denied")
    return path


def _dataset(collection: "Collection") -> "Dataset":
    from timeline_app.model.dataset import Dataset

    return Dataset(collection)


def _filter(args: "Namespace | WindowWish", dataset: "Dataset") -> "EventFilter":
    from timeline_app.model.filter import EventFilter

    start, end = _range(args)
    for kind, names, known in (
        ("category", args.category, [category.id for category in dataset.categories]),
        ("actor", args.actor, list(dataset.actors)),
    ):
        for name in names or ():
            if name not in known:
                _refuse_unknown(kind, name, known)
    return EventFilter(
        categories=frozenset(args.category) if args.category else None,
        actors=frozenset(args.actor) if args.actor else None,
        text=args.text,
        start=start,
        end=end,
    )


def _what_to_undo(args: "Namespace", engine: "FilterEngine", choice: "EventFilter") -> str:
    """The options that hold every event back, as the end of a sentence; empty if there are none."""
    from shlex import quote

    from timeline_app.model.holding import holding

    typed = {
        "categories": [("--category", name) for name in args.category or ()],
        "actors": [("--actor", name) for name in args.actor or ()],
        "dates": [("--from", args.start), ("--to", args.end)],
        "text": [("--text", args.text)],
    }
    words = {
        part: " ".join(f"{option} {quote(value)}" for option, value in options if value is not None)
        for part, options in typed.items()
    }
    found = holding(engine, choice)
    if found.freed:
        return "; " + ", ".join(f"{count} would without {words[part]}" for part, count in found.freed.items())
    if found.together:
        return "; some would only without all of " + ", ".join(words[part] for part in found.together)
    return ""


def _range(args: "Namespace | WindowWish") -> tuple[int | None, int | None]:
    """Civil seconds, half-open: from the earliest moment of one date to the last of the other."""
    if args.start is None and args.end is None:
        return None, None
    from timeline_app.dates.edtf import EdtfError, parse_edtf
    from timeline_app.dates.typed import TypedDateError, read_typed_date

    def edge(option: str, text: str | None) -> int | None:
        if text is None:
            return None
        with suppress(EdtfError):  # an open interval has one of its ends
            date = parse_edtf(text.strip())
            known = date.earliest if option == "--from" else date.span_end
            if known is not None:
                return known
        try:
            span = read_typed_date(text, "en")
        except TypedDateError as error:
            raise UsageError(f"{option}: {error}") from None
        return int(span.start if option == "--from" else span.end)

    start, end = edge("--from", args.start), edge("--to", args.end)
    if start is not None and end is not None and start >= end:
        raise UsageError(f"--from {args.start} lies after --to {args.end}")
    return start, end


def _refuse_unknown(kind: str, name: str, known: Iterable[str]) -> NoReturn:
    from timeline_app.files.problems import near

    names = list(known)
    few = f"; known are {', '.join(names)}" if len(names) <= 12 else ""
    raise UsageError(f"there is no {kind} {name!r}{near(name, names) or few}")


def _check_target(out: Path) -> None:
    if out.suffix.lower() not in PICTURES:
        raise UsageError(f"{out}: a picture ends in {', '.join(PICTURES)}")
    try:
        out.exists()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{out} cannot be written: {reason}") from None
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name the file to write")
    if out.exists() and not out.is_file():
        raise UsageError(f"{out} is not a file; name the file to write")
    if not out.parent.is_dir():
        raise UsageError(f"{out} cannot be written: there is no folder {out.parent}")
    if not os.access(out if out.exists() else out.parent, os.W_OK):
        raise UsageError(f"{out} cannot be written: permission denied")


def _check_texts(folder: Path) -> None:
    try:
        is_folder = folder.is_dir()
    except (OSError, ValueError) as error:
        raise UsageError(f"{folder} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if not is_folder:
        raise UsageError(f"{folder} is not a folder; --texts takes one with a <source id>.txt a source")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(f"{folder} cannot be read: permission denied")


def _tell(problems: Sequence["Problem"]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return FAULTS if problems else FINE


def _plain_problem(problem: "Problem") -> dict[str, Any]:
    fields = {name: getattr(problem, name) for name in problem.__struct_fields__}
    return {**fields, "file": str(problem.file)}


def _print_json(value: Any) -> None:
    from timeline_app.files.listing import json_text

    print(json_text(value, getattr(sys.stdout, "encoding", None)))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


class WindowWish(NamedTuple):
    """What a window is asked to show; ``None`` or empty where nothing was asked."""

    path: Path | None = None
    event: str | None = None
    start: str | None = None
    end: str | None = None
    category: Sequence[str] | None = None
    actor: Sequence[str] | None = None
    text: str = ""
    lang: str | None = None


def read_window_arguments(arguments: Sequence[str]) -> WindowWish:
    """What was typed after the program's name; UsageError for what cannot be a window at all."""
    if not arguments:  # the usual start needs no parser
        return WindowWish()
    from timeline_app.arguments import window_parser

    args = window_parser().parse_args(arguments)
    if args.path is not None and args.data is not None:
        raise UsageError("PATH and --data name two collections; the window shows one")
    path = args.path or args.data
    if path is not None:
        _readable(path)
    _range(args)
    return WindowWish(path, args.event, args.start, args.end, args.category, args.actor, args.text, args.lang)


def open_window_data(wish: WindowWish) -> "Opening":
    """Read the collection of a window and look its ids up; unknown ones raise UsageError."""
    from timeline_app.files.opening import Opening
    from timeline_app.model.frozen import replace

    collection = _read(wish.path, guarded=wish.path is not None)  # the window reads the chronicle again
    dataset = _dataset(collection)
    if wish.event is not None and not dataset.has(wish.event):
        _refuse_unknown("event", wish.event, [event.id for event in dataset.events])
    choice = _filter(wish, dataset)
    asked = replace(choice, start=None, end=None)
    return Opening(wish.path, collection, dataset, asked, choice.start, choice.end, wish.event, wish.lang)


COMMANDS = (
    ("list", "Print the events of the view in date order.", run_list),
    ("show", "Print one event with its sources and quotations.", run_show),
    ("export", "Write the view as a picture; needs no screen.", run_export),
    ("check", "Check a collection and print every problem.", run_check),
    ("fmt", "Put the files of a collection into their stable form.", run_fmt),
)
