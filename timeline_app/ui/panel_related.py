"""Where an event leads: numbered relations, the series it belongs to, and how its date was found."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.dates.wording import duration_in_words, short_date_in_words
from timeline_app.model.citation import published_by
from timeline_app.model.dataset import Link
from timeline_app.model.frozen import Struct
from timeline_app.model.links import is_bare_claim, place_in_series, seconds_between, verb_of
from timeline_app.model.records import Category, Event, Series
from timeline_app.render.fonts import font
from timeline_app.render.stamps import colour
from timeline_app.ui.icons import icon_picture
from timeline_app.ui.panel_context import Shown
from timeline_app.ui.panel_look import Look
from timeline_app.ui.panel_parts import glyph_picture, head, tooltip
from timeline_app.ui.panel_text import Words
from timeline_app.ui.panel_words import heading, verb

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
NAME_LEAST_PX = 96  # a narrower column for the name, and the row is set in two lines
VERB_MOST_PX = 92


class Lead(Struct, frozen=True):
    """One way from the event shown to another."""

    mark: str  # a number as on the canvas, or the name of an icon
    verb: str
    name: str
    date: str
    note: str  # on what it rests
    category: Category
    target: str


class _Places(Struct, frozen=True):
    """Where the parts of a row stand, in px."""

    verb: QRect
    glyph: QRect
    name: QRect
    date: QRect
    note: QRect
    height: int


class EventRow(QAbstractButton):
    """A line that leads to another event: number, verb, glyph, name, date, and below it the basis."""

    def __init__(self, shown: Shown, lead: Lead, verb_width: int, date_width: int) -> None:
        super().__init__()
        self.lead = lead
        self._look = shown.look
        self._verb_width, self._date_width = verb_width, date_width  # the same for all rows of a list
        self._fonts = {
            "mark": font(10.5 * shown.look.style.text, 600),
            "verb": font(12 * shown.look.style.text),
            "name": font(13 * shown.look.style.text, 500),
            "date": font(12 * shown.look.style.text, tabular=True),
            "note": font(11 * shown.look.style.text),
        }
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        spoken = (lead.mark if lead.mark.isdigit() else "", lead.verb, lead.name, lead.date, lead.note)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setToolTip(tooltip(lead.note))
        self.clicked.connect(lambda: shown.deeds.select(lead.target))

    def _text_height(self, role: str, text: str, width: int) -> int:
        if not text:
            return 0
        metrics = QFontMetrics(self._fonts[role])
        return metrics.boundingRect(0, 0, max(width, 10), 10_000, WRAP, text).height()

    def _places(self, width: int) -> _Places:
        px, lead = self._look.px, self.lead
        top, left, gap = px(4), px(26), px(6)
        date_width = QFontMetrics(self._fonts["date"]).horizontalAdvance(lead.date) + 2
        room_for_all = width - left - self._verb_width - px(18) - px(2) - 2 * gap - self._date_width
        glyph_width = px(18)
        name_left = left + self._verb_width + gap + glyph_width + px(2)
        room = width - name_left - gap - date_width
        is_wide = room_for_all >= NAME_LEAST_PX * self._look.style.text
        if not is_wide:
            name_left = left + glyph_width + px(2)
            room = width - name_left
        name_height = self._text_height("name", lead.name, room)
        line = QFontMetrics(self._fonts["name"]).height()
        name = QRect(name_left, top, room, name_height)
        below = top + name_height
        if is_wide:
            verb_box = QRect(left, top, self._verb_width + 2, line)
            date = QRect(width - date_width, top, date_width, line)
            glyph = QRect(name_left - glyph_width - px(2), top, glyph_width, line)
        else:
            verb_box = QRect(name_left, below, max(room - date_width - gap, 10), line)
            date = QRect(max(name_left, width - date_width), below, date_width, line)
            glyph = QRect(left, top, glyph_width, line)
            below += line
        note = QRect(
            name_left, below, width - name_left, self._text_height("note", lead.note, width - name_left)
        )
        return _Places(verb_box, glyph, name, date, note, max(below + note.height() + px(4), px(26)))

    def hasHeightForWidth(self) -> bool:  # QWidget
        return True

    def heightForWidth(self, width: int) -> int:  # QWidget
        return self._places(width).height

    def sizeHint(self) -> QSize:  # QWidget
        return QSize(self._look.px(300), self._places(self._look.px(300)).height)

    def enterEvent(self, event: QEnterEvent) -> None:  # QWidget
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # QWidget
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # QWidget
        look, places = self._look, self._places(self.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_mark(painter, places.glyph.center().y())
            picture = glyph_picture(look, self.lead.category, 10.5)
            size = picture.deviceIndependentSize()
            centre = QRectF(places.glyph).center()
            painter.drawPixmap(
                round(centre.x() - size.width() / 2), round(centre.y() - size.height() / 2), picture
            )
            parts = (
                ("verb", places.verb, "ink3"),
                ("name", places.name, "ink"),
                ("date", places.date, "ink3"),
            )
            for role, box, tone in (*parts, ("note", places.note, "ink3")):
                painter.setFont(self._fonts[role])
                painter.setPen(QColor(look.tone(tone)))
                painter.drawText(box, WRAP, getattr(self.lead, role))

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._look.tone("ink"), 0.10 if self.isDown() else 0.05))
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._look.tone("focus")), 2))
            painter.drawRoundedRect(box, 7, 7)

    def _paint_mark(self, painter: QPainter, y: int) -> None:
        look, mark = self._look, self.lead.mark
        if not mark.isdigit():
            painter.drawPixmap(
                look.px(4), y - look.px(7), icon_picture(mark, look.tone("ink3"), look.px(14), look.ratio)
            )
            return
        edge = look.px(16)
        disc = QRectF(look.px(3), y - edge / 2, edge, edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tone("ink")))
        painter.drawEllipse(disc)
        painter.setFont(self._fonts["mark"])
        painter.setPen(QColor(look.tone("canvas")))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, mark)


class RelatedSection(QWidget):
    """Relations in the order and with the numbers of the canvas."""

    def __init__(self, shown: Shown, links: list[Link]) -> None:
        super().__init__()
        self._shown = shown
        look = shown.look
        down = _column(self, look)
        keys = self.tr("press 1–{n}").format(n=min(len(links), 9)) if len(links) > 1 else self.tr("press 1")
        down.addWidget(head(look, *heading(look, "Related events"), keys))
        leads = [self._lead(number, link) for number, link in enumerate(links, start=1)]
        self.rows = _add_rows(down, shown, leads)

    def _lead(self, number: int, link: Link) -> Lead:
        note = self._distance(link) if is_bare_claim(link) else self._basis(link)
        return _lead(self._shown, link.event, str(number), verb(verb_of(link)), note)

    def _basis(self, link: Link) -> str:
        """Who says so, and where."""
        if link.relation.basis is None:
            return ""
        try:
            source, excerpt = self._shown.dataset.excerpt(link.relation.basis)
        except KeyError:
            return ""
        names = published_by(source)
        where = ", ".join(part for part in (*names[-1:], self._shown.locator(excerpt)) if part)
        return self.tr("according to {where}").format(where=where)

    def _distance(self, link: Link) -> str:
        """An order in time, which is all that can be said of a claim without a basis."""
        shown = self._shown
        seconds = seconds_between(shown.dataset, shown.event, link.event)
        is_after = verb_of(link) == "followed"
        if seconds is None:
            return self.tr("later") if is_after else self.tr("earlier")
        if seconds == 0:
            return self.tr("the same day")
        time = duration_in_words(seconds, shown.look.language)
        return (self.tr("{time} later") if seconds > 0 else self.tr("{time} earlier")).format(time=time)


class SeriesSection(QWidget):
    """The series of an event: its neighbours there, and how far the series is complete."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self.rows: list[EventRow] = []
        look = shown.look
        down = _column(self, look)
        down.addWidget(head(look, *heading(look, "Series")))
        for series_id in shown.event.series:
            series = shown.dataset.series.get(series_id)
            if series is not None:
                self._add(down, series)

    def _add(self, down: QVBoxLayout, series: Series) -> None:
        shown, look = self._shown, self._shown.look
        place = place_in_series(shown.dataset, shown.event, series.id)
        number = self.tr("{number} of {count}").format(number=place.number, count=place.count)
        title = look.span(series.title.in_language(look.language), 13, "ink", 500)
        scope = series.scope.in_language(look.language) if series.scope else ""
        lines = [title + "&nbsp; " + look.span(number, 12, "ink3")]
        lines += [look.span(scope, 12, "ink2")] if scope else []
        lines.append(look.span(self._complete(series), 11, "ink3"))
        down.addWidget(Words(look, "<br>".join(lines), selectable=True))
        neighbours = (
            (place.previous, "chevron-left", self.tr("before")),
            (place.next, "chevron-right", self.tr("after")),
        )
        leads = [_lead(shown, event, mark, word, "") for event, mark, word in neighbours if event is not None]
        self.rows += _add_rows(down, shown, leads)

    def _complete(self, series: Series) -> str:
        complete = series.complete
        if complete is None:
            return self.tr("Not known to be complete.")
        return self.tr("Complete from {start} to {end}, against {authority}.").format(
            start=self._shown.date(complete.start),
            end=self._shown.date(complete.end),
            authority=complete.against,
        )


class DatingSection(QWidget):
    """How the date was found, where that is not plain."""

    def __init__(self, shown: Shown, dating: str) -> None:
        super().__init__()
        look = shown.look
        down = _column(self, look)
        down.addWidget(head(look, *heading(look, "How this was dated")))
        down.addWidget(Words(look, look.paragraph(look.span(dating, 13, "ink2")), selectable=True))


def _column(owner: QWidget, look: Look) -> QVBoxLayout:
    down = QVBoxLayout(owner)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(look.px(4))
    return down


def _lead(shown: Shown, event: Event, mark: str, word: str, note: str) -> Lead:
    dataset = shown.dataset
    row, own_row = dataset.index_of(event.id), dataset.index_of(shown.event.id)
    date, own_date = dataset.dates[row], dataset.dates[own_row]
    has_year = date.bounds[0][:4] != own_date.bounds[0][:4]
    return Lead(
        mark=mark,
        verb=word,
        name=shown.label(event),
        date=short_date_in_words(date, shown.look.language, year=has_year),
        note=note,
        category=shown.dataset.category_of(event),
        target=event.id,
    )


def _add_rows(down: QVBoxLayout, shown: Shown, leads: list[Lead]) -> list[EventRow]:
    metrics = QFontMetrics(font(12 * shown.look.style.text))
    widest = max((metrics.horizontalAdvance(lead.verb) for lead in leads), default=0)
    verb_width = min(widest + 2, shown.look.px(VERB_MOST_PX))
    dates = QFontMetrics(font(12 * shown.look.style.text, tabular=True))
    date_width = max((dates.horizontalAdvance(lead.date) for lead in leads), default=0)
    rows = [EventRow(shown, lead, verb_width, date_width) for lead in leads]
    if rows:
        box = QVBoxLayout()
        box.setSpacing(0)
        for row in rows:
            box.addWidget(row)
        down.addLayout(box)
    return rows
