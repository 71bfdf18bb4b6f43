"""The hits of a search: one line an excerpt, with the words found marked; Enter travels there."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.dates.wording import date_in_words
from timeline_app.layout.style import Style, style_for
from timeline_app.model.search import Hit, Ranges, hits
from timeline_app.model.view import ViewState
from timeline_app.render.fonts import font, load_all_fonts
from timeline_app.render.glyphs import glyph_path
from timeline_app.render.stamps import colour
from timeline_app.ui.hit_line import cut, shown_part
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore

HIT_ROLE = Qt.ItemDataRole.UserRole
ROW_PX = 26
ROWS_LEAST, ROWS_SHOWN = 2, 6
SHARE_MOST = 0.24  # of what lies below the toolbar
FRAME_PX = 4
DATE_PX, ORIGIN_PX = 134, 170
GAP_PX = 10  # between two cells
AnyIndex = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """A list of hits."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._hits: list[Hit] = []
        self._language = "en"

    def show(self, found: list[Hit], language: str) -> None:
        """Replace the hits."""
        self.beginResetModel()
        self._hits, self._language = found, language
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex | None = None) -> int:  # QAbstractListModel
        return len(self._hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # QAbstractListModel
        if not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.date(hit)}, {self.origin(hit)}: {hit.text}"
        return None

    def date(self, hit: Hit) -> str:
        """The date of the hit's event in words."""
        row = self._library.dataset.index_of(hit.event)
        return date_in_words(self._library.dataset.dates[row], self._language)

    def origin(self, hit: Hit) -> str:
        """Who spoke; else where the passage stands, or which part of the event the words are."""
        if hit.speaker:
            return hit.speaker
        if hit.publisher:
            return self.tr("in {publisher}").format(publisher=hit.publisher)
        kinds = {
            "excerpt": self.tr("Passage"),
            "title": self.tr("Title"),
            "label": self.tr("Short title"),
            "summary": self.tr("Summary"),
            "reading": self.tr("Reading"),
            "alias": self.tr("Also called"),
            "actor": self.tr("Actor"),
            "place": self.tr("Place"),
            "source": self.tr("Source"),
            "date": self.tr("Date"),
            "id": self.tr("Identifier"),
        }
        return kinds[hit.kind]


class HitDelegate(QStyledItemDelegate):
    """Paints date, glyph, speaker and words with the match marked."""

    def __init__(self, library: Library, model: HitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._model = model
        self.style_now: Style = style_for("light")

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:  # QStyledItemDelegate
        return QSize(200, self.style_now.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        try:
            self._paint_hit(painter, option, index.data(HIT_ROLE))
        finally:
            painter.restore()

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        style, palette = self.style_now, self.style_now.palette
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(palette.ink, 0.09))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.focus))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        dataset = self._library.dataset
        category = dataset.category_of(dataset.event(hit.event))
        fill = category.colour.dark if style.dark else category.colour.light
        date_x = rect.left() + style.px(14)
        glyph_x = date_x + style.px(DATE_PX)
        origin_x = glyph_x + style.px(20)
        words_x = origin_x + style.px(ORIGIN_PX)
        glyph = glyph_path(category.shape, 9.0 * style.text)
        painter.fillPath(glyph.translated(glyph_x + style.px(6), rect.center().y() + 1), QColor(fill))

        def cell(left: int, right: int) -> QRect:
            return QRect(left, rect.top(), right - left, rect.height())

        small = font(12 * style.text)
        self._marked(painter, cell(date_x, glyph_x - GAP_PX), self._model.date(hit), (), small, palette.ink3)
        origin, ink = self._model.origin(hit), palette.ink2 if hit.speaker else palette.ink3
        self._marked(painter, cell(origin_x, words_x - GAP_PX), origin, hit.speaker_matches, small, ink)
        face, quotes = font(13 * style.text, serif=hit.quoted), ("“", "”") if hit.quoted else ("", "")
        words, room = hit.text.replace("\n", " "), cell(words_x, rect.right() - style.px(12))
        self._marked(painter, room, words, hit.matches, face, palette.ink, quotes)

    def _marked(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        matches: Ranges,
        face: QFont,
        ink: str,
        quotes: tuple[str, str] = ("", ""),
    ) -> None:
        """Paint as much of a text as the cell has room for, around the first match."""
        palette = self.style_now.palette
        before, after = quotes
        metrics = QFontMetricsF(face)
        room = cell.width() - metrics.horizontalAdvance(before + after)
        start, end = shown_part(words, matches[0] if matches else (0, 0), room, metrics.horizontalAdvance)
        lead = len(before) + (1 if start else 0)
        layout = QTextLayout(before + cut(words, start, end) + after, face)
        formats = []
        for match in matches:
            first, last = max(match[0], start), min(match[1], end)
            if first < last:
                mark = QTextLayout.FormatRange()
                mark.start = first - start + lead
                mark.length = last - first
                look = QTextCharFormat()
                look.setBackground(QColor(palette.mark))
                mark.format = look
                formats.append(mark)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setClipRect(cell)
        painter.setPen(QColor(ink))
        layout.draw(painter, cell.topLeft() + _offset(0, (cell.height() - line.height()) / 2))


def _offset(x: float, y: float) -> QPoint:
    return QPoint(round(x), round(y))


class HitList(QListView):
    """Shown while a search is on; ``travel`` names the event and excerpt chosen."""

    travel = Signal(str, str)

    def __init__(self, store: ViewStore, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._hits = HitModel(library, self)
        self._delegate = HitDelegate(library, self._hits, self)
        self.setModel(self._hits)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)
        self.hide()
        self._name()
        store.changed.connect(self._show_state)
        library.opened.connect(self.refresh)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Hits of the search"))

    def changeEvent(self, event: QEvent) -> None:  # QWidget
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _show_state(self, new: ViewState, old: ViewState) -> None:
        before = (old.filter, old.language, old.theme, old.text_percent)
        if (new.filter, new.language, new.theme, new.text_percent) != before:
            self.refresh()

    def refresh(self) -> None:
        """Search again."""
        if self._store.state.filter.text:
            load_all_fonts()  # quoted words are set in a serif
        state = self._store.state
        style = style_for(state.theme, state.text_percent)
        self._delegate.style_now = style
        query = state.filter.text.strip()
        events = self._library.engine.matching(state.filter) if query else ()
        found = hits(self._library.dataset, events, query, state.language) if query else []
        self._hits.show(found, state.language)
        self.fit_height()
        self.setVisible(bool(found))

    def fit_height(self) -> None:
        """Show some rows, in a low window and with large text fewer: the timeline needs the room."""
        row_px, parent = self._delegate.style_now.px(ROW_PX), self.parentWidget()
        room = int(parent.height() * SHARE_MOST - FRAME_PX) // row_px if parent is not None else ROWS_SHOWN
        rows = max(min(self._hits.rowCount(), ROWS_SHOWN, max(room, ROWS_LEAST)), 1)
        self.setMinimumHeight(row_px * min(rows, ROWS_LEAST) + FRAME_PX)
        self.setMaximumHeight(row_px * rows + FRAME_PX)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # QListView
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:  # QListView
        return QSize(0, self.minimumHeight())

    def enter(self) -> None:
        """Give the keys to the list, at its first line if none was chosen."""
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self._hits.index(0))

    def _go(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.travel.emit(hit.event, hit.excerpt)

    def go_next(self) -> None:
        """Travel to the hit after the current one, or to the first."""
        if self._hits.rowCount():
            row = (self.currentIndex().row() + 1) % self._hits.rowCount()
            self.setCurrentIndex(self._hits.index(row))
            self._go(self._hits.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # QListView
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)
