"""The one painter: a scene on the screen, in PNG, SVG and PDF."""
