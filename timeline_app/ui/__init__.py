"""The window: canvas, panels and the store that holds the view."""
