"""The bundled fonts and the shapes of the categories."""

import pytest
from PySide6.QtGui import QFontInfo, QRawFont, QTextLayout

from timeline_app.files.collection import read_collection
from timeline_app.layout.sheet_text import one_line
from timeline_app.layout.style import SERIF_ROLES, TEXT_ROLES
from timeline_app.model.records import Shape
from timeline_app.paths import data_folder, resources_folder
from timeline_app.render.fonts import SANS, SERIF, FontBook, QtTextMeasure, load_all_fonts
from timeline_app.render.glyphs import SHAPES, glyph_path


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_role_is_set_in_a_bundled_font(qapp, role):
    load_all_fonts()
    expected = "Timeline Serif" if role in SERIF_ROLES else "Pretendard"
    assert QFontInfo(FontBook().font(role)).family() == expected


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_letter_of_the_chronicle_has_a_glyph_in_the_fonts_of_its_role(qapp, role):
    load_all_fonts()
    files = {
        QRawFont(str(file), 20).familyName(): file for file in (resources_folder() / "fonts").glob("*.?tf")
    }
    wanted = FontBook().font(role)
    families = [QRawFont(str(files[name]), 20) for name in wanted.families() if name in files]
    texts = (file.read_text("utf-8") for file in data_folder().rglob("*.json"))
    letters = {letter for text in texts for letter in text if letter.isprintable()}
    assert len(families) >= 2
    assert [c for c in sorted(letters) if not any(font.supportsCharacter(ord(c)) for font in families)] == []


@pytest.mark.parametrize("role", ["sheet-source", "sheet-title", "sheet-text", "label-major"])
def test_qt_takes_no_font_of_the_system_for_the_chronicle(qapp, role):
    """As Qt itself chooses: the bundled fonts are merged, one for each stretch of a text."""
    load_all_fonts()
    sources = read_collection(None, chronicle=data_folder(), log=False).sources
    titles = {title for source in sources for title in source.title.values()}
    used = set()
    for title in titles:
        layout = QTextLayout(one_line(title), FontBook().font(role))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        used |= {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert used <= {*SANS, *SERIF}


def test_fonts_are_sized_in_pixels_and_grow_with_the_text(qapp):
    assert [FontBook(text).font("label-major").pixelSize() for text in (1.0, 2.0)] == [12, 24]


def test_digits_of_the_axis_are_equally_wide(qapp):
    load_all_fonts()
    measure = QtTextMeasure(FontBook())
    assert len({round(measure.width(digit * 4, "axis-minor"), 3) for digit in "0123456789"}) == 1


def test_a_width_is_measured_once_and_empty_is_nothing(qapp):
    measure = QtTextMeasure(FontBook())
    assert measure.width("", "period") == 0
    assert measure.width("회담", "period") == measure.width("회담", "period") > 15


def test_every_shape_that_a_category_may_have_can_be_drawn():
    assert set(SHAPES) == set(Shape.__args__)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_shape_is_about_its_size_and_around_its_middle(shape):
    box = glyph_path(shape, 100.0).boundingRect()
    assert 80 <= max(box.width(), box.height()) <= 140
    assert abs(box.center().x()) <= 8
    assert abs(box.center().y()) <= 8
