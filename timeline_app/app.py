"""argv -> a command, or the window. Every error ends here as one sentence and an exit code."""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline_app import __version__
from timeline_app.usage import COMMANDS, PROGRAM, USAGE, UsageError

DEPENDENCIES = ("PySide6", "dateutil", "msgspec", "numpy", "shiboken6")

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # for what is printed; a file's own errors end earlier

EXIT_USAGE = 2
EXIT_UNAVAILABLE = 69
EXIT_SOFTWARE = 70
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141


def main(argv: Sequence[str]) -> int:
    """Run the program with these arguments (without the program's name); the answer is its exit code."""
    gc.disable()  # importing makes no garbage; the window switches it on again once it stands idle
    _speak_unicode()
    try:
        code = _start(list(argv))
        if sys.stdout is not None:  # None under pythonw
            sys.stdout.flush()
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # `timeline-cli list | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_BROKEN_PIPE
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in DEPENDENCIES:
            return _crash(error)
        return _say(f"{error.name} is not installed here; scripts/run sets everything up.", EXIT_UNAVAILABLE)
    except OSError as error:
        if error.errno in NO_ROOM and error.filename is None:
            return _say(f"the output cannot be written: {error.strerror}", EXIT_USAGE)
        return _crash(error)
    except Exception as error:  # noqa: BLE001  # the last resort: no traceback ever reaches a user
        return _crash(error)
    return code


def _start(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in COMMANDS:
        from timeline_app import cli

        return cli.main(arguments)
    if first == "help" or "-h" in arguments or "--help" in arguments:
        print(USAGE, end="")
        return 0
    if "--version" in arguments:
        print(f"{PROGRAM} {__version__}")
        return 0
    if first and not first.startswith("-") and not Path(first).exists():
        return _say(_unknown(first), EXIT_USAGE)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    from timeline_app import cli, logs, qtboot

    try:
        wanted = cli.read_window_arguments(arguments)
        opened = cli.open_window_data(wanted)
    except UsageError as error:
        return _say(str(error), EXIT_USAGE)
    logs.log_to_file()
    logs.catch_strays()
    try:
        app = qtboot.application()
    except qtboot.StartError as error:
        return _say(str(error), EXIT_UNAVAILABLE)
    qtboot.after_start(_settle)
    from timeline_app.ui.run import run_window

    code = run_window(opened)
    del app  # lived until here
    return code


def _settle() -> None:
    gc.freeze()  # modules and the collection stay; no need to walk them again and again
    gc.enable()


def _unknown(word: str) -> str:
    import difflib  # only for who mistypes

    close = difflib.get_close_matches(word, COMMANDS, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"the commands are {', '.join(COMMANDS)}."
    return f"{word!r} is neither a command nor a file here; {hint}"


def _say(sentence: str, code: int) -> int:
    print(f"{PROGRAM}: {sentence}", file=sys.stderr)
    return code


def _crash(error: Exception) -> int:
    from timeline_app import logs

    return _say(logs.record_crash(error), EXIT_SOFTWARE)


def _speak_unicode() -> None:
    """Korean must not stop the program on a console or pipe whose encoding cannot hold it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
            if sys.platform == "win32" and not stream.isatty():
                stream.reconfigure(encoding="utf-8")
