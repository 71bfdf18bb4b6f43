"""The arguments of the commands and of the window, for argparse."""

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from timeline_app.usage import PROGRAM, UsageError

LARGEST_PX = 20_000  # how small a sheet may be, render.export says
LEAST_SCALE, LARGEST_SCALE = 0.1, 8.0
Command = tuple[str, str, Callable[[Any], int]]


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)
        self._negative_number_matcher = re.compile(r"-\d")  # years before 0 are values, not options

    def error(self, message: str) -> NoReturn:  # argparse
        raise UsageError(f"{message} ({self.prog} --help tells more)")


def command_parser(commands: Iterable[Command]) -> Parser:
    """The parser of all commands; each is a name, its help, what runs it and its own arguments."""
    parser = Parser(prog=PROGRAM, description="Inter-Korean relations timeline, without its window.")
    chosen = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, help_text, run in commands:
        command = chosen.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(run=run)
        ARGUMENTS[name](command)
    return parser


def window_parser() -> Parser:
    """The parser of the window: a path, an event and the options of VIEW."""
    parser = Parser(prog=PROGRAM, description="The window, on the chronicle or on a collection of your own.")
    _add_path(parser)
    parser.add_argument("--event", metavar="EVENT_ID", help="with this event selected")
    _add_view(parser)
    parser.set_defaults(lang=None)
    return parser


def _add_list(parser: argparse.ArgumentParser) -> None:
    _add_view(parser)
    _add_format(parser, "text", "json", "csv")


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT_ID")
    _add_data(parser)
    _add_format(parser, "text", "json")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=_path, metavar="OUT", help="a .png, .svg or .pdf file")
    _add_view(parser)
    parser.add_argument(
        "--size", type=_size, default=(1600, 900), metavar="WxH", help="the whole sheet in px"
    )
    parser.add_argument(
        "--scale",
        type=_scale,
        metavar="NUMBER",
        help=f"pixels of a PNG for each px of the size, {LEAST_SCALE:g} to {LARGEST_SCALE:g}, else 1; "
        "SVG and PDF have no pixels, so it plays no part there",
    )
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    parser.add_argument("--title", help="the sheet's title; without it subject and range")


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_path(parser)
    parser.add_argument(
        "--texts", type=_path, metavar="FOLDER", help="full texts, one <source id>.txt a source"
    )
    _add_format(parser, "text", "json")


def _add_fmt(parser: argparse.ArgumentParser) -> None:
    _add_path(parser)
    parser.add_argument("--check", action="store_true", help="only say which files would change")


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", type=_path, nargs="?", metavar="PATH", help="a folder or file; else the chronicle"
    )


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=_path, metavar="PATH", help="a folder or file; else the chronicle")
    parser.add_argument(
        "--lang", choices=("en", "ko"), default="en", help="the language of the events' texts"
    )


def _add_view(parser: argparse.ArgumentParser) -> None:
    _add_data(parser)
    parser.add_argument("--from", dest="start", metavar="DATE", help="from the earliest day of DATE")
    parser.add_argument("--to", dest="end", metavar="DATE", help="to the latest day of DATE")
    parser.add_argument("--category", action="append", metavar="ID", help="may be repeated")
    parser.add_argument("--actor", action="append", metavar="ID", help="may be repeated")
    parser.add_argument("--text", default="", metavar="QUERY", help="events whose texts hold these words")


def _add_format(parser: argparse.ArgumentParser, *formats: str) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0])


def _path(text: str) -> Path:
    if not text:  # Path would take it for the working folder
        raise argparse.ArgumentTypeError("a path is missing; '.' is this folder")
    return Path(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,20})[x×]([0-9]{1,20})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1600x900")
    width, height = int(match[1]), int(match[2])
    if max(width, height) > LARGEST_PX:
        raise argparse.ArgumentTypeError(f"{text}: each side has at most {LARGEST_PX} px")
    return width, height


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not LEAST_SCALE <= scale <= LARGEST_SCALE:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a number from {LEAST_SCALE:g} to {LARGEST_SCALE:g}"
        )
    return scale


ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "list": _add_list,
    "show": _add_show,
    "export": _add_export,
    "check": _add_check,
    "fmt": _add_fmt,
}
