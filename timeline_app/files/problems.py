"""One fault in a collection: where it stands, what is wrong and what would be right."""

import os.path
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

FieldPath = tuple[str | int, ...]  # from a record inwards: ("cites", 2, "excerpt")

VALUE_WIDTH = 60  # characters of a faulty value that a message repeats
BREAKS = re.compile(r"[\r\n\t\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
ABSENT = "-"  # stands for a part that a problem does not have, so that every line has the same parts

TYPE_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "list": "a list",
    "dict": "an object",
    "NoneType": "null",
}


class Location(NamedTuple):
    """Where a record stands: ``start`` and ``end`` are offsets in the text of its file."""

    file: Path
    start: int
    end: int


class Problem(Struct, frozen=True, kw_only=True):
    """A fault; prints as ``file:line:column: record: field: value: what is wrong and would be right``."""

    file: Path
    line: int = 1
    column: int = 1
    record: str = ""
    field: str = ""
    value: str = ""
    message: str

    def __str__(self) -> str:
        parts = (self.record, self.field, self.value)
        named = ": ".join(part or ABSENT for part in parts)
        return one_line(f"{shown_path(self.file)}:{self.line}:{self.column}: {named}: {self.message}")


def one_line(text: str) -> str:
    """Text without line breaks and without what a terminal would obey."""
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", BREAKS.sub(" ", text))


def shown_path(path: Path) -> str:
    """The path as one would type it here: relative inside the working folder."""
    try:
        inside = path.is_absolute() and path.is_relative_to(Path.cwd())
    except OSError:  # the working folder is gone
        inside = False
    return os.path.relpath(path) if inside else str(path)


def shown_field(path: Iterable[str | int]) -> str:
    """A path inside a record in words: ``cites[2].excerpt``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


def shown_value(value: object) -> str:
    """A value as JSON in one line, cut to a width that a message can carry."""
    import json

    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = repr(value)
    return text if len(text) <= VALUE_WIDTH else text[: VALUE_WIDTH - 1] + "…"


def near(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known names: ``; did you mean 'nuclear'?``, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word[:100], list(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""


def type_name(value: object) -> str:
    """What kind of JSON value this is, in words."""
    return TYPE_NAMES.get(type(value).__name__, type(value).__name__)
