"""Where shipped files lie, and where the user's own files go; the only module that knows."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

APP_FOLDER = "inter-korean-timeline"
OVERRIDE = "TIMELINE_APP_SHIPPED"  # a folder that holds data/ and resources/


def data_folder() -> Path:
    """The chronicle that comes with the program."""
    return _real_folder("data", os.environ.get(OVERRIDE))


def resources_folder() -> Path:
    """Icons, fonts and translations, by real file names because Qt opens them itself."""
    return _real_folder("resources", os.environ.get(OVERRIDE))


@cache
def _real_folder(name: str, override: str | None) -> Path:
    folder = Path(override) if override else _folder_on_disk()
    return _unpacked(name) if folder is None else (folder / name).absolute()


def _folder_on_disk() -> Path | None:
    package = Path(__file__).resolve().parent
    for folder in (package / "_shipped", package.parent):  # a wheel or a bundle; a checkout, with -e too
        if (folder / "data").is_dir() and (folder / "resources").is_dir():
            return folder
    return None


def _unpacked(name: str) -> Path:
    """A copy of what lies in a zip, for the life of the process."""
    import atexit  # with the next two, wanted by nobody else
    from importlib.resources import files
    from tempfile import TemporaryDirectory

    shipped = files("timeline_app") / "_shipped" / name
    if not shipped.is_dir():
        raise FileNotFoundError(f"{name}/ was found neither in {shipped} nor beside {Path(__file__).parent}")
    copy = TemporaryDirectory(prefix="timeline-app-")
    atexit.register(copy.cleanup)
    _copy_tree(shipped, Path(copy.name))  # importlib's as_file takes folders only from Python 3.12 on
    return Path(copy.name)


def _copy_tree(source: "Traversable", target: Path) -> None:
    target.mkdir(exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy_tree(entry, target / entry.name)
        else:
            (target / entry.name).write_bytes(entry.read_bytes())


# The user's folders. Nothing here creates one: whoever writes a file makes its folder first.


def user_config_folder() -> Path:
    """Settings: window size, language, theme, saved views."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "Library/Application Support", "APPDATA")


def user_data_folder() -> Path:
    """What the user made: collections, notes, imported events."""
    return _user_folder("XDG_DATA_HOME", ".local/share", "Library/Application Support", "LOCALAPPDATA")


def user_cache_folder() -> Path:
    """What can be made again."""
    folder = _user_folder("XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA")
    return folder / "Cache" if sys.platform == "win32" else folder


def log_file() -> Path:
    """Warnings and the full story of a crash."""
    folder = _user_folder("XDG_STATE_HOME", ".local/state", "Library/Logs", "LOCALAPPDATA")
    return (folder / "Logs" if sys.platform == "win32" else folder) / "timeline-app.log"


def _user_folder(xdg: str, unix: str, mac: str, windows: str) -> Path:
    if sys.platform == "win32":
        base = os.environ.get(windows) or Path.home() / "AppData" / (
            "Roaming" if windows == "APPDATA" else "Local"
        )
    elif sys.platform == "darwin":
        base = Path.home() / mac
    else:
        named = os.environ.get(xdg, "")
        base = named if Path(named).is_absolute() else Path.home() / unix  # XDG: relative ones are ignored
    return Path(base) / APP_FOLDER
