"""Write data files: in one stable form, and never half.

The stable form is JSON in UTF-8 with two spaces of indent, keys in the order of the record definitions and
one entry a line; a list or object of plain values stands on one line as long as it fits. Nothing is left
out or added, records keep their order, and texts are composed (NFC).
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin
from unicodedata import normalize

import msgspec
from msgspec import Struct

from timeline_app.files.decode import BOM, decode_file
from timeline_app.files.diagnose import bare_type, fields_of
from timeline_app.files.guarded import read_guarded
from timeline_app.files.problems import Problem
from timeline_app.model.records import File

LINE_WIDTH = 110  # characters; the program's own sources keep the same


class Restated(NamedTuple):
    """A file beside its stable form; ``wanted`` is none if its faults must be mended first."""

    path: Path
    current: bytes
    wanted: bytes | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_stable(self) -> bool:
        """Whether the file is in its stable form already."""
        return self.current == self.wanted


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: all of it or, on ``OSError``, none, with what stood there untouched."""
    target = path.resolve()  # a link stays a link
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def restate(path: Path) -> Restated:
    """The stable form of one data file; ``OSError`` if it cannot be read."""
    current = read_guarded(path)
    decoded = decode_file(path, current)
    if decoded.problems:
        return Restated(path, current, None, decoded.problems)
    value = msgspec.json.decode(current.removeprefix(BOM))
    return Restated(path, current, stable_json(value).encode())


def stable_json(value: Any, kind: Any = File) -> str:
    """A JSON value in the one stable form, its keys in the order of the record ``kind``."""
    return normalize("NFC", "".join(_lines(_ordered(value, kind), "", 0))) + "\n"


def _ordered(value: Any, kind: Any) -> Any:
    """``value`` with the keys of each record in the order of its definition."""
    bare = bare_type(kind)
    if isinstance(value, list) and get_origin(bare) is tuple:
        return [_ordered(entry, get_args(bare)[0]) for entry in value]
    if isinstance(value, dict) and isinstance(bare, type) and issubclass(bare, Struct):
        fields = fields_of(bare)
        names = [*(name for name in fields if name in value), *(name for name in value if name not in fields)]
        return {name: _ordered(value[name], fields[name][0] if name in fields else None) for name in names}
    return value


def _lines(value: Any, indent: str, lead: int) -> Iterator[str]:
    """The text of ``value`` after ``lead`` characters on its line."""
    if not isinstance(value, dict | list) or not value:
        yield json.dumps(value, ensure_ascii=False)
        return
    if _is_leaf(value):
        line = json.dumps(value, ensure_ascii=False)
        if lead + len(line) < LINE_WIDTH:  # one column is for the comma
            yield line
            return
    inner = indent + "  "
    opener, closer = "[]" if isinstance(value, list) else "{}"
    for name, entry in _entries(value):
        yield f"{opener}\n{inner}{name}"
        yield from _lines(entry, inner, len(inner) + len(name))
        opener = ","
    yield f"\n{indent}{closer}"


def _entries(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        yield from (("", entry) for entry in value)
    else:
        yield from ((f"{json.dumps(key, ensure_ascii=False)}: ", entry) for key, entry in value.items())


def _is_leaf(value: dict[str, Any] | list[Any]) -> bool:
    entries = value.values() if isinstance(value, dict) else value
    return not any(isinstance(entry, dict | list) and entry for entry in entries)
