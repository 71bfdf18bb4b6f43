"""The bundled fonts and the shapes of the categories."""

import pytest
from PySide6.QtGui import QFontInfo

from timeline_app.layout.style import SERIF_ROLES, TEXT_ROLES
from timeline_app.model.records import Shape
from timeline_app.render.fonts import FontBook, QtTextMeasure, load_all_fonts
from timeline_app.render.glyphs import SHAPES, glyph_path


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_role_is_set_in_a_bundled_font(qapp, role):
    load_all_fonts()
    expected = "Timeline Serif" if role in SERIF_ROLES else "Pretendard"
    assert QFontInfo(FontBook().font(role)).family() == expected


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
