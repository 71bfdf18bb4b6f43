"""Take the pictures of the README: the real window in the states of the design, at twice the pixels.

    .venv/bin/python scripts/screenshots.py [FOLDER]

Nothing of a desktop gets into them (Qt's offscreen platform), and the user's settings are neither read nor
written, so that the same data and fonts give the same pictures.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIZE = (1440, 900)
SETTLED_MS = 600  # lanes fold and labels fade in after the last change


class Shot(NamedTuple):
    """A picture: the event selected in it, and how the window looks."""

    name: str
    event: str
    theme: str = "light"
    language: str = "en"
    filters: bool = True
    months: tuple[str, str] | None = None  # first and last shown, else the whole range


SHOTS = (
    Shot("main-light", "2015-08-25-joint-agreement"),
    Shot("main-dark", "2015-11-01-trilateral-summit", theme="dark"),
    Shot("main-korean", "2015-08-25-joint-agreement", language="ko"),
    Shot(
        "zoomed-2015",
        "2015-11-20-north-offers-talks",
        filters=False,
        months=("2015-08", "2015-12"),
    ),
)


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "screenshots")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory(prefix="timeline-screenshots-") as home:
        names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
        os.environ |= dict.fromkeys(names, home)
        take(folder)


def take(folder: Path) -> None:
    """Show one window after the other and save what it looks like."""
    import logging

    from timeline_app import qtboot

    application = qtboot.application()
    logging.getLogger("qt").setLevel(logging.ERROR)  # what the offscreen platform does not support
    from timeline_app.render.fonts import load_all_fonts, load_scene_fonts

    load_scene_fonts()
    load_all_fonts()
    window = new_window()
    for shot in SHOTS:
        show(window, shot)
        file = folder / f"{shot.name}.png"
        if not few_colours(window.grab().toImage()).save(str(file), "PNG", 0):  # 0: the smallest file
            sys.exit(f"{file} cannot be written")
        print(f"{file}  {file.stat().st_size // 1024} KB")
    window.close()
    del application


def few_colours(image: Any) -> Any:
    """The picture with a table of 256 colours: half the bytes, and no difference to see."""
    import numpy as np
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = image.width(), image.height()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    pixels = rows[:, : width * 3].reshape(height, width, 3).astype(np.int32)
    packed = pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]
    colours, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    chosen = colours[table_of(colours, counts)]
    parts = np.stack([chosen >> 16, chosen >> 8 & 255, chosen & 255], axis=1)
    nearest = np.empty(len(colours), np.uint8)
    for number, colour in enumerate(colours.tolist()):
        apart = parts - (colour >> 16, colour >> 8 & 255, colour & 255)
        nearest[number] = np.argmin((apart * apart).sum(axis=1))
    indexed = np.ascontiguousarray(nearest[inverse].reshape(height, width))
    table = QImage(indexed.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    table.setColorTable([0xFF000000 | colour for colour in chosen.tolist()])
    return table.copy()  # the bytes above end with this function


def table_of(colours: Any, counts: Any) -> Any:
    """The places of 256 colours: the most frequent ones, at most two of those that look alike."""
    import numpy as np

    order = np.argsort(-counts, kind="stable")
    alike: dict[int, int] = {}
    first: list[int] = []
    rest: list[int] = []
    for place in order.tolist():
        cell = int(colours[place]) & 0xF0F0F0
        alike[cell] = alike.get(cell, 0) + 1
        (first if alike[cell] <= 2 else rest).append(place)
    return np.array((first + rest)[:256])


def new_window() -> Any:
    """The window on the chronicle."""
    from timeline_app import cli
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.settings import Settings

    settings = Settings()
    settings.put("hints_done", True)
    window = MainWindow(cli.open_window_data(cli.read_window_arguments([])), settings)
    window.resize(*SIZE)
    window.show()
    window.canvas.setFocus()
    return window


def show(window: Any, shot: Shot) -> None:
    """Bring the window into the state of a picture, and to rest."""
    from PySide6.QtTest import QTest

    from timeline_app.dates.typed import read_typed_date
    from timeline_app.model.frozen import replace
    from timeline_app.model.view import whole_range

    if shot.months:
        first, last = (read_typed_date(month, "en") for month in shot.months)
        start, end = float(first.start), float(last.end)
    else:
        start, end = whole_range(window.library.dataset.extent)
    state = window.store.state.showing(start, end).select(shot.event)
    look = {"theme": shot.theme, "language": shot.language, "show_filters": shot.filters}
    window.store.replace(replace(state, **look))
    QTest.qWait(SETTLED_MS)


if __name__ == "__main__":
    main()
