"""The scene of the store's view at the size of a widget, kept until something changes, and its painter."""

import datetime

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from timeline_app.dates.calendar import to_seconds
from timeline_app.layout.lanes import LaneSetting
from timeline_app.layout.overlay import Overlay
from timeline_app.layout.scene import Frame, Scene, SceneBuilder
from timeline_app.layout.selection import Selector
from timeline_app.layout.style import style_for
from timeline_app.render.fonts import FontBook, QtTextMeasure
from timeline_app.render.painter import ScenePainter
from timeline_app.render.stamps import PixelStamps
from timeline_app.ui.library import Library
from timeline_app.ui.store import ViewStore

HALF_DAY_S = 43_200


class Picture:
    """Builds scenes on demand; ``outdate`` while the view moves, ``settle`` when lanes may change."""

    def __init__(self, store: ViewStore, library: Library) -> None:
        self._store = store
        self._library = library
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._key: tuple[object, ...] = ()
        self._parts: tuple[SceneBuilder, ScenePainter, Selector] | None = None
        self._setting: LaneSetting | None = None
        self._scene: Scene | None = None
        self._selected_scene: Scene | None = None

    def fit(self, size: QSize, ratio: float) -> None:
        """Take on the size in px and the device pixel ratio of the widget."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self.settle()

    def outdate(self, *, unfold: bool = False) -> None:
        """The view was moved: the scene is built anew, lanes keep their heights.

        With ``unfold``, they are given new ones if a folded lane has events now.
        """
        self._scene = self._selected_scene = None
        if unfold and self._setting is not None and self._hides_events(self._setting):
            self._setting = None

    def _hides_events(self, setting: LaneSetting) -> bool:
        state, columns = self._store.state, self._library.dataset.columns
        folded = [box.lane for box in setting.boxes if box.folded]
        if not folded:
            return False
        shown = self._library.engine.mask(state.filter) & columns.meets(state.start, state.end)
        return bool(np.isin(columns.lane[shown], folded).any())

    def settle(self) -> None:
        """The view rests or shows something else: lanes fold and are given heights anew."""
        self._scene = self._selected_scene = self._setting = None

    def frame(self) -> Frame:
        """What surrounds the view: size in px and today."""
        today = datetime.date.today()  # the reader's own day
        noon = to_seconds(today.year, today.month, today.day) + HALF_DAY_S
        return Frame(self._size.width(), self._size.height(), noon)

    @property
    def scene(self) -> Scene:
        """The scene of the present view, its selected event and relations taken out of the pills."""
        if self._selected_scene is None:
            plain = self.plain_scene
            self._selected_scene = self._ready()[2].scene(plain, self._store.state)
        return self._selected_scene

    @property
    def plain_scene(self) -> Scene:
        """The scene of the present view without a selection, as an export shows it."""
        if self._scene is None:
            state, frame, builder = self._store.state, self.frame(), self.builder
            style = style_for(state.theme, state.text_percent)
            if self._setting is None:
                self._setting = builder.setting(state, frame, style)
            self._scene = builder.build(state, frame, style, self._setting)
        return self._scene

    @property
    def builder(self) -> SceneBuilder:
        """What builds the scenes and knows the neighbours of events."""
        return self._ready()[0]

    def _ready(self) -> tuple[SceneBuilder, ScenePainter, Selector]:
        state, dataset = self._store.state, self._library.dataset
        style = style_for(state.theme, state.text_percent)
        key = (dataset, style, self._ratio)
        if self._parts is None or key != self._key:
            book = FontBook(style.text)
            measure = QtTextMeasure(book)
            builder = SceneBuilder(dataset, self._library.engine, measure)
            stamps = PixelStamps(book, style, self._ratio)
            painter = ScenePainter(tuple(dataset.categories), stamps, measure)
            self._parts = builder, painter, Selector(builder)
            self._key = key
        return self._parts

    def paint(self, painter: QPainter, overlay: Overlay | None = None) -> None:
        """Paint the scene with what lies over it, or the one without a selection."""
        scene_painter = self._ready()[1]
        if overlay is None:
            scene_painter.paint(painter, self.plain_scene)
        else:
            scene_painter.paint(painter, self.scene, overlay)

    def image(self) -> QImage:
        """The scene without selection, hover and focus, in the pixels of the screen."""
        image = QImage(self._size * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self._ratio)
        with QPainter(image) as painter:
            self.paint(painter)
        return image
