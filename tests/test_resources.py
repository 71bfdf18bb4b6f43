"""The fonts and icons that come with the program can be used by Qt."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from timeline_app import paths

FAMILIES = {
    "Pretendard-Regular.otf": "Pretendard",
    "Pretendard-Medium.otf": "Pretendard",
    "Pretendard-SemiBold.otf": "Pretendard",
    "Pretendard-Bold.otf": "Pretendard",
    "TimelineSerif-Regular.otf": "Timeline Serif",
    "TimelineSerif-Semibold.otf": "Timeline Serif",
    "NanumMyeongjo-Regular.ttf": "NanumMyeongjo",
    "NanumMyeongjo-Bold.ttf": "NanumMyeongjo",
    "TimelineHanja-Regular.otf": "Timeline Hanja",
}


def fonts() -> Path:
    return paths.resources_folder() / "fonts"


@pytest.mark.parametrize("name", FAMILIES)
def test_a_font_loads_under_the_family_of_its_readme(name: str, qapp: QApplication) -> None:
    font_id = QFontDatabase.addApplicationFont(str(fonts() / name))
    assert QFontDatabase.applicationFontFamilies(font_id)[0] == FAMILIES[name]
    QFontDatabase.removeApplicationFont(font_id)


def test_the_table_above_names_every_font_file() -> None:
    assert {file.name for file in fonts().glob("*.?tf")} == set(FAMILIES)


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        ("Pretendard-Regular.otf", "Agé회ㅎ“”·…—", "韓"),
        ("TimelineSerif-Regular.otf", "Agé“”…—", "회"),
        ("NanumMyeongjo-Regular.ttf", "Ag회“”·…『』", "韓"),
        ("TimelineHanja-Regular.otf", "韓北遺憾合意习郎参のツ", "A"),
    ],
)
def test_a_font_covers_what_its_readme_says(name: str, has: str, lacks: str, qapp: QApplication) -> None:
    font = QRawFont(str(fonts() / name), 20, QFont.HintingPreference.PreferNoHinting)
    assert [letter for letter in has if not font.supportsCharacter(ord(letter))] == []
    assert not font.supportsCharacter(ord(lacks))


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    icons = sorted((paths.resources_folder() / "icons").glob("*.svg"))
    assert len(icons) > 30
    assert [icon.name for icon in icons if not QSvgRenderer(str(icon)).isValid()] == []


def test_every_letter_of_the_chronicle_is_in_a_bundled_font(qapp: QApplication) -> None:
    size, hinting = 20, QFont.HintingPreference.PreferNoHinting
    bundled = [QRawFont(str(fonts() / name), size, hinting) for name in FAMILIES]
    files = paths.data_folder().rglob("*.json")
    letters = {letter for file in files for letter in file.read_text("utf-8") if letter.isprintable()}
    lacking = [
        letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in bundled)
    ]
    assert lacking == []
