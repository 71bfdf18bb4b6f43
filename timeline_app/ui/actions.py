"""Every action of the window in one table: its name, its words, its keys and the section of the key sheet."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Row(NamedTuple):
    """One action; ``keys`` in Qt's portable form, the first is shown beside it."""

    name: str
    text: str
    keys: tuple[str, ...]
    section: str


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name lupdate looks for
    """Mark a text for translation; Qt's own says it returns any object."""
    return text


MOVE = QT_TRANSLATE_NOOP("Actions", "Moving through time")
EVENTS = QT_TRANSLATE_NOOP("Actions", "Events and sources")
WINDOW = QT_TRANSLATE_NOOP("Actions", "Window and collection")

ROWS = (
    Row("zoom-in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), ("+", "="), MOVE),
    Row("zoom-out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), ("-",), MOVE),
    Row("whole-range", QT_TRANSLATE_NOOP("Actions", "Whole range"), ("0",), MOVE),
    Row(
        "fit-event", QT_TRANSLATE_NOOP("Actions", "Show the selected event with its relations"), ("Z",), MOVE
    ),
    Row("today", QT_TRANSLATE_NOOP("Actions", "Go to today"), ("T",), MOVE),
    Row("jump", QT_TRANSLATE_NOOP("Actions", "Jump to a date"), ("G", "Ctrl+G"), MOVE),
    Row("back", QT_TRANSLATE_NOOP("Actions", "Back to the previous view"), ("Backspace", "Alt+Left"), MOVE),
    Row("forward", QT_TRANSLATE_NOOP("Actions", "Forward again"), ("Alt+Right",), MOVE),
    Row("search", QT_TRANSLATE_NOOP("Actions", "Search"), ("Ctrl+F", "/"), EVENTS),
    Row("dispute", QT_TRANSLATE_NOOP("Actions", "Jump to the disputed reading"), ("D",), EVENTS),
    Row("open-source", QT_TRANSLATE_NOOP("Actions", "Open the source in the browser"), ("O",), EVENTS),
    Row(
        "copy-quotation",
        QT_TRANSLATE_NOOP("Actions", "Copy the quotation with its reference"),
        ("C",),
        EVENTS,
    ),
    Row("copy-citation", QT_TRANSLATE_NOOP("Actions", "Copy the citation"), ("Ctrl+Shift+C",), EVENTS),
    Row("close", QT_TRANSLATE_NOOP("Actions", "Close, clear or deselect"), ("Esc",), EVENTS),
    Row("filters", QT_TRANSLATE_NOOP("Actions", "Filters"), ("F",), WINDOW),
    Row("reset", QT_TRANSLATE_NOOP("Actions", "Reset filters"), ("Ctrl+Shift+R",), WINDOW),
    Row("arcs", QT_TRANSLATE_NOOP("Actions", "Relation arcs on or off"), ("A",), WINDOW),
    Row("periods", QT_TRANSLATE_NOOP("Actions", "Periods on or off"), ("P",), WINDOW),
    Row("more-periods", QT_TRANSLATE_NOOP("Actions", "List the periods in view"), ("Shift+P",), WINDOW),
    Row("timeline", QT_TRANSLATE_NOOP("Actions", "Focus the timeline"), ("Ctrl+1",), WINDOW),
    Row("panel", QT_TRANSLATE_NOOP("Actions", "Focus the event panel"), ("Ctrl+2",), WINDOW),
    Row("export", QT_TRANSLATE_NOOP("Actions", "Export"), ("Ctrl+E",), WINDOW),
    Row("copy-image", QT_TRANSLATE_NOOP("Actions", "Copy the image"), ("Ctrl+Shift+E",), WINDOW),
    Row("open", QT_TRANSLATE_NOOP("Actions", "Open a collection"), ("Ctrl+O",), WINDOW),
    Row("open-folder", QT_TRANSLATE_NOOP("Actions", "Open a folder"), ("Ctrl+Alt+O",), WINDOW),
    Row("chronicle", QT_TRANSLATE_NOOP("Actions", "Open the chronicle"), ("Ctrl+Shift+O",), WINDOW),
    Row("reload", QT_TRANSLATE_NOOP("Actions", "Reload"), ("F5",), WINDOW),
    Row("language", QT_TRANSLATE_NOOP("Actions", "English or Korean"), ("L",), WINDOW),
    Row("theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), ("Ctrl+D",), WINDOW),
    Row("text-larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), WINDOW),
    Row("text-smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), WINDOW),
    Row("text-reset", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), ("Ctrl+0",), WINDOW),
    Row("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), ("?", "F1"), WINDOW),
    Row("about", QT_TRANSLATE_NOOP("Actions", "About"), ("Shift+F1",), WINDOW),
    Row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), WINDOW),
)

# what the canvas does with keys itself, for the sheet of keys
CANVAS_KEYS = (
    ((("←",), ("→",)), QT_TRANSLATE_NOOP("Actions", "Previous, next event in the lane"), EVENTS),
    ((("↑",), ("↓",)), QT_TRANSLATE_NOOP("Actions", "Nearest event in the next lane"), EVENTS),
    ((("Enter",),), QT_TRANSLATE_NOOP("Actions", "Open the event, or zoom into a pill"), EVENTS),
    ((("1", "–", "9"),), QT_TRANSLATE_NOOP("Actions", "Follow that relation"), EVENTS),
    ((("Shift", "←"), ("Shift", "→")), QT_TRANSLATE_NOOP("Actions", "Move by a quarter"), MOVE),
    ((("Home",), ("End",)), QT_TRANSLATE_NOOP("Actions", "First, last event"), MOVE),
)


ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class KeyLine(NamedTuple):
    """A line of the sheet of keys; each way to do it is a group of keys that are pressed together."""

    section: str
    ways: tuple[tuple[str, ...], ...]
    text: str


def words(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def make_actions(window: QWidget, slots: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """An action for each row, added to the window; ``slots`` must name every row and no other."""
    unknown = set(slots) ^ {row.name for row in ROWS}
    if unknown:
        raise ValueError(f"actions and slots differ in {sorted(unknown)}")
    actions: dict[str, QAction] = {}
    for row in ROWS:
        action = QAction(window)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.triggered.connect(lambda _checked=False, slot=slots[row.name]: slot())
        window.addAction(action)
        actions[row.name] = action
    name_actions(actions)
    return actions


def name_actions(actions: dict[str, QAction]) -> None:
    """Give the actions their words, again after a change of language."""
    for row in ROWS:
        actions[row.name].setText(words(row.text))


def key_sheet() -> list[KeyLine]:
    """Everything the keyboard does, in sections."""
    lines = [KeyLine(words(section), ways, words(text)) for ways, text, section in CANVAS_KEYS]
    lines += [KeyLine(words(row.section), tuple(map(caps, row.keys[:2])), words(row.text)) for row in ROWS]
    order = [words(section) for section in (MOVE, EVENTS, WINDOW)]
    return sorted(lines, key=lambda line: order.index(line.section))


def caps(key: str) -> tuple[str, ...]:
    """The keys of a combination such as ``Ctrl+Shift+C``, as the system calls them."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    held, plus, last = text[:-1].rpartition("+")  # the last key may be a plus itself
    last = ARROWS.get(key.rpartition("+")[2], last + text[-1])
    return (*held.split("+"), last) if plus else (last,)
