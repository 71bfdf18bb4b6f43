"""Print the contrasts of the colour tokens as the tables of docs/design.md (WCAG 2 ratios).

.venv/bin/python scripts/contrast.py
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline_app.layout.style import DARK_PALETTE, LIGHT_PALETTE, Palette  # noqa: E402

USES = {
    "ink": "titles, labels, selection",
    "ink2": "body, lesser labels",
    "ink3": "dates, captions, glosses",
    "ink4": "disabled and filtered out only",
    "link": "links",
    "focus": "focus ring",
    "above": "histogram above the line: dialogue and exchange",
    "below": "histogram below the line: security and UN",
}
ON_GROUNDS = (
    ("ink", "mark", "quoted words"),
    ("error", "error_ground", "error banner"),
    ("warning", "warning_ground", "doubtful data"),
    ("canvas", "ink", "selected label, primary button"),
)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_both(colour: str, palette: Palette) -> str:
    """The colour with its ratios on canvas and chrome."""
    return f"`{colour}` | {contrast(colour, palette.canvas):.1f} / {contrast(colour, palette.chrome):.1f}"


def main() -> None:
    """Print the three tables."""
    print("| token | light | canvas / chrome | dark | canvas / chrome | use |\n|---|---|---|---|---|---|")
    for name, use in USES.items():
        light, dark = getattr(LIGHT_PALETTE, name), getattr(DARK_PALETTE, name)
        print(f"| {name} | {on_both(light, LIGHT_PALETTE)} | {on_both(dark, DARK_PALETTE)} | {use} |")
    print("\n| text on ground | light | dark | use |\n|---|---|---|---|")
    for text, ground, use in ON_GROUNDS:
        ratios = (
            f"{contrast(getattr(p, text), getattr(p, ground)):.1f}" for p in (LIGHT_PALETTE, DARK_PALETTE)
        )
        print(f"| {text} on {ground} | {' | '.join(ratios)} | {use} |")
    halves = " | ".join(f"{contrast(p.above, p.below):.1f}" for p in (LIGHT_PALETTE, DARK_PALETTE))
    print(f"| above against below | {halves} | the two neutral tones; above or below the line says it, too |")
    print(
        "\n| category | shape | light | canvas / chrome | dark | canvas / chrome |\n|---|---|---|---|---|---|"
    )
    file = ROOT / "data" / "categories.json"
    for category in json.loads(file.read_text(encoding="utf-8"))["categories"]:
        colours = category["colour"]
        print(
            f"| {category['title']['en']} | {category['shape']} | {on_both(colours['light'], LIGHT_PALETTE)} "
            f"| {on_both(colours['dark'], DARK_PALETTE)} |"
        )


if __name__ == "__main__":
    main()
