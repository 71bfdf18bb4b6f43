"""What remains of a record without its faulty fields; something hollow of the same form replaces them."""

from collections.abc import Set
from typing import Any, get_args, get_origin

from msgspec import Struct

from timeline_app.files.diagnose import allows_none, bare_type, fields_of
from timeline_app.files.problems import FieldPath


def remains(value: Any, kind: Any, unsound: Set[FieldPath], path: FieldPath = ()) -> Any:
    """``value`` as ``kind``, hollow where it is unsound; every fault of type must be among ``unsound``."""
    if path in unsound:
        return hollow(kind)
    bare = bare_type(kind)
    if value is None:
        return None
    if _is_record(bare):
        return _record(value, bare, unsound, path)
    if get_origin(bare) is tuple:
        entry_kind = get_args(bare)[0]
        return tuple(remains(entry, entry_kind, unsound, (*path, index)) for index, entry in enumerate(value))
    if get_origin(bare) is dict:
        return {key: entry for key, entry in value.items() if (*path, key) not in unsound}
    return value


def hollow(kind: Any) -> Any:
    """What stands for a value of this type that cannot be read: no check finds anything in it."""
    bare = bare_type(kind)
    if allows_none(kind):
        return None
    if _is_record(bare):
        return _record({}, bare, frozenset(), ())
    if get_origin(bare) is tuple:
        return ()
    return {} if get_origin(bare) is dict else None


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _record(value: Any, kind: type[Struct], unsound: Set[FieldPath], path: FieldPath) -> Any:
    """The record, made without the checks that decoding makes; fields that need not be there are left out."""
    given = {}
    for name, key in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
        field_kind, required = fields_of(kind)[key]
        here = (*path, key)
        if key in value and (here not in unsound or required):
            given[name] = remains(value[key], field_kind, unsound, here)
        elif required:
            given[name] = hollow(field_kind)
    return kind(**given)
