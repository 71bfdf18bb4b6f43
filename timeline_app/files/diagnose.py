"""Everything that is wrong with the fields of one record, in words; msgspec stops at the first fault."""

import re
from collections.abc import Iterator
from functools import cache
from math import isinf
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct, ValidationError

from timeline_app.files.positions import Node
from timeline_app.files.problems import FieldPath, near, type_name

WHERE = re.compile(r" - at `[^`]*`$")
INSTANT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$(?!\n)"
EXAMPLES = {  # what a pattern asks for
    r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)": (
        "lower-case ASCII letters and digits joined by '-', such as 'mine-blasts'"
    ),
    r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$(?!\n)": "a source id and an excerpt id joined by '#'",
    r"^\d{4}-\d{2}-\d{2}$(?!\n)": "a day such as '2015-08-25'",
    r"^https?://[^\s<>\"]+$(?!\n)": "an address that begins with http:// or https://",
    r"^#[0-9A-Fa-f]{6}$(?!\n)": "a colour such as '#1746A6'",
    INSTANT: "an instant such as '2015-08-25T00:55+09:00'",
}
EXPECTED = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


class FieldFault(NamedTuple):
    """One fault inside a record: the path of the field, the value's node and the message."""

    path: FieldPath
    start: int
    value: object
    message: str
    is_readable: bool = False  # the value is sound all the same


def field_faults(node: Node, kind: Any, path: FieldPath = ()) -> Iterator[FieldFault]:
    """All faults of ``node`` read as ``kind``: a record, a list of records, or a plain value."""
    kinds = [option for option in _options(kind) if option is not NoneType]
    if node.value is None and allows_none(kind):
        return
    bare, metas = _unwrap(kinds[0])
    if len(kinds) > 1:
        yield from _value_faults(node, kind, path)
    elif isinstance(bare, type) and issubclass(bare, Struct):
        yield from _record_faults(node, bare, path)
    elif get_origin(bare) is tuple:
        yield from _list_faults(node, get_args(bare)[0], metas, path)
    elif get_origin(bare) is dict:
        yield from _mapping_faults(node, get_args(bare), path)
    else:
        yield from _value_faults(node, kinds[0], path)


def fields_of(record: type[Struct]) -> dict[str, tuple[Any, bool]]:
    """The fields of a record as files name them: their type, and whether they are required."""
    return _fields_of(record)


@cache
def _fields_of(record: type[Struct]) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(record, include_extras=True)
    return {
        field.encode_name: (hints[field.name], field.required) for field in msgspec.structs.fields(record)
    }


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _unwrap(kind: Any) -> tuple[Any, tuple[Meta, ...]]:
    if get_origin(kind) is Annotated:
        bare, *metas = get_args(kind)
        return bare, tuple(meta for meta in metas if isinstance(meta, Meta))
    return kind, ()


def _record_faults(node: Node, record: type[Struct], path: FieldPath) -> Iterator[FieldFault]:
    if not isinstance(node.value, dict):
        yield _wrong_type(node, path, f"an object with {', '.join(fields_of(record))}")
        return
    fields = fields_of(record)
    for key, start in node.repeated:
        yield _repeated_key((*path, key), start, key)
    for name, child in node.children.items():
        key = str(name)
        field = fields.get(key)
        if field is None:
            known = [other for other in fields if other not in node.children]
            hint = near(key, known) or f"; {record.__name__} has {', '.join(fields)}"
            yield FieldFault((*path, key), node.key_starts[key], child.value, f"unknown field{hint}")
        else:
            yield from field_faults(child, field[0], (*path, key))
    for name, (kind, required) in fields.items():
        if required and name not in node.children:
            message = f"is missing; expected {expectation(kind)}"
            yield FieldFault((*path, name), node.start, None, message)


def _list_faults(node: Node, kind: Any, metas: tuple[Meta, ...], path: FieldPath) -> Iterator[FieldFault]:
    if not isinstance(node.value, list):
        yield _wrong_type(node, path, "a list")
        return
    least = max((meta.min_length or 0 for meta in metas), default=0)
    if len(node.value) < least:
        yield FieldFault(path, node.start, node.value, f"expected at least {least} entry")
    for index, child in node.children.items():
        yield from field_faults(child, kind, (*path, index))


def _mapping_faults(node: Node, kinds: tuple[Any, ...], path: FieldPath) -> Iterator[FieldFault]:
    if not isinstance(node.value, dict):
        yield _wrong_type(node, path, 'an object such as {"en": "..."}')
        return
    for key, start in node.repeated:
        yield _repeated_key((*path, key), start, key)
    for name, child in node.children.items():
        key = str(name)
        known = get_args(kinds[0])
        if known and key not in known:
            message = f"unknown language; expected one of {', '.join(known)}"
            yield FieldFault((*path, key), node.key_starts[key], key, message)
        yield from field_faults(child, kinds[1], (*path, key))


def _value_faults(node: Node, kind: Any, path: FieldPath) -> Iterator[FieldFault]:
    if isinstance(node.value, float) and isinf(node.value) and bare_type(kind) is not str:
        wanted = EXPECTED[float] if float in _options(kind) else expectation(kind)
        message = f"this number is too large to be stored; expected {wanted}"
        yield FieldFault(path, node.start, node.value, message)
        return
    try:
        msgspec.convert(node.value, kind)
    except ValidationError as error:
        yield FieldFault(path, node.start, node.value, _in_words(node.value, kind, error))
    except (ValueError, OverflowError, RecursionError) as error:
        yield FieldFault(path, node.start, node.value, f"cannot be read: {error}")


def _in_words(value: object, kind: Any, error: ValidationError) -> str:
    wanted = expectation(kind)
    bare, metas = _unwrap(kind)
    if get_origin(bare) is Literal:
        return f"expected {wanted}{near(str(value), map(str, get_args(bare)))}"
    if any(meta.pattern for meta in metas) and isinstance(value, str):
        longest = next((meta.max_length for meta in metas if meta.max_length), None)
        return f"expected {wanted}" + (f", at most {longest} characters" if longest else "")
    if isinstance(value, int | float) and not isinstance(value, bool) and bare in (int, float):
        return f"expected {wanted}"
    if isinstance(value, str) and bare is str:
        return WHERE.sub("", str(error)).replace("Expected", "expected").replace("`", "'")
    return f"expected {wanted}, found {type_name(value)}"


def allows_none(kind: Any) -> bool:
    """Whether a field of this type may be null."""
    return NoneType in _options(kind)


def bare_type(kind: Any) -> Any:
    """A field's type without ``None`` and without its limits."""
    return _main_type(kind)[0]


def _main_type(kind: Any) -> tuple[Any, tuple[Meta, ...]]:
    return _unwrap(next((option for option in _options(kind) if option is not NoneType), kind))


def expectation(kind: Any) -> str:
    """What a field of this type holds, in words."""
    bare, metas = _main_type(kind)
    patterns = [meta.pattern for meta in metas if meta.pattern]
    if patterns:
        return EXAMPLES.get(patterns[0], f"a text of the pattern {patterns[0]}")
    if get_origin(bare) is Literal:
        return f"one of {', '.join(map(str, get_args(bare)))}"
    if isinstance(bare, type) and issubclass(bare, Struct):
        return f"an object with {', '.join(fields_of(bare))}"
    if get_origin(bare) is tuple:
        return "a list"
    if bare in EXPECTED:
        return EXPECTED[bare] + _bounds(metas)
    return "an object"


def _bounds(metas: tuple[Meta, ...]) -> str:
    least = next((meta.ge for meta in metas if meta.ge is not None), None)
    most = next((meta.le for meta in metas if meta.le is not None), None)
    if least is None:
        return ""
    return f" from {least} to {most}" if most is not None else f", {least} or more"


def _repeated_key(path: FieldPath, start: int, key: str) -> FieldFault:
    return FieldFault(path, start, key, "this key stands here twice; keep one of the two", True)


def _wrong_type(node: Node, path: FieldPath, wanted: str) -> FieldFault:
    found = type_name(node.value)
    return FieldFault(path, node.start, node.value, f"expected {wanted}, found {found}")
