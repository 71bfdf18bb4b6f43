"""Exports: equal to the canvas pixel for pixel, text that stays text, and files whole or not at all."""

import datetime
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tests.exports import write_collection
from timeline_app.dates.calendar import to_seconds
from timeline_app.files.collection import read_collection
from timeline_app.files.opening import Opening
from timeline_app.model.dataset import Dataset
from timeline_app.model.filter import EventFilter
from timeline_app.model.frozen import replace
from timeline_app.model.view import ViewState, whole_range
from timeline_app.paths import data_folder
from timeline_app.render.export import (
    ExportError,
    ExportRequest,
    NothingToShowError,
    export_view,
    sheet_image,
)
from timeline_app.render.sheet import Sheet, SheetRequest
from timeline_app.ui.canvas import TimelineCanvas
from timeline_app.ui.library import Library
from timeline_app.ui.navigation import Navigator
from timeline_app.ui.store import ViewStore

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return Dataset(read_collection(write_collection(tmp_path), chronicle=data_folder()))


@pytest.fixture
def sheet_request(dataset: Dataset) -> SheetRequest:
    start, end = whole_range(dataset.extent)
    return SheetRequest(dataset, ViewState(start, end - start))


def canvas_of(sheet: Sheet, tmp_path: Path, ratio: float | None = None) -> TimelineCanvas:
    """A canvas of the size of a sheet's plot, on a screen of a ratio, else on the real one."""
    collection = read_collection(tmp_path / "own.json", chronicle=data_folder())
    view = sheet.request.view
    opening = Opening(None, collection, Dataset(collection), EventFilter())
    library = Library(data_folder(), opening)
    store = ViewStore(view)
    canvas = TimelineCanvas(store, library, Navigator(store, library))
    if ratio is not None:
        canvas.devicePixelRatioF = lambda: ratio  # type: ignore[method-assign]
    canvas.setMinimumSize(1, 1)
    canvas.resize(sheet.layout.plot.width, sheet.layout.plot.height)
    canvas.settle()
    canvas.library_of_test = library  # type: ignore[attr-defined]  # lives as long as the canvas
    return canvas


def written(request: ExportRequest) -> Path:
    """Where the file is after it was written."""
    export_view(request)
    return request.path


def plot_in(image: QImage, sheet: Sheet, ratio: float) -> QImage:
    plot = sheet.layout.plot
    image.setDevicePixelRatio(1)
    found = image.copy(
        round(plot.x * ratio), round(plot.y * ratio), int(plot.width * ratio), int(plot.height * ratio)
    )
    return found.convertToFormat(QImage.Format.Format_RGB32)


# -- the same picture


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_plot_of_a_png_equals_the_canvas(
    sheet_request: SheetRequest, tmp_path: Path, ratio: float, theme: str, percent: int
) -> None:
    view = replace(sheet_request.view, theme=theme, text_percent=percent)
    request = replace(sheet_request, view=view)
    sheet = Sheet(request)
    path = written(ExportRequest(tmp_path / "out.png", request, ratio))
    plain = canvas_of(sheet, tmp_path, ratio).plain_picture()
    found = plot_in(QImage(str(path)), sheet, ratio)
    assert found == plot_in_canvas(plain).copy(found.rect())  # without half a row at an odd ratio


def plot_in_canvas(image: QImage) -> QImage:
    image.setDevicePixelRatio(1)
    return image.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_plot_of_a_png_equals_the_grab_of_a_shown_canvas(
    sheet_request: SheetRequest, tmp_path: Path, language: str
) -> None:
    request = replace(sheet_request, view=replace(sheet_request.view, language=language))
    sheet = Sheet(request)
    canvas = canvas_of(sheet, tmp_path)
    canvas.show()
    QApplication.processEvents()
    path = written(ExportRequest(tmp_path / "out.png", request, 1.0))
    assert plot_in(QImage(str(path)), sheet, 1.0) == plot_in_canvas(canvas.grab().toImage())


def test_the_plot_equals_the_grab_where_today_is_in_view(sheet_request: SheetRequest, tmp_path: Path) -> None:
    today = datetime.date.today()
    noon = to_seconds(today.year, today.month, today.day)
    start = to_seconds(2015, 1, 1)
    request = replace(sheet_request, view=ViewState(start, (noon - start) * 1.2))
    sheet = Sheet(request)
    canvas = canvas_of(sheet, tmp_path)
    path = written(ExportRequest(tmp_path / "out.png", request, 1.0))
    assert sheet.scene.today_x is not None
    assert plot_in(QImage(str(path)), sheet, 1.0) == plot_in_canvas(canvas.grab().toImage())


def test_a_selection_is_not_exported(sheet_request: SheetRequest) -> None:
    selected = replace(sheet_request, view=sheet_request.view.select("event-4"))
    assert sheet_image(Sheet(selected), 1.0) == sheet_image(Sheet(sheet_request), 1.0)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("plot", [(1000, 640), (560, 560), (1400, 300)])
def test_a_sheet_around_a_given_plot_has_all_its_parts(
    sheet_request: SheetRequest, plot: tuple[int, int], percent: int
) -> None:
    view = replace(sheet_request.view, text_percent=percent)
    sheet = Sheet(replace(sheet_request, view=view, plot=plot))
    assert (sheet.layout.plot.width, sheet.layout.plot.height) == plot
    assert len(sheet.layout.keys) == len(sheet.content.legend)
    assert sheet.layout.noted > 0
    assert sheet_image(sheet, 1.0).height() == sheet.size[1] > plot[1]


# -- words


def words_of(sheet: Sheet) -> str:
    return " ".join(run.text for run in sheet.layout.runs)


def test_the_title_names_subject_and_range(sheet_request: SheetRequest) -> None:
    assert Sheet(sheet_request).content.title == "Inter-Korean relations, 2006–2016"
    korean = replace(sheet_request, view=replace(sheet_request.view, language="ko"))
    assert Sheet(korean).content.title == "남북관계, 2006–2016년"


def test_a_title_of_ones_own_leaves_subject_and_range_below_it(sheet_request: SheetRequest) -> None:
    content = Sheet(replace(sheet_request, title="Ten years")).content
    assert content.title == "Ten years"
    assert content.subtitle[0] == "Inter-Korean relations, 2006–2016"


def test_the_subtitle_says_what_was_filtered(sheet_request: SheetRequest) -> None:
    choice = EventFilter(categories=frozenset({"talks"}), actors=frozenset({"south-korea"}), text="contact")
    content = Sheet(replace(sheet_request, view=sheet_request.view.with_filter(choice))).content
    assert content.subtitle[0] == (
        "10 events of 40 · Categories: Talks & agreements · Actors: South Korea · containing “contact”"
    )


def test_the_footer_counts_and_names_the_data(sheet_request: SheetRequest) -> None:
    sheet = Sheet(replace(sheet_request, day=datetime.date(2026, 11, 24)))
    labelled = sum(1 for lane in sheet.scene.lanes for mark in lane.marks if mark.label)
    assert sheet.content.counts.startswith(f"40 events shown of 40; {labelled} labelled.")
    assert sheet.content.imprint == (
        "Inter-Korean relations, version 7.3, verified to 30 Jun 2016, exported 24 Nov 2026 · CC-BY-4.0"
    )


def test_the_legend_explains_what_occurs(sheet_request: SheetRequest) -> None:
    kinds = [kind for kind, _ in Sheet(sheet_request).content.legend]
    assert kinds == ["exact", "days", "going-on", "month", "bare", "pill", "period", "unverified"]


# -- PNG


def test_a_png_has_the_size_the_resolution_and_the_words(sheet_request: SheetRequest, tmp_path: Path) -> None:
    request = replace(sheet_request, size=(1123, 794))
    image = QImage(str(written(ExportRequest(tmp_path / "out.png", request, 2.0))))
    assert (image.width(), image.height()) == (2246, 1588)
    assert image.dotsPerMeterX() == 7559
    assert image.text("Title") == "Inter-Korean relations, 2006–2016"
    assert "40 events of 40" in image.text("Description")
    assert "version 7.3" in image.text("Source")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_same_day_gives_the_same_bytes(sheet_request: SheetRequest, tmp_path: Path, suffix: str) -> None:
    one, two = (
        written(ExportRequest(tmp_path / f"{name}{suffix}", sheet_request)).read_bytes() for name in "ab"
    )
    assert one == two


# -- SVG


def svg_of(request: SheetRequest, tmp_path: Path) -> str:
    return written(ExportRequest(tmp_path / "out.svg", request)).read_text(encoding="utf-8")


def test_an_svg_is_in_px_and_says_what_it_is(sheet_request: SheetRequest, tmp_path: Path) -> None:
    root = ElementTree.fromstring(svg_of(replace(sheet_request, title="Talks & <tests>"), tmp_path))  # noqa: S314
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1600px", "900px", "0 0 1600 900")
    assert root.get("version") == "1.1"
    assert root.findtext(f"{SVG}title") == "Talks & <tests>"
    assert "version 7.3" in (root.findtext(f"{SVG}desc") or "")


def test_text_of_an_svg_stays_text_with_fonts_to_fall_back_on(
    sheet_request: SheetRequest, tmp_path: Path
) -> None:
    root = ElementTree.fromstring(svg_of(sheet_request, tmp_path))  # noqa: S314
    texts = {text.text: text for text in root.iter(f"{SVG}text")}
    assert texts["2015"].get("font-family", "").endswith("sans-serif")
    title = texts["Inter-Korean relations, 2006–2016"]
    assert title.get("font-family", "").endswith(", serif")
    assert float(title.get("textLength", 0)) > 300


def test_lane_names_of_an_svg_are_not_clipped_with_the_plot(
    sheet_request: SheetRequest, tmp_path: Path
) -> None:
    root = ElementTree.fromstring(svg_of(sheet_request, tmp_path))  # noqa: S314
    groups = [group for group in root.iter(f"{SVG}g") if group.get("clip-path")]
    clipped = [text.text for group in groups for text in group.iter(f"{SVG}text")]
    assert "2006–2016" not in clipped
    assert clipped
    assert "Talks &" not in clipped


def test_what_xml_cannot_hold_is_left_out(sheet_request: SheetRequest, tmp_path: Path) -> None:
    request = replace(sheet_request, title="a\x0bb\udcffc")
    root = ElementTree.fromstring(svg_of(request, tmp_path))  # noqa: S314
    assert root.findtext(f"{SVG}title") == "a bc"


def test_an_svg_can_be_drawn(sheet_request: SheetRequest, tmp_path: Path) -> None:
    assert QSvgRenderer(svg_of(sheet_request, tmp_path).encode()).isValid()


# -- PDF


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("language", "label", "title"),
    [
        ("en", "High-level contact 4", "Inter-Korean relations, 2006–2016"),
        ("ko", "고위급 접촉 4", "남북관계, 2006–2016년"),
    ],
)
def test_text_of_a_pdf_can_be_read_out(
    sheet_request: SheetRequest, tmp_path: Path, language: str, label: str, title: str
) -> None:
    request = replace(sheet_request, view=replace(sheet_request.view, language=language))
    reader = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", request)))
    text = plain(" ".join(page.extract_text() for page in reader.pages))
    assert label in text
    assert title.replace(" ", "") in text.replace(" ", "")
    assert {"2008", "2010", "2012"} <= set(re.findall(r"\d{4}", text))  # the figures of the axis
    assert not re.search("[\ue000-\uf8ff]", text)  # no character of private use


def test_an_apostrophe_comes_out_of_a_pdf_as_itself(sheet_request: SheetRequest, tmp_path: Path) -> None:
    request = replace(sheet_request, title="The ‘North’s’ words")
    reader = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", request)))
    assert "The‘North’s’words" in plain(reader.pages[0].extract_text()).replace(" ", "")


def test_a_pdf_has_the_size_of_the_sheet(sheet_request: SheetRequest, tmp_path: Path) -> None:
    request = replace(sheet_request, size=(1123, 794))
    page = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", request))).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((842.25, 595.5), abs=1)


def test_fonts_of_a_pdf_are_embedded(sheet_request: SheetRequest, tmp_path: Path) -> None:
    reader = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", sheet_request)))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert any(name.startswith("/FontFile") for name in descriptor), font["/BaseFont"]


def test_every_source_of_a_pdf_is_a_link(sheet_request: SheetRequest, tmp_path: Path) -> None:
    reader = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", sheet_request)))
    assert len(reader.pages) > 1
    found = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())  # type: ignore[union-attr]
    }
    assert found == {f"https://example.org/statement-{number}" for number in range(40)}


def test_a_pdf_says_what_it_is(sheet_request: SheetRequest, tmp_path: Path) -> None:
    request = replace(sheet_request, day=datetime.date(2026, 11, 24))
    reader = pypdf.PdfReader(written(ExportRequest(tmp_path / "out.pdf", request)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Inter-Korean relations, 2006–2016"
    assert reader.metadata["/CreationDate"].startswith("D:20261124000000")


# -- refusals


@pytest.mark.parametrize(
    ("name", "size", "scale", "sentence"),
    [
        ("out.gif", (1600, 900), 1.0, "out.gif: a picture ends in .png, .svg, .pdf"),
        ("none/out.png", (1600, 900), 1.0, "there is no folder"),
        ("folder.png", (1600, 900), 1.0, "is a folder; name the file to write"),
        ("out.png", (300, 300), 1.0, "300x300 px is too small; a sheet has at least 320x240 px"),
        ("out.png", (8000, 8000), 2.0, "8000x8000 px at scale 2 is 256 megapixels; 200 is the most"),
        ("out.pdf", (19500, 900), 1.0, "a side of a PDF page has at most 19200 px"),
        ("out\0.png", (1600, 900), 1.0, "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_sentence(
    sheet_request: SheetRequest, tmp_path: Path, name: str, size: tuple[int, int], scale: float, sentence: str
) -> None:
    folder = tmp_path / "exports"
    (folder / "folder.png").mkdir(parents=True)
    with pytest.raises(ExportError) as refused:
        written(ExportRequest(folder / name, replace(sheet_request, size=size), scale))
    assert sentence in str(refused.value)
    assert "\n" not in refused.value.in_language("ko")
    assert [path.name for path in folder.iterdir()] == ["folder.png"]


def test_an_empty_view_is_refused(sheet_request: SheetRequest, tmp_path: Path) -> None:
    view = sheet_request.view.with_filter(EventFilter(text="nowhere to be found"))
    with pytest.raises(NothingToShowError):
        written(ExportRequest(tmp_path / "out.png", replace(sheet_request, view=view)))
    assert not (tmp_path / "out.png").exists()


def test_an_empty_sheet_says_so(sheet_request: SheetRequest) -> None:
    view = sheet_request.view.with_filter(EventFilter(text="nowhere to be found"))
    assert "No events match" in words_of(Sheet(replace(sheet_request, view=view)))


def test_a_file_that_cannot_be_replaced_is_left_as_it_was(
    sheet_request: SheetRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "out.svg").write_text("before")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match=r"out\.svg cannot be written: Permission denied"):
        written(ExportRequest(folder / "out.svg", sheet_request))
    assert [path.name for path in folder.iterdir()] == ["out.svg"]
    assert (folder / "out.svg").read_text() == "before"


def test_the_platform_paints_without_a_display(qapp: QGuiApplication) -> None:
    assert qapp.platformName() in ("offscreen", "minimal", "xcb", "wayland")


def test_a_canvas_on_a_screen_of_ratio_2_gives_the_same_pixels(
    sheet_request: SheetRequest, tmp_path: Path
) -> None:
    """With Qt's own scaling instead of a canvas that claims a ratio."""
    script = """
import sys
from pathlib import Path
sys.path[:0] = [{checkout!r}]
from timeline_app import qtboot
qtboot.guard_refcounts()
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
app = QApplication(["test"])
from tests.render import test_export as t
from timeline_app.render.fonts import load_all_fonts
folder = Path({folder!r})
load_all_fonts()
dataset = t.Dataset(t.read_collection(folder / "own.json", chronicle=t.data_folder()))
start, end = t.whole_range(dataset.extent)
request = t.SheetRequest(dataset, t.ViewState(start, end - start))
sheet = t.Sheet(request)
canvas = t.canvas_of(sheet, folder)
canvas.show()
app.processEvents()
grab = canvas.grab().toImage()
assert grab.devicePixelRatio() == 2, grab.devicePixelRatio()
path = t.written(t.ExportRequest(folder / "out.png", request, 2.0))
assert t.plot_in(QImage(str(path)), sheet, 2.0) == t.plot_in_canvas(grab)
print("equal")
"""
    checkout = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", script.format(checkout=str(checkout), folder=str(tmp_path))],
        env={"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == "equal", run.stderr
