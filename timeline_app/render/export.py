"""Write a view as PNG, SVG or PDF: the canvas' own picture on a sheet with title, legend and sources."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, QUuid
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from timeline_app import __version__
from timeline_app.files.writing import write_whole
from timeline_app.render.sheet import Sheet, SheetRequest

PROGRAM = f"Inter-Korean relations timeline {__version__}"
DPI = 96  # 1 px of a sheet is 1/96 inch on every device
POINTS_A_PX = 72 / DPI
INCH_M = 0.0254
PIXELS_MOST = 200_000_000
PAGE_MOST_PX = 19_200  # 200 inches, the largest page of a PDF
SMALLEST = (320, 240)
FALLBACKS = {
    "Pretendard": "Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif",
    "Source Serif 4": "'Source Serif 4', 'Noto Serif KR', 'Noto Serif CJK KR', serif",
    "NanumMyeongjo": "NanumMyeongjo, 'Nanum Myeongjo', 'Noto Serif KR', 'Noto Serif CJK KR', serif",
    "Timeline Hanja": "'Timeline Hanja', 'Noto Sans CJK KR', sans-serif",
}


class ExportError(Exception):
    """A picture cannot be written; the message is one sentence."""


class NothingToShowError(ExportError):
    """No event is in the view."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A sheet, the file it goes to, and for PNG the pixels for each px."""

    path: Path
    sheet: SheetRequest
    scale: float = field(default=1.0)


def export_view(request: ExportRequest) -> Path:
    """Write a view, all of the file or nothing; the answer is where it is."""
    path = request.path
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise ExportError(f"{path.name or path}: a picture ends in {', '.join(WRITERS)}")
    _check_place(path)
    check_size(request.sheet.size, request.scale, suffix)
    sheet = Sheet(replace(request.sheet, paged=suffix in PAGED))
    if not sheet.content.shown:
        raise NothingToShowError("no event matches, so there is nothing to draw")
    data = WRITERS[suffix](sheet, request.scale)
    try:
        write_whole(path, data)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from None
    return path


def _check_place(path: Path) -> None:
    """Refuse at once what could only fail after the work is done."""
    try:
        if path.is_dir():
            raise ExportError(f"{path} is a folder; name the file to write")
        if not path.parent.is_dir():
            raise ExportError(f"{path} cannot be written: there is no folder {path.parent}")
    except (OSError, ValueError) as error:  # a name that no file can have
        raise ExportError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}") from None


def check_size(size: tuple[int, int], scale: float, suffix: str) -> None:
    """Refuse a sheet that is too small to hold a timeline or too large for the format."""
    width, height = size
    if width < SMALLEST[0] or height < SMALLEST[1]:
        raise ExportError(f"{width}x{height} px is too small; a sheet has at least {SMALLEST[0]}x{SMALLEST[1]} px")
    ratio = scale if suffix == ".png" else 1.0
    pixels = width * ratio * height * ratio
    if pixels > PIXELS_MOST:
        raise ExportError(
            f"{width}x{height} px at scale {ratio:g} is {pixels / 1e6:,.0f} megapixels; "
            f"at most {PIXELS_MOST // 1_000_000} can be written"
        )
    if suffix == ".pdf" and max(size) > PAGE_MOST_PX:
        raise ExportError(f"{width}x{height} px is too large; a side of a PDF page has at most {PAGE_MOST_PX} px")


def sheet_image(sheet: Sheet, scale: float) -> QImage:
    """The first page as a picture with ``scale`` pixels for each px."""
    width, height = sheet.request.size
    image = QImage(max(round(width * scale), 1), max(round(height * scale), 1), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(f"there is not enough memory for {width}x{height} px at scale {scale:g}")
    image.setDevicePixelRatio(scale)
    image.fill(sheet.style.palette.canvas)
    painter = QPainter(image)
    sheet.paint(painter, scale)
    painter.end()
    dots = round(DPI * scale / INCH_M)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def write_png(sheet: Sheet, scale: float) -> bytes:
    """The sheet as PNG."""
    image = sheet_image(sheet, scale)
    for key, text in metadata(sheet).items():
        image.setText(key, text)
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ExportError("the picture could not be encoded as PNG")
    return bytes(buffer.data().data())


def write_svg(sheet: Sheet, scale: float) -> bytes:
    """The sheet as SVG 1.1; ``scale`` plays no part."""
    width, height = sheet.request.size
    texts = metadata(sheet)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRect(0, 0, width, height))
    generator.setTitle(_xml(texts["Title"]))
    generator.setDescription(_xml(f"{texts['Description']}. {texts['Source']}. {texts['Software']}"))
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()
    return _in_px(with_fallbacks(bytes(buffer.data().data()).decode("utf-8")), width, height).encode("utf-8")


def write_pdf(sheet: Sheet, scale: float) -> bytes:
    """The sheet as PDF, with all source notes on the pages after it; ``scale`` plays no part."""
    width, height = sheet.request.size
    texts = metadata(sheet)
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    points = QSizeF(width * POINTS_A_PX, height * POINTS_A_PX)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(texts["Title"])
    writer.setCreator(texts["Software"])
    day = sheet.request.day.isoformat()
    identity = str(uuid5(NAMESPACE_URL, repr((texts, sheet.request.size, day))))
    writer.setDocumentId(QUuid(identity))
    writer.setDocumentXmpMetadata(QByteArray(xmp(texts, day, identity).encode("utf-8")))
    painter = QPainter(writer)
    for page in range(sheet.page_count):
        if page:
            writer.newPage()
        sheet.paint(painter, page=page, links=True)
    painter.end()
    return _on_day(bytes(buffer.data().data()), day)


WRITERS: dict[str, Callable[[Sheet, float], bytes]] = {".png": write_png, ".svg": write_svg, ".pdf": write_pdf}
PAGED = (".pdf",)


def metadata(sheet: Sheet) -> dict[str, str]:
    """What a file says of itself: title, what is shown, the data and the program."""
    content = sheet.content
    return {
        "Title": content.title,
        "Description": " · ".join(content.subtitle),
        "Source": content.imprint,
        "Software": PROGRAM,
    }


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _xml(text: str) -> str:
    """Text for an element's content; Qt writes title and description as they are."""
    return quoteattr(text)[1:-1]


def with_fallbacks(svg: str) -> str:
    """An SVG names one font for each text; name those that may stand in where it is not installed."""

    def families(match: re.Match[str]) -> str:
        name = match[1]
        return f'font-family="{FALLBACKS.get(name, f"{name}, sans-serif")}"'

    return re.sub(r'font-family="([^"]*)"', families, svg)


def _in_px(svg: str, width: int, height: int) -> str:
    """Qt states the size in rounded millimetres."""
    return re.sub(r'<svg width="[^"]*" height="[^"]*"', f'<svg width="{width}px" height="{height}px"', svg, count=1)


def _on_day(pdf: bytes, day: str) -> bytes:
    """The same file with the day instead of the second of its making, so that equal sheets are equal files."""
    stamp = f"(D:{day.replace('-', '')}000000".encode("ascii")
    return re.sub(rb"\(D:\d{14}", stamp, pdf)


def xmp(texts: dict[str, str], day: str, identity: str) -> str:
    """A PDF's own description."""
    moment = f"{day}T00:00:00+00:00"
    return f"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:RDF>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmp:CreatorTool={quoteattr(texts["Software"])} xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}"
   xmpMM:DocumentID="uuid:{identity}">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_xml(texts["Title"])}</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_xml(texts["Description"])}</rdf:li></rdf:Alt></dc:description>
   <dc:source>{_xml(texts["Source"])}</dc:source>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end='w'?>
"""
