"""Use the window as a new user does, with mouse and keys, and look at every step.

    .venv/bin/python scripts/drive_window.py FOLDER [--command scripts/run]

Starts the program under an Xvfb of its own with empty settings, drives it with xdotool and puts a picture of
each step into FOLDER. Xvfb, xdotool and ImageMagick are needed. The exit code is 1 if a step had no effect,
if a file is missing or the program complained; the last lines say which.
"""

# ruff: noqa: S603, S607  # it starts nothing but our own program and the tools it names
import argparse
import configparser
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN = (1500, 960)
EVENT = "2015-08-25-joint-agreement"
OWN = {"title": {"en": "An event of one’s own"}, "category": "talks", "importance": 3}
TOOLS = ("Xvfb", "xdotool", "import")
START_S, STEP_S = 120.0, 1.0

LOCATE = f"""
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from timeline_app import cli, qtboot
app = qtboot.application()
from timeline_app.layout.overlay import find_spot
from timeline_app.render.fonts import load_scene_fonts
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.settings import Settings
load_scene_fonts()
opening = cli.open_window_data(cli.read_window_arguments(["--lang", "en"]))
window = MainWindow(opening, Settings())
window.resize(1440, 900)
window.show()
QTest.qWait(600)
spot = find_spot(window.canvas.scene(), opening.dataset.index_of({EVENT!r}))
corner = window.canvas.mapTo(window, QPoint(0, 0))
print(round(spot.x) + corner.x(), round(spot.y) + corner.y())
"""


class Driver:
    """A running program, its screen and what was seen of it."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self.folder, self.command = folder, command
        self.failures: list[str] = []
        self.steps = 0
        self.home = Path(tempfile.mkdtemp(prefix="timeline-drive-"))
        names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME")
        self.environment = {**os.environ, **dict.fromkeys(names, str(self.home)), "LC_ALL": "C.UTF-8"}
        self.environment.pop("QT_QPA_PLATFORM", None)
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.server = self._start_server()
        self.window = ""
        self.log = (folder / "program.log").open("w")
        self.program = self.start()

    def _start_server(self) -> subprocess.Popen[bytes]:
        reading, writing = os.pipe()
        width, height = SCREEN
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.environment["DISPLAY"] = f":{pipe.readline().strip()}"
        return server

    def start(self) -> subprocess.Popen[bytes]:
        """The program, once its window is there."""
        program = subprocess.Popen(
            self.command, env=self.environment, cwd=self.home, stdout=self.log, stderr=self.log
        )
        began = time.monotonic()
        while time.monotonic() - began < START_S and program.poll() is None:
            found = self.xdotool(
                "search", "--onlyvisible", "--pid", str(program.pid), "--name", ".", quiet=True
            )
            if found:
                self.window = found.split()[0]
                time.sleep(2)
                self.xdotool("windowmove", self.window, "0", "0")
                self.xdotool("windowfocus", self.window)
                time.sleep(STEP_S)
                return program
            time.sleep(0.2)
        sys.exit(f"no window within {START_S:.0f} s; see {self.folder / 'program.log'}")

    def xdotool(self, *arguments: str, quiet: bool = False) -> str:
        """What xdotool answers."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode and not quiet:
            self.failures.append(f"xdotool {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def picture(self) -> bytes:
        """The pixels of the screen."""
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self.environment, capture_output=True, check=True).stdout

    def newest_window(self) -> str:
        """The window that was opened last: a dialog, else the main window."""
        found = self.xdotool("search", "--onlyvisible", "--name", ".", quiet=True).split()
        return next((window for window in reversed(found) if window != self.window), self.window)

    def keys(self, *keys: str, dialog: bool = False) -> "Driver":
        """Press keys in the window, or in its dialog."""
        if dialog:
            self.xdotool("windowfocus", self.newest_window())
            time.sleep(0.2)
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)
            time.sleep(0.25)
        return self

    def type(self, text: str) -> "Driver":
        """Type a text."""
        self.xdotool("type", "--delay", "30", text)
        return self

    def mouse(self, x: int, y: int, button: int = 0, times: int = 1) -> None:
        """Move the mouse, and click."""
        self.xdotool("mousemove", str(x), str(y))
        time.sleep(0.2)
        if button:
            self.xdotool("click", "--repeat", str(times), "--delay", "60", str(button))

    def drag(self, x0: int, x1: int, y: int) -> None:
        """Drag with the left button."""
        self.xdotool("mousemove", str(x0), str(y), "mousedown", "1")
        for x in range(x0, x1, 20 if x1 > x0 else -20):
            self.xdotool("mousemove", str(x), str(y))
        self.xdotool("mouseup", "1")

    def step(self, name: str, act: Callable[[], object], *, changes: bool = True) -> None:
        """Do something, take a picture, and see whether the screen changed as it should."""
        before = self.picture()
        act()
        time.sleep(STEP_S)
        self.steps += 1
        file = self.folder / f"{self.steps:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, check=True)
        changed = self.picture() != before
        wrong = changed != changes
        if wrong:
            self.failures.append(f"{file.name}: the screen {'changed' if changed else 'did not change'}")
        if self.program.poll() is not None:
            self.failures.append(f"{file.name}: the program ended with {self.program.returncode}")
        print(f"{self.steps:02} {name}{'  <- ' + self.failures[-1] if wrong else ''}", flush=True)

    def expect(self, holds: bool, sentence: str) -> None:
        """Note a failure unless something holds."""
        if not holds:
            self.failures.append(sentence)
            print(f"   <- {sentence}", flush=True)

    def title(self) -> str:
        """The title of the main window."""
        return self.xdotool("getwindowname", self.window)

    def settings(self) -> configparser.ConfigParser:
        """What the program has remembered."""
        found = configparser.ConfigParser(interpolation=None)
        found.read(self.home / "inter-korean-timeline" / "settings.ini", encoding="utf-8")
        return found

    def end(self) -> None:
        """Stop what runs and leave nothing behind but the pictures."""
        if self.program.poll() is None:
            self.program.terminate()
        self.server.terminate()
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)


def main() -> None:
    """Drive the window."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="for the pictures")
    parser.add_argument(
        "--command", default=f"{sys.executable} {ROOT / 'main.py'}", help="what starts the program"
    )
    args = parser.parse_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        sys.exit(
            f"{', '.join(missing)} is missing; on Debian or Ubuntu: apt-get install xvfb xdotool imagemagick"
        )
    args.folder.mkdir(parents=True, exist_ok=True)
    driver = Driver(args.folder.absolute(), shlex.split(args.command))
    try:
        use(driver)
    finally:
        driver.end()
    print(f"\n{driver.steps} steps, {len(driver.failures)} failures", *driver.failures, sep="\n")
    sys.exit(bool(driver.failures))


def use(driver: Driver) -> None:
    """One visit, from the first start to the second."""
    look_around(driver)
    use_the_overview(driver)
    read_an_event(driver)
    search(driver)
    dress(driver)
    export(driver)
    leave_and_return(driver)
    survive_a_kill(driver)
    follow_a_file(driver)
    look_at_the_log(driver)


def look_around(driver: Driver) -> None:
    """Hints, zoom, drag, whole range."""
    driver.step("first-start", lambda: None, changes=False)
    driver.expect("korea" in driver.title().lower(), f"the title is {driver.title()!r}")
    driver.step("hint-escape", lambda: driver.keys("Escape"))
    driver.step("wheel-zoom", lambda: driver.mouse(800, 500, 4, 6))
    driver.step("drag", lambda: driver.drag(900, 600, 480))
    driver.step("zoom-keys", lambda: driver.keys("plus", "minus", "minus"))
    driver.step("quarter-right", lambda: driver.keys("shift+Right"))
    driver.step("back", lambda: driver.keys("alt+Left"))
    driver.step("whole-range", lambda: driver.keys("0"))
    driver.step("hover", lambda: driver.mouse(*located(driver)))


def use_the_overview(driver: Driver) -> None:
    """Drag the brush and its end, jump, go back; a click on the key of the histogram moves nothing."""
    x, y = 767, 846  # the middle of the brush after zooming twice into the whole range
    driver.step("overview-zoomed", lambda: driver.keys("plus", "plus"))
    driver.step("brush-drag", lambda: driver.drag(x + 129, x + 229, y))
    driver.step("brush-end", lambda: driver.drag(x + 340, x + 280, y))
    driver.step("brush-jump", lambda: driver.mouse(x - 300, y, 1))
    driver.step("brush-back", lambda: driver.keys("alt+Left"))
    driver.step("brush-forward", lambda: driver.keys("alt+Right"))
    driver.step("histogram-key", lambda: driver.mouse(250, y, 1), changes=False)
    driver.step("brush-whole", lambda: driver.mouse(x, y, 1, 2))


def read_an_event(driver: Driver) -> None:
    """Click the August agreement, follow a relation and come back."""
    driver.step("click-event", lambda: driver.mouse(*located(driver), 1))
    driver.step("follow-1", lambda: driver.keys("1"))
    driver.step("come-back", lambda: driver.keys("BackSpace"))
    driver.step("dispute", lambda: driver.keys("d"))
    driver.step("fit-event", lambda: driver.keys("z"))
    driver.step("copy-quotation", lambda: driver.keys("c"))
    driver.step("close-panel", lambda: driver.keys("Escape", "Escape"))


def search(driver: Driver) -> None:
    """Search, travel to hits, clear; jump to a date."""
    driver.step("search", lambda: driver.keys("ctrl+f").type("regret"))
    driver.step("first-hit", lambda: driver.keys("Return"))
    driver.step("next-hit", lambda: driver.keys("Return"))
    driver.step("clear-search", lambda: driver.keys("Escape", "Escape", "Escape"))
    driver.step("search-nothing", lambda: driver.keys("slash").type("zzqx"))
    driver.step("clear-again", lambda: driver.keys("Escape", "Escape", "Escape"))
    driver.step("jump-opens", lambda: driver.keys("g"))
    driver.step("jump-typed", lambda: driver.type("Aug 2015"))
    driver.step("jump-goes", lambda: driver.keys("Return"))
    driver.step("jump-refuses", lambda: driver.keys("g").type("31 Feb").keys("Return"))
    driver.step("jump-closed", lambda: driver.keys("Escape"))


def dress(driver: Driver) -> None:
    """Keys sheet, filters, language, theme, text size, window size."""
    driver.step("keys-sheet", lambda: driver.keys("question"))
    driver.step("keys-closed", lambda: driver.keys("Escape", dialog=True))
    driver.xdotool("windowfocus", driver.window)
    driver.step("filters-closed", lambda: driver.keys("f"))
    driver.step("filters-open", lambda: driver.keys("f"))
    driver.step("korean", lambda: driver.keys("l"))
    driver.step("dark", lambda: driver.keys("ctrl+d"))
    driver.step("larger-text", lambda: driver.keys("ctrl+plus", "ctrl+plus", "ctrl+plus"))
    driver.step("text-reset", lambda: driver.keys("ctrl+0"))
    driver.step("narrow", lambda: driver.xdotool("windowsize", "--sync", driver.window, "1000", "700"))
    driver.step("narrow-event", lambda: driver.keys("0", "ctrl+1", "Home", "Return"))
    driver.step("wide", lambda: driver.xdotool("windowsize", "--sync", driver.window, "1440", "900"))


def export(driver: Driver) -> None:
    """Export through the dialog, and copy the image."""
    file = driver.home / "august.png"
    driver.step("export-dialog", lambda: driver.keys("ctrl+e"))
    driver.step("export-saves", lambda: driver.keys("Return", dialog=True))
    driver.xdotool("windowfocus", driver.newest_window())
    driver.step("export-name", lambda: driver.keys("ctrl+a").type(str(file)))
    driver.step("export-done", lambda: driver.keys("Return"))
    driver.expect(file.exists() and file.stat().st_size > 10_000, f"{file.name} was not exported")
    if file.exists():
        shutil.copy(file, driver.folder / "exported.png")
    while driver.newest_window() != driver.window:
        driver.keys("Escape", dialog=True)
        time.sleep(0.3)
    driver.xdotool("windowfocus", driver.window)
    driver.step("copy-image", lambda: driver.keys("ctrl+shift+e"))


def leave_and_return(driver: Driver) -> None:
    """Quit, see what was remembered, and start again."""
    driver.keys("ctrl+q")
    try:
        code = driver.program.wait(10)
        driver.expect(code == 0, f"the program ended with {code}")
    except subprocess.TimeoutExpired:
        driver.expect(False, "Ctrl Q did not end the program")
        driver.program.kill()
    found = driver.settings()
    driver.expect(found.get("look", "language", fallback="") == "ko", "the language was not remembered")
    driver.expect(found.get("look", "theme", fallback="") == "dark", "the theme was not remembered")
    driver.program = driver.start()
    driver.step("second-start", lambda: None, changes=False)


def survive_a_kill(driver: Driver) -> None:
    """End the program without a word to it; the window comes back as large as it was."""
    driver.xdotool("windowsize", "--sync", driver.window, "1210", "770")
    time.sleep(STEP_S)
    driver.program.kill()
    driver.program.wait(10)
    driver.program = driver.start()
    size = driver.xdotool("getwindowgeometry", "--shell", driver.window).splitlines()
    driver.expect({"WIDTH=1210", "HEIGHT=770"} <= set(size), f"after a kill the window has {size}")
    driver.step("after-a-kill", lambda: None, changes=False)


def follow_a_file(driver: Driver) -> None:
    """A collection of one's own grows, is half-written, goes and comes back; the window follows."""
    driver.program.kill()
    driver.program.wait(10)
    folder = driver.home / "mine"
    file = folder / "own.json"
    one, two = (
        json.dumps({"events": [{**OWN, "id": f"own-{n}", "date": f"200{n}"} for n in range(count)]})
        for count in (1, 2)
    )
    folder.mkdir()
    file.write_text(one, encoding="utf-8")
    usual = driver.command
    driver.command = [*usual, str(file)]
    driver.program = driver.start()
    driver.command = usual
    driver.expect("own.json" in driver.title(), f"the title is {driver.title()!r}")
    driver.step("own-more", lambda: file.write_text(two, encoding="utf-8"))
    driver.step("own-half", lambda: file.write_text(two[:-40], encoding="utf-8"))
    driver.step("own-whole", lambda: file.write_text(two, encoding="utf-8"))
    driver.step("own-gone", lambda: shutil.rmtree(folder))
    folder.mkdir()
    time.sleep(STEP_S)
    driver.step("own-back", lambda: file.write_text(one, encoding="utf-8"))


def look_at_the_log(driver: Driver) -> None:
    """Neither a word on the terminal nor a crash in the log."""
    output = (driver.folder / "program.log").read_text(encoding="utf-8").strip()
    driver.expect(not output, f"the program said: {output}")
    log = driver.home / "inter-korean-timeline" / "timeline-app.log"
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    driver.expect("Traceback" not in text, f"a crash stands in the log:\n{text[-2000:]}")


_spot: list[int] = []


def located(driver: Driver) -> tuple[int, int]:
    """Where the event stands on the screen, worked out once from a window nobody sees."""
    if not _spot:
        with tempfile.TemporaryDirectory() as home:
            environment = {**driver.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
            environment |= {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
            found = subprocess.run(
                [sys.executable, "-c", LOCATE], env=environment, capture_output=True, text=True, check=True
            )
        _spot.extend(int(number) for number in found.stdout.split())
    return _spot[0], _spot[1]


if __name__ == "__main__":
    main()
