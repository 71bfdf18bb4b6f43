"""Show the window and run until it is closed."""

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.files.opening import Opening
from timeline_app.render.fonts import load_all_fonts, load_scene_fonts
from timeline_app.ui.crash import show_crashes
from timeline_app.ui.first_view import system_theme
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.settings import Settings

HINT_DELAY_MS = 700
FILTERS_DELAY_MS = 25  # a frame or two after the first
EXCERPTS_DELAY_MS = 80
FONTS_DELAY_MS = 150  # after the first frame
RECHECK_DELAY_MS = 1_200


def run_window(opening: Opening) -> int:
    """The exit code of the window that shows this collection."""
    reporter = show_crashes()
    load_scene_fonts()
    settings = Settings()
    if not settings.text("look/theme"):
        settings.put("look/theme", system_theme())
    if not settings.text("look/language"):
        korean = QLocale.system().language() == QLocale.Language.Korean
        settings.put("look/language", "ko" if korean else "en")
    window = MainWindow(opening, settings, timeline_first=True)
    window.place.restore()
    window.show()
    window.canvas.setFocus()
    if opening.path is not None:
        settings.add_recent(str(opening.path.absolute()))
    QTimer.singleShot(FILTERS_DELAY_MS, window.filters.rebuild)
    QTimer.singleShot(FONTS_DELAY_MS, load_all_fonts)  # of sources; the timeline itself needs none of them
    QTimer.singleShot(EXCERPTS_DELAY_MS, window.library.read_excerpts)
    QTimer.singleShot(HINT_DELAY_MS, lambda: window.popups.show_first_hint(window.canvas))
    QTimer.singleShot(RECHECK_DELAY_MS, window.library.recheck)
    code = QApplication.exec()
    del reporter  # lived until here
    return code
