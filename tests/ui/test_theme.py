"""What the style sheet cannot colour by itself."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import IGNORED
from timeline_app.layout.style import style_for
from timeline_app.paths import resources_folder
from timeline_app.ui.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore(IGNORED)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_arrow_of_combo_boxes_has_the_ink_of_the_theme(theme: str) -> None:
    picture = (resources_folder() / "icons" / f"chevron-down-{theme}.svg").read_text(encoding="utf-8")
    plain = (resources_folder() / "icons" / "chevron-down.svg").read_text(encoding="utf-8")
    assert picture == plain.replace("currentColor", style_for(theme).palette.ink2)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
def test_combo_boxes_have_an_arrow(qtbot: QtBot, qapp: QApplication, theme: str, percent: int) -> None:
    apply_theme(qapp, theme, percent)
    try:
        box = QComboBox()
        qtbot.addWidget(box)
        box.addItem("PNG")
        box.resize(260, box.sizeHint().height())
        box.show()
        ground = box.grab().toImage()
        edge = round(26 * percent / 100)
        assert len(colours(ground, ground.width() - edge + 2, ground.width() - 4)) > 2
        assert len(colours(ground, ground.width() // 2, ground.width() - edge - 4)) == 1
    finally:
        qapp.setStyleSheet("")


def colours(image: QImage, first: int, last: int) -> set[int]:
    return {image.pixel(x, y) for x in range(first, last) for y in range(4, image.height() - 4)}
