"""Start Qt, or say in one plain sentence why it cannot start.

Importing this module loads no Qt. PySide6 is imported inside the functions, so that a missing system
library or display becomes a `StartError` or exit code 69 instead of a traceback or a core dump.
"""

import builtins
import ctypes
import os
import re
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from timeline_app import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

PROGRAM = "timeline-app"
DISPLAY_NAME = "Inter-Korean relations timeline"
DESKTOP_ID = "org.interkoreantimeline.Timeline"

EXIT_UNAVAILABLE = 69  # EX_UNAVAILABLE: no display, or a library that Qt needs is missing
EXIT_SOFTWARE = 70  # EX_SOFTWARE

# The Debian package of each library; the same on Ubuntu.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
WITHOUT_SCREEN = f"'{PROGRAM} export' makes images without a screen"


class StartError(Exception):
    """Qt cannot be used here; the text is a sentence for the user."""


def application() -> "QApplication":
    """The application for the window, or exit code 69 where there is no display."""
    qt = _boot()
    from PySide6.QtWidgets import QApplication

    app = QApplication([PROGRAM])
    app.setStyle("Fusion")  # looks the same on every desktop
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal closes the window
    _name(app)
    qt.started = True
    return app


def offscreen_application() -> "QGuiApplication":
    """The application for exports: paints text and shapes, never needs a display."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform.startswith(("offscreen", "minimal")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # desktops set it to wayland or xcb for every program
    qt = _boot()
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication

    running = QCoreApplication.instance()
    app = running if isinstance(running, QGuiApplication) else QGuiApplication([PROGRAM])
    _name(app)
    qt.started = True
    return app


def after_start(action: "Callable[[], None]", delay_ms: int = 1500) -> None:
    """Call `action` once the window has been shown and stands idle."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(delay_ms, action)


def _name(app: "QGuiApplication") -> None:
    app.setApplicationName("inter-korean-timeline")
    app.setApplicationDisplayName(DISPLAY_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_ID)


def _boot() -> "QtMessages":
    importer = builtins.__import__
    try:
        from PySide6 import QtCore, QtGui  # noqa: F401
    except ImportError as error:
        raise StartError(import_problem(error)) from error
    finally:  # PySide6's own reads the source of each later module in search of `__feature__`, unused here
        builtins.__import__ = importer
    guard_refcounts()
    messages = QtMessages()
    QtCore.qInstallMessageHandler(messages)
    return messages


def guard_refcounts() -> bool:
    """Make None, True, False and NotImplemented immortal where PySide6 drops references to them.

    The wheel of PySide6 6.12.0 loses one reference to None at every call that returns nothing; below
    Python 3.12, which does this by itself, the process aborts after some thousands of calls. The fault
    is measured, so a healthy wheel changes nothing. True means that the guard was needed.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    from PySide6.QtCore import QObject

    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(64):
        probe.setObjectName("probe")
    if sys.getrefcount(None) - before > -32:
        return False
    for singleton in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(singleton)).value += 1 << 60
    return True


class QtMessages:
    """Qt's message handler: the reason of a failed start in one sentence, later messages into the log."""

    def __init__(self) -> None:
        self.started = False

    def __call__(self, kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
        from PySide6.QtCore import QtMsgType

        if kind == QtMsgType.QtFatalMsg:
            self._give_up(text)
        import logging

        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
        }
        if self.started or not text.startswith(("could not connect", "From 6.5.0", "Could not load the Qt")):
            logging.getLogger("qt").log(levels.get(kind, logging.ERROR), "%s: %s", context.category, text)

    def _give_up(self, text: str) -> NoReturn:
        """Leave before Qt calls abort(), which would dump core."""
        if self.started:
            reason, code = f"Qt stopped the program ({' '.join(text.split())})", EXIT_SOFTWARE
        else:
            reason, code = display_problem(), EXIT_UNAVAILABLE
        print(f"{PROGRAM}: {reason}.", file=sys.stderr, flush=True)
        os._exit(code)


def import_problem(error: ImportError) -> str:
    """Why PySide6 could not be imported, and what to install."""
    if isinstance(error, ModuleNotFoundError):
        return f"{error.name} is not installed for {sys.executable}; scripts/run sets everything up."
    found = re.search(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file", str(error))
    if found:
        library = found.group(1)
        display, platform = os.environ.get("DISPLAY"), os.environ.get("QT_QPA_PLATFORM")
        packages = missing_packages(_libraries(display, platform))
        return f"Qt needs the library {library}, which this system lacks{_apt(packages)}."
    return f"Qt could not be loaded ({' '.join(str(error).split())})."


def display_problem() -> str:
    """Why no window can be opened here, and what to do instead."""
    x11, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    platform = os.environ.get("QT_QPA_PLATFORM")
    offscreen = platform is not None and platform.startswith("offscreen")
    instead = "" if offscreen else f"; {WITHOUT_SCREEN}"
    if not (x11 or wayland or platform):
        return f"there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set){instead}"
    if packages := missing_packages(_libraries(x11, platform)):
        return f"Qt lacks libraries to {'paint' if offscreen else 'open a window'}{_apt(packages)}{instead}"
    settings = {"DISPLAY": x11, "WAYLAND_DISPLAY": wayland, "QT_QPA_PLATFORM": platform}
    named = ", ".join(f"{name}={value}" for name, value in settings.items() if value)
    return f"no window can be opened on this display ({named}){instead}"


def _libraries(x11: str | None, platform: str | None) -> dict[str, str]:
    """What Qt loads for this display, with the Debian package of each."""
    libraries = dict(QT_LIBRARIES)
    if "xcb" in platform if platform else x11:
        libraries |= X11_LIBRARIES
    if "wayland" in platform if platform else os.environ.get("WAYLAND_DISPLAY") and not x11:
        libraries |= WAYLAND_LIBRARIES
    return libraries


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of those libraries that cannot be loaded, each once."""
    if sys.platform != "linux":
        return []
    return list(dict.fromkeys(package for name, package in libraries.items() if package and not _loads(name)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt(packages: list[str]) -> str:
    if not packages:
        return ""
    return f"; on Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"
