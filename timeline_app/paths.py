"""Where shipped files lie, and where the user's own files go; the only module that knows."""

import os
import sys
from contextlib import ExitStack
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

APP_FOLDER = "inter-korean-timeline"
OVERRIDE = "TIMELINE_APP_SHIPPED"  # a folder that holds data/ and resources/

_unpacked = ExitStack()  # temporary copies live as long as the process


def data_folder() -> Path:
    """The chronicle that comes with the program."""
    return _real_folder("data", os.environ.get(OVERRIDE))


def resources_folder() -> Path:
    """Icons, fonts and translations, by real file names because Qt opens them itself."""
    return _real_folder("resources", os.environ.get(OVERRIDE))


@cache
def _real_folder(name: str, override: str | None) -> Path:
    folder = _shipped(override) / name
    if isinstance(folder, Path):
        return folder.absolute()
    copy = Path(_unpacked.enter_context(TemporaryDirectory(prefix="timeline-app-")))
    _copy_tree(folder, copy)  # out of a zip; importlib's as_file takes folders only from Python 3.12 on
    return copy


def _shipped(override: str | None) -> Traversable:
    if override:
        return Path(override)
    shipped = files("timeline_app") / "_shipped"  # an installed wheel, a bundle, a zip
    if shipped.is_dir():
        return shipped
    checkout = Path(__file__).resolve().parent.parent  # a checkout, also when installed with -e
    if (checkout / "data").is_dir() and (checkout / "resources").is_dir():
        return checkout
    raise FileNotFoundError(f"data/ and resources/ were found neither in {shipped} nor in {checkout}")


def _copy_tree(source: Traversable, target: Path) -> None:
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
