"""What the benchmarks share: a display, rounds that alternate, and tables of ratios."""

import atexit
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

CHILDREN = Path(__file__).resolve().parent / "children"
CHECKOUT = CHILDREN.parent.parent
SCREEN = "1920x1200x24"
EXIT_UNAVAILABLE = 69


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The smallest value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * 0.95) - 1, 0)]


def ensure_display() -> str:
    """Where windows open: the display given, else an Xvfb of our own; without either, say so and leave."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(("offscreen", "minimal")):
        return platform
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform
    server = shutil.which("Xvfb")
    if server is None:
        sys.exit(_no_screen())
    reading, writing = os.pipe()
    xvfb = subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe of ours must not wait for the server
        stderr=subprocess.DEVNULL,
    )
    atexit.register(xvfb.terminate)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    if not number:
        sys.exit(_no_screen())
    os.environ["DISPLAY"] = f":{number}"
    return f"Xvfb :{number}"


def _no_screen() -> int:
    print(
        "There is no display. Install Xvfb (on Debian or Ubuntu: sudo apt-get install xvfb), "
        "or set QT_QPA_PLATFORM=offscreen.",
        file=sys.stderr,
    )
    return EXIT_UNAVAILABLE


def quiet_home() -> dict[str, str]:
    """An environment with this checkout and empty settings, except that the first-run hints were seen.

    Modules may be kept compiled, as they are after the first start of an installed program.
    """
    home = tempfile.TemporaryDirectory(prefix="timeline-benchmark-")
    atexit.register(home.cleanup)
    folder = Path(home.name)
    settings = folder / "inter-korean-timeline" / "settings.ini"
    settings.parent.mkdir()
    settings.write_text("[General]\nhints_done=true\n[look]\nlanguage=en\ntheme=light\n", encoding="utf-8")
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA")
    python_path = os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH"))))
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        **dict.fromkeys(names, str(folder)),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": python_path,
    }


def whole_process(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Milliseconds from starting a process to its end; a process that fails ends the benchmark."""
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False, timeout=120)
    took_ms = (time.perf_counter() - began) * 1000
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return took_ms


def alternate(
    jobs: Mapping[str, Callable[[], float]], rounds: int, warm_up: int = 2
) -> dict[str, list[float]]:
    """What each job measures in each round; jobs take turns, so that a busy moment hits all of them."""
    results: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(warm_up + rounds):
        order = list(jobs) if turn % 2 else list(jobs)[::-1]
        for name in order:
            measured = jobs[name]()
            if turn >= warm_up:
                results[name].append(measured)
    return results


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns under their heads; the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    for number, row in enumerate((head, *rows)):
        cells = [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def times(ratio: float) -> str:
    """A ratio as text."""
    return f"x{ratio:.2f}"


def verdict(ratio: float, goal: float) -> str:
    """Whether a ratio keeps its goal."""
    return f"{'keeps' if ratio <= goal else 'MISSES'} the goal of x{goal:g}"


def print_json(**values: object) -> None:
    """The last line of ``--json``."""
    print(json.dumps({key: round(v, 3) if isinstance(v, float) else v for key, v in values.items()}))
