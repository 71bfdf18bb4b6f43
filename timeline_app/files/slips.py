"""Read on after slips of notation, so that they do not hide the other faults of a record."""

import re
from typing import NamedTuple

from timeline_app.files.positions import WORD, Node, NotationError, Reader

UNREADABLE = (
    "\udcff"  # stands for a value that is none; like a byte that is no text, it is not looked at again
)
QUOTED = re.compile(r"'[^'\n\r]*'|[‘’“”][^‘’“”\n\r]*[‘’“”]")
COMMENT = re.compile(r"(?:#|//)[^\n\r]*|/\*.*?\*/", re.DOTALL)
SLIPS_MOST = 100  # of one record


class Slips(NamedTuple):
    """A record as far as it can be made out, or none, and every slip up to there."""

    tree: Node | None
    faults: tuple[NotationError, ...]


def read_over_slips(text: str, start: int, end: int) -> Slips:
    """The value in ``text[start:end]`` with the slips of its notation, in the order of their places."""
    reader = _Reader(text, start, end)
    try:
        tree = reader.whole()
    except NotationError as fault:
        return Slips(None, tuple({**reader.slips, fault.offset: fault}.values()))
    return Slips(tree, tuple(reader.slips.values()))


class _Reader(Reader):
    """Strict but for what can be passed over: commas, quotation marks, comments, words that are no value."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.slips: dict[int, NotationError] = {}

    def slip(self, fault: NotationError) -> None:
        self.slips.setdefault(fault.offset, fault)
        if len(self.slips) > SLIPS_MOST:
            raise fault

    def space(self) -> None:  # Reader
        super().space()
        while comment := COMMENT.match(self.text, self.at, self.end):
            self.slip(NotationError(self.at, f"found {comment.group()[:2]}: JSON has no comments"))
            self.at = comment.end()
            super().space()

    def separator(self, closer: str) -> bool:  # Reader
        comma = self.at
        try:
            return super().separator(closer)
        except NotationError as fault:
            self.slip(fault)
            if self.text.startswith(",", comma) and self.peek() == closer:
                return False
            if self.peek() in ("", "}", "]", ":"):
                raise
            return True

    def key(self) -> tuple[int, str]:  # Reader
        if self.peek() == '"':
            return super().key()
        start = self.at
        self.slip(NotationError(start, f"expected a key in double quotation marks, found {self.found()}"))
        key = self.loose_word()
        if key is None:
            raise self.slips[start]
        self.expect(":", f"':' after the key {key!r}")
        return start, key

    def scalar(self) -> object:  # Reader
        try:
            return super().scalar()
        except NotationError as fault:
            self.slip(fault)
            if self.loose_word() is None:
                raise
            return UNREADABLE

    def loose_word(self) -> str | None:
        match = QUOTED.match(self.text, self.at, self.end)
        if match is None:
            match = WORD.match(self.text, self.at, self.end)
            word = match.group() if match else None
        else:
            word = match.group()[1:-1]
        if match is not None:
            self.at = match.end()
        return word
