"""The log file: warnings, Qt's messages and the full story of a crash. It is made by its first line."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from timeline_app import paths

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
ONE_FILE_BYTES = 500_000


class LogFile(RotatingFileHandler):
    """Makes the folder and file when there is something to write; a full disk never stops the program."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=ONE_FILE_BYTES, backupCount=1, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter(FORMAT))
        self.failed = False

    def _open(self) -> TextIO:  # type: ignore[override]  # the stub knows a wider class
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        self.failed = True


def log_to_file() -> LogFile | None:
    """Send warnings of every logger into the log file; None if the user has no home folder."""
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, LogFile):
            return handler
    try:
        log = LogFile(paths.log_file())
    except RuntimeError:  # Path.home() without a home
        return None
    root.addHandler(log)
    return log


def record_crash(error: BaseException) -> str:
    """Write the traceback into the log file; the answer is one sentence for the user."""
    text = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    log = log_to_file()
    logging.getLogger("timeline_app").critical("the program failed", exc_info=error)
    if log is None or log.failed:
        return f"something went wrong ({text}), and no log file could be written."
    return f"something went wrong ({text}); the details are in {log.baseFilename}."


def catch_strays() -> None:
    """Errors in slots, timers and threads go into the log file too, with one sentence on stderr."""

    def report(error: BaseException) -> None:
        print(f"timeline-app: {record_crash(error)}", file=sys.stderr)

    def of_a_slot(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        report(error)

    def of_a_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            report(arguments.exc_value)

    sys.excepthook = of_a_slot
    threading.excepthook = of_a_thread
