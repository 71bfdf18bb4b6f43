"""The members and records of a data file, also of one that is broken or half-written.

Records are found by brackets alone, so that a fault in one leaves the others readable;
``positions.read_tree`` then reads one record strictly.
"""

import re
from typing import NamedTuple

from msgspec import Struct

from timeline_app.files.positions import WORD, NotationError, Reader

MAX_FAULTS = 10_000  # of notation; a file with more is no collection, and nobody reads so many
LOOK_BACK = 200  # characters before a brace that tell what it begins
PATIENCE = 8  # how often a text may be scanned in vain before its line starts alone decide
CLOSERS = {"{": "}", "[": "]"}
LOOSE_STRING = re.compile(r'"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"?')  # an unclosed one ends with its line
BRACKET = re.compile(LOOSE_STRING.pattern + r"|[{}\[\]]")
COMMA = re.compile(r"[ \t\r\n]*(,)[ \t\r\n]*")
INDENT = re.compile(r"[^\S\r\n]+")


class Fault(NamedTuple):
    """What is wrong with the notation at an offset."""

    offset: int
    message: str


class Member(Struct, frozen=True, kw_only=True):
    """One key of a file's outermost object; ``items`` are the bounds of a list's entries."""

    key: str
    key_start: int
    start: int
    end: int
    items: tuple[tuple[int, int], ...] | None = None


class Outline(Struct, frozen=True, kw_only=True):
    """The members of a file and what is wrong between its records."""

    members: tuple[Member, ...] = ()
    faults: tuple[Fault, ...] = ()


def outline(text: str) -> Outline:
    """The members and records of a file, also of one that is broken or half-written."""
    outliner = _Outliner(text)
    members: list[Member] = []
    try:
        outliner.read(members)
    except NotationError as fault:
        outliner.faults.append(Fault(fault.offset, str(fault)))
    return Outline(members=tuple(members), faults=tuple(outliner.faults))


class _Outliner(Reader):
    """The outermost object and its lists, by brackets only."""

    def __init__(self, text: str) -> None:
        from json import JSONDecoder

        super().__init__(text, 0, len(text))
        self.scan = JSONDecoder().raw_decode
        self.faults: list[Fault] = []
        self.cut = False  # the text ends inside a record, which will say so itself
        self.broken = 0  # records that are not whole
        self.wasted = 0  # characters scanned in vain
        self.at_line, self.line_start = 0, 0  # the line start found last, and up to where it holds

    def read(self, members: list[Member]) -> None:
        if not self.peek():
            raise NotationError(self.at, 'the file is empty; expected {"events": [...]}')
        self.expect("{", 'an object such as {"events": [...]}')
        while self.peek() != "}":
            if members:
                self.separator("}")
            members.append(self.member())
            if self.at > self.end or self.cut:
                return
        self.at += 1
        if self.peek():
            raise NotationError(self.at, f"expected nothing after the last '}}', found {self.found()}")

    def member(self) -> Member:
        key_start, key = self.key()
        opener, start = self.peek(), self.at
        items = self.items() if opener == "[" else None
        if opener == "{":
            self.at = self.skip(self.at)
        elif opener != "[":
            self.value(0)
        return Member(key=key, key_start=key_start, start=start, end=self.at, items=items)

    def items(self) -> tuple[tuple[int, int], ...]:
        items: list[tuple[int, int]] = []
        comma: int | None = self.at  # the opening bracket separates as a comma does
        self.at += 1
        while (here := self.peek()) != "]":
            if not here:
                if not self.cut:
                    self.faults.append(Fault(self.at, "the file ends inside a list; expected ']' and '}'"))
                break
            if self.broken + len(self.faults) > MAX_FAULTS:
                message = f"more than {MAX_FAULTS} faults of notation; the rest of the file is left out"
                self.faults.append(Fault(self.at, message))
                self.cut = True
                break
            if here == ",":
                if comma is not None:
                    self.faults.append(Fault(self.at, "a record is missing before ','; remove the comma"))
                comma = self.at
                self.at += 1
                continue
            if here == "}":
                self.faults.append(Fault(self.at, "expected ',' or ']', found '}'; one '}' too many?"))
                self.at += 1
                continue
            if comma is None:
                self.faults.append(Fault(self.at, "a comma is missing before this record"))
            count = len(items)
            if here == "{" and self.wasted <= PATIENCE * self.end:
                comma = self.sound_records(items)
            if len(items) == count:
                items.append(self.item(here))
                comma = None
        if items and comma is not None and self.peek() == "]":
            self.faults.append(Fault(comma, "a comma stands before ']'; remove it"))
        self.at += 1
        return tuple(items)

    def sound_records(self, items: list[tuple[int, int]]) -> int | None:
        """Add as many sound records as follow one another here; the comma after the last, if there is one."""
        comma = None
        while self.text.startswith("{", self.at):
            start = self.at
            try:
                _, self.at = self.scan(self.text, start)
            except (ValueError, RecursionError) as error:
                self.wasted += getattr(error, "pos", start) - start  # of a JSONDecodeError
                break
            items.append((start, self.at))
            match = COMMA.match(self.text, self.at)
            if not match:
                return None
            comma, self.at = match.start(1), match.end()
        return comma

    def item(self, opener: str) -> tuple[int, int]:
        start = self.at
        if opener in CLOSERS:
            self.at = self.skip(start)
        else:
            self.broken += 1
            match = LOOSE_STRING.match(self.text, start) or WORD.match(self.text, start)
            self.at = match.end() if match else start + 1
        return start, self.at

    def skip(self, start: int) -> int:
        """The end of the record at ``start``; of an unclosed one, where the next record begins."""
        indent = self.indent(start)
        is_hasty = indent is not None and self.wasted > PATIENCE * self.end
        end, closed = self.balance(start, indent=indent if is_hasty else None)
        if closed:
            return end
        self.broken += 1
        if indent is not None and not is_hasty:
            scanned = end
            end, _ = self.balance(start, indent=indent)
            self.wasted += scanned - end
        self.cut = end == self.end
        return end

    def indent(self, at: int) -> str | None:
        """The spaces between the start of the line and ``at``; none if something else stands there."""
        newest = max(self.text.rfind("\n", self.at_line, at), self.text.rfind("\r", self.at_line, at))
        self.line_start = newest + 1 if newest >= 0 else self.line_start
        self.at_line = at
        if at - self.line_start >= LOOK_BACK:
            return None
        match = INDENT.match(self.text, self.line_start, at)
        return match.group() if match and match.end() == at else None

    def balance(self, start: int, indent: str | None) -> tuple[int, bool]:
        stack: list[str] = []
        for match in BRACKET.finditer(self.text, start):
            sign, at = match.group(), match.start()
            if sign in CLOSERS:
                if stack and sign == "{" and self.begins_record(at, stack[-1], indent):
                    return self.before(at), False
                stack.append(CLOSERS[sign])
            elif sign in ("}", "]"):
                if stack[-1] != sign:
                    return self.before(at), False
                stack.pop()
                if not stack:
                    return match.end(), True
        return len(self.text), False

    def begins_record(self, at: int, closer: str, indent: str | None) -> bool:
        """Whether the brace at ``at`` cannot belong to the record that is still open."""
        before = self.text[max(at - LOOK_BACK, 0) : at]
        if closer == "}":
            return not before.rstrip(" \t\r\n").endswith(":")
        return indent is not None and before.endswith(("\n" + indent, "\r" + indent))

    def before(self, at: int) -> int:
        """The end of what stands before ``at``, without a separating comma."""
        while self.text[at - 1] in " \t\r\n,":
            at -= 1
        return at
