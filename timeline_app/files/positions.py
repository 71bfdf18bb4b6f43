"""Where every value of a JSON text stands, for messages; only the path of faults comes here."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import Struct

from timeline_app.files.problems import FieldPath

MAX_DEPTH = 100  # records nest six deep; beyond this a file is an accident or an attack

SPACE = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"')
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![0-9A-Za-z_.])")
WORD = re.compile(r"[^\s,:{}\[\]\"]+")
MAX_NAME = 200  # characters of an id in messages
ID = re.compile(rf'"id"\s*:\s*"([^"\\\n]{{1,{MAX_NAME}}})"')
LINE_END = re.compile(r"\r\n|\n|\r")
CONSTANTS: dict[str, object] = {"true": True, "false": False, "null": None}


class Position(NamedTuple):
    """Line and column, both from 1; a column counts characters."""

    line: int
    column: int


class NotationError(ValueError):
    """The text is not JSON from ``offset`` on."""

    def __init__(self, offset: int, message: str) -> None:
        self.offset = offset
        super().__init__(message)


class Lines:
    """Offsets of one text as lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def at(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


class Node(Struct, frozen=True, kw_only=True):
    """A JSON value, where it starts, and the same of its members."""

    start: int
    value: object
    children: dict[str | int, "Node"] = {}
    key_starts: dict[str, int] = {}
    repeated: tuple[tuple[str, int], ...] = ()

    def find(self, path: tuple[str | int, ...]) -> "Node":
        """The value at ``path``, or the nearest one around it that exists."""
        node = self
        for step in path:
            if step not in node.children:
                break
            node = node.children[step]
        return node


def read_tree(text: str, start: int = 0, end: int | None = None) -> Node:
    """The one JSON value in ``text[start:end]``, else ``NotationError``."""
    return Reader(text, start, len(text) if end is None else end).whole()


def id_in(record: Node) -> str | None:
    """The id of a record as messages name it; none if it has none that is a text."""
    name = record.value.get("id") if isinstance(record.value, dict) else None
    return name[:MAX_NAME] if isinstance(name, str) else None


def number_at(text: str, start: int) -> str:
    """The number that is written at ``start``, which may be too large to be one; empty if there is none."""
    match = NUMBER.match(text, start)
    return match.group() if match else ""


def texts_with(pattern: re.Pattern[str], node: Node, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of all texts in which the pattern is found."""
    if isinstance(node.value, str) and pattern.search(node.value):
        yield path
    for step, child in node.children.items():
        yield from texts_with(pattern, child, (*path, step))


def record_name(text: str, start: int, end: int) -> str:
    """The id of the record in ``text[start:end]``, read loosely, since the record may be broken."""
    match = ID.search(text, start, end)
    return match.group(1) if match else ""


class Reader:
    """Strict JSON by descent, at most ``MAX_DEPTH`` deep."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.at, self.end = text, start, end

    def whole(self) -> Node:
        """The one value up to the end."""
        node = self.value(0)
        self.space()
        if self.at < self.end:
            raise NotationError(self.at, f"expected nothing more, found {self.found()}")
        return node

    def space(self) -> None:
        match = SPACE.match(self.text, self.at, self.end)
        self.at = match.end() if match else self.at

    def peek(self) -> str:
        self.space()
        return self.text[self.at] if self.at < self.end else ""

    def found(self) -> str:
        """What stands here, with the usual reason for it."""
        here = self.peek()
        if not here:
            return "the end of the file; the rest is missing" if self.end == len(self.text) else "its end"
        if here in "'‘’“”":
            return f"{here}: texts and keys stand in straight double quotation marks"
        if here == "#" or self.text.startswith(("//", "/*"), self.at):
            return f"{here}: JSON has no comments"
        word = WORD.match(self.text, self.at, self.end)
        return repr(word.group()[:30] if word else here)

    def expect(self, wanted: str, what: str) -> None:
        if self.peek() != wanted:
            raise NotationError(self.at, f"expected {what}, found {self.found()}")
        self.at += 1

    def value(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise NotationError(self.at, f"nested more than {MAX_DEPTH} deep; records need no more than six")
        here = self.peek()
        if here == "{":
            return self.braces(depth)
        if here == "[":
            return self.brackets(depth)
        start = self.at
        return Node(start=start, value=self.string() if here == '"' else self.scalar())

    def braces(self, depth: int) -> Node:
        start = self.at
        children: dict[str | int, Node] = {}
        key_starts: dict[str, int] = {}
        repeated: list[tuple[str, int]] = []
        self.at += 1
        while self.peek() != "}":
            if children and not self.separator("}"):
                break
            key_start, key = self.key()
            if key in children:
                repeated.append((key, key_start))
            children[key], key_starts[key] = self.value(depth + 1), key_start
        self.at += 1
        value = {key: node.value for key, node in children.items()}
        return Node(
            start=start, value=value, children=children, key_starts=key_starts, repeated=tuple(repeated)
        )

    def brackets(self, depth: int) -> Node:
        start = self.at
        children: dict[str | int, Node] = {}
        self.at += 1
        while self.peek() != "]":
            if children and not self.separator("]"):
                break
            children[len(children)] = self.value(depth + 1)
        self.at += 1
        return Node(start=start, value=[node.value for node in children.values()], children=children)

    def key(self) -> tuple[int, str]:
        if self.peek() != '"':
            raise NotationError(self.at, f"expected a key in double quotation marks, found {self.found()}")
        start, key = self.at, self.string()
        self.expect(":", f"':' after the key {key!r}")
        return start, key

    def separator(self, closer: str) -> bool:
        """Pass the comma before another member; false where ``closer`` follows it and that is borne."""
        comma = self.at
        self.expect(",", f"',' or '{closer}'")
        if self.peek() == closer:
            raise NotationError(comma, f"a comma stands before '{closer}'; remove it")
        return True

    def string(self) -> str:
        match = STRING.match(self.text, self.at, self.end)
        if not match:
            raise self.bad_string()
        start, self.at = self.at, match.end()
        if "\\" not in match.group():
            return match.group()[1:-1]
        try:
            return msgspec.json.decode(match.group().encode(), type=str)
        except (msgspec.DecodeError, UnicodeError):
            raise NotationError(start, "holds half of a surrogate pair; write the character itself") from None

    def bad_string(self) -> NotationError:
        for index in range(self.at + 1, self.end):
            if self.text[index] < " ":
                what = "a text ends with its line" if self.text[index] in "\r\n" else "a control character"
                return NotationError(index, f"{what}; close it with '\"', or write the break as \\n")
            if self.text[index] == "\\" and self.text[index - 1] != "\\":
                escape = self.text[index : index + 2]
                if escape[1:] not in tuple('"\\/bfnrtu'):
                    return NotationError(index, f"unknown escape {escape!r}; a backslash is written \\\\")
        return NotationError(self.at, "a text is not closed; the end of the file is missing")

    def scalar(self) -> object:
        number = NUMBER.match(self.text, self.at, self.end)
        if number:
            self.at = number.end()
            return _to_number(number.group())
        word = WORD.match(self.text, self.at, self.end)
        if word and word.group() in CONSTANTS:
            self.at = word.end()
            return CONSTANTS[word.group()]
        raise NotationError(self.at, f"expected a value, found {self.found()}")


def _to_number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:  # a fraction, or more digits than Python converts
        return float(text)
