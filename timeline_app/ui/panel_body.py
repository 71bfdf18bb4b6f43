"""The sections of the event panel, from the head to the way the event was dated.

Imported when the first event is shown; what lies below the first screen can be imported and built later.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.model.dataset import Link
from timeline_app.model.links import evidence
from timeline_app.ui.panel_context import Shown
from timeline_app.ui.panel_head import PanelHead
from timeline_app.ui.panel_parts import Hairline
from timeline_app.ui.panel_readings import FiguresSection, ReadingsSection

if TYPE_CHECKING:
    from timeline_app.ui.panel_sources import SourcesSection

EXCERPTS_AT_ONCE = 5  # with more, what lies below the first screen is better built a moment later


class PanelBody:
    """Head, readings and figures of an event at once, all else by ``finish``."""

    def __init__(
        self,
        shown: Shown,
        links: Sequence[Link],
        *,
        clocks_open: bool,
        on_clocks: Callable[[bool], None],
    ) -> None:
        self._shown, self._links = shown, links
        self._finished = False
        self.readings: ReadingsSection | None = None
        self.sources: SourcesSection | None = None
        look = shown.look
        self.widget = QWidget()
        self.widget.setObjectName("panelBody")
        self._down = QVBoxLayout(self.widget)
        self._down.setContentsMargins(look.px(20), look.px(4), look.px(14), look.px(24))
        self._down.setSpacing(look.px(16))
        self._down.addWidget(PanelHead(shown, clocks_open=clocks_open, on_clocks=on_clocks))
        self._down.addStretch(1)
        self._add(self._first_sections())

    @property
    def is_long(self) -> bool:
        """Whether it takes a while to build what lies below the first screen."""
        found = evidence(self._shown.dataset, self._shown.event)
        return sum(len(excerpts) for _, excerpts in found) > EXCERPTS_AT_ONCE

    def finish(self) -> None:
        """Build what lies below the first screen, if that has not been done yet."""
        if not self._finished:
            self._finished = True
            self._add(self._further_sections())

    def settle(self) -> None:
        """Lay everything out now, so that places are known."""
        self._down.activate()

    def _add(self, sections: list[QWidget]) -> None:
        for section in sections:
            self._down.insertWidget(self._down.count() - 1, Hairline())
            self._down.insertWidget(self._down.count() - 1, section)

    def _first_sections(self) -> list[QWidget]:
        sections: list[QWidget] = []
        if self._shown.event.readings:
            self.readings = ReadingsSection(self._shown)
            sections.append(self.readings)
        if self._shown.event.figures:
            sections.append(FiguresSection(self._shown))
        return sections

    def _further_sections(self) -> list[QWidget]:
        from timeline_app.ui.panel_related import DatingSection, RelatedSection, SeriesSection
        from timeline_app.ui.panel_sources import SourcesSection

        shown, event = self._shown, self._shown.event
        dating = event.dating.in_language(shown.look.language) if event.dating else ""
        sections: list[QWidget] = []
        if evidence(shown.dataset, event):
            self.sources = SourcesSection(shown)
            sections.append(self.sources)
        if self._links:
            sections.append(RelatedSection(shown, list(self._links)))
        if event.series:
            sections.append(SeriesSection(shown))
        if dating:
            sections.append(DatingSection(shown, dating))
        return sections
