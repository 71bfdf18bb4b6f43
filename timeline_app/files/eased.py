"""Record types whose ids are taken as they stand: matching ids takes half of the time of decoding events.

They serve the reading before the first frame. Each is a subclass of the record it stands for.
"""

from functools import cache
from types import GenericAlias, UnionType
from typing import Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, defstruct, field
from msgspec.structs import FieldInfo, fields

from timeline_app.model.records import ExcerptRef, Id


@cache
def eased(kind: Any) -> Any:
    """The same type with plain texts for ids and for references to excerpts, however deep."""
    if kind in (Id, ExcerptRef):
        return str
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return Union[tuple(map(eased, get_args(kind)))]  # noqa: UP007  # made of a tuple
    if origin is tuple:
        return GenericAlias(tuple, (eased(get_args(kind)[0]), ...))
    return _eased_record(kind) if isinstance(kind, type) and issubclass(kind, Struct) else kind


def _eased_record(record: type[Struct]) -> type[Struct]:
    changed = [
        (info.name, eased(info.type), _with_default(info))
        for info in fields(record)
        if eased(info.type) != info.type
    ]
    return (
        defstruct(record.__name__, changed, bases=(record,), frozen=True, kw_only=True) if changed else record
    )


def _with_default(info: FieldInfo) -> Any:
    if info.default is not NODEFAULT:
        return field(name=info.encode_name, default=info.default)
    if info.default_factory is not NODEFAULT:
        return field(name=info.encode_name, default_factory=info.default_factory)
    return field(name=info.encode_name)
