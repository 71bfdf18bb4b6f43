"""Write a view as PNG, SVG or PDF: the canvas' own picture on a sheet with title, legend and sources."""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr, unescape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, QUuid
from PySide6.QtGui import QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from timeline_app import __version__
from timeline_app.files.writing import write_whole
from timeline_app.model.frozen import Struct, field, replace
from timeline_app.render.fonts import SANS, SERIF, font
from timeline_app.render.sheet import Sheet, SheetRequest

PROGRAM = f"Inter-Korean relations timeline {__version__}"
DPI = 96  # 1 px of a sheet is 1/96 inch on every device
POINTS_A_PX = 72 / DPI
INCH_M = 0.0254
PIXELS_MOST = 200_000_000
PAGE_MOST_PX = 19_200  # 200 inches, the largest page of a PDF
SMALLEST = (320, 240)
SANS_FAMILIES = "Pretendard, 'Timeline Hanja', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"
SERIF_FAMILIES = (
    "'Timeline Serif', 'Source Serif 4', 'Nanum Myeongjo', NanumMyeongjo, "
    "'Noto Serif KR', 'Noto Serif CJK KR', 'Timeline Hanja', Pretendard, serif"
)


MESSAGES = {
    "en": {
        "suffix": "{name}: a picture ends in {known}",
        "folder": "{path} is a folder; name the file to write",
        "parent": "{path} cannot be written: there is no folder {parent}",
        "unwritable": "{path} cannot be written: {reason}",
        "small": "{size} px is too small; a sheet has at least {least} px",
        "large": "{size} px at scale {scale:g} is {megapixels:,.0f} megapixels; {most} is the most",
        "page": "{size} px is too large; a side of a PDF page has at most {most} px",
        "memory": "there is not enough memory for {size} px at scale {scale:g}",
        "empty": "no event matches, so there is nothing to draw",
    },
    "ko": {
        "suffix": "{name}: 그림 파일 이름은 {known} 가운데 하나로 끝나야 합니다",
        "folder": "{path}: 폴더입니다. 파일 이름을 적으십시오",
        "parent": "{path}: 쓸 수 없습니다. {parent} 폴더가 없습니다",
        "unwritable": "{path}: 쓸 수 없습니다({reason})",
        "small": "{size}픽셀은 너무 작습니다. 최소 크기는 {least}픽셀입니다",
        "large": "{size}픽셀, 배율 {scale:g}: {megapixels:,.0f}메가픽셀입니다. {most}메가픽셀까지 됩니다",
        "page": "{size}픽셀은 너무 큽니다. PDF 쪽의 한 변은 {most}픽셀까지입니다",
        "memory": "{size}픽셀, 배율 {scale:g}에 필요한 메모리가 모자랍니다",
        "empty": "조건에 맞는 사건이 없어 그릴 것이 없습니다",
    },
}


class ExportError(Exception):
    """A picture cannot be written; the message is one sentence."""

    def __init__(self, kind: str, **facts: object) -> None:
        self._kind, self._facts = kind, facts
        super().__init__(self.in_language("en"))

    def in_language(self, language: str) -> str:
        """The sentence in English or Korean."""
        return MESSAGES[language][self._kind].format(**self._facts)


class NothingToShowError(ExportError):
    """No event is in the view."""

    def __init__(self) -> None:
        super().__init__("empty")


class ExportRequest(Struct, frozen=True):
    """A sheet, the file it goes to, and for PNG the pixels for each px."""

    path: Path
    sheet: SheetRequest
    scale: float = field(default=1.0)


def export_view(request: ExportRequest) -> Sheet:
    """Write a view, all of the file or nothing; the answer is the sheet that is in it."""
    path = request.path
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise ExportError("suffix", name=path.name or path, known=", ".join(WRITERS))
    _check_place(path)
    if request.sheet.plot is None:
        check_size(request.sheet.size, request.scale, suffix)
    sheet = Sheet(replace(request.sheet, paged=suffix in PAGED))
    check_size(sheet.size, request.scale, suffix)
    if not sheet.content.shown:
        raise NothingToShowError
    data = WRITERS[suffix](sheet, request.scale)
    try:
        write_whole(path, data)
    except OSError as error:
        raise ExportError("unwritable", path=path, reason=error.strerror or error) from None
    return sheet


def _check_place(path: Path) -> None:
    """Refuse at once what could only fail after the work is done."""
    try:
        if "\0" in str(path):
            raise ValueError("the name holds a null character")  # noqa: TRY301
        if path.is_dir():
            raise ExportError("folder", path=path)
        if not path.parent.is_dir():
            raise ExportError("parent", path=path, parent=path.parent)
    except (OSError, ValueError) as error:  # a name that no file can have
        reason = getattr(error, "strerror", None) or error
        raise ExportError("unwritable", path=path, reason=reason) from None


def check_size(size: tuple[int, int], scale: float, suffix: str) -> None:
    """Refuse a sheet that is too small to hold a timeline or too large for the format."""
    width, height = size
    words = f"{width}x{height}"
    if width < SMALLEST[0] or height < SMALLEST[1]:
        raise ExportError("small", size=words, least=f"{SMALLEST[0]}x{SMALLEST[1]}")
    if suffix == ".pdf" and max(size) > PAGE_MOST_PX:
        raise ExportError("page", size=words, most=PAGE_MOST_PX)
    ratio = scale if suffix == ".png" else 1.0
    pixels = width * ratio * height * ratio
    if pixels > PIXELS_MOST:
        most = PIXELS_MOST // 1_000_000
        raise ExportError("large", size=words, scale=ratio, megapixels=pixels / 1e6, most=most)


def sheet_image(sheet: Sheet, scale: float) -> QImage:
    """The first page as a picture with ``scale`` pixels for each px."""
    try:
        image = sheet.image(scale)
    except MemoryError:
        raise ExportError("memory", size="{}x{}".format(*sheet.size), scale=scale) from None
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
        raise ExportError("memory", size="{}x{}".format(*sheet.size), scale=scale)
    return bytes(buffer.data().data())


def write_svg(sheet: Sheet, scale: float) -> bytes:
    """The sheet as SVG 1.1; ``scale`` plays no part."""
    width, height = sheet.size
    texts = metadata(sheet)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRect(0, 0, width, height))
    generator.setTitle("title")
    generator.setDescription("description")
    with QPainter(generator) as painter:
        sheet.paint(painter)
    svg = with_fallbacks(bytes(buffer.data().data()).decode("utf-8"))
    description = "\n".join(texts[key] for key in ("Description", "Source", "Software"))
    svg = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", svg)  # what XML cannot hold
    svg = svg.replace("<title>title</title>", f"<title>{escape(texts['Title'])}</title>", 1)
    svg = svg.replace("<desc>description</desc>", f"<desc>{escape(description)}</desc>", 1)
    size_in_px = f'<svg width="{width}px" height="{height}px"'
    return re.sub(r'<svg width="[^"]*" height="[^"]*"', size_in_px, svg, count=1).encode("utf-8")  # not in mm


def write_pdf(sheet: Sheet, scale: float) -> bytes:
    """The sheet as PDF, with all source notes on the pages after it; ``scale`` plays no part."""
    width, height = sheet.size
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
    identity = str(uuid5(NAMESPACE_URL, repr((texts, sheet.size, day))))
    writer.setDocumentId(QUuid(identity))
    writer.setDocumentXmpMetadata(QByteArray(xmp(texts, day, identity).encode("utf-8")))
    with QPainter(writer) as painter:
        for page in range(sheet.page_count):
            if page:
                writer.newPage()
            sheet.paint(painter, page, links=True)
    return _on_day(bytes(buffer.data().data()), day)


WRITERS: dict[str, Callable[[Sheet, float], bytes]] = {
    ".png": write_png,
    ".svg": write_svg,
    ".pdf": write_pdf,
}
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


def with_fallbacks(svg: str) -> str:
    """Texts with fonts to fall back on, and each kept as wide as it was laid out, whatever font sets it."""

    def text(match: re.Match[str]) -> str:
        attributes, content = match.groups()
        size, weight = (float(_attribute(attributes, name)) for name in ("font-size", "font-weight"))
        serif = _is_serif(_attribute(attributes, "font-family"))
        words = unescape(content, {"&quot;": '"', "&apos;": "'"})
        width = QFontMetricsF(font(size, int(weight), serif=serif)).horizontalAdvance(words)
        length = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if len(words) > 1 else ""
        return f"<text{attributes}{length}>{content}</text>"

    def families(match: re.Match[str]) -> str:
        return f'font-family="{SERIF_FAMILIES if _is_serif(match[1]) else SANS_FAMILIES}"'

    svg = re.sub(r"<text(\s[^>]*?)\s*>([^<]*)</text>", text, svg)
    return re.sub(r'font-family="([^"]*)"', families, svg)


def _attribute(attributes: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else "0"


def _is_serif(families: str) -> bool:
    first = families.split(",")[0].strip()
    return first in SERIF and first not in SANS


def _on_day(pdf: bytes, day: str) -> bytes:
    """The same file with the day, not the second, of its making: equal sheets become equal files."""
    stamp = f"(D:{day.replace('-', '')}000000".encode("ascii")
    return re.sub(rb"\(D:\d{14}", stamp, pdf)


def xmp(texts: dict[str, str], day: str, identity: str) -> str:
    """A PDF's own description."""
    title, description, source = (escape(texts[key]) for key in ("Title", "Description", "Source"))
    moment = f"{day}T00:00:00+00:00"
    return f"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:RDF>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmp:CreatorTool={quoteattr(texts["Software"])} xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}"
   xmpMM:DocumentID="uuid:{identity}">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
   <dc:source>{source}</dc:source>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end='w'?>
"""
