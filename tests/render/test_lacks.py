"""What a sheet leaves out is said, with the way to get it."""

from pathlib import Path

import pytest

from tests.exports import write_collection
from timeline_app.files.collection import read_collection
from timeline_app.model.dataset import Dataset
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range
from timeline_app.paths import data_folder
from timeline_app.render.lacks import lacks
from timeline_app.render.sheet import Sheet, SheetRequest

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sheet_request(tmp_path: Path) -> SheetRequest:
    dataset = Dataset(read_collection(write_collection(tmp_path), chronicle=data_folder()))
    start, end = whole_range(dataset.extent)
    return SheetRequest(dataset, ViewState(start, end - start))


def test_a_sheet_with_all_its_parts_lacks_nothing(sheet_request: SheetRequest) -> None:
    assert lacks(Sheet(sheet_request)) == ""
    assert lacks(Sheet(replace(sheet_request, plot=(1000, 640)))) == ""


def test_notes_without_room_are_counted_and_a_pdf_has_them(sheet_request: SheetRequest) -> None:
    sheet = Sheet(replace(sheet_request, size=(1000, 700)))
    assert 0 < sheet.layout.noted < 40
    assert lacks(sheet) == (
        f"there is room for the source notes of {sheet.layout.noted} of 40 events; "
        "a larger sheet has more, a PDF has all sources"
    )
    assert lacks(Sheet(replace(sheet_request, size=(1000, 700), paged=True))) == ""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_small_sheet_lacks_legend_and_notes_in_one_line(sheet_request: SheetRequest, language: str) -> None:
    said = lacks(Sheet(replace(sheet_request, size=(320, 240))), language)
    assert len(said.splitlines()) == 1
    assert {"en": "the legend", "ko": "범례"}[language] in said
    assert {"en": "the source notes", "ko": "출처를"}[language] in said
