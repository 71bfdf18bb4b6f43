"""Read a file whole, if it is one: a pipe would wait for ever, and a huge file would take the memory."""

from pathlib import Path
from stat import S_ISREG

MAX_BYTES = 512 * 1024 * 1024  # a million events; reading more would take the machine's memory


class RefusedError(OSError):
    """The file is not to be read; ``strerror`` says why."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(0, reason, str(path))


def read_guarded(path: Path) -> bytes:
    """The bytes of a regular file of a bearable size; ``RefusedError`` for others, ``OSError`` as usual."""
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise RefusedError("is not a file", path)
    if status.st_size > MAX_BYTES:
        reason = f"{status.st_size >> 20} MB are too many; a file may have {MAX_BYTES >> 20} MB"
        raise RefusedError(reason, path)
    return path.read_bytes()
