"""Theme, text size and language of the whole application, as the view says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from timeline_app.model.view import ViewState
from timeline_app.paths import resources_folder
from timeline_app.ui.actions import QT_TRANSLATE_NOOP
from timeline_app.ui.theme import apply_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

# What Qt asks for and its own Korean catalogue lacks: ours has it.
OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
)


class Dresser(QObject):
    """Applies what has changed; words are translated before any widget is asked to show them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = "en"
        self._theme: tuple[str, int] | None = None
        self._translators: list[QTranslator] = []

    def dress(self, state: ViewState) -> None:
        """Take on the look of a view."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if state.language != self._language:
            self._language = state.language
            self._speak(app, state.language)
            app.setApplicationDisplayName(self.tr("Inter-Korean relations timeline"))  # part of every title
        if (state.theme, state.text_percent) != self._theme:
            self._theme = (state.theme, state.text_percent)
            apply_theme(app, state.theme, state.text_percent)

    def _speak(self, app: QApplication, language: str) -> None:
        for translator in self._translators:
            app.removeTranslator(translator)
        self._translators.clear()
        if language == "en":  # as written in the program
            return
        from PySide6.QtCore import QLibraryInfo, QTranslator

        ours = str(resources_folder() / "translations")
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)  # buttons of dialogs
        for name, folder in ((f"qtbase_{language}", of_qt), (f"timeline_{language}", ours)):
            translator = QTranslator(self)
            if translator.load(name, folder):
                app.installTranslator(translator)
                self._translators.append(translator)
