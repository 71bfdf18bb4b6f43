"""The top of the event panel: category, title, date and clocks, place, actors, other names, summary."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app.dates.edtf import parse_edtf
from timeline_app.dates.wording import certainty_in_words, date_in_words
from timeline_app.dates.zones import CITIES, ClockReading, ZoneDataError, clocks
from timeline_app.ui.panel_context import Shown
from timeline_app.ui.panel_parts import glyph_picture, icon_line, link_button, tool_button
from timeline_app.ui.panel_text import Words
from timeline_app.ui.panel_words import city_name


class PanelBar(QWidget):
    """Category, and the ways to the neighbours in the lane and out of the panel."""

    def __init__(
        self,
        shown: Shown,
        previous: Callable[[], object],
        following: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__()
        look = shown.look
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.px(4))
        category = shown.dataset.category_of(shown.event)
        glyph = QLabel()
        glyph.setPixmap(glyph_picture(look, category, 12))
        name, gloss = look.pair(category.title)
        title = look.span(name, 12, "ink2", 500)
        if gloss:
            title += "&nbsp; " + look.span(gloss, 12, "ink3")
        across.addWidget(glyph)
        across.addSpacing(look.px(4))
        across.addWidget(Words(look, title), 1, Qt.AlignmentFlag.AlignVCenter)
        self.previous = tool_button(look, "chevron-left", self.tr("Previous event in this lane"), previous)
        self.next = tool_button(look, "chevron-right", self.tr("Next event in this lane"), following)
        self.close_button = tool_button(look, "x", self.tr("Close"), close)
        for button in (self.previous, self.next, self.close_button):
            across.addWidget(button)


class PanelHead(QWidget):
    """What the event is, when, where and who."""

    def __init__(self, shown: Shown, *, clocks_open: bool, on_clocks: Callable[[bool], None]) -> None:
        super().__init__()
        self._shown = shown
        self._on_clocks = on_clocks
        self._clocks_open = clocks_open
        look, event = shown.look, shown.event
        self.down = QVBoxLayout(self)
        self.down.setContentsMargins(0, 0, 0, 0)
        self.down.setSpacing(look.px(4))
        title, other = look.pair(event.title)
        name = look.paragraph(look.span(title, 21, "ink", 600), 25)
        self.down.addWidget(Words(look, name, selectable=True))
        if other:
            self.down.addWidget(Words(look, look.span(other, 14, "ink2"), selectable=True))
        self.down.addSpacing(look.px(8))
        self._add_date()
        self._add_clocks()
        self._add_place()
        self._add_actors()
        self._add_aliases()
        summary = event.summary.in_language(look.language) if event.summary else ""
        if summary:
            self.down.addSpacing(look.px(8))
            self.down.addWidget(Words(look, look.paragraph(look.span(summary)), selectable=True))

    def _add_date(self) -> None:
        shown, look = self._shown, self._shown.look
        date = shown.dataset.dates[shown.dataset.index_of(shown.event.id)]
        words = date_in_words(date, look.language, short=False)
        sure = certainty_in_words(date, look.language)
        content = look.span(words, 13, "ink", 500) + "&nbsp; " + look.span(sure, 12, "ink3")
        self.down.addWidget(icon_line(look, "calendar", content))

    def _add_place(self) -> None:
        shown, look = self._shown, self._shown.look
        place = shown.dataset.places.get(shown.event.place or "")
        if place is None:
            return
        name, gloss = look.pair(place.name)
        content = look.span(name, 13, "ink", 500)
        if gloss:
            content += "&nbsp; " + look.span(gloss, 12, "ink3")
        note = place.note.in_language(look.language) if place.note else ""
        if note:
            content += look.span(f" · {note}", 12, "ink3")
        self.down.addWidget(icon_line(look, "map-pin", content))

    def _add_actors(self) -> None:
        shown, look, event = self._shown, self._shown.look, self._shown.event
        first = shown.actors(event.initiator)
        others = shown.actors(tuple(name for name in event.actors if name not in event.initiator))
        parts = []
        if first:
            label = self.tr("Initiator:")
            parts.append(look.span(label, 12, "ink3") + " " + look.span(", ".join(first), 13, "ink", 500))
        if others:
            names = ", ".join(others)
            text = self.tr("with {names}").format(names=names) if first else names
            parts.append(look.span(text, 13, "ink2"))
        if parts:
            self.down.addWidget(icon_line(look, "users", " ".join(parts)))

    def _add_aliases(self) -> None:
        look = self._shown.look
        for alias in self._shown.event.aliases:
            name, gloss = look.pair(alias.name)
            full = f"{name} {gloss}".strip()
            text = self.tr("Also called {name} ({by})").format(
                name=full, by=alias.by.in_language(look.language)
            )
            self.down.addWidget(icon_line(look, "quote", look.span(text, 12, "ink2")))

    # -- clocks

    def _add_clocks(self) -> None:
        shown, look = self._shown, self._shown.look
        clock = shown.event.clock
        if clock is None:
            return
        cities = {zone: city for city, zone in CITIES.items()}
        times = "–".join(instant[11:16] for instant in (clock.start, clock.end) if instant)
        if clock.approximate:
            times = self.tr("about {time}").format(time=times)
        city = cities.get(clock.zone)
        place = city_name(city) if city else f"UTC{clock.start[-6:].removeprefix('Z')}".strip()
        content = look.span(times, 13, "ink", 500) + "&nbsp; " + look.span(place, 12, "ink3")
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(icon_line(look, "clock", content), 1)
        tables = self._clock_tables()
        self.down.addWidget(row)
        if not tables:
            return
        self.clocks_button = link_button(look, self.tr("Clocks"), self._toggle_clocks)
        self.clocks_button.setCheckable(True)
        self.clocks_button.setChecked(self._clocks_open)
        across.addWidget(self.clocks_button)
        self.clocks_table = Words(look, tables, selectable=True, indent=look.px(22))
        self.down.addWidget(self.clocks_table)
        self.clocks_table.setVisible(self._clocks_open)

    def _toggle_clocks(self) -> None:
        self._clocks_open = not self._clocks_open
        self.clocks_table.setVisible(self._clocks_open)
        self._on_clocks(self._clocks_open)

    def _clock_tables(self) -> str:
        clock = self._shown.event.clock
        assert clock is not None
        try:
            edges = [clocks(instant, clock.start[:10]) for instant in (clock.start, clock.end) if instant]
        except (ValueError, ZoneDataError):
            return ""
        rows = "".join(
            f"<tr>{self._cell(city_name(readings[0].city), 'ink2')}"
            + "".join(self._reading_cells(reading) for reading in readings)
            + "</tr>"
            for readings in zip(*edges, strict=True)
        )
        return f'<table cellspacing="0" cellpadding="0">{rows}</table>'

    def _reading_cells(self, reading: ClockReading) -> str:
        language = self._shown.look.language
        day = date_in_words(parse_edtf(reading.date), language)
        offset = "" if reading.city == "utc" else f"UTC{reading.offset}"
        return "".join(
            (
                self._cell(reading.time, "ink", 500),
                self._cell(day, "ink" if reading.day_shift else "ink3"),
                self._cell(offset, "ink3"),
            )
        )

    def _cell(self, text: str, tone: str, weight: int = 400) -> str:
        look = self._shown.look
        pad = f"padding-right:{look.px(10)}px;padding-top:{look.px(2)}px;white-space:nowrap"
        return f'<td style="{pad}">{look.span(text, 12, tone, weight)}</td>'
