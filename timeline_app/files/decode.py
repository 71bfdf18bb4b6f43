"""One data file into records: at once when it is sound, record by record when it is not."""

import re
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import is_normalized, normalize

import msgspec
from msgspec import Raw, Struct

from timeline_app.files import positions
from timeline_app.files.outline import Member, outline
from timeline_app.files.problems import Problem, near, shown_field, shown_value
from timeline_app.model import records

BOM = b"\xef\xbb\xbf"  # Windows editors write it; it says nothing, so it is passed over
KEY = re.compile(rb'(?<!\\)"[ \t\r\n]*:')
GAPS = (b'" :', b'"\t:', b'"\n:', b'"\r\n:')  # without them a key is a quotation mark and a colon
OPENING = ord("[")
MAX_PROBLEMS = 10_000  # told of one file; nobody reads more
BAD_BYTE = re.compile("[\udc80-\udcff]")  # how surrogateescape hands on what is not UTF-8
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
_top = msgspec.json.Decoder(dict[str, Raw])
_list = msgspec.json.Decoder(list[Raw])


class Decoded(NamedTuple):
    """What a file holds that can be used, what is wrong with it, and the (list, id) of records left out."""

    file: records.File
    problems: tuple[Problem, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


def decode_file(path: Path, raw: bytes, *, guarded: bool = True) -> Decoded:
    """The records of ``raw``, which was read from ``path``; faults are reported, never raised.

    Not ``guarded``, repeated keys and decomposed texts pass unnoticed, in a third of the time; the
    collection then leaves clocks and zones unchecked, too.
    """
    raw = raw.removeprefix(BOM)
    try:
        file = _decode_sound(raw) if guarded else _file.decode(raw)
    except UNREADABLE:
        file = None
    return Decoded(file) if file is not None else _Salvage(path, raw).read()


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
    if any(gap in raw for gap in GAPS):
        return len(KEY.findall(raw))
    return raw.count(b'":') - raw.count(b'\\":')  # the same, five times as fast


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
        self.lost: list[tuple[str, str]] = []
        self.untold = 0  # records with faults beyond those that are told

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
        return Decoded(records.File(**known), tuple(self.problems), tuple(self.lost))

    def member(self, member: Member) -> Any:
        """The records of one list, the manifest, or nothing."""
        if member.key == "manifest":
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
        found = (self.record(member.key, kind, start, end) for start, end in member.items)
        return [record for record in found if record is not None]

    def record(self, name: str, kind: type[Struct], start: int, end: int) -> Any:
        """The record in ``text[start:end]``, or none after reporting all of its faults."""
        try:
            data = self.text[start:end].encode()
            plain = _plain(data)
            if b"\\u00" not in data and _count_keys(data) == _count_keys(plain):
                return msgspec.json.decode(data if _is_composed(plain) else _compose(data), type=kind)
        except UNREADABLE:
            pass
        return self.explain(name, kind, start, end)

    def explain(self, name: str, kind: type[Struct], start: int, end: int) -> Any:
        from timeline_app.files import diagnose

        record = positions.record_name(self.text, start, end)
        if self.is_full:
            self.untold += 1
            self.lost.append((name, record))
            return None
        bad = BAD_BYTE.search(self.text, start, end)
        if bad:
            byte = ord(bad.group()) - 0xDC00
            self.report(bad.start(), f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8", record)
        else:
            try:
                tree = positions.read_tree(self.text, start, end)
            except positions.NotationError as fault:
                self.report(fault.offset, f"broken JSON: {fault}", record)
            else:
                if isinstance(tree.value, dict) and isinstance(tree.value.get("id"), str):
                    record = tree.value["id"][:200]
                faults = list(islice(diagnose.field_faults(tree, kind), MAX_PROBLEMS))
                for path, at, value, message in faults:
                    shown = "" if value is None and message.startswith("is missing") else shown_value(value)
                    self.report(at, message, record, shown_field(path), shown)
                if not faults:
                    return self.sound(kind, start, end, record)
        self.lost.append((name, record))
        return None

    def sound(self, kind: type[Struct], start: int, end: int, record: str) -> Any:
        """A record in which the field by field search found nothing wrong."""
        try:
            return msgspec.json.decode(_compose(self.text[start:end].encode()), type=kind)
        except UNREADABLE as error:
            self.report(start, f"cannot be read: {error}", record)
            return None

    def report(self, offset: int, message: str, record: str = "", field: str = "", value: str = "") -> None:
        line, column = self.lines.at(offset)
        self.problems.append(
            Problem(
                file=self.path,
                line=line,
                column=column,
                record=record,
                field=field,
                value=value,
                message=message,
            )
        )


def _other_encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is UTF-16"
    return "the file is binary" if b"\0" in raw else ""
