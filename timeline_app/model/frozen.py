"""What the program's own frozen values are made of.

A start defines some thirty of them, and a dataclass takes half a millisecond to define: forty times a
``Struct``. Nothing here decodes; records of files are defined in ``model.records``.
"""

from msgspec import Struct, field
from msgspec.structs import replace

__all__ = ["Struct", "field", "replace"]
