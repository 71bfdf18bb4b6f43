"""One data file into records: at once when it is sound, record by record when it is not."""

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import is_normalized, normalize

import msgspec
from msgspec import Raw, Struct

from timeline_app.files import positions
from timeline_app.files.left_out import LeftOut
from timeline_app.files.outline import Member, outline
from timeline_app.files.problems import FieldPath, Location, Problem, near, shown_field, shown_value
from timeline_app.model import records

if TYPE_CHECKING:
    from timeline_app.files.diagnose import FieldFault

BOM = b"\xef\xbb\xbf"  # Windows editors write it; it says nothing, so it is passed over
OPENING = ord("[")
MAX_PROBLEMS = 10_000  # told of one file; nobody reads more
BAD_BYTE = re.compile("[\udc80-\udcff]")  # how surrogateescape hands on what is not UTF-8
ZEROS: dict[
    tuple[bool, ...], str
] = {  # which of the first four bytes are zero, since a JSON text begins with ASCII characters
    (False, True, True, True): "UTF-32",
    (True, True, True, False): "UTF-32",
    (False, True, False, True): "UTF-16",
    (True, False, True, False): "UTF-16",
}
MEMBERS: dict[str, type[Struct]] = {  # the lists of a file and the record each of them holds
    "events": records.Event,
    "sources": records.Source,
    "categories": records.Category,
    "actors": records.Actor,
    "places": records.Place,
    "periods": records.Period,
    "series": records.Series,
    "verifications": records.Verification,
}
UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError, OverflowError, ValueError)

_file = msgspec.json.Decoder(records.File)
_sources = msgspec.json.Decoder(records.SourcesOfFile)
_top = msgspec.json.Decoder(dict[str, Raw])
_list = msgspec.json.Decoder(list[Raw])


Bounds = dict[str, list[tuple[int, int]]]  # of the records of each list, in the text of the file


class Decoded(NamedTuple):
    """What a file holds that can be used, what is wrong with it, and the records that are left out.

    ``lost`` has list and id of all that are left out, ``left_out`` those of which something can be read.
    ``bounds`` says where the records of ``file`` stand if some of its records are not among them.
    """

    file: records.File
    problems: tuple[Problem, ...] = ()
    lost: frozenset[tuple[str, str]] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    bounds: Bounds | None = None


def decode_file(path: Path, raw: bytes, *, guarded: bool = True) -> Decoded:
    """The records of ``raw``, which was read from ``path``; faults are reported, never raised.

    Not ``guarded``, wrong ids, repeated keys and decomposed texts pass unnoticed and excerpts stay in the
    file, in a tenth of the time; the collection then leaves most values unchecked, too.
    """
    raw = raw.removeprefix(BOM)
    try:
        file = _decode_sound(raw) if guarded else _at_first().decode(raw)
    except UNREADABLE:
        file = None
    return Decoded(file) if file is not None else _Salvage(path, raw).read()


@cache
def _at_first() -> msgspec.json.Decoder[records.File]:
    from timeline_app.files.eased import eased

    return msgspec.json.Decoder(eased(records.FileWithoutExcerpts))


def decode_sources(raw: bytes) -> tuple[records.Source, ...]:
    """The sources of a file with all their excerpts, none if the file is not sound."""
    try:
        return _sources.decode(raw.removeprefix(BOM)).sources
    except UNREADABLE:
        return ()


def _decode_sound(raw: bytes) -> records.File | None:
    """The file if it has no fault, none if it may have one (msgspec is silent about repeated keys)."""
    file = _file.decode(raw)
    members = _top.decode(raw)
    keys, composed = len(members), True
    for value in members.values():
        for part in _list.decode(value) if memoryview(value)[0] == OPENING else (value,):
            plain = _plain(part)
            keys += plain.count(b'":') - plain.count(b'\\":')  # no gap before a colon here
            composed = composed and _is_composed(plain)
    if b"\\u00" in raw or keys != _count_keys(raw):  # an escaped colon could hide a key from the count
        return None
    return file if composed else _file.decode(_compose(raw))


def _plain(raw: bytes | Raw) -> bytes:
    """The same JSON without escapes, spaces and repeated keys."""
    return msgspec.json.encode(msgspec.json.decode(raw))


def _count_keys(raw: bytes) -> int:
    """How often a quotation mark and a colon stand together outside of a text; spaces make no difference."""
    packed = raw.translate(None, b" \t\r\n")
    return packed.count(b'":') - packed.count(b'\\":')


def _is_composed(plain: bytes) -> bool:
    return plain.isascii() or is_normalized("NFC", plain.decode())


def _compose(raw: bytes) -> bytes:
    return normalize("NFC", _plain(raw).decode()).encode()


class _Salvage:
    """The slow way through a file with faults: every record for itself, every fault with its place."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path, self.raw = path, raw
        self.text = raw.decode(errors="surrogateescape")
        self.lines = positions.Lines(self.text)
        self.problems: list[Problem] = []
        self.lost: set[tuple[str, str]] = set()
        self.left_out: list[LeftOut] = []
        self.bounds: Bounds = {}
        self.untold = 0  # records with faults, and faults, beyond those that are told

    def read(self) -> Decoded:
        if encoding := _other_encoding(self.raw):
            self.report(0, f"{encoding}; a collection is JSON in UTF-8")
            return self.result({})
        parts = outline(self.text)
        for fault in (*parts.faults[:MAX_PROBLEMS], *parts.faults[MAX_PROBLEMS:][-1:]):
            self.report(fault.offset, fault.message)
        found: dict[str, Any] = {}
        for member in parts.members:
            if member.key in found and not self.is_full:
                message = "this key stands here twice; keep one of the two"
                self.report(member.key_start, message, field=member.key)
            value = self.member(member)
            if isinstance(value, list) and isinstance(found.get(member.key), list):
                found[member.key] += value
            else:
                found[member.key] = value
        if self.untold:
            message = f"{self.untold} more faults are in this file; mend those told here first"
            self.report(max(len(self.text) - 1, 0), message)
        return self.result(found)

    @property
    def is_full(self) -> bool:
        """Whether enough is told of this file."""
        return len(self.problems) >= MAX_PROBLEMS

    def result(self, found: dict[str, Any]) -> Decoded:
        known: dict[str, Any] = {
            "manifest": found.get("manifest"),
            **{name: tuple(found.get(name, ())) for name in MEMBERS},
        }
        self.problems.sort(key=lambda problem: (problem.line, problem.column))
        return Decoded(
            records.File(**known),
            tuple(self.problems),
            frozenset(self.lost),
            tuple(self.left_out),
            self.bounds,
        )

    def member(self, member: Member) -> Any:
        """The records of one list, the manifest, or nothing."""
        if member.key == "manifest":
            self.bounds["manifest"] = [(member.start, member.end)]
            return self.record("manifest", records.Manifest, member.start, member.end)
        if member.key == "$schema":
            return None
        if member.key not in MEMBERS:
            if self.is_full:
                self.untold += 1
                return None
            known = ("manifest", *MEMBERS)
            hint = near(member.key, known) or f"; a file has {', '.join(known)}"
            self.report(member.key_start, f"unknown field{hint}", field=member.key)
            return None
        if member.items is None:
            self.report(member.start, f"expected a list of {member.key}", field=member.key)
            return []
        kind = MEMBERS[member.key]
        found: list[Any] = []
        bounds = self.bounds.setdefault(member.key, [])
        for start, end in member.items:
            record = self.record(member.key, kind, start, end)
            if record is not None:
                found.append(record)
                bounds.append((start, end))
        return found

    def record(self, name: str, kind: type[Struct], start: int, end: int) -> Any:
        """The record in ``text[start:end]``, or none after reporting all of its faults."""
        try:
            data = self.text[start:end].encode()
            record = msgspec.json.decode(data, type=kind)
            plain = _plain(data)
            if b"\\u00" not in data and _count_keys(data) == _count_keys(plain):
                return record if _is_composed(plain) else msgspec.json.decode(_compose(data), type=kind)
        except UNREADABLE:
            pass
        return self.explain(name, kind, start, end)

    def explain(self, name: str, kind: type[Struct], start: int, end: int) -> Any:
        record = positions.record_name(self.text, start, end)
        if self.is_full:
            self.untold += 1
            self.lost.add((name, record))
            return None
        bad = BAD_BYTE.search(self.text, start, end)
        if bad:
            byte = ord(bad.group()) - 0xDC00
            self.report(bad.start(), f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8", record)
        tree, is_sound = self.tree(start, end, record, told=bool(bad))
        if tree is not None:
            found = positions.id_in(tree)
            record = record if found is None else found
            unreadable = set() if is_sound and not bad else set(positions.texts_with(BAD_BYTE, tree))
            faults = self.tell_fields(tree, kind, record, unreadable)
            if is_sound and not faults and not bad:
                return self.sound(name, kind, start, end, record)
            unsound = unreadable.union(fault.path for fault in faults if not fault.is_readable)
            if len(faults) <= MAX_PROBLEMS and () not in unsound:
                from timeline_app.files.remains import remains

                rest, place = remains(tree.value, kind, unsound), Location(self.path, start, end)
                self.left_out.append(LeftOut(name, _as_text(record), rest, frozenset(unsound), place))
        self.lost.add((name, record))
        return None

    def tree(self, start: int, end: int, record: str, *, told: bool) -> tuple[positions.Node | None, bool]:
        """The record as a tree, and whether its notation is sound; slips are reported unless ``told`` of."""
        try:
            return positions.read_tree(self.text, start, end), True
        except positions.NotationError:
            from timeline_app.files.slips import read_over_slips

            tree, slips = read_over_slips(self.text, start, end)
            for slip in () if told else slips:
                self.report(slip.offset, f"broken JSON: {slip}", record)
            return tree, False

    def tell_fields(
        self, tree: positions.Node, kind: type[Struct], record: str, unreadable: set[FieldPath]
    ) -> "list[FieldFault]":
        """The faults of type in a record, one too many at most; told unless the bytes explain them."""
        from timeline_app.files.diagnose import field_faults

        faults = list(islice(field_faults(tree, kind), MAX_PROBLEMS + 1))
        for path, at, value, message, _ in faults[:MAX_PROBLEMS]:
            if path not in unreadable and not BAD_BYTE.search(shown_field(path)):
                shown = "" if value is None and message.startswith("is missing") else shown_value(value)
                if shown.lstrip("-") == "Infinity":
                    shown = positions.number_at(self.text, at) or shown
                self.report(at, message, record, shown_field(path), shown)
        if len(faults) > MAX_PROBLEMS:
            self.report(tree.start, "more faults are in this record; mend those told here first", record)
        return faults

    def sound(self, name: str, kind: type[Struct], start: int, end: int, record: str) -> Any:
        """A record in which the field by field search found nothing wrong."""
        try:
            return msgspec.json.decode(_compose(self.text[start:end].encode()), type=kind)
        except UNREADABLE as error:
            self.report(start, f"cannot be read: {error}", record)
            self.lost.add((name, record))
            return None

    def report(self, offset: int, message: str, record: str = "", field: str = "", value: str = "") -> None:
        line, column = self.lines.at(offset)
        self.problems.append(
            Problem(
                file=self.path,
                line=line,
                column=column,
                record=_as_text(record),
                field=_as_text(field),
                value=_as_text(value),
                message=_as_text(message),
            )
        )


def _as_text(text: str) -> str:
    """Text that can be printed, without bytes that are no text."""
    return BAD_BYTE.sub("\N{REPLACEMENT CHARACTER}", text)


def _other_encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):  # before UTF-16, whose mark begins one of these
        return "the file is UTF-32"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is UTF-16"
    if name := ZEROS.get(tuple(not byte for byte in raw[:4])):
        return f"the file is {name}"
    return "the file is binary" if b"\0" in raw else ""
