"""The keys that scroll a column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider

SCROLL_KEYS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def scroll_by_key(bar: QAbstractSlider, key: int) -> bool:
    """Scroll as a key says; False if it is none of these."""
    action = SCROLL_KEYS.get(Qt.Key(key))
    if action is not None:
        bar.triggerAction(action)
    return action is not None
