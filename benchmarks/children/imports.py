"""A process that imports numpy and msgspec and nothing else."""

import msgspec  # noqa: F401
import numpy  # noqa: F401
