"""The log file: warnings, Qt's messages and the full story of a crash. It is made by its first line."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from timeline_app import paths

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
ONE_FILE_BYTES = 500_000


class LogFile(logging.Handler):
    """Makes the folder and file when there is something to write; a full disk never stops the program.

    The rotating handler behind it is imported by the first line too: a start that goes well needs none.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.failed = False
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:  # logging.Handler
        try:
            if self._target is None:
                self._target = self._opened()
            self._target.emit(record)
        except OSError:
            self.failed = True

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        self.file.parent.mkdir(parents=True, exist_ok=True)
        log = self

        class Target(RotatingFileHandler):
            def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # its own prints a traceback
                log.failed = True

        target = Target(self.file, maxBytes=ONE_FILE_BYTES, backupCount=1, encoding="utf-8")
        target.setFormatter(logging.Formatter(FORMAT))
        return target


def log_to_file() -> LogFile | None:
    """Send warnings of every logger into the log file; None if the user has no home folder."""
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, LogFile):
            return handler
    try:
        log = LogFile(paths.log_file())
    except RuntimeError:  # Path.home() without a home
        root.addHandler(logging.NullHandler())  # else logging itself prints tracebacks
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
    return f"something went wrong ({text}); the details are in {log.file}."


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
