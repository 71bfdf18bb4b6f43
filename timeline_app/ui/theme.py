"""Palette and style sheet of the window from the colour tokens, at a text size."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from timeline_app.layout.style import LIGHT_PALETTE, Palette, style_for
from timeline_app.paths import resources_folder
from timeline_app.render.fonts import font

ROLES = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "lane",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Highlight: "ink",
    QPalette.ColorRole.HighlightedText: "canvas",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "canvas",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Dark: "line2",
}


def qt_palette(palette: Palette) -> QPalette:
    """The tokens as Qt's palette; disabled text is ``ink4``."""
    result = QPalette()
    for role, token in ROLES.items():
        result.setColor(role, QColor(getattr(palette, token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.ink4))
    return result


def style_sheet(palette: Palette, text: float) -> str:
    """The style sheet of all widgets; sizes in px grow with the text."""
    p = palette
    theme = "light" if p.canvas == LIGHT_PALETTE.canvas else "dark"
    arrow = (resources_folder() / "icons" / f"chevron-down-{theme}.svg").as_posix()

    def px(size: float) -> int:
        return round(size * text)

    return f"""
    QWidget {{ font-size: {px(13)}px; }}
    QToolTip {{ background: {p.ink}; color: {p.canvas}; border: none; padding: 5px 8px; font-size: {px(12)}px; }}
    #toolbar, #filters, #overview {{ background: {p.chrome}; }}
    #toolbar {{ border-bottom: 1px solid {p.line}; }}
    #filters {{ border-right: 1px solid {p.line}; }}
    #panel, #panel QScrollArea, #panelBody {{ background: {p.canvas if theme == "light" else p.chrome}; }}
    #panel {{ border-left: 1px solid {p.line}; }}
    QSplitter::handle {{ background: {p.chrome}; }}
    QScrollArea {{ border: none; background: transparent; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QLabel {{ background: transparent; }}
    QLabel[tone="ink2"] {{ color: {p.ink2}; }}
    QLabel[tone="ink3"] {{ color: {p.ink3}; }}
    QLabel[tone="caption"] {{ color: {p.ink3}; font-size: {px(12)}px; }}
    QLabel[tone="error"] {{ color: {p.error}; font-size: {px(12)}px; }}
    QLabel[tone="head"] {{ font-weight: 600; }}
    QPushButton, QToolButton {{
        background: transparent; border: 1px solid transparent; border-radius: 7px;
        padding: {px(5)}px {px(10)}px; font-weight: 500;
    }}
    QToolButton {{ padding: {px(5)}px {px(6)}px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton:hover, QToolButton:hover {{ background: {_mix(p.chrome, p.ink, 0.07)}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {_mix(p.chrome, p.ink, 0.14)}; }}
    QPushButton:checked, QToolButton:checked {{ background: {_mix(p.chrome, p.ink, 0.10)}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {p.focus}; padding: {px(4)}px {px(9)}px; }}
    QToolButton:focus {{ padding: {px(4)}px {px(5)}px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {p.ink4}; }}
    QPushButton[kind="primary"] {{ background: {p.ink}; color: {p.canvas}; font-weight: 600; padding: {px(6)}px {px(14)}px; }}
    QPushButton[kind="primary"]:hover {{ background: {p.ink2}; }}
    QPushButton[kind="primary"]:disabled {{ background: {p.line2}; color: {p.canvas}; }}
    QPushButton[kind="secondary"] {{ background: {p.raised}; border: 1px solid {p.line2}; }}
    QPushButton[kind="secondary"]:focus, QPushButton[kind="primary"]:focus {{ border: 2px solid {p.focus}; }}
    QPushButton[kind="link"] {{ color: {p.link}; padding: 2px 4px; font-weight: 500; text-align: left; }}
    QPushButton[kind="quiet"] {{ color: {p.ink3}; padding: 2px 4px; font-weight: 400; }}
    QPushButton[kind="quiet"]:disabled {{ color: {p.ink4}; }}
    QLineEdit, QComboBox, QSpinBox {{
        background: {p.raised}; border: 1px solid {p.line2}; border-radius: 7px;
        padding: {px(5)}px {px(9)}px; color: {p.ink};
        selection-background-color: {p.ink}; selection-color: {p.canvas};
    }}
    QLineEdit[refused="true"] {{ border: 1px solid {p.error}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {p.focus}; padding: {px(4)}px {px(8)}px; }}
    QComboBox {{ padding-right: {px(26)}px; }}
    QComboBox:focus {{ padding-right: {px(25)}px; }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {px(14)}px; height: {px(14)}px; }}
    QComboBox QAbstractItemView, QListView, QTableView, QTreeView, QTextBrowser, QPlainTextEdit {{
        background: {p.raised}; border: 1px solid {p.line2}; border-radius: 7px; color: {p.ink};
        selection-background-color: {_mix(p.raised, p.ink, 0.10)}; selection-color: {p.ink}; outline: none;
    }}
    QListView::item:focus, QTableView::item:focus {{ border: 2px solid {p.focus}; }}
    QMenu {{ background: {p.raised}; border: 1px solid {p.line2}; border-radius: 7px; padding: 4px; color: {p.ink}; }}
    QMenu::item {{ padding: {px(5)}px {px(24)}px {px(5)}px {px(12)}px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {_mix(p.raised, p.ink, 0.08)}; }}
    QMenu::item:disabled {{ color: {p.ink4}; }}
    QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
    QCheckBox {{ spacing: {px(9)}px; padding: 2px; border: 2px solid transparent; border-radius: 5px; }}
    QCheckBox:focus {{ border: 2px solid {p.focus}; }}
    QDialog {{ background: {p.canvas}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QFrame[kind="hairline"] {{ background: {p.line}; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 7px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {p.line2}; border-radius: 3px; min-height: 30px; margin: 0 1px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {p.line2}; border-radius: 4px; min-width: 30px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    #hint {{ background: {p.ink}; border-radius: 8px; }}
    #hint QLabel {{ color: {p.canvas}; }}
    #hint QPushButton {{ color: {p.canvas}; font-weight: 600; }}
    #hint QPushButton:hover, #hint QPushButton:pressed {{ background: {_mix(p.ink, p.canvas, 0.16)}; }}
    #toast {{ border-radius: 8px; background: {p.raised}; border: 1px solid {p.line2}; }}
    #banner {{ border-radius: 8px; background: {p.error_ground}; border: 1px solid {_mix(p.error_ground, p.error, 0.35)}; }}
    #panel:focus {{ border-left: 2px solid {p.focus}; }}
    #panel QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    #panelBody QToolButton {{ padding: 2px; }}
    QLabel[role="title"] {{ font-size: {px(17)}px; font-weight: 600; }}
    QLabel[role="key"] {{
        background: {p.chrome}; border: 1px solid {p.line2}; border-radius: 5px;
        padding: {px(1)}px {px(7)}px; font-size: {px(12)}px;
    }}
    """


def _mix(ground: str, ink: str, share: float) -> str:
    """The colour of ``ink`` laid over ``ground`` with the given opacity."""
    a, b = QColor(ground), QColor(ink)
    parts = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return "#" + "".join(f"{round(g + (i - g) * share):02X}" for g, i in parts)


def apply_theme(app: QApplication, theme: str, text_percent: int) -> None:
    """Dress the application in a theme (``light`` or ``dark``) at a text size."""
    style = style_for(theme, text_percent)
    app.setFont(font(13 * style.text))
    app.setPalette(qt_palette(style.palette))
    app.setStyleSheet(style_sheet(style.palette, style.text))
