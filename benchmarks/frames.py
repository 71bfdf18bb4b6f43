"""Frames of a pan and a zoom at 1600x900, as multiples of an empty frame.

    python benchmarks/frames.py [--window] [--theme dark] [--events N] [--quick] [--json]

The empty frame is a plain QWidget of the same size that fills itself; it is drawn after every measured
frame, so that a busy moment hits both. A frame is: the store gets the next view, everything that has to be
drawn is drawn, and the screen has it. `layout` is the part until the scene is known, `paint` the rest.

The canvas alone is measured; with --window the whole window around it is, too: toolbar, filters and
overview follow every frame. The first pass starts with no label drawn; later ones find them in the cache.
"""

import argparse
import gc
import logging
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from generated import write_collection
from measure import CHECKOUT, ensure_display, median, p95, print_json, print_table, quiet_home, verdict

sys.path.insert(0, str(CHECKOUT))

WIDTH, HEIGHT = 1600, 900
STEPS, QUICK_STEPS = 200, 50
PASSES = 3
WEEK_S = 7 * 86_400.0
PAN_PART = 6  # a pan shows the sixth part of the whole range
GOAL_MEDIAN, GOAL_P95 = 6.0, 15.0


class Sweep(NamedTuple):
    """Seconds of the frames of one pass, and of the empty frames between them."""

    layout: list[float]
    frame: list[float]
    empty: list[float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--window", action="store_true", help="the whole window of 1600x900, too")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument(
        "--events", type=int, metavar="N", help="a generated collection instead of the chronicle"
    )
    parser.add_argument("--quick", action="store_true", help=f"one pass of {QUICK_STEPS} steps")
    parser.add_argument("--json", action="store_true", help="a JSON object as the last line")
    args = parser.parse_args()
    display = ensure_display()
    os.environ.update(quiet_home())
    opening = open_collection(args.events)
    from timeline_app import qtboot

    application = qtboot.application()
    logging.getLogger("qt").setLevel(logging.ERROR)  # what a platform does not support
    from timeline_app.render.fonts import load_scene_fonts

    load_scene_fonts()
    gc.freeze()  # as the program does once it stands idle
    passes, steps = (1, QUICK_STEPS) if args.quick else (PASSES, STEPS)
    print(
        f"{len(opening.dataset)} events, {WIDTH}x{HEIGHT}, {args.theme}, "
        f"{passes} passes of {steps} steps, on {display}\n"
    )
    rows: list[tuple[str, ...]] = []
    ratios: dict[str, dict[str, float]] = {}
    for part in ("canvas", "window")[: 1 + args.window]:
        stage = Stage(part, opening, args.theme)
        for motion, views in (("pan", pan_views), ("zoom", zoom_views)):
            sweeps = [stage.sweep(views(opening.dataset, stage.state, steps)) for _ in range(passes)]
            for name, chosen in (("first", sweeps[:1]), ("later", sweeps[1:])):
                if chosen:
                    rows.append(
                        row(f"{part} {motion}, {name} pass", chosen, ratios, f"{part}_{motion}_{name}")
                    )
        stage.close()
    print_table(("", "median", "p95", "layout", "paint", "worst", "empty frame"), rows)
    for part in ("canvas", "window")[: 1 + args.window]:
        middle = max(v["median"] for k, v in ratios.items() if k.startswith(part))
        high = max(v["p95"] for k, v in ratios.items() if k.startswith(part))
        print(
            f"\n{part}: the largest median {verdict(middle, GOAL_MEDIAN)}, "
            f"the largest p95 {verdict(high, GOAL_P95)}."
        )
    if args.json:
        print_json(
            median=max(v["median"] for k, v in ratios.items() if k.startswith("canvas")),
            p95=max(v["p95"] for k, v in ratios.items() if k.startswith("canvas")),
            goal_median=GOAL_MEDIAN,
            goal_p95=GOAL_P95,
            events=len(opening.dataset),
            display=display,
            sweeps={key: {k: round(v, 2) for k, v in value.items()} for key, value in ratios.items()},
        )
    del application


def open_collection(count: int | None) -> Any:
    """The chronicle, or a generated collection of that many events."""
    from timeline_app import cli

    if count is None:
        return cli.open_window_data(cli.read_window_arguments([]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.json"
        write_collection(path, count)
        return cli.open_window_data(cli.read_window_arguments([str(path)]))


class Stage:
    """A shown canvas or window of 1600x900, and a plain widget of the same size."""

    def __init__(self, part: str, opening: Any, theme: str) -> None:
        from PySide6.QtGui import QColor, QPainter
        from PySide6.QtWidgets import QWidget

        from timeline_app.model.frozen import replace
        from timeline_app.paths import data_folder
        from timeline_app.ui.canvas import TimelineCanvas
        from timeline_app.ui.first_view import first_state
        from timeline_app.ui.library import Library
        from timeline_app.ui.main_window import MainWindow
        from timeline_app.ui.navigation import Navigator
        from timeline_app.ui.settings import Settings
        from timeline_app.ui.store import ViewStore
        from timeline_app.ui.theme import apply_theme

        class Plain(QWidget):
            """Fills itself."""

            def paintEvent(self, _event: object) -> None:  # noqa: N802  # QWidget
                painter = QPainter(self)
                painter.fillRect(self.rect(), QColor("#FFFFFF"))
                painter.end()

        settings = Settings()
        settings.put("look/theme", theme)
        if part == "window":
            self.widget: Any = MainWindow(opening, settings)
            self.store, self.canvas = self.widget.store, self.widget.canvas
        else:
            from PySide6.QtWidgets import QApplication

            running = QApplication.instance()
            assert isinstance(running, QApplication)
            apply_theme(running, theme, 100)
            self.store = ViewStore(replace(first_state(opening, settings), theme=theme))
            library = Library(data_folder(), opening)
            self.canvas = TimelineCanvas(self.store, library, Navigator(self.store, library))
            self.widget = self.canvas
        self.plain = Plain()
        for widget in (self.widget, self.plain):
            widget.resize(WIDTH, HEIGHT)
            widget.show()
        settle_events()

    @property
    def state(self) -> Any:
        """The present view."""
        return self.store.state

    def sweep(self, views: list[Any]) -> Sweep:
        """Show each view, with an empty frame after each."""
        sweep = Sweep([], [], [])
        self.store.replace(views[0])
        settle_events()
        gc.collect()
        for view in views[1:]:
            began = time.perf_counter()
            self.store.replace(view)
            self.canvas.scene()
            known = time.perf_counter()
            draw(self.widget)
            sweep.layout.append(known - began)
            sweep.frame.append(time.perf_counter() - began)
            began = time.perf_counter()
            self.plain.update()
            draw(self.plain)
            sweep.empty.append(time.perf_counter() - began)
        return sweep

    def close(self) -> None:
        """Away with both."""
        self.widget.close()
        self.plain.close()


def draw(window: Any) -> None:
    """Draw what is out of date in a window and wait until the screen has it."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QGuiApplication

    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    QGuiApplication.sync()


def settle_events() -> None:
    """Let the windows come up and timers of the start run."""
    from PySide6.QtTest import QTest

    QTest.qWait(500)


def pan_views(dataset: Any, state: Any, steps: int) -> list[Any]:
    """A sixth of the whole range, moved from its start to its end."""
    from timeline_app.model.view import whole_range

    start, end = whole_range(dataset.extent)
    width = (end - start) / PAN_PART
    first = state.showing(start, start + width)
    return [first.pan((end - start - width) * step / steps) for step in range(steps + 1)]


def zoom_views(dataset: Any, state: Any, steps: int) -> list[Any]:
    """From the whole range to the busiest week, by the same factor at each step."""
    from timeline_app.model.view import whole_range

    start, end = whole_range(dataset.extent)
    first = state.showing(start, end)
    factor = ((end - start) / WEEK_S) ** (1 / steps)
    views = [first]
    for _ in range(steps):
        views.append(views[-1].zoom(factor, busiest(dataset)))
    return views


def busiest(dataset: Any) -> float:
    """The middle of the week in which most events begin."""
    import numpy as np

    starts = np.sort(dataset.columns.start)
    counts = np.searchsorted(starts, starts + WEEK_S) - np.arange(len(starts))
    return float(starts[int(np.argmax(counts))] + WEEK_S / 2)


def row(name: str, sweeps: list[Sweep], ratios: dict[str, dict[str, float]], key: str) -> tuple[str, ...]:
    """One line of the table; all in multiples of the empty frame's median."""
    floor = median([t for sweep in sweeps for t in sweep.empty])
    frames = [t / floor for sweep in sweeps for t in sweep.frame]
    layouts = [t / floor for sweep in sweeps for t in sweep.layout]
    paints = [(f - k) / floor for sweep in sweeps for f, k in zip(sweep.frame, sweep.layout, strict=True)]
    ratios[key] = {
        "median": median(frames),
        "p95": p95(frames),
        "layout": median(layouts),
        "paint": median(paints),
    }
    figures = (median(frames), p95(frames), median(layouts), median(paints), max(frames))
    return (name, *(f"x{figure:.1f}" for figure in figures), f"{floor * 1000:.2f} ms")


if __name__ == "__main__":
    main()
